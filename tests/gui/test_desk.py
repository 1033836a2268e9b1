"""The words of the screen for days."""

from datetime import UTC, date, datetime

import pytest


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 1, 2), "vandaag"), (date(2027, 1, 1), "gisteren"), (date(2027, 1, 4), "ma 4 jan"),
        (date(2026, 12, 30), "30 dec 2026"), (date(2027, 12, 30), "do 30 dec"),
        (date(2028, 1, 3), "3 jan 2028"),
    ],
)  # fmt: skip
def test_a_day_in_a_list_has_its_year_unless_it_is_this_one(desk, clock, day, words):
    clock.at = datetime(2027, 1, 2, 9, tzinfo=UTC)
    assert desk.short_day(day) == words
