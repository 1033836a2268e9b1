"""Under which key each text is a draft: the one place where keys are written and read.

Vaults hold them, so what stands here never changes.
"""

from typing import NamedTuple

from advisor_app.domain.identity import CaseId, ConversationId, LetterId, NoteId, OrganisationId
from advisor_app.domain.note import NoteKind

QUICK_LOG = "quick_log"
CONVERSATION_DIALOG = "conversation_dialog"
LETTER = "letter"
"""A letter that the vault could not take as one."""

ORGANISATION_PAGE = "organisation_page"
NARRATIVE = "narrative"
"""The advisor's own words, until they are fixed with their release."""

NEW_CASE = "new_case"
CASE_FACTS = "case_facts"
LETTERHEAD = "letterhead"

CLOCK = "clock"
"""The moment at which the clock of a quick log began."""

MAIN_WINDOW = "main_window"


class DraftKey(NamedTuple):
    """Which window holds a text, and what the text is about (`target`): one draft for each key."""

    window: str
    target: str


class RecordKey(NamedTuple):
    """Which record a text is about: `kind` is the name of its table."""

    kind: str
    id: int


PLACE = DraftKey(MAIN_WINDOW, "place")
"""Where the window was left."""

ADVISOR = DraftKey(LETTERHEAD, "advisor")
"""How the advisor stands on paper, in whichever dialog it is asked."""


def of_case(case: CaseId) -> DraftKey:
    """Return the key of the quick log of a case."""
    return DraftKey(QUICK_LOG, f"case {case}")


def of_loose(organisation: OrganisationId) -> DraftKey:
    """Return the key of the quick log of a loose conversation."""
    return DraftKey(QUICK_LOG, f"organisation {organisation}")


def of_clock(target: str) -> DraftKey:
    """Return the key of the clock of a quick log, which has the same target."""
    return DraftKey(CLOCK, target)


def of_conversation(conversation: ConversationId) -> DraftKey:
    """Return the key of the correction of a conversation."""
    return DraftKey(CONVERSATION_DIALOG, f"conversation {conversation}")


def of_note(note: NoteId) -> DraftKey:
    """Return the key of the next version of a note."""
    return DraftKey(CONVERSATION_DIALOG, f"note {note}")


def of_new_note(case: CaseId, kind: NoteKind) -> DraftKey:
    """Return the key of a note that a case does not have yet."""
    return DraftKey(CONVERSATION_DIALOG, f"case {case} {kind.value}")


def of_facts(case: CaseId) -> DraftKey:
    """Return the key of what was changed in the facts of a case and not saved."""
    return DraftKey(CASE_FACTS, f"case {case}")


def of_new_case(organisation: OrganisationId, loose: ConversationId | None) -> DraftKey:
    """Return the key of a case that is not opened yet, from nothing or a loose conversation."""
    if loose is not None:
        return DraftKey(NEW_CASE, f"conversation {loose}")
    return DraftKey(NEW_CASE, f"organisation {organisation}")


def of_letter(letter: LetterId) -> DraftKey:
    """Return the key of a letter that the vault could not take as one."""
    return DraftKey(LETTER, str(letter))


def of_narrative(organisation: OrganisationId, release: str) -> DraftKey:
    """Return the key of the advisor's own words with a release."""
    return DraftKey(NARRATIVE, f"{organisation} {release}")


def record_of(key: DraftKey) -> RecordKey | None:
    """Return the record that a draft is about, and should not outlive; none if there is no such."""
    if key.window == LETTER:
        return RecordKey("letter", int(key.target))
    kind, _, rest = key.target.partition(" ")
    number = rest.partition(" ")[0]
    is_record = kind in {"organisation", "case", "conversation", "note"} and number.isdecimal()
    return RecordKey(kind, int(number)) if is_record else None


def case_in(target: str) -> CaseId | None:
    """Return which case a quick log or its clock is about; none if it is about a loose one."""
    number = _number(target, "case")
    return None if number is None else CaseId(number)


def organisation_in(target: str) -> OrganisationId | None:
    """Return at which organisation a quick log or its clock is about a loose conversation."""
    number = _number(target, "organisation")
    return None if number is None else OrganisationId(number)


def _number(target: str, kind: str) -> int | None:
    word, _, number = target.partition(" ")
    return int(number) if word == kind and number.isdecimal() else None
