"""The report of an organisation's figures on paper.

With tables: two next to each other and a chart of what they show. Without: one number that can be
read from afar, the years before it, and what the number means.
"""

from collections.abc import Callable, Sequence
from functools import partial
from math import ceil

from reportlab.pdfbase.pdfmetrics import stringWidth

from advisor_app.documents import charts, look, periods, statements
from advisor_app.documents.metadata import Facts
from advisor_app.documents.paper import make
from advisor_app.documents.story import Cells, Story
from advisor_app.documents.words import Words
from advisor_app.domain.report import FiguresReport, Line, Section, Table

_HALF = (look.PAGE_WIDTH - look.GAP) / 2
_TALLEST_BESIDE = 14
"""Tables with more lines of text than this stand below each other."""

_MOST_BARS = 30
"""A chart of more bars than this fits on no page; the table says it all."""


def render(report: FiguresReport) -> bytes:
    """Return the PDF of a report."""
    words = Words(report.language)
    facts = Facts(
        title=statements.title(report, words),
        author=report.advisor,
        language=report.language,
        day=report.fixed_on,
    )
    return make(partial(_tell, report, words), facts)


def _tell(report: FiguresReport, words: Words, story: Story) -> None:
    """Add the whole report."""
    story.heading(1, statements.title(report, words), look.TITLE)
    lead = words.say("report.lead", advisor=report.advisor)
    story.text(" ".join([lead, *statements.on_service(report, words)]), look.LEAD)
    if report.tables:
        _tell_tables(report, words, story)
    else:
        _tell_number(report, words, story)
    _tell_narrative(report, words, story)
    _tell_sections(report, words, story)
    story.space(6)
    story.text(" ".join(statements.on_origin(report, words)), look.SMALL)


def _tell_number(report: FiguresReport, words: Words, story: Story) -> None:
    """Add the card with the total and, beside it, the years before."""
    card = partial(_tell_card, report, words)
    if report.trend:
        trend = partial(_tell_trend, report, words, 1, _HALF)
        story.beside(card, trend, gap=look.GAP, grounds=(look.CARD, 0))
    else:
        story.beside(card, shares=(1,), grounds=(look.CARD,))
    story.space(10)


def _tell_card(report: FiguresReport, words: Words, story: Story) -> None:
    """Add the total in large type and what is said about it."""
    total = report.total
    if total.value is None:
        first, *others = statements.on_total(report, words)
        story.text(first, look.CARD_LINE)
    else:
        others = statements.on_promise(report, words) if total.promised else []
        number = partial(Story.text, text=str(total.value), style=look.NUMBER)
        width = _HALF if report.trend else look.PAGE_WIDTH  # of the card around it
        share = max(0.16, 0.11 * len(str(total.value))) * _HALF / width
        about = partial(_tell_about, report, words)
        story.beside(number, about, shares=(share, 1 - share), gap=8)
    if others:
        story.space(10)
        story.text(" ".join(others), look.CARD_TEXT)


def _tell_about(report: FiguresReport, words: Words, story: Story) -> None:
    """Add what the large number counts."""
    story.space(5)
    key = "report.card_case" if report.total.value == 1 else "report.card_cases"
    story.text(words.say(key, period=periods.within(report.period, words)), look.CARD_LINE)
    if report.total.headcount is not None:
        staff = words.say("report.headcount", staff=report.total.headcount)
        story.text(staff, look.LINES)


def _tell_tables(report: FiguresReport, words: Words, story: Story) -> None:
    """Add what is said about the total, the tables, and a chart of what divides it first."""
    story.text(" ".join(statements.on_total(report, words)))
    tellers: list[Callable[[Story], None]] = [
        partial(_tell_table, table, words, number)
        for number, table in enumerate(report.tables, start=1)
    ]
    if len(tellers) > 1 and len(tellers) % 2:
        tellers.append(_leave_open)
    pairs = [tellers[start : start + 2] for start in range(0, len(tellers), 2)]
    for place, pair in enumerate(pairs):
        inside = report.tables[2 * place : 2 * place + 2]
        tallest = max(_lines_in_half(table, words) for table in inside)
        if len(pair) == 2 and tallest <= _TALLEST_BESIDE:
            story.beside(*pair, gap=look.GAP)
        else:
            for teller in pair:
                teller(story)
    story.text(statements.on_hidden(report, words), look.SMALL)
    figures = 0
    number, charted = _charted(report.tables)
    if 0 < sum(line.value is not None for line in charted.lines) < _MOST_BARS:
        figures += 1
        story.together(partial(_tell_figure, charted, number, words))
    if report.trend:
        story.together(partial(_tell_trend, report, words, figures + 1, look.PAGE_WIDTH))
        story.space(10)


