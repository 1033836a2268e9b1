"""Letters as the casebook keeps them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from advisor_app.domain.codes import Code
from advisor_app.domain.identity import UNSAVED, CaseId, LetterId, OrganisationId
from advisor_app.domain.language import Language
from advisor_app.domain.validation import allow_line, require_size, require_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter from a template; `body` is its text with fields, until it is fixed."""

    id: LetterId = LetterId(UNSAVED)
    organisation: OrganisationId
    case: CaseId | None = None
    template: str
    recipient_role: Code
    addressee: str = field(default="", repr=False)
    language: Language = Language.NL
    subject: str = field(repr=False)
    body: str = field(repr=False)
    changed_at: datetime
    fixed_on: date | None = None

    def __post_init__(self) -> None:
        allow_line("subject", self.subject)
        require_size("addressee", self.addressee, largest=2_000)
        require_text("body", self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedLetter:
    """The very pages of a letter that was fixed; they never change."""

    letter: LetterId
    pdf: bytes = field(repr=False)
