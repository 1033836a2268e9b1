"""A line of text that ends in three dots where there is no room for all of it."""

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from advisor_app.gui.widgets.tip import plain_tip


class ElidedLabel(QLabel):
    """Wants the room of its words and makes do with less; the whole text is its tooltip then."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Ask for a few letters at least."""
        whole, letters = super().minimumSizeHint(), self.fontMetrics().averageCharWidth() * 6
        return QSize(min(letters, whole.width()), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint as much as there is room for."""
        area, text = self.contentsRect(), self.text()
        if self.fontMetrics().horizontalAdvance(text) <= area.width():
            self.setToolTip("")
            super().paintEvent(event)
            return
        dots = QtCore.Qt.TextElideMode.ElideRight
        self.setToolTip(plain_tip(text))
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(
            area, self.alignment(), self.fontMetrics().elidedText(text, dots, area.width())
        )
