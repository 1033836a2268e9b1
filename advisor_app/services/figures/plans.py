"""The plan of each rung of the ladder, and how its periods are called."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import UNKNOWN, Dimension
from advisor_app.disclosure.headcount import DEPARTMENT, LEAST_DEPARTMENT, Headcount
from advisor_app.disclosure.periods import period
from advisor_app.disclosure.plan import THRESHOLDS, Plan, Release
from advisor_app.disclosure.space import require_engine
from advisor_app.disclosure.strict_json import NAME_LENGTH
from advisor_app.domain.codes import ReportingList
from advisor_app.domain.identity import DepartmentId
from advisor_app.domain.organisation import Department, DepartmentYear, Organisation, PeriodKind
from advisor_app.domain.reporting import Parts, Rung
from advisor_app.services.codes import Codes

TIME = "period"
SUBJECT = "category"
RELATION = "relation"

COUNTS = (
    "Zaken: kwesties van één melder. Elke zaak telt één keer, bij het hoofdonderwerp, in de periode"
    " waarin zij is vastgelegd. Niet geteld: signalen zonder melder, advies aan het management, en"
    " wie buiten de reikwijdte van de regeling valt."
)
"""What a plan says that it counts; it becomes a part of the ledger, so it has one language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A reporting group: departments that count as one leaf, with their staff together."""

    name: str = field(repr=False)
    staff: int
    departments: tuple[DepartmentId, ...]


def year_leaf(year: int, kind: PeriodKind) -> str:
    """Return the name of a year as a time leaf: 2026, or 2026/27."""
    if kind is PeriodKind.CALENDAR_YEAR:
        return str(year)
    return f"{year}/{(year + 1) % 100:02}"


def release_id(leaf: str) -> str:
    """Return the name of the release of a time leaf; it can name a file."""
    return leaf.replace("/", "-")


def first_day(leaf: str) -> date:
    """Return the first day of a time leaf."""
    known = period(leaf)
    assert known is not None, leaf
    return known.first


def last_day(leaf: str) -> date:
    """Return the last day of a time leaf."""
    known = period(leaf)
    assert known is not None, leaf
    return known.last


def time_name(times: Sequence[str]) -> str:
    """Return the name of time leaves together: all parts of a year are that year."""
    year = times[0][:4]
    return year if tuple(times) in {each.of(year) for each in Parts} else "-".join(times)


def span(plan: Plan, release: Release) -> tuple[date, date]:
    """Return the first and the last day that a release speaks of."""
    times = frozenset[str]().union(*map(plan.times, release.told + release.boxes))
    return min(map(first_day, times)), max(map(last_day, times))


def groups(departments: Sequence[Department], years: Sequence[DepartmentYear]) -> tuple[Group, ...]:
    """Return the reporting groups that are large enough to be named, in the order of their staff."""
    names = sorted({spelt(each.reporting_group) for each in years})
    known = {each.id for each in departments}
    found = []
    for name in names:
        inside = [
            each
            for each in years
            if spelt(each.reporting_group) == name and each.department in known
        ]
        staff = sum(each.staff for each in inside)
        if staff >= LEAST_DEPARTMENT and name.casefold() != UNKNOWN:
            members = tuple(each.department for each in inside)
            found.append(Group(name=as_a_leaf(name), staff=staff, departments=members))
    return tuple(sorted(found, key=lambda group: -group.staff))


def spelt(name: str) -> str:
    """Return a name in one spelling of its letters and blanks."""
    text = unicodedata.normalize("NFC", name)
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def as_a_leaf(name: str) -> str:
    """Return a name as a plan can hold it: what is long loses its middle, where names differ least."""
    text = spelt(name)
    if len(text) <= NAME_LENGTH:
        return text
    half = NAME_LENGTH // 2
    return f"{text[:half].rstrip()}…{text[-half + 1 :].lstrip()}"


def plan_of(
    organisation: Organisation,
    year: int,
    rung: Rung,
    staff: int,
    named: Sequence[Group],
    codes: Codes,
    divided: Parts | None = None,
    *,
    has_pairs: bool = False,
) -> Plan:
    """Return the plan of a rung for a year; refused if the engine could not keep it safe.

    With `has_pairs` it also gives each department by subject, last of all.

    Raises:
        RefusedError: from the plan alone.
    """
    leaf = year_leaf(year, organisation.period_kind)
    times = _times(leaf, year, rung, organisation.period_kind, divided)
    tables = rung not in {Rung.TWO_YEAR_TOTAL, Rung.YEAR_TOTAL}
    attributes = _attributes(named, codes) if tables else ()
    pairs = _pairs(times, attributes) if has_pairs else ()
    plan = Plan(
        organisation=organisation.code,
        n=organisation.minimum,
        dimensions=(Dimension(name=TIME, leaves=times), *attributes),
        time=TIME,
        headcount=Headcount(
            organisation=staff,
            department={group.name: group.staff for group in named if len(named) > 1 and tables},
        ),
        counts=COUNTS,
        releases=_releases(leaf, times, rung, attributes, pairs),
        protected_pairs=((SUBJECT, DEPARTMENT),) if has_pairs else (),
        policy=THRESHOLDS,
    )
    require_engine(plan)
    return plan


def rung_of(plan: Plan) -> Rung:
    """Return the rung that a plan was made from."""
    tables = any(release.boxes for release in plan.releases)
    if not tables:
        return Rung.TWO_YEAR_TOTAL if len(plan.time_leaves) == 2 else Rung.YEAR_TOTAL
    if len(plan.releases) == 1:
        return Rung.YEAR_TABLES
    if not plan.releases[0].told:
        return Rung.PART_TABLES
    return Rung.THREE_YEAR_TABLES if parts_of(plan) is None else Rung.PART_TOTALS


def parts_of(plan: Plan) -> Parts | None:
    """Return the parts into which a plan divides its year."""
    year = plan.time_leaves[0][:4]
    return next((each for each in Parts if each.of(year) == plan.time_leaves), None)


def _times(
    leaf: str, year: int, rung: Rung, kind: PeriodKind, divided: Parts | None
) -> tuple[str, ...]:
    if rung is Rung.TWO_YEAR_TOTAL:
        return leaf, year_leaf(year + 1, kind)
    if rung is Rung.THREE_YEAR_TABLES:
        return tuple(year_leaf(each, kind) for each in range(year, year + 3))
    return (leaf,) if divided is None else divided.of(leaf)


def _attributes(named: Sequence[Group], codes: Codes) -> tuple[Dimension, ...]:
    found = [
        Dimension(name=SUBJECT, leaves=_lines_of(codes.reporting("subject"))),
        Dimension(name=RELATION, leaves=_lines_of(codes.reporting("relation"))),
    ]
    if len(named) > 1:
        leaves = (*(group.name for group in named), UNKNOWN)
        found.append(Dimension(name=DEPARTMENT, leaves=leaves))
    return tuple(found)


def _lines_of(reporting: ReportingList) -> tuple[str, ...]:
    return tuple(leaf.name for leaf in reporting.leaves)


def _releases(
    leaf: str,
    times: tuple[str, ...],
    rung: Rung,
    attributes: Sequence[Dimension],
    pairs: Sequence[Box],
) -> tuple[Release, ...]:
    """Return the releases, and in each what is larger first: a figure takes room from the next."""
    block = f"{times[0]}-{times[-1]}"
    whole, lines = Box.of({TIME: times}), _lines(times, attributes)
    told = (Release(id=release_id(each), title=each, told=(_total(each),)) for each in times)
    if rung is Rung.TWO_YEAR_TOTAL:
        return (Release(id=release_id(block), title=block, told=(whole,)),)
    if rung is Rung.THREE_YEAR_TABLES:
        return (*told, Release(id=release_id(block), title=block, boxes=(whole, *lines)))
    year = Release(id=release_id(leaf), title=leaf, boxes=(whole, *lines, *pairs))
    if rung is Rung.PART_TOTALS:
        return (*told, year)
    if rung is Rung.PART_TABLES:
        parts = (
            Release(id=each, title=each, boxes=(_total(each), *_lines((each,), attributes)))
            for each in times
        )
        return (*parts, year)
    beside = map(_total, times) if len(times) > 1 else ()
    return (replace(year, told=(whole,), boxes=(*lines, *beside, *pairs)),)


def _total(leaf: str) -> Box:
    return Box.of({TIME: [leaf]})


def _lines(times: tuple[str, ...], attributes: Sequence[Dimension]) -> tuple[Box, ...]:
    """Return every line of every table over a time; what no group names is never shown."""
    return tuple(
        Box.of({TIME: times, each.name: [own]})
        for each in attributes
        for own in each.leaves
        if not (each.name == DEPARTMENT and own == UNKNOWN)
    )


def _pairs(times: tuple[str, ...], attributes: Sequence[Dimension]) -> tuple[Box, ...]:
    """Return the lines by subject of each department that a group names."""
    leaves = {each.name: each.leaves for each in attributes}
    return tuple(
        Box.of({TIME: times, DEPARTMENT: [own], SUBJECT: [subject]})
        for own in leaves[DEPARTMENT]
        if own != UNKNOWN
        for subject in leaves[SUBJECT]
    )
