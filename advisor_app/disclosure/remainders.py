"""Boxes that follow by subtraction: what is left of a stated box, or of a sum of told totals."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension, is_unknown
from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.linear import Cells, Row
from advisor_app.disclosure.plan import Plan
from advisor_app.disclosure.space import System

Leaves = frozenset[str]
Name = TypeVar("Name")


def remainders(
    plan: Plan, stated: Mapping[Box, int], told: Sequence[Box], new: Box
) -> Iterator[tuple[Box, int]]:
    """Return each box that is left of a whole once `new` is stated, with its cases.

    A whole is a stated box or a sum of told totals; away go stated boxes that divide it along one
    dimension, as many as fit. Told less told is promised and asks nothing. All boxes are normal.
    Of what is left the least is enough: more of it holds no fewer. Periods that were told to be
    empty are left out of that: what holds nothing is no answer for what is more.
    """
    known, promised = dict(stated), set(told)
    empty = frozenset[str]().union(*(plan.times(each) for each in told if not stated[each]))
    for some in _subsets(told):
        times = frozenset[str]().union(*map(plan.times, some))
        known.setdefault(
            normal(plan, Box.of({plan.time: times})), sum(stated[each] for each in some)
        )
    lines = [(each, _line(known, new, each)) for each in plan.dimensions]
    for whole, value in known.items():
        for dimension, line in lines:
            if whole != new and not (whole in line and line[new] < line[whole]):
                continue
            void = empty if dimension.name == plan.time else frozenset[str]()
            parts = {its - void: box for box, its in line.items() if its < line[whole]}
            part = None if whole == new else line[new] - void
            leaves = line[whole] - void
            for family in _families(leaves, [each for each in parts if each], part):
                gone = frozenset[str]().union(*family)
                boxes = [parts[each] for each in family]
                left = leaves - gone
                is_told = {whole, *boxes} <= promised
                if left and not is_told and (whole == new or new in boxes):
                    rest = whole.holding(dimension.name, left)
                    yield rest, value - sum(known[each] for each in boxes)


def left_around(
    plan: Plan, left: Iterable[tuple[Box, int]], told: Sequence[Box], new: Box
) -> Iterator[tuple[int, bool]]:
    """Return how many cases each whole leaves to `new` and what is beside it, both together.

    `left` are the `remainders` while `new` holds none. With each goes whether nothing was taken
    away from told totals: what these alone leave was promised.
    """
    promised = {
        normal(plan, Box.of({plan.time: frozenset[str]().union(*map(plan.times, some))}))
        for some in _subsets(told)
    }
    for rest, cases in left:
        around = Box.of({
            each.name: _leaves(rest, each) | _leaves(new, each) for each in plan.dimensions
        })  # fmt: skip
        if around != new:
            yield cases, around in promised


def department_groups(
    system: System, touched: Cells, rows: Iterable[Row]
) -> Iterator[tuple[Leaves, Cells]]:
    """Return every group of departments that may come to be known, over each set of periods."""
    departments = [each for each in system.attributes if each.name == DEPARTMENT]
    if not departments:
        return
    (dimension,) = departments
    every = frozenset(dimension.leaves)
    groups = {frozenset({leaf}) for leaf in dimension.leaves}
    groups |= set(map(frozenset, dimension.nodes.values()))
    masks = [row.cells for row in rows]
    whole = Box.of({DEPARTMENT: every})
    periods = system.plan.time_leaves
    met = {periods[row] for row in system.times(touched)}
    for times in _subsets(periods):
        if met.isdisjoint(times):
            continue
        over = whole.holding(system.plan.time, times)
        lines = {leaf: system.cells(over.holding(DEPARTMENT, {leaf})) for leaf in dimension.leaves}
        hidden = frozenset(leaf for leaf, cells in lines.items() if cells not in masks)
        for group in groups | ({hidden} if hidden else set()):
            yield group, sum(lines[leaf] for leaf in group)
    for box, cells in system.offered:
        group = box.side(DEPARTMENT) or every
        if len(group) < len(every) and not all(map(is_unknown, group)):
            yield group, cells


def normal(plan: Plan, box: Box) -> Box:
    """Return a box that names every dimension."""
    return Box.of({each.name: box.side(each.name) or each.leaves for each in plan.dimensions})


def _leaves(box: Box, dimension: Dimension) -> Leaves:
    return box.side(dimension.name) or frozenset(dimension.leaves)


def _line(boxes: Iterable[Box], new: Box, dimension: Dimension) -> dict[Box, Leaves]:
    """Return the boxes that differ from `new` in one dimension at most, with their leaves in it."""
    row = [name for name, _ in new.sides].index(dimension.name)
    before, after = new.sides[:row], new.sides[row + 1 :]
    return {
        box: box.sides[row][1]
        for box in boxes
        if box.sides[:row] == before and box.sides[row + 1 :] == after
    }


def _families(
    whole: Leaves, parts: Sequence[Leaves], new: Leaves | None
) -> Iterator[Sequence[Leaves]]:
    """Every set of parts, with `new` among them, that do not overlap and leave the least.

    To none of them another can be added; one that leaves all that another leaves, and more, is
    passed over. They are sought leaf by leaf, groups and what is in them together.
    """
    around = {leaf: sorted((-len(each), row) for row, each in enumerate(parts) if leaf in each)
              for leaf in whole}  # fmt: skip
    order = sorted(whole, key=lambda leaf: (around[leaf], leaf))

    @cache
    def least(open_: Leaves) -> dict[Leaves, tuple[Leaves, ...]]:
        """Return the sets that may be left of some leaves, each with a family that leaves it."""
        first = next((leaf for leaf in order if leaf in open_), None)
        if first is None:
            return {frozenset(): ()}
        found = {left | {first}: family for left, family in least(open_ - {first}).items()}
        for part in (each for each in parts if first in each and each <= open_):
            found |= {left: (part, *family) for left, family in least(open_ - part).items()}
        return {left: family for left, family in found.items()
                if not any(each and each < left for each in found)}  # fmt: skip

    taken = (new,) if new else ()
    for left, family in least(whole.difference(*taken)).items():
        if left and not any(each <= left for each in parts):
            yield *taken, *family


def _subsets(names: Sequence[Name]) -> Iterator[list[Name]]:
    for chosen in range(1, 1 << len(names)):
        yield [each for place, each in enumerate(names) if chosen >> place & 1]
