"""The fixed words on paper, Dutch and English side by side in `resources/words/documents.toml`."""

import json
from datetime import date
from functools import cache
from typing import Any

from advisor_app import _assets
from advisor_app.domain.language import Language


class Words:
    """The words of one language; every sentence of our own on paper comes from here."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._entries = _entries()

    def say(self, key: str, **values: object) -> str:
        """Return a sentence with values in its places; values are never read as patterns."""
        return str(self._entry(key)).format(**values)

    def find(self, key: str) -> str:
        """Return fixed words if there are any under a key that may be a stranger's; else nothing."""
        try:
            return str(self._entry(key))
        except KeyError:
            return ""

    def lines(self, key: str) -> list[str]:
        """Return a fixed list of sentences."""
        return list(self._entry(key))

    def day(self, day: date) -> str:
        """Return a date as it is written in a letter, such as 20 november 2026."""
        month = self.lines("months")[day.month - 1]
        return f"{day.day} {month} {day.year}"

    def _entry(self, key: str) -> Any:
        """Return what stands under a dotted key."""
        entry: Any = self._entries
        for part in key.split("."):
            entry = entry[part]
        return entry[self._language.value]


@cache
def _entries() -> dict[str, Any]:
    """Read the file once."""
    entries: dict[str, Any] = json.loads(
        (_assets.FOLDER / "words" / "documents.json").read_text("utf-8")
    )
    return entries
