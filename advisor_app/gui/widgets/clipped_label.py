"""A label of at most two lines that ends in three dots where there is no room for all of it."""

from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption

from advisor_app.gui.widgets.tip import plain_tip
from advisor_app.gui.widgets.wrapped_label import WrappedLabel

MOST_LINES = 2


class ClippedLabel(WrappedLabel):
    """Is exactly as tall as the lines that it shows; the whole text is its tooltip then."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Ask for a few letters at least, however long a word is."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 6, metrics.lineSpacing())

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt's name)
        """Want the room of the lines that are shown, and no more."""
        return len(self._lines(width)) * self.fontMetrics().lineSpacing()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint the lines one below the other."""
        area, metrics = self.contentsRect(), self.fontMetrics()
        lines = self._lines(area.width())
        self.setToolTip(plain_tip(self.text()) if "".join(lines) != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        for line in lines:
            painter.drawText(area, Qt.AlignmentFlag.AlignTop, line)
            area.translate(0, metrics.lineSpacing())

    def _lines(self, width: int) -> list[str]:
        """Return what fits in this width, line by line; the last one is cut off by three dots."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(self.text(), self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        starts = [0]
        while len(starts) < MOST_LINES:
            line = layout.createLine()
            line.setLineWidth(width)
            starts.append(line.textStart() + line.textLength())
        layout.endLayout()
        wide = self.text().encode("utf-16-le")  # in which Qt counts
        if 2 * starts[-1] >= len(wide):
            del starts[-1]
        *whole, last = [
            wide[2 * start : 2 * end].decode("utf-16-le")
            for start, end in pairwise([*starts, len(wide)])
        ]
        dots = Qt.TextElideMode.ElideRight
        return [*whole, self.fontMetrics().elidedText(last, dots, width)]
