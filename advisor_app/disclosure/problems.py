"""Why a plan, a register or a ledger is refused: a code and the place, never a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum, auto


class Problem(StrEnum):
    """A reason to refuse; whoever speaks to people puts it into words."""

    # how it is written
    NOT_JSON = auto()
    NOT_CSV = auto()
    TOO_LARGE = auto()
    WRONG_TYPE = auto()
    MISSING_FIELD = auto()
    UNKNOWN_FIELD = auto()
    DUPLICATE_FIELD = auto()
    WRONG_FORMAT = auto()
    BAD_TEXT = auto()
    BAD_DATE = auto()
    OUT_OF_RANGE = auto()

    # names
    BAD_RELEASE_ID = auto()
    DUPLICATE_RELEASE = auto()
    DUPLICATE_DIMENSION = auto()
    DUPLICATE_LEAF = auto()
    UNKNOWN_DIMENSION = auto()
    UNKNOWN_LEAF = auto()
    UNKNOWN_RELEASE = auto()
    NO_LEAVES = auto()

    # dimensions and headcounts
    ONE_POSSIBLE_VALUE = auto()
    TOO_MANY_TIME_LEAVES = auto()
    LEAVES_OVERLAP = auto()
    LEAVES_OUT_OF_ORDER = auto()
    LENGTH_UNKNOWN = auto()
    LENGTH_KNOWN = auto()
    SMALL_DEPARTMENT = auto()
    DEPARTMENT_WITHOUT_HEADCOUNT = auto()
    DEPARTMENT_EXCEEDS_ORGANISATION = auto()

    # told totals
    TOLD_NOT_TIME_ONLY = auto()
    TOLD_OVERLAP = auto()
    TOLD_INCOMPLETE = auto()
    TOLD_TOO_FEW_STAFF = auto()
    TOLD_TOO_FEW_PERSON_YEARS = auto()
    TOLD_NOT_FIRST = auto()

    # what is offered
    EMPTY_RELEASE = auto()
    RELEASES_OUT_OF_ORDER = auto()
    OFFERED_TWICE = auto()
    TOTAL_NOT_FIRST = auto()
    PAIR_NOT_PROTECTED = auto()
    NEEDS_ENGINE = auto()
    SPANS_CROSS = auto()

    # the engine
    SOLVER_FAILED = auto()

    # the ledger
    FIRST_ENTRY_NOT_A_PLAN = auto()
    OTHER_ORGANISATION = auto()
    PLANS_OVERLAP = auto()
    NOT_CANONICAL = auto()
    VALUE_AND_OUTCOME_DISAGREE = auto()
    THRESHOLD_OUT_OF_PLACE = auto()
    NOT_AS_PLANNED = auto()
    RELEASE_INCOMPLETE = auto()
    OUTSIDE_INCOMPLETE = auto()
    OUTSIDE_WITHOUT_TIME = auto()
    OUTSIDE_CONTRADICTS = auto()
    OUTSIDE_BREAKS_PROMISE = auto()
    OUTSIDE_BEFORE_TOTAL = auto()
    REGISTER_CONTRADICTS = auto()
    NOTHING_PROMISED = auto()


class RefusedError(Exception):
    """Something handed in is malformed, unsafe or contradictory.

    `place` is a path such as `releases[0].boxes[2].category` or `line 7`, empty for the whole.
    """

    def __init__(self, problem: Problem, place: str = "") -> None:
        super().__init__(problem, place)
        self.problem = problem
        self.place = place


class BrokenChainError(Exception):
    """A ledger of the right form whose hashes do not fit: it was changed after it was written."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


@contextmanager
def within(place: str) -> Iterator[None]:
    """Put `place` in front of the place of a refusal that comes from inside."""
    try:
        yield
    except RefusedError as error:
        raise RefusedError(error.problem, join(place, error.place)) from error


def join(place: str, inner: str) -> str:
    """Return the path of `inner` as seen from outside `place`."""
    between = "." if place and inner and not inner.startswith("[") else ""
    return f"{place}{between}{inner}"
