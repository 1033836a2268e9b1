"""The third policy: where silence below n would be unsafe, the least higher threshold may do."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.disclosure.auditor.audit import audit
from advisor_app.disclosure.auditor.intervals import intervals
from advisor_app.disclosure.auditor.report import Kind
from advisor_app.disclosure.engine import Engine, _Run
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.one_way import Table
from advisor_app.disclosure.plan import LATEST_POLICY
from advisor_app.disclosure.plan_format import parse_plan
from advisor_app.disclosure.protocol import decide
from advisor_app.disclosure.safety import Safety
from advisor_app.disclosure.solver import Highs
from advisor_app.disclosure.space import systems
from advisor_app.disclosure.statement import Decision, Outcome
from tests.disclosure import test_model, test_theorem
from tests.disclosure.ledgers import changed, forged
from tests.disclosure.model import (
    Space,
    World,
    judged,
    one_way,
    spoken,
    transcript,
    vectors,
)
from tests.disclosure.test_broken_engines import chooses_the_threshold_by_looking
from tests.disclosure.test_engine import LINKED, LedgerAlone, Spoiled, known_of
from tests.disclosure.test_policies import QUARTERS, SLOW, ledger_of
from tests.disclosure.theorem import Linked, said_by
from tests.disclosure.theorem import judged as judged_engine
from tests.disclosure.worlds import plan_bytes

HALVES = (("2026-H1",), ("2026-H2",))
BOTH = (("2026-H1", "2026-H2"),)
PAIRS_FIRST = test_theorem.KNOWN["pairs before their margins"]


def third(plan):
    return replace(plan, policy=3)


FIVE = third(one_way(5, {"subject": "abcd"}))
FOUR = third(one_way(3, {"subject": "abcd"}))
KNOWN = {
    "four lines, told": (FOUR, 12, 165),
    "four lines, a total by protocol": (third(one_way(3, {"subject": "abcd"}, told=())), 12, 163),
    "five lines, n = 2": (third(one_way(2, {"subject": "abcde"})), 9, 240),
    "five lines over two told halves, n = 2": (
        third(one_way(2, {"subject": "abcde"}, told=HALVES, tables=BOTH)), 6, 240,
    ),
    "four lines over two told halves": (
        third(one_way(3, {"subject": "abcd"}, told=HALVES, tables=BOTH)), 8, 183,
    ),
}  # fmt: skip
QUICK = {"four lines, told", "four lines, a total by protocol", "five lines, n = 2"}


def thresholds(statements):
    return [each.below for each in statements if each.below]


# known answers


@pytest.mark.parametrize(
    ("cells", "decisions"),
    [
        ((2, 3, 2, 23), [Decision(Outcome.SILENT)] * 3 + [Decision(Outcome.PUBLISHED, 23)]),
        ((2, 3, 3, 22), [Decision(Outcome.SILENT)] * 3 + [Decision(Outcome.SILENT, None, 23)]),
        ((4, 0, 0, 26), [Decision(Outcome.SILENT)] * 3 + [Decision(Outcome.SILENT, None, 23)]),
    ],
    ids=["from the threshold on", "below it", "too little is left beside it"],
)
def test_thirty_cases_of_which_three_silent_lines_hold_twelve_at_most(cells, decisions):
    """The last line and they must be able to hold 34, so silence about it says 22 or less."""
    said = decide(FIVE, FIVE.releases[0], World(Space(FIVE), cells))
    assert [each.decision for each in said[1:]] == decisions
    older = replace(FIVE, policy=2)
    assert (
        decide(older, FIVE.releases[0], World(Space(older), cells))[-1].outcome is Outcome.SKIPPED
    )


def test_what_could_be_shown_from_nowhere_on_is_passed_over_as_before():
    """Two silent lines hold eight at most: a last one that leaves them five cannot be known to."""
    plan = third(one_way(5, {"subject": "abc"}))
    said = decide(plan, plan.releases[0], World(Space(plan), (3, 2, 25)))
    assert said[-1].decision == Decision(Outcome.SKIPPED)


def test_a_plan_says_that_it_is_of_the_third_policy():
    assert LATEST_POLICY == 3
    assert b'"policy":3' in plan_bytes(FIVE)
    assert parse_plan(plan_bytes(FIVE)) == FIVE


def test_a_ledger_names_a_threshold_only_where_it_is_higher_than_n():
    lines = ledger_of(FIVE, (2, 3, 3, 22)).lines()
    assert ['"below":23' in each for each in lines] == [False] * 5 + [True]
    assert not any("below" in each for each in ledger_of(FIVE, (9, 8, 7, 6)).lines())
    parsed = Ledger.from_lines("TEST", lines)
    assert parsed == ledger_of(FIVE, (2, 3, 3, 22))


def test_what_could_be_worked_out_at_most_follows_the_threshold():
    ledger = ledger_of(FIVE, (2, 3, 3, 22))
    found = [(each.least, each.most) for each in intervals(ledger, "all")]
    assert found == [(0, 4)] * 3 + [(18, 22)]


# the theorem


@pytest.mark.parametrize(
    "name", [pytest.param(each, marks=[] if each in QUICK else pytest.mark.long) for each in KNOWN]
)
def test_the_closed_form_narrows_no_world_where_thresholds_are_higher(name):
    plan, most, transcripts = KNOWN[name]
    space = Space(plan)
    worlds = list(vectors(len(space.cells), most))
    assert any(len(each) > 2 for cells in worlds for each in transcript(World(space, cells)))
    assert judged(space, worlds) == (transcripts, 0)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(each, marks=[] if each == "one table" else pytest.mark.long)
        for each in test_model.KNOWN
    ],
)
def test_the_closed_form_narrows_no_world_of_the_known_answers(name):
    plan, most, *_ = test_model.KNOWN[name]
    space = Space(third(plan))
    assert judged(space, list(vectors(len(space.cells), most)))[1] == 0


def test_the_engine_narrows_no_world_where_thresholds_are_higher():
    plan, most = PAIRS_FIRST
    space, engine = Linked(third(plan)), Engine(third(plan))
    worlds = list(vectors(len(space.cells), most))
    assert sum(bool(thresholds(said_by(engine, World(space, cells)))) for cells in worlds) > 100
    assert judged_engine(space, worlds)[1] == 0


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(test_theorem.KNOWN.keys() - {"pairs before their margins"}))
def test_the_engine_narrows_no_world(name):
    plan, most = test_theorem.KNOWN[name]
    space = Linked(third(plan))
    assert judged_engine(space, list(vectors(len(space.cells), most)))[1] == 0


@pytest.mark.long
@pytest.mark.parametrize("name", [*sorted(SLOW), *test_theorem.LONG])
def test_the_engine_narrows_no_world_of_the_larger_instances(name):
    plan, most, *_ = (test_theorem.LONG if name in test_theorem.LONG else test_theorem.KNOWN)[name]
    space = Linked(third(plan))
    assert judged_engine(space, list(vectors(len(space.cells), most)))[1] == 0


# the closed form is the engine


@st.composite
def tables(draw):
    """A plan of the closed form, and a world with many cases in some late line."""
    times = draw(st.sampled_from([("2026",), ("2026-H1", "2026-H2")]))
    each = [(leaf,) for leaf in times]
    told = draw(st.booleans())
    tables = [times] if told and draw(st.booleans()) else each
    leaves = {"subject": "abcdef"[: draw(st.integers(2, 6))]}
    plan = one_way(draw(st.integers(2, 5)), leaves, told=each if told else (), tables=tables)
    size = len(Space(plan).cells)
    cells = draw(st.lists(st.integers(0, 5), min_size=size, max_size=size))
    cells[-draw(st.integers(1, 2))] += draw(st.integers(0, 30))
    return third(plan), tuple(cells)


@settings(max_examples=80, deadline=None)
@given(tables())
def test_the_closed_form_is_the_engine(drawn):
    plan, cells = drawn
    world = World(Space(plan), cells)
    assert tuple(map(spoken, said_by(Engine(plan), world))) == transcript(world)


@pytest.mark.long
@settings(max_examples=3_000, deadline=None)
@given(tables())
def test_the_closed_form_is_the_engine_in_the_long_form(drawn):
    plan, cells = drawn
    world = World(Space(plan), cells)
    assert tuple(map(spoken, said_by(Engine(plan), world))) == transcript(world)


def test_the_closed_form_is_the_engine_in_every_small_world():
    for name, most in (("four lines, told", 12), ("four lines, a total by protocol", 10)):
        plan, *_ = KNOWN[name]
        space, own = Space(plan), Engine(plan)
        for cells in vectors(4, most):
            world = World(space, cells)
            assert tuple(map(spoken, said_by(own, world))) == transcript(world)


# what is exported


LARGE = st.lists(
    st.one_of(st.integers(0, 3), st.integers(0, 25)), min_size=12, max_size=12
).map(tuple)  # fmt: skip
PLANS = st.sampled_from([QUARTERS, LINKED, one_way(3, {"subject": "abcdef"}, tables=(("2026",),),
                         told=())])  # fmt: skip


def fitting(plan, cases):
    return third(plan), cases[: len(Space(plan).cells)]


@settings(max_examples=25, deadline=None)
@given(LARGE, PLANS)
def test_what_is_exported_passes_the_audit(cases, plan):
    assert audit(ledger_of(*fitting(plan, cases))).findings == ()


@settings(max_examples=25, deadline=None)
@given(LARGE, PLANS)
def test_whoever_has_the_ledger_alone_writes_it_again(cases, plan):
    plan, cases = fitting(plan, cases)
    written = ledger_of(plan, cases).statements
    assert said_by(Engine(plan), LedgerAlone(plan, written)) == written


WITH_THRESHOLDS = [
    (third(QUARTERS), (1, 0, 13, 8, 0, 2, 2, 3, 3, 2, 3, 15)),
    (third(PAIRS_FIRST[0]), (0, 0, 2, 6)),
    (FIVE, (2, 3, 3, 22)),
]


@pytest.mark.parametrize(("plan", "cases"), WITH_THRESHOLDS, ids=["quarters", "pairs", "closed"])
def test_every_world_that_a_reader_cannot_exclude_is_said_the_same_of(plan, cases):
    space, engine = Linked(plan), Engine(plan)
    statements = said_by(engine, World(space, cases))
    assert thresholds(statements)
    (system,) = systems(plan)
    known = known_of(system, statements)
    twins = Safety(system, Highs()).is_safe(known, (1 << system.size) - 1)
    assert len(twins) > 3
    for twin in twins[:20]:
        assert said_by(engine, World(space, tuple(twin))) == statements


SKEWED = [
    WITH_THRESHOLDS[0][1],
    (14, 1, 3, 3, 3, 2, 19, 3, 1, 1, 1, 17),
    (0, 2, 3, 0, 1, 10, 1, 0, 17, 18, 1, 0),
]


def test_what_stopped_the_last_threshold_spares_questions_and_changes_no_answer(monkeypatch):
    found = []
    for _turn in range(2):
        asked = []
        solver = Spoiled(lambda answer, asked=asked: asked.append(answer) or answer)
        said = [
            said_by(Engine(third(QUARTERS), solver), World(Space(QUARTERS), cells))
            for cells in SKEWED
        ]
        found.append((said, len(asked)))
        monkeypatch.setattr(Safety, "_counts", Safety._to_prove)  # nothing is remembered
    (said, asked), (again, without) = found
    assert said == again
    assert all(map(thresholds, said))
    assert asked < 0.9 * without


# exporters that leak, and ledgers that somebody forged


def asks_at_n(patch):
    """A count between n and the threshold is shown, and silence is written as less than n."""
    asks = _Run._threshold
    patch.setattr(_Run, "_threshold", lambda self, box: asks(self, box) and self.plan.n)


def asks_one_higher_than_needed(patch):
    asks = _Run._threshold

    def higher(self, box):
        found = asks(self, box)
        return found + 1 if found and found > self.plan.n else found

    patch.setattr(_Run, "_threshold", higher)


@pytest.mark.parametrize(
    "breaking",
    [chooses_the_threshold_by_looking, asks_at_n, asks_one_higher_than_needed],
    ids=lambda breaking: breaking.__name__,
)
def test_an_exporter_with_another_threshold_is_red(breaking, monkeypatch):
    every = [*WITH_THRESHOLDS, (FIVE, (2, 2, 2, 24))]
    assert all(audit(laid_by_engine(*each)).is_green for each in every)
    breaking(monkeypatch)
    assert not all(audit(laid_by_engine(*each)).is_green for each in every)


def laid_by_engine(plan, cases):
    said = said_by(Engine(plan), World(Space(plan), cases))
    return Ledger(organisation=plan.organisation).with_plan(plan).with_statements(said)


def asked_at_n(table, others, rest):
    """Silence below n wherever any threshold would do."""
    return asks_for_a_leaf(table, others, rest) and table.n


def one_too_low(table, others, rest):
    found = asks_for_a_leaf(table, others, rest)
    return found - 1 if found and found > table.n else found


def without_a_limit(table, others, rest):
    """A threshold from which on nothing could be shown; asked all the same."""
    found = asks_for_a_leaf(table, others, rest)
    return rest - len(others) * (table.n - 1) + table.n if found is None else found


asks_for_a_leaf = Table._threshold


@pytest.mark.parametrize("wrong", [asked_at_n, one_too_low])
def test_a_closed_form_with_a_threshold_too_low_is_red(wrong, monkeypatch):
    assert audit(ledger_of(FOUR, (1, 1, 2, 8))).is_green
    monkeypatch.setattr(Table, "_threshold", wrong)
    assert not audit(ledger_of(FOUR, (1, 1, 2, 8))).is_green


def test_a_closed_form_that_asks_at_n_narrows_worlds(monkeypatch):
    monkeypatch.setattr(Table, "_threshold", asked_at_n)
    assert judged(Space(FOUR), list(vectors(4, 12)))[1] > 0


def test_a_threshold_that_nothing_could_reach_is_asked_in_vain(monkeypatch):
    plan, cells = third(one_way(5, {"subject": "abc"})), (3, 2, 25)
    assert audit(ledger_of(plan, cells)).is_green
    monkeypatch.setattr(Table, "_threshold", without_a_limit)
    found = {each.kind for each in audit(ledger_of(plan, cells)).findings}
    assert found == {Kind.TESTED_IN_VAIN}


@pytest.mark.parametrize(
    ("decision", "kind"),
    [
        (Decision(Outcome.SILENT, None, 24), Kind.THRESHOLD_TOO_HIGH),
        (Decision(Outcome.SILENT, None, 22), Kind.NARROW),
        (Decision(Outcome.SILENT, None, 26), Kind.TESTED_IN_VAIN),
        (Decision(Outcome.SILENT), Kind.CONTRADICTION),
        (Decision(Outcome.PUBLISHED, 22), Kind.TESTED_UNSAFELY),
        (Decision(Outcome.SKIPPED), Kind.PASSED_OVER),
    ],
    ids=["too high", "too low", "out of reach", "n", "a count below it", "passed over"],
)
def test_another_decision_than_the_threshold_asks_for_is_red(decision, kind):
    honest = ledger_of(FIVE, (2, 3, 3, 22))
    assert honest.statements[-1].decision == Decision(Outcome.SILENT, None, 23)
    outcome, value, below = decision
    other = replace(honest.statements[-1], outcome=outcome, value=value, below=below)
    laid = Ledger(organisation="TEST").with_plan(FIVE)
    report = audit(laid.with_statements([*honest.statements[:-1], other]))
    assert kind in {each.kind for each in report.findings}


@pytest.mark.parametrize(
    ("place", "changes", "policy"),
    [
        (-1, {"below": 5}, 3),
        (-1, {}, 2),
        (0, {"below": 23}, 3),
        (-1, {"outcome": Outcome.SKIPPED}, 3),
    ],
    ids=["not above n", "an older policy", "of a told total", "of what was passed over"],
)
def test_the_auditor_sees_a_threshold_out_of_place_whatever_the_form_lets_through(
    place, changes, policy
):
    honest = ledger_of(FIVE, (2, 3, 3, 22))
    said = list(honest.statements)
    said[place] = changed(said[place], **changes)
    report = audit(forged(honest, [changed(FIVE, policy=policy), *said]))
    assert {each.kind for each in report.findings} == {Kind.THRESHOLD_OUT_OF_PLACE}


@pytest.mark.parametrize("policy", [1, 2])
def test_a_plan_of_an_older_policy_has_no_threshold_but_n(policy):
    plan = replace(FIVE, policy=policy)
    for cells in product((0, 4, 9), (2, 3), (3,), (1, 22)):
        assert not thresholds(ledger_of(plan, cells).statements)
