"""The ledgers of figures: entries are added, never changed."""

from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.reporting import Export, LedgerEntry
from advisor_app.storage.table import Table


class Ledgers(Table[LedgerEntry]):
    """One ledger per organisation, in the open format of the figures."""

    def of_organisation(self, organisation: OrganisationId) -> list[LedgerEntry]:
        """Return the entries of an organisation's ledger in their order."""
        return self.select("WHERE organisation = ? ORDER BY position", (organisation,))


class Exports(Table[Export]):
    """The register of files that left."""

    def of_organisation(self, organisation: OrganisationId) -> list[Export]:
        """Return what left for an organisation, the latest first."""
        return self.select("WHERE organisation = ? ORDER BY id DESC", (organisation,))
