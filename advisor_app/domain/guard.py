"""Looks through the advisor's own words for what could point to somebody, before they leave.

It finds what the vault knows in any spelling that a reader would recognise, and everything that
looks like a number, a day, an address or a sign that nobody sees. It errs on the side of asking.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, pairwise, product
from typing import NamedTuple

from advisor_app.domain.addressed import addressed, initials
from advisor_app.domain.denials import Piece, denials
from advisor_app.domain.folding import Folded, fold, is_unseen
from advisor_app.domain.narrative import Hit, HitKind
from advisor_app.domain.number_words import is_large, spoken
from advisor_app.domain.sentences import SHUT, sentence_ends
from advisor_app.domain.word_lists import (
    BETWEEN,
    CLAUSES,
    COUNTED,
    DAYS,
    DAYS_AFTER,
    FEMININE,
    GENERIC,
    GROUPS,
)

_LONG_NAME = 6
"""A name of this length is found inside a longer word, too."""
_LONG_DEPARTMENT, _SHORT_DEPARTMENT, _LEAST_REST = 6, 3, 4
"""From which length a department is found before any rest of so many letters, and before a group."""
_ADJECTIVE = re.compile(r"lijk|baar|heid|loos|ige")

_MOST_WORDS, _LONGEST_JOINED = 8, 60
_ONE, _ACCENTED = frozenset({"een", "a", "an"}), re.compile("[éèêëÉÈÊË]")
_AND = ("en", "and")
_PATTERNS: tuple[tuple[HitKind, re.Pattern[str]], ...] = (
    (HitKind.EMAIL, re.compile(r"[^\s@]*\s?@\s?[^\s@]*|\S*[(\[]\s*(?:at|apenstaartje)\s*[)\]]\S*")),
    (HitKind.EMAIL, re.compile(r"https?:\S*|\bwww\.\S*|\b[\w-]+\.(?:nl|com|org|net|eu|be|example)\b")),
    (HitKind.PHONE, re.compile(r"\+?\d(?:[\s().\-/]*\d){7,}")),
    (HitKind.CASE_NUMBER, re.compile(r"\bvp\s*-\s*[0-9a-z]{4,}")),
    (HitKind.DATE, re.compile(r"\b\d{1,4}\s*([-/])\s*\d{1,2}(?:\s*\1\s*\d{1,4})?\b")),
    (HitKind.DATE, re.compile(r"\b\d{1,2}\s*\.\s*\d{1,2}\s*\.\s*\d{2,4}\b")),
    (HitKind.DATE, re.compile(r"\b(?:19|20)\d\d(?:\s*[-/]\s*(?:\d{2,4}|[hqt]\d))?\b")),
    (HitKind.DATE, re.compile(r"\b\d{1,2}\s*:\s*\d{2}\b")),
    (HitKind.OTHER_NUMBER, re.compile(r"\w*\d[\d.,]*\d\w*|\w*\d\w*|[%‰‱]")),
)  # fmt: skip
_BREAK = re.compile(r"[,;:()]| - ")
_ROMAN = re.compile(r"[ivx]{2,}")
_WORD = re.compile(r"[^\W_]+")
_GRAVER = {kind: place for place, kind in enumerate(HitKind)}
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


class _Word(NamedTuple):
    """A word of the comparable text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What a vault knows by name, ready to be recognised; nothing in it can be read back as a list."""

    names: Mapping[str, HitKind] = field(repr=False)

    @classmethod
    def of(cls, named: Iterable[tuple[HitKind, str]], public: Iterable[str] = ()) -> "KnownNames":
        """Take names with what they name; parts of the `public` ones may be written by anybody."""
        names: dict[str, HitKind] = {}
        for kind, name in named:
            for key in _keys(kind, name):
                if key not in names or _GRAVER[kind] < _GRAVER[names[key]]:
                    names[key] = kind
        for name in public:
            for key in _keys(HitKind.ORGANISATION, name):
                if names.get(key) is HitKind.ORGANISATION:
                    del names[key]
        return cls(names)


def scan(
    text: str, known: KnownNames, figures: Collection[int] = (), years: Collection[str] = ()
) -> tuple[Hit, ...]:
    """Return every place that has to be answered, in the order of the text, none within another.

    None runs over the end of a sentence. `figures` are the numbers that the report states anyway:
    such a number is asked about, too, but as what it is. `years` are those that it is about, as it
    writes them: alone they tell nothing.
    """
    folded = fold(text)
    words = [_Word(found[0], *found.span()) for found in _WORD.finditer(folded.text)]
    ends = tuple(sentence_ends(text))
    sentences = _sentences(folded, ends)
    found = [
        *_within_sentences(_named(folded, words, known), text, ends),
        *(_hit(folded, HitKind.ADDRESSED, *span) for span in addressed(text, folded)),
        *(_hit(folded, HitKind.INITIALS, *span) for span in initials(text, folded)),
        *_spoken(text, folded, words, figures),
        *_denied(folded, words, sentences),
        *_patterned(folded, sentences, figures),
        *_roman(folded, words),
        *_odd(text),
    ]
    return tuple(
        hit
        for hit in _apart(_dates_joined(text, ends, _apart(found)))
        if hit.kind is not HitKind.DATE or text[hit.start : hit.end] not in years
    )


def _keys(kind: HitKind, name: str) -> Iterator[str]:
    """Yield what a name is recognised by: the whole of it, and the parts that name somebody."""
    composed = unicodedata.normalize("NFC", name).lower()
    for spelling in {composed, composed.translate(_UMLAUTS)}:
        words = _WORD.findall(fold(spelling).text)
        whole = _key("".join(words))
        if len(whole) > 1 and whole not in GENERIC:
            yield whole
            yield from _feminine(kind, whole)
            yield from map(_key, _with_and(words, spelling))
        if kind in {HitKind.CASE_NUMBER, HitKind.FUNCTION}:
            continue
        least = 2 if kind in {HitKind.PERSON, HitKind.CONTACT} else 4
        for place, word in enumerate(words):
            if word in BETWEEN:
                if place and words[-1] not in BETWEEN | GENERIC:
                    yield _key("".join(words[place:]))
            elif len(word) >= least and not word.isdigit() and word not in GENERIC:
                yield _key(word)
                yield from _feminine(kind, _key(word))


def _feminine(kind: HitKind, key: str) -> Iterator[str]:
    """Yield how a function is called for a woman: teamleidster, directrice."""
    if kind in {HitKind.FUNCTION, HitKind.CONTACT}:
        yield from (
            _key(key.removesuffix(his) + hers) for his, hers in FEMININE if key.endswith(his)
        )


def _with_and(words: list[str], spelling: str) -> Iterator[str]:
    """Yield a name such as P&O in all its spellings: penO, P and O; and P en O as P&O."""
    bare = [word for word in words if word not in _AND]
    if len(bare) > 1 and (bare != words or "&" in spelling or "+" in spelling):
        yield "".join(bare)
        joints = re.split(r"&|\+|\b(?:en|and)\b", fold(spelling).text)
        pieces = ["".join(_WORD.findall(joint)) for joint in joints]
        yield from (joint.join(pieces) for joint in _AND)


def _key(letters: str) -> str:
    """Return letters as names are compared: Janssen as Jansen, Dyk as Dijk."""
    return _DOUBLED.sub(r"\1", letters.replace("ij", "y"))


def _named(folded: Folded, words: list[_Word], known: KnownNames) -> Iterator[Hit]:
    """Find names over any blanks, hyphens and line ends, in the genitive, and long ones in words."""
    names = known.names
    for place, first in enumerate(words):
        joined, is_one_word = "", True
        for number, last in enumerate(words[place : place + _MOST_WORDS]):
            is_one_word &= not number or _goes_on(folded, words[place + number - 1], last)
            joined += last.text
            if len(joined) > _LONGEST_JOINED:
                break
            key = _key(joined)
            kind = names.get(key) or (names.get(key[:-1]) if key.endswith("s") else None)
            found = {kind, *(_inside(joined, names) if is_one_word else ())}
            yield from (_hit(folded, each, first.start, last.end) for each in found if each)


def _goes_on(folded: Folded, one: _Word, two: _Word) -> bool:
    """Tell whether a line end or a hyphen stands between two pieces of what can be one word."""
    gap = folded.text[one.end : two.start]
    return ("\n" in gap or "-" in gap) and not gap.strip("\n -")


def _inside(word: str, names: Mapping[str, HitKind]) -> Iterator[HitKind]:
    """Yield what a word is made of: long names anywhere, departments at its beginning."""
    key = _key(word)
    for start in range(len(key) - _LONG_NAME + 1):
        for end in range(start + _LONG_NAME, len(key) + 1):
            kind = names.get(key[start:end])
            if kind in {HitKind.PERSON, HitKind.CONTACT}:
                yield kind
    for end in range(_SHORT_DEPARTMENT, len(word) - 2):
        kind = names.get(_key(word[:end]))
        if kind in {HitKind.DEPARTMENT, HitKind.CONTACT} and _is_compound(end, word[end:]):
            yield kind


def _is_compound(length: int, rest: str) -> bool:
    """Tell whether a word that begins with a department is made of it: keukenteam, not ruimtelijk."""
    if rest.removeprefix("s").startswith(GROUPS):
        return True
    is_long = length >= _LONG_DEPARTMENT and len(rest) >= _LEAST_REST
    return is_long and _ADJECTIVE.match(rest) is None


def _spoken(
    text: str, folded: Folded, words: list[_Word], figures: Collection[int]
) -> Iterator[Hit]:
    """Find days and numbers in words, also when a line end or a hyphen stands within one."""
    for place, first in enumerate(words):
        joined, broken = "", False
        for number, last in enumerate(words[place : place + 4]):
            if number:
                gap = folded.text[words[place + number - 1].end : last.start]
                broken = "\n" in gap or "-" in gap
                goes_on = broken or joined in _ONE | {"the"} or joined in spoken()
                if not goes_on or gap.strip("\n -"):
                    break
            joined += last.text
            before = [word.text for word in words[max(0, place - 2) : place]]
            if joined in DAYS or (joined in DAYS_AFTER and (number or _leads_to(joined, before))):
                yield _hit(folded, HitKind.DATE, first.start, last.end)
            elif joined in spoken() or ((broken or not number) and is_large(joined)):
                kind = _kind_of(spoken().get(joined), figures)
                yield _hit(folded, kind, first.start, last.end)
            elif joined in _ONE and _counts(text, folded, first, last, words[place + number + 1 :]):
                yield _hit(folded, _kind_of(1, figures), first.start, last.end)


def _leads_to(day: str, before: list[str]) -> bool:
    """Tell whether the words before make a day of what could be another word, as in `in May`."""
    return bool({"".join(before), *before[-1:]} & DAYS_AFTER[day])


def _counts(text: str, folded: Folded, first: _Word, last: _Word, after: list[_Word]) -> bool:
    """Tell whether `een` or `a` counts: by its accent, or by what is counted."""
    start, end = folded.span(first.start, last.end)
    if _ACCENTED.search(unicodedata.normalize("NFC", text[start : end + 1])):
        return True
    pieces = [word.text for word in after[:4]]
    nouns = {"".join(pieces[first:end]) for first in (0, 1) for end in range(first + 1, first + 4)}
    return any(noun.rstrip("s") in COUNTED for noun in nouns)  # one may be broken over lines


def _denied(folded: Folded, words: list[_Word], sentences: list[tuple[int, int]]) -> Iterator[Hit]:
    """Find where it is said that there were no cases: that is a number, too."""
    for first, last in sentences:
        own = [word for word in words if first <= word.start < last]
        for start, end in denials(_pieces(folded, own)):
            yield _hit(folded, HitKind.ABSENCE, own[start].start, own[end].end)


def _pieces(folded: Folded, words: list[_Word]) -> list[Piece]:
    """Return the words of a sentence with the clause of each."""
    gaps = ["", *(folded.text[one.end : two.start] for one, two in pairwise(words))]
    clauses = accumulate(
        word.text in CLAUSES or _BREAK.search(gap) is not None
        for gap, word in zip(gaps, words, strict=False)
    )
    return [
        Piece(word.text, clause, bool(gap.strip(" ")) and not gap.strip(" \n-'’"))
        for word, clause, gap in zip(words, clauses, gaps, strict=False)
    ]


def _sentences(folded: Folded, ends: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return where each sentence stands in the comparable text."""
    cuts = [bisect_left(folded.places, end) for end in ends]
    spans = pairwise((0, *cuts, len(folded.text)))
    return [(last - len(folded.text[first:last].lstrip()), last) for first, last in spans]


