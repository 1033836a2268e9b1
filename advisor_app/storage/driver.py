"""The one door to SQLCipher: an encrypted file is opened here, and its errors get our names."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.progress import Progress, unwatched
from advisor_app.storage import files

if TYPE_CHECKING:  # sqlcipher3 is sqlite3 with a key, and has no types of its own
    import sqlite3 as sqlcipher
else:
    from sqlcipher3 import dbapi2 as sqlcipher

Row = tuple[Any, ...]

_KEPT_STATEMENTS = 32
"""All that a save runs. Each holds what was last bound to it, a copy of what is in memory anyway
while a vault is open; the lock replaces the process with all of it."""

_PAGES_AT_ONCE = 256
"""Of a snapshot: 1 MiB. Nobody writes between, since the vault is ours alone."""

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN = 5, 6, 8, 10, 11, 13, 14
_NOTADB, _UNKNOWN = 26, 255
_PROBLEMS = {
    _BUSY: Problem.IN_USE,
    _LOCKED: Problem.IN_USE,
    _READONLY: Problem.READ_ONLY,
    _IOERR: Problem.UNREACHABLE,
    _CORRUPT: Problem.DAMAGED,
    _FULL: Problem.DISK_FULL,
    _CANTOPEN: Problem.UNREACHABLE,
    _NOTADB: Problem.DAMAGED,
}
_CODES = {
    "database is locked": _BUSY,
    "attempt to write a readonly database": _READONLY,
    "disk I/O error": _IOERR,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
    "unable to open database file": _CANTOPEN,
    "file is not a database": _NOTADB,
}


class Mode(StrEnum):
    """How a file is opened; only CREATE makes one."""

    FROZEN = "mode=ro&immutable=1"
    READ = "mode=ro"
    WRITE = "mode=rw"
    CREATE = "mode=rwc"


class ConstraintError(Exception):
    """A row breaks a rule of the schema: a defect of ours, or a name that is taken."""


class Database:
    """One open encrypted file; belongs to the thread that opened it."""

    def __init__(self, connection: "sqlcipher.Connection") -> None:
        self._connection = connection
        self._is_damaged = False
        self.is_open = True

    @classmethod
    def open(cls, path: Path, key: bytes, mode: Mode) -> Self:
        """Open a file with a raw key and prove that the key fits by a first read.

        Raises:
            ProblemError: DAMAGED when the key does not fit or the file is none of ours (only a key
                slot can tell a wrong passphrase), UNREACHABLE, READ_ONLY, IN_USE, DISK_FULL.
        """
        if mode is Mode.CREATE:  # before SQLite does, which would let everybody read it
            files.create_empty(path)
        with named_errors():
            connection = sqlcipher.connect(
                f"{path.absolute().as_uri()}?{mode}",
                uri=True,
                isolation_level=None,
                cached_statements=_KEPT_STATEMENTS,
            )
        database = cls(connection)
        try:
            database.execute("PRAGMA cipher_log_level = NONE")
            secret = bytearray(b"x'" + key.hex().encode() + b"'")
            connection.set_key(secret)  # type: ignore[attr-defined]  # not in sqlite3
            secret[:] = bytes(len(secret))
            if mode in {Mode.WRITE, Mode.CREATE}:
                # Before the first read, so that SQLite needs no file for the index of its log.
                database.execute("PRAGMA locking_mode = EXCLUSIVE")
            database.one("SELECT count(*) FROM sqlite_master")
        except BaseException:
            connection.close()
            raise
        return database

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> "sqlcipher.Cursor":
        """Run one statement."""
        with self._named_errors():
            return self._connection.execute(sql, parameters)

    def script(self, sql: str) -> None:
        """Run the statements of a migration one by one, inside the transaction that is open."""
        for statement in _statements(sql):
            self.execute(statement)

    def all(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Return every row of a query."""
        with self._named_errors():
            return self._connection.execute(sql, parameters).fetchall()

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with self._named_errors():
            row: Row | None = self._connection.execute(sql, parameters).fetchone()
        return row

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Return the first column of the first row of a query that always has one."""
        row = self.one(sql, parameters)
        assert row is not None
        return row[0]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; inside another one, a part that fails can be undone by itself."""
        if self.in_transaction:
            with self._savepoint():
                yield
            return
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    @property
    def in_transaction(self) -> bool:
        """Tell whether a transaction is open."""
        return bool(self._connection.in_transaction)

    def forbid_escapes(self) -> None:
        """From now on deny what an attacker's SQL would need: other files, extensions, pragmas."""
        self._connection.set_authorizer(_authorise)

    def back_up(self, path: Path, key: bytes, progress: Progress = unwatched) -> None:
        """Write a snapshot of the whole file, under the same key, to a path that must not exist."""

        def tell(_status: int, left: int, pages: int) -> None:
            progress(1 - left / pages if pages else 1)

        target = Database.open(path, key, Mode.CREATE)
        try:
            with named_errors():
                other = target._connection  # noqa: SLF001  (our own class)
                self._connection.backup(other, pages=_PAGES_AT_ONCE, progress=tell)
        finally:
            target.close()

    def close(self) -> None:
        """Close once; a second time does nothing."""
        if self.is_open:
            self.is_open = False
            with named_errors():
                self._connection.close()

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        """Name errors; after a damaged page SQLCipher calls every write read-only (measured)."""
        try:
            with named_errors():
                yield
        except ProblemError as error:
            self._is_damaged = self._is_damaged or error.problem is Problem.DAMAGED
            if self._is_damaged:
                raise ProblemError(Problem.DAMAGED) from None
            raise

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        self.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self.execute("ROLLBACK TO part")
                self.execute("RELEASE part")
            raise
        self.execute("RELEASE part")

    def _roll_back(self) -> None:
        """Undo, unless SQLite has already done so after a full disk."""
        if self._connection.in_transaction:
            self._connection.rollback()


