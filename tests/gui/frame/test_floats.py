"""What floats over a page leaves free what somebody wants to press."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics

from advisor_app.gui.places import Page, Place
from tests.gui.conftest import settle

LONG = "De afspraak met de melder van vandaag is verplaatst naar donderdag 10 december om half elf."


@pytest.fixture
def say(desk, window, an_organisation, qtbot):
    """Say what was done, over a page of a window of some width; return both."""

    def show(page, width, words):
        shown = window(Place(page=page, organisation=an_organisation().id))
        shown.resize(width, 800)
        settle(qtbot, desk)
        desk.news.said.emit(words)
        settle(qtbot, desk)
        toast = shown._floats.toast
        assert toast.isVisible()
        assert shown.rect().contains(toast.geometry())
        return shown, toast

    return show


@pytest.mark.parametrize("words", ["Klaar.", LONG, f"{LONG} {LONG}"])
@pytest.mark.parametrize(
    ("page", "width"),
    [(Page.FIGURES, 1024), (Page.FIGURES, 1280), (Page.FIGURES, 1800), (Page.CASES, 1280)],
)
def test_what_was_done_is_said_beside_the_list_and_not_over_its_buttons(say, page, width, words):
    shown, toast = say(page, width, words)
    pane = shown.ui.pages.currentWidget().ui.list_pane
    assert pane.isVisible()
    assert not toast.geometry().intersects(QRect(pane.mapTo(shown, QPoint(0, 0)), pane.size()))


@pytest.mark.parametrize("words", ["Klaar.", LONG, f"{LONG} {LONG}"])
@pytest.mark.parametrize("width", [1024, 1280, 1800])
def test_what_was_done_can_be_read_whole(say, width, words):
    _shown, toast = say(Page.CASES, width, words)
    text = toast.ui.text
    assert text.height() >= text.heightForWidth(text.width())
    on_one_line = QFontMetrics(text.font()).horizontalAdvance(words)
    assert text.height() < 2 * text.fontMetrics().lineSpacing() or text.width() < on_one_line
