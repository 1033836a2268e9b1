"""One box, three numbers: cases, reporters, situations, and no row."""

from datetime import date

import pytest

from advisor_app.domain.codes import Code
from advisor_app.domain.organisation import Department
from advisor_app.storage.counting import Among, Column, Selection

YEAR = ((date(2026, 1, 1), date(2026, 12, 31)),)


@pytest.fixture
def client(vault, an_organisation):
    with vault.transaction() as tables:
        return an_organisation(tables)


def counted(vault, client, *among, spans=YEAR, not_counted=()):
    return vault.tables.counting.count(
        Selection(organisation=client.id, spans=spans, not_counted=not_counted, among=tuple(among))
    )


def test_an_empty_casebook_counts_nothing(vault, client):
    assert counted(vault, client) == (0, 0, 0)


def test_cases_reporters_and_situations_are_three_numbers(vault, client, a_case):
    with vault.transaction() as tables:
        first = a_case(tables, client)
        a_case(tables, client, person=first.person)
        a_case(tables, client, situation=first.situation)
        a_case(tables, client)
    assert counted(vault, client) == (4, 3, 3)


def test_the_day_of_entry_decides_both_first_and_last_day_included(vault, client, a_case):
    days = ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01")
    with vault.transaction() as tables:
        for day in days:
            a_case(tables, client, entered_on=date.fromisoformat(day), opened_on=date(2024, 5, 5))
    assert counted(vault, client)[0] == 2
    quarters = ((date(2026, 1, 1), date(2026, 3, 31)), (date(2026, 10, 1), date(2026, 12, 31)))
    assert counted(vault, client, spans=quarters)[0] == 2
    assert counted(vault, client, spans=quarters[:1])[0] == 1


def test_other_clients_and_what_does_not_count_are_left_out(vault, client, an_organisation, a_case):
    with vault.transaction() as tables:
        a_case(tables, an_organisation(tables, code="LINDE"))
        a_case(tables, client, counted_elsewhere=True)
        a_case(tables, client, reporter_role=Code("ROL-SIG"))
        a_case(tables, client, reporter_role=Code("ROL-ZEL"))
    assert counted(vault, client, not_counted=(Code("ROL-SIG"), Code("ROL-LEI")))[0] == 1


def test_a_leaf_takes_its_codes_and_the_unknown_one_takes_the_rest(vault, client, a_case):
    with vault.transaction() as tables:
        for category in ("OO-PES", "OO-PES", "OO-INT", "CAT-ONB", "X-NEW"):
            a_case(tables, client, category=Code(category))
    bullying = Among(column=Column.CATEGORY, values=("OO-PES",))
    unknown = Among(column=Column.CATEGORY, values=("CAT-ONB",), unless=("OO-PES", "OO-INT"))
    both = Among(column=Column.CATEGORY, values=("CAT-ONB", "OO-INT"), unless=("OO-PES", "OO-INT"))
    assert counted(vault, client, bullying)[0] == 2
    assert counted(vault, client, unknown)[0] == 2
    assert counted(vault, client, both)[0] == 3
    assert counted(vault, client, Among(column=Column.CATEGORY, values=()))[0] == 0


def test_a_case_without_a_department_lies_in_the_unknown_one(vault, client, a_case):
    with vault.transaction() as tables:
        care, home, small = (
            tables.departments.add(Department(organisation=client.id, name=name)).id
            for name in ("Zorg", "Thuis", "Klein")
        )
        for department in (care, care, home, small, None):
            a_case(tables, client, department=department)
    inside = Among(column=Column.DEPARTMENT, values=(care,))
    unknown = Among(column=Column.DEPARTMENT, values=(), unless=(care, home))
    assert counted(vault, client, inside)[0] == 2
    assert counted(vault, client, unknown)[0] == 2
    assert (
        counted(vault, client, inside)[0]
        + counted(vault, client, unknown)[0]
        + counted(vault, client, Among(column=Column.DEPARTMENT, values=(home,)))[0]
        == counted(vault, client)[0]
    )


def test_two_sides_narrow_together(vault, client, a_case):
    with vault.transaction() as tables:
        a_case(tables, client, category=Code("OO-PES"), relation=Code("REL-COL"))
        a_case(tables, client, category=Code("OO-PES"), relation=Code("REL-DIR"))
        a_case(tables, client, category=Code("OO-INT"), relation=Code("REL-COL"))
    sides = (
        Among(column=Column.CATEGORY, values=("OO-PES",)),
        Among(column=Column.RELATION, values=("REL-COL",)),
    )
    assert counted(vault, client, *sides)[0] == 1


def test_counting_reads_its_index_alone(vault, client, a_case):
    with vault.transaction() as tables:
        a_case(tables, client)
    plans = vault._database.all(
        "EXPLAIN QUERY PLAN SELECT count(*), count(DISTINCT person), count(DISTINCT situation)"
        ' FROM "case" WHERE organisation = 1 AND counted_elsewhere = 0'
        " AND (entered_on BETWEEN '2026-01-01' AND '2026-12-31') AND reporter_role NOT IN ('X')"
        " AND (department IN (1) OR department IS NULL OR department NOT IN (1, 2))"
    )
    assert any("COVERING INDEX case_to_count" in row[-1] for row in plans)
