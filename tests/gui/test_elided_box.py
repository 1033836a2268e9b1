"""A box of choices says with three dots that there is more to read."""

import pytest

from advisor_app.gui.widgets.elided_box import ElidedBox

LONG = "Stichting Regionaal Samenwerkingsverband <b>Zorg</b> & Zo"


@pytest.fixture
def box(qtbot, look):
    box = ElidedBox()
    qtbot.addWidget(box)
    box.addItems(["Waterdal", LONG])
    box.resize(200, 34)
    box.show()
    return box


def test_what_fits_is_shown_whole_without_a_tip(box):
    box.grab()
    assert (box.shown_text(), box.toolTip()) == ("Waterdal", "")


def test_what_does_not_fit_ends_in_dots_and_is_whole_in_its_tip(box):
    box.setCurrentText(LONG)
    box.grab()  # which is when it knows what fits
    assert box.shown_text().endswith("…")
    assert LONG.startswith(box.shown_text()[:-1])
    assert box.fontMetrics().horizontalAdvance(box.shown_text()) < box.width() - 20
    assert "&lt;b&gt;" in box.toolTip()
    assert box.currentText() == LONG
    box.setCurrentIndex(0)
    box.grab()
    assert box.toolTip() == ""
