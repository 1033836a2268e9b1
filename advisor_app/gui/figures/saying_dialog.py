"""Write down what was said outside the reports: weighed first, then kept for good."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from advisor_app._assets.forms.saying_dialog import Ui_SayingDialog
from advisor_app.domain.history import Cost, SayablePeriod, Saying
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.figures.period_words import period_words
from advisor_app.gui.figures.saying_words import cost_words
from advisor_app.gui.parts.confirm import confirm
from advisor_app.gui.parts.form import leave_the_wheel_alone, offer
from advisor_app.gui.parts.marks import bring_into_sight, mark, unmark
from advisor_app.services.figures.auditing import Auditing
from advisor_app.services.figures.sayings import Weighing

PATIENCE_MS = 1_000
"""After this long somebody who waits sees how far the weighing is; Annuleren stops it."""

_FIELDS = ("said_on", "recipient_role", "text", "value")


class SayingDialog(QDialog):
    """Stays open until the ledger has it; closed without that, the toast brings it back."""

    _progressed = Signal(int, int)

    def __init__(self, desk: Desk, organisation: OrganisationId, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_SayingDialog()
        self.ui.setupUi(self)
        desk.look.dress(self)
        desk.look.size_window(self, 640, 600)
        self._desk = desk
        self._organisation = organisation
        self._periods: tuple[SayablePeriod, ...] = ()
        leave_the_wheel_alone(self)
        self.ui.said_on.set_clock(desk.today)
        self.ui.said_on.set_day(desk.today())
        roles = desk.session.codes.offered("CTR", desk.today())
        offer(
            self.ui.recipient_role, [(each.code, each.label.text(desk.language)) for each in roles]
        )
        self._at_first = self._typed()
        self.auditing: Auditing | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.ui.weighing.show)
        self._progressed.connect(self._show_progress)
        self.ui.weighing.hide()
        self.ui.figure.hide()
        self._unmark()
        self._allow(self.tr("Even geduld…"))
        self.ui.has_figure.toggled.connect(self._show_figure)
        self.ui.period.currentIndexChanged.connect(self._offer_lines)
        self.ui.save.clicked.connect(self.save)
        self.ui.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.ui.text.setFocus()
        sayings, language = desk.session.sayings, desk.language
        desk.tasks.run(
            lambda: sayings.periods(organisation, language),
            then=self._offer_periods,
            otherwise=self._refuse,
            owner=self,
        )

    def save(self) -> None:
        """Have it weighed; what costs something is asked about once."""
        if not self.ui.save.isEnabled():
            return
        self._unmark()
        try:
            saying = self._saying()
        except InvalidError as error:
            self._refuse(error)
            return
        sayings, organisation = self._desk.session.sayings, self._organisation
        self.ui.save.setEnabled(False)
        self._desk.tasks.run(
            lambda: sayings.weigh(organisation, saying),
            then=lambda weighing: self._weigh(saying, weighing),
            otherwise=self._refuse,
            owner=self,
        )

    def reject(self) -> None:
        """Close, and weigh no further; what was typed can be brought back."""
        if self.auditing is not None:
            self.auditing.stop()
            self.auditing = None
            self._patience.stop()
            self.ui.weighing.hide()
            self.ui.save.setEnabled(True)
        super().reject()
        if self._typed() == self._at_first:
            self.deleteLater()
        else:
            self._desk.news.undo_offered.emit(self.tr("U sloot zonder op te slaan."), self.open)

    def _typed(self) -> tuple[object, ...]:
        ui = self.ui
        return (
            *(each.text() for each in (ui.said_on.line, ui.text, ui.value)),
            ui.recipient_role.currentData(),
            ui.has_figure.isChecked(),
        )

    def _saying(self) -> Saying:
        """Return what was filled in.

        Raises:
            InvalidError: naming the field.
        """
        if self.ui.said_on.is_empty():
            raise InvalidError("said_on", Problem.EMPTY)
        figure: dict[str, Any] = {}
        if self.ui.has_figure.isChecked():
            typed = self.ui.value.text().strip()
            if not typed:
                raise InvalidError("value", Problem.EMPTY)
            if not (typed.isascii() and typed.isdigit()):
                raise InvalidError("value", Problem.NOT_A_NUMBER)
            period = self._periods[self.ui.period.currentIndex()]
            line = period.lines[self.ui.line.currentIndex()]
            figure = {"period": period.times, "line": line.line, "value": int(typed)}
        return Saying(
            said_on=self.ui.said_on.day("said_on"),
            recipient_role=self.ui.recipient_role.currentData(),
            text=self.ui.text.text().strip(),
            **figure,
        )

    def _offer_periods(self, periods: tuple[SayablePeriod, ...]) -> None:
        self._periods = periods
        offer(
            self.ui.period,
            [(row, period_words(each.name)) for row, each in enumerate(periods)],
        )
        self._offer_lines()
        self._allow(
            ""
            if periods
            else self.tr(
                "Kies eerst op Cijfers welke cijfers deze organisatie krijgt. Daarna kunt u hier vastleggen wat u zei."
            )
        )

    def _show_figure(self, on: bool) -> None:  # noqa: FBT001  (a signal's value)
        self.ui.figure.setVisible(on)
        if on:
            bring_into_sight(self.ui.value)

    def _offer_lines(self) -> None:
        row = self.ui.period.currentIndex()
        lines = self._periods[row].lines if 0 <= row < len(self._periods) else ()
        offer(
            self.ui.line,
            [
                (number, f"{each.table}: {each.label}" if each.table else each.label)
                for number, each in enumerate(lines)
            ],
        )

    def _weigh(self, saying: Saying, weighing: Weighing) -> None:
        """Find out what it costs beside the vault: a large organisation takes the auditor long."""
        if not self.isVisible():  # closed before the vault had answered
            self.ui.save.setEnabled(True)
            return
        self.auditing = auditing = Auditing()
        self.ui.progress.setRange(0, 0)
        self._patience.start()

        def tell(done: int, every: int) -> None:
            if isValid(self):
                self._progressed.emit(done, every)

        def weighed(cost: Cost) -> None:
            if self.auditing is not auditing:  # closed meanwhile
                return
            self.auditing = None
            self._patience.stop()
            self.ui.weighing.hide()
            self.ui.save.setEnabled(True)
            self._ask(saying, cost)

        self._desk.calculations.run(lambda: weighing.cost(auditing, tell), then=weighed, owner=self)

    def _show_progress(self, done: int, every: int) -> None:
        self.ui.progress.setRange(0, every)
        self.ui.progress.setValue(done)

    def _ask(self, saying: Saying, cost: Cost) -> None:
        if cost == Cost():
            self._keep(saying)
            return
        confirm(
            self,
            self.tr("Dit vastleggen? Het kan daarna niet meer weg."),
            cost_words(cost),
            self.tr("Al gezegd: vastleggen"),
            lambda: self._keep(saying),
        )

    def _keep(self, saying: Saying) -> None:
        sayings, organisation = self._desk.session.sayings, self._organisation
        self.ui.save.setEnabled(False)
        self._desk.tasks.run(
            lambda: sayings.keep(organisation, saying),
            then=self._kept,
            otherwise=self._refuse,
            owner=self,
        )

    def _kept(self, _done: None) -> None:
        self._desk.news.saved.emit(self._desk.now())
        self._desk.news.said.emit(self.tr("Vastgelegd wat u zei."))
        self.accept()
        self.deleteLater()

    def _refuse(self, error: ProblemError) -> None:
        self.ui.save.setEnabled(bool(self._periods))
        field = error.field if isinstance(error, InvalidError) else ""
        sentence = self._desk.sentence(error)
        if error.problem is Problem.CONTRADICTS_LEDGER:
            sentence = self.tr(
                "Dit klopt niet met wat eerder is gegeven of genoemd. Er is niets opgeslagen. Hebt u het toch zo gezegd? Leg dan alleen uw woorden vast, zonder aantal."
            )
        mark(self.ui, field, sentence, self.ui.problem)

    def _allow(self, reason: str) -> None:
        self.ui.save.setEnabled(not reason)
        self.ui.save.setAccessibleDescription(reason)
        self.ui.has_figure.setEnabled(not reason)
        self.ui.reason.setText(reason)
        self.ui.reason.setVisible(bool(reason))

    def _unmark(self) -> None:
        unmark(self.ui, _FIELDS, self.ui.problem)
