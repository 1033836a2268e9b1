"""The windows put together: which one comes first, and what follows."""

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from advisor_app.domain.problems import ProblemError
from advisor_app.domain.settings import Appearance, Settings, Theme
from advisor_app.domain.vault_warnings import VaultWarning
from advisor_app.gui.frame.garbage import GarbageCollection
from advisor_app.gui.frame.lull import Lull
from advisor_app.gui.frame.unseen import hush
from advisor_app.gui.look import STYLE, Look, load_fonts, theme_of
from advisor_app.gui.parts.clipboard import ClipboardGuard
from advisor_app.gui.tasks import Tasks
from advisor_app.gui.translation import Translation
from advisor_app.gui.vaults.unlock_window import UnlockWindow
from advisor_app.services import process, words
from advisor_app.services.access import Access, Restored
from advisor_app.services.appearance import AppearanceFile
from advisor_app.services.device import NAME, access, appearance_file, moment

if TYPE_CHECKING:  # what fills the window of an open vault comes later (docs/decisions.md, 17)
    from advisor_app.domain.draft import Draft
    from advisor_app.gui.desk import Desk
    from advisor_app.gui.frame.absence import Absence
    from advisor_app.gui.frame.main_window import MainWindow
    from advisor_app.gui.places import Place
    from advisor_app.gui.vaults.first_step import FirstStep
    from advisor_app.gui.vaults.other_ways import OtherWays
    from advisor_app.indoors import Indoors
    from advisor_app.services.session import Session

ENTERED_MS = 100
"""Once the window of an open vault is painted there is time to hear who leaves."""

