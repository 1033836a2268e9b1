"""The schemas in docs say what the parsers take: whatever a schema refuses, the parser refuses."""

import json
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.plan_format import parse_plan
from advisor_app.disclosure.problems import BrokenChainError, RefusedError
from advisor_app.disclosure.protocol import protect
from advisor_app.disclosure.register import Register
from advisor_app.disclosure.statement import Outside
from tests.disclosure.test_plan import Q, plan

DOCS = Path(__file__).parents[2] / "docs"
PLAN, LEDGER = (
    json.loads((DOCS / f"{name}.schema.json").read_text("utf-8")) for name in ("plan", "ledger")
)
REGISTRY = Registry().with_resources(
    (each["$id"], Resource.from_contents(each)) for each in (PLAN, LEDGER)
)
PLANS, LEDGERS = (Draft202012Validator(each, registry=REGISTRY) for each in (PLAN, LEDGER))


def a_ledger():
    """A ledger with an entry of every kind and nearly every outcome."""
    sound = parse_plan(json.dumps(plan()).encode())
    rows = [f"p{number},{Q[0]},{'ab'[number % 2]},zorg" for number in range(20)]
    register = Register.parse("\n".join(["person,period,category,department", *rows]).encode(),
                              sound)  # fmt: skip
    made = protect(sound, register, Ledger(organisation="WATER"), Q[1])
    known = Outside(text="Factuur", box=Box.of({"period": [Q[2]]}), value=0)
    return json.loads(made.with_outside(known).with_outside(Outside(text="Rede")).to_bytes())


A_LEDGER = a_ledger()


def is_taken(parse, value):
    """Whether a parser takes the form of a value; a chain that does not fit is no matter of form."""
    try:
        parse(json.dumps(value, ensure_ascii=False).encode())
    except RefusedError:
        return False
    except BrokenChainError:
        return True
    return True


@pytest.mark.parametrize("schema", [PLAN, LEDGER], ids=["plan", "ledger"])
def test_a_schema_is_one_itself(schema):
    Draft202012Validator.check_schema(schema)


def test_a_plan_and_a_ledger_of_ours_fit_their_schemas():
    PLANS.validate(plan())
    LEDGERS.validate(A_LEDGER)


names = st.sampled_from(["a", "ab", "zorg", "period", "2026", "2026-Q1", "onbekend", " a", "", "é",
                         "x" * 120, "x" * 121, "a\nb", "told", "department"])  # fmt: skip
odd = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 200), st.floats(allow_nan=False), names,
    st.lists(names, max_size=4), st.dictionaries(names, st.lists(names, max_size=3), max_size=3),
    st.just({}), st.just([]), st.just(10**9), st.just(["a"] * 50),
)  # fmt: skip


@st.composite
def changed(draw, sound):
    """A value that was right until somebody changed one or two things in it."""
    value = deepcopy(sound)
    for _change in range(draw(st.integers(1, 2))):
        target = value
        while True:
            places = list(target) if isinstance(target, dict) else list(range(len(target)))
            if not places:
                break
            place = draw(st.sampled_from(places))
            deeper = isinstance(target[place], dict | list) and draw(st.integers(0, 3))
            if not deeper:
                kind = draw(st.integers(0, 4))
                if kind == 0:
                    del target[place]
                elif kind == 1 and isinstance(target, dict):
                    target[draw(names)] = deepcopy(draw(odd))
                elif kind == 2 and isinstance(target, list):
                    target.insert(place, deepcopy(target[place]))
                else:
                    target[place] = deepcopy(draw(odd))
                break
            target = target[place]
    return value


@settings(max_examples=300, deadline=None)
@given(changed(plan()))
def test_what_the_schema_of_a_plan_refuses_the_parser_refuses(value):
    assert PLANS.is_valid(value) or not is_taken(parse_plan, value)


@settings(max_examples=100, deadline=None)
@given(changed(A_LEDGER))
def test_what_the_schema_of_a_ledger_refuses_the_parser_refuses(value):
    assert LEDGERS.is_valid(value) or not is_taken(Ledger.parse, value)


