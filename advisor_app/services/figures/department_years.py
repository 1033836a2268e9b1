"""How departments are divided over reporting groups, and for which years that can not change.

A plan names groups; which departments count under each stands in the years of the departments.
Those of a year that a plan divides stay as they were, or figures would count otherwise than before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.plan import Plan
from advisor_app.domain.identity import DepartmentId, OrganisationId
from advisor_app.domain.organisation import DepartmentYear
from advisor_app.services.figures import plans
from advisor_app.storage.tables import Tables

NAMES_OF_THE_REST = frozenset(
    {"onbekend", "unknown", "overig of onbekend", "overige of onbekend", "other or unknown"}
)
"""How a report calls what no group names; a group of that name could not be told from it."""


def groups(tables: Tables, organisation: OrganisationId, year: int) -> tuple[plans.Group, ...]:
    """Return the groups of a year that are large enough, or of the latest year before it."""
    return plans.groups(
        tables.departments.of_organisation(organisation), _known(tables, organisation, year)
    )


def members(tables: Tables, organisation: OrganisationId, plan: Plan) -> Mapping[DepartmentId, str]:
    """Return under which of its groups a plan counts a department; one of none is not in it."""
    leaves = plan.dimension(DEPARTMENT).leaves
    year = plans.first_day(plan.time_leaves[0]).year
    named = (
        (each.department, plans.as_a_leaf(each.reporting_group))
        for each in _known(tables, organisation, year)
    )
    return {department: group for department, group in named if group in leaves}


def lay_down(tables: Tables, organisation: OrganisationId, plan: Plan) -> None:
    """Write out how departments count in the first year of a plan, as far as it was known."""
    year = plans.first_day(plan.time_leaves[0]).year
    if _is_divided(plan):
        for each in _known(tables, organisation, year):
            if each.year != year:
                tables.department_years.put(replace(each, year=year))


def laid_down(ledger: Ledger) -> frozenset[int]:
    """Return the years of which a plan gives figures by department."""
    return frozenset(
        plans.first_day(leaf).year
        for plan in ledger.plans
        if _is_divided(plan)
        for leaf in plan.time_leaves
    )


def _known(tables: Tables, organisation: OrganisationId, year: int) -> Sequence[DepartmentYear]:
    every = [each for each in tables.department_years.every_year(organisation) if each.year <= year]
    return [each for each in every if each.year == every[0].year]  # the latest comes first


def _is_divided(plan: Plan) -> bool:
    return any(each.name == DEPARTMENT for each in plan.attributes)
