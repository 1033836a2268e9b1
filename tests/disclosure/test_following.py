"""Whatever follows from figures stands on n reporters, however often these divide each other."""

import csv
import io
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.disclosure import engine as engine_module
from advisor_app.disclosure import following
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.engine import Engine
from advisor_app.disclosure.following import least_following
from advisor_app.disclosure.linear import Row, Span
from advisor_app.disclosure.plan import THRESHOLDS
from advisor_app.disclosure.register import Register
from advisor_app.disclosure.remainders import normal
from advisor_app.disclosure.space import systems
from tests.disclosure.model import Space, subsets
from tests.disclosure.test_twins import Crowd
from tests.disclosure.theorem import lines, linked

HALVES = ("2026-H1", "2026-H2")
AB, XY = {"subject": "ab"}, {"relation": "xy"}
ABC = {"subject": "abc"}


def pairs(over, subjects, relations):
    return [{"period": over, "subject": [a], "relation": [b]} for a in subjects for b in relations]


def boxes(plan):
    """Every box there is."""
    names = [each.name for each in plan.dimensions]
    for sides in product(*(list(subsets(each.leaves)) for each in plan.dimensions)):
        yield Box.of(dict(zip(names, sides, strict=True)))


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


def test_an_engine_that_divides_figures_once_only_is_caught(monkeypatch):
    monkeypatch.setattr(engine_module, "least_following", lambda *_: [])
    with pytest.raises(AssertionError):
        test_six_cases_of_one_reporter_do_not_follow_from_the_lines_that_cross_there()


def test_with_too_many_boxes_to_look_through_nothing_more_is_said(monkeypatch):
    monkeypatch.setattr(following, "MOST_CLASSES", -1)
    plan = linked(5, AB | XY, pairs(["2026"], "a", "x"), told=[["2026"]],
                  pairs=[("subject", "relation")])  # fmt: skip
    rows = [("a", "x", 40), ("a", "y", 6), ("b", "x", 40), ("b", "y", 6)]
    few = a_register(plan, rows, one=("b", "y"))
    assert [each.value for each in Engine(plan).protect(plan.releases[0], few)] == [92, None]
    monkeypatch.undo()
    assert [each.value for each in Engine(plan).protect(plan.releases[0], few)] == [92, 40]


def test_where_every_part_holds_many_there_is_nothing_to_look_through(monkeypatch):
    monkeypatch.setattr(following, "MOST_CLASSES", -1)
    plan = linked(5, AB, [{"subject": ["a"]}], told=[["2026"]])
    many = Crowd(
        Space(plan), tuple((cell, case // 2, case) for case in range(40) for cell in (0, 1))
    )
    assert [each.value for each in Engine(plan).protect(plan.releases[0], many)] == [80, 40]


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
@given(
    st.sets(sides.map(Box.of), min_size=1, max_size=9),
    st.one_of(st.just(-1), st.integers(min_value=0, max_value=2**12 - 1)),
)
def test_every_box_of_few_that_follows_holds_one_that_is_found(stated, few):
    plan = linked(3, ABC | XY, lines(ABC | XY, over=HALVES), times=HALVES,
                  told=[HALVES], pairs=[("subject", "relation")])  # fmt: skip
    space, (system,) = Space(plan), systems(plan)
    figures = {normal(plan, box) for box in stated}
    span = Span(Row(system.cells(box), 0) for box in figures)
    worlds = [[0] * system.size]  # which say nothing: all is asked
    found = least_following(
        system, figures, HALVES, worlds,
        lambda box: span.following(system.cells(box)) is not None,
        lambda box: not system.cells(box) & ~few,
    )  # fmt: skip
    least = [system.cells(box) for box in found]
    assert all(span.following(cells) is not None for cells in least)
    for box in boxes(space.plan):
        cells = system.cells(box)
        if span.following(cells) is not None and not cells & ~few:
            assert any(each & ~cells == 0 for each in least)
