"""Backups: one portable file that the passphrase or the recovery code of its day opens.

Layout (docs/format.md, Backup): magic, length of the manifest, manifest, its SHA-256, its MAC,
encrypted snapshot.
"""

import hmac
import json
import os
import secrets
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Self

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.progress import Progress, part, unwatched
from advisor_app.storage import files, inspection, key_file, schema
from advisor_app.storage.canonical import canonical
from advisor_app.storage.driver import Database, Mode
from advisor_app.storage.inspection import DATABASE_NAME
from advisor_app.storage.journal import Action
from advisor_app.storage.key_file import KeyFile
from advisor_app.storage.keys import SlotKind, VaultKeys
from advisor_app.storage.secret import Secret
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Now, Vault
from advisor_app.storage.vault_folder import building

MAGIC = b"VERTROUWD-BACKUP"
FORMAT = 1
LARGEST_MANIFEST = 128 * 1024
_LENGTH = struct.Struct(">I")
_SUM_BYTES = _MAC_BYTES = 32
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What stands in front of a snapshot: how to open it, and what must be in it."""

    made_at: str
    schema_version: int
    sequence: int
    size: int
    sha256: str
    keys: KeyFile

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """Read a manifest; hostile input until its MAC was checked.

        Raises:
            ProblemError: NEWER_FORMAT, or NOT_A_BACKUP.
        """
        try:
            found: dict[str, Any] = json.loads(content)
            if key_file.whole(found["format"]) > FORMAT:
                raise ProblemError(Problem.NEWER_FORMAT)
            manifest = cls(
                made_at=datetime.fromisoformat(found["made_at"]).isoformat(),
                schema_version=key_file.whole(found["schema"]),
                sequence=key_file.whole(found["sequence"]),
                size=key_file.whole(found["size"]),
                sha256=str(found["sha256"]),
                keys=KeyFile.parse(canonical(found["keys"])),
            )
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise ProblemError(Problem.NOT_A_BACKUP) from error
        if manifest.content() != content:
            raise ProblemError(Problem.NOT_A_BACKUP)
        if manifest.schema_version > len(schema.migrations()):
            raise ProblemError(Problem.NEWER_FORMAT)
        return manifest

    def content(self) -> bytes:
        """Return the canonical bytes."""
        return canonical(
            {
                "format": FORMAT,
                "made_at": self.made_at,
                "schema": self.schema_version,
                "sequence": self.sequence,
                "size": self.size,
                "sha256": self.sha256,
                "keys": json.loads(self.keys.content()),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A restored vault, open.

    `made_at` is when the backup was made, `sequence` how far the vault had come, and `instance_id`
    the copy in use that it was made of.
    """

    vault: Vault
    made_at: datetime
    sequence: int
    instance_id: str


def write(vault: Vault, target: Path, now: Now, progress: Progress = unwatched) -> Manifest:
    """Write a backup of an open vault to a file that must not exist, and drill it before it counts.

    Raises:
        ProblemError: ALREADY_THERE, READ_ONLY, DISK_FULL, UNREACHABLE, DRILL_FAILED, STOPPED; no
            file is left behind then, and an older good one is never touched.
    """
    if os.path.lexists(target):
        raise ProblemError(Problem.ALREADY_THERE)
    if not target.parent.is_dir():
        raise ProblemError(Problem.NOT_A_FOLDER)
    with suppress(ProblemError):  # where the vault lies may be full; the backup goes elsewhere
        vault.raise_floor()
    unborn = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    snapshot = unborn.with_name(unborn.name + ".db")
    try:
        with files.named_problems():
            key_file_, vault_keys = vault.snapshot(snapshot, part(progress, 0, 0.3))
            portable = key_file_.without_slot(SlotKind.KEYRING).sealed(vault_keys)
            sum_ = _digest(snapshot, part(progress, 0.3, 0.4))
            manifest = _describe(snapshot, sum_, portable, vault, now)
            _assemble(unborn, manifest, vault_keys, snapshot, part(progress, 0.4, 0.5))
            snapshot.unlink()
            written = _digest(unborn, part(progress, 0.5, 0.6))
            _drill(unborn, vault_keys, manifest, now, part(progress, 0.6, 1))
            unborn.rename(target)
            files.sync_folder(target.parent)
            if _digest(target) != written:
                target.unlink()
                raise ProblemError(Problem.DRILL_FAILED)
        return manifest
    finally:
        for leftover in (unborn, snapshot, snapshot.with_name(snapshot.name + "-journal")):
            with suppress(OSError):  # the stick was pulled out
                leftover.unlink(missing_ok=True)


