"""What an audit says: green, or what is wrong and where; or that it could not be finished."""

from dataclasses import dataclass
from enum import StrEnum, auto

from advisor_app.disclosure.box import Box


class Kind(StrEnum):
    """What is wrong."""

    # the chain and the promises
    BROKEN_CHAIN = auto()
    NOT_AS_PLANNED = auto()  # another order, a statement too many or too few
    TOLD_WRONGLY = auto()  # not over time alone, overlapping, a part of a year, too few staff
    TOLD_MISSING = auto()
    TOLD_NOT_FIRST = auto()
    TOTAL_NOT_FIRST = auto()
    VALUE_AND_OUTCOME_DISAGREE = auto()
    SMALL = auto()  # a tested figure below n

    # replayed from public knowledge
    DOES_NOT_FOLLOW = auto()
    TESTED_UNSAFELY = auto()  # silence about it would not have been harmless
    PASSED_OVER = auto()  # not tested although silence would have been harmless
    UNKNOWN_DEPARTMENT = auto()  # tested or known, although nobody can count its staff

    # what a reader can work out
    CONTRADICTION = auto()  # no numbers of cases agree with everything that was said
    NARROW = auto()
    FOLLOWS_SMALL = auto()  # some cells together, of any shape
    HEADCOUNT = auto()
    INSIDER = auto()
    INSIDER_FITS_NOWHERE = auto()

    # nothing could be proven
    SOLVER = auto()
    TOO_LARGE = auto()
    CANCELLED = auto()


UNFINISHED = frozenset({Kind.SOLVER, Kind.TOO_LARGE, Kind.CANCELLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong: after which release, about which boxes, known to lie where.

    `boxes` are several where cells of an odd shape are meant together; `known_case` is the case
    that an insider knows. A missing end of the interval was not worked out, or has no limit.
    """

    kind: Kind
    release: str = ""
    boxes: tuple[Box, ...] = ()
    least: int | None = None
    most: int | None = None
    known_case: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of an audit; only one without findings is green."""

    findings: tuple[Finding, ...] = ()
    counts: int = 0  # protected counts that were looked at
    questions: int = 0  # that a solver was asked

    @property
    def is_green(self) -> bool:
        """Whether everything was proven."""
        return not self.findings

    @property
    def is_finished(self) -> bool:
        """Whether nothing had to be left open."""
        return all(each.kind not in UNFINISHED for each in self.findings)
