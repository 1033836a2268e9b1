"""The micro-cells of a plan, what is known of them, and which counts are protected.

Attributes that no protected pair links are systems of their own: over periods whose total is known
any two tables with that total fit together, so one says nothing about the lines of the other.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.linear import Cells, Row
from advisor_app.disclosure.plan import MOST_LINKED_CELLS, Plan
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.statement import Outside


@dataclass(frozen=True, eq=False)
class System:
    """Attributes that are decided about together, crossed with every period of the plan."""

    plan: Plan
    attributes: tuple[Dimension, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the attributes."""
        return tuple(each.name for each in self.attributes)

    @cached_property
    def size(self) -> int:
        """How many micro-cells there are."""
        return len(self.plan.time_leaves) * self.block

    def covers(self, box: Box) -> bool:
        """Whether a box narrows no other attribute than these."""
        return self.plan.sides(box).keys() <= set(self.names)

    def cells(self, box: Box) -> Cells:
        """Return the micro-cells of a box."""
        if box not in self._of_boxes:
            self._of_boxes[box] = self._cells(box)
        return self._of_boxes[box]

    def _cells(self, box: Box) -> Cells:
        block = self._part({each.name: box.side(each.name) for each in self.attributes})
        times = self.plan.times(box)
        return self.over(
            (row for row, leaf in enumerate(self.plan.time_leaves) if leaf in times), block
        )

    def over(self, times: Iterable[int], block: Cells) -> Cells:
        """Return one part of the attributes over some periods."""
        return block * sum(1 << row * self.block for row in times)

    def times(self, cells: Cells) -> frozenset[int]:
        """Return the rows of the periods that a set of cells meets."""
        return frozenset(row for row, period in enumerate(self._periods) if cells & period)

    def protected(self, rows: Iterable[Row], times: frozenset[int]) -> set[Cells]:
        """Return every protected count over each set of these periods.

        All leaves, groups of leaves and cells of pairs, and whatever of a table, a group, or a row
        of pairs is not shown, each crossed with every set of periods.
        """
        blocks = self._blocks | set(self._remainders(rows))
        spans = [self.over(some, 1) for some in _subsets(sorted(times))]
        return {block * span for span in spans for block in blocks}

    @cached_property
    def offered(self) -> tuple[tuple[Box, Cells], ...]:
        """Every box of these attributes that the plan offers, with its micro-cells."""
        boxes = (box for release in self.plan.releases for box in release.boxes)
        return tuple((box, self.cells(box)) for box in boxes if self.covers(box))

    @cached_property
    def block(self) -> int:
        """How many micro-cells there are of one period."""
        return math.prod(len(each.leaves) for each in self.attributes)

    @cached_property
    def _periods(self) -> tuple[Cells, ...]:
        """The micro-cells of each period."""
        whole = (1 << self.block) - 1
        return tuple(self.over([row], whole) for row in range(len(self.plan.time_leaves)))

    @cached_property
    def _of_boxes(self) -> dict[Box, Cells]:
        return {}

    def _part(self, sides: Mapping[str, frozenset[str] | None]) -> Cells:
        cells, width = 1, 1
        for each in reversed(self.attributes):
            side = sides.get(each.name)
            cells *= sum(
                1 << place * width
                for place, leaf in enumerate(each.leaves)
                if side is None or leaf in side
            )
            width *= len(each.leaves)
        return cells

    @cached_property
    def _blocks(self) -> set[Cells]:
        """Every part that is protected whatever was shown: also each that the plan offers."""
        found = {self._part({})}
        for each in self.attributes:
            found |= {self._part({each.name: group}) for group in _groups(each)}
        for one, two in self._pairs:
            found |= {
                self._part({one.name: mine, two.name: theirs})
                for mine, theirs in product(_groups(one), _groups(two))
            }
        return found | {self._part(self.plan.sides(box)) for box, _cells in self.offered}

    @cached_property
    def _pairs(self) -> list[tuple[Dimension, Dimension]]:
        own = {each.name: each for each in self.attributes}
        return [(own[a], own[b]) for a, b in self.plan.protected_pairs if {a, b} <= set(own)]

    @cached_property
    def _lines(self) -> list[tuple[Cells, list[Cells]]]:
        """Each whole that a table divides, with its lines: tables, groups, rows of pairs."""
        lines = []
        for each in self.attributes:
            for group in (frozenset(each.leaves), *_groups(each)):
                if len(group) > 1:
                    parts = [self._part({each.name: frozenset({leaf})}) for leaf in each.leaves
                             if leaf in group]  # fmt: skip
                    lines.append((self._part({each.name: group}), parts))
        for pair in self._pairs:
            for one, two in (pair, pair[::-1]):
                for group in _groups(one):
                    parts = [self._part({one.name: group, two.name: frozenset({leaf})})
                             for leaf in two.leaves]  # fmt: skip
                    lines.append((self._part({one.name: group}), parts))
        return lines

    def _remainders(self, rows: Iterable[Row]) -> Iterator[Cells]:
        shown: dict[frozenset[int], set[Cells]] = {}
        whole = (1 << self.block) - 1
        for row in rows:
            times = self.times(row.cells)
            blocks = {row.cells >> each * self.block & whole for each in times}
            if len(blocks) == 1:
                shown.setdefault(times, set()).update(blocks)
        for known in shown.values():
            for all_of_it, parts in self._lines:
                rest = all_of_it & ~sum(part for part in parts if part in known)
                if rest:
                    yield rest


