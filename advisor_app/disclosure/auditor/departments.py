"""The rule for departments: known only up to a quarter of their staff, and never uncounted staff."""

from collections.abc import Iterator

from advisor_app.disclosure.auditor.grid import groups_of, subsets
from advisor_app.disclosure.auditor.report import Finding, Kind
from advisor_app.disclosure.auditor.state import State
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import is_unknown
from advisor_app.disclosure.plan import THRESHOLDS

DEPARTMENT = "department"


def known_departments(state: State) -> Iterator[Finding]:
    """Return the departments that are known, shown or by subtraction, and may not be."""
    plan = state.grid.plan
    found = [each for each in plan.attributes if each.name == DEPARTMENT]
    if not found:
        return
    (dimension,) = found
    live = [leaf for leaf in plan.time_leaves if leaf not in state.dead]
    for box, value in state.shown:
        group = plan.sides(box).get(DEPARTMENT)
        if group and not plan.times(box) <= state.dead:
            yield from _judged(state, box, group, value)
    shown: dict[frozenset[str], set[frozenset[str]]] = {}
    for box, _ in state.shown:
        sides = plan.sides(box)
        if set(sides) == {DEPARTMENT}:
            shown.setdefault(plan.times(box), set()).add(sides[DEPARTMENT])
    rests = {frozenset(dimension.leaves).difference(*groups) for groups in shown.values()}
    groups = groups_of(dimension)
    for group in dict.fromkeys([*groups, *(rest for rest in rests if rest)]):
        known: list[frozenset[str]] = []
        adds_up = plan.policy >= THRESHOLDS and group in groups
        for times in map(frozenset, subsets(live)):
            if not adds_up and any(each <= times for each in known):
                continue  # a sum of what was judged already
            box = Box.of({plan.time: times, DEPARTMENT: group})
            follows = state.following(box)
            if follows is not None:
                known.append(times)
                yield from _judged(state, box, group, int(follows))


def _judged(state: State, box: Box, group: frozenset[str], value: int) -> Iterator[Finding]:
    unknown = [leaf for leaf in group if is_unknown(leaf)]
    if unknown:
        if len(group) == len(unknown):
            yield Finding(kind=Kind.UNKNOWN_DEPARTMENT, boxes=(box,), least=value, most=value)
        return
    staff = sum(state.grid.plan.headcount.department.get(leaf, 0) for leaf in group)
    if 4 * value > staff:
        yield Finding(kind=Kind.HEADCOUNT, boxes=(box,), least=value, most=value)
