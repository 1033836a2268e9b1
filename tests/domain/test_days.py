"""A day is typed as people say it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.days import read_day
from advisor_app.domain.problems import InvalidError

TODAY = date(2026, 11, 20)  # a Friday


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("vandaag", TODAY), ("gisteren", date(2026, 11, 19)), ("Eergisteren ", date(2026, 11, 18)),
        ("yesterday", date(2026, 11, 19)), ("12-11", date(2026, 11, 12)), ("12/11", date(2026, 11, 12)),
        ("1.3.2026", date(2026, 3, 1)), ("1-3-26", date(2026, 3, 1)), ("2026-03-01", date(2026, 3, 1)),
        ("3 maart", date(2026, 3, 3)), ("3 mrt 2025", date(2025, 3, 3)), ("3 Mar 2025", date(2025, 3, 3)),
        ("vr 20 nov 2026", TODAY), ("vrijdag", date(2026, 11, 13)), ("do", date(2026, 11, 19)),
        ("-2", date(2026, 11, 18)), ("24-12", date(2025, 12, 24)), ("5-12", date(2026, 12, 5)),
        ("vorige week", date(2026, 11, 13)), ("2 weken geleden", date(2026, 11, 6)),
        ("Drie dagen geleden", date(2026, 11, 17)), ("a week ago", date(2026, 11, 13)),
    ],
)  # fmt: skip
def test_a_day_past_is_read_as_people_say_it(typed, day):
    assert read_day("held_on", typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("morgen", date(2026, 11, 21)), ("ma", date(2026, 11, 23)), ("vrijdag", date(2026, 11, 27)),
        ("12-3", date(2027, 3, 12)), ("24-12", date(2026, 12, 24)), ("+14", date(2026, 12, 4)),
        ("volgende week", date(2026, 11, 27)), ("over twee weken", date(2026, 12, 4)),
        ("over één week", date(2026, 11, 27)), ("in 10 days", date(2026, 11, 30)),
    ],
)  # fmt: skip
def test_a_day_to_come_is_the_next_one(typed, day):
    assert read_day("due_on", typed, TODAY, ahead=True) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "31-2",
        "0-1",
        "32 maart",
        "ooit",
        "12",
        "99-99-9999",
        "🙂",
        "over 0 dagen",
        "over ooit weken",
        "in 2 jaren",
    ],
)
def test_what_is_no_day_is_refused_by_its_field(typed):
    with pytest.raises(InvalidError) as refusal:
        read_day("held_on", typed, TODAY)
    assert (refusal.value.field, refusal.value.problem.value) == ("held_on", "not_a_date")


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_a_full_date_is_read_whatever_the_day(day):
    assert read_day("day", f"{day.day}-{day.month}-{day.year}", TODAY) == day
    assert read_day("day", day.isoformat(), TODAY) == day


@given(st.text(max_size=40), st.booleans())
def test_no_text_does_worse_than_be_refused(text, ahead):
    try:
        day = read_day("day", text, TODAY, ahead=ahead)
    except InvalidError:
        return
    assert abs(day - TODAY) < timedelta(days=366 * 9000)
