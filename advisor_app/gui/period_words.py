"""Periods and choices of figures as people say them."""

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from advisor_app.domain.reporting import Parts, ReleaseLine, Rung

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


def months_words(line: ReleaseLine) -> str:
    """Return the months of a part of a year, such as `juli t/m september`."""
    locale = QLocale()
    words = QCoreApplication.translate("Periods", "%1 t/m %2")
    first, last = map(locale.standaloneMonthName, (line.first.month, line.last.month))
    return words.replace("%1", first).replace("%2", last)


def purpose_words(line: ReleaseLine) -> str:
    """Return what a release is usually for, by how long it is."""
    if line.is_part and line.parts is not None:
        return {
            Parts.QUARTERS: QCoreApplication.translate("Periods", "kwartaaloverzicht"),
            Parts.THIRDS: QCoreApplication.translate("Periods", "tertaaloverzicht"),
            Parts.HALVES: QCoreApplication.translate("Periods", "halfjaaroverzicht"),
        }[line.parts]
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


def rung_words(rung: Rung, parts: Parts | None = None, *, has_pairs: bool = False) -> str:
    """Return what a choice gives, in a few words."""
    words = _rung_words(rung) if parts is None else _divided_words(rung, parts)
    if not has_pairs:
        return words
    return QCoreApplication.translate("Periods", "%1, ook per afdeling").replace("%1", words)


def _rung_words(rung: Rung) -> str:
    return {
        Rung.NOTHING: QCoreApplication.translate("Periods", "verslag zonder aantallen"),
        Rung.TWO_YEAR_TOTAL: QCoreApplication.translate("Periods", "totaal over twee jaar"),
        Rung.YEAR_TOTAL: QCoreApplication.translate("Periods", "jaartotaal"),
        Rung.THREE_YEAR_TABLES: QCoreApplication.translate(
            "Periods", "jaartotaal, na drie jaar tabellen"
        ),
        Rung.YEAR_TABLES: QCoreApplication.translate("Periods", "jaartotaal en tabellen"),
    }[rung]


def _divided_words(rung: Rung, parts: Parts) -> str:
    if rung is Rung.YEAR_TABLES:
        return {
            Parts.QUARTERS: QCoreApplication.translate("Periods", "jaartabellen en kwartalen"),
            Parts.THIRDS: QCoreApplication.translate("Periods", "jaartabellen en tertalen"),
            Parts.HALVES: QCoreApplication.translate("Periods", "jaartabellen en halve jaren"),
        }[parts]
    if rung is Rung.PART_TOTALS:
        return {
            Parts.QUARTERS: QCoreApplication.translate(
                "Periods", "kwartaaltotalen, na het jaar tabellen"
            ),
            Parts.THIRDS: QCoreApplication.translate(
                "Periods", "tertaaltotalen, na het jaar tabellen"
            ),
            Parts.HALVES: QCoreApplication.translate(
                "Periods", "halfjaartotalen, na het jaar tabellen"
            ),
        }[parts]
    return {
        Parts.QUARTERS: QCoreApplication.translate("Periods", "kwartaaltabellen en jaartabellen"),
        Parts.THIRDS: QCoreApplication.translate("Periods", "tertaaltabellen en jaartabellen"),
        Parts.HALVES: QCoreApplication.translate("Periods", "halfjaartabellen en jaartabellen"),
    }[parts]


def rung_title(rung: Rung, parts: Parts | None = None) -> str:
    """Return what a choice is called on its card."""
    if parts is not None:
        return _divided_title(rung, parts)
    return {
        Rung.NOTHING: QCoreApplication.translate("Periods", "Een verslag zonder aantallen"),
        Rung.TWO_YEAR_TOTAL: QCoreApplication.translate("Periods", "Eén totaal over twee jaar"),
        Rung.YEAR_TOTAL: QCoreApplication.translate("Periods", "Alleen het jaartotaal"),
        Rung.THREE_YEAR_TABLES: QCoreApplication.translate(
            "Periods", "Jaartotaal, en een uitsplitsing over drie jaar samen"
        ),
        Rung.YEAR_TABLES: QCoreApplication.translate("Periods", "Elk jaar uitgesplitst"),
    }[rung]


def _divided_title(rung: Rung, parts: Parts) -> str:
    if rung is Rung.YEAR_TABLES:
        return {
            Parts.QUARTERS: QCoreApplication.translate(
                "Periods", "Elk jaar uitgesplitst, met de kwartalen ernaast"
            ),
            Parts.THIRDS: QCoreApplication.translate(
                "Periods", "Elk jaar uitgesplitst, met de tertalen ernaast"
            ),
            Parts.HALVES: QCoreApplication.translate(
                "Periods", "Elk jaar uitgesplitst, met de halve jaren ernaast"
            ),
        }[parts]
    if rung is Rung.PART_TOTALS:
        return {
            Parts.QUARTERS: QCoreApplication.translate(
                "Periods", "Elk kwartaal het totaal, elk jaar uitgesplitst"
            ),
            Parts.THIRDS: QCoreApplication.translate(
                "Periods", "Elk tertaal het totaal, elk jaar uitgesplitst"
            ),
            Parts.HALVES: QCoreApplication.translate(
                "Periods", "Elk halfjaar het totaal, elk jaar uitgesplitst"
            ),
        }[parts]
    return {
        Parts.QUARTERS: QCoreApplication.translate("Periods", "Elk kwartaal uitgesplitst"),
        Parts.THIRDS: QCoreApplication.translate("Periods", "Elk tertaal uitgesplitst"),
        Parts.HALVES: QCoreApplication.translate("Periods", "Elk halfjaar uitgesplitst"),
    }[parts]


