"""Exact linear arithmetic over stated figures: which sums follow from them, and their values.

A set of micro-cells is a whole number whose bits are the cells. Nothing here rounds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

Cells = int
Number = int | Fraction
Line = tuple[int, dict[int, Number], Number]
"""A sum of rows: a cell that no other line has (its pivot), how often each cell, and the value."""


@dataclass(frozen=True, slots=True)
class Row:
    """A set of micro-cells whose count every reader knows."""

    cells: Cells
    value: int


def places(cells: Cells) -> Iterator[int]:
    """Return the places of a set of cells, the lowest first."""
    while cells:
        lowest = cells & -cells
        yield lowest.bit_length() - 1
        cells ^= lowest


class Span:
    """Everything that follows from some rows by adding and subtracting multiples of them.

    `fewer` is the span of some of these rows, from which it then goes on.
    """

    def __init__(self, rows: Iterable[Row] = (), fewer: "Span | None" = None) -> None:
        self.basis: list[Line] = []
        for pivot, entries, value in fewer.basis if fewer else ():
            self.basis.append((pivot, dict(entries), value))
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Take in a row; one that follows already changes nothing."""
        rest, value = self._reduced(row.cells, row.value)
        if not rest:
            return
        self._lead(min(rest), rest, value)

    def following(self, cells: Cells) -> int | None:
        """Return the count of a set of cells if it follows."""
        rest, value = self._reduced(cells, 0)
        if rest:
            return None
        known = -value
        return int(known) if known == int(known) else None

    def about(self, cells: Cells) -> list[Line]:
        """Return a basis, by pivot, of what follows about `cells` alone."""
        turned = Span(fewer=self)
        for pivot in [each for each, _, _ in self.basis if cells >> each & 1]:
            row = next(each for each in turned.basis if each[0] == pivot)
            outside = min((place for place in row[1] if not cells >> place & 1), default=None)
            if outside is not None:
                turned.basis.remove(row)
                turned._lead(outside, row[1], row[2])
        return [each for each in turned.basis if cells >> each[0] & 1]

    def _lead(self, pivot: int, entries: dict[int, Number], value: Number) -> None:
        """Take in a row with a pivot of its own, and take that out of all others."""
        scale = entries[pivot]
        if scale != 1:
            entries = {place: _divided(each, scale) for place, each in entries.items()}
            value = _divided(value, scale)
        for row_number, (other, its, known) in enumerate(self.basis):
            factor = its.get(pivot, 0)
            if factor:
                _subtract(its, entries, factor)
                self.basis[row_number] = (other, its, known - factor * value)
        self.basis.append((pivot, entries, value))

    def _reduced(self, cells: Cells, value: int) -> tuple[dict[int, Number], Number]:
        rest: dict[int, Number] = dict.fromkeys(places(cells), 1)
        left: Number = value
        for pivot, entries, known in self.basis:
            factor = rest.get(pivot, 0)
            if factor:
                _subtract(rest, entries, factor)
                left -= factor * known
        return rest, left


def _subtract(rest: dict[int, Number], entries: dict[int, Number], factor: Number) -> None:
    for place, entry in entries.items():
        left = rest.get(place, 0) - factor * entry
        if left:
            rest[place] = left
        else:
            del rest[place]


def _divided(number: Number, by: Number) -> Number:
    if isinstance(number, int) and isinstance(by, int) and number % by == 0:
        return number // by
    result = Fraction(number) / by
    return result.numerator if result.denominator == 1 else result
