"""The organisations whose employees turn to the advisor."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum, auto

from advisor_app.domain.codes import Code
from advisor_app.domain.identity import (
    UNSAVED,
    AdvisorId,
    ContactId,
    DepartmentId,
    OrganisationId,
)
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.domain.validation import FURTHEST, allow_line, require_line, require_size

LEAST_MINIMUM = 5
"""No figure below this many distinct reporters leaves; an organisation can ask for more, not less."""

RETENTION_MONTHS = 24
"""How long a case is kept after it closed, if nothing else was agreed: no law names a term."""

EARLIEST_CLIENT = date(1950, 1, 1)
"""Nobody has worked for an organisation since before; an older date is a typing error."""

SIGNED_AHEAD = timedelta(days=366)
"""How long before its first day an agreement is entered at the earliest."""


class AdvisorRole(StrEnum):
    """What the organisation's regulation makes of the advisor when wrongdoing is reported."""

    ADVISER = auto()
    CONDUIT = auto()
    REPORTING_OFFICER = auto()


class PeriodKind(StrEnum):
    """How an organisation divides time in its figures."""

    CALENDAR_YEAR = auto()
    SCHOOL_YEAR = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Advisor:
    """The user of the program, as letters and reports name them."""

    id: AdvisorId = AdvisorId(UNSAVED)
    public_name: str = field(default="", repr=False)
    function_line: str = field(default="", repr=False)
    letterhead_lines: str = field(default="", repr=False)
    logo: bytes = field(default=b"", repr=False)
    signature: bytes = field(default=b"", repr=False)
    language: Language = Language.NL

    def __post_init__(self) -> None:
        allow_line("public_name", self.public_name)
        allow_line("function_line", self.function_line)
        require_size("letterhead_lines", self.letterhead_lines, largest=2_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One organisation that the advisor works for: a municipality, a school, a care provider."""

    id: OrganisationId = OrganisationId(UNSAVED)
    code: str
    name: str = field(repr=False)
    type: Code
    advisor_role: AdvisorRole = AdvisorRole.ADVISER
    preliminary_check: bool = False
    undesirable_under_integrity: bool = False
    scope: str = field(default="", repr=False)
    regulation: str = field(default="", repr=False)
    period_kind: PeriodKind = PeriodKind.CALENDAR_YEAR
    minimum: int = LEAST_MINIMUM
    retention_months: int = RETENTION_MONTHS
    language: Language = Language.NL
    client_since: date
    client_until: date | None = None

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Z][A-Z0-9]{1,11}", self.code):
            raise InvalidError("code", Problem.NOT_A_CODE)
        require_line("name", self.name)
        allow_line("scope", self.scope, longest=1_000)
        allow_line("regulation", self.regulation)
        if self.minimum < LEAST_MINIMUM:
            raise InvalidError("minimum", Problem.BELOW_FIVE)
        if self.retention_months < 1:
            raise InvalidError("retention_months", Problem.NOT_POSITIVE)
        if self.client_until is not None and self.client_until < self.client_since:
            raise InvalidError("client_until", Problem.ENDS_BEFORE_IT_BEGINS)

    def require_near(self, today: date) -> None:
        """Refuse days of an agreement that are so far from today that they are typing errors."""
        if self.client_since - today > SIGNED_AHEAD:
            raise InvalidError("client_since", Problem.OVER_A_YEAR_AHEAD)
        if self.client_since < EARLIEST_CLIENT:
            raise InvalidError("client_since", Problem.TOO_LONG_AGO)
        if self.client_until is not None and self.client_until - today > timedelta(days=FURTHEST):
            raise InvalidError("client_until", Problem.TOO_FAR_AHEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody at an organisation, by role: the secretary, P&O, the works council."""

    id: ContactId = ContactId(UNSAVED)
    organisation: OrganisationId
    role: Code
    name: str = field(repr=False)
    salutation: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    receives_report: bool = False

    def __post_init__(self) -> None:
        require_line("name", self.name)
        allow_line("salutation", self.salutation)
        require_size("address", self.address, largest=2_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headcount:
    """How many people worked for an organisation on 1 January of a year."""

    organisation: OrganisationId
    year: int
    staff: int

    def __post_init__(self) -> None:
        if self.staff < 1:
            raise InvalidError("staff", Problem.NOT_POSITIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """A part of an organisation, as employees name it."""

    id: DepartmentId = DepartmentId(UNSAVED)
    organisation: OrganisationId
    name: str = field(repr=False)

    def __post_init__(self) -> None:
        require_line("name", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentYear:
    """Under which reporting group a department counts in a year, and its staff on 1 January."""

    department: DepartmentId
    year: int
    reporting_group: str = field(repr=False)
    staff: int

    def __post_init__(self) -> None:
        require_line("reporting_group", self.reporting_group)
        if self.staff < 1:
            raise InvalidError("staff", Problem.NOT_POSITIVE)
