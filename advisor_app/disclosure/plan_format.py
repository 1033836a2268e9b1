"""PLAN.json, format 1: reading and writing a plan."""

from advisor_app.disclosure.box import MOST_LEAVES, Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.headcount import MOST_STAFF, Headcount
from advisor_app.disclosure.plan import (
    LATEST_POLICY,
    LEAST_N,
    MOST_BOXES,
    MOST_DAYS,
    MOST_DIMENSIONS,
    MOST_N,
    MOST_RELEASES,
    Plan,
    Release,
)
from advisor_app.disclosure.problems import Problem, RefusedError, within
from advisor_app.disclosure.strict_json import SENTENCE_LENGTH, Json, load

FORMAT = 1

_REQUIRED = (
    "format",
    "organisation",
    "n",
    "dimensions",
    "time",
    "headcount",
    "counts",
    "releases",
)


def parse_plan(data: bytes) -> Plan:
    """Read PLAN.json; a malformed, unsafe or contradictory plan is refused with its place."""
    return plan_from_json(load(data))


def plan_from_json(json: Json) -> Plan:
    """Read a plan out of a larger JSON text, such as a ledger."""
    fields = json.fields(_REQUIRED, optional=("protected_pairs", "days", "policy"))
    require_format(fields["format"])
    organisation = fields["organisation"].text()
    n = fields["n"].integer(LEAST_N, MOST_N)
    dimensions = tuple(_dimension(each) for each in fields["dimensions"].items(MOST_DIMENSIONS))
    headcount = _headcount(fields["headcount"])
    releases = tuple(_release(each) for each in fields["releases"].items(MOST_RELEASES))
    time, counts = fields["time"].text(), fields["counts"].text(SENTENCE_LENGTH)
    pairs, days = _pairs(fields.get("protected_pairs")), _days(fields.get("days"))
    policy = fields["policy"].integer(1, LATEST_POLICY) if "policy" in fields else 1
    with within(json.place):
        return Plan(
            organisation=organisation,
            n=n,
            dimensions=dimensions,
            time=time,
            headcount=headcount,
            counts=counts,
            releases=releases,
            protected_pairs=pairs,
            days=days,
            policy=policy,
        )


def plan_to_json(plan: Plan) -> dict[str, object]:
    """Write a plan; `days`, `nodes` and `headcount.department` are left out when empty.

    So is the first policy, which older plans do not name.
    """
    json: dict[str, object] = {
        "format": FORMAT,
        "organisation": plan.organisation,
        "n": plan.n,
        "dimensions": [_dimension_json(each) for each in plan.dimensions],
        "time": plan.time,
        "protected_pairs": [list(pair) for pair in plan.protected_pairs],
        "headcount": _headcount_json(plan.headcount),
        "counts": plan.counts,
        "releases": [_release_json(each) for each in plan.releases],
    }
    if plan.days:
        json["days"] = dict(plan.days)
    if plan.policy > 1:
        json["policy"] = plan.policy
    return json


def require_format(json: Json) -> None:
    """Refuse a file of another format than this program knows."""
    if json.value != FORMAT or isinstance(json.value, bool | float):
        raise RefusedError(Problem.WRONG_FORMAT, json.place)


def _dimension(json: Json) -> Dimension:
    fields = json.fields(("name", "leaves"), optional=("nodes",))
    name, leaves = fields["name"].text(), _names(fields["leaves"])
    members = fields["nodes"].members() if "nodes" in fields else {}
    nodes = {node: _names(listed) for node, listed in members.items()}
    with within(json.place):
        return Dimension(name=name, leaves=leaves, nodes=nodes)


def _dimension_json(dimension: Dimension) -> dict[str, object]:
    nodes = {name: list(leaves) for name, leaves in dimension.nodes.items()}
    return {
        "name": dimension.name,
        "leaves": list(dimension.leaves),
    } | ({"nodes": nodes} if nodes else {})


def _names(json: Json) -> tuple[str, ...]:
    return tuple(each.text() for each in json.items(MOST_LEAVES))


def _headcount(json: Json) -> Headcount:
    fields = json.fields(("organisation",), optional=("department",))
    organisation = fields["organisation"].integer(1, MOST_STAFF)
    members = fields["department"].members(MOST_LEAVES) if "department" in fields else {}
    departments = {leaf: each.integer(0, MOST_STAFF) for leaf, each in members.items()}
    with within(json.place):
        return Headcount(organisation=organisation, department=departments)


def _headcount_json(headcount: Headcount) -> dict[str, object]:
    json: dict[str, object] = {"organisation": headcount.organisation}
    if headcount.department:
        json["department"] = dict(headcount.department)
    return json


def _release(json: Json) -> Release:
    fields = json.fields(("id", "title"), optional=("told", "boxes"))
    return Release(
        id=fields["id"].text(),
        title=fields["title"].text(),
        told=_boxes(fields.get("told")),
        boxes=_boxes(fields.get("boxes")),
    )


def _release_json(release: Release) -> dict[str, object]:
    return {
        "id": release.id,
        "title": release.title,
        "told": [box.to_json() for box in release.told],
        "boxes": [box.to_json() for box in release.boxes],
    }


def _boxes(json: Json | None) -> tuple[Box, ...]:
    return tuple(Box.from_json(each) for each in json.items(MOST_BOXES)) if json else ()


def _pairs(json: Json | None) -> tuple[tuple[str, str], ...]:
    return tuple(_pair(each) for each in json.items(MOST_DIMENSIONS**2)) if json else ()


def _pair(json: Json) -> tuple[str, str]:
    names = json.items(2)
    if len(names) < 2:
        raise RefusedError(Problem.MISSING_FIELD, json.place)
    return names[0].text(), names[1].text()


def _days(json: Json | None) -> dict[str, int]:
    members = json.members(MOST_LEAVES) if json else {}
    return {leaf: each.integer(1, MOST_DAYS) for leaf, each in members.items()}
