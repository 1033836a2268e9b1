"""What is planned in a case: appointments, aftercare and other things to do."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.overview import CaseFile
from advisor_app.gui.agenda.follow_up_dialog import FollowUpDialog
from advisor_app.gui.agenda.ticking_off import put_back_on, tick_off
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.layouts import empty, will_have_focus


class CaseAgenda(QObject):
    """Fills one part of the pane of a case, a row for each follow-up."""

    def __init__(self, desk: Desk, part: QWidget, layout: QVBoxLayout) -> None:
        super().__init__(part)
        self._desk = desk
        self._part = part
        self._layout = layout

    def show(self, file: CaseFile) -> None:
        """Show what is planned in a case."""
        was_here = will_have_focus(self._part)
        empty(self._layout)
        add = QPushButton(self.tr("Afspraak of opvolging toevoegen…"), self._part)
        self._desk.look.put_icon(add, "calendar-plus", "text")
        add.clicked.connect(lambda: self._plan(file.case))
        top = QHBoxLayout()
        top.addWidget(add)
        top.addStretch(1)
        self._layout.addLayout(top)
        for follow_up in file.follow_ups:
            self._layout.addWidget(self._row(file.case, follow_up))
        if not file.follow_ups:
            nothing = QLabel(
                self.tr(
                    "Nog niets gepland. Plan bijvoorbeeld een vervolggesprek of nazorg over vier weken."
                ),
                self._part,
            )
            nothing.setProperty("role", "muted")
            self._layout.addWidget(nothing)
        self._layout.addStretch(1)
        if was_here:
            add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, case: Case, follow_up: FollowUp) -> QFrame:
        row = QFrame(self._part)
        row.setProperty("role", "card")
        layout = QHBoxLayout(row)
        look = self._desk.look
        layout.setContentsMargins(*(look.length(side) for side in (16, 8, 8, 8)))
        when = self._desk.day(follow_up.due_on)
        if follow_up.due_at is not None:
            when = f"{when}, {self._desk.clock(follow_up.due_at)}"
        day, what = QLabel(when, row), QLabel(row)
        day.setProperty("role", "strong")
        day.setMinimumWidth(look.length(170))
        kind = self._desk.label(follow_up.kind)
        what.setText(f"{kind}: {follow_up.text}" if follow_up.text else kind)
        what.setTextFormat(Qt.TextFormat.PlainText)
        what.setWordWrap(True)
        layout.addWidget(day)
        layout.addWidget(what, 1)
        if follow_up.done_on is not None:
            done = QLabel(
                self.tr("gedaan %1").replace("%1", self._desk.day(follow_up.done_on)), row
            )
            done.setProperty("role", "ok")
            layout.addWidget(done)
            verbs = [
                (
                    self.tr("Toch niet gedaan"),
                    lambda: put_back_on(self._desk, follow_up, self._part),
                )
            ]
        else:
            verbs = [
                (self.tr("Wijzigen…"), lambda: self._plan(case, follow_up)),
                (self.tr("Afvinken"), lambda: tick_off(self._desk, follow_up, self._part)),
            ]
        for words, do in verbs:
            button = QPushButton(words, row)
            button.clicked.connect(lambda _checked=False, do=do: do())
            layout.addWidget(button)
        return row

    def _plan(self, case: Case, follow_up: FollowUp | None = None) -> None:
        FollowUpDialog(self._desk, case.id, case.organisation, follow_up, self._part).open()
