"""The list of cases: pages of lines from the vault, painted row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from advisor_app.domain import known_codes
from advisor_app.domain.codes import Code
from advisor_app.domain.identity import CaseId, OrganisationId
from advisor_app.domain.overview import CaseLine, LoggedConversation
from advisor_app.gui.desk import Desk
from advisor_app.gui.lists.row_list import read_out
from advisor_app.gui.lists.row_painting import fitted, paint_ground

PAGE = 64
ROW_HEIGHT = 72

Index = QModelIndex | QPersistentModelIndex
_ENDED = {known_codes.CLOSED}
_TONES = {
    known_codes.CLOSED: ("circle-check", "ok"),
    known_codes.IN_AFTERCARE: ("hand-heart", "accent"),
}


@dataclass(frozen=True, slots=True, repr=False)
class RowText:
    """What a row says, ready to be painted or read out."""

    title: str
    facts: str
    when: str
    state: str
    icon: str
    ink: str


class CaseList(QAbstractListModel):
    """Loose conversations on top, then cases, the latest first; more is fetched on scrolling."""

    def __init__(self, desk: Desk, parent: QObject | None = None, *, loose: bool = True) -> None:
        super().__init__(parent)
        self._desk = desk
        self._with_loose = loose
        self._organisation: OrganisationId | None = None
        self._rows: list[LoggedConversation | CaseLine] = []
        self._more = False
        self._asked = 0
        self.is_loaded = False

    def load(self, organisation: OrganisationId | None) -> None:
        """Show the first page of an organisation, in the place of what was there."""
        if organisation != self._organisation:
            self.is_loaded = False
            self._replace([])
        self._organisation = organisation
        self._asked += 1
        asked = self._asked
        if organisation is None:
            self._replace([])
            return
        wanted = max(PAGE, len(self._rows))

        def show(page: Sequence[LoggedConversation | CaseLine]) -> None:
            if asked == self._asked:
                self.is_loaded = True
                self._more = len(page) == wanted
                self._replace(list(page))

        self._desk.tasks.run(lambda: self._page(organisation, None, wanted), then=show, owner=self)

    def item(self, row: int) -> LoggedConversation | CaseLine | None:
        """Return what stands in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, wanted: object) -> int:
        """Return the row of a case or conversation by its id, -1 if it is not on a loaded page."""
        for row, each in enumerate(self._rows):
            own = each.conversation.id if isinstance(each, LoggedConversation) else each.id
            if (isinstance(each, LoggedConversation), own) == wanted:
                return row
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  (Qt's own)
        """Return how many rows are loaded."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a row, or all of it for a screen reader."""
        each = self.item(index.row())
        if each is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(each).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self.text(each)
            return read_out(text.title, text.facts, text.when, text.state)
        return None

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802  (Qt's name)
        """Tell whether older rows are left."""
        return self._more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:  # noqa: N802  (Qt's name)
        """Ask for the next page."""
        last = self._rows[-1] if self._rows else None
        organisation = self._organisation
        if not self._more or organisation is None:
            return
        self._more = False
        asked = self._asked

        def append(lines: Sequence[LoggedConversation | CaseLine]) -> None:
            if asked == self._asked and lines:
                self.beginInsertRows(
                    QModelIndex(), len(self._rows), len(self._rows) + len(lines) - 1
                )
                self._rows.extend(lines)
                self._more = len(lines) == PAGE
                self.endInsertRows()

        self._desk.tasks.run(lambda: self._page(organisation, last, PAGE), then=append, owner=self)

    def _page(
        self, organisation: OrganisationId, last: LoggedConversation | CaseLine | None, limit: int
    ) -> list[LoggedConversation | CaseLine]:
        """Return the rows below the last one; this is work for the vault's thread."""
        session, loose = self._desk.session, list[LoggedConversation]()
        if self._with_loose and not isinstance(last, CaseLine):
            loose = session.conversations.loose_conversations(organisation, last, limit)
        above = last if isinstance(last, CaseLine) else None
        return [*loose, *session.casework.case_lines(organisation, above, limit - len(loose))]

    def text(self, each: LoggedConversation | CaseLine) -> RowText:
        """Return the words of a row."""
        desk = self._desk
        if isinstance(each, LoggedConversation):
            conversation = each.conversation
            said = each.note.body.strip().split("\n", 1)[0] if each.note is not None else ""
            return RowText(
                title=said[:200] or self.tr("Los gesprek"),
                facts=desk.label(conversation.form),
                when=desk.short_day(conversation.held_on),
                state=self.tr("Los gesprek, nog geen dossier"),
                icon="sticky-note",
                ink="warn",
            )
        icon, ink = _TONES.get(each.status, ("circle-dot", "accent"))
        when = desk.short_day(each.next_on or each.last_on)
        if each.next_at is not None:
            when = f"{when} {desk.clock(each.next_at)}"
        return RowText(
            title=each.title,
            facts=f"{each.number}  ·  {desk.label(each.category)}",
            when=when,
            state=desk.label(each.status),
            icon=icon,
            ink=ink,
        )

    def _replace(self, rows: list[LoggedConversation | CaseLine]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()


class CaseDelegate(QStyledItemDelegate):
    """Paints a row: title, number and subject, state; the chosen one by ground, edge and weight."""

    def __init__(self, desk: Desk, model: CaseList, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = desk.look
        self._model = model
        self._strong = desk.look.font("body", strong=True)
        self._small = desk.look.font("small")

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Return the height of a row, the same for all; it is as wide as the list."""
        return QSize(0, self._look.length(ROW_HEIGHT) + self._look.length(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        each = self._model.item(index.row())
        if each is None:
            return
        text, look = self._model.text(each), self._look
        state: QStyle.StateFlag = option.state
        area: QRect = option.rect.adjusted(1, 1, -1, -look.length(4))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
            paint_ground(
                painter,
                look,
                area,
                ground="select" if chosen else "surface2",
                edge="focus" if focused else "accent" if chosen else "surface2",
                width=2 if focused else 1,
            )
        self._paint_words(painter, area, text, chosen=chosen)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, text: RowText, *, chosen: bool) -> None:
        look = self._look
        inner = area.adjusted(look.length(13), look.length(7), -look.length(13), -look.length(7))
        third = inner.height() // 3
        lines = [inner.adjusted(0, third * row, 0, 0) for row in range(3)]
        for line in lines:
            line.setHeight(third)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        ink = "on_select" if chosen else "text"
        painter.setPen(look.colour(ink))
        painter.setFont(self._strong)
        painter.drawText(lines[0], left, fitted(self._strong, text.title, inner.width()))
        painter.setFont(self._small)
        painter.setPen(look.colour("on_select" if chosen else "text2"))
        when_width = QFontMetrics(self._small).horizontalAdvance(text.when)
        room = inner.width() - when_width - look.length(12)
        painter.drawText(lines[1], left, fitted(self._small, text.facts, room))
        painter.drawText(lines[1], right, text.when)
        state_ink = "on_select" if chosen else text.ink
        painter.setPen(look.colour(state_ink))
        size = look.length(14)
        top = lines[2].top() + (third - size) // 2
        painter.drawPixmap(inner.left(), top, look.pixmap(text.icon, state_ink, 14))
        shifted = lines[2].adjusted(size + look.length(6), 0, 0, 0)
        painter.drawText(shifted, left, fitted(self._small, text.state, shifted.width()))


def is_closed(status: Code) -> bool:
    """Tell whether a case with this status has ended."""
    return status in _ENDED


def case_key(case: CaseId) -> tuple[bool, int]:
    """Return what `row_of` knows a case by."""
    return (False, case)
