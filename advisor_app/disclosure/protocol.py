"""The front door: what is due under a plan is released, and the ledger grows by it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from advisor_app.disclosure import one_way
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.oracle import Oracle
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.space import require_engine
from advisor_app.disclosure.statement import Outcome, Outside, Statement


def protect(
    plan: Plan, oracle: Oracle, ledger: Ledger, until: str | None = None, on: date | None = None
) -> Ledger:
    """Return the ledger with the releases whose last period is at or before a time leaf.

    They are made in the plan's order, whatever the cases are; what was made before stays, so that
    running again changes nothing. A plan that the ledger does not hold yet is laid down first.

    Raises:
        RefusedError: from the plan, those of `decide`, or REGISTER_CONTRADICTS when the cases no
            longer add up to what was said; the ledger that was handed in is unchanged.
    """
    require_engine(plan)  # which can do whatever the closed form can
    grown = ledger if plan in ledger.plans else ledger.with_plan(plan, on)
    require_agreement(plan, oracle, grown)
    due = plan.due(until)
    return with_release(plan, due[-1], oracle, grown, on) if due else grown


def with_release(
    plan: Plan, last: Release, oracle: Oracle, ledger: Ledger, on: date | None = None
) -> Ledger:
    """Return a ledger that holds the plan with a release in it, and those of the plan before it.

    Raises:
        RefusedError: those of `decide`.
    """
    for release in plan.releases:
        if not ledger.said_in(release.id):
            made = decide(plan, release, oracle, _said(plan, ledger), ledger.outside)
            ledger = ledger.with_statements(made, on)
        if release == last:
            break
    return ledger


def with_promises(
    plan: Plan, last: Release, oracle: Oracle, ledger: Ledger, on: date | None = None
) -> Ledger:
    """Return a ledger in which a release says its told totals alone, as it does once refused.

    They were promised without a condition; every offered figure is passed over, for good. The
    releases of the plan before it are made by the protocol.

    Raises:
        RefusedError: NOTHING_PROMISED when it has no told totals, or nothing else; those of `decide`.
    """
    if not last.told or not last.boxes:
        raise RefusedError(Problem.NOTHING_PROMISED, last.id)
    before = plan.releases[: plan.releases.index(last)]
    if before:
        ledger = with_release(plan, before[-1], oracle, ledger, on)
    promises = replace(last, boxes=())
    told = decide(plan, promises, oracle, _said(plan, ledger), ledger.outside)
    return ledger.with_statements((*told, *map(_passed_over(last), last.boxes)), on)


def closed_times(plan: Plan, said: Iterable[Statement]) -> frozenset[str]:
    """Return the periods about which nothing but told totals is said any more.

    Those of each release that has told totals and passed over all that it offered: its figures were
    refused. That they were refused is known, so nothing is said later that could be laid beside it.
    """
    statements = tuple(said)
    closed = frozenset[str]()
    for release in plan.releases:
        own = [each for each in statements if each.release == release.id]
        offered = {each.outcome for each in own if each.outcome is not Outcome.TOLD}
        if release.told and offered == {Outcome.SKIPPED}:
            closed = closed.union(*(plan.times(each.box) for each in own))
    return closed


def decide(
    plan: Plan,
    release: Release,
    oracle: Oracle,
    said: Iterable[Statement] = (),
    outside: Iterable[Outside] = (),
) -> tuple[Statement, ...]:
    """Return what one release says: by the closed form where it can be, else by the engine.

    Which of them it is, the plan and what was said decide, never the cases; where both can, they
    say the same. `said` are the statements of this plan that were made before, `outside` the
    figures that were given in other ways.

    Raises:
        RefusedError: SPANS_CROSS, TOO_LARGE or SOLVER_FAILED from the engine; REGISTER_CONTRADICTS
            when the cases do not add up to what was said.
    """
    known, before = tuple(outside), tuple(said)
    closed = closed_times(plan, before)
    if any(closed & plan.times(box) for box in release.boxes):
        return _around(plan, release, closed, oracle, before, known)
    if one_way.is_closed_form(plan, release, known):
        return one_way.protect(plan, release, oracle, before, known)
    from advisor_app.disclosure import engine  # noqa: PLC0415  # it comes with the solver

    return engine.protect(plan, release, oracle, before, known)


def require_agreement(plan: Plan, oracle: Oracle, ledger: Ledger) -> None:
    """Refuse cases that do not add up to what readers were told about the periods of a plan."""
    for release in plan.releases:
        for said in ledger.said_in(release.id):
            if said.value is not None and oracle.count(said.box).cases != said.value:
                raise RefusedError(Problem.REGISTER_CONTRADICTS, release.id)
    for each in ledger.outside:
        times = each.box.side(plan.time) if each.box is not None else None
        if each.box is None or times is None or not times <= set(plan.time_leaves):
            continue
        if oracle.count(each.box).cases != each.value:
            raise RefusedError(Problem.REGISTER_CONTRADICTS, "outside")


def _around(
    plan: Plan,
    release: Release,
    closed: frozenset[str],
    oracle: Oracle,
    said: Iterable[Statement],
    outside: Iterable[Outside],
) -> tuple[Statement, ...]:
    """Decide about a release of which some figures may not be given any more."""
    left = tuple(box for box in release.boxes if not closed & plan.times(box))
    made = decide(plan, replace(release, boxes=left), oracle, said, outside)
    told = len(release.told)
    decided = {each.box: each for each in made[told:]}
    passed_over = map(_passed_over(release), release.boxes)
    return (*made[:told], *(decided.get(each.box, each) for each in passed_over))


def _passed_over(release: Release) -> Callable[[Box], Statement]:
    return lambda box: Statement(release=release.id, box=box, value=None, outcome=Outcome.SKIPPED)


def _said(plan: Plan, ledger: Ledger) -> list[Statement]:
    own = {each.id for each in plan.releases}
    return [each for each in ledger.statements if each.release in own]
