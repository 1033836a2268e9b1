"""Arrows of Qt's own windows in the colour of text: they are black, in a dark window too."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QToolButton, QWidget


def give_ink_to_arrows(window: QWidget, *names: str) -> None:
    """Draw the icons of the buttons with these names again, in the colour of the window's text."""
    for name in names:
        button = window.findChild(QToolButton, name)
        if button is not None:
            drawn = button.icon().pixmap(button.iconSize())
            painter = QPainter(drawn)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(drawn.rect(), window.palette().windowText())
            painter.end()
            button.setIcon(drawn)
