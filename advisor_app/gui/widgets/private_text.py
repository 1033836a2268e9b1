"""An editor for text of a case: plain, and shared with nobody."""

from collections.abc import Iterator

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTextDocumentFragment
from PySide6.QtWidgets import QPlainTextEdit, QWidget

HISTORY_HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"",
    "org.nspasteboard.ConcealedType": b"",
}
"""What asks clipboard histories of Linux, Windows and macOS to forget (as KeePassXC does)."""


_BREAKS = dict.fromkeys(map(ord, "\v\f\x85\u2028\u2029"), "\n")
_UNSEEN = dict.fromkeys([*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)])
_UNSEEN |= dict.fromkeys(map(ord, "\u00ad\ufeff\ufffc"))
"""Control codes, soft hyphens, byte order marks and the places of pictures: boxes on paper, and in
the way of search."""


LONGEST_LINE = 20_000
"""Ten pages without a break. Qt lays a line out whole after each key: five million characters took a
second and a half each time, in lines of this length nothing that is felt."""


def pasted(text: str) -> str:
    """Return text from another program as one would type it: Word breaks a line by a code of its own."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = lines.translate(_BREAKS | _UNSEEN)
    return "\n".join(part for line in plain.split("\n") for part in _parts(line))


def _parts(line: str) -> Iterator[str]:
    """Yield a line that is too long to be laid out in parts, broken where a blank stands."""
    start = 0
    while len(line) - start > LONGEST_LINE:
        blank = line.rfind(" ", start + 1, start + LONGEST_LINE)
        end = start + LONGEST_LINE if blank < 0 else blank
        yield line[start:end]
        start = end if blank < 0 else end + 1
    yield line[start:]


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

    not_pasted = Signal()
    """What was to be pasted holds no text, such as a picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhMultiLine
        )
        self.viewport().setAcceptDrops(False)
        self._on_selection = False  # where the button went down, and Qt would drag the text out

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802  (Qt's name)
        """Offer the selected text alone, concealed."""
        return concealed(self.textCursor().selectedText().replace("\u2029", "\n"))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802  (Qt's name)
        """Tell whether there is text in it."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  (Qt's name)
        """Take text only, and of it only what is seen; some programs give no text but a page."""
        if self.isReadOnly():
            return
        if source.hasText():
            self.insertPlainText(pasted(source.text()))
        elif source.hasHtml():
            page = QTextDocumentFragment.fromHtml(source.html())
            self.insertPlainText(pasted(page.toPlainText()))
        elif source.formats():
            self.not_pasted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Notice where Qt keeps the selection as it is, to drag it out."""
        before = self.textCursor()
        super().mousePressEvent(event)
        self._on_selection = before.hasSelection() and self.textCursor() == before

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Let go of where the first of two clicks was: a word is selected now, and words after it."""
        self._on_selection = False
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Leave the selection where it is: whatever lies under the mouse would get it."""
        if not self._on_selection:
            super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Keep the line that is written in sight, when a sentence below it takes room."""
        super().resizeEvent(event)
        if self.hasFocus():
            self.ensureCursorVisible()

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
