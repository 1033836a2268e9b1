"""The one door between figures and cases: what counts in the periods of a plan, at one moment.

Whoever decides about figures works on this copy, so that the vault can go on, and that what is
fixed in the end is exactly what was looked at.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from operator import attrgetter
from typing import Any

from advisor_app.disclosure.dimension import UNKNOWN
from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.plan import Plan
from advisor_app.disclosure.register import Register
from advisor_app.domain.identity import OrganisationId
from advisor_app.services import plans
from advisor_app.services.codes import Codes
from advisor_app.storage.counting import CountingRow
from advisor_app.storage.tables import Tables

REPORTING_LISTS = {plans.SUBJECT: "subject", plans.RELATION: "relation"}


def snapshot(tables: Tables, organisation: OrganisationId, plan: Plan, codes: Codes) -> Register:
    """Return the cases of the periods of a plan as it counts them, in no order of their own.

    Every case lies in one leaf of each attribute: what no leaf names lies in the unknown one, so
    that tables add up whatever codes a case bears.
    """
    rows = tables.counting.rows(
        organisation,
        min(map(plans.first_day, plan.time_leaves)),
        max(map(plans.last_day, plan.time_leaves)),
        tuple(item.code for item in codes.list("ROL").items if not item.counts),
    )
    sides = [
        _times(plan)
        if each.name == plan.time
        else _attribute(tables, organisation, plan, each.name, codes)
        for each in plan.dimensions
    ]
    cells = zip(*(side.leaves_of(rows) for side in sides), strict=True)
    cases = (
        (cell, row.person, row.situation)
        for cell, row in zip(cells, rows, strict=True)
        if all(cell)  # periods may leave gaps
    )
    return Register.of(plan, cases)


class _Side(dict[Any, str]):
    """The leaf of one dimension by what stands in a column; `other` for what no leaf names."""

    def __init__(self, column: str, leaves: Mapping[Any, str], other: str) -> None:
        super().__init__(leaves)
        self._column = attrgetter(column)
        self._other = other

    def __missing__(self, _value: Any) -> str:
        return self._other

    def leaves_of(self, rows: Sequence[CountingRow]) -> Iterator[str]:
        """Name the leaf of each row."""
        return map(self.__getitem__, map(self._column, rows))


def _times(plan: Plan) -> _Side:
    """Return what names the period of a day; one that lies in none has no name."""
    spans = ((leaf, plans.first_day(leaf), plans.last_day(leaf)) for leaf in plan.time_leaves)
    leaves = {
        (first + timedelta(days)).isoformat(): leaf
        for leaf, first, last in spans
        for days in range((last - first).days + 1)
    }
    return _Side("entered_on", leaves, "")


def _attribute(
    tables: Tables, organisation: OrganisationId, plan: Plan, attribute: str, codes: Codes
) -> _Side:
    """Return what names the leaf of one attribute."""
    leaves = plan.dimension(attribute).leaves
    if attribute == DEPARTMENT:
        groups = plans.groups(
            tables.departments.of_organisation(organisation),
            tables.department_years.of_organisation(
                organisation, plans.first_day(plan.time_leaves[0]).year
            ),
        )
        members = {
            department: group.name
            for group in groups
            if group.name in leaves
            for department in group.departments
        }
        return _Side("department", members, UNKNOWN)
    reporting = codes.reporting(REPORTING_LISTS[attribute])
    named = {
        code: leaf.name for leaf in reporting.leaves if leaf.name in leaves for code in leaf.codes
    }
    column = "category" if attribute == plans.SUBJECT else "relation"
    return _Side(column, named, reporting.unknown.name)
