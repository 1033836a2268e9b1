"""What lists show: a line of a case, of a timeline, of a search, of the day."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from advisor_app.domain.backup import Backup
from advisor_app.domain.case import Case
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.draft import Draft
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import (
    CaseId,
    ConversationId,
    LetterId,
    NoteId,
    OrganisationId,
    PersonId,
)
from advisor_app.domain.note import Note
from advisor_app.domain.organisation import Department, Organisation
from advisor_app.domain.person import Identity, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case in the list; `next_on` is its next appointment, if there is one."""

    id: CaseId
    number: str
    title: str = field(repr=False)
    category: Code
    status: Code
    last_on: date
    next_on: date | None = None
    next_at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedConversation:
    """A conversation with its note, as the timeline shows it."""

    conversation: Conversation
    note: Note | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedConversation:
    """All that a removed conversation held, so that it can be put back."""

    logged: LoggedConversation
    earlier_notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedReporter:
    """A reporter who turned out to be another one, so that both can be parted again."""

    person: Person
    cases: tuple[CaseId, ...]
    identity: Identity | None
    other: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One entry of a case's timeline: a conversation, a note that belongs to none, or a letter."""

    on: date
    logged: LoggedConversation | None = None
    note: Note | None = None
    letter: Letter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A case with what its header shows; `kept_until` is known once it is closed.

    It `counts_as_before` if it was corrected once figures were fixed, which go on by the old codes.
    """

    case: Case
    person: Person
    organisation: Organisation
    department: Department | None
    follow_ups: tuple[FollowUp, ...]
    next_appointment: FollowUp | None
    kept_until: date | None = None
    counts_as_before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """A follow-up with the case and organisation that it belongs to, as Vandaag shows it."""

    follow_up: FollowUp
    case: Case | None
    organisation: Organisation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What Vandaag shows: each list the earliest first."""

    appointments: tuple[DayLine, ...] = ()
    follow_ups: tuple[DayLine, ...] = ()
    aftercare: tuple[DayLine, ...] = ()
    terms: tuple[DayLine, ...] = ()
    drafts: tuple[Draft, ...] = ()
    backup: Backup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionLine:
    """A closed case whose retention ends; `is_fixed`: the figures it counts in are fixed."""

    id: CaseId
    number: str
    title: str = field(repr=False)
    organisation: OrganisationId
    organisation_name: str = field(repr=False)
    entered_on: date
    ends_on: date
    hold: Code | None = None
    is_fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningClock:
    """A conversation that is being held: since when, and in which case; without one it is loose."""

    began: datetime
    organisation: OrganisationId
    case: CaseId | None
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHit:
    """A case that a search found."""

    id: CaseId
    number: str
    title: str = field(repr=False)
    status: Code
    last_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteHit:
    """A note that a search found; in the snippet, found words stand between STX and ETX."""

    id: NoteId
    organisation: OrganisationId
    case: CaseId | None
    conversation: ConversationId | None
    case_title: str = field(repr=False)
    written_on: date
    snippet: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHit:
    """A letter that a search found."""

    id: LetterId
    case: CaseId | None
    subject: str = field(repr=False)
    changed_on: date
    fixed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHits:
    """The answer to one search, newest first in each group."""

    cases: tuple[CaseHit, ...] = ()
    notes: tuple[NoteHit, ...] = ()
    letters: tuple[LetterHit, ...] = ()
