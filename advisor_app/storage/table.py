"""A table of records: field = column, a row is a record, every change stands in the audit log."""

import hmac
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import MISSING, fields, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from hashlib import sha256
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage.canonical import canonical
from advisor_app.storage.driver import Database, Row
from advisor_app.storage.journal import Action, Journal

Record = TypeVar("Record")


class Table(Generic[Record]):
    """Records of one kind, in a table with the record's own name and columns.

    Every row is sealed: it carries a MAC over its columns, checked whenever it is read and named in
    the audit log. Pages alone are no proof: an older page of the same file has a valid HMAC too.
    """

    def __init__(
        self,
        record: type[Record],
        name: str,
        database: Database,
        journal: Journal,
        content_key: bytes,
        *,
        key: tuple[str, ...] = ("id",),
    ) -> None:
        self.record = record
        self.name = name
        self._database = database
        self._journal = journal
        self._content_key = content_key
        self._key = key
        self._columns = tuple(column.name for column in fields(record))  # type: ignore[arg-type]
        hints = get_type_hints(record)
        self._readers = tuple(_reader(hints[column]) for column in self._columns)
        self._has_default = {
            column.name
            for column in fields(record)  # type: ignore[arg-type]
            if column.default is not MISSING
        }
        self._select = f"SELECT {_listed((*self._columns, 'content_mac'))} FROM {_quoted(name)}"

    def add(self, record: Record) -> Record:
        """Insert a record; return it with its identity."""
        values = self._values(record)
        if self._key == ("id",):
            values["id"] = self._next_id()
            record = replace(record, id=values["id"])  # type: ignore[type-var]
        mac = content_mac(self._content_key, self.name, values)
        self._insert(values, mac)
        self._journal.write(Action.ADDED, self._thing(values), mac)
        self._journal.touched.add(self.record)
        return record

    def change(self, record: Record) -> Record:
        """Put a record in the place of the one with its key.

        Raises:
            ProblemError: NOT_FOUND.
        """
        values = self._values(record)
        mac = content_mac(self._content_key, self.name, values)
        if not self._update(values, mac):
            raise ProblemError(Problem.NOT_FOUND)
        self._journal.write(Action.CHANGED, self._thing(values), mac)
        self._journal.touched.add(self.record)
        return record

    def put(self, record: Record) -> Record:
        """Add a record, or change the one with its key."""
        values = self._values(record)
        key = [values[column] for column in self._key]
        return self.change(record) if self.holds(*key) else self.add(record)

    def remove(self, *key: int) -> None:
        """Delete the record with a key; without one nothing happens."""
        cursor = self._database.execute(
            f"DELETE FROM {_quoted(self.name)} WHERE {self._match}", key
        )
        if cursor.rowcount:
            self._journal.write(Action.REMOVED, " ".join([self.name, *map(str, key)]))
            self._journal.touched.add(self.record)

    def holds(self, *key: int) -> bool:
        """Tell whether there is a record with a key."""
        question = f"SELECT 1 FROM {_quoted(self.name)} WHERE {self._match}"
        return self._database.one(question, key) is not None

    def get(self, *key: int) -> Record:
        """Return the record with a key.

        Raises:
            ProblemError: NOT_FOUND, or TAMPERED when its MAC does not fit.
        """
        return self._only(self.select(f"WHERE {self._match}", key))

    def select(self, tail: str = "", parameters: Sequence[Any] = ()) -> list[Record]:
        """Return records by the rest of a SELECT; for questions that live in this package."""
        return [
            self._record(row) for row in self._database.all(f"{self._select} {tail}", parameters)
        ]

    def seals(self) -> Iterator[tuple[str, bytes]]:
        """Return the name and the MAC of every row, as computed from what the row holds now.

        Raises:
            ProblemError: TAMPERED at the first row whose own MAC does not fit.
        """
        for row in self._database.execute(self._select):
            self._record(row)
            values = dict(zip(self._columns, row, strict=False))
            yield self._thing(values), row[-1]

    @staticmethod
    def _only(found: list[Record]) -> Record:
        if not found:
            raise ProblemError(Problem.NOT_FOUND)
        return found[0]

    def _insert(self, values: dict[str, Any], mac: bytes) -> None:
        stored = self._stored_values(values, mac)
        self._database.execute(
            f"INSERT INTO {_quoted(self.name)} ({_listed(tuple(stored))})"
            f" VALUES ({', '.join('?' * len(stored))})",
            tuple(stored.values()),
        )

    def _update(self, values: dict[str, Any], mac: bytes) -> bool:
        """Tell whether there was a row to change."""
        stored = self._stored_values(values, mac)
        key = [stored.pop(column) for column in self._key]
        settings = ", ".join(f"{_quoted(column)} = ?" for column in stored)
        cursor = self._database.execute(
            f"UPDATE {_quoted(self.name)} SET {settings} WHERE {self._match}",
            (*stored.values(), *key),
        )
        return bool(cursor.rowcount)

    def _stored_values(self, values: dict[str, Any], mac: bytes) -> dict[str, Any]:
        """Return what the table itself holds of a record."""
        return {**values, "content_mac": mac}

    def _next_id(self) -> int:
        """Return an id that no row has ever had: the audit log names rows by it."""
        row = self._database.one("SELECT seq FROM sqlite_sequence WHERE name = ?", (self.name,))
        return 1 if row is None else int(row[0]) + 1

    @property
    def _match(self) -> str:
        return " AND ".join(f"{_quoted(column)} = ?" for column in self._key)

    def _thing(self, values: dict[str, Any]) -> str:
        return " ".join([self.name, *(str(values[column]) for column in self._key)])

    def _values(self, record: Record) -> dict[str, Any]:
        """Return plain column values."""
        return {column: _written(getattr(record, column)) for column in self._columns}

    def _record(self, row: Row) -> Record:
        """Return the record of a row; NULL says what the field's default says, if it has one."""
        values = dict(zip(self._columns, row, strict=False))
        if not hmac.compare_digest(content_mac(self._content_key, self.name, values), row[-1]):
            raise ProblemError(Problem.TAMPERED)
        return self.record(
            **{
                column: None if value is None else read(value)
                for column, read, value in zip(self._columns, self._readers, row, strict=False)
                if value is not None or column not in self._has_default
            }
        )


