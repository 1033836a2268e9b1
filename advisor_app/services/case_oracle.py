"""The one door between figures and cases: boxes become questions to the counting of the vault."""

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import is_unknown
from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.oracle import Counts
from advisor_app.disclosure.plan import Plan
from advisor_app.domain.codes import Code
from advisor_app.domain.identity import DepartmentId, OrganisationId
from advisor_app.services import plans
from advisor_app.services.codes import Codes
from advisor_app.storage.counting import Selection
from advisor_app.storage.tables import Tables

Departments = tuple[DepartmentId, ...]


class CaseOracle:
    """Counts boxes of one plan; who the cases are never comes out."""

    def __init__(
        self, tables: Tables, organisation: OrganisationId, plan: Plan, codes: Codes
    ) -> None:
        self._tables = tables
        self._organisation = organisation
        self._plan = plan
        self._codes = codes
        year = plans.first_day(plan.time_leaves[0]).year
        self._groups = {
            group.name: group.departments
            for group in plans.groups(
                tables.departments.of_organisation(organisation),
                tables.department_years.of_organisation(organisation, year),
            )
        }

    def count(self, box: Box) -> Counts:
        """Count one box."""
        departments, unless = self._departments(box.side(DEPARTMENT))
        cases, persons, clusters = self._tables.counting.count(
            Selection(
                organisation=self._organisation,
                spans=tuple(
                    (plans.first_day(leaf), plans.last_day(leaf))
                    for leaf in sorted(self._plan.times(box))
                ),
                not_counted=tuple(
                    item.code for item in self._codes.list("ROL").items if not item.counts
                ),
                categories=self._codes_of("subject", box.side(plans.SUBJECT)),
                relations=self._codes_of("relation", box.side(plans.RELATION)),
                departments=departments,
                unless=unless,
            )
        )
        return Counts(cases=cases, persons=persons, clusters=clusters)

    def _codes_of(self, name: str, leaves: frozenset[str] | None) -> tuple[Code, ...] | None:
        if leaves is None:
            return None
        reporting = self._codes.reporting(name)
        return tuple(
            code for leaf in reporting.leaves if leaf.name in leaves for code in leaf.codes
        )

    def _departments(
        self, leaves: frozenset[str] | None
    ) -> tuple[Departments | None, Departments | None]:
        """Return the departments of some leaves; "onbekend" is whatever lies in no other leaf."""
        if leaves is None:
            return None, None
        inside = self._members(leaves)
        if not any(is_unknown(leaf) for leaf in leaves):
            return inside, None
        return inside, self._members(self._plan.dimension(DEPARTMENT).known_leaves)

    def _members(self, leaves: frozenset[str] | tuple[str, ...]) -> Departments:
        return tuple(each for leaf in sorted(leaves) for each in self._groups.get(leaf, ()))
