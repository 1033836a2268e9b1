"""The one door between figures and cases: boxes become questions to the counting of the vault."""

from collections.abc import Iterable

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import UNKNOWN
from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.oracle import Counts
from advisor_app.disclosure.plan import Plan
from advisor_app.domain.identity import OrganisationId
from advisor_app.services import plans
from advisor_app.services.codes import Codes
from advisor_app.storage.counting import Among, Column, Selection
from advisor_app.storage.tables import Tables

REPORTING_LISTS = {plans.SUBJECT: "subject", plans.RELATION: "relation"}
_COLUMNS = {
    plans.SUBJECT: Column.CATEGORY,
    plans.RELATION: Column.RELATION,
    DEPARTMENT: Column.DEPARTMENT,
}

Values = tuple[str | int, ...]


class CaseOracle:
    """Counts boxes of one plan; who the cases are never comes out.

    Every case lies in one leaf of each attribute: what no leaf names lies in the unknown one, so
    that tables add up whatever codes a case bears.
    """

    def __init__(
        self, tables: Tables, organisation: OrganisationId, plan: Plan, codes: Codes
    ) -> None:
        self._counting = tables.counting
        self._organisation = organisation
        self._plan = plan
        roles = codes.list("ROL").items
        self._not_counted = tuple(item.code for item in roles if not item.counts)
        self._values = {
            each.name: _values_of(codes, each.name)
            for each in plan.attributes
            if each.name != DEPARTMENT
        }
        year = plans.first_day(plan.time_leaves[0]).year
        groups = plans.groups(
            tables.departments.of_organisation(organisation),
            tables.department_years.of_organisation(organisation, year),
        )
        self._values[DEPARTMENT] = {group.name: group.departments for group in groups}
        self._unknown = {DEPARTMENT: UNKNOWN} | {
            name: codes.reporting(reporting).unknown.name
            for name, reporting in REPORTING_LISTS.items()
        }

    def count(self, box: Box) -> Counts:
        """Count one box."""
        cases, persons, clusters = self._counting.count(
            Selection(
                organisation=self._organisation,
                spans=tuple(
                    (plans.first_day(leaf), plans.last_day(leaf))
                    for leaf in sorted(self._plan.times(box))
                ),
                not_counted=self._not_counted,
                among=tuple(
                    self._among(name, leaves) for name, leaves in self._plan.sides(box).items()
                ),
            )
        )
        return Counts(cases=cases, persons=persons, clusters=clusters)

    def _among(self, name: str, leaves: frozenset[str]) -> Among:
        named = {*self._plan.dimension(name).leaves} - {self._unknown[name]}
        return Among(
            column=_COLUMNS[name],
            values=self._members(name, leaves),
            unless=None if leaves <= named else self._members(name, named),
        )

    def _members(self, name: str, leaves: Iterable[str]) -> Values:
        values = self._values[name]
        return tuple(each for leaf in sorted(leaves) for each in values.get(leaf, ()))


def _values_of(codes: Codes, name: str) -> dict[str, Values]:
    leaves = codes.reporting(REPORTING_LISTS[name]).leaves
    return {leaf.name: tuple(leaf.codes) for leaf in leaves}
