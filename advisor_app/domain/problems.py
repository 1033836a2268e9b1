"""Why something is refused: codes that windows and the command line put into words."""

from enum import StrEnum, auto


class Problem(StrEnum):
    """A reason to refuse a value or to stop; its words stand in `resources/words/problems.toml`."""

    # values of a form
    EMPTY = auto()
    TOO_LONG = auto()
    TOO_LARGE = auto()
    OVER_A_MEGABYTE = auto()
    UNREADABLE = auto()
    NOT_POSITIVE = auto()
    NOT_A_DATE = auto()
    NOT_A_TIME = auto()
    NOT_A_NUMBER = auto()
    IN_THE_FUTURE = auto()
    TOO_LONG_AGO = auto()
    BEFORE_OPENING = auto()
    ENDS_BEFORE_IT_BEGINS = auto()
    TOO_FAR_AHEAD = auto()
    OVER_A_YEAR_AHEAD = auto()
    CLOSED_LONG_AGO = auto()
    HAS_CASES = auto()
    ORGANISATION_IN_USE = auto()
    DEPARTMENTS_LAID_DOWN = auto()
    NAME_OF_THE_REST = auto()
    CASE_IN_USE = auto()
    CASE_COUNTED = auto()
    REPORTER_COUNTED = auto()
    TWO_IDENTITIES = auto()
    NOT_A_CODE = auto()
    STILL_OPEN = auto()
    ON_HOLD = auto()
    BACKUP_STILL_THERE = auto()
    NO_CLOSING_REASON = auto()
    ALREADY_USED = auto()
    UNKNOWN_CODE = auto()
    OTHER_ORGANISATION = auto()
    BELOW_FIVE = auto()
    UNKNOWN_FIELD = auto()
    UNBALANCED_BRACES = auto()
    FIXED = auto()
    CLOCK_BEHIND = auto()
    NOT_FOUND = auto()

    # the vault and its files
    WRONG_PASSPHRASE = auto()
    NO_PASSPHRASE = auto()
    WRONG_RECOVERY_CODE = auto()
    MISTYPED_RECOVERY_CODE = auto()
    WEAK_PASSPHRASE = auto()
    NOT_A_VAULT = auto()
    NOT_A_BACKUP = auto()
    DAMAGED_BACKUP = auto()
    DAMAGED = auto()
    DAMAGED_KEY_FILE = auto()
    LOST_KEY_FILES = auto()
    LOST_DATABASE = auto()
    MOVED_AWAY = auto()
    TAMPERED = auto()
    ROLLED_BACK = auto()
    NEWER_FORMAT = auto()
    IN_USE = auto()
    READ_ONLY = auto()
    DISK_FULL = auto()
    NOT_A_FOLDER = auto()
    NETWORK_FOLDER = auto()
    ALREADY_THERE = auto()
    FILE_IN_USE = auto()
    UNREACHABLE = auto()
    OUT_OF_MEMORY = auto()
    NO_DISPLAY = auto()
    DRILL_FAILED = auto()
    STOPPED = auto()

    # figures
    NOT_BEGUN_YET = auto()
    NOT_CLOSED_YET = auto()
    NOT_PLANNED = auto()
    YEAR_BEGAN = auto()
    ALREADY_PLANNED = auto()
    NO_HEADCOUNT = auto()
    UNSAFE_PLAN = auto()
    TOO_MUCH_DETAIL = auto()
    DEPARTMENTS_EXCEED_STAFF = auto()
    CONTRADICTS_LEDGER = auto()
    UNSAFE_FIGURES = auto()
    AUDIT_UNFINISHED = auto()
    FIGURES_CHANGED = auto()
    SOLVER_FAILED = auto()
    CHANGED_MEANWHILE = auto()
    WORDS_IN_LEDGER = auto()
    UNANSWERED = auto()
    NO_ROOM_FOR_WORDS = auto()

    # letters and printing
    NOT_AN_IMAGE = auto()
    IMAGE_TOO_LARGE = auto()
    EMPTY_FILE = auto()
    FILE_UNREADABLE = auto()
    UNKNOWN_TEMPLATE = auto()
    UNKNOWN_RECIPIENT = auto()
    WORK_ADDRESS = auto()
    NO_PRINTER = auto()
    PRINTER_STOPPED = auto()
    PRINTING_FAILED = auto()
    UNPRINTABLE_TEXT = auto()


class ProblemError(Exception):
    """Something cannot be done, for a reason that the user can read and mend.

    The message is the code alone, so that no word of a case can travel in it.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class InvalidError(ProblemError):
    """A value is refused; `field` is its name in the record and of its widget in the form."""

    def __init__(self, field: str, problem: Problem) -> None:
        super().__init__(problem)
        self.field = field

    def __str__(self) -> str:
        """Name the field and the reason, never the value."""
        return f"{self.field}: {self.problem.value}"
