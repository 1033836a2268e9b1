"""What Vandaag says of figures: which are ready, and by which day a year must be chosen."""

from datetime import UTC, date, datetime

import pytest

from advisor_app.domain.reporting import ReleaseState, Rung
from tests.services.figures.practice import a_vault_from, practice


@pytest.fixture
def session(clock, access):
    yield from a_vault_from(clock, access, datetime(2026, 3, 2, 9, tzinfo=UTC))


def waiting(made):
    return [
        (each.line.id, each.line.state, each.choose_before)
        for each in made.session.reporting.waiting(made.id)
    ]


def test_a_choice_is_asked_for_in_the_two_months_before_its_last_day(session, clock):
    made = practice(session, clock, 350)
    assert waiting(made) == []
    made.goes_to(2026, 10, 31)
    assert waiting(made) == []
    made.goes_to(2026, 11, 1)
    new_year, choice = date(2027, 1, 1), ReleaseState.NO_PLAN
    assert waiting(made) == [("2026", choice, new_year), ("2027", choice, new_year)]
    session.reporting.choose(made.id, "2027", Rung.YEAR_TOTAL)
    assert waiting(made) == [("2026", choice, new_year)]
    made.goes_to(2027, 1, 1)
    assert waiting(made) == []


def test_a_school_year_is_chosen_before_august(session, clock):
    made = practice(session, clock, 350, period_kind="school_year")
    made.goes_to(2026, 6, 1)
    assert [each[::2] for each in waiting(made)] == [
        ("2025/26", date(2026, 8, 1)),
        ("2026/27", date(2026, 8, 1)),
    ]


def test_a_period_that_is_over_waits_until_its_figures_are_fixed(session, clock):
    made = practice(session, clock, 350)
    session.reporting.choose(made.id, "2026", Rung.YEAR_TOTAL)
    made.cases(3)
    made.goes_to(2026, 12, 31)
    assert [each[0] for each in waiting(made)] == ["2027"]
    made.goes_to(2027, 1, 1)
    assert waiting(made) == [("2026", ReleaseState.READY, None)]
    made.fixes("2026")
    assert waiting(made) == []


def test_nothing_is_asked_where_there_is_nothing_to_choose(session, clock):
    small = practice(session, clock, 40)
    former = practice(session, clock, 350, code="WEG", client_until=date(2026, 12, 31))
    small.goes_to(2026, 11, 20)
    assert waiting(small) == []
    assert [each[0] for each in waiting(former)] == ["2026"]


def test_of_all_organisations_they_come_by_name(session, clock):
    last, first = (practice(session, clock, 350, code=code) for code in ("WATER", "DAL"))
    last.goes_to(2026, 11, 20)
    found = [each.organisation.id for each in session.reporting.waiting()]
    assert found == [first.id, first.id, last.id, last.id]
