"""A title of two hundred signs leaves room for the case."""

import pytest

from advisor_app.gui.widgets.clipped_label import MOST_LINES, ClippedLabel


@pytest.fixture
def label(qtbot, look):
    label = ClippedLabel()
    qtbot.addWidget(label)
    label.resize(300, 20)
    label.show()
    return label


def say(label, text):
    label.setText(text)
    label.grab()  # which is when it knows what fits
    return label.height() // label.fontMetrics().lineSpacing()


def test_a_short_title_is_one_line_without_a_tip(label):
    assert say(label, "Het team") == 1
    assert not label.toolTip()


def test_a_title_of_two_lines_is_shown_whole(label):
    assert say(label, "De roosters en de gang van zaken op de werkvloer") == MOST_LINES
    assert not label.toolTip()


@pytest.mark.parametrize(
    "text", ["Herhaalde opmerkingen " * 9, "Arbeidsovereenkomst" * 10, "🙂 ünïcode " * 20]
)
def test_a_long_title_is_two_lines_and_whole_in_its_tip(label, text):
    assert say(label, text) == MOST_LINES
    assert label.toolTip() == text
    first, last = label._lines(label.width())
    assert text.startswith(first)
    assert last.endswith("…")
    assert all(
        label.fontMetrics().horizontalAdvance(line.rstrip()) <= label.width()
        for line in (first, last)
    )
    assert label.minimumSizeHint().width() < label.width()


def test_no_title_takes_no_more_than_a_line(label):
    assert say(label, "") == 1
