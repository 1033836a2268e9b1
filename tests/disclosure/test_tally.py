"""What a tally counts is what each box counts by itself."""

from itertools import combinations

import numpy as np
import pytest

from advisor_app.disclosure.auditor.grid import Grid
from advisor_app.disclosure.auditor.tally import Tally
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.headcount import Headcount
from advisor_app.disclosure.plan import Plan, Release

TIMES, CATEGORIES, DEPARTMENTS = ("2026-H1", "2026-H2"), ("a", "b", "c"), ("X", "Y")


def a_grid(pairs):
    """Two blocks that cross the periods, or one of both."""
    plan = Plan(
        organisation="TEST",
        n=5,
        dimensions=(
            Dimension(name="period", leaves=TIMES),
            Dimension(name="category", leaves=CATEGORIES),
            Dimension(name="department", leaves=DEPARTMENTS),
        ),
        time="period",
        protected_pairs=pairs,
        headcount=Headcount(organisation=1000, department={"X": 500, "Y": 500}),
        counts="zaken",
        releases=(Release(id="2026", title="2026", boxes=(Box.of({"period": TIMES}),)),),
    )
    return Grid.of(plan, ())


@pytest.mark.parametrize("pairs", [(), (("category", "department"),)])
def test_boxes_are_counted_and_added_up_as_each_by_itself(pairs):
    grid, chance = a_grid(pairs), np.random.default_rng(1)
    sides = [{}, {"department": ["Y"]}, *({"category": some} for some in combinations("abc", 2))]
    sides += [{"category": ["b"], "department": ["X"]}] if pairs else []
    spans = [{"period": ["2026-H2"]}, {"period": ["2026-H1"]}, {"period": TIMES}, {}]
    boxes = [Box.of({**when, **each}) for each in sides for when in spans]
    tally, vectors = Tally(grid, boxes), np.array([grid.vector(box) for box in boxes])
    world = chance.integers(0, 10**9, len(grid.cells))
    some, factors = np.array([0, 5, 5, 9]), np.array([1.0, -1.0, 3.0, 2.0])
    assert (tally.rows == vectors).all()
    assert (tally.counted(world) == vectors @ world).all()
    assert (tally.added(some, factors) == factors @ vectors[some]).all()
