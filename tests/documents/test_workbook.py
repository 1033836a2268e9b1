"""Figures for Excel: the same table as in the other files, opened by a reader that is not ours."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from advisor_app.documents import workbook
from advisor_app.domain.language import Language
from advisor_app.domain.report import FiguresReport
from tests.documents import libreoffice
from tests.documents.samples import LARGE, SMALL
from tests.documents.test_spreadsheet import REPORTS, named, rows_of_csv

EVERY_REPORT = pytest.mark.parametrize(
    "report", REPORTS, ids=lambda report: report.organisation + report.period
)


def sheet_of(report: FiguresReport) -> Worksheet:
    (sheet,) = openpyxl.load_workbook(BytesIO(workbook.xlsx(report))).worksheets
    return sheet


def rows_of_xlsx(report: FiguresReport) -> list[list[object]]:
    found = sheet_of(report).iter_rows(values_only=True)
    return [[cell for cell in row if cell is not None] for row in found]


@EVERY_REPORT
def test_excel_is_told_what_the_other_files_say(report):
    said = [[str(cell) for cell in row] for row in rows_of_xlsx(report)]
    assert said == rows_of_csv(report)


def test_numbers_are_numbers_and_what_is_not_shown_is_said_in_words():
    rows = rows_of_xlsx(LARGE)
    start = rows.index(["Hoofdonderwerp", "Zaken"])
    assert rows[start + 1 : start + 4] == [
        ["Pesten", 9],
        ["Intimidatie of machtsmisbruik", 8],
        ["Agressie en geweld", "niet apart getoond"],
    ]
    assert ["Totaal", 41] in rows


def test_the_sheet_speaks_the_language_of_the_organisation():
    sheet = sheet_of(replace(LARGE, language=Language.EN))
    assert sheet.title == "Figures"
    assert ["Together, not shown separately", 11] in rows_of_xlsx(
        replace(LARGE, language=Language.EN)
    )


@pytest.mark.parametrize(
    "label",
    ["=1+1", "+31", "-5", "@SUM(A1)", '=HYPERLINK("http://x";"y")', "\t=1+1", " =1", "=cmd|'/C calc'!A1"],
)  # fmt: skip
def test_a_text_that_would_be_a_formula_is_a_text_cell_and_stays_one_when_it_is_typed_again(label):
    cells = [cell for row in sheet_of(named(label)).iter_rows() for cell in row]
    found = [each for each in cells if each.value == label]
    assert len(found) == 2  # the head of the column, and the line
    assert {each.number_format for each in found} == {"@"}
    with ZipFile(BytesIO(workbook.xlsx(named(label)))) as package:
        written = package.read(workbook.SHEET)
    assert b"<f" not in written
    assert written.count(b"<v>") == written.count(b"<c ") - written.count(b"inlineStr") == 2


@settings(max_examples=50, deadline=None)
@given(
    label=st.text(min_size=1, max_size=80).filter(lambda text: text.strip() and "\n" not in text)
)
def test_any_label_gives_a_workbook_that_can_be_read(label):
    rows = rows_of_xlsx(named(label))
    assert ["Totaal", 9] in rows
    assert len(rows) == len(rows_of_xlsx(named("Zorg")))


def test_a_text_that_excel_would_read_as_a_character_is_written_as_text():
    with ZipFile(BytesIO(workbook.xlsx(named("Zorg_x0041_")))) as package:
        assert b">Zorg_x005F_x0041_<" in package.read(workbook.SHEET)


@EVERY_REPORT
def test_the_package_holds_the_sheet_and_what_it_needs(report):
    content = workbook.xlsx(report)
    with ZipFile(BytesIO(content)) as package:
        places = package.infolist()
        everything = b"".join(package.read(each) for each in places)
    assert [each.filename for each in places] == [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
    ]
    assert {(each.date_time, each.compress_type, each.extra, each.comment) for each in places} == {
        ((1980, 1, 1, 0, 0, 0), ZIP_STORED, b"", b"")
    }
    for word in (b"hidden", b"definedName", b"creator", b"docProps", b"comment", b"calc", b"<f>"):
        assert word not in everything
    assert report.advisor.encode() not in everything


@EVERY_REPORT
def test_nothing_hides_from_another_reader(report):
    book = openpyxl.load_workbook(BytesIO(workbook.xlsx(report)))
    (sheet,) = book.worksheets
    assert sheet.sheet_state == "visible"
    assert not book.defined_names
    assert not sheet.defined_names
    assert not any(each.hidden for each in sheet.row_dimensions.values())
    assert not any(each.hidden for each in sheet.column_dimensions.values())
    assert not any(cell.comment for row in sheet.iter_rows() for cell in row)
    assert sheet.max_column <= 2


def test_the_sheet_looks_finished_and_prints_on_a_page_as_wide_as_it_is():
    sheet = sheet_of(LARGE)
    assert sheet.column_dimensions["A"].width > sheet.column_dimensions["B"].width > 15
    title, head = sheet["A1"], sheet["A5"]
    assert (title.font.bold, title.font.size) == (True, 14)
    assert head.value == "Hoofdonderwerp"
    assert head.font.bold
    assert head.border.bottom.style == "thin"
    number = next(cell for row in sheet.iter_rows() for cell in row if cell.value == 41)
    assert number.number_format == "#,##0"
    assert number.alignment.horizontal == "right"
    assert number.border.top.style == "thin"
    assert not sheet.sheet_view.showGridLines
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.oddFooter.center.text == "&P / &N"


def test_a_long_text_has_all_its_lines_in_sight():
    long = named("Afdeling " + "met een lange naam " * 10)
    sheet = sheet_of(replace(long, total=SMALL.total))
    heights = [sheet.row_dimensions[row].height or 15 for row in range(1, sheet.max_row + 1)]
    said = [str(sheet.cell(row, 1).value or "") for row in range(1, sheet.max_row + 1)]
    assert heights[0] >= 19 * len(said[0]) / 45
    assert all(height >= 15 * len(text) / 60 for height, text in zip(heights, said, strict=True))
    assert heights[said.index("Totaal")] == 15


@EVERY_REPORT
def test_the_same_report_has_the_same_bytes(report):
    assert workbook.xlsx(report) == workbook.xlsx(replace(report))


@pytest.mark.long
@libreoffice.is_needed
@EVERY_REPORT
def test_libreoffice_reads_what_we_wrote(tmp_path, report):
    file = tmp_path / "cijfers.xlsx"
    file.write_bytes(workbook.xlsx(report))
    assert libreoffice.rows_of(file) == rows_of_csv(report)
