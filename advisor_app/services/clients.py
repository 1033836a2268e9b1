"""The organisations that the advisor works for, with all that is known of them."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor_app.domain.identity import UNSAVED, OrganisationId
from advisor_app.domain.organisation import (
    Contact,
    Department,
    DepartmentYear,
    Headcount,
    Organisation,
)
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.storage.driver import ConstraintError
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault

_PREFIXES = ("gemeente", "stichting", "waterschap", "provincie", "vereniging", "de", "het", "bv")


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentFile:
    """A department with how it counts, year by year."""

    department: Department
    years: tuple[DepartmentYear, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFile:
    """All that is known of an organisation, kept as one."""

    organisation: Organisation
    contacts: tuple[Contact, ...] = ()
    headcounts: tuple[Headcount, ...] = ()
    departments: tuple[DepartmentFile, ...] = ()


class Clients:
    """One verb, one transaction."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def all(self) -> list[Organisation]:
        """Return every organisation in the order of its name."""
        return self._vault.tables.organisations.by_name()

    def coded(self, code: str) -> Organisation:
        """Return the organisation with a code.

        Raises:
            ProblemError: NOT_FOUND.
        """
        return self._vault.tables.organisations.coded(code)

    def file(self, organisation: OrganisationId) -> ClientFile:
        """Return all that is known of an organisation."""
        tables = self._vault.tables
        years = tables.department_years.every_year(organisation)
        return ClientFile(
            organisation=tables.organisations.get(organisation),
            contacts=tuple(tables.contacts.of_organisation(organisation)),
            headcounts=tuple(tables.headcounts.of_organisation(organisation)),
            departments=tuple(
                DepartmentFile(
                    department=each,
                    years=tuple(year for year in years if year.department == each.id),
                )
                for each in tables.departments.of_organisation(organisation)
            ),
        )

    def departments(self, organisation: OrganisationId) -> list[Department]:
        """Return the departments of an organisation."""
        return self._vault.tables.departments.of_organisation(organisation)

    def suggest_code(self, name: str) -> str:
        """Return a short code for a name that no organisation has yet."""
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().upper()
        words = [word for word in re.findall(r"[A-Z0-9]+", plain) if word.lower() not in _PREFIXES]
        base = re.sub(r"^[0-9]+", "", "".join(words))[:8] or "ORG"
        base = base if len(base) > 1 else base + "O"
        taken = {each.code for each in self.all()}
        endings = ["", *map(str, range(2, 1000))]
        return next(base + ending for ending in endings if base + ending not in taken)

    def keep(self, file: ClientFile) -> ClientFile:
        """Keep an organisation with its contacts, headcounts and departments, new ones included.

        Raises:
            InvalidError: ALREADY_USED for a code or name that is taken, or a department that has
                cases and was left out.
        """
        with self._vault.transaction() as tables:
            organisation = self._keep_organisation(tables, file.organisation)
            try:
                _keep_contacts(tables, organisation.id, file.contacts)
                _keep_headcounts(tables, organisation.id, file.headcounts)
                _keep_departments(tables, organisation.id, file.departments)
            except ConstraintError as error:
                raise InvalidError("departments", Problem.ALREADY_USED) from error
        return self.file(organisation.id)

    @staticmethod
    def _keep_organisation(tables: Tables, organisation: Organisation) -> Organisation:
        taken = {each.code: each.id for each in tables.organisations.by_name()}
        if taken.get(organisation.code, organisation.id) != organisation.id:
            raise InvalidError("code", Problem.ALREADY_USED)
        if organisation.id == UNSAVED:
            return tables.organisations.add(organisation)
        return tables.organisations.change(organisation)


def _keep_contacts(
    tables: Tables, organisation: OrganisationId, contacts: Sequence[Contact]
) -> None:
    kept = {each.id for each in contacts}
    for before in tables.contacts.of_organisation(organisation):
        if before.id not in kept:
            tables.contacts.remove(before.id)
    for each in contacts:
        contact = replace(each, organisation=organisation)
        if each.id == UNSAVED:
            tables.contacts.add(contact)
        else:
            tables.contacts.change(contact)


def _keep_headcounts(
    tables: Tables, organisation: OrganisationId, headcounts: Sequence[Headcount]
) -> None:
    kept = {each.year for each in headcounts}
    for before in tables.headcounts.of_organisation(organisation):
        if before.year not in kept:
            tables.headcounts.remove(organisation, before.year)
    for each in headcounts:
        tables.headcounts.put(replace(each, organisation=organisation))


def _keep_departments(
    tables: Tables, organisation: OrganisationId, departments: Sequence[DepartmentFile]
) -> None:
    kept = {each.department.id for each in departments}
    for before in tables.departments.of_organisation(organisation):
        if before.id not in kept:
            for year in tables.department_years.of_department(before.id):
                tables.department_years.remove(year.department, year.year)
            tables.departments.remove(before.id)
    for each in departments:
        department = replace(each.department, organisation=organisation)
        if department.id == UNSAVED:
            department = tables.departments.add(department)
        else:
            tables.departments.change(department)
        years = {year.year for year in each.years}
        for year in tables.department_years.of_department(department.id):
            if year.year not in years:
                tables.department_years.remove(year.department, year.year)
        for year in each.years:
            tables.department_years.put(replace(year, department=department.id))
