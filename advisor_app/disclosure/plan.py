"""The plan: which figures will be offered, in which order, fixed before the year begins.

Everything that makes a plan unsafe or contradictory is refused here, from the plan alone.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension, is_unknown
from advisor_app.disclosure.headcount import DEPARTMENT, Headcount
from advisor_app.disclosure.periods import period, surely_meet
from advisor_app.disclosure.problems import Problem, RefusedError, within
from advisor_app.disclosure.strict_json import SENTENCE_LENGTH, require_text
from advisor_app.disclosure.told import require_promises

LEAST_N = 2
MOST_N = 100
MOST_DIMENSIONS = 50
MOST_TIME_LEAVES = 6
MOST_RELEASES = 50
MOST_BOXES = 2_000
MOST_LINKED_CELLS = 320
MOST_DAYS = 3_660
LATEST_POLICY = 3
NOTHING_IN_VAIN, THRESHOLDS = 2, 3
"""The policies from which on nothing is asked in vain, and silence may have a higher threshold."""

_RELEASE_ID = re.compile(  # it names a folder, and Windows has devices by these names
    r"(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z))\w(?:[\w .+-]{0,58}\w)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One report: totals that are told without a test, then boxes that are offered in order."""

    id: str
    title: str
    told: tuple[Box, ...] = ()
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All figures that one organisation may get over a few periods, in public order.

    `n` is the smallest figure that may be shown; `counts` says what is counted and is printed;
    `time` names the time dimension; `days` gives the length of time leaves that are not in the
    calendar; `policy` is the version of the protocol: see `LATEST_POLICY`.
    """

    organisation: str
    n: int
    dimensions: tuple[Dimension, ...]
    time: str
    headcount: Headcount
    counts: str
    releases: tuple[Release, ...]
    protected_pairs: tuple[tuple[str, str], ...] = ()
    days: Mapping[str, int] = field(default_factory=dict)
    policy: int = 1

    def __post_init__(self) -> None:
        _require_outline(self)
        _require_time(self)
        _require_attributes(self)
        _require_pairs(self)
        _require_releases(self)
        _require_boxes(self)
        require_promises(
            {place: self.times(box) for place, _, box in _promised(self)},
            self.time_leaves,
            self.headcount.organisation,
            self.days,
        )
        _require_order(self)

    @cached_property
    def time_leaves(self) -> tuple[str, ...]:
        """The leaves of the time dimension, the earliest first."""
        return self.dimension(self.time).leaves

    @cached_property
    def attributes(self) -> tuple[Dimension, ...]:
        """The dimensions other than time."""
        return tuple(each for each in self.dimensions if each.name != self.time)

    def dimension(self, name: str) -> Dimension:
        """Return the dimension of that name."""
        return self._named[name]

    def release(self, release_id: str) -> Release:
        """Return the release of that id."""
        return next(each for each in self.releases if each.id == release_id)

    def times(self, box: Box) -> frozenset[str]:
        """Return the time leaves of a box, all of them where it names none."""
        return box.side(self.time) or frozenset(self.time_leaves)

    def sides(self, box: Box) -> dict[str, frozenset[str]]:
        """Return the attributes that a box really narrows, each with its leaves."""
        return {
            name: leaves
            for name, leaves in box.sides
            if name != self.time and len(leaves) < len(self._named[name].leaves)
        }

    @cached_property
    def _named(self) -> Mapping[str, Dimension]:
        return {each.name: each for each in self.dimensions}

    def last_leaf(self, release: Release) -> int:
        """Return the place among the time leaves of the last period of a release."""
        times = frozenset[str]().union(*map(self.times, release.told + release.boxes))
        return max(map(self.time_leaves.index, times))

    def due(self, until: str | None = None) -> tuple[Release, ...]:
        """Return the releases whose last period is at or before a time leaf (default: all)."""
        if until is None:
            return self.releases
        if until not in self.time_leaves:
            raise RefusedError(Problem.UNKNOWN_LEAF, "until")
        closed = self.time_leaves.index(until)
        return tuple(each for each in self.releases if self.last_leaf(each) <= closed)


def _require_outline(plan: Plan) -> None:
    require_text(plan.organisation, "organisation")
    require_text(plan.counts, "counts", SENTENCE_LENGTH)
    if not LEAST_N <= plan.n <= MOST_N:
        raise RefusedError(Problem.OUT_OF_RANGE, "n")
    if not 1 <= plan.policy <= LATEST_POLICY:
        raise RefusedError(Problem.OUT_OF_RANGE, "policy")
    if len(plan.dimensions) > MOST_DIMENSIONS:
        raise RefusedError(Problem.TOO_LARGE, "dimensions")
    names = [each.name for each in plan.dimensions]
    for row, name in enumerate(names):
        if name in names[:row]:
            raise RefusedError(Problem.DUPLICATE_DIMENSION, f"dimensions[{row}].name")
    if plan.time not in names:
        raise RefusedError(Problem.UNKNOWN_DIMENSION, "time")


def _require_time(plan: Plan) -> None:
    """At most six leaves, none of them overlapping, in the order of the calendar."""
    place = f"{_place(plan, plan.time)}.leaves"
    if len(plan.time_leaves) > MOST_TIME_LEAVES:
        raise RefusedError(Problem.TOO_MANY_TIME_LEAVES, place)
    for row, leaf in enumerate(plan.time_leaves):
        known = period(leaf)
        if known is None and leaf not in plan.days:
            raise RefusedError(Problem.LENGTH_UNKNOWN, f"{place}[{row}]")
        for earlier in plan.time_leaves[:row]:
            if surely_meet(leaf, earlier):
                raise RefusedError(Problem.LEAVES_OVERLAP, f"{place}[{row}]")
            before = period(earlier)
            if known and before and known.first < before.first:
                raise RefusedError(Problem.LEAVES_OUT_OF_ORDER, f"{place}[{row}]")
    _require_days(plan)


def _require_days(plan: Plan) -> None:
    """Lengths are given for time leaves that are not in the calendar, and for those alone."""
    for leaf, days in plan.days.items():
        if leaf not in plan.time_leaves:
            raise RefusedError(Problem.UNKNOWN_LEAF, f"days.{leaf}")
        if period(leaf) is not None:
            raise RefusedError(Problem.LENGTH_KNOWN, f"days.{leaf}")
        if not 1 <= days <= MOST_DAYS:
            raise RefusedError(Problem.OUT_OF_RANGE, f"days.{leaf}")


def _require_attributes(plan: Plan) -> None:
    """Two possible values each; a headcount for every department but "onbekend"."""
    for each in plan.attributes:
        if len(each.known_leaves) < 2:
            raise RefusedError(Problem.ONE_POSSIBLE_VALUE, _place(plan, each.name))
    departments = [each.leaves for each in plan.attributes if each.name == DEPARTMENT]
    leaves = departments[0] if departments else ()
    for leaf in plan.headcount.department:
        if leaf not in leaves:
            raise RefusedError(Problem.UNKNOWN_LEAF, f"headcount.department.{leaf}")
    for row, leaf in enumerate(leaves):
        if leaf not in plan.headcount.department and not is_unknown(leaf):
            place = f"{_place(plan, DEPARTMENT)}.leaves[{row}]"
            raise RefusedError(Problem.DEPARTMENT_WITHOUT_HEADCOUNT, place)


def _require_pairs(plan: Plan) -> None:
    names = {each.name for each in plan.attributes}
    linked: set[str] = set()
    for row, pair in enumerate(plan.protected_pairs):
        place = f"protected_pairs[{row}]"
        if not names >= set(pair):
            raise RefusedError(Problem.UNKNOWN_DIMENSION, place)
        if pair[0] == pair[1] or set(pair) in map(set, plan.protected_pairs[:row]):
            raise RefusedError(Problem.DUPLICATE_DIMENSION, place)
        linked |= set(pair)
    sizes = [len(plan.dimension(name).leaves) for name in linked]
    if len(plan.time_leaves) * math.prod(sizes) > MOST_LINKED_CELLS:
        raise RefusedError(Problem.TOO_LARGE, "protected_pairs")


def _require_releases(plan: Plan) -> None:
    if not plan.releases:
        raise RefusedError(Problem.EMPTY_RELEASE, "releases")
    if len(plan.releases) > MOST_RELEASES:
        raise RefusedError(Problem.TOO_LARGE, "releases")
    if sum(len(each.told + each.boxes) for each in plan.releases) > MOST_BOXES:
        raise RefusedError(Problem.TOO_LARGE, "releases")
    for row, each in enumerate(plan.releases):
        place = f"releases[{row}]"
        if not _RELEASE_ID.fullmatch(each.id) or not each.id.isprintable():
            raise RefusedError(Problem.BAD_RELEASE_ID, f"{place}.id")
        if any(each.id.casefold() == other.id.casefold() for other in plan.releases[:row]):
            raise RefusedError(Problem.DUPLICATE_RELEASE, f"{place}.id")
        require_text(each.title, f"{place}.title")
        if not each.told + each.boxes:
            raise RefusedError(Problem.EMPTY_RELEASE, place)


def _require_boxes(plan: Plan) -> None:
    """Known names; told totals narrow time alone; no box twice; pairs only where protected."""
    for place, _, box in [*_promised(plan), *_offered(plan)]:
        with within(place):
            _require_known(plan, box)
    for place, _, box in _promised(plan):
        if plan.sides(box):
            raise RefusedError(Problem.TOLD_NOT_TIME_ONLY, place)
    pairs = [set(pair) for pair in plan.protected_pairs]
    seen: set[tuple[frozenset[str], frozenset[tuple[str, frozenset[str]]]]] = set()
    for place, _, box in _offered(plan):
        sides = plan.sides(box)
        meaning = (plan.times(box), frozenset(sides.items()))
        if meaning in seen:
            raise RefusedError(Problem.OFFERED_TWICE, place)
        seen.add(meaning)
        if len(sides) > 1 and set(sides) not in pairs:
            raise RefusedError(Problem.PAIR_NOT_PROTECTED, place)


def _require_known(plan: Plan, box: Box) -> None:
    names = {each.name for each in plan.dimensions}
    for name, leaves in box.sides:
        if name not in names:
            raise RefusedError(Problem.UNKNOWN_DIMENSION, name)
        if not leaves <= set(plan.dimension(name).leaves):
            raise RefusedError(Problem.UNKNOWN_LEAF, name)


def _require_order(plan: Plan) -> None:
    """Releases by their last period; told totals before what they meet; totals before leaves."""
    ends = [plan.last_leaf(each) for each in plan.releases]
    for row, end in enumerate(ends[1:], start=1):
        if end < ends[row - 1]:
            raise RefusedError(Problem.RELEASES_OUT_OF_ORDER, f"releases[{row}]")
    for place, row, box in _offered(plan):
        for _, later, told in _promised(plan):
            if later > row and plan.times(told) & plan.times(box):
                raise RefusedError(Problem.TOLD_NOT_FIRST, place)
    _require_totals_first(plan)


def _require_totals_first(plan: Plan) -> None:
    """No leaf is offered before the total of its time set is stated, or follows."""
    offered = list(_offered(plan))
    totals: frozenset[frozenset[str]] = frozenset()
    for row in range(len(plan.releases)):
        totals |= {plan.times(box) for _, its, box in _promised(plan) if its == row}
        for place, _, box in (each for each in offered if each[1] == row):
            if not plan.sides(box):
                totals |= {plan.times(box)}
            elif plan.times(box) not in totals:
                totals = _following(totals)
                if plan.times(box) not in totals:
                    raise RefusedError(Problem.TOTAL_NOT_FIRST, place)


def _following(totals: frozenset[frozenset[str]]) -> frozenset[frozenset[str]]:
    """Return the time sets whose total follows from these by adding and subtracting."""
    known = totals
    while True:
        sums = {one | two for one in known for two in known if not one & two}
        differences = {whole - part for whole in known for part in known if part < whole}
        if known >= sums | differences:
            return known
        known |= sums | differences


def _promised(plan: Plan) -> Iterator[tuple[str, int, Box]]:
    """Each told box with its place and the row of its release."""
    for row, each in enumerate(plan.releases):
        yield from _placed(f"releases[{row}].told", row, each.told)


def _offered(plan: Plan) -> Iterator[tuple[str, int, Box]]:
    for row, each in enumerate(plan.releases):
        yield from _placed(f"releases[{row}].boxes", row, each.boxes)


def _placed(place: str, row: int, boxes: Iterable[Box]) -> Iterator[tuple[str, int, Box]]:
    for position, box in enumerate(boxes):
        yield f"{place}[{position}]", row, box


def _place(plan: Plan, dimension: str) -> str:
    return f"dimensions[{[each.name for each in plan.dimensions].index(dimension)}]"
