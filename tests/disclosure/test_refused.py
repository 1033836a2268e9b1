"""Figures that were refused: what was promised is still told, and that says nothing of the rest."""

from dataclasses import replace
from hashlib import sha256

import pytest

from advisor_app.disclosure.auditor.audit import audit
from advisor_app.disclosure.auditor.report import Kind
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.one_way import Table
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.protocol import protect, with_promises, with_release
from advisor_app.disclosure.solver import Highs, SolverFailedError
from advisor_app.disclosure.statement import Decision, Outcome
from tests.disclosure.model import Space, World, judged, one_way, transcript, vectors
from tests.disclosure.worlds import a_plan

PLAN = a_plan("abc", 5)
(RELEASE,) = PLAN.releases
EMPTY = Ledger(organisation="TEST").with_plan(PLAN)
HALVES = a_plan("abc", 3, times=("2026-H1", "2026-H2"), staff=2000)


def world(plan, *cells):
    return World(Space(plan), cells)


def said(ledger, release):
    return [(each.outcome.value, each.value) for each in ledger.said_in(release)]


def test_what_was_promised_is_told_and_every_other_figure_is_passed_over():
    ledger = with_promises(PLAN, RELEASE, world(PLAN, 9, 8, 7), EMPTY)
    assert said(ledger, "2026") == [("told", 24), *[("skipped", None)] * 3]
    assert Ledger.parse(ledger.to_bytes()) == ledger
    assert audit(ledger).is_green


def test_a_solver_that_cannot_answer_does_not_keep_a_promise_from_being_kept(monkeypatch):
    paired = replace(
        a_plan("abc", 5),
        dimensions=(
            *PLAN.dimensions,
            replace(PLAN.dimensions[1], name="relation", leaves=("x", "y")),
        ),
        protected_pairs=(("category", "relation"),),
    )

    def breaks(*_asked, **_more):
        raise SolverFailedError

    monkeypatch.setattr(Highs, "session", breaks)
    ledger = Ledger(organisation="TEST").with_plan(paired)
    cases = world(paired, 9, 0, 3, 1, 0, 2)
    with pytest.raises(RefusedError) as refused:
        with_release(paired, paired.releases[0], cases, ledger)
    assert refused.value.problem is Problem.SOLVER_FAILED
    told = with_promises(paired, paired.releases[0], cases, ledger)
    assert said(told, "2026")[0] == ("told", 15)


def test_running_again_changes_nothing_and_offers_nothing_anew():
    cases = world(PLAN, 9, 8, 7)
    ledger = with_promises(PLAN, RELEASE, cases, EMPTY)
    assert protect(PLAN, cases, ledger) == ledger
    assert with_release(PLAN, RELEASE, cases, ledger) == ledger


def test_releases_before_it_are_made_by_the_protocol():
    cases = world(HALVES, 9, 8, 1, 4, 9, 3)
    laid = Ledger(organisation="TEST").with_plan(HALVES)
    ledger = with_promises(HALVES, HALVES.releases[1], cases, laid)
    assert ledger.said_in("2026-H1") == with_release(
        HALVES, HALVES.releases[0], cases, laid
    ).said_in("2026-H1")
    assert said(ledger, "2026-H2") == [("told", 16), *[("skipped", None)] * 3]
    assert audit(ledger).is_green


@pytest.mark.parametrize(
    "plan",
    [
        a_plan("abc", 5, told=False),
        replace(PLAN, releases=(replace(RELEASE, boxes=()),)),
    ],
    ids=["nothing was promised", "there is nothing but the promise"],
)
def test_without_a_promise_or_without_anything_to_refuse_there_is_nothing_to_fall_back_on(plan):
    ledger = Ledger(organisation="TEST").with_plan(plan)
    with pytest.raises(RefusedError) as refused:
        with_promises(plan, plan.releases[0], world(plan, 9, 8, 7), ledger)
    assert refused.value.problem is Problem.NOTHING_PROMISED


# Afterwards

YEAR = replace(
    HALVES,
    releases=(
        HALVES.releases[0],
        replace(
            HALVES.releases[1],
            boxes=(
                *HALVES.releases[1].boxes,
                *(Box.of({"period": ["2026-H1", "2026-H2"], "category": [leaf]}) for leaf in "abc"),
            ),
        ),
    ),
)
"""Halves of which the first was refused, and then the year's table too."""


def test_nothing_is_said_later_that_could_be_laid_beside_what_was_refused():
    cases = world(YEAR, 9, 8, 7, 9, 6, 5)
    laid = Ledger(organisation="TEST").with_plan(YEAR)
    refused = with_promises(YEAR, YEAR.releases[0], cases, laid)
    ledger = with_release(YEAR, YEAR.releases[1], cases, refused)
    half, year = said(ledger, "2026-H2")[:4], said(ledger, "2026-H2")[4:]
    assert half == [("told", 20), ("published", 9), ("published", 6), ("derived", 5)]
    assert year == [("skipped", None)] * 3
    assert audit(ledger).is_green
    assert protect(YEAR, cases, ledger) == ledger


