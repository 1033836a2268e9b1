"""Find anything by its words."""

from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.overview import SearchHits
from advisor_app.storage.vault import Vault


class Search:
    """Full text over cases, notes and letters."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def find(
        self, typed: str, organisation: OrganisationId | None = None, limit: int = 50
    ) -> SearchHits:
        """Return the newest hits, of one organisation or of all."""
        return self._vault.tables.search.find(typed, organisation, limit=limit)
