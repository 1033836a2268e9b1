"""The way in by the recovery code, for whoever lost a passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor_app._assets.forms.recovery_page import Ui_RecoveryPage
from advisor_app.domain.language import Language
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.vaults.long_work import Work
from advisor_app.services import words
from advisor_app.services.access import Access


class RecoveryPage(QWidget):
    """Opens a vault by the code of its sheet."""

    opened = Signal(object)
    """A Session, whose passphrase is forgotten."""

    left = Signal()

    def __init__(self, access: Access, language: Language, work: Work) -> None:
        super().__init__()
        self.ui = Ui_RecoveryPage()
        self.ui.setupUi(self)
        self._access = access
        self._language = language
        self._work = work
        self._folder: Path | None = None
        self.ui.open_with_code.clicked.connect(self.open)
        self.ui.code.returnPressed.connect(self.open)
        self.ui.back.clicked.connect(self.left)

    def begin(self, folder: Path | None) -> None:
        """Ask for the code of a vault."""
        self._folder = folder
        self._unmark()
        self.ui.code.setFocus()

    def open(self) -> None:
        """Open the vault with the code that was typed."""
        folder, code = self._folder, self.ui.code.text()
        self._unmark()
        if not code.strip():
            self._mark(self.tr("Typ eerst de code van uw blad."))
        elif folder is not None:
            self._work(
                lambda: self._access.open_with_recovery_code(folder, code),
                self.opened.emit,
                self._refuse,
                self.tr("Bezig met openen…"),
            )

    def forget(self) -> None:
        """Forget what was typed."""
        self.ui.code.clear()

    def _refuse(self, error: ProblemError) -> None:
        self._mark(words.sentence(error.problem, self._language))

    def _mark(self, sentence: str) -> None:
        mark(self.ui, "code", sentence, self.ui.code_problem)

    def _unmark(self) -> None:
        unmark(self.ui, ("code",), self.ui.code_problem)
