"""Exact linear arithmetic over stated figures: which sums follow from them, and their values.

A set of micro-cells is a whole number whose bits are the cells. Nothing here rounds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

Cells = int
Number = int | Fraction


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

    `last` are cells that are kept out of the pivots as long as possible: the rows whose pivots lie
    in it span what can be said of these cells alone.
    """

    def __init__(self, rows: Iterable[Row] = (), last: Cells = 0) -> None:
        self._last = last
        self._basis: list[tuple[int, dict[int, Number], Number]] = []
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Take in a row; one that follows already changes nothing."""
        rest, value = self._reduced(row.cells, row.value)
        if not rest:
            return
        pivot = min(rest, key=lambda place: (self._last >> place & 1, place))
        scale = rest[pivot]
        if scale != 1:
            rest = {place: _divided(each, scale) for place, each in rest.items()}
            value = _divided(value, scale)
        for row_number, (other, entries, known) in enumerate(self._basis):
            factor = entries.get(pivot, 0)
            if factor:
                _subtract(entries, rest, factor)
                self._basis[row_number] = (other, entries, known - factor * value)
        self._basis.append((pivot, rest, value))

    def following(self, cells: Cells) -> int | None:
        """Return the count of a set of cells if it follows."""
        rest, value = self._reduced(cells, 0)
        if rest:
            return None
        known = -value
        return int(known) if known == int(known) else None

    def inside(self, cells: Cells) -> list[tuple[int, dict[int, Number], Number]]:
        """Return a basis, by pivot, of what follows about `cells` alone; made with `last=cells`."""
        return [each for each in self._basis if cells >> each[0] & 1]

    def _reduced(self, cells: Cells, value: int) -> tuple[dict[int, Number], Number]:
        rest: dict[int, Number] = dict.fromkeys(places(cells), 1)
        left: Number = value
        for pivot, entries, known in self._basis:
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
