"""The way to the windows: nothing of Qt is loaded before it is certain that they are wanted."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from advisor_app.domain.problems import Problem, ProblemError


def open_windows(given: Sequence[str]) -> int:
    """Open the windows; return their exit code.

    Raises:
        ProblemError: NO_DISPLAY.
    """
    display = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    if sys.platform == "linux" and not display & os.environ.keys():
        raise ProblemError(Problem.NO_DISPLAY)
    gc.disable()  # until they collect by themselves: what start-up makes is no garbage
    return int(import_module("advisor_app.app").run(given))  # Qt only when it is wanted
