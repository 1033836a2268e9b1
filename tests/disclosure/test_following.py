"""Whatever follows from figures stands on n reporters, however often these divide each other."""

import csv
import io
from dataclasses import replace
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.disclosure import engine as engine_module
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.engine import Engine
from advisor_app.disclosure.following import least_following
from advisor_app.disclosure.linear import Row, Span
from advisor_app.disclosure.plan import THRESHOLDS
from advisor_app.disclosure.register import Register
from advisor_app.disclosure.remainders import normal
from advisor_app.disclosure.space import systems
from advisor_app.disclosure.statement import Outcome
from tests.disclosure.model import Space, subsets
from tests.disclosure.test_twins import Crowd
from tests.disclosure.theorem import lines, linked, said_by

HALVES = ("2026-H1", "2026-H2")
AB, XY = {"subject": "ab"}, {"relation": "xy"}
ABC = {"subject": "abc"}


def pairs(over, subjects, relations):
    return [{"period": over, "subject": [a], "relation": [b]} for a in subjects for b in relations]


def halves(leaves):
    return [box for half in HALVES
            for box in ({"period": [half]}, *lines(leaves, over=[half]))]  # fmt: skip


PLANS = {
    "pairs": linked(
        3, ABC | XY, [*lines(ABC | XY), *pairs(["2026"], "abc", "xy")],
        told=[["2026"]], pairs=[("subject", "relation")],
    ),
    "pairs first": linked(
        3, AB | XY, [{"period": ["2026"]}, *pairs(["2026"], "ab", "xy"), *lines(AB | XY)],
        pairs=[("subject", "relation")],
    ),
    "halves and their year": linked(
        3, ABC, [{"period": HALVES}, *lines(ABC, over=HALVES), *halves(ABC)], times=HALVES,
    ),
    "halves, their year and pairs": linked(
        3, AB | XY,
        [*lines(AB | XY, over=HALVES), *pairs(HALVES, "ab", "xy"), *halves(AB)],
        told=[HALVES], times=HALVES, pairs=[("subject", "relation")],
    ),
}  # fmt: skip


@cache
def engine(name):
    return Engine(PLANS[name])


@st.composite
def crowds(draw):
    """Many cases in every cell, each of another reporter; in some cells of one or two."""
    name = draw(st.sampled_from(sorted(PLANS)))
    space, cases = Space(PLANS[name]), []
    for cell in range(len(space.cells)):
        number, persons = draw(st.integers(0, 9)), draw(st.sampled_from([1, 2, 9, 9]))
        who = (1 + cell) * 10
        by_person = draw(st.booleans())
        for row in range(number):
            few, every = who + row % persons, who + row
            cases.append((cell, few, every) if by_person else (cell, every, few))
    return name, Crowd(space, tuple(cases))


def boxes(plan):
    """Every box there is."""
    names = [each.name for each in plan.dimensions]
    for sides in product(*(list(subsets(each.leaves)) for each in plan.dimensions)):
        yield Box.of(dict(zip(names, sides, strict=True)))


def span_of(space, said):
    return Span(
        Row(cells_of(space, each.box), each.value) for each in said if each.value is not None
    )


def cells_of(space, box):
    return sum(1 << place for place in space.inside(box))


def few_that_follow(crowd, said):
    """Return the boxes that follow from figures and stand on less than n, told totals left out."""
    space, plan = crowd.space, crowd.space.plan
    span = span_of(space, said)
    promised = [each for each in said if each.outcome is Outcome.TOLD]
    told = span_of(space, promised)
    empty = frozenset().union(*(plan.times(each.box) for each in promised if not each.value))
    return [
        box for box in boxes(plan)
        if not plan.times(box) & empty
        and crowd.count(box).least < plan.n
        and span.following(cells_of(space, box)) is not None
        and told.following(cells_of(space, box)) is None
    ]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(crowds())
def test_whatever_follows_stands_on_n_reporters_and_situations(drawn):
    name, crowd = drawn
    assert not few_that_follow(crowd, said_by(engine(name), crowd))


def test_an_engine_that_divides_figures_once_only_is_caught(monkeypatch):
    monkeypatch.setattr(engine_module, "least_following", lambda *_: [])
    with pytest.raises(AssertionError):
        test_six_cases_of_one_reporter_do_not_follow_from_the_lines_that_cross_there()


def test_six_cases_of_one_reporter_do_not_follow_from_the_lines_that_cross_there():
    """Total, a, x and their crossing were stated; what is in neither line was six times the same."""
    plan = replace(linked(
        5, AB | XY, [{"subject": ["a"]}, {"relation": ["x"]}, *pairs(["2026"], "a", "x"),
                     *pairs(["2026"], "b", "y")],
        told=[["2026"]], pairs=[("subject", "relation")],
    ), policy=THRESHOLDS)  # fmt: skip
    rows = [("a", "x", 7), ("a", "y", 8), ("b", "x", 9), ("b", "y", 6)]
    crowd = a_register(plan, rows, one=("b", "y"))
    said = [each for release in plan.releases for each in Engine(plan).protect(release, crowd)]
    assert [each.value for each in said] == [30, 15, 16, None, None]
    others = a_register(plan, rows)
    said = [each for release in plan.releases for each in Engine(plan).protect(release, others)]
    assert [each.value for each in said] == [30, 15, 16, 7, 6]


def a_register(plan, rows, one=None):
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["person", "period", "subject", "relation"])
    for a, b, number in rows:
        for row in range(number):
            writer.writerow(["one" if (a, b) == one else f"{a}{b}{row}", "2026", a, b])
    return Register.parse(text.getvalue().encode(), plan)


sides = st.fixed_dictionaries({
    "period": st.frozensets(st.sampled_from(HALVES), min_size=1),
    "subject": st.frozensets(st.sampled_from("abc"), min_size=1),
    "relation": st.frozensets(st.sampled_from("xy"), min_size=1),
})  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sets(sides.map(Box.of), min_size=1, max_size=9))
def test_every_box_that_follows_holds_one_that_is_found(stated):
    plan = linked(3, ABC | XY, lines(ABC | XY, over=HALVES), times=HALVES,
                  told=[HALVES], pairs=[("subject", "relation")])  # fmt: skip
    space, (system,) = Space(plan), systems(plan)
    figures = {normal(plan, box) for box in stated}
    span = Span(Row(system.cells(box), 0) for box in figures)
    worlds = [[0] * system.size]  # which say nothing: all is asked
    found = least_following(
        system, figures, HALVES, worlds, lambda box: span.following(system.cells(box)) is not None
    )
    least = [system.cells(box) for box in found]
    assert all(span.following(cells) is not None for cells in least)
    for box in boxes(space.plan):
        cells = system.cells(box)
        if span.following(cells) is not None:
            assert any(each & ~cells == 0 for each in least)
