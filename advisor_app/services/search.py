"""Find anything by its words."""

from collections.abc import Callable
from datetime import datetime

from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.overview import Findings
from advisor_app.storage.vault import Vault


class Search:
    """Full text over cases, notes and letters."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now

    def find(
        self, typed: str, organisation: OrganisationId | None = None, limit: int = 50
    ) -> Findings:
        """Return the newest hits, of one organisation or of all."""
        today = self._now().astimezone().date()
        return self._vault.tables.search.find(typed, organisation, today=today, limit=limit)
