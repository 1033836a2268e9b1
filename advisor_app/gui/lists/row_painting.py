"""What the painted rows of all lists have in common: the ground of a row, and a text cut to fit."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from advisor_app.gui.look import Look

_CORNER = 6


def paint_ground(
    painter: QPainter, look: Look, area: QRect, *, ground: str, edge: str, width: int = 1
) -> None:
    """Paint the ground of a row with its edge; the names are those of the look's colours."""
    painter.setBrush(look.colour(ground))
    pen = painter.pen()
    pen.setColor(look.colour(edge))
    pen.setWidth(width)
    painter.setPen(pen)
    painter.drawRoundedRect(area, look.length(_CORNER), look.length(_CORNER))


def fitted(font: QFont, text: str, width: int) -> str:
    """Return a text as far as it fits, with an ellipsis where it was cut."""
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
