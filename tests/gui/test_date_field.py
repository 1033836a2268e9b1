"""The calendar of a field for a day is read, in every theme and aloud."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.look import Look, restyle
from advisor_app.gui.widgets.date_field import DateField

# without a screen there is no window above all others
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def field(qtbot, clock, translation):
    form = QWidget()
    qtbot.addWidget(form)
    layout = QVBoxLayout(form)
    label, field = QLabel("&Dag", form), DateField(form)
    label.setBuddy(field)
    layout.addWidget(label)
    layout.addWidget(field)
    field.set_clock(clock.today)
    field.set_day(clock.today())
    form.show()
    qtbot.waitExposed(form)
    yield field
    form.hide()


def name_of(part):
    return QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)


def test_the_line_is_called_by_the_label_and_the_calendar_by_what_it_is_for(field):
    assert name_of(field.line) == "Dag"
    QTest.keyClick(field.line, Qt.Key.Key_F4)
    days = field.findChild(QCalendarWidget).focusProxy()
    assert name_of(days) == "Kies een dag in de kalender"


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_weekends_and_arrows_have_the_colour_of_text(field, theme):
    look = Look(theme, 100, Typeface.INTER)
    look.wear(QApplication.instance())
    field.show_calendar()
    calendar = field.findChild(QCalendarWidget)
    sunday = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color()
    assert sunday == look.colour("text")
    for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth"):
        button = calendar.findChild(QToolButton, name)
        image = button.icon().pixmap(button.iconSize()).toImage()
        inks = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }
        assert inks == {look.colour("text").name()}


def test_a_wrong_day_in_focus_has_one_ring_and_an_edge_in_the_colour_of_what_is_wrong(field):
    look = Look(Theme.LIGHT, 100, Typeface.INTER)
    look.wear(QApplication.instance())
    field.setProperty("wrong", "true")
    restyle(field)
    field.setFocus()
    QTest.qWait(10)
    picture, middle = field.grab().toImage(), field.height() // 2
    edge = [picture.pixelColor(x, middle).name() for x in range(6)]
    danger, focus = look.colour("danger").name(), look.colour("focus").name()
    assert edge[0] == danger
    assert edge.count(focus) == 2
