"""The way in: by passphrase, or by what this device keeps; the other ways are handed in."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton

from advisor_app._assets.forms.unlock_window import Ui_UnlockWindow
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.gui.look import Look
from advisor_app.gui.mnemonics import give_mnemonics
from advisor_app.gui.parts.marks import announce, let_enter_press, mark, unmark
from advisor_app.gui.tasks import Tasks
from advisor_app.gui.vaults.long_work import LongWork
from advisor_app.services import words
from advisor_app.services.access import Access

LULL_MS = 60
"""Once the way in is painted and somebody begins to type, there is time to load the rest."""

_ABOUT_THE_VAULT = {
    Problem.DAMAGED,
    Problem.DAMAGED_KEY_FILE,
    Problem.LOST_KEY_FILES,
    Problem.LOST_DATABASE,
    Problem.TAMPERED,
    Problem.ROLLED_BACK,
}
"""What a backup helps against."""


class OtherWays(Protocol):
    """The pages that nobody sees at first."""

    def show_recovery(self) -> None:
        """Ask for the recovery code of the vault."""

    def show_vaults(self) -> None:
        """List the vaults of this computer, and the other ways on."""

    def show_restore(self) -> None:
        """Ask for a backup and for the name of a new vault."""

    def refuse(self, sentence: str) -> None:
        """Say what did not work beside the ways that are left."""

    def forget(self) -> None:
        """Forget what was typed."""


class UnlockWindow(QFrame):
    """Opens one vault; what was typed stays on an error, and is forgotten on success."""

    opened = Signal(object)
    """A Session."""

    recovered = Signal(object)
    """A Session that the recovery code opened: its passphrase is forgotten."""

    restored = Signal(object)
    """A Restored: the session of a vault that was made from a backup."""

    at_rest = Signal()
    """Painted for the first time, a moment ago: what could wait may be done now."""

    demo_wanted = Signal()
    new_vault_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        access: Access,
        tasks: Tasks,
        look: Look,
        language: Language,
        folder: Path | None,
        find_ways: Callable[["UnlockWindow"], OtherWays],
    ) -> None:
        super().__init__()
        self.ui = Ui_UnlockWindow()
        self.ui.setupUi(self)
        give_mnemonics(self)
        look.dress(self)
        self.access = access
        self.look = look
        self.language = language
        self.folder = folder
        self._tasks = tasks
        self._find_ways = find_ways
        self._ways: OtherWays | None = None
        self._is_busy = False
        self._is_painted = False
        self.restoring = LongWork(self.ui.progress, self.ui.stop_restore)
        keeps_its_place = self.ui.stop_restore.sizePolicy()
        keeps_its_place.setRetainSizeWhenHidden(True)
        self.ui.stop_restore.setSizePolicy(keeps_its_place)
        self.ui.working.hide()
        self._wire()
        let_enter_press(self)
        self._unmark()
        look.size_window(self, 540, 520)
        if folder is None:
            self.show_vaults()
        else:
            self.choose(folder)

    @property
    def ways(self) -> OtherWays:
        """Return the other ways in."""
        if self._ways is None:
            self._ways = self._find_ways(self)
        return self._ways

    def choose(self, folder: Path) -> None:
        """Ask for the passphrase of a vault."""
        self.folder = folder
        self.ui.vault_name.setText(folder.name.removesuffix(".vault"))
        self.ui.open_here.hide()
        self.show_unlock()
        if self._is_painted:
            self._ask_key_store()
            self._ask_lock()

    def show_unlock(self) -> None:
        """Go back to the passphrase."""
        self._unmark()
        self.ui.pages.setCurrentWidget(self.ui.unlock_page)
        self.ui.passphrase.setFocus()

    def open(self) -> None:
        """Open the vault with the passphrase that was typed."""
        folder, passphrase = self.folder, self.ui.passphrase.text()
        if not passphrase.strip():
            self._unmark()
            self._mark(self.tr("Typ eerst uw wachtzin."))
        elif folder is not None:
            self.work(
                lambda: self.access.open(folder, passphrase),
                self.opened.emit,
                self._refuse_passphrase,
                self.tr("Bezig met openen…"),
            )

    def open_here(self) -> None:
        """Open the vault by what the key store of this device keeps."""
        folder = self.folder
        if folder is None:
            return

        def then(session: object) -> None:
            if session is None:
                self.ui.open_here.hide()
                self.ui.passphrase.setFocus()
                self._say(self.tr("Op deze computer kan dat niet meer. Typ uw wachtzin."))
            else:
                self.opened.emit(session)

        self.work(
            lambda: self.access.open_with_keyring(folder),
            then,
            self._refuse_passphrase,
            self.tr("Bezig met openen…"),
        )

    def show_recovery(self) -> None:
        """Ask for the recovery code of the vault."""
        self.ways.show_recovery()

    def show_vaults(self) -> None:
        """List the vaults of this computer, and the other ways on."""
        self.ways.show_vaults()

    def show_restore(self) -> None:
        """Ask for a backup and for the name of a new vault."""
        self.ways.show_restore()

    def practise(self) -> None:
        """Ask for a vault of invented people, which takes a while to make."""
        self._show_busy(self.tr("De oefenkluis wordt gemaakt. Dit duurt even…"))
        self.demo_wanted.emit()

    def work(
        self,
        work: Callable[[], object],
        then: Callable[[object], None],
        otherwise: Callable[[ProblemError], None],
        words_meanwhile: str,
    ) -> None:
        """Do something that takes a second; on an error the text stays where it was typed."""
        if self._is_busy:
            return

        def done(value: object) -> None:
            self._show_busy("")
            self._forget()
            then(value)

        def refused(error: ProblemError) -> None:
            self._show_busy("")
            otherwise(error)

        self._tasks.run(work, then=done, otherwise=refused, owner=self)
        self._show_busy(words_meanwhile)

    def refuse(self, sentence: str) -> None:
        """Say what did not work, where no field is to blame."""
        self._show_busy("")
        if self.ui.pages.currentWidget() is self.ui.unlock_page:
            self._say(sentence)
        else:
            self.ways.refuse(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Go back by Escape."""
        ui = self.ui
        ways = (ui.stop_restore,) if self._is_busy else ui.pages.findChildren(QPushButton, "back")
        back = next((button for button in ways if button.isVisible()), None)
        if event.key() == QtCore.Qt.Key.Key_Escape and back is not None:
            back.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Leave for later what nobody needs to see the window."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(LULL_MS, self, self._rest)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's name)
        """Forget what was typed, and stop what is being restored."""
        self.restoring.stop()
        self._forget()
        self.closed.emit()
        super().closeEvent(event)

    def _wire(self) -> None:
        ui = self.ui
        ui.open.clicked.connect(self.open)
        ui.passphrase.accepted.connect(self.open)
        ui.open_here.clicked.connect(self.open_here)
        ui.use_recovery_code.clicked.connect(self.show_recovery)
        ui.other_vault.clicked.connect(self.show_vaults)
        ui.rescue.clicked.connect(self.show_restore)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Ask again who has the vault open, when somebody comes back from there."""
        super().changeEvent(event)
        came = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if came and self._is_painted:
            self._ask_lock()

    def _rest(self) -> None:
        self._ask_key_store()
        self._ask_lock()
        self.at_rest.emit()

    def _ask_key_store(self) -> None:
        """Offer to open without a passphrase where this device keeps what opens the vault."""
        folder = self.folder
        if folder is not None:
            self._tasks.run(
                lambda: self.access.is_trusted_here(folder),
                then=self.ui.open_here.setVisible,
                owner=self,
                latest="trusted",
            )

    def _ask_lock(self) -> None:
        """Say before the passphrase is typed that another window has the vault open.

        While this one opens it, the answer would be about itself.
        """
        folder = self.folder
        if folder is not None and not self._is_busy:
            self._tasks.run(
                lambda: self.access.is_in_use(folder),
                then=self._show_lock,
                owner=self,
                latest="in use",
            )

    def _show_lock(self, taken: bool) -> None:  # noqa: FBT001  (the answer as it comes)
        place, sentence = self.ui.passphrase_problem, words.sentence(Problem.IN_USE, self.language)
        if taken and not (self._is_busy or place.text()):
            mark(self.ui, "", sentence, place)
        elif not taken and place.text() == sentence:
            self._unmark()

    def _show_busy(self, words_meanwhile: str) -> None:
        self._is_busy = bool(words_meanwhile)
        if not self._is_busy:
            self.restoring.end()
        self.ui.pages.setEnabled(not self._is_busy)
        self.ui.working.setVisible(self._is_busy)
        if self._is_busy:
            self._unmark()
            self.ui.working.setText(words_meanwhile)
            announce(self.ui.working, words_meanwhile)

    def _refuse_passphrase(self, error: ProblemError) -> None:
        if error.problem is Problem.WRONG_PASSPHRASE:
            self._mark(self._sentence(error))
            self.ui.passphrase.let_be_replaced()
            return
        self._say(self._sentence(error))
        self.ui.rescue.setVisible(error.problem in _ABOUT_THE_VAULT)
        (self.ui.rescue if self.ui.rescue.isVisible() else self.ui.passphrase).setFocus()

    def _sentence(self, error: ProblemError) -> str:
        return words.sentence(error.problem, self.language)

    def _mark(self, sentence: str) -> None:
        mark(self.ui, "passphrase", sentence, self.ui.passphrase_problem)

    def _say(self, sentence: str) -> None:
        mark(self.ui, "", sentence, self.ui.passphrase_problem)

    def _unmark(self) -> None:
        unmark(self.ui, ("passphrase",), self.ui.passphrase_problem)
        self.ui.rescue.hide()

    def _forget(self) -> None:
        self.ui.passphrase.clear()
        if self._ways is not None:
            self._ways.forget()
