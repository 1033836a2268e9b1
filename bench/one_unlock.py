"""One process: the real program unlocks a vault until its list is painted; prints CPU and wall ms.

It also derives the key once more by itself, before or after, as the measure of rows 1 and 2.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from advisor_app.app import Program
from advisor_app.gui.cases import cases_page
from advisor_app.gui.cases.case_list import CaseDelegate, Index
from advisor_app.gui.look import load_fonts
from advisor_app.gui.vaults.unlock_window import UnlockWindow
from advisor_app.keychain import Keychain
from advisor_app.services.access import Access
from advisor_app.services.appearance import AppearanceFile
from advisor_app.storage.key_file import KeyFiles
from advisor_app.storage.keys import SlotKind, normalised, stretched
from bench.load import PASSPHRASE, moment

PATIENCE_MS = 120_000


class FirstPaint:
    """Waits until the list of cases has painted its first rows, and the window the rest of it.

    It listens at the list's own painter: a filter on every event would cost CPU of its own.
    """

    def __init__(self) -> None:
        self._loop = QEventLoop()
        self._seen = False
        self._paint_row = CaseDelegate.paint

    def wait(self) -> None:
        """Sleep until then."""
        QTimer.singleShot(PATIENCE_MS, self._loop.quit)
        self._loop.exec()
        assert self._seen, "no list was painted"

    def listen(self) -> None:
        """Stand between the list and its painter until the first row."""
        first = self

        def paint(
            delegate: CaseDelegate, painter: QPainter, option: QStyleOptionViewItem, index: Index
        ) -> None:
            first._paint_row(delegate, painter, option, index)
            if not first._seen:
                first._seen = True
                QTimer.singleShot(0, first._loop.quit)

        CaseDelegate.paint = paint  # type: ignore[method-assign, assignment]


def run(folder: Path, *, derive_first: bool) -> dict[str, float]:
    """Return CPU and wall ms of the derivation, and of unlocking up to the list."""
    cases_page.LULL_MS = 3_600_000  # on a busy machine it would be over before the paint is
    application = QApplication(["bench"])
    load_fonts()
    found: dict[str, float] = {}
    if derive_first:
        found |= _timed("derivation", lambda: _derive(folder))
    with TemporaryDirectory() as home:
        program = Program(
            application,
            Access(Path(home), Keychain.of_this_device, moment),
            AppearanceFile(Path(home) / "appearance.json"),
            moment,
            lambda _arguments: None,
        )
        program.begin(folder)
        found |= _timed("rest", lambda: _let_it_rest(program))
        window = program.window
        assert isinstance(window, UnlockWindow)
        window.ui.passphrase.setText(PASSPHRASE)
        _let_it_be(100)
        painted = FirstPaint()
        painted.listen()

        def unlock() -> None:
            window.open()
            painted.wait()

        found |= _timed("unlock", unlock)
        program.stop()
    if not derive_first:
        found |= _timed("derivation", lambda: _derive(folder))
    return found


def _derive(folder: Path) -> None:
    slot = KeyFiles.read(folder).first.slot(SlotKind.PASSPHRASE)  # type: ignore[union-attr]  # our own
    assert slot is not None
    assert slot.cost is not None
    stretched(normalised(PASSPHRASE), slot.salt, slot.cost)


def _timed(name: str, work: Callable[[], None]) -> dict[str, float]:
    wall, cpu = perf_counter(), process_time()
    work()
    return {
        f"{name}_cpu": (process_time() - cpu) * 1000,
        f"{name}_wall": (perf_counter() - wall) * 1000,
    }


def _let_it_rest(program: Program) -> None:
    """Let the door come to rest, as it does for whoever types for a second."""
    _let_it_be(1_000)
    while not (program.tasks.is_idle() and program.lull.is_over()):
        _let_it_be(50)


def _let_it_be(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), derive_first=sys.argv[2] == "first")))
