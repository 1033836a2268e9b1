"""Figures on paper: the numbers of the report, and no other sign of any number."""

import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Line as Stroke
from reportlab.graphics.shapes import Rect

from advisor_app.documents import charts, look, statements
from advisor_app.documents.report import render
from advisor_app.documents.tagged import Text
from advisor_app.documents.typeface import BOLD, register
from advisor_app.documents.words import Words
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError
from advisor_app.domain.report import FiguresReport, Line, Section, Table, Total
from tests.documents import reading
from tests.documents.samples import LARGE, RELATIONS, SMALL, SUBJECTS, UNTOLD
from tests.documents.test_conformity import UA, A, faults

ROOT = Path(__file__).parents[2]


def told(value: int | None, **changes: object) -> FiguresReport:
    total = Total(value=value, promised=value is not None, headcount=350)
    return replace(SMALL, total=total, trend=(), **changes)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (0, "0 zaken in 2026 op 350 medewerkers"),
        (1, "1 zaak in 2026 op 350 medewerkers"),
        (3, "3 zaken in 2026 op 350 medewerkers"),
        (173, "173 zaken in 2026 op 350 medewerkers"),
    ],
)
def test_a_promised_total_stands_there_whatever_it_is(value, sentence):
    text = reading.text_of(render(told(value)))
    assert sentence in text
    assert "Vóór deze periode begon, is afgesproken dit totaal altijd te noemen" in text
    assert ("geen uitspraken over soort, afdeling of verloop" in text) == (value < 5)


@pytest.mark.parametrize(
    ("staff", "sentence"),
    [
        (90, "Bij 90 medewerkers noemen we geen jaartotaal: één zaak is dan te dicht bij één"),
        (350, "Het aantal zaken in 2026 noemen we niet. Dit kan 0 zijn, minder dan 5, of een"),
    ],
)
def test_why_there_is_no_total_is_said_from_public_facts_alone(staff, sentence):
    total = Total(value=None, promised=False, headcount=staff)
    assert sentence in reading.text_of(render(replace(UNTOLD, total=total)))


def test_a_number_that_is_not_shown_reads_the_same_everywhere():
    lines = reading.lines_of(render(LARGE)).splitlines()
    assert lines.count(" niet apart getoond") == 5 - 1 + 4
    assert not any(re.search(r"[<>]\s*5|\bx\b|^ ?[-–*.]$", line) for line in lines)


def test_what_not_shown_means_is_said_only_where_it_is_used():
    assert "We zeggen bewust niet welk van de drie." in reading.text_of(render(LARGE))
    assert "apart getoond" not in reading.text_of(render(SMALL))


def test_lines_and_bars_keep_the_order_of_the_plan():
    text = reading.lines_of(render(LARGE))
    labels = [line.label for line in SUBJECTS.lines]
    places = [text.index(f"\n{label}\n") for label in labels]
    assert places == sorted(places)
    chart = text[text.index("Figuur 1") :]
    shown = [line.label for line in SUBJECTS.lines if line.value is not None]
    assert [chart.index(label) for label in shown] == sorted(chart.index(each) for each in shown)


def test_what_is_not_shown_has_no_bar():
    chart = reading.lines_of(render(LARGE)).split("Figuur 1")[1].split("Wat er is geteld")[0]
    for line in SUBJECTS.lines:
        assert (line.label in chart) == (line.value is not None)


@pytest.mark.parametrize(("shown", "hidden"), [([9, 8, 6, 7], 0), ([9, 8, 6], 3), ([9], 7)])
def test_whoever_measures_the_bars_on_paper_finds_the_numbers_beside_them(shown, hidden):
    """One unit, one distance, the order of the plan: no sign of what is not shown."""
    lines = [Line(label=f"Soort {place}", value=value) for place, value in enumerate(shown)]
    lines[1:1] = [Line(label="Agressie", value=None)] * hidden
    rest = 11 if hidden else None
    table = replace(SUBJECTS, lines=tuple(lines), remainder=rest, total=sum(shown) + (rest or 0))
    bars = reading.boxes(render(replace(LARGE, tables=(table,))))
    values = [*shown, rest] if hidden else shown
    unit = bars[0][2] / values[0]
    assert [round(width / unit, 3) for _left, _bottom, width, _height in bars] == values
    assert len({(left, height) for left, _bottom, _width, height in bars}) == 1
    assert len({round(above[1] - below[1], 3) for above, below in pairwise(bars)}) == 1


