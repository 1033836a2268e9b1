"""Before figures leave: each file says the numbers of its report, nothing more, and hides nothing.

It reads the finished bytes with other eyes than those that drew them.
"""

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

from advisor_app.documents import spreadsheet, statements, workbook
from advisor_app.documents.package import packed
from advisor_app.documents.words import Words
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FiguresReport, FileFormat

_NUMBER = re.compile(r"\d+")
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SHOWING = {f"{_TABLE}visibility": "visible", f"{_TABLE}display": "true", f"{_TABLE}formula": ""}
_LONGEST_WHOLE = 30  # signs of a word that stand on one line even in half a page
_EXCEL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_IN_WORKBOOK = {
    f"{_EXCEL}sheetData": set(),
    f"{_EXCEL}row": {"r", "ht", "customHeight"},
    f"{_EXCEL}c": {"r", "s", "t"},
    f"{_EXCEL}v": set(),
    f"{_EXCEL}is": set(),
    f"{_EXCEL}t": {"{http://www.w3.org/XML/1998/namespace}space"},
}
"""All that may stand in the lines of our workbook, and what each may say of itself."""

_BROKEN = "\ufffe"
"""What a reader of PDF makes of a hyphen at the end of a line."""

_ACTING = {"/OpenAction", "/AA", "/AcroForm", "/Names", "/OCProperties", "/Collection", "/AF"}


def require_nothing_else(report: FiguresReport, files: Mapping[FileFormat, bytes]) -> None:
    """Refuse files of a report, by format, that hold a number or a part that is not of it.

    Raises:
        ProblemError: CONTRADICTS_LEDGER.
    """
    for form, content in files.items():
        if not _CHECKS[form](report, content):
            raise ProblemError(Problem.CONTRADICTS_LEDGER)


def _is_clean_csv(report: FiguresReport, content: bytes) -> bool:
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    cells = [cell for row in rows for cell in row]
    figures = [int(row[1]) for row in rows if len(row) == 2 and row[1].isdecimal()]
    return _says_only(report, " ".join(cells)) and figures == list(report.figures())


def _is_clean_ods(report: FiguresReport, content: bytes) -> bool:
    written = _sheet(content, spreadsheet.FIXED_PARTS, spreadsheet.SHEET)
    if not written:
        return False
    root = ET.fromstring(written)  # noqa: S314  # our own bytes
    hidden = any(
        element.tag == f"{_OFFICE}annotation" or element.get(name, shows) != shows
        for element in root.iter()
        for name, shows in _SHOWING.items()
    )
    cells = list(root.iter(f"{_TABLE}table-cell"))
    said = [value for cell in cells for name, value in cell.items() if name.endswith("}value")]
    texts = [cell.get(f"{_OFFICE}string-value", "") for cell in cells]
    values = (cell.get(f"{_OFFICE}value") for cell in cells)
    figures = [int(value) for value in values if value is not None]
    sheets = sum(1 for _ in root.iter(f"{_TABLE}table"))
    text = " ".join([*root.itertext(), *texts, *said])
    return (
        not hidden
        and sheets == 1
        and _says_only(report, text)
        and figures == list(report.figures())
    )


def _is_clean_xlsx(report: FiguresReport, content: bytes) -> bool:
    written = _sheet(content, workbook.fixed_parts(report.language), workbook.SHEET)
    if not (written.startswith(workbook.ABOVE) and written.endswith(workbook.BELOW)):
        return False
    data = ET.fromstring(written).find(f"{_EXCEL}sheetData")  # noqa: S314  # our own bytes
    if data is None or any(
        element.tag not in _IN_WORKBOOK or set(element.keys()) - _IN_WORKBOOK[element.tag]
        for element in data.iter()
    ):
        return False
    rows = list(data)
    places = [cell.get("r") for row in rows for cell in row]
    in_view = [
        f"{column}{number}"
        for number, row in enumerate(rows, start=1)
        for column, _cell in zip("AB", row, strict=False)
    ]
    numbers = [str(number) for number in range(1, len(rows) + 1)]
    values = [value.text or "" for value in data.iter(f"{_EXCEL}v")]
    return (
        places == in_view
        and all(map(_is_high_enough, rows))
        and [row.get("r") for row in rows] == numbers
        and _says_only(report, " ".join(data.itertext()).replace("_x005F_", "_"))
        and values == [str(figure) for figure in report.figures()]
    )


def _is_high_enough(row: ET.Element) -> bool:
    """Whether a line of our workbook can be seen."""
    height = row.get("ht", str(workbook.LINE_HEIGHT))
    return height.isdecimal() and int(height) >= workbook.LINE_HEIGHT


