"""The any-shape search: no set of micro-cells, of any shape, may follow from figures and be small."""

from collections.abc import Callable, Iterable, Sequence

from advisor_app.disclosure.linear import Cells, Number, Row, Span, places
from advisor_app.disclosure.space import signatures

MOST_SHAPES = 16  # independent small sums that are looked through in every combination
AT_A_GLANCE = 8  # of them, before the solver is asked anything

_Part = tuple[Cells, list[int]]
Upper = Callable[[Cells], Sequence[float] | None]


def has_small_shape(
    rows: Sequence[Row], told: Iterable[Row], live: Cells, n: int,
    worlds: Iterable[Sequence[float]], upper: Upper,
) -> bool:  # fmt: skip
    """Whether the count of some set follows and is below n, told totals and their sums excepted.

    A set of which one cell can hold n cases has n of them: `worlds`, and then `upper`, show which
    cells can. The sums of figures that speak of the other cells alone are few, and all of them are
    looked at. With too many it counts as found.
    """
    exempt = [row.cells & live for row in told]
    touched = 0
    for row in rows:
        touched |= row.cells
    every = [
        (part, list(places(part)))
        for part in signatures((row.cells for row in rows), live & touched)
    ]
    parts = empty = every
    for world in worlds:
        parts, empty = _not_many(parts, world, n), _not_many(empty, world, 1)
    perhaps = sum(part for part, _ in parts)
    if not empty and not _is_spoken_of(perhaps, rows, exempt, n, AT_A_GLANCE):
        return False  # each can hold some, and even if none of these could hold n
    small = _small_cells(parts, n, upper)
    return small is None or _is_spoken_of(small, rows, exempt, n, MOST_SHAPES)


def _is_spoken_of(
    small: Cells, rows: Sequence[Row], exempt: Sequence[Cells], n: int, most: int
) -> bool:
    """Whether figures tell of a set of these cells that it holds less than n, or speak too much."""
    basis = Span(rows, last=small).inside(small)
    if len(basis) > most:
        return True
    return any(
        value < n and not _is_told(cells, exempt) for cells, value in _shapes(basis) if cells
    )


def _small_cells(parts: list[_Part], n: int, upper: Upper) -> Cells | None:
    """Return the cells that can never hold n cases; None when one can never hold any."""
    found = 0
    while parts:  # one point in which many of them hold n
        point = upper(sum(part for part, _ in parts))
        left = _not_many(parts, point, n) if point else parts
        if len(left) == len(parts):
            break
        parts = left
    while parts:
        part, inside = parts.pop()
        point = upper(part)
        most = _held(point, inside) if point else 0.0
        if most < 1 - 1e-6:
            return None
        if most < n - 1 + 1e-6:
            found |= part
        elif point:
            parts = _not_many(parts, point, n)
    return found


def _not_many(parts: list[_Part], point: Sequence[float], n: int) -> list[_Part]:
    """Return the parts that hold less than n in a point."""
    return [each for each in parts if _held(point, each[1]) < n - 1 + 1e-6]


def _held(point: Sequence[float], inside: Sequence[int]) -> float:
    return sum(point[place] for place in inside)


def _shapes(
    basis: Sequence[tuple[int, dict[int, Number], Number]],
) -> Iterable[tuple[Cells, Number]]:
    """Every sum of the basis that is a set: its pivots say which, since each has its own."""
    for chosen in range(1, 1 << len(basis)):
        entries: dict[int, Number] = {}
        value: Number = 0
        for place, (_pivot, row, known) in enumerate(basis):
            if chosen >> place & 1:
                value += known
                for cell, entry in row.items():
                    entries[cell] = entries.get(cell, 0) + entry
        if all(entry in {0, 1} for entry in entries.values()):
            yield sum(1 << cell for cell, entry in entries.items() if entry), value


def _is_told(cells: Cells, told: Iterable[Cells]) -> bool:
    covered = 0
    for period in told:
        if cells & period and period & ~cells:
            return False
        covered |= period
    return not cells & ~covered
