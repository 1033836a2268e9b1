"""A list of lines with a title, facts and a state: for letters and for periods of figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from advisor_app.gui.lists.row_list import Index, RowList, read_out
from advisor_app.gui.lists.row_painting import fitted, paint_ground
from advisor_app.gui.look import Look
from advisor_app.gui.widgets.tip import plain_tip

ROW_HEIGHT = 72


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ListLine:
    """One row: what it is about and its words."""

    value: Any
    title: str
    facts: str
    state: str
    icon: str
    ink: str


class LineList(RowList[ListLine]):
    """Rows as they were handed in; more may follow, and one may change."""

    def append(self, lines: Sequence[ListLine]) -> None:
        """Show more rows below these."""
        if lines:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self._rows.extend(lines)
            self.endInsertRows()

    def replace(self, row: int, line: ListLine) -> None:
        """Show other words in a row."""
        self._rows[row] = line
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def line(self, row: int) -> ListLine | None:
        """Return a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a row, or all of it for a screen reader."""
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            words = read_out(line.title, line.facts, line.state)
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None


class LineDelegate(QStyledItemDelegate):
    """Paints a row of three lines of text."""

    def __init__(self, look: Look, model: LineList, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Return the height of a row."""
        return QSize(option.rect.width(), self._look.length(ROW_HEIGHT + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        line, look = self._model.line(index.row()), self._look
        if line is None:
            return
        state: QStyle.StateFlag = option.state
        area: QRect = option.rect.adjusted(1, 1, -1, -look.length(4))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            paint_ground(
                painter,
                look,
                area,
                ground="select",
                edge="focus" if focused else "accent",
                width=2 if focused else 1,
            )
        self._paint_words(painter, area, line, chosen=chosen)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, line: ListLine, *, chosen: bool) -> None:
        look = self._look
        inner = area.adjusted(look.length(12), look.length(6), -look.length(12), -look.length(6))
        third = inner.height() // 3
        size = look.length(14)
        texts = (
            (line.title, look.font(strong=True), "text", 0),
            (line.facts, look.font("small"), "text2", 0),
            (line.state, look.font("small"), line.ink, size + look.length(6)),
        )
        for row, (text, font, ink, left) in enumerate(texts):
            box = QRect(inner.left() + left, inner.top() + row * third, inner.width() - left, third)
            painter.setFont(font)
            painter.setPen(look.colour("on_select" if chosen else ink))
            words = fitted(font, text, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        if line.state:
            ink = "on_select" if chosen else line.ink
            top = inner.top() + 2 * third + (third - size) // 2
            painter.drawPixmap(inner.left(), top, look.pixmap(line.icon, ink, 14))
