"""A note as it is read: plain text with air between its lines."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from advisor_app.gui.widgets.note_text import SPARE, NoteTextEdit

_BETWEEN_WINDOWS = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}
_BY_TAB = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}


class NoteView(NoteTextEdit):
    """Shows a note, exactly as tall as its lines; it is selected and copied, and not changed.

    What moves nothing in it, such as the wheel or an arrow at its end, moves the page it stands on.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        for hide in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "note")
        self._has_width = self._is_resized = False
        self.cursorPositionChanged.connect(self._follow)

    def setPlainText(self, text: str) -> None:  # noqa: N802  (Qt's name)
        """Show another note, in the height that it needs."""
        super().setPlainText(text)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Take the height that this width needs, once Qt is done: meanwhile it would not fill it."""
        if event.type() != QEvent.Type.Resize:
            return super().event(event)
        self._is_resized = True
        done = super().event(event)
        self._is_resized = False
        self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Take the height that this width needs, where Qt tells it late: when it is first shown."""
        super().resizeEvent(event)
        self._has_width = True
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Take the height that another type needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  (Qt's name)
        """Scroll the page; Ctrl and the wheel would enlarge one note among others."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Hand on to the page what moves nothing here."""
        before = self.textCursor()
        super().keyPressEvent(event)
        after = self.textCursor()
        if (before.position(), before.anchor()) == (after.position(), after.anchor()):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's name)
        """Come into sight whole where Tab leads here: Qt sees to the line of the caret alone."""
        super().focusInEvent(event)
        page = self._page()
        content = page.widget() if page is not None and event.reason() in _BY_TAB else None
        if page is not None and content is not None:
            foot = self.mapTo(content, QPoint(0, self.height()))
            page.ensureVisible(foot.x(), foot.y(), 0, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's name)
        """Let go of what is selected: of all notes one is marked at a time."""
        super().focusOutEvent(event)
        if event.reason() not in _BETWEEN_WINDOWS:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def _fit(self) -> None:
        if self._is_resized or not self._has_width:  # until then any height would be a guess
            return
        block, text = self.document().firstBlock(), 0.0
        while block.isValid():
            text += self._layout.blockBoundingRect(block).height()
            block = block.next()
        around = self.height() - self.contentsRect().height()
        self.setFixedHeight(ceil(text) + SPARE + around)

    def _follow(self) -> None:
        """Keep the caret in sight where it is moved from line to line."""
        page = self._page()
        content = page.widget() if page is not None and self.hasFocus() else None
        if page is not None and content is not None:
            caret = self.cursorRect()
            middle = self.viewport().mapTo(content, caret.center())
            page.ensureVisible(middle.x(), middle.y(), 0, caret.height())

    def _page(self) -> QScrollArea | None:
        """Return what scrolls around the note."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around
