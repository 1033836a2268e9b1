"""A child process: the real program, in which somebody types in the quick log until it is killed.

Says on standard output what was typed, and whether the vault was at rest or writing, so that its
parent knows what had to be kept.
"""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor_app.app import Program
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.look import load_fonts
from advisor_app.keychain import Keychain
from advisor_app.services.access import Access
from advisor_app.services.appearance import AppearanceFile
from advisor_app.storage.keys import FLOOR_COST
from tests.conftest import PASSPHRASE

EVERY_MS = 40
AT_REST = "at_rest"


def now() -> datetime:
    return datetime.now(UTC)


def main(home: Path) -> None:
    application = QApplication([])
    load_fonts()
    access = Access(home, lambda: Keychain(None), now, cost=FLOOR_COST)
    appearance = AppearanceFile(home / "appearance.json")
    program = Program(application, access, appearance, now, lambda _arguments: None)
    program.begin()
    program.window.ui.passphrase.setText(PASSPHRASE)
    program.window.open()
    until(lambda: isinstance(program.window, MainWindow) and program.tasks.is_idle())
    window = program.window
    window.activateWindow()
    until(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    until(lambda: program.tasks.is_idle() and window.focusWidget().objectName() == "text")
    editor, typed = window.focusWidget(), [0]

    def type_on() -> None:
        typed[0] += 1
        vault = AT_REST if program.tasks.is_idle() else "writing"
        QTest.keyClicks(editor, f"{typed[0]:05} ")
        sys.stdout.write(f"{typed[0]} {vault}\n")
        sys.stdout.flush()

    timer = QTimer(timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(type_on)
    timer.start(EVERY_MS)
    application.exec()


def until(done) -> None:
    end = time.monotonic() + 120
    while not done():
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
