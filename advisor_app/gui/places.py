"""Places in the window: where somebody is, so that a link, a lock or a restart finds it again."""

from dataclasses import dataclass
from enum import StrEnum, auto

from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import (
    UNSAVED,
    CaseId,
    ConversationId,
    LetterId,
    OrganisationId,
)


class Page(StrEnum):
    """A page of the main window."""

    TODAY = auto()
    CASES = auto()
    AGENDA = auto()
    LETTERS = auto()
    FIGURES = auto()
    HISTORY = auto()
    TRENDS = auto()
    SETTINGS = auto()
    ORGANISATION = auto()

    @property
    def entry(self) -> "Page":
        """Return the page whose entry in the navigation this page stands under."""
        return Page.FIGURES if self in {Page.HISTORY, Page.TRENDS} else self


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page, and what is open on it; without an organisation the window's own stays."""

    page: Page
    organisation: OrganisationId | None = None
    case: CaseId | None = None
    conversation: ConversationId | None = None
    letter: LetterId | None = None
    release: str = ""
    log: bool = False
    """Whether the cursor goes to the quick log."""

    follow_up: FollowUp | None = None
    """What is done once that conversation is logged; it is not written down."""

    new_organisation: bool = False
    field: str = ""
    """The field of the page that has the focus; it is not written down."""

    def written(self) -> str:
        """Return the place as text that `Place.read` understands."""
        organisation = UNSAVED if self.new_organisation else self.organisation
        numbers = (organisation, self.case, self.letter)
        return " ".join([self.page.value, *(str(number or UNSAVED) for number in numbers)])

    @classmethod
    def read(cls, text: str) -> "Place | None":
        """Return the place that was written down, or None if it is not one of ours."""
        page, *numbers = text.split() or [""]
        if page not in set(Page) or len(numbers) != 3 or not all(map(str.isdigit, numbers)):
            return None
        organisation, case, letter = map(int, numbers)
        return cls(
            page=Page(page),
            organisation=OrganisationId(organisation) if organisation else None,
            case=CaseId(case) if case else None,
            letter=LetterId(letter) if letter else None,
            new_organisation=page == Page.ORGANISATION and not organisation,
        )
