"""The vault: one encrypted casebook, opened by one program at a time.

What it promises, and what stands where on disk: docs/format.md.
"""

import contextlib
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Self

from advisor_app.domain.days import local_day
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.progress import Progress, unwatched
from advisor_app.domain.vault_warnings import VaultWarning
from advisor_app.storage import files, inspection, key_file, keys, recovery_code, schema
from advisor_app.storage.driver import Database, Mode
from advisor_app.storage.inspection import DATABASE_NAME
from advisor_app.storage.journal import Action
from advisor_app.storage.key_file import KeyFile, KeyFiles, Slot
from advisor_app.storage.keys import Argon2Cost, SlotKind, VaultKeys, WrongSecretError
from advisor_app.storage.lock import FolderLock
from advisor_app.storage.secret import Secret
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault_folder import building, require_vault_folder

FLOOR_RISES_EVERY = timedelta(minutes=1)

Now = Callable[[], datetime]
KnownFloor = Callable[[str], int | None]
"""What is remembered elsewhere of how far a copy, named by its instance, has come."""


class Vault:
    """An open vault; belongs to the thread that opened it."""

    def __init__(
        self,
        folder: Path,
        lock: FolderLock,
        database: Database,
        key_file_: KeyFile,
        vault_keys: VaultKeys,
        now: Now,
    ) -> None:
        self.folder = folder
        self._lock = lock
        self._database = database
        self._key_file = key_file_
        self._keys = vault_keys
        self._now = now
        self._floor_rose_at = now()
        self._place = _identity(folder / DATABASE_NAME)
        self._listeners: list[Callable[[frozenset[type]], None]] = []
        self.tables = Tables(database, vault_keys, key_file_.vault_id, now)
        self.warnings: tuple[VaultWarning, ...] = ()

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, now: Now, cost: Argon2Cost = keys.STANDARD_COST
    ) -> tuple[Self, str]:
        """Make a vault in a new folder; return it, open, with its recovery code.

        Everything is written beside the place and then renamed, so a failure leaves nothing behind.

        Raises:
            ProblemError: ALREADY_THERE, NOT_A_FOLDER, NETWORK_FOLDER, READ_ONLY, DISK_FULL.
        """
        secret = secrets.token_bytes(recovery_code.BITS // 8)
        vault_id, root = secrets.token_bytes(16), keys.new_root()
        vault_keys = VaultKeys.of_root(root, vault_id)
        slots = (
            Slot.seal(SlotKind.PASSPHRASE, keys.normalised(passphrase), root, vault_id, cost),
            Slot.seal(SlotKind.RECOVERY, secret, root, vault_id, cost),
        )
        new_key_file = KeyFile(
            vault_id=vault_id, instance_id=secrets.token_bytes(16), floor=0, slots=slots
        )

        with building(folder) as unborn:
            _write_empty(unborn, new_key_file, vault_keys, now)
        vault = cls.open(folder, Secret.passphrase(passphrase), now)
        return vault, recovery_code.written(secret)

    @classmethod
    def open(
        cls,
        folder: Path,
        secret: Secret,
        now: Now,
        *,
        known_floor: KnownFloor = lambda _instance: None,
        before_migration: Callable[["Vault"], object] = lambda _vault: None,
    ) -> Self:
        """Open a vault; `before_migration` makes a backup where the schema is behind.

        The floor of elsewhere is asked for only once the name of the copy is proven.

        Raises:
            ProblemError: NOT_A_VAULT, LOST_KEY_FILES, LOST_DATABASE, IN_USE, WRONG_PASSPHRASE,
                DAMAGED_KEY_FILE, DAMAGED, TAMPERED, ROLLED_BACK, NEWER_FORMAT, READ_ONLY; no byte has changed then.
        """
        require_vault_folder(folder)
        lock = FolderLock.take(folder)
        try:
            copies = KeyFiles.read(folder)
            opened, vault_keys = copies.open(secret.kind, secret.secret)
            if opened.has_expired(secret.kind, local_day(now())):
                raise WrongSecretError
            floor = max(opened.floor, known_floor(opened.instance_id.hex()) or 0)
            _require_genuine(folder, opened, vault_keys, floor)
            database = Database.open(folder / DATABASE_NAME, vault_keys.database, Mode.WRITE)
        except BaseException:
            lock.release()
            raise
        try:
            _settle(database)
            vault = cls(folder, lock, database, opened, vault_keys, now)
            if schema.is_behind(database):
                before_migration(vault)
                vault._migrate()
            database.forbid_escapes()
            vault._tidy_key_file(mend=copies.spare_was_needed(opened))
        except BaseException:
            database.close()
            lock.release()
            raise
        return vault

    @property
    def is_open(self) -> bool:
        """Tell whether the vault has not been closed yet."""
        return self._database.is_open

    @property
    def instance_id(self) -> str:
        """Return the name under which the keyring keeps this copy's floor."""
        return self._key_file.instance_id.hex()

    @property
    def vault_id(self) -> str:
        """Return the name of the vault, the same in every copy and backup."""
        return self._key_file.vault_id.hex()

    @property
    def sequence(self) -> int:
        """Return the number of the last change."""
        return self.tables.journal.sequence

    @property
    def schema_version(self) -> int:
        """Return the step of the schema that this vault stands at."""
        return schema.version(self._database)

    def watch(self, listener: Callable[[frozenset[type]], None]) -> None:
        """Tell somebody after every commit which records changed, on the vault's own thread."""
        self._listeners.append(listener)

    @contextmanager
    def transaction(self) -> Iterator[Tables]:
        """Read and write all or nothing; acknowledged means durable.

        Verbs inside another transaction become durable with it, with one wait for the disk.

        Raises:
            ProblemError: MOVED_AWAY, DISK_FULL, UNREACHABLE; nothing has changed then.
        """
        if self._database.in_transaction:
            with self._database.transaction():
                yield self.tables
            return
        self.tables.journal.touched.clear()
        with self._database.transaction():
            yield self.tables
            self._require_in_place()
        touched = frozenset(self.tables.journal.touched)
        if self._now() - self._floor_rose_at >= FLOOR_RISES_EVERY:
            with contextlib.suppress(ProblemError):  # the change itself is safe; the next one tries
                self.raise_floor()
        for listener in self._listeners if touched else ():
            listener(touched)

    def raise_floor(self) -> None:
        """Write into the key file how far this vault has come."""
        if self._database.in_transaction:
            return  # what is not durable yet may still be undone, and would be a rollback for ever
        self._floor_rose_at = self._now()
        if self.sequence > self._key_file.floor:
            self._write_key_file(replace(self._key_file, floor=self.sequence))

    def require_passphrase(self, passphrase: str) -> None:
        """Refuse whoever does not know the passphrase of now.

        Raises:
            ProblemError: WRONG_PASSPHRASE.
        """
        self._key_file.open(SlotKind.PASSPHRASE, keys.normalised(passphrase))

    def change_passphrase(self, passphrase: str, cost: Argon2Cost = keys.STANDARD_COST) -> None:
        """Put another passphrase in the place of this one; backups made before keep the old one."""
        slot = Slot.seal(
            SlotKind.PASSPHRASE,
            keys.normalised(passphrase),
            self._keys.root,
            self._key_file.vault_id,
            cost,
        )
        self._change_slots(self._key_file.with_slot(slot), Action.PASSPHRASE_CHANGED)

    def take_recovery_code(self, code: str, cost: Argon2Cost = keys.STANDARD_COST) -> None:
        """Put a recovery code in the place of this one, because its sheet was lost.

        Raises:
            ProblemError: MISTYPED_RECOVERY_CODE.
        """
        slot = Slot.seal(
            SlotKind.RECOVERY,
            recovery_code.read(code),
            self._keys.root,
            self._key_file.vault_id,
            cost,
        )
        self._change_slots(self._key_file.with_slot(slot), Action.PASSPHRASE_CHANGED)

    @property
    def opens_by_keyring(self) -> bool:
        """Tell whether what the keyring of a device keeps opens this vault."""
        return self._key_file.slot(SlotKind.KEYRING) is not None

    def add_keyring_slot(self, expires_on: date) -> bytes:
        """Let a random secret open this vault too; return it for the keyring to keep."""
        secret = secrets.token_bytes(32)
        slot = Slot.seal_for_keyring(secret, self._keys.root, self._key_file.vault_id, expires_on)
        self._change_slots(self._key_file.with_slot(slot), Action.KEYRING_CHANGED)
        return secret

    def remove_keyring_slot(self) -> None:
        """Let the keyring open this vault no longer."""
        self._change_slots(self._key_file.without_slot(SlotKind.KEYRING), Action.KEYRING_CHANGED)

    def accept_clock(self) -> None:
        """Go on from the clock as it stands, after the advisor said that it is right now."""
        with self.transaction() as tables:
            tables.journal.write(Action.CLOCK_ACCEPTED, "vault")

    def forget_removed(self) -> None:
        """Take what was removed out of the log of the file too: from then on no page holds it.

        Raises:
            ProblemError: DISK_FULL or UNREACHABLE; the log is then emptied at closing.
        """
        self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def require_whole(self) -> None:
        """Check everything; for a drill and for the advisor's own question.

        Raises:
            ProblemError: DAMAGED or TAMPERED.
        """
        self.forget_removed()
        inspection.require_whole(self._database, self.tables)

    def snapshot(self, path: Path, progress: Progress = unwatched) -> tuple[KeyFile, VaultKeys]:
        """Write the whole casebook, encrypted, to a new file; return what a backup adds to it."""
        self._database.back_up(path, self._keys.database, progress)
        return self._key_file, self._keys

    def close(self) -> None:
        """Tidy up, raise the floor, and give the folder back; a second time does nothing.

        What was acknowledged is durable already, so a full disk at this point loses nothing: the
        next program to open the vault tidies up instead.

        Raises:
            ProblemError: DAMAGED, when the file was damaged while it was open.
        """
        try:
            if self._database.is_open:
                with _unless_damaged():
                    self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                    self.raise_floor()
        finally:
            self._database.close()
            self._lock.release()

    def _require_in_place(self) -> None:
        """Acknowledge nothing that goes into a file without a name, gone for ever when we close it."""
        if _identity(self.folder / DATABASE_NAME) != self._place:
            raise ProblemError(Problem.MOVED_AWAY)

    def _change_slots(self, changed: KeyFile, action: Action) -> None:
        """Note the change, then write the key file: a crash between leaves the old way in."""
        assert not self._database.in_transaction
        with self.transaction() as tables:
            tables.journal.write(action, "vault")
        self._write_key_file(replace(changed, floor=self.sequence))

    def _migrate(self) -> None:
        """Take the steps of the schema that are still to be taken, and say so in the log."""
        schema.migrate(self._database)
        with self.transaction() as tables:
            tables.journal.write(Action.MIGRATED, f"schema {schema.version(self._database)}")

    def _tidy_key_file(self, *, mend: bool) -> None:
        """Note what is to be known of the key file, mend it, and drop what no longer counts."""
        if self.tables.journal.ways_in_changed_after(self._key_file.floor):
            self.warnings += (VaultWarning.OLDER_KEY_FILE,)
        if mend:
            self.warnings += (VaultWarning.SPARE_KEY_FILE_USED,)
            self._change_slots(self._key_file, Action.KEY_FILE_MENDED)
        if self._key_file.has_expired(SlotKind.KEYRING, local_day(self._now())):
            with contextlib.suppress(
                ProblemError
            ):  # a wrong clock, or a full disk: it is no way in
                self.remove_keyring_slot()

    def _write_key_file(self, changed: KeyFile) -> None:
        """Write both copies: once the first is durable it counts, and the spare one may lag behind.

        A spare copy that could not be written is written with the next rise of the floor.
        """
        sealed = changed.sealed(self._keys)
        files.replace_bytes(self.folder / key_file.NAME, sealed.content())
        self._key_file = sealed
        with contextlib.suppress(ProblemError):
            files.replace_bytes(self.folder / key_file.SPARE_NAME, sealed.content())


def _require_genuine(folder: Path, opened: KeyFile, vault_keys: VaultKeys, floor: int) -> None:
    """Refuse a database of another vault or an older state, and one that cannot be written."""
    with inspection.reading(folder, vault_keys.database) as probe:
        inspection.require_identity(probe, opened.vault_id, opened.instance_id, floor)
    if not all(os.access(path, os.W_OK) for path in (folder, folder / DATABASE_NAME)):
        raise ProblemError(Problem.READ_ONLY)


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell a file from every other that may stand in its place."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def _unless_damaged() -> Iterator[None]:
    """Let pass what only delays tidying up."""
    try:
        yield
    except ProblemError as error:
        if error.problem is Problem.DAMAGED:
            raise


def _write_empty(unborn: Path, new_key_file: KeyFile, vault_keys: VaultKeys, now: Now) -> None:
    """Write the files of a vault in which nothing stands yet."""
    database = Database.open(unborn / DATABASE_NAME, vault_keys.database, Mode.CREATE)
    try:
        _settle(database)
        schema.migrate(database)
        with database.transaction():
            database.execute(
                "INSERT INTO vault (id, vault_id, instance_id) VALUES (1, ?, ?)",
                (new_key_file.vault_id, new_key_file.instance_id),
            )
            tables = Tables(database, vault_keys, new_key_file.vault_id, now)
            tables.journal.write(Action.CREATED, "vault")
    finally:
        database.close()
    key_file.write_both(unborn, replace(new_key_file, floor=1).sealed(vault_keys))


def _settle(database: Database) -> None:
    """Set what SQLite needs to keep our promises, and refuse a build that does not keep them.

    The reasons and the measurements: docs/format.md, Opening.
    """
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "fullfsync = ON",
        "checkpoint_fullfsync = ON",
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "cipher_memory_security = OFF",
        "cache_size = -32000",
    ):
        database.execute(f"PRAGMA {pragma}")
    kept = (
        database.value("PRAGMA secure_delete") == 1,
        database.value("PRAGMA temp_store") in {0, 2},
        str(database.value("PRAGMA cipher_use_hmac")) == "1",
        database.value("PRAGMA synchronous") == 2,
        database.value("PRAGMA fullfsync") == 1,
        database.value("PRAGMA journal_mode") == "wal",
    )
    if not all(kept):
        raise ProblemError(Problem.UNREACHABLE)
