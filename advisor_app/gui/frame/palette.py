"""Ctrl+K: find a case, a note, a letter or a command from anywhere."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from advisor_app._assets.forms.palette import Ui_Palette
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.overview import CaseHit, LetterHit, NoteHit, SearchHits
from advisor_app.gui.desk import Desk
from advisor_app.gui.frame.hit_list import HEADING_HEIGHT, HIT_HEIGHT, Hit, HitDelegate, HitList
from advisor_app.gui.parts.form import offer
from advisor_app.gui.parts.marks import announce
from advisor_app.gui.places import Page, Place
from advisor_app.gui.shortcuts import SHORTCUTS, words_of

MOST_HITS = 8
LEAST_TYPED = 2
WIDTH, EDGE = 760, 4
"""In pixels at the user's scale: how wide it is, and what stays beside it in a small window."""


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
        self._cover_window()
        organisations = self._desk.session.organisations

        def show(organisations: list[Organisation]) -> None:
            choices: list[tuple[Any, str]] = [(each.id, each.name) for each in organisations]
            choices.append((None, self.tr("Alle organisaties")))
            offer(self.ui.scope, choices)
            row = next((r for r, (own, _) in enumerate(choices) if own == organisation), 0)
            self.ui.scope.setCurrentIndex(row)

        self._desk.tasks.run(organisations.all, then=show, owner=self)
        self.ui.typed.setText(typed)
        self._find()
        self.show()
        self.raise_()
        self.ui.typed.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.typed.end(False)  # noqa: FBT003  (Qt's flag: what stands there is not chosen)

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
                self._cover_window()
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

    def _cover_window(self) -> None:
        self.setGeometry(self.window().rect())
        look = self._desk.look
        room = self.width() - 2 * look.length(EDGE)
        self.ui.box.setFixedWidth(min(look.length(WIDTH), room))
        self.ui.scope_label.setVisible(room >= look.length(WIDTH))

    def _find(self) -> None:
        typed = self.ui.typed.text().strip()
        commands_only = typed.startswith(">")
        words = typed.removeprefix(">").strip()
        commands = self._commands(words)
        if commands_only or len(words) < LEAST_TYPED:
            self._show(SearchHits(), commands)
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

    def _show(self, found: SearchHits, commands: Sequence[Hit]) -> None:
        groups = (
            (self.tr("Dossiers"), [self._case_hit(each) for each in found.cases]),
            (self.tr("Notities"), [self._note_hit(each) for each in found.notes]),
            (self.tr("Brieven"), [self._letter_hit(each) for each in found.letters]),
            (self.tr("Opdrachten"), list(commands)),
        )
        rows = [row for heading, hits in groups if hits for row in (Hit(title=heading), *hits)]
        self.hits.show(rows)
        self._fit(rows)
        self._choose(next((row for row, hit in enumerate(rows) if not hit.is_heading), -1))
        if self.ui.typed.text():
            self._tell()

    def _case_hit(self, found: CaseHit) -> Hit:
        return Hit(
            title=found.title,
            facts=f"{found.number}  ·  {self._desk.label(found.status)}",
            when=self._desk.day(found.last_on),
            icon="folder",
            place=Place(page=Page.CASES, case=found.id),
        )

    def _note_hit(self, found: NoteHit) -> Hit:
        return Hit(
            title=found.case_title or self.tr("Los gesprek"),
            facts=found.snippet,
            when=self._desk.day(found.written_on),
            icon="notebook-pen",
            place=Place(
                page=Page.CASES,
                organisation=found.organisation,
                case=found.case,
                conversation=found.conversation,
            ),
        )

    def _letter_hit(self, found: LetterHit) -> Hit:
        return Hit(
            title=found.subject,
            facts=self.tr("Vastgesteld") if found.fixed else self.tr("Concept"),
            when=self._desk.day(found.changed_on),
            icon="file-text",
            place=Place(page=Page.LETTERS, letter=found.id, case=found.case),
        )

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

    def _tell(self) -> None:
        """Let a screen reader say what Enter would take: the focus stays in the words."""
        role = Qt.ItemDataRole.AccessibleTextRole
        words = self.ui.results.currentIndex().data(role) if self.hits.rowCount() else ""
        announce(self.ui.typed, words or self.ui.nothing.text())

    def _move(self, step: int) -> None:
        row = self.ui.results.currentIndex().row() + step
        while 0 <= row < self.hits.rowCount():
            if not self.hits.hit(row).is_heading:
                self._choose(row)
                self._tell()
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