def rung_gives(rung: Rung, parts: Parts | None = None, *, has_pairs: bool = False) -> str:
    """Return what a choice gives the organisation; %1 is the minimum."""
    gives = [_rung_gives(rung)]
    if rung is Rung.YEAR_TABLES and parts is not None:
        gives.append(_beside_gives(parts))
    if has_pairs:
        gives.append(
            QCoreApplication.translate(
                "Periods", "Na het jaar ook de onderwerpen van elke afdeling, vanaf %1."
            )
        )
    return " ".join(gives)


def _rung_gives(rung: Rung) -> str:
    return {
        Rung.NOTHING: QCoreApplication.translate("Periods", "Geen aantallen."),
        Rung.TWO_YEAR_TOTAL: QCoreApplication.translate(
            "Periods", "Eén getal per twee jaar. Altijd genoemd, ook als het 0, 1 of 2 is."
        ),
        Rung.YEAR_TOTAL: QCoreApplication.translate(
            "Periods", "Eén getal per jaar. Altijd genoemd, ook als het 0, 1 of 2 is."
        ),
        Rung.THREE_YEAR_TABLES: QCoreApplication.translate(
            "Periods",
            "Elk jaar het totaal, altijd genoemd. Na drie jaar de onderwerpen vanaf %1, over die drie jaar samen.",
        ),
        Rung.YEAR_TABLES: QCoreApplication.translate(
            "Periods", "Na het jaar het totaal, altijd genoemd, en de onderwerpen vanaf %1."
        ),
        Rung.PART_TOTALS: QCoreApplication.translate(
            "Periods",
            "Na elk deel het totaal, altijd genoemd. Na het jaar ook de onderwerpen vanaf %1, over het hele jaar.",
        ),
        Rung.PART_TABLES: QCoreApplication.translate(
            "Periods",
            "Na elk deel het totaal en de onderwerpen, en na het jaar die van het hele jaar. Ook het totaal pas vanaf %1.",
        ),
    }[rung]


def _beside_gives(parts: Parts) -> str:
    return {
        Parts.QUARTERS: QCoreApplication.translate(
            "Periods", "Het totaal van elk kwartaal ook vanaf %1."
        ),
        Parts.THIRDS: QCoreApplication.translate(
            "Periods", "Het totaal van elk tertaal ook vanaf %1."
        ),
        Parts.HALVES: QCoreApplication.translate(
            "Periods", "Het totaal van elk halfjaar ook vanaf %1."
        ),
    }[parts]


def rung_price(rung: Rung, *, has_pairs: bool = False) -> str:
    """Return what a choice costs, in plain words."""
    if not has_pairs:
        return _rung_price(rung)
    pairs = QCoreApplication.translate(
        "Periods",
        "De onderwerpen per afdeling zijn pas zinvol vanaf ongeveer 100 zaken per jaar. Zij kosten geen ander getal, maar de controle kan er een paar minuten door duren.",
    )
    return f"{_rung_price(rung)} {pairs}"


def _rung_price(rung: Rung) -> str:
    told = QCoreApplication.translate(
        "Periods",
        "Bij 0 weet de opdrachtgever dat niemand heeft gemeld. Bij 1 weet wie die melder kent, dat er geen ander was. Soort, afdeling en relatie blijven onvermeld.",
    )
    return {
        Rung.NOTHING: "",
        Rung.TWO_YEAR_TOTAL: told,
        Rung.YEAR_TOTAL: told,
        Rung.THREE_YEAR_TABLES: QCoreApplication.translate(
            "Periods",
            "Pas zinvol vanaf ongeveer 8 zaken per jaar. Bij 3 per jaar blijft bijna altijd alles niet apart getoond. Het ligt drie jaar vast.",
        ),
        Rung.YEAR_TABLES: QCoreApplication.translate(
            "Periods",
            "Pas zinvol vanaf ongeveer 30 zaken per jaar. Bij minder staat er bijna overal: niet apart getoond.",
        ),
        Rung.PART_TOTALS: QCoreApplication.translate(
            "Periods",
            "Pas zinvol vanaf ongeveer 30 zaken per jaar: bij minder kosten deze totalen onderwerpen. Kleine getallen vallen eerder op: bij 8 zaken per jaar is een halfjaartotaal 1 van de 10 keer 0 of 1, een tertaaltotaal 1 van de 4, een kwartaaltotaal 4 van de 10.",
        ),
        Rung.PART_TABLES: QCoreApplication.translate(
            "Periods",
            "Pas zinvol vanaf ongeveer 100 zaken per jaar. Bij minder is per deel bijna niets te laten zien, en blijft van het hele jaar minder over.",
        ),
    }[rung]
