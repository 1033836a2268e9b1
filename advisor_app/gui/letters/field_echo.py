"""What is filled in in the text of a letter is filled in in its subject too."""

import dataclasses
from collections.abc import Iterable


@dataclasses.dataclass(frozen=True, slots=True)
class _Place:
    """A field of both: what stands around it in the text, and the subject as it was with it."""

    field: str
    before: str = dataclasses.field(repr=False)
    after: str = dataclasses.field(repr=False)
    subject: str = dataclasses.field(repr=False)

    def typed_in(self, body: str) -> str | None:
        """Return what stands in the place of the field, None once something else has changed."""
        long_enough = len(body) >= len(self.before) + len(self.after)
        if not (long_enough and body.startswith(self.before) and body.endswith(self.after)):
            return None
        typed = body[len(self.before) : len(body) - len(self.after)]
        return None if "\n" in typed else typed.strip()


class FieldEcho:
    """Follows a field while it is typed; a subject that somebody writes is left alone."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._place: _Place | None = None
        self._written = ""

    def follow(self, body: str, subject: str, fields: Iterable[str]) -> str:
        """Return the subject that goes with a text; `fields` stand unfilled in the subject now."""
        if self._place is None or subject != self._written:
            self._place = self._find(body, subject, fields)
        self._body = body
        typed = None if self._place is None else self._place.typed_in(body)
        if self._place is None or typed is None:
            self._place = None
            return subject
        field = self._place.field
        self._written = self._place.subject.replace(field, typed or field)
        return self._written

    def _find(self, body: str, subject: str, fields: Iterable[str]) -> _Place | None:
        """Find the field of the subject that has just been filled in in the text."""
        for field in fields:
            start = self._body.find(field)
            while start >= 0:
                after = self._body[start + len(field) :]
                place = _Place(field, self._body[:start], after, subject)
                if place.typed_in(body) not in {None, field}:
                    return place
                start = self._body.find(field, start + 1)
        return None
