"""The front door: what is due under a plan is released, and the ledger grows by it."""

from collections.abc import Callable
from datetime import date

from advisor_app.disclosure import engine, one_way
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.oracle import Oracle
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.statement import Outside, Statement

Decide = Callable[
    [Plan, Release, Oracle, tuple[Statement, ...], tuple[Outside, ...]], tuple[Statement, ...]
]


def protect(
    plan: Plan, oracle: Oracle, ledger: Ledger, until: str | None = None, on: date | None = None
) -> Ledger:
    """Return the ledger with the releases whose last period is at or before a time leaf.

    They are made in the plan's order, whatever the cases are; what was made before stays, so that
    running again changes nothing. A plan that the ledger does not hold yet is laid down first.

    Raises:
        RefusedError: from the plan, or REGISTER_CONTRADICTS when the cases no longer add up to what
            was said; the ledger that was handed in is unchanged.
    """
    grown = ledger if plan in ledger.plans else ledger.with_plan(plan, on)
    require_agreement(plan, oracle, grown)
    due = plan.due(until)
    return with_release(plan, due[-1], oracle, grown, on) if due else grown


def with_release(
    plan: Plan, last: Release, oracle: Oracle, ledger: Ledger, on: date | None = None
) -> Ledger:
    """Return the ledger with a release of a plan that it holds, and with those before it.

    Raises:
        RefusedError: NEEDS_ENGINE and the like from the plan; REGISTER_CONTRADICTS; SOLVER_FAILED.
    """
    own = {each.id for each in plan.releases}
    for release in plan.releases:
        if not ledger.said_in(release.id):
            said = tuple(each for each in ledger.statements if each.release in own)
            decide = decided_by(plan, release, ledger.outside)
            ledger = ledger.with_statements(decide(plan, release, oracle, said, ledger.outside), on)
        if release == last:
            break
    return ledger


def decided_by(plan: Plan, release: Release, outside: tuple[Outside, ...]) -> Decide:
    """Return who decides about a release: the closed form where it can, else the engine.

    That follows from what readers know too, and where both can they say the same.
    """
    try:
        one_way.require_closed_form(plan)
        one_way.require_nothing_besides(plan, release, outside)
    except RefusedError as refusal:
        if refusal.problem is not Problem.NEEDS_ENGINE:
            raise
        return engine.protect
    return one_way.protect


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
