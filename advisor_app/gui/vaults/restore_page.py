"""The way in from a backup, which becomes a new vault."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor_app._assets.forms.restore_page import Ui_RestorePage
from advisor_app.domain.backup import SUFFIX as BACKUP_SUFFIX
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.gui.parts.file_choice import choose_existing
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.vaults.long_work import LongWork, Work
from advisor_app.services import words
from advisor_app.services.access import Access, Restored

_FIELDS = ("choose_source", "name", "secret")
_FIELD_OF = {
    Problem.WRONG_PASSPHRASE: "secret",
    Problem.WRONG_RECOVERY_CODE: "secret",
    Problem.MISTYPED_RECOVERY_CODE: "secret",
    Problem.ALREADY_THERE: "name",
    Problem.NOT_A_BACKUP: "choose_source",
    Problem.UNREACHABLE: "choose_source",
    Problem.DAMAGED_BACKUP: "choose_source",
    Problem.TAMPERED: "choose_source",
    Problem.NEWER_FORMAT: "choose_source",
}
"""Which field has to change before a restore can work."""


class RestorePage(QWidget):
    """Makes a vault from a backup; what was typed stays on an error."""

    restored = Signal(object)
    """A Restored: the session of the new vault."""

    left = Signal()

    def __init__(self, access: Access, language: Language, work: Work, restoring: LongWork) -> None:
        super().__init__()
        self.ui = Ui_RestorePage()
        self.ui.setupUi(self)
        self._access = access
        self._language = language
        self._work = work
        self._restoring = restoring
        self._source: Path | None = None
        self._wire()

    def begin(self) -> None:
        """Ask for a backup and for the name of a new vault."""
        self._unmark()
        self.ui.choose_source.setFocus()

    def take_source(self, source: Path) -> None:
        """Take the backup file to restore from."""
        self._unmark()
        suggested = "" if self._source is None else self._source.stem
        self._source = source
        self.ui.source.setText(source.name)
        if self.ui.name.text() in {"", suggested}:
            self.ui.name.setText(source.stem)
        self.ui.secret.setFocus()

    def restore_now(self) -> None:
        """Make a new vault from the chosen backup."""
        source, name, typed = self._source, self.ui.name.text(), self.ui.secret.text()
        self._unmark()
        if source is None:
            self._mark("choose_source", self.tr("Kies eerst een back-up."))
        elif not name.strip():
            self._mark("name", self.tr("Geef de nieuwe kluis een naam."))
        elif not typed.strip():
            self._mark("secret", self.tr("Typ de wachtzin of de herstelcode van deze back-up."))
        else:
            self._restoring.begin()
            self._work(
                lambda: self._restored(source, name, typed),
                self.restored.emit,
                self._refuse,
                self.tr("Bezig met terugzetten en controleren…"),
            )

    def forget(self) -> None:
        """Forget what was typed."""
        self.ui.secret.clear()

    def _wire(self) -> None:
        ui = self.ui
        ui.choose_source.clicked.connect(self._choose_source)
        ui.name.returnPressed.connect(ui.secret.setFocus)
        ui.secret.accepted.connect(self.restore_now)
        ui.restore_now.clicked.connect(self.restore_now)
        ui.back.clicked.connect(self.left)

    def _choose_source(self) -> None:
        kind = self.tr("Back-ups")
        choose_existing(self, self.tr("Back-up kiezen"), kind, (BACKUP_SUFFIX,), self.take_source)

    def _restored(self, source: Path, name: str, typed: str) -> Restored:
        """Restore by what was typed: a recovery code proves itself to be one."""
        folder, progress = self._access.folders.of(name), self._restoring.progress
        try:
            return self._access.restore(source, folder, recovery_code=typed, progress=progress)
        except ProblemError as mistyped:
            if mistyped.problem is not Problem.MISTYPED_RECOVERY_CODE:
                raise
            try:
                return self._access.restore(source, folder, passphrase=typed, progress=progress)
            except ProblemError as error:
                wrong = error.problem is Problem.WRONG_PASSPHRASE
                raise (mistyped if wrong and _looks_like_code(typed) else error) from None

    def _refuse(self, error: ProblemError) -> None:
        sentence = words.sentence(error.problem, self._language)
        if error.problem is Problem.WRONG_PASSPHRASE:
            sentence = self.tr(
                "Deze wachtzin past niet bij deze back-up. "
                "Een oudere back-up opent met de wachtzin van toen."
            )
        elif error.problem is Problem.WRONG_RECOVERY_CODE:
            sentence = self.tr(
                "Deze herstelcode past niet bij deze back-up. "
                "Een oudere back-up opent met de code of de wachtzin van toen."
            )
        elif error.problem is Problem.NEWER_FORMAT:
            sentence = self.tr(
                "Deze back-up is gemaakt met een nieuwere versie van Vertrouwd. "
                "Installeer eerst de nieuwste versie."
            )
        elif isinstance(error, InvalidError):
            sentence = self.tr("Deze naam kan niet. Gebruik alleen letters, cijfers en spaties.")
        field = error.field if isinstance(error, InvalidError) else _FIELD_OF.get(error.problem, "")
        self._mark(field, sentence)
        if error.problem is Problem.WRONG_PASSPHRASE:
            self.ui.secret.let_be_replaced()
        if not field:
            self.ui.restore_now.setFocus()

    def _mark(self, field: str, sentence: str) -> None:
        mark(self.ui, field, sentence, self.ui.problem)

    def _unmark(self) -> None:
        unmark(self.ui, _FIELDS, self.ui.problem)


def _looks_like_code(typed: str) -> bool:
    """Tell a mistyped recovery code from a passphrase: it has digits, and about its length."""
    plain = "".join(typed.replace("-", " ").split())
    return plain.isalnum() and 30 <= len(plain) <= 38 and any(map(str.isdigit, plain))
