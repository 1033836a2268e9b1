"""The ledger: append-only, chained, whole, and refused where it contradicts itself."""

import hashlib
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.ledger import Ledger, shown
from advisor_app.disclosure.one_way import protect
from advisor_app.disclosure.plan_format import parse_plan
from advisor_app.disclosure.problems import BrokenChainError, Problem, RefusedError
from advisor_app.disclosure.statement import Outcome, Outside, Statement
from tests.disclosure.model import Space, World
from tests.disclosure.test_plan import Q, plan, put, read, refusal, without_departments

DAY = date(2026, 4, 3)


def quarters(**changes):
    return read(without_departments(**changes))


def made(releases=2):
    """A ledger with a plan and some releases."""
    laid = quarters()
    ledger = Ledger(organisation="WATER").with_plan(laid, date(2025, 12, 1))
    world = World(Space(laid), (9, 8, 0, 1, 1, 1, 0, 0, 0, 5, 5, 5))
    for release in laid.releases[:releases]:
        ledger = ledger.with_statements(protect(laid, release, world, ledger.statements), DAY)
    return ledger


@pytest.fixture(scope="module")
def ledger():
    return made()


def test_a_ledger_is_read_back_as_it_was_written(ledger):
    assert Ledger.parse(ledger.to_bytes()) == ledger
    assert Ledger.from_lines("WATER", ledger.lines()) == ledger
    assert Ledger.parse(ledger.to_bytes()).to_bytes() == ledger.to_bytes()
    empty = Ledger(organisation="WATER")
    assert Ledger.parse(empty.to_bytes()) == empty
    assert empty.head == ""


def test_the_chain_is_what_the_page_about_figures_says(ledger):
    """SHA-256 over the hash before and the entry without its own, in canonical JSON."""
    before = ""
    for entry in json.loads(ledger.to_bytes())["entries"]:
        said = entry.pop("hash")
        text = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert hashlib.sha256((before + text).encode()).hexdigest() == said
        before = said
    assert ledger.head == before
    assert shown(ledger.head) == before[:8]


def test_growing_leaves_what_stood_there_before(ledger):
    grown = ledger.with_outside(Outside(text="Factuur eerste halfjaar"), DAY)
    assert grown.entries[:-1] == ledger.entries
    assert grown.head != ledger.head
    assert ledger.through("2026-Q1").entries == ledger.entries[:5]
    assert refusal(lambda: ledger.through("2026-Q4"))[0] is Problem.UNKNOWN_RELEASE
    assert refusal(lambda: ledger.planned("2027"))[0] is Problem.UNKNOWN_RELEASE


def altered(ledger, row, **changes):
    """Change an entry without mending the chain."""
    value = json.loads(ledger.to_bytes())
    value["entries"][row].update(changes)
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("row", "changes"),
    [(1, {"value": 18}), (1, {"on": None}), (2, {"hash": "0" * 64}), (5, {"on": "2026-04-04"})],
)
def test_an_entry_that_was_changed_afterwards_breaks_the_chain(ledger, row, changes):
    with pytest.raises(BrokenChainError) as broken:
        Ledger.parse(altered(ledger, row, **changes))
    assert broken.value.place == f"entries[{row}]"


def test_a_ledger_without_its_middle_is_refused(ledger):
    value = json.loads(ledger.to_bytes())
    del value["entries"][2]
    with pytest.raises(RefusedError):
        Ledger.parse(json.dumps(value).encode())


def rechained(entries):
    """The work of somebody who knows the format: the entries, chained as if nothing had happened."""
    before = ""
    for entry in entries:
        entry.pop("hash", None)
        text = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        before = entry["hash"] = hashlib.sha256((before + text).encode()).hexdigest()
    value = {"format": 1, "organisation": "WATER", "entries": entries}
    return json.dumps(value).encode()


def entries(ledger):
    return json.loads(ledger.to_bytes())["entries"]


def drop(row):
    return lambda listed: listed.pop(row)


def swap(one, two):
    def work(listed):
        listed[one], listed[two] = listed[two], listed[one]

    return work


def change(row, **changes):
    return lambda listed: listed[row].update(changes)


def repeat(first, last):
    return lambda listed: listed.extend([dict(each) for each in listed[first:last]])


def outside(box, value, text="Gezegd aan de telefoon"):
    entry = {"kind": "outside", "on": None, "text": text, "box": box, "value": value}
    return lambda listed: listed.append(entry)


