"""Our own start, up to the first paint of the unlock window, and no further (row 3).

As in the program itself the command line is loaded before Qt, whose import hook reads the source
of every module that comes after it.
"""

import os
import sys
from importlib import import_module
from typing import Any

from advisor_app.cli import run


def _paint_once(application: Any) -> int:
    """Stand in the place of the event loop: show what there is, and leave.

    What the window leaves for the lull does not belong to it; under callgrind, which makes painting
    last for seconds, the lull would be over before the window is painted.
    """
    unlock_window: Any = import_module("advisor_app.gui.vaults.unlock_window")
    unlock_window.LULL_MS = 3_600_000
    application.processEvents()
    painted = any(each.isVisible() for each in application.topLevelWidgets())
    os._exit(0 if painted else 1)


if __name__ == "__main__":
    import_module("PySide6.QtWidgets").QApplication.exec = _paint_once
    sys.exit(run(sys.argv[1:]))
