"""What happens in the demo, before it is written into a vault."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from advisor_app.domain.codes import Code

Codes = Code | tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedTalk:
    """A conversation of the demo before it is logged; until then, and only here, it is a talk."""

    at: datetime
    kind: Code
    form: Code
    minutes: int
    preparation_minutes: int
    travel_minutes: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedCase:
    """A case of the demo, from its first conversation to its last, or to today.

    `beside` is the key of a case about the same situation; `details` are fields of the case that
    the advisor fills in after the first conversation, `ending` those after the last one.
    """

    key: int
    organisation: str
    title: str
    category: Code
    role: Code
    relation: Code
    alias: str = ""
    beside: int | None = None
    department: str | None = None
    acute_danger: bool = False
    details: Mapping[str, Codes]
    talks: tuple[InventedTalk, ...]
    check: str = field(default="", repr=False)
    ending: Mapping[str, Codes]
    closes_at: datetime | None = None

    @property
    def opens_at(self) -> datetime:
        """Return when the first conversation takes place."""
        return self.talks[0].at
