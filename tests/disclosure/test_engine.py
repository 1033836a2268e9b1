"""The engine: the closed form in general, told by one solver that nobody believes."""

import time
from dataclasses import replace
from functools import cache
from random import Random
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.engine import Engine
from advisor_app.disclosure.headcount import Headcount
from advisor_app.disclosure.known import Known
from advisor_app.disclosure.linear import Row, Span, places
from advisor_app.disclosure.oracle import Counts
from advisor_app.disclosure.plan import THRESHOLDS
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.safety import Safety
from advisor_app.disclosure.shapes import has_small_shape
from advisor_app.disclosure.solver import Answer, Highs, SolverFailedError, Watch
from advisor_app.disclosure.space import require_engine, systems
from advisor_app.disclosure.statement import Outcome, Outside
from advisor_app.disclosure.worlds import matrix
from tests.disclosure.model import Space, World, one_way, spoken, transcript, vectors
from tests.disclosure.test_model import KNOWN
from tests.disclosure.test_twins import Crowd
from tests.disclosure.theorem import Linked, lines, linked, said_by

HALVES = (("2026-H1",), ("2026-H2",))
BOTH = (("2026-H1", "2026-H2"),)
AB, ABC, XY = {"subject": "ab"}, {"subject": "abc"}, {"relation": "xy"}
STAFF = Headcount(organisation=300, department={"zorg": 50, "thuis": 60})
PLANS = {
    "told": one_way(3, {"subject": "abcd"}),
    "n = 5": one_way(5, ABC),
    "not told": one_way(3, ABC, told=()),
    "two attributes": one_way(3, ABC | XY),
    "halves": one_way(3, ABC, told=HALVES, tables=HALVES),
    "halves, not told": one_way(4, AB, told=(), tables=HALVES),
    "departments": one_way(3, {"department": ("zorg", "thuis", "onbekend")}, headcount=STAFF),
    "departments, halves": replace(
        one_way(3, {"department": ("zorg", "thuis", "onbekend")}, headcount=STAFF,
                told=HALVES, tables=HALVES),
        policy=THRESHOLDS,
    ),
}  # fmt: skip
SLACK = {
    "both": one_way(3, ABC, told=HALVES, tables=BOTH),
    "both, n = 5": one_way(5, AB, told=HALVES, tables=BOTH),
}
YEAR = ("2026-H1", "2026-H2")
LINKED = linked(
    3, ABC | XY,
    [*lines(ABC | XY, over=YEAR), {"period": YEAR[:1]}, {"period": YEAR[1:]},
     *({"period": YEAR, "subject": [a], "relation": [b]} for a in "abc" for b in "xy"),
     *lines(ABC, over=YEAR[:1]), *lines(ABC, over=YEAR[1:])],
    told=[YEAR], times=YEAR, pairs=[("subject", "relation")],
)  # fmt: skip


@cache
def engine(name):
    return Engine({**PLANS, **SLACK, "linked": LINKED}[name])


def said(name, world):
    return tuple(map(spoken, said_by(engine(name), world)))


@st.composite
def crowds(draw):
    name = draw(st.sampled_from(sorted(PLANS)))
    space = Space(PLANS[name])
    cell = st.integers(0, len(space.cells) - 1)
    persons, clusters = draw(st.integers(1, 30)), draw(st.integers(3, 30))
    case = st.tuples(cell, st.integers(1, persons), st.integers(1, clusters))
    return name, Crowd(space, tuple(draw(st.lists(case, max_size=30))))


@settings(max_examples=60, deadline=None)
@given(crowds())
def test_the_closed_form_is_the_engine_whoever_brought_the_cases(drawn):
    name, crowd = drawn
    assert said(name, crowd) == transcript(crowd)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(SLACK)), st.lists(st.integers(0, 8), min_size=6, max_size=6))
def test_the_closed_form_is_the_engine_over_several_told_periods(name, cases):
    space = Space(SLACK[name])
    world = World(space, tuple(cases[: len(space.cells)]))
    assert said(name, world) == transcript(world)


def test_the_closed_form_is_the_engine_in_every_small_world():
    plan, most, *_ = KNOWN["three leaves"]
    space, own = Space(plan), Engine(plan)
    for cells in vectors(3, most):
        world = World(space, cells)
        assert tuple(map(spoken, said_by(own, world))) == transcript(world)


@pytest.mark.long
@pytest.mark.parametrize("name", KNOWN)
def test_the_closed_form_is_the_engine_in_every_world_of_the_known_answers(name):
    plan, most, *_ = KNOWN[name]
    space, own = Space(plan), Engine(plan)
    for cells in vectors(len(space.cells), most):
        world = World(space, cells)
        assert tuple(map(spoken, said_by(own, world))) == transcript(world)


worlds = st.lists(st.integers(0, 7), min_size=12, max_size=12).map(tuple)


