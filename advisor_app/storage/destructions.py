"""Destroyed cases: what still counts of them, and the register of destructions."""

from advisor_app.domain.destruction import CountedCase, Destruction
from advisor_app.domain.identity import OrganisationId
from advisor_app.storage.table import Table


class CountedCases(Table[CountedCase]):
    """What figures still count of destroyed cases."""

    def of_organisation(self, organisation: OrganisationId) -> list[CountedCase]:
        """Return the rows of one organisation, the earliest month first."""
        return self.select("WHERE organisation = ? ORDER BY month, id", (organisation,))


class Destructions(Table[Destruction]):
    """The register of destructions."""

    def latest_first(self) -> list[Destruction]:
        """Return every destruction, the latest first."""
        return self.select("ORDER BY id DESC")
