"""A department is known up to a quarter of its staff and no case further, by all who judge it."""

from dataclasses import replace

import pytest

from advisor_app.disclosure import one_way as closed_form
from advisor_app.disclosure.auditor.audit import audit
from advisor_app.disclosure.auditor.report import Kind
from advisor_app.disclosure.engine import Engine
from advisor_app.disclosure.headcount import Headcount
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.plan import THRESHOLDS
from tests.disclosure.model import Space, World, one_way

HALVES = (("2026-H1",), ("2026-H2",))


def shown(staff, cases):
    """A line with the limit, and two that stay together."""
    departments = {"zorg": staff, "thuis": 400}
    return a_plan(departments, ("zorg", "thuis", "onbekend")), (cases, 20, 8)


def left_over(staff, cases):
    """A line far below its limit, and one with the limit that it leaves."""
    return a_plan({"zorg": 400, "thuis": staff}, ("zorg", "thuis")), (20, cases)


def shown_in_halves(staff, cases):
    """Seven in the first half, and in the second what makes it so many in the year."""
    departments = {"zorg": staff, "thuis": 400}
    plan = a_plan(departments, ("zorg", "thuis", "onbekend"), told=HALVES, tables=HALVES)
    return replace(plan, policy=THRESHOLDS), (7, 20, 8, cases - 7, 20, 8)


def a_plan(departments, leaves, **options):
    staff = Headcount(organisation=2000, department=departments)
    return one_way(5, {"department": leaves}, headcount=staff, **options)


def said_of(plan, cells):
    """What the closed form says, and what the engine does."""
    (release,), world = plan.releases, World(Space(plan), cells)
    return closed_form.protect(plan, release, world), Engine(plan).protect(release, world)


@pytest.mark.parametrize("staff", [60, 61, 62, 63, 64])
@pytest.mark.parametrize("how", [shown, left_over, shown_in_halves])
def test_closed_form_engine_and_auditor_draw_the_same_line_at_a_quarter_of_the_staff(how, staff):
    limit = {60: 15, 61: 15, 62: 15, 63: 15, 64: 16}[staff]
    for cases in (limit - 1, limit, limit + 1):
        plan, cells = how(staff, cases)
        of_many, _cells = how(400, cases)
        spoken, by_engine = said_of(of_many, cells)
        assert spoken == by_engine
        assert [each == spoken for each in said_of(plan, cells)] == [cases <= limit] * 2
        ledger = Ledger(organisation=plan.organisation).with_plan(plan).with_statements(spoken)
        found = {each.kind for each in audit(ledger).findings}
        assert found == (set() if cases <= limit else {Kind.HEADCOUNT})


def test_departments_together_have_a_quarter_of_all_their_staff():
    headcount = Headcount(organisation=400, department={"zorg": 61, "thuis": 62})
    together = ["zorg", "thuis"]
    assert [headcount.allows(together, cases) for cases in (29, 30, 31)] == [True, True, False]
