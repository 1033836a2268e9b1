"""What the casebook keeps of the figures, and what the screens of figures show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum, auto
from typing import NewType

from advisor_app.domain.identity import UNSAVED, OrganisationId
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.report import FiguresReport, FileFormat

ExportId = NewType("ExportId", int)
LedgerCopyId = NewType("LedgerCopyId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One entry of an organisation's ledger, in the canonical JSON of docs/figures.md."""

    organisation: OrganisationId
    position: int
    entry: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWords:
    """The advisor's own words about an entry of the ledger: they stay in the vault."""

    organisation: OrganisationId
    position: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCopy:
    """One copy of the open ledger that left; its last entry has the hash `head`."""

    id: LedgerCopyId = LedgerCopyId(UNSAVED)
    organisation: OrganisationId
    head: str
    recipient: str = field(repr=False)
    purpose: str = field(repr=False)
    sha256: str
    saved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One file with figures that left: which release, in which form, to whom and why."""

    id: ExportId = ExportId(UNSAVED)
    organisation: OrganisationId
    release: str
    format: FileFormat
    recipient: str = field(repr=False)
    purpose: str = field(repr=False)
    sha256: str
    exported_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedFile:
    """A file of a fixed release, as it is handed out ever after: byte for byte the same."""

    organisation: OrganisationId
    release: str
    format: FileFormat
    fixed_on: date
    content: bytes = field(repr=False)


class Rung(StrEnum):
    """A choice of figures, from the least to the most; what each costs stands on the plan screen."""

    NOTHING = auto()
    TWO_YEAR_TOTAL = auto()
    YEAR_TOTAL = auto()
    THREE_YEAR_TABLES = auto()
    YEAR_TABLES = auto()
    PART_TOTALS = auto()
    PART_TABLES = auto()


class Parts(StrEnum):
    """Into what a calendar year is divided: quarters, thirds of four months, or halves."""

    QUARTERS = auto()
    THIRDS = auto()
    HALVES = auto()

    def of(self, year: str) -> tuple[str, ...]:
        """Return the parts of a calendar year as time leaves: 2026-Q1, 2026-T1, 2026-H1."""
        letter, number = _DIVISIONS[self]
        return tuple(f"{year}-{letter}{each}" for each in range(1, number + 1))


_DIVISIONS = {Parts.QUARTERS: ("Q", 4), Parts.THIRDS: ("T", 3), Parts.HALVES: ("H", 2)}


class ReleaseState(StrEnum):
    """How far a release is; the calendar and the advisor decide, never the cases."""

    NO_PLAN = auto()
    NOT_BEGUN = auto()
    RUNNING = auto()
    READY = auto()
    FIXED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseLine:
    """A release in the list of figures; without a plan `id` is the year that waits for a choice.

    `parts` are those into which its plan divides the year; `has_pairs` if that also gives each
    department by subject. `brings` are the earlier releases of its plan that are not fixed yet, and
    are fixed with it.
    """

    id: str
    rung: Rung | None
    parts: Parts | None = None
    has_pairs: bool = False
    first: date
    last: date
    state: ReleaseState
    fixed_on: date | None = None
    brings: tuple[str, ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether it speaks of a part of a year."""
        return (self.last - self.first).days < 360


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingFigures:
    """Figures that ask something of the advisor: a period is over, or a choice is due by a day."""

    organisation: Organisation
    line: ReleaseLine
    choose_before: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What is advised for a year, and the public facts that it follows from: nothing else.

    `offered` are the choices that may be made; for a year that has begun only the advised one.
    `parts` are the divisions of the year that each can have, `divided` the advised one. `pairs` are
    those with which a choice can also give each department by subject; `paired` if that is advised.
    `left_out` are the first and the last day between the plan before and this year, which belong to
    neither: nothing is ever said about them alone. `departments` are the groups that a table would
    name; one alone makes no table.
    """

    year: str
    first: date
    staff: int | None
    last_total: int | None
    last_year: str
    expected: int
    rung: Rung
    offered: tuple[Rung, ...]
    parts: Mapping[Rung, tuple[Parts | None, ...]]
    divided: Parts | None
    pairs: Mapping[Rung, tuple[Parts | None, ...]] = field(default_factory=dict)
    paired: bool = False
    has_begun: bool
    left_out: tuple[date, date] | None = None
    departments: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would leave, or has left: the whole report.

    `ledger` is the ledger with this release in it, as an open file: what the auditor reads. It is
    empty for a report of words, in which there is nothing to audit. `unanswered` places of the
    advisor's own text keep it from being fixed. `is_promise_alone` if all figures but the told
    totals were refused.
    """

    line: ReleaseLine
    report: FiguresReport
    ledger: bytes = field(default=b"", repr=False)
    unanswered: int = 0
    is_promise_alone: bool = False


class Verdict(StrEnum):
    """What the auditor says; only figures that are safe may leave."""

    SAFE = auto()
    UNSAFE = auto()
    UNFINISHED = auto()  # too large, or the solver failed
    STOPPED = auto()  # on request


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """A verdict on a release, in the ledger of which the last entry has the hash `head`."""

    head: str
    release: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownInterval:
    """What the sharpest reader knows of a line that is not shown; `most` is None without a limit."""

    table: str
    line: str
    least: int
    most: int | None
