"""Figures for a spreadsheet: what the table on paper holds and nothing else, the same bytes always.

Sources: documents.md; ODF 1.2 (ISO/IEC 26300), part 3 for the package.
"""

import csv as comma_separated
import re
from collections.abc import Iterator
from enum import Enum, auto
from html import escape
from io import BytesIO, StringIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

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


_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML file may hold."""

_LOOKS = {
    Kind.TITLE: ("title",),
    Kind.CAPTION: ("strong",),
    Kind.HEAD: ("head", "numbers-head"),
    Kind.LINE: ("text", "number"),
    Kind.SUM: ("sum", "sum"),
}
_CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content office:version="1.2"
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
<office:automatic-styles>
<style:style style:name="labels" style:family="table-column">
<style:table-column-properties style:column-width="9cm"/></style:style>
<style:style style:name="numbers" style:family="table-column">
<style:table-column-properties style:column-width="4.5cm"/></style:style>
<style:style style:name="text" style:family="table-cell">
<style:table-cell-properties fo:wrap-option="wrap"/>
<style:text-properties fo:language="{language}"/></style:style>
<style:style style:name="title" style:family="table-cell">
<style:text-properties fo:language="{language}" fo:font-weight="bold" fo:font-size="14pt"/>
</style:style>
<style:style style:name="strong" style:family="table-cell">
<style:text-properties fo:language="{language}" fo:font-weight="bold"/></style:style>
<style:style style:name="head" style:family="table-cell">
<style:table-cell-properties fo:border-bottom="0.75pt solid #1b2624"/>
<style:text-properties fo:language="{language}" fo:font-weight="bold"/></style:style>
<style:style style:name="numbers-head" style:family="table-cell">
<style:table-cell-properties fo:border-bottom="0.75pt solid #1b2624"
  style:text-align-source="fix"/>
<style:paragraph-properties fo:text-align="end"/>
<style:text-properties fo:language="{language}" fo:font-weight="bold"/></style:style>
<style:style style:name="number" style:family="table-cell">
<style:table-cell-properties style:text-align-source="fix"/>
<style:paragraph-properties fo:text-align="end"/>
<style:text-properties fo:language="{language}"/></style:style>
<style:style style:name="sum" style:family="table-cell">
<style:table-cell-properties fo:border-top="0.75pt solid #1b2624"/>
<style:text-properties fo:language="{language}" fo:font-weight="bold"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="{sheet}">
<table:table-column table:style-name="labels"/><table:table-column table:style-name="numbers"/>
{rows}</table:table>
</office:spreadsheet></office:body>
</office:document-content>
"""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_META = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2">'
    "<office:meta/></office:document-meta>"
)


def csv(report: FiguresReport) -> bytes:
    """Return the figures as CSV in UTF-8; a text that would be a formula gets an apostrophe."""
    output = StringIO()
    writer = comma_separated.writer(output, lineterminator="\r\n")
    for row in _rows(report):
        writer.writerow([_harmless(cell) for cell in row.cells])
    return output.getvalue().encode("utf-8-sig")


def ods(report: FiguresReport) -> bytes:
    """Return the figures as one sheet of an ODF file: texts and whole numbers, no formula."""
    parts = {
        "mimetype": _MIME,
        "META-INF/manifest.xml": _manifest(("content.xml", "text/xml"), ("meta.xml", "text/xml")),
        "content.xml": _content(report),
        "meta.xml": _META,
    }
    output = BytesIO()
    with ZipFile(output, "w") as package:
        for name, text in parts.items():
            place = ZipInfo(name, _EPOCH)
            place.external_attr = 0o600 << 16
            place.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            package.writestr(place, text.encode())
    return output.getvalue()


def _content(report: FiguresReport) -> str:
    """Return the part of the package that holds the sheet."""
    return _CONTENT.format(
        language=report.language.value,
        sheet=escape(Words(report.language).say("report.sheet")),
        rows="".join(map(_row, _rows(report))),
    )


def _row(row: Row) -> str:
    """Return a line of the sheet; an empty one has an empty cell, as the format asks."""
    look = _LOOKS.get(row.kind, ("text", "text"))
    cells = [_cell(cell, own) for cell, own in zip(row.cells, look, strict=False)]
    return f"<table:table-row>{''.join(cells) or '<table:table-cell/>'}</table:table-row>\n"


def _cell(cell: str | int, look: str) -> str:
    if isinstance(cell, int):
        value = f'office:value-type="float" office:value="{cell}"'
    else:
        value = 'office:value-type="string"'
    text = escape(_FORBIDDEN.sub("", str(cell)))
    return (
        f'<table:table-cell table:style-name="{look}" {value}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def _rows(report: FiguresReport) -> Iterator[Row]:
    """Yield the lines of the sheet: title, total, each table, the years before, and its origin."""
    words = Words(report.language)
    yield Row((statements.title(report, words),), Kind.TITLE)
    for sentence in statements.on_total(report, words):
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


def _figure(label: str, value: int | None, words: Words) -> Row:
    """Return a line with its number; one that is not shown is said in words."""
    return Row((label, words.say("report.hidden") if value is None else value), Kind.LINE)


def _harmless(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _manifest(*parts: tuple[str, str]) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in parts
    )
    whole = f'manifest:full-path="/" manifest:version="1.2" manifest:media-type="{_MIME}"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        f' manifest:version="1.2"><manifest:file-entry {whole}/>{entries}</manifest:manifest>'
    )
