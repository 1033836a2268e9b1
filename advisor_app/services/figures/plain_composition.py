"""From the statements of any plan to a report, in the plan's own words and order.

It is what `composition` is for the codes of a vault, and knows no vault.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import product

from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.ledger import Ledger, shown
from advisor_app.disclosure.linear import Cells, Row, Span
from advisor_app.disclosure.periods import period
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.statement import Outcome, Statement
from advisor_app.documents.words import Words
from advisor_app.domain.language import Language, Wording
from advisor_app.domain.report import FiguresReport, Line, Section, Table, Total
from advisor_app.domain.validation import LINE

_ADVISOR = Wording(nl="de vertrouwenspersoon", en="the confidential advisor")
_SECTIONS = (Section.PROTECTION, Section.CONFIDENTIALITY)

Times = frozenset[str]


def report(ledger: Ledger, release_id: str, language: Language) -> FiguresReport:
    """Compose the report of a release from the ledger as it stood when it was made.

    The widest period of which the release states the total is what the report is about. A table of
    which nothing is shown is left out.
    """
    made = ledger.through(release_id)
    plan, release = made.planned(release_id)
    return _Composer(made, plan, release, language).report()


@dataclass(frozen=True)
class _Composer:
    """One release of one plan, on its way to paper."""

    ledger: Ledger
    plan: Plan
    release: Release
    language: Language

    def report(self) -> FiguresReport:
        main = max((self.plan.times(each.box) for each in self._totals or self._said), key=len)
        value = self._total(main)
        stated = {self.plan.times(each.box): each.outcome for each in self._totals}
        return FiguresReport(
            organisation=self.plan.organisation,
            period=self._period(main),
            advisor=_ADVISOR.text(self.language),
            language=self.language,
            minimum=self.plan.n,
            total=Total(
                value=value,
                promised=stated.get(main) is Outcome.TOLD or main == self._told_within(main),
                headcount=None if value is None else self.plan.headcount.organisation,
            ),
            tables=tuple(
                table
                for table in self._tables(main)
                if any(line.value is not None for line in table.lines)
            ),
            sections=_SECTIONS,
            ledger_head=shown(self.ledger.head),
            fixed_on=self.ledger.fixed_on(self.release.id),
            title=self.release.title,
            counts=self.plan.counts,
        )

    @cached_property
    def _said(self) -> tuple[Statement, ...]:
        return self.ledger.said_in(self.release.id)

    @cached_property
    def _totals(self) -> tuple[Statement, ...]:
        return tuple(each for each in self._said if not self.plan.sides(each.box))

    @cached_property
    def _words(self) -> Words:
        return Words(self.language)

    def _tables(self, main: Times) -> Iterator[Table]:
        """Yield the totals if they are several, then each table in its planned order."""
        if len(self._totals) > 1:
            lines = [Line(label=self._period(self.plan.times(each.box)), value=each.value)
                     for each in self._totals]  # fmt: skip
            yield self._list(self._words.say("report.totals"), self._words.say("report.period"),
                             lines)  # fmt: skip
        for (names, times), said in self._by_table().items():
            over = "" if times == main else self._period(times)
            if len(names) == 1:
                yield from self._one_way(self.plan.dimension(names[0]), times, said, over)
            else:
                yield self._pair([self.plan.dimension(name) for name in names], times, said, over)

    def _by_table(self) -> dict[tuple[tuple[str, ...], Times], list[Statement]]:
        """Return what is said by attributes and periods, both as the plan has them in order."""
        found: dict[tuple[tuple[str, ...], Times], list[Statement]] = {}
        for each in self._said:
            sides = self.plan.sides(each.box)
            names = tuple(own.name for own in self.plan.dimensions if own.name in sides)
            if names:
                found.setdefault((names, self.plan.times(each.box)), []).append(each)
        return found

    def _one_way(
        self, dimension: Dimension, times: Times, said: Sequence[Statement], over: str
    ) -> Iterator[Table]:
        """Yield the table of all leaves, and the list of the groups that were offered."""
        sides = [self.plan.sides(each.box)[dimension.name] for each in said]
        by_leaf = {
            leaf: each.value
            for each, side in zip(said, sides, strict=True)
            for leaf in side
            if len(side) == 1
        }
        name = self._name(dimension)
        title = self._words.say("report.by", name=name)
        if by_leaf:
            lines = [Line(label=leaf, value=by_leaf.get(leaf)) for leaf in dimension.leaves]
            yield self._division(title, name, lines, times, over)
        groups = [
            Line(label=_group(dimension, side), value=each.value)
            for each, side in zip(said, sides, strict=True)
            if len(side) > 1
        ]
        if groups:
            title = self._words.say("report.by_groups", name=name)
            yield self._list(title, name, groups, over)

    def _pair(
        self, pair: Sequence[Dimension], times: Times, said: Sequence[Statement], over: str
    ) -> Table:
        """Return the crossings of two attributes: a table if every one of them was offered."""
        one, two = pair
        names = self._name(one), self._name(two)
        title = self._words.say("report.by_pair", one=names[0], two=names[1])
        column = _fitting(" · ".join(names))
        crossings, lines = set(), []
        for each in said:
            sides = self.plan.sides(each.box)
            mine, theirs = sides[one.name], sides[two.name]
            label = _fitting(f"{_group(one, mine)} · {_group(two, theirs)}")
            lines.append(Line(label=label, value=each.value))
            crossings.add((mine, theirs))
        cells = {
            (frozenset([a]), frozenset([b])) for a, b in product(one.leaves, two.leaves)
        }  # fmt: skip
        if crossings == cells:
            return self._division(title, column, lines, times, over)
        return self._list(title, column, lines, over)

    def _division(
        self, title: str, column: str, lines: Sequence[Line], times: Times, over: str
    ) -> Table:
        """Return a table whose lines divide a total, with what they do not show together."""
        total = self._total(times)
        if total is None:
            return self._list(title, column, lines, over)
        hides = any(line.value is None for line in lines)
        rest = total - sum(line.value for line in lines if line.value is not None)
        return Table(
            title=self._over(title, over), column=column, lines=tuple(lines), total=total,
            remainder=rest if hides else None,
        )  # fmt: skip

    def _list(self, title: str, column: str, lines: Sequence[Line], over: str = "") -> Table:
        return Table(title=self._over(title, over), column=column, lines=tuple(lines), total=None)

    def _over(self, title: str, period: str) -> str:
        whole = self._words.say("report.over", title=title, period=period) if period else title
        return _fitting(whole)

    def _total(self, times: Times) -> int | None:
        """Return the total of a time set that was stated in this plan, or follows."""
        return self._known.following(self._cells(times))

    @cached_property
    def _known(self) -> Span:
        own = {each.id for each in self.plan.releases}
        return Span(
            Row(self._cells(self.plan.times(each.box)), each.value)
            for each in self.ledger.statements
            if each.release in own and each.value is not None and not self.plan.sides(each.box)
        )

    def _cells(self, times: Times) -> Cells:
        return sum(1 << row for row, leaf in enumerate(self.plan.time_leaves) if leaf in times)

    def _told_within(self, times: Times) -> Times:
        """Return the periods inside some others whose totals the plan promises."""
        told = (self.plan.times(box) for release in self.plan.releases for box in release.told)
        return Times().union(*(each for each in told if each <= times))

    def _name(self, dimension: Dimension) -> str:
        """Return what an attribute is called: departments have to bear one name in every plan."""
        is_department = dimension.name == DEPARTMENT
        return self._words.say("report.department") if is_department else dimension.name

    def _period(self, times: Times) -> str:
        """Return what some periods are called: by the plan's name for them, or the years they are."""
        dimension = self.plan.dimension(self.plan.time)
        is_named = times in map(frozenset, dimension.nodes.values())
        years = "" if is_named else _years([leaf for leaf in dimension.leaves if leaf in times])
        return years or _group(dimension, times)


def _years(leaves: Sequence[str]) -> str:
    """Return which whole calendar years some periods are: 2026, or 2026-2028; nothing for others."""
    known = [each for leaf in leaves if (each := period(leaf)) is not None]
    if not known or len(known) < len(leaves):
        return ""
    first = next_day = date(known[0].first.year, 1, 1)
    for each in known:
        if each.first != next_day:
            return ""
        next_day = each.last + timedelta(days=1)
    if (next_day.month, next_day.day) != (1, 1):
        return ""
    last = next_day.year - 1
    return str(last) if first.year == last else f"{first.year}-{last}"


def _group(dimension: Dimension, leaves: Iterable[str]) -> str:
    """Return how some leaves are called: by the plan's name for them, or one by one."""
    wanted = frozenset(leaves)
    for name, members in dimension.nodes.items():
        if wanted == frozenset(members):
            return name
    return _fitting(" + ".join(leaf for leaf in dimension.leaves if leaf in wanted))


def _fitting(text: str) -> str:
    """Return a line that is short enough for paper."""
    return text if len(text) <= LINE else f"{text[: LINE - 1]}…"