def _lines_in_half(table: Table, words: Words) -> int:
    """Return about how many lines of text a table has where it takes half of the page."""
    room = _HALF - _numbers_width(words)
    widths = (
        stringWidth(each.label, look.CELL.fontName, look.CELL.fontSize) for each in table.lines
    )
    return sum(max(1, ceil(width / room)) for width in widths)


def _numbers_width(words: Words) -> float:
    """Return the points that the column of numbers takes: what stands for one is the widest."""
    hidden = words.say("report.hidden")
    return float(stringWidth(hidden, look.CELL_HIDDEN.fontName, look.CELL.fontSize)) + 4


def _leave_open(_story: Story) -> None:
    """Add nothing: the last of an odd number of tables is as wide as those above it."""


def _charted(tables: Sequence[Table]) -> tuple[int, Table]:
    """Return the first table that divides a total, or else the first, with its number."""
    numbered = list(enumerate(tables, start=1))
    return next((each for each in numbered if each[1].total is not None), numbered[0])


def _tell_table(table: Table, words: Words, number: int, story: Story) -> None:
    """Add one table: its lines, what is not shown apart, the total."""
    rows = [_cells(line.label, line.value, words) for line in table.lines]
    if table.remainder is not None:
        rows.append(_cells(words.say("report.remainder"), table.remainder, words))
    if table.total is not None:
        rows[-1:] = [Cells(rows[-1].label, rows[-1].number, styles=rows[-1].styles, strong=True)]
        heads = (look.CELL_HEAD, look.CELL_HEAD_RIGHT)
        rows.append(Cells(words.say("report.sum"), str(table.total), styles=heads))
    story.table(
        words.say("report.table", number=number, title=table.title),
        (table.column, words.say("report.cases_column")),
        rows,
        _numbers_width(words),
    )


def _cells(label: str, value: int | None, words: Words) -> Cells:
    """Return a line of a table; a number that is not shown is said in words."""
    if value is None:
        hidden = words.say("report.hidden")
        return Cells(label, hidden, styles=(look.CELL, look.CELL_HIDDEN))
    return Cells(label, str(value))


def _tell_figure(table: Table, number: int, words: Words, story: Story) -> None:
    """Add the chart of what a table shows; what it does not show has no bar."""
    shown = [line for line in table.lines if line.value is not None]
    remainder = None
    if table.remainder is not None:
        remainder = Line(label=words.say("report.remainder"), value=table.remainder)
    bars = [*shown, remainder] if remainder else shown
    story.text(words.say("report.figure", number=1, title=table.title, table=number), look.CAPTION)
    story.figure(charts.lying(shown, remainder, look.PAGE_WIDTH), _in_words(bars, words))
    story.space(10)


def _tell_trend(
    report: FiguresReport, words: Words, number: int, width: float, story: Story
) -> None:
    """Add the chart of the stated totals over time."""
    years = all(periods.is_year(bar.label) for bar in report.trend)
    key = "report.trend_years" if years else "report.trend"
    story.text(words.say(key, number=number), look.CAPTION)
    drawing = charts.standing(report.trend, report.period, width, look.TREND_HEIGHT)
    story.figure(drawing, _in_words(report.trend, words))


def _in_words(bars: Sequence[Line], words: Words) -> str:
    """Return a chart as a sentence, for those who cannot see it."""
    return words.say("report.bars", bars=", ".join(f"{bar.label}: {bar.value}" for bar in bars))


def _tell_narrative(report: FiguresReport, words: Words, story: Story) -> None:
    """Add the advisor's own words, a paragraph for each line."""
    if report.narrative:
        story.heading(2, words.say("report.narrative"), look.SECTION)
        for paragraph in report.narrative.splitlines():
            story.text(paragraph)


def _tell_sections(report: FiguresReport, words: Words, story: Story) -> None:
    """Add the explanations in two columns, the first half on the left."""
    half = (len(report.sections) + 1) // 2
    columns = (report.sections[:half], report.sections[half:])
    left, right = (partial(_tell_explanations, part, report, words) for part in columns)
    if report.sections:
        story.beside(left, right, gap=look.GAP)


def _tell_explanations(
    sections: Sequence[Section], report: FiguresReport, words: Words, story: Story
) -> None:
    """Add some explanations below each other."""
    for section in sections:
        heading, text = statements.explanation(section, report, words)
        story.heading(2, heading, look.SECTION)
        story.text(text, look.SECTION_BODY)
