"""What an audit says: green, or what is wrong and where; or that it could not be finished."""

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Self

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.strict_json import Json

AUDIT, INTERVALS = "audit", "intervals"
PROGRESS, REPORT = "progress", "report"
"""What the auditor's own process is asked, and what it answers besides intervals."""

_MOST = 2**53  # findings, questions, cases: what JSON can say exactly


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
    THRESHOLD_OUT_OF_PLACE = auto()  # not of a silent box, not above n, or not by its policy
    SMALL = auto()  # a tested figure below n

    # replayed from public knowledge
    DOES_NOT_FOLLOW = auto()
    TESTED_UNSAFELY = auto()  # silence about it would not have been harmless
    TESTED_IN_VAIN = auto()  # a plan that passes such figures over could not have shown it
    THRESHOLD_TOO_HIGH = auto()  # a lower one would have been safe
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

    @classmethod
    def from_json(cls, json: Json) -> Self:
        """Read what `to_json` wrote."""
        names = ("kind", "release", "boxes", "least", "most", "known_case")
        fields = json.fields(names)
        case = fields["known_case"]
        return cls(
            kind=_kind(fields["kind"]),
            release="" if fields["release"].is_null else fields["release"].text(),
            boxes=tuple(map(Box.from_json, fields["boxes"].items(_MOST))),
            least=_number(fields["least"]),
            most=_number(fields["most"]),
            known_case=None if case.is_null else Box.from_json(case),
        )

    def to_json(self) -> dict[str, object]:
        """Write it with everything that is not known as null."""
        return {
            "kind": self.kind.value,
            "release": self.release or None,
            "boxes": [each.to_json() for each in self.boxes],
            "least": self.least,
            "most": self.most,
            "known_case": None if self.known_case is None else self.known_case.to_json(),
        }


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

    @classmethod
    def from_json(cls, json: Json) -> Self:
        """Read what `to_json` wrote."""
        fields = json.fields(("findings", "counts", "questions"))
        return cls(
            findings=tuple(map(Finding.from_json, fields["findings"].items(_MOST))),
            counts=fields["counts"].integer(0, _MOST),
            questions=fields["questions"].integer(0, _MOST),
        )

    def to_json(self) -> dict[str, object]:
        """Write everything that was found."""
        return {
            "findings": [each.to_json() for each in self.findings],
            "counts": self.counts,
            "questions": self.questions,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Between which numbers the sharpest reader knows a box; `most` is None without a limit."""

    box: Box
    least: int
    most: int | None

    @classmethod
    def from_json(cls, json: Json) -> Self:
        """Read what `to_json` wrote."""
        fields = json.fields(("box", "least", "most"))
        return cls(
            box=Box.from_json(fields["box"]),
            least=fields["least"].integer(0, _MOST),
            most=_number(fields["most"]),
        )

    def to_json(self) -> dict[str, object]:
        """Write the box and its two ends."""
        return {"box": self.box.to_json(), "least": self.least, "most": self.most}


def _number(json: Json) -> int | None:
    """Read a whole number, or null."""
    return None if json.is_null else json.integer(-_MOST, _MOST)


def _kind(json: Json) -> Kind:
    try:
        return Kind(json.text())
    except ValueError as error:
        raise RefusedError(Problem.WRONG_FORMAT, json.place) from error
