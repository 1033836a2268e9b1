"""The one door between figures and cases: what counts in the periods of a plan, at one moment.

Whoever decides about figures works on this copy, so that the vault can go on, and that what is
fixed in the end is exactly what was looked at.
"""

from collections.abc import Callable

from advisor_app.disclosure.dimension import UNKNOWN
from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.plan import Plan
from advisor_app.disclosure.register import Register
from advisor_app.domain.identity import OrganisationId
from advisor_app.services.codes import Codes
from advisor_app.services.figures import department_years, plans
from advisor_app.storage.counting import CountingRow
from advisor_app.storage.tables import Tables

REPORTING_LISTS = {plans.SUBJECT: "subject", plans.RELATION: "relation"}

LeafOf = Callable[[CountingRow], str]


def snapshot(tables: Tables, organisation: OrganisationId, plan: Plan, codes: Codes) -> Register:
    """Return the cases of the periods of a plan as it counts them, in no order of their own.

    Every case lies in one leaf of each attribute: what no leaf names lies in the unknown one, so
    that tables add up whatever codes a case bears.
    """
    leaf_of = {
        each.name: _leaf_of(tables, organisation, plan, each.name, codes)
        for each in plan.attributes
    }
    not_counted = tuple(item.code for item in codes.list("ROL").items if not item.counts)
    cases = (
        (
            tuple(
                leaf if each.name == plan.time else leaf_of[each.name](row)
                for each in plan.dimensions
            ),
            row.persons,
            row.situations,
        )
        for leaf in plan.time_leaves
        for row in tables.counting.rows(
            organisation, plans.first_day(leaf), plans.last_day(leaf), not_counted
        )
    )
    return Register.of(plan, cases)


def _leaf_of(
    tables: Tables, organisation: OrganisationId, plan: Plan, attribute: str, codes: Codes
) -> LeafOf:
    """Return what names the leaf of one attribute in which a case lies."""
    if attribute == DEPARTMENT:
        members = department_years.members(tables, organisation, plan)
        return lambda row: (
            UNKNOWN if row.department is None else members.get(row.department, UNKNOWN)
        )
    leaves, reporting = (
        plan.dimension(attribute).leaves,
        codes.reporting(REPORTING_LISTS[attribute]),
    )
    named = {
        code: leaf.name for leaf in reporting.leaves if leaf.name in leaves for code in leaf.codes
    }
    if attribute == plans.SUBJECT:
        return lambda row: named.get(row.category, reporting.unknown.name)
    return lambda row: named.get(row.relation, reporting.unknown.name)
