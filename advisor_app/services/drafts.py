"""Unsaved text: kept encrypted within two seconds, given back after a crash or a lock."""

from collections.abc import Callable
from datetime import datetime

from advisor_app.domain import draft_keys
from advisor_app.domain.draft import Draft
from advisor_app.domain.draft_keys import DraftKey
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault


class Drafts:
    """The drafts of every window."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now

    def keep(self, window: str, target: str, text: str) -> Draft:
        """Keep what stands in an editor; an empty text is kept as one.

        A text about what was destroyed meanwhile is kept no more, whichever window still holds it.
        """
        draft = Draft(window=window, target=target, text=text, saved_at=self._now())
        with self._vault.transaction() as tables:
            if not _is_there(tables, DraftKey(window, target)):
                return draft
            return tables.drafts.keep(draft)

    def find(self, window: str, target: str) -> Draft | None:
        """Return what an editor held, if anything was kept."""
        return self._vault.tables.drafts.find(window, target)

    def all(self) -> list[Draft]:
        """Return every draft, the latest first."""
        return self._vault.tables.drafts.all()

    def drop(self, window: str, target: str) -> None:
        """Forget a draft that is no longer needed."""
        with self._vault.transaction() as tables:
            tables.drafts.drop(window, target)


def _is_there(tables: Tables, key: DraftKey) -> bool:
    """Tell whether what a text is about stands in the vault; what is about no record always does."""
    about = draft_keys.record_of(key)
    if about is None:
        return True
    holds: dict[str, Callable[[int], bool]] = {
        "organisation": tables.organisations.holds,
        "case": tables.cases.holds,
        "conversation": tables.conversations.holds,
        "note": tables.notes.holds,
        "letter": tables.letters.holds,
    }
    return holds[about.kind](about.id)
