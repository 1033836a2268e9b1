"""Everything once, on invented people: what is installed here works, or says where it does not."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from PySide6.QtWidgets import QApplication

from advisor_app.app import Program
from advisor_app.domain.identity import LetterId, OrganisationId
from advisor_app.domain.reporting import ReleaseState
from advisor_app.gui.frame.crash import places
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.frame.unseen import hush
from advisor_app.gui.look import load_fonts
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
    application = QApplication([NAME])
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
        defects: list[str] = []
        program.tasks.failed.disconnect(program.crash)
        program.tasks.failed.connect(lambda kind, trace: defects.append(places(kind, trace)))
        program.practise()
        _wait(application, lambda: isinstance(program.window, MainWindow) or bool(defects))
        if isinstance(program.window, MainWindow):
            _walk(application, program, program.window, pictures)
        program.stop()
    for defect in defects:
        print(f"FAILED {defect}", file=sys.stderr)
    if defects:
        return 3
    print("OK")
    return 0


def _walk(
    application: QApplication, program: Program, window: MainWindow, pictures: Path | None
) -> None:
    """See every page, and let the vault make what leaves on paper."""
    window.resize(1280, 800)
    session = window.session
    stops: list[Place] = []

    def prepare() -> None:
        organisation = session.clients.coded("LINDE").id
        line = session.casework.case_lines(organisation, limit=1)[0]
        letter = session.correspondence.begin(line.id, "gespreksbevestiging")
        session.correspondence.pdf(letter)
        for release in session.reporting.overview(organisation):
            if release.state is ReleaseState.FIXED:
                session.reporting.files(organisation, release.id)
        stops.extend(_stops(session, organisation, letter.id))

    program.tasks.run(prepare)
    _settle(application, program)
    for place in stops:
        window.go(place)
        _settle(application, program)
        if pictures is not None:
            window.grab().save(str(pictures / f"{place.page.value}.png"))


def _stops(session: Session, organisation: OrganisationId, letter: LetterId) -> list[Place]:
    case = session.casework.case_lines(organisation, limit=1)[0].id
    fixed = [
        line.id
        for line in session.reporting.overview(organisation)
        if line.state is ReleaseState.FIXED
    ]
    return [
        Place(page=Page.TODAY),
        Place(page=Page.CASES, organisation=organisation, case=case),
        Place(page=Page.AGENDA, organisation=organisation),
        Place(page=Page.LETTERS, organisation=organisation, case=case, letter=letter),
        Place(page=Page.FIGURES, organisation=organisation, release=fixed[0] if fixed else ""),
        Place(page=Page.ORGANISATION, organisation=organisation),
        Place(page=Page.SETTINGS, organisation=organisation),
    ]


def _settle(application: QApplication, program: Program) -> None:
    for _round in range(3):
        _wait(application, lambda: program.tasks.is_idle() and program.calculations.is_idle())


def _wait(application: QApplication, done: Callable[[], bool]) -> None:
    until = monotonic() + PATIENCE_SECONDS
    application.processEvents()
    while not done() and monotonic() < until:
        application.processEvents()
    application.processEvents()
