"""Backups of an open vault: written, drilled, and only then counted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from glob import escape
from pathlib import Path

from advisor_app.domain.backup import SUFFIX, Backup
from advisor_app.domain.days import local_day
from advisor_app.domain.identity import UNSAVED
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.progress import Progress, unwatched
from advisor_app.services.settings import VaultSettings
from advisor_app.storage import backup
from advisor_app.storage.journal import Action
from advisor_app.storage.vault import Vault


class Backups:
    """The backups that were made from this vault."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now
        self._settings = VaultSettings(vault)
        self._unnoted: list[Backup] = []

    def back_up(self, target: Path, progress: Progress = unwatched) -> Backup:
        """Write a backup to a file that must not exist, read it back, and note it.

        Where the vault's own disk is full, or its folder is gone, the file is good but not noted: its
        id is UNSAVED then, and it is noted once there is room.

        Raises:
            ProblemError: ALREADY_THERE, NOT_A_FOLDER, READ_ONLY, DISK_FULL, UNREACHABLE,
                DRILL_FAILED, CLOCK_BEHIND, STOPPED; no file is left behind then.
        """
        self._vault.tables.journal.require_clock()
        manifest = backup.write(self._vault, target, self._now, progress)
        made = Backup(
            made_at=self._now(),
            target=str(target),
            drilled=True,
            sequence=manifest.sequence,
            expires_on=self.next_expires_on(),
        )
        self._unnoted.append(made)
        return self._note() or made

    def note_what_waits(self) -> None:
        """Note the backups that a full disk kept from being noted, if there is room now."""
        self._note()

    def suggest_name(self, vault_name: str) -> str:
        """Return a file name for a backup of today that says nothing about its content."""
        stamp = self._now().astimezone().strftime("%Y-%m-%d %H%M")
        return f"{vault_name} {stamp}{SUFFIX}"

    def latest(self) -> Backup | None:
        """Return the last backup, if there is one."""
        return self._unnoted[-1] if self._unnoted else self._vault.tables.backups.latest()

    def known(self) -> list[Backup]:
        """Return every backup that was not thrown away, with the day by which it is to be.

        Among them those that stand beside the vault because they were made before a migration; those
        are UNSAVED and did not count as a backup.
        """
        kept = self._vault.tables.backups.kept()
        named = {each.target for each in (*kept, *self._unnoted)}
        strays = [each for each in self._beside_the_vault() if each.target not in named]
        found = (*kept, *self._unnoted, *strays)
        return [replace(each, expires_on=self._expiry(each)) for each in found]

    def expired(self) -> list[Backup]:
        """Return the backups that are to be thrown away now."""
        today = self._today()
        return [each for each in self.known() if each.expires_on and each.expires_on <= today]

    def next_expires_on(self) -> date:
        """Return by when a backup of today is thrown away."""
        return self._today() + self._term()

    def promise(self) -> None:
        """Write down by when each backup is thrown away, so that it can be told to somebody."""
        with self._vault.transaction() as tables:
            promised = {each.id: each.expires_on for each in tables.backups.kept()}
            for each in self.known():
                if promised.get(each.id) != each.expires_on:
                    tables.backups.put(each)
        self._unnoted.clear()

    def keep_for(self, weeks: int) -> None:
        """Choose how long a backup is kept; what was promised before is never put off."""
        self._settings.keep(replace(self._settings.read(), backup_weeks=weeks))

    def discard(self, backup: Backup) -> None:
        """Note that a backup was thrown away; the program throws nothing away itself.

        Raises:
            ProblemError: BACKUP_STILL_THERE.
        """
        if is_there(backup):
            raise ProblemError(Problem.BACKUP_STILL_THERE)
        if backup.id == UNSAVED:  # it was known by its file only
            self._unnoted = [each for each in self._unnoted if each.target != backup.target]
            return
        with self._vault.transaction() as tables:
            tables.backups.change(replace(backup, discarded_on=self._today()))

    def _note(self) -> Backup | None:
        """Note what waits; return the last of it, or None while the vault can take nothing."""
        noted = None
        try:
            while self._unnoted:
                with self._vault.transaction() as tables:
                    tables.journal.write(Action.BACKED_UP, "vault")
                    noted = tables.backups.add(self._unnoted[0])
                del self._unnoted[0]
        except ProblemError as error:
            if error.problem not in {Problem.DISK_FULL, Problem.MOVED_AWAY}:
                raise
            return None
        return noted

    def _beside_the_vault(self) -> list[Backup]:
        folder = self._vault.folder
        return [
            Backup(
                made_at=datetime.fromtimestamp(path.stat().st_mtime, UTC),
                target=str(path),
                drilled=False,
                sequence=0,
            )
            for path in sorted(folder.parent.glob(f"{escape(folder.stem)} *{SUFFIX}"))
        ]

    def _expiry(self, backup: Backup) -> date:
        """Return the day that was promised, or an earlier one while a shorter time is chosen."""
        chosen = local_day(backup.made_at) + self._term()
        return chosen if backup.expires_on is None else min(chosen, backup.expires_on)

    def _term(self) -> timedelta:
        return timedelta(weeks=self._settings.read().backup_weeks)

    def _today(self) -> date:
        return local_day(self._now())


def is_there(backup: Backup) -> bool:
    """Tell whether a backup is where it was written."""
    return Path(backup.target).is_file()
