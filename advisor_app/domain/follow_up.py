"""What must happen on a day: an appointment, a follow-up, aftercare, a term."""

from dataclasses import dataclass, field
from datetime import date, time

from advisor_app.domain.codes import Code
from advisor_app.domain.identity import UNSAVED, CaseId, FollowUpId, OrganisationId
from advisor_app.domain.validation import allow_line


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One thing to do, for a case or for an organisation."""

    id: FollowUpId = FollowUpId(UNSAVED)
    organisation: OrganisationId | None = None
    case: CaseId | None = None
    kind: Code
    due_on: date
    due_at: time | None = None
    text: str = field(default="", repr=False)
    done_on: date | None = None

    def __post_init__(self) -> None:
        allow_line("text", self.text, longest=500)
