"""What was said: about one box by a release, or in another way outside the releases."""

from dataclasses import dataclass, field
from enum import StrEnum, auto

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.strict_json import SENTENCE_LENGTH, require_text


class Outcome(StrEnum):
    """How a box came to its figure or to none; silent and skipped look the same in a report."""

    TOLD = auto()  # promised, stated without a test
    PUBLISHED = auto()  # tested and shown
    DERIVED = auto()  # follows from what was stated
    SILENT = auto()  # tested and not shown
    SKIPPED = auto()  # not tested: silence would not have been harmless


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One box of one release; `value` is None exactly when nothing is shown."""

    release: str
    box: Box
    value: int | None
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """A figure given in another way: an invoice, a spoken answer, a report of before this program.

    With a box and a value it is a row that every reader may be assumed to know.
    """

    text: str = field(repr=False)
    box: Box | None = None
    value: int | None = None

    def __post_init__(self) -> None:
        require_text(self.text, "text", SENTENCE_LENGTH)
        if (self.box is None) != (self.value is None):
            raise RefusedError(Problem.OUTSIDE_INCOMPLETE, "box" if self.box is None else "value")
