"""The three panes: the list, the case, and the quick log at its foot."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from advisor_app._assets.forms.cases_page import Ui_CasesPage
from advisor_app.domain.case import Case
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import CaseId, ConversationId, OrganisationId
from advisor_app.domain.note import Note
from advisor_app.domain.organisation import Department, Organisation
from advisor_app.domain.overview import CaseFile, CaseLine, LoggedConversation
from advisor_app.domain.person import Person
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.agenda.ticking_off import tick_off
from advisor_app.gui.cases.case_list import CaseDelegate, CaseList, case_key
from advisor_app.gui.cases.case_pane import FACTS, CasePane
from advisor_app.gui.cases.join_case import JoinCaseDialog
from advisor_app.gui.cases.new_case import NewCaseDialog
from advisor_app.gui.cases.quick_log import QuickLog
from advisor_app.gui.desk import Desk
from advisor_app.gui.places import Place
from advisor_app.gui.retention.destroying import Destroying

STACKED_BELOW = 1020
"""Below this width, in pixels at the user's scale, list and case take turns."""

LIST_WIDTH = 334

LOW_BELOW = 560
"""Below this height the quick log is one line, and the facts of a case have the room to themselves."""

LULL_MS = 20
"""Once the list is painted there is time to make what stands beside it."""

_SHOWN_HERE = frozenset({Case, Conversation, Note, FollowUp, Person, Organisation, Department})


