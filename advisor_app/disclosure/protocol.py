"""The front door: what is due under a plan is released, and the ledger grows by it."""

from datetime import date

from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.one_way import protect as decide
from advisor_app.disclosure.oracle import Oracle
from advisor_app.disclosure.plan import Plan
from advisor_app.disclosure.problems import Problem, RefusedError


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
    for release in plan.due(until):
        if grown.said_in(release.id):
            continue
        own = {each.id for each in plan.releases}
        said = [each for each in grown.statements if each.release in own]
        statements = decide(plan, release, oracle, said, grown.outside)
        grown = grown.with_statements(statements, on)
    return grown


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
