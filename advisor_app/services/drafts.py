"""Unsaved text: kept encrypted within two seconds, given back after a crash or a lock."""

from collections.abc import Callable
from datetime import datetime

from advisor_app.domain.draft import Draft
from advisor_app.storage.vault import Vault


class Drafts:
    """The drafts of every window."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now

    def keep(self, window: str, target: str, text: str) -> Draft:
        """Keep what stands in an editor; an empty text is kept as one."""
        with self._vault.transaction() as tables:
            return tables.drafts.keep(
                Draft(window=window, target=target, text=text, saved_at=self._now())
            )

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
