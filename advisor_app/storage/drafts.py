"""Unsaved text of editors; kept outside the audit log because it is not an entry yet."""

from dataclasses import replace
from datetime import UTC

from advisor_app.domain.draft import Draft
from advisor_app.domain.identity import DraftId
from advisor_app.storage.driver import Database
from advisor_app.storage.journal import Journal
from advisor_app.storage.table import Table, content_mac


class Drafts:
    """The drafts of every window."""

    def __init__(self, database: Database, journal: Journal, content_key: bytes) -> None:
        self._database = database
        self._journal = journal
        self._content_key = content_key
        self._table = Table(Draft, "draft", database, journal, content_key)

    def keep(self, draft: Draft) -> Draft:
        """Put a draft in the place of the last one of its window and target."""
        found = self.find(draft.window, draft.target)
        kept = replace(draft, id=self._next_id() if found is None else found.id)
        values = {
            "id": kept.id,
            "window": kept.window,
            "target": kept.target,
            "text": kept.text,
            "saved_at": kept.saved_at.astimezone(UTC).isoformat(timespec="milliseconds"),
        }
        self._database.execute(
            "INSERT OR REPLACE INTO draft (id, window, target, text, saved_at, content_mac)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (*values.values(), content_mac(self._content_key, "draft", values)),
        )
        self._journal.touched.add(Draft)
        return kept

    def find(self, window: str, target: str) -> Draft | None:
        """Return the draft of a window about a target, if there is one."""
        found = self._table.select("WHERE window = ? AND target = ?", (window, target))
        return found[0] if found else None

    def of_window(self, window: str) -> list[Draft]:
        """Return the drafts of one window, the latest first."""
        return self._table.select("WHERE window = ? ORDER BY saved_at DESC", (window,))

    def all(self) -> list[Draft]:
        """Return every draft, the latest first."""
        return self._table.select("ORDER BY saved_at DESC")

    def drop(self, window: str, target: str) -> None:
        """Forget the draft of a window about a target."""
        self._database.execute(
            "DELETE FROM draft WHERE window = ? AND target = ?", (window, target)
        )
        self._journal.touched.add(Draft)

    def drop_about(self, target: str) -> None:
        """Forget what any window kept about a target, and about the parts of it."""
        self._database.execute(
            "DELETE FROM draft WHERE target = ?1 OR target LIKE ?1 || ' %'", (target,)
        )
        self._journal.touched.add(Draft)

    def _next_id(self) -> DraftId:
        row = self._database.one("SELECT seq FROM sqlite_sequence WHERE name = 'draft'")
        return DraftId(1 if row is None else int(row[0]) + 1)
