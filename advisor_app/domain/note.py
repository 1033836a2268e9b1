"""What the advisor writes down about a conversation or a case."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum, auto

from advisor_app.domain.identity import UNSAVED, CaseId, ConversationId, NoteId, OrganisationId
from advisor_app.domain.validation import require_text


class NoteKind(StrEnum):
    """What a note is: of a conversation, the advisor's own, or a preliminary check (vooronderzoek)."""

    CONVERSATION = auto()
    OWN = auto()
    PRELIMINARY_CHECK = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Plain text, shown as it was typed; saving it again makes a next version and keeps the earlier ones."""

    id: NoteId = NoteId(UNSAVED)
    organisation: OrganisationId
    case: CaseId | None = None
    conversation: ConversationId | None = None
    kind: NoteKind = NoteKind.CONVERSATION
    body: str = field(repr=False)
    written_at: datetime
    version: int = 1

    def __post_init__(self) -> None:
        require_text("body", self.body)
