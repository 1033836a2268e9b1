"""The two languages of the program."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of labels, problems and documents; the value is the key in `resources/`."""

    NL = "nl"
    EN = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The same words in both languages, as they stand side by side in `resources/`."""

    nl: str
    en: str

    def text(self, language: Language) -> str:
        """Return the words in one language."""
        return self.nl if language is Language.NL else self.en