@pytest.mark.long
@settings(max_examples=20_000, deadline=None)
@given(changed(plan()) | changed(plan(protected_pairs=[["category", "department"]])))
def test_what_the_schema_of_a_plan_refuses_the_parser_refuses_in_the_long_form(value):
    assert PLANS.is_valid(value) or not is_taken(parse_plan, value)


leaf = st.text(
    st.characters(categories=("L", "N", "P", "S"), exclude_characters="\u1fef"), min_size=1,
    max_size=12,
)  # fmt: skip


@st.composite
def sound_plans(draw):
    """A plan of words that nobody chose for it; the parser may still find it unsafe."""
    leaves = draw(st.lists(leaf, min_size=2, max_size=6, unique=True))
    time = draw(st.sampled_from([["2026"], ["2026/27"], Q, Q[:1], ["2025", "2026"], ["ooit"]]))
    whole = [{"period": [each]} for each in time]
    told = draw(st.booleans())
    boxes = [{"period": [each], "soort": [own]} for each in time for own in leaves]
    nodes = {draw(leaf): leaves[:2]} if draw(st.booleans()) else {}
    made = plan(
        organisation=draw(leaf), n=draw(st.integers(2, 100)), counts=draw(leaf),
        dimensions=[
            {"name": "soort", "leaves": leaves, "nodes": nodes}, {"name": "period", "leaves": time}
        ],
        headcount={"organisation": draw(st.integers(1, 10**7))},
        releases=[{"id": "r", "title": draw(leaf), "told": whole if told else [],
                   "boxes": boxes if told else whole + boxes}],
    )  # fmt: skip
    made |= {"policy": draw(st.integers(1, 3))} if draw(st.booleans()) else {}
    return made | ({"days": {"ooit": draw(st.integers(1, 3_660))}} if time == ["ooit"] else {})


@settings(max_examples=150, deadline=None)
@given(sound_plans())
def test_what_the_parser_takes_fits_the_schema(value):
    assert PLANS.is_valid(value) or not is_taken(parse_plan, value)


def test_most_plans_of_strange_words_are_taken():
    """Or else the test above would say nothing."""
    taken = []

    @settings(max_examples=60, deadline=None, database=None, derandomize=True)
    @given(sound_plans())
    def count(value):
        taken.append(is_taken(parse_plan, value))

    count()
    assert sum(taken) > len(taken) / 4


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2}, {"format": True}, {"n": 1}, {"n": "5"}, {"extra": 1}, {"organisation": ""},
        {"organisation": "x" * 121}, {"counts": " met een spatie"}, {"releases": []},
        {"dimensions": []}, {"headcount": {}}, {"days": {"a": 0}}, {"protected_pairs": [["a"]]},
        {"releases": [{"id": "a"}]}, {"releases": [{"id": "a", "title": "a", "told": [{"a": []}]}]},
        {"dimensions": [{"name": "a", "leaves": ["a", "a"]}]}, {"policy": 0}, {"policy": 4},
    ],
    ids=json.dumps,
)  # fmt: skip
def test_a_schema_sees_what_a_schema_can_see(change):
    assert not PLANS.is_valid(plan(**change))
    assert not is_taken(parse_plan, plan(**change))


@pytest.mark.parametrize(
    ("row", "change"),
    [
        (0, {"on": "gisteren"}), (0, {"hash": "x"}), (0, {"kind": "brief"}), (0, {"plan": {}}),
        (1, {"value": -1}), (1, {"value": "9"}), (1, {"outcome": "stil"}), (1, {"release": None}),
        (1, {"below": 2}), (1, {"below": "9"}), (1, {"below": 9.5}), (1, {"below": None}),
        (1, {"below": 10_000_001}), (-1, {"below": 9}),
        (1, {"text": "a"}), (-1, {"text": ""}), (-1, {"box": []}), (-1, {"release": "a"}),
    ],
    ids=str,
)  # fmt: skip
def test_a_schema_sees_what_is_wrong_with_an_entry(row, change):
    value = deepcopy(A_LEDGER)
    value["entries"][row] |= change
    assert not LEDGERS.is_valid(value)
    assert not is_taken(Ledger.parse, value)
