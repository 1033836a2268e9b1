"""What needs arithmetic on the calendar only: the chain, the order, and the told totals."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from advisor_app.disclosure.auditor.report import Finding, Kind
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.entry import Entry
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.periods import period, year_of
from advisor_app.disclosure.plan import THRESHOLDS, Plan, Release
from advisor_app.disclosure.statement import Outcome, Outside, Statement

LEAST_STAFF = 50
LEAST_PERSON_YEARS = 100

SHOWS = {Outcome.TOLD, Outcome.PUBLISHED, Outcome.DERIVED}


def broken_promises(ledger: Ledger) -> Iterator[Finding]:
    """Return everything that is wrong before any reader starts to compute."""
    yield from _chain(ledger.entries)
    for plan in ledger.plans:
        yield from _told(plan)
    yield from _order(ledger)
    for plan in ledger.plans:
        yield from _missing(plan, ledger)


def _chain(entries: tuple[Entry, ...]) -> Iterator[Finding]:
    previous = ""
    for entry in entries:
        if not entry.follows(previous):
            release = entry.content.release if isinstance(entry.content, Statement) else ""
            yield Finding(kind=Kind.BROKEN_CHAIN, release=release)
            return
        previous = entry.hash


def _told(plan: Plan) -> Iterator[Finding]:
    """Told totals narrow time alone, do not overlap, fill their years and stand on enough staff."""
    covered: set[str] = set()
    told = [(release.id, box) for release in plan.releases for box in release.told]
    years = {year_of(leaf) for _, box in told for leaf in plan.times(box)}
    promised = {leaf for _, box in told for leaf in plan.times(box)}
    whole = promised == {leaf for leaf in plan.time_leaves if year_of(leaf) in years}
    staff = plan.headcount.organisation
    for release, box in told:
        times = plan.times(box)
        length = sum((_years(plan, leaf) for leaf in times), Fraction(0))
        enough = staff >= LEAST_STAFF and staff * length >= LEAST_PERSON_YEARS
        if plan.sides(box) or covered & times or not whole or not enough:
            yield Finding(kind=Kind.TOLD_WRONGLY, release=release, boxes=(box,))
        covered |= times


def _years(plan: Plan, leaf: str) -> Fraction:
    known = period(leaf)
    return known.years if known else Fraction(plan.days[leaf], 365)


def _order(ledger: Ledger) -> Iterator[Finding]:
    """Every release in one piece, box by box as planned, after the releases that stand before it."""
    laid: list[Plan] = []
    made: list[str] = []
    pieces: list[list[Statement]] = []
    for entry in ledger.entries:
        if isinstance(entry.content, Plan):
            laid.append(entry.content)
        if not isinstance(entry.content, Statement):
            pieces.append([])
            continue
        if not pieces or not pieces[-1] or pieces[-1][-1].release != entry.content.release:
            pieces.append([])
            plan = _plan_of(laid, entry.content.release)
            if plan is None or not _is_next(plan, entry.content.release, made):
                yield Finding(kind=Kind.NOT_AS_PLANNED, release=entry.content.release)
            made.append(entry.content.release)
        pieces[-1].append(entry.content)
    for piece in filter(None, pieces):
        plan = _plan_of(laid, piece[0].release)
        if plan is not None:
            yield from _piece(plan, plan.release(piece[0].release), piece)


def _plan_of(laid: list[Plan], release: str) -> Plan | None:
    return next((plan for plan in laid if release in {each.id for each in plan.releases}), None)


def _is_next(plan: Plan, release: str, made: list[str]) -> bool:
    before = [each.id for each in plan.releases]
    before = before[: before.index(release)]
    return release not in made and set(before) <= set(made)


def _piece(plan: Plan, release: Release, piece: list[Statement]) -> Iterator[Finding]:
    planned = [*release.told, *release.boxes]
    if [each.box for each in piece] != planned:
        yield Finding(kind=Kind.NOT_AS_PLANNED, release=release.id)
    for row, each in enumerate(piece):
        if (each.outcome is Outcome.TOLD) != (row < len(release.told)):
            yield Finding(kind=Kind.NOT_AS_PLANNED, release=release.id, boxes=(each.box,))
        if (each.value is None) == (each.outcome in SHOWS):
            kind = Kind.VALUE_AND_OUTCOME_DISAGREE
            yield Finding(kind=kind, release=release.id, boxes=(each.box,))
        has_threshold = plan.policy >= THRESHOLDS and each.outcome is Outcome.SILENT
        if each.below is not None and not (has_threshold and each.below > plan.n):
            kind = Kind.THRESHOLD_OUT_OF_PLACE
            yield Finding(kind=kind, release=release.id, boxes=(each.box,))
        if each.outcome is Outcome.PUBLISHED and (each.value or 0) < plan.n:
            yield Finding(
                kind=Kind.SMALL, release=release.id, boxes=(each.box,),
                least=each.value, most=each.value,
            )  # fmt: skip


def _missing(plan: Plan, ledger: Ledger) -> Iterator[Finding]:
    """No promise of a period is open that closed before a release that was made; told first."""
    stated: list[Box] = []
    for release in plan.releases:
        said = ledger.said_in(release.id)
        if not said:
            continue
        stated += [each.box for each in said if each.outcome is Outcome.TOLD]
        closed = plan.last_leaf(release)
        for other in plan.releases:
            for box in other.told:
                if box in stated:
                    continue
                if max(map(plan.time_leaves.index, plan.times(box))) <= closed:
                    yield Finding(kind=Kind.TOLD_MISSING, release=release.id, boxes=(box,))
                for each in said:
                    if plan.times(each.box) & plan.times(box):
                        yield Finding(
                            kind=Kind.TOLD_NOT_FIRST, release=release.id, boxes=(each.box,)
                        )


def closed_leaves(
    plan: Plan, said: Iterable[Statement | Outside]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield for each release the periods about which its figures, or earlier ones, were refused.

    Then its told totals stand alone: nothing that it offers was looked at.
    """
    closed = frozenset[str]()
    statements = [each for each in said if isinstance(each, Statement)]
    for release in plan.releases:
        own = [each for each in statements if each.release == release.id]
        told = [each for each in own if each.outcome is Outcome.TOLD]
        if told and len(own) > len(told):
            looked_at = [
                each for each in own if each.outcome not in {Outcome.TOLD, Outcome.SKIPPED}
            ]
            if not looked_at:
                closed = closed.union(*(plan.times(each.box) for each in own))
        yield release.id, closed
