"""Whether a figure that was given outside the releases can be true beside those that were stated."""

from collections.abc import Iterable, Mapping

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.plan import Plan
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.statement import Outside, Statement


def require_consistent(
    outside: Outside, plans: Iterable[Plan], statements: Iterable[Statement]
) -> None:
    """Refuse an outside figure without a time, of unknown names, or that a stated one contradicts.

    A box that lies inside another cannot hold more cases. Everything beyond pairs of boxes is the
    engine's to find.
    """
    if outside.box is None or outside.value is None:
        return
    plan = _plan_of(outside.box, plans)
    _require_known(plan, outside.box)
    mine = _extent(plan, outside.box)
    releases = {release.id for release in plan.releases}
    for statement in statements:
        if statement.value is None or statement.release not in releases:
            continue
        theirs = _extent(plan, statement.box)
        too_small = _inside(theirs, mine) and statement.value > outside.value
        too_large = _inside(mine, theirs) and statement.value < outside.value
        if too_small or too_large:
            raise RefusedError(Problem.OUTSIDE_CONTRADICTS, "value")


def _plan_of(box: Box, plans: Iterable[Plan]) -> Plan:
    """Return the plan whose periods an outside box names."""
    for plan in plans:
        times = box.side(plan.time)
        if times is not None and times <= set(plan.time_leaves):
            return plan
    raise RefusedError(Problem.OUTSIDE_WITHOUT_TIME, "box")


def _require_known(plan: Plan, box: Box) -> None:
    known = {each.name: set(each.leaves) for each in plan.dimensions}
    for name, leaves in box.sides:
        if name not in known:
            raise RefusedError(Problem.UNKNOWN_DIMENSION, f"box.{name}")
        if not leaves <= known[name]:
            raise RefusedError(Problem.UNKNOWN_LEAF, f"box.{name}")


def _extent(plan: Plan, box: Box) -> Mapping[str, frozenset[str]]:
    """Return the leaves of a box in every dimension."""
    return {each.name: box.side(each.name) or frozenset(each.leaves) for each in plan.dimensions}


def _inside(inner: Mapping[str, frozenset[str]], outer: Mapping[str, frozenset[str]]) -> bool:
    return all(leaves <= outer[name] for name, leaves in inner.items())
