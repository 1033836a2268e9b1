"""The ledgers of figures: entries are added, never changed."""

from datetime import date

from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.reporting import (
    Export,
    FixedFile,
    LedgerCopy,
    LedgerEntry,
    SpokenWords,
)
from advisor_app.storage.table import Table


class Ledgers(Table[LedgerEntry]):
    """One ledger per organisation, in the open format of the figures."""

    def of_organisation(self, organisation: OrganisationId) -> list[LedgerEntry]:
        """Return the entries of an organisation's ledger in their order."""
        return self.select("WHERE organisation = ? ORDER BY position", (organisation,))


class Spoken(Table[SpokenWords]):
    """What the advisor wrote about figures that were said: never changed."""

    def of_organisation(self, organisation: OrganisationId) -> dict[int, str]:
        """Return the words by the position of their entry."""
        found = self.select("WHERE organisation = ?", (organisation,))
        return {each.position: each.text for each in found}


class LedgerCopies(Table[LedgerCopy]):
    """The register of ledgers that left."""

    def of_organisation(self, organisation: OrganisationId) -> list[LedgerCopy]:
        """Return the copies of an organisation's ledger, the latest first."""
        return self.select("WHERE organisation = ? ORDER BY id DESC", (organisation,))


class FixedFiles(Table[FixedFile]):
    """The files of fixed releases: written once."""

    def of_release(self, organisation: OrganisationId, release: str) -> list[FixedFile]:
        """Return the files of a release, none while it was not fixed."""
        return self.select(
            "WHERE organisation = ? AND release = ? ORDER BY format", (organisation, release)
        )

    def days(self, organisation: OrganisationId) -> dict[str, date]:
        """Return on which day each release of an organisation was fixed."""
        rows = self._database.all(
            "SELECT release, min(fixed_on) FROM fixed_file WHERE organisation = ? GROUP BY release",
            (organisation,),
        )
        return {release: date.fromisoformat(day) for release, day in rows}


class Exports(Table[Export]):
    """The register of files that left."""

    def of_organisation(self, organisation: OrganisationId) -> list[Export]:
        """Return what left for an organisation, the latest first."""
        return self.select("WHERE organisation = ? ORDER BY id DESC", (organisation,))
