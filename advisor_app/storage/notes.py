"""Notes: a small row, its body apart, and every earlier version."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from advisor_app.domain.identity import UNSAVED, CaseId, ConversationId, NoteId
from advisor_app.domain.note import Note
from advisor_app.storage.driver import Database
from advisor_app.storage.journal import Journal
from advisor_app.storage.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierNote:
    """The body that a note had before it was saved again."""

    note: NoteId
    version: int
    body: str = field(repr=False)
    written_at: datetime


class Notes(Table[Note]):
    """The notes of conversations and cases."""

    def __init__(self, database: Database, journal: Journal, content_key: bytes) -> None:
        super().__init__(Note, "note", database, journal, content_key)
        self.earlier_versions = Table(
            EarlierNote, "earlier_note", database, journal, content_key, key=("note", "version")
        )
        columns = ", ".join(
            f't."{column}"' if column == "body" else f'n."{column}"' for column in self._columns
        )
        self._select = (
            f"SELECT {columns}, n.content_mac FROM note AS n JOIN note_text AS t ON t.note = n.id"
        )

    def revise(self, note: Note) -> Note:
        """Save a next version and keep the one that stood there."""
        before = self.get(note.id)
        self.earlier_versions.add(
            EarlierNote(
                note=before.id,
                version=before.version,
                body=before.body,
                written_at=before.written_at,
            )
        )
        return self.change(note)

    def remove(self, *key: int) -> None:
        """Delete a note with its body and its earlier versions."""
        for earlier in self.earlier(NoteId(key[0])):
            self.earlier_versions.remove(earlier.note, earlier.version)
        self._database.execute("DELETE FROM note_text WHERE note = ?", key)
        super().remove(*key)

    def get(self, *key: int) -> Note:
        """Return the note with an id."""
        return self._only(self.select("WHERE n.id = ?", key))

    def of_conversation(self, conversation: ConversationId) -> Note | None:
        """Return the note of a conversation, if it has one."""
        found = self.select("WHERE n.conversation = ?", (conversation,))
        return found[0] if found else None

    def of_case(self, case: CaseId) -> list[Note]:
        """Return every note of a case, those of its conversations among them."""
        return self.select('WHERE n."case" = ? ORDER BY n.id DESC', (case,))

    def earlier(self, note: NoteId) -> list[EarlierNote]:
        """Return the earlier versions of a note, the latest first."""
        return self.earlier_versions.select("WHERE note = ? ORDER BY version DESC", (note,))

    def versions(self, note: NoteId) -> list[Note]:
        """Return a note as it was at each time of saving, the earliest first."""
        now = self.get(note)
        earlier = [
            replace(now, body=each.body, version=each.version, written_at=each.written_at)
            for each in reversed(self.earlier(note))
        ]
        return [*earlier, now]

    def put_back(self, versions: Sequence[Note]) -> Note:
        """Add a note that was removed, with all its versions; return the last one."""
        note = self.add(replace(versions[0], id=NoteId(UNSAVED)))
        for version in versions[1:]:
            note = self.revise(replace(version, id=note.id))
        return note

    def _insert(self, values: dict[str, Any], mac: bytes) -> None:
        super()._insert(values, mac)
        self._database.execute(
            "INSERT INTO note_text (note, body) VALUES (?, ?)", (values["id"], values["body"])
        )

    def _update(self, values: dict[str, Any], mac: bytes) -> bool:
        self._database.execute(
            "UPDATE note_text SET body = ?1 WHERE note = ?2 AND body IS NOT ?1",
            (values["body"], values["id"]),
        )
        return super()._update(values, mac)

    def _stored_values(self, values: dict[str, Any], mac: bytes) -> dict[str, Any]:
        stored = super()._stored_values(values, mac)
        del stored["body"]
        return stored
