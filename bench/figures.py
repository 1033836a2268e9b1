"""What an organisation is shown, and how long that takes: simulated years, one JSON line each.

`python -m bench.figures`: 6 categories x 5 departments x 4 quarters, pairs protected, n = 5; 90
figures are offered at the end of the year. The auditor judges each ledger.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter, process_time

import numpy as np
import numpy.typing as npt

from advisor_app.disclosure.auditor.audit import audit
from advisor_app.disclosure.auditor.report import Kind
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.engine import Engine
from advisor_app.disclosure.headcount import Headcount
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.oracle import Counts
from advisor_app.disclosure.plan import LATEST_POLICY, Plan, Release

SIZES = (3, 5, 8, 15, 40, 80, 300)  # cases a year
QUARTERS = tuple(f"2026-Q{number}" for number in range(1, 5))
ORDERS = {
    "lines": ("lines", "totals", "pairs", "quarters"),
    "pairs": ("pairs", "lines", "totals", "quarters"),
    "quarters": ("lines", "totals", "quarters", "pairs"),
}
"""What comes first after the year's total: its lines, its pairs, the quarters and their lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How many categories and departments a plan has; large ones come first, as in last year."""

    categories: int = 6
    departments: int = 5

    def leaves(self, name: str, number: int) -> tuple[str, ...]:
        """Return the names of the leaves of a dimension."""
        return tuple(f"{name}{place:02}" for place in range(number))

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """Periods, categories and departments."""
        return (
            Dimension(name="period", leaves=QUARTERS),
            Dimension(name="category", leaves=self.leaves("c", self.categories)),
            Dimension(name="department", leaves=self.leaves("d", self.departments)),
        )


def plan(
    shape: Shape, *, told: bool = False, order: str = "lines", policy: int = LATEST_POLICY
) -> Plan:
    """Return the plan: everything at the end of the year, the year's total first."""
    year = Box.of({"period": QUARTERS})
    _, categories, departments = shape.dimensions
    parts = {
        "lines": _lines(shape, QUARTERS),
        "totals": [Box.of({"period": [leaf]}) for leaf in QUARTERS],
        "pairs": [
            Box.of({"period": QUARTERS, "category": [a], "department": [b]})
            for a in categories.leaves
            for b in departments.leaves
        ],
        "quarters": [box for leaf in QUARTERS for box in _lines(shape, [leaf])],
    }
    offered = tuple(box for part in ORDERS[order] for box in parts[part])
    return Plan(
        organisation="BENCH",
        n=5,
        dimensions=shape.dimensions,
        time="period",
        protected_pairs=(("category", "department"),),
        headcount=Headcount(
            organisation=1_000_000, department=dict.fromkeys(departments.leaves, 10_000)
        ),
        counts="zaken",
        policy=policy,
        releases=(
            Release(
                id="2026",
                title="2026",
                told=(year,) if told else (),
                boxes=offered if told else (year, *offered),
            ),
        ),
    )


def _lines(shape: Shape, over: tuple[str, ...] | list[str]) -> list[Box]:
    return [
        Box.of({"period": over, each.name: [leaf]})
        for each in shape.dimensions[1:]
        for leaf in each.leaves
    ]


@dataclass
class Organisation:
    """Cases at random: as many a year as Poisson gives, each of another person."""

    cases: npt.NDArray[np.int64]
    dimensions: tuple[Dimension, ...]

    @classmethod
    def of(cls, shape: Shape, expected: int, seed: int) -> "Organisation":
        """Return an organisation that expects so many cases a year."""
        random = np.random.default_rng(seed)
        number = random.poisson(expected)
        sizes = [len(each.leaves) for each in shape.dimensions]
        cells = np.zeros(sizes, dtype=np.int64)
        for place in zip(
            random.integers(0, 4, number),
            *(random.choice(size, number, p=_weights(size)) for size in sizes[1:]),
            strict=True,
        ):
            cells[place] += 1
        return cls(cells, shape.dimensions)

    def count(self, box: Box) -> Counts:
        """Count a box."""
        sides = [
            [each.leaves.index(leaf) for leaf in box.side(each.name) or each.leaves]
            for each in self.dimensions
        ]
        total = int(self.cases[np.ix_(*sides)].sum())
        return Counts(cases=total, persons=total, clusters=total)


def _weights(size: int) -> npt.NDArray[np.float64]:
    """Return falling shares, as categories and departments have."""
    known = {
        6: [0.30, 0.24, 0.18, 0.13, 0.09, 0.06],
        5: [0.34, 0.25, 0.18, 0.13, 0.10],
    }
    shares = known.get(size, [0.85**place for place in range(size)])
    return np.array(shares, dtype=np.float64) / sum(shares)


def measured(
    shape: Shape,
    expected: int,
    seed: int,
    *,
    told: bool = False,
    order: str = "lines",
    policy: int = LATEST_POLICY,
    audited: bool = True,
) -> dict[str, object]:
    """Return what one organisation is shown, what a reader finds out, and how long it took.

    `narrowed` are the counts below n, of boxes or of odd shapes, that he knows too well.
    """
    laid = plan(shape, told=told, order=order, policy=policy)
    world = Organisation.of(shape, expected, seed)
    ledger = Ledger(organisation=laid.organisation).with_plan(laid)
    wall, cpu = perf_counter(), process_time()
    said = Engine(laid).protect(laid.releases[0], world)
    row: dict[str, object] = {
        "cases": expected,
        "seed": seed,
        "told": told,
        "order": order,
        "policy": policy,
        "cells": int(world.cases.size),
        "year": int(world.cases.sum()),
        "offered": len(said),
        "shown": sum(each.value is not None for each in said),
        "total_known": said[0].value is not None,
        "engine_s": round(perf_counter() - wall, 2),
        "engine_cpu_s": round(process_time() - cpu, 2),
    }
    if audited:
        wall, cpu = perf_counter(), process_time()
        report = audit(ledger.with_statements(said))
        row |= {
            "narrowed": sum(
                each.kind in {Kind.NARROW, Kind.FOLLOWS_SMALL} for each in report.findings
            ),
            "green": report.is_green,
            "auditor_s": round(perf_counter() - wall, 2),
            "auditor_cpu_s": round(process_time() - cpu, 2),
            "auditor_questions": report.questions,
        }
    if sys.platform != "win32":  # which does not tell
        row["load"] = round(os.getloadavg()[0], 1)
    return row


def rows(given: argparse.Namespace) -> Iterator[dict[str, object]]:
    """Measure what was asked for."""
    shape = Shape(categories=given.table[0], departments=given.table[1])
    for expected in given.cases:
        for seed in given.seeds:
            yield measured(
                shape, expected, seed, told=given.told, order=given.order, policy=given.policy,
                audited=given.audited,
            )  # fmt: skip


def run() -> int:
    """Print one line for each organisation; return 0 whatever they say."""
    parser = argparse.ArgumentParser(prog="python -m bench.figures", description=__doc__)
    parser.add_argument("--cases", nargs="+", type=int, default=SIZES)
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2, 3])
    parser.add_argument("--table", nargs=2, type=int, default=[6, 5])
    parser.add_argument("--order", choices=ORDERS, default="lines")
    parser.add_argument("--policy", type=int, default=LATEST_POLICY, help="1: the older protocol")
    parser.add_argument("--told", action="store_true", help="the year is told")
    parser.add_argument("--no-audit", dest="audited", action="store_false")
    for row in rows(parser.parse_args()):
        print(json.dumps(row), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(run())
