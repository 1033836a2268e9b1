"""Every colour that meets another can be read; every length grows with the user's scale."""

import re
import subprocess
import sys
from itertools import product
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QStyleOptionSpinBox,
    QVBoxLayout,
    QWidget,
)

from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.look import Look, theme_of, tokens

THEMES = ("light", "dark", "contrast")
GROUNDS = (
    "bg", "surface", "surface2", "nav", "accent_soft", "danger_soft", "warn_soft", "ok_soft", "select",
)  # fmt: skip
TEXT_ON = [
    *product(
        ("text", "text2", "accent", "accent_hover", "danger", "warn", "ok", "focus"), GROUNDS
    ),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("on_accent_soft", "accent_soft"),
    ("on_select", "select"), ("on_mark", "mark"), ("on_toast", "toast"),
]  # fmt: skip
EDGE_ON = [
    *product(("border_strong", "focus", "danger", "accent"), GROUNDS),
    ("on_accent", "accent"), ("on_select", "select"), ("on_toast", "toast"),
]  # fmt: skip

FORMS = Path(__file__).parents[2] / "ui"


def luminance(colour):
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, two):
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_can_be_read(theme, ink, ground):
    if theme == "contrast" and ground == "select" and ink != "on_select":
        pytest.skip("high contrast draws the chosen row as one plane of colour")
    colours = tokens()[theme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGE_ON)
def test_edges_of_controls_can_be_seen(theme, edge, ground):
    if theme == "contrast" and ground == "select" and edge != "on_select":
        pytest.skip("high contrast draws the chosen row as one plane of colour")
    colours = tokens()[theme]
    assert contrast(colours[edge], colours[ground]) >= 3


def test_the_style_sheet_puts_no_text_on_another_ground():
    sheet = (FORMS / "window.qss").read_text("utf-8")
    pairs = {
        (ink[1], ground[1])
        for rule in re.findall(r"\{((?:[^{}]|\{\w+\})*;[^{}]*)\}", sheet)
        if (ink := re.search(r"(?<![-\w])color: \{(\w+)\}", rule))
        and (ground := re.search(r"(?<![-\w])background: \{(\w+)\}", rule))
    }
    assert ("on_select", "select") in pairs
    assert pairs - set(TEXT_ON) == set()


def test_every_theme_has_every_colour():
    assert set(tokens()["light"]) == set(tokens()["dark"]) == set(tokens()["contrast"])


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_nothing_is_left_open_in_the_style_sheet(qapp, theme):
    sheet = Look(theme, 150, Typeface.INTER).style_sheet()
    assert not re.search(r"\{\w+\}|\d+u\b", sheet)
    assert "14.62pt" in sheet or "15.75pt" in sheet


def test_lengths_grow_with_the_scale_and_hairlines_do_not(qapp):
    look = Look(Theme.LIGHT, 150, Typeface.INTER)
    assert [look.length(pixels) for pixels in (0, 1, 2, 4, 34)] == [0, 1, 2, 6, 51]
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(8, 4, 8, 4)
    layout.setSpacing(8)
    widget.setMinimumWidth(220)
    look.dress(widget)
    margins = layout.contentsMargins()
    assert (margins.left(), margins.top(), layout.spacing()) == (12, 6, 12)
    assert widget.minimumWidth() == 330


def test_a_button_grows_once_whether_or_not_it_was_styled_before(qtbot):
    look = Look(Theme.LIGHT, 200, Typeface.INTER)
    look.wear(QApplication.instance())
    heights = []
    for styled_before in (False, True):
        window = QWidget()
        qtbot.addWidget(window)
        button = QPushButton("Opslaan", window)
        if styled_before:
            button.ensurePolished()  # as in a scroll area, within setupUi
        look.dress(window)
        window.show()
        heights.append(button.sizeHint().height())
        assert button.minimumHeight() <= button.sizeHint().height()
        assert button.minimumHeight() < 80
    assert heights[0] == heights[1]


