"""Tab goes as one reads, also through what is made while a window is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def lead_through(before: QWidget, part: QWidget) -> None:
    """Let Tab go on from `before` through everything in a part, in the order in which it was made.

    Qt puts what is made last at the end of its window, whatever stands below it. It is not asked
    for its own chain: PySide then forgets menus and actions that have nothing to do with it.
    """
    for following in part.findChildren(QWidget):
        reachable = following.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reachable and following.window() is before.window():
            QWidget.setTabOrder(before, following)
            before = following
