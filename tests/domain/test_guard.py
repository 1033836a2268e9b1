"""The guard of the advisor's own text: what points to somebody is asked about, however written."""

import unicodedata
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.guard import KnownNames, scan
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.language import Language
from advisor_app.domain.narrative import Answer, HitKind, examined, fitting, sentence_of
from advisor_app.domain.number_words import spoken
from advisor_app.domain.sentences import sentence_ends
from advisor_app.services.codes import Codes

PERSONS = (
    "Robin Naald",
    "Jan van der Wielen",
    "Łukasz Żółkiewski",
    "Merel",
    "Bo",
    "Anne-Sophie Dijk",
)
KNOWN = KnownNames.of(
    [
        *((HitKind.PERSON, name) for name in PERSONS),
        (HitKind.CONTACT, "mevrouw K. Müller"),
        (HitKind.DEPARTMENT, "Team Burgerzaken"),
        (HitKind.DEPARTMENT, "Binnendienst Noord"),
        (HitKind.ORGANISATION, "Zorggroep De Linde"),
        (HitKind.DEPARTMENT, "Keuken"),
        (HitKind.DEPARTMENT, "Zorg"),
        (HitKind.FUNCTION, "Secretaris"),
        (HitKind.FUNCTION, "Teamleider"),
        (HitKind.FUNCTION, "P&O"),
        (HitKind.CASE_NUMBER, "VP-K7M4"),
    ]
)  # fmt: skip
NAMES = (
    *PERSONS, "Naald", "van der Wielen", "Wielen", "Żółkiewski", "Dijk", "Müller", "Burgerzaken",
    "Binnendienst Noord", "De Linde", "Linde", "Secretaris", "P&O", "VP-K7M4", "keukenteam",
    "keukenpersoneel", "keukenbezetting", "zorgteam", "zorgmedewerkers", "P en O", "PenO", "P and O",
    "teamleidster", "secretaresses",
)  # fmt: skip
NUMBERS = (
    "3", "12", "1.150", "0,5", "50%", "drie", "eenentwintig", "drieëntwintig", "honderdvijf", "één",
    "twintigste", "een derde", "de helft", "anderhalf", "een paar", "beide", "drietal", "tweemaal",
    "driekwart", "one", "twenty-one", "one hundred and five", "third", "half of", "a dozen", "both",
    "threefold", "tweeduizend", "een melder", "a case", "geen klacht", "٣", "duo",
    "trio", "kwartet", "nihil", "none", "nil", "the only", "sole", "uniek", "eenmalige", "geen pestmeldingen",
    "niets gemeld", "no reports", "nothing was reported", "½", "②", "Ⅻ", "XII",
)  # fmt: skip
DAYS = (
    "3 november 2027", "12-11-2027", "2027-11-12", "12/11", "12.11.27", "november", "dinsdag", "maart",
    "2027", "kwartaal", "afgelopen week", "in May", "voorjaar", "14:30", "Tuesday", "2026/27",
)  # fmt: skip
ADDRESSES = (
    "r.naald@waterdal.example", "r.naald (at) waterdal punt nl", "06-12345678", "+31 6 1234 5678",
    "(030) 123 45 67", "www.waterdal.example", "123456782",
)  # fmt: skip
CANARIES = (*NAMES, *NUMBERS, *DAYS, *ADDRESSES)

PLAIN = "Medewerkers weten de weg naar de vertrouwenspersoon steeds beter te vinden"
UNSEEN = ("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u034f", "\u115f")
CYRILLIC = str.maketrans("aceopxyijsABCEHKMOPTX", "асеорхуіјѕАВСЕНКМОРТХ")
FULL_WIDTH = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
BOLD = str.maketrans({
    **{chr(ord("a") + place): chr(0x1D41A + place) for place in range(26)},
    **{chr(ord("A") + place): chr(0x1D400 + place) for place in range(26)},
})  # fmt: skip
SPELLINGS = {
    "as it is": lambda words: words,
    "in capitals": str.upper,
    "in small letters": str.lower,
    "with accents taken apart": lambda words: unicodedata.normalize("NFD", words),
    "in letters of full width": lambda words: words.translate(FULL_WIDTH),
    "in mathematical letters": lambda words: words.translate(BOLD),
    "with letters of another alphabet": lambda words: words.translate(CYRILLIC),
    "with a blank of another width": lambda words: words.replace(" ", "\u2009"),
    "over two lines": lambda words: words.replace(" ", "\r\n"),
}  # fmt: skip