def known_of(system, statements):
    """What a reader of these statements knows."""
    known = Known()
    for each in statements:
        cells = system.cells(each.box)
        if each.outcome is Outcome.TOLD:
            known = known.with_told(Row(cells, each.value))
        elif each.value is not None:
            known = known.with_row(Row(cells, each.value))
        elif each.outcome is Outcome.SILENT:
            known = known.with_low(Row(cells, (each.below or system.plan.n) - 1))
    return known


@settings(max_examples=12, deadline=None)
@given(worlds)
def test_every_world_that_a_reader_cannot_exclude_gives_the_same_statements(cases):
    space = Linked(LINKED)
    statements = said_by(engine("linked"), World(space, cases))
    (system,) = systems(LINKED)
    known = known_of(system, statements)
    twins = Safety(system, Highs()).is_safe(known, (1 << system.size) - 1)
    assert twins
    for twin in twins[:12]:
        assert said_by(engine("linked"), World(space, tuple(twin))) == statements


@settings(max_examples=12, deadline=None)
@given(worlds)
def test_a_zero_in_every_silent_box_reproduces_what_was_said(cases):
    space = Linked(LINKED)
    world = World(space, cases)
    statements = said_by(engine("linked"), world)
    silent = {id(each.box) for each in statements if each.outcome is Outcome.SILENT}

    class Replay:
        def __init__(self):
            self.space = space

        def count(self, box):
            nothing = Counts(cases=0, persons=0, clusters=0)
            return nothing if id(box) in silent else world.count(box)

    assert said_by(engine("linked"), Replay()) == statements


class LedgerAlone:
    """Whoever has the ledger: what was said, what follows from it, and 0 in every silent box."""

    def __init__(self, plan, said):
        self.space = Space(plan)
        self.silent = {each.box for each in said if each.outcome is Outcome.SILENT}
        self.span = Span(
            Row(self.cells(each.box), each.value) for each in said if each.value is not None
        )

    def cells(self, box):
        return sum(1 << place for place in self.space.inside(box))

    def count(self, box):
        value = 0 if box in self.silent else self.span.following(self.cells(box))
        return Counts(cases=value, persons=value, clusters=value)


@settings(max_examples=30, deadline=None)
@given(data=st.data(), name=st.sampled_from([*PLANS, *SLACK, "linked"]))
def test_anybody_with_the_ledger_and_noughts_in_the_silent_boxes_writes_it_again(data, name):
    plan = {**PLANS, **SLACK, "linked": LINKED}[name]
    size = len(Space(plan).cells)
    cells = data.draw(st.lists(st.integers(0, 9), min_size=size, max_size=size))
    written = said_by(engine(name), World(Space(plan), tuple(cells)))
    assert said_by(Engine(plan), LedgerAlone(plan, written)) == written


def test_what_is_left_of_a_group_stands_on_n_persons_too():
    """Seven cases of two persons are left beside a line of six: nothing of it is said."""
    plan = one_way(3, AB)
    space = Space(plan)
    few = Crowd(space, tuple([(0, n, n) for n in range(6)] + [(1, 9 + n % 2, n) for n in range(7)]))
    many = Crowd(
        space, tuple([(0, n, n) for n in range(6)] + [(1, 9 + n, 9 + n) for n in range(7)])
    )
    assert said_by(Engine(plan), Told(few))[1].value is None
    assert said_by(Engine(plan), Told(many))[1].value == 6


class Told:
    def __init__(self, crowd):
        self.space, self.count = crowd.space, crowd.count


def test_a_figure_from_elsewhere_is_a_row_like_any_other():
    plan = one_way(5, ABC)
    world = World(Space(plan), (9, 8, 7))
    release = plan.releases[0]

    def shown(*outside):
        return [each.value for each in Engine(plan).protect(release, world, (), outside)]

    assert shown() == [24, 9, 8, 7]
    harmless = Outside(text="Factuur", box=Box.of({"period": ["2026"], "subject": ["a"]}), value=9)
    assert shown(harmless) == [24, 9, 8, 7]
    harmful = Outside(
        text="Gesprek", box=Box.of({"period": ["2026"], "subject": ["ab"[1]]}), value=8
    )
    world = World(Space(plan), (9, 8, 2))
    assert shown(harmful)[1] is None
    small = Outside(text="Gesprek", box=Box.of({"period": ["2026"], "subject": ["c"]}), value=2)
    assert shown(small) == [19, None, None, 2]
    wrong = Outside(text="Gesprek", box=Box.of({"period": ["2026"], "subject": ["c"]}), value=3)
    assert problem_of(lambda: shown(wrong)) is Problem.REGISTER_CONTRADICTS


def test_periods_that_cross_are_refused_from_the_plan_when_attributes_stand_apart():
    q = [f"2026-Q{number}" for number in range(1, 4)]
    crossing = linked(3, ABC | XY, [
        {"period": q[:2]}, {"period": q[1:]}, *lines(ABC, over=q[:2]), *lines(XY, over=q[1:])],
        times=q)  # fmt: skip
    with pytest.raises(RefusedError) as refused:
        require_engine(crossing)
    assert (refused.value.problem, refused.value.place) == (
        Problem.SPANS_CROSS, "releases[0].boxes[5]")  # fmt: skip


