"""Exact linear arithmetic: what follows from rows by adding and subtracting multiples of them."""

from collections.abc import Mapping
from fractions import Fraction

Number = int | Fraction  # whole ones stay whole: that is much quicker
Sparse = dict[int, Number]


class Span:
    """Rows in echelon form, each with the value that follows for it."""

    def __init__(self) -> None:
        self._rows: dict[int, tuple[Sparse, Number]] = {}  # by pivot

    def add(self, row: Mapping[int, int], value: int) -> None:
        """Take in a row and its value."""
        left, rest = self._reduced(row, value)
        if not left:
            return  # it followed; that the values agree is for worlds to show
        pivot = min(left)
        lead = left[pivot]
        self._rows[pivot] = (
            {cell: _ratio(each, lead) for cell, each in left.items()}, _ratio(rest, lead),
        )  # fmt: skip

    def following(self, row: Mapping[int, int]) -> Number | None:
        """Return the value of a sum of cells if it follows."""
        left, rest = self._reduced(row, 0)
        return None if left else -rest

    def inside(self, first: int) -> list[tuple[Sparse, Number]]:
        """Return what speaks of the places from `first` on alone; no pivot occurs in another row."""
        found: dict[int, tuple[Sparse, Number]] = {}
        for pivot in sorted((each for each in self._rows if each >= first), reverse=True):
            row, value = dict(self._rows[pivot][0]), self._rows[pivot][1]
            for other in sorted(set(row) & set(found)):
                factor = row[other]
                _subtract(row, found[other][0], factor)
                value -= factor * found[other][1]
            found[pivot] = row, value
        return [found[pivot] for pivot in sorted(found)]

    def _reduced(self, row: Mapping[int, int], value: Number) -> tuple[Sparse, Number]:
        left: Sparse = {cell: each for cell, each in row.items() if each}
        done: Sparse = {}
        while left:
            cell = min(left)
            if cell not in self._rows:
                done[cell] = left.pop(cell)
                continue
            known, known_value = self._rows[cell]
            factor = left[cell]
            _subtract(left, known, factor)
            value -= factor * known_value
        return done, value


def _subtract(row: Sparse, other: Sparse, factor: Number) -> None:
    for cell, each in other.items():
        left = row.get(cell, 0) - factor * each
        if left:
            row[cell] = left
        else:
            row.pop(cell, None)


def _ratio(one: Number, other: Number) -> Number:
    found = Fraction(one) / other
    return found.numerator if found.denominator == 1 else found
