"""An editor of notes: plain text with air between its lines."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import (
    QFontInfo,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextDocument,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout, QWidget

from advisor_app.gui.widgets.private_text import PrivateTextEdit
from advisor_app.gui.widgets.text_lines import x_of

LINE_HEIGHT = 1.45
"""From baseline to baseline, in sizes of the type, as a style sheet of the web counts it.

Qt's ProportionalHeight multiplies the spacing of the font instead: 145 % of it would be 1.75 sizes
in Inter and 1.88 in Atkinson.
"""

SPARE = 1
"""A pixel that Qt wants below the last line; without it there is something to scroll."""


class NoteLayout(QPlainTextDocumentLayout):
    """Moves the lines that Qt laid out apart; the document, and undo, know nothing of it.

    A baseline is a whole number of pixels below the one before, so that no gap differs from the
    next; further only where letters of another script would touch the line above.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._step, self._ascent = 0, 0.0

    def measure(self, editor: QWidget) -> None:
        """Take the type of an editor, before Qt lays text out in it."""
        font = editor.font()
        size = QFontInfo(font).pointSizeF() * editor.logicalDpiY() / 72
        self._step = round(LINE_HEIGHT * size)
        self._ascent = QFontMetricsF(font).ascent()

    def height_of(self, lines: int) -> int:
        """Return how tall so many lines are, in pixels."""
        return lines * self._step

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802  (Qt's name)
        """Return the room of a paragraph, in pixels; Qt lays it out when it is asked for that."""
        area, layout = super().blockBoundingRect(block), block.layout()
        lines = layout.lineCount() if block.isValid() else 0
        if not lines:
            return area
        last = layout.lineAt(lines - 1)
        if lines == 1 or _touch(layout.lineAt(lines - 2), last):
            self._spread(layout)
        below = max(last.height(), last.ascent() - self._ascent + self._step)
        margin = 0 if block.next().isValid() else self.document().documentMargin()
        area.setHeight(last.y() + below + margin)
        return area

    def _spread(self, layout: QTextLayout) -> None:
        baseline, bottom = self._ascent, 0.0
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            ascent = line.ascent()
            baseline = max(baseline, bottom + ascent)
            line.setPosition(QPointF(line.x(), baseline - ascent))
            bottom = baseline - ascent + line.height()
            baseline += self._step


def _touch(line: QTextLine, following: QTextLine) -> bool:
    """Tell whether lines still lie as Qt lays them out: without air, to the last bit."""
    return following.y() == line.y() + line.height()


class NoteTextEdit(PrivateTextEdit):
    """An editor of a note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        self._layout = NoteLayout(document)
        self._layout.measure(self)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)

    def height_of(self, lines: int) -> int:
        """Return how tall the editor is with so many lines in sight, none of them cut, in pixels."""
        self.ensurePolished()
        around = self.height() - self.contentsRect().height()
        margins = 2 * round(self.document().documentMargin())
        return self._layout.height_of(lines) + margins + SPARE + around

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Measure another type before text is laid out in it."""
        if event.type() == QEvent.Type.FontChange:
            self._layout.measure(self)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Fill the stripes that Qt leaves between the lines of a selection."""
        if self.textCursor().hasSelection():
            painter = QPainter(self.viewport())
            for area in self._selected():
                painter.fillRect(area, self.palette().highlight())
            painter.end()
        super().paintEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Let the air below a line belong to it: Qt finds no letter there, and takes the next line."""
        if not isinstance(event, QMouseEvent):
            return super().viewportEvent(event)
        on_line = self._on_line(event)
        done = super().viewportEvent(on_line)
        event.setAccepted(on_line.isAccepted())
        return done

    def _on_line(self, event: QMouseEvent) -> QMouseEvent:
        spot = event.position()
        for line, box in self._boxes(self.cursorForPosition(spot.toPoint()).block()):
            last = box.top() + line.height() - 1
            if last < spot.y() < box.bottom():
                return QMouseEvent(
                    event.type(),
                    QPointF(spot.x(), last),
                    event.scenePosition(),
                    event.globalPosition(),
                    event.button(),
                    event.buttons(),
                    event.modifiers(),
                    event.pointingDevice(),
                )
        return event

    def _selected(self) -> Iterator[QRectF]:
        """Yield what is selected of each line in sight below which the selection goes on."""
        start, end = self.textCursor().selectionStart(), self.textCursor().selectionEnd()
        block, bottom = self.firstVisibleBlock(), self.viewport().height()
        while block.isValid():
            at = block.position()
            for line, box in self._boxes(block):
                if box.top() > bottom:
                    return
                if box.top() + line.height() < 1:  # above the edge, but for the air below it
                    continue
                last = line.textStart() + line.textLength()
                if start - at <= last < end - at:
                    sides = x_of(line, max(start - at, line.textStart())), x_of(line, last)
                    yield QRectF(
                        box.left() + min(sides), box.top(), abs(sides[1] - sides[0]), box.height()
                    )
            block = block.next()

    def _boxes(self, block: QTextBlock) -> Iterator[tuple[QTextLine, QRectF]]:
        """Yield the lines of a paragraph, each with its room down to the next one."""
        place = self.blockBoundingGeometry(block).translated(self.contentOffset())
        layout = block.layout()
        tops = [layout.lineAt(number).y() for number in range(layout.lineCount())]
        for number, (top, below) in enumerate(pairwise([*tops, place.height()])):
            yield (
                layout.lineAt(number),
                QRectF(place.left(), place.top() + top, place.width(), below - top),
            )
