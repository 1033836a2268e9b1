"""The advisor's own words in reports, and what was answered about them."""

from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.narrative import Answer, Narrative
from advisor_app.storage.table import Table


class Narratives(Table[Narrative]):
    """The texts of fixed releases: written once."""

    def of_release(self, organisation: OrganisationId, release: str) -> Narrative | None:
        """Return the text of a fixed release, if it has one."""
        found = self.select("WHERE organisation = ? AND release = ?", (organisation, release))
        return found[0] if found else None


class Answers(Table[Answer]):
    """What was said to be meant and harmless."""

    def of_release(self, organisation: OrganisationId, release: str) -> list[Answer]:
        """Return the answers about a release in their order."""
        return self.select(
            "WHERE organisation = ? AND release = ? ORDER BY id", (organisation, release)
        )
