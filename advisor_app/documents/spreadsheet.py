"""Figures for a spreadsheet: what the table on paper holds and nothing else, the same bytes always.

Sources: documents.md; ODF 1.2 (ISO/IEC 26300), part 3 for the package.
"""

import csv as comma_separated
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from advisor_app.documents import statements
from advisor_app.documents.words import Words
from advisor_app.domain.report import FiguresReport

Row = tuple[str | int, ...]

_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
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
        writer.writerow([_harmless(cell) for cell in row])
    return output.getvalue().encode("utf-8-sig")


def ods(report: FiguresReport) -> bytes:
    """Return the figures as one sheet of an ODF file: texts and whole numbers, no formula."""
    # odfdo makes the document; its package carries a date, a generator and styles of its own,
    # so that only the content is taken over, into a package with fixed times and order.
    from odfdo import Document, Table  # noqa: PLC0415  # a heavy door

    document = Document("spreadsheet")
    document.body.clear()
    sheet = Table(Words(report.language).say("report.sheet"))
    for y, row in enumerate(_rows(report)):
        for x, cell in enumerate(row):
            sheet.set_value((x, y), cell)
    document.body.append(sheet)
    content = document.content.serialize()
    manifest = _manifest(("content.xml", "text/xml"), ("meta.xml", "text/xml"))
    parts = {
        "mimetype": _MIME.encode(),
        "META-INF/manifest.xml": manifest.encode(),
        "content.xml": content,
        "meta.xml": _META.encode(),
    }
    output = BytesIO()
    with ZipFile(output, "w") as package:
        for name, data in parts.items():
            place = ZipInfo(name, _EPOCH)
            place.external_attr = 0o600 << 16
            place.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            package.writestr(place, data)
    return output.getvalue()


def _rows(report: FiguresReport) -> Iterator[Row]:
    """Yield the lines of the sheet: title, total, each table, and how to check it."""
    words = Words(report.language)
    yield (statements.title(report, words),)
    for sentence in statements.on_total(report, words):
        yield (sentence,)
    for number, table in enumerate(report.tables, 1):
        yield ()
        yield (words.say("report.table", number=number, title=table.title),)
        yield table.column, words.say("report.cases_column")
        for line in table.lines:
            yield line.label, words.say("report.hidden") if line.value is None else line.value
        if table.remainder is not None:
            yield words.say("report.remainder"), table.remainder
        yield words.say("report.sum"), table.total
    if report.trend:
        yield ()
        for bar in report.trend:
            yield bar.label, words.say("report.hidden") if bar.value is None else bar.value
    yield ()
    hidden = statements.on_hidden(report, words)
    if hidden:
        yield (hidden,)
    for sentence in statements.on_origin(report, words):
        yield (sentence,)


def _harmless(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _manifest(*parts: tuple[str, str]) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in (("/", _MIME), *parts)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        f' manifest:version="1.2">{entries}</manifest:manifest>'
    )