def found_in(text: str, canary: str, start: int) -> bool:
    """Whether a hit lies on the canary that begins there."""
    end = start + len(canary)
    return any(hit.start < end and hit.end > start for hit in scan(text, KNOWN))


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_canary_is_found_in_every_spelling(spelling):
    missed = []
    for canary in CANARIES:
        spelt = SPELLINGS[spelling](canary)
        text = f"{PLAIN}. Het ging om {spelt} en dat was goed."
        if not found_in(text, spelt, text.index(spelt)):
            missed.append(canary)
    assert missed == []


@pytest.mark.parametrize("end", ["\n", "-\n", "-\r\n", "\u2028", "\u00ad\n"])
def test_every_canary_is_found_wherever_a_line_ends_in_it(end):
    missed = []
    for canary in CANARIES:
        for place in range(1, len(canary)):
            broken = canary[:place] + end + canary[place:]
            if not found_in(f"Over {broken}.", broken, 5):
                missed.append(broken)
    assert missed == []


@st.composite
def disguised(draw):
    """A canary with unseen signs, a line break or a hyphen at any place, in any mix of cases."""
    canary = draw(st.sampled_from(CANARIES))
    letters = []
    for place, letter in enumerate(canary):
        if place and not unicodedata.combining(letter):
            letters.append(draw(st.sampled_from(["", "", "", "", *UNSEEN])))
        letters.append(draw(st.sampled_from([letter, letter.upper(), letter.lower()])))
    if draw(st.booleans()):
        place = draw(st.integers(1, max(1, len(letters) - 1)))
        letters.insert(place, draw(st.sampled_from(["\n", "-\n", "-\r\n", "\u2028", "\u00ad\n"])))
    return "".join(letters)


@given(canary=disguised(), before=st.sampled_from(["", "Over ", "(", "“", f"{PLAIN}: "]),
       after=st.sampled_from(["", ".", "’s zaak", " kwam langs", ")", "\n"]))  # fmt: skip
def test_a_canary_is_found_in_any_disguise(canary, before, after):
    text = f"{before}{canary}{after}"
    assert found_in(text, canary, len(before))


@given(
    canary=st.sampled_from(NAMES),
    marks=st.lists(st.sampled_from("\u0300\u0301\u0308\u0327\u0336"), max_size=3),
)
def test_marks_on_letters_hide_no_name(canary, marks):
    spelt = canary[0] + "".join(marks) + canary[1:]
    assert found_in(f"Over {spelt}.", spelt, 5)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_disguised_name_is_called_a_name(spelling):
    for sign in UNSEEN:
        spelt = SPELLINGS[spelling](f"Na{sign}a{sign}ld")
        found = scan(f"Over {spelt}.", KNOWN)
        assert [hit.kind for hit in found] == [HitKind.PERSON], ascii(sign)


@given(text=st.text(max_size=300))
def test_hits_lie_within_any_text_in_order_and_apart(text):
    hits = scan(text, KNOWN, {3})
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= two.start for one, two in pairwise(hits))
    assert scan(text, KNOWN, {3}) == hits


@given(number=st.integers(0, 999))
def test_every_number_in_words_has_its_value(number):
    words = [word for word, value in spoken().items() if value == number]
    assert words or number == 0
    for word in words:
        hits = scan(f"Het waren {word} keer.", KnownNames.of([]), {number})
        assert [hit.kind for hit in hits][:1] == [HitKind.NUMBER]


