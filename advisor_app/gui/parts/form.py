"""Between widgets and values: a form's widget has the name of the record's field.

`value_of` and `show_value` ask the kind of widget; a new kind registers itself.
"""

from collections.abc import Iterable, Mapping
from functools import singledispatch
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from advisor_app.gui.widgets.date_field import DateField
from advisor_app.gui.widgets.tip import plain_tip


def offer(box: QComboBox, choices: Iterable[tuple[Any, str]], chosen: Any = None) -> None:
    """Fill a box with values and their words, and choose one without telling anybody."""
    with QSignalBlocker(box):
        box.clear()
        for value, words in choices:
            box.addItem(words, value)
        if chosen is not None:
            show_value(box, chosen)


def show_whole(box: QComboBox, most: int) -> None:
    """Make a box as wide as the words that it shows, up to a width; Qt cuts them off silently.

    Words that are wider still are read in its tooltip.
    """
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    words = QSize(box.fontMetrics().horizontalAdvance(box.currentText()), 0)
    whole = box.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, words, box)
    box.setMinimumWidth(min(whole.width(), most))
    box.setToolTip(plain_tip(box.currentText()))


@singledispatch
def value_of(widget: QWidget) -> Any:
    """Return what a widget holds, as the record's field wants it."""
    raise TypeError(type(widget))


@singledispatch
def show_value(widget: QWidget, _value: Any) -> None:
    """Put a field's value into a widget."""
    raise TypeError(type(widget))


@value_of.register
def _(widget: QLineEdit) -> str:
    return widget.text().strip()


@value_of.register
def _(widget: QPlainTextEdit) -> str:
    return widget.toPlainText()


@value_of.register
def _(widget: QComboBox) -> Any:
    return widget.currentData()


@value_of.register
def _(widget: QSpinBox) -> int:
    return widget.value()


@value_of.register
def _(widget: QCheckBox) -> bool:
    return widget.isChecked()


@value_of.register
def _(widget: DateField) -> Any:
    return None if widget.is_empty() else widget.day(widget.objectName())


@show_value.register
def _(widget: QLineEdit, value: str) -> None:
    widget.setText(value)


@show_value.register
def _(widget: QPlainTextEdit, value: str) -> None:
    widget.setPlainText(value)


@show_value.register
def _(widget: QComboBox, value: Any) -> None:
    for row in range(widget.count()):
        if widget.itemData(row) == value:
            widget.setCurrentIndex(row)


@show_value.register
def _(widget: QSpinBox, value: int) -> None:
    widget.setValue(value)


@show_value.register
def _(widget: QCheckBox, value: bool) -> None:  # noqa: FBT001  (the field's own type)
    widget.setChecked(value)


@show_value.register
def _(widget: DateField, value: Any) -> None:
    widget.set_day(value)


@singledispatch
def typed_in(widget: QWidget) -> Any:
    """Return what stands in a widget as JSON knows it, though it may be no value yet."""
    return value_of(widget)


@singledispatch
def type_in(widget: QWidget, typed: Any) -> None:
    """Put back what stood in a widget."""
    show_value(widget, typed)


@typed_in.register
def _(widget: DateField) -> str:
    return widget.line.text()


@type_in.register
def _(widget: DateField, typed: str) -> None:
    widget.line.setText(typed)


def typed(ui: object, *fields: str) -> dict[str, Any]:
    """Return what stands in the widgets with these names, for a draft of the form."""
    return {field: typed_in(getattr(ui, field)) for field in fields}


def type_again(ui: object, found: Mapping[str, Any]) -> None:
    """Put back what stood in the widgets of a form, in the order in which it was asked."""
    for field, value in found.items():
        type_in(getattr(ui, field), value)


def read(ui: object, *fields: str) -> dict[str, Any]:
    """Return the values of the widgets with these names.

    Raises:
        InvalidError: NOT_A_DATE, naming the field.
    """
    return {field: value_of(getattr(ui, field)) for field in fields}


def show(ui: object, record: object, *fields: str) -> None:
    """Put the fields of a record into the widgets with their names."""
    for field in fields:
        show_value(getattr(ui, field), getattr(record, field))


def leave_the_wheel_alone(form: QWidget) -> None:
    """Let the wheel scroll the page, never change a box or number that happens to lie under it."""
    guard = _WheelGuard(form)
    for box in (*form.findChildren(QComboBox), *form.findChildren(QSpinBox)):
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(guard)


def take_numbers_whole(form: QWidget) -> None:
    """Let a first click select a number, as Tab does, so that what is typed takes its place.

    Typed behind it, `30` made 530 of `5 min`, which is too much: Qt took no digit, and said nothing.
    """
    selection = _WholeNumber(form)
    for box in form.findChildren(QSpinBox):
        box.installEventFilter(selection)


class _WholeNumber(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Select once the click has set its caret."""
        if (
            isinstance(watched, QSpinBox)
            and isinstance(event, QFocusEvent)
            and event.gotFocus()
            and event.reason() == Qt.FocusReason.MouseFocusReason
        ):
            QTimer.singleShot(0, watched, watched.selectAll)
        return super().eventFilter(watched, event)


class _WheelGuard(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Hand the wheel on to what the box lies in."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