def restore(
    source: Path, folder: Path, secret: Secret, now: Now, progress: Progress = unwatched
) -> Restored:
    """Make a vault from a backup in a new folder, as a copy in use of its own, and open it.

    Raises:
        ProblemError: NOT_FOUND, NOT_A_BACKUP, NEWER_FORMAT, WRONG_PASSPHRASE, TAMPERED,
            DAMAGED_BACKUP, ALREADY_THERE, NOT_A_FOLDER, READ_ONLY, DISK_FULL, STOPPED; no folder is left behind
            then.
    """
    with opened(source, secret) as (manifest, vault_keys, snapshot):
        renewed = replace(manifest.keys, instance_id=secrets.token_bytes(16))
        with building(folder) as unborn:
            _copy_checked(snapshot, unborn / DATABASE_NAME, manifest, part(progress, 0, 0.4))
            checked = part(progress, 0.4, 1)
            sequence = _take_possession(unborn, renewed, vault_keys, manifest, now, checked)
            key_file.write_both(unborn, replace(renewed, floor=sequence).sealed(vault_keys))
    return Restored(
        vault=Vault.open(folder, secret, now),
        made_at=datetime.fromisoformat(manifest.made_at),
        sequence=manifest.sequence,
        instance_id=manifest.keys.instance_id.hex(),
    )


@contextmanager
def opened(source: Path, secret: Secret) -> Iterator[tuple[Manifest, VaultKeys, IO[bytes]]]:
    """Open a backup file up to its snapshot, everything before it checked.

    Raises:
        ProblemError: NOT_FOUND, NOT_A_BACKUP, NEWER_FORMAT, WRONG_PASSPHRASE, TAMPERED,
            DAMAGED_BACKUP.
    """
    if source.is_symlink() or not source.is_file():
        raise ProblemError(Problem.NOT_FOUND)
    with files.named_problems(), source.open("rb") as file:
        manifest, mac = _read_head(file)
        vault_keys = manifest.keys.open(secret.kind, secret.secret)
        if not hmac.compare_digest(mac, _mac(_head(manifest), vault_keys)):
            raise ProblemError(Problem.TAMPERED)
        yield manifest, vault_keys, file


def _describe(snapshot: Path, sum_: str, key_file_: KeyFile, vault: Vault, now: Now) -> Manifest:
    """Return the manifest of a snapshot with this SHA-256."""
    return Manifest(
        made_at=now().astimezone(UTC).isoformat(timespec="seconds"),
        schema_version=vault.schema_version,
        sequence=vault.sequence,
        size=snapshot.stat().st_size,
        sha256=sum_,
        keys=key_file_,
    )


def _assemble(
    target: Path, manifest: Manifest, vault_keys: VaultKeys, snapshot: Path, progress: Progress
) -> None:
    """Write the backup's bytes, durable."""
    head = _head(manifest)
    descriptor = os.open(target, files.NEW_FILE, 0o600)
    with os.fdopen(descriptor, "wb") as file, snapshot.open("rb") as content:
        file.write(head + sha256(head).digest() + _mac(head, vault_keys))
        for chunk in _chunks(content, manifest.size, progress):
            file.write(chunk)
        file.flush()
        files.sync(file.fileno())


