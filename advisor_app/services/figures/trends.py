"""The published figures of an organisation across years, from its ledger alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.periods import surely_meet, year_of
from advisor_app.disclosure.plan import Plan
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.language import Language
from advisor_app.domain.organisation import PeriodKind
from advisor_app.domain.trend import Gap, Series, Trend
from advisor_app.services.codes import Codes
from advisor_app.services.figures import figure_words, ledgers, plans
from advisor_app.storage.vault import Vault

Line = tuple[str, str] | None
"""An attribute with its leaf; None for all cases together."""


class Trends:
    """Lays the years side by side; nothing here writes, and no case is asked."""

    def __init__(self, vault: Vault, codes: Codes) -> None:
        self._vault = vault
        self._codes = codes

    def of(self, organisation: OrganisationId, language: Language) -> Trend:
        """Return the yearly figures that were published.

        Raises:
            ProblemError: TAMPERED.
        """
        tables = self._vault.tables
        found = tables.organisations.get(organisation)
        return trend(ledgers.kept(tables, found), found.period_kind, self._codes, language)


def trend(ledger: Ledger, kind: PeriodKind, codes: Codes, language: Language) -> Trend:
    """Return what was published about whole years; quarters are never added up.

    A series breaks where the lines of its table, or what counts, were laid down otherwise than in
    the year before.
    """
    told = {year.leaf: year for year in _years(ledger)}
    axis = _axis(ledger, kind)
    lines = {line: None for leaf in reversed(axis) if leaf in told for line in told[leaf].values}
    series = []
    for line in lines:
        values = tuple(
            told[leaf].values.get(line, Gap.NOT_GIVEN) if leaf in told else Gap.NOT_GIVEN
            for leaf in axis
        )
        if any(isinstance(value, int) for value in values):
            table, label = _words(told, line, codes, language)
            series.append(
                Series(
                    table=table,
                    label=label,
                    values=values,
                    breaks=frozenset(_breaks(told, axis, line)),
                )
            )
    return Trend(years=axis, series=tuple(series))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Year:
    """A year that has figures of its own, the plan that they follow, and what it shows."""

    leaf: str
    plan: Plan
    values: Mapping[Line, int | Gap]

    def definition(self, line: Line) -> tuple[object, ...]:
        """Return what has to be the same for two years to be compared."""
        leaves = () if line is None else self.plan.dimension(line[0]).leaves
        return self.plan.counts, "/" in self.leaf, frozenset(leaves)


def _years(ledger: Ledger) -> Iterator[_Year]:
    for plan in ledger.plans:
        for year in dict.fromkeys(map(year_of, plan.time_leaves)):
            whole = {leaf for leaf in plan.time_leaves if year_of(leaf) == year}
            values = {
                _line(plan, each.box): Gap.NOT_SHOWN if each.value is None else each.value
                for release in plan.releases
                for each in ledger.said_in(release.id)
                if plan.times(each.box) == whole
                if all(len(leaves) == 1 for leaves in plan.sides(each.box).values())
                if len(plan.sides(each.box)) <= 1
            }
            if values:
                yield _Year(leaf=year, plan=plan, values=values)


def _line(plan: Plan, box: Box) -> Line:
    for attribute, (leaf,) in plan.sides(box).items():
        return attribute, leaf
    return None


def _axis(ledger: Ledger, kind: PeriodKind) -> tuple[str, ...]:
    """Return every year from the first to the last of which no part is still to come."""
    found: set[str] = set()
    for plan in ledger.plans:
        said = {
            leaf
            for release in plan.releases
            if ledger.said_in(release.id)
            for box in release.told + release.boxes
            for leaf in plan.times(box)
        }
        found |= set(map(year_of, said)) - set(map(year_of, set(plan.time_leaves) - said))
    numbers = [int(leaf[:4]) for leaf in found]
    between = (
        {plans.year_leaf(number, kind) for number in range(min(numbers), max(numbers))}
        if numbers
        else set[str]()
    )
    found |= {leaf for leaf in between if not any(surely_meet(leaf, each) for each in found)}
    return tuple(sorted(found, key=plans.first_day))


def _breaks(told: Mapping[str, _Year], axis: tuple[str, ...], line: Line) -> Iterator[int]:
    before: tuple[object, ...] | None = None
    for place, leaf in enumerate(axis):
        if leaf in told and line in told[leaf].values:
            definition = told[leaf].definition(line)
            if before not in {None, definition}:
                yield place
            before = definition


def _words(
    told: Mapping[str, _Year], line: Line, codes: Codes, language: Language
) -> tuple[str, str]:
    """Return the words of a line as the latest year with it has them."""
    year = max((each for each in told.values() if line in each.values), key=lambda each: each.leaf)
    box = Box.of({year.plan.time: [year.leaf]})
    return figure_words.in_words(
        year.plan, box if line is None else box.holding(line[0], [line[1]]), codes, language
    )
