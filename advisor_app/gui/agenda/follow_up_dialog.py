"""Put something into the agenda, or move it."""

import re
from dataclasses import replace
from datetime import date, time

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from advisor_app._assets.forms.follow_up_dialog import Ui_FollowUpDialog
from advisor_app.domain import known_codes
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import CaseId, OrganisationId
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.form import leave_the_wheel_alone, offer, read, show
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.scrolling import let_scroll

_FIELDS = ("kind", "due_on", "text")
_TIME = re.compile(r"([01]?\d|2[0-3])(?:[:.uh]([0-5]\d)?)?(?: ?uur)?")


class FollowUpDialog(QDialog):
    """Stays open until the vault has it; closed without that, the toast brings it back."""

    def __init__(
        self,
        desk: Desk,
        case: CaseId | None,
        organisation: OrganisationId | None,
        follow_up: FollowUp | None,
        parent: QWidget,
    ) -> None:
        """Take the follow-up to move, or what a new one belongs to."""
        super().__init__(parent)
        self.ui = Ui_FollowUpDialog()
        self.ui.setupUi(self)
        if follow_up is not None:
            self.ui.heading.setText(self.tr("Verzetten of wijzigen"))
            self.ui.save.setText(self.tr("Opslaan"))
        desk.look.dress(self)
        let_scroll(self)
        self._desk = desk
        self._before = follow_up
        self.day: date | None = None
        self._case, self._organisation = case, organisation
        leave_the_wheel_alone(self)
        self._unmark()
        self.ui.due_on.ahead = True
        self.ui.due_on.set_clock(desk.today)
        items = desk.session.codes.offered("FUP", desk.today())
        offer(
            self.ui.kind,
            [(item.code, item.label.text(desk.language)) for item in items],
            known_codes.APPOINTMENT,
        )
        if follow_up is not None:
            show(self.ui, follow_up, *_FIELDS)
            if follow_up.due_at is not None:
                self.ui.due_at.setText(desk.clock(follow_up.due_at))
        self.ui.remove.setHidden(follow_up is None)
        self._at_first = self._typed()
        self.ui.save.clicked.connect(self.save)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.remove.clicked.connect(self.remove)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.ui.due_on.setFocus()

    def save(self) -> None:
        """Hand it to the vault."""
        self._unmark()
        try:
            follow_up = self._follow_up()
        except InvalidError as error:
            self._refuse(error)
            return
        agenda, before = self._desk.session.agenda, self._before
        self.day = follow_up.due_on
        self.ui.save.setEnabled(False)
        self._desk.tasks.run(
            lambda: agenda.plan(follow_up) if before is None else agenda.change(follow_up),
            then=self._kept,
            otherwise=self._refuse,
            owner=self,
        )

    def remove(self) -> None:
        """Take it out of the agenda; the toast puts it back."""
        agenda, before = self._desk.session.agenda, self._before
        assert before is not None
        self._desk.tasks.run(
            lambda: agenda.remove(before.id),
            then=self._removed,
            otherwise=self._refuse,
            owner=self,
        )

    def reject(self) -> None:
        """Close; what was typed can be brought back."""
        super().reject()
        if self._typed() == self._at_first:
            self.deleteLater()
        else:
            self._desk.news.undo_offered.emit(self.tr("U sloot zonder op te slaan."), self.open)

    def _typed(self) -> tuple[str, ...]:
        ui = self.ui
        lines = (ui.due_on.line, ui.due_at, ui.text)
        return (ui.kind.currentText(), *(line.text() for line in lines))

    def _follow_up(self) -> FollowUp:
        if self.ui.due_on.is_empty():
            raise InvalidError("due_on", Problem.EMPTY)
        values = {**read(self.ui, *_FIELDS), "due_at": _time(self.ui.due_at.text())}
        if self._before is not None:
            return replace(self._before, **values)
        return FollowUp(case=self._case, organisation=self._organisation, **values)

    def _kept(self, before: FollowUp) -> None:
        desk = self._desk
        desk.news.saved.emit(desk.now())
        if self._before is not None:
            desk.news.undo_offered.emit(
                self.tr("%1 is gewijzigd.").replace("%1", desk.label(before.kind)),
                lambda: desk.tasks.run(lambda: desk.session.agenda.change(before)),
            )
        self.accept()
        self.deleteLater()

    def _removed(self, before: FollowUp) -> None:
        desk = self._desk
        desk.news.undo_offered.emit(
            self.tr("%1 is verwijderd.").replace("%1", desk.label(before.kind)),
            lambda: desk.tasks.run(lambda: desk.session.agenda.plan(before)),
        )
        self.accept()
        self.deleteLater()

    def _refuse(self, error: ProblemError) -> None:
        self.ui.save.setEnabled(True)
        field = error.field if isinstance(error, InvalidError) else ""
        mark(self.ui, field, self._desk.sentence(error), self.ui.problem)

    def _unmark(self) -> None:
        unmark(self.ui, (*_FIELDS, "due_at"), self.ui.problem)


def _time(typed: str) -> time | None:
    """Return a time as people write it: 14:00, 14.30, 9u, 9."""
    text = typed.strip().lower()
    if not text:
        return None
    found = _TIME.fullmatch(text)
    if found is None:
        raise InvalidError("due_at", Problem.NOT_A_TIME)
    return time(int(found[1]), int(found[2] or 0))
