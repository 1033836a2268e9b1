"""Copied text leaves the clipboard after half a minute, and when the vault is locked."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

LASTS_MS = 30_000


class ClipboardGuard(QObject):
    """Watches what this program puts on the clipboard; what others put there is not ours to clear."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LASTS_MS)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._start)
        self._clipboard.selectionChanged.connect(self._clear_selection)

    def clear(self) -> None:
        """Empty the clipboard if what is on it is still ours."""
        self._timer.stop()
        if self._clipboard.ownsClipboard():
            self._clipboard.clear(QClipboard.Mode.Clipboard)
        self._clear_selection()

    def _start(self) -> None:
        if self._clipboard.ownsClipboard():
            self._timer.start()

    def _clear_selection(self) -> None:
        """Keep X11's second clipboard empty: a double click is enough to fill it."""
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)
