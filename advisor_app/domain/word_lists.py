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

NO_INITIALS = frozenset(listed("NB PS BV NV OR MT HR PO CAO EHBO ICT IT EU VS US UK USA AD ZZP"))
"""Capitals with full stops that are nobody's initials."""

GENERIC = frozenset(
    listed(
        "melder melding anoniem reporter anonymous collega medewerker employee persoon person zaak"
        " case team afdeling unit dienst groep group bureau sector cluster locatie department"
        " gemeente stichting school college waterschap provincie vereniging zorggroep bedrijf holding"
    )
)
"""Words in names that everybody uses."""

CASES = frozenset(
    listed(
        "zaak zaken melding meldingen dossier dossiers gesprek gesprekken klacht klachten incident"
        " incidenten geval gevallen voorval voorvallen signaal signalen kwestie kwesties casus"
        " case cases reports conversation conversations complaint complaints incidents"
        " signals matters"
    )
)
"""What a report counts."""

CASE_ENDINGS = ("zaak", "zaken", "melding", "meldingen", "klacht", "klachten", "dossiers")
NO_CASES = frozenset(
    listed(
        "oorzaak oorzaken noodzaak aanmelding aanmeldingen afmelding afmeldingen vermelding"
        " vermeldingen ziekmelding ziekmeldingen hoofdzaak bijzaak bijzaken"
    )
)
"""How a compound ends that names cases, such as pestmeldingen; and words that end alike."""

GROUPS = (
    "team", "personeel", "medewerk", "groep", "afdeling", "dienst", "staf", "ploeg", "brigade",
    "collega", "mensen", "leden", "leid", "hoofd", "chef", "manager", "unit", "crew", "staff",
)  # fmt: skip
"""What the rest of a compound begins with that names the people of a department, even a short one."""

FEMININE = (
    ("tter", "tster"),
    ("er", "ster"),
    ("eur", "rice"),
    ("aris", "aresse"),
    ("ator", "atrice"),
)
"""How the names of functions end, and how they end for a woman."""

COUNTED = frozenset(
    listed(
        "zaak melding melder persoon medewerker collega leidinggevende man vrouw geval klacht"
        " incident slachtoffer case report reporter person employee colleague manager woman complaint"
        " victim"
    )
)
"""What is counted when `een` or `a` stands before it."""

NONE_OF = (
    CASES
    | COUNTED
    | frozenset(
        listed(
            "melders personen medewerkers collegas leidinggevenden mannen vrouwen slachtoffers"
            " reporters persons people employees colleagues managers women men victims"
        )
    )
)
"""What is counted, as none, when `geen` or `no` stands before it."""

LINES = (
    "discrimin", "pesten", "pester", "gepest", "pestge", "bull(?:y|ied)", "intimid", "agressi",
    "aggressi", "geweld(?!ig)", "violen", "misbruik", "abuse", "harass", "seksue", "sexual",
    "integrit", "misstand", "wrongdoing", "arbeidsconflict", "^labou?r", "ongewenst",
    "undesirable", "fraud", "corrupt", "stalk", "belaging", "aanranding", "assault",
)  # fmt: skip
"""What a line of a report about subjects is called, in any word that is made of it."""

REPORTED = frozenset(
    listed(
        "gemeld meldde meldden geklaagd klaagde klaagden binnengekomen voorgekomen voorkwam"
        " voorkwamen voorgedaan reported complained occur occurred"
    )
)
"""What says alone that there was a case."""

OCCURRED = REPORTED | frozenset(
    listed(
        "ontvangen geregistreerd ingediend gesignaleerd opgetreden geweest genoemd geteld"
        " gevoerd gehouden received registered recorded filed raised happened arose counted held"
    )
)
"""What says of cases that they were there."""

CLAUSES = frozenset(
    listed(
        "dat die wie wat waar omdat doordat zodat maar want dus terwijl hoewel"
        " that who whom which what where if because but while although"
    )
)
"""What begins another clause of the sentence."""

NO_DENIAL = frozenset(
    listed(
        "altijd alles iedereen elke iedere ieder overal alleen meteen direct snel vaak zomaar"
        " always all everything everybody everyone every everywhere only just often"
    )
)
"""What `niet` or `not` denies of nothing that is counted: not always, not only."""

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
