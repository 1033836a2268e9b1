"""One program at a time works in a vault.

A lock of the operating system, not a file whose presence means something: it ends with the process,
however that ends, so nobody ever has to remove a stale one (docs/decisions.md, 7).
"""

import os
import sys
from pathlib import Path
from time import sleep
from typing import Self

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage import files

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = "vault.lock"
TRIES = 5
PAUSE_SECONDS = 0.01
"""Asking who has a lock holds it for some microseconds."""

_NOTHING = -1
_PLACE = 1 << 30
"""The byte that Windows locks: nobody may read it meanwhile, so one where nothing stands."""
_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class FolderLock:
    """The right to work in one vault's folder."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, folder: Path, *, create: bool = True) -> Self:
        """Take the lock.

        Where there is no lock file and none may or can be made, the folder itself is locked; on
        Windows, where a folder cannot be locked, nothing is.

        Raises:
            ProblemError: IN_USE when another program has it.
        """
        path = folder / NAME
        if sys.platform == "win32":
            if path.is_symlink():  # which would be followed
                raise ProblemError(Problem.UNREACHABLE)
            if not create and not path.exists():
                return cls(_NOTHING)
        try:
            made = os.O_CREAT if create else 0
            descriptor = os.open(path, os.O_RDWR | _PLAIN | made, 0o600)
        except OSError:
            with files.named_problems():
                found = path if path.exists() else folder
                descriptor = os.open(found, os.O_RDONLY | _PLAIN)
        try:
            _lock_patiently(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise ProblemError(Problem.IN_USE) from error
        return cls(descriptor)

    @staticmethod
    def is_taken(folder: Path) -> bool:
        """Tell whether a program has the lock at this moment; nothing is kept or made.

        Only for what is said on the way in: whoever opens takes the lock all the same.
        """
        path = folder / NAME
        if path.is_symlink():
            return False
        try:
            descriptor = os.open(path, os.O_RDONLY | _PLAIN)
        except OSError:
            return False
        try:
            _touch(descriptor)
        except OSError:
            return True
        finally:
            os.close(descriptor)
        return False

    def release(self) -> None:
        """Give the lock back; a second time does nothing."""
        if self._descriptor != _NOTHING:
            os.close(self._descriptor)
            self._descriptor = _NOTHING


def _lock_patiently(descriptor: int) -> None:
    """Lock a file; whoever only asked who has it lets go at once, so that is waited for."""
    for _try in range(TRIES - 1):
        try:
            _lock(descriptor)
        except OSError:
            sleep(PAUSE_SECONDS)
        else:
            return
    _lock(descriptor)


def _touch(descriptor: int) -> None:
    """Lock a file for no time, where that can be beside others who do the same."""
    if sys.platform == "win32":
        _lock(descriptor)
        os.lseek(descriptor, _PLACE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)


def _lock(descriptor: int) -> None:
    """Lock a file without waiting."""
    if sys.platform == "win32":
        os.lseek(descriptor, _PLACE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
