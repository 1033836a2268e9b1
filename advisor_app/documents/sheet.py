"""What stands in a spreadsheet of figures, line by line: the table on paper and nothing else."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from advisor_app.documents import statements
from advisor_app.documents.words import Words
from advisor_app.domain.report import FiguresReport


class Kind(Enum):
    """What a line of the sheet is, so that it can look like it."""

    TEXT = auto()
    TITLE = auto()
    CAPTION = auto()
    HEAD = auto()
    LINE = auto()
    SUM = auto()


class Row(NamedTuple):
    """A line of the sheet."""

    cells: tuple[str | int, ...] = ()
    kind: Kind = Kind.TEXT


_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML file may hold."""


def rows(report: FiguresReport) -> Iterator[Row]:
    """Yield the lines of the sheet: title, total, each table, the years before, and its origin."""
    words = Words(report.language)
    yield Row((statements.title(report, words),), Kind.TITLE)
    for sentence in statements.on_service(report, words) + statements.on_total(report, words):
        yield Row((sentence,))
    for number, table in enumerate(report.tables, 1):
        yield Row()
        yield Row((words.say("report.table", number=number, title=table.title),), Kind.CAPTION)
        yield Row((table.column, words.say("report.cases_column")), Kind.HEAD)
        for line in table.lines:
            yield _figure(line.label, line.value, words)
        if table.remainder is not None:
            yield _figure(words.say("report.remainder"), table.remainder, words)
        if table.total is not None:
            yield Row((words.say("report.sum"), table.total), Kind.SUM)
    if report.trend:
        yield Row()
        yield Row((words.say("report.period"), words.say("report.cases_column")), Kind.HEAD)
        for bar in report.trend:
            yield _figure(bar.label, bar.value, words)
    yield Row()
    if report.hides():
        yield Row((statements.on_hidden(report, words),))
    for sentence in statements.on_origin(report, words):
        yield Row((sentence,))


def printable(cell: str | int) -> str:
    """Return the text of a cell without what no XML file may hold."""
    return _FORBIDDEN.sub("", str(cell))


def _figure(label: str, value: int | None, words: Words) -> Row:
    """Return a line with its number; one that is not shown is said in words."""
    return Row((label, words.say("report.hidden") if value is None else value), Kind.LINE)
