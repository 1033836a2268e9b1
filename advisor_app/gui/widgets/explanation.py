"""An explanation that comes when it is asked for, and takes no more room than there is."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget


class Explanation(QFrame):
    """Words under what they explain; asked for again they go. Long ones scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(QCoreApplication.translate("Explanation", "Uitleg"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self._scroll)
        self.most = 120
        self.hide()

    def toggle(self, words: str) -> None:
        """Show these words, or hide them if they are there already."""
        shown = self.isVisible() and self.words.text() == words
        self.words.setText(words)
        self.setVisible(not shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Take the height that this width needs."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self.words.heightForWidth(self._scroll.viewport().width())
        self._scroll.setFixedHeight(max(0, min(needed, self.most)))
