"""Figures for a spreadsheet: what the table on paper holds and nothing else, the same bytes always.

Sources: documents.md; ODF 1.2 (ISO/IEC 26300), part 3 for the package.
"""

import csv as comma_separated
import re
from html import escape
from io import StringIO

from advisor_app.documents.package import packed
from advisor_app.documents.sheet import Kind, Row, printable, rows
from advisor_app.documents.words import Words
from advisor_app.domain.report import FiguresReport

SHEET = "content.xml"
"""The part of an ODF package that says what the report says; all others are the same always."""

_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
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
<style:style style:name="sheet" style:family="table" style:master-page-name="Default">
<style:table-properties table:display="true"/></style:style>
<style:style style:name="labels" style:family="table-column">
<style:table-column-properties style:column-width="9cm"/></style:style>
<style:style style:name="numbers" style:family="table-column">
<style:table-column-properties style:column-width="4.5cm"/></style:style>
<style:style style:name="text" style:family="table-cell">
<style:table-cell-properties fo:wrap-option="wrap"/>
<style:text-properties fo:language="{language}"/></style:style>
<style:style style:name="title" style:family="table-cell">
<style:table-cell-properties fo:wrap-option="wrap"/>
<style:text-properties fo:language="{language}" fo:font-weight="bold" fo:font-size="14pt"/>
</style:style>
<style:style style:name="strong" style:family="table-cell">
<style:table-cell-properties fo:wrap-option="wrap"/>
<style:text-properties fo:language="{language}" fo:font-weight="bold"/></style:style>
<style:style style:name="head" style:family="table-cell">
<style:table-cell-properties fo:wrap-option="wrap" fo:border-bottom="0.75pt solid #1b2624"/>
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
<table:table table:name="{sheet}" table:style-name="sheet">
<table:table-column table:style-name="labels"/><table:table-column table:style-name="numbers"/>
{rows}</table:table>
</office:spreadsheet></office:body>
</office:document-content>
"""
_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
 manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{_MIME}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""
_META = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2">'
    "<office:meta/></office:document-meta>"
)
_STYLES = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles office:version="1.2"
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
<office:automatic-styles>
<style:page-layout style:name="page">
<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"
  style:print-orientation="portrait"/>
<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/>
</style:footer-style></style:page-layout>
<style:style style:name="foot" style:family="paragraph">
<style:paragraph-properties fo:text-align="center"/></style:style>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Default" style:page-layout-name="page">
<style:header style:display="false"/>
<style:footer><text:p text:style-name="foot"><text:page-number>1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer>
</style:master-page>
</office:master-styles>
</office:document-styles>
"""
FIXED_PARTS = {
    "mimetype": _MIME,
    "META-INF/manifest.xml": _MANIFEST,
    "meta.xml": _META,
    "styles.xml": _STYLES,
}
"""What every package consists of, besides its sheet; the format asks for the first one first."""


def csv(report: FiguresReport) -> bytes:
    """Return the figures as CSV in UTF-8; a text that would be a formula gets an apostrophe."""
    output = StringIO()
    writer = comma_separated.writer(output, lineterminator="\r\n")
    for row in rows(report):
        writer.writerow([_harmless(cell) for cell in row.cells])
    return output.getvalue().encode("utf-8-sig")


def ods(report: FiguresReport) -> bytes:
    """Return the figures as one sheet of an ODF file: texts and whole numbers, no formula."""
    return packed({**FIXED_PARTS, SHEET: _content(report)})


def _content(report: FiguresReport) -> str:
    """Return the part of the package that holds the sheet."""
    return _CONTENT.format(
        language=report.language.value,
        sheet=escape(Words(report.language).say("report.sheet")),
        rows="".join(map(_row, rows(report))),
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
    text = escape(printable(cell))
    return (
        f'<table:table-cell table:style-name="{look}" {value}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def _harmless(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
