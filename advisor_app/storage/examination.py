"""Check a vault that is not open, for the command line: nothing at all is written."""

from dataclasses import dataclass
from pathlib import Path

from advisor_app.domain.vault_warnings import VaultWarning
from advisor_app.storage import inspection
from advisor_app.storage.key_file import KeyFiles
from advisor_app.storage.lock import FolderLock
from advisor_app.storage.secret import Secret
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import KnownFloor, Now
from advisor_app.storage.vault_folder import require_vault_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminedVault:
    """A vault that is whole; `sequence` is the number of its last change."""

    sequence: int
    warnings: tuple[VaultWarning, ...]


def examine(folder: Path, secret: Secret, now: Now, known_floor: KnownFloor) -> ExaminedVault:
    """Check every page, row and line of the log of a vault.

    Raises:
        ProblemError: NOT_A_VAULT, LOST_KEY_FILES, LOST_DATABASE, IN_USE, WRONG_PASSPHRASE,
            DAMAGED_KEY_FILE, DAMAGED, TAMPERED, ROLLED_BACK, NEWER_FORMAT.
    """
    require_vault_folder(folder)
    lock = FolderLock.take(folder, create=False)
    try:
        copies = KeyFiles.read(folder)
        opened, vault_keys = copies.open(secret.kind, secret.secret)
        floor = max(opened.floor, known_floor(opened.instance_id.hex()) or 0)
        with inspection.reading(folder, vault_keys.database) as database:
            inspection.require_identity(database, opened.vault_id, opened.instance_id, floor)
            tables = Tables(database, vault_keys, opened.vault_id, now)
            inspection.require_whole(database, tables)
            warnings = []
            if copies.spare_was_needed(opened):
                warnings.append(VaultWarning.SPARE_KEY_FILE_USED)
            if tables.journal.ways_in_changed_after(opened.floor):
                warnings.append(VaultWarning.OLDER_KEY_FILE)
            return ExaminedVault(
                sequence=tables.journal.sequence,
                warnings=tuple(warnings),
            )
    finally:
        lock.release()
