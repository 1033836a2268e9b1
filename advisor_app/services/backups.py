"""Backups of an open vault: written, drilled, and only then counted."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from advisor_app.domain.backup import SUFFIX, Backup
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.progress import Progress, unwatched
from advisor_app.storage import backup
from advisor_app.storage.journal import Action
from advisor_app.storage.vault import Vault


class Backups:
    """The backups that were made from this vault."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now

    def back_up(self, target: Path, progress: Progress = unwatched) -> Backup:
        """Write a backup to a file that must not exist, read it back, and note it.

        Where the vault's own disk is full the file is good but not noted: its id is UNSAVED then.

        Raises:
            ProblemError: ALREADY_THERE, NOT_A_FOLDER, READ_ONLY, DISK_FULL, UNREACHABLE,
                DRILL_FAILED, CLOCK_BEHIND, STOPPED; no file is left behind then.
        """
        self._vault.tables.journal.require_clock()
        manifest = backup.write(self._vault, target, self._now, progress)
        made = Backup(
            made_at=self._now(), target=str(target), drilled=True, sequence=manifest.sequence
        )
        try:
            with self._vault.transaction() as tables:
                tables.journal.write(Action.BACKED_UP, "vault")
                return tables.backups.add(made)
        except ProblemError as error:
            if error.problem is Problem.DISK_FULL:
                return made
            raise

    def suggest_name(self, vault_name: str) -> str:
        """Return a file name for a backup of today that says nothing about its content."""
        stamp = self._now().astimezone().strftime("%Y-%m-%d %H%M")
        return f"{vault_name} {stamp}{SUFFIX}"

    def latest(self) -> Backup | None:
        """Return the last backup, if there is one."""
        return self._vault.tables.backups.latest()
