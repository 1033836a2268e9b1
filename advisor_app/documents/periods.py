"""Periods of a plan in words: 2026, 2026-H1, 2026-T1, 2026-Q3, 2026/27, 2026-2028."""

import re

from advisor_app.documents.words import Words

_FORMS = {
    "year": re.compile(r"(?P<year>\d{4})"),
    "school": re.compile(r"(?P<year>\d{4}/\d{2})"),
    "half": re.compile(r"(?P<year>\d{4})-H(?P<number>[12])"),
    "third": re.compile(r"(?P<year>\d{4})-T(?P<number>[123])"),
    "quarter": re.compile(r"(?P<year>\d{4})-Q(?P<number>[1-4])"),
    "years": re.compile(r"(?P<first>\d{4}(?:/\d{2})?)-(?P<last>\d{4}(?:/\d{2})?)"),
}


def title(leaf: str, words: Words) -> str:
    """Return how a heading names a period, such as "3e kwartaal 2026"."""
    return _say("period", leaf, words)


def within(leaf: str, words: Words) -> str:
    """Return how a sentence names a period, such as "in het 3e kwartaal van 2026"."""
    return _say("period_in", leaf, words)


def is_year(leaf: str) -> bool:
    """Say whether a leaf is a calendar year."""
    return bool(_FORMS["year"].fullmatch(leaf))


def _say(table: str, leaf: str, words: Words) -> str:
    """Find the form of a leaf; any other name stands for itself."""
    for form, pattern in _FORMS.items():
        if match := pattern.fullmatch(leaf):
            return words.say(f"{table}.{form}", **match.groupdict())
    return words.say(f"{table}.other", year=leaf)
