"""What it costs to have said a figure, in words: first what is lost, then what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.history import Cost
from advisor_app.gui.figures.period_words import in_sentence


def cost_words(cost: Cost) -> str:
    """Return what the advisor reads before a figure that costs something is written down."""
    if cost.exposes:
        return f"{_lost(cost)}\n\n{_advice()}"
    return "\n\n".join((*_at_risk(cost), _advice()))


def _lost(cost: Cost) -> str:
    """Return what can not be given any more beside a figure that exposes."""
    if not cost.loses:
        return QCoreApplication.translate(
            "Saying",
            "Met dit aantal erbij kan iemand een klein aantal uitrekenen. Als u dit vastlegt, keurt de controle het controlebestand van deze organisatie niet meer goed.",
        )
    words = QCoreApplication.translate(
        "Saying",
        "Met dit aantal erbij kan iemand een klein aantal uitrekenen. Als u dit vastlegt, kunt u over %1 geen overzicht meer vaststellen.",
    ).replace("%1", _together(cost.loses))
    if cost.totals:
        promised = QCoreApplication.translate(
            "Saying", "Ook het beloofde totaal over %1 kan dan niet meer gegeven worden."
        )
        words = f"{words} {promised.replace('%1', _together(cost.totals))}"
    return words


def _at_risk(cost: Cost) -> list[str]:
    """Return what may be lost or become less beside a figure that exposes nothing by itself."""
    found = []
    if cost.totals:
        words = QCoreApplication.translate(
            "Saying",
            "Het totaal over %1 is beloofd en nog niet gegeven. Als u dit vastlegt, kan dat misschien niet meer.",
        )
        found.append(words.replace("%1", _together(cost.totals)))
    words = QCoreApplication.translate(
        "Saying",
        "Er komt nog een overzicht over %1. Dat laat door dit aantal misschien minder zien. Klopt het aantal straks niet precies met uw dossiers, dan komt dat overzicht er nooit, ook het totaal niet. Was het een tussenstand? Leg dan alleen uw woorden vast.",
    )
    found.append(words.replace("%1", _together(cost.silences)))
    return found


def _advice() -> str:
    return QCoreApplication.translate(
        "Saying",
        "Nog niet gezegd? Zeg het dan niet, en noem ook geen ander aantal. Al gezegd? Leg het dan vast: wie het hoorde, rekent ermee.",
    )


def _together(periods: Sequence[str]) -> str:
    *before, last = map(in_sentence, periods)
    if not before:
        return last
    words = QCoreApplication.translate("Saying", "%1 en %2")
    return words.replace("%1", ", ".join(before)).replace("%2", last)
