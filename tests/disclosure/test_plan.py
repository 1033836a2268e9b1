"""Whatever makes a plan unsafe or contradictory is refused from the plan alone, with its place."""

import json
from copy import deepcopy

import pytest

from advisor_app.disclosure.one_way import require_closed_form
from advisor_app.disclosure.plan_format import parse_plan
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.space import require_engine
from tests.disclosure.worlds import plan_bytes

Q = [f"2026-Q{number}" for number in range(1, 5)]


def plan(**changes):
    """A sound plan as JSON: quarters told, then their subjects; departments with staff."""
    dimensions = [
        {"name": "period", "leaves": list(Q)},
        {"name": "category", "leaves": ["a", "b", "c"], "nodes": {"ab": ["a", "b"]}},
        {"name": "department", "leaves": ["zorg", "thuis", "onbekend"]},
    ]
    releases = [
        {
            "id": leaf,
            "title": leaf,
            "told": [{"period": [leaf]}],
            "boxes": [{"period": [leaf], "category": [each]} for each in "abc"],
        }
        for leaf in Q
    ]
    return {
        "format": 1, "organisation": "WATER", "n": 5, "dimensions": dimensions, "time": "period",
        "protected_pairs": [], "headcount": {
            "organisation": 900, "department": {"zorg": 500, "thuis": 300}},
        "counts": "zaken", "releases": releases,
    } | changes  # fmt: skip


def read(value):
    return parse_plan(json.dumps(value).encode())


def put(value, path, new):
    """Return the plan with something else at a place."""
    changed = deepcopy(value)
    *way, last = path
    target = changed
    for step in way:
        target = target[step]
    if new is DROPPED:
        del target[last]
    else:
        target[last] = new
    return changed


DROPPED = object()
UNTOLD = [
    {
        "id": leaf,
        "title": leaf,
        "boxes": [{"period": [leaf]}, {"period": [leaf], "category": ["a"]}],
    }
    for leaf in Q
]
YEARS = [{"name": "period", "leaves": ["2026", "2027"]}]

REFUSED = {
    # how it is written
    Problem.WRONG_TYPE: (("n",), "vijf", "n"),
    Problem.MISSING_FIELD: (("counts",), DROPPED, "counts"),
    Problem.UNKNOWN_FIELD: (("extra",), 1, "extra"),
    Problem.WRONG_FORMAT: (("format",), 2, "format"),
    Problem.BAD_TEXT: (("organisation",), " WATER", "organisation"),
    Problem.OUT_OF_RANGE: (("n",), 1, "n"),
    Problem.TOO_LARGE: (
        ("dimensions", 1, "leaves"), [str(each) for each in range(41)], "dimensions[1].leaves"),
    # names
    Problem.BAD_RELEASE_ID: (("releases", 0, "id"), "../buiten", "releases[0].id"),
    Problem.DUPLICATE_RELEASE: (("releases", 1, "id"), "2026-q1", "releases[1].id"),
    Problem.DUPLICATE_DIMENSION: (("dimensions", 2, "name"), "category", "dimensions[2].name"),
    Problem.DUPLICATE_LEAF: (
        ("dimensions", 1, "leaves"), ["a", "b", "a"], "dimensions[1].leaves[2]"),
    Problem.UNKNOWN_DIMENSION: (("time",), "tijd", "time"),
    Problem.UNKNOWN_LEAF: (
        ("releases", 0, "boxes", 1, "category"), ["z"], "releases[0].boxes[1].category"),
    Problem.NO_LEAVES: (("releases", 0, "boxes", 1, "category"), [], "releases[0].boxes[1].category"),
    # dimensions and headcounts
    Problem.ONE_POSSIBLE_VALUE: (
        ("dimensions", 2, "leaves"), ["zorg", "onbekend"], "dimensions[2]"),
    Problem.LEAVES_OVERLAP: (("dimensions", 0, "leaves"), ["2026", "2026-Q1"], "dimensions[0].leaves[1]"),
    Problem.LEAVES_OUT_OF_ORDER: (
        ("dimensions", 0, "leaves"), ["2026-Q2", "2026-Q1"], "dimensions[0].leaves[1]"),
    Problem.LENGTH_UNKNOWN: (("dimensions", 0, "leaves"), ["voorjaar"], "dimensions[0].leaves[0]"),
    Problem.LENGTH_KNOWN: (("days",), {"2026-Q1": 90}, "days.2026-Q1"),
    Problem.TOO_MANY_TIME_LEAVES: (
        ("dimensions", 0, "leaves"), [str(year) for year in range(2026, 2033)],
        "dimensions[0].leaves"),
    Problem.SMALL_DEPARTMENT: (
        ("headcount", "department", "thuis"), 49, "headcount.department.thuis"),
    Problem.DEPARTMENT_WITHOUT_HEADCOUNT: (
        ("headcount", "department"), {"zorg": 500}, "dimensions[2].leaves[1]"),
    Problem.DEPARTMENT_EXCEEDS_ORGANISATION: (
        ("headcount", "department", "zorg"), 901, "headcount.department.zorg"),
    # told totals
    Problem.TOLD_NOT_TIME_ONLY: (
        ("releases", 0, "told", 0), {"period": ["2026-Q1"], "category": ["a"]}, "releases[0].told[0]"),
    Problem.TOLD_OVERLAP: (("releases", 1, "told", 0), {"period": Q[:2]}, "releases[1].told[0]"),
    Problem.TOLD_INCOMPLETE: (("releases", 3, "told"), [], "releases[0].told[0]"),
    Problem.TOLD_TOO_FEW_STAFF: (
        ("headcount",), {"organisation": 49, "department": {}}, "dimensions[2].leaves[0]"),
    Problem.TOLD_NOT_FIRST: (
        ("releases", 0, "boxes"), [{"period": Q[:2]}], "releases[0].boxes[0]"),
    # what is offered
    Problem.EMPTY_RELEASE: (("releases", 0), {"id": "x", "title": "x"}, "releases[0]"),
    Problem.OFFERED_TWICE: (
        ("releases", 0, "boxes", 1, "category"), ["a"], "releases[0].boxes[1]"),
    Problem.TOTAL_NOT_FIRST: (("releases",), [
        {**each, "boxes": list(reversed(each["boxes"]))} for each in UNTOLD], "releases[0].boxes[0]"),
    Problem.PAIR_NOT_PROTECTED: (
        ("releases", 0, "boxes", 0), {"period": ["2026-Q1"], "category": ["a"], "department": ["zorg"]},
        "releases[0].boxes[0]"),
    Problem.RELEASES_OUT_OF_ORDER: (("releases",), UNTOLD[::-1], "releases[1]"),
}  # fmt: skip


