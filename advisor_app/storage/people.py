"""Reporters, and who they really are, in two tables that are never read together."""

from advisor_app.domain.identity import OrganisationId, PersonId
from advisor_app.domain.person import Identity, Person
from advisor_app.storage.table import Table


class People(Table[Person]):
    """The reporters of every organisation."""

    def anonymous(self, organisation: OrganisationId) -> Person | None:
        """Return the one person that stands for all anonymous reporters, if there is one yet."""
        found = self.select("WHERE organisation = ? AND anonymous = 1", (organisation,))
        return found[0] if found else None

    def aliases(self) -> list[str]:
        """Return every alias of the whole vault."""
        return [
            str(row[0]) for row in self._database.all("SELECT alias FROM person WHERE alias <> ''")
        ]

    def of_organisation(self, organisation: OrganisationId) -> list[Person]:
        """Return the reporters with an alias, in its order."""
        return self.select(
            "WHERE organisation = ? AND alias <> '' ORDER BY alias COLLATE NOCASE", (organisation,)
        )


class Identities(Table[Identity]):
    """Who reporters really are: read for one person at a time, but for what must name nobody."""

    def names(self) -> list[str]:
        """Return every name that was written down, so that none of them leaves in a report."""
        rows = self._database.all("SELECT name FROM identity WHERE name <> ''")
        return [str(row[0]) for row in rows]

    def find(self, person: PersonId) -> Identity | None:
        """Return who a reporter is, if that was written down."""
        found = self.select("WHERE person = ?", (person,))
        return found[0] if found else None
