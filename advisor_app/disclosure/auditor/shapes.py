"""The search for cells of any shape whose count follows by adding and subtracting, and is small."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from advisor_app.disclosure.auditor.grid import TooLargeError
from advisor_app.disclosure.auditor.reader import Reader
from advisor_app.disclosure.auditor.report import Finding, Kind
from advisor_app.disclosure.auditor.solver import Vector
from advisor_app.disclosure.auditor.span import Span
from advisor_app.disclosure.auditor.state import State
from advisor_app.disclosure.box import Box

MOST_SHAPES = 14  # independent sums of cells that can only be few

Class = tuple[int, ...]


def small_shapes(reader: Reader, state: State) -> Iterator[Finding]:
    """Return every such set of cells of one block, told totals and their sums excepted.

    A set that follows and is small has no cell that may hold n cases in a world that agrees with
    the figures; so only sums of rows that speak of the other cells can be one.

    Raises:
        TooLargeError: when there are too many of these to look at every combination.
    """
    for block in range(len(state.grid.blocks)):
        rows, values = _rows(state, block)
        cells = [
            place
            for place, (its, time, _) in enumerate(state.grid.cells)
            if its == block and state.grid.plan.time_leaves[time] not in state.dead
        ]
        classes: dict[tuple[int, ...], list[int]] = {}
        for place in cells:
            classes.setdefault(tuple(rows[:, place].tolist()), []).append(place)
        touched = {key: tuple(its) for key, its in classes.items() if any(key)}
        many = set(_many(reader, state, touched))
        few = [key for key in touched if key not in many]
        if few:
            order = [*(key for key in touched if key in many), *few]
            yield from _combinations(state, order, len(many), values, touched)


def _rows(state: State, block: int) -> tuple[Vector, list[int]]:
    """Return the figures that this block can tell of, and the totals that others tell of."""
    grid, plan = state.grid, state.grid.plan
    own = {each.name for each in grid.blocks[block]}
    known = [(b, value) for b, value in state.figures if set(plan.sides(b)) <= own]
    periods = [grid.vector(Box.of({plan.time: [leaf]}), block) for leaf in plan.time_leaves]
    vectors = [grid.vector(box, block) for box, _ in known]
    vectors += [weights @ np.array(periods) for weights, _ in state.totals]
    matrix = np.array(vectors, dtype=np.int64).reshape(-1, len(grid.cells))
    return matrix, [value for _, value in [*known, *state.totals]]


def _many(reader: Reader, state: State, classes: dict[Class, Class]) -> Iterator[Class]:
    """Yield the classes that hold n cases in some world that agrees with the figures."""
    n, figures = state.grid.plan.n, state.without_silences
    sums = np.zeros((len(classes), len(state.grid.cells)))
    for row, cells in enumerate(classes.values()):
        sums[row, list(cells)] = 1
    known = reader.pool.worlds[reader.fitting(figures)]
    large = np.asarray((sums @ known.T.astype(np.float64) >= n).any(axis=1))
    for row, key in enumerate(classes):
        if not large[row]:
            world = reader.world(figures.rows, sums[row].astype(np.int64))
            if world is not None:
                large |= sums @ world >= n
        if large[row]:
            yield key


def _combinations(
    state: State,
    order: list[tuple[int, ...]],
    first: int,
    values: list[int],
    classes: dict[tuple[int, ...], Class],
) -> Iterator[Finding]:
    span = Span.over(len(order))
    for row, value in enumerate(values):
        span = span.with_row(np.array([key[row] for key in order], dtype=np.int64), value)
    basis = span.inside(first)
    if len(basis) > MOST_SHAPES:
        raise TooLargeError
    for chosen in range(1, 1 << len(basis)):
        total: dict[int, Fraction] = {}
        count = Fraction(0)
        for bit, (part, known) in enumerate(basis):
            if chosen >> bit & 1:
                count += known
                for cell, weight in part.items():
                    total[cell] = total.get(cell, Fraction(0)) + weight
        if count >= state.grid.plan.n or any(each not in {0, 1} for each in total.values()):
            continue
        cells = {cell for each, weight in total.items() if weight for cell in classes[order[each]]}
        if not _is_told(state, cells):
            boxes = tuple(state.grid.cell_box(cell) for cell in sorted(cells))
            yield Finding(kind=Kind.FOLLOWS_SMALL, boxes=boxes, least=int(count), most=int(count))


def _is_told(state: State, cells: set[int]) -> bool:
    """Whether the set is a sum of told periods: it cuts none and reaches outside none."""
    plan, grid = state.grid.plan, state.grid
    block = grid.cells[next(iter(cells))][0]
    covered: set[int] = set()
    for box, value in state.told:
        period = {
            place
            for place, (its, time, _) in enumerate(grid.cells)
            if its == block and plan.time_leaves[time] in plan.times(box)
        }
        if value and cells & period and not period <= cells:
            return False
        covered |= period
    return cells <= covered
