"""What was said: about one box by a release, or in another way outside the releases."""

from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import NamedTuple, Self

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.strict_json import SENTENCE_LENGTH, require_text


class Outcome(StrEnum):
    """How a box came to its figure or to none; silent and skipped look the same in a report."""

    TOLD = auto()  # promised, stated without a test
    PUBLISHED = auto()  # tested and shown
    DERIVED = auto()  # follows from what was stated
    SILENT = auto()  # tested and not shown: it holds less than a threshold, mostly n
    SKIPPED = auto()  # not tested: silence would not have been harmless


class Decision(NamedTuple):
    """What is said about a box; `value` and `below` as in a statement."""

    outcome: Outcome
    value: int | None = None
    below: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One box of one release; `value` is None exactly when nothing is shown.

    `below` is the threshold of a silent box where that is higher than n: only from there on it
    would have been shown.
    """

    release: str
    box: Box
    value: int | None
    outcome: Outcome
    below: int | None = None

    @classmethod
    def of(cls, release: str, box: Box, decision: Decision) -> Self:
        """Say about a box what was decided."""
        outcome, value, below = decision
        return cls(release=release, box=box, value=value, outcome=outcome, below=below)

    @property
    def decision(self) -> Decision:
        """What was decided about the box."""
        return Decision(self.outcome, self.value, self.below)


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