def _is_clean_pdf(report: FiguresReport, content: bytes) -> bool:
    from pikepdf import Pdf  # noqa: PLC0415  # a heavy door
    from pypdfium2 import PdfDocument  # noqa: PLC0415  # a heavy door

    from advisor_app.documents.typeface import printable  # noqa: PLC0415  # a heavy door

    with Pdf.open(BytesIO(content)) as package:
        if _ACTING & set(package.Root.keys()) or package.attachments:
            return False
        if any(page.get("/Annots") is not None for page in package.pages):
            return False
    document = PdfDocument(content)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    pages = [text.replace(_BROKEN, "-") for text in texts]
    text = " ".join(pages)
    if report.narrative:
        say = Words(report.language).say
        feet = [say("page_of", page=page, pages=len(pages)) for page in range(1, len(pages) + 1)]
        text = " ".join(
            _joined(page).replace(foot, " ") for page, foot in zip(pages, feet, strict=True)
        )
        text, found = _own_words(report).subn(" ", text)
        if found != 1:
            return False
    return _says_only(report, text, len(pages), printable)


def _own_words(report: FiguresReport) -> re.Pattern[str]:
    """Return what finds the advisor's text on paper: once, as a whole, below its heading.

    Where its lines end, and where a word is too long for one, is up to the paper.
    """
    from advisor_app.documents.typeface import printable  # noqa: PLC0415  # a heavy door

    heading = Words(report.language).say("report.narrative")
    letters = "".join(_joined(f"{heading} {printable(report.narrative)}").split())
    return re.compile(r"\s*".join(map(re.escape, letters)))


_CHECKS: Mapping[FileFormat, Callable[[FiguresReport, bytes], bool]] = {
    FileFormat.PDF: _is_clean_pdf,
    FileFormat.ODS: _is_clean_ods,
    FileFormat.XLSX: _is_clean_xlsx,
    FileFormat.CSV: _is_clean_csv,
}


def _sheet(content: bytes, fixed: Mapping[str, str], sheet: str) -> str:
    """Return the sheet in a package; nothing if the package holds a byte that we do not know.

    A comment of XML is no element and would be overlooked later.
    """
    try:
        with ZipFile(BytesIO(content)) as package:
            written = package.read(sheet).decode()
    except (BadZipFile, KeyError, UnicodeDecodeError):
        return ""
    known = packed({**fixed, sheet: written}) == content
    return written if known and "<!" not in written and written.count("<?") == 1 else ""


def _says_only(
    report: FiguresReport, text: str, pages: int = 0, printed: Callable[[str], str] = str
) -> bool:
    """Whether a text without our fixed sentences has no number but those of the report.

    `printed` is how a text stands in such a file.
    """
    left = _joined(text)
    known = {_joined(printed(sentence)) for sentence in _sentences(report, pages)}
    if _joined("…") in left:  # a chart shortens what its table has in full
        labels = {printed(line.label) for table in report.tables for line in table.lines}
        short = {_joined(each) for label in labels for each in _shortened(label)}
        known |= {each for each in short if each in left}
    for sentence in sorted(filter(_NUMBER.search, known), key=len, reverse=True):
        left = re.sub(_found(sentence), " ", left)
    figures = {str(value) for value in report.figures()}
    return set(_NUMBER.findall(left)) <= figures


def _sentences(report: FiguresReport, pages: int) -> Iterator[str]:
    """Yield every fixed sentence and every name in which a number may stand."""
    words = Words(report.language)
    yield statements.title(report, words)
    yield words.say("report.lead", advisor=report.advisor)
    yield from statements.on_service(report, words)
    yield from statements.on_total(report, words)
    yield statements.on_hidden(report, words)
    yield from statements.on_origin(report, words)
    for number, table in enumerate(report.tables, start=1):
        yield table.column
        yield words.say("report.table", number=number, title=table.title)
        yield words.say("report.figure", number=1, title=table.title, table=number)
        yield from (line.label for line in table.lines)
    for number in range(1, len(report.tables) + 2):
        yield from (words.say(key, number=number) for key in ("report.trend", "report.trend_years"))
    yield from (bar.label for bar in report.trend)
    for section in report.sections:
        yield from statements.explanation(section, report, words)
    yield from (words.say("page_of", page=page, pages=pages) for page in range(1, pages + 1))
    yield from _card(report, words)


def _card(report: FiguresReport, words: Words) -> Iterator[str]:
    """Yield the large number with what stands beside it."""
    total = report.total
    if total.headcount is not None:
        yield words.say("report.headcount", staff=total.headcount)
    if total.value is not None:
        period = statements.within(report, words)
        for key in ("report.card_case", "report.card_cases"):
            yield f"{total.value} {words.say(key, period=period)}"


def _shortened(label: str) -> Iterator[str]:
    for length in range(1, len(label)):
        yield f"{label[:length].rstrip()}…"


def _found(sentence: str) -> str:
    """Return the pattern of a sentence: never in the midst of a number, long words broken."""
    words = sentence.split()
    pattern = " ".join(
        (r"\s?" if len(word) > _LONGEST_WHOLE else "").join(map(re.escape, word)) for word in words
    )
    first = r"(?<!\d)" if words[0][0].isdecimal() else ""
    last = r"(?!\d)" if words[-1][-1].isdecimal() else ""
    return first + pattern + last


def _joined(text: str) -> str:
    """Return a text on one line, its ligatures as letters: a reader of PDF takes them apart."""
    return " ".join(unicodedata.normalize("NFKC", text).split())
