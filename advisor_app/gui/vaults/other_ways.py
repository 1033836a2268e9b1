"""The ways in that nobody sees at first: by recovery code, to another vault, from a backup."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from advisor_app.gui.mnemonics import give_mnemonics
from advisor_app.gui.parts.layouts import give_way_to_current
from advisor_app.gui.parts.marks import let_enter_press
from advisor_app.gui.vaults.recovery_page import RecoveryPage
from advisor_app.gui.vaults.restore_page import RestorePage
from advisor_app.gui.vaults.unlock_window import UnlockWindow
from advisor_app.gui.vaults.vaults_page import VaultsPage


class OtherWays(QObject):
    """Three more pages of the unlock window, made when one of them is first asked for."""

    def __init__(self, window: UnlockWindow) -> None:
        super().__init__(window)
        self._window = window
        access, language = window.access, window.language
        self.recovery = RecoveryPage(access, language, window.work)
        self.vaults = VaultsPage(access.folders)
        self.restore = RestorePage(access, language, window.work, window.restoring)
        for page in (self.recovery, self.vaults, self.restore):
            give_mnemonics(page)
            window.look.dress(page)
            let_enter_press(page)
            window.ui.pages.addWidget(page)
        give_way_to_current(window.ui.pages)
        self.recovery.opened.connect(window.recovered)
        self.recovery.left.connect(window.show_unlock)
        self.vaults.chosen.connect(window.choose)
        self.vaults.restore_wanted.connect(self.show_restore)
        self.vaults.demo_wanted.connect(window.practise)
        self.vaults.new_vault_wanted.connect(window.new_vault_wanted)
        self.vaults.left.connect(window.show_unlock)
        self.restore.restored.connect(window.restored)
        self.restore.left.connect(self.show_vaults)

    def show_recovery(self) -> None:
        """Ask for the recovery code of the vault."""
        self._turn_to(self.recovery)
        self.recovery.begin(self._window.folder)

    def show_vaults(self) -> None:
        """List the vaults of this computer, and the other ways on."""
        self._turn_to(self.vaults)
        self.vaults.begin(self._window.folder)

    def show_restore(self) -> None:
        """Ask for a backup and for the name of a new vault."""
        self._turn_to(self.restore)
        self.restore.begin()

    def refuse(self, sentence: str) -> None:
        """Say what did not work beside the ways that are left."""
        self.show_vaults()
        self.vaults.refuse(sentence)

    def forget(self) -> None:
        """Forget what was typed."""
        self.recovery.forget()
        self.restore.forget()

    def _turn_to(self, page: QWidget) -> None:
        self._window.ui.pages.setCurrentWidget(page)
