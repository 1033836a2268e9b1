"""A label of several lines that is exactly as tall as its words."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class WrappedLabel(QLabel):
    """Qt reserves too much height for a wrapped label in a scroll area; this one does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setProperty("textFormat", "PlainText")
        self._has_width = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Take the height that this width needs."""
        super().resizeEvent(event)
        self._has_width = True
        self._fit()

    def setText(self, text: str) -> None:  # noqa: N802  (Qt's name)
        """Show other words, in the height that they need."""
        super().setText(text)
        if self._has_width:  # until then any height would be a guess
            self._fit()

    def _fit(self) -> None:
        policy = self.sizePolicy()
        policy.setHeightForWidth(False)  # which Qt sets again with each text
        self.setSizePolicy(policy)
        before = self.minimumHeight()
        self.setMinimumHeight(0)  # Qt never answers less than the least height
        height = max(0, self.heightForWidth(self.width()))
        self.setMinimumHeight(before)
        if height != before:
            self.setFixedHeight(height)
