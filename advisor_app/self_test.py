"""Everything once, on invented people: what is installed here works, or says where it does not."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from advisor_app.app import Program
from advisor_app.domain.reporting import ReleaseState
from advisor_app.exit_codes import FINE, WRONG
from advisor_app.gui.frame.crash import places
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.frame.unseen import hush
from advisor_app.gui.look import STYLE, load_fonts
from advisor_app.gui.places import Page, Place
from advisor_app.keychain import Keychain
from advisor_app.services.access import Access
from advisor_app.services.appearance import AppearanceFile
from advisor_app.services.device import NAME, moment
from advisor_app.services.session import Session

PATIENCE_SECONDS = 120


def run(pictures: Path | None) -> int:
    """Open a demo vault, see every page, draw a letter and figures; keep pictures in a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
    application = QApplication([NAME, *STYLE])
    if application.platformName() == "offscreen":
        hush()
    load_fonts()
    with TemporaryDirectory(prefix="vertrouwd-self-test-") as home:
        program = Program(
            application,
            Access(Path(home), lambda: Keychain(None), moment),
            AppearanceFile(Path(home) / "appearance.json"),
            moment,
            lambda _arguments: None,
        )
        walk = Walk(application, program, pictures)
        walk.go()
        program.stop()
    for defect in walk.defects:
        print(f"FAILED {defect}", file=sys.stderr)
    if walk.defects:
        return WRONG
    print("OK")
    return FINE


class Walk:
    """One tour through the program, and every defect that it met: raised, refused or too slow."""

    def __init__(self, application: QApplication, program: Program, pictures: Path | None) -> None:
        self.defects: list[str] = []
        self._application = application
        self._program = program
        self._pictures = pictures
        sys.excepthook = lambda kind, _error, trace: self._note(kind, trace)
        for tasks in (program.tasks, program.calculations):
            tasks.failed.disconnect(program.crash)
            tasks.failed.connect(self._note)
            tasks.met.connect(lambda problem: self.defects.append(repr(problem)))

    def go(self) -> None:
        """Come in by the demo, let the vault make what leaves on paper, and see every page."""
        _tell("demo")
        self._program.practise()
        self._wait(
            "demo", lambda: isinstance(self._program.window, MainWindow) or bool(self.defects)
        )
        window = self._program.window
        if isinstance(window, MainWindow):
            window.resize(1280, 800)
            self._see(window)

    def _see(self, window: MainWindow) -> None:
        stops: list[Place] = []
        self._program.tasks.run(lambda: _prepare(window.session), then=stops.extend)
        self._settle("prepare")
        for place in stops:
            QTimer.singleShot(0, window, partial(window.go, place))  # as a click: on Qt's own turn
            self._settle(place.page.value)
            if self._pictures is not None:
                window.grab().save(str(self._pictures / f"{place.page.value}.png"))

    def _settle(self, what: str) -> None:
        _tell(what)
        for _round in range(3):
            self._wait(
                what,
                lambda: self._program.tasks.is_idle() and self._program.calculations.is_idle(),
            )

    def _wait(self, what: str, done: Callable[[], bool]) -> None:
        began = monotonic()
        self._application.processEvents()
        while not done():
            if monotonic() - began > PATIENCE_SECONDS:
                self.defects.append(f"{what}: not done after {PATIENCE_SECONDS} seconds")
                return
            self._application.processEvents()
        self._application.processEvents()

    def _note(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        self.defects.append(places(kind, trace))


def _tell(step: str) -> None:
    """Say to whoever waits at a terminal what is tried now: all of it takes a minute."""
    if sys.stderr.isatty():
        print(f"{step}…", file=sys.stderr)


def _prepare(session: Session) -> list[Place]:
    """Make a letter and files of figures, and tell where every page shows something."""
    organisation = session.organisations.coded("LINDE").id
    case = session.casework.case_lines(organisation, limit=1)[0].id
    letter = session.correspondence.begin(case, "gespreksbevestiging")
    session.correspondence.pdf(letter)
    fixed = [
        line
        for line in session.reporting.overview(organisation)
        if line.state is ReleaseState.FIXED
    ]
    for line in fixed:
        session.reporting.files(organisation, line.id)
    year = next(line.id for line in fixed if not line.is_part)
    place = Place(page=Page.TODAY, organisation=organisation)
    there = {
        Page.TODAY: Place(page=Page.TODAY),
        Page.CASES: replace(place, case=case),
        Page.LETTERS: replace(place, case=case, letter=letter.id),
        Page.FIGURES: replace(place, release=year),
    }
    return [replace(there.get(page, place), page=page) for page in Page]
