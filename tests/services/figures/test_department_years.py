"""Departments come, go and are joined; figures keep the division that their plan was made with."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.domain.identity import UNSAVED, DepartmentId
from advisor_app.domain.organisation import Department, DepartmentYear
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.domain.report import Section
from advisor_app.domain.reporting import Parts, Rung
from advisor_app.services.organisations import DepartmentFile, OrganisationFile
from advisor_app.services.session import Session
from tests.conftest import Clock
from tests.services.figures.practice import (
    Practice,
    a_vault_from,
    planned,
    practice,
    refused,
    rows,
)

DEPARTMENTS = {"Zorg": 900, "Wonen": 600, "Kantoor": 300}


@pytest.fixture
def session(clock: Clock, access) -> Iterator[Session]:
    yield from a_vault_from(clock, access, datetime(2025, 12, 1, 9, tzinfo=UTC))


@pytest.fixture
def made(session: Session, clock: Clock) -> Practice:
    """A client whose departments were filled in for the year that runs, as the window asks."""
    return practice(session, clock, 2000, DEPARTMENTS, years=(2025,))


def departments_of(made: Practice, release: str) -> tuple[str, ...]:
    """Return the departments that the plan of a release names."""
    plan, _release = made.session.reporting.proposal(made.id, release).standing.ledger.planned(
        release
    )
    return plan.dimension(DEPARTMENT).leaves


def keep(made: Practice, year: int, **groups: str) -> OrganisationFile:
    """Let each department count under a group in a year; one that is not named does not exist."""
    file = made.session.organisations.file(made.id)
    departments = []
    for each in file.departments:
        name, years = each.department.name, [old for old in each.years if old.year != year]
        if name in groups:
            years.append(
                DepartmentYear(
                    department=each.department.id, year=year, reporting_group=groups[name],
                    staff=DEPARTMENTS[name],
                )
            )  # fmt: skip
        departments.append(replace(each, years=tuple(years)))
    return made.session.organisations.keep(replace(file, departments=tuple(departments)))


def test_the_departments_of_this_year_stand_in_the_plan_of_the_next(made):
    assert made.session.reporting.advice(made.id, "2026").departments == tuple(DEPARTMENTS)
    planned(made, Rung.YEAR_TABLES)
    made.goes_to(2027, 1, 9)
    assert departments_of(made, "2026")[:-1] == tuple(DEPARTMENTS)


def test_a_department_that_closes_on_1_january_is_not_in_the_plan_of_that_year(made):
    keep(made, 2026, Zorg="Zorg", Kantoor="Kantoor")
    assert made.session.reporting.advice(made.id, "2026").departments == ("Zorg", "Kantoor")


def test_one_department_alone_makes_no_table(made):
    keep(made, 2026, Zorg="Zorg")
    assert made.session.reporting.advice(made.id, "2026").departments == ()


@pytest.mark.parametrize(
    "name",
    ["Overige of onbekend", "onbekend", " ONBEKEND ", "Overig  of onbekend", "Other or unknown"],
)
def test_a_group_that_is_called_as_what_no_group_names_is_refused(made, name):
    with pytest.raises(InvalidError) as caught:
        keep(made, 2026, Zorg="Zorg", Wonen="Wonen", Kantoor=name)
    assert (caught.value.field, caught.value.problem) == ("departments", Problem.NAME_OF_THE_REST)
    assert made.session.reporting.advice(made.id, "2026").departments == tuple(DEPARTMENTS)


def test_blanks_around_a_group_make_no_other_group(made):
    keep(made, 2026, Zorg="Zorg ", Wonen=" Zorg", Kantoor="Kantoor\u00a0 en  meer")
    assert made.session.reporting.advice(made.id, "2026").departments == (
        "Zorg",
        "Kantoor en meer",
    )
    planned(made, Rung.YEAR_TABLES)
    made.goes_to(2027, 1, 9)
    assert departments_of(made, "2026")[:-1] == ("Zorg", "Kantoor en meer")


def test_groups_that_an_older_program_kept_with_blanks_count_together(made):
    with made.session._vault.transaction() as tables:
        for name, group in (("Zorg", "Zorg"), ("Wonen", "Zorg "), ("Kantoor", "Kantoor")):
            tables.department_years.put(
                DepartmentYear(
                    department=made.departments[name], year=2026, reporting_group=group,
                    staff=DEPARTMENTS[name],
                )
            )  # fmt: skip
    planned(made, Rung.YEAR_TABLES)
    made.goes_to(2027, 1, 9)
    assert departments_of(made, "2026")[:-1] == ("Zorg", "Kantoor")


def test_departments_that_a_plan_divides_are_not_joined_until_a_year_without_one(made):
    planned(made, Rung.PART_TABLES, parts=Parts.QUARTERS)
    made.goes_to(2026, 2, 2)
    made.cases(8, "OO-PES", "REL-COL", "Zorg")
    made.cases(8, "OO-PES", "REL-COL", "Wonen")
    made.cases(8)
    made.goes_to(2026, 4, 2)
    made.fixes("2026-Q1")
    joined = {"Zorg": "Zorg en wonen", "Wonen": "Zorg en wonen", "Kantoor": "Kantoor"}
    with pytest.raises(InvalidError) as refusal:
        keep(made, 2026, **joined)
    assert refusal.value.problem is Problem.DEPARTMENTS_LAID_DOWN
    assert refusal.value.field == "departments"
    keep(made, 2027, **joined)
    made.goes_to(2026, 7, 2)
    made.fixes("2026-Q2")  # the quarter before still agrees with what it said
    (table,) = (each for each in made.previews("2026-Q1").tables if each.column == "Afdeling")
    assert (rows(table)["Zorg"], rows(table)["Wonen"]) == (8, 8)


@pytest.mark.parametrize("groups", [
    {"Zorg": "Zorg", "Kantoor": "Kantoor"},
    {},
    {"Zorg": "Zorg", "Wonen": "Wonen", "Kantoor": "Zorg"},
])  # fmt: skip
def test_the_division_of_a_year_that_is_laid_down_stays(made, groups):
    planned(made, Rung.YEAR_TABLES)
    assert refused(lambda: keep(made, 2026, **groups)) is Problem.DEPARTMENTS_LAID_DOWN


def test_without_a_table_of_departments_a_year_may_be_divided_anew(made):
    planned(made, Rung.YEAR_TOTAL)
    keep(made, 2026, Zorg="Zorg")
    assert made.session.reporting.open_department_year(made.id) == 2025


def test_a_department_that_opens_within_the_year_counts_with_the_others_until_the_next(made):
    planned(made, Rung.YEAR_TABLES)
    made.goes_to(2026, 5, 4)
    file = made.session.organisations.file(made.id)
    opened = DepartmentFile(department=Department(organisation=made.id, name="Jeugd"))
    late = replace(
        opened,
        years=(
            DepartmentYear(
                department=DepartmentId(UNSAVED), year=2026, reporting_group="Zorg", staff=80
            ),
        ),
    )
    assert (
        refused(
            lambda: made.session.organisations.keep(
                replace(file, departments=(*file.departments, late))
            )
        )
        is Problem.DEPARTMENTS_LAID_DOWN
    )
    made.session.organisations.keep(replace(file, departments=(*file.departments, opened)))
    made.departments |= {
        each.name: each.id for each in made.session.organisations.departments(made.id)
    }
    made.cases(9, "OO-PES", "REL-COL", "Zorg")
    made.cases(6, "OO-PES", "REL-COL", "Jeugd")
    made.goes_to(2027, 1, 9)
    report = made.fixes("2026")
    (table,) = (each for each in report.tables if each.column == "Afdeling")
    assert Section.DEPARTMENTS in report.sections
    assert rows(table)["Zorg"] == 9
    assert "Jeugd" not in rows(table)


def test_a_department_without_cases_can_go_and_the_others_still_count(session, clock):
    made = practice(session, clock, 2000, {"A": 30, "B": 40, "C": 300, "D": 400}, years=(2025,))
    file = made.session.organisations.file(made.id)
    joined = tuple(
        replace(
            each,
            years=tuple(
                replace(year, reporting_group="A en B" if year.staff < 50 else each.department.name)
                for year in each.years
            ),
        )
        for each in file.departments
    )
    file = made.session.organisations.keep(replace(file, departments=joined))
    planned(made, Rung.YEAR_TABLES)
    made.goes_to(2026, 5, 4)
    made.cases(12, "OO-PES", "REL-COL", "A")
    made.cases(9, "OO-PES", "REL-COL", "C")
    made.cases(7)
    file = made.session.organisations.file(made.id)
    left = tuple(each for each in file.departments if each.department.name != "B")
    made.session.organisations.keep(replace(file, departments=left))
    made.goes_to(2027, 1, 9)
    (table,) = (each for each in made.fixes("2026").tables if each.column == "Afdeling")
    assert rows(table)["A en B"] == 12


def test_the_window_changes_the_first_year_that_no_plan_divides(made):
    reporting = made.session.reporting
    assert reporting.open_department_year(made.id) == 2025
    planned(made, Rung.THREE_YEAR_TABLES)
    assert reporting.open_department_year(made.id) == 2029
