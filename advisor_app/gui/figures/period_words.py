"""Periods of figures as people say them."""

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from advisor_app.domain.reporting import Parts, ReleaseLine

_YEAR = re.compile(r"\d{4}(?:[-/]\d\d(?!\d))?")


def period_words(release: str) -> str:
    """Return a release or a year: `2026`, `2026/27`, `3e kwartaal 2026`, `2026 t/m 2028`."""
    year, _, part = release.partition("-")
    if part[:1] in {"Q", "T", "H"}:
        words = {
            "Q": QCoreApplication.translate("Periods", "%1e kwartaal %2"),
            "T": QCoreApplication.translate("Periods", "%1e tertaal %2"),
            "H": QCoreApplication.translate("Periods", "%1e halfjaar %2"),
        }[part[0]]
        return words.replace("%1", part[1:]).replace("%2", year)
    years: list[str] = [each.replace("-", "/") for each in _YEAR.findall(release)]
    if len(years) == 1:
        return years[0]
    words = QCoreApplication.translate("Periods", "%1 t/m %2")
    return words.replace("%1", years[0]).replace("%2", years[-1])


def in_sentence(release: str) -> str:
    """Return a release as it stands within a sentence: `2026`, `het 3e kwartaal 2026`."""
    is_part = release.partition("-")[2][:1] in {"Q", "T", "H"}
    words = QCoreApplication.translate("Periods", "het %1", "a part of a year")
    return words.replace("%1", period_words(release)) if is_part else period_words(release)


def years_words(year: str, number: int) -> str:
    """Return so many years, calendar or school, from one on: `2026`, `2026/27 t/m 2028/29`."""
    first = int(year[:4])
    last = first + number - 1
    name = f"{last}/{(last + 1) % 100:02}" if "/" in year else str(last)
    return period_words(year if number == 1 else f"{year}-{name}")


def months_words(line: ReleaseLine) -> str:
    """Return the months of a part of a year, such as `juli t/m september`."""
    locale = QLocale()
    words = QCoreApplication.translate("Periods", "%1 t/m %2")
    first, last = map(locale.standaloneMonthName, (line.first.month, line.last.month))
    return words.replace("%1", first).replace("%2", last)


def purpose_words(line: ReleaseLine) -> str:
    """Return what a release is usually for, by how long it is."""
    if line.is_part and line.parts is not None:
        return in_parts(QCoreApplication.translate("Periods", "%4overzicht"), line.parts)
    if (line.last - line.first).days < 400:
        return QCoreApplication.translate("Periods", "jaaroverzicht")
    return QCoreApplication.translate("Periods", "meerjarenoverzicht")


def day_in_year(day: date) -> str:
    """Return a day without its year: `31 december`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM")


def short_date(day: date) -> str:
    """Return a day as briefly as can be without doubt: `20 jan 2025`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy").replace(".", "")


def parts_words(parts: Parts | None) -> str:
    """Return a division of the year as a list of choices has it."""
    return {
        None: QCoreApplication.translate("Periods", "alleen het hele jaar"),
        Parts.QUARTERS: QCoreApplication.translate("Periods", "kwartalen"),
        Parts.THIRDS: QCoreApplication.translate("Periods", "tertalen (vier maanden)"),
        Parts.HALVES: QCoreApplication.translate("Periods", "halve jaren"),
    }[parts]


def in_parts(words: str, parts: Parts) -> str:
    """Fill in how parts of a year are called: %2 one, %3 all of them, %4 before another word."""
    one, every, before = {
        Parts.QUARTERS: (
            QCoreApplication.translate("Periods", "kwartaal"),
            QCoreApplication.translate("Periods", "kwartalen"),
            QCoreApplication.translate("Periods", "kwartaal", "before another word"),
        ),
        Parts.THIRDS: (
            QCoreApplication.translate("Periods", "tertaal"),
            QCoreApplication.translate("Periods", "tertalen"),
            QCoreApplication.translate("Periods", "tertaal", "before another word"),
        ),
        Parts.HALVES: (
            QCoreApplication.translate("Periods", "halfjaar"),
            QCoreApplication.translate("Periods", "halve jaren"),
            QCoreApplication.translate("Periods", "halfjaar", "before another word"),
        ),
    }[parts]
    return words.replace("%2", one).replace("%3", every).replace("%4", before)
