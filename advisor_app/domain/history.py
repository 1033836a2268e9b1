"""What was said about one organisation: by its releases, and in other ways."""

from dataclasses import dataclass, field
from datetime import date, datetime

from advisor_app.domain.codes import Code
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.domain.report import FiguresReport
from advisor_app.domain.reporting import LedgerCopy
from advisor_app.domain.validation import require_line

LONGEST_SAYING = 1_000
MOST_CASES = 100_000

SaidLine = tuple[tuple[str, str], ...]
"""Attributes with their leaf: none for all cases together, two for a pair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedReports:
    """All that may be said about an organisation: its releases as they were made, newest first."""

    organisation: str = field(repr=False)
    reports: tuple[FiguresReport, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Something that was said outside the reports; with a figure if cases were counted in it.

    `text` are the advisor's own words, which stay in the vault. `recipient_role` is a code of the
    list CTR: who heard it. `period` are the time leaves that the figure is about, none without a
    figure; `line` is the line of a table.
    """

    said_on: date
    recipient_role: Code
    text: str = field(repr=False)
    period: tuple[str, ...] = ()
    line: SaidLine = ()
    value: int | None = None

    def __post_init__(self) -> None:
        require_line("text", self.text, longest=LONGEST_SAYING)
        if not self.text.isprintable():
            raise InvalidError("text", Problem.UNREADABLE)
        if bool(self.period) != (self.value is not None):
            raise InvalidError("value" if self.period else "period", Problem.EMPTY)
        if self.value is not None and not 0 <= self.value <= MOST_CASES:
            raise InvalidError("value", Problem.NOT_A_NUMBER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayable:
    """One line that a figure can be about: the table that it stands in, none for all cases."""

    line: SaidLine
    table: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SayablePeriod:
    """A period of a plan with the lines of its tables; `name` is that of a release or a year."""

    name: str
    times: tuple[str, ...]
    lines: tuple[Sayable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a figure that was said costs: from plan and ledger alone, never from a case.

    `silences` are the releases to come that may have to show less, `totals` the periods of promised
    totals to come that it puts at risk. If it `exposes`, the auditor no longer finds everything that
    was said safe: then `loses` are the releases that can not be made any more, and `totals` are lost
    with them.
    """

    silences: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    exposes: bool = False
    loses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """The files of one release that left together; `same` if they would leave so again."""

    release: str
    formats: tuple[str, ...]
    recipient: str = field(repr=False)
    purpose: str = field(repr=False)
    left_at: datetime
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A fixed release: when, with which ledger head (empty without figures), and how it left."""

    release: str
    made_on: date | None
    ledger_head: str
    departures: tuple[Departure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A saying as ledger and vault have it; its figure in words: period, table, line and value.

    `recipient` is the role of who heard it, in words; empty where only `text` tells.
    """

    said_on: date | None
    recipient: str = ""
    text: str = field(repr=False)
    period: str = ""
    table: str = ""
    label: str = ""
    value: int | None = None
    ledger_head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """Everything that was ever said, the latest first; `ledger_head` is empty before any plan."""

    made: tuple[Made, ...]
    said: tuple[Said, ...]
    copies: tuple[LedgerCopy, ...]
    ledger_head: str
