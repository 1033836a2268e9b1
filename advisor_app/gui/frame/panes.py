"""The parts of a window that F6 goes through."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_on(panes: Sequence[QWidget], focus: QWidget | None) -> None:
    """Put the focus into the pane after the one that has it; after the last comes the first."""
    here = [row for row, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus)]
    current = here[0] if here else -1
    for distance in range(1, len(panes) + 1):
        first = _first_focusable(panes[(current + distance) % len(panes)])
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _first_focusable(pane: QWidget) -> QWidget | None:
    """Return where the focus goes in a pane."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus and pane.isEnabled():
        return pane
    for child in pane.findChildren(QWidget):
        reachable = child.isVisibleTo(pane) and child.isEnabled()
        if reachable and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return child
    return None
