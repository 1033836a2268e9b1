"""A release in words that can be read aloud: what was published, and not a word of what was not."""

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.report import FiguresReport, Table
from advisor_app.gui.figures.period_words import in_sentence


def heading(report: FiguresReport) -> str:
    """Return which period a release speaks of."""
    words = QCoreApplication.translate("Spoken", "Over %1")
    return words.replace("%1", in_sentence(report.period))


def sentences(report: FiguresReport) -> str:
    """Return a release as paragraphs."""
    return "\n\n".join([_total(report), *map(_table, report.tables)])


def _total(report: FiguresReport) -> str:
    value, period = report.total.value, in_sentence(report.period)
    if value is None:
        words = QCoreApplication.translate("Spoken", "Over %1 noem ik geen aantallen.")
        return words.replace("%1", period)
    words = (
        QCoreApplication.translate("Spoken", "In %1 is 1 zaak geregistreerd.")
        if value == 1
        else QCoreApplication.translate("Spoken", "In %1 zijn %2 zaken geregistreerd.")
    )
    parts = [words.replace("%1", period).replace("%2", str(value))]
    if report.total.promised:
        parts.append(
            QCoreApplication.translate(
                "Spoken", "Er is afgesproken dit totaal altijd te noemen, ook als het 0 is."
            )
        )
        if value < report.minimum:
            few = QCoreApplication.translate(
                "Spoken",
                "Bij minder dan %1 zaken doe ik geen uitspraken over soort, afdeling of verloop.",
            )
            parts.append(few.replace("%1", str(report.minimum)))
    return " ".join(parts)


def _table(table: Table) -> str:
    lines = [f"{line.label}: {line.value}" for line in table.lines if line.value is not None]
    if table.remainder:
        words = QCoreApplication.translate("Spoken", "Al het andere samen: %1")
        lines.append(words.replace("%1", str(table.remainder)))
    return "\n".join([f"{table.title}:", *lines])
