"""What is planned, day by day."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QWidget

from advisor_app._assets.forms.agenda_page import Ui_AgendaPage
from advisor_app._assets.forms.agenda_row import Ui_AgendaRow
from advisor_app._assets.forms.day_section import Ui_DaySection
from advisor_app.domain.case import Case
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.overview import DayLine
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.agenda.follow_up_dialog import FollowUpDialog
from advisor_app.gui.desk import Desk
from advisor_app.gui.look import set_role
from advisor_app.gui.parts.layouts import empty
from advisor_app.gui.places import Page, Place

AHEAD = timedelta(weeks=8)
_SHOWN_HERE = frozenset({FollowUp, Case, Organisation})


class AgendaPage(QWidget):
    """Eight weeks ahead of one organisation, and on request all; what is overdue stands on top."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ui = Ui_AgendaPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._organisation: OrganisationId | None = None
        self._rows: list[QFrame] = []
        self._shows_later = False
        self.panes = [self.ui.content]
        self.ui.add.clicked.connect(self.plan)
        self.ui.add_first.clicked.connect(self.plan)
        self.ui.later.clicked.connect(self._show_later)
        self.ui.later.hide()
        self.ui.empty.hide()
        self.ui.hint.hide()
        desk.news.changed.connect(self._reload)

    def show_place(self, place: Place) -> None:
        """Show what is planned for an organisation."""
        self._shows_later = self._shows_later and place.organisation == self._organisation
        self._organisation = place.organisation
        self._load(focus=0)

    def keep_drafts(self) -> None:
        """Nothing is typed here."""

    def plan(self) -> None:
        """Ask what is to be put into the agenda."""
        self._ask(None)

    def _load(self, *, focus: int | None = None) -> None:
        """Load all that is planned; the focus goes to a row, counted from nought, unless it is here."""
        agenda, organisation = self._desk.session.agenda, self._organisation
        self._desk.tasks.run(
            lambda: agenda.ahead(organisation, date.max),
            then=lambda lines: self._show(lines, focus=focus),
            owner=self,
            latest="agenda",
        )

    def _reload(self, changed: frozenset[type]) -> None:
        if self.isVisible() and changed & _SHOWN_HERE:
            self._load()

    def _show(self, lines: list[DayLine], *, focus: int | None) -> None:
        """Show the lines, those of later if they are wanted; the focus stays where it was."""
        here = self._row_in_focus()
        empty(self.ui.days)
        self._rows = []
        shown = [
            line for line in lines if self._shows_later or self._is_near(line.follow_up.due_on)
        ]
        for day, group in groupby(shown, key=lambda line: line.follow_up.due_on):
            section = self._section(day, list(group))
            self.ui.days.addWidget(section)
            section.show()  # at once: the focus passes over what is not seen yet when a window opens
        self.ui.later.setVisible(len(shown) < len(lines))
        self.ui.empty.setVisible(not lines)
        self.ui.hint.setVisible(bool(shown))
        self.ui.add.setHidden(not lines)
        self._say_how_much(shown)
        place = focus if here is None else here
        if place is not None:
            self._focus(place)

    def _is_near(self, day: date) -> bool:
        return day - self._desk.today() <= AHEAD

    def _show_later(self) -> None:
        """Show what is planned after these weeks as well, and go there."""
        self._shows_later = True
        self._load(focus=len(self._rows))

    def _say_how_much(self, lines: list[DayLine]) -> None:
        today = self._desk.today()
        overdue = sum(line.follow_up.due_on < today for line in lines)
        parts = [
            self.tr("Alles wat is gepland")
            if self._shows_later
            else self.tr("De komende acht weken")
        ]
        if overdue:
            parts.append(self.tr("%n over tijd", "", overdue))
        self.ui.lead.setText("  ·  ".join(parts))

    def _section(self, day: date, lines: list[DayLine]) -> QFrame:
        section, ui = QFrame(self.ui.content), Ui_DaySection()
        ui.setupUi(section)
        overdue = day < self._desk.today()
        if overdue:
            ui.icon.setProperty("icon_name", "triangle-alert")
            ui.icon.setProperty("icon_ink", "warn")
        self._desk.look.dress(section)
        ui.heading.setText(self._desk.weekday(day))
        ui.count.setText(self.tr("over tijd") if overdue else self._near(day))
        set_role(ui.count, "warn" if overdue else "muted")
        for line in lines:
            ui.rows.addWidget(self._row(line, section))
        return section

    def _near(self, day: date) -> str:
        """Return `vandaag` or `morgen` beside the date."""
        near = self._desk.short_day(day)
        return near if (day - self._desk.today()).days in {0, 1} else ""

    def _row(self, line: DayLine, parent: QWidget) -> QFrame:
        row, ui, desk, due = QFrame(parent), Ui_AgendaRow(), self._desk, line.follow_up
        ui.setupUi(row)
        desk.look.dress(row)
        title, facts = self._title_and_facts(line)
        ui.time.setText("" if due.due_at is None else desk.clock(due.due_at))
        ui.title.setText(title)
        ui.facts.setText(facts)
        ui.facts.setVisible(bool(facts))
        about = ", ".join(
            part for part in (desk.weekday(due.due_on), ui.time.text(), title, facts) if part
        )
        row.setAccessibleName(about)
        for button in (ui.finish, ui.more):
            button.setAccessibleName(f"{button.text()}: {about}")
        ui.finish.clicked.connect(lambda: self._finish(due))
        ui.more.clicked.connect(lambda: self._offer(line, ui.more))
        row.installEventFilter(
            _Keys(
                {
                    Qt.Key.Key_Return: lambda: self._open(line),
                    Qt.Key.Key_Enter: lambda: self._open(line),
                    Qt.Key.Key_Space: lambda: self._finish(due),
                    Qt.Key.Key_Delete: lambda: self._remove(due),
                    Qt.Key.Key_Up: lambda: self._move(row, -1),
                    Qt.Key.Key_Down: lambda: self._move(row, 1),
                },
                row,
            )
        )
        self._rows.append(row)
        return row

    def _title_and_facts(self, line: DayLine) -> tuple[str, str]:
        """Return what a line is about, the case if it has one, and what is to be done."""
        kind, text = self._desk.label(line.follow_up.kind), line.follow_up.text
        if line.case is not None:
            return line.case.title, ": ".join(part for part in (kind, text) if part)
        return text or kind, kind if text else ""

    def _offer(self, line: DayLine, below: QWidget) -> None:
        """Offer all that can be done with a line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        due = line.follow_up
        if line.case is not None:
            menu.addAction(self.tr("Dossier openen")).triggered.connect(lambda: self._open(line))
        menu.addAction(self.tr("Verzetten of wijzigen…")).triggered.connect(lambda: self._ask(due))
        menu.addAction(self.tr("Verwijderen")).triggered.connect(lambda: self._remove(due))
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def _open(self, line: DayLine) -> None:
        """Go to the case of a line; what belongs to none is opened itself."""
        case = line.case
        if case is None:
            self._ask(line.follow_up)
        else:
            self._desk.news.wanted.emit(
                Place(page=Page.CASES, organisation=case.organisation, case=case.id)
            )

    def _ask(self, follow_up: FollowUp | None) -> None:
        case = None if follow_up is None else follow_up.case
        dialog = FollowUpDialog(self._desk, case, self._organisation, follow_up, self)

        def kept() -> None:
            if dialog.day is not None and not self._is_near(dialog.day):
                self._shows_later = True  # or it would seem to be lost
            self._load(focus=0)

        dialog.accepted.connect(kept)
        dialog.open()

    def _finish(self, follow_up: FollowUp) -> None:
        agenda = self._desk.session.agenda
        self._do(lambda: agenda.finish(follow_up.id), self.tr("%1 is afgevinkt."), agenda.change)

    def _remove(self, follow_up: FollowUp) -> None:
        agenda = self._desk.session.agenda
        self._do(lambda: agenda.remove(follow_up.id), self.tr("%1 is verwijderd."), agenda.plan)

    def _do(
        self,
        work: Callable[[], FollowUp],
        words: str,
        put_back: Callable[[FollowUp], FollowUp],
    ) -> None:
        """Do something to a line; the toast takes it back."""
        desk, refuse = self._desk, self._refuse

        def done(before: FollowUp) -> None:
            desk.news.undo_offered.emit(
                words.replace("%1", desk.label(before.kind)),
                lambda: desk.tasks.run(lambda: put_back(before), otherwise=refuse),
            )

        desk.tasks.run(work, then=done, otherwise=refuse, owner=self)

    def _refuse(self, error: ProblemError) -> None:
        self._desk.news.refused.emit(self._desk.sentence(error))

    def _row_in_focus(self) -> int | None:
        """Return which row has the focus, itself or by one of its buttons."""
        focus = QApplication.focusWidget()
        if not isinstance(focus, QWidget):
            return None
        return next(
            (
                place
                for place, row in enumerate(self._rows)
                if row is focus or row.isAncestorOf(focus)
            ),
            None,
        )

    def _move(self, row: QFrame, step: int) -> None:
        self._focus(self._rows.index(row) + step)

    def _focus(self, place: int) -> None:
        """Go to a row, the last one at most; without rows to the button that shows or adds some."""
        if self._rows:
            row = self._rows[max(0, min(place, len(self._rows) - 1))]
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ui.scroll.ensureWidgetVisible(row)
        else:
            button = self.ui.add_first if self.ui.later.isHidden() else self.ui.later
            button.setFocus(Qt.FocusReason.OtherFocusReason)


class _Keys(QObject):
    """Does what a row's keys stand for while the row itself has the focus."""

    def __init__(self, verbs: dict[Qt.Key, Callable[[], None]], row: QWidget) -> None:
        super().__init__(row)
        self._verbs = verbs

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Take the keys of the row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            verb = self._verbs.get(Qt.Key(event.key()))
            if verb is not None:
                verb()
                return True
        return super().eventFilter(watched, event)
