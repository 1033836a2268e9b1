"""Letters: the list of an organisation, and the one that is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from advisor_app._assets.forms.letters_page import Ui_LettersPage
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.days import local_day
from advisor_app.domain.identity import CaseId, LetterId, OrganisationId
from advisor_app.gui.desk import Desk
from advisor_app.gui.letters.begin_letter import BeginLetterDialog
from advisor_app.gui.letters.letter_editor import LetterEditor
from advisor_app.gui.lists.line_list import LineDelegate, LineList, ListLine
from advisor_app.gui.lists.row_list import Index
from advisor_app.gui.places import Page, Place
from advisor_app.services import letter_templates

PAGE = 64
LIST_WIDTH = 300
READING_WIDTH = 720
STACKED_BELOW = 1_200
"""Below this width, in pixels at the user's scale, list and letter take turns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A page of letters, with the numbers of their cases and the names of their templates."""

    letters: Sequence[Letter]
    numbers: Mapping[CaseId, str]
    titles: Mapping[str, str]


class LetterList(LineList):
    """The letters of an organisation, the latest first; more is fetched on scrolling."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._organisation: OrganisationId | None = None
        self._more = False
        self._numbers: dict[CaseId, str] = {}
        self._titles: dict[str, str] = {}

    def load(self, organisation: OrganisationId | None) -> None:
        """Show the first page of an organisation, or as much as was in sight of the same."""
        same = organisation == self._organisation
        wanted = max(PAGE, self.rowCount()) if same else PAGE
        self._organisation = organisation
        if organisation is None:
            self.show([])
            return

        def show(found: _Found) -> None:
            self._take(found, wanted)
            self.show([self._line(letter) for letter in found.letters])

        self._desk.tasks.run(
            lambda: self._find(organisation, 0, wanted), then=show, owner=self, latest="letters"
        )

    def refresh(self, letter: Letter) -> None:
        """Show a letter that was kept as it is now."""
        row = self.row_of(letter.id)
        if row >= 0:
            self.replace(row, self._line(letter))

    def row_of(self, letter: LetterId) -> int:
        """Return the row of a letter, -1 if it is not on a loaded page."""
        rows = (row for row in range(self.rowCount()) if self._value(row).id == letter)
        return next(rows, -1)

    def about(self, letter: Letter) -> str:
        """Return which case a letter is about and what kind of letter it is."""
        number = self._numbers.get(letter.case, "") if letter.case is not None else ""
        return "  ·  ".join(filter(None, (number, self._titles.get(letter.template, ""))))

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802  (Qt's name)
        """Tell whether older letters are left."""
        return self._more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:  # noqa: N802  (Qt's name)
        """Ask for the next page."""
        organisation, offset = self._organisation, self.rowCount()
        if organisation is None:
            return
        self._more = False

        def append(found: _Found) -> None:
            if organisation == self._organisation and offset == self.rowCount():
                self._take(found, PAGE)
                self.append([self._line(letter) for letter in found.letters])

        self._desk.tasks.run(
            lambda: self._find(organisation, offset, PAGE), then=append, owner=self
        )

    def _find(self, organisation: OrganisationId, offset: int, limit: int) -> _Found:
        session, language = self._desk.session, self._desk.language
        letters = session.correspondence.letters(organisation, offset, limit)
        cases = {letter.case for letter in letters if letter.case is not None}
        return _Found(
            letters=letters,
            numbers={case: session.casework.case_line(case).number for case in cases},
            titles={each.code: each.title for each in letter_templates.templates(language)},
        )

    def _take(self, found: _Found, wanted: int) -> None:
        self._more = len(found.letters) == wanted
        self._numbers.update(found.numbers)
        self._titles.update(found.titles)

    def _value(self, row: int) -> Letter:
        line = self.line(row)
        assert line is not None
        letter: Letter = line.value
        return letter

    def _line(self, letter: Letter) -> ListLine:
        fixed, desk = letter.fixed_on, self._desk
        changed = desk.short_day(local_day(letter.changed_at))
        return ListLine(
            value=letter,
            title=letter.subject or self.tr("Zonder onderwerp"),
            facts=self.about(letter),
            state=self.tr("Concept, gewijzigd %1").replace("%1", changed)
            if fixed is None
            else self.tr("Vastgesteld op %1").replace("%1", desk.long_day(fixed)),
            icon="pencil" if fixed is None else "lock",
            ink="accent" if fixed is None else "ok",
        )


class LettersPage(QWidget):
    """On a wide screen list and letter stand beside each other, else they take turns."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ui = Ui_LettersPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._organisation: OrganisationId | None = None
        self._wanted: LetterId | None = None
        self._is_stacked = False
        self.model = LetterList(desk, self)
        self.editor = LetterEditor(desk, self)
        self.panes = [self.ui.list_pane, self.editor]
        self.ui.letter_layout.addWidget(self.editor)
        self.ui.pages.setMinimumWidth(1)  # or what it holds would keep the window wide
        self.ui.letters.setModel(self.model)
        self.ui.letters.setItemDelegate(LineDelegate(desk.look, self.model, self.ui.letters))
        self.ui.letters.selectionModel().currentChanged.connect(self._follow)
        self.ui.letters.activated.connect(self._open_row)
        self.ui.letters.clicked.connect(self._open_row)
        self.ui.open_cases.clicked.connect(
            lambda: desk.news.wanted.emit(Place(page=Page.CASES, organisation=self._organisation))
        )
        self.model.modelReset.connect(self._loaded)
        self.editor.left.connect(self._go_back)
        self.editor.kept.connect(self.model.refresh)
        self.editor.gone.connect(self._reload)
        desk.news.destroying.connect(self._let_go)
        desk.news.destroyed.connect(self._forget)
        desk.news.spared.connect(self._take_up)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Let list and letter take turns where there is no room for both."""
        super().resizeEvent(event)
        stacked = event.size().width() < self._desk.look.length(STACKED_BELOW)
        if stacked is not self._is_stacked:
            self._is_stacked = stacked
            width = 16_777_215 if stacked else self._desk.look.length(LIST_WIDTH)
            self.ui.list_pane.setMaximumWidth(width)
            self.ui.letters.setMaximumWidth(self._desk.look.length(READING_WIDTH))
            self._take_turns(letter=self._is_open())

    def show_place(self, place: Place) -> None:
        """Show the letters of an organisation; with a case and no letter, begin one for it."""
        self.editor.keep(lambda: self._show_place(place))

    def keep_drafts(self) -> None:
        """Keep the letter as it stands."""
        self.editor.keep()

    def _show_place(self, place: Place) -> None:
        shown = self.editor.letter
        self._organisation = place.organisation
        self._wanted = place.letter
        if shown is None or shown.id != place.letter:
            self._close()
        self.model.load(place.organisation)
        if place.case is not None and place.letter is None:
            self._begin(place.case)
        elif place.letter is None:
            self.ui.letters.setFocus(Qt.FocusReason.OtherFocusReason)

    def _loaded(self) -> None:
        """After loading: show the letter that was asked for, the first one where there is room."""
        empty = self._organisation is not None and not self.model.rowCount()
        self._take_turns(letter=self._is_open(), empty=empty)
        if empty and self.isVisible():
            self.ui.open_cases.setFocus(Qt.FocusReason.OtherFocusReason)
        if empty or self._organisation is None:
            return
        wanted = self._wanted or (self.editor.letter.id if self.editor.letter is not None else None)
        row = self.model.row_of(wanted) if wanted is not None else 0
        self._wanted = None
        if row < 0 and wanted is not None:
            self._fetch(wanted)
            return
        if wanted is not None:
            self._open(self.model.index(row))
        self.ui.letters.setCurrentIndex(self.model.index(row))

    def _fetch(self, wanted: LetterId) -> None:
        """Show a letter that stands far down in the list."""
        correspondence = self._desk.session.correspondence
        self._desk.tasks.run(
            lambda: correspondence.letter(wanted),
            then=self._show,
            otherwise=lambda error: self._desk.news.refused.emit(self._desk.sentence(error)),
            owner=self,
        )

    def _follow(self, index: QModelIndex, _before: QModelIndex) -> None:
        """Where both have room, show the letter that is chosen."""
        if not self._is_stacked and index.isValid():
            self._open(index)

    def _open_row(self, index: QModelIndex) -> None:
        self._open(index)
        self._focus_text()

    def _open(self, index: QModelIndex) -> None:
        line, shown = self.model.line(index.row()), self.editor.letter
        if line is None:
            return
        letter: Letter = line.value
        if shown is not None and shown.id == letter.id:
            self._take_turns(letter=True)
        else:
            self.editor.keep(lambda: self._show(letter))

    def _show(self, letter: Letter) -> None:
        self.editor.show_letter(letter, self.model.about(letter))
        self._take_turns(letter=True)
        if self._is_stacked:
            self._focus_text()
            self._desk.news.wanted.emit(
                Place(page=Page.LETTERS, organisation=letter.organisation, letter=letter.id)
            )

    def _focus_text(self) -> None:
        self.editor.ui.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        """Go to the list; without room for both the letter makes way for it."""
        self.editor.keep(self._leave)

    def _leave(self) -> None:
        if self._is_stacked:
            self._close()
            self.model.load(self._organisation)
        self.ui.letters.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reload(self) -> None:
        self._close()
        self.model.load(self._organisation)

    def _close(self) -> None:
        self.editor.close_letter()
        self._take_turns(letter=False)

    def _let_go(self, case: CaseId) -> None:
        """Show a letter of a case no longer, and keep no word of it once more."""
        if self._is_about(case):
            self.editor.be_still(still=True)
            self._take_turns(letter=False)

    def _forget(self, case: CaseId) -> None:
        if self._is_about(case):
            self._close()

    def _take_up(self, case: CaseId) -> None:
        """Show the letter again: its case could not be destroyed."""
        if self._is_about(case):
            self.editor.be_still(still=False)
            self._take_turns(letter=True)

    def _is_about(self, case: CaseId) -> bool:
        return self.editor.letter is not None and self.editor.letter.case == case

    def _is_open(self) -> bool:
        return self.editor.letter is not None

    def _take_turns(self, *, letter: bool, empty: bool = False) -> None:
        self.editor.ui.all_letters.setVisible(self._is_stacked)
        self.ui.list_pane.setVisible(not empty and not (self._is_stacked and letter))
        self.ui.pages.setVisible(empty or letter or not self._is_stacked)
        self.ui.pages.setCurrentWidget(
            self.ui.letter_page if letter else self.ui.empty_page if empty else self.ui.nothing_page
        )

    def _begin(self, case: CaseId) -> None:
        dialog = BeginLetterDialog(self._desk, case, self)

        def begun() -> None:
            if dialog.letter is not None:
                self._wanted = dialog.letter.id
                self.model.load(self._organisation)

        dialog.accepted.connect(begun)
        dialog.open()
