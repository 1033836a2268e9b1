"""The organisations that the advisor works for, with all that is known of them."""

import itertools
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from advisor_app.domain import draft_keys
from advisor_app.domain.days import local_day
from advisor_app.domain.identity import UNSAVED, DepartmentId, OrganisationId
from advisor_app.domain.organisation import (
    Contact,
    Department,
    DepartmentYear,
    Headcount,
    Organisation,
)
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.validation import LINE
from advisor_app.services.figures import department_years, ledgers, plans
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
class OrganisationFile:
    """All that is known of an organisation, kept as one."""

    organisation: Organisation
    contacts: tuple[Contact, ...] = ()
    headcounts: tuple[Headcount, ...] = ()
    departments: tuple[DepartmentFile, ...] = ()


class Organisations:
    """One verb, one transaction."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now

    def all(self) -> list[Organisation]:
        """Return every organisation in the order of its name."""
        return self._vault.tables.organisations.by_name()

    def coded(self, code: str) -> Organisation:
        """Return the organisation with a code.

        Raises:
            ProblemError: NOT_FOUND.
        """
        return self._vault.tables.organisations.coded(code)

    def file(self, organisation: OrganisationId) -> OrganisationFile:
        """Return all that is known of an organisation."""
        tables = self._vault.tables
        years = tables.department_years.every_year(organisation)
        return OrganisationFile(
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
        return suggested_code(name, {each.code for each in self.all()})

    def keep(self, file: OrganisationFile) -> OrganisationFile:
        """Keep an organisation with its contacts, headcounts and departments, new ones included.

        What was left out of the file goes.

        Raises:
            InvalidError: OVER_A_YEAR_AHEAD, TOO_LONG_AGO or TOO_FAR_AHEAD for a day of the
                agreement; ALREADY_USED for a code, or twice the same department or year; HAS_CASES
                for a department that was left out but cannot go; DEPARTMENTS_LAID_DOWN where one
                would count otherwise in a year whose figures name departments; NAME_OF_THE_REST
                for a group that would be called as all that no group names.
            ProblemError: NOT_FOUND for what belongs to no, or to another, organisation.
        """
        file.organisation.require_near(local_day(self._now()))
        _require_distinct("headcounts", [each.year for each in file.headcounts])
        names = [each.department.name.strip().casefold() for each in file.departments]
        _require_distinct("departments", names)
        for each in file.departments:
            _require_distinct("departments", [year.year for year in each.years])
        with self._vault.transaction() as tables:
            organisation = _keep_organisation(tables, file.organisation)
            _keep_contacts(tables, organisation.id, file.contacts)
            _keep_headcounts(tables, organisation.id, file.headcounts)
            _keep_departments(tables, organisation.id, file.departments)
        return self.file(organisation.id)

    def remove(self, organisation: OrganisationId) -> None:
        """Take an organisation out that was added by mistake, with its contacts and departments.

        Raises:
            ProblemError: ORGANISATION_IN_USE, once anything else was written down about it.
        """
        with self._vault.transaction() as tables:
            target = draft_keys.of_loose(organisation).target
            if any(each.target == target and each.text.strip() for each in tables.drafts.all()):
                raise ProblemError(Problem.ORGANISATION_IN_USE)
            tables.drafts.drop_about(target)
            tables.drafts.drop(draft_keys.ORGANISATION_PAGE, str(organisation))
            _keep_contacts(tables, organisation, ())
            _keep_headcounts(tables, organisation, ())
            try:
                for department in tables.departments.of_organisation(organisation):
                    _remove_department(tables, department.id)
                tables.organisations.remove(organisation)
            except (ConstraintError, InvalidError) as error:
                raise ProblemError(Problem.ORGANISATION_IN_USE) from error


def suggested_code(name: str, taken: Collection[str]) -> str:
    """Return a short code for a name, as a person would choose it, that is not taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().upper()
    words = [word for word in re.findall(r"[A-Z0-9]+", plain) if word.lower() not in _PREFIXES]
    base = re.sub(r"^[0-9]+", "", "".join(words))[:8] or "ORG"
    base = base if len(base) > 1 else base + "O"
    codes = (f"{base}{number or ''}" for number in itertools.chain([0], itertools.count(2)))
    return next(code for code in codes if code not in taken)


