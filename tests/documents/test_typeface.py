"""What paper can say: every letter that a name in Europe is written with."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from advisor_app.documents import typeface
from advisor_app.documents.typeface import UNKNOWN_CHARACTER, printable

LATIN = [
    chr(code)
    for block in ((0x21, 0x7F), (0xA1, 0x180), (0x1E00, 0x1F00))
    for code in range(*block)
    if unicodedata.category(chr(code)) not in {"Cn", "Cf"}
]
MEDIEVAL = set("ẜẝỺỻỼỽỾỿ")
VENDA = {"Ḓ": "D", "ḓ": "d", "Ḙ": "E", "ḙ": "e", "Ḽ": "L", "ḽ": "l"} | {
    "Ṋ": "N", "ṋ": "n", "Ṱ": "T", "ṱ": "t", "Ṷ": "U", "ṷ": "u",
}  # fmt: skip
"""Letters with a mark that the typeface lacks: a name loses its mark, never its letter."""


@pytest.mark.parametrize("letter", sorted(set(LATIN) - MEDIEVAL - VENDA.keys()))
def test_every_latin_letter_prints(letter):
    printed = printable(letter)
    assert UNKNOWN_CHARACTER not in printed
    assert unicodedata.normalize("NFKC", printed) == unicodedata.normalize("NFKC", letter)


@pytest.mark.parametrize("letter", VENDA)
def test_a_letter_whose_mark_is_missing_prints_without_it(letter):
    assert printable(letter) == VENDA[letter]


def test_all_our_typefaces_have_what_one_of_them_prints():
    letters = {ord(letter) for letter in printable("".join(LATIN)) if letter != "\n"}
    for name in (typeface.REGULAR, typeface.ITALIC, typeface.SEMIBOLD, typeface.BOLD):
        assert letters <= pdfmetrics.getFont(name).face.charToGlyph.keys()


@given(st.text())
def test_printing_twice_changes_nothing(text):
    once = printable(text).rstrip("\n")
    assert printable(once) == once


@given(st.text())
def test_nothing_without_ink_is_printed(text):
    assert not any(
        unicodedata.category(sign) in {"Cc", "Cf", "Cs"} for sign in printable(text) if sign != "\n"
    )


def test_line_ends_stay_and_tabs_become_blanks():
    assert printable("een\r\ntwee\rdrie\tvier") == "een\ntwee\ndrie    vier"


def test_the_box_for_a_missing_sign_is_in_the_typeface():
    assert printable(UNKNOWN_CHARACTER) == UNKNOWN_CHARACTER
    assert printable("漢") == UNKNOWN_CHARACTER
