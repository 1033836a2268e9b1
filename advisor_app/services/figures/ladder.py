"""Which figures an organisation may choose for a year, and which are advised.

Everything here follows from public facts: the headcounts of 1 January and the total that was
published last year. Sources: docs/figures.md, "The ladder"; the limits: `domain.ladder`.
"""

from dataclasses import replace

from advisor_app.disclosure.plan import MOST_LINKED_CELLS
from advisor_app.disclosure.told import LEAST_PERSON_YEARS
from advisor_app.domain.ladder import (
    BLOCKS_FROM,
    LEAST_STAFF,
    PAIRS_FROM,
    QUARTERS_FROM,
    TABLES_FROM,
    YEAR_TOTAL_FROM,
)
from advisor_app.domain.organisation import PeriodKind
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import Advice, Parts, Rung
from advisor_app.services.codes import Codes


def advised(staff: int | None, expected: int, kind: PeriodKind, *, begun: bool = False) -> Rung:
    """Return the rung that public facts advise; a year that has begun opens no three years."""
    if staff is None or staff < LEAST_STAFF:
        return Rung.NOTHING
    if staff < YEAR_TOTAL_FROM:
        return Rung.TWO_YEAR_TOTAL
    if expected < TABLES_FROM:
        alone = begun or expected < BLOCKS_FROM
        return Rung.YEAR_TOTAL if alone else Rung.THREE_YEAR_TABLES
    if expected <= QUARTERS_FROM or kind is PeriodKind.SCHOOL_YEAR:
        return Rung.YEAR_TABLES
    return Rung.PART_TABLES


def offered(staff: int | None, kind: PeriodKind) -> tuple[Rung, ...]:
    """Return the rungs that a headcount allows; the parts of a year are those of the calendar."""
    if staff is None or staff < LEAST_STAFF:
        return (Rung.NOTHING,)
    if staff < YEAR_TOTAL_FROM:
        return (Rung.TWO_YEAR_TOTAL,)
    rungs = (
        Rung.YEAR_TOTAL,
        Rung.THREE_YEAR_TABLES,
        Rung.YEAR_TABLES,
        Rung.PART_TOTALS,
        Rung.PART_TABLES,
    )
    return tuple(rung for rung in rungs if parts(rung, staff, kind))


def divided(rung: Rung, kind: PeriodKind) -> Parts | None:
    """Return the division of the year that is advised with a rung."""
    is_divided = rung in {Rung.YEAR_TABLES, Rung.PART_TABLES}
    return Parts.QUARTERS if is_divided and kind is PeriodKind.CALENDAR_YEAR else None


def parts(
    rung: Rung, staff: int, kind: PeriodKind, *, begun: bool = False
) -> tuple[Parts | None, ...]:
    """Return the divisions of the year that a rung can have; none where it has need of one.

    The first is what it has unasked. Behind each total that is told stand 100 person-years.
    """
    if begun:
        return (divided(rung, kind),)
    own: tuple[Parts, ...] = () if kind is PeriodKind.SCHOOL_YEAR else tuple(Parts)
    if rung is Rung.PART_TOTALS:
        told = reversed(own)
        return tuple(each for each in told if staff >= LEAST_PERSON_YEARS * _number(each))
    if rung is Rung.PART_TABLES:
        return own
    return (None, *own) if rung is Rung.YEAR_TABLES else (None,)


def with_pairs(advice: Advice, named: int, codes: Codes) -> Advice:
    """Return an advice that says where each of the named departments can be given by subject too.

    All that is linked is decided about at once, so there can not be too much of it.
    """
    cells = (named + 1) * len(codes.reporting("subject").leaves)
    possible: dict[Rung, tuple[Parts | None, ...]] = {
        rung: tuple(each for each in divisions if cells * _number(each) <= MOST_LINKED_CELLS)
        for rung, divisions in advice.parts.items()
        if named > 1 and rung in {Rung.YEAR_TABLES, Rung.PART_TABLES}
    }
    is_possible = advice.divided in possible.get(advice.rung, ())
    paired = is_possible and advice.expected > PAIRS_FROM
    if advice.has_begun and not paired:
        possible = {}
    return replace(advice, pairs=possible, paired=paired)


def chosen(
    advice: Advice,
    kind: PeriodKind,
    rung: Rung,
    parts: Parts | None,
    *,
    has_pairs: bool | None,
) -> tuple[Parts | None, bool]:
    """Return how a choice divides the year, and whether it gives each department by subject.

    What nobody asked for is as advised, or as the rung has it.

    Raises:
        ProblemError: NO_HEADCOUNT, UNSAFE_PLAN, YEAR_BEGAN.
    """
    if advice.staff is None:
        raise ProblemError(Problem.NO_HEADCOUNT)
    if rung not in offered(advice.staff, kind) or rung is Rung.NOTHING:
        raise ProblemError(Problem.UNSAFE_PLAN)
    if rung not in advice.offered:
        raise ProblemError(Problem.YEAR_BEGAN)
    divided = parts or advice.parts[rung][0]
    is_advised = (rung, divided) == (advice.rung, advice.divided)
    paired = advice.paired and is_advised if has_pairs is None else has_pairs
    is_possible = divided in advice.parts[rung] and (
        not paired or divided in advice.pairs.get(rung, ())
    )
    if advice.has_begun and (not is_possible or paired != advice.paired):
        raise ProblemError(Problem.YEAR_BEGAN)
    if not is_possible:
        raise ProblemError(Problem.UNSAFE_PLAN)
    return divided, paired


def _number(divided: Parts | None) -> int:
    return 1 if divided is None else len(divided.of(""))
