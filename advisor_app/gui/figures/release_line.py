"""A release in the list of figures: its period, what was laid down, and how far it is."""

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.reporting import ReleaseLine, ReleaseState, Rung
from advisor_app.gui.desk import Desk
from advisor_app.gui.figures.period_words import (
    day_in_year,
    months_words,
    period_words,
    short_date,
)
from advisor_app.gui.figures.rung_words import rung_words
from advisor_app.gui.lists.line_list import ListLine


def release_line(line: ReleaseLine, desk: Desk) -> ListLine:
    """Return how a release stands in the list."""
    state, icon, ink = _state(line, desk)
    return ListLine(
        value=line,
        title=period_words(line.id),
        facts=_facts(line, desk),
        state=state,
        icon=icon,
        ink=ink,
    )


def _facts(line: ReleaseLine, desk: Desk) -> str:
    if line.rung is None:
        return QCoreApplication.translate("Releases", "nog geen keuze vastgelegd")
    if line.state is ReleaseState.NOT_BEGUN:
        begins = QCoreApplication.translate("Releases", "begint op %1")
        return begins.replace("%1", desk.long_day(line.first))
    if line.state is ReleaseState.RUNNING:
        last = day_in_year(line.last)
        if line.last.year != desk.today().year:
            last = desk.long_day(line.last)
        return QCoreApplication.translate("Releases", "loopt tot en met %1").replace("%1", last)
    if line.is_part:
        return months_words(line)
    if line.rung is Rung.THREE_YEAR_TABLES:
        covers_all = line.last.year - line.first.year > 1
        return (
            QCoreApplication.translate("Releases", "uitsplitsing over drie jaar")
            if covers_all
            else QCoreApplication.translate("Releases", "jaartotaal")
        )
    return rung_words(line.rung, line.parts, has_pairs=line.has_pairs)


def _state(line: ReleaseLine, desk: Desk) -> tuple[str, str, str]:
    """Return the words of a state, its icon and the colour of both."""
    if line.state is ReleaseState.NO_PLAN:
        begun = line.first <= desk.today()
        words = (
            QCoreApplication.translate("Releases", "Leg ons advies vast")
            if begun
            else QCoreApplication.translate("Releases", "Kies vóór %1").replace(
                "%1", short_date(line.first)
            )
        )
        return words, "triangle-alert", "warn"
    if line.state in {ReleaseState.NOT_BEGUN, ReleaseState.RUNNING}:
        return QCoreApplication.translate("Releases", "Nog niet mogelijk"), "hourglass", "text2"
    if line.state is ReleaseState.READY:
        return (
            QCoreApplication.translate("Releases", "Klaar om vast te stellen"),
            "pencil",
            "accent",
        )
    fixed = "" if line.fixed_on is None else short_date(line.fixed_on)
    return (
        QCoreApplication.translate("Releases", "Vastgesteld %1").replace("%1", fixed),
        "lock",
        "ok",
    )
