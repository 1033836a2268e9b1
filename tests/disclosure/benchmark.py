"""The benchmark of the figures: 6 categories x 5 departments x 4 quarters, 90 figures offered.

`python -m tests.disclosure.benchmark [--told] [--through] [SEEDS]` prints one JSON line for each organisation.
"""

import json
import sys
import time
from dataclasses import dataclass

import numpy as np

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.engine import Engine
from advisor_app.disclosure.headcount import Headcount
from advisor_app.disclosure.oracle import Counts
from advisor_app.disclosure.plan import Plan, Release

QUARTERS = tuple(f"2026-Q{number}" for number in range(1, 5))
CATEGORIES = tuple("abcdef")
DEPARTMENTS = tuple("VWXYZ")
WEIGHTS = (
    (0.30, 0.24, 0.18, 0.13, 0.09, 0.06),
    (0.34, 0.25, 0.18, 0.13, 0.10),
)


def plan(*, told=False, through_the_year=False):
    """Return the plan: all at the end of the year, the year before its quarters, or as they close."""
    year = {"period": QUARTERS}
    pairs = tuple(
        Box.of({**year, "category": [a], "department": [b]})
        for a in CATEGORIES
        for b in DEPARTMENTS
    )
    quarters = [
        (leaf, (), (Box.of({"period": [leaf]}), *_lines({"period": [leaf]}))) for leaf in QUARTERS
    ]
    if through_the_year:
        releases = [*quarters, ("2026", (), (Box.of(year), *_lines(year), *pairs))]
    else:
        totals = tuple(boxes[0] for _id, _told, boxes in quarters)
        lines = tuple(box for _id, _told, boxes in quarters for box in boxes[1:])
        offered = (*_lines(year), *totals, *pairs, *lines)
        first = ((Box.of(year),), offered) if told else ((), (Box.of(year), *offered))
        releases = [("2026", *first)]
    return Plan(
        organisation="BENCH", n=5,
        dimensions=(
            Dimension(name="period", leaves=QUARTERS),
            Dimension(name="category", leaves=CATEGORIES),
            Dimension(name="department", leaves=DEPARTMENTS),
        ),
        time="period", protected_pairs=(("category", "department"),),
        headcount=Headcount(organisation=60_000, department=dict.fromkeys(DEPARTMENTS, 10_000)),
        counts="zaken",
        releases=tuple(Release(id=i, title=i, told=t, boxes=b) for i, t, b in releases),
    )  # fmt: skip


def _lines(over):
    return (
        *(Box.of({**over, "category": [leaf]}) for leaf in CATEGORIES),
        *(Box.of({**over, "department": [leaf]}) for leaf in DEPARTMENTS),
    )


@dataclass
class Organisation:
    """Cases at random: as many a year as Poisson gives, each of another person."""

    cases: np.ndarray

    @classmethod
    def of(cls, expected, seed):
        random = np.random.default_rng(seed)
        number = random.poisson(expected)
        cells = np.zeros((4, 6, 5), dtype=int)
        for quarter, a, b in zip(
            random.integers(0, 4, number),
            random.choice(6, number, p=WEIGHTS[0]),
            random.choice(5, number, p=WEIGHTS[1]),
            strict=True,
        ):
            cells[quarter, a, b] += 1
        return cls(cells)

    def count(self, box):
        sides = [
            [leaves.index(each) for each in box.side(name) or leaves]
            for name, leaves in (
                ("period", QUARTERS), ("category", CATEGORIES), ("department", DEPARTMENTS),
            )
        ]  # fmt: skip
        total = int(self.cases[np.ix_(*sides)].sum())
        return Counts(cases=total, persons=total, clusters=total)


def measured(expected, seed, *, told=False, through_the_year=False):
    """Return what one organisation is shown and how long that takes."""
    laid, world, said = (
        plan(told=told, through_the_year=through_the_year),
        Organisation.of(expected, seed),
        [],
    )
    engine, began = Engine(laid), time.perf_counter()
    for release in laid.releases:
        said += engine.protect(release, world, said)
    return {
        "cases": expected, "seed": seed, "told": told, "year": int(world.cases.sum()),
        "offered": len(said), "shown": sum(each.value is not None for each in said),
        "seconds": round(time.perf_counter() - began, 2),
    }  # fmt: skip


if __name__ == "__main__":
    seeds = [int(each) for each in sys.argv[1:] if each.isdigit()] or [1]
    for size in (5, 15, 40, 80):
        for number in seeds:
            line = measured(
                size, number, told="--told" in sys.argv, through_the_year="--through" in sys.argv
            )
            sys.stdout.write(f"{json.dumps(line)}\n")
            sys.stdout.flush()
