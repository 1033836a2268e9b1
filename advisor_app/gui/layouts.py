"""Emptying what is filled again: widgets of the case before are destroyed, not hidden."""

from PySide6.QtWidgets import QBoxLayout


def empty(layout: QBoxLayout, keep: int = 0) -> None:
    """Destroy what stands in a layout, but for its last `keep` items."""
    while layout.count() > keep:
        item = layout.takeAt(0)
        if item is None:
            return
        inner, widget = item.layout(), item.widget()
        if isinstance(inner, QBoxLayout):
            empty(inner)
        elif widget is not None:
            widget.hide()
            widget.deleteLater()
