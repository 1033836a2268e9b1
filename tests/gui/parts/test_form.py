"""What is typed after a click in a number takes its place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from advisor_app.gui.parts.form import take_numbers_whole


@pytest.fixture
def number(qtbot, translation):
    """Make a form whose focus is elsewhere, with five minutes of at most thirty."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    other, box = QLineEdit(window), QSpinBox(window)
    box.setRange(1, 30)
    box.setSuffix(" min zonder toets of klik")
    box.setValue(5)
    layout.addWidget(other)
    layout.addWidget(box)
    take_numbers_whole(window)
    window.show()
    qtbot.waitExposed(window)
    other.setFocus()
    yield box
    window.hide()


def click(box, x):
    line = box.lineEdit()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(x, line.height() // 2))
    QTest.qWait(10)


@pytest.mark.parametrize("x", [2, 12, 80])
def test_what_is_typed_after_a_click_takes_the_place_of_the_number(number, x):
    click(number, x)
    QTest.keyClicks(number, "30")
    assert number.value() == 30


def test_a_second_click_sets_the_caret(number):
    click(number, 12)
    click(number, 2)
    QTest.keyClicks(number, "1")
    assert number.value() == 15
