"""Exhaustive model checks: every small world through the real code, judged as a reader would.

The judge shares nothing with the closed form. Worlds with the same transcript are all that a reader
cannot tell apart, so the range of a count over them is all that he knows of it.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.headcount import Headcount
from advisor_app.disclosure.one_way import protect
from advisor_app.disclosure.oracle import Counts
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.statement import Statement

Cells = tuple[int, ...]
"""How many cases each micro-cell holds, in the order of `Space.cells`."""


@dataclass(frozen=True)
class Space:
    """The micro-cells of a plan: every period with one leaf of every attribute."""

    plan: Plan

    @cached_property
    def cells(self) -> list[tuple[str, ...]]:
        return list(product(*(each.leaves for each in self.plan.dimensions)))

    @cached_property
    def _inside(self) -> dict[Box, tuple[int, ...]]:
        return {}

    def inside(self, box: Box) -> tuple[int, ...]:
        """Return the places of the cells of a box."""
        if box not in self._inside:
            sides = [box.side(each.name) for each in self.plan.dimensions]
            self._inside[box] = tuple(
                place
                for place, cell in enumerate(self.cells)
                if all(side is None or leaf in side for side, leaf in zip(sides, cell, strict=True))
            )
        return self._inside[box]

    def count(self, cells: Cells, box: Box) -> int:
        return sum(cells[place] for place in self.inside(box))

    def protected(self) -> Iterator[Box]:
        """Every union of leaves of every attribute, and all of them, over every set of periods."""
        for periods in subsets(self.plan.time_leaves):
            yield Box.of({self.plan.time: periods})
            for attribute in self.plan.attributes:
                for leaves in subsets(attribute.leaves):
                    if len(leaves) < len(attribute.leaves):
                        yield Box.of({self.plan.time: periods, attribute.name: leaves})


@dataclass(frozen=True)
class World:
    """An oracle over a vector of cells, each case of another person."""

    space: Space
    cells: Cells

    def count(self, box: Box) -> Counts:
        cases = self.space.count(self.cells, box)
        return Counts(cases=cases, persons=cases, clusters=cases)


def transcript(world: World) -> tuple[Hashable, ...]:
    """Return everything that the releases of the world's plan say."""
    said = []
    for release in world.space.plan.releases:
        said += protect(world.space.plan, release, world, said)
    return tuple(map(spoken, said))


def spoken(statement: Statement) -> tuple[Hashable, ...]:
    """Return what a statement says of its box; a higher threshold only where there is one."""
    said = statement.outcome, statement.value
    return said if statement.below is None else (*said, statement.below)


def judged(
    space: Space, worlds: Sequence[Cells], exporter: Callable[[World], Hashable] = transcript
) -> tuple[int, int]:
    """Return how many transcripts these worlds give, and how many worlds a reader narrows."""
    groups = defaultdict(list)
    for cells in worlds:
        groups[exporter(World(space, cells))].append(cells)
    protected = list(space.protected())
    narrowed = sum(
        len(same) for same in groups.values() if any(is_narrow(space, same, b) for b in protected)
    )
    return len(groups), narrowed


def is_narrow(space: Space, same: Sequence[Cells], box: Box) -> bool:
    """Whether a reader who knows that the world is one of these knows a count too well.

    He may know it to within min(n - 1, room), room being what the told totals alone leave, and he
    may know it exactly once it is at least n.
    """
    counts = [space.count(cells, box) for cells in same]
    n = space.plan.n
    return min(counts) < n and max(counts) - min(counts) < min(n - 1, room(space, same[0], box))


def room(space: Space, cells: Cells, box: Box) -> int:
    """Return how far the told totals alone leave a count open: what the periods that it cuts hold."""
    plan, left = space.plan, 0
    told = [plan.times(each) for release in plan.releases for each in release.told]
    times, covered = plan.times(box), frozenset[str]().union(*told)
    if times - covered:
        return plan.n  # beyond the told periods nothing bounds it
    for period in told:
        if period & times and (plan.sides(box) or not period <= times):
            left += space.count(cells, Box.of({plan.time: period}))
    return left


def subsets(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every subset but the empty one."""
    for size in range(1, len(names) + 1):
        yield from combinations(names, size)


def vectors(length: int, most: int) -> Iterator[Cells]:
    """Every tuple of whole numbers that add up to at most `most`."""
    if length == 0:
        yield ()
        return
    for first in range(most + 1):
        for rest in vectors(length - 1, most - first):
            yield (first, *rest)


def one_way(
    n: int,
    leaves: dict[str, Sequence[str]],
    *,
    told: Sequence[Sequence[str]] = (("2026",),),
    tables: Sequence[Sequence[str]] = (("2026",),),
    headcount: Headcount | None = None,
) -> Plan:
    """Return a plan with told periods, and tables over time sets at the end of the last period.

    A time set without a told period in it gets its total first, by protocol.
    """
    times = sorted({leaf for period in (*told, *tables) for leaf in period})
    covered = {leaf for period in told for leaf in period}
    boxes = []
    for period in tables:
        if not covered & set(period):
            boxes.append(Box.of({"period": period}))
        for name, names in leaves.items():
            boxes += [Box.of({"period": period, name: [leaf]}) for leaf in names]
    return Plan(
        organisation="TEST",
        n=n,
        dimensions=(
            Dimension(name="period", leaves=tuple(times)),
            *(Dimension(name=name, leaves=tuple(names)) for name, names in leaves.items()),
        ),
        time="period",
        headcount=headcount or Headcount(organisation=100_000),
        counts="zaken",
        releases=(
            Release(
                id="all", title="Alles",
                told=tuple(Box.of({"period": period}) for period in told),
                boxes=tuple(boxes),
            ),
        ),
    )  # fmt: skip
