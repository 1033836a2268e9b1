"""The second policy: what could not be shown in any case is passed over, and nothing else changes."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.disclosure.auditor.audit import audit
from advisor_app.disclosure.auditor.report import Kind
from advisor_app.disclosure.engine import Engine
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.protocol import closed_times, protect
from advisor_app.disclosure.statement import Outcome
from tests.disclosure import test_model, test_theorem
from tests.disclosure.model import Space, World, judged, one_way, spoken, transcript, vectors
from tests.disclosure.test_engine import LINKED, LedgerAlone
from tests.disclosure.theorem import Linked, lines, linked, said_by
from tests.disclosure.theorem import judged as judged_engine

Q = tuple(f"2026-Q{number}" for number in range(1, 5))
ABC = {"subject": "abc"}
QUARTERS = linked(
    5, ABC,
    [{"period": Q}, *lines(ABC, over=Q), *({"period": [leaf]} for leaf in Q),
     *(line for leaf in Q for line in lines(ABC, over=[leaf]))], times=Q,
)  # fmt: skip
QUICK = {"one table", "a total by protocol", "halves told, a table of both"}
SLOW = {"a group and then its lines", "pairs before their margins"}
SMALL_FIRST = (4, 2, 2, 4, 2, 2, 2, 4, 4, 7, 8, 7)  # eight cases in each of two quarters


def second(plan):
    return replace(plan, policy=2)


def ledger_of(plan, cells):
    return protect(plan, World(Space(plan), cells), Ledger(organisation=plan.organisation))


def outcomes(plan, cells):
    return [each.outcome for each in ledger_of(plan, cells).statements]


def test_a_figure_that_could_not_be_shown_is_passed_over_by_the_second_policy_alone():
    plan = one_way(5, ABC, told=())
    assert outcomes(plan, (4, 3, 1))[1:] == [Outcome.SILENT] * 3
    assert outcomes(second(plan), (4, 3, 1))[1:] == [Outcome.SKIPPED] * 3
    assert Outcome.SILENT in outcomes(second(plan), (4, 4, 2))  # ten can be five and five


def test_what_was_told_alone_makes_no_question_vain():
    """Else a told year of a few cases would look like one whose figures were refused."""
    plan = second(one_way(5, ABC))
    ledger = ledger_of(plan, (1, 1, 1))
    assert Outcome.SILENT in {each.outcome for each in ledger.statements}
    assert not closed_times(plan, ledger.statements)


def test_what_is_not_asked_costs_no_other_figure():
    shown = [
        {each.box: each.value for each in ledger_of(plan, SMALL_FIRST).statements if each.value}
        for plan in (QUARTERS, second(QUARTERS))
    ]
    assert shown[0].items() < shown[1].items()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(each, marks=[] if each in QUICK else pytest.mark.long)
        for each in test_model.KNOWN
    ],
)
def test_the_closed_form_says_the_same_figures_and_narrows_no_world(name):
    plan, most, _number, transcripts = test_model.KNOWN[name]
    space = Space(second(plan))
    worlds = list(vectors(len(space.cells), most))
    assert judged(space, worlds) == (transcripts, 0)


@pytest.mark.parametrize("name", sorted(test_theorem.KNOWN.keys() - SLOW))
def test_the_engine_narrows_no_world(name):
    plan, most = test_theorem.KNOWN[name]
    space = Linked(second(plan))
    assert judged_engine(space, list(vectors(len(space.cells), most)))[1] == 0


@pytest.mark.long
@pytest.mark.parametrize("name", [*sorted(SLOW), *test_theorem.LONG])
def test_the_engine_narrows_no_world_of_the_larger_instances(name):
    plan, most, *_ = (test_theorem.LONG if name in test_theorem.LONG else test_theorem.KNOWN)[name]
    space = Linked(second(plan))
    assert judged_engine(space, list(vectors(len(space.cells), most)))[1] == 0


def test_the_closed_form_is_the_engine_in_every_small_world():
    for told, most in (((("2026",),), 14), ((), 12)):
        plan = second(one_way(3, ABC, told=told))
        space, own = Space(plan), Engine(plan)
        for cells in vectors(3, most):
            world = World(space, cells)
            assert tuple(map(spoken, said_by(own, world))) == transcript(world)


CASES = st.lists(st.integers(0, 9), min_size=12, max_size=12).map(tuple)


@settings(max_examples=25, deadline=None)
@given(CASES, st.sampled_from([QUARTERS, LINKED]))
def test_what_the_engine_says_passes_the_audit(cases, plan):
    assert audit(ledger_of(second(plan), cases)).findings == ()


@settings(max_examples=25, deadline=None)
@given(CASES, st.sampled_from([QUARTERS, LINKED]))
def test_whoever_has_the_ledger_alone_writes_it_again(cases, plan):
    """With noughts in the silent boxes; who asks for one that was passed over gets no number."""
    written = ledger_of(second(plan), cases).statements
    assert said_by(Engine(second(plan)), LedgerAlone(plan, written)) == written


def test_the_auditor_sees_what_was_tested_in_vain_and_what_was_passed_over_for_nothing():
    plan = second(one_way(5, ABC, told=()))
    laid = Ledger(organisation=plan.organisation).with_plan(plan)
    honest = ledger_of(plan, (4, 3, 1)).statements
    tested = [replace(each, outcome=Outcome.SILENT) if not each.value else each for each in honest]
    kinds = {each.kind for each in audit(laid.with_statements(tested)).findings}
    assert Kind.TESTED_IN_VAIN in kinds
    older = Ledger(organisation=plan.organisation).with_plan(replace(plan, policy=1))
    assert {each.kind for each in audit(older.with_statements(honest)).findings} == {
        Kind.PASSED_OVER
    }
    assert audit(older.with_statements(tested)).is_green


def test_every_order_of_telling_and_tables_passes_the_audit_by_the_second_policy():
    halves = ("2026-H1", "2026-H2")
    for told, cells in product((((halves[0],), (halves[1],)), ()), ((3, 0, 4, 6, 9, 2), (9,) * 6)):
        boxes = [*([] if told else [{"period": [leaf]} for leaf in halves]),
                 *(line for leaf in halves for line in lines(ABC, over=[leaf])),
                 {"period": halves}, *lines(ABC, over=halves)]  # fmt: skip
        plan = second(linked(3, ABC, boxes, told=told, times=halves))
        assert audit(ledger_of(plan, cells)).findings == ()