class CasesPage(QWidget):
    """One organisation's cases; what is chosen on the left is shown on the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ui = Ui_CasesPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._organisation: OrganisationId | None = None
        self._organisations: list[Organisation] = []
        self._wanted: tuple[bool, int] | None = None
        self._logging_loose = False
        self._log_wants_focus = False  # once its case is shown
        self._answered: FollowUp | None = None  # by the conversation that is to be logged
        self._list_wants_focus = False  # once it is loaded: Qt gives the focus with a row
        self._is_stacked = self._is_low = self._is_by_itself = False
        self.model = CaseList(desk, self)
        self.ui.cases.setModel(self.model)
        self.ui.cases.setItemDelegate(CaseDelegate(desk, self.model, self.ui.cases))
        self.ui.cases.setMouseTracking(True)
        self.ui.cases.viewport().installEventFilter(self)
        self._destroying = Destroying(desk, self)
        self._right: tuple[CasePane, QuickLog] | None = None
        self.panes: list[QWidget] = [self.ui.list_pane]
        self._wire()
        self._fold()
        self.ui.all_cases.hide()
        self.setMinimumWidth(1)  # or both sides would widen a window in which they take turns

    @property
    def pane(self) -> CasePane:
        """Return what shows the chosen case."""
        return self._furnished()[0]

    @property
    def log(self) -> QuickLog:
        """Return where a conversation is logged."""
        return self._furnished()[1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Make the right side once the list is painted, which must not wait for it (bench/, row 1)."""
        is_known = self.model.is_loaded or self._organisation is None
        if is_known and event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(LULL_MS, self, self._furnished)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Let list and case take turns where there is no room for both."""
        super().resizeEvent(event)
        self._is_low = event.size().height() < self._desk.look.length(LOW_BELOW)
        if self._right is not None:
            self.log.be_low(low=self._is_low)
            self._share_height()
        stacked = event.size().width() < self._desk.look.length(STACKED_BELOW)
        if stacked is not self._is_stacked:
            self._is_stacked = stacked
            width = 16_777_215 if stacked else self._desk.look.length(LIST_WIDTH)
            self.ui.list_pane.setMaximumWidth(width)
            self._take_turns(case=self._right is not None and self.pane.file is not None)
            if not stacked and self.ui.pages.currentWidget() is self.ui.nothing_page:
                with self._by_itself():
                    self._choose(self.ui.cases.currentIndex(), QModelIndex())

    def show_place(self, place: Place) -> None:
        """Show an organisation's cases, and of them the one that is asked for."""
        moved = place.organisation != self._organisation
        self._organisation = place.organisation
        self._logging_loose = place.log and place.case is None
        self._log_wants_focus = place.log and place.case is not None
        self._answered = place.follow_up
        if moved or self._logging_loose:
            self._clear_right()
        if place.case is not None:
            self._wanted = case_key(place.case)
        elif place.conversation is not None:
            self._wanted = (True, place.conversation)
        organisations = self._desk.session.organisations
        self._desk.tasks.run(organisations.all, then=self._take_organisations, owner=self)
        self.model.load(place.organisation)
        if place.case is not None and self._wanted == case_key(place.case):
            self._show_case(place.case)
        elif place.conversation is not None:
            self._show_loose(place.conversation)
        elif place.log:
            self._take_turns(case=True)
            self._log_here()
        else:
            self._take_turns(case=False)
        self._list_wants_focus = not place.log

    def keep_drafts(self) -> None:
        """Keep what is typed in the quick log."""
        if self._right is not None:
            self.log.keep_drafts()

    def new_case(self) -> None:
        """Open the form of a new case."""
        self._open_form(None)

    def add_note(self) -> None:
        """Write a note about the case that is shown, if there is one."""
        if self.pane.file is not None:
            self.pane.more.add_note(self.pane.file.case)

    def _wire(self) -> None:
        ui = self.ui
        ui.cases.selectionModel().currentChanged.connect(self._choose)
        ui.cases.activated.connect(self._enter)
        ui.cases.clicked.connect(self._enter)
        ui.new_case.clicked.connect(self.new_case)
        ui.log_first.clicked.connect(self._log_here)
        ui.find.clicked.connect(lambda: self._desk.news.find_wanted.emit(""))
        ui.find.typed.connect(self._desk.news.find_wanted)
        self.model.modelReset.connect(self._follow)
        self._desk.news.changed.connect(self._reload)
        self._desk.news.destroying.connect(self._let_go_of)
        self._desk.news.destroyed.connect(self._forget_about)
        self._desk.news.spared.connect(self._take_up)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self._step(step))
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self._show_list)
        ui.all_cases.clicked.connect(self._show_list)

    def _furnished(self) -> tuple[CasePane, QuickLog]:
        """Return the right side; the first time it is made, for what is chosen on the left."""
        if self._right is None:
            pane, log = self._right = CasePane(self._desk, self), QuickLog(self._desk, self)
            self.ui.case_layout.addWidget(pane, 1)
            self.ui.right.addWidget(log)
            self.panes += self._right
            pane.ui.tabs.currentChanged.connect(self._share_height)
            pane.case_wanted.connect(self._open_form)
            pane.join_wanted.connect(self._join)
            pane.destroy_wanted.connect(self._destroy)
            pane.take_back_wanted.connect(lambda case: self._take_back(case, None))
            log.logged.connect(self._show_logged)
            log.left.connect(self._show_list)
            log.be_low(low=self._is_low)
            log.log_loose(self._organisation, self._organisations)
            with self._by_itself():
                self._choose(self.ui.cases.currentIndex(), QModelIndex())
        return self._right

    def _share_height(self) -> None:
        facts = self.pane.ui.tabs.currentIndex() == FACTS
        self.log.setHidden(self._is_low and facts)

    def _log_here(self) -> None:
        """Put the cursor into the quick log, and let it be seen."""
        if self.log.isHidden():
            self.pane.ui.tabs.setCurrentIndex(0)
        self.log.focus()

    def _show_right(self) -> None:
        """Let the case be seen; the focus leaves a list that makes way for it."""
        leaves = self._is_stacked and self.ui.cases.hasFocus()
        self._take_turns(case=True)
        if leaves:
            self.pane.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        self._take_turns(case=False)
        with self._by_itself():  # a list without a row takes its first one with the focus
            self.ui.cases.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_turns(self, *, case: bool) -> None:
        welcomes = self.ui.pages.currentWidget() is self.ui.empty_page
        self.ui.all_cases.setVisible(self._is_stacked and not welcomes)
        self.ui.nothing_text.setHidden(self._is_stacked)
        self.ui.list_pane.setVisible(not self._is_stacked or not (case or welcomes))
        self.ui.right_pane.setVisible(not self._is_stacked or case or welcomes)

    def _take_organisations(self, organisations: list[Organisation]) -> None:
        self._organisations = organisations
        if self._right is not None and (self.pane.file is None or self._logging_loose):
            self.log.log_loose(self._organisation, organisations)

    def _clear_right(self) -> None:
        """Show nothing on the right, so that a caller's words land in no case by accident."""
        self._wanted = None
        self.ui.cases.selectionModel().clear()
        self.ui.pages.setCurrentWidget(self.ui.nothing_page)
        if self._right is not None:
            self.pane.forget()
            self.log.log_loose(self._organisation, self._organisations)

    def _let_go(self) -> None:
        """Leave the case that is shown, since it goes."""
        self._clear_right()
        self._arrive(None)

    def _follow(self) -> None:
        """After loading: choose what was wanted, or the first row on opening."""
        self._fold()
        if not self.model.is_loaded or self._logging_loose:
            return
        row = self.model.row_of(self._wanted) if self._wanted is not None else 0
        if 0 <= row < self.model.rowCount():
            with self._by_itself():
                self._select(row)
        if self._list_wants_focus:
            self._list_wants_focus = False
            alone = self._right is not None and not self.ui.list_pane.isVisible()
            shown = self.pane.first if alone else self.ui.cases
            first = shown if self.model.rowCount() else self.ui.log_first
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select(self, row: int) -> None:
        index = self.model.index(row)
        self.ui.cases.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.ui.cases.scrollTo(index)

    def _step(self, step: int) -> None:
        row = self.ui.cases.currentIndex().row() + step
        if 0 <= row < self.model.rowCount():
            self._select(row)

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        """Show what is chosen; where the list has the room to itself, opening it does."""
        if not (self._is_stacked and self.ui.list_pane.isVisible()):
            self._open_row(index)

    def _enter(self, index: QModelIndex) -> None:
        if self._is_stacked:
            self._furnished()
            self._open_row(index)
        elif isinstance(each := self.model.item(index.row()), CaseLine):
            self._arrive(each.id)  # a click on the row that stood there by itself

    def _open_row(self, index: QModelIndex) -> None:
        each = self.model.item(index.row()) if index.isValid() else None
        if each is not None:
            self._arrive(each.id if isinstance(each, CaseLine) else None)
        if self._right is None:
            return  # what is chosen by then is shown as soon as it is made
        if isinstance(each, CaseLine):
            self._wanted = case_key(each.id)
            self._logging_loose = False
            self._show_case(each.id)
        elif isinstance(each, LoggedConversation):
            self._wanted = (True, each.conversation.id)
            self._logging_loose = False
            self._show_conversation(each)

    def _arrive(self, case: CaseId | None) -> None:
        """Tell where somebody went."""
        if not self._is_by_itself:
            self._desk.news.arrived.emit(case)

    @contextmanager
    def _by_itself(self) -> Iterator[None]:
        """Show a row that nobody chose, such as the first of a list that opens."""
        self._is_by_itself = True
        try:
            yield
        finally:
            self._is_by_itself = False

    def _show_case(self, case: CaseId) -> None:
        def shown(file: CaseFile) -> None:
            self._show_right()
            self.ui.pages.setCurrentWidget(self.ui.case_page)
            if not self._logging_loose:
                self.log.log_for_case(file.case)
            if self._log_wants_focus:
                self._log_wants_focus = False
                self._log_here()

        self.pane.show_case(case, then=shown)

    def _show_loose(self, conversation: ConversationId) -> None:
        """Show a conversation that may stand below the rows that are loaded."""
        conversations = self._desk.session.conversations

        def show(logged: LoggedConversation) -> None:
            if self._wanted == (True, conversation):
                self._show_conversation(logged)

        self._desk.tasks.run(
            lambda: conversations.conversation(conversation), then=show, owner=self
        )

    def _show_conversation(self, logged: LoggedConversation) -> None:
        self.pane.show_conversation(logged)
        self._show_right()
        self.ui.pages.setCurrentWidget(self.ui.case_page)
        self.log.log_loose(self._organisation, self._organisations)

    def _show_logged(self, logged: LoggedConversation) -> None:
        held = logged.conversation
        self._logging_loose = False
        self._wanted = (True, held.id) if held.case is None else case_key(held.case)
        self._organisation = held.organisation
        self._arrive(held.case)
        said = [] if held.case is not None else [self.tr("Het losse gesprek is opgeslagen.")]
        if words := self._said_of_first_day(held):
            said.append(words)
        if said:
            self._desk.news.said.emit(" ".join(said))
        if self._answered is not None and self._answered.case == held.case:
            tick_off(self._desk, self._answered, self)
            self._answered = None
        self._list_wants_focus = True
        self.model.load(held.organisation)

    def _said_of_first_day(self, held: Conversation) -> str:
        """Return what is said of a conversation from before its organisation became a client."""
        for each in self._organisations:
            if each.id == held.organisation and held.held_on < each.client_since:
                words = self.tr(
                    "Dit gesprek is van vóór de eerste dag bij deze opdrachtgever, %1. "
                    "Klopt die dag niet? Wijzig hem bij Gegevens van deze organisatie."
                )
                return words.replace("%1", self._desk.long_day(each.client_since))
        return ""

    def _open_form(self, logged: LoggedConversation | None) -> None:
        organisation = self._organisation
        if organisation is None:
            return
        dialog = NewCaseDialog(self._desk, organisation, logged, self)

        def opened() -> None:
            if dialog.case is not None:
                self._wanted = case_key(dialog.case.id)
                self._list_wants_focus = True
                self._arrive(dialog.case.id)
                self._take_turns(case=True)
                self.model.load(organisation)
                self._desk.news.undo_offered.emit(
                    self.tr("%1 is geopend.").replace("%1", dialog.case.number),
                    partial(self._take_back, dialog.case, logged),
                )

        dialog.accepted.connect(opened)
        dialog.open()

    def _take_back(self, case: Case, logged: LoggedConversation | None) -> None:
        """Undo the opening of a case; what it was made of is shown again, or the case that stays."""
        casework = self._desk.session.casework
        words = self.tr("%1 is teruggenomen.").replace("%1", case.number)
        shown = self.pane.file is not None and self.pane.file.case.id == case.id
        if shown:
            self._let_go()  # keeps what is being typed about the case, which then stays
            self._wanted = None if logged is None else (True, logged.conversation.id)

        def refused(error: ProblemError) -> None:
            self._desk.news.refused.emit(self._desk.sentence(error))
            if shown:
                self._show_again(case)

        self._desk.tasks.run(
            lambda: casework.take_back_case(case.id),
            then=lambda _done: self._desk.news.said.emit(words),
            otherwise=refused,
            owner=self,
        )

    def _destroy(self, case: Case) -> None:
        """Ask; a case that could not be destroyed is shown again."""
        self._destroying.ask(case, otherwise=lambda: self._show_again(case))

    def _show_again(self, case: Case) -> None:
        self._wanted = case_key(case.id)
        self._arrive(case.id)
        self._show_case(case.id)

    def _let_go_of(self, case: CaseId) -> None:
        """Show a case no longer, so that what is typed about it is destroyed with it."""
        if self._right is None:
            return
        if self.pane.file and self.pane.file.case.id == case:
            self._let_go()
        self.pane.let_go_of(case)
        self.log.let_go_of(case)

    def _forget_about(self, case: CaseId) -> None:
        if self._right is not None:
            self.log.forget_about(case)

    def _take_up(self, case: CaseId) -> None:
        if self._right is not None:
            self.log.take_up(case)

    def _join(self, logged: LoggedConversation) -> None:
        if self._organisation is not None:
            dialog = JoinCaseDialog(self._desk, self._organisation, logged, self)
            dialog.accepted.connect(lambda: self._joined(dialog))
            dialog.open()

    def _joined(self, dialog: JoinCaseDialog) -> None:
        if dialog.case is not None:
            self._wanted = case_key(dialog.case.id)
            self._arrive(dialog.case.id)
            self.model.load(self._organisation)

    def _reload(self, changed: frozenset[type]) -> None:
        if changed.isdisjoint(_SHOWN_HERE):
            return
        self.model.load(self._organisation)
        if self._right is None or self._logging_loose:
            return
        if self.pane.file is not None:
            self.pane.show_case(self.pane.file.case.id)
        elif self.pane.loose is not None:
            self._leave_if_gone(self.pane.loose.conversation.id)

    def _leave_if_gone(self, conversation: ConversationId) -> None:
        """Show a loose conversation no longer that was removed, or went to another organisation."""
        conversations, here = self._desk.session.conversations, self._organisation

        def leave() -> None:
            if self._wanted == (True, conversation):
                self._let_go()
                self.model.load(here)

        def look(logged: LoggedConversation) -> None:
            if logged.conversation.organisation != here:
                leave()

        self._desk.tasks.run(
            lambda: conversations.conversation(conversation),
            then=look,
            otherwise=lambda _error: leave(),
            owner=self,
        )

    def _fold(self) -> None:
        """Show the welcome where there is nothing yet."""
        if self.model.is_loaded and not self.model.rowCount():
            self.ui.pages.setCurrentWidget(self.ui.empty_page)
            self._take_turns(case=False)
        elif self.ui.pages.currentWidget() is self.ui.empty_page:
            self.ui.pages.setCurrentWidget(self.ui.nothing_page)
            self._take_turns(case=True)
