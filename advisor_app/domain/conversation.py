"""A conversation or contact that took place."""

from dataclasses import dataclass
from datetime import date, time

from advisor_app.domain.codes import Code
from advisor_app.domain.identity import UNSAVED, CaseId, ConversationId, OrganisationId
from advisor_app.domain.validation import require_minutes, require_past


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One conversation, loose or in a case; what was said stands in its note."""

    id: ConversationId = ConversationId(UNSAVED)
    organisation: OrganisationId
    case: CaseId | None = None
    held_on: date
    held_at: time | None = None
    form: Code
    kind: Code
    initiator: Code
    minutes: int
    preparation_minutes: int = 0
    travel_minutes: int = 0

    def __post_init__(self) -> None:
        require_minutes("minutes", self.minutes, least=1)
        require_minutes("preparation_minutes", self.preparation_minutes)
        require_minutes("travel_minutes", self.travel_minutes)

    def require_past(self, today: date) -> None:
        """Refuse a conversation that has not taken place yet."""
        require_past("held_on", self.held_on, today)
