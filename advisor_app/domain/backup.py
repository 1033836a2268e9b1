"""What the casebook remembers of its backups."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NewType

from advisor_app.domain.identity import UNSAVED

SUFFIX = ".vaultbackup"
"""How the name of a backup ends."""

BackupId = NewType("BackupId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup file; only a drilled one counts as a backup.

    It is thrown away by `expires_on`, None where no day was promised yet, and was on `discarded_on`.
    """

    id: BackupId = BackupId(UNSAVED)
    made_at: datetime
    target: str = field(repr=False)
    drilled: bool
    sequence: int
    expires_on: date | None = None
    discarded_on: date | None = None
