"""The audit log: a chain of MACs that says what was changed when, without a word of a case.

Written in the same transaction as each change. Its number is the vault's sequence; the highest one
known elsewhere (key file, keyring, backups) is the floor under which a vault counts as rolled back.
"""

import hmac
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum, auto
from hashlib import sha256

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage.canonical import canonical
from advisor_app.storage.driver import Database

PATIENCE = timedelta(minutes=10)
"""How far a clock may be set back, as time servers do, without anybody being asked."""


class Action(StrEnum):
    """What was done; the value is what is stored and what docs/format.md names."""

    CREATED = auto()
    RESTORED = auto()
    ADDED = auto()
    CHANGED = auto()
    REMOVED = auto()
    PASSPHRASE_CHANGED = auto()
    KEYRING_CHANGED = auto()
    KEY_FILE_MENDED = auto()
    BACKED_UP = auto()
    MIGRATED = auto()
    CLOCK_ACCEPTED = auto()


WAYS_IN = (Action.PASSPHRASE_CHANGED, Action.KEYRING_CHANGED)
"""What changes who can open the vault, so that an older key file is noticed."""

_WHATEVER_THE_CLOCK = {
    Action.CLOCK_ACCEPTED, Action.RESTORED, Action.KEY_FILE_MENDED, Action.MIGRATED,
}  # fmt: skip
"""What must be possible before a vault is open, where nobody can be asked about the clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the log; `thing` is a table and a row number, such as `note 12`."""

    sequence: int
    at: str
    action: str
    thing: str
    content_mac: bytes | None = field(repr=False)
    chain_mac: bytes = field(repr=False)


class Journal:
    """Writes the log of an open vault."""

    def __init__(
        self, database: Database, key: bytes, vault_id: bytes, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._key = key
        self._vault_id = vault_id
        self._now = now
        self.touched: set[type] = set()

    @property
    def sequence(self) -> int:
        """Return the number of the last entry; 0 before the first."""
        return int(self._database.value("SELECT coalesce(max(sequence), 0) FROM audit"))

    def write(self, action: Action, thing: str, content_mac: bytes | None = None) -> None:
        """Add a line, inside the transaction that is open.

        Raises:
            ProblemError: CLOCK_BEHIND, when the clock runs behind the last line.
        """
        last = self._last()
        if action not in _WHATEVER_THE_CLOCK:
            self._require_clock_after(last)
        at = self._now().astimezone(UTC)
        sequence, previous = 1, genesis(self._key, self._vault_id)
        if last is not None:
            sequence, previous = last.sequence + 1, last.chain_mac
        stamp = at.isoformat(timespec="milliseconds")
        chain_mac = chained(self._key, previous, sequence, stamp, action, thing, content_mac)
        self._database.execute(
            "INSERT INTO audit (sequence, at, action, thing, content_mac, chain_mac)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (sequence, stamp, action.value, thing, content_mac, chain_mac),
        )

    def require_clock(self) -> None:
        """Refuse a clock that runs behind the log.

        Raises:
            ProblemError: CLOCK_BEHIND.
        """
        self._require_clock_after(self._last())

    def ways_in_changed_after(self, sequence: int) -> bool:
        """Tell whether passphrase, recovery code or keyring were changed after a line of the log."""
        row = self._database.one(
            f"SELECT 1 FROM audit WHERE sequence > ? AND action IN ({', '.join('?' * len(WAYS_IN))})",
            (sequence, *WAYS_IN),
        )
        return row is not None

    def require_whole(self) -> None:
        """Walk the chain from its genesis.

        Raises:
            ProblemError: TAMPERED at the first line that does not follow from the one before.
        """
        previous = genesis(self._key, self._vault_id)
        for number, entry in enumerate(entries(self._database), start=1):
            expected = chained(
                self._key, previous, number, entry.at, entry.action, entry.thing, entry.content_mac
            )
            if entry.sequence != number or not hmac.compare_digest(expected, entry.chain_mac):
                raise ProblemError(Problem.TAMPERED)
            previous = expected

    def _require_clock_after(self, last: Entry | None) -> None:
        if last is not None and self._now() < datetime.fromisoformat(last.at) - PATIENCE:
            raise ProblemError(Problem.CLOCK_BEHIND)

    def _last(self) -> Entry | None:
        row = self._database.one(f"{_SELECT} ORDER BY sequence DESC LIMIT 1")
        return None if row is None else _entry(row)


_SELECT = "SELECT sequence, at, action, thing, content_mac, chain_mac FROM audit"


def entries(database: Database) -> Iterator[Entry]:
    """Return the log from its first line."""
    for row in database.execute(f"{_SELECT} ORDER BY sequence"):
        yield _entry(row)


def genesis(key: bytes, vault_id: bytes) -> bytes:
    """Return what the first line is chained to."""
    return hmac.digest(key, b"advisor-app/1/audit/" + vault_id, sha256)


def chained(
    key: bytes,
    previous: bytes,
    sequence: int,
    at: str,
    action: str,
    thing: str,
    content_mac: bytes | None,
) -> bytes:
    """Return the chain MAC of one line."""
    content = None if content_mac is None else content_mac.hex()
    line = {
        "sequence": sequence, "at": at, "action": action, "thing": thing, "content": content,
    }  # fmt: skip
    return hmac.digest(key, previous + canonical(line), sha256)


def _entry(row: tuple[object, ...]) -> Entry:
    sequence, at, action, thing, content_mac, chain_mac = row
    assert isinstance(sequence, int)
    assert isinstance(chain_mac, bytes)
    assert content_mac is None or isinstance(content_mac, bytes)
    return Entry(
        sequence=sequence,
        at=str(at),
        action=str(action),
        thing=str(thing),
        content_mac=content_mac,
        chain_mac=chain_mac,
    )