def _within_sentences(hits: Iterable[Hit], text: str, ends: tuple[int, ...]) -> Iterator[Hit]:
    """Cut a name that runs over the end of a sentence: each piece of it is asked about."""
    for hit in hits:
        inside = [end for end in ends if hit.start < end < hit.end]
        for start, end in pairwise((hit.start, *inside, hit.end)):
            piece = text[start:end].lstrip()
            last = end - len(piece) + len(piece.rstrip(SHUT))
            yield Hit(kind=hit.kind, start=end - len(piece), end=last)


def _patterned(
    folded: Folded, sentences: list[tuple[int, int]], figures: Collection[int]
) -> Iterator[Hit]:
    for (kind, pattern), (first, last) in product(_PATTERNS, sentences):
        for found in pattern.finditer(folded.text, first, last):
            own = kind
            if kind is HitKind.OTHER_NUMBER:
                digits = re.sub(r"[.,](?=\d{3}\b)", "", found[0])
                own = _kind_of(int(digits) if digits.isdecimal() else None, figures)
            if folded.text[found.start() : found.end()].strip():
                yield _hit(folded, own, found.start(), found.end())


def _roman(folded: Folded, words: list[_Word]) -> Iterator[Hit]:
    for word in words:
        if _ROMAN.fullmatch(word.text):
            yield _hit(folded, HitKind.OTHER_NUMBER, word.start, word.end)


