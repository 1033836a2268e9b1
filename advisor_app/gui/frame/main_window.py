"""The window of an open vault: navigation, one page at a time, and what is always in sight."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPushButton, QWidget
from shiboken6 import isValid

from advisor_app._assets.forms.main_window import Ui_MainWindow
from advisor_app.domain.identity import CaseId, OrganisationId
from advisor_app.gui.desk import Desk
from advisor_app.gui.figures.director_dialog import DirectorDialog
from advisor_app.gui.frame import panes
from advisor_app.gui.frame.backup_sign import BackupSign
from advisor_app.gui.frame.clock_question import ClockQuestion
from advisor_app.gui.frame.clock_sign import ClockSign
from advisor_app.gui.frame.cover import Cover
from advisor_app.gui.frame.floats import Floats
from advisor_app.gui.frame.idle import WARNING_SECONDS, IdleClock
from advisor_app.gui.frame.navigation import Navigation
from advisor_app.gui.frame.organisation_switch import OrganisationSwitch
from advisor_app.gui.frame.page_widget import PageWidget
from advisor_app.gui.frame.palette import Palette
from advisor_app.gui.frame.safekeeping import Safekeeping
from advisor_app.gui.frame.saved_sign import SavedSign
from advisor_app.gui.frame.status_room import StatusRoom
from advisor_app.gui.letters.letterhead_dialog import LetterheadDialog
from advisor_app.gui.look import Look
from advisor_app.gui.parts.confirm import confirm
from advisor_app.gui.places import Page, Place
from advisor_app.gui.retention.destructions_dialog import DestructionsDialog
from advisor_app.gui.shortcuts import SHORTCUTS, Command, Shortcuts
from advisor_app.gui.vaults.long_work import LongWork
from advisor_app.services.session import Session

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class MainWindow(QMainWindow):
    """One organisation at a time; only Vandaag looks across all of them.

    It is made without a vault, while the passphrase is typed, and entered once there is one.
    """

    locked = Signal()
    closed = Signal()
    made_anew = Signal(object)
    own_vault_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        look.dress(self)
        self._look = look
        self._pages: dict[Page, QWidget] = {}
        self._leaving = False
        self._navigation = Navigation(look, self.ui)
        self._floats = Floats(look, self, self.ui)
        self._cover = Cover(look, self, self.ui.centre)
        self._cover.ui.lock.clicked.connect(self.lock)
        self._cover.help_wanted.connect(self.show_shortcuts)
        self._palette: Palette | None = None  # made when somebody first searches
        self._wire()
        self.ui.working.hide()
        self._saved = SavedSign(look, self.ui)
        StatusRoom(self.ui)

    def enter(
        self,
        desk: Desk,
        makers: Mapping[Page, Callable[[Desk], QWidget]],
        place: Place,
        idle_minutes: int,
    ) -> None:
        """Work with an open vault, once, at a place."""
        self._desk = desk
        self._makers = makers
        self._place = place
        ClockSign(desk, self.ui.clock)
        ClockQuestion(desk, self)
        self.idle = IdleClock(idle_minutes, self)
        self.idle.ticked.connect(self._show_time_left)
        self.idle.expired.connect(self.lock_unattended)
        self._floats.lock_warning.gone_on.connect(self.idle.touch)
        self._listen()
        self.ui.banner.setVisible(desk.session.is_practice)
        self.ui.open_own_vault.setVisible(desk.session.is_demo)
        self._switch = OrganisationSwitch(desk, self._navigation, place, self)
        self._switch.wanted.connect(self.go)
        self._safekeeping = Safekeeping(desk, self._saved, self._floats.refusal, self)
        self._safekeeping.has_room.connect(self.be_made_anew)
        # Before it is shown: the window would grow to hold all of it.
        self._navigation.fit(self.width())
        self._show_time_left(self.idle.left())
        self._switch.load(lambda: self.go(place))
        BackupSign(desk, self.ui)

    @property
    def session(self) -> Session:
        """Return what the window works with."""
        return self._desk.session

    @property
    def place(self) -> Place:
        """Return where the window is."""
        return self._place

    def go(self, place: Place) -> None:
        """Show a place; the organisation goes with it, from Vandaag the one that was last at hand."""
        self._place = place = self._switch.settled(place)
        page = self._page(place.page)
        self.ui.pages.setCurrentWidget(page)
        self._navigation.show_page(place.page)
        self._switch.show(place)
        cast("PageWidget", page).show_place(place)

    def do(self, command: Command) -> None:
        """Carry out a command of the keyboard or the palette."""
        getattr(self, command.value)()

    def log_conversation(self) -> None:
        """Put the cursor into the quick log, which names the case or organisation it is for."""
        case = self._place.case if self._place.page is Page.CASES else None
        self.go(
            Place(
                page=Page.CASES,
                organisation=self._place.organisation or self._switch.at_hand(),
                case=case,
                log=True,
            )
        )

    def new_case(self) -> None:
        """Open the form of a new case."""
        self.go(Place(page=Page.CASES, organisation=self._place.organisation))
        self._call("new_case")

    def add_note(self) -> None:
        """Write a note about the case that is shown; without one, go to the cases."""
        self.go(Place(page=Page.CASES, case=self._place.case))
        self._call("add_note")

    def plan(self) -> None:
        """Put something into the agenda."""
        self.go(Place(page=Page.AGENDA))
        self._call("plan")

    def write_letter(self) -> None:
        """Begin a letter about the case that is shown; without one, go to the letters."""
        self.go(Place(page=Page.LETTERS, case=self._place.case))

    def find_anything(self) -> None:
        """Open the palette over the window."""
        self._search()

    def find_command(self) -> None:
        """Open the palette with commands only."""
        self._search(typed=">")

    def switch_organisation(self) -> None:
        """Offer the organisations below their button."""
        self._switch.open_menu()

    def edit_organisation(self) -> None:
        """Open what is known of this organisation; over all of them, ask which."""
        if self._place.organisation is None:
            self.switch_organisation()
        else:
            self.go(Place(page=Page.ORGANISATION, organisation=self._place.organisation))

    def add_organisation(self) -> None:
        """Open the form of a new organisation."""
        self.go(Place(page=Page.ORGANISATION, new_organisation=True))

    def edit_letterhead(self) -> None:
        """Show how the advisor stands on paper, to change it."""
        LetterheadDialog(self._desk, self).open()

    def open_today(self) -> None:
        """Go to Vandaag, over all organisations unless one was chosen there."""
        self.go(Place(page=Page.TODAY, organisation=self._today_organisation()))

    def open_cases(self) -> None:
        """Go to the cases."""
        self.go(Place(page=Page.CASES, case=self._place.case))

    def open_agenda(self) -> None:
        """Go to the agenda."""
        self.go(Place(page=Page.AGENDA))

    def open_letters(self) -> None:
        """Go to the letters."""
        self.go(Place(page=Page.LETTERS))

    def open_figures(self) -> None:
        """Go to the figures."""
        self.go(Place(page=Page.FIGURES))

    def open_history(self) -> None:
        """Go to what left."""
        self.go(Place(page=Page.HISTORY))

    def open_trends(self) -> None:
        """Go to the figures across years."""
        self.go(Place(page=Page.TRENDS))

    def answer_director(self) -> None:
        """Show what may be said about this organisation, and nothing else."""
        DirectorDialog(self._desk, self._place.organisation, self).open()

    def open_destructions(self) -> None:
        """Show the register of destructions."""
        DestructionsDialog(self._desk, self).open()

    def open_settings(self) -> None:
        """Go to the settings."""
        self.go(Place(page=Page.SETTINGS))

    def back_up(self) -> None:
        """Go where backups are made, and back again if none is."""
        before, focus = self._place, _focused(self)
        self.go(Place(page=Page.SETTINGS))
        dialog: QDialog | None = self._call("back_up")
        if dialog is not None and before.page is not Page.SETTINGS:
            dialog.rejected.connect(lambda: self._return(before, focus))

    def change_passphrase(self) -> None:
        """Ask for another passphrase."""
        self.go(Place(page=Page.SETTINGS))
        self._call("change_passphrase")

    def hide_screen(self) -> None:
        """Cover the window, or show it again."""
        if self._cover.isVisible():
            self._cover.lift()
        else:
            self._cover.lower()

    def show_shortcuts(self) -> None:
        """Show every shortcut, over the dialog that is open too; no second time over itself."""
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Shortcuts) and QApplication.activePopupWidget() is None:
            Shortcuts(self._look, dialog or self).open()

    def take_back(self) -> None:
        """Undo what the toast offers."""
        self._floats.toast.take_back()

    def next_pane(self) -> None:
        """Go to the next part of the window: navigation, list, page."""
        page = self.ui.pages.currentWidget()
        own: list[QWidget] = getattr(page, "panes", [page])
        shown = [pane for pane in (self.ui.navigation, *own) if pane.isVisible()]
        panes.go_on(shown, _focused(self))

    def lock(self) -> None:
        """Keep drafts and place, then let the vault be closed and the process be replaced.

        Whoever stays after all is back where the cover came over: at the text.
        """
        was_covered = self._cover.isVisible()
        self._cover.lower()
        self._leave(
            self.locked,
            self.tr("Toch vergrendelen?"),
            self.tr("Vergrendelen; niet bewaarde tekst is weg"),
            stay=lambda: None if was_covered else self._cover.lift(),
        )

    def lock_unattended(self) -> None:
        """Lock when nobody is there to answer: the vault never stays open for a full disk."""
        self._leave_now(self.locked)

    def lock_before_sleep(self) -> None:
        """Lock unattended, and let go of long work first: the computer waits a few seconds."""
        for work in self.findChildren(LongWork):
            work.stop()
        self.lock_unattended()

    def keep_drafts(self, then: Callable[[], None] | None = None) -> None:
        """Hand every unsaved text, and the place, to the vault's thread; `then` all are kept or not."""
        pages = cast("Iterable[PageWidget]", self._pages.values())
        self._safekeeping.keep(pages, self._place, then)

    def be_made_anew(self) -> None:
        """Make way for a window that looks otherwise, once every text is kept and no dialog is open."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.finished.connect(self.be_made_anew, Qt.ConnectionType.SingleShotConnection)
        else:
            self.keep_drafts(self._make_way)

    def leave_quietly(self) -> None:
        """Make way for another window of the same process."""
        self._leaving = True
        self.idle.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Let Enter press the button with the focus, as in a dialog."""
        focus, plain = _focused(self), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in ENTER and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's name)
        """Keep drafts first; whoever closes the window closes the vault."""
        if self._leaving:
            super().closeEvent(event)
            return
        event.ignore()
        self._leave(
            self.closed,
            self.tr("Toch sluiten?"),
            self.tr("Sluiten; niet bewaarde tekst is weg"),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Make a rail of the navigation where there is little room."""
        super().resizeEvent(event)
        self._navigation.fit(event.size().width())

    def _leave(
        self,
        way_out: SignalInstance,
        question: str,
        verb: str,
        stay: Callable[[], None] = lambda: None,
    ) -> None:
        """Go once every text is kept; ask first if the disk takes no more."""

        def go_or_ask() -> None:
            if not self._safekeeping.is_all_kept:
                lost = self.tr("Gaat u toch door, dan verliest u de tekst die niet is bewaard.")
                detail = f"{self._safekeeping.reason}\n\n{lost}"
                box = confirm(self, question, detail, verb, lambda: self._leave_now(way_out))
                box.rejected.connect(stay)
            else:
                self._leave_now(way_out)

        self.keep_drafts(go_or_ask)

    def _leave_now(self, way_out: SignalInstance) -> None:
        if self._leaving:
            return
        self._leaving = True
        self.idle.stop()
        self.setEnabled(False)
        self.keep_drafts()
        way_out.emit()

    def _wire(self) -> None:
        for page, button in self._navigation.buttons.items():
            button.clicked.connect(getattr(self, f"open_{page.value}"))
        self.ui.switch_organisation.clicked.connect(self.switch_organisation)
        self.ui.hide_screen.clicked.connect(self.hide_screen)
        self.ui.lock.clicked.connect(self.lock)
        self._floats.lock_warning.lock_wanted.connect(self.lock)
        self.ui.open_own_vault.clicked.connect(self.own_vault_wanted)
        for command, keys, _words in SHORTCUTS:
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.activated.connect(partial(self._act, command))

    def _act(self, command: Command) -> None:
        """Do what a shortcut says; over the cover nothing comes in sight."""
        if self._cover.isVisible() and command not in {Command.HIDE_SCREEN, Command.LOCK}:
            return
        self._shut_palette()
        self.do(command)

    def _listen(self) -> None:
        news = self._desk.news
        news.undo_offered.connect(self._floats.toast.offer)
        news.said.connect(self._floats.toast.offer)
        news.wanted.connect(self.go)
        news.arrived.connect(self._arrive)
        news.find_wanted.connect(self._search)
        news.commanded.connect(self.do)
        news.lock_wanted.connect(self.lock)
        news.idle_minutes_chosen.connect(self.idle.set_minutes)
        news.look_changed.connect(self.be_made_anew)
        self._desk.tasks.slow.connect(self.ui.working.setVisible)

    def _arrive(self, case: CaseId | None) -> None:
        """Know the case that was chosen: Ctrl+L is about it, and a lock comes back to it."""
        if self._place.page is Page.CASES:
            self._place = replace(self._place, case=case, conversation=None, log=False)

    def _make_way(self) -> None:
        """Go, unless a text stands on this screen alone: then go once it is kept."""
        if self._safekeeping.waits_for_room():
            return
        focus = _focused(self)
        field = focus.objectName() if focus is not None else ""
        self.made_anew.emit(replace(self._place, field=field))

    def _search(self, typed: str = "") -> None:
        if self._palette is None:
            self._palette = Palette(self._desk, self)
            self._palette.chosen.connect(self.go)
            self._palette.commanded.connect(self.do)
        self._palette.open(self._place.organisation, typed)

    def _shut_palette(self) -> None:
        if self._palette is not None:
            self._palette.shut()

    def _page(self, page: Page) -> QWidget:
        if page not in self._pages:
            made = self._makers[page](self._desk)
            self._pages[page] = made
            self.ui.pages.addWidget(made)
        return self._pages[page]

    def _call(self, verb: str) -> Any:
        return getattr(self._page(self._place.page), verb)()

    def _return(self, place: Place, focus: QWidget | None) -> None:
        """Go back to where somebody was, and to the part that had the focus there."""
        self.go(place)
        if focus is not None and isValid(focus):
            self._desk.tasks.run(lambda: None, then=lambda _shown: focus.setFocus(), owner=focus)

    def _today_organisation(self) -> OrganisationId | None:
        return self._place.organisation if self._place.page is Page.TODAY else None

    def _show_time_left(self, seconds: int) -> None:
        minutes = max(1, -(-seconds // 60))
        self.ui.locks_in.setText(self.tr("Vergrendelt over %1 min").replace("%1", str(minutes)))
        self._cover.say(
            self.tr("Uw werk staat klaar. Vergrendelt over %1 min.").replace("%1", str(minutes))
        )
        nearly = seconds <= WARNING_SECONDS and not self._cover.isVisible()
        if nearly:
            self._floats.lock_warning.count(seconds, is_all_kept=self._safekeeping.is_all_kept)
        else:
            self._floats.lock_warning.hide()


def _focused(window: QWidget) -> QWidget | None:
    """Return the widget with the focus, which Qt's types forget may be none."""
    return window.focusWidget()
