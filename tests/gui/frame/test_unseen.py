"""Of windows that nobody sees, Qt says one thing too often; only that is left out."""

import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QWidget
from advisor_app.gui.frame.unseen import hush
application = QApplication([])
window = QWidget()
if __import__("sys").argv[1:]:
    hush()
window.setMinimumSize(300, 200)
window.show()
window.setMaximumSize(400, 300)
qWarning("iets anders")
"""


def said(*arguments):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True
    )
    return done.stderr.splitlines()


def test_one_line_is_left_out_and_all_else_is_said():
    assert "propagateSizeHints" in said()[0]
    assert said("hush") == ["iets anders"]