def test_what_may_be_said_after_figures_that_were_given_is_passed_over_after_a_refusal():
    first, second = YEAR.releases
    years = second.boxes[len(HALVES.releases[1].boxes) :]
    plan = replace(YEAR, releases=(first, replace(second, boxes=years)))
    cases, laid = world(plan, 1, 0, 1, 9, 8, 7), Ledger(organisation="TEST").with_plan(plan)

    def year_after(make):
        ledger = make(plan, first, cases, laid)
        grown = with_release(plan, plan.releases[1], cases, ledger)
        assert audit(grown).is_green
        return {each.outcome for each in grown.said_in("2026-H2")}

    assert Outcome.PUBLISHED in year_after(with_release)
    assert year_after(with_promises) == {Outcome.TOLD, Outcome.SKIPPED}


@pytest.mark.parametrize("outcome", [Outcome.PUBLISHED, Outcome.SILENT])
def test_the_auditor_is_red_when_something_is_said_of_it_all_the_same(outcome):
    cases = world(YEAR, 9, 8, 7, 9, 6, 5)
    laid = Ledger(organisation="TEST").with_plan(YEAR)
    refused = with_promises(YEAR, YEAR.releases[0], cases, laid)
    honest = with_release(YEAR, YEAR.releases[1], cases, refused).said_in("2026-H2")
    value = 18 if outcome is Outcome.PUBLISHED else None
    told = [
        replace(each, outcome=outcome, value=value) if row == 4 else each
        for row, each in enumerate(honest)
    ]
    found = {each.kind for each in audit(refused.with_statements(told)).findings}
    assert Kind.TESTED_UNSAFELY in found


def test_passing_over_all_that_is_offered_is_no_way_out_where_nothing_was_promised():
    plan = a_plan("abc", 5, told=False)
    ledger = with_release(
        plan, plan.releases[0], world(plan, 9, 8, 7), Ledger(organisation="TEST").with_plan(plan)
    )
    silent = [replace(each, outcome=Outcome.SKIPPED, value=None) for each in ledger.said_in("2026")]
    laid = Ledger(organisation="TEST").with_plan(plan).with_statements(silent)
    assert {each.kind for each in audit(laid).findings} == {Kind.PASSED_OVER}


# The attack: whoever knows which figures are refused tries to learn from it that they were


def refused_if(is_refused):
    """Return an exporter that tells the promises alone whenever something is so of the figures."""

    def exported(cases):
        figures = transcript(cases)
        if not is_refused(figures, cases):
            return figures
        return tuple(each for each in figures if each[0] is Outcome.TOLD)

    return exported


def by_chance(part):
    """Refuse one in so many transcripts, whichever they are: a reader knows exactly which."""

    def is_refused(figures, _cases):
        return sha256(repr((part, figures)).encode()).digest()[0] % part == 0

    return is_refused


SMALL = {
    "one table": (one_way(3, {"subject": "abc"}), 14),
    "two tables": (one_way(3, {"subject": "abc", "relation": "xy"}), 8),
    "two halves": (one_way(3, {"subject": "ab"}, told=(("2026-H1",), ("2026-H2",)),
                           tables=(("2026-H1", "2026-H2"),)), 10),
}  # fmt: skip


@pytest.mark.parametrize("part", [1, 3, 40])
@pytest.mark.parametrize("name", SMALL)
def test_that_figures_were_refused_tells_nothing_while_only_figures_decide_it(name, part):
    plan, most = SMALL[name]
    space = Space(plan)
    _groups, narrowed = judged(
        space, list(vectors(len(space.cells), most)), refused_if(by_chance(part))
    )
    assert narrowed == 0


def test_each_single_outcome_may_be_the_one_that_is_refused():
    plan, most = one_way(3, {"subject": "abc"}), 10
    space = Space(plan)
    worlds = list(vectors(len(space.cells), most))
    for one in {transcript(World(space, cells)) for cells in worlds}:
        assert judged(space, worlds, refused_if(lambda figures, _, one=one: figures == one))[1] == 0


@pytest.mark.parametrize(
    "is_refused",
    [
        lambda _figures, cases: cases.cells[-1] == 1,
        lambda _figures, cases: 0 in cases.cells,
        lambda _figures, cases: max(cases.cells) - min(cases.cells) > 5,
    ],
    ids=["one hidden count is 1", "a count is 0", "counts lie far apart"],
)
def test_a_refusal_that_a_hidden_count_decides_is_caught(is_refused):
    plan, most = one_way(3, {"subject": "abc"}), 14
    space = Space(plan)
    assert judged(space, list(vectors(len(space.cells), most)), refused_if(is_refused))[1] > 0


def test_a_leaky_engine_is_stopped_by_the_auditor_and_its_promise_is_kept(monkeypatch):
    cases = world(PLAN, 9, 6, 2)
    monkeypatch.setattr(
        Table, "_decide",
        lambda table, leaf, oracle, _besides: Decision(
            Outcome.PUBLISHED, table._count([leaf], oracle).cases
        ) if table._count([leaf], oracle).cases >= table.n else Decision(Outcome.SILENT),
    )  # fmt: skip
    assert not audit(with_release(PLAN, RELEASE, cases, EMPTY)).is_green
    ledger = with_promises(PLAN, RELEASE, cases, EMPTY)
    assert said(ledger, "2026")[0] == ("told", 17)
    assert audit(ledger).is_green
