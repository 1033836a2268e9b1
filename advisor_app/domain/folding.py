"""Texts made comparable: case, accents, letters that look alike and unseen signs fall away.

What two people would read as the same word becomes the same letters a-z, and every letter
remembers where it stood. Source for letters that look alike: Unicode Technical Standard 39.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

_LATIN = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "æ": "ae", "œ": "oe"} | dict(
    zip("ıəɑɡĸŋʀɴʟɪʏʙɢʜ", "ieagknrnliybgh", strict=True)
)
_CYRILLIC = dict(zip("авекмнорстухіјѕһԁԛԝӏгпѵ", "abekmhopctyxijshdqwlrnv", strict=True))
_GREEK = dict(zip("αβγεζηικνορτυχωϲϳ", "abyezhiknoptuxwcj", strict=True))
_LOOKS_LIKE = {**_LATIN, **_CYRILLIC, **_GREEK, "ё": "e"}

_UNSEEN = {"Cc", "Cf", "Mn", "Me"}
_UNSEEN_LETTERS = set("\u115f\u1160\u3164\uffa0\u2800")
"""Fillers that are letters or signs by name and blank to the eye."""

_LINE_ENDS = set("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")


class Folded(NamedTuple):
    """Comparable text, and for each of its characters the place in the text that it came from."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a piece of the comparable text stands in the text itself."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Return a text in the letters a-z, digits, blanks and signs; unknown letters stay."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _folded(character):
            letters.append(letter)
            places.append(place)
    return Folded("".join(letters), tuple(places))


def is_unseen(character: str) -> bool:
    """Tell whether a character has no ink; a line end, a tab and a blank are no such sign."""
    if character in _LINE_ENDS or character == "\t":
        return False
    return character in _UNSEEN_LETTERS or unicodedata.category(character) in _UNSEEN


@lru_cache(maxsize=4_096)
def _folded(character: str) -> str:
    if character in _LINE_ENDS:
        return "\n"
    if is_unseen(character):
        return ""
    if character.isspace():
        return " "
    whole = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(map(_letter, whole))


def _letter(character: str) -> str:
    """Return one decomposed character without its marks, as what it looks like."""
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(character)
    if category in _UNSEEN:
        return ""
    if category == "Pd":
        return "-"
    return _LOOKS_LIKE.get(character, character)
