"""One document of every kind that leaves the program, in both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from advisor_app.documents import certificate, letter, recovery_sheet, report
from advisor_app.domain.destruction import Destruction, Ground
from advisor_app.domain.language import Language
from advisor_app.domain.letter import Addressee, LetterContent, Letterhead
from advisor_app.domain.report import FiguresReport, Line, Section, Table, Total

GROUPS = ("9D3KM", "0QW7T", "XJ4PZ", "H2VCB", "8RN6E", "TG5YA", "1F4S")

LETTER = LetterContent(
    letterhead=Letterhead(
        public_name="Marijke van Duinhoven",
        function_line="extern vertrouwenspersoon",
        lines=("Postbus 2140, 6800 CB Oosterveen", "06 0000 2140", "post@vanduinhoven.example"),
    ),
    addressee=Addressee(lines=("Robin Naald", "Lindelaan 4", "6790 AA Waterdal")),
    language=Language.NL,
    written_on=date(2026, 11, 20),
    subject="Bevestiging van ons gesprek op 12 november 2026",
    body="""Beste Robin,

Op 12 november 2026 spraken wij elkaar telefonisch. Dank u voor uw vertrouwen.

## Wat we hebben besproken
U vertelde mij over uw situatie bij Gemeente Waterdal.

## Welke mogelijkheden u heeft
1. U wacht nog even.
2. U voert zelf een gesprek.

## Wat we hebben afgesproken
- U schrijft op wat er gebeurt.
- Ik bel u volgende week.

Deze brief is alleen voor u.""",
    closing="Met vriendelijke groet,\n\nMarijke van Duinhoven\nextern vertrouwenspersoon",
)
PROSE = "Een gewone zin over wat er is gebeurd en wat u daarvan vond, rustig opgeschreven. "
SMALL = FiguresReport(
    organisation="Gemeente Elsveen",
    period="2026",
    advisor="Marijke van Duinhoven",
    language=Language.NL,
    minimum=5,
    total=Total(value=3, promised=True, headcount=350),
    trend=tuple(
        Line(label=year, value=value)
        for year, value in (("2023", 4), ("2024", 2), ("2025", 5), ("2026", 3))
    ),
    sections=(
        Section.BREAKDOWN,
        Section.REACHABILITY,
        Section.DEFINITIONS,
        Section.CONFIDENTIALITY,
    ),
    ledger_head="1a2b3c4d",
    fixed_on=date(2027, 1, 19),
)
SUBJECTS = Table(
    title="Zaken naar hoofdonderwerp",
    column="Hoofdonderwerp",
    total=41,
    remainder=11,
    lines=tuple(
        Line(label=label, value=value)
        for label, value in (
            ("Pesten", 9),
            ("Intimidatie of machtsmisbruik", 8),
            ("Agressie en geweld", None),
            ("Seksuele intimidatie", None),
            ("Discriminatie", None),
            ("Integriteit en misstand", 6),
            ("Arbeidsconflict", 7),
            ("Overig of onbekend", None),
        )
    ),
)
RELATIONS = Table(
    title="Zaken naar relatie met de melder",
    column="De melding gaat over",
    total=41,
    remainder=10,
    lines=tuple(
        Line(label=label, value=value)
        for label, value in (
            ("Direct leidinggevende", 19),
            ("Hogere leiding of directie", None),
            ("Collega", 12),
            ("Iemand van buiten", None),
            ("Organisatie of beleid", None),
            ("Onbekend", None),
        )
    ),
)
LARGE = replace(
    SMALL,
    organisation="Gemeente Waterdal",
    period="2026-Q3",
    total=Total(value=41, promised=False, headcount=1150),
    tables=(SUBJECTS, RELATIONS),
    trend=(),
    sections=(
        Section.DEFINITIONS,
        Section.READING,
        Section.PROTECTION,
        Section.CONFIDENTIALITY,
    ),
)
TALL = replace(
    LARGE,
    tables=(
        Table(
            title="Zaken naar afdeling",
            column="Afdeling",
            total=41,
            lines=(
                Line(label="Zorg", value=41),
                *(Line(label=f"Afdeling {number}", value=None) for number in range(2, 81)),
            ),
        ),
    ),
)
WORDED = replace(
    LARGE,
    narrative=(
        "Leidinggevenden vragen vaker om raad, eerder dan vorig jaar. Dat helpt: wie vroeg om raad"
        " vraagt, hoeft later minder te herstellen.\n\nMijn advies: bespreek omgangsvormen in het"
        " werkoverleg, en <b>noem</b> de weg naar de klachtencommissie & de vertrouwenspersoon.\n"
        "De 41 zaken vroegen samen veel tijd; ruim daar 2 dagen meer voor in."
    ),
)
UNTOLD = replace(SMALL, total=Total(value=None, promised=False, headcount=90), trend=())


def long_letter() -> LetterContent:
    """A letter of several pages: a paragraph and both kinds of list go over a page break."""
    items = [PROSE * 4] * 12
    body = "\n\n".join(
        (
            PROSE * 60,
            "## Wat u kunt doen",
            "\n".join(f"{number}. {text}" for number, text in enumerate(items, start=1)),
            "## Waar u terechtkunt",
            "\n".join(f"- {text}" for text in items),
            PROSE,
        )
    )
    return replace(LETTER, body=body)


@cache
def picture(kind: str = "PNG") -> bytes:
    """A small image with a transparent ground, where the format knows one."""
    image = Image.new("RGBA", (240, 80), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((10, 10, 70, 70), fill=(31, 90, 102, 255))
    output = BytesIO()
    paper = Image.new("RGBA", image.size, "white")
    (image if kind == "PNG" else Image.alpha_composite(paper, image).convert("RGB")).save(
        output, kind
    )
    return output.getvalue()


DESTROYED = Destruction(
    destroyed_at=datetime(2026, 11, 20, 12, tzinfo=UTC), backups=3, unreachable=1,
    last_backup_at=datetime(2026, 11, 19, 12, tzinfo=UTC), ground=Ground.RETENTION_ENDED,
    last_expires_on=date(2026, 12, 24),
)  # fmt: skip


def _of_language(language: Language) -> dict[str, Callable[[], bytes]]:
    drawn = replace(LETTER, language=language)
    head = replace(drawn.letterhead, logo=picture(), signature=picture("JPEG"))
    return {
        "letter": lambda: letter.render(drawn),
        "letter with pictures": lambda: letter.render(replace(drawn, letterhead=head)),
        "long letter": lambda: letter.render(replace(long_letter(), language=language)),
        "figures": lambda: report.render(replace(LARGE, language=language)),
        "figures with own words": lambda: report.render(replace(WORDED, language=language)),
        "figures over pages": lambda: report.render(replace(TALL, language=language)),
        "figures of a small client": lambda: report.render(replace(SMALL, language=language)),
        "figures without a total": lambda: report.render(replace(UNTOLD, language=language)),
        "recovery sheet": lambda: recovery_sheet.render(
            GROUPS, "praktijk", date(2026, 11, 20), language
        ),
        "certificate": lambda: certificate.render(DESTROYED, "M. Verhoeven", language),
    }


EVERY_KIND: dict[str, Callable[[], bytes]] = {
    f"{name}, {language.value}": make
    for language in Language
    for name, make in _of_language(language).items()
}
LONG_KINDS = {kind for kind in EVERY_KIND if "long" in kind or "over pages" in kind}
