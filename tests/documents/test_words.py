"""The fixed words: two languages side by side, none missing, none left over."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor_app.documents.words import Words
from advisor_app.domain.language import Language
from advisor_app.domain.template import Field

ROOT = Path(__file__).parents[2]
WORDS = tomllib.loads((ROOT / "resources" / "words" / "documents.toml").read_text("utf-8"))
SOURCES = "\n".join(
    path.read_text("utf-8")
    for folder in ("documents", "services")
    for path in sorted((ROOT / "advisor_app" / folder).rglob("*.py"))
)


def entries(table: dict, place: str = "") -> Iterator[tuple[str, dict]]:
    for name, value in table.items():
        if "nl" in value or "en" in value:
            yield f"{place}{name}", value
        else:
            yield from entries(value, f"{place}{name}.")


ENTRIES = dict(entries(WORDS))


@pytest.mark.parametrize("place", ENTRIES)
def test_both_languages_are_there_with_the_same_places_to_fill(place):
    entry = ENTRIES[place]
    assert entry.keys() == {"nl", "en"}
    dutch, english = (_texts(entry[language.value]) for language in Language)
    assert len(dutch) == len(english)
    for one, other in zip(dutch, english, strict=True):
        assert one.strip() == one != ""
        assert other.strip() == other != ""
        assert set(re.findall(r"\{\w+\}", one)) == set(re.findall(r"\{\w+\}", other))


@pytest.mark.parametrize("place", ENTRIES)
def test_no_words_are_left_over(place):
    group = place.rpartition(".")[0]
    by_name = f'"{place}"' in SOURCES
    assert by_name or group in {
        "field", "section", "period", "period_in", "letter.form", "letter.advisor_role", "ground",
    }  # fmt: skip


def test_every_key_in_the_code_has_words():
    keys = re.findall(r'\.(?:say|lines)\(\s*"([\w.]+)"', SOURCES)
    assert len(keys) > 30
    assert set(keys) <= ENTRIES.keys()


def test_every_field_of_a_letter_has_a_label_of_its_own():
    for language in Language:
        labels = [Words(language).say(f"field.{field.value}") for field in Field]
        assert len(set(labels)) == len(Field)
        assert not any(set("[]{}\n") & set(label) for label in labels)


def test_words_that_nobody_knows_are_no_words():
    assert Words(Language.NL).find("letter.form.CTF-NEW") == ""
    assert Words(Language.NL).find("letter.form.CTF-VID") == "via video"


def test_values_are_never_read_as_patterns():
    said = Words(Language.NL).say("report.title", organisation="{period}{0}{x", period="2026")
    assert said == "{period}{0}{x – 2026"


def _texts(words: str | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else words