def content_mac(key: bytes, table: str, values: dict[str, Any]) -> bytes:
    """Return the MAC of a row: over the table's name and its plain column values, bytes as hex.

    Empty values (NULL, 0, no text, no bytes) are left out, so that a column which a later migration
    adds leaves the MACs of older rows as they are.
    """
    plain = {
        column: value.hex() if isinstance(value, bytes) else value
        for column, value in values.items()
        if value
    }
    return hmac.digest(key, canonical({"table": table, "row": plain}), sha256)


def _written(value: Any) -> Any:
    """Return a field's value as a column holds it."""
    match value:
        case bool():
            return int(value)
        case StrEnum():
            return value.value
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="milliseconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="minutes")
        case tuple():
            return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
        case _:
            return value


def _reader(hint: Any) -> Callable[[Any], Any]:
    """Return what turns a column back into a field of this type."""
    if type(None) in get_args(hint):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is tuple:
        return lambda text: tuple(json.loads(text))
    hint = getattr(hint, "__supertype__", hint)
    readers: dict[Any, Callable[[Any], Any]] = {
        bool: bool,
        date: date.fromisoformat,
        datetime: datetime.fromisoformat,
        time: time.fromisoformat,
    }
    if hint in readers:
        return readers[hint]
    return hint if issubclass(hint, StrEnum) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _quoted(name: str) -> str:
    """Return a name as SQL: `case` is a word of SQL's own."""
    return f'"{name}"'


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(map(_quoted, columns))
