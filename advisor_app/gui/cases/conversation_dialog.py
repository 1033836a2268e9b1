"""Correct a conversation, or write a note that belongs to none."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from advisor_app._assets.forms.conversation_dialog import Ui_ConversationDialog
from advisor_app.domain import draft_keys
from advisor_app.domain.case import Case
from advisor_app.domain.draft_keys import DraftKey
from advisor_app.domain.note import Note, NoteKind
from advisor_app.domain.overview import LoggedConversation
from advisor_app.domain.problems import InvalidError, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.draft_keeper import DraftKeeper
from advisor_app.gui.parts.form import leave_the_wheel_alone, offer, read, show, take_numbers_whole
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.parts.pasting import say_below, tell_what_is_not_pasted
from advisor_app.gui.scrolling import let_scroll

_FIELDS = (
    "held_on",
    "form",
    "kind",
    "initiator",
    "minutes",
    "preparation_minutes",
    "travel_minutes",
)


class ConversationDialog(QDialog):
    """Stays open until the vault has taken what was typed; what is typed is a draft meanwhile."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        *,
        logged: LoggedConversation | None = None,
        note: Note | None = None,
        case: Case | None = None,
        kind: NoteKind = NoteKind.OWN,
    ) -> None:
        """Take the conversation or note to correct, or the case that a new note is about."""
        super().__init__(parent)
        self.ui = Ui_ConversationDialog()
        self.ui.setupUi(self)
        desk.look.dress(self)
        leave_the_wheel_alone(self)
        take_numbers_whole(self)
        let_scroll(self)
        self._desk = desk
        self._logged, self._note, self._case, self._kind = logged, note, case, kind
        self.ui.problem.hide()
        self.ui.facts.setVisible(logged is not None)
        if logged is not None:
            self._show_conversation(logged)
        else:
            self.ui.heading.setText(
                self.tr("Vooronderzoek")
                if kind is NoteKind.PRELIMINARY_CHECK
                else self.tr("Notitie")
            )
            self.ui.text.setPlainText("" if note is None else note.body)
        self._drafts = DraftKeeper(desk, draft_keys.CONVERSATION_DIALOG, self.ui.text)
        self._drafts.watch(self._draft_key().target)
        tell_what_is_not_pasted(self.ui.text, partial(say_below, self.ui.problem))
        self.ui.save.clicked.connect(self.save)
        self.ui.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.ui.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Hand it to the vault."""
        unmark(self.ui, (*_FIELDS, "text"), self.ui.problem)
        try:
            work = self._work()
        except InvalidError as error:
            self._refuse(error)
            return
        self.ui.save.setEnabled(False)
        self._desk.tasks.run(work, then=self._kept, otherwise=self._refuse, owner=self)

    def reject(self) -> None:
        """Close once what was typed is kept as a draft; ask first if the disk takes no more."""
        self._drafts.close_dialog(self, super().reject)

    def _show_conversation(self, logged: LoggedConversation) -> None:
        codes, desk = self._desk.session.codes, self._desk
        for name, field in (("CTF", "form"), ("CTS", "kind"), ("INI", "initiator")):
            items = codes.offered(name, desk.today())
            offer(
                getattr(self.ui, field),
                [(item.code, item.label.text(desk.language)) for item in items],
            )
        self.ui.held_on.set_clock(desk.today)
        show(self.ui, logged.conversation, *_FIELDS)
        self.ui.text.setPlainText("" if logged.note is None else logged.note.body)

    def _draft_key(self) -> DraftKey:
        if self._logged is not None:
            return draft_keys.of_conversation(self._logged.conversation.id)
        if self._note is not None:
            return draft_keys.of_note(self._note.id)
        assert self._case is not None
        return draft_keys.of_new_note(self._case.id, self._kind)

    def _work(self) -> Callable[[], object]:
        session, text = self._desk.session, self.ui.text.toPlainText()
        if self._logged is not None:
            changed = replace(self._logged.conversation, **read(self.ui, *_FIELDS))
            return lambda: session.conversations.change_conversation(changed, text)
        if self._note is not None:
            note = self._note.id
            return lambda: session.notes.revise_note(note, text)
        assert self._case is not None
        case, kind = self._case.id, self._kind
        return lambda: session.notes.add_note(case, text, kind)

    def _kept(self, _stored: object) -> None:
        drafts, key = self._desk.session.drafts, self._draft_key()
        self._drafts.forget()
        self._desk.tasks.run(lambda: drafts.drop(*key))
        self._desk.news.saved.emit(self._desk.now())
        super().accept()

    def _refuse(self, error: ProblemError) -> None:
        self.ui.save.setEnabled(True)
        field = error.field if isinstance(error, InvalidError) else ""
        mark(
            self.ui,
            "text" if field == "body" else field,
            self._desk.sentence(error),
            self.ui.problem,
        )
