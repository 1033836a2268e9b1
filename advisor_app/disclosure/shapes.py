"""The any-shape search: no set of micro-cells, of any shape, may follow from figures and be small."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

import numpy as np

from advisor_app.disclosure.linear import Cells, Line, Number, Row, Span, places
from advisor_app.disclosure.space import signatures
from advisor_app.disclosure.worlds import Sums

MOST_SHAPES = 16  # independent small sums that are looked through in every combination
AT_A_GLANCE = 8  # of them, before the solver is asked anything

HARDLY = 1e-6  # how near a solver comes

Upper = Callable[[Cells], Sequence[float] | None]


class Figures(Protocol):
    """What the figures alone say."""

    rows: tuple[Row, ...]
    span: Span
    small: Cells
    """Cells that were seen before to be of those that can never hold n."""

    @property
    def points(self) -> list[Any]:
        """Points, not always whole, that agree with all figures."""

    def upper(self, cells: Cells) -> Sequence[float] | None:
        """Return a point that agrees with all figures and holds as much as can be in these cells."""


def has_small_shape(
    figures: Figures, told: Iterable[Row], live: Cells, n: int, worlds: Sequence[Sequence[float]]
) -> bool:
    """Whether the count of some set follows and is below n, told totals and their sums excepted.

    A set of which one cell can hold n cases has n of them: `worlds`, and then the figures, show
    which cells can. The sums of figures that speak of the other cells alone are few, and all of
    them are looked at. With too many it counts as found.
    """
    exempt = [row.cells & live for row in told]
    touched = 0
    for row in figures.rows:
        touched |= row.cells
    every = signatures((row.cells for row in figures.rows), live & touched)
    most = dict(zip(every, _most(every, [*worlds, *figures.points]), strict=True))
    parts = [part for part in every if most[part] < n - 1 + HARDLY]
    some = all(most[part] >= 1 - HARDLY for part in parts)
    if some and not _is_spoken_of(sum(parts), figures.span, exempt, n, AT_A_GLANCE):
        return False  # each can hold some, and even if none of these could hold n
    never = [part for part in parts if not part & ~figures.small and most[part] >= 1 - HARDLY]
    small = _small_cells([part for part in parts if part not in never], n, figures.upper)
    if small is None:
        return True
    figures.small |= small
    return _is_spoken_of(small | sum(never), figures.span, exempt, n, MOST_SHAPES)


def _most(parts: Sequence[Cells], points: Sequence[Sequence[float]]) -> list[float]:
    """Return the most that each part holds in any of the points."""
    if not points:
        return [0.0] * len(parts)
    held = np.array(points, dtype=float)
    found: list[float] = Sums(parts, held.shape[1]).counted(held).max(axis=1, initial=0.0).tolist()
    return found


def _is_spoken_of(small: Cells, span: Span, exempt: Sequence[Cells], n: int, most: int) -> bool:
    """Whether figures tell of a set of these cells that it holds less than n, or speak too much."""
    basis = span.about(small)
    if len(basis) > most:
        return True
    return any(
        value < n and not _is_told(cells, exempt) for cells, value in _shapes(basis) if cells
    )


def _small_cells(parts: list[Cells], n: int, upper: Upper) -> Cells | None:
    """Return the cells that can never hold n cases; None when one can never hold any."""
    found = 0
    while parts:  # one point in which many of them hold n
        point = upper(sum(parts))
        left = _not_many(parts, point, n) if point is not None else parts
        if len(left) == len(parts):
            break
        parts = left
    while parts:
        part = parts.pop()
        point = upper(part)
        most = 0.0 if point is None else _held(point, part)
        if most < 1 - HARDLY:
            return None
        if most < n - 1 + HARDLY:
            found |= part
        elif point is not None:
            parts = _not_many(parts, point, n)
    return found


def _not_many(parts: list[Cells], point: Sequence[float], n: int) -> list[Cells]:
    """Return the parts that hold less than n in a point."""
    return [each for each in parts if _held(point, each) < n - 1 + HARDLY]


def _held(point: Sequence[float], part: Cells) -> float:
    return sum(point[place] for place in places(part))


def _shapes(basis: Sequence[Line]) -> Iterable[tuple[Cells, Number]]:
    """Every sum of the basis that is a set: its pivots say which, since each has its own.

    From each sum to the next one line comes in or goes out (a Gray code).
    """
    entries: dict[int, Number] = {}
    value: Number = 0
    odd: set[int] = set()  # cells that are counted otherwise than never or once
    for step in range(1, 1 << len(basis)):
        place = (step & -step).bit_length() - 1
        sign = 1 if (step ^ step >> 1) >> place & 1 else -1
        _pivot, row, known = basis[place]
        value += sign * known
        for cell, entry in row.items():
            entries[cell] = times = entries.get(cell, 0) + sign * entry
            (odd.discard if times in {0, 1} else odd.add)(cell)
        if not odd:
            yield sum(1 << cell for cell, times in entries.items() if times), value


def _is_told(cells: Cells, told: Iterable[Cells]) -> bool:
    covered = 0
    for period in told:
        if cells & period and period & ~cells:
            return False
        covered |= period
    return not cells & ~covered
