"""Another look of the windows leaves the window where it was."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

BELOW_A_TITLE = """
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from advisor_app.gui.frame.same_place import take_place
application = QApplication([])
before = QWidget()
before.resize(400, 300)
before.move(200, 200)
before.show()
for _wait in range(200):
    if before.geometry().top() > 200:  # there is a title above it
        break
    QTest.qWait(50)
first = before.geometry()
assert first.top() > 200, "no window manager"
for _time in range(3):
    after = QWidget()
    after.show()
    take_place(after, before)
    before.hide()
    QTest.qWait(300)
    before = after
assert before.geometry() == first, (before.geometry(), first)
"""


def test_a_window_that_is_made_anew_does_not_climb():
    """Qt's offscreen screen knows the height of a title at once: this needs a window manager."""
    if shutil.which("xvfb-run") is None or shutil.which("openbox") is None:
        pytest.skip("there is no X server with a window manager here")
    done = subprocess.run(
        ["xvfb-run", "-a", "sh", "-c", 'openbox & o=$!; "$0" -c "$1"; e=$?; kill $o; exit $e',
         sys.executable, BELOW_A_TITLE],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