def problem_of(work):
    with pytest.raises(RefusedError) as refused:
        work()
    return refused.value.problem


class Asked:
    """A session that spoils its answers."""

    def __init__(self, session, spoil):
        self.session, self.spoil = session, spoil

    def largest(self, objective, *, whole=False, enough=None):
        return self.spoil(self.session.largest(objective, whole=whole, enough=enough))

    def rounded(self, objective):
        return self.spoil(self.session.rounded(objective))


class Spoiled:
    """A solver that is wrong in one way."""

    def __init__(self, spoil):
        self.spoil, self.highs = spoil, Highs()

    def session(self, *rows):
        return Asked(self.highs.session(*rows), self.spoil)


def breaks(_answer):
    raise SolverFailedError


def more(answer):
    return Answer(point=[each + 1 for each in answer.point], bound=answer.bound)


def less_than_nothing(answer):
    return Answer(point=[-1, *answer.point[1:]], bound=answer.bound)


def no_numbers(answer):
    return Answer(point=[float("nan")] * len(answer.point), bound=answer.bound)


def too_short(answer):
    return Answer(point=answer.point[1:], bound=answer.bound)


def boasts(answer):
    return Answer(point=answer.point, bound=answer.bound + 5, weights=answer.weights)


def sleeps(_answer):
    return Watch(0.05).answer(lambda: time.sleep(60))


@pytest.mark.parametrize(
    "spoil", [breaks, more, less_than_nothing, no_numbers, too_short, boasts, sleeps],
    ids=lambda spoil: spoil.__name__,
)  # fmt: skip
def test_a_solver_that_fails_lies_or_hangs_refuses_the_export(spoil):
    plan = one_way(3, ABC)
    release, world = plan.releases[0], World(Space(plan), (4, 5, 6))
    assert Engine(plan).protect(release, world)[1].value == 4
    work = Engine(plan, Spoiled(spoil))
    assert problem_of(lambda: work.protect(release, world)) is Problem.SOLVER_FAILED


def test_a_solver_that_claims_too_little_where_a_world_is_known_is_refused():
    plan = one_way(3, ABC)
    release, world = plan.releases[0], World(Space(plan), (4, 5, 6))
    answers = iter(range(100))

    def forgets(answer):
        return answer if next(answers) < 1 else Answer(point=None)

    work = Engine(plan, Spoiled(forgets))
    assert problem_of(lambda: work.protect(release, world)) is Problem.SOLVER_FAILED


def test_what_follows_from_figures_is_exact():
    span = Span([Row(0b1111, 10), Row(0b0011, 4), Row(0b0101, 3)])
    assert span.following(0b1100) == 6
    assert span.following(0b1001) is None
    assert span.following(0b1111) == 10
    assert Span([Row(0b011, 4), Row(0b110, 6), Row(0b101, 5)]).following(0b111) is None  # 7.5
    assert Span([Row(0b011, 4), Row(0b110, 6), Row(0b101, 4)]).following(0b111) == 7


def test_a_point_in_halves_is_rounded_to_a_whole_one_and_the_session_forgets_it():
    odd = [[1, 1, 0], [0, 1, 1], [1, 0, 1]]
    session = Highs().session([], [], odd, [1, 1, 1], [1, 1, 1])
    assert session.largest([1, 1, 1]).bound == pytest.approx(1.5)
    rounded = session.rounded([1, 1, 1])
    assert sorted(rounded.point) == pytest.approx([0, 0, 1])
    assert session.largest([1, 1, 1]).bound == pytest.approx(1.5)
    assert Highs().session([[1, 1]], [3], odd[:0], [], [1, 1]).rounded([1, 1]).point is None


def test_worlds_spare_the_search_for_odd_shapes_its_questions_and_change_no_answer():
    random, size, n = Random(0), 6, 3
    answers, asked = [], []
    for _ in range(150):
        true = [random.choice([0, 1, 2, 6]) for _ in range(size)]
        masks = random.sample(range(1, 1 << size), 3)
        rows = [Row(mask, sum(true[place] for place in places(mask))) for mask in masks]
        session = Highs().session(
            matrix(masks, size), [row.value for row in rows], [], [], [99] * size
        )

        def upper(cells, session=session):
            asked.append(cells)
            return session.largest(matrix([cells], size)[0]).point

        def found(worlds, rows=rows, upper=upper):
            figures = SimpleNamespace(rows=rows, span=Span(rows), small=0, points=[], upper=upper)
            return has_small_shape(figures, (), (1 << size) - 1, n, worlds)

        worlds = [true, *(session.rounded(random.choices([-1, 1], k=size)).point for _ in "abcdef")]
        worlds = [world for world in worlds if world is not None]
        before = len(asked)
        answers.append((found([]), len(asked) - before))
        before = len(asked)
        assert found(worlds) == answers[-1][0]
        answers[-1] += (len(asked) - before,)
    assert {each[0] for each in answers} == {True, False}
    assert any(without and not with_worlds for _, without, with_worlds in answers)