def _drill(
    path: Path, vault_keys: VaultKeys, written: Manifest, now: Now, progress: Progress
) -> None:
    """Read a backup back as a restore would, into a file beside it, and check all of it.

    Raises:
        ProblemError: DRILL_FAILED, DISK_FULL, UNREACHABLE or STOPPED.
    """
    trial = path.with_name(path.name + ".trial")
    try:
        with path.open("rb") as file:
            manifest, mac = _read_head(file)
            if manifest != written or mac != _mac(_head(written), vault_keys):
                raise ProblemError(Problem.DRILL_FAILED)
            _copy_checked(file, trial, manifest, part(progress, 0, 0.4))
        database = Database.open(trial, vault_keys.database, Mode.FROZEN)
        try:
            tables = Tables(database, vault_keys, manifest.keys.vault_id, now)
            inspection.require_identity(
                database, manifest.keys.vault_id, manifest.keys.instance_id, manifest.sequence
            )
            inspection.require_whole(database, tables, part(progress, 0.4, 1))
        finally:
            database.close()
    except ProblemError as error:
        if error.problem in {Problem.DISK_FULL, Problem.UNREACHABLE, Problem.STOPPED}:
            raise
        raise ProblemError(Problem.DRILL_FAILED) from error
    finally:
        with suppress(OSError):
            trial.unlink(missing_ok=True)


def _read_head(file: IO[bytes]) -> tuple[Manifest, bytes]:
    """Read magic, manifest, sum and MAC; the file then stands at its snapshot.

    Raises:
        ProblemError: NOT_A_BACKUP, NEWER_FORMAT, or DAMAGED_BACKUP, which anybody can tell from a wrong
            passphrase by the sum.
    """
    if file.read(len(MAGIC)) != MAGIC:
        raise ProblemError(Problem.NOT_A_BACKUP)
    length = file.read(_LENGTH.size)
    if len(length) != _LENGTH.size or _LENGTH.unpack(length)[0] > LARGEST_MANIFEST:
        raise ProblemError(Problem.NOT_A_BACKUP)
    content = file.read(_LENGTH.unpack(length)[0])
    if file.read(_SUM_BYTES) != sha256(MAGIC + length + content).digest():
        raise ProblemError(Problem.DAMAGED_BACKUP)
    return Manifest.parse(content), file.read(_MAC_BYTES)


def _copy_checked(source: IO[bytes], target: Path, manifest: Manifest, progress: Progress) -> None:
    """Copy a snapshot out, and refuse one that is not what the manifest says."""
    digest, left = sha256(), manifest.size
    with files.named_problems():
        descriptor = os.open(target, files.NEW_FILE, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            for chunk in _chunks(source, manifest.size, progress):
                digest.update(chunk)
                file.write(chunk)
                left -= len(chunk)
            file.flush()
            files.sync(file.fileno())
    if left or source.read(1) or digest.hexdigest() != manifest.sha256:
        raise ProblemError(Problem.DAMAGED_BACKUP)


def _take_possession(
    unborn: Path,
    renewed: KeyFile,
    vault_keys: VaultKeys,
    manifest: Manifest,
    now: Now,
    progress: Progress,
) -> int:
    """Give a restored file its own instance, note it in the log; return the new sequence."""
    database = Database.open(unborn / DATABASE_NAME, vault_keys.database, Mode.WRITE)
    try:
        inspection.require_identity(
            database, manifest.keys.vault_id, manifest.keys.instance_id, manifest.sequence
        )
        tables = Tables(database, vault_keys, manifest.keys.vault_id, now)
        inspection.require_whole(database, tables, progress)
        with database.transaction():
            database.execute("UPDATE vault SET instance_id = ?", (renewed.instance_id,))
            tables.journal.write(Action.RESTORED, "vault")
        return tables.journal.sequence
    finally:
        database.close()


def _head(manifest: Manifest) -> bytes:
    """Return what sum and MAC are computed over: magic, length, manifest."""
    content = manifest.content()
    return MAGIC + _LENGTH.pack(len(content)) + content


def _mac(head: bytes, vault_keys: VaultKeys) -> bytes:
    return hmac.digest(vault_keys.backup, head, sha256)


def _digest(path: Path, progress: Progress = unwatched) -> str:
    """Return the SHA-256 of a file."""
    digest = sha256()
    with path.open("rb") as file:
        for chunk in _chunks(file, path.stat().st_size, progress):
            digest.update(chunk)
    return digest.hexdigest()


def _chunks(source: IO[bytes], size: int, progress: Progress) -> Iterator[bytes]:
    """Read `size` bytes, or what there is of them, and tell how far it is."""
    left = size
    while left and (chunk := source.read(min(_CHUNK, left))):
        yield chunk
        left -= len(chunk)
        progress(1 - left / size)
