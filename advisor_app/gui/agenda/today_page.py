"""Vandaag: what waits for the advisor, each thing one key from done."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from advisor_app._assets.forms.day_row import Ui_DayRow
from advisor_app._assets.forms.day_section import Ui_DaySection
from advisor_app._assets.forms.today_page import Ui_TodayPage
from advisor_app.domain.backup import Backup
from advisor_app.domain.case import Case
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.overview import Day, DayLine
from advisor_app.domain.reporting import WaitingFigures
from advisor_app.gui.agenda.day_cards import DayCards
from advisor_app.gui.desk import Desk
from advisor_app.gui.look import set_role
from advisor_app.gui.parts.layouts import empty
from advisor_app.gui.places import Page, Place
from advisor_app.gui.shortcuts import Command

_SHOWN_HERE = frozenset({FollowUp, Case, Conversation, Backup, Organisation, Letter})
_DIGITS = "1234567890"

BESIDE_FROM = 860
"""Effective pixels from which the cards stand beside what is planned."""


class TodayPage(QWidget):
    """Sections that hold nothing are not there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ui = Ui_TodayPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._organisation: OrganisationId | None = None
        self._doable: list[Callable[[], None]] = []
        self._rows: list[QWidget] = []
        self._wants_focus = False  # once the day is read
        self.panes = [self.ui.content]
        self._cards = DayCards(desk, self.ui.content, self.ui.cards, self._number)
        self.ui.log_conversation.clicked.connect(
            lambda: desk.news.commanded.emit(Command.LOG_CONVERSATION)
        )
        self.ui.calm.hide()
        self.ui.hint.hide()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # for the digits; Tab goes to the rows
        desk.news.changed.connect(self._reload)

    def show_place(self, place: Place) -> None:
        """Show the day of one organisation, or of all."""
        self._organisation = place.organisation
        self._wants_focus = True
        self._load()

    def keep_drafts(self) -> None:
        """Nothing is typed here."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Put the cards below what is planned where there is little room."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._desk.look.length(BESIDE_FROM)
        self.ui.columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Do the row of a digit, or move between rows."""
        place = _DIGITS.find(event.text()) if event.text() else -1
        if 0 <= place < len(self._doable) and not _is_typing():
            self._doable[place]()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._rows:
            self._move(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _load(self) -> None:
        session, organisation = self._desk.session, self._organisation
        self._desk.tasks.run(
            lambda: (
                session.agenda.day(organisation),
                session.retention.number(organisation),
                len(session.backups.expired()),
            ),
            then=lambda found: self._show(*found),
            owner=self,
            latest="today",
        )
        self._desk.tasks.run(  # every ledger is read for it: what is planned does not wait for that
            lambda: session.reporting.waiting(organisation),
            then=self._show_figures,
            owner=self,
            latest="today's figures",
        )

    def _reload(self, changed: frozenset[type]) -> None:
        if self.isVisible() and changed & _SHOWN_HERE:
            self._load()

    def _show(self, day: Day, retention: int, expired: int) -> None:
        before, scrolled = self._focused(), self.ui.scroll.verticalScrollBar().value()
        for layout in (self.ui.sections, self.ui.cards):
            empty(layout)
        self._doable, self._rows = [], []
        self._greet(day)
        prepare, log = self.tr("Voorbereiden"), self.tr("Contact vastleggen")
        self._add_section(self.tr("Afspraken"), "calendar", day.appointments, prepare, self._open)
        self._add_section(
            self.tr("Opvolging"), "message-square-text", day.follow_ups, log, self._log
        )
        self._add_section(self.tr("Nazorg"), "hand-heart", day.aftercare, log, self._log)
        self._add_section(
            self.tr("Termijnen"), "hourglass", day.terms, self.tr("Openen"), self._open
        )
        self.ui.calm.setVisible(not self._rows)
        self._cards.show(day, self._organisation, retention, expired)
        self._show_hint()
        if self._wants_focus:
            self._wants_focus = False
            self._focus_row(0, scrolled=0)
        elif before is not None:
            self._focus_row(before, scrolled)

    def _focused(self) -> int | None:
        """Return which row has the focus, or gets it back from a dialog."""
        focus = self.window().focusWidget()
        return next((place for place, row in enumerate(self._rows) if _holds(row, focus)), None)

    def _focus_row(self, place: int, scrolled: int) -> None:
        """Go to a row, and back to where the page was scrolled before its rows were made anew."""
        self.ui.content.adjustSize()  # or the scroll area goes to where the row is not yet
        self.ui.scroll.verticalScrollBar().setValue(scrolled)
        if not self._rows:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        row = self._rows[min(place, len(self._rows) - 1)]
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ui.scroll.ensureWidgetVisible(row)

    def _show_figures(self, waiting: Sequence[WaitingFigures]) -> None:
        self._cards.show_figures(waiting)
        self._show_hint()

    def _show_hint(self) -> None:
        self.ui.hint.setVisible(bool(self._doable))
        hint = self.tr("Druk op een cijfer, dan doet u die regel.")
        arrows = self.tr("Of kies met de pijltjes en druk op Enter.")
        self.ui.hint.setText(f"{hint} {arrows}" if self._rows else hint)

    def _greet(self, day: Day) -> None:
        hour = self._desk.now().astimezone().hour
        words = (
            self.tr("Goedemorgen")
            if hour < 12
            else self.tr("Goedemiddag")
            if hour < 18
            else self.tr("Goedenavond")
        )
        self.ui.greeting.setText(words)
        today = self._desk.today()
        appointments = sum(each.follow_up.due_on == today for each in day.appointments)
        overdue = sum(each.follow_up.due_on < today for each in day.follow_ups)
        parts = [self._desk.weekday(today)]
        if appointments:
            parts.append(self.tr("%n afspraak(en) vandaag", "", appointments))
        if overdue:
            parts.append(self.tr("%n keer opvolging over tijd", "", overdue))
        self.ui.summary.setText("  ·  ".join(parts))

    def _add_section(
        self,
        heading: str,
        icon: str,
        lines: Iterable[DayLine],
        words: str,
        do: Callable[[DayLine], None],
    ) -> None:
        shown = list(lines)
        if not shown:
            return
        section, ui = QFrame(self.ui.content), Ui_DaySection()
        ui.setupUi(section)
        ui.icon.setProperty("icon_name", icon)
        self._desk.look.dress(section)
        ui.heading.setText(heading)
        ui.count.setText(str(len(shown)))
        for line in shown:
            ui.rows.addWidget(self._row(line, words, partial(do, line), section))
        self.ui.sections.addWidget(section)
        section.show()  # at once: the focus passes over what is not seen yet when a window opens

    def _row(self, line: DayLine, words: str, do: Callable[[], None], parent: QWidget) -> QFrame:
        row, ui, desk = QFrame(parent), Ui_DayRow(), self._desk
        ui.setupUi(row)
        desk.look.dress(row)
        due, today = line.follow_up, desk.today()
        overdue = (today - due.due_on).days
        if overdue > 0:
            ui.time.setText(self.tr("%n dag(en)", "", overdue))
            ui.day.setText(self.tr("over tijd"))
            set_role(ui.time, "overdue")
            set_role(ui.day, "warn")
        elif due.due_at is not None:
            ui.time.setText(desk.clock(due.due_at))
            ui.day.setText(desk.short_day(due.due_on))
        else:
            ui.time.setText(desk.short_day(due.due_on))
            ui.day.setText("")
        kind = desk.label(due.kind)
        title, fact = (line.case.title, due.text or kind) if line.case else (due.text or kind, kind)
        ui.title.setText(title)
        facts = [fact] if fact != title else []
        if line.organisation is not None and self._organisation is None:
            facts.append(line.organisation.name)
        ui.facts.setText("  ·  ".join(facts))
        ui.do_it.setText(words)
        ui.do_it.clicked.connect(do)
        ui.do_it.setAccessibleName(f"{words}: {ui.title.text()}")
        self._number(ui.digit, do)
        row.setAccessibleName(f"{ui.time.text()} {ui.day.text()}, {ui.title.text()}")
        row.installEventFilter(_Enter(do, row))
        self._rows.append(row)
        return row

    def _number(self, label: QLabel, do: Callable[[], None]) -> None:
        self._doable.append(do)
        place = len(self._doable)
        label.setText(_DIGITS[place - 1] if place <= len(_DIGITS) else "")
        label.setVisible(place <= len(_DIGITS))

    def _open(self, line: DayLine) -> None:
        self._go(line)

    def _log(self, line: DayLine) -> None:
        """Log the contact; what was to be done is ticked off with it, and not before."""
        self._go(line, line.follow_up)

    def _go(self, line: DayLine, follow_up: FollowUp | None = None) -> None:
        if line.case is not None:
            self._desk.news.wanted.emit(
                Place(
                    page=Page.CASES,
                    organisation=line.case.organisation,
                    case=line.case.id,
                    log=follow_up is not None,
                    follow_up=follow_up,
                )
            )
        else:
            self._desk.news.wanted.emit(
                Place(page=Page.AGENDA, organisation=line.follow_up.organisation)
            )

    def _move(self, step: int) -> None:
        focus = QApplication.focusWidget()
        here = next(
            (place for place, row in enumerate(self._rows) if _holds(row, focus)), -step % 2 - 1
        )
        self._rows[max(0, min(len(self._rows) - 1, here + step))].setFocus()


class _Enter(QObject):
    """Does a row's thing when Enter is pressed on it."""

    def __init__(self, do: Callable[[], None], row: QWidget) -> None:
        super().__init__(row)
        self._do = do

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Notice Enter."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:  # type: ignore[attr-defined]
            self._do()
            return True
        return super().eventFilter(watched, event)


def _holds(row: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (row is focus or row.isAncestorOf(focus))


def _is_typing() -> bool:
    return isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit, QComboBox))
