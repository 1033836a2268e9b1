"""The guard of the advisor's own text: what points to somebody is asked about, however written."""

import unicodedata
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.guard import KnownNames, scan
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.narrative import Answer, HitKind, examined, fitting, sentence_of
from advisor_app.domain.number_words import spoken
from advisor_app.domain.sentences import sentence_ends

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
        (HitKind.FUNCTION, "Secretaris"),
        (HitKind.FUNCTION, "P&O"),
        (HitKind.CASE_NUMBER, "VP-K7M4"),
    ]
)  # fmt: skip
NAMES = (
    *PERSONS, "Naald", "van der Wielen", "Wielen", "Żółkiewski", "Dijk", "Müller", "Burgerzaken",
    "Binnendienst Noord", "De Linde", "Linde", "Secretaris", "P&O", "VP-K7M4",
)  # fmt: skip
NUMBERS = (
    "3", "12", "1.150", "0,5", "50%", "drie", "eenentwintig", "drieëntwintig", "honderdvijf", "één",
    "twintigste", "een derde", "de helft", "anderhalf", "een paar", "beide", "drietal", "tweemaal",
    "driekwart", "one", "twenty-one", "one hundred and five", "third", "half of", "a dozen", "both",
    "threefold", "tweeduizend", "een melder", "a case", "geen klacht", "٣", "½", "②", "Ⅻ", "XII",
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
