"""Two solvers and two judges: what is planted fails with both, what our engine writes is green.

OR-tools works in a process of its own (`second_opinion`).
"""

import json
import subprocess
import sys
from dataclasses import replace
from itertools import product
from random import Random

import pytest

from advisor_app.disclosure.auditor.audit import audit
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.protocol import with_promises, with_release
from advisor_app.disclosure.statement import Outcome, Outside
from tests.disclosure.ledgers import a_ledger
from tests.disclosure.model import Space, World, vectors
from tests.disclosure.test_auditor import LEAKS, with_outside
from tests.disclosure.test_engine import LINKED, PLANS, SLACK
from tests.disclosure.test_engine_and_auditor import ledger_of
from tests.disclosure.test_refused import PLAN, YEAR, world
from tests.disclosure.test_theorem import KNOWN
from tests.disclosure.theorem import lines, linked
from tests.disclosure.worlds import a_plan

WORDS = {
    "narrow": "narrow", "follows_small": "odd shape", "contradiction": "contradiction",
    "tested_unsafely": "tested unsafely", "passed_over": "passed over",
    "tested_in_vain": "tested in vain", "does_not_follow": "does not follow",
    "total_not_first": "total not first", "threshold_too_high": "threshold too high",
}  # fmt: skip
BY_INSIDERS = {"insider", "insider_fits_nowhere"}  # which this judge does not ask about
BY_ARITHMETIC = {"headcount", "unknown_department"}  # of public headcounts: no solver in it
PLANTED = [name for name, leak in LEAKS.items() if leak[2].value not in BY_ARITHMETIC]


def second_opinions(ledgers):
    lines = b"".join(b" ".join(each.to_bytes().split(b"\n")) + b"\n" for each in ledgers)
    asked = subprocess.run(
        [sys.executable, "-m", "tests.disclosure.second_opinion"],
        input=lines, capture_output=True, check=True,
    )  # fmt: skip
    return [json.loads(line) for line in asked.stdout.splitlines()]


def test_every_planted_leak_fails_with_both_solvers():
    ledgers = [a_ledger(*LEAKS[name][0], **LEAKS[name][1]) for name in PLANTED]
    for name, ledger, found in zip(PLANTED, ledgers, second_opinions(ledgers), strict=True):
        mine = {each.kind.value for each in audit(ledger).findings}
        assert LEAKS[name][2].value in mine
        assert WORDS[LEAKS[name][2].value] in found, name


ELSEWHERE = {
    "narrow": ("2026 category:c", 3),
    "narrow by a sum": ("2026 category:a+c", 11),
    "odd shape": ("2026 category:a department:X", 7),
    "contradiction": ("2026 category:b+c+d", 17),
    "nothing new": ("2026 category:b+c+d", 18),
}


def test_figures_from_elsewhere_are_judged_alike_by_both_solvers():
    ledgers = [with_outside(*each) for each in ELSEWHERE.values()]
    for name, ledger, found in zip(ELSEWHERE, ledgers, second_opinions(ledgers), strict=True):
        mine = {each.kind.value for each in audit(ledger).findings} - BY_INSIDERS
        assert set(found) == {WORDS[kind] for kind in mine}, name


@pytest.mark.parametrize(
    ("side", "expected"), [("a", [True, True, False]), ("abc", [True, True, True])]
)
def test_a_release_after_a_figure_from_elsewhere_is_judged_alike_by_both(side, expected):
    plan = PLANS["halves"]
    box = Box.of({"period": ["2026-H1"], "subject": list(side)})
    cases = [(4, 3, 2, 5, 0, 1), (9, 8, 7, 3, 3, 3), (1, 1, 1, 4, 4, 4)]
    ledgers = []
    for cells in cases:
        known = Outside(text="Factuur", box=box, value=sum(cells[: len(side)]))
        laid = Ledger(organisation=plan.organisation).with_plan(plan).with_outside(known)
        ledgers.append(with_release(plan, plan.releases[-1], World(Space(plan), cells), laid))
    green = [audit(each).is_green for each in ledgers]
    assert green == [not found for found in second_opinions(ledgers)] == expected


