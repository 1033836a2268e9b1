"""Exact linear arithmetic: what follows from rows by adding and subtracting multiples of them.

Rows are kept in whole numbers, each with its value as last number: a multiple of the row that
fractions would give. No number grows beyond what is exact: before it could, Python's own take over.
"""

import math
from bisect import bisect
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from advisor_app.disclosure.auditor.solver import Vector

Number = int | Fraction
Sparse = dict[int, Number]
Whole = npt.NDArray[Any]  # of 64 bits while these are enough, else of Python's whole numbers

_MOST_WHOLE = 2**62
_MOST_MARK = 100  # by which cells are told apart at first sight
_MOST_FLOAT = 2**52  # up to here sums of whole numbers are exact in floating point, which is quick


@dataclass(frozen=True, eq=False)
class Span:
    """Rows in reduced echelon form: each begins in a place that occurs in no other.

    There is one such form, whatever the order in which rows came in.
    """

    rows: Whole
    pivots: tuple[int, ...] = ()

    @classmethod
    def over(cls, places: int) -> Self:
        """Return the span of no rows."""
        return cls(np.zeros((0, places + 1), dtype=np.int64))

    def with_row(self, row: Vector, value: int) -> "Span":
        """Return it with one row more, and its value."""
        rest = _shortened(self._rest(np.append(row, value))[None, :])[0]
        found = np.flatnonzero(rest[:-1])
        if not len(found):
            return self  # it followed; that the values agree is for worlds to show
        pivot = int(found[0])
        if rest[pivot] < 0:
            rest = -rest
        rows: Whole = self.rows.astype(_kind(2 * max(1, _peak(self.rows)) * _peak(rest)))
        meets = np.flatnonzero(rows[:, pivot])
        if len(meets):
            mine = rows[meets]
            rows[meets] = _shortened(rest[pivot] * mine - np.outer(mine[:, pivot], rest))
        place = bisect(self.pivots, pivot)
        pivots = (*self.pivots[:place], pivot, *self.pivots[place:])
        joined = np.insert(rows, place, rest, axis=0)
        return Span(joined.astype(_kind(_peak(joined))), pivots)

    def beside(self, places: int) -> "Span":
        """Return it over so many places more, of which nothing is said, after all others."""
        size = self.rows.shape[1] - 1
        return Span(np.insert(self.rows, [size] * places, 0, axis=1), self.pivots)

    def following(self, row: Vector) -> Number | None:
        """Return the value of a sum of cells if it follows."""
        rest = self._rest(np.append(row, 0))
        if rest[:-1].any():
            return None
        return _ratio(-rest[-1], self._lead)

    def all_following(self, rows: npt.NDArray[np.float64], least: int) -> "Following":
        """Return which of many sums of cells follow, and which of these are as large as `least`."""
        size = self.rows.shape[1] - 1
        most = _peak(self.rows) * self._lead * (len(self.rows) + 1) * _peak(rows)
        if most * size * _MOST_MARK >= _MOST_FLOAT:
            values = [self.following(each.astype(np.int64)) for each in rows]
            return Following(
                np.array([each is not None for each in values], dtype=np.bool_),
                np.array([each is not None and each >= least for each in values], dtype=np.bool_),
            )
        of_pivots, own = rows[:, list(self.pivots)] * self._shares, self.rows.astype(np.float64)
        marks = np.random.default_rng(0).integers(1, _MOST_MARK, size).astype(np.float64)
        seem = of_pivots @ (own[:, :size] @ marks) == self._lead * (rows @ marks)  # most do not
        known = of_pivots[seem] @ own
        follows = (known[:, :size] == self._lead * rows[seem]).all(axis=1)
        exact, large = np.zeros((2, len(rows)), dtype=np.bool_)
        exact[seem] = follows
        large[seem] = follows & (known[:, size] >= least * self._lead)
        return Following(exact, large)

    def inside(self, first: int) -> list[tuple[Sparse, Number]]:
        """Return what speaks of the places from `first` on alone; no pivot occurs in another row."""
        return [
            (
                {int(cell): _ratio(row[cell], row[pivot]) for cell in np.flatnonzero(row[:-1])},
                _ratio(row[-1], row[pivot]),
            )
            for pivot, row in zip(self.pivots, self.rows, strict=True)
            if pivot >= first
        ]

    def beyond(self, first: int) -> list[tuple[Whole, int]]:
        """Return what speaks of the places from `first` on alone, in whole numbers."""
        return [
            (row[first:-1], int(row[-1]))
            for pivot, row in zip(self.pivots, self.rows, strict=True)
            if pivot >= first
        ]

    @cached_property
    def _leads(self) -> list[int]:
        return [int(row[pivot]) for pivot, row in zip(self.pivots, self.rows, strict=True)]

    @cached_property
    def _lead(self) -> int:
        """The least number that every row can be made to begin with."""
        return math.lcm(*self._leads)

    @cached_property
    def _shares(self) -> Whole:
        shares = [self._lead // each for each in self._leads]
        return np.array(shares, dtype=np.int64 if self._lead < _MOST_WHOLE else object)

    def _rest(self, row: Whole) -> Whole:
        """Return a multiple of what is left of a row when everything that follows is taken away."""
        if not self.pivots:
            return row
        most = self._lead * max(1, _peak(row)) * (1 + len(self.rows) * _peak(self.rows))
        row = row.astype(_kind(most))
        weights = row[list(self.pivots)] * self._shares
        return np.asarray(self._lead * row - weights @ self.rows.astype(row.dtype))


@dataclass(frozen=True, eq=False, slots=True)
class Following:
    """Of many sums of cells, which follow, and which follow and are large."""

    exact: npt.NDArray[np.bool_]
    large: npt.NDArray[np.bool_]


def _kind(most: int) -> type:
    """Return what holds whole numbers up to this one."""
    return np.int64 if most < _MOST_WHOLE else object


def _peak(rows: npt.NDArray[Any]) -> int:
    return max(int(rows.max(initial=0)), -int(rows.min(initial=0)))


def _shortened(rows: Whole) -> Whole:
    """Divide each row by what divides all of it."""
    divisors = np.maximum(np.gcd.reduce(rows, axis=1), 1)
    short = rows // divisors[:, None]
    return np.asarray(short.astype(_kind(_peak(short))))


def _ratio(one: int, other: int) -> Number:
    found = Fraction(int(one), int(other))
    return found.numerator if found.denominator == 1 else found
