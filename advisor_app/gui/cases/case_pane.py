"""One case, or one loose conversation: its header, its timeline, its agenda, its facts."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from advisor_app._assets.forms.case_pane import Ui_CasePane
from advisor_app._assets.forms.next_appointment import Ui_NextAppointment
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import CaseId
from advisor_app.domain.note import Note
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.overview import (
    CaseFile,
    LoggedConversation,
    RemovedConversation,
    TimelineEntry,
)
from advisor_app.gui.agenda.ticking_off import tick_off
from advisor_app.gui.cases.case_agenda import CaseAgenda
from advisor_app.gui.cases.case_list import is_closed
from advisor_app.gui.cases.case_menu import CaseMenu
from advisor_app.gui.cases.conversation_dialog import ConversationDialog
from advisor_app.gui.cases.details_part import DetailsPart
from advisor_app.gui.cases.timeline import TimelineCard
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.layouts import empty, will_have_focus
from advisor_app.gui.parts.tab_order import lead_through
from advisor_app.gui.places import Page, Place
from advisor_app.gui.widgets.chip import Tone
from advisor_app.gui.widgets.name_menu import NameMenu

MOST_CARDS = 60
"""So many of a timeline are shown at once; older ones on request."""

FACTS = 2
"""The tab of the coded fields."""


class CasePane(QWidget):
    """Shows one thing at a time; widgets of the case before are destroyed, not hidden."""

    case_wanted = Signal(object)
    """A loose conversation (LoggedConversation) is to become a case."""

    join_wanted = Signal(object)
    """A loose conversation (LoggedConversation) is to go into a case."""

    destroy_wanted = Signal(object)
    """A closed case (Case) is to be destroyed."""

    take_back_wanted = Signal(object)
    """The opening of a case (Case) was a mistake."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CasePane()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._file: CaseFile | None = None
        self._logged: LoggedConversation | None = None
        self._asked = 0
        self._details: DetailsPart | None = None
        self.more = CaseMenu(desk, self, self.ui.more)
        self.more.destroy_wanted.connect(self.destroy_wanted)
        self.more.take_back_wanted.connect(self.take_back_wanted)
        self._agenda = CaseAgenda(desk, self.ui.agenda_part, self.ui.agenda_layout)
        for words in (self.tr("Tijdlijn"), self.tr("Afspraken"), self.tr("Gegevens")):
            self.ui.tabs.addTab(words)
        self.ui.tabs.currentChanged.connect(self._show_part)
        self.ui.write_letter.clicked.connect(self._write_letter)
        self.ui.more.clicked.connect(self._offer_more)
        self.ui.open_case.clicked.connect(lambda: self.case_wanted.emit(self._logged))
        self.ui.join_case.clicked.connect(lambda: self.join_wanted.emit(self._logged))
        self._show_buttons(loose=False)

    @property
    def file(self) -> CaseFile | None:
        """Return the case that is shown."""
        return self._file

    @property
    def loose(self) -> LoggedConversation | None:
        """Return the loose conversation that is shown."""
        return self._logged

    @property
    def first(self) -> QWidget:
        """Return what gets the focus when the pane is entered; a conversation alone has no tabs."""
        return self.ui.timeline_scroll if self.ui.tabs.isHidden() else self.ui.tabs

    def show_case(self, case: CaseId, then: Callable[[CaseFile], None] | None = None) -> None:
        """Load a case and show it."""
        self._asked += 1
        asked, casework = self._asked, self._desk.session.casework

        def show(found: tuple[CaseFile, list[TimelineEntry]]) -> None:
            if asked != self._asked:
                return
            self._logged, self._file = None, found[0]
            self._show_header(found[0])
            self._show_timeline(found[1], found[0].next_appointment)
            self._agenda.show(found[0])
            lead_through(self.ui.agenda_scroll, self.ui.agenda_part)
            if self._details is not None:
                self._details.show_file(found[0])
            if then is not None:
                then(found[0])

        self._desk.tasks.run(
            lambda: (casework.case(case), casework.timeline(case)), then=show, owner=self
        )

    def show_conversation(self, logged: LoggedConversation) -> None:
        """Show a loose conversation, with the two ways on."""
        self._asked += 1
        self._file, self._logged = None, logged
        held = logged.conversation
        self.ui.title.setText(self.tr("Los gesprek"))
        self._say_chip("status", self._desk.label(held.kind), Tone.WARN)
        self._say_chip("category", self._desk.label(held.form), Tone.PLAIN)
        self._say_chip("danger", "", Tone.DANGER)
        self.ui.meta.setText(
            self.tr("Hoort nog niet bij een dossier. Zo telt het niet mee in de cijfers.")
        )
        self._show_buttons(loose=True)
        self._show_timeline([TimelineEntry(on=held.held_on, logged=logged)], None)

    def let_go_of(self, case: CaseId) -> None:
        """Keep nothing that was typed about a case that is being destroyed."""
        if self._details is not None:
            self._details.let_go_of(case)

    def forget(self) -> None:
        """Let go of what is shown, and of what was asked for and has not come yet."""
        self._asked += 1
        self._file = self._logged = None

    def _show_part(self, part: int) -> None:
        """Show a tab; the fields of the last one are made when somebody first looks at them.

        They are many, and the list must not wait for them (bench/, row 1).
        """
        if part == FACTS and self._details is None:
            self._details = DetailsPart(self._desk, self)
            self.ui.details_layout.addWidget(self._details)
            lead_through(self.ui.tabs, self._details)
            if self._file is not None:
                self._details.show_file(self._file)
        self.ui.parts.setCurrentIndex(part)

    def _show_buttons(self, *, loose: bool) -> None:
        for button in (self.ui.open_case, self.ui.join_case):
            button.setVisible(loose)
        for button in (self.ui.write_letter, self.ui.more):
            button.setVisible(not loose)
        self.ui.tabs.setVisible(not loose)
        self.ui.below_facts.setVisible(loose)
        if loose:
            self.ui.tabs.setCurrentIndex(0)

    def _show_header(self, file: CaseFile) -> None:
        case, desk = file.case, self._desk
        self.ui.title.setText(case.title)
        self._say_chip(
            "status", desk.label(case.status), Tone.OK if is_closed(case.status) else Tone.WARN
        )
        self._say_chip("category", desk.label(case.category), Tone.PLAIN)
        danger = self.tr("Acuut gevaar") if case.acute_danger else ""
        self._say_chip("danger", danger, Tone.DANGER)
        parts = [
            case.number,
            self.tr("geopend %1").replace("%1", desk.long_day(case.opened_on)),
            file.person.alias or self.tr("anonieme melder"),
        ]
        if file.department is not None:
            parts.append(file.department.name)
        if file.kept_until is not None:
            parts.append(self.tr("bewaren tot %1").replace("%1", desk.long_day(file.kept_until)))
        if case.hold is not None:
            parts.append(self.tr("aangehouden: %1").replace("%1", desk.label(case.hold)))
        self.ui.meta.setText("  ·  ".join(parts))
        self._show_buttons(loose=False)
        open_ones = sum(each.done_on is None for each in file.follow_ups)
        self.ui.tabs.setTabText(
            1, f"{self.tr('Afspraken')} ({open_ones})" if open_ones else self.tr("Afspraken")
        )

    def _say_chip(self, name: str, words: str, tone: Tone) -> None:
        getattr(self.ui, name).say(words, tone)

    def _show_timeline(self, entries: list[TimelineEntry], appointment: FollowUp | None) -> None:
        if will_have_focus(self.ui.timeline):
            self.ui.timeline_scroll.setFocus(Qt.FocusReason.OtherFocusReason)
        empty(self.ui.entries, keep=1)
        if appointment is not None:
            self._insert(self._appointment(appointment))
        self._add_cards(entries)
        if not entries:
            nothing = QLabel(
                self.tr("Nog geen gesprek vastgelegd. Typ hieronder wat er is besproken."),
                self.ui.timeline,
            )
            nothing.setProperty("role", "muted")
            self._insert(nothing)
        self.ui.timeline_scroll.verticalScrollBar().setValue(0)

    def _add_cards(self, entries: list[TimelineEntry]) -> None:
        """Add the first of these, and a button for the older ones."""
        for entry in entries[:MOST_CARDS]:
            self._insert(TimelineCard(self._desk, entry, self._actions(entry), self.ui.timeline))
        older = entries[MOST_CARDS:]
        if older:
            self._offer_older(older)
        lead_through(self.ui.timeline_scroll, self.ui.timeline)

    def _offer_older(self, older: list[TimelineEntry]) -> None:
        more = QPushButton(self.tr("Ouder tonen"), self.ui.timeline)

        def add_older() -> None:
            self.ui.timeline_scroll.setFocus(Qt.FocusReason.OtherFocusReason)
            more.hide()
            more.deleteLater()
            self._add_cards(older)

        more.clicked.connect(add_older)
        self._insert(more)

    def _insert(self, widget: QWidget) -> None:
        self.ui.entries.insertWidget(self.ui.entries.count() - 1, widget)

    def _actions(self, entry: TimelineEntry) -> list[tuple[str, Callable[[], None]]]:
        if entry.logged is not None:
            logged = entry.logged
            actions = [
                (self.tr("Wijzigen…"), lambda: self._edit_conversation(logged)),
                (self.tr("Verwijderen"), lambda: self._remove(logged)),
            ]
            actions.append(
                (self.tr("Naar andere organisatie…"), lambda: self._offer_organisations(logged))
                if logged.conversation.case is None
                else (self.tr("Uit dit dossier halen"), lambda: self._take_out(logged))
            )
            return actions
        if entry.letter is not None:
            letter = entry.letter
            return [(self.tr("Brief openen"), lambda: self._open_letter(letter))]
        note = entry.note
        assert note is not None
        return [
            (
                self.tr("Wijzigen…"),
                lambda: ConversationDialog(self._desk, self, note=note, kind=note.kind).open(),
            ),
            (self.tr("Verwijderen"), lambda: self._remove_note(note)),
        ]

    def _edit_conversation(self, logged: LoggedConversation) -> None:
        ConversationDialog(self._desk, self, logged=logged).open()

    def _remove(self, logged: LoggedConversation) -> None:
        conversations, tasks = self._desk.session.conversations, self._desk.tasks

        def removed(value: RemovedConversation) -> None:
            self._desk.news.undo_offered.emit(
                self.tr("Het gesprek is verwijderd."),
                lambda: tasks.run(lambda: conversations.put_back(value)),
            )

        tasks.run(
            lambda: conversations.remove_conversation(logged.conversation.id),
            then=removed,
            owner=self,
        )

    def _remove_note(self, note: Note) -> None:
        notes, tasks = self._desk.session.notes, self._desk.tasks

        def removed(versions: list[Note]) -> None:
            self._desk.news.undo_offered.emit(
                self.tr("De notitie is verwijderd."),
                lambda: tasks.run(lambda: notes.put_back_note(versions)),
            )

        tasks.run(lambda: notes.remove_note(note.id), then=removed, owner=self)

    def _offer_organisations(self, logged: LoggedConversation) -> None:
        """Ask where a loose conversation belongs that was logged at the wrong organisation."""
        here = logged.conversation.organisation

        def offer(organisations: list[Organisation]) -> None:
            menu = NameMenu(self)
            for each in organisations:
                if each.id != here:
                    move = partial(self._move, logged, each)
                    menu.add_name(each.name).triggered.connect(lambda _on=False, do=move: do())
            if menu.isEmpty():
                menu.addAction(self.tr("Er is geen andere organisatie.")).setEnabled(False)
            card = self.ui.timeline.findChild(TimelineCard)
            assert card is not None
            button = card.ui.more
            menu.popup(button.mapToGlobal(QPoint(0, button.height())))

        self._desk.tasks.run(self._desk.session.organisations.all, then=offer, owner=self)

    def _move(self, logged: LoggedConversation, there: Organisation) -> None:
        conversations, tasks = self._desk.session.conversations, self._desk.tasks
        held = logged.conversation

        def moved(_before: Conversation) -> None:
            self._desk.news.undo_offered.emit(
                self.tr("Het gesprek staat nu bij %1.").replace("%1", there.name),
                lambda: tasks.run(
                    lambda: conversations.move_conversation(held.id, held.organisation)
                ),
            )

        tasks.run(
            lambda: conversations.move_conversation(held.id, there.id), then=moved, owner=self
        )

    def _take_out(self, logged: LoggedConversation) -> None:
        conversations, tasks, file = self._desk.session.conversations, self._desk.tasks, self._file
        assert file is not None
        conversation, case = logged.conversation.id, file.case.id

        def taken(_value: object) -> None:
            self._desk.news.undo_offered.emit(
                self.tr("Het gesprek is een los gesprek geworden."),
                lambda: tasks.run(lambda: conversations.join_case(conversation, case)),
            )

        tasks.run(lambda: conversations.take_out(conversation), then=taken, owner=self)

    def _appointment(self, follow_up: FollowUp) -> QFrame:
        strip, ui = QFrame(self.ui.timeline), Ui_NextAppointment()
        ui.setupUi(strip)
        self._desk.look.dress(strip)
        when = self._desk.short_day(follow_up.due_on)
        if follow_up.due_at is not None:
            when = f"{when} {self._desk.clock(follow_up.due_at)}"
        ui.when.setText(when[:1].upper() + when[1:])
        ui.what.setText(follow_up.text or self._desk.label(follow_up.kind))
        ui.finish.clicked.connect(lambda: tick_off(self._desk, follow_up, self))
        return strip

    def _write_letter(self) -> None:
        if self._file is not None:
            case = self._file.case
            self._desk.news.wanted.emit(
                Place(page=Page.LETTERS, organisation=case.organisation, case=case.id)
            )

    def _open_letter(self, letter: Letter) -> None:
        self._desk.news.wanted.emit(
            Place(page=Page.LETTERS, organisation=letter.organisation, letter=letter.id)
        )

    def _offer_more(self) -> None:
        if self._file is not None:
            menu = self.more.of(self._file)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.ui.more.mapToGlobal(QPoint(0, self.ui.more.height())))
