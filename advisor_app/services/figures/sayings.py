"""Figures that went another way: by mouth, on an invoice, or before this program came.

They are statements too. Whatever somebody may know, the ledger has to know, or the figures to come
would be decided for a reader who knows less.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product

from advisor_app.disclosure.awaited import awaited_totals
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.consistency import require_consistent
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.problems import Problem as FigureProblem
from advisor_app.disclosure.problems import RefusedError
from advisor_app.disclosure.statement import Outcome, Outside, Statement
from advisor_app.domain.days import local_day
from advisor_app.domain.history import Cost, SaidLine, Sayable, SayablePeriod, Saying
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.reporting import SpokenWords, Verdict
from advisor_app.domain.validation import require_past
from advisor_app.services.codes import Codes
from advisor_app.services.figures import figure_words, ledgers, plans
from advisor_app.services.figures.auditing import Auditing, Progress
from advisor_app.storage.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """A ledger with a new figure in it, on its way to the auditor: that takes long and no vault."""

    ledger: Ledger | None = None
    release: str = ""
    if_safe: Cost = field(default_factory=Cost)
    if_exposing: Cost = field(default_factory=Cost)

    def cost(self, auditing: Auditing, progress: Progress = lambda _done, _all: None) -> Cost:
        """Return what the figure costs; one that the auditor could not judge counts as exposing.

        `progress` hears how many steps of all are done; stopping `auditing` ends it.
        """
        if self.ledger is None:
            return self.if_safe
        audited = auditing.audited(self.ledger.to_bytes(), self.release, progress)
        return self.if_safe if audited.verdict is Verdict.SAFE else self.if_exposing


class Sayings:
    """Weighs what was said against ledger and plan, and keeps it for good."""

    def __init__(self, vault: Vault, codes: Codes, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._codes = codes
        self._now = now

    def periods(
        self, organisation: OrganisationId, language: Language
    ) -> tuple[SayablePeriod, ...]:
        """Return what a figure can be about, the latest period first; none before the first plan.

        Raises:
            ProblemError: TAMPERED.
        """
        tables = self._vault.tables
        ledger = ledgers.kept(tables, tables.organisations.get(organisation))
        return tuple(
            self._period(plan, times, language)
            for plan in reversed(ledger.plans)
            for times in reversed(list(_time_sets(plan)))
        )

    def weigh(self, organisation: OrganisationId, saying: Saying) -> Weighing:
        """Return what finds out what it costs to have said this, before it is kept.

        Raises:
            InvalidError: CONTRADICTS_LEDGER naming `value`; a day that cannot be naming `said_on`.
            ProblemError: NOT_PLANNED before the first plan; TAMPERED.
        """
        tables = self._vault.tables
        before = ledgers.kept(tables, tables.organisations.get(organisation))
        after = self._with(before, saying)
        if not saying.period:
            return Weighing()
        plan = _plan_of(before, saying.period)
        to_come = [each for each in plan.releases if not before.said_in(each.id)]
        times = frozenset(saying.period)
        box = _box(plan, saying.period, saying.line)
        return Weighing(
            ledger=after,
            release=plan.releases[0].id,
            if_safe=Cost(
                silences=tuple(each.id for each in to_come if _meets(plan, each, times)),
                totals=_names(plan, awaited_totals(before, box)),
            ),
            if_exposing=Cost(
                exposes=True,
                loses=tuple(each.id for each in to_come),
                totals=_names(plan, (plan.times(box) for each in to_come for box in each.told)),
            ),
        )

    def keep(self, organisation: OrganisationId, saying: Saying) -> None:
        """Write down what was said; it is never changed or taken away.

        Raises:
            InvalidError, ProblemError: those of weigh.
        """
        with self._vault.transaction() as tables:
            found = tables.organisations.get(organisation)
            before = ledgers.kept(tables, found)
            ledgers.add(tables, found, before, self._with(before, saying))
            tables.spoken.add(
                SpokenWords(
                    organisation=organisation,
                    position=len(before.entries),
                    text=saying.text,
                )
            )

    def _with(self, ledger: Ledger, saying: Saying) -> Ledger:
        require_past("said_on", saying.said_on, local_day(self._now()))
        self._codes.require("recipient_role", "CTR", saying.recipient_role)
        if not ledger.plans:
            raise ProblemError(Problem.NOT_PLANNED)
        try:
            outside = _outside(ledger, saying)
            _require_no_other(ledger, outside)
            return ledger.with_outside(outside, saying.said_on)
        except RefusedError as error:
            if error.problem is FigureProblem.OUTSIDE_CONTRADICTS:
                raise InvalidError("value", Problem.CONTRADICTS_LEDGER) from error
            raise InvalidError("text", Problem.TOO_LARGE) from error

    def _period(self, plan: Plan, times: tuple[str, ...], language: Language) -> SayablePeriod:
        leaves = {
            each.name: [(each.name, leaf) for leaf in each.leaves] for each in plan.attributes
        }
        alone = [(line,) for lines in leaves.values() for line in lines]
        pairs = [
            pair for one, two in plan.protected_pairs for pair in product(leaves[two], leaves[one])
        ]

        def sayable(line: SaidLine) -> Sayable:
            table, label = figure_words.in_words(
                plan, _box(plan, times, line), self._codes, language
            )
            return Sayable(line=line, table=table, label=label)

        return SayablePeriod(
            name=plans.time_name(times),
            times=times,
            lines=tuple(map(sayable, ((), *alone, *pairs))),
        )


def _time_sets(plan: Plan) -> Iterator[tuple[str, ...]]:
    """Yield every time leaf of a plan, then all of them together."""
    for leaf in plan.time_leaves:
        yield (leaf,)
    if len(plan.time_leaves) > 1:
        yield plan.time_leaves


def _box(plan: Plan, times: tuple[str, ...], line: SaidLine) -> Box:
    return Box.of({plan.time: times, **{name: [leaf] for name, leaf in line}})


def _outside(ledger: Ledger, saying: Saying) -> Outside:
    text = ledgers.said_to(saying.recipient_role)
    if not saying.period:
        return Outside(text=text)
    plan = _plan_of(ledger, saying.period)
    if not _has(plan, saying.line):
        raise InvalidError("line", Problem.UNKNOWN_CODE)
    box = _box(plan, saying.period, saying.line)
    return Outside(text=text, box=box, value=saying.value)


def _has(plan: Plan, line: SaidLine) -> bool:
    leaves = {each.name: each.leaves for each in plan.attributes}
    together = {name for name, _leaf in line}
    return all(leaf in leaves.get(name, ()) for name, leaf in line) and (
        len(line) < 2 or together in map(set, plan.protected_pairs)
    )


def _plan_of(ledger: Ledger, times: tuple[str, ...]) -> Plan:
    """Return the plan that a period lies in.

    Raises:
        ProblemError: NOT_PLANNED.
    """
    for plan in ledger.plans:
        if set(times) <= set(plan.time_leaves):
            return plan
    raise ProblemError(Problem.NOT_PLANNED)


def _require_no_other(ledger: Ledger, outside: Outside) -> None:
    """Refuse a figure that cannot be true beside one that was said outside the releases before."""
    if outside.box is None:
        return
    for plan in ledger.plans:
        times = outside.box.side(plan.time)
        if times is None or not times <= set(plan.time_leaves):
            continue
        earlier = (
            Statement(
                release=plan.releases[0].id, box=each.box, value=each.value, outcome=Outcome.TOLD
            )
            for each in ledger.outside
            if each.box is not None
            and (each.box.side(plan.time) or frozenset()) <= set(plan.time_leaves)
        )
        require_consistent(outside, [plan], earlier)


def _meets(plan: Plan, release: Release, times: frozenset[str]) -> bool:
    """Whether a release speaks of a period."""
    return any(plan.times(box) & times for box in release.told + release.boxes)


def _names(plan: Plan, totals: Iterable[frozenset[str]]) -> tuple[str, ...]:
    """Return the periods of totals by their names."""
    return tuple(
        plans.time_name([leaf for leaf in plan.time_leaves if leaf in each]) for each in totals
    )
