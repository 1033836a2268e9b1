"""A label of several lines that is exactly as tall as its words."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class WrappedLabel(QLabel):
    """Qt reserves too much height for a wrapped label in a scroll area; this one does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        policy = self.sizePolicy()
        policy.setHeightForWidth(False)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Take the height that this width needs."""
        super().resizeEvent(event)
        height = self.heightForWidth(event.size().width())
        if height != self.maximumHeight():
            self.setFixedHeight(height)
