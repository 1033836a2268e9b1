"""The closed form: one-way tables that need no solver (docs/figures.md, "The closed form").

Each decision is made from what was said before and from the one count that it may say now, in an
order that was laid down before the period began; so the pattern of what is shown tells no more than
the figures themselves. Source: simulatable auditing (Kenthapadi, Mishra, Nissim 2005), as worked
out in docs/figures.md.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.headcount import DEPARTMENT, Headcount
from advisor_app.disclosure.oracle import Counts, Oracle
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.statement import Outcome, Statement
from advisor_app.disclosure.told import slack

Times = frozenset[str]


def require_closed_form(plan: Plan) -> None:
    """Refuse, from the plan alone, what only the engine can protect.

    Allowed are totals over time and single leaves of single attributes, over time sets that are
    equal or do not meet: never quarters and their year, never a group of leaves beside its leaves,
    never pairs.
    """
    if plan.protected_pairs:
        raise RefusedError(Problem.NEEDS_ENGINE, "protected_pairs")
    spans: set[Times] = set()
    for row, release in enumerate(plan.releases):
        for position, box in enumerate(release.boxes):
            place = f"releases[{row}].boxes[{position}]"
            sides = plan.sides(box)
            if len(sides) > 1 or any(len(leaves) > 1 for leaves in sides.values()):
                raise RefusedError(Problem.NEEDS_ENGINE, place)
            times = plan.times(box)
            if any(times != other and times & other for other in spans):
                raise RefusedError(Problem.NEEDS_ENGINE, place)
            spans.add(times)
    for times in spans:
        _require_foundation(plan, times)


def protect(
    plan: Plan, release: Release, oracle: Oracle, said: Iterable[Statement] = ()
) -> tuple[Statement, ...]:
    """Return what a release says: told totals, then each offered box in its planned order.

    `said` are the statements of this plan that were made before. The same world gives the same
    statements, and so does every other world that a reader cannot tell from it.
    """
    require_closed_form(plan)
    known: dict[Times, int | None] = {
        plan.times(each.box): each.value for each in said if not plan.sides(each.box)
    }
    statements: list[Statement] = []
    for box in release.told:
        cases = oracle.count(box).cases
        known[plan.times(box)] = cases
        statements.append(_statement(release, box, cases, Outcome.TOLD))
    told = _told_sets(plan)
    tables: dict[tuple[str, Times], Table] = {}
    for box in release.boxes:
        times, sides = plan.times(box), plan.sides(box)
        if not sides:
            statements.append(_total(plan, release, box, oracle, known))
            continue
        (attribute,) = sides
        key = (attribute, times)
        if key not in tables:
            tables[key] = _table(plan, plan.dimension(attribute), times, known, told, oracle)
        (leaf,) = sides[attribute]
        outcome, value = tables[key].offer(leaf)
        statements.append(_statement(release, box, value, outcome))
    return tuple(statements)


@dataclass(slots=True, kw_only=True)
class Table:
    """One attribute over one time set: what is left of its total, and of which leaves.

    `total` is None while it was not said; then nothing of the table can be.
    """

    dimension: Dimension
    times: Times
    time: str
    total: int | None
    n: int
    slack: int
    headcount: Headcount
    oracle: Oracle
    tested: set[str] = field(default_factory=set)
    unshown: list[str] = field(default_factory=list)
    rest: int = 0

    def __post_init__(self) -> None:
        self.unshown = list(self.dimension.leaves)
        self.rest = self.total or 0

    def offer(self, leaf: str) -> tuple[Outcome, int | None]:
        """Decide about one leaf."""
        if self.total is None:
            return Outcome.SKIPPED, None
        if self.unshown == [leaf]:
            return Outcome.DERIVED, self.rest
        if not self._silence_is_harmless(leaf):
            return Outcome.SKIPPED, None
        self.tested.add(leaf)
        count = self._count([leaf])
        others = [each for each in self.unshown if each != leaf]
        if not self._may_show(leaf, others, count):
            return Outcome.SILENT, None
        self.unshown = others
        self.rest -= count.cases
        return Outcome.PUBLISHED, count.cases

    def _silence_is_harmless(self, leaf: str) -> bool:
        """Whether a reader who sees silence still keeps enough values for every unshown leaf."""
        untested = any(each not in self.tested for each in self.unshown if each != leaf)
        return untested or self.rest <= (len(self.unshown) - 1) * (self.n - 1)

    def _may_show(self, leaf: str, others: Sequence[str], count: Counts) -> bool:
        """Whether the leaf, and all that would follow from it, is large enough to be known."""
        least = self.n + self.slack
        rest = self.rest - count.cases
        if min(count.least, rest) < least or self._count(others).least < least:
            return False
        if self.dimension.name == DEPARTMENT and not (
            self.headcount.allows([leaf], count.cases) and self.headcount.allows(others, rest)
        ):
            return False
        untested = any(each not in self.tested for each in others)
        return untested or rest <= (len(others) - 1) * (self.n - 1)

    def _count(self, leaves: Iterable[str]) -> Counts:
        return self.oracle.count(Box.of({self.time: self.times, self.dimension.name: leaves}))


def remainder(statements: Iterable[Statement], total: int) -> int:
    """Return what the leaves of one table that are not shown hold together."""
    return total - sum(each.value for each in statements if each.value is not None)


def _require_foundation(plan: Plan, times: Times) -> None:
    """A time set that is offered stands on told periods that fill it, or meets none of them."""
    inside = [each for each in _told_sets(plan) if each & times]
    covered = frozenset[str]().union(*inside)
    if inside and covered != times:
        raise RefusedError(Problem.NEEDS_ENGINE, "releases")


def _told_sets(plan: Plan) -> tuple[Times, ...]:
    return tuple(plan.times(box) for release in plan.releases for box in release.told)


def _total(
    plan: Plan, release: Release, box: Box, oracle: Oracle, known: dict[Times, int | None]
) -> Statement:
    """Decide about the total of a time set; one that told totals add up to follows from them."""
    times = plan.times(box)
    parts = [each for each in _told_sets(plan) if each & times]
    if parts:
        value: int | None = sum(known[part] or 0 for part in parts)
        known[times] = value
        return _statement(release, box, value, Outcome.DERIVED)
    count = oracle.count(box)
    if count.least >= plan.n:
        known[times] = count.cases
        return _statement(release, box, count.cases, Outcome.PUBLISHED)
    known[times] = None
    return _statement(release, box, None, Outcome.SILENT)


def _table(
    plan: Plan,
    dimension: Dimension,
    times: Times,
    known: dict[Times, int | None],
    told: Sequence[Times],
    oracle: Oracle,
) -> Table:
    parts = [known[each] or 0 for each in told if each & times]
    return Table(
        dimension=dimension,
        times=times,
        time=plan.time,
        total=sum(parts) if parts else known.get(times),
        n=plan.n,
        slack=slack(parts, plan.n),
        headcount=plan.headcount,
        oracle=oracle,
    )


def _statement(release: Release, box: Box, value: int | None, outcome: Outcome) -> Statement:
    return Statement(release=release.id, box=box, value=value, outcome=outcome)


def tables_of(plan: Plan, release: Release) -> Iterator[tuple[Dimension, Times]]:
    """Return the tables of a release in their planned order: attribute and time set."""
    seen: set[tuple[str, Times]] = set()
    for box in release.boxes:
        for attribute in plan.sides(box):
            key = (attribute, plan.times(box))
            if key not in seen:
                seen.add(key)
                yield plan.dimension(attribute), key[1]
