"""A conversation in thirty seconds: it always names what it is for."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from advisor_app._assets.forms.quick_log import Ui_QuickLog
from advisor_app.domain import draft_keys
from advisor_app.domain.case import Case
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.identity import CaseId, OrganisationId
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.overview import LoggedConversation
from advisor_app.domain.problems import InvalidError, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.draft_keeper import DraftKeeper
from advisor_app.gui.parts.confirm import confirm
from advisor_app.gui.parts.form import offer, show_whole
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.parts.pasting import say_below, tell_what_is_not_pasted

MINUTES = (5, 10, 15, 20, 30, 45, 60, 75, 90, 120)
DEFAULT_MINUTES = 15
MEASURED = 0
"""The choice to let a clock run from now until it is stopped or the conversation is saved."""

STOPPED = -1
"""The choice to stop the clock that runs, which fills in the minutes."""

TICK_MS = 10_000
WIDEST = 360
_FIELDS = ("held_on", "form", "minutes", "text")


class QuickLog(QWidget):
    """Logs for one case, or a loose conversation of one organisation."""

    logged = Signal(object)
    """The LoggedConversation as it was kept."""

    left = Signal()
    """Escape: back to the list, with the draft kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_QuickLog()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._case: CaseId | None = None
        self._organisation: OrganisationId | None = None
        self._target = ""
        self._wants_focus = False
        self._drafts = DraftKeeper(desk, draft_keys.QUICK_LOG, self.ui.text)
        self.ui.held_on.set_clock(desk.today)
        forms = desk.session.codes.offered("CTF", desk.today())
        offer(self.ui.form, [(item.code, item.label.text(desk.language)) for item in forms])
        self._began: datetime | None = None
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._show_measured)
        self.ui.minutes.activated.connect(self._choose_minutes)
        for hidden in (self.ui.problem, self.ui.organisation, self.ui.organisation_label):
            hidden.hide()
        for box in (self.ui.organisation, self.ui.form, self.ui.minutes):
            box.currentTextChanged.connect(self._arrange)
        tell_what_is_not_pasted(self.ui.text, partial(say_below, self.ui.problem))
        self.ui.save.clicked.connect(self.save)
        self.ui.organisation.activated.connect(self._choose_organisation)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)
        self.ui.text.installEventFilter(self)
        self._reset()

    def log_for_case(self, case: Case) -> None:
        """Take a case as the target."""
        self._aim(case.organisation, case.id)
        self.ui.heading.setText(self.tr("Gesprek vastleggen"))
        self.ui.target.setText(self.tr("bij %1").replace("%1", case.number))

    def log_loose(
        self, organisation: OrganisationId | None, organisations: list[Organisation]
    ) -> None:
        """Take an organisation as the target: the conversation belongs to no case yet."""
        offer(
            self.ui.organisation,
            [(each.id, each.name) for each in organisations],
            organisation,
        )
        self._aim(self.ui.organisation.currentData(), None)
        self.ui.heading.setText(self.tr("Los gesprek bij"))
        self.ui.target.clear()

    def be_low(self, *, low: bool) -> None:
        """Take one line of text where there is little height, else two or three; more scrolls."""
        least, most = (1, 1) if low else (2, 3)
        self.ui.text.setMinimumHeight(self.ui.text.height_of(least))
        self.ui.text.setMaximumHeight(self.ui.text.height_of(most))
        self.ui.key.setHidden(low)

    def focus(self) -> None:
        """Put the cursor where the words go, as soon as there is a target."""
        self._wants_focus = not self.isEnabled()
        self.ui.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_drafts(self) -> None:
        """Keep what is typed."""
        self._drafts.keep()

    def let_go_of(self, case: CaseId) -> None:
        """Keep nothing more that was typed about a case: it is being destroyed."""
        self._drafts.let_go_of(draft_keys.of_case(case).target)

    def forget_about(self, case: CaseId) -> None:
        """Hold on to nothing that was typed about a case: it is gone."""
        self._drafts.forget_about(draft_keys.of_case(case).target)

    def take_up(self, case: CaseId) -> None:
        """Take up again what was typed about a case: it stays."""
        self._drafts.take_up(draft_keys.of_case(case).target)

    def save(self) -> None:
        """Keep the conversation, which is asked about once if it has no words."""
        unmark(self.ui, _FIELDS, self.ui.problem)
        try:
            conversation = self._conversation()
        except InvalidError as error:
            self._refuse(error)
            return
        if self.ui.text.toPlainText().strip():
            self._log(conversation)
            return
        confirm(
            self,
            self.tr("Dit gesprek zonder tekst opslaan?"),
            self.tr("U hebt nog niets opgeschreven. Datum, vorm en duur worden wel bewaard."),
            self.tr("Zonder tekst opslaan"),
            lambda: self._log(conversation),
        )

    def _log(self, conversation: Conversation) -> None:
        """Hand the conversation to the vault; the text stays on screen until the vault has it."""
        conversations, text, draft = (
            self._desk.session.conversations,
            self.ui.text.toPlainText(),
            self._drafts.key,
        )
        clocks, target = self._desk.session.clocks, self._target
        self.ui.save.setEnabled(False)

        def log() -> LoggedConversation:
            kind = conversations.default_kind(conversation.case)
            logged = conversations.log_conversation(replace(conversation, kind=kind), text, draft)
            clocks.stop(target)
            return logged

        self._desk.tasks.run(log, then=self._kept, otherwise=self._refuse, owner=self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Put the particulars below the target where both do not fit."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Leave by Escape, without losing a word."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self._drafts.keep()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _aim(self, organisation: OrganisationId | None, case: CaseId | None) -> None:
        loose = case is None
        if (organisation, case) != (self._organisation, self._case):
            self._organisation, self._case = organisation, case
            self._target = _target(organisation, case)
            self._drafts.open(self._target)
            self._reset()
            self._find_clock()
        self.ui.organisation.setVisible(loose)
        self.ui.target.setVisible(not loose)
        self._arrange()
        self.setEnabled(organisation is not None)
        if self._wants_focus and self.isEnabled():
            self.focus()

    def _arrange(self) -> None:
        for box in (self.ui.organisation, self.ui.form, self.ui.minutes):
            show_whole(box, self._desk.look.length(WIDEST))
        head, room = self.ui.head, self.ui.layout_1.contentsRect().width()
        wanted = (
            self.ui.aim.minimumSize().width()
            + head.spacing()
            + self.ui.particulars.minimumSize().width()
        )
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        head.setDirection(beside if wanted <= room else below)

    def _choose_organisation(self) -> None:
        self._aim(self.ui.organisation.currentData(), None)
        self.focus()

    def _conversation(self) -> Conversation:
        assert self._organisation is not None
        held_on = self.ui.held_on.day("held_on")
        now = self._desk.now().astimezone()
        chosen = self.ui.minutes.currentData()
        return Conversation(
            organisation=self._organisation,
            case=self._case,
            held_on=held_on,
            held_at=now.time().replace(second=0, microsecond=0) if held_on == now.date() else None,
            form=self.ui.form.currentData(),
            kind=Code(""),
            initiator=self._desk.session.codes.unknown("INI"),
            minutes=self._measured() if chosen == MEASURED else chosen,
        )

    def _choose_minutes(self) -> None:
        """Start the clock of this conversation, or stop it: then what it says is filled in."""
        chosen, began = self.ui.minutes.currentData(), self._began
        if chosen == MEASURED and began is None:
            self._run_clock(self._target, self._desk.now())
        elif chosen != MEASURED and began is not None:
            measured, target = self._measured(), self._target
            clocks, tasks = self._desk.session.clocks, self._desk.tasks
            self._show_clock(None)
            self._fill_in(measured if chosen == STOPPED else chosen)
            tasks.run(lambda: clocks.stop(target), owner=self)
            self._desk.news.undo_offered.emit(
                self.tr("De klok is gestopt op %1 min.").replace("%1", str(measured)),
                lambda: self._run_clock(target, began),
            )

    def _run_clock(self, target: str, began: datetime) -> None:
        """Let a clock run, wherever somebody goes and whatever is locked."""
        clocks = self._desk.session.clocks
        if target == self._target:
            self._show_clock(began)
        self._desk.tasks.run(lambda: clocks.start(target, began), owner=self)

    def _find_clock(self) -> None:
        """Show the clock that runs for this target already."""
        clocks, target = self._desk.session.clocks, self._target

        def show(began: datetime | None) -> None:
            if began is not None and target == self._target:
                self._show_clock(began)

        if target:
            self._desk.tasks.run(lambda: clocks.began(target), then=show, owner=self)

    def _show_clock(self, began: datetime | None) -> None:
        self._began, box = began, self.ui.minutes
        if began is None:
            self._ticks.stop()
            box.removeItem(box.findData(STOPPED))
        else:
            self._ticks.start()
            if box.findData(STOPPED) < 0:
                box.addItem(self.tr("Klok stoppen"), STOPPED)
            box.setCurrentIndex(box.findData(MEASURED))
        self._show_measured()

    def _fill_in(self, minutes: int) -> None:
        """Choose a number of minutes, also one that is not among the usual ones."""
        box = self.ui.minutes
        if box.findData(minutes) < 0:
            place = sum(each < minutes for each in MINUTES)
            box.insertItem(place, self.tr("%1 min").replace("%1", str(minutes)), minutes)
        box.setCurrentIndex(box.findData(minutes))

    def _measured(self) -> int:
        """Return the minutes that have begun since the clock runs."""
        began = self._began or self._desk.now()
        return max(1, -((began - self._desk.now()) // timedelta(minutes=1)))

    def _show_measured(self) -> None:
        words = self.tr("Klok starten")
        if self._began is not None:
            words = self.tr("%1 min, klok loopt").replace("%1", str(self._measured()))
        self.ui.minutes.setItemText(self.ui.minutes.findData(MEASURED), words)
        self._arrange()

    def _kept(self, logged: LoggedConversation) -> None:
        self.ui.save.setEnabled(True)
        self._drafts.forget()
        self._reset()
        self._desk.news.saved.emit(self._desk.now())
        self.logged.emit(logged)

    def _refuse(self, error: ProblemError) -> None:
        self.ui.save.setEnabled(True)
        field = error.field if isinstance(error, InvalidError) else ""
        field = "text" if field == "body" else field
        mark(self.ui, field, self._desk.sentence(error), self.ui.problem)

    def _reset(self) -> None:
        self.ui.held_on.set_day(self._desk.today())
        words = self.tr("%1 min")
        choices = [(number, words.replace("%1", str(number))) for number in MINUTES]
        offer(self.ui.minutes, [*choices, (MEASURED, "")], DEFAULT_MINUTES)
        self._show_clock(None)
        unmark(self.ui, _FIELDS, self.ui.problem)


def _target(organisation: OrganisationId | None, case: CaseId | None) -> str:
    """Return what a log is about: a case, or else a loose conversation, if there is any."""
    if organisation is None:
        return ""
    return (draft_keys.of_loose(organisation) if case is None else draft_keys.of_case(case)).target
