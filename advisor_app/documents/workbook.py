"""Figures for Excel: one sheet of texts and whole numbers, the same bytes always.

A text is a text cell, whatever it begins with; no part says who made the file, when or where.
Sources: documents.md; ECMA-376 (ISO/IEC 29500), part 1 for the sheet and part 2 for the package.
"""

import re
from html import escape
from textwrap import wrap

from advisor_app.documents.package import packed
from advisor_app.documents.sheet import Kind, Row, printable, rows
from advisor_app.documents.words import Words
from advisor_app.domain.language import Language
from advisor_app.domain.report import FiguresReport

SHEET = "xl/worksheets/sheet1.xml"
"""The part that holds what the sheet says; every other part is the same for every report."""

_TEXT, _TITLE, _STRONG, _HEAD, _NUMBERS_HEAD, _NUMBER, _SUM, _SUM_NUMBER = range(1, 9)
_LOOKS = {
    Kind.TEXT: (_TEXT,),
    Kind.TITLE: (_TITLE,),
    Kind.CAPTION: (_STRONG,),
    Kind.HEAD: (_HEAD, _NUMBERS_HEAD),
    Kind.LINE: (_TEXT, _NUMBER),
    Kind.SUM: (_SUM, _SUM_NUMBER),
}
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Where Excel would read the number of a character in a text."""

LINE_HEIGHT = 15
"""Points of a line of text; what is wrapped gets more, for no program works that out on opening."""

_TITLE_HEIGHT = 19
_MOST_HEIGHT = 409  # of Excel
_SIGNS = (56, 22)
"""How wide the columns are; a line holds about as many signs of text."""

_TITLE_SIGNS = 40

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_TYPES = f"""{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>
<Override PartName="/{SHEET}" ContentType="{_KIND}.worksheet+xml"/>
</Types>
"""
_ROOT = f"""{_XML}<Relationships xmlns="{_RELATIONS}">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>
</Relationships>
"""
_WORKBOOK = f"""{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">
<bookViews><workbookView/></bookViews>
<sheets><sheet name="{{name}}" sheetId="1" r:id="rId1"/></sheets>
</workbook>
"""
_OF_WORKBOOK = f"""{_XML}<Relationships xmlns="{_RELATIONS}">
<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>
</Relationships>
"""
_WRAPPED = '<alignment vertical="top" wrapText="1"/>'
_RIGHT = '<alignment horizontal="right" vertical="top"/>'
_STYLES = f"""{_XML}<styleSheet xmlns="{_MAIN}">
<fonts count="3">
<font><sz val="11"/><color rgb="FF1B2624"/><name val="Calibri"/><family val="2"/></font>
<font><b/><sz val="11"/><color rgb="FF1B2624"/><name val="Calibri"/><family val="2"/></font>
<font><b/><sz val="14"/><color rgb="FF1B2624"/><name val="Calibri"/><family val="2"/></font>
</fonts>
<fills count="2">
<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
</fills>
<borders count="3">
<border><left/><right/><top/><bottom/><diagonal/></border>
<border><left/><right/><top/><bottom style="thin"><color rgb="FF1B2624"/></bottom><diagonal/>
</border>
<border><left/><right/><top style="thin"><color rgb="FF1B2624"/></top><bottom/><diagonal/></border>
</borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="9">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"
 applyAlignment="1">{_WRAPPED}</xf>
<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"
 applyAlignment="1">{_WRAPPED}</xf>
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"
 applyAlignment="1">{_WRAPPED}</xf>
<xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1"
 applyBorder="1" applyAlignment="1">{_WRAPPED}</xf>
<xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1"
 applyBorder="1" applyAlignment="1">{_RIGHT}</xf>
<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"
 applyAlignment="1">{_RIGHT}</xf>
<xf numFmtId="49" fontId="1" fillId="0" borderId="2" xfId="0" applyNumberFormat="1" applyFont="1"
 applyBorder="1" applyAlignment="1">{_WRAPPED}</xf>
<xf numFmtId="3" fontId="1" fillId="0" borderId="2" xfId="0" applyNumberFormat="1" applyFont="1"
 applyBorder="1" applyAlignment="1">{_RIGHT}</xf>
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>
"""
ABOVE = f"""{_XML}<worksheet xmlns="{_MAIN}">
<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews>
<sheetFormatPr defaultRowHeight="{LINE_HEIGHT}"/>
<cols><col min="1" max="1" width="{_SIGNS[0]}" customWidth="1"/>
<col min="2" max="2" width="{_SIGNS[1]}" customWidth="1"/></cols>
<sheetData>
"""
"""What stands above the lines of every sheet: the columns, and a page as wide as both."""

BELOW = """</sheetData>
<pageMargins left="0.8" right="0.8" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>
<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>
<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>
</worksheet>
"""
"""What stands below them: A4, and on each page its number."""


def xlsx(report: FiguresReport) -> bytes:
    """Return the figures as a workbook of one sheet: texts and whole numbers, no formula."""
    parts = fixed_parts(report.language)
    written = "".join(_row(number, row) for number, row in enumerate(rows(report), start=1))
    return packed({**parts, SHEET: f"{ABOVE}{written}{BELOW}"})


def fixed_parts(language: Language) -> dict[str, str]:
    """Return what every workbook in a language consists of, besides its sheet."""
    name = escape(Words(language).say("report.sheet"))
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": _WORKBOOK.format(name=name),
        "xl/_rels/workbook.xml.rels": _OF_WORKBOOK,
        "xl/styles.xml": _STYLES,
    }


def _row(number: int, row: Row) -> str:
    cells = zip("AB", row.cells, _LOOKS[row.kind], strict=False)
    written = "".join(_cell(f"{column}{number}", cell, look) for column, cell, look in cells)
    height = min(_height(row), _MOST_HEIGHT)
    tall = f' ht="{height}" customHeight="1"' if height > LINE_HEIGHT else ""
    return f'<row r="{number}"{tall}>{written}</row>\n'


def _height(row: Row) -> int:
    """Return the points that the longest cell of a line takes."""
    if row.kind is Kind.TITLE:
        return _TITLE_HEIGHT * len(wrap(str(row.cells[0]), _TITLE_SIGNS))
    lines = (len(wrap(str(cell), wide)) for cell, wide in zip(row.cells, _SIGNS, strict=False))
    return LINE_HEIGHT * max(lines, default=1)


def _cell(place: str, cell: str | int, look: int) -> str:
    if isinstance(cell, int):
        return f'<c r="{place}" s="{look}"><v>{cell}</v></c>'
    text = escape(_ESCAPE.sub("_x005F_", printable(cell)))
    text = f'<is><t xml:space="preserve">{text}</t></is>'
    return f'<c r="{place}" s="{look}" t="inlineStr">{text}</c>'