def test_what_was_drawn_before_changes_no_byte_of_a_report():
    """A typeface is embedded by the signs that were used: not by those of a letter before."""
    code = (
        "from tests.documents.samples import EVERY_KIND as every\n"
        "first = every['figures, nl']()\n"
        "every['letter, nl'](), every['figures over pages, en']()\n"
        "assert every['figures, nl']() == first"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_only_the_remainder_is_hatched():
    register()
    rest = Line(label="Samen, niet apart getoond", value=11)
    drawing = charts.lying([Line(label="Pesten", value=9)], rest, 400)
    filled, hatched, _axis = (each for each in drawing.contents if not hasattr(each, "text"))
    assert [type(each) for each in filled.contents] == [Rect]
    assert filled.contents[0].fillColor is not None
    assert hatched.contents[0].fillColor is None
    assert sum(isinstance(each, Stroke) for each in hatched.contents) > 10
    box = hatched.contents[0]
    for stroke in hatched.contents[1:]:
        assert box.x - 0.01 <= min(stroke.x1, stroke.x2)
        assert max(stroke.x1, stroke.x2) <= box.x + box.width + 0.01
        assert box.y - 0.01 <= min(stroke.y1, stroke.y2)
        assert max(stroke.y1, stroke.y2) <= box.y + box.height + 0.01


def test_the_period_of_the_report_alone_is_emphasised_among_others():
    register()
    bars = [Line(label=f"2026-Q{number}", value=9) for number in (1, 2, 3)]

    def strong(own):
        texts = [
            each for each in charts.standing(bars, own, 400, 136).contents if hasattr(each, "text")
        ]
        return {each.text.strip() for each in texts if each.fontName == BOLD} - {"9"}

    assert strong("2026-Q2") == {"2026-Q2"}
    assert strong("2026") == set()


@settings(max_examples=40, deadline=None)
@given(values=st.lists(st.integers(0, 400), min_size=1, max_size=9), width=st.integers(150, 470))
def test_bars_are_as_long_as_their_numbers_are_large_and_stay_in_the_frame(values, width):
    register()
    bars = [Line(label=f"Jaar {number}", value=value) for number, value in enumerate(values)]
    for drawing in (charts.lying(bars, None, width), charts.standing(bars, "", width, 136)):
        boxes = [each.contents[0] for each in drawing.contents if hasattr(each, "contents")]
        sides = [box.width if drawing.height != 136 else box.height for box in boxes]
        most = max(values) or 1
        longest = max(sides)
        for value, side in zip(values, sides, strict=True):
            assert side == pytest.approx(longest * value / most if max(values) else 0)
        for each in drawing.contents:
            left, bottom, right, top = each.getBounds()
            assert left >= -1
            assert right <= drawing.width + 6
            assert bottom >= -3
            assert top <= drawing.height + 1


def test_no_number_stands_on_paper_but_those_of_the_report():
    text = reading.text_of(render(LARGE))
    fixed = {"3", "2026", "41", "1", "2", "5", "0", "19", "2027", "1a2b3c4d"}
    tables = {
        str(each)
        for table in (SUBJECTS, RELATIONS)
        for each in (*(line.value for line in table.lines), table.remainder, table.total)
        if each is not None
    }
    assert set(re.findall(r"\b\w*\d\w*\b", text)) - {"3e"} <= fixed | tables


@settings(max_examples=25, deadline=None)
@given(
    first=st.lists(st.one_of(st.none(), st.integers(5, 60)), min_size=2, max_size=9),
    second=st.lists(st.one_of(st.none(), st.integers(5, 60)), min_size=2, max_size=12),
)
def test_every_report_conforms_whatever_it_shows(first, second):
    total = max(sum(value or 0 for value in values) for values in (first, second)) + 5
    tables = tuple(_table(values, total) for values in (first, second))
    content = render(replace(LARGE, tables=tables, total=Total(value=total, promised=True)))
    assert faults(content, UA) == faults(content, A) == []
    text = reading.text_of(content)
    assert f"zijn {total} zaken geregistreerd" in text


def _table(values: list[int | None], total: int) -> Table:
    """A table of these lines whose last line takes what is left, unless one is hidden."""
    lines = [Line(label=f"Onderwerp {number}", value=each) for number, each in enumerate(values)]
    rest = total - sum(each or 0 for each in values)
    if None not in values:
        lines.append(Line(label="Overig", value=rest))
    return Table(
        title="Zaken naar onderwerp",
        column="Onderwerp",
        lines=tuple(lines),
        remainder=rest if None in values else None,
        total=total,
    )


@pytest.mark.parametrize(
    "table",
    [
        {"lines": (Line(label="a", value=3),), "total": 2},
        {"lines": (Line(label="a", value=3),), "total": 4},
        {"lines": (Line(label="a", value=3), Line(label="b", value=None)), "total": 9, "remainder": 5},
    ],
)  # fmt: skip
def test_a_table_that_does_not_add_up_cannot_exist(table):
    with pytest.raises(InvalidError):
        Table(title="Zaken", column="Soort", **table)


def test_the_last_of_three_tables_is_as_wide_as_those_above_it():
    third = replace(RELATIONS, title="Zaken naar afdeling")
    pages = render(replace(LARGE, tables=(SUBJECTS, RELATIONS, third)))
    first, second, last = (left for text, left in reading.places(pages) if text == "Zaken")
    assert last == pytest.approx(first)
    assert second > first + 200


def test_a_report_has_a_title_for_every_form_of_period():
    for language, period, title in (
        (Language.NL, "2026", "jaaroverzicht 2026"),
        (Language.NL, "2026-H2", "2e halfjaar 2026"),
        (Language.NL, "2026-T3", "3e tertaal 2026"),
        (Language.NL, "2026-Q3", "3e kwartaal 2026"),
        (Language.NL, "2026/27", "overzicht schooljaar 2026/27"),
        (Language.NL, "sinds 2020", "overzicht sinds 2020"),
        (Language.EN, "2026-H1", "half-year 1 of 2026"),
    ):
        report = replace(SMALL, period=period, language=language)
        assert statements.title(report, Words(language)) == f"Gemeente Elsveen – {title}"


def test_every_section_has_words_in_both_languages():
    for language in Language:
        report = replace(SMALL, sections=tuple(Section), language=language)
        content = render(report)
        text = reading.text_of(content)
        for section in Section:
            assert Words(language).lines(f"section.{section.value}")[0] in text
        assert "{" not in text
        assert faults(content, UA) == faults(content, A) == []


def test_markup_in_the_name_of_an_organisation_stays_text():
    name = '<b>Jansen</b> & Zn <img src="x">'
    report = replace(LARGE, organisation=name, advisor=name)
    content = render(report)
    assert reading.text_of(content).count(name) == 2
    assert faults(content, UA) == faults(content, A) == []


def test_many_departments_with_long_names_fit():
    lines = tuple(
        Line(label=f"{'Afdeling Maatschappelijke Ondersteuning en ' * 4}{number}", value=None)
        for number in range(60)
    )
    table = Table(title="Zaken naar afdeling", column="Afdeling", lines=lines, total=41)
    content = render(replace(LARGE, tables=(table, SUBJECTS, table)))
    assert faults(content, UA) == faults(content, A) == []
    with reading.opened(content) as pdf:
        assert len(pdf.pages) > 3


def test_long_names_leave_the_first_page_its_tables():
    lines = tuple(Line(label=f"{'Team jeugd, zorg en gezin ' * 7}{n}", value=9) for n in range(8))
    long = Table(title="Zaken naar afdeling", column="Afdeling", lines=lines, total=72)
    text = reading.lines_of(render(replace(LARGE, tables=(SUBJECTS, long))))
    assert text.index("Tabel 1") < text.index("Pagina 2 van")


@pytest.mark.parametrize(
    ("language", "end", "year"),
    [(Language.NL, "het\u00a00\u00a0is.", "jaar"), (Language.EN, "it\u00a0is\u00a00.", "year")],
)
def test_a_promise_keeps_its_nought_with_its_words_and_names_no_year_of_a_longer_period(
    language, end, year
):
    register()
    for name in ("promised", "promised_within", "promised_by_plan"):
        words = Words(language).say(f"report.{name}")
        assert year not in words
        for width in range(200, 520, 7):
            text = Text(words, look.BODY)
            text.wrap(width, 500)
            assert text.blPara.lines[-1][1][-1] == end


def test_no_last_word_stands_alone_where_a_slightly_narrower_line_helps():
    register()
    words = "Vóór het jaar is afgesproken dit totaal altijd te noemen, ook als het 0 is."
    for width in range(200, 420, 7):
        text = Text(words, look.BODY)
        size = text.wrap(width, 500)
        lines = [line[1] for line in text.blPara.lines]
        assert [word for line in lines for word in line] == words.split()
        assert len(lines) == 1 or len(lines[-1]) > 1
        assert size == (width, len(lines) * look.BODY.leading)


@pytest.mark.parametrize(
    ("counts", "said"),
    [("zaken", "Wat is geteld: zaken."), ("Zaken.", "Wat is geteld: Zaken."), ("", None)],
)
def test_what_was_counted_ends_its_sentence_however_a_plan_writes_it(counts, said):
    sentences = statements.on_origin(replace(SMALL, counts=counts), Words(Language.NL))
    assert [each for each in sentences if each.startswith("Wat is geteld")] == ([said] * bool(said))
