"""Notes: written, revised, and removed with every version."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from advisor_app.domain import draft_keys
from advisor_app.domain.identity import CaseId, NoteId
from advisor_app.domain.note import Note, NoteKind
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault


class Notes:
    """One verb, one transaction."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now

    def add_note(self, case: CaseId, body: str, kind: NoteKind = NoteKind.OWN) -> Note:
        """Keep a note about a case that belongs to no conversation."""
        with self._vault.transaction() as tables:
            note = Note(
                organisation=tables.cases.get(case).organisation,
                case=case,
                kind=kind,
                body=body,
                written_at=self._now(),
            )
            return tables.notes.add(note)

    def revise_note(self, note: NoteId, body: str) -> Note:
        """Save a next version of a note."""
        with self._vault.transaction() as tables:
            return revised(tables, tables.notes.get(note), body, self._now())

    def remove_note(self, note: NoteId) -> list[Note]:
        """Take a note out of its case; return all its versions, the earliest first.

        What was typed about it and not saved goes with it.
        """
        with self._vault.transaction() as tables:
            versions = tables.notes.versions(note)
            tables.drafts.drop_about(draft_keys.of_note(note).target)
            tables.notes.remove(note)
        return versions

    def put_back_note(self, versions: Sequence[Note]) -> Note:
        """Put a removed note back, with every version."""
        with self._vault.transaction() as tables:
            return tables.notes.put_back(versions)


def revised(tables: Tables, note: Note, body: str, at: datetime) -> Note:
    """Save a next version of a note; return it as stored."""
    return tables.notes.revise(replace(note, body=body, version=note.version + 1, written_at=at))
