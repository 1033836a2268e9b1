"""The advisor's own words in a report: one short text, what is asked about it, what was answered."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum, auto
from typing import NewType

from advisor_app.domain.identity import UNSAVED, OrganisationId
from advisor_app.domain.validation import require_size

LONGEST = 4_000
"""How long the text may be, in characters: about a page."""

AnswerId = NewType("AnswerId", int)

_SENTENCE_END = re.compile(r"[.!?]+(?:\s+|$)|\n")


class HitKind(StrEnum):
    """What a place in the text may give away; the gravest first."""

    PERSON = auto()
    CONTACT = auto()
    CASE_NUMBER = auto()
    EMAIL = auto()
    DEPARTMENT = auto()
    ORGANISATION = auto()
    FUNCTION = auto()
    ADDRESSED = auto()
    INITIALS = auto()
    DATE = auto()
    PHONE = auto()
    ABSENCE = auto()
    OTHER_NUMBER = auto()
    NUMBER = auto()
    ODD_SIGN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place in a text that has to be answered: from `start` to before `end`."""

    kind: HitKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """That a place is meant and harmless: these words, there, in this very sentence."""

    id: AnswerId = AnswerId(UNSAVED)
    organisation: OrganisationId
    release: str
    kind: HitKind
    words: str = field(repr=False)
    sentence: str = field(repr=False)
    place: int
    answered_at: datetime

    def about(self) -> tuple[HitKind, str, int]:
        """Return what was answered, whenever that was."""
        return self.kind, self.sentence, self.place


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """The text as it was fixed with a release; it never changes."""

    organisation: OrganisationId
    release: str
    text: str = field(repr=False)
    fixed_at: datetime

    def __post_init__(self) -> None:
        require_size("text", self.text, largest=4 * LONGEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What was found in a text, in its order, and which places still wait for an answer."""

    hits: tuple[Hit, ...]
    unanswered: tuple[Hit, ...]


def sentence_of(text: str, hit: Hit) -> tuple[str, int]:
    """Return the sentence in which a hit stands, and where it stands in that."""
    before = [found.end() for found in _SENTENCE_END.finditer(text, 0, hit.start)]
    after = _SENTENCE_END.search(text, hit.end)
    whole = text[before[-1] if before else 0 : len(text) if after is None else after.start()]
    start = (before[-1] if before else 0) + len(whole) - len(whole.lstrip())
    return whole.strip(), hit.start - start


def fitting(text: str, hits: Sequence[Hit], answers: Iterable[Answer]) -> list[Answer]:
    """Return the answers that still answer a place; each answers one."""
    asked = Counter(_about(text, hit) for hit in hits)
    found = []
    for answer in answers:
        if asked[answer.about()]:
            asked[answer.about()] -= 1
            found.append(answer)
    return found


def examined(text: str, hits: Sequence[Hit], answers: Iterable[Answer]) -> Examined:
    """Return which hits wait for an answer: an answer holds while its sentence stays as it was."""
    given = Counter(answer.about() for answer in answers)
    waiting = []
    for hit in hits:
        if given[_about(text, hit)]:
            given[_about(text, hit)] -= 1
        else:
            waiting.append(hit)
    return Examined(hits=tuple(hits), unanswered=tuple(waiting))


def _about(text: str, hit: Hit) -> tuple[HitKind, str, int]:
    return hit.kind, *sentence_of(text, hit)
