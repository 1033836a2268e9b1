"""The windows put together: which one comes first, and what follows."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from advisor_app.domain.language import Language
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.frame.garbage import GarbageCollection
from advisor_app.gui.frame.lull import Lull
from advisor_app.gui.frame.unseen import hush
from advisor_app.gui.frame.worn_appearance import WornAppearance
from advisor_app.gui.look import STYLE, load_fonts
from advisor_app.gui.parts.clipboard import ClipboardGuard
from advisor_app.gui.tasks import Tasks
from advisor_app.gui.vaults.unlock_window import UnlockWindow
from advisor_app.next_window import NextWindow
from advisor_app.services import process, words
from advisor_app.services.access import Access, Restored
from advisor_app.services.appearance import AppearanceFile
from advisor_app.services.device import NAME, access, appearance_file, moment

if TYPE_CHECKING:  # what fills the window of an open vault comes later (docs/decisions.md, 17)
    from advisor_app.gui.desk import Desk
    from advisor_app.gui.frame.absence import Absence
    from advisor_app.gui.frame.just_opened import Found
    from advisor_app.gui.frame.main_window import MainWindow
    from advisor_app.gui.places import Place
    from advisor_app.gui.vaults.other_ways import OtherWays
    from advisor_app.gui.vaults.passphrase_step import Begun
    from advisor_app.services.session import Session

FIRST_NAME = "Mijn praktijk"
"""What a vault is called until somebody calls it otherwise."""

ENTERED_MS = 100
"""Once the window of an open vault is painted there is time to hear who leaves."""


def run(arguments: Sequence[str]) -> int:
    """Open the windows; `arguments` may hold the folder of a vault, or `--demo`."""
    process.harden()
    application = QApplication([NAME, *STYLE])
    application.setApplicationName(NAME)
    if application.platformName() == "offscreen":
        hush()
    application.setWindowIcon(QIcon())
    load_fonts()
    GarbageCollection(application)
    program = Program(
        application,
        access(),
        appearance_file(),
        moment,
        process.replace_process,
    )
    sys.excepthook = lambda kind, _error, trace: program.crash(kind, trace)
    if "--demo" in arguments:
        program.practise()
    else:
        folders = [Path(argument) for argument in arguments if not argument.startswith("--")]
        program.begin(folders[0] if folders else None)
    return application.exec()


class Program(QObject):
    """One process: from the first window to the lock that replaces it."""

    def __init__(
        self,
        application: QApplication,
        access: Access,
        appearance_file: AppearanceFile,
        now: Callable[[], datetime],
        replace_process: Callable[[Sequence[str]], None],
    ) -> None:
        super().__init__()
        self._application = application
        self._access = access
        self._appearance_file = appearance_file
        self._now = now
        self._replace_process = replace_process
        self._clipboard = ClipboardGuard(self)
        self._session: Session | None = None
        self._main_window: MainWindow | None = None
        self._absence: Absence | None = None
        self._say_at_the_door: Callable[[str], None] | None = None
        self.lull = Lull(self)
        self.tasks = Tasks(self)
        self.calculations = Tasks(self)
        for tasks in (self.tasks, self.calculations):
            tasks.failed.connect(self.crash)
        self.appearance = WornAppearance(application, appearance_file)
        self.next_window = NextWindow(access, self.tasks, self.lull, self)
        self.window: QWidget | None = None
        application.styleHints().colorSchemeChanged.connect(self._follow_the_system)

    def begin(self, folder: Path | None = None) -> None:
        """Show the first window: to make a vault where there is none, else to open one."""
        vaults = self._access.folders.all()
        if folder is None and not vaults:
            self.first_run()
        else:
            self.unlock(folder or vaults[0].folder)

    def first_run(self, begun: "Begun | None" = None) -> None:
        """Make a first vault in three steps, or another one later; go on with what was begun."""
        from advisor_app.gui.vaults.first_run import FirstRun

        window = FirstRun(
            self._access,
            self.tasks,
            self.appearance.look,
            self.appearance.language,
            self._access.folders.unused(FIRST_NAME),
        )
        window.opened.connect(self._enter_new)
        window.closed.connect(self.stop)
        window.other_wanted.connect(lambda: self.unlock(None))
        window.demo_wanted.connect(self.practise)
        window.language_chosen.connect(self._change_language)
        self._say_at_the_door = window.refuse
        self._show(window)
        if begun is not None:
            window.take_up(begun)

    def unlock(self, folder: Path | None) -> None:
        """Open a vault that is there."""
        window = UnlockWindow(
            self._access,
            self.tasks,
            self.appearance.look,
            self.appearance.language,
            folder,
            _other_ways,
        )
        window.opened.connect(self.enter)
        window.closed.connect(self.stop)
        window.recovered.connect(lambda session: self.enter(session, forgotten=True))
        window.restored.connect(self._enter_restored)
        window.demo_wanted.connect(self.practise)
        window.new_vault_wanted.connect(self.first_run)
        window.at_rest.connect(lambda: self.next_window.prepare(self.appearance.look))
        self._say_at_the_door = window.refuse
        self._show(window)

    def practise(self) -> None:
        """Open a throw-away vault of invented people."""
        if self.window is None:
            from advisor_app.gui.frame.waiting import Waiting

            self._show(Waiting(self.appearance.look))
        self.tasks.run(self._access.open_demo, then=self.enter, otherwise=self._refuse, owner=self)

    def enter(
        self,
        session: "Session",
        restored: Restored | None = None,
        place: "Place | None" = None,
        *,
        forgotten: bool = False,
    ) -> None:
        """Show the window of an open vault, where it was left, and what there is to know about it.

        One that was left nowhere begins at `place`; a `forgotten` passphrase is asked to be replaced.
        """
        from advisor_app.gui.frame import just_opened
        from advisor_app.gui.places import Page, Place

        self._session = session

        def show(found: "Found") -> None:
            there = found.place or place or Place(page=Page.TODAY)
            desk = self._open_window(there, found.idle_minutes)
            assert self.window is not None
            just_opened.tell_warnings(self.window, found.warnings, desk.language)
            if restored is not None:
                just_opened.tell_restored(self.window, restored, desk.moment(restored.made_at))
            just_opened.ask_for_another_secret(
                found, desk, self._access, self.window, forgotten=forgotten
            )

        self.tasks.run(
            partial(just_opened.find, session),
            then=show,
            otherwise=self._leave_damaged,
            owner=self,
        )

    def lock(self) -> None:
        """Close the vault and put a fresh process in the place of this one."""
        session = self._session
        arguments = [] if session is None or session.is_demo else [str(session.folder)]
        self._wind_down()
        self._replace_process(arguments)

    def stop(self) -> None:
        """Close the vault and end."""
        self._wind_down()
        self._application.quit()

    def crash(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Tell that the program made a mistake, and where."""
        from advisor_app.gui.frame.crash import CrashDialog, places

        CrashDialog(places(kind, trace), self.appearance.look, self.stop).exec()

    def _wind_down(self) -> None:
        """Close the vault and end all work, before this process does."""
        self._clipboard.clear()
        self._close_vault()
        self.lull.leave()
        self.tasks.stop()
        self.calculations.leave()

    def _close_vault(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            self.tasks.run(session.close)

    def _open_window(self, place: "Place", idle_minutes: int) -> "Desk":
        from advisor_app.gui.desk import Desk
        from advisor_app.gui.news import News
        from advisor_app.pages import page_makers

        assert self._session is not None
        look = self.appearance.look
        desk = Desk(
            session=self._session,
            tasks=self.tasks,
            calculations=self.calculations,
            look=look,
            news=News(self),
            language=self.appearance.language,
            now=self._now,
        )
        self.tasks.run(partial(self._session.watch, desk.news.changed.emit))
        self._main_window = window = self.next_window.take(look)
        window.enter(desk, page_makers(self._appearance_file, self._access), place, idle_minutes)
        look.size_window(window, 1280, 800)
        window.locked.connect(self.lock)
        window.closed.connect(self.stop)
        window.made_anew.connect(lambda place: self._make_anew(window.idle.minutes, place))
        window.own_vault_wanted.connect(self._leave_demo)
        self._say_at_the_door = None
        self._show(window)
        QTimer.singleShot(ENTERED_MS, self, self._heed_absence)
        return desk

    def _heed_absence(self) -> None:
        """From the first open vault on, lock when somebody leaves the computer."""
        from advisor_app.gui.frame.absence import Absence

        if self._absence is None:
            self._absence = Absence(self)
            self._absence.began.connect(self._lock_before_sleep)

    def _lock_before_sleep(self) -> None:
        if self._session is not None and self._main_window is not None:
            self._main_window.lock_before_sleep()

    def _make_anew(self, idle_minutes: int, place: "Place") -> None:
        """Show the same place in another language, theme or size."""
        from advisor_app.gui.frame.same_place import take_place

        before = self._main_window
        assert before is not None
        self.appearance.read_again()
        before.keep_drafts()
        before.leave_quietly()
        self._open_window(place, idle_minutes)
        after = self._main_window
        assert after is not None
        take_place(after, before)

    def _refuse(self, error: ProblemError) -> None:
        """Say in the window of the door why there is no way through; make one if there is none."""
        if self._say_at_the_door is None:
            self.begin()
        if self._say_at_the_door is not None:
            self._say_at_the_door(words.sentence(error.problem, self.appearance.language))

    def _leave_damaged(self, error: ProblemError) -> None:
        """Close a vault that opened but cannot be read, and say so at the door."""
        self._close_vault()
        self._refuse(error)

    def _leave_demo(self) -> None:
        self._close_vault()
        if self._main_window is not None:
            self._main_window.leave_quietly()
            self._main_window = None
        self.begin()

    def _enter_new(self, session: "Session") -> None:
        """Begin where everything begins: with an organisation."""
        from advisor_app.gui.places import Page, Place

        self.enter(session, place=Place(page=Page.ORGANISATION, new_organisation=True))

    def _enter_restored(self, restored: Restored) -> None:
        self.enter(restored.session, restored)

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        window.setWindowIcon(self.appearance.look.icon("shield", "accent", 64))
        window.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _follow_the_system(self, scheme: "QtCore.Qt.ColorScheme") -> None:
        self.appearance.heed_the_system(scheme)
        if self.appearance.follows_the_system and self._main_window is not None:
            self._main_window.be_made_anew()

    def _change_language(self, language: Language, begun: "Begun") -> None:
        self.appearance.choose_language(language)
        self.first_run(begun)


def _other_ways(window: UnlockWindow) -> "OtherWays":
    """Load the ways in that nobody sees at first."""
    from advisor_app.gui.vaults.other_ways import OtherWays

    return OtherWays(window)