def _require_distinct(field: str, values: Sequence[object]) -> None:
    if len(set(values)) < len(values):
        raise InvalidError(field, Problem.ALREADY_USED)


def _require_known(ids: Iterable[int], known: Iterable[int]) -> None:
    """Refuse the id of a record that this organisation does not have."""
    if set(ids) - {UNSAVED} - set(known):
        raise ProblemError(Problem.NOT_FOUND)


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
    before = {each.id: each for each in tables.contacts.of_organisation(organisation)}
    _require_known((each.id for each in contacts), before)
    for gone in before.keys() - {each.id for each in contacts}:
        tables.contacts.remove(gone)
    for each in contacts:
        contact = replace(each, organisation=organisation)
        if contact.id == UNSAVED:
            tables.contacts.add(contact)
        elif contact != before[contact.id]:
            tables.contacts.change(contact)


def _keep_headcounts(
    tables: Tables, organisation: OrganisationId, headcounts: Sequence[Headcount]
) -> None:
    before = {each.year: each for each in tables.headcounts.of_organisation(organisation)}
    for gone in before.keys() - {each.year for each in headcounts}:
        tables.headcounts.remove(organisation, gone)
    for each in headcounts:
        headcount = replace(each, organisation=organisation)
        if headcount != before.get(each.year):
            tables.headcounts.put(headcount)


def _keep_departments(
    tables: Tables, organisation: OrganisationId, departments: Sequence[DepartmentFile]
) -> None:
    before = {each.id: each for each in tables.departments.of_organisation(organisation)}
    _require_known((each.department.id for each in departments), before)
    ledger = ledgers.kept(tables, tables.organisations.get(organisation))
    laid_down = department_years.laid_down(ledger)
    for gone in before.keys() - {each.department.id for each in departments}:
        _remove_department(tables, gone)
    # Two departments may trade names: first every old one gives its name up.
    changed = [each for each in departments if _is_renamed(each.department, before)]
    for each in changed:
        spare = f"{each.department.name} ({each.department.id})"
        tables.departments.change(replace(before[each.department.id], name=spare[-LINE:]))
    for each in departments:
        department = replace(
            each.department, organisation=organisation, name=each.department.name.strip()
        )
        if department.id == UNSAVED:
            department = tables.departments.add(department)
        elif each in changed:
            tables.departments.change(department)
        _keep_years(tables, department.id, each.years, laid_down)


def _is_renamed(department: Department, before: Mapping[DepartmentId, Department]) -> bool:
    return department.id != UNSAVED and department.name.strip() != before[department.id].name


def _remove_department(tables: Tables, department: DepartmentId) -> None:
    for year in tables.department_years.of_department(department):
        tables.department_years.remove(year.department, year.year)
    try:
        tables.departments.remove(department)
    except ConstraintError as error:
        raise InvalidError("departments", Problem.HAS_CASES) from error


def _keep_years(
    tables: Tables,
    department: DepartmentId,
    years: Sequence[DepartmentYear],
    laid_down: Collection[int],
) -> None:
    before = {each.year: each for each in tables.department_years.of_department(department)}
    after = {each.year: replace(each, department=department) for each in years}
    if any(before.get(year) != after.get(year) for year in laid_down):
        raise InvalidError("departments", Problem.DEPARTMENTS_LAID_DOWN)
    for gone in before.keys() - after.keys():
        tables.department_years.remove(department, gone)
    for year in after.values():
        if year != before.get(year.year):
            group = plans.spelt(year.reporting_group)
            if group.casefold() in department_years.NAMES_OF_THE_REST:
                raise InvalidError("departments", Problem.NAME_OF_THE_REST)
            tables.department_years.put(replace(year, reporting_group=group))