def refused_then_made(plan, cases, makers):
    """Return the ledger of releases that were refused (`with_promises`) or made, one by one."""
    ledger = Ledger(organisation=plan.organisation).with_plan(plan)
    for release, make in zip(plan.releases, makers, strict=True):
        ledger = make(plan, release, world(plan, *cases), ledger)
    return ledger


REFUSED = [
    refused_then_made(PLAN, (9, 8, 7), [with_promises]),
    *(
        refused_then_made(YEAR, cases, makers)
        for cases in ((9, 8, 7, 9, 6, 5), (1, 0, 1, 9, 8, 7))
        for makers in (
            (with_promises, with_release), (with_release, with_promises),
            (with_promises, with_promises),
        )
    ),
]  # fmt: skip


def test_what_was_refused_is_green_with_both_solvers():
    assert is_green_with_both(REFUSED)


def test_what_is_said_of_a_refused_period_all_the_same_fails_with_both_solvers():
    laid = Ledger(organisation=YEAR.organisation).with_plan(YEAR)
    first, second = YEAR.releases
    refused = with_promises(YEAR, first, world(YEAR, 9, 8, 7, 9, 6, 5), laid)
    honest = with_release(YEAR, second, world(YEAR, 9, 8, 7, 9, 6, 5), refused)
    for outcome, value in ((Outcome.PUBLISHED, 18), (Outcome.SILENT, None)):
        said = [
            replace(each, outcome=outcome, value=value) if row == 4 else each
            for row, each in enumerate(honest.said_in(second.id))
        ]
        ledger = refused.with_statements(said)
        assert "tested_unsafely" in {each.kind.value for each in audit(ledger).findings}
        assert "tested unsafely" in second_opinions([ledger])[0]


def test_passing_over_all_without_a_promise_fails_with_both_solvers():
    plan = a_plan("abc", 5, told=False)
    laid = Ledger(organisation=plan.organisation).with_plan(plan)
    made = with_release(plan, plan.releases[0], world(plan, 9, 8, 7), laid)
    skipped = [replace(x, outcome=Outcome.SKIPPED, value=None) for x in made.statements]
    ledger = laid.with_statements(skipped)
    assert {each.kind.value for each in audit(ledger).findings} == {"passed_over"}
    assert second_opinions([ledger]) == [["passed over"]]


def anything(seed):
    """A ledger of ours, in which somebody may have said something else about one figure or two."""
    random = Random(seed)
    times = random.choice([["2026"], ["2026-H1", "2026-H2"], ["2025", "2026"]])
    leaves = {"subject": "abc"} | random.choice([{}, {"relation": "xy"}])
    pairs = [tuple(leaves)] if len(leaves) > 1 and random.random() < 0.5 else []
    told = random.choice([[], [[each] for each in times], [times]])
    spans = [[each] for each in times] + [times] * (len(times) > 1)
    boxes = []
    for over in (each for each in spans if told != [times] or each == times):
        boxes += [{"period": over}] * (over not in told) + lines(leaves, over=over)
        for one, two in product("abc", "xy") if pairs else ():
            boxes.append({"period": over, "subject": [one], "relation": [two]})
    n = random.choice([3, 5])
    plan = linked(n, leaves, boxes, told=told, times=times, pairs=pairs)
    plan = replace(plan, policy=random.choice([1, 3]))
    space, most = Space(plan), random.choice([1, 4, 9])
    world = World(space, tuple(random.choice([0, random.randint(0, most)]) for _ in space.cells))
    laid = Ledger(organisation=plan.organisation).with_plan(plan)
    said = list(with_release(plan, plan.releases[0], world, laid).statements)
    for row in random.sample(range(len(told), len(said)), random.choice([0, 1, 2])):
        value = world.count(said[row].box).cases
        shown = Outcome.PUBLISHED if value >= n else Outcome.SILENT
        how = random.choice([shown, shown, Outcome.SKIPPED, Outcome.DERIVED])
        is_said = how in {Outcome.PUBLISHED, Outcome.DERIVED}
        below = said[row].below if how is Outcome.SILENT else None
        value = value if is_said else None
        said[row] = replace(said[row], outcome=how, value=value, below=below)
    return laid.with_statements(said)