def test_a_wrong_field_shows_that_it_has_the_focus(qtbot):
    look = Look(Theme.LIGHT, 100, Typeface.INTER)
    look.wear(QApplication.instance())
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    wrong, other = QLineEdit(window), QLineEdit(window)
    for field in (wrong, other):
        layout.addWidget(field)
    wrong.setProperty("wrong", "true")
    edges = []
    window.show()
    qtbot.waitExposed(window)
    for field in (wrong, other):
        field.setFocus()
        QApplication.processEvents()
        edges.append(wrong.grab().toImage().pixelColor(0, wrong.height() // 2))
    assert edges == [look.colour("focus"), look.colour("danger")]


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_the_words_of_a_box_are_whole_when_it_has_the_focus(qtbot, kind):
    Look(Theme.LIGHT, 100, Typeface.INTER).wear(QApplication.instance())
    box = kind("XLSX")
    qtbot.addWidget(box)
    box.show()
    box.resize(box.sizeHint())
    option = QStyleOptionButton()
    box.initStyleOption(option)
    option.state |= QStyle.StateFlag.State_HasFocus
    part = (
        QStyle.SubElement.SE_CheckBoxContents
        if kind is QCheckBox
        else QStyle.SubElement.SE_RadioButtonContents
    )
    assert box.style().subElementRect(part, option, box).width() >= (
        box.fontMetrics().horizontalAdvance(box.text())
    )


@pytest.mark.parametrize("scale", [100, 150])
def test_a_number_goes_up_and_down_by_arrows_that_can_be_seen_and_hit(qtbot, scale):
    Look(Theme.LIGHT, scale, Typeface.INTER).wear(QApplication.instance())
    box = QSpinBox()
    qtbot.addWidget(box)
    box.setValue(5)
    box.setFixedWidth(300)
    box.show()
    option = QStyleOptionSpinBox()
    box.initStyleOption(option)
    drawn = box.grab().toImage()
    for part, value in (
        (QStyle.SubControl.SC_SpinBoxUp, 6),
        (QStyle.SubControl.SC_SpinBoxDown, 5),
    ):
        area = box.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, box)
        assert area.width() >= 24
        inks = {
            drawn.pixel(x, y)
            for x in range(area.left() + 4, area.right() - 4)
            for y in range(area.top() + 4, area.bottom() - 3)
        }
        assert len(inks) > 3
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=area.center())
        assert box.value() == value


def test_our_own_typeface_is_used(qapp):
    from PySide6.QtGui import QFontInfo

    from advisor_app.gui.look import load_fonts

    load_fonts()
    for typeface in Typeface:
        font = Look(Theme.LIGHT, 100, typeface).font()
        assert QFontInfo(font).family() == font.family()


@pytest.mark.parametrize("form", sorted(FORMS.glob("*.ui")), ids=lambda form: form.stem)
def test_a_problem_has_the_one_sign_that_its_style_gives_it(form):
    for layout in ET.parse(form).iter("layout"):
        parts = layout.findall("item/widget")
        roles = [each.findtext("property[@name='role']/string") for each in parts]
        icons = [each.findtext("property[@name='icon_name']/string") for each in parts]
        assert not ("problem" in roles and "circle-alert" in icons)


def test_the_theme_of_the_system_is_seen_in_its_colours_and_followed(program, qapp):
    assert theme_of(QPalette(QColor("#20262a"))) is Theme.DARK
    assert theme_of(QPalette(QColor("#eff0f1"))) is Theme.LIGHT
    for scheme, theme in ((Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")):
        qapp.styleHints().colorSchemeChanged.emit(scheme)
        program.appearance.read_again()
        assert program.appearance.look.colour("bg") == QColor(tokens()[theme]["bg"])


COLLECTED = """
import gc
from PySide6.QtWidgets import QApplication, QWidget
from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.look import Look

application = QApplication([])

def come_and_go():
    screen = application.primaryScreen()
    window = QWidget()
    window.itself = window
    Look(Theme.LIGHT, 100, Typeface.INTER).size_window(window, 540, 520)

come_and_go()
gc.collect()
QWidget().resize(application.primaryScreen().availableSize())
"""


def test_a_window_that_python_collects_takes_no_screen_along():
    """PySide holds what `QWidget.screen` returns for a part of the window, and destroys it."""
    subprocess.run([sys.executable, "-c", COLLECTED], check=True)
