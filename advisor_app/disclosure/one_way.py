"""The closed form: one-way tables that need no solver (docs/figures.md, "The closed form").

Each decision is made from what was said before and from the one count that it may say now, in an
order that was laid down before the period began; so the pattern of what is shown tells no more than
the figures themselves. Source: simulatable auditing (Kenthapadi, Mishra, Nissim 2005), as worked
out in docs/figures-proof.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension, is_unknown
from advisor_app.disclosure.headcount import DEPARTMENT, Headcount
from advisor_app.disclosure.oracle import Counts, Oracle
from advisor_app.disclosure.plan import NOTHING_IN_VAIN, THRESHOLDS, Plan, Release
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.statement import Decision, Outcome, Outside, Statement
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


def is_closed_form(plan: Plan, release: Release, outside: Iterable[Outside] = ()) -> bool:
    """Whether no solver is needed for a release: a question of the plan and of public figures."""
    try:
        require_closed_form(plan)
        _require_nothing_besides(plan, release, outside)
    except RefusedError:
        return False
    return True


def protect(
    plan: Plan,
    release: Release,
    oracle: Oracle,
    said: Iterable[Statement] = (),
    outside: Iterable[Outside] = (),
) -> tuple[Statement, ...]:
    """Return what a release says: told totals, then each offered box in its planned order.

    `said` are the statements of this plan that were made before, `outside` the figures that were
    given in other ways. The same world gives the same statements, and so does every other world
    that a reader cannot tell from it.

    Raises:
        RefusedError: NEEDS_ENGINE, from the plan and from what readers know besides;
            REGISTER_CONTRADICTS when the cases no longer add up to what was said.
    """
    require_closed_form(plan)
    _require_nothing_besides(plan, release, outside)
    history = tuple(said)
    _require_agreement(plan, release, oracle, history)
    known: dict[Times, int | None] = {
        plan.times(each.box): each.value for each in history if not plan.sides(each.box)
    }
    statements: list[Statement] = []
    for box in release.told:
        told = Decision(Outcome.TOLD, oracle.count(box).cases)
        known[plan.times(box)] = told.value
        statements.append(Statement.of(release.id, box, told))
    tables: dict[tuple[str, Times], Table] = {}
    for each in history:
        for name in plan.sides(each.box):
            at = plan.times(each.box)
            if (name, at) not in tables:
                tables[name, at] = _table(plan, name, at, known, history)
    for box in release.boxes:
        times, sides = plan.times(box), plan.sides(box)
        if not sides:
            total = _total(plan, box, oracle, known)
            known[times] = total.value
            statements.append(Statement.of(release.id, box, total))
            continue
        ((attribute, leaves),) = sides.items()
        if (attribute, times) not in tables:
            tables[attribute, times] = _table(plan, attribute, times, known, history)
        (leaf,) = leaves
        besides = [table for (name, at), table in tables.items()
                   if name == attribute and at != times]  # fmt: skip
        decision = tables[attribute, times].offer(leaf, oracle, besides)
        statements.append(Statement.of(release.id, box, decision))
    return tuple(statements)


@dataclass(slots=True, kw_only=True)
class Table:
    """One attribute over one time set: which leaves are not shown yet, and what they hold.

    `rest` is None while the total was not stated; then nothing of the table can be. `is_told` if
    told totals add up to it; `policy` is that of the plan.
    """

    dimension: Dimension
    times: Times
    time: str
    n: int
    slack: int
    headcount: Headcount
    policy: int
    rest: int | None
    is_told: bool
    unshown: tuple[str, ...]
    tested: frozenset[str] = frozenset()
    shown: dict[str, int] = field(default_factory=dict)

    def offer(self, leaf: str, oracle: Oracle, besides: Sequence["Table"] = ()) -> Decision:
        """Decide about one leaf and remember it; `besides` are its tables over other periods."""
        decision = self._decide(leaf, oracle, besides)
        self.remember(leaf, decision)
        return decision

    def known(self, leaf: str) -> int:
        """Return what is known of a leaf, shown or left over; 0 if nothing is."""
        if self.rest is not None and self.unshown == (leaf,):
            return self.rest
        return self.shown.get(leaf, 0)

    def remember(self, leaf: str, decision: Decision) -> None:
        """Take in what was said about a leaf."""
        outcome, value, _ = decision
        if outcome in {Outcome.PUBLISHED, Outcome.SILENT}:
            self.tested |= {leaf}
        if self.rest is not None and value is not None:
            self.unshown = tuple(each for each in self.unshown if each != leaf)
            self.rest -= value
            self.shown[leaf] = value

    def _decide(self, leaf: str, oracle: Oracle, besides: Sequence["Table"]) -> Decision:
        others = tuple(each for each in self.unshown if each != leaf)
        if self.rest is None or self._is_never_shown(leaf):
            return Decision(Outcome.SKIPPED)
        if not others:
            return Decision(Outcome.DERIVED, self.rest)
        threshold = self._threshold(others, self.rest)
        if self._is_in_vain(self.rest) or threshold is None:
            return Decision(Outcome.SKIPPED)
        count, left = self._count([leaf], oracle), self._count(others, oracle)
        if count.cases + left.cases != self.rest:
            raise RefusedError(Problem.REGISTER_CONTRADICTS, self.dimension.name)
        large = min(count.least, left.least) >= self.n + self.slack and count.cases >= threshold
        if large and self._staff_allows({(leaf,): count.cases, others: left.cases}, besides):
            return Decision(Outcome.PUBLISHED, count.cases)
        return Decision(Outcome.SILENT, below=threshold if threshold > self.n else None)

    def _threshold(self, others: Sequence[str], rest: int) -> int | None:
        """Return below which count silence leaves every leaf its room; None if none can be shown.

        n, if nothing is known of one of the others, or if all of them stay below n and are enough to
        hold the rest. Else they and this leaf, the last that is tested, must be able to hold n - 1
        more than the rest. It stays so when a leaf is shown: the rest falls by the threshold or more,
        what they can hold by less.
        """
        if any(each not in self.tested for each in others):
            return self.n
        missing = rest - len(others) * (self.n - 1)
        if missing <= 0:
            return self.n
        is_reached = self.policy >= THRESHOLDS and missing + 2 * self.n <= rest
        return self.n + missing if is_reached else None

    def _is_in_vain(self, rest: int) -> bool:
        """Whether public figures leave too little; what told totals alone leave does not count."""
        has_figures = not self.is_told or len(self.unshown) < len(self.dimension.leaves)
        return self.policy >= NOTHING_IN_VAIN and has_figures and rest < 2 * self.n

    def _is_never_shown(self, leaf: str) -> bool:
        """Whether it is the leaf of departments that are not known: staff that nobody can count."""
        return self.dimension.name == DEPARTMENT and is_unknown(leaf)

    def _staff_allows(
        self, found: Mapping[tuple[str, ...], int], besides: Sequence["Table"]
    ) -> bool:
        """Whether the department and, by subtraction, the others together may be known.

        By the third policy one department over all periods of which it is known, too.
        """
        if self.dimension.name != DEPARTMENT:
            return True
        for departments, count in found.items():
            before = 0
            if self.policy >= THRESHOLDS and len(departments) == 1:
                before = sum(table.known(departments[0]) for table in besides)
            if not self.headcount.allows(departments, before + count):
                return False
        return True

    def _count(self, leaves: Iterable[str], oracle: Oracle) -> Counts:
        return oracle.count(Box.of({self.time: self.times, self.dimension.name: leaves}))


def _require_foundation(plan: Plan, times: Times) -> None:
    """A time set that is offered stands on told periods that fill it, or meets none of them."""
    inside = [each for each in _told_sets(plan) if each & times]
    covered = frozenset[str]().union(*inside)
    if inside and covered != times:
        raise RefusedError(Problem.NEEDS_ENGINE, "releases")


def _told_sets(plan: Plan) -> tuple[Times, ...]:
    return tuple(plan.times(box) for release in plan.releases for box in release.told)


def _require_nothing_besides(plan: Plan, release: Release, outside: Iterable[Outside]) -> None:
    """Refuse to offer anything over a time of which readers know a figure from elsewhere."""
    offered = frozenset[str]().union(*map(plan.times, release.boxes))
    for each in outside:
        if each.box is not None and offered & (each.box.side(plan.time) or frozenset()):
            raise RefusedError(Problem.NEEDS_ENGINE, "outside")


def _require_agreement(
    plan: Plan, release: Release, oracle: Oracle, history: Iterable[Statement]
) -> None:
    """Refuse cases that changed after a figure was given that this release builds upon."""
    offered = frozenset[str]().union(*map(plan.times, release.boxes))
    for each in history:
        builds = each.value is not None and plan.times(each.box) & offered
        if builds and oracle.count(each.box).cases != each.value:
            raise RefusedError(Problem.REGISTER_CONTRADICTS, each.release)


def _total(plan: Plan, box: Box, oracle: Oracle, known: Mapping[Times, int | None]) -> Decision:
    """Decide about the total of a time set; one that told totals add up to follows from them."""
    parts = _told_inside(plan, plan.times(box), known)
    if parts:
        return Decision(Outcome.DERIVED, sum(parts))
    count = oracle.count(box)
    if count.least >= plan.n:
        return Decision(Outcome.PUBLISHED, count.cases)
    return Decision(Outcome.SILENT)


def _table(
    plan: Plan,
    attribute: str,
    times: Times,
    known: Mapping[Times, int | None],
    history: Iterable[Statement],
) -> Table:
    """Return a table as earlier releases left it."""
    parts = _told_inside(plan, times, known)
    dimension = plan.dimension(attribute)
    table = Table(
        dimension=dimension,
        times=times,
        time=plan.time,
        n=plan.n,
        slack=slack(parts, plan.n),
        headcount=plan.headcount,
        policy=plan.policy,
        rest=sum(parts) if parts else known.get(times),
        is_told=bool(parts),
        unshown=dimension.leaves,
    )
    for each in history:
        sides = plan.sides(each.box)
        if plan.times(each.box) == times and set(sides) == {attribute}:
            (leaf,) = sides[attribute]
            table.remember(leaf, each.decision)
    return table


def _told_inside(plan: Plan, times: Times, known: Mapping[Times, int | None]) -> tuple[int, ...]:
    """Return the told totals of the periods in a time set."""
    values = (known[each] for each in _told_sets(plan) if each & times)
    return tuple(value for value in values if value is not None)


def tables_of(plan: Plan, release: Release) -> Iterator[tuple[Dimension, Times]]:
    """Return the one-way tables of a release in their planned order: attribute and time set."""
    seen: set[tuple[str, Times]] = set()
    for box in release.boxes:
        attributes, times = tuple(plan.sides(box)), plan.times(box)
        if len(attributes) == 1 and (attributes[0], times) not in seen:
            seen.add((attributes[0], times))
            yield plan.dimension(attributes[0]), times
