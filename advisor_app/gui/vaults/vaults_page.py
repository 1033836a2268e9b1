"""The vaults of this computer, and the ways to one that is not there yet."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from advisor_app._assets.forms.vaults_page import Ui_VaultsPage
from advisor_app.gui.parts.file_choice import choose_folder
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.services.vault_folders import VaultFolders


class VaultsPage(QWidget):
    """Lists vaults, of which one is chosen."""

    chosen = Signal(object)
    """The folder of a vault, a Path."""

    restore_wanted = Signal()
    demo_wanted = Signal()
    new_vault_wanted = Signal()
    left = Signal()

    def __init__(self, folders: VaultFolders) -> None:
        super().__init__()
        self.ui = Ui_VaultsPage()
        self.ui.setupUi(self)
        self._folders = folders
        self._wire()

    def begin(self, current: Path | None) -> None:
        """List what there is now; whoever comes from a vault may go back to it."""
        unmark(self.ui, (), self.ui.problem)
        self._list(current)
        self.ui.back.setVisible(current is not None)
        (self.ui.vaults if self.ui.vaults.count() else self.ui.restore).setFocus()

    def refuse(self, sentence: str) -> None:
        """Say what did not work."""
        mark(self.ui, "", sentence, self.ui.problem)

    def _wire(self) -> None:
        ui = self.ui
        ui.vaults.itemActivated.connect(lambda _item: self._choose_listed())
        ui.choose.clicked.connect(self._choose_listed)
        ui.browse.clicked.connect(self._browse)
        ui.restore.clicked.connect(self.restore_wanted)
        ui.practise.clicked.connect(self.demo_wanted)
        ui.new_vault.clicked.connect(self.new_vault_wanted)
        ui.back.clicked.connect(self.left)

    def _list(self, current: Path | None) -> None:
        self.ui.vaults.clear()
        for known in self._folders.all():
            beside = known.folder.parent != self._folders.home
            item = QListWidgetItem(
                f"{known.name}  ·  {known.folder.parent}" if beside else known.name
            )
            item.setData(Qt.ItemDataRole.UserRole, str(known.folder))
            self.ui.vaults.addItem(item)
            if known.folder == current:
                self.ui.vaults.setCurrentItem(item)
        if self.ui.vaults.currentRow() < 0:
            self.ui.vaults.setCurrentRow(0)
        some = self.ui.vaults.count() > 0
        self.ui.vaults.setVisible(some)
        self.ui.choose.setVisible(some)
        self.ui.no_vaults.setHidden(some)

    def _choose_listed(self) -> None:
        item = self.ui.vaults.currentItem()
        if self.ui.vaults.count():
            self.chosen.emit(Path(str(item.data(Qt.ItemDataRole.UserRole))))

    def _browse(self) -> None:
        choose_folder(self, self.tr("Map van de kluis kiezen"), self.chosen.emit)
