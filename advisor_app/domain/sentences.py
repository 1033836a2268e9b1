"""Where the sentences of a text end; a full stop behind an abbreviation or an initial ends none."""

import re
from collections.abc import Iterator

from advisor_app.domain.word_lists import ABBREVIATED

_MARKS = r".!?…"
SHUT = f"{_MARKS}\"'”’)]"
"""What can stand at the end of a sentence."""

_END = re.compile(
    rf"(?<![{_MARKS}])(?P<mark>[{_MARKS}]++)[{re.escape(SHUT)}]*+(?P<gap>\s++)[\"'“‘(\[]*+(?P<next>\S)"
)
_DOTTED_DAY = re.compile(r"\b\d{1,2}\s*\.\s*\d{1,2}\s*\.\s*\d{2,4}\b")
_WORD_BEFORE = re.compile(r"[\w.]*\Z")
_LONGEST_SHORT = 12
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)*[^\W\d_]")
"""An initial, or letters with full stops between them: a.u.b, A.B, Ph.D."""


def sentence_ends(text: str) -> Iterator[int]:
    """Yield where the gap begins between a sentence and the next one.

    Before a small letter a full stop was no end.
    """
    days = [day.span() for day in _DOTTED_DAY.finditer(text)]
    for found in _END.finditer(text):
        place = found.start()
        if found["mark"] == "." and (
            found["next"].islower()
            or _is_short(text, place)
            or any(first < place < last for first, last in days)
        ):
            continue
        yield found.start("gap")


def _is_short(text: str, end: int) -> bool:
    """Tell whether the word that ends here is an abbreviation or an initial."""
    found = _WORD_BEFORE.search(text, max(0, end - _LONGEST_SHORT), end)
    word = "" if found is None else found[0]
    return word.lower() in ABBREVIATED or _DOTTED.fullmatch(word) is not None
