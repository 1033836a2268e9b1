"""Periods and choices of figures as people say them."""

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from advisor_app.domain.reporting import ReleaseLine, Rung

_YEAR = re.compile(r"\d{4}(?:[-/]\d\d(?!\d))?")


def period_words(release: str) -> str:
    """Return a release or a year: `2026`, `2026/27`, `3e kwartaal 2026`, `2026 t/m 2028`."""
    year, _, part = release.partition("-")
    parts = {
        "H": QCoreApplication.translate("Periods", "%1e halfjaar %2"),
        "T": QCoreApplication.translate("Periods", "%1e tertaal %2"),
        "Q": QCoreApplication.translate("Periods", "%1e kwartaal %2"),
    }
    if part[:1] in parts:
        return parts[part[0]].replace("%1", part[1:]).replace("%2", year)
    years: list[str] = [each.replace("-", "/") for each in _YEAR.findall(release)]
    if len(years) == 1:
        return years[0]
    words = QCoreApplication.translate("Periods", "%1 t/m %2")
    return words.replace("%1", years[0]).replace("%2", years[-1])


def months_words(line: ReleaseLine) -> str:
    """Return the months of a part of a year, such as `juli t/m september`."""
    locale = QLocale()
    words = QCoreApplication.translate("Periods", "%1 t/m %2")
    first, last = (locale.standaloneMonthName(each.month) for each in (line.first, line.last))
    return words.replace("%1", first).replace("%2", last)


def purpose_words(line: ReleaseLine) -> str:
    """Return what a release is usually for, by how long it is."""
    days = (line.last - line.first).days
    if days < 100:
        return QCoreApplication.translate("Periods", "kwartaaloverzicht")
    if days < 150:
        return QCoreApplication.translate("Periods", "tertaaloverzicht")
    if days < 300:
        return QCoreApplication.translate("Periods", "halfjaaroverzicht")
    if days < 400:
        return QCoreApplication.translate("Periods", "jaaroverzicht")
    return QCoreApplication.translate("Periods", "meerjarenoverzicht")


def day_in_year(day: date) -> str:
    """Return a day without its year: `31 december`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM")


def short_date(day: date) -> str:
    """Return a day as briefly as can be without doubt: `20 jan 2025`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy").replace(".", "")


def rung_words(rung: Rung) -> str:
    """Return what a choice gives, in a few words."""
    return {
        Rung.NOTHING: QCoreApplication.translate("Periods", "verslag zonder aantallen"),
        Rung.TWO_YEAR_TOTAL: QCoreApplication.translate("Periods", "totaal over twee jaar"),
        Rung.YEAR_TOTAL: QCoreApplication.translate("Periods", "jaartotaal"),
        Rung.THREE_YEAR_TABLES: QCoreApplication.translate(
            "Periods", "jaartotaal, na drie jaar tabellen"
        ),
        Rung.YEAR_TABLES: QCoreApplication.translate("Periods", "jaartotaal en tabellen"),
        Rung.YEAR_TABLES_WITH_QUARTERS: QCoreApplication.translate(
            "Periods", "jaartotaal, tabellen en kwartalen"
        ),
        Rung.HALF_YEAR_TOTALS: QCoreApplication.translate(
            "Periods", "halfjaartotalen, na het jaar tabellen"
        ),
        Rung.FOUR_MONTH_TOTALS: QCoreApplication.translate(
            "Periods", "tertaaltotalen, na het jaar tabellen"
        ),
        Rung.QUARTER_TABLES: QCoreApplication.translate("Periods", "kwartaaltabellen"),
    }[rung]


def rung_title(rung: Rung) -> str:
    """Return what a choice is called on its card."""
    return {
        Rung.NOTHING: QCoreApplication.translate("Periods", "Een verslag zonder aantallen"),
        Rung.TWO_YEAR_TOTAL: QCoreApplication.translate("Periods", "Eén totaal over twee jaar"),
        Rung.YEAR_TOTAL: QCoreApplication.translate("Periods", "Alleen het jaartotaal"),
        Rung.THREE_YEAR_TABLES: QCoreApplication.translate(
            "Periods", "Jaartotaal, en een uitsplitsing over drie jaar samen"
        ),
        Rung.YEAR_TABLES: QCoreApplication.translate("Periods", "Elk jaar uitgesplitst"),
        Rung.YEAR_TABLES_WITH_QUARTERS: QCoreApplication.translate(
            "Periods", "Elk jaar uitgesplitst, met de kwartalen ernaast"
        ),
        Rung.HALF_YEAR_TOTALS: QCoreApplication.translate(
            "Periods", "Elk halfjaar het totaal, en elk jaar uitgesplitst"
        ),
        Rung.FOUR_MONTH_TOTALS: QCoreApplication.translate(
            "Periods", "Elke vier maanden het totaal, en elk jaar uitgesplitst"
        ),
        Rung.QUARTER_TABLES: QCoreApplication.translate("Periods", "Elk kwartaal uitgesplitst"),
    }[rung]


def rung_gives(rung: Rung) -> str:
    """Return what a choice gives the organisation."""
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
        Rung.YEAR_TABLES_WITH_QUARTERS: QCoreApplication.translate(
            "Periods",
            "Na het jaar het totaal, altijd genoemd, en de onderwerpen en de kwartalen vanaf %1.",
        ),
        Rung.HALF_YEAR_TOTALS: QCoreApplication.translate(
            "Periods",
            "Twee keer per jaar het totaal, altijd genoemd. Na het jaar ook de onderwerpen vanaf %1, over het hele jaar.",
        ),
        Rung.FOUR_MONTH_TOTALS: QCoreApplication.translate(
            "Periods",
            "Drie keer per jaar het totaal, altijd genoemd. Na het jaar ook de onderwerpen vanaf %1, over het hele jaar.",
        ),
        Rung.QUARTER_TABLES: QCoreApplication.translate(
            "Periods", "Vier keer totaal en onderwerpen. Ook het totaal pas vanaf %1."
        ),
    }[rung]


def rung_price(rung: Rung) -> str:
    """Return what a choice costs, in plain words."""
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
        Rung.YEAR_TABLES_WITH_QUARTERS: QCoreApplication.translate(
            "Periods",
            "Pas zinvol vanaf ongeveer 30 zaken per jaar. De kwartalen kosten geen onderwerpen, maar u geeft ze pas na afloop van het jaar, en elk pas vanaf %1.",
        ),
        Rung.HALF_YEAR_TOTALS: QCoreApplication.translate(
            "Periods",
            "Pas zinvol vanaf ongeveer 30 zaken per jaar. De twee totalen kosten bijna geen onderwerpen. Wel vallen kleine getallen eerder op: bij 8 zaken per jaar is zo'n totaal 1 van de 10 keer 0 of 1.",
        ),
        Rung.FOUR_MONTH_TOTALS: QCoreApplication.translate(
            "Periods",
            "Pas zinvol vanaf ongeveer 40 zaken per jaar: bij 15 kosten de drie totalen de helft van de onderwerpen. Kleine getallen vallen eerder op: bij 8 zaken per jaar is zo'n totaal 1 van de 4 keer 0 of 1.",
        ),
        Rung.QUARTER_TABLES: QCoreApplication.translate(
            "Periods",
            "Pas zinvol vanaf ongeveer 100 zaken per jaar. Bij minder is per kwartaal bijna niets te laten zien.",
        ),
    }[rung]
