"""The typeface on paper: Source Sans 3, embedded, and what it can print."""

import unicodedata
from functools import cache
from importlib.resources import files

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from advisor_app import _assets

REGULAR = "SourceSans3"
ITALIC = "SourceSans3-Italic"
SEMIBOLD = "SourceSans3-SemiBold"
BOLD = "SourceSans3-Bold"

UNKNOWN_CHARACTER = "□"
"""What stands on paper for a character that the typeface lacks: a reader sees the gap."""

_FILES = {
    REGULAR: "SourceSans3_400Regular.ttf",
    ITALIC: "SourceSans3_400Regular_Italic.ttf",
    SEMIBOLD: "SourceSans3_600SemiBold.ttf",
    BOLD: "SourceSans3_700Bold.ttf",
}
_LAST_TOLD = 0xFFFF
"""Of a character beyond, such as a padlock, reportlab tells a screen reader another one."""

_INVISIBLE = {"Cc", "Cf"}
"""Control and formatting characters: they have no ink, and some turn text around."""


def register() -> None:
    """Hand our fonts to reportlab, which keeps them for all documents."""
    _characters()


def printable(text: str) -> str:
    """Return a text as it will stand on paper; line ends stay, tabs become blanks."""
    lines = unicodedata.normalize("NFC", text.expandtabs(4)).splitlines()
    return "\n".join("".join(map(_printed, line)) for line in lines)


def _printed(character: str) -> str:
    """Return one character, its parts (a letter and its mark), its letter alone, or the box."""
    if unicodedata.category(character) in _INVISIBLE:
        return ""
    for form in ("NFC", "NFD", "NFKD"):
        parts = unicodedata.normalize(form, character)
        if _characters().issuperset(map(ord, parts)):
            return parts
    parts = unicodedata.normalize("NFD", character)
    return parts[0] if parts != character and ord(parts[0]) in _characters() else UNKNOWN_CHARACTER


@cache
def _characters() -> frozenset[int]:
    """Register the fonts and return the code points that every one of them can draw."""
    for name, file in _FILES.items():
        with (files(_assets) / "fonts" / file).open("rb") as stream:
            pdfmetrics.registerFont(TTFont(name, stream))
    known = frozenset.intersection(
        *(frozenset(pdfmetrics.getFont(name).face.charToGlyph) for name in _FILES)
    )
    return frozenset(point for point in known if point <= _LAST_TOLD)
