"""The advisor's own text: asked about place by place, fixed with its release, and never changed."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pypdf
import pytest

from advisor_app.domain import draft_keys
from advisor_app.domain.narrative import LONGEST, HitKind
from advisor_app.domain.organisation import Contact
from advisor_app.domain.person import Identity
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FileFormat
from advisor_app.domain.reporting import Rung
from advisor_app.storage.driver import ConstraintError
from tests.services.figures.practice import a_vault_from, ledger_bytes, practice

BEFORE = datetime(2025, 11, 3, 9, tzinfo=UTC)
HARMLESS = (
    "Leidinggevenden vragen vaker om raad. Mijn advies: bespreek omgangsvormen in het werkoverleg."
)


@pytest.fixture
def session(access, clock):
    """Return a vault of November 2025."""
    yield from a_vault_from(clock, access, BEFORE)


@pytest.fixture
def client(session, clock):
    """Return what makes a client of so many cases in 2026, seen from the year after."""

    def make(cases, rung=Rung.YEAR_TOTAL, staff=350, **changes):
        made = practice(session, clock, staff, None, **changes)
        session.reporting.choose(made.id, "2026", rung)
        made.goes_to(2026, 3, 2)
        made.cases(cases)
        made.goes_to(2027, 1, 9)
        return made

    return make


def writes(made, text, release="2026"):
    """Keep a text as the window does, and return what was found in it."""
    made.session.drafts.keep(*draft_keys.of_narrative(made.id, release), text)
    return examined(made, text, release)


def examined(made, text, release="2026"):
    return made.session.narratives.examine(made.id, release, made.previews(release), text)


def answers(made, text, hit, release="2026"):
    return made.session.narratives.answer(made.id, release, made.previews(release), text, hit)


def refused(work):
    with pytest.raises(ProblemError) as caught:
        work()
    return caught.value.problem


def said_on_paper(made, release="2026"):
    content = made.session.reporting.files(made.id, release)[FileFormat.PDF]
    pages = pypdf.PdfReader(BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_text_without_a_hit_leaves_with_the_figures_on_paper_and_in_no_spreadsheet(client):
    made = client(9)
    assert writes(made, f"  {HARMLESS}\n").hits == ()
    assert made.previews("2026").narrative == HARMLESS
    made.fixes("2026")
    files = made.session.reporting.files(made.id, "2026")
    assert f"Signalen en advies {HARMLESS}" in said_on_paper(made)
    assert b"omgangsvormen" not in files[FileFormat.CSV]
    for form in (FileFormat.ODS, FileFormat.XLSX):
        with ZipFile(BytesIO(files[form])) as package:
            assert b"omgangsvormen" not in b"".join(map(package.read, package.namelist()))
    assert "omgangsvormen" not in ledger_bytes(made.session, made.id).decode()


def test_every_name_in_the_vault_is_known_to_the_guard(client, session):
    made = client(9)
    other = practice(
        session, made.clock, 200, {"Gaarkeuken": 60}, code="ELSV", name="Zorggroep Elsveen"
    )
    with session._vault.transaction() as tables:
        person = tables.people.of_organisation(made.id)[0]
        tables.identities.add(Identity(person=person.id, name="Wilhelmina Specht"))
        role = session.codes.list("CTR").items[0].code
        for each, name in ((made.id, "Sjoerd Akkerman"), (other.id, "Tjitske Veldhuis")):
            tables.contacts.add(Contact(organisation=each, role=role, name=name))
        number = tables.cases.of_person(person.id)[0].number
    text = (
        f"Specht, {person.alias.upper()}, Sjoerds, VELDHUIS, {number.lower()}, gaarkeuken,"
        " Elsveen, de directeur, 12 maart, negen, tien, sj@x.example, 0612345678"
    )
    found = examined(made, text)
    assert [hit.kind for hit in found.hits] == [
        HitKind.PERSON, HitKind.PERSON, HitKind.CONTACT, HitKind.CONTACT, HitKind.CASE_NUMBER,
        HitKind.DEPARTMENT, HitKind.ORGANISATION, HitKind.FUNCTION, HitKind.DATE, HitKind.NUMBER,
        HitKind.OTHER_NUMBER, HitKind.EMAIL, HitKind.PHONE,
    ]  # fmt: skip


def test_case_numbers_and_the_names_that_departments_report_under_are_known_to_the_guard(
    client, session
):
    """A number without its hyphen is none by its look, and such a name is that of no department."""
    made = client(9)
    other = practice(session, made.clock, 200, {"Gaarkeuken": 60}, code="ELSV")
    own, *_rest = session._vault.tables.cases.numbers()
    with session._vault.transaction() as tables:
        for year in tables.department_years.of_department(other.departments["Gaarkeuken"]):
            tables.department_years.change(replace(year, reporting_group="Lepelaars"))
    spoken = own.lower().replace("-", " ")
    text = f"Zie {spoken} bij de lepelaars."
    assert [(hit.kind, text[hit.start : hit.end]) for hit in examined(made, text).hits] == [
        (HitKind.CASE_NUMBER, spoken),
        (HitKind.DEPARTMENT, "lepelaars"),
    ]


def test_the_year_that_is_reported_waits_for_no_answer_and_another_does(client):
    made = client(9)
    text = "In 2026 vonden medewerkers beter de weg dan in 2025."
    (hit,) = writes(made, text).hits
    assert text[hit.start : hit.end] == "2025"


def test_a_place_that_waits_keeps_the_figures_from_being_fixed(client):
    made = client(9)
    text = "In alle negen zaken ging het over werkdruk. Er waren twee gesprekken."
    waiting = writes(made, text).unanswered
    assert len(waiting) == 2
    before = ledger_bytes(made.session, made.id)
    assert refused(lambda: made.fixes("2026")) is Problem.UNANSWERED
    assert answers(made, text, waiting[0]).unanswered == waiting[1:]
    assert refused(lambda: made.fixes("2026")) is Problem.UNANSWERED
    assert ledger_bytes(made.session, made.id) == before
    assert answers(made, text, waiting[1]).unanswered == ()
    assert made.session.reporting.preview(made.id, "2026").unanswered == 0
    assert made.fixes("2026").narrative == text


def test_another_word_in_the_sentence_asks_again(client):
    made = client(9)
    text = "Er waren twee adviezen."
    answers(made, text, writes(made, text).unanswered[0])
    assert writes(made, f"Vooraf. {text}").unanswered == ()
    assert len(writes(made, "Er waren twee meldingen.").unanswered) == 1
    assert refused(lambda: made.fixes("2026")) is Problem.UNANSWERED


def test_what_was_answered_stays_with_the_release_and_nothing_else_does(client):
    made = client(9)
    first, last = "Er waren zes gesprekken met Specht.", "Er waren twee adviezen."
    for text in (first, last):
        for hit in writes(made, text).unanswered:
            answers(made, text, hit)
    made.fixes("2026")
    kept = made.session._vault.tables.answers.of_release(made.id, "2026")
    assert [(each.kind, each.words, each.sentence) for each in kept] == [
        (HitKind.OTHER_NUMBER, "twee", "Er waren twee adviezen")
    ]
    assert made.session.drafts.find(*draft_keys.of_narrative(made.id, "2026")) is None


def test_a_fixed_text_never_changes(client):
    made = client(9)
    writes(made, HARMLESS)
    made.fixes("2026")
    files = made.session.reporting.files(made.id, "2026")
    writes(made, "Iets anders.")
    assert made.fixes("2026").narrative == HARMLESS
    assert made.session.reporting.files(made.id, "2026") == files
    with pytest.raises(ConstraintError):
        made.session._vault._database.execute("UPDATE narrative SET text = 'Iets anders.'")


@pytest.mark.parametrize(
    ("cases", "room"), [(0, False), (1, False), (4, False), (5, True), (9, True)]
)
def test_below_the_minimum_there_is_no_room_for_words(client, cases, room):
    made = client(cases)
    made.session.drafts.keep(*draft_keys.of_narrative(made.id, "2026"), HARMLESS)
    report = made.previews("2026")
    assert report.has_room_for_words() is room
    assert report.narrative == (HARMLESS if room else "")
    if not room:
        assert refused(lambda: examined(made, HARMLESS)) is Problem.NO_ROOM_FOR_WORDS
    made.fixes("2026")
    assert ("omgangsvormen" in said_on_paper(made)) is room
    assert ("doet de vertrouwenspersoon geen uitspraken" in said_on_paper(made)) is not room


def test_without_a_total_there_is_no_room_for_words(session, clock):
    made = practice(session, clock, 30, None)
    made.goes_to(2026, 3, 2)
    made.cases(9)
    made.goes_to(2027, 1, 9)
    assert not made.previews("2026").has_room_for_words()


def test_a_text_that_is_too_long_waits_to_be_shortened(client):
    made = client(9)
    writes(made, "a " * (LONGEST // 2 + 1) + "b")
    assert refused(lambda: made.fixes("2026")) is Problem.UNANSWERED
    assert made.session.reporting.preview(made.id, "2026").unanswered == 1


def test_an_earlier_quarter_is_fixed_with_its_text_or_not_at_all(client):
    made = client(60, Rung.PART_TABLES, staff=9_000)
    text = "Er waren twee adviezen."
    hit = writes(made, text, "2026-Q1").unanswered[0]
    assert refused(lambda: made.fixes("2026-Q2")) is Problem.UNANSWERED
    answers(made, text, hit, "2026-Q1")
    made.fixes("2026-Q2")
    assert "Er waren twee adviezen." in said_on_paper(made, "2026-Q1")


def test_the_text_is_shown_by_no_record_and_no_log(client):
    made = client(9)
    text = "Er waren twee adviezen."
    answers(made, text, writes(made, text).unanswered[0])
    report = made.fixes("2026")
    tables = made.session._vault.tables
    for shown in (report, tables.narratives.of_release(made.id, "2026"),
                  tables.answers.of_release(made.id, "2026")):  # fmt: skip
        assert "twee" not in repr(shown)
    rows = made.session._vault._database.all("SELECT thing FROM audit")
    assert not [row for row in rows if "advie" in str(row)]
