"""The words that the guard of the advisor's text goes by, in comparable letters (folding.py)."""


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a text: a list of words reads best as one."""
    return tuple(words.split())


BETWEEN = frozenset(
    listed(
        "van von vander der den des de het ten ter te op in aan bij la le el al bin ben du da dos di"
        " en of and the mr mw mevrouw meneer heer dhr drs ir ing dr"
    )
)
"""Words in names that name nobody by themselves."""

TITLES = listed(
    "mevrouw meneer mijnheer heer heren dames juffrouw dokter professor doctor sir madam"
)
SHORT_TITLES = listed("mr mw mevr mej dhr dr drs prof mrs ms mx")
ABBREVIATED = frozenset(
    (
        *SHORT_TITLES,
        *listed(
            "ing ir st sint chr afd gem jr sr nr jan feb mrt apr jun jul aug sep sept okt oct nov dec"
        ),
    )
)
"""Words that a full stop shortens, and after which a sentence goes on."""
COLLEAGUES = listed("collega collega's collegas colleague colleagues")
"""What stands before a name: titles, those that may end in a full stop, and colleagues."""

GENERIC = frozenset(
    listed(
        "melder melding anoniem reporter anonymous collega medewerker employee persoon person zaak"
        " case team afdeling unit dienst groep group bureau sector cluster locatie department"
        " gemeente stichting school college waterschap provincie vereniging zorggroep bedrijf holding"
    )
)
"""Words in names that everybody uses."""

COUNTED = frozenset(
    listed(
        "zaak melding melder persoon medewerker collega leidinggevende man vrouw geval klacht"
        " incident slachtoffer case report reporter person employee colleague manager woman complaint"
        " victim"
    )
)
"""What is counted when `een` or `a` stands before it."""

DAYS = frozenset(
    listed(
        "januari februari maart april mei juni juli augustus september oktober november december"
        " january february march june july august october"
        " jan feb mrt apr jun jul aug sep sept okt oct nov dec"
        " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
        " monday tuesday wednesday thursday friday saturday sunday"
        " lente zomer herfst winter voorjaar najaar summer autumn spring"
        " kwartaal kwartalen halfjaar tertaal trimester semester"
        " gisteren eergisteren vandaag morgen yesterday today tomorrow"
        " kerst pasen pinksteren christmas easter"
    )
)
"""Months, days and seasons."""

_LAST = frozenset(listed("vorige afgelopen deze volgende last this next"))

DAYS_AFTER = {
    "may": frozenset(listed("in of since until from by to during last this early late mid")),
    "week": _LAST,
    "maand": _LAST,
    "month": _LAST,
}
"""What is a day only behind certain words."""
