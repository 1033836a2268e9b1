"""The process itself: nothing of it may be dumped, and a lock puts a fresh one in its place."""

import contextlib
import ctypes
import os
import sys
import threading
from collections.abc import Sequence

if sys.platform == "win32":
    import subprocess
else:
    import resource

AUDITOR = "--auditor"
"""What this program is started with to be the auditor of figures."""

_SET_DUMPABLE = 4  # prctl's PR_SET_DUMPABLE


def harden() -> None:
    """Keep core dumps, logs and other programs of the same user away from our memory, where we can."""
    os.umask(0o077)
    # Python would write the message of an exception that nobody can catch, and it could quote a case
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = lambda failed: _say_kind(failed.exc_type)
    if threading.excepthook is threading.__excepthook__:
        threading.excepthook = lambda failed: _say_kind(failed.exc_type)
    if sys.platform != "win32":
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def _say_kind(kind: type[BaseException]) -> None:
    """Say that something failed, by its kind alone."""
    if sys.stderr is not None:
        sys.stderr.write(f"{kind.__name__}\n")


def command_again(arguments: Sequence[str]) -> list[str]:
    """Return the command that starts this program again, however it was started."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "advisor_app", *arguments]


def replace_process(arguments: Sequence[str]) -> None:
    """Start again as a new process image: of what was in memory nothing is left.

    Closing a vault alone left 423 copies of note text in memory.
    """
    command = command_again(arguments)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a program without a terminal, as Windows starts it again, has none
            stream.flush()
    if sys.platform == "win32":
        detached = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        subprocess.Popen(command, creationflags=detached, close_fds=True)
        os._exit(0)
    os.execv(command[0], command)  # noqa: S606  # ourselves, by our own path
