"""The micro-cells of a plan as the auditor sees them, and the counts that are protected.

Attributes that are never crossed stand in blocks of their own, each crossed with the periods; the
blocks hold the same cases, so in every period they have the same total. Every choice of numbers
per block with the same totals is a choice of whole cases, and the other way round.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from typing import TypeVar

import numpy as np

from advisor_app.disclosure.auditor.solver import Vector
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.plan import Plan

MOST_CELLS = 4_000

Sides = dict[str, frozenset[str]]
Each = TypeVar("Each")


class TooLargeError(Exception):
    """More micro-cells than can be looked at."""


@dataclass(frozen=True, eq=False)
class Grid:
    """Blocks of attributes, crossed with the periods of a plan."""

    plan: Plan
    blocks: tuple[tuple[Dimension, ...], ...]

    @classmethod
    def of(cls, plan: Plan, boxes: Iterable[Box]) -> "Grid":
        """Lay out the cells that the boxes and the protected pairs of a plan speak of.

        Raises:
            TooLargeError: when there are too many.
        """
        groups = [{each.name} for each in plan.attributes]
        for crossed in [*map(set, plan.protected_pairs), *(set(plan.sides(box)) for box in boxes)]:
            joined = crossed.union(*(group for group in groups if group & crossed))
            groups = [group for group in groups if not group & joined]
            groups += [joined] if joined else []
        blocks = tuple(
            tuple(each for each in plan.attributes if each.name in group) for group in groups
        ) or ((),)
        sizes = [math.prod(len(each.leaves) for each in block) for block in blocks]
        if sum(sizes) * len(plan.time_leaves) > MOST_CELLS:
            raise TooLargeError
        return cls(plan, blocks)

    @cached_property
    def cells(self) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
        """Every cell: its block, its period, its leaves in the block."""
        return tuple(
            (block, time, leaves)
            for block, attributes in enumerate(self.blocks)
            for time in range(len(self.plan.time_leaves))
            for leaves in product(*(each.leaves for each in attributes))
        )

    @cached_property
    def links(self) -> Vector:
        """Rows of value 0: in each period every block has the total of the first."""
        rows = []
        for time, block in product(self.plan.time_leaves, range(1, len(self.blocks))):
            all_then = Box.of({self.plan.time: [time]})
            rows.append(self.vector(all_then, 0) - self.vector(all_then, block))
        return np.array(rows, dtype=np.int64).reshape(-1, len(self.cells))

    def block_of(self, box: Box) -> int:
        """Return the block that can say how many cases a box holds."""
        sides = set(self.plan.sides(box))
        return next(
            block
            for block, attributes in enumerate(self.blocks)
            if sides <= {each.name for each in attributes}
        )

    def vector(self, box: Box, block: int | None = None) -> Vector:
        """Return a box as noughts and ones over the cells."""
        key = box, self.block_of(box) if block is None else block
        if key not in self._vectors:
            self._vectors[key] = self._vector(*key)
        return self._vectors[key]

    def named(self, box: Box) -> Box:
        """Return a box that names every dimension."""
        if box not in self._named:
            whole = {each.name: frozenset(each.leaves) for each in self.plan.dimensions}
            self._named[box] = Box.of(whole | dict(box.sides))
        return self._named[box]

    def places(self, times: Collection[str]) -> list[int]:
        """Return the places of the cells of some periods, in every block."""
        leaves = self.plan.time_leaves
        return [place for place, (_, time, _) in enumerate(self.cells) if leaves[time] in times]

    def cell_box(self, place: int) -> Box:
        """Return the box of one cell."""
        block, time, leaves = self.cells[place]
        sides = {each.name: [leaf] for each, leaf in zip(self.blocks[block], leaves, strict=True)}
        return Box.of({self.plan.time: [self.plan.time_leaves[time]], **sides})

    def protected(self, shown: Iterable[Box]) -> tuple[Box, ...]:
        """Return every protected count: also closed in time, so over each set of periods.

        All cases; leaves and groups of every attribute; cells of protected pairs; and what is not
        shown apart of a table, a group, or a row of a pair.
        """
        sides = [{}, *self._units(), *self._remainders(shown)]
        sides += [self.plan.sides(box) for release in self.plan.releases for box in release.boxes]
        found: dict[Box, None] = {}
        for times in subsets(self.plan.time_leaves):
            for each in sides:
                found[Box.of({self.plan.time: times, **each})] = None
        return tuple(found)

    @cached_property
    def _named(self) -> dict[Box, Box]:
        return {}

    @cached_property
    def _vectors(self) -> dict[tuple[Box, int], Vector]:
        return {}

    def _vector(self, box: Box, block: int) -> Vector:
        inside = _marks(self.plan.time_leaves, self.plan.times(box))
        for each in self.blocks[block]:
            leaves = box.side(each.name)
            inside = np.outer(inside, _marks(each.leaves, leaves or each.leaves)).ravel()
        found = np.zeros(len(self.cells), dtype=np.int64)
        first = next(place for place, (its, _, _) in enumerate(self.cells) if its == block)
        found[first : first + len(inside)] = inside
        return found

    @cached_property
    def _pairs(self) -> list[tuple[Dimension, Dimension]]:
        return [
            (self.plan.dimension(one), self.plan.dimension(two))
            for one, two in self.plan.protected_pairs
        ]

    def _units(self) -> Iterator[Sides]:
        for each in self.plan.attributes:
            for group in groups_of(each):
                yield {each.name: group}
        for one, two in self._pairs:
            for mine, theirs in product(groups_of(one), groups_of(two)):
                yield {one.name: mine, two.name: theirs}

    def _remainders(self, shown: Iterable[Box]) -> Iterator[Sides]:
        """What of each line of a table stays when the parts that are shown are taken away."""
        known: dict[frozenset[str], list[Sides]] = {}
        for box in shown:
            known.setdefault(self.plan.times(box), []).append(self.plan.sides(box))
        for sides in known.values():
            for whole, along in self._lines():
                parts = [
                    each[along.name]
                    for each in sides
                    if along.name in each
                    and {**whole, along.name: each[along.name]} == each
                    and each[along.name] <= whole.get(along.name, frozenset(along.leaves))
                ]
                rest = whole.get(along.name, frozenset(along.leaves)).difference(*parts)
                if rest and parts:
                    yield {**whole, along.name: rest}

    def _lines(self) -> Iterator[tuple[Sides, Dimension]]:
        for each in self.plan.attributes:
            yield {}, each
            for group in groups_of(each):
                yield {each.name: group}, each
        for one, two in self._pairs:
            for across, along in ((one, two), (two, one)):
                for group in groups_of(across):
                    yield {across.name: group}, along
                    for inner in groups_of(along):
                        yield {across.name: group, along.name: inner}, along


def groups_of(dimension: Dimension) -> list[frozenset[str]]:
    """Return the leaves and the named groups of a dimension that are not all of it."""
    groups = [frozenset({leaf}) for leaf in dimension.leaves]
    groups += [frozenset(members) for members in dimension.nodes.values()]
    return [group for group in groups if len(group) < len(dimension.leaves)]


def _marks(leaves: Sequence[str], marked: Collection[str]) -> Vector:
    return np.array([leaf in marked for leaf in leaves], dtype=np.int64)


def subsets(leaves: Sequence[Each]) -> Iterator[tuple[Each, ...]]:
    """Return every subset but the empty one, small ones first."""
    for size in range(1, len(leaves) + 1):
        yield from combinations(leaves, size)
