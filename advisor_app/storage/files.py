"""Files on disk: read with a bound, written all or nothing, durable when a function returns."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from advisor_app.domain.problems import Problem, ProblemError

if sys.platform == "darwin":
    import fcntl

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_WAITS_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8)
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def named_problems() -> Iterator[None]:
    """Give the errors of the operating system our names."""
    try:
        yield
    except OSError as error:
        raise ProblemError(_problem_of(error)) from error


def read_bounded(path: Path, largest: int) -> bytes:
    """Return the bytes of a regular file.

    Nothing else is opened for long: a FIFO or /dev/zero must not hang us.

    Raises:
        FileNotFoundError: when there is none.
        ProblemError: NOT_FOUND for anything but a regular file, TOO_LARGE above `largest` bytes.
    """
    if sys.platform == "win32" and (path.is_symlink() or path.is_dir()):
        raise ProblemError(Problem.NOT_FOUND)  # it has no O_NOFOLLOW, and opens no folder
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise
    except OSError as error:
        link = error.errno == errno.ELOOP
        raise ProblemError(Problem.NOT_FOUND if link else Problem.UNREACHABLE) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise ProblemError(Problem.NOT_FOUND)
    with named_problems(), os.fdopen(descriptor, "rb") as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise ProblemError(Problem.TOO_LARGE)
    return content


def require_writable(folder: Path) -> None:
    """Refuse a folder in which nothing can be made, by making something and taking it away.

    Raises:
        ProblemError: NOT_FOUND, NOT_A_FOLDER, READ_ONLY, DISK_FULL, UNREACHABLE.
    """
    with named_problems():
        if not folder.is_dir():
            raise ProblemError(Problem.NOT_A_FOLDER if folder.exists() else Problem.NOT_FOUND)
        with TemporaryDirectory(prefix=".vertrouwd-", dir=folder):
            pass


def create_empty(path: Path) -> None:
    """Make a new file that only its owner may read."""
    with named_problems():
        os.close(os.open(path, NEW_FILE, 0o600))


def replace_bytes(path: Path, content: bytes) -> None:
    """Put a small file in place whole: temporary file, fsync, rename, fsync of the folder."""
    temporary = path.with_name(path.name + ".new")
    with named_problems():
        try:
            # what a killed program left, or a stranger's link
            temporary.unlink(missing_ok=True)
            descriptor = os.open(temporary, NEW_FILE, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                sync(file.fileno())
            put_in_place(temporary, path)
        except (OSError, ProblemError):
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def sync(descriptor: int) -> None:
    """Make what was written to a file durable; macOS's fsync would leave it in the disk's cache."""
    if sys.platform == "darwin":
        with suppress(OSError):  # some disks cannot; then there is nothing better than fsync
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)  # noqa: TID251  (here it is known)


def put_in_place(source: Path, target: Path) -> None:
    """Give a file its name, in one step.

    Windows replaces no file that somebody reads, and virus scanners and sync programs read every
    new one for a moment: there this waits for them, at most a second and a half.

    Raises:
        OSError: as the operating system says it.
        ProblemError: FILE_IN_USE when somebody goes on reading.
    """
    if os.name == "nt":
        if target.is_dir():
            raise IsADirectoryError
        for wait in _WAITS_SECONDS:
            with suppress(PermissionError):
                source.replace(target)
                return
            sleep(wait)
    try:
        source.replace(target)
    except PermissionError as error:
        if os.name == "nt" and os.access(target, os.W_OK):
            raise ProblemError(Problem.FILE_IN_USE) from error
        raise


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system knows how (Windows does it itself)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def _problem_of(error: OSError) -> Problem:
    """Name an error of the operating system."""
    if error.errno in _FULL:
        return Problem.DISK_FULL
    if error.errno in _READ_ONLY:
        return Problem.READ_ONLY
    if isinstance(error, FileNotFoundError):
        return Problem.NOT_FOUND
    if isinstance(error, FileExistsError | IsADirectoryError):
        return Problem.ALREADY_THERE
    if isinstance(error, NotADirectoryError):
        return Problem.NOT_A_FOLDER
    return Problem.UNREACHABLE
