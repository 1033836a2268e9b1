"""Where the figures of an organisation stand on a day: read from ledger, headcounts and calendar.

No case is asked here, so nothing that is offered, due or advised can depend on one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.periods import period, surely_meet, year_of
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.domain.ladder import LEAST_STAFF, REPORTING_RATE
from advisor_app.domain.organisation import Headcount, Organisation, PeriodKind
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import Advice, ReleaseLine, ReleaseState, Rung, WaitingFigures
from advisor_app.services.figures import ladder, plans

_CHOICE_IS_NEAR = timedelta(days=61)
"""How long before its last day a choice is asked for on Vandaag."""

_YEARS_BACK = 3
"""For how many past years a report of words alone is still offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Public facts about one organisation's figures; `fixed` is the day of each fixed release."""

    organisation: Organisation
    ledger: Ledger
    headcounts: Sequence[Headcount]
    fixed: Mapping[str, date]
    today: date

    def lines(self) -> list[ReleaseLine]:
        """Return every release, and the years that wait for a choice, the newest first."""
        planned = [
            self.planned_line(plan, release)
            for plan in self.ledger.plans
            for release in plan.releases
        ]
        waiting = [self._waiting(leaf) for leaf in self.years() if self._waits(leaf)]
        words = [self._of_words(leaf) for leaf in self._years_of_words()]
        return sorted(
            [*planned, *waiting, *words],
            key=lambda line: (line.last, line.last - line.first, line.id),
            reverse=True,
        )

    def waiting(self) -> list[WaitingFigures]:
        """Return what asks something of the advisor now, the oldest first.

        Periods that are over and have a plan, and years of which the last day to choose is near: the
        day before it begins, or for one that has begun its last.
        """
        found = []
        for line in reversed(self.lines()):
            day = None
            if line.state is ReleaseState.NO_PLAN:
                day = line.first if line.first > self.today else line.last + timedelta(1)
                ended = self.organisation.client_until
                if day - self.today > _CHOICE_IS_NEAR or (ended is not None and ended < line.first):
                    continue
            elif line.state is not ReleaseState.READY or line.rung is Rung.NOTHING:
                continue
            found.append(
                WaitingFigures(organisation=self.organisation, line=line, choose_before=day)
            )
        return found

    def line(self, release: str) -> ReleaseLine:
        """Return the line of a release.

        Raises:
            ProblemError: NOT_PLANNED.
        """
        for line in self.lines():
            if line.id == release and line.state is not ReleaseState.NO_PLAN:
                return line
        raise ProblemError(Problem.NOT_PLANNED)

    def planned_line(self, plan: Plan, release: Release) -> ReleaseLine:
        """Return the line of a release that a plan holds."""
        first, last = plans.span(plan, release)
        fixed = bool(self.ledger.said_in(release.id))
        before = plan.releases[: plan.releases.index(release)]
        return ReleaseLine(
            id=release.id,
            rung=plans.rung_of(plan),
            parts=plans.parts_of(plan),
            has_pairs=bool(plan.protected_pairs),
            first=first,
            last=last,
            state=self._state(first, last, fixed=fixed),
            fixed_on=self.ledger.fixed_on(release.id),
            brings=tuple(each.id for each in before if not self.ledger.said_in(each.id)),
        )

    def advice(self, year: str) -> Advice:
        """Return what is advised for a year, from what was public before it began.

        Whoever could choose when a total is fixed within the year could choose the figures of that
        year, having seen what came in.

        Raises:
            ProblemError: NOT_PLANNED when it is not the name of a year of this organisation.
        """
        known = period(year)
        if known is None or self._leaf(known.first.year) != year:
            raise ProblemError(Problem.NOT_PLANNED)
        planned = [plans.last_day(leaf) for plan in self.ledger.plans for leaf in plan.time_leaves]
        before = max((last for last in planned if last < known.first), default=None)
        staff = self._staff(known.first.year)
        last_year, last_total = self._last_total(known.first)
        expected = int((staff or 0) * REPORTING_RATE) if last_total is None else last_total
        begun = known.first <= self.today
        kind = self.organisation.period_kind
        rung = ladder.advised(staff, expected, kind, begun=begun)
        offered = (rung,) if begun else ladder.offered(staff, kind)
        return Advice(
            year=year,
            first=known.first,
            staff=staff,
            last_total=last_total,
            last_year=last_year,
            expected=expected,
            rung=rung,
            offered=offered,
            parts={each: ladder.parts(each, staff or 0, kind, begun=begun) for each in offered},
            divided=ladder.divided(rung, kind),
            has_begun=begun,
            left_out=_left_out(before, known.first),
        )

    def years(self) -> tuple[str, str]:
        """Return the year, calendar or school, that today lies in, and the next one."""
        year = self._year()
        return self._leaf(year), self._leaf(year + 1)

    def _year(self) -> int:
        before_august = (
            self.organisation.period_kind is PeriodKind.SCHOOL_YEAR and self.today.month < 8
        )
        return self.today.year - 1 if before_august else self.today.year

    def _leaf(self, year: int) -> str:
        return plans.year_leaf(year, self.organisation.period_kind)

    def _staff(self, year: int) -> int | None:
        """Return the headcount of a year, or the latest one before it."""
        known = [each for each in self.headcounts if each.year <= year]
        return max(known, key=lambda each: each.year).staff if known else None

    def _last_total(self, first: date) -> tuple[str, int | None]:
        """Return the latest year whose total was published before a day, and that total."""
        known = {year_of(leaf) for plan in self.ledger.plans for leaf in plan.time_leaves}
        for each in sorted((leaf for leaf in known if int(leaf[:4]) < first.year), reverse=True):
            total = _published_total(self.ledger, each, first)
            if total is not None:
                return each, total
        return self._leaf(first.year - 1), None

    def _state(self, first: date, last: date, *, fixed: bool) -> ReleaseState:
        if fixed:
            return ReleaseState.FIXED
        if first > self.today:
            return ReleaseState.NOT_BEGUN
        return ReleaseState.READY if last < self.today else ReleaseState.RUNNING

    def _waits(self, leaf: str) -> bool:
        """Whether something can be chosen for a year: below 50 staff there is nothing to choose."""
        staff = self._staff(plans.first_day(leaf).year)
        return not self._is_planned(leaf) and (staff is None or staff >= LEAST_STAFF)

    def _waiting(self, leaf: str) -> ReleaseLine:
        return ReleaseLine(
            id=leaf,
            rung=None,
            first=plans.first_day(leaf),
            last=plans.last_day(leaf),
            state=ReleaseState.NO_PLAN,
        )

    def _is_planned(self, leaf: str) -> bool:
        leaves = (each for plan in self.ledger.plans for each in plan.time_leaves)
        return any(surely_meet(leaf, each) for each in leaves)

    def _years_of_words(self) -> Iterator[str]:
        """Yield the years whose report has words and no figure.

        Those of organisations below 50 staff, and the first of two years that share a total.
        """
        for plan in self.ledger.plans:
            first = plan.time_leaves[0]
            if plans.rung_of(plan) is Rung.TWO_YEAR_TOTAL and plans.first_day(first) <= self.today:
                yield first
        earliest = max(self.organisation.client_since.year, self._year() - _YEARS_BACK)
        for year in range(earliest, self._year() + 1):
            leaf, staff = self._leaf(year), self._staff(year)
            is_small = staff is not None and staff < LEAST_STAFF
            if is_small and not self._is_planned(leaf):
                yield leaf

    def _of_words(self, leaf: str) -> ReleaseLine:
        name, first, last = plans.release_id(leaf), plans.first_day(leaf), plans.last_day(leaf)
        return ReleaseLine(
            id=name,
            rung=Rung.NOTHING,
            first=first,
            last=last,
            state=self._state(first, last, fixed=name in self.fixed),
            fixed_on=self.fixed.get(name),
        )

    def staff_of(self, line: ReleaseLine) -> int | None:
        """Return the headcount that a report of words names."""
        return self._staff(line.first.year)

    def period_of(self, line: ReleaseLine) -> str:
        """Return the year of a report of words as a time leaf."""
        return next(leaf for leaf in self._years_of_words() if plans.release_id(leaf) == line.id)


def _left_out(before: date | None, first: date) -> tuple[date, date] | None:
    """Return the days between two plans that are no whole year, as after a change of period."""
    if before is None or not timedelta(1) < first - before <= timedelta(365):
        return None
    return before + timedelta(1), first - timedelta(1)


def _published_total(ledger: Ledger, year: str, before: date) -> int | None:
    """Return the total of a year that was published before a day, at once or in all its parts."""
    found = {
        plan.times(each.box): each.value
        for plan in ledger.plans
        for release in plan.releases
        if (ledger.fixed_on(release.id) or before) < before
        for each in ledger.said_in(release.id)
        if not plan.sides(each.box)
    }
    for plan in ledger.plans:
        own = frozenset(leaf for leaf in plan.time_leaves if year_of(leaf) == year)
        parts = [found.get(own)] if own in found else [found.get(frozenset([leaf])) for leaf in own]
        known = [each for each in parts if each is not None]
        if own and len(known) == len(parts):
            return sum(known)
    return None
