"""The people who report: a token and an alias everywhere, a name in one locked place."""

from dataclasses import dataclass, field

from advisor_app.domain.identity import UNSAVED, OrganisationId, PersonId
from advisor_app.domain.validation import allow_line, require_size


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A reporter (melder); all anonymous reporters of one organisation are one person."""

    id: PersonId = PersonId(UNSAVED)
    organisation: OrganisationId
    token: str = field(repr=False)
    alias: str = field(default="", repr=False)
    anonymous: bool = False

    def __post_init__(self) -> None:
        allow_line("alias", self.alias)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who a reporter really is and how to reach them privately; opened on purpose only."""

    person: PersonId
    name: str = field(default="", repr=False)
    private_contact: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        allow_line("name", self.name)
        require_size("private_contact", self.private_contact, largest=2_000)
