"""The judge of the engine: pairs, groups and odd shapes besides what the closed form is asked."""

from collections import defaultdict
from functools import cached_property
from itertools import product

import numpy as np

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.engine import Engine
from advisor_app.disclosure.headcount import Headcount
from advisor_app.disclosure.plan import Plan, Release
from tests.disclosure.model import Space, World, is_narrow, spoken, subsets

MOST_CELLS = 8  # of which every set is looked at


class Linked(Space):
    """A space in which cells of pairs, and what is left of their rows, are protected too."""

    def protected(self):
        yield from super().protected()
        for periods in subsets(self.plan.time_leaves):
            for one, two in self.plan.protected_pairs:
                mine, theirs = self.plan.dimension(one).leaves, self.plan.dimension(two).leaves
                for a, b in product(mine, theirs):
                    yield Box.of({self.plan.time: periods, one: [a], two: [b]})
                for a, some in product(mine, subsets(theirs)):
                    yield Box.of({self.plan.time: periods, one: [a], two: some})
                for some, b in product(subsets(mine), theirs):
                    yield Box.of({self.plan.time: periods, one: some, two: [b]})

    @cached_property
    def shapes(self):
        """Every set of micro-cells, as columns of noughts and ones."""
        number = len(self.cells)
        return np.array(
            [[each >> cell & 1 for each in range(1, 1 << number)] for cell in range(number)]
        )

    def odd_shapes(self, same):
        """Return whether some set is known exactly, below n, and not by the told totals alone."""
        counts = np.array(same) @ self.shapes
        exact = (counts.min(axis=0) == counts.max(axis=0)) & (counts[0] < self.plan.n)
        if not exact.any():
            return False
        told = [
            (set(self.inside(box)), self.count(same[0], box))
            for release in self.plan.releases for box in release.told
        ]  # fmt: skip
        for column in np.nonzero(exact)[0]:
            cells = {cell for cell in range(len(self.cells)) if self.shapes[cell, column]}
            covered = set().union(*(period for period, _ in told))
            cut = any(value and cells & period and period - cells for period, value in told)
            if cut or cells - covered:
                return True
        return False


def said_by(engine, world):
    """Return everything that the releases of a plan say about a world."""
    said = []
    for release in world.space.plan.releases:
        said += engine.protect(release, world, said)
    return tuple(said)


def judged(space, worlds, exporter=None):
    """Return how many transcripts the engine gives, and how many worlds a reader narrows.

    Worlds that a reader cannot tell from ones with more cases than were looked at are not judged.
    """
    engine = Engine(space.plan)
    exporter = exporter or (lambda world: said_by(engine, world))
    groups, most = defaultdict(list), max(map(sum, worlds))
    for cells in worlds:
        world = World(space, cells)
        said = exporter(world)
        if at_most(space.plan, said) <= most:
            groups[tuple(map(spoken, said))].append(cells)
    protected = list(dict.fromkeys(space.protected()))
    odd = len(space.cells) <= MOST_CELLS
    narrowed = sum(
        len(same)
        for same in groups.values()
        if any(is_narrow(space, same, box) for box in protected) or (odd and space.odd_shapes(same))
    )
    return len(groups), narrowed


def at_most(plan, said):
    """Return how many cases there can be, from the totals that were stated or kept silent."""
    totals = {plan.times(each.box): each for each in said if not plan.sides(each.box)}
    whole = totals.get(frozenset(plan.time_leaves))
    if whole is not None and whole.value is not None:
        return whole.value
    parts = [totals.get(frozenset({leaf})) for leaf in plan.time_leaves]
    return sum(most_of(plan, each) if each else plan.n - 1 for each in parts)


def most_of(plan, statement):
    """Return the most that a total may hold: its value, or what silence allows."""
    return (statement.below or plan.n) - 1 if statement.value is None else statement.value


def linked(n, leaves, boxes, *, told=(), times=("2026",), pairs=(), nodes=None, staff=100_000):
    """Return a plan that tells periods and then offers boxes, all in one release."""
    return Plan(
        organisation="TEST", n=n,
        dimensions=(
            Dimension(name="period", leaves=tuple(times)),
            *(
                Dimension(name=name, leaves=tuple(each), nodes=(nodes or {}).get(name, {}))
                for name, each in leaves.items()
            ),
        ),
        time="period", headcount=Headcount(organisation=staff), counts="zaken",
        protected_pairs=tuple(pairs),
        releases=(
            Release(
                id="all", title="Alles", told=tuple(Box.of({"period": each}) for each in told),
                boxes=tuple(map(Box.of, boxes)),
            ),
        ),
    )  # fmt: skip


def lines(leaves, *, over=(), without=()):
    """Return the boxes of a one-way table of each attribute over some periods."""
    return [
        {**({"period": over} if over else {}), name: [leaf]}
        for name, each in leaves.items()
        for leaf in each
        if leaf not in without
    ]
