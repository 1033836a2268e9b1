"""What is said about a field is taken back as soon as somebody mends it."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.widgets.date_field import DateField

SENTENCE = "Dit is geen datum."


@pytest.fixture
def form(qtbot, translation, clock):
    """Make a form with one field of each kind, of which the first has a label of its own."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    parts = {
        "day": DateField(window),
        "day_problem": QLabel(window),
        "name": QLineEdit(window),
        "text": QPlainTextEdit(window),
        "number": QSpinBox(window),
        "choice": QComboBox(window),
        "problem": QLabel(window),
    }
    parts["choice"].addItems(["een", "twee"])
    parts["day"].set_clock(clock.today)
    for part in parts.values():
        layout.addWidget(part)
    ui = SimpleNamespace(window=window, **parts)
    unmark(ui, ("day",), ui.problem)
    window.show()
    qtbot.waitExposed(window)
    return ui


def type_into(widget):
    if isinstance(widget, QComboBox):
        QTest.keyClick(widget, Qt.Key.Key_Down)
    else:
        QTest.keyClick(widget.focusProxy() or widget, "1")


@pytest.mark.parametrize("field", ["day", "name", "text", "number", "choice"])
def test_a_field_that_is_mended_is_marked_no_longer(form, field):
    widget = getattr(form, field)
    below = form.day_problem if field == "day" else form.problem
    mark(form, field, SENTENCE, form.problem)
    assert below.isVisible()
    type_into(widget)
    assert not below.isVisible()
    assert widget.property("wrong") == "false"
    assert not (widget.focusProxy() or widget).accessibleDescription()


def test_the_second_mark_goes_like_the_first(form):
    for _time in range(2):
        mark(form, "day", SENTENCE, form.problem)
        assert form.day_problem.isVisible()
        type_into(form.day)
        assert not form.day_problem.isVisible()


def test_what_is_wrong_with_another_field_stays(form):
    mark(form, "name", SENTENCE, form.problem)
    mark(form, "text", "Dit is leeg.", form.problem)
    form.name.setFocus()
    type_into(form.name)
    assert form.problem.text() == "Dit is leeg."


def test_what_is_put_into_a_field_by_the_program_leaves_the_mark(form):
    mark(form, "name", SENTENCE, form.problem)
    form.name.setText("Robin")
    assert form.problem.isVisible()
