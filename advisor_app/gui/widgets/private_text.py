"""An editor for text of a case: plain, and shared with nobody."""

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

HISTORY_HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"",
    "org.nspasteboard.ConcealedType": b"",
}
"""What asks clipboard histories of Linux, Windows and macOS to forget (as KeePassXC does)."""


def concealed(text: str) -> QMimeData:
    """Return text for the clipboard that histories are asked not to keep."""
    mime = QMimeData()
    mime.setText(text)
    for name, value in HISTORY_HINTS.items():
        mime.setData(name, value)
    return mime


class PrivateTextEdit(QPlainTextEdit):
    """A plain-text editor: no dragging out, no clipboard history, no learning input method.

    Tab leaves it, so that nobody is caught in it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhMultiLine
        )
        self.viewport().setAcceptDrops(False)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802  (Qt's name)
        """Offer the selected text alone, concealed."""
        return concealed(self.textCursor().selectedText().replace("\u2029", "\n"))

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  (Qt's name)
        """Take text only; what ends a line within a paragraph of Word ends one here."""
        if source.hasText():
            self.insertPlainText(source.text().replace("\v", "\n"))

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:  # noqa: N802  (Qt's name)
        """Load nothing: no text of a case may open a file."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Leave Escape and Ctrl+Enter to the window."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape or (control and enter):
            event.ignore()
            return
        super().keyPressEvent(event)
