"""Small worlds for exhaustive checks: every way to spread a few cases over a few leaves."""

from itertools import product

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.headcount import Headcount
from advisor_app.disclosure.oracle import Counts
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.plan_format import plan_to_json
from advisor_app.disclosure.strict_json import canonical


class World:
    """Cells (one leaf of each dimension, time first) with cases, each of another person."""

    def __init__(self, dimensions, cells):
        self.dimensions = dimensions
        self.cells = cells

    def count(self, box):
        names = [each.name for each in self.dimensions]
        total = 0
        for cell, cases in self.cells.items():
            inside = all(
                box.side(name) is None or leaf in box.side(name)
                for name, leaf in zip(names, cell, strict=True)
            )
            total += cases if inside else 0
        return Counts(cases=total, persons=total, clusters=total)


def plan_bytes(plan):
    """PLAN.json of a plan, in the canonical form in which a ledger holds it."""
    return f"{canonical(plan_to_json(plan))}\n".encode()


def a_plan(leaves, n, *, times=("2026",), told=True, staff=1000, title="Cijfers"):
    """One attribute over each period of its own; each total told, or offered first."""
    releases = []
    for leaf in times:
        period = {"period": [leaf]}
        total = Box.of(period)
        boxes = tuple(Box.of({**period, "category": [each]}) for each in leaves)
        releases.append(
            Release(
                id=leaf,
                title=title,
                told=(total,) if told else (),
                boxes=boxes if told else (total, *boxes),
            )
        )
    return Plan(
        organisation="TEST",
        n=n,
        dimensions=(
            Dimension(name="period", leaves=tuple(times)),
            Dimension(name="category", leaves=tuple(leaves)),
        ),
        time="period",
        headcount=Headcount(organisation=staff),
        counts="zaken",
        releases=tuple(releases),
    )


def compositions(parts, most):
    """Every tuple of `parts` whole numbers that add up to at most `most`."""
    if parts == 0:
        yield ()
        return
    for first in range(most + 1):
        for rest in compositions(parts - 1, most - first):
            yield (first, *rest)


def worlds(plan, most):
    """Every world of a plan with at most so many cases."""
    cells = list(product(*(each.leaves for each in plan.dimensions)))
    for cases in compositions(len(cells), most):
        yield World(plan.dimensions, dict(zip(cells, cases, strict=True)))
