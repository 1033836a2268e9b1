"""What identifies a stored record, and the random names that are shown instead."""

from collections.abc import Callable
from typing import NewType

from advisor_app.domain.problems import InvalidError, Problem

AdvisorId = NewType("AdvisorId", int)
OrganisationId = NewType("OrganisationId", int)
ContactId = NewType("ContactId", int)
DepartmentId = NewType("DepartmentId", int)
PersonId = NewType("PersonId", int)
SituationId = NewType("SituationId", int)
CaseId = NewType("CaseId", int)
ConversationId = NewType("ConversationId", int)
NoteId = NewType("NoteId", int)
FollowUpId = NewType("FollowUpId", int)
DraftId = NewType("DraftId", int)
LetterId = NewType("LetterId", int)

UNSAVED = 0
"""The id of a record that the vault has not seen yet."""

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and capitals that nobody confuses on paper or by telephone."""

Choose = Callable[[str], str]
"""Pick one character of a string; `secrets.choice` in the program."""


def case_number(choose: Choose, taken: Callable[[str], bool]) -> str:
    """Return a free random case number such as VP-K7M4.

    Random, because a sequence number would reveal how many cases there are.
    """
    length = 4
    for attempt in range(1, 1_000):
        number = "VP-" + "".join(choose(ALPHABET) for _ in range(length))
        if not taken(number):
            return number
        length += attempt % 20 == 0
    raise InvalidError("number", Problem.ALREADY_USED)


def random_token(choose: Choose) -> str:
    """Return a random token, such as the one under which figures count a reporter once."""
    return "".join(choose(ALPHABET) for _ in range(16))