def kinds(text, figures=()):
    return [(hit.kind, text[hit.start : hit.end]) for hit in scan(text, KNOWN, figures)]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Robin Naald kwam.", [(HitKind.PERSON, "Robin Naald")]),
        ("mevrouw Mueller belde", [(HitKind.CONTACT, "Mueller")]),
        ("bij Burgerzaken", [(HitKind.DEPARTMENT, "Burgerzaken")]),
        ("zoals bij De Linde", [(HitKind.ORGANISATION, "De Linde")]),
        ("de secretaris", [(HitKind.FUNCTION, "secretaris")]),
        ("zie vp k7m4", [(HitKind.CASE_NUMBER, "vp k7m4")]),
        ("op 3 november 2027 om 14:30", [(HitKind.DATE, "3 november 2027"), (HitKind.DATE, "14:30")]),
        ("mail r.naald@waterdal.example", [(HitKind.EMAIL, "r.naald@waterdal.example")]),
        ("bel 06-12345678", [(HitKind.PHONE, "06-12345678")]),
        ("een stilte\u200b", [(HitKind.ODD_SIGN, "\u200b")]),
        ("de Jansenzaak van Naaldman", []),
        ("in de Zolkiewskistraat", [(HitKind.PERSON, "Zolkiewskistraat")]),
    ],
)  # fmt: skip
def test_a_hit_says_what_it_is(text, hits):
    assert kinds(text) == hits


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("Anouk Janssen", "Jansen"),
        ("Anouk Jansen", "Janssen"),
        ("Willem Bakker", "Baker"),
        ("Anne Dijkstra", "Dykstra"),
        ("Anne Dykstra", "Dijkstra"),
        ("Ymke Rijssen", "Rysen"),
        ("Ymke Rysen", "Rijssen"),
    ],
)
def test_a_name_is_found_as_it_is_heard_with_double_letters_and_ij_written_otherwise(
    known, written
):
    somebody = KnownNames.of([(HitKind.PERSON, known)])
    for spelt in (written, written.upper(), f"{written}s"):
        found = scan(f"Over {spelt} niets.", somebody)
        assert [(hit.kind, hit.start, hit.end) for hit in found] == [
            (HitKind.PERSON, 5, 5 + len(spelt))
        ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ik sprak mevrouw Jansen over de regeling.", "Jansen"),
        ("de heer De Vries vroeg raad", "De Vries"),
        ("Collega Fatima hielp daarbij.", "Fatima"),
        ("mijn collega’s Fatima en Karim", "Fatima en Karim"),
        ("met mw. A.B. van der Berg-Jansen besproken", "A.B. van der Berg-Jansen"),
        ("bij Dhr. de Wit", "de Wit"),
        ("volgens ing. Bakker", "Bakker"),
        ("MEVROUW JANSEN", "JANSEN"),
        ("de heren Smit", "Smit"),
        ("mevrouw\nÖzdemir", "Özdemir"),
        ("prof. dr. Maas", "Maas"),
        ("Mr Smith asked me", "Smith"),
        ("Mrs. O'Neill came", "O"),
        ("Ms. Anna Brown", "Anna Brown"),
        ("my colleague Peter said so", "Peter"),
        ("mevrouw Ｊａｎｓｅｎ", "Ｊａｎｓｅｎ"),
    ],
)  # fmt: skip
def test_a_name_that_nobody_knows_is_found_by_the_title_before_it(text, name):
    found = [words for kind, words in kinds(text) if kind is HitKind.ADDRESSED]
    assert found[-1:] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Een collega vroeg raad. De regeling helpt dan.",
        "Spreek uw collega aan. Dat werkt.",
        "een mevrouw van de OR, een heer van P&O en een collega HR",
        "Dames en heren, Dit gaat ons allen aan.",
        "Geachte mevrouw,\nDe cijfers staan hieronder.",
        "Geachte heer\n\nDe cijfers staan hieronder.",
        "rekeningen bij ING Bank, en MS Teams",
        "Dear Sir or Madam, The talks went well. I heard from a colleague I trust.",
        "collega-vertrouwenspersonen, de collega’s van de Ondernemingsraad en andere collega’s",
        "Mijn advies is: laat iedere collega weten dat Vertrouwd werken loont.",
    ],
)
def test_a_title_without_a_name_is_left_alone(text):
    assert HitKind.ADDRESSED not in [kind for kind, _words in kinds(text)]


def test_what_the_vault_knows_is_called_what_it_is_behind_a_title():
    assert kinds("mevrouw Mueller en mevrouw Naald") == [
        (HitKind.CONTACT, "Mueller"),
        (HitKind.PERSON, "Naald"),
    ]


