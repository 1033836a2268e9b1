"""The limits of the ladder stand in one place, and every choice of figures has its own."""

import pytest

from advisor_app.disclosure import told
from advisor_app.domain.ladder import CASES_FROM, LEAST_STAFF, STAFF_FROM
from advisor_app.domain.organisation import PeriodKind
from advisor_app.domain.reporting import Rung
from advisor_app.services.figures import ladder


def test_every_rung_has_its_limits():
    assert set(STAFF_FROM) == set(CASES_FROM) == set(Rung)
    assert LEAST_STAFF == told.LEAST_STAFF


@pytest.mark.parametrize("rung", set(Rung) - {Rung.NOTHING, Rung.PART_TOTALS})
def test_a_rung_is_offered_from_the_headcount_that_the_screen_names(rung):
    least = STAFF_FROM[rung]
    assert rung in ladder.offered(least, PeriodKind.CALENDAR_YEAR)
    assert rung not in ladder.offered(least - 1, PeriodKind.CALENDAR_YEAR)


@pytest.mark.parametrize("rung", [Rung.THREE_YEAR_TABLES, Rung.YEAR_TABLES])
def test_tables_are_advised_from_the_number_of_cases_that_the_screen_names(rung):
    least = CASES_FROM[rung]
    assert ladder.advised(1_000, least, PeriodKind.CALENDAR_YEAR) is rung
    assert ladder.advised(1_000, least - 1, PeriodKind.CALENDAR_YEAR) is not rung
