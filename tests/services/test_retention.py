"""Closed cases are kept as long as was agreed, and the advisor hears when that ends."""

from datetime import date, datetime

import pytest

from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.services.organisations import OrganisationFile

AGREED = Code("SLU-OVL")


@pytest.fixture
def client(session):
    def make(code, **known):
        organisation = Organisation(
            code=code, name=code.title(), type=Code("ORG-GEM"), client_since=date(2024, 1, 1),
            **known,
        )  # fmt: skip
        return session.organisations.keep(OrganisationFile(organisation=organisation)).organisation

    return make


@pytest.fixture
def closed(session):
    def make(organisation):
        case = session.casework.open_case(NewCase(organisation=organisation.id))
        session.casework.close_case(case.id, AGREED)
        return case.id

    return make


def set_to(clock, day):
    clock.at = datetime.combine(day, clock.at.timetz())


def test_retention_counts_from_the_day_of_closing_by_the_term_of_the_organisation(
    session, clock, client, closed
):
    usual, shorter = client("USUAL"), client("SHORTER", retention_months=6)
    first, second = closed(usual), closed(shorter)
    session.casework.open_case(NewCase(organisation=shorter.id))
    assert (session.retention.number(), session.retention.lines()) == (0, [])
    set_to(clock, date(2027, 4, 30))
    assert session.retention.number() == 0
    set_to(clock, date(2027, 5, 1))
    assert [(each.id, each.ends_on) for each in session.retention.lines()] == [
        (second, date(2027, 5, 20))
    ]
    set_to(clock, date(2028, 11, 1))
    lines = session.retention.lines()
    assert [(each.id, each.ends_on) for each in lines] == [
        (second, date(2027, 5, 20)), (first, date(2028, 11, 20)),
    ]  # fmt: skip
    assert session.retention.number(usual.id) == 1
    assert [each.id for each in session.retention.lines(usual.id)] == [first]


def test_a_reopened_case_is_kept(session, clock, client, closed):
    case = closed(client("WATER", retention_months=1))
    session.casework.reopen_case(case)
    clock.pass_by(days=400)
    assert session.retention.number() == 0


def test_the_list_comes_in_pages_without_a_gap(session, clock, client, closed):
    here = client("WATER", retention_months=1)
    expected = []
    for day in range(7):
        expected += [closed(here) for _same_day in range(1 + day % 2)]
        clock.pass_by(days=1)
    clock.pass_by(days=400)
    found, after = [], None
    while page := session.retention.lines(after=after, limit=3):
        found += [each.id for each in page]
        after = page[-1]
    assert found == expected
    assert session.retention.number() == len(expected)


def test_until_is_the_first_of_next_month_in_any_month(session, clock):
    for day, until in (
        (date(2026, 11, 20), date(2026, 12, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
        (date(2027, 1, 1), date(2027, 2, 1)),
    ):
        set_to(clock, day)
        assert session.retention.until() == until


def test_retention_of_no_month_is_refused():
    with pytest.raises(InvalidError) as refusal:
        Organisation(
            code="WATER", name="Waterdal", type=Code("ORG-GEM"), client_since=date(2024, 1, 1),
            retention_months=0,
        )  # fmt: skip
    assert (refusal.value.field, refusal.value.problem) == (
        "retention_months", Problem.NOT_POSITIVE,
    )  # fmt: skip
