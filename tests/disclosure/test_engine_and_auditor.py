"""What the engine says, an auditor who does not know it finds in order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.disclosure.auditor.audit import audit
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.protocol import protect
from advisor_app.disclosure.statement import Outcome
from tests.disclosure.model import Space, World
from tests.disclosure.test_engine import LINKED, PLANS, SLACK, engine
from tests.disclosure.theorem import lines, linked

NAMES = [*PLANS, *SLACK, "linked"]


def ledger_of(name, cells):
    plan = {**PLANS, **SLACK, "linked": LINKED}[name]
    world, ledger, said = World(Space(plan), cells), Ledger(organisation=plan.organisation), []
    ledger = ledger.with_plan(plan)
    for release in plan.releases:
        statements = engine(name).protect(release, world, said)
        said += statements
        ledger = ledger.with_statements(statements)
    return ledger


@settings(max_examples=30, deadline=None)
@given(data=st.data(), name=st.sampled_from(NAMES))
def test_every_release_of_the_engine_passes_the_audit(data, name):
    size = len(Space({**PLANS, **SLACK, "linked": LINKED}[name]).cells)
    cells = data.draw(st.lists(st.integers(0, 9), min_size=size, max_size=size))
    assert audit(ledger_of(name, tuple(cells))).findings == ()


@pytest.mark.parametrize("name", ["linked", "halves"])
def test_a_year_without_a_case_passes_the_audit(name):
    plan = {**PLANS, "linked": LINKED}[name]
    ledger = ledger_of(name, (0,) * len(Space(plan).cells))
    assert Outcome.PUBLISHED not in {each.outcome for each in ledger.statements}
    assert audit(ledger).findings == ()


def test_beside_a_half_year_told_to_be_empty_the_year_says_what_the_other_half_said():
    halves, subject = ["2026-H1", "2026-H2"], {"subject": "abc"}
    boxes = [*lines(subject, over=halves[:1]), *lines(subject, over=halves)]
    plan = linked(5, subject, boxes, told=[[each] for each in halves], times=halves)
    ledger = protect(plan, World(Space(plan), (9, 8, 7, 0, 0, 0)), Ledger(organisation="TEST"))
    year = ledger.statements[-3:]
    assert {(each.outcome, each.value) for each in year} >= {(Outcome.DERIVED, 9)}
    assert audit(ledger).findings == ()
