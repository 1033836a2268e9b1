"""Names that nobody knows: by the title before them (mevrouw Jansen, Mr De Vries), or initials."""

import re
from collections.abc import Iterator

from advisor_app.domain.folding import Folded
from advisor_app.domain.word_lists import BETWEEN, COLLEAGUES, NO_INITIALS, SHORT_TITLES, TITLES

_PLACES = {"of", "the", "op", "in", "aan", "bij"}
"""Between two names these lead to a place: mevrouw Jansen in Zorg."""
_WITHIN, _AND = BETWEEN - set(TITLES) - _PLACES, {"en", "and"}


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
    % ((rf"(?:{_JOINT}(?:(?:{_one_of(_WITHIN)}){_GAP})*{_NAME})*",) * 2),
    re.VERBOSE,
)

_INITIALS = re.compile(
    rf"(?<![\w.])[A-Z]\.(?:\s?(?:(?:[a-z]\.|(?:{_one_of(_WITHIN - _AND)})\s)\s?)*[A-Z]\.)+(?!\w)"
)
"""A capital and its full stop, twice or more: F.A., J.d.V., J. de V."""


def addressed(text: str, folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield where such names stand in the comparable text.

    A name has a capital, whatever stands in its letters; short titles are written small but for
    their first letter, so that MS Teams and ING Bank are nobody.
    """
    for found in _ADDRESSED.finditer(_shaped(text, folded).replace("’", "'")):
        yield found.span("title" if found["title"] else "colleague")


def initials(text: str, folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield where initials stand in the comparable text, such as F.A. and J.d.V."""
    for found in _INITIALS.finditer(_shaped(text, folded)):
        if re.sub(r"\W", "", found[0]) not in NO_INITIALS:
            yield found.span()


def _shaped(text: str, folded: Folded) -> str:
    """Return the comparable text with the capitals of the text itself."""
    return "".join(
        letter.upper() if text[place].isupper() else letter
        for letter, place in zip(folded.text, folded.places, strict=True)
    )
