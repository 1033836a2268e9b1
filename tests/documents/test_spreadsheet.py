"""Figures for a spreadsheet: the table that is on the screen, and nothing besides."""

import csv
import re
from dataclasses import replace
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odfdo import Document

from advisor_app.documents import spreadsheet
from advisor_app.domain.language import Language
from advisor_app.domain.report import FiguresReport, Line, Table, Total
from tests.documents import libreoffice
from tests.documents.reading import lines_of
from tests.documents.samples import LARGE, SMALL, TALL, UNTOLD

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
REPORTS = [LARGE, SMALL, TALL, UNTOLD]


def named(label: str) -> FiguresReport:
    """A report with a line of this name."""
    table = Table(title=label, column=label, lines=(Line(label=label, value=9),), total=9)
    return replace(LARGE, tables=(table,), organisation=label)


def rows_of_csv(report: FiguresReport) -> list[list[str]]:
    return list(csv.reader(StringIO(spreadsheet.csv(report).decode("utf-8-sig"))))


def rows_of_ods(report: FiguresReport) -> list[list[object]]:
    (sheet,) = Document(BytesIO(spreadsheet.ods(report))).body.tables
    return [[cell for cell in row if cell is not None] for row in sheet.get_values()]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.organisation + report.period)
def test_both_files_say_the_same(report):
    said = [[str(cell) for cell in row] for row in rows_of_ods(report)]
    assert said == rows_of_csv(report)


def test_a_table_has_its_lines_its_remainder_and_its_total():
    rows = rows_of_ods(LARGE)
    start = rows.index(["Hoofdonderwerp", "Zaken"])
    assert rows[start + 1 : start + 11] == [
        ["Pesten", 9],
        ["Intimidatie of machtsmisbruik", 8],
        ["Agressie en geweld", "niet apart getoond"],
        ["Seksuele intimidatie", "niet apart getoond"],
        ["Discriminatie", "niet apart getoond"],
        ["Integriteit en misstand", 6],
        ["Arbeidsconflict", 7],
        ["Overig of onbekend", "niet apart getoond"],
        ["Samen, niet apart getoond", 11],
        ["Totaal", 41],
    ]


def test_a_small_client_gets_its_total_in_words_and_its_years_in_numbers():
    rows = rows_of_csv(SMALL)
    assert ["In 2026 zijn 3 zaken geregistreerd."] in rows
    start = rows.index(["Periode", "Zaken"])
    assert rows[start + 1 : start + 5] == [
        ["2023", "4"],
        ["2024", "2"],
        ["2025", "5"],
        ["2026", "3"],
    ]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (0, "In 2026 zijn 0 zaken geregistreerd."),
        (1, "In 2026 is 1 zaak geregistreerd."),
        (None, "Het aantal zaken in 2026 noemen we niet."),
    ],
)
def test_a_total_is_said_as_on_paper(value, sentence):
    total = Total(value=value, promised=value is not None, headcount=350)
    assert [sentence] in rows_of_csv(replace(SMALL, total=total, trend=()))


def test_the_files_speak_the_language_of_the_organisation():
    rows = rows_of_csv(replace(LARGE, language=Language.EN))
    assert ["Agressie en geweld", "not shown separately"] in rows
    assert ["Together, not shown separately", "11"] in rows


@pytest.mark.parametrize(
    "label",
    ["=1+1", "+31", "-5", "@SUM(A1)", '=HYPERLINK("http://x";"y")', "\t=1+1", " =1", "\r=1", "=cmd|'/C calc'!A1"],
)  # fmt: skip
def test_a_text_that_would_be_a_formula_is_text(label):
    for row in rows_of_csv(named(label)):
        assert not row or not re.match(r"\s*[=+\-@]", row[0])
    assert "'" + label in {row[0] for row in rows_of_csv(named(label)) if row}
    content = _content(spreadsheet.ods(named(label)))
    assert not any("formula" in name for each in content.iter() for name in each.attrib)
    assert [each for each in content.iter() if each.get(f"{OFFICE}value") is not None]


@settings(max_examples=50, deadline=None)
@given(
    label=st.text(min_size=1, max_size=80).filter(lambda text: text.strip() and "\n" not in text)
)
def test_any_label_gives_files_that_can_be_read(label):
    report = named(label)
    assert len(rows_of_csv(report)) == len(rows_of_csv(named("Zorg")))
    rows = rows_of_ods(report)
    assert ["Totaal", 9] in rows
    assert len(rows) == len(rows_of_ods(named("Zorg")))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.organisation + report.period)
def test_the_package_holds_nothing_but_the_sheet(report):
    content = spreadsheet.ods(report)
    with ZipFile(BytesIO(content)) as package:
        names = [each.filename for each in package.infolist()]
        assert names == [
            "mimetype", "META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml",
        ]  # fmt: skip
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {each.compress_type for each in package.infolist()} == {ZIP_STORED}
        assert package.read("mimetype") == b"application/vnd.oasis.opendocument.spreadsheet"
        meta = ET.fromstring(package.read("meta.xml"))
        everything = b"".join(package.read(name) for name in names)
        manifest = ET.fromstring(package.read("META-INF/manifest.xml"))
    assert content[30:38] == b"mimetype"
    assert [each.tag for each in meta.iter()] == [f"{OFFICE}document-meta", f"{OFFICE}meta"]
    paths = [path for each in manifest for name, path in each.items() if name.endswith("full-path")]
    assert paths == ["/", "content.xml", "meta.xml", "styles.xml"]
    sheets = list(_content(content).iter(f"{TABLE}table"))
    assert len(sheets) == 1
    for word in (
        b"hidden",
        b"annotation",
        b"Duinhoven",
        b"creator",
        b"generator",
        b"script",
        b"href",
    ):
        assert word not in everything
    assert b'visibility="' not in everything


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.organisation + report.period)
def test_the_same_report_has_the_same_bytes(report):
    assert spreadsheet.ods(report) == spreadsheet.ods(replace(report))
    assert spreadsheet.csv(report) == spreadsheet.csv(replace(report))


def test_a_csv_opens_as_text_with_the_right_letters():
    content = spreadsheet.csv(named("Ćčğłő"))
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content
    assert "Ćčğłő" in content.decode("utf-8-sig")


@pytest.mark.long
@libreoffice.is_needed
@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.organisation + report.period)
def test_libreoffice_reads_what_we_wrote(tmp_path, report):
    file = tmp_path / "cijfers.ods"
    file.write_bytes(spreadsheet.ods(report))
    assert libreoffice.rows_of(file) == rows_of_csv(report)


@pytest.mark.long
@libreoffice.is_needed
def test_libreoffice_prints_no_header_of_its_own(tmp_path):
    file = tmp_path / "cijfers.ods"
    file.write_bytes(spreadsheet.ods(TALL))
    lines = lines_of(libreoffice.convert(file, "pdf").read_bytes()).split("\n")
    assert {"1 / 2", "2 / 2", "Gemeente Waterdal – 3e kwartaal"} <= set(lines)
    assert not [line for line in lines if line.startswith(("Cijfers", "Pagina", "Page"))]


def _content(package: bytes) -> ET.Element:
    with ZipFile(BytesIO(package)) as opened:
        return ET.fromstring(opened.read("content.xml"))
