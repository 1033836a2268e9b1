"""What is planned, day by day."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from advisor_app._assets.forms.agenda_page import Ui_AgendaPage
from advisor_app._assets.forms.day_section import Ui_DaySection
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.overview import DayLine
from advisor_app.gui.desk import Desk
from advisor_app.gui.follow_up_dialog import FollowUpDialog
from advisor_app.gui.layouts import empty
from advisor_app.gui.look import set_role
from advisor_app.gui.places import Page, Place

AHEAD = timedelta(weeks=8)


class AgendaPage(QWidget):
    """Eight weeks ahead of one organisation; what is overdue stands on top."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ui = Ui_AgendaPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._organisation: OrganisationId | None = None
        self.ui.add.clicked.connect(lambda: self._plan(None))
        self.ui.empty.hide()
        desk.news.changed.connect(self._reload)

    def show_place(self, place: Place) -> None:
        """Show what is planned for an organisation."""
        self._organisation = place.organisation
        self._load()
        self.ui.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_drafts(self) -> None:
        """Nothing is typed here."""

    def _load(self) -> None:
        agenda, organisation = self._desk.session.agenda, self._organisation
        until = self._desk.today() + AHEAD
        self._desk.tasks.run(
            lambda: agenda.ahead(organisation, until),
            then=self._show,
            owner=self,
            latest="agenda",
        )

    def _reload(self, changed: frozenset[type]) -> None:
        if self.isVisible() and {kind.__name__ for kind in changed} & {"FollowUp", "Case"}:
            self._load()

    def _show(self, lines: list[DayLine]) -> None:
        empty(self.ui.days)
        for day, group in groupby(lines, key=lambda line: line.follow_up.due_on):
            self.ui.days.addWidget(self._section(day, list(group)))
        self.ui.empty.setVisible(not lines)

    def _section(self, day: date, lines: list[DayLine]) -> QFrame:
        section, ui = QFrame(self.ui.content), Ui_DaySection()
        ui.setupUi(section)
        self._desk.look.dress(section)
        ui.heading.setText(self._desk.weekday(day))
        if day < self._desk.today():
            ui.count.setText(self.tr("over tijd"))
            set_role(ui.count, "warn")
        for line in lines:
            ui.rows.addWidget(self._row(line, section))
        return section

    def _row(self, line: DayLine, parent: QWidget) -> QFrame:
        desk, due = self._desk, line.follow_up
        row = QFrame(parent)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(*(desk.look.length(side) for side in (10, 4, 6, 4)))
        time = QLabel("" if due.due_at is None else desk.clock(due.due_at), row)
        time.setProperty("role", "strong")
        time.setFixedWidth(desk.look.length(60))
        kind = desk.label(due.kind)
        what = QLabel(f"{kind}: {due.text}" if due.text else kind, row)
        what.setTextFormat(Qt.TextFormat.PlainText)
        what.setWordWrap(True)
        layout.addWidget(time)
        layout.addWidget(what, 1)
        actions: list[tuple[str, Callable[[], None]]] = [
            (self.tr("Verzetten…"), lambda: self._plan(due)),
            (self.tr("Afvinken"), lambda: self._finish(due)),
            (self.tr("Weghalen"), lambda: self._remove(due)),
        ]
        if line.case is not None:
            case = line.case
            actions.insert(0, (case.title, lambda: self._open(case.organisation, case.id)))
        for number, (words, do) in enumerate(actions):
            button = QPushButton(words.replace("&", "&&"), row)
            if number == 0 and line.case is not None:
                button.setProperty("role", "link")
            button.clicked.connect(lambda _checked=False, do=do: do())
            layout.addWidget(button)
        return row

    def _open(self, organisation: OrganisationId, case: object) -> None:
        self._desk.news.wanted.emit(
            Place(page=Page.CASES, organisation=organisation, case=case)  # type: ignore[arg-type]
        )

    def _plan(self, follow_up: FollowUp | None) -> None:
        FollowUpDialog(
            self._desk,
            None if follow_up is None else follow_up.case,
            self._organisation,
            follow_up,
            self,
        ).open()

    def _finish(self, follow_up: FollowUp) -> None:
        agenda, tasks = self._desk.session.agenda, self._desk.tasks
        self._do(
            lambda: agenda.finish(follow_up.id),
            self.tr("%1 is afgevinkt."),
            lambda before: tasks.run(lambda: agenda.change(before)),
        )

    def _remove(self, follow_up: FollowUp) -> None:
        agenda, tasks = self._desk.session.agenda, self._desk.tasks
        self._do(
            lambda: agenda.remove(follow_up.id),
            self.tr("%1 is weggehaald."),
            lambda before: tasks.run(lambda: agenda.plan(before)),
        )

    def _do(
        self,
        work: Callable[[], FollowUp],
        words: str,
        back: Callable[[FollowUp], None],
    ) -> None:
        def done(before: FollowUp) -> None:
            self._desk.news.undo_offered.emit(
                words.replace("%1", self._desk.label(before.kind)), lambda: back(before)
            )

        self._desk.tasks.run(work, then=done, owner=self)
