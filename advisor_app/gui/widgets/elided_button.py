"""A button that begins with three dots where there is no room for all of its words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

from advisor_app.gui.widgets.tip import plain_tip

_LETTERS = 6


class ElidedButton(QPushButton):
    """Its last words are the ones to be read, such as a number; the whole text is its tooltip."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Ask for a few letters beside the icon at least."""
        whole, metrics = self.sizeHint(), self.fontMetrics()
        less = metrics.horizontalAdvance(self.text()) - metrics.averageCharWidth() * _LETTERS
        return QSize(whole.width() - max(0, less), whole.height())

    def shown_text(self) -> str:
        """Return as much of the words as there is room for."""
        option = QStyleOptionButton()
        super().initStyleOption(option)
        contents = QStyle.SubElement.SE_PushButtonContents
        room = self.style().subElementRect(contents, option, self).width()
        if not option.icon.isNull():
            room -= option.iconSize.width() + 4  # which is what the style leaves between them
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideLeft, room)

    def initStyleOption(self, option: QStyleOptionButton) -> None:  # noqa: N802  (Qt's name)
        """Hand the style what fits."""
        super().initStyleOption(option)
        option.text = self.shown_text()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint, and tell the whole of it to who points at it."""
        words = self.text()
        self.setToolTip("" if self.shown_text() == words else plain_tip(words))
        super().paintEvent(event)