def are_judged_alike(seeds):
    ledgers = list(map(anything, seeds))
    for seed, ledger, found in zip(seeds, ledgers, second_opinions(ledgers), strict=True):
        mine = {each.kind.value for each in audit(ledger).findings} - BY_INSIDERS
        assert bool(mine) == bool(found), (seed, mine, found)


def test_whatever_somebody_writes_is_judged_alike_by_both_solvers():
    are_judged_alike(range(5))


@pytest.mark.long
def test_whatever_somebody_writes_is_judged_alike_by_both_solvers_in_the_long_form():
    are_judged_alike(range(1_000, 1_100))


def test_what_could_not_be_shown_is_passed_over_for_both_solvers():
    plan = replace(KNOWN["the year and then its halves, nothing told"][0], policy=2)
    laid, space = Ledger(organisation=plan.organisation).with_plan(plan), Space(plan)
    made = [
        with_release(plan, plan.releases[0], World(space, cells), laid)
        for cells in ((3, 5, 2, 1), (4, 4, 4, 4), (1, 3, 1, 0), (6, 2, 3, 9))
    ]
    skipped = [{each.outcome for each in ledger.statements} for ledger in made]
    assert any(Outcome.SKIPPED in each for each in skipped)
    assert is_green_with_both(made)
    asked = [
        replace(each, outcome=Outcome.SILENT) if each.outcome is Outcome.SKIPPED else each
        for each in made[2].statements
    ]
    ledger = laid.with_statements(asked)
    assert "tested_in_vain" in {each.kind.value for each in audit(ledger).findings}
    assert "tested in vain" in second_opinions([ledger])[0]


def test_thresholds_are_judged_alike_by_both_solvers():
    plan, cases = replace(KNOWN["pairs before their margins"][0], policy=3), (0, 0, 2, 6)
    laid, space = Ledger(organisation=plan.organisation).with_plan(plan), Space(plan)
    made = with_release(plan, plan.releases[0], World(space, cases), laid)
    row, said = next((row, each) for row, each in enumerate(made.statements) if each.below)
    others = [
        replace(said, below=said.below + 1), replace(said, below=None), replace(said, below=20),
        replace(said, outcome=Outcome.SKIPPED, below=None),
    ]  # fmt: skip
    ledgers = [
        laid.with_statements([*made.statements[:row], each, *made.statements[row + 1 :]])
        for each in others
    ]
    assert is_green_with_both([made])
    expected = ["threshold too high", "tested unsafely", "tested in vain", "passed over"]
    for ledger, word, found in zip(ledgers, expected, second_opinions(ledgers), strict=True):
        assert word in found
        assert not audit(ledger).is_green


def worlds_of(name, most, step):
    plan = {**PLANS, **SLACK, "linked": LINKED}[name]
    return [cells for cells in vectors(len(Space(plan).cells), most) if sum(cells) == most][::step]


def is_green_with_both(ledgers):
    return all(audit(each).is_green for each in ledgers) and not any(second_opinions(ledgers))


def test_what_the_engine_writes_is_green_with_both_solvers():
    names = [*PLANS, *SLACK]
    assert is_green_with_both(
        [ledger_of(name, each) for name in names for each in worlds_of(name, 11, 97)[:3]]
    )


@pytest.mark.long
@pytest.mark.parametrize("name", [*PLANS, *SLACK, "linked"])
def test_more_that_the_engine_writes_is_green_with_both_solvers(name):
    for most in (7, 12, 17):
        assert is_green_with_both(
            [ledger_of(name, cells) for cells in worlds_of(name, most, 53)[:12]]
        )