FORGED = {
    "no plan first": (drop(0), Problem.FIRST_ENTRY_NOT_A_PLAN),
    "a statement is missing": (drop(2), Problem.NOT_AS_PLANNED),
    "the last statement is missing": (drop(-1), Problem.RELEASE_INCOMPLETE),
    "two statements have changed places": (swap(2, 3), Problem.NOT_AS_PLANNED),
    "a release was made twice": (repeat(1, 5), Problem.NOT_AS_PLANNED),
    "another box": (change(2, box={"period": ["2026-Q1"], "category": ["z"]}), Problem.NOT_AS_PLANNED),
    "another release": (change(1, release="2026-Q3"), Problem.NOT_AS_PLANNED),
    "a told total that was not told": (change(1, outcome="published"), Problem.NOT_AS_PLANNED),
    "a figure below n": (change(2, value=4), Problem.VALUE_AND_OUTCOME_DISAGREE),
    "a silence with a figure": (change(4, value=0), Problem.VALUE_AND_OUTCOME_DISAGREE),
    "a figure without one": (change(2, value=None), Problem.VALUE_AND_OUTCOME_DISAGREE),
    "an outcome that does not exist": (change(2, outcome="shown"), Problem.WRONG_TYPE),
    "a kind that does not exist": (change(2, kind="remark"), Problem.WRONG_TYPE),
    "a kind that is a list": (change(2, kind=["plan"]), Problem.WRONG_TYPE),
    "no kind": (change(2, kind=None), Problem.WRONG_TYPE),
    "a day that does not exist": (change(1, on="2026-02-30"), Problem.BAD_DATE),
    "a day in another form": (change(1, on="03-04-2026"), Problem.BAD_DATE),
    "a negative figure": (change(1, value=-1), Problem.OUT_OF_RANGE),
    "a figure with a fraction": (change(1, value=17.0), Problem.WRONG_TYPE),
    "leaves in another order": (
        change(0, plan=put(without_departments(), ("releases", 0, "boxes", 0, "category"), ["a", "a"])),
        Problem.DUPLICATE_LEAF,
    ),
    "a plan that is not canonical": (
        change(0, plan=without_departments() | {"days": {}}), Problem.NOT_CANONICAL,
    ),
    "a plan of somebody else": (
        change(0, plan=without_departments(organisation="LINDE")), Problem.OTHER_ORGANISATION,
    ),
    "a second plan for the same time": (
        lambda listed: listed.append({"kind": "plan", "on": None, "plan": {
            **entries(Ledger(organisation="WATER").with_plan(quarters()))[0]["plan"]}}),
        Problem.PLANS_OVERLAP,
    ),
    "an outside figure without a value": (
        outside({"period": ["2026-Q1"]}, None), Problem.OUTSIDE_INCOMPLETE,
    ),
    "an outside figure without a time": (
        outside({"category": ["a"]}, 9), Problem.OUTSIDE_WITHOUT_TIME,
    ),
    "an outside figure of an unknown leaf": (
        outside({"category": ["z"], "period": ["2026-Q1"]}, 9), Problem.UNKNOWN_LEAF,
    ),
    "an outside figure of an unknown dimension": (
        outside({"colour": ["z"], "period": ["2026-Q1"]}, 9), Problem.UNKNOWN_DIMENSION,
    ),
    "an outside figure larger than the whole": (
        outside({"category": ["a"], "period": ["2026-Q1"]}, 18), Problem.OUTSIDE_CONTRADICTS,
    ),
    "an outside figure smaller than a part": (
        outside({"category": ["a", "b"], "period": ["2026-Q1"]}, 8), Problem.OUTSIDE_CONTRADICTS,
    ),
    "a text over several lines": (outside(None, None, "een\ntwee"), Problem.BAD_TEXT),
}  # fmt: skip


THRESHOLDS = {
    "of what was shown": (change(2, below=9), 3, Problem.THRESHOLD_OUT_OF_PLACE),
    "of a told total": (change(1, below=9), 3, Problem.THRESHOLD_OUT_OF_PLACE),
    "of what was passed over": (change(4, below=9), 3, Problem.THRESHOLD_OUT_OF_PLACE),
    "that is n": (change(3, below=5), 3, Problem.THRESHOLD_OUT_OF_PLACE),
    "below n": (change(3, below=3), 3, Problem.THRESHOLD_OUT_OF_PLACE),
    "by the second policy": (change(3, below=9), 2, Problem.THRESHOLD_OUT_OF_PLACE),
    "by the first policy": (change(3, below=9), None, Problem.THRESHOLD_OUT_OF_PLACE),
    "of nothing": (change(3, below=0), 3, Problem.OUT_OF_RANGE),
    "huge": (change(3, below=10_000_001), 3, Problem.OUT_OF_RANGE),
    "with a fraction": (change(3, below=9.0), 3, Problem.WRONG_TYPE),
    "true": (change(3, below=True), 3, Problem.WRONG_TYPE),
    "in words": (change(3, below="9"), 3, Problem.WRONG_TYPE),
    "null": (change(3, below=None), 3, Problem.WRONG_TYPE),
    "with a figure": (change(3, below=9, value=6), 3, Problem.VALUE_AND_OUTCOME_DISAGREE),
}  # fmt: skip


@pytest.mark.parametrize("name", THRESHOLDS)
def test_a_forged_threshold_is_refused_by_the_form_of_a_ledger(ledger, name):
    forge, policy, problem = THRESHOLDS[name]
    listed = entries(ledger)
    if policy:
        listed[0]["plan"]["policy"] = policy
    forge(listed)
    assert refusal(lambda: Ledger.parse(rechained(listed)))[0] is problem


