"""A case (zaak; on screen a dossier): one matter that one reporter brings."""

from dataclasses import dataclass, field
from datetime import date

from advisor_app.domain import known_codes
from advisor_app.domain.codes import Code
from advisor_app.domain.identity import (
    UNSAVED,
    CaseId,
    DepartmentId,
    OrganisationId,
    PersonId,
    SituationId,
)
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.domain.validation import require_line, require_past


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What happened once and may bring several reporters; the cluster of the figures.

    It gets a random `token` once it has several cases and any case is destroyed.
    """

    id: SituationId = SituationId(UNSAVED)
    organisation: OrganisationId
    token: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One matter of one reporter; a correction is a new value, never a change in place.

    `entered_on` decides the reporting period, `opened_on` is for the file (docs/figures.md).
    Tuples hold codes in the order in which they were chosen; an empty one says that nothing is known.
    `hold` is the ground (list HLD) on which a closed case may not be destroyed.
    `gender` is the reporter's; it stands here because all anonymous reporters are one person.
    """

    id: CaseId = CaseId(UNSAVED)
    number: str
    title: str = field(repr=False)
    organisation: OrganisationId
    department: DepartmentId | None = None
    person: PersonId
    situation: SituationId
    domain: Code
    category: Code
    further_categories: tuple[Code, ...] = ()
    discrimination_grounds: tuple[Code, ...] = ()
    reporter_role: Code
    relation: Code
    employment: Code
    function_group: Code
    gender: Code = known_codes.GENDER_NOT_REGISTERED
    subject_position: Code
    duration: Code
    frequency: Code
    effects: tuple[Code, ...] = ()
    channel: Code
    place: Code
    reported_earlier_to: Code
    request: Code
    vulnerable_areas: tuple[Code, ...] = ()
    vulnerability_factors: tuple[Code, ...] = ()
    acute_danger: bool = False
    status: Code
    route: Code
    outcome: Code
    opened_on: date
    entered_on: date
    closed_on: date | None = None
    closing_reason: Code | None = None
    counted_elsewhere: bool = False
    hold: Code | None = None

    def __post_init__(self) -> None:
        require_line("title", self.title)
        if self.category in self.further_categories:
            raise InvalidError("further_categories", Problem.ALREADY_USED)
        if self.closed_on is not None and self.closed_on < self.opened_on:
            raise InvalidError("closed_on", Problem.BEFORE_OPENING)

    @property
    def concerns_discrimination(self) -> bool:
        """Tell whether a ground of discrimination may be kept with this case."""
        return known_codes.DISCRIMINATION in {self.category, *self.further_categories}

    def require_past(self, today: date) -> None:
        """Refuse a case that opens or closes after today."""
        require_past("opened_on", self.opened_on, today)
        if self.closed_on is not None:
            require_past("closed_on", self.closed_on, today)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedAs:
    """The codes by which figures go on counting a case that was corrected once they were fixed."""

    case: CaseId
    department: DepartmentId | None
    category: Code
    relation: Code
    reporter_role: Code
    counted_elsewhere: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """What is known when a case is opened; the rest is unknown and can be filled in later.

    Without a `person` a new reporter is made, under `alias` or as the organisation's anonymous one.
    Without a `situation` the case is one of its own.
    """

    organisation: OrganisationId
    title: str = field(default="", repr=False)
    category: Code | None = None
    person: PersonId | None = None
    alias: str = field(default="", repr=False)
    anonymous: bool = False
    department: DepartmentId | None = None
    situation: SituationId | None = None
    reporter_role: Code | None = None
    relation: Code | None = None
    acute_danger: bool = False
    counted_elsewhere: bool = False
    opened_on: date | None = None
