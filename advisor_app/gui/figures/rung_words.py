"""Choices of figures as people say them: what they are called, what they give, what they cost."""

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.ladder import CASES_FROM, PAIRS_FROM
from advisor_app.domain.reporting import Parts, Rung
from advisor_app.gui.figures.period_words import in_parts


def rung_words(rung: Rung, parts: Parts | None = None, *, has_pairs: bool = False) -> str:
    """Return what a choice gives, in a few words."""
    words = _rung_words(rung) if parts is None else in_parts(_divided_words(rung), parts)
    if not has_pairs:
        return words
    return QCoreApplication.translate("Rungs", "%1, ook per afdeling").replace("%1", words)


def _rung_words(rung: Rung) -> str:
    return {
        Rung.NOTHING: QCoreApplication.translate("Rungs", "verslag zonder aantallen"),
        Rung.TWO_YEAR_TOTAL: QCoreApplication.translate("Rungs", "totaal over twee jaar"),
        Rung.YEAR_TOTAL: QCoreApplication.translate("Rungs", "jaartotaal"),
        Rung.THREE_YEAR_TABLES: QCoreApplication.translate(
            "Rungs", "jaartotaal, na drie jaar tabellen"
        ),
        Rung.YEAR_TABLES: QCoreApplication.translate("Rungs", "jaartotaal en tabellen"),
    }[rung]


def _divided_words(rung: Rung) -> str:
    return {
        Rung.YEAR_TABLES: QCoreApplication.translate("Rungs", "jaartabellen en %3"),
        Rung.PART_TOTALS: QCoreApplication.translate("Rungs", "%4totalen, jaartabellen"),
        Rung.PART_TABLES: QCoreApplication.translate("Rungs", "%4- en jaartabellen"),
    }[rung]


def rung_title(rung: Rung, parts: Parts | None = None) -> str:
    """Return what a choice is called on its card."""
    if parts is not None:
        return in_parts(_divided_title(rung), parts)
    return {
        Rung.NOTHING: QCoreApplication.translate("Rungs", "Een verslag zonder aantallen"),
        Rung.TWO_YEAR_TOTAL: QCoreApplication.translate("Rungs", "Eén totaal over twee jaar"),
        Rung.YEAR_TOTAL: QCoreApplication.translate("Rungs", "Alleen het jaartotaal"),
        Rung.THREE_YEAR_TABLES: QCoreApplication.translate(
            "Rungs", "Jaartotaal, en een uitsplitsing over drie jaar samen"
        ),
        Rung.YEAR_TABLES: QCoreApplication.translate("Rungs", "Elk jaar uitgesplitst"),
    }[rung]


def _divided_title(rung: Rung) -> str:
    return {
        Rung.YEAR_TABLES: QCoreApplication.translate(
            "Rungs", "Elk jaar uitgesplitst, met de %3 ernaast"
        ),
        Rung.PART_TOTALS: QCoreApplication.translate(
            "Rungs", "Elk %2 het totaal, elk jaar uitgesplitst"
        ),
        Rung.PART_TABLES: QCoreApplication.translate("Rungs", "Elk %2 uitgesplitst"),
    }[rung]


def rung_gives(rung: Rung, parts: Parts | None = None, *, has_pairs: bool = False) -> str:
    """Return what a choice gives the organisation; %1 is the minimum."""
    gives = [_rung_gives(rung)]
    if rung is Rung.YEAR_TABLES and parts is not None:
        beside = QCoreApplication.translate("Rungs", "Het totaal van elk %2 ook vanaf %1.")
        gives.append(in_parts(beside, parts))
    if has_pairs:
        gives.append(
            QCoreApplication.translate(
                "Rungs", "Na het jaar ook de onderwerpen van elke afdeling, vanaf %1."
            )
        )
    return " ".join(gives)


def _rung_gives(rung: Rung) -> str:
    return {
        Rung.NOTHING: QCoreApplication.translate("Rungs", "Geen aantallen."),
        Rung.TWO_YEAR_TOTAL: QCoreApplication.translate(
            "Rungs", "Eén getal per twee jaar. Altijd genoemd, ook als het 0, 1 of 2 is."
        ),
        Rung.YEAR_TOTAL: QCoreApplication.translate(
            "Rungs", "Eén getal per jaar. Altijd genoemd, ook als het 0, 1 of 2 is."
        ),
        Rung.THREE_YEAR_TABLES: QCoreApplication.translate(
            "Rungs",
            "Elk jaar het totaal, altijd genoemd. Na drie jaar de onderwerpen vanaf %1, over die drie jaar samen.",
        ),
        Rung.YEAR_TABLES: QCoreApplication.translate(
            "Rungs", "Na het jaar het totaal, altijd genoemd, en de onderwerpen vanaf %1."
        ),
        Rung.PART_TOTALS: QCoreApplication.translate(
            "Rungs",
            "Na elk deel het totaal, altijd genoemd. Na het jaar ook de onderwerpen vanaf %1, over het hele jaar.",
        ),
        Rung.PART_TABLES: QCoreApplication.translate(
            "Rungs",
            "Na elk deel het totaal en de onderwerpen, en na het jaar die van het hele jaar. Ook het totaal pas vanaf %1.",
        ),
    }[rung]


def rung_price(rung: Rung, *, has_pairs: bool = False) -> str:
    """Return what a choice costs, in plain words."""
    price = _rung_price(rung).replace("%1", str(CASES_FROM[rung]))
    if not has_pairs:
        return price
    pairs = QCoreApplication.translate(
        "Rungs",
        "De onderwerpen per afdeling zijn pas zinvol vanaf ongeveer %1 zaken per jaar. Zij kosten geen ander getal, maar de controle kan er een paar minuten door duren.",
    )
    return f"{price} {pairs.replace('%1', str(PAIRS_FROM))}"


def _rung_price(rung: Rung) -> str:
    """Return it for tables and totals; %1 is from about how many cases a year they are of use."""
    told = QCoreApplication.translate(
        "Rungs",
        "Bij 0 weet de opdrachtgever dat niemand heeft gemeld. Bij 1 weet wie die melder kent, dat er geen ander was. Soort, afdeling en relatie blijven onvermeld.",
    )
    return {
        Rung.NOTHING: "",
        Rung.TWO_YEAR_TOTAL: told,
        Rung.YEAR_TOTAL: told,
        Rung.THREE_YEAR_TABLES: QCoreApplication.translate(
            "Rungs",
            "Pas zinvol vanaf ongeveer %1 zaken per jaar. Bij 3 per jaar blijft bijna altijd alles niet apart getoond. Het ligt drie jaar vast.",
        ),
        Rung.YEAR_TABLES: QCoreApplication.translate(
            "Rungs",
            "Pas zinvol vanaf ongeveer %1 zaken per jaar. Bij minder staat er bijna overal: niet apart getoond.",
        ),
        Rung.PART_TOTALS: QCoreApplication.translate(
            "Rungs",
            "Pas zinvol vanaf ongeveer %1 zaken per jaar. Bij minder laten deze totalen minder onderwerpen over. Ook vallen kleine getallen eerder op: bij 8 zaken per jaar is een halfjaartotaal soms 0 of 1, een tertaaltotaal geregeld, en een kwartaaltotaal bijna de helft van de keren.",
        ),
        Rung.PART_TABLES: QCoreApplication.translate(
            "Rungs",
            "Pas zinvol vanaf ongeveer %1 zaken per jaar. Bij minder is per deel bijna niets te laten zien, en blijft van het hele jaar minder over.",
        ),
    }[rung]
