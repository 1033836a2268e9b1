"""Time leaves and the calendar: `2026`, `2026-H1`, `2026-T1`, `2026-Q1`, school year `2026/27`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

_NAME = re.compile(r"([12][0-9]{3})(?:-([HTQ])([1-4])|/([0-9]{2}))?")
_PARTS = {"H": 2, "T": 3, "Q": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of the calendar, both days included, and its length in years."""

    first: date
    last: date
    years: Fraction

    def meets(self, other: "Period") -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


def period(leaf: str) -> Period | None:
    """Return the calendar period that a leaf's name speaks of, None for any other name."""
    found = _NAME.fullmatch(leaf)
    if found is None:
        return None
    year, part, number, next_year = int(found[1]), found[2], found[3], found[4]
    if next_year:
        return _school_year(year) if int(next_year) == (year + 1) % 100 else None
    if part:
        return _part(year, int(number), _PARTS[part]) if int(number) <= _PARTS[part] else None
    return _part(year, 1, 1)


def year_of(leaf: str) -> str:
    """Return the year that a leaf belongs to, in which telling is all or nothing.

    A school year is a year of its own; leaves with names of their own count as one year together.
    """
    if period(leaf) is None:
        return ""
    return leaf if "/" in leaf else leaf[:4]


def surely_meet(leaf: str, other: str) -> bool:
    """Whether two time leaves are the same, or are known to share a day."""
    mine, theirs = period(leaf), period(other)
    return leaf == other or (mine is not None and theirs is not None and mine.meets(theirs))


def _part(year: int, number: int, parts: int) -> Period:
    months = 12 // parts
    return Period(
        first=date(year, (number - 1) * months + 1, 1),
        last=_first_after(year, number * months) - timedelta(days=1),
        years=Fraction(1, parts),
    )


def _first_after(year: int, month: int) -> date:
    return date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)


def _school_year(year: int) -> Period:
    return Period(first=date(year, 8, 1), last=date(year + 1, 7, 31), years=Fraction(1))