def _odd(text: str) -> Iterator[Hit]:
    """Find signs that nobody sees, letters of another alphabet, and numbers that are one sign."""
    for place, character in enumerate(text):
        seen = fold(character).text
        if unicodedata.category(character) in {"Mn", "Me"}:
            pair = unicodedata.normalize("NFC", text[max(0, place - 1) : place + 1])
            odd = len(pair) != 1
        else:
            foreign = any(each.isalpha() and not "a" <= each <= "z" for each in seen)
            alphabet = unicodedata.name(character, "").split(" ")[0]
            foreign |= character.isalpha() and alphabet not in {"LATIN", "FEMININE", "MASCULINE"}
            odd = foreign or is_unseen(character) or unicodedata.category(character) in {"Co", "Cn"}
        if odd:
            yield Hit(kind=HitKind.ODD_SIGN, start=place, end=place + 1)
        elif unicodedata.numeric(character, None) is not None and not character.isdecimal():
            yield Hit(kind=HitKind.OTHER_NUMBER, start=place, end=place + 1)


def _kind_of(number: int | None, figures: Collection[int]) -> HitKind:
    return HitKind.NUMBER if number in figures else HitKind.OTHER_NUMBER


def _hit(folded: Folded, kind: HitKind, start: int, end: int) -> Hit:
    first, last = folded.span(start, end)
    return Hit(kind=kind, start=first, end=last)


