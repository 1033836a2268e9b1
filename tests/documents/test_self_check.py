"""The last look at finished files: what their report says, and nothing else, in any corner."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import AttachedFileSpec, Dictionary, Name, Pdf

from advisor_app.documents import report as paper
from advisor_app.documents import spreadsheet, workbook
from advisor_app.documents.figures import draw
from advisor_app.documents.self_check import require_nothing_else
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FiguresReport, FileFormat, Line, Section, Table, Total

SHOWN = Table(
    title="Zaken naar hoofdonderwerp", column="Hoofdonderwerp", remainder=10, total=27,
    lines=(
        Line(label="Pesten", value=9), Line(label="Intimidatie", value=8),
        Line(label="Afdeling 12 – 24-uurszorg", value=None), Line(label="Overig", value=None),
    ),
)  # fmt: skip
REPORT = FiguresReport(
    organisation="Gemeente 3 Kernen",
    period="2026-Q3",
    advisor="M. Verhoeven",
    language=Language.NL,
    minimum=5,
    total=Total(value=27, promised=False, headcount=1_150),
    tables=(SHOWN, replace(SHOWN, title="Zaken naar relatie", column="De melding gaat over")),
    sections=tuple(Section),
    ledger_head="41becbd0",
)
TOLD = replace(
    REPORT,
    period="2026",
    total=Total(value=3, promised=True, headcount=350),
    tables=(),
    trend=(Line(label="2025", value=4), Line(label="2026", value=3)),
)
WORDS = replace(
    REPORT, period="2026/27", tables=(), ledger_head="",
    total=Total(value=None, promised=False, headcount=30),
)  # fmt: skip
ENGLISH = replace(REPORT, language=Language.EN)
WORDED = replace(
    REPORT,
    narrative="\n".join([
        "3", "In 2026 is er veel gebeurd. " * 40, "Zorg", "http://" + "x" * 300, "É 12 – ’s ② 🙂", "41 " * 300,
    ]),
)  # fmt: skip
LABELS = (
    "Team 77 met een naam die niet naast een staaf past, in Zuid en in Noord, met alle loketten",
    "Directie met alle wijkteams en loketten…en de buitendienst 001",
    "Balie ½ en hal 3 m² ③",
)
NAMED = replace(
    REPORT,
    tables=(
        Table(
            title="Zaken naar afdeling", column="Afdeling", total=27,
            lines=tuple(Line(label=label, value=9) for label in LABELS),
        ),
    ),
)  # fmt: skip
REPORTS = {
    "names with signs and numbers": NAMED,
    "with own words": WORDED,
    "tables": REPORT,
    "told": TOLD,
    "words": WORDS,
    "English": ENGLISH,
    "begun within": replace(REPORT, since=date(2026, 8, 3)),
    "ended within": replace(TOLD, until=date(2026, 9, 30)),
    "begun and ended within": replace(WORDS, since=date(2026, 9, 3), until=date(2026, 12, 31)),
}


def drawn(report):
    return {form: draw(report, form) for form in FileFormat}


@pytest.mark.parametrize("name", REPORTS)
def test_files_as_they_are_drawn_are_clean(name):
    require_nothing_else(REPORTS[name], drawn(REPORTS[name]))


def is_refused(report, form, content):
    try:
        require_nothing_else(report, {form: content})
    except ProblemError as error:
        return error.problem is Problem.CONTRADICTS_LEDGER
    return False


@pytest.mark.parametrize("form", FileFormat)
def test_a_file_of_other_figures_is_refused(form):
    lines = (replace(SHOWN.lines[0], value=7), *SHOWN.lines[1:])
    other = replace(REPORT, tables=(replace(SHOWN, lines=lines, remainder=12), REPORT.tables[1]))
    assert is_refused(REPORT, form, drawn(other)[form])
    assert is_refused(TOLD, form, drawn(replace(TOLD, total=replace(TOLD.total, value=2)))[form])
    more = (*TOLD.trend, Line(label="2027", value=6))
    assert is_refused(TOLD, form, drawn(replace(TOLD, trend=more))[form])


@pytest.mark.parametrize(
    "planted", ["Discriminatie,2\r\n", "daarvan 4 bij Zorg\r\n", "Pesten,9\r\n"], ids=repr
)
def test_a_line_more_in_the_csv_is_refused(planted):
    assert is_refused(REPORT, "csv", spreadsheet.csv(REPORT) + planted.encode())


def repacked(content, part, change, extra=()):
    output = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(output, "w") as after:
        for each in before.infolist():
            data = before.read(each)
            after.writestr(each, change(data) if each.filename == part else data)
        for name in extra:
            after.writestr(name, b"")
    return output.getvalue()


def planted_in(content, part, old, new):
    """Return the package with one piece of a part replaced by another."""

    def change(data):
        assert old in data
        return data.replace(old, new, 1)

    return repacked(content, part, change)


IN_ODS = {
    "a hidden row": (b"<table:table-row>", b'<table:table-row table:visibility="collapse">'),
    "a hidden column": (b"<table:table-column ", b'<table:table-column table:visibility="filter" '),
    "a remark": (
        b"<text:p>Overig</text:p>", b"<office:annotation><text:p>twee</text:p></office:annotation>",
    ),
    "a formula": (b'office:value="9"', b'office:value="9" table:formula="of:=7+2"'),
    "another value under the same text": (b'office:value="9"', b'office:value="7"'),
    "the value of another line": (b'office:value="9"', b'office:value="8"'),
    "a number in a text": (b"<text:p>Overig</text:p>", b"<text:p>Overig (2)</text:p>"),
    "a second sheet": (b"</office:spreadsheet>", b"<table:table/></office:spreadsheet>"),
    "a comment between the elements": (b"<office:body>", b"<office:body><!-- twee -->"),
}  # fmt: skip


@pytest.mark.parametrize("name", IN_ODS)
def test_what_hides_in_the_ods_is_refused(name):
    content = spreadsheet.ods(REPORT)
    assert not is_refused(REPORT, "ods", repacked(content, "content.xml", lambda data: data))
    assert is_refused(REPORT, "ods", planted_in(content, "content.xml", *IN_ODS[name]))


SHEET, BOOK, STYLES = workbook.SHEET, "xl/workbook.xml", "xl/styles.xml"
IN_XLSX = {
    "a hidden sheet": (
        BOOK, b"</sheets>", b'<sheet name="Bron" sheetId="2" state="hidden" r:id="rId2"/></sheets>',
    ),
    "a very hidden sheet": (BOOK, b'sheetId="1"', b'sheetId="1" state="veryHidden"'),
    "a defined name": (
        BOOK, b"</sheets>",
        b'</sheets><definedNames><definedName name="Zorg">2</definedName></definedNames>',
    ),
    "the path of its author": (
        BOOK, b"<bookViews>", b'<fileSharing userName="M. Verhoeven"/><bookViews>',
    ),
    "a calculation that is kept": (BOOK, b"</sheets>", b'</sheets><calcPr calcId="2"/>'),
    "a kind of part more": (
        "[Content_Types].xml", b"</Types>",
        b'<Override PartName="/xl/comments1.xml" ContentType="application/xml"/></Types>',
    ),
    "a part that the package speaks of": (
        "_rels/.rels", b"</Relationships>",
        b'<Relationship Id="rId2" Type="x" Target="docProps/custom.xml"/></Relationships>',
    ),
    "a format that writes a word": (STYLES, b'numFmtId="3"', b'numFmtId="164"'),
    "white ink": (STYLES, b"FF1B2624", b"FFFFFFFF"),
    "a hidden row": (SHEET, b'<row r="4">', b'<row r="4" hidden="1">'),
    "a row without a height": (SHEET, b'<row r="4">', b'<row r="4" ht="0" customHeight="1">'),
    "a folded row": (SHEET, b'<row r="4">', b'<row r="4" outlineLevel="1" collapsed="1">'),
    "a hidden column": (SHEET, b'<col min="2"', b'<col hidden="1" min="2"'),
    "a column far away": (SHEET, b'<c r="B', b'<c r="ZZ'),
    "a row far away": (SHEET, b'<row r="4">', b'<row r="4000">'),
    "a formula": (SHEET, b"<v>9</v>", b"<f>7+2</f><v>9</v>"),
    "another value": (SHEET, b"<v>9</v>", b"<v>7</v>"),
    "the value of another line": (SHEET, b"<v>9</v>", b"<v>8</v>"),
    "a number in a text": (SHEET, b">Overig<", b">Overig (2)<"),
    "a reading aid for a word": (
        SHEET, b">Overig<", b">Overig</t><rPh><t>twee</t></rPh><t><",
    ),
    "a comment between the elements": (SHEET, b"<sheetData>", b"<sheetData><!-- twee -->"),
    "a comment in a row": (SHEET, b'<row r="4">', b'<row r="4"><!-- twee -->'),
    "an instruction": (SHEET, b'<row r="4">', b'<row r="4"><?zorg twee?>'),
    "a drawing": (SHEET, b"</worksheet>", b'<drawing r:id="rId1"/></worksheet>'),
    "a remark": (SHEET, b"</worksheet>", b'<legacyDrawing r:id="rId1"/></worksheet>'),
    "a filter": (SHEET, b"</sheetData>", b'</sheetData><autoFilter ref="A1:B9"/>'),
    "a word in the footer": (SHEET, b"&amp;C", b"&amp;LZorg&amp;C"),
}  # fmt: skip


@pytest.mark.parametrize("name", IN_XLSX)
def test_what_hides_in_the_xlsx_is_refused(name):
    content = workbook.xlsx(REPORT)
    part, old, new = IN_XLSX[name]
    assert not is_refused(REPORT, "xlsx", repacked(content, part, lambda data: data))
    assert is_refused(REPORT, "xlsx", planted_in(content, part, old, new))


@pytest.mark.parametrize("form", ["ods", "xlsx"])
@pytest.mark.parametrize(
    "part",
    ["Thumbnails/t.png", "docProps/core.xml", "docProps/custom.xml", "xl/comments1.xml", "xl/calcChain.xml"],
)  # fmt: skip
def test_a_part_more_in_the_package_is_refused(form, part):
    content = drawn(REPORT)[form]
    assert is_refused(REPORT, form, repacked(content, "", lambda data: data, [part]))


@pytest.mark.parametrize("form", ["ods", "xlsx"])
def test_what_hides_around_the_parts_of_a_package_is_refused(form):
    content = drawn(REPORT)[form]
    assert is_refused(REPORT, form, b"twee bij Zorg" + content)
    assert is_refused(REPORT, form, content + b"twee bij Zorg")
    assert is_refused(REPORT, form, content[:-1])
    dated = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(dated, "w") as after:
        for each in before.infolist():
            each.date_time = (2027, 1, 19, 16, 54, 2)
            after.writestr(each, before.read(each))
        after.comment = b""
    assert is_refused(REPORT, form, dated.getvalue())


@pytest.mark.parametrize("form", ["ods", "xlsx", "csv"])
def test_own_words_stand_in_no_spreadsheet(form):
    assert drawn(WORDED)[form] == drawn(REPORT)[form]


def test_a_number_that_own_words_hold_may_stand_nowhere_else():
    lines = (replace(SHOWN.lines[0], value=7), *SHOWN.lines[1:])
    other = replace(WORDED, tables=(replace(SHOWN, lines=lines, remainder=12), REPORT.tables[1]))
    spoken = replace(WORDED, narrative="7\n12")
    assert not is_refused(spoken, "pdf", paper.render(spoken))
    assert is_refused(spoken, "pdf", paper.render(replace(other, narrative="7\n12")))


def test_own_words_that_were_changed_or_left_out_are_refused():
    for changed in ("", "Iets anders.", WORDED.narrative + "\nNog 7.", WORDED.narrative[:-9]):
        assert is_refused(WORDED, "pdf", paper.render(replace(WORDED, narrative=changed)))
    assert is_refused(REPORT, "pdf", paper.render(WORDED))


@pytest.mark.parametrize(
    "text",
    ["leidinggevende-medewerker " * 60, "a-bc-" * 120, "woord- " * 100, "ﬁﬂﬀ ② ½ ǆ ﷺ … 🔒", "e\u0301 z\u0308 " * 40],
    ids=ascii,
)  # fmt: skip
def test_own_words_are_known_again_wherever_paper_breaks_them(text):
    report = replace(REPORT, narrative=text.strip())
    require_nothing_else(report, {FileFormat.PDF: paper.render(report)})


@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=1_500))
def test_any_own_words_are_known_again_on_paper(text):
    report = replace(REPORT, narrative=text.strip())
    require_nothing_else(report, {FileFormat.PDF: paper.render(report)})


def attached(document):
    document.attachments["bron.csv"] = AttachedFileSpec(document, b"Zorg,2")


def acting(document):
    document.Root["/OpenAction"] = Dictionary(S=Name.JavaScript, JS="1")


def annotated(document):
    document.pages[0].Annots = document.make_indirect([Dictionary(Subtype=Name.Text)])


@pytest.mark.parametrize("plant", [attached, acting, annotated], ids=lambda plant: plant.__name__)
def test_what_hides_in_the_pdf_is_refused(plant):
    output = BytesIO()
    with Pdf.open(BytesIO(paper.render(REPORT))) as document:
        plant(document)
        document.save(output)
    assert is_refused(REPORT, "pdf", output.getvalue())


# Names that a plan from outside brings: nobody promises that they are short or without numbers

LONG = "Locatie 12 aan de overkant van de lange brug bij het oude station van 1887, gebouw 3"
ODD = Table(
    title="Zaken naar team 3", column="team 3", total=None,
    lines=(
        Line(label=LONG, value=6), Line(label="1", value=17), Line(label="Отдел 5 漢", value=None),
        Line(label="X" * 60 + "1234567890" * 6, value=12), Line(label="+5 jaar", value=None),
    ),
)  # fmt: skip
OUTSIDE = replace(
    REPORT, period="dag 4", title="Cijfers 8", counts="Zaken van 2 soorten", tables=(ODD, SHOWN)
)


@pytest.mark.parametrize("tables", [(ODD,), (ODD, SHOWN), (replace(ODD, total=36, remainder=1),)])
def test_names_of_any_kind_are_no_figures(tables):
    report = replace(OUTSIDE, tables=tables)
    require_nothing_else(report, drawn(report))


def test_a_figure_beside_a_name_with_the_same_sign_is_still_seen():
    """A line that is called 1 does not hide the 1 in 21."""
    other = replace(ODD, lines=(Line(label="1", value=21), *ODD.lines[:1], *ODD.lines[2:]))
    plain = replace(OUTSIDE, tables=(replace(other, lines=(Line(label="1", value=17),)),))
    wrong = replace(plain, tables=(replace(other, lines=(Line(label="1", value=21),)),))
    for form in ("pdf", "ods", "csv"):
        assert is_refused(plain, form, drawn(wrong)[form])


def test_a_list_that_divides_no_whole_has_no_sum():
    report = replace(OUTSIDE, tables=(ODD,))
    assert "Totaal" not in spreadsheet.csv(report).decode()
    assert "Wat is geteld: Zaken van 2 soorten" in spreadsheet.csv(report).decode()
    with pytest.raises(ProblemError):
        replace(ODD, remainder=3)


def test_a_table_of_forty_lines_and_one_of_hundreds_fit_on_paper():
    many = tuple(Line(label=f"groep {number}", value=5 + number) for number in range(400))
    for lines in (many[:29], many[:30], many):
        report = replace(OUTSIDE, tables=(replace(ODD, lines=lines),))
        require_nothing_else(report, drawn(report))
