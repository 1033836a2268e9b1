"""Letter templates: text with `{{fields}}` from a fixed list, and nothing else that is read.

What fills a field is never read again: braces in a name or in an advisor's text stay braces.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem


class Field(StrEnum):
    """A place in a letter that is filled in; its value is its name between the braces."""

    SALUTATION = "aanhef"
    ORGANISATION = "organisatie"
    REGULATION = "regeling"
    SCOPE = "reikwijdte"
    ADVISOR_ROLE = "rol_bij_misstand"
    HELD_ON = "gesprek_datum"
    FORM = "gesprek_vorm"
    DISCUSSED = "besproken"
    OPTIONS = "mogelijkheden"
    AGREEMENTS = "afspraken"
    FACTS = "feiten"
    TERM = "termijn"
    REFERRAL = "verwijzing"
    NEXT_CONTACT = "volgend_contact"
    SIGNATURE = "ondertekening"


class TemplateError(InvalidError):
    """A template cannot be used: `name` is what stood between the braces, `start` where they begin."""

    def __init__(self, problem: Problem, name: str, start: int) -> None:
        super().__init__("template", problem)
        self.name = name
        self.start = start


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A letter that begins written: its code, for whom it is, and its texts in one language."""

    code: str
    recipient: str
    language: Language
    title: str
    subject: str
    body: str
    closing: str

    def __post_init__(self) -> None:
        for text in (self.subject, self.body, self.closing):
            for _piece in _pieces(text):
                pass


def template_of(code: str, content: Mapping[str, Any], language: Language) -> Template:
    """Read the parsed file of a template: `recipient`, and per text a table of languages.

    Raises:
        InvalidError: EMPTY, naming what is missing.
        TemplateError: UNKNOWN_FIELD or UNBALANCED_BRACES.
    """
    texts = {}
    for name in ("title", "subject", "body", "closing"):
        text = content.get(name, {}).get(language.value, "").strip()
        if not text:
            raise InvalidError(name, Problem.EMPTY)
        texts[name] = text
    return Template(code=code, recipient=content["recipient"], language=language, **texts)


def fill(text: str, values: Mapping[Field, str], labels: Mapping[Field, str]) -> str:
    """Put values into the fields of a text; a field without one shows its label in brackets.

    Raises:
        TemplateError: UNKNOWN_FIELD or UNBALANCED_BRACES.
    """
    filled = []
    for piece in _pieces(text):
        if isinstance(piece, Field):
            value = _BRACES.sub(r"\1 ", values.get(piece, "").strip())
            filled.append(value or f"[{labels[piece]}]")
        else:
            filled.append(piece)
    return "".join(filled)


_BRACES = re.compile(r"([{}])(?=\1)")
"""Braces in a value, which must not be read as a field when the letter is filled in again."""


def _pieces(text: str) -> Iterator[str | Field]:
    """Yield the literal pieces and the fields of a text, in order."""
    position, opened = 0, -1
    for braces in re.finditer(r"\{\{|\}\}", text):
        opens = braces.group() == "{{"
        if opens == (opened >= 0):
            start = opened if opens else braces.start()
            raise TemplateError(Problem.UNBALANCED_BRACES, _line(text, start), start)
        if opens:
            yield text[position : braces.start()]
            opened = braces.start()
        else:
            yield _field(text[position : braces.start()].strip(), opened)
            opened = -1
        position = braces.end()
    if opened >= 0:
        raise TemplateError(Problem.UNBALANCED_BRACES, _line(text, opened), opened)
    yield text[position:]


def _field(name: str, start: int) -> Field:
    """Return the field of a name."""
    try:
        return Field(name)
    except ValueError:
        raise TemplateError(Problem.UNKNOWN_FIELD, name, start) from None


def _line(text: str, start: int) -> str:
    """Return the rest of the line after lonely braces, to show where they stand."""
    return text[start:].partition("\n")[0]