def _apart(found: Iterable[Hit]) -> list[Hit]:
    """Join what overlaps, so that each place is asked about once: as what the longest of it is."""
    joined: list[Hit] = []
    longest = 0
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end, _GRAVER[hit.kind])):
        own = hit.end - hit.start
        if not joined or hit.start >= joined[-1].end:
            joined.append(hit)
            longest = own
            continue
        last = joined.pop()
        kind = hit.kind if own > longest else last.kind
        longest = max(own, longest)
        joined.append(Hit(kind=kind, start=last.start, end=max(last.end, hit.end)))
    return joined


def _dates_joined(text: str, ends: tuple[int, ...], hits: list[Hit]) -> list[Hit]:
    """Make one of the numbers and words of a day, such as 3 november 2027."""
    numbers = {HitKind.NUMBER, HitKind.OTHER_NUMBER}
    joined: list[Hit] = []
    for hit in hits:
        before = joined[-1].end if joined else 0
        is_one_sentence = not any(before <= end <= hit.start for end in ends)
        if joined and is_one_sentence and not text[before : hit.start].strip(" \t.-/"):
            kinds = {joined[-1].kind, hit.kind}
            if HitKind.DATE in kinds and kinds <= {HitKind.DATE, *numbers}:
                last = joined.pop()
                joined.append(Hit(kind=HitKind.DATE, start=last.start, end=hit.end))
                continue
        joined.append(hit)
    return joined
