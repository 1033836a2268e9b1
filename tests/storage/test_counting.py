"""What counts is read from one index: codes, the day of entry, and two tokens; nothing else."""

from datetime import date

import pytest

from advisor_app.domain.codes import Code
from advisor_app.domain.organisation import Department

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def client(vault, an_organisation):
    with vault.transaction() as tables:
        return an_organisation(tables)


def counted(vault, client, *, first=FIRST, last=LAST, not_counted=()):
    return vault.tables.counting.rows(client.id, first, last, not_counted)


def cases_in(rows):
    assert all(len(row.persons) == len(row.situations) for row in rows)
    return sum(len(row.persons) for row in rows)


def test_an_empty_casebook_counts_nothing(vault, client):
    assert counted(vault, client) == []


def test_each_case_counts_with_its_reporter_and_its_situation(vault, client, a_case):
    with vault.transaction() as tables:
        first = a_case(tables, client)
        a_case(tables, client, person=first.person)
        a_case(tables, client, situation=first.situation)
        a_case(tables, client)
    rows = counted(vault, client)
    assert cases_in(rows) == 4
    (row,) = rows
    assert len(set(row.persons)) == len(set(row.situations)) == 3


def test_the_day_of_entry_decides_both_first_and_last_day_included(vault, client, a_case):
    days = ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01")
    with vault.transaction() as tables:
        for day in days:
            a_case(tables, client, entered_on=date.fromisoformat(day), opened_on=date(2024, 5, 5))
    assert cases_in(counted(vault, client)) == 2
    assert cases_in(counted(vault, client, last=FIRST)) == 1
    assert cases_in(counted(vault, client, first=LAST)) == 1


def test_other_clients_and_what_does_not_count_are_left_out(vault, client, an_organisation, a_case):
    with vault.transaction() as tables:
        a_case(tables, an_organisation(tables, code="LINDE"))
        a_case(tables, client, counted_elsewhere=True)
        a_case(tables, client, reporter_role=Code("ROL-SIG"))
        a_case(tables, client, reporter_role=Code("ROL-ZEL"))
    assert cases_in(counted(vault, client, not_counted=(Code("ROL-SIG"), Code("ROL-LEI")))) == 1


def test_a_row_has_the_codes_of_its_case(vault, client, a_case):
    with vault.transaction() as tables:
        care = tables.departments.add(Department(organisation=client.id, name="Zorg")).id
        a_case(tables, client, category=Code("OO-PES"), relation=Code("REL-COL"), department=care)
        a_case(tables, client, category=Code("OO-INT"), relation=Code("REL-DIR"), department=None)
    assert {(row.category, row.relation, row.department) for row in counted(vault, client)} == {
        ("OO-PES", "REL-COL", care),
        ("OO-INT", "REL-DIR", None),
    }


def test_a_row_shows_nobody(vault, client, a_case):
    with vault.transaction() as tables:
        case = a_case(tables, client)
    (row,) = counted(vault, client)
    assert row.persons == [str(case.person)]
    assert "person" not in repr(row)
    assert not hasattr(row, "id")


def test_counting_reads_its_index_alone(vault, client, a_case):
    with vault.transaction() as tables:
        a_case(tables, client)
    asked = []
    all_of = vault._database.all
    vault._database.all = lambda sql, values=(): (asked.append((sql, values)), all_of(sql, values))[
        1
    ]
    counted(vault, client, not_counted=(Code("ROL-SIG"),))
    living, _corrected, destroyed = (
        [row[-1] for row in all_of(f"EXPLAIN QUERY PLAN {sql}", values)] for sql, values in asked
    )
    assert any("COVERING INDEX case_to_count" in step for step in living)
    assert [step.split(" USING ")[1].split(" (")[0] for step in destroyed if " USING " in step] == [
        "INDEX counted_case_of_organisation", "COVERING INDEX sqlite_autoindex_person_1",
        "COVERING INDEX situation_of_token",
    ]  # fmt: skip