_ROOMS = (
    "gui.parts.form", "gui.frame.palette", "gui.frame.main_window", "gui.cases.case_pane", "gui.cases.cases_page",
    "gui.agenda.today_page", "gui.letters.letters_page", "gui.figures.figures_page", "gui.vaults.settings_page", "indoors",
    "gui.frame.at_the_door", "gui.vaults.passphrase_dialog", "gui.frame.absence",
)  # fmt: skip
"""What is loaded while a passphrase is typed, in steps of some milliseconds; the last loads all."""


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
        self._translation = Translation(application)
        self._clipboard = ClipboardGuard(self)
        self._appearance = appearance_file.read()
        self._theme_of_system = theme_of(application.palette())
        self._session: Session | None = None
        self._indoors: Indoors | None = None
        self._furnished: MainWindow | None = None
        self._absence: Absence | None = None
        self._say_at_the_door: Callable[[str], None] | None = None
        self.lull = Lull(self)
        self.tasks = Tasks(self)
        self.calculations = Tasks(self)
        for tasks in (self.tasks, self.calculations):
            tasks.failed.connect(self.crash)
        self.window: QWidget | None = None
        self.look = self._dress()
        application.styleHints().colorSchemeChanged.connect(self._follow_the_system)

    def begin(self, folder: Path | None = None) -> None:
        """Show the first window: to make a vault where there is none, else to open one."""
        vaults = self._access.folders.all()
        if folder is None and not vaults:
            self.first_run()
        else:
            self.unlock(folder or vaults[0].folder)

    def first_run(self, begun: "FirstStep | None" = None) -> None:
        """Make a first vault in three steps, or another one later; go on with what was begun."""
        from advisor_app.gui.vaults.first_run import FirstRun

        window = FirstRun(
            self._access,
            self.tasks,
            self.look,
            self._appearance.language,
            self._free_folder(),
        )
        window.opened.connect(self._enter_new)
        window.closed.connect(self.stop)
        window.other_wanted.connect(lambda: self.unlock(None))
        window.demo_wanted.connect(self.practise)
        window.language_chosen.connect(self._change_language)
        window.sheet_wanted.connect(self._print_sheet)
        self._say_at_the_door = window.refuse
        self._show(window)
        if begun is not None:
            window.take_up(begun)

    def unlock(self, folder: Path | None) -> None:
        """Open a vault that is there."""
        window = UnlockWindow(
            self._access, self.tasks, self.look, self._appearance.language, folder, _other_ways
        )
        window.opened.connect(self.enter)
        window.closed.connect(self.stop)
        window.recovered.connect(lambda session: self.enter(session, forgotten=True))
        window.restored.connect(self._enter_restored)
        window.demo_wanted.connect(self.practise)
        window.new_vault_wanted.connect(self.first_run)
        window.at_rest.connect(self._prepare)
        self._say_at_the_door = window.refuse
        self._show(window)

    def practise(self) -> None:
        """Open a throw-away vault of invented people."""
        if self.window is None:
            from advisor_app.gui.frame.waiting import Waiting

            self._show(Waiting(self.look))
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

        A `forgotten` passphrase is replaced at once, or the recovery code would be needed again; a
        recovery code that nobody proved to have on paper, too.
        """
        from advisor_app.domain import draft_keys
        from advisor_app.gui.frame.at_the_door import tell_restored, tell_warnings
        from advisor_app.gui.places import Page, Place
        from advisor_app.gui.vaults.passphrase_dialog import PassphraseDialog
        from advisor_app.gui.vaults.recovery_code_dialog import RecoveryCodeDialog

        self._session = session

        def read() -> "tuple[Settings, Draft | None, tuple[VaultWarning, ...], bool]":
            place, settings = session.drafts.find(*draft_keys.PLACE), session.settings
            return settings.read(), place, session.warnings, settings.owes_recovery_code()

        def show(found: "tuple[Settings, Draft | None, tuple[VaultWarning, ...], bool]") -> None:
            settings, left, warnings, owes_code = found
            there = Place.read(left.text) if left else None
            desk = self._open_window(
                there or place or Place(page=Page.TODAY), settings.idle_minutes
            )
            assert self.window is not None
            tell_warnings(self.window, warnings, self._appearance.language)
            if restored is not None:
                tell_restored(self.window, restored, desk.moment(restored.made_at))
            if forgotten:
                PassphraseDialog(desk, self._access, self.window, forgotten=True).open()
            elif owes_code:
                RecoveryCodeDialog(desk, self._access, self.window, is_owed=True).open()

        self.tasks.run(read, then=show, otherwise=self._leave_damaged, owner=self)

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

        CrashDialog(places(kind, trace), self.look, self.stop).exec()

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
        from advisor_app.gui.frame.main_window import MainWindow
        from advisor_app.indoors import Indoors

        assert self._session is not None
        window, self._furnished = self._furnished or MainWindow(self.look), None
        self._indoors = indoors = Indoors(
            self._session,
            self.tasks,
            self.calculations,
            self.look,
            self._appearance.language,
            self._now,
            window,
            self,
        )
        self.tasks.run(partial(self._session.watch, indoors.news.changed.emit))
        indoors.enter(self._appearance_file, self._access, place, idle_minutes)
        self.look.size_window(window, 1280, 800)
        window.locked.connect(self.lock)
        window.closed.connect(self.stop)
        window.made_anew.connect(lambda place: self._make_anew(window.idle.minutes, place))
        window.own_vault_wanted.connect(self._leave_demo)
        self._say_at_the_door = None
        self._show(window)
        QTimer.singleShot(ENTERED_MS, self, self._heed_absence)
        return indoors.desk

    def _prepare(self) -> None:
        """Load and make what an open vault needs and holds nothing of it, before there is one."""
        self.tasks.run(
            self._access.prepare, then=lambda _loaded: self.lull.take(self._furnish()), owner=self
        )

    def _furnish(self) -> Iterator[None]:
        """Make the next window, and let the style sheet look at its parts."""
        for room in _ROOMS:
            import_module(f"advisor_app.{room}")
            yield
        QtGui.QAccessible.isActive()  # of which Python makes all names at its first use, in 25 ms
        yield
        from advisor_app.gui.frame.main_window import MainWindow

        if self._indoors is not None:
            return
        self._furnished = window = MainWindow(self.look)
        yield
        for part in window.findChildren(QWidget):
            part.ensurePolished()
        yield

    def _heed_absence(self) -> None:
        """From the first open vault on, lock when somebody leaves the computer."""
        from advisor_app.gui.frame.absence import Absence

        if self._absence is None:
            self._absence = Absence(self)
            self._absence.began.connect(self._lock_before_sleep)

    def _lock_before_sleep(self) -> None:
        if self._session is not None and self._indoors is not None:
            self._indoors.window.lock_before_sleep()

    def _make_anew(self, idle_minutes: int, place: "Place") -> None:
        """Show the same place in another language, theme or size."""
        from advisor_app.gui.frame.same_place import take_place

        self._appearance = self._appearance_file.read()
        self.look = self._dress()
        assert self._indoors is not None
        before = self._indoors.window
        before.keep_drafts()
        before.leave_quietly()
        self._open_window(place, idle_minutes)
        after = self._indoors.window
        take_place(after, before)

    def _refuse(self, error: ProblemError) -> None:
        """Say in the window of the door why there is no way through; make one if there is none."""
        if self._say_at_the_door is None:
            self.begin()
        if self._say_at_the_door is not None:
            self._say_at_the_door(words.sentence(error.problem, self._appearance.language))

    def _leave_damaged(self, error: ProblemError) -> None:
        """Close a vault that opened but cannot be read, and say so at the door."""
        self._close_vault()
        self._refuse(error)

    def _leave_demo(self) -> None:
        self._close_vault()
        if self._indoors is not None:
            self._indoors.window.leave_quietly()
            self._indoors = None
        self.begin()

    def _enter_new(self, session: "Session") -> None:
        """Begin where everything begins: with an organisation."""
        from advisor_app.gui.places import Page, Place

        self.enter(session, place=Place(page=Page.ORGANISATION, new_organisation=True))

    def _enter_restored(self, restored: Restored) -> None:
        self.enter(restored.session, restored)

    def _print_sheet(self, groups: tuple[str, ...], name: str) -> None:
        from advisor_app.gui.printing.print_dialog import PrintDialog
        from advisor_app.gui.vaults.first_run import words_without_printer

        dialog = PrintDialog(
            lambda: self._access.recovery_sheet(groups, name, self._appearance.language),
            self.tasks,
            self.look,
            self._appearance.language,
            self.window,
            words_without_printer(),
        )
        dialog.exec()

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        window.setWindowIcon(self.look.icon("shield", "accent", 64))
        window.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _dress(self) -> Look:
        chosen, self._furnished = self._appearance, None  # which was made for another look
        look = Look(self._theme(chosen), chosen.scale, chosen.typeface)
        look.wear(self._application)
        self._translation.wear(chosen.language)
        return look

    def _theme(self, chosen: Appearance) -> Theme:
        return self._theme_of_system if chosen.theme is Theme.SYSTEM else chosen.theme

    def _follow_the_system(self, scheme: "QtCore.Qt.ColorScheme") -> None:
        is_dark = scheme == QtCore.Qt.ColorScheme.Dark
        self._theme_of_system = Theme.DARK if is_dark else Theme.LIGHT
        indoors = self._indoors
        if self._appearance.theme is Theme.SYSTEM and indoors is not None:
            indoors.window.be_made_anew()

    def _change_language(self, language: object, begun: "FirstStep") -> None:
        self._appearance = Appearance(
            language=language,  # type: ignore[arg-type]  # a Language, through a signal
            theme=self._appearance.theme,
            scale=self._appearance.scale,
            typeface=self._appearance.typeface,
        )
        with contextlib.suppress(ProblemError):  # the language is worn, though it is not kept
            self._appearance_file.keep(self._appearance)
        self.look = self._dress()
        self.first_run(begun)

    def _free_folder(self) -> Path:
        taken = {known.name for known in self._access.folders.all()}
        names = ("Mijn praktijk", *(f"Mijn praktijk {number}" for number in range(2, 100)))
        return self._access.folders.of(next(name for name in names if name not in taken))


def _other_ways(window: UnlockWindow) -> "OtherWays":
    """Load the ways in that nobody sees at first."""
    from advisor_app.gui.vaults.other_ways import OtherWays

    return OtherWays(window)


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
