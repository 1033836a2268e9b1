"""What is due is released once, in the plan's order, and agrees with everything said before."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.protocol import protect
from advisor_app.disclosure.register import Register
from advisor_app.disclosure.statement import Outcome, Outside
from tests.disclosure.worlds import a_plan

QUARTERS = ("2026-Q1", "2026-Q2")
LEAVES = ("a", "b", "c")
PLAN = a_plan(LEAVES, 5, times=QUARTERS, staff=2000)
EMPTY = Ledger(organisation="TEST")


def register(*rows):
    lines = [f"p{number},{period},{leaf}" for number, (period, leaf) in enumerate(rows)]
    return Register.parse("\n".join(["person,period,category", *lines]).encode(), PLAN)


def cases(period, **counts):
    return [(period, leaf) for leaf, count in counts.items() for _case in range(count)]


FIRST = cases("2026-Q1", a=7, b=9, c=1)


def test_a_run_lays_down_the_plan_and_makes_what_is_due():
    ledger = protect(PLAN, register(*FIRST), EMPTY, "2026-Q1")
    assert ledger.plans == (PLAN,)
    assert {each.release for each in ledger.statements} == {"2026-Q1"}
    assert [each.value for each in ledger.said_in("2026-Q1")] == [17, 7, None, None]
    ledger.verify()


def test_running_again_changes_nothing_and_the_rest_follows_later():
    once = protect(PLAN, register(*FIRST), EMPTY, "2026-Q1")
    assert protect(PLAN, register(*FIRST), once, "2026-Q1") == once
    second = [*FIRST, *cases("2026-Q2", a=6)]
    whole = protect(PLAN, register(*second), once)
    assert whole.entries[: len(once.entries)] == once.entries
    assert whole == protect(PLAN, register(*second), EMPTY)


def test_a_period_without_a_case_is_released_like_any_other():
    ledger = protect(PLAN, register(), EMPTY)
    assert [each.value for each in ledger.statements] == [0, None, None, None] * 2
    assert {each.outcome for each in ledger.statements} <= {
        Outcome.TOLD,
        Outcome.SILENT,
        Outcome.SKIPPED,
    }


@given(st.integers(0, 2**32))
def test_the_order_of_the_rows_never_matters(seed):
    rows = [*FIRST, *cases("2026-Q2", b=5, c=8)]
    shuffled = Random(seed).sample(rows, len(rows))
    assert protect(PLAN, register(*shuffled), EMPTY) == protect(PLAN, register(*rows), EMPTY)


@pytest.mark.parametrize(
    "changed",
    [FIRST[1:], [*FIRST, ("2026-Q1", "c")], [*FIRST[1:], ("2026-Q1", "c")]],
    ids=["one is gone", "one came late", "one has another leaf"],
)
def test_rows_of_a_closed_period_must_agree_with_what_was_said(changed):
    once = protect(PLAN, register(*FIRST), EMPTY, "2026-Q1")
    with pytest.raises(RefusedError) as refused:
        protect(PLAN, register(*changed), once)
    assert (refused.value.problem, refused.value.place) == (Problem.REGISTER_CONTRADICTS, "2026-Q1")


def test_a_figure_given_elsewhere_must_be_true_of_the_register():
    box = Box.of({"period": ["2026-Q2"]})
    told = EMPTY.with_plan(PLAN).with_outside(Outside(text="Factuur", box=box, value=3))
    with pytest.raises(RefusedError) as refused:
        protect(PLAN, register(*FIRST), told, "2026-Q1")
    assert (refused.value.problem, refused.value.place) == (Problem.REGISTER_CONTRADICTS, "outside")
    true = [*FIRST, *cases("2026-Q2", a=3)]
    assert protect(PLAN, register(*true), told, "2026-Q1").said_in("2026-Q1")


def test_a_period_that_the_plan_does_not_know_is_refused():
    with pytest.raises(RefusedError) as refused:
        protect(PLAN, register(), EMPTY, "2027")
    assert refused.value.problem == Problem.UNKNOWN_LEAF
