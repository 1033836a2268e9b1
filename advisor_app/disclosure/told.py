"""Told totals: the figures that a plan promises to state whatever they are, 0 and 1 included.

Definitions, proof and traps: docs/figures.md, "Told totals".
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from advisor_app.disclosure.periods import period, year_of
from advisor_app.disclosure.problems import Problem, RefusedError

LEAST_STAFF = 50
LEAST_PERSON_YEARS = 100
DAYS_A_YEAR = 365


def require_promises(
    told: Mapping[str, frozenset[str]], leaves: Sequence[str], staff: int, days: Mapping[str, int]
) -> None:
    """Refuse told periods that overlap, leave a part of their year out or stand on too few staff.

    `told` maps each promise's place in the plan to its time leaves.
    """
    covered: set[str] = set()
    for place, times in told.items():
        if covered & times:
            raise RefusedError(Problem.TOLD_OVERLAP, place)
        covered |= times
        if staff < LEAST_STAFF:
            raise RefusedError(Problem.TOLD_TOO_FEW_STAFF, place)
        if staff * sum(_years(leaf, days) for leaf in times) < LEAST_PERSON_YEARS:
            raise RefusedError(Problem.TOLD_TOO_FEW_PERSON_YEARS, place)
    begun = {year_of(leaf) for leaf in covered}
    for place, times in told.items():
        years = {year_of(leaf) for leaf in times}
        if any(leaf not in covered for leaf in leaves if year_of(leaf) in begun & years):
            raise RefusedError(Problem.TOLD_INCOMPLETE, place)


def slack(told: Sequence[int], n: int) -> int:
    """Return what a figure over several told periods needs above n.

    The largest sum of told periods below both n - 1 and the sum of the others. A shown figure
    less what the others can hold is then still n: with 1 and 9 told, a category of 5 is known to
    be 4 or 5 in the second period. One told period: 0.
    """
    sums = {0}
    for value in told:
        sums |= {partial + value for partial in sums}
    return max((part for part in sums if part < n - 1 and part < sum(told) - part), default=0)


def _years(leaf: str, days: Mapping[str, int]) -> Fraction:
    known = period(leaf)
    return known.years if known else Fraction(days[leaf], DAYS_A_YEAR)
