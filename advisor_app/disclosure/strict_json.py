"""JSON read strictly (known fields, right types, bounded sizes) and written in one way only."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from advisor_app.disclosure.problems import Problem, RefusedError, join

MOST_BYTES = 16 * 1024 * 1024
NAME_LENGTH = 120
SENTENCE_LENGTH = 1_000


@dataclass(frozen=True, slots=True)
class Json:
    """A value out of a JSON text with its place; every reader refuses what it is not."""

    value: object
    place: str = ""

    def fields(self, required: Iterable[str], optional: Iterable[str] = ()) -> "dict[str, Json]":
        """Read an object with exactly these fields; optional ones may be left out."""
        found = self.members()
        for name in required:
            if name not in found:
                raise RefusedError(Problem.MISSING_FIELD, join(self.place, name))
        for name in found.keys() - {*required, *optional}:
            raise RefusedError(Problem.UNKNOWN_FIELD, join(self.place, readable(name)))
        return found

    def members(self, at_most: int = 100) -> "dict[str, Json]":
        """Read an object whose names are themselves data."""
        if not isinstance(self.value, dict):
            raise RefusedError(Problem.WRONG_TYPE, self.place)
        self._bound(len(self.value), at_most)
        return {
            str(name): Json(value, join(self.place, readable(str(name))))
            for name, value in self.value.items()
        }

    def items(self, at_most: int) -> "list[Json]":
        """Read a list."""
        if not isinstance(self.value, list):
            raise RefusedError(Problem.WRONG_TYPE, self.place)
        self._bound(len(self.value), at_most)
        return [Json(value, f"{self.place}[{row}]") for row, value in enumerate(self.value)]

    def text(self, at_most: int = NAME_LENGTH) -> str:
        """Read a name or a sentence: one printable line without blanks around it."""
        if not isinstance(self.value, str):
            raise RefusedError(Problem.WRONG_TYPE, self.place)
        require_text(self.value, self.place, at_most)
        return self.value

    def integer(self, least: int, most: int) -> int:
        """Read a whole number between two bounds, both allowed."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise RefusedError(Problem.WRONG_TYPE, self.place)
        if not least <= self.value <= most:
            raise RefusedError(Problem.OUT_OF_RANGE, self.place)
        return self.value

    @property
    def is_null(self) -> bool:
        """Whether JSON's null stood here."""
        return self.value is None

    def _bound(self, size: int, at_most: int) -> None:
        if size > at_most:
            raise RefusedError(Problem.TOO_LARGE, self.place)


def load(data: bytes) -> Json:
    """Read UTF-8 JSON; a field that stands twice in one object is refused."""
    if len(data) > MOST_BYTES:
        raise RefusedError(Problem.TOO_LARGE)
    try:
        value = json.loads(
            data.decode(), object_pairs_hook=_once_each, parse_constant=_no_such_number
        )
    except json.JSONDecodeError as error:
        raise RefusedError(Problem.NOT_JSON, f"line {error.lineno}") from error
    except (ValueError, RecursionError) as error:  # not UTF-8, endless numbers, endless nesting
        raise RefusedError(Problem.NOT_JSON) from error
    return Json(value)


def canonical(value: object) -> str:
    """Write JSON in the one form that is hashed: sorted keys, no blanks, no escapes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def require_text(text: str, place: str, at_most: int = NAME_LENGTH) -> None:
    """Refuse a text that is empty, long, unprintable, blank at an end or not in Unicode's NFC."""
    fine = text.isprintable() and text == text.strip() and unicodedata.is_normalized("NFC", text)
    if not fine or not 0 < len(text) <= at_most:
        raise RefusedError(Problem.BAD_TEXT, place)


def readable(name: str) -> str:
    """Return a field's name as it may stand in a place: printable and short."""
    short = name[:NAME_LENGTH]
    if short.isprintable():
        return short
    return "".join(sign if sign.isprintable() else "?" for sign in short)


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise RefusedError(Problem.DUPLICATE_FIELD, readable(name))
        found[name] = value
    return found


def _no_such_number(name: str) -> object:
    raise RefusedError(Problem.NOT_JSON, name)