def refusal(work):
    with pytest.raises(RefusedError) as refused:
        work()
    return refused.value.problem, refused.value.place


def test_the_sound_plan_is_read_and_written_in_one_form():
    sound = read(plan())
    assert parse_plan(plan_bytes(sound)) == sound
    assert plan_bytes(parse_plan(plan_bytes(sound))) == plan_bytes(sound)
    require_closed_form(sound)


@pytest.mark.parametrize(
    "problem", [each for each in REFUSED if each is not Problem.TOLD_TOO_FEW_STAFF]
)
def test_an_unsafe_or_contradictory_plan_is_refused_with_its_place(problem):
    path, new, place = REFUSED[problem]
    assert refusal(lambda: read(put(plan(), path, new))) == (problem, place)


def without_departments(**changes):
    sound = plan(**changes)
    sound["dimensions"] = sound["dimensions"][:2]
    sound["headcount"] = {"organisation": 900}
    return sound


@pytest.mark.parametrize(
    ("staff", "leaves", "told", "problem"),
    [
        (49, ["2026", "2027"], [["2026", "2027"]], Problem.TOLD_TOO_FEW_STAFF),
        (99, ["2026"], [["2026"]], Problem.TOLD_TOO_FEW_PERSON_YEARS),
        (399, Q, [[leaf] for leaf in Q], Problem.TOLD_TOO_FEW_PERSON_YEARS),
        (
            199,
            ["2026-H1", "2026-H2"],
            [["2026-H1"], ["2026-H2"]],
            Problem.TOLD_TOO_FEW_PERSON_YEARS,
        ),
        (50, ["2026", "2027"], [["2026", "2027"]], None),
        (100, ["2026"], [["2026"]], None),
        (400, Q, [[leaf] for leaf in Q], None),
        (100, ["2026/27"], [["2026/27"]], None),
    ],
)
def test_a_total_is_told_only_with_enough_people_behind_it(staff, leaves, told, problem):
    value = without_departments()
    value["headcount"] = {"organisation": staff}
    value["dimensions"][0]["leaves"] = leaves
    value["releases"] = [{"id": "x", "title": "x", "told": [{"period": times} for times in told]}]
    if problem is None:
        require_closed_form(read(value))
    else:
        assert refusal(lambda: read(value))[0] is problem