def test_a_number_of_the_report_is_told_from_one_that_is_not():
    text = "Er waren 41 zaken, eenenveertig dus, en 1.150 mensen; twaalf is nieuw, een derde ook."
    assert kinds(text, {41, 1150}) == [
        (HitKind.NUMBER, "41"),
        (HitKind.NUMBER, "eenenveertig"),
        (HitKind.NUMBER, "1.150"),
        (HitKind.OTHER_NUMBER, "twaalf"),
        (HitKind.OTHER_NUMBER, "derde"),
    ]


def test_the_year_of_the_report_alone_is_asked_about_no_more():
    text = "In 2026 waren er 3 zaken, meer dan in 2025; op 3 mei 2026, in 2026-05 en eind 2026."
    found = [(hit.kind, text[hit.start : hit.end]) for hit in scan(text, KNOWN, {3}, ("2026",))]
    assert found == [
        (HitKind.NUMBER, "3"),
        (HitKind.DATE, "2025"),
        (HitKind.DATE, "3 mei 2026"),
        (HitKind.DATE, "2026-05"),
    ]
    somebody = KnownNames.of([(HitKind.PERSON, "2026")])
    assert [hit.kind for hit in scan("2026", somebody, years=("2026",))] == [HitKind.PERSON]


SENTENCES = (
    ("Het was op 3 mei. Drie adviezen volgen.", ["3 mei", "Drie"]),
    ("Het was op 3 mei. 12 adviezen volgen.", ["3 mei", "12"]),
    ("Het was in november.\nDrie adviezen volgen.", ["november", "Drie"]),
    ("Het was op 12.11.2027. Drie adviezen volgen.", ["12.11.2027", "Drie"]),
    ("Het was op “3 mei.” Drie adviezen volgen.", ["3 mei", "Drie"]),
    ("Het was 3 mei! 2 adviezen volgen.", ["3 mei", "2"]),
    ("Zo ging het in 2025. 2026 wordt beter.", ["2025", "2026"]),
    ("Dat zei Robin. Naald was er niet.", ["Robin", "Naald"]),
    ("Dat doet de Binnendienst. Noord doet iets anders.", ["Binnendienst", "Noord"]),
    ("Dat doet de binnendienst. @Merel weet ervan.", ["binnendienst", "@Merel"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words"), SENTENCES)
def test_no_place_runs_over_the_end_of_a_sentence(text, words):
    assert [found for _kind, found in kinds(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Het was op 3 okt. 2026 al zo.", ["3 okt. 2026"]),
        ("op 3 sept. 2026, dus", ["3 sept. 2026"]),
        ("op 3 Nov. 2026, so", ["3 Nov. 2026"]),
        ("op 12. 11. 2027 al", ["12. 11. 2027"]),
        ("op 3. november 2027", ["3. november 2027"]),
        ("met mevrouw K. Müller erbij", ["mevrouw K. Müller"]),
        ("met mw. Jansen erbij", ["Jansen"]),
        ("met mw. A.B. Jansen erbij", ["A.B. Jansen"]),
        ("Vraag a.u.b. Robin Naald erbij", ["Robin Naald"]),
        ("met Jan\nvan der Wielen", ["Jan\nvan der Wielen"]),
    ],
)
def test_a_full_stop_that_ends_no_sentence_parts_nothing(text, words):
    assert [found for _kind, found in kinds(text)] == words


@given(
    one=st.sampled_from(CANARIES),
    two=st.sampled_from(CANARIES),
    mark=st.sampled_from([". ", "! ", "?\n"]),
)
def test_two_sentences_share_no_place(one, two, mark):
    text = f"Over {one} gesproken{mark}Ook {two} kwam langs."
    end = text.index(mark, 5 + len(one)) + 1
    assert all(hit.end <= end or hit.start >= end for hit in scan(text, KNOWN))
    text = f"Over {one}{mark}{two.capitalize()} kwam langs."
    for stop in sentence_ends(text):
        assert not any(hit.start < stop < hit.end for hit in scan(text, KNOWN))


SUBJECTS = [
    leaf.label.text(language)
    for leaf in Codes.shipped().reporting("subject").leaves
    for language in Language
    if leaf.name != "overig"
]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize(
    "said",
    [
        "In deze periode was er geen {}.",
        "{} kwam in deze periode bij ons niet voor.",
        "{} werd nooit genoemd, en de rest wel.",
        "Nergens was sprake van {}.",
        "Over {} is niets gezegd.",
        "There was no {} in this period.",
        "{} did not come up.",
        "{} was never mentioned.",
    ],
)
def test_a_line_of_the_report_that_is_called_empty_is_asked_about(subject, said):
    text = said.format(subject.lower()).capitalize()
    (hit,) = scan(text, KnownNames.of([]))
    assert hit.kind is HitKind.ABSENCE
    assert text[hit.start : hit.end].lower() in {
        "geen", "niet", "nooit", "nergens", "niets", "no", "not", "never",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Geen meldingen over agressie.",
        "Geen enkel nieuw signaal.",
        "Geen leidinggevenden dit keer.",
        "Het keukenteam meldde niets.",
        "Meldingen waren er niet.",
        "Meldingen over de leiding waren er geen.",
        "Gesprekken zijn er niet gevoerd.",
        "Zaken kwamen niet voor.",
        "Dat kwam hier niet voor.",
        "Nooit is geklaagd.",
        "Een half jaar zonder meldingen.",
        "Integriteitszaken waren er niet.",
        "There were no reports of discrimination.",
        "Nothing was reported.",
        "Complaints were not received.",
        "There wasn't any harassment.",
        "There wasn’t any bullying.",
        "A period without complaints.",
    ],
)
def test_a_zero_in_words_is_asked_about(text):
    assert HitKind.ABSENCE in [kind for kind, _words in kinds(text)]


def test_a_zero_in_words_and_the_day_before_it_are_two_questions():
    assert kinds("In november geen klachten.") == [
        (HitKind.DATE, "november"),
        (HitKind.ABSENCE, "geen"),
    ]


def test_what_is_said_of_a_department_and_of_a_subject_is_all_asked_about():
    text = (
        "In dit kwartaal was er geen discriminatie en het keukenteam meldde niets."
        " Geen meldingen over agressie."
    )
    assert kinds(text) == [
        (HitKind.DATE, "kwartaal"),
        (HitKind.ABSENCE, "geen"),
        (HitKind.DEPARTMENT, "keukenteam"),
        (HitKind.ABSENCE, "niets"),
        (HitKind.ABSENCE, "Geen"),
    ]


ORDINARY = """
Medewerkers weten de weg naar de vertrouwenspersoon steeds beter te vinden.
Leidinggevenden weten soms niet wat zij mogen vragen.
Niet iedereen weet dat gesprekken vertrouwelijk zijn.
Pesten is niet altijd zichtbaar voor wie er niet bij is.
Wie niet meldt, blijft er vaak alleen mee zitten.
Medewerkers durven soms niets te zeggen uit angst voor gevolgen.
Er is geen reden om te wachten met een training.
Voor veel medewerkers is de klachtenregeling nog geen bekend begrip.
Een gesprek is nooit te vroeg en niet vrijblijvend.
Zonder vertrouwen geen openheid.
Vraag door, oordeel niet en beloof niets wat u niet kunt waarmaken.
Ik kan niet oordelen over wat er is gebeurd; dat is niet mijn rol.
De vertrouwenspersoon doet geen onderzoek en geeft geen oordeel.
Namen worden nooit genoemd.
Er is geen noodzaak om de regeling te wijzigen.
Meldingen zijn niet te herleiden tot personen.
Dossiers worden niet langer bewaard dan nodig.
Gesprekken zijn vertrouwelijk en worden niet vastgelegd in het personeelsdossier.
Nergens is de drempel zo hoog als bij nieuwe medewerkers.
Roddelen lijkt onschuldig, maar is het niet.
De toon in overleggen is verbeterd en dat is geen toeval.
Wat in het gesprek wordt gezegd, gaat niet naar anderen.
Niet melden heeft vaak te maken met angst voor reacties.
In gesprekken hoor ik dat er geen tijd is voor overleg.
Medewerkers noemen dat besluiten niet worden uitgelegd.
Het helpt om ongewenst gedrag direct te bespreken.
Het gesprek werd niet als prettig ervaren.
Geef nieuwe leidinggevenden een training en laat hen niet te lang wachten.
Zorgen deel je het best vroeg, en zorgvuldig; dat is niet lastig.
De kantines blijven buiten beschouwing, de keuze is vrij.
Managers do not always know whom to ask.
A conversation is never too early.
Nothing here leads to anybody.
I do not investigate and I give no verdict.
There is no need to wait for a training.
People may not speak up because they fear what comes after.
Not everyone knows that the talks are confidential.
Cases are not always closed when the talks are over.
Reports cannot be traced to people.
Leave no doubt about what is acceptable.
""".strip().splitlines()


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_sentence_with_a_denial_is_left_alone(text):
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("F.A. belde.", "F.A."),
        ("Volgens J.d.V. kan dat.", "J.d.V."),
        ("volgens J. de V. ook", "J. de V."),
        ("met A. B. Jansen", "A. B."),
        ("met Ｆ.Ａ. erbij", "Ｆ.Ａ."),
    ],
)
def test_initials_are_asked_about(text, found):
    assert (HitKind.INITIALS, found) in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "N.B. Dit geldt a.u.b. voor allen.",
        "een B.V. of N.V.",
        "de O.R. in de E.U.",
        "Plan A. Dan B.",
    ],
)
def test_shortened_words_are_no_initials(text):
    assert kinds(text) == []


