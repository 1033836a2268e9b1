"""Backups of an open vault: written, drilled, and only then counted."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from advisor_app.domain.backup import Backup
from advisor_app.storage import backup
from advisor_app.storage.journal import Action
from advisor_app.storage.vault import Vault

SUFFIX = ".vaultbackup"


class Backups:
    """The backups that were made from this vault."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now

    def back_up(self, target: Path) -> Backup:
        """Write a backup to a file that must not exist, read it back, and note it.

        Raises:
            ProblemError: ALREADY_THERE, NOT_A_FOLDER, READ_ONLY, DISK_FULL, UNREACHABLE,
                DRILL_FAILED; no file is left behind then.
        """
        manifest = backup.write(self._vault, target, self._now)
        with self._vault.transaction() as tables:
            tables.journal.write(Action.BACKED_UP, "vault")
            return tables.backups.add(
                Backup(
                    made_at=self._now(),
                    target=str(target),
                    drilled=True,
                    sequence=manifest.sequence,
                )
            )

    def suggest_name(self, vault_name: str) -> str:
        """Return a file name for a backup of today that says nothing about its content."""
        stamp = self._now().astimezone().strftime("%Y-%m-%d %H%M")
        return f"{vault_name} {stamp}{SUFFIX}"

    def latest(self) -> Backup | None:
        """Return the last backup, if there is one."""
        return self._vault.tables.backups.latest()
