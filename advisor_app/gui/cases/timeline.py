"""What happened in a case, the latest on top: one card per conversation, note or letter."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from advisor_app._assets.forms.timeline_card import Ui_TimelineCard
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.note import Note, NoteKind
from advisor_app.domain.overview import LoggedConversation, TimelineEntry
from advisor_app.gui.desk import Desk
from advisor_app.gui.lists.row_list import read_out
from advisor_app.services import letter_templates

LONGEST = 2_000
"""So many characters of a note stand on its card; all of it stands in the dialog."""

_ICONS = {
    "CTF-TEL": "phone",
    "CTF-VID": "video",
    "CTF-MAI": "mail",
    "CTF-BRI": "mail",
    "CTF-WAN": "footprints",
    "CTF-LOC": "map-pin",
    "CTF-NEU": "map-pin",
}


class TimelineCard(QFrame):
    """One conversation with its note, a note of its own, or a letter."""

    def __init__(
        self,
        desk: Desk,
        entry: TimelineEntry,
        actions: list[tuple[str, Callable[[], None]]],
        parent: QWidget,
    ) -> None:
        """Take what the button "Meer" offers: words and what they do."""
        super().__init__(parent)
        self.ui = Ui_TimelineCard()
        self.ui.setupUi(self)
        self._actions = actions
        if entry.logged is not None:
            self._show_conversation(desk, entry.logged)
        elif entry.note is not None:
            self._show_note(desk, entry.note)
        elif entry.letter is not None:
            self._show_letter(desk, entry.letter)
        desk.look.dress(self)
        self.ui.more.clicked.connect(self._offer)
        self.setAccessibleName(read_out(self.ui.heading.text(), self.ui.meta.text()))
        self.setAccessibleDescription(self.ui.text.toPlainText())
        self.ui.text.setAccessibleName(self.accessibleName())

    def _show_conversation(self, desk: Desk, logged: LoggedConversation) -> None:
        held = logged.conversation
        self.ui.icon.setProperty("icon_name", _ICONS.get(held.form, "message-square-text"))
        kind, form = desk.label(held.kind), desk.label(held.form)
        self.ui.heading.setText(f"{kind}  ·  {form}")
        when = desk.day(held.held_on)
        if held.held_at is not None:
            when = f"{when}, {desk.clock(held.held_at)}"
        minutes = self.tr("%1 min").replace("%1", str(held.minutes))
        self.ui.meta.setText(f"{when}  ·  {minutes}")
        self._show_body("" if logged.note is None else logged.note.body)

    def _show_note(self, desk: Desk, note: Note) -> None:
        self.ui.icon.setProperty("icon_name", "notebook-pen")
        kinds = {
            NoteKind.OWN: self.tr("Eigen notitie"),
            NoteKind.PRELIMINARY_CHECK: self.tr("Vooronderzoek"),
            NoteKind.CONVERSATION: self.tr("Notitie"),
        }
        self.ui.heading.setText(kinds[note.kind])
        self.ui.meta.setText(desk.moment(note.written_at))
        self._show_body(note.body)

    def _show_letter(self, desk: Desk, letter: Letter) -> None:
        fixed, changed = letter.fixed_on, letter.changed_at.astimezone().date()
        titles = {each.code: each.title for each in letter_templates.templates(desk.language)}
        self.ui.icon.setProperty("icon_name", "file-text")
        names = filter(None, (self.tr("Brief"), titles.get(letter.template)))
        self.ui.heading.setText("  ·  ".join(names))
        self.ui.meta.setText(
            self.tr("Concept, gewijzigd %1").replace("%1", desk.short_day(changed))
            if fixed is None
            else self.tr("Vastgesteld op %1").replace("%1", desk.long_day(fixed))
        )
        self._show_body(letter.subject)

    def _show_body(self, body: str) -> None:
        shown = body.strip()
        if len(shown) > LONGEST:
            shown = f"{shown[:LONGEST]}…"
        self.ui.text.setPlainText(shown)
        self.ui.text.setVisible(bool(shown))

    def _offer(self) -> None:
        menu = QMenu(self)
        for words, do in self._actions:
            menu.addAction(words).triggered.connect(lambda _checked=False, do=do: do())
        menu.popup(self.ui.more.mapToGlobal(QPoint(0, self.ui.more.height())))