def test_a_threshold_above_n_of_a_silent_box_is_read_by_the_third_policy(ledger):
    listed = entries(ledger)
    listed[0]["plan"]["policy"] = 3
    change(3, below=9)(listed)
    parsed = Ledger.parse(rechained(listed))
    assert [each.below for each in parsed.statements[:4]] == [None, None, 9, None]
    assert Ledger.parse(parsed.to_bytes()) == parsed


def test_a_ledger_of_before_thresholds_keeps_its_bytes(ledger):
    """Its head was written down when there were none."""
    assert ledger.head == "1427d8371a7b1b41cb135f10ae150a0d2fbba85fcdea8f1caf5293a7ced68aa6"
    assert "below" not in ledger.to_bytes().decode()


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_ledger_with_a_fitting_chain_is_refused_by_its_form(ledger, name):
    forge, problem = FORGED[name]
    listed = entries(ledger)
    forge(listed)
    assert refusal(lambda: Ledger.parse(rechained(listed)))[0] is problem


def test_an_honest_outside_figure_is_laid_down(ledger):
    listed = entries(ledger)
    outside({"category": ["a", "b"], "period": ["2026-Q1"]}, 17)(listed)
    parsed = Ledger.parse(rechained(listed))
    assert parsed.outside[0].value == 17


def test_wrong_form_is_named_before_a_wrong_chain(ledger):
    value = json.loads(altered(ledger, 1, value=18))
    value["entries"][3]["outcome"] = "shown"
    assert refusal(lambda: Ledger.parse(json.dumps(value).encode()))[0] is Problem.WRONG_TYPE


def of_a_year(leaf, release):
    """A plan of one year, whose one release is called so."""
    made = without_departments()
    made["dimensions"][0]["leaves"] = [leaf]
    made["releases"] = [{"id": release, "title": "Jaar", "told": [{"period": [leaf]}]}]
    return read(made)


def test_a_later_plan_stands_beside_the_first_one(ledger):
    both = ledger.with_plan(of_a_year("2027", "2027"), date(2026, 12, 1))
    assert [each.time_leaves[0] for each in both.plans] == ["2026-Q1", "2027"]


@pytest.mark.parametrize(
    ("first", "second"), [("Jaar", "jaar"), ("jaar", "Jaar"), ("jaar", "jaar"), ("JAAR", "Jaar")]
)
def test_releases_of_two_plans_are_told_apart_by_more_than_their_case(first, second):
    """They are folders, too: some disks take such names for one."""
    ledger = Ledger(organisation="WATER").with_plan(of_a_year("2027", first))
    later = of_a_year("2028", second)
    assert refusal(lambda: ledger.with_plan(later)) == (
        Problem.DUPLICATE_RELEASE,
        "entries[1].plan.releases[0].id",
    )
    forged = [*entries(ledger), *entries(Ledger(organisation="WATER").with_plan(later))]
    with pytest.raises(RefusedError) as refused:
        Ledger.parse(rechained(forged))
    assert refused.value.problem is Problem.DUPLICATE_RELEASE


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_one_changed_byte_is_always_noticed(data):
    """Whatever byte of the file changes, it is refused, or it says the same as before."""
    original = made(1)
    content = bytearray(original.to_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] = data.draw(st.integers(0, 255))
    try:
        read_back = Ledger.parse(bytes(content))
    except (RefusedError, BrokenChainError):
        return
    assert read_back == original


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["format", "organisation", "entries", "kind", "on", "plan", "box", "value",
                         "hash", "outcome", "release", "text", "n", "dimensions", "releases", "x"]),
        inner, max_size=4,
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(JSON, st.sampled_from([Ledger.parse, parse_plan]))
def test_any_json_is_refused_or_read_and_nothing_else(value, parse):
    try:
        parse(json.dumps(value).encode())
    except (RefusedError, BrokenChainError):
        return


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_plan_with_any_part_replaced_is_refused_or_read(data):
    value = plan()
    path = [data.draw(st.sampled_from(sorted(value)))]
    node = value[path[0]]
    while isinstance(node, dict | list) and node and data.draw(st.booleans()):
        step = data.draw(
            st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node)))
        )
        path.append(step)
        node = node[step]
    try:
        read(put(value, path, data.draw(JSON)))
    except RefusedError:
        return


def test_a_refusal_never_quotes_a_text(ledger):
    """Places name fields; what stood there stays out of messages and logs."""
    listed = entries(ledger)
    outside(None, None, "Wilhelmina \u0007")(listed)
    with pytest.raises(RefusedError) as refused:
        Ledger.parse(rechained(listed))
    assert "Wilhelmina" not in str(refused.value)
    assert "Wilhelmina" not in repr(Outside(text="Wilhelmina"))


def test_a_statement_that_was_never_planned_cannot_be_added(ledger):
    statement = Statement(
        release="2026-Q3", box=Box.of({"period": Q[2:3]}), value=0, outcome=Outcome.TOLD
    )
    assert refusal(lambda: ledger.with_statements([statement]))[0] is Problem.RELEASE_INCOMPLETE