def test_a_short_department_marks_words_that_are_made_of_it_and_no_others():
    text = "zorgteam, zorgpersoneel, zorgen, verzorging, zorgelijk, zorgeloos, bezorgd"
    assert [words for _kind, words in kinds(text)] == ["zorgteam", "zorgpersoneel"]
    text = "keukenmeldingen, keukenachtig, keukenlijk, woonkeukentje"
    assert [words for _kind, words in kinds(text)] == ["keukenmeldingen", "keukenachtig"]


def test_ordinary_advice_is_left_alone():
    text = (
        "Medewerkers weten de weg naar de vertrouwenspersoon te vinden. Ik zie dat een gesprek in een"
        " vroeg stadium helpt, en dat leidinggevenden soms niet weten wat zij mogen vragen. Mijn"
        " advies: neem omgangsvormen op in het werkoverleg en maak de klachtenregeling beter bekend."
        " Some managers may not know whom to ask; a short training helps them to begin the talk."
    )
    assert kinds(text) == []


def test_the_own_name_of_the_organisation_may_stand_there():
    named = [
        (HitKind.ORGANISATION, "Gemeente Waterdal"),
        (HitKind.ORGANISATION, "Gemeente Elsveen"),
    ]
    known = KnownNames.of(named, public=["Gemeente Waterdal"])
    text = "Waterdal is geen Elsveen."
    assert [text[hit.start : hit.end] for hit in scan(text, known)] == ["Elsveen"]