@contextmanager
def named_errors() -> Iterator[None]:
    """Give SQLCipher's errors our names; their messages can quote a row and go no further."""
    try:
        yield
    except sqlcipher.IntegrityError as error:
        raise ConstraintError(getattr(error, "sqlite_errorname", "")) from None
    except sqlcipher.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:  # an error of backup() carries none (measured)
            code = _CODES.get(str(error), _UNKNOWN)
        if code & 0xFF not in _PROBLEMS:  # a defect of ours: a closed file, a wrong statement
            raise
        raise ProblemError(_PROBLEMS[code & 0xFF]) from None
    except MemoryError:  # how a failed page HMAC inside a write shows itself (measured)
        raise ProblemError(Problem.DAMAGED) from None


def _statements(sql: str) -> Iterator[str]:
    """Split a script where SQLite says that a statement is complete."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlcipher.complete_statement(statement):
            yield statement
            statement = ""


_DENIED_ACTIONS = {24, 25}  # SQLITE_ATTACH, SQLITE_DETACH
_PRAGMA, _FUNCTION = 19, 31
_WATCHED_ACTIONS = {*_DENIED_ACTIONS, _PRAGMA, _FUNCTION}
_DENIED_FUNCTIONS = {"load_extension", "sqlcipher_export"}
_DENIED_PRAGMAS = {
    "key", "rekey", "hexkey", "hexrekey", "textkey", "textrekey",
    "synchronous", "fullfsync", "checkpoint_fullfsync", "journal_mode", "locking_mode", "secure_delete", "temp_store",
    "temp_store_directory", "trusted_schema", "writable_schema", "mmap_size",
    "foreign_keys", "cell_size_check", "ignore_check_constraints",
}  # fmt: skip


def _authorise(
    action: int, first: str | None, second: str | None, _database: str | None, _by: str | None
) -> int:
    """Return SQLITE_OK (0) or SQLITE_DENY (1) for one step of a statement."""
    if action not in _WATCHED_ACTIONS:  # most steps read a column, and every statement has dozens
        return 0
    if action in _DENIED_ACTIONS:
        return 1
    if action == _FUNCTION and (second or "").lower() in _DENIED_FUNCTIONS:
        return 1
    name = (first or "").lower()
    changes = action == _PRAGMA and second is not None
    return int(changes and (name in _DENIED_PRAGMAS or name.startswith("cipher_")))
