"""Whoever brought the cases: all that follows from the figures stands on n reporters and situations.

However many figures it takes: lines, pairs and what they leave, a year, its halves and what they do.
"""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.engine import Engine
from tests.disclosure.model import Space, subsets
from tests.disclosure.test_twins import Crowd
from tests.disclosure.theorem import lines, linked, said_by

N = 3
AB = {"subject": "ab", "place": "xy"}
ABC = {"subject": "abc", "place": "xyz"}
SUBJECT = {"subject": "abc"}
HALVES = ("2026-H1", "2026-H2")
YEAR = (("2026",),)


def crossed(leaves):
    return [{"subject": [a], "place": [x]} for a, x in product(leaves["subject"], leaves["place"])]


def by_half(leaves):
    return [box for half in HALVES for box in [{"period": [half]}, *lines(leaves, over=[half])]]


def paired(leaves, boxes, told=YEAR):
    return linked(N, leaves, boxes, told=told, pairs=[("subject", "place")])


PLANS = {
    "lines and then their pairs": paired(AB, lines(AB) + crossed(AB)),
    "pairs and then their lines": paired(AB, crossed(AB) + lines(AB)),
    "by protocol": paired(AB, [{}, *lines(AB), *crossed(AB)], told=()),
    "three lines and three": paired(ABC, lines(ABC) + crossed(ABC)),
    "a line of each and their pair": paired(
        ABC, [{"subject": "a"}, {"place": "x"}, {"subject": "a", "place": "x"}]
    ),
    "a year and its halves": linked(
        N, SUBJECT, [{}, *lines(SUBJECT), *by_half(SUBJECT)], times=HALVES
    ),
    "a year, its pairs and its halves": linked(
        N, AB, [*lines(AB), *crossed(AB), *by_half({"subject": "ab"})],
        told=[HALVES], times=HALVES, pairs=[("subject", "place")],
    ),
}  # fmt: skip


def followed(space, said):
    """Every box that follows by adding and subtracting figures, told totals apart."""
    dimensions = space.plan.dimensions
    boxes = [
        Box.of(dict(zip([each.name for each in dimensions], sides, strict=True)))
        for sides in product(*(subsets(each.leaves) for each in dimensions))
    ]
    rows = np.array([_row(space, each.box) for each in said if each.value is not None])
    rank = np.linalg.matrix_rank(rows) if len(rows) else 0
    told = {space.inside(box) for release in space.plan.releases for box in release.told}
    nothing = [
        each.box for each in said if each.value == 0
    ]  # told: what lies in it is promised too
    for box in boxes:
        if any(set(space.inside(box)) & set(space.inside(empty)) for empty in nothing):
            continue
        with_it = np.vstack([*rows, _row(space, box)])
        if space.inside(box) not in told and np.linalg.matrix_rank(with_it) == rank:
            yield box


def _row(space, box):
    inside = space.inside(box)
    return [place in inside for place in range(len(space.cells))] * np.ones(1)


@st.composite
def crowds(draw, plans=PLANS):
    """Cells with many cases, some of them of few reporters or of few situations."""
    plan = plans[draw(st.sampled_from(sorted(plans)))]
    space, cases = Space(plan), []
    for cell in range(len(space.cells)):
        many = draw(st.integers(0, 12))
        persons, clusters = (draw(st.sampled_from([20, 20, 20, 1, 2])) for _ in "pc")
        cases += brought(cell, many, persons, clusters)
    policy = draw(st.sampled_from([1, 2, 3]))
    return Crowd(Space(replace(plan, policy=policy)), tuple(cases))


def brought(cell, cases, persons=20, clusters=20):
    """Cases of one cell, of so many reporters and situations at most."""
    return [(cell, (cell, each % persons), (cell, each % clusters)) for each in range(cases)]


def few(crowd):
    """The boxes that follow from what is said of a crowd, and stand on too few."""
    said = said_by(Engine(crowd.space.plan), crowd)
    return [box for box in followed(crowd.space, said) if crowd.stands_on(box) < N]


@settings(max_examples=120, deadline=None)
@given(crowds())
def test_all_that_follows_stands_on_n_reporters_and_situations(crowd):
    assert few(crowd) == []


@pytest.mark.long
@settings(max_examples=4000, deadline=None)
@given(crowds())
def test_all_that_follows_stands_on_n_reporters_and_situations_in_the_long_form(crowd):
    assert few(crowd) == []


LEFT = {
    "lines and then their pairs": ["by"],
    "pairs and then their lines": ["by"],
    "by protocol": ["by"],
    "three lines and three": ["cz"],
    "a line of each and their pair": ["by", "bz", "cy", "cz"],
}
"""What the two lines and their pair leave that are said last, in cells of a subject and a place."""


@pytest.mark.parametrize("who", ["reporter", "situation"])
@pytest.mark.parametrize("policy", [1, 2, 3])
@pytest.mark.parametrize("name", LEFT)
def test_cases_of_one_that_two_lines_and_their_pair_leave_follow_from_nothing(name, policy, who):
    space, cases = Space(replace(PLANS[name], policy=policy)), []
    for cell, (_period, subject, place) in enumerate(space.cells):
        is_left = subject + place in LEFT[name]
        for each in range(6 if is_left else 20):
            own, one = (cell, each), (-1, 0)
            cases.append((
                cell,
                one if is_left and who == "reporter" else own,
                one if is_left and who == "situation" else own,
            ))  # fmt: skip
    assert few(Crowd(space, tuple(cases))) == []


def test_nine_cases_of_one_that_a_year_and_its_first_half_leave_follow_from_nothing():
    space = Space(replace(PLANS["a year and its halves"], policy=3))
    held = (11, 15, 18, 14, 13)
    cases = [case for cell, many in enumerate(held) for case in brought(cell, many)]
    assert few(Crowd(space, (*cases, *brought(5, 9, persons=1)))) == []
