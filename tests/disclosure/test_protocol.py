"""What is due is released once, in the plan's order, and agrees with everything said before."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.disclosure.auditor.audit import audit
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.engine import Engine
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.one_way import is_closed_form
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.protocol import decide, protect
from advisor_app.disclosure.register import Register
from advisor_app.disclosure.statement import Outcome, Outside
from tests.disclosure.model import Space, World, one_way
from tests.disclosure.theorem import lines, linked
from tests.disclosure.worlds import a_plan, plan_bytes

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


YEAR = ("2026-H1", "2026-H2")
ABC, XY = {"subject": "abc"}, {"relation": "xy"}
LINKED = linked(
    3, ABC | XY,
    [*lines(ABC | XY, over=YEAR), *({"period": YEAR, "subject": [a], "relation": ["x"]}
                                    for a in "abc")],
    told=[YEAR], times=YEAR, pairs=[("subject", "relation")],
)  # fmt: skip


def test_pairs_are_released_by_the_engine_and_the_auditor_agrees():
    world = World(Space(LINKED), TWELVE)
    ledger = protect(LINKED, world, Ledger(organisation="TEST"))
    assert not is_closed_form(LINKED, LINKED.releases[0])
    assert [each.value for each in ledger.statements].count(None) < len(ledger.statements) - 1
    assert audit(ledger).is_green
    assert protect(LINKED, world, ledger) == ledger


@pytest.mark.parametrize("cases", [(9, 8, 7), (9, 8, 2), (0, 1, 2), (6, 0, 0)])
def test_it_does_not_matter_which_of_the_two_decides(cases):
    plan = one_way(5, ABC)
    world, release = World(Space(plan), cases), plan.releases[0]
    assert is_closed_form(plan, release)
    assert decide(plan, release, world) == Engine(plan).protect(release, world)


def test_beside_a_figure_from_elsewhere_the_engine_decides():
    plan = one_way(5, ABC)
    known = Outside(text="Factuur", box=Box.of({"period": ["2026"], "subject": ["b"]}), value=8)
    laid = Ledger(organisation="TEST").with_plan(plan).with_outside(known)
    assert not is_closed_form(plan, plan.releases[0], laid.outside)
    ledger = protect(plan, World(Space(plan), (9, 8, 2)), laid)
    assert [each.value for each in ledger.statements] == [19, None, 8, None]
    assert audit(ledger).is_green


def test_a_figure_from_elsewhere_of_an_attribute_that_is_asked_no_longer_changes_nothing():
    before = one_way(5, {"subject": "ab"}, told=[["2025"]], tables=[["2025"]])
    before = replace(before, releases=(replace(before.releases[0], id="before"),))
    heard = Outside(text="Factuur", box=Box.of({"period": ["2025"], "subject": ["a"]}), value=8)
    relation = {"relation": "xyz"}
    plan = linked(5, relation, [*lines(relation), {"relation": ["x", "y"]}], told=[["2026"]])
    world, laid = World(Space(plan), (9, 8, 2)), EMPTY.with_plan(before)
    after = protect(plan, world, laid.with_outside(heard))
    assert after.statements == protect(plan, world, laid).statements


def test_a_plan_that_nobody_can_protect_is_never_laid_down():
    q = [f"2026-Q{number}" for number in range(1, 4)]
    crossing = linked(3, ABC | XY, [
        {"period": q[:2]}, {"period": q[1:]}, *lines(ABC, over=q[:2]), *lines(XY, over=q[1:])],
        times=q)  # fmt: skip
    with pytest.raises(RefusedError) as refused:
        protect(crossing, World(Space(crossing), (0,) * 18), Ledger(organisation="TEST"), q[0])
    assert refused.value.problem is Problem.SPANS_CROSS


TWELVE = (5, 4, 6, 3, 0, 2, 4, 0, 7, 1, 2, 3)
PROGRAM = """
import sys
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.plan_format import parse_plan
from advisor_app.disclosure.protocol import protect
from tests.disclosure.model import Space, World

plan = parse_plan(sys.stdin.buffer.read())
protect(plan, World(Space(plan), {cases}), Ledger(organisation="TEST"))
print("highspy" in sys.modules)
"""


@pytest.mark.parametrize(
    ("plan", "cases", "said"),
    [(LINKED, TWELVE, b"True\n"), (one_way(5, ABC), (9, 8, 2), b"False\n")],
    ids=["engine", "closed form"],
)
def test_the_solver_is_loaded_when_needed_and_writes_nothing_of_its_own(plan, cases, said):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(cases=cases)], input=plan_bytes(plan),
        cwd=Path(__file__).parents[2], capture_output=True, check=True, timeout=600,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (said, b"")
