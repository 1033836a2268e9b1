"""Reporters, and who they really are, in two tables that are never read together."""

from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.person import Person
from advisor_app.storage.table import Table


class People(Table[Person]):
    """The reporters of every organisation."""

    def anonymous(self, organisation: OrganisationId) -> Person | None:
        """Return the one person that stands for all anonymous reporters, if there is one yet."""
        found = self.select("WHERE organisation = ? AND anonymous = 1", (organisation,))
        return found[0] if found else None

    def of_organisation(self, organisation: OrganisationId) -> list[Person]:
        """Return the reporters with an alias, in its order."""
        return self.select(
            "WHERE organisation = ? AND alias <> '' ORDER BY alias COLLATE NOCASE", (organisation,)
        )
