"""Is this vault whole, and its own? Read-only questions that change no byte."""

import hmac
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.progress import Progress, part, unwatched
from advisor_app.storage import files, schema
from advisor_app.storage.driver import Database, Mode
from advisor_app.storage.journal import Action, entries
from advisor_app.storage.tables import Tables

DATABASE_NAME = "vault.db"
_LOG, _INDEX, _UNDO = "vault.db-wal", "vault.db-shm", "vault.db-journal"
_INDEX_BYTES = 1 << 20  # 32 KiB for every 4 MB of log: far more than there ever is


@contextmanager
def reading(folder: Path, key: bytes) -> Iterator[Database]:
    """Open a vault's file read-only, for as long as the caller holds the folder's lock.

    Opened for writing, the write-ahead log of *another* vault would be merged into the file for
    good when it is closed (measured): so whoever opens a vault looks first, through here.

    Raises:
        ProblemError: LOST_DATABASE when there is no file, or an empty one; DAMAGED when the key
            does not fit; TAMPERED when a stranger's file stands beside it.
    """
    path = folder / DATABASE_NAME
    _require_own_files(folder)
    with ExitStack() as stack:
        if _size(folder / _LOG) == 0:
            mode = Mode.FROZEN
        elif os.access(folder, os.W_OK) and shutil.disk_usage(folder).free >= _INDEX_BYTES:
            mode = Mode.READ
            if not (folder / _INDEX).exists():
                stack.callback((folder / _INDEX).unlink, missing_ok=True)
        else:  # SQLite needs an index beside the log, and cannot write one here
            mode = Mode.READ
            path = stack.enter_context(_copied(folder))
        database = Database.open(path, key, mode)
        stack.callback(database.close)
        yield database


def require_identity(database: Database, vault_id: bytes, instance_id: bytes, floor: int) -> None:
    """Refuse a file of another vault, of another copy in use, of a newer program, or an older state.

    Raises:
        ProblemError: NEWER_FORMAT, DAMAGED, TAMPERED or ROLLED_BACK.
    """
    schema.require_known(database)
    found = database.one("SELECT vault_id, instance_id FROM vault")
    if found != (vault_id, instance_id):
        raise ProblemError(Problem.TAMPERED)
    if int(database.value("SELECT coalesce(max(sequence), 0) FROM audit")) < floor:
        raise ProblemError(Problem.ROLLED_BACK)


def require_whole(database: Database, tables: Tables, progress: Progress = unwatched) -> None:
    """Check every page, every reference, the audit chain and every row.

    The rows of an older schema are checked by the program that takes the steps to ours.

    Raises:
        ProblemError: DAMAGED for a page or a reference, TAMPERED for a row or the chain.
    """
    if database.all("PRAGMA cipher_integrity_check"):
        raise ProblemError(Problem.DAMAGED)
    progress(0.4)
    if database.all("PRAGMA integrity_check") != [("ok",)]:
        raise ProblemError(Problem.DAMAGED)
    progress(0.7)
    if database.all("PRAGMA foreign_key_check"):
        raise ProblemError(Problem.DAMAGED)
    tables.journal.require_whole()
    progress(0.8)
    if not schema.is_behind(database):
        _require_rows(database, tables, part(progress, 0.8, 1))
    progress(1)


def _require_rows(database: Database, tables: Tables, progress: Progress) -> None:
    """Compare every row with its MAC and with the last line of the log about it."""
    logged: dict[str, bytes] = {}
    for entry in entries(database):
        if entry.action == Action.REMOVED:
            logged.pop(entry.thing, None)
        elif entry.content_mac is not None:
            logged[entry.thing] = entry.content_mac
    sealed = tables.sealed()
    for number, table in enumerate(sealed):
        progress(number / len(sealed))
        for thing, content_mac in table.seals():
            if not hmac.compare_digest(logged.pop(thing, b""), content_mac):
                raise ProblemError(Problem.TAMPERED)
    if logged:  # a row is gone, and the log does not know
        raise ProblemError(Problem.TAMPERED)
    tables.drafts.all()  # not in the log, but sealed as well


def _require_own_files(folder: Path) -> None:
    """Refuse what a vault never has: links, pipes, and a rollback journal.

    SQLite plays a journal back into the file before anything can be read; ours has a write-ahead
    log and never leaves one, so a stranger put it there.
    """
    if _size(folder / _UNDO):
        raise ProblemError(Problem.TAMPERED)
    for name in (DATABASE_NAME, _LOG, _INDEX):
        path = folder / name
        if os.path.lexists(path) and (path.is_symlink() or not path.is_file()):
            raise ProblemError(Problem.TAMPERED)
    if _size(folder / DATABASE_NAME) == 0:
        raise ProblemError(Problem.LOST_DATABASE)


@contextmanager
def _copied(folder: Path) -> Iterator[Path]:
    """Offer a copy of a vault's file and log, encrypted as they are, in a folder of our own."""
    with TemporaryDirectory(prefix="vertrouwd-") as temporary, files.named_problems():
        for name in (DATABASE_NAME, _LOG):
            shutil.copyfile(folder / name, Path(temporary) / name)
        yield Path(temporary) / DATABASE_NAME


def _size(path: Path) -> int:
    """Return the size of what stands there; 0 for nothing."""
    return path.lstat().st_size if os.path.lexists(path) else 0
