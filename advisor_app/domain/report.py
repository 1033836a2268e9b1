"""The figures of an organisation as they go on paper: statements that were released, no rows.

`None` for a number means "not shown separately": it may be zero, small, or larger.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum, auto

from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.domain.validation import require_line

LEDGER_HEAD = re.compile(r"[0-9a-f]{8}")
_YEAR = re.compile(r"[0-9]{4}")


class FileFormat(StrEnum):
    """A form in which the figures of a release leave; in this order they are offered and listed."""

    PDF = auto()
    ODS = auto()
    XLSX = auto()
    CSV = auto()


class Section(StrEnum):
    """A fixed piece of explanation; its words stand in `resources/words/documents.toml`."""

    ROLE = auto()
    REACHABILITY = auto()
    DEFINITIONS = auto()
    READING = auto()
    BREAKDOWN = auto()
    BREAKDOWN_LATER = auto()
    PROTECTION = auto()
    DEPARTMENTS = auto()
    CONFIDENTIALITY = auto()
    SUGGESTIONS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The cases of the whole organisation in the period; `promised` if it was to be told anyway.

    `within` the period if the promise was made after its first day, as when an advisor starts.
    """

    value: int | None
    promised: bool
    within: bool = False
    headcount: int | None = None

    def __post_init__(self) -> None:
        _require_count("total", self.value)
        if self.promised and self.value is None:
            raise InvalidError("total", Problem.EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a table or one bar of a chart."""

    label: str = field(repr=False)
    value: int | None

    def __post_init__(self) -> None:
        require_line("label", self.label)
        _require_count("value", self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: the total split up once; `remainder` is what the lines not shown hold together.

    Without a total it is a list: figures that divide no whole, such as groups that overlap.
    """

    title: str = field(repr=False)
    column: str = field(repr=False)
    lines: tuple[Line, ...]
    remainder: int | None = None
    total: int | None

    def __post_init__(self) -> None:
        require_line("title", self.title)
        require_line("column", self.column)
        _require_count("remainder", self.remainder)
        if self.total is None:
            if self.remainder is not None:
                raise InvalidError("remainder", Problem.CONTRADICTS_LEDGER)
            return
        shown = sum(line.value for line in self.lines if line.value is not None)
        rest = self.total - shown
        hides = any(line.value is None for line in self.lines)
        if rest < 0 or (not hides and rest) or self.remainder not in {None, rest}:
            raise InvalidError("total", Problem.CONTRADICTS_LEDGER)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresReport:
    """Everything that the figures of one period say; all files of a release are drawn from this.

    `period` is a time leaf of the plan, such as 2026, 2026-H1, 2026-Q3 or 2026/27; `minimum` the
    n of the organisation; `trend` the stated totals of past periods, or of those that
    make up this one, the oldest first;
    `narrative` the advisor's own words, for which there is room from the minimum on;
    `since` and `until` are the first and last day of the advisor's work where that was not the
    whole period, or none of it;
    `ledger_head` the first 8 hex digits of the ledger's last hash, empty for a report of words.
    `title` and `counts` are the words of a plan from outside: how its report is called, and what
    it counts; both are empty in a report out of the vault.
    """

    organisation: str = field(repr=False)
    period: str
    advisor: str = field(repr=False)
    language: Language
    minimum: int
    total: Total
    tables: tuple[Table, ...] = ()
    trend: tuple[Line, ...] = ()
    sections: tuple[Section, ...] = ()
    narrative: str = field(default="", repr=False)
    ledger_head: str
    fixed_on: date | None = None
    since: date | None = None
    until: date | None = None
    title: str = ""
    counts: str = ""

    def __post_init__(self) -> None:
        require_line("organisation", self.organisation)
        require_line("period", self.period)
        require_line("advisor", self.advisor)
        if self.ledger_head and not LEDGER_HEAD.fullmatch(self.ledger_head):
            raise InvalidError("ledger_head", Problem.NOT_A_CODE)
        if any(bar.value is None for bar in self.trend):
            raise InvalidError("trend", Problem.EMPTY)
        if self.narrative and not self.has_room_for_words():
            raise InvalidError("narrative", Problem.NO_ROOM_FOR_WORDS)

    def has_room_for_words(self) -> bool:
        """Say whether the advisor may add a text: it follows from the total that is stated."""
        return (self.total.value or 0) >= self.minimum

    def years(self) -> tuple[str, ...]:
        """Return the years that the period lies in as they are written: 2026, 2027 and 2026/27."""
        found = [int(year) for year in _YEAR.findall(self.period)]
        if not found:
            return ()
        last = found[-1] + ("/" in self.period)
        years = tuple(str(year) for year in range(found[0], last + 1))
        return (*years, self.period) if "/" in self.period else years

    def figures(self) -> Iterator[int]:
        """Yield the numbers of the tables and of the years before, in the order of a sheet."""
        for table in self.tables:
            yield from (line.value for line in table.lines if line.value is not None)
            if table.remainder is not None:
                yield table.remainder
            if table.total is not None:
                yield table.total
        yield from (bar.value for bar in self.trend if bar.value is not None)

    def hides(self) -> bool:
        """Say whether any number in a table is not shown separately."""
        return any(line.value is None for table in self.tables for line in table.lines)


def _require_count(name: str, value: int | None) -> None:
    """Refuse a negative number."""
    if value is not None and value < 0:
        raise InvalidError(name, Problem.NOT_A_NUMBER)
