"""Organisations with their contacts, departments and headcounts."""

from advisor_app.domain.identity import DepartmentId, OrganisationId
from advisor_app.domain.organisation import (
    Advisor,
    Contact,
    Department,
    DepartmentYear,
    Headcount,
    Organisation,
)
from advisor_app.storage.table import Table


class Advisors(Table[Advisor]):
    """The user of the program, from the day on which they said who they are."""

    def only(self) -> Advisor | None:
        """Return the advisor, if anything is known of them."""
        found = self.select("LIMIT 1")
        return found[0] if found else None


class Organisations(Table[Organisation]):
    """The organisations that the advisor works for."""

    def by_name(self) -> list[Organisation]:
        """Return every organisation in the order of its name."""
        return self.select("ORDER BY name COLLATE NOCASE")

    def coded(self, code: str) -> Organisation:
        """Return the organisation with a code.

        Raises:
            ProblemError: NOT_FOUND.
        """
        return self._only(self.select("WHERE code = ?", (code,)))


class Contacts(Table[Contact]):
    """People at organisations, by role."""

    def of_organisation(self, organisation: OrganisationId) -> list[Contact]:
        """Return the contacts of an organisation."""
        return self.select("WHERE organisation = ? ORDER BY role, name", (organisation,))


class Headcounts(Table[Headcount]):
    """Staff on 1 January, per organisation and year."""

    def of_organisation(self, organisation: OrganisationId) -> list[Headcount]:
        """Return the headcounts of an organisation, the latest year first."""
        return self.select("WHERE organisation = ? ORDER BY year DESC", (organisation,))


class Departments(Table[Department]):
    """The departments of organisations."""

    def of_organisation(self, organisation: OrganisationId) -> list[Department]:
        """Return the departments of an organisation in the order of their names."""
        return self.select("WHERE organisation = ? ORDER BY name COLLATE NOCASE", (organisation,))


class DepartmentYears(Table[DepartmentYear]):
    """Reporting groups and staff, per department and year."""

    def every_year(self, organisation: OrganisationId) -> list[DepartmentYear]:
        """Return how the departments of an organisation count, the latest year first."""
        return self.select(
            "WHERE department IN (SELECT id FROM department WHERE organisation = ?)"
            " ORDER BY year DESC, department",
            (organisation,),
        )

    def of_department(self, department: DepartmentId) -> list[DepartmentYear]:
        """Return how one department counts, the latest year first."""
        return self.select("WHERE department = ? ORDER BY year DESC", (department,))
