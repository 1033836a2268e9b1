"""The last look at finished files: what their report says, and nothing else, in any corner."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from pikepdf import AttachedFileSpec, Dictionary, Name, Pdf

from advisor_app.documents import report as paper
from advisor_app.documents import spreadsheet
from advisor_app.documents.self_check import require_nothing_else
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FiguresReport, Line, Section, Table, Total

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
REPORTS = {"tables": REPORT, "told": TOLD, "words": WORDS, "English": ENGLISH}


def drawn(report):
    return {
        "pdf": paper.render(report), "ods": spreadsheet.ods(report), "csv": spreadsheet.csv(report)
    }  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
def test_files_as_they_are_drawn_are_clean(name):
    require_nothing_else(REPORTS[name], drawn(REPORTS[name]))


def is_refused(report, form, content):
    try:
        require_nothing_else(report, {form: content})
    except ProblemError as error:
        return error.problem is Problem.CONTRADICTS_LEDGER
    return False


@pytest.mark.parametrize("form", ["pdf", "ods", "csv"])
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


def repacked(content, change, extra=()):
    output = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(output, "w") as after:
        for part in before.infolist():
            data = before.read(part)
            after.writestr(part, change(data) if part.filename == "content.xml" else data)
        for name in extra:
            after.writestr(name, b"")
    return output.getvalue()


PLANTED = {
    "a hidden row": (b"<table:table-row>", b'<table:table-row table:visibility="collapse">'),
    "a hidden column": (b"<table:table-column ", b'<table:table-column table:visibility="filter" '),
    "a remark": (
        b"<text:p>Overig</text:p>", b"<office:annotation><text:p>twee</text:p></office:annotation>",
    ),
    "a formula": (b'office:value="9"', b'office:value="9" table:formula="of:=7+2"'),
    "another value under the same text": (b'office:value="9"', b'office:value="7"'),
    "a number in a text": (b"<text:p>Overig</text:p>", b"<text:p>Overig (2)</text:p>"),
    "a second sheet": (b"</office:spreadsheet>", b"<table:table/></office:spreadsheet>"),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_what_hides_in_the_sheet_is_refused(name):
    old, new = PLANTED[name]
    content = spreadsheet.ods(REPORT)

    def change(data):
        assert old in data
        return data.replace(old, new, 1)

    assert not is_refused(REPORT, "ods", repacked(content, lambda data: data))
    assert is_refused(REPORT, "ods", repacked(content, change))


def test_a_part_more_in_the_package_is_refused():
    content = spreadsheet.ods(REPORT)
    assert is_refused(REPORT, "ods", repacked(content, lambda data: data, ["Thumbnails/t.png"]))


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
