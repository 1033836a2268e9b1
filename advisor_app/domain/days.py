"""Days as people type them (`gisteren`, `12-11`, `ma`, `3 maart`, `+14`), and of a moment."""

import re
from datetime import date, datetime, timedelta

from advisor_app.domain.problems import InvalidError, Problem

_NEAR = {
    "vandaag": 0, "today": 0, "v": 0, "nu": 0, "now": 0,
    "gisteren": -1, "yesterday": -1, "g": -1,
    "eergisteren": -2,
    "morgen": 1, "tomorrow": 1, "m": 1,
    "overmorgen": 2,
    "volgende week": 7, "next week": 7, "vorige week": -7, "last week": -7,
}  # fmt: skip
_FEW = {
    "een": 1, "één": 1, "a": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3,
    "vier": 4, "four": 4,
}  # fmt: skip
_SPANS = {"dag": 1, "dagen": 1, "day": 1, "days": 1, "week": 7, "weken": 7, "weeks": 7}
_WEEKDAYS = (
    ("ma", "maandag", "mon", "monday"),
    ("di", "dinsdag", "tue", "tuesday"),
    ("wo", "woensdag", "wed", "wednesday"),
    ("do", "donderdag", "thu", "thursday"),
    ("vr", "vrijdag", "fri", "friday"),
    ("za", "zaterdag", "sat", "saturday"),
    ("zo", "zondag", "sun", "sunday"),
)
_MONTHS = (
    ("januari", "january"), ("februari", "february"), ("maart", "mrt", "march"),
    ("april",), ("mei", "may"), ("juni", "june"), ("juli", "july"), ("augustus", "august"),
    ("september",), ("oktober", "october"), ("november",), ("december",),
)  # fmt: skip
_WEEKDAY_BEFORE = re.compile(  # as in "vr 20 nov 2026"
    rf"^(?:{'|'.join(name for names in _WEEKDAYS for name in names)})\.?,? (?=\d)"
)
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?")
_WORDS = re.compile(r"(\d{1,2})[- ]([a-z]{3,9})\.?(?:[- ](\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_OFFSET = re.compile(r"([+-])\s?(\d{1,4})")
_AWAY = re.compile(r"(?:over|in) (\w+) (\w+)|(\w+) (\w+) (?:geleden|ago)")


def local_day(moment: datetime) -> date:
    """Return the day of a moment on the advisor's own clock; a vault keeps moments in UTC."""
    return moment.astimezone().date()


def read_day(field: str, typed: str, today: date, *, ahead: bool = False) -> date:
    """Return the day that somebody meant; a day without a year is the nearest one.

    `ahead`: whether days to come are meant (an appointment) or days past (a conversation).

    Raises:
        InvalidError: NOT_A_DATE.
    """
    text = " ".join(typed.casefold().split())
    text = _WEEKDAY_BEFORE.sub("", text)
    day = _near(text, today, ahead=ahead) or _written(text, today, ahead=ahead)
    if day is None:
        raise InvalidError(field, Problem.NOT_A_DATE)
    return day


def _near(text: str, today: date, *, ahead: bool) -> date | None:
    """Return a day that is said from today: a word, a weekday, a number of days."""
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    if offset := _OFFSET.fullmatch(text):
        days = int(offset[2]) * (1 if offset[1] == "+" else -1)
        return today + timedelta(days=days)
    if away := _AWAY.fullmatch(text):
        days = _span(away[1], away[2]) if away[1] else -_span(away[3], away[4])
        return today + timedelta(days=days) if days else None
    for number, names in enumerate(_WEEKDAYS):
        if text in names:
            direction = 1 if ahead else -1
            distance = direction * (number - today.weekday()) % 7 or 7
            return today + timedelta(days=direction * distance)
    return None


def _span(number: str, unit: str) -> int:
    """Return how many days some days or weeks are; 0 if it is something else."""
    many = int(number) if re.fullmatch(r"[0-9]{1,3}", number) else _FEW.get(number, 0)
    return many * _SPANS.get(unit, 0)


def _written(text: str, today: date, *, ahead: bool) -> date | None:
    """Return a day that is written with numbers, or with the name of a month."""
    if iso := _ISO.fullmatch(text):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if numbers := _NUMBERS.fullmatch(text):
        return _dated(int(numbers[1]), int(numbers[2]), numbers[3], today, ahead=ahead)
    if words := _WORDS.fullmatch(text):
        month = _month(words[2])
        if month is not None:
            return _dated(int(words[1]), month, words[3], today, ahead=ahead)
    return None


def _dated(day: int, month: int, year: str | None, today: date, *, ahead: bool) -> date | None:
    if year is not None:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    found = _day(today.year, month, day)
    if found is None:
        return None
    if ahead and found < today:
        return _day(today.year + 1, month, day)
    if not ahead and found > today + timedelta(days=31):
        return _day(today.year - 1, month, day)
    return found


def _month(name: str) -> int | None:
    for number, names in enumerate(_MONTHS, 1):
        if any(full == name or (len(name) == 3 and full.startswith(name)) for full in names):
            return number
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
