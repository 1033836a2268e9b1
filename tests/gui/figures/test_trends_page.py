"""The years stand side by side, in a table that says what its chart shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from advisor_app.domain.language import Language
from advisor_app.domain.organisation import PeriodKind
from advisor_app.domain.reporting import Rung
from advisor_app.gui.figures.trends_page import TrendsPage
from advisor_app.gui.places import Page, Place
from advisor_app.gui.widgets.trend_chart import Bar, Inks, TrendChart
from advisor_app.services.figures import plans
from advisor_app.services.figures.trends import trend
from tests.gui.conftest import cut_off, key, nameless, settle
from tests.services.figures.test_trends import CODES, EMPTY, GROUPS
from tests.services.figures.test_trends import told as year

ACCENT = "accent"


@pytest.fixture
def page(open_page):
    return open_page(TrendsPage)


@pytest.fixture
def shown(page, qtbot, desk):
    """Show three years, of which one has other departments and one has a total alone."""
    third = plans.Group(name="Balie", staff=200, departments=())
    ledger = year(EMPTY, 2026, Rung.YEAR_TABLES, {"2026": 40, "Zorg": 20, "pesten": 8})
    ledger = year(ledger, 2027, Rung.YEAR_TOTAL, {"2027": 30})
    ledger = year(ledger, 2028, Rung.YEAR_TABLES, {"2028": 50, "Zorg": 10}, groups=(*GROUPS, third))
    page._show(trend(ledger, PeriodKind.CALENDAR_YEAR, CODES, Language.NL))
    settle(qtbot, desk)
    return page


def cells(page, role=Qt.ItemDataRole.DisplayRole):
    model = page.model
    return [
        [model.data(model.index(row, column), role) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def columns_of_bars(page, look):
    """Return for each column of the chart how tall its bar is, in pixels."""
    image = page.ui.chart.grab().toImage()
    ink, years = QColor(look.colour(ACCENT)).rgb(), len(page.model.years)
    heights = []
    for place in range(years):
        x = round((place + 0.5) * image.width() / years)
        heights.append(sum(image.pixel(x, y) == ink for y in range(image.height())))
    return heights


def test_a_single_year_is_a_bar_and_not_a_wall(qtbot, look):
    chart, ink = TrendChart(), look.colour(ACCENT)
    qtbot.addWidget(chart)
    chart.resize(1000, 200)
    chart.show_bars([Bar(name="2025", value=3)], Inks(bar=ink, text=ink, faint=ink, line=ink))
    image = chart.grab().toImage()
    row = sum(image.pixel(x, 100) == ink.rgb() for x in range(image.width()))
    assert 0 < row <= chart.fontMetrics().height() * 5


def test_the_table_says_a_number_or_in_words_why_there_is_none(shown):
    assert cells(shown) == [
        ["Alle zaken samen", "40", "30", "50"],
        ["Zaken naar hoofdonderwerp: Pesten", "8", "geen jaarcijfer", "niet apart getoond"],
        ["Zaken naar afdeling: Zorg", "20", "geen jaarcijfer", "10, anders geteld"],
    ]
    heads = [shown.model.headerData(n, Qt.Orientation.Horizontal) for n in range(4)]
    assert heads == ["", "2026", "2027", "2028"]
    assert "Vergelijk die jaren niet" in shown.ui.break_meaning.text()
    assert shown.ui.break_meaning.isVisible()


def test_the_chart_has_the_chosen_line_and_the_same_words(shown, look):
    assert shown.ui.chart_heading.text() == "Alle zaken samen"
    first, second, third = columns_of_bars(shown, look)
    assert first / third == pytest.approx(40 / 50, abs=0.1)
    assert second / third == pytest.approx(30 / 50, abs=0.1)
    assert shown.ui.chart.accessibleDescription() == "2026: 40; 2027: 30; 2028: 50"
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    assert shown.ui.chart_heading.text() == "Zaken naar afdeling: Zorg"
    first, second, third = columns_of_bars(shown, look)
    assert (first > third > 0, second) == (True, 0)
    words = "2026: 20; 2027: geen jaarcijfer; 2028: 10, anders geteld"
    assert shown.ui.chart.accessibleDescription() == words


def test_a_screen_reader_hears_of_each_cell_its_line_and_its_year(shown):
    read = cells(shown, Qt.ItemDataRole.AccessibleTextRole)
    assert read[2][3] == "Zaken naar afdeling: Zorg, 2028: 10, anders geteld"
    assert nameless(shown) == []
    assert cut_off(shown) == []
    assert shown.ui.table.hasFocus()


def test_it_shows_what_was_fixed_and_says_so_when_nothing_was(
    page, told, an_organisation, qtbot, desk
):
    page.show_place(Place(page=Page.TRENDS, organisation=told.id))
    settle(qtbot, desk)
    assert cells(page)[:2] == [
        ["Alle zaken samen", "11"],
        ["Zaken naar hoofdonderwerp: Pesten", "6"],
    ]
    page.show_place(Place(page=Page.TRENDS, organisation=an_organisation("De Linde", "LINDE").id))
    settle(qtbot, desk)
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Nog geen jaarcijfers" in said
    assert cells(page) == []
