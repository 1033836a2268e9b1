"""Save the open ledger of an organisation: to whom it goes and what for, and then where."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from advisor_app._assets.forms.ledger_dialog import Ui_LedgerDialog
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.reporting import Verdict
from advisor_app.gui.desk import Desk
from advisor_app.gui.mnemonics import give_mnemonics
from advisor_app.gui.parts.file_choice import choose_file, dated
from advisor_app.gui.parts.form import read
from advisor_app.gui.parts.marks import announce, mark, unmark
from advisor_app.gui.scrolling import let_scroll
from advisor_app.services.figures.auditing import Auditing

_FIELDS = ("recipient", "purpose")


class LedgerDialog(QDialog):
    """Shows what would go along and what it gives away; stays open until the file is there."""

    _progressed = Signal(int, int)

    def __init__(
        self, desk: Desk, organisation: Organisation, words: tuple[str, ...], parent: QWidget
    ) -> None:
        """Take the advisor's own words that an older program put into this ledger."""
        super().__init__(parent)
        self.ui = Ui_LedgerDialog()
        self.ui.setupUi(self)
        if words:
            self.ui.save.setText(self.tr("Toch opslaan…"))
        desk.look.dress(self)
        let_scroll(self)
        desk.look.size_window(self, 640, 420)
        self._desk = desk
        self._organisation = organisation
        self._words = words
        self.ui.own_words.setVisible(bool(words))
        self.ui.words.setText("\n".join(f"“{each}”" for each in words))
        self._unmark()
        self.ui.save.clicked.connect(self.choose)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.recipient.setFocus()
        self._auditing = Auditing()
        self._progressed.connect(self._show_progress)
        self.finished.connect(self._auditing.stop)
        self._judge()

    def choose(self) -> None:
        """Ask where the file goes, once it is known to whom and what for."""
        self._unmark()
        try:
            self._given()
        except InvalidError as error:
            self._refuse(error)
            return
        title = self.tr("Waar komt het controlebestand?")
        name = dated(f"{self._organisation.code}-LEDGER", self._desk.today(), "json")
        choose_file(self, title, name, "JSON", self.save_to)

    def save_to(self, target: Path) -> None:
        """Write the file, and write down that it left."""
        copies, organisation, words = (
            self._desk.session.ledger_copies,
            self._organisation.id,
            self._words,
        )
        recipient, purpose = self._given()
        self.ui.save.setEnabled(False)
        self._desk.tasks.run(
            lambda: copies.save(organisation, target, recipient, purpose, words),
            then=lambda _copy: self._saved(),
            otherwise=self._refuse,
            owner=self,
        )

    def _judge(self) -> None:
        """Find out whether a figure that was said gives away what the releases do not."""
        copies, organisation, auditing = (
            self._desk.session.ledger_copies,
            self._organisation.id,
            self._auditing,
        )
        self.ui.judged.hide()
        self.ui.save.setEnabled(False)

        def tell(done: int, every: int) -> None:
            if isValid(self):
                self._progressed.emit(done, every)

        def audit(ledger: bytes | None) -> None:
            if ledger is None:
                self.ui.save.setEnabled(True)
                return
            self._say(self.tr("Even controleren wat iemand hieruit kan uitrekenen…"))
            self.ui.progress.setRange(0, 0)
            self._desk.calculations.run(
                lambda: auditing.judged(ledger, tell),
                then=self._show_judgement,
                owner=self,
            )

        self._desk.tasks.run(
            lambda: copies.to_judge(organisation), then=audit, otherwise=self._refuse, owner=self
        )

    def _show_judgement(self, verdict: Verdict) -> None:
        self.ui.progress.hide()
        self.ui.save.setEnabled(True)
        if verdict is Verdict.SAFE:
            self.ui.judged.hide()
            self.ui.save.setAccessibleDescription("")
            return
        self._say(
            self.tr(
                "Let op: met een aantal dat u noemde, kan wie dit controlebestand krijgt een klein aantal uitrekenen."
            )
            if verdict is Verdict.UNSAFE
            else self.tr(
                "Let op: de controle is niet af. Misschien kan wie dit controlebestand krijgt een klein aantal uitrekenen."
            )
        )
        self.ui.save.setText(self.tr("Toch opslaan…"))
        give_mnemonics(self)

    def _say(self, sentence: str) -> None:
        self.ui.judgement.setText(sentence)
        self.ui.judged.show()
        self.ui.save.setAccessibleDescription(sentence)
        announce(self.ui.judgement, sentence)

    def _show_progress(self, done: int, every: int) -> None:
        self.ui.progress.setRange(0, every)
        self.ui.progress.setValue(done)

    def _given(self) -> tuple[str, str]:
        """Return to whom the file goes and what for.

        Raises:
            InvalidError: EMPTY, naming the field.
        """
        given = read(self.ui, *_FIELDS)
        for field, text in given.items():
            if not text:
                raise InvalidError(field, Problem.EMPTY)
        return given["recipient"], given["purpose"]

    def _saved(self) -> None:
        self._desk.news.saved.emit(self._desk.now())
        self._desk.news.said.emit(self.tr("Het controlebestand is opgeslagen."))
        self.accept()

    def _refuse(self, error: ProblemError) -> None:
        self.ui.save.setEnabled(True)
        field = error.field if isinstance(error, InvalidError) else ""
        mark(self.ui, field, self._desk.sentence(error), self.ui.problem)

    def _unmark(self) -> None:
        unmark(self.ui, _FIELDS, self.ui.problem)
