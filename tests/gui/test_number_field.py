"""A number that is not known yet can be typed wherever somebody clicks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.look import Look
from advisor_app.gui.widgets.number_field import NumberField


@pytest.fixture
def field(qtbot, translation):
    field = NumberField()
    field.setMaximum(1_000_000)
    field.setGroupSeparatorShown(True)
    field.setPlaceholderText("Nog niet ingevuld")
    qtbot.addWidget(field)
    field.resize(300, 34)
    field.show()
    qtbot.waitExposed(field)
    return field


@pytest.mark.parametrize("x", [4, 60, 200])
def test_a_click_anywhere_lets_the_number_be_typed(field, x):
    line = field.lineEdit()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(x, line.height() // 2))
    QTest.keyClicks(line, "350")
    assert field.value() == 350


def test_a_number_that_is_taken_out_is_not_known_again(field):
    field.setValue(350)
    field.selectAll()
    QTest.keyClick(field.lineEdit(), Qt.Key.Key_Delete)
    field.clearFocus()
    assert (field.value(), field.text()) == (0, "")


def test_a_number_of_four_digits_may_be_typed_with_its_point(field):
    QTest.keyClicks(field.lineEdit(), "1.150")
    field.clearFocus()
    assert (field.value(), field.text()) == (1150, "1.150")


def test_a_blank_of_the_keyboard_is_no_number(field):
    QTest.keyClicks(field.lineEdit(), " ")
    QTest.keyClick(field.lineEdit(), Qt.Key.Key_Tab)
    assert (field.value(), field.text()) == (0, "")


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_what_is_missing_is_said_in_ink_that_can_be_read(field, theme):
    look = Look(theme, 100, Typeface.INTER)
    look.wear(QApplication.instance())
    field.ensurePolished()
    QTest.qWait(10)
    picture = field.lineEdit().grab().toImage()
    darkest = {picture.pixelColor(x, y).name() for x in range(120) for y in range(picture.height())}
    assert look.colour("text2").name() in darkest