def test_what_the_guard_knows_is_shown_nowhere():
    assert "Naald" not in repr(KNOWN)
    assert "naald" not in repr(KNOWN)


# Answers


def answer_to(text, hit):
    sentence, place = sentence_of(text, hit)
    return Answer(
        organisation=OrganisationId(1), release="2027", kind=hit.kind,
        words=text[hit.start : hit.end], sentence=sentence, place=place,
        answered_at=datetime(2028, 1, 9, tzinfo=UTC),
    )  # fmt: skip


def test_each_place_is_answered_for_itself():
    text = "Het zijn drie adviezen. Drie is genoeg! Het zijn drie adviezen."
    hits = scan(text, KNOWN)
    first = answer_to(text, hits[0])
    assert examined(text, hits, []).unanswered == hits
    assert examined(text, hits, [first]).unanswered == hits[1:]
    assert examined(text, hits, [first, first]).unanswered == (hits[1],)
    every = [answer_to(text, hit) for hit in hits]
    assert examined(text, hits, every).unanswered == ()


def test_an_answer_holds_while_its_sentence_stays_as_it_was():
    text = "Ik zag veel. Het zijn drie adviezen."
    (hit,) = scan(text, KNOWN)
    answer = answer_to(text, hit)
    longer = f"Eerder zag ik minder. {text} Tot slot."
    assert [each.kind for each in scan(longer, KNOWN)] == [HitKind.OTHER_NUMBER]
    assert examined(longer, scan(longer, KNOWN), [answer]).unanswered == ()
    changed = text.replace("adviezen", "meldingen")
    assert examined(changed, scan(changed, KNOWN), [answer]).unanswered
    assert fitting(changed, scan(changed, KNOWN), [answer]) == []
    assert fitting(text, [hit], [answer, answer]) == [answer]
