"""Letters from a template to the very pages that left, in a real vault."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from advisor_app.domain import known_codes
from advisor_app.domain.case import Case, NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.language import Language
from advisor_app.domain.organisation import Advisor, AdvisorRole, Organisation
from advisor_app.domain.person import Identity
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.template import Field, TemplateError
from advisor_app.domain.validation import MEBIBYTE
from advisor_app.services import letter_templates
from advisor_app.services.letter_fields import empty_fields
from advisor_app.services.organisations import OrganisationFile
from advisor_app.services.session import Session
from tests.conftest import PASSPHRASE
from tests.documents import reading
from tests.documents.samples import picture

TEMPLATES = ("adviesbrief", "gespreksbevestiging")
SUBJECT = "Bevestiging van ons gesprek op 12 november 2026"


@pytest.fixture
def client(session: Session) -> Organisation:
    organisation = Organisation(
        code="WATER",
        name="Gemeente Waterdal",
        type=Code("ORG-GEM"),
        regulation="Regeling melden vermoeden misstanden 2023",
        client_since=date(2024, 1, 1),
    )
    return session.organisations.keep(OrganisationFile(organisation=organisation)).organisation


@pytest.fixture
def case(session: Session, client: Organisation) -> Case:
    return session.casework.open_case(NewCase(organisation=client.id, alias="Robin"))


@pytest.fixture
def talk(session: Session, case: Case) -> Conversation:
    conversation = Conversation(
        organisation=case.organisation,
        case=case.id,
        held_on=date(2026, 11, 12),
        form=Code("CTF-VID"),
        kind=Code("CTS-EER"),
        initiator=Code("INI-MEL"),
        minutes=40,
    )
    return session.conversations.log_conversation(
        conversation, "Wat er in de notitie staat."
    ).conversation


@pytest.fixture
def letter(session: Session, case: Case, talk: Conversation) -> Letter:
    return session.correspondence.begin(case.id, "gespreksbevestiging")


@pytest.fixture
def complete(session: Session, letter: Letter) -> Letter:
    """A letter in which every field was filled in."""
    body = letter.body
    for label in unfilled(letter):
        body = body.replace(f"[{label}]", "wat ik hier invulde")
    return session.correspondence.keep(replace(letter, body=body))


def unfilled(letter: Letter) -> tuple[str, ...]:
    """The labels of the fields that still stand in a letter."""
    return empty_fields(f"{letter.subject}\n{letter.body}", letter.language)


def words_of(session: Session, letter: Letter) -> str:
    return reading.text_of(session.correspondence.pdf(letter))


def problem_with(call: Callable[[], object]) -> tuple[str, Problem]:
    with pytest.raises(InvalidError) as refusal:
        call()
    return refusal.value.field, refusal.value.problem


@pytest.mark.parametrize("language", Language)
def test_there_are_templates_in_both_languages(language):
    found = letter_templates.templates(language)
    assert {template.code for template in found} == set(TEMPLATES)
    assert [template.title for template in found] == sorted(template.title for template in found)
    assert {template.language for template in found} == {language}
    assert len({template.title for template in found}) == len(found)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", TEMPLATES)
def test_every_template_addresses_names_and_signs(language, code):
    template = letter_templates.template(code, language)
    for field in (Field.SALUTATION, Field.HELD_ON, Field.ORGANISATION, Field.NEXT_CONTACT):
        assert f"{{{{{field.value}}}}}" in template.body
    assert f"{{{{{Field.SIGNATURE.value}}}}}" in template.closing


def test_a_template_that_is_not_there_is_named_as_such(session, case, problem_of):
    correspondence = session.correspondence
    for call in (
        lambda: letter_templates.template("klachtbrief", Language.NL),
        lambda: letter_templates.template("../problems", Language.NL),
        lambda: correspondence.begin(case.id, "klachtbrief"),
    ):
        assert problem_of(call) == Problem.UNKNOWN_TEMPLATE
    assert correspondence.letters(case.organisation) == []


@pytest.mark.parametrize("recipient", ["ONT-SEC", "ONT-LEI", "ONT-OVR", "ONT-NIX"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_letter_for_the_reporter_is_begun_for_nobody_else(
    session, case, template, recipient, problem_of
):
    begin = session.correspondence.begin
    assert problem_of(lambda: begin(case.id, template, Code(recipient))) == (
        Problem.UNKNOWN_RECIPIENT
    )
    assert session.correspondence.letters(case.organisation) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_is_known_is_filled_in_and_the_rest_keeps_its_label(session, case, talk, template):
    letter = session.correspondence.begin(case.id, template)
    assert letter.body.startswith("Beste Robin,")
    assert "12 november 2026" in letter.body
    assert "Gemeente Waterdal" in letter.body
    assert "[naam van de regeling]" not in letter.body
    assert "{{" not in letter.subject + letter.body
    assert unfilled(letter)
    for label in unfilled(letter):
        assert f"[{label}]" in letter.body
    assert session.correspondence.letter(letter.id) == letter


def test_the_last_conversation_is_the_one_that_is_confirmed(session, letter):
    assert letter.subject == SUBJECT
    assert "Op 12 november 2026 spraken wij elkaar via video." in letter.body


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("CTF-TEL", "spraken wij elkaar telefonisch."),
        ("CTF-LOC", "spraken wij elkaar op locatie."),
        ("CTF-NEU", "spraken wij elkaar op een neutrale plek."),
        ("CTF-MAI", "spraken wij elkaar via e-mail."),
        ("CTF-BRI", "spraken wij elkaar per brief."),
        ("CTF-WAN", "spraken wij elkaar tijdens een wandeling."),
        ("CTF-OVR", "spraken wij elkaar [hoe het gesprek was, bijvoorbeeld via video]."),
    ],
)
def test_how_they_spoke_reads_as_a_sentence(session, case, talk, form, words):
    session.conversations.change_conversation(replace(talk, form=Code(form)), "")
    assert words in session.correspondence.begin(case.id, "gespreksbevestiging").body


def test_every_form_of_contact_but_the_last_has_words_for_a_sentence(session):
    from advisor_app.documents.words import Words

    for language in Language:
        found = {
            item.code: Words(language).find(f"letter.form.{item.code}")
            for item in session.codes.list("CTF").items
        }
        assert [code for code, words in found.items() if not words] == ["CTF-OVR"]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (None, "Ons volgende contact is op 27 november 2026."),
        (time(9, 5), "Ons volgende contact is op 27 november 2026 om 9.05 uur."),
        (time(14, 30), "Ons volgende contact is op 27 november 2026 om 14.30 uur."),
    ],
)
def test_the_next_appointment_stands_in_the_letter(session, case, at, words):
    for kind, due in (
        (known_codes.FOLLOW_UP, date(2026, 11, 23)),
        (known_codes.APPOINTMENT, date(2026, 11, 27)),
        (known_codes.APPOINTMENT, date(2026, 12, 4)),
    ):
        session.agenda.plan(FollowUp(case=case.id, kind=kind, due_on=due, due_at=at, text="x"))
    assert words in session.correspondence.begin(case.id, "gespreksbevestiging").body


def test_an_appointment_that_is_past_or_done_is_not_the_next_one(session, case, clock):
    done = FollowUp(case=case.id, kind=known_codes.APPOINTMENT, due_on=date(2026, 11, 27), text="x")
    session.agenda.finish(session.agenda.plan(done).id)
    session.agenda.plan(replace(done, due_on=clock.today() - timedelta(days=3)))
    letter = session.correspondence.begin(case.id, "gespreksbevestiging")
    assert "dag en manier van het volgende contact" in unfilled(letter)


def test_a_case_of_somebody_anonymous_gives_a_letter_without_a_name(session, client):
    case = session.casework.open_case(NewCase(organisation=client.id, anonymous=True))
    letter = session.correspondence.begin(case.id, "gespreksbevestiging")
    assert letter.body.startswith("[aanhef],")
    assert letter.addressee == ""
    assert "aanhef" in unfilled(letter)
    assert words_of(session, letter)


def test_a_letter_speaks_the_language_of_the_organisation(session, client, case, talk):
    file = session.organisations.file(client.id)
    session.organisations.keep(replace(file, organisation=replace(client, language=Language.EN)))
    letter = session.correspondence.begin(case.id, "gespreksbevestiging")
    assert letter.language is Language.EN
    assert letter.subject == "Confirmation of our conversation on 12 November 2026"
    assert "On 12 November 2026 we spoke by video." in letter.body
    assert "Kind regards" in words_of(session, letter)


def test_the_private_address_of_the_reporter_stands_on_the_letter(session, case):
    session.reporters.keep_identity(
        Identity(
            person=case.person,
            name="Robin Naald",
            private_contact="Lindelaan 4\n6790 AA Waterdal\n06 1234 5678, na zes uur\nrobin@thuis.example",
        )
    )
    letter = session.correspondence.begin(case.id, "gespreksbevestiging")
    assert letter.addressee == "Robin Naald\nLindelaan 4\n6790 AA Waterdal"
    assert letter.body.startswith("Beste Robin Naald,")


@pytest.mark.parametrize(
    "address",
    ["Gemeente Waterdal\nt.a.v. Robin\nPostbus 1", "robin, gemeente  WATERDAL, kamer 3"],
)
def test_a_letter_to_the_reporter_is_not_fixed_for_the_work_address(session, complete, address):
    session.correspondence.keep(replace(complete, addressee=address))
    assert problem_with(lambda: session.correspondence.fix(complete.id)) == (
        "addressee", Problem.WORK_ADDRESS,
    )  # fmt: skip
    session.correspondence.keep(replace(complete, addressee="Robin\nLindelaan 4, Waterdal"))
    assert session.correspondence.fix(complete.id).fixed_on == date(2026, 11, 20)


def test_no_note_gets_into_a_letter_by_itself(session, letter):
    assert "notitie" not in letter.body
    assert "notitie" not in words_of(session, letter)


def test_neither_title_nor_number_of_a_case_stands_in_a_letter(session, case, letter):
    words = f"{letter.subject} {letter.body} {words_of(session, letter)}"
    assert case.number not in words
    assert case.title not in words


def test_a_name_that_looks_like_a_field_or_markup_stays_a_name(session, client):
    name = "<b>Robin</b> & {x} <img src=y>"
    case = session.casework.open_case(NewCase(organisation=client.id, alias=name))
    letter = session.correspondence.begin(case.id, "gespreksbevestiging")
    assert f"Beste {name}," in letter.body
    assert f"Beste {name}," in words_of(session, letter)


def test_a_name_with_double_braces_is_printed_and_never_read_as_a_field(session, client):
    case = session.casework.open_case(NewCase(organisation=client.id, alias="R{{ob}}in"))
    letter = session.correspondence.begin(case.id, "gespreksbevestiging")
    assert "Beste R{ {ob} }in" in words_of(session, letter)


def test_a_field_that_is_typed_is_filled_in_on_paper(session, letter):
    typed = replace(letter, body="{{aanhef}}, over {{ organisatie }}: {{besproken}}.")
    words = words_of(session, typed)
    assert "Beste Robin, over Gemeente Waterdal: [wat er is besproken" in words


@pytest.mark.parametrize(
    ("body", "problem", "name", "start"),
    [
        ("Beste {{naam}},", Problem.UNKNOWN_FIELD, "naam", 6),
        ("{{aanhef}} {{Aanhef}}", Problem.UNKNOWN_FIELD, "Aanhef", 11),
        ("eerst {{aanhef", Problem.UNBALANCED_BRACES, "{{aanhef", 6),
        ("eerst aanhef}} en meer", Problem.UNBALANCED_BRACES, "}} en meer", 12),
        ("{{ {{aanhef}} }}", Problem.UNBALANCED_BRACES, "{{ {{aanhef}} }}", 0),
        ("{{}}", Problem.UNKNOWN_FIELD, "", 0),
        ("{{ __class__ }}", Problem.UNKNOWN_FIELD, "__class__", 0),
    ],
)
def test_a_wrong_field_is_refused_with_its_place(session, letter, body, problem, name, start):
    wrong = session.correspondence.keep(replace(letter, body=body))
    for call in (
        lambda: session.correspondence.pdf(wrong),
        lambda: session.correspondence.fix(wrong.id),
    ):
        with pytest.raises(TemplateError) as refusal:
            call()
        assert (refusal.value.problem, refusal.value.name, refusal.value.start) == (
            problem, name, start,
        )  # fmt: skip
    assert session.correspondence.letter(letter.id).body == body


def test_a_letter_with_an_empty_field_is_not_fixed(session, letter):
    before = session.correspondence.letter(letter.id)
    assert problem_with(lambda: session.correspondence.fix(letter.id)) == ("body", Problem.EMPTY)
    assert session.correspondence.letter(letter.id) == before


def test_a_typed_field_that_nobody_can_fill_counts_as_empty_too(session, complete):
    session.correspondence.keep(replace(complete, body="Over {{besproken}}."))
    assert problem_with(lambda: session.correspondence.fix(complete.id)) == ("body", Problem.EMPTY)
    session.correspondence.keep(replace(complete, body="Over {{organisatie}}."))
    assert session.correspondence.fix(complete.id).fixed_on is not None


def test_empty_fields_are_listed_in_the_order_of_the_text():
    text = "[de afspraken] en [aanhef], [de afspraken], [iets anders]"
    assert empty_fields(text, Language.NL) == ("de afspraken", "aanhef")
    assert empty_fields(text, Language.EN) == ()


def test_values_to_insert_are_offered_by_their_labels(session, letter):
    values = session.correspondence.field_values(letter)
    assert values["organisatie"] == "Gemeente Waterdal"
    assert values["datum van het gesprek"] == "12 november 2026"
    assert values["de afspraken"] == ""
    assert len(values) == len(Field)


def test_a_fixed_letter_keeps_its_very_pages(session, complete, clock, client):
    session.correspondence.keep_advisor(Advisor(public_name="Marijke van Duinhoven"))
    fixed = session.correspondence.fix(complete.id)
    pages = session.correspondence.pdf(fixed)
    assert "20 november 2026" in reading.text_of(pages)
    clock.pass_by(days=40)
    advisor = session.correspondence.advisor()
    session.correspondence.keep_advisor(replace(advisor, public_name="Iemand Anders"))
    file = session.organisations.file(client.id)
    session.organisations.keep(replace(file, organisation=replace(client, name="Gemeente Anders")))
    assert session.correspondence.pdf(session.correspondence.letter(fixed.id)) == pages
    assert fixed.fixed_on == date(2026, 11, 20)


def test_what_was_fixed_is_what_the_preview_showed(session, complete):
    assert session.correspondence.pdf(complete) == session.correspondence.pdf(
        session.correspondence.fix(complete.id)
    )


def test_fixed_pages_are_there_after_the_vault_was_closed(session, access, complete):
    fixed = session.correspondence.fix(complete.id)
    pages = session.correspondence.pdf(fixed)
    folder = session.folder
    session.close()
    again = access.open(folder, PASSPHRASE)
    try:
        found = again.correspondence.letter(fixed.id)
        assert again.correspondence.pdf(found) == pages
    finally:
        again.close()


def test_what_was_fixed_no_longer_changes(session, complete, problem_of):
    fixed = session.correspondence.fix(complete.id)
    correspondence = session.correspondence
    for call in (
        lambda: correspondence.keep(replace(fixed, body="iets anders")),
        lambda: correspondence.keep(replace(fixed, body="iets anders", fixed_on=None)),
        lambda: correspondence.remove(fixed.id),
        lambda: correspondence.fix(fixed.id),
    ):
        assert problem_of(call) == Problem.FIXED
    assert correspondence.letter(fixed.id) == fixed


def test_a_letter_is_kept_as_it_is_written(session, letter, clock):
    clock.pass_by(minutes=3)
    kept = session.correspondence.keep(replace(letter, subject="Anders", body="## Kop\n- punt"))
    assert kept.changed_at == clock.at
    assert session.correspondence.letter(letter.id) == kept


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("body", "é" * (MEBIBYTE // 2 + 1), Problem.OVER_A_MEGABYTE),
        ("subject", "x" * 201, Problem.TOO_LONG),
        ("subject", "twee\nregels", Problem.TOO_LONG),
        ("addressee", "x" * 2_001, Problem.TOO_LARGE),
    ],
)
def test_a_text_that_does_not_fit_is_refused_by_name(letter, name, text, problem):
    assert problem_with(lambda: replace(letter, **{name: text})) == (name, problem)


def test_a_letter_without_a_subject_is_kept_but_not_fixed(session, complete):
    session.correspondence.keep(replace(complete, subject=""))
    assert problem_with(lambda: session.correspondence.fix(complete.id)) == (
        "subject", Problem.EMPTY,
    )  # fmt: skip


def test_a_letter_that_was_removed_can_be_put_back(session, case, letter, problem_of):
    before = session.correspondence.remove(letter.id)
    assert session.correspondence.letters(case.organisation) == []
    assert problem_of(lambda: session.correspondence.letter(letter.id)) == Problem.NOT_FOUND
    back = session.correspondence.put_back(before)
    assert replace(back, id=before.id) == before
    assert session.correspondence.letters(case.organisation) == [back]


def test_letters_stand_latest_first_page_by_page(session, client, case, clock):
    made = []
    for _ in range(5):
        clock.pass_by(minutes=1)
        made.append(session.correspondence.begin(case.id, "adviesbrief"))
    made.reverse()
    assert session.correspondence.letters(client.id) == made
    assert session.correspondence.letters(client.id, offset=1, limit=2) == made[1:3]
    assert session.correspondence.letters(client.id + 1) == []


def test_a_letter_can_be_found_by_its_words(session, letter):
    session.correspondence.keep(replace(letter, body="Over de kerstborrel van vorig jaar."))
    (hit,) = session.search.find("kerstborr").letters
    assert (hit.id, hit.fixed) == (letter.id, False)


def test_the_letterhead_is_empty_until_it_was_asked_for(session, complete):
    assert session.correspondence.advisor() == Advisor()
    assert "Uw vertrouwenspersoon" in words_of(session, complete)
    kept = session.correspondence.keep_advisor(
        Advisor(
            public_name="Marijke van Duinhoven",
            function_line="extern vertrouwenspersoon",
            letterhead_lines="Postbus 2140\npost@vanduinhoven.example",
            logo=picture(),
            signature=picture("JPEG"),
        )
    )
    assert session.correspondence.advisor() == kept
    words = words_of(session, complete)
    assert words.count("Marijke van Duinhoven") == 2
    assert words.count("post@vanduinhoven.example") == 1
    changed = session.correspondence.keep_advisor(replace(kept, function_line="adviseur"))
    assert session.correspondence.advisor() == changed


@pytest.mark.parametrize("name", ["logo", "signature"])
def test_what_is_no_image_never_becomes_a_letterhead(session, name):
    advisor = Advisor(public_name="Marijke", **{name: b"%PDF-1.7"})
    assert problem_with(lambda: session.correspondence.keep_advisor(advisor)) == (
        name, Problem.NOT_AN_IMAGE,
    )  # fmt: skip
    assert session.correspondence.advisor() == Advisor()


def test_beginning_and_fixing_each_say_what_changed(session, complete):
    told: list[frozenset[type]] = []
    session.watch(told.append)
    session.correspondence.fix(complete.id)
    assert [{kind.__name__ for kind in each} for each in told] == [{"Letter", "FixedLetter"}]


def test_a_full_disk_while_fixing_leaves_the_letter_open(session, complete, monkeypatch):
    tables = session._vault.tables

    def refuse(_record: object) -> None:
        raise ProblemError(Problem.DISK_FULL)

    monkeypatch.setattr(tables.letters, "change", refuse)
    with pytest.raises(ProblemError):
        session.correspondence.fix(complete.id)
    monkeypatch.undo()
    assert session.correspondence.letter(complete.id).fixed_on is None
    assert session.correspondence.fix(complete.id).fixed_on is not None


def test_nothing_of_a_letter_stands_in_its_repr(letter, complete):
    assert "Robin" not in repr(letter)
    assert "gesprek op" not in repr(complete)
    with pytest.raises(InvalidError) as refusal:
        replace(letter, subject="geheim" * 50)
    assert "geheim" not in f"{refusal.value!r} {refusal.value}"


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (AdvisorRole.ADVISER, "adviseur van de melder"),
        (AdvisorRole.CONDUIT, "doorgeefluik naar de organisatie"),
        (AdvisorRole.REPORTING_OFFICER, "meldfunctionaris"),
    ],
)
def test_what_the_regulation_says_of_people_and_of_the_advisor_can_go_into_a_letter(
    session, case, role, words
):
    file = session.organisations.file(case.organisation)
    client = replace(file.organisation, advisor_role=role, scope="Medewerkers en inhuur")
    session.organisations.keep(replace(file, organisation=client))
    letter = session.correspondence.begin(case.id, "adviesbrief")
    fields = session.correspondence.field_values(letter)
    assert fields["voor wie de regeling geldt"] == "Medewerkers en inhuur"
    assert fields["uw rol bij een misstand"] == words
