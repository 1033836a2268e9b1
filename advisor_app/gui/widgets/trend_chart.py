"""Bars of one series across years; a table beside it says the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

WIDEST_BAR = 0.5
"""The share of its column that a bar takes, where there are several."""

_WIDEST_LINES = 5  # a bar is no wider than so many lines of text are high


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A column: its year, its number or else the words that stand for it; a break before it."""

    name: str
    value: int | None
    words: str = ""
    breaks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """The colours of a chart."""

    bar: QColor
    text: QColor
    faint: QColor
    line: QColor


class TrendChart(QWidget):
    """Every number stands on its bar, so the bars need no axis; where a year has none, words do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._inks: Inks | None = None

    def show_bars(self, bars: Sequence[Bar], inks: Inks) -> None:
        """Show other bars, in the order of their years."""
        self._bars, self._inks = tuple(bars), inks
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint a column for each year."""
        if not self._bars or self._inks is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(self._bars)
        for place, bar in enumerate(self._bars):
            column = QRectF(place * width, 0, width, self.height())
            self._paint(painter, column, bar, self._inks)
        painter.end()

    def _paint(self, painter: QPainter, column: QRectF, bar: Bar, inks: Inks) -> None:
        line = self.fontMetrics().height() * 1.5
        base = column.bottom() - line
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setPen(inks.text)
        painter.drawText(QRectF(column.left(), base, column.width(), line), centre, bar.name)
        painter.setPen(QPen(inks.line, 1))
        painter.drawLine(QPointF(column.left(), base), QPointF(column.right(), base))
        if bar.breaks:
            painter.setPen(QPen(inks.text, 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(column.topLeft(), column.bottomLeft())
        room = QRectF(column.left() + 4, column.top(), column.width() - 8, base - column.top())
        if bar.value is None:
            painter.setPen(inks.faint)
            flags = centre | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), bar.words)
            return
        height = (room.height() - line) * bar.value / self._most()
        wide = min(column.width() * WIDEST_BAR, self.fontMetrics().height() * _WIDEST_LINES)
        left = column.center().x() - wide / 2
        painter.fillRect(QRectF(left, base - height, wide, height), inks.bar)
        painter.setPen(inks.text)
        above = QRectF(column.left(), base - height - line, column.width(), line)
        painter.drawText(above, centre, str(bar.value))

    def _most(self) -> int:
        return max(1, *(bar.value or 0 for bar in self._bars))
