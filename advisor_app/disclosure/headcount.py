"""Headcounts: public numbers of staff, and what they allow to be known about a department."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from advisor_app.disclosure.dimension import is_unknown
from advisor_app.disclosure.problems import Problem, RefusedError

DEPARTMENT = "department"
LEAST_DEPARTMENT = 50
MOST_STAFF = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Headcount:
    """Staff on 1 January of the plan's first year: of the organisation and of each department.

    Smaller departments are joined beforehand and their headcounts added.
    """

    organisation: int
    department: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not 1 <= self.organisation <= MOST_STAFF:
            raise RefusedError(Problem.OUT_OF_RANGE, "organisation")
        for leaf, staff in self.department.items():
            place = f"department.{leaf}"
            if staff < LEAST_DEPARTMENT and not is_unknown(leaf):
                raise RefusedError(Problem.SMALL_DEPARTMENT, place)
            if staff > self.organisation:
                raise RefusedError(Problem.DEPARTMENT_EXCEEDS_ORGANISATION, place)

    def allows(self, departments: Collection[str], count: int) -> bool:
        """Whether so much may be known of departments together: at most a quarter of their staff.

        A group that holds "onbekend" says nothing about its departments, so it has no limit;
        "onbekend" alone has no staff and may never be known.
        """
        if any(is_unknown(leaf) for leaf in departments):
            return not all(map(is_unknown, departments))
        return 4 * count <= sum(self.department[leaf] for leaf in departments)
