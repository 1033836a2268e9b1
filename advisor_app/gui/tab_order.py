"""Tab goes as one reads, also through what is made while a window is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def lead_through(before: QWidget, part: QWidget) -> None:
    """Let Tab go on from `before` through everything in a part, in the order that holds within it.

    Qt puts what is made last at the end of its window, whatever stands below it.
    """
    within: list[QWidget] = []
    each: QWidget | None = part.nextInFocusChain()
    while each is not None and each is not part:
        if part.isAncestorOf(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            within.append(each)
        each = each.nextInFocusChain()
    for following in within:
        QWidget.setTabOrder(before, following)
        before = following
