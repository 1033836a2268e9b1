"""The three tables of an organisation: its years, its departments and its contacts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from advisor_app._assets.forms.organisation_page import Ui_OrganisationPage
from advisor_app.domain.identity import UNSAVED, OrganisationId
from advisor_app.domain.organisation import Contact, Department, DepartmentYear, Headcount
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.domain.validation import EARLIEST
from advisor_app.gui.desk import Desk
from advisor_app.gui.lists.record_table import RecordTable
from advisor_app.gui.lists.rows import Column
from advisor_app.services.organisations import DepartmentFile


class HeadcountTable(RecordTable[Headcount]):
    """How many people worked there in other years than this one."""

    def __init__(self, ui: Ui_OrganisationPage, today: Callable[[], date]) -> None:
        self._today = today
        columns = (
            Column(heading=QCoreApplication.translate("OrganisationTables", "Jaar"), empty=0),
            Column(
                heading=QCoreApplication.translate(
                    "OrganisationTables", "Medewerkers op 1 januari"
                ),
                empty=0,
            ),
        )
        super().__init__(ui, "headcounts", columns, wide=1)

    def values_of(self, record: Headcount) -> list[Any]:
        """Return the year and the number."""
        return [record.year, record.staff]

    def record_of(self, _before: Headcount | None, values: list[Any]) -> Headcount:
        """Return the headcount of a line; of next year it may be known already."""
        year, staff = values
        if not EARLIEST.year <= year <= self._today().year + 1:
            raise InvalidError("year", Problem.NOT_A_NUMBER)
        return Headcount(organisation=OrganisationId(UNSAVED), year=year, staff=staff)

    def number_of(self, record: Headcount) -> int:
        """Return the year."""
        return record.year


class DepartmentTable(RecordTable[DepartmentFile]):
    """The departments, with how they count in one year; other years stay as they are."""

    def __init__(self, ui: Ui_OrganisationPage, today: Callable[[], date]) -> None:
        self._year = self._known = today().year
        super().__init__(ui, "departments", _department_columns(self._year), wide=0)

    def show_year(self, year: int, records: Sequence[DepartmentFile]) -> None:
        """Show how departments count in a year: as was filled in for it, or last before it."""
        known = (each.year for record in records for each in record.years if each.year <= year)
        self._year, self._known = year, max(known, default=year)
        self.rows.columns = _department_columns(year)
        self.show(records)

    def values_of(self, record: DepartmentFile) -> list[Any]:
        """Return the name, and the group and number of the year."""
        now = next((each for each in record.years if each.year == self._known), None)
        if now is None:
            return [record.department.name, "", 0]
        return [record.department.name, now.reporting_group, now.staff]

    def record_of(self, before: DepartmentFile | None, values: list[Any]) -> DepartmentFile:
        """Return the department of a line; without a group it counts under its own name."""
        name, group, staff = values[0].strip(), values[1].strip(), values[2]
        before = before or DepartmentFile(
            department=Department(organisation=OrganisationId(UNSAVED), name=name)
        )
        department, year = replace(before.department, name=name), self._year
        years = tuple(each for each in before.years if each.year != year)
        if group or staff:
            now = DepartmentYear(
                department=department.id, year=year, reporting_group=group or name, staff=staff
            )
            years = (*years, now)
        return DepartmentFile(department=department, years=years)

    def number_of(self, record: DepartmentFile) -> int:
        """Return the number of the department."""
        return record.department.id


class ContactTable(RecordTable[Contact]):
    """The people at the organisation, by role."""

    def __init__(self, ui: Ui_OrganisationPage, desk: Desk) -> None:
        codes = desk.session.codes
        roles = codes.offered("CTR", desk.today())
        columns = (
            Column(
                heading=QCoreApplication.translate("OrganisationTables", "Rol"),
                empty=codes.unknown("CTR"),
                choices=tuple((each.code, each.label.text(desk.language)) for each in roles),
            ),
            Column(heading=QCoreApplication.translate("OrganisationTables", "Naam")),
            Column(heading=QCoreApplication.translate("OrganisationTables", "Aanhef in brieven")),
            Column(heading=QCoreApplication.translate("OrganisationTables", "Adres")),
            Column(
                heading=QCoreApplication.translate("OrganisationTables", "Krijgt cijfers"),
                empty=False,
            ),
        )
        super().__init__(ui, "contacts", columns, wide=3)

    def values_of(self, record: Contact) -> list[Any]:
        """Return the fields in the order of the columns."""
        return [
            record.role,
            record.name,
            record.salutation,
            record.address,
            record.receives_report,
        ]

    def record_of(self, before: Contact | None, values: list[Any]) -> Contact:
        """Return the contact of a line."""
        role, name, salutation, address, receives = values
        before = before or Contact(organisation=OrganisationId(UNSAVED), role=role, name=name)
        return replace(
            before,
            role=role,
            name=name.strip(),
            salutation=salutation.strip(),
            address=address.strip(),
            receives_report=receives,
        )

    def number_of(self, record: Contact) -> int:
        """Return the number of the contact."""
        return record.id


def _department_columns(year: int) -> tuple[Column, ...]:
    staff = QCoreApplication.translate("OrganisationTables", "Medewerkers %1")
    return (
        Column(heading=QCoreApplication.translate("OrganisationTables", "Afdeling")),
        Column(heading=QCoreApplication.translate("OrganisationTables", "Groep in cijfers")),
        Column(heading=staff.replace("%1", str(year)), empty=0),
    )