def test_days_give_a_length_to_a_period_outside_the_calendar():
    value = without_departments(days={"inwerkperiode": 365})
    value["dimensions"][0]["leaves"] = ["inwerkperiode"]
    value["releases"] = [{"id": "x", "title": "x", "told": [{"period": ["inwerkperiode"]}]}]
    read(value)
    value["headcount"] = {"organisation": 99}
    assert refusal(lambda: read(value))[0] is Problem.TOLD_TOO_FEW_PERSON_YEARS
    assert refusal(lambda: read(value | {"days": {}}))[0] is Problem.LENGTH_UNKNOWN
    assert refusal(lambda: read(value | {"days": {"inwerkperiode": 0}}))[0] is Problem.OUT_OF_RANGE


@pytest.mark.parametrize("name", ["CON", "nul.1", "Lpt1"])
def test_a_release_is_called_what_every_computer_takes_as_a_folder(name):
    named = plan()
    named["releases"][0]["id"] = f"jaar {name}"
    assert parse_plan(json.dumps(named).encode()).releases[0].id == f"jaar {name}"
    named["releases"][0]["id"] = name
    found = refusal(lambda: parse_plan(json.dumps(named).encode()))
    assert found == (Problem.BAD_RELEASE_ID, "releases[0].id")


def test_a_plan_without_a_policy_has_the_first_and_keeps_its_bytes():
    older = plan_bytes(read(plan()))
    assert b"policy" not in older
    assert plan_bytes(read(plan(policy=1))) == older
    newer = [read(plan(policy=number)) for number in (2, 3)]
    assert [read(plan()).policy, *(each.policy for each in newer)] == [1, 2, 3]
    assert [parse_plan(plan_bytes(each)) for each in newer] == newer
    for unknown in (0, 4):
        assert refusal(lambda: read(plan(policy=unknown))) == (Problem.OUT_OF_RANGE, "policy")  # noqa: B023


def test_more_groups_than_leaves_may_be_are_too_many():
    groups = {f"groep {number}": ["a", "b"] for number in range(41)}
    many = put(plan(), ("dimensions", 1, "nodes"), groups)
    assert refusal(lambda: read(many)) == (Problem.TOO_LARGE, "dimensions[1].nodes")


NEEDS_THE_ENGINE = {
    "pairs": plan(
        protected_pairs=[["category", "department"]],
        releases=[{**each, "boxes": each["boxes"] + [
            {"period": [each["id"]], "category": ["a"], "department": ["zorg"]}]}
            for each in plan()["releases"]],
    ),
    "a group beside its leaves": put(
        plan(), ("releases", 0, "boxes", 0), {"period": ["2026-Q1"], "category": ["a", "b"]}
    ),
    "quarters and their year": put(
        plan(), ("releases", 3, "boxes"), [{"period": Q, "category": ["a"]}]
    ),
    "a year told and its quarters by protocol": plan(releases=[
        {"id": "2026", "title": "x", "told": [{"period": Q}], "boxes": [{"period": Q[:1]}]}]),
}  # fmt: skip


@pytest.mark.parametrize("name", NEEDS_THE_ENGINE)
def test_what_only_the_engine_can_protect_is_a_plan_that_the_closed_form_refuses(name):
    sound = read(NEEDS_THE_ENGINE[name])
    assert refusal(lambda: require_closed_form(sound))[0] is Problem.NEEDS_ENGINE
    require_engine(sound)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"", Problem.NOT_JSON),
        (b"{", Problem.NOT_JSON),
        (b"\xff\xfe", Problem.NOT_JSON),
        (b"[" * 100_000, Problem.NOT_JSON),
        (b'{"format": 1e400}', Problem.MISSING_FIELD),
        (b'{"format": NaN}', Problem.NOT_JSON),
        (b'{"n": 5, "n": 6}', Problem.DUPLICATE_FIELD),
        (b"[]", Problem.WRONG_TYPE),
        (b" " * (16 * 1024 * 1024 + 1), Problem.TOO_LARGE),
    ],
)
def test_a_text_that_is_no_plan_is_refused(text, problem):
    assert refusal(lambda: parse_plan(text))[0] is problem


@pytest.mark.parametrize(
    "pairs",
    [[["category", "period"]], [["category", "category"]], [["category", "buiten"]],
     [["category", "department"], ["department", "category"]], [["category"]]],
)  # fmt: skip
def test_a_pair_is_of_two_different_attributes(pairs):
    with pytest.raises(RefusedError):
        read(plan(protected_pairs=pairs))
