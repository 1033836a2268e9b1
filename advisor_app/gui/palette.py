"""Ctrl+K: find a case, a note, a letter or a command from anywhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from advisor_app._assets.forms.palette import Ui_Palette
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.overview import Findings
from advisor_app.gui.desk import Desk
from advisor_app.gui.form import offer
from advisor_app.gui.places import Page, Place
from advisor_app.gui.row_painting import fitted, paint_ground
from advisor_app.gui.shortcuts import SHORTCUTS, Command, words_of

MOST_HITS = 8
HIT_HEIGHT = 46
HEADING_HEIGHT = 26
LEAST_TYPED = 2

Index = QModelIndex | QPersistentModelIndex


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


class Palette(QWidget):
    """Lies over the window; Escape returns to where somebody was."""

    chosen = Signal(object)
    commanded = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.ui = Ui_Palette()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._focused: QWidget | None = None
        self._organisations: list[Organisation] = []
        self.hits = HitList(self)
        self.ui.results.setModel(self.hits)
        self.ui.results.setItemDelegate(HitDelegate(desk, self.hits, self.ui.results))
        self.ui.results.clicked.connect(self._take)
        self.ui.typed.textChanged.connect(self._find)
        self.ui.scope.currentIndexChanged.connect(self._find)
        self.ui.typed.installEventFilter(self)
        self.ui.scope.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def open(self, organisation: OrganisationId | None, typed: str = "") -> None:
        """Show the palette over the window, searching one organisation or all."""
        self._focused = self.window().focusWidget()
        self.setGeometry(self.window().rect())
        clients = self._desk.session.clients

        def show(organisations: list[Organisation]) -> None:
            choices: list[tuple[Any, str]] = [(each.id, each.name) for each in organisations]
            choices.append((None, self.tr("Alle organisaties")))
            offer(self.ui.scope, choices)
            row = next((r for r, (own, _) in enumerate(choices) if own == organisation), 0)
            self.ui.scope.setCurrentIndex(row)

        self._desk.tasks.run(clients.all, then=show, owner=self)
        self.ui.typed.setText(typed)
        self._find()
        self.show()
        self.raise_()
        self.ui.typed.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shut(self) -> None:
        """Go away and give the focus back; without a palette in sight nothing happens."""
        if not self.isVisible():
            return
        self.hide()
        self.ui.typed.clear()
        if self._focused is not None:
            self._focused.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Move through the hits while the words stay where they are."""
        if watched is self.window():
            if event.type() == QEvent.Type.Resize:
                self.setGeometry(self.window().rect())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            moves: dict[int, Callable[[], None]] = {
                Qt.Key.Key_Escape: self.shut,
                Qt.Key.Key_Return: self._take_current,
                Qt.Key.Key_Enter: self._take_current,
            }
            if watched is self.ui.typed:
                moves |= {
                    Qt.Key.Key_Down: lambda: self._move(1),
                    Qt.Key.Key_Up: lambda: self._move(-1),
                }
            if event.key() in moves:
                moves[event.key()]()
                return True
        return super().eventFilter(watched, event)

    def _find(self) -> None:
        typed = self.ui.typed.text().strip()
        commands_only = typed.startswith(">")
        words = typed.removeprefix(">").strip()
        commands = self._commands(words)
        if commands_only or len(words) < LEAST_TYPED:
            self._show(Findings(), commands)
            return
        search, organisation = self._desk.session.search, self.ui.scope.currentData()
        self._desk.tasks.run(
            lambda: search.find(words, organisation, MOST_HITS),
            then=lambda found: self._show(found, commands),
            owner=self,
            latest="palette",
        )

    def _commands(self, words: str) -> list[Hit]:
        parts = words.casefold().split()
        return [
            Hit(
                title=words_of(command),
                when=keys[0] if keys else "",
                icon="chevron-right",
                command=command,
            )
            for command, keys, _words in SHORTCUTS
            if all(part in words_of(command).casefold() for part in parts)
        ]

    def _show(self, found: Findings, commands: Sequence[Hit]) -> None:
        desk = self._desk
        groups = (
            (
                self.tr("Dossiers"),
                [
                    Hit(
                        title=hit.title,
                        facts=f"{hit.number}  ·  {desk.label(hit.status)}",
                        when=desk.day(hit.last_on),
                        icon="folder",
                        place=Place(page=Page.CASES, case=hit.id),
                    )
                    for hit in found.cases
                ],
            ),
            (
                self.tr("Notities"),
                [
                    Hit(
                        title=hit.case_title or self.tr("Los gesprek"),
                        facts=hit.snippet,
                        when=desk.day(hit.written_on),
                        icon="notebook-pen",
                        place=Place(page=Page.CASES, organisation=hit.organisation, case=hit.case),
                    )
                    for hit in found.notes
                ],
            ),
            (
                self.tr("Brieven"),
                [
                    Hit(
                        title=hit.subject,
                        facts=self.tr("Vastgesteld") if hit.fixed else self.tr("Concept"),
                        when=desk.day(hit.changed_on),
                        icon="file-text",
                        place=Place(page=Page.LETTERS, letter=hit.id, case=hit.case),
                    )
                    for hit in found.letters
                ],
            ),
            (self.tr("Opdrachten"), list(commands)),
        )
        rows = [row for heading, hits in groups if hits for row in (Hit(title=heading), *hits)]
        self.hits.show(rows)
        self._fit(rows)
        self._choose(next((row for row, hit in enumerate(rows) if not hit.is_heading), -1))

    def _fit(self, rows: Sequence[Hit]) -> None:
        look = self._desk.look
        height = sum(look.length(HEADING_HEIGHT if row.is_heading else HIT_HEIGHT) for row in rows)
        room = self.height() - look.length(250)
        self.ui.results.setFixedHeight(min(height + 8, max(room, look.length(120))))
        self.ui.results.setVisible(bool(rows))
        self.ui.nothing.setVisible(not rows)
        self.ui.nothing.setText(
            self.tr("Niets gevonden. Probeer een ander woord, of zoek in alle organisaties.")
        )

    def _choose(self, row: int) -> None:
        if row >= 0:
            index = self.hits.index(row)
            self.ui.results.setCurrentIndex(index)
            self.ui.results.scrollTo(index)

    def _move(self, step: int) -> None:
        row = self.ui.results.currentIndex().row() + step
        while 0 <= row < self.hits.rowCount():
            if not self.hits.hit(row).is_heading:
                self._choose(row)
                return
            row += step

    def _take_current(self) -> None:
        self._take(self.ui.results.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        hit = self.hits.hit(index.row())
        if hit.is_heading:
            return
        self.shut()
        if hit.command is not None:
            self.commanded.emit(hit.command)
        elif hit.place is not None and hit.place.organisation is None and hit.place.case:
            casework, case = self._desk.session.casework, hit.place.case

            def go(file: Any) -> None:
                place = hit.place
                assert place is not None
                self.chosen.emit(
                    Place(
                        page=place.page,
                        organisation=file.organisation.id,
                        case=case,
                        letter=place.letter,
                    )
                )

            self._desk.tasks.run(lambda: casework.case(case), then=go, owner=self)
        else:
            self.chosen.emit(hit.place)


class HitList(QAbstractListModel):
    """The lines of the palette, headings among them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Hit] = []

    def show(self, rows: Sequence[Hit]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def hit(self, row: int) -> Hit:
        """Return a line."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  (Qt's own)
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a line."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        hit = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (hit.title, _plain(hit.facts), hit.when) if part)
        return None

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
