"""What stays of a destroyed case: a row to count while figures need it, and a line in a register."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum, auto
from pathlib import Path
from typing import NewType

from advisor_app.domain.codes import Code
from advisor_app.domain.identity import UNSAVED, DepartmentId, OrganisationId

CountedCaseId = NewType("CountedCaseId", int)
DestructionId = NewType("DestructionId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedCase:
    """One destroyed case as figures still count it; nothing leads back to its file.

    Every period of figures is made of whole months, so `month` is the first day of the one in which
    the case was entered. `person` and `situation` are random tokens. `salt` is drawn anew whenever a
    case is destroyed, so that no older line of the audit log can be recognised as this row's.
    """

    id: CountedCaseId = CountedCaseId(UNSAVED)
    organisation: OrganisationId
    department: DepartmentId | None
    month: date
    category: Code
    relation: Code
    reporter_role: Code
    person: str = field(repr=False)
    situation: str = field(repr=False)
    salt: str = field(default="", repr=False)


class Ground(StrEnum):
    """Why a case was destroyed: its retention had ended, or the advisor decided so earlier."""

    RETENTION_ENDED = auto()
    DECIDED_EARLIER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class DestructionReview:
    """What there is to know before cases are destroyed; counts of what goes with them.

    `still_counts` in figures that are not fixed yet; `backup_folder` takes the backup that is made
    first, None if none is reachable or one of today is there. `copies` is how the register would
    read without that backup, `pending_until` the day by which the last one is thrown away.
    """

    conversations: int
    notes: int
    letters: int
    follow_ups: int
    still_counts: bool
    backup_folder: Path | None
    has_backup_of_today: bool
    copies: "Destruction"
    pending_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Destruction:
    """One destruction, in the register and on its certificate; it names no case and nobody.

    `backups` made since the case was entered are still where they were written, `unreachable` ones
    are not; the last of all was made at `last_backup_at`. `ground` is None where a program wrote that
    did not note it yet. By `last_expires_on` the last of those backups is thrown away; None where no
    day can be named.
    """

    id: DestructionId = DestructionId(UNSAVED)
    destroyed_at: datetime
    backups: int
    unreachable: int
    last_backup_at: datetime | None
    ground: Ground | None = None
    last_expires_on: date | None = None
