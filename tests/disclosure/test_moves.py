"""Worlds made by moves, and points mixed of others: near what was known, and never believed."""

from itertools import product
from random import Random

import numpy as np
import pytest

from advisor_app.disclosure import safety
from advisor_app.disclosure.engine import Engine
from advisor_app.disclosure.known import Known
from advisor_app.disclosure.linear import Row, places
from advisor_app.disclosure.moves import STEPS, _moves, moved
from advisor_app.disclosure.safety import Safety
from advisor_app.disclosure.shapes import has_small_shape
from advisor_app.disclosure.solver import Highs
from advisor_app.disclosure.space import signatures, systems
from advisor_app.disclosure.worlds import Worlds, constant, matrix
from bench.figures import Organisation, Shape, plan

SHAPE = Shape(categories=3, departments=4)  # 48 cells
(SYSTEM,) = systems(plan(SHAPE))
BOXES = [SYSTEM.cells(box) for box in plan(SHAPE).releases[0].boxes]


def held(world, cells):
    return sum(world[place] for place in places(cells))


def world(seed, most=3):
    random = Random(seed)
    return [random.randint(0, most) for _ in range(SYSTEM.size)]


def said():
    laid = plan(SHAPE)
    return Engine(laid).protect(laid.releases[0], Organisation.of(SHAPE, 60, 1))


def test_moves_bring_one_count_where_it_shall_be_and_leave_all_that_is_known():
    lines, pair, others = BOXES[:8], BOXES[12], BOXES[13:24]
    worlds = [world(0)]
    rows = [Row(cells, held(worlds[0], cells)) for cells in lines]
    low = [Row(cells, held(worlds[0], cells) + 3 + place % 4) for place, cells in enumerate(others)]
    for goal in range(4, 12):  # all of them have the margins of the first
        near = moved(worlds, pair, goal, goal, rows, low)
        assert near
        for each in near:
            assert held(each, pair) == goal
            assert all(held(each, row.cells) == row.value for row in rows)
            assert all(held(each, row.cells) <= row.value for row in low)
            assert min(each) >= 0
        worlds = [worlds[0], *near]


def test_two_cells_that_fit_a_move_are_always_found():
    rows, inside = matrix(BOXES[:8], SYSTEM.size), matrix([BOXES[12]], SYSTEM.size)[0] > 0
    own, others = np.nonzero(inside)[0], np.nonzero(~inside)[0]
    apart = {tuple(rows[:, more] - rows[:, less]) for more, less in product(own, others)}
    fitting = {
        (more, less) for more, less in product(others.tolist(), repeat=2)
        if tuple(rows[:, less] - rows[:, more]) in apart
    }  # fmt: skip
    moves = _moves(rows, inside, np.random.default_rng(1)).T.tolist()
    assert {(more, less) for _, more, _, less in moves} == fitting
    assert len(moves) == len(fitting)


def test_a_count_that_is_far_away_is_there_in_few_steps():
    far, pair, others = [20 * each for each in world(0)], BOXES[12], BOXES[13:24]
    rows = [Row(cells, held(far, cells)) for cells in BOXES[:8]]
    low = [Row(cells, 2 * max(held(far, each) for each in others)) for cells in others]
    assert held(far, pair) > 3 * STEPS
    (near,) = moved([far], pair, 0, 0, rows, low)
    assert held(near, pair) == 0
    assert all(held(near, row.cells) == row.value for row in rows)
    assert all(held(near, row.cells) <= row.value for row in low)
    assert min(near) >= 0


def test_there_is_no_move_where_nothing_may_change():
    cells = [1 << place for place in range(SYSTEM.size)]
    assert not moved([world(0)], cells[0], 9, 9, [Row(each, 1) for each in cells[1:]], [])
    assert not moved([world(0)], 0, 9, 9, [], [])
    assert not moved([], cells[0], 9, 9, [], [])


@pytest.mark.parametrize(
    "moves",
    [
        lambda *_: [],
        lambda worlds, *_: [[9 * each for each in world] for world in worlds],
        lambda worlds, *_: [[-each for each in world] for world in worlds],
    ],
    ids=["none", "too large", "negative"],
)
def test_moves_decide_nothing_whether_they_help_or_lie(moves, monkeypatch):
    monkeypatch.setattr(safety, "FEW_CELLS", 0)
    before = said()
    monkeypatch.setattr(safety, "moved", moves)
    assert said() == before


def test_where_few_cells_are_linked_no_world_is_moved_and_the_same_is_said(monkeypatch):
    asked = []

    def asking(*given):
        asked.append(given)
        return moved(*given)

    monkeypatch.setattr(safety, "moved", asking)
    before = said()
    assert not asked
    monkeypatch.setattr(safety, "FEW_CELLS", 0)
    assert said() == before
    assert asked


def test_points_that_agree_with_fewer_figures_are_mixed_until_they_agree_with_all():
    one, two = world(1), world(2)
    rows = [Row(BOXES[0], 70), Row(BOXES[1], 20)]
    scaled = [[70 * each / held(it, BOXES[0]) for each in it] for it in (one, two)]
    low = [[0 if BOXES[1] >> place & 1 else each for place, each in enumerate(scaled[0])]]
    low = [[70 * each / held(low[0], BOXES[0]) for each in low[0]]]
    mixed = Worlds(SYSTEM.size, rows, []).mixed([*scaled, *low])
    assert len(mixed) == 3
    for each in mixed:
        assert min(each) >= 0
        assert [held(each, row.cells) for row in rows] == pytest.approx([70, 20])
    assert Worlds(SYSTEM.size, [Row(BOXES[0], 60)], []).mixed(scaled) == []


def test_what_fewer_figures_said_spares_questions_and_changes_no_answer():
    true, live = [1 + each for each in world(5, 1)], (1 << SYSTEM.size) - 1
    once, asked, answers = Safety(SYSTEM, Highs()), [0, 0], []
    known = Known()
    for cells in sorted(BOXES, key=lambda cells: -held(true, cells)):
        known = known.with_row(Row(cells, held(true, cells)))
        found = []
        for turn, remembering in enumerate((once, Safety(SYSTEM, Highs()))):
            outer = remembering.outer(known)
            before = len(outer.points)
            found.append(has_small_shape(outer, (), live, 5, [true]))
            asked[turn] += len(outer.points) - before
        assert found[0] == found[1]
        answers.append(found[0])
        if answers.count(True) == 3:
            break
    assert answers.count(False) > 10
    assert asked[0] < asked[1]
    small = once.outer(known).small
    assert small
    for part in signatures((row.cells for row in known.rows), small):
        assert held(outer.upper(part), part) < 5 - 0.5


def test_what_differs_between_two_worlds_follows_from_nothing():
    one = world(3)
    rows, goal = [Row(cells, 0) for cells in BOXES[:8]], held(one, BOXES[12]) + 2
    (other,) = moved([one], BOXES[12], goal, goal, rows, [])
    alike = constant(BOXES, [one, other])
    assert alike == [held(one, cells) == held(other, cells) for cells in BOXES]
    assert all(alike[:8])
    assert not alike[12]
