"""Text that somebody was still typing: saved encrypted, restored after a crash or a lock."""

from dataclasses import dataclass, field
from datetime import datetime

from advisor_app.domain.identity import UNSAVED, DraftId
from advisor_app.domain.validation import require_size

LARGEST = 8 << 20
"""A draft may hold more than a note: what is refused as a note must survive on screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The unsaved content of one editor (`window`) about one thing (`target`)."""

    id: DraftId = DraftId(UNSAVED)
    window: str
    target: str
    text: str = field(repr=False)
    saved_at: datetime

    def __post_init__(self) -> None:
        require_size("text", self.text, largest=LARGEST)
