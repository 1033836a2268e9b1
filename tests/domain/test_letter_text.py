"""The light structure of a letter: headings, lists, paragraphs, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.letter import BlockKind, blocks


def read(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(block.kind.value, block.texts) for block in blocks(text)]


def test_a_letter_is_read_as_it_is_meant():
    text = """Beste Robin,

Eerste regel
en de tweede.
## Kop
Tekst onder de kop.

1. een
2. twee
gaat verder
- los punt
- nog een

Slot."""
    assert read(text) == [
        ("paragraph", ("Beste Robin,",)),
        ("paragraph", ("Eerste regel\nen de tweede.",)),
        ("heading", ("Kop",)),
        ("paragraph", ("Tekst onder de kop.",)),
        ("numbered", ("een", "twee\ngaat verder")),
        ("bulleted", ("los punt", "nog een")),
        ("paragraph", ("Slot.",)),
    ]


def test_numbers_stay_as_they_were_typed():
    (block,) = blocks("3. drie\n7. zeven")
    assert (block.kind, block.labels) == (BlockKind.NUMBERED, ("3.", "7."))


def test_a_blank_line_ends_a_list():
    assert read("- een\n\n- twee") == [("bulleted", ("een",)), ("bulleted", ("twee",))]


@pytest.mark.parametrize(
    "line",
    [
        "#hekje", "# Een", "### Drie", "-5 graden", "1.5 uur", "2026. Een jaar", "1.", "-", "##",
        "*nadruk*", "> citaat", "[link](https://x)", "| a | b |", "```",
    ],
)  # fmt: skip
def test_what_only_looks_like_structure_is_text(line):
    assert read(line) == [("paragraph", (line,))]


def test_indented_lines_and_strange_line_ends_are_read_all_the_same():
    assert read("  - een\r\n\t- twee\r\n\r\n   tekst") == [
        ("bulleted", ("een", "twee")),
        ("paragraph", ("tekst",)),
    ]


@given(text=st.text(alphabet="ab #-.1\n*•", max_size=60))
def test_no_word_is_lost(text):
    words = [word for block in blocks(text) for part in block.texts for word in part.split()]
    kept = "".join(words)
    assert kept.count("a") == text.count("a")
    assert kept.count("b") == text.count("b")


@given(text=st.text(max_size=200))
def test_every_list_item_has_its_label_and_no_block_is_empty(text):
    for block in blocks(text):
        assert all(part.strip() for part in block.texts)
        assert len(block.labels) == (len(block.texts) if block.kind is BlockKind.NUMBERED else 0)
