"""The pages of a document say which of them is in sight."""

import pytest
from PySide6.QtGui import QPixmap

from advisor_app.gui.widgets.paper_view import PaperView


@pytest.fixture
def view(qtbot):
    view = PaperView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def sheets(count):
    sheet = QPixmap(360, 500)
    sheet.fill()
    return [sheet] * count, [f"Pagina {number}" for number in range(1, count + 1)]


def test_a_new_document_begins_at_its_first_page(view):
    told = []
    view.page_changed.connect(lambda *page: told.append(page))
    view.show_pages(*sheets(3))
    assert told == [(1, 3)]


def test_scrolling_tells_the_page_that_is_in_sight(view, qtbot):
    view.show_pages(*sheets(3))
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1_000)
    with qtbot.waitSignal(view.page_changed) as last:
        bar.setValue(bar.maximum())
    assert last.args == [3, 3]
    with qtbot.waitSignal(view.page_changed) as second:
        bar.setValue(600)
    assert second.args == [2, 3]
