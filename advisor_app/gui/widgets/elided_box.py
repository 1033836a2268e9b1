"""A box of choices that ends in three dots where there is no room for all of its words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

from advisor_app.gui.widgets.tip import plain_tip


class ElidedBox(QComboBox):
    """Qt cuts the words off without a sign; the whole text is the tooltip where it does not fit."""

    def shown_text(self) -> str:
        """Return as much of the chosen words as there is room for."""
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        words, dots = self.currentText(), Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(words, dots, room.width() - 2)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802  (Qt's name)
        """Hand the style what fits."""
        super().initStyleOption(option)
        option.currentText = self.shown_text()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint, and tell the whole of it to who points at it."""
        words = self.currentText()
        self.setToolTip("" if self.shown_text() == words else plain_tip(words))
        super().paintEvent(event)
