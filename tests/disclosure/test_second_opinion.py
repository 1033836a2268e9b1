"""Two solvers and two judges: what is planted fails with both, what our engine writes is green.

OR-tools works in a process of its own (`second_opinion`).
"""

import json
import subprocess
import sys

import pytest

from advisor_app.disclosure.auditor.audit import audit
from tests.disclosure.ledgers import a_ledger
from tests.disclosure.model import Space, vectors
from tests.disclosure.test_auditor import LEAKS
from tests.disclosure.test_engine import LINKED, PLANS, SLACK
from tests.disclosure.test_engine_and_auditor import ledger_of

WORDS = {
    "narrow": "narrow", "follows_small": "odd shape", "contradiction": "contradiction",
    "tested_unsafely": "tested unsafely", "passed_over": "passed over",
    "does_not_follow": "does not follow", "total_not_first": "total not first",
}  # fmt: skip
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