def systems(plan: Plan, outside: Iterable[Outside] = ()) -> tuple[System, ...]:
    """Return the systems of a plan; figures from elsewhere may make one of all of them.

    Raises:
        RefusedError: TOO_LARGE when all of them together are more than the engine can hold.
    """
    linked = [{each.name} for each in plan.attributes]
    for pair in plan.protected_pairs:
        joined = set(pair).union(*(group for group in linked if group & set(pair)))
        linked = [group for group in linked if not group & set(pair)] + [joined]
    boxes = [each.box for each in outside if each.box is not None and plan.sides(each.box)]
    if boxes and len(linked) > 1:
        linked = [{each.name for each in plan.attributes}]
    found = [
        System(plan, tuple(each for each in plan.attributes if each.name in group))
        for group in linked
    ] or [System(plan, ())]
    if any(len(each.attributes) > 1 and each.size > MOST_LINKED_CELLS for each in found):
        raise RefusedError(Problem.TOO_LARGE, "outside" if boxes else "protected_pairs")
    return tuple(found)


def require_engine(plan: Plan) -> None:
    """Refuse, from the plan alone, what not even the engine can protect.

    Attributes are systems of their own only while the periods of their tables lie inside each
    other or do not meet; with two that cross, one table would speak of another.
    """
    systems(plan)
    if len(systems(plan)) == 1:
        return
    spans: list[frozenset[str]] = []
    for row, release in enumerate(plan.releases):
        for position, box in enumerate(release.boxes):
            times = plan.times(box)
            if not plan.sides(box):
                continue
            if any(times & each and not (times <= each or each <= times) for each in spans):
                raise RefusedError(Problem.SPANS_CROSS, f"releases[{row}].boxes[{position}]")
            spans.append(times)


def room(cells: Cells, told: Iterable[Row]) -> int | None:
    """Return how many values, less one, the told totals alone leave to a count; None: no limit."""
    left, outside = 0, cells
    for row in told:
        outside &= ~row.cells
        if cells & row.cells and row.cells & ~cells:
            left += row.value
    return None if outside else left


def signatures(rows: Iterable[Cells], live: Cells) -> list[Cells]:
    """Return the classes of cells that no row tells apart: what holds for one holds for each."""
    classes, alone = [live], []
    for row in rows:
        split = [part for each in classes for part in (each & row, each & ~row) if part]
        alone += [each for each in split if not each & (each - 1)]
        classes = [each for each in split if each & (each - 1)]
    return classes + alone


def linked_times(system: System, sets: Iterable[Cells], start: frozenset[int]) -> frozenset[int]:
    """Return the periods that these sets of cells link to some periods."""
    spans, found = [system.times(each) for each in sets], start
    while True:
        more = found.union(*(each for each in spans if each & found))
        if more == found:
            return found
        found = more


def _groups(dimension: Dimension) -> list[frozenset[str]]:
    return [frozenset({leaf}) for leaf in dimension.leaves] + list(
        map(frozenset, dimension.nodes.values())
    )


def _subsets(times: list[int]) -> Iterator[list[int]]:
    for chosen in range(1, 1 << len(times)):
        yield [each for place, each in enumerate(times) if chosen >> place & 1]
