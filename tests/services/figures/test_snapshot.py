"""The copy that figures are decided from: every case in one leaf of everything, and no order."""

from datetime import UTC, date, datetime

import pytest

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.oracle import Counts
from advisor_app.domain.codes import Code
from advisor_app.domain.reporting import Rung
from advisor_app.services.figures.snapshot import snapshot
from tests.services.figures.practice import a_vault_from, practice


@pytest.fixture
def made(access, clock):
    for session in a_vault_from(clock, access, datetime(2025, 11, 3, 9, tzinfo=UTC)):
        client = practice(session, clock, 4_000, {"Zorg": 900, "Thuis": 700, "Kantoor": 12})
        session.reporting.choose(client.id, "2026", Rung.PART_TABLES)
        client.goes_to(2026, 2, 2)
        yield client


def copied(made):
    session, proposal = made.session, made.session.reporting.proposal(made.id, "2026-Q1")
    (plan,) = proposal.standing.ledger.plans
    return snapshot(session._vault.tables, made.id, plan, session.codes)


def held(register, **sides):
    return register.count(Box.of({name: [leaf] for name, leaf in sides.items()})).cases


def test_a_leaf_takes_its_codes_and_the_unknown_one_takes_the_rest(made):
    for category in ("OO-PES", "OO-PES", "OO-INT", "CAT-ONB"):
        made.case(category)
    made.goes_to(2026, 4, 2)
    register = copied(made)
    assert held(register, category="pesten") == 2
    assert held(register, category="overig") == 1
    every = register.plan.dimension("category").leaves
    assert sum(held(register, category=leaf) for leaf in every) == 4


def test_small_departments_and_none_lie_in_the_unknown_one(made):
    for department in ("Zorg", "Zorg", "Thuis", "Kantoor", None):
        made.case(department=department)
    made.goes_to(2026, 4, 2)
    register = copied(made)
    assert held(register, department="Zorg") == 2
    assert held(register, department="onbekend") == 2


def test_the_day_of_entry_decides_the_period(made):
    made.case(opened_on=date(2025, 12, 30))
    made.goes_to(2026, 3, 31)
    made.case()
    made.goes_to(2026, 4, 1)
    made.case(opened_on=date(2026, 3, 31))
    register = copied(made)
    assert [held(register, period=f"2026-Q{each}") for each in range(1, 5)] == [2, 1, 0, 0]


def test_what_a_destroyed_case_shared_counts_once_with_the_cases_that_live_on(made):
    about, by = made.case(), made.case()
    shared = [
        about,
        *made.cases(2, situation=about.situation),
        by,
        *made.cases(2, person=by.person),
    ]
    made.goes_to(2026, 4, 2)
    whole = Counts(cases=6, persons=4, clusters=4)
    assert copied(made).count(Box()) == whole
    for case in shared:  # at last nothing lives on, and what is left of them still goes together
        made.session.casework.close_case(case.id, Code("SLU-OVL"))
        made.session.retention.destroy(case.id)
        assert copied(made).count(Box()) == whole


def test_two_copies_of_the_same_cases_are_equal_and_say_nobody(made):
    made.cases(3)
    made.goes_to(2026, 2, 3)
    made.case("OO-INT")  # entered last, and the first of the copy
    made.goes_to(2026, 4, 2)
    one, two = copied(made), copied(made)
    assert one == two
    assert ["intimidatie" in each for each in one.cells] == [True, False]
    assert "Vogel" not in repr(one)
    assert "cells" not in repr(one)
    made.case()
    assert copied(made) != one
