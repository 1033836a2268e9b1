"""An editor in which the fields of a letter are real text on a painted ground."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from advisor_app.gui.widgets.private_text import PrivateTextEdit
from advisor_app.gui.widgets.text_lines import x_of

ROUND = 4.0
_HEADING = re.compile(r"##\s+\S.*")
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How a kind of field looks: its ground, the edge around it, its letters."""

    ground: QColor
    edge: QColor
    text: QColor


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """How filled and empty fields look, and what is wrong."""

    filled: Ink
    empty: Ink
    wrong: QColor
    quiet: QColor


class FieldTextEdit(PrivateTextEdit):
    """Fields can be copied and are read out like any text; only what lies behind them is painted.

    A click in an empty field takes all of it, so that typing fills it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = _NOTHING
        self._inks: Inks | None = None
        self._highlighter = _Highlighter(self.document())

    def set_inks(self, inks: Inks) -> None:
        """Take the colours of the theme."""
        self._inks = inks
        self._highlighter.set_inks(inks)

    def show_fields(self, values: Iterable[str], labels: Iterable[str]) -> None:
        """Paint these values as filled fields, and these labels in brackets as empty ones."""
        self._fields = _pattern(values, labels)
        self._highlighter.set_fields(self._fields)
        self.viewport().update()

    def next_empty(self) -> bool:
        """Select the next empty field, from the top again after the last; tell if there is one."""
        block = self.textCursor().block()
        first = self.textCursor().selectionEnd() - block.position()
        blocks = self.document().blockCount()
        for distance in range(blocks + 1):
            for start, end, empty in _spans(self._fields, block.text()):
                if empty and (distance or start >= first):
                    self._select(block, start, end)
                    return True
            block = self.document().findBlockByNumber((block.blockNumber() + 1) % blocks)
        return False

    def mark_wrong(self, start: int, length: int) -> int:
        """Underline a place, counted in characters of the text; return its line, from 1."""
        text = self.toPlainText()
        cursor = self.textCursor()
        cursor.setPosition(units(text, start))
        end = min(start + length, len(text))
        cursor.setPosition(units(text, end), QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        if self._inks is not None:
            form.setUnderlineColor(self._inks.wrong)
            form.setForeground(self._inks.wrong)
        mark = QTextEdit.ExtraSelection()
        mark.cursor, mark.format = cursor, form
        self.setExtraSelections([mark])
        return text.count("\n", 0, start) + 1

    def unmark(self) -> None:
        """Take the mark of what was wrong away."""
        self.setExtraSelections([])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint the ground of the fields, then the text over it."""
        inks = self._inks
        if inks is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for area, empty in self._areas():
                ink = inks.empty if empty else inks.filled
                painter.setBrush(ink.ground)
                painter.setPen(ink.edge)
                painter.drawRoundedRect(area, ROUND, ROUND)
            painter.end()
        super().paintEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Take the whole of an empty field that was clicked."""
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        if cursor.hasSelection() or self.isReadOnly():
            return
        for start, end, empty in _spans(self._fields, cursor.block().text()):
            if empty and start < cursor.positionInBlock() < end:
                self._select(cursor.block(), start, end)
                return

    def _select(self, block: QTextBlock, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def _areas(self) -> Iterator[tuple[QRectF, bool]]:
        """Yield where the fields in sight stand, a field over two lines twice."""
        block, bottom = self.firstVisibleBlock(), self.viewport().height()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > bottom:
                return
            for start, end, empty in _spans(self._fields, block.text()):
                for area in _lines(block, start, end):
                    yield area.translated(place.topLeft()), empty
            block = block.next()


class _Highlighter(QSyntaxHighlighter):
    """Gives headings weight and fields their ink."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._fields = _NOTHING
        self._filled, self._empty = QTextCharFormat(), QTextCharFormat()
        self._heading, self._hashes = QTextCharFormat(), QTextCharFormat()
        self._heading.setFontWeight(QFont.Weight.DemiBold)

    def set_inks(self, inks: Inks) -> None:
        self._filled.setForeground(inks.filled.text)
        self._empty.setForeground(inks.empty.text)
        self._hashes.setForeground(inks.quiet)
        self.rehighlight()

    def set_fields(self, fields: re.Pattern[str]) -> None:
        self._fields = fields
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802  (Qt's name)
        if _HEADING.fullmatch(text):
            self.setFormat(0, len(text), self._heading)
            self.setFormat(0, 2, self._hashes)
            return
        for start, end, empty in _spans(self._fields, text):
            self.setFormat(start, end - start, self._empty if empty else self._filled)


def _pattern(values: Iterable[str], labels: Iterable[str]) -> re.Pattern[str]:
    """Return what finds fields, the longest first; a value only where it is a word of its own."""
    longest = sorted({value for value in values if len(value) > 2 and "\n" not in value}, key=len)
    filled = [rf"(?<!\w){re.escape(value)}(?!\w)" for value in reversed(longest)]
    empty = [re.escape(f"[{label}]") for label in labels]
    if not filled and not empty:
        return _NOTHING
    return re.compile(
        "|".join([f"(?P<empty>{'|'.join(empty)})" if empty else "", *filled]).strip("|")
    )


def _spans(fields: re.Pattern[str], text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where fields stand in a line of text, counted as Qt counts, and if they are empty."""
    for found in fields.finditer(text):
        empty = bool(found.groupdict().get("empty"))
        yield units(text, found.start()), units(text, found.end()), empty


def units(text: str, place: int) -> int:
    """Return a place in a text as Qt counts it: a character beyond 16 bits counts twice."""
    return place + sum(character > "\uffff" for character in text[:place])


def _lines(block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    """Yield the part of each laid out line of a block that lies between two places."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = x_of(line, first), x_of(line, last)
            area = QRectF(left, line.y(), right - left, line.height())
            yield area.adjusted(-0.5, 0.5, 0.5, -0.5)
