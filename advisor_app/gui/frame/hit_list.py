"""The list of what was found: hits under their headings, painted line by line."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from advisor_app.gui.desk import Desk
from advisor_app.gui.lists.row_list import Index, RowList, read_out
from advisor_app.gui.lists.row_painting import fitted, paint_ground
from advisor_app.gui.places import Place
from advisor_app.gui.shortcuts import Command

HIT_HEIGHT = 46
HEADING_HEIGHT = 26


@dataclass(frozen=True, slots=True, repr=False)
class Hit:
    """A line of the palette; a heading can not be chosen."""

    title: str
    facts: str = ""
    when: str = ""
    icon: str = ""
    place: Place | None = None
    command: Command | None = None

    @property
    def is_heading(self) -> bool:
        """Tell whether the line names a group."""
        return self.place is None and self.command is None


class HitList(RowList[Hit]):
    """The lines of the palette, headings among them."""

    def hit(self, row: int) -> Hit:
        """Return a line."""
        return self._rows[row]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a line."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        hit = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            group = "" if hit.is_heading else self._heading_over(index.row())
            return read_out(group, hit.title, _plain(hit.facts), hit.when)
        return None

    def _heading_over(self, row: int) -> str:
        return next((each.title for each in reversed(self._rows[:row]) if each.is_heading), "")

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let nobody choose a heading."""
        if index.isValid() and self._rows[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class HitDelegate(QStyledItemDelegate):
    """Paints hits; found words stand on a ground and in a heavier weight."""

    def __init__(self, desk: Desk, hits: HitList, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = desk.look
        self._hits = hits
        self._strong = desk.look.font("body", strong=True)
        self._small = desk.look.font("small")
        self._small_strong = desk.look.font("small", strong=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the height of a line."""
        heading = self._hits.hit(index.row()).is_heading
        height = self._look.length(HEADING_HEIGHT if heading else HIT_HEIGHT)
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        hit, look = self._hits.hit(index.row()), self._look
        area: QRect = option.rect.adjusted(look.length(8), 1, -look.length(8), -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = area.adjusted(look.length(12), 0, -look.length(12), 0)
        if hit.is_heading:
            painter.setFont(self._small_strong)
            painter.setPen(look.colour("text2"))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, hit.title)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if chosen:
                ground = area.adjusted(1, 1, -1, -1)
                paint_ground(painter, look, ground, ground="select", edge="focus", width=2)
            self._paint_hit(painter, inner, hit, chosen=chosen)
        painter.restore()

    def _paint_hit(self, painter: QPainter, inner: QRect, hit: Hit, *, chosen: bool) -> None:
        look = self._look
        ink = "on_select" if chosen else "text"
        faint = "on_select" if chosen else "text2"
        size = look.length(18)
        middle = inner.top() + (inner.height() - size) // 2
        painter.drawPixmap(inner.left(), middle, look.pixmap(hit.icon, faint, 18))
        text = inner.adjusted(size + look.length(12), look.length(5), 0, -look.length(5))
        when = QFontMetrics(self._small).horizontalAdvance(hit.when) + look.length(12)
        painter.setFont(self._small)
        painter.setPen(look.colour(faint))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, right, hit.when)
        half = text.adjusted(0, 0, -when, 0)
        if hit.facts:
            half.setHeight(text.height() // 2)
        painter.setFont(self._strong)
        painter.setPen(look.colour(ink))
        title = fitted(self._strong, hit.title, half.width())
        painter.drawText(half, Qt.AlignmentFlag.AlignVCenter, title)
        if hit.facts:
            below = half.translated(0, half.height())
            self._paint_snippet(painter, below, hit.facts, faint)

    def _paint_snippet(self, painter: QPainter, area: QRect, snippet: str, ink: str) -> None:
        """Paint a snippet piece by piece: found words stand between STX and ETX."""
        left, look = area.left(), self._look
        for number, piece in enumerate(
            " ".join(snippet.split("\n")).replace("\x03", "\x02").split("\x02")
        ):
            found = number % 2 == 1
            font: QFont = self._small_strong if found else self._small
            width = QFontMetrics(font).horizontalAdvance(piece)
            room = area.right() - left
            if room <= 0:
                return
            box = QRect(left, area.top(), min(width, room), area.height())
            if found:
                painter.fillRect(box.adjusted(-1, 2, 1, -2), look.colour("mark"))
            painter.setFont(font)
            painter.setPen(look.colour("on_mark" if found else ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, fitted(font, piece, room))
            left += width


def _plain(snippet: str) -> str:
    return snippet.replace("\x02", "").replace("\x03", "")
