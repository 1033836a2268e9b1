"""What stands in figures, and what can be known of the rest, as people say it."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.report import FiguresReport, Section
from advisor_app.domain.reporting import KnownInterval, Preview, Rung


def report_words(report: FiguresReport) -> str:
    """Return the numbers of a report for those who cannot see its pages."""
    hidden = QCoreApplication.translate("Figures", "niet apart getoond")
    total = report.total.value
    parts = [f"{report.organisation}, {report.period}: {hidden if total is None else total}"]
    for table in report.tables:
        lines = [
            f"{line.label}: {hidden if line.value is None else line.value}" for line in table.lines
        ]
        parts.append(f"{table.title}. {'; '.join(lines)}; {table.total}")
    return ". ".join(parts)


def less_words(preview: Preview, meaning: str) -> str:
    """Return why there is not more, by the rule; first what a hidden number means, if it is given."""
    if preview.report.hides():
        words = QCoreApplication.translate(
            "Figures",
            "De getoonde regels zijn samen minder dan het totaal. De rest staat als één aantal op de regel Samen, niet apart getoond, als die rest zelf groot genoeg is. We splitsen haar niet verder: uit elk los aantal kan een kleiner aantal af te leiden zijn. Meer laten zien kan nu niet meer: een bredere periode of grovere groepen kiest u voor een volgend jaar.",
        )
        return f"{meaning} {words}".strip()
    if preview.line.rung is Rung.NOTHING:
        return QCoreApplication.translate(
            "Figures",
            "Bij zo weinig medewerkers is één zaak in één jaar te dicht bij één persoon. Daarom staan hier geen aantallen.",
        )
    if preview.is_promise_alone:
        return QCoreApplication.translate(
            "Figures",
            "Van de andere cijfers van deze periode is niet bewezen dat ze naar niemand wijzen. Daarom staat hier alleen het totaal dat vooraf is beloofd. Ook later komen ze er niet: naast dit overzicht zouden ze te veel kunnen zeggen.",
        )
    if not preview.report.tables and Section.PROTECTION in preview.report.sections:
        words = QCoreApplication.translate(
            "Figures",
            "Elke tabel zou alleen uit regels bestaan die niet apart worden getoond. Daarom staan de tabellen er niet. Zo'n regel kan 0 zijn, minder dan %1, of een aantal waaruit een kleiner aantal af te leiden kan zijn. Meer laten zien kan nu niet meer.",
        )
        return words.replace("%1", str(preview.report.minimum))
    chosen = (
        QCoreApplication.translate(
            "Figures", "Dit jaar was al begonnen; daarom staat hier wat wij adviseren."
        )
        if preview.report.total.within
        else QCoreApplication.translate(
            "Figures", "Vóór het jaar is gekozen wat hier komt te staan."
        )
    )
    if Section.BREAKDOWN_LATER in preview.report.sections:
        words = QCoreApplication.translate(
            "Figures",
            "Een uitsplitsing komt in het overzicht van een langere periode, voor zover zij naar niemand wijst.",
        )
        return f"{chosen} {words}"
    words = QCoreApplication.translate(
        "Figures",
        "Bij minder dan %1 zaken zou elke uitsplitsing naar iemand kunnen wijzen. Meer laten zien kan nu niet meer: dat kiest u voor een volgend jaar.",
    )
    return f"{chosen} {words.replace('%1', str(preview.report.minimum))}"


def known_words(known: Sequence[KnownInterval]) -> str:
    """Return how far the sharpest reader gets, a line for each table."""
    if not known:
        return QCoreApplication.translate(
            "Figures",
            "Er staat alleen in wat is afgesproken. Over soort, afdeling, relatie of persoon is er niets uit af te leiden.",
        )
    lines = [
        QCoreApplication.translate(
            "Figures",
            "Wie alle overzichten heeft en onze regels kent, weet van wat er niet staat hoogstens dit. Geef dit niet door: het staat niet in het overzicht.",
        ),
        QCoreApplication.translate(
            "Figures",
            "Uw eigen aantallen kunnen hierbuiten liggen: een regel blijft ook weg als er te weinig verschillende melders of situaties achter staan, of als er te weinig naast overblijft.",
        ),
    ]
    for table, of_table in groupby(known, key=lambda each: each.table):
        ranges: dict[str, list[str]] = {}
        for each in of_table:
            ranges.setdefault(_range(each), []).append(each.line)
        words = "; ".join(f"{', '.join(names)}: {span}" for span, names in ranges.items())
        lines.append(f"{table}. {words}." if table else f"{words}.")
    return "\n".join(lines)


def _range(known: KnownInterval) -> str:
    if known.most is None:
        words = QCoreApplication.translate("Figures", "%1 of meer")
    elif known.most == known.least:
        words = "%1"
    else:
        words = QCoreApplication.translate("Figures", "%1 tot en met %2")
    return words.replace("%1", str(known.least)).replace("%2", str(known.most))
