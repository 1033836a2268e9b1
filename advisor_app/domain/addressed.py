"""Names that nobody knows, found by the title before them: mevrouw Jansen, Mr De Vries."""

import re
from collections.abc import Iterator

from advisor_app.domain.folding import Folded
from advisor_app.domain.word_lists import BETWEEN, COLLEAGUES, SHORT_TITLES, TITLES

_PLACES = {"of", "the", "op", "in", "aan", "bij"}
"""Between two names these lead to a place: mevrouw Jansen in Zorg."""


def _one_of(words: set[str] | frozenset[str] | tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_GAP = r"(?:[ ]+|[ ]*\n[ ]*)"
_NAME = r"(?!(?:I(?!\.)|Ik|HR|OR|MT|P(?=&))\b)[A-Z]\w*"  # who has a capital and no name
_JOINT = rf"(?:{_GAP}|-|(?<=\W[A-Z])\.[ ]*)"
_ADDRESSED = re.compile(
    rf"""(?<!\w)(?:
        (?:(?i:{_one_of(TITLES)})|(?:{_one_of((*SHORT_TITLES, *map(str.capitalize, SHORT_TITLES)))})\.?|(?:ing|ir)\.){_GAP}
        (?P<title>(?:(?:{_one_of(BETWEEN - set(TITLES))}){_GAP})*{_NAME}%s)
        |(?i:{_one_of(COLLEAGUES)}){_GAP}(?P<colleague>{_NAME}%s)
    )"""
    % ((rf"(?:{_JOINT}(?:(?:{_one_of(BETWEEN - set(TITLES) - _PLACES)}){_GAP})*{_NAME})*",) * 2),
    re.VERBOSE,
)


def addressed(text: str, folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield where such names stand in the comparable text.

    A name has a capital, whatever stands in its letters; short titles are written small but for
    their first letter, so that MS Teams and ING Bank are nobody.
    """
    shaped = "".join(
        letter.upper() if text[place].isupper() else letter
        for letter, place in zip(folded.text, folded.places, strict=True)
    )
    for found in _ADDRESSED.finditer(shaped.replace("’", "'")):
        yield found.span("title" if found["title"] else "colleague")
