"""The checks that several records share."""

from datetime import date, timedelta

from advisor_app.domain.problems import InvalidError, Problem

EARLIEST = date(1990, 1, 1)
"""No advisor's casebook reaches back further; an older date is a typing error."""

FURTHEST = 3_653
"""Nobody plans more than ten years ahead, in days."""

MEBIBYTE = 1 << 20
"""The largest text of a conversation or a letter, in bytes."""

LINE = 200
"""The longest title, name or alias, in characters."""


def require_line(field: str, text: str, *, longest: int = LINE) -> None:
    """Refuse an empty or overlong single line."""
    if not text.strip():
        raise InvalidError(field, Problem.EMPTY)
    allow_line(field, text, longest=longest)


def allow_line(field: str, text: str, *, longest: int = LINE) -> None:
    """Refuse an overlong line; an empty one is fine."""
    if len(text) > longest or "\n" in text:
        raise InvalidError(field, Problem.TOO_LONG)
    require_size(field, text, largest=4 * longest)


def require_size(field: str, text: str, *, largest: int) -> None:
    """Refuse a text of more than `largest` bytes in UTF-8, and one with half a character in it."""
    if len(text) > largest:
        raise InvalidError(field, Problem.TOO_LARGE)
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise InvalidError(field, Problem.UNREADABLE) from None
    if size > largest:
        raise InvalidError(field, Problem.TOO_LARGE)


def require_text(field: str, text: str) -> None:
    """Refuse a text of more than a mebibyte in UTF-8: about 500 pages."""
    try:
        require_size(field, text, largest=MEBIBYTE)
    except InvalidError as error:
        if error.problem is not Problem.TOO_LARGE:
            raise
        raise InvalidError(field, Problem.OVER_A_MEGABYTE) from None


def require_past(field: str, day: date, today: date) -> None:
    """Refuse a day after today, and one so long ago that it must be a typing error."""
    if day > today:
        raise InvalidError(field, Problem.IN_THE_FUTURE)
    if day < EARLIEST:
        raise InvalidError(field, Problem.TOO_LONG_AGO)


def require_near(field: str, day: date, today: date) -> None:
    """Refuse a day to come that is so far away, or so long ago, that it must be a typing error."""
    if day - today > timedelta(days=FURTHEST):
        raise InvalidError(field, Problem.TOO_FAR_AHEAD)
    if day < EARLIEST:
        raise InvalidError(field, Problem.TOO_LONG_AGO)


def require_minutes(field: str, minutes: int, *, least: int = 0) -> None:
    """Refuse a duration below `least` minutes or longer than a day."""
    if minutes < least:
        raise InvalidError(field, Problem.NOT_POSITIVE)
    if minutes > 24 * 60:
        raise InvalidError(field, Problem.TOO_LONG)
