"""Figures of one organisation across years: each as it was published, none worked out."""

from dataclasses import dataclass
from enum import StrEnum, auto


class Gap(StrEnum):
    """Why a year has no number in a series."""

    NOT_SHOWN = auto()  # offered in that year's report, and not shown separately
    NOT_GIVEN = auto()  # that year has no such yearly figure at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One line across the years: the table that it stands in (none for all cases) and its words.

    `breaks` are the places of values that were counted in another way than the one before them.
    """

    table: str
    label: str
    values: tuple[int | Gap, ...]
    breaks: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The years from the first to the last with a report, and the series that have a number."""

    years: tuple[str, ...]
    series: tuple[Series, ...]
