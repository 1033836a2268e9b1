"""What a window says about a field: what is wrong with it, aloud and in sight."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from advisor_app.gui.look import restyle

_EDITED = ("textEdited", "activated", "valueChanged", "changed", "textChanged")
"""By which signal kinds of fields say that they were edited, a line of text before all."""


def mark(ui: object, field: str, sentence: str, problem: QLabel) -> None:
    """Say below a field what is wrong with it, mark it and go there, until it is edited.

    Where a form has no label `<field>_problem`, the one that is handed in says it.
    """
    widget, place = getattr(ui, field, None), _place_of(ui, field) or problem
    place.setText(sentence)
    place.setVisible(bool(sentence))
    told = QCoreApplication.translate("form", "Fout: %1").replace("%1", sentence)
    if isinstance(widget, QWidget):
        _set_wrong(widget, wrong=True)
        widget.setFocus()
        _read_out(widget).setAccessibleDescription(told)
        _heed_edits(widget, partial(_unmark_edited, widget, place, sentence))
        bring_into_sight(widget)
    bring_into_sight(place)
    announce(place, told)


def unmark(ui: object, fields: Iterable[str], problem: QLabel) -> None:
    """Take every mark away."""
    problem.clear()
    problem.hide()
    for field in fields:
        widget, place = getattr(ui, field, None), _place_of(ui, field)
        if place is not None:
            place.clear()
            place.hide()
        if isinstance(widget, QWidget):
            _set_wrong(widget, wrong=False)
            _read_out(widget).setAccessibleDescription("")


def announce(place: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence now, wherever the focus is."""
    event = QtGui.QAccessibleAnnouncementEvent(place, sentence)
    QtGui.QAccessible.updateAccessibility(event)


def bring_into_sight(part: QWidget) -> None:
    """Scroll to a part of a form, as soon as what was just shown has its place."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        QTimer.singleShot(0, part, partial(above.ensureWidgetVisible, part))


def let_enter_press(window: QWidget) -> None:
    """Let Enter press the button with the focus, as in a dialog."""
    for button in window.findChildren(QPushButton):
        button.setAutoDefault(True)


def _heed_edits(widget: QWidget, unmark_it: Callable[[], None]) -> None:
    """Let the next edit by hand take the mark away; what it says may be true no longer."""
    said = next((getattr(widget, each) for each in _EDITED if hasattr(widget, each)), None)
    if said is not None:
        once = QtCore.Qt.ConnectionType.SingleShotConnection
        said.connect(lambda *_new: unmark_it(), once)


def _unmark_edited(widget: QWidget, place: QLabel, sentence: str) -> None:
    _set_wrong(widget, wrong=False)
    _read_out(widget).setAccessibleDescription("")
    if place.text() == sentence:
        place.clear()
        place.hide()


def _place_of(ui: object, field: str) -> QLabel | None:
    place = getattr(ui, f"{field}_problem", None)
    return place if isinstance(place, QLabel) else None


def _read_out(widget: QWidget) -> QWidget:
    """Return the part of a field that has the focus, which is what a screen reader reads."""
    return widget.focusProxy() or widget


def _set_wrong(widget: QWidget, *, wrong: bool) -> None:
    if wrong is not (widget.property("wrong") == "true"):
        widget.setProperty("wrong", "true" if wrong else "false")
        restyle(widget)
