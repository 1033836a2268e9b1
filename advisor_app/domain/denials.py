"""Places that say of cases, or of what they are about, that there were none: a zero in words."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from advisor_app.domain.word_lists import (
    CASE_ENDINGS,
    CASES,
    LINES,
    NO_CASES,
    NO_DENIAL,
    NONE_OF,
    OCCURRED,
    REPORTED,
)

_NONE = frozenset({"geen", "no", "neither", "nor", "noch", "evenmin"})
_NOT = frozenset({"niet", "not", *(f"{verb}nt" for verb in ("did", "was", "were", "has", "have"))})
_NEVER = frozenset({"niets", "nergens", "nooit", "nothing", "nowhere", "never", "ontbrak", "ontbraken"})  # fmt: skip
_WITHOUT = frozenset({"zonder", "without"})
_DENYING = _NONE | _NOT | _NEVER | _WITHOUT

_FARTHEST = 8
"""How many words may stand between a denial and the line of the report that it denies."""
_MOST_PIECES = 3

_LINE = re.compile("|".join(LINES))
_CAME = frozenset({"kwam", "kwamen", "komt", "komen", "deed", "deden"})


class Piece(NamedTuple):
    """A word, or what a line end leaves of one: in which clause it stands, and if it goes on one."""

    text: str
    clause: int
    goes_on: bool


def denials(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield the first and last piece of each denial; it and what it denies stand in one clause."""
    for first, piece in enumerate(pieces):
        for last, denying in enumerate(_joined(pieces[first:]), start=first):
            if denying in _DENYING:
                before = [each for each in pieces[:first] if each.clause == piece.clause]
                after = [each for each in pieces[last + 1 :] if each.clause == piece.clause]
                if _denies(denying, before, after):
                    yield first, last


def _denies(denying: str, before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    following = _words(after[:4])
    if denying in _WITHOUT:
        return any(map(_is_case, _words(after[:2])))
    if denying in _NOT and NO_DENIAL & {piece.text for piece in after[:1]}:
        return False
    if denying in _NONE and any(word in NONE_OF or _is_case(word) for word in following):
        return True
    near = _words(before[-_FARTHEST:]) | _words(after[:_FARTHEST])
    if any(map(_LINE.search, near)) or REPORTED & (_words(after[:3]) | _words(before[-2:])):
        return True
    if after and after[0].text == "voor" and _CAME & _words(before):
        return True
    if denying in _NEVER and any(map(_is_case, following)):
        return True
    happened = not after or OCCURRED & _words(after[:3])
    return bool(happened) and any(map(_is_case, near))


def _is_case(word: str) -> bool:
    return word in CASES or (word.endswith(CASE_ENDINGS) and word not in NO_CASES)


def _words(pieces: Sequence[Piece]) -> set[str]:
    return {word for place in range(len(pieces)) for word in _joined(pieces[place:])}


def _joined(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield a word, and what it makes with the pieces that go on one."""
    joined = ""
    for number, piece in enumerate(pieces[:_MOST_PIECES]):
        if number and not piece.goes_on:
            return
        joined += piece.text
        yield joined
