"""Is this vault whole, and its own? Read-only questions that change no byte."""

import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage import schema
from advisor_app.storage.driver import Database, Mode
from advisor_app.storage.journal import Action, entries
from advisor_app.storage.tables import Tables

DATABASE_NAME = "vault.db"


@contextmanager
def reading(folder: Path, key: bytes) -> Iterator[Database]:
    """Open a vault's file read-only, for as long as the caller holds the folder's lock.

    Opened for writing, the write-ahead log of *another* vault would be merged into the file for
    good when it is closed (measured): so whoever opens a vault looks first, through here.

    Raises:
        ProblemError: DAMAGED when there is no file, or an empty one, or the key does not fit.
    """
    path = folder / DATABASE_NAME
    if not path.is_file() or path.stat().st_size == 0:
        raise ProblemError(Problem.DAMAGED)
    log, index = (path.with_name(path.name + end) for end in ("-wal", "-shm"))
    had_index = index.exists()
    hot = log.exists() and log.stat().st_size > 0
    database = Database.open(path, key, Mode.READ if hot else Mode.FROZEN)
    try:
        yield database
    finally:
        database.close()
        if not had_index:
            index.unlink(missing_ok=True)


def require_identity(database: Database, vault_id: bytes, instance_id: bytes, floor: int) -> None:
    """Refuse a file of another vault, of another copy in use, of a newer program, or an older state.

    Raises:
        ProblemError: NEWER_FORMAT, TAMPERED or ROLLED_BACK.
    """
    schema.require_known(database)
    found = database.one("SELECT vault_id, instance_id FROM vault")
    if found != (vault_id, instance_id):
        raise ProblemError(Problem.TAMPERED)
    if int(database.value("SELECT coalesce(max(sequence), 0) FROM audit")) < floor:
        raise ProblemError(Problem.ROLLED_BACK)


def require_whole(database: Database, tables: Tables) -> None:
    """Check every page, every reference, the audit chain and every sealed row.

    Raises:
        ProblemError: DAMAGED for a page or a reference, TAMPERED for a row or the chain.
    """
    if database.all("PRAGMA cipher_integrity_check"):
        raise ProblemError(Problem.DAMAGED)
    if database.all("PRAGMA integrity_check") != [("ok",)]:
        raise ProblemError(Problem.DAMAGED)
    if database.all("PRAGMA foreign_key_check"):
        raise ProblemError(Problem.DAMAGED)
    tables.journal.require_whole()
    _require_rows(database, tables)


def _require_rows(database: Database, tables: Tables) -> None:
    """Compare every sealed row with its MAC and with the last line of the log about it."""
    logged: dict[str, bytes] = {}
    for entry in entries(database):
        if entry.action == Action.REMOVED:
            logged.pop(entry.thing, None)
        elif entry.content_mac is not None:
            logged[entry.thing] = entry.content_mac
    for table in tables.sealed():
        for thing, content_mac in table.seals():
            if not hmac.compare_digest(logged.pop(thing, b""), content_mac):
                raise ProblemError(Problem.TAMPERED)
    if logged:  # a row is gone, and the log does not know
        raise ProblemError(Problem.TAMPERED)
