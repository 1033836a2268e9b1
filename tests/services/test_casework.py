"""Conversations, cases and reporters: nothing is lost, nothing lands in the wrong place."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.documents.words import Words
from advisor_app.domain import draft_keys, known_codes
from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.language import Language
from advisor_app.domain.note import NoteKind
from advisor_app.domain.organisation import Department, Organisation
from advisor_app.domain.overview import RemovedConversation
from advisor_app.domain.person import Identity
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.validation import MEBIBYTE
from advisor_app.keychain import Keychain
from advisor_app.services.access import Access
from advisor_app.services.casework import REOPENS_WITHIN
from advisor_app.services.organisations import DepartmentFile, OrganisationFile
from advisor_app.services.session import Session
from advisor_app.storage.keys import FLOOR_COST
from tests.conftest import PASSPHRASE, Clock

TODAY = Clock().today()
AGREED = Code("SLU-OVL")
A_TEXT = "De melder wil eerst zelf het gesprek aangaan."
CODES = (f"ORG{number}" for number in count())


def client_of(session: Session, code: str = "WATER", *departments: str) -> Organisation:
    organisation = Organisation(
        code=code,
        name=f"Gemeente {code.title()}",
        type=Code("ORG-GEM"),
        client_since=date(2024, 1, 1),
    )
    files = tuple(
        DepartmentFile(department=Department(organisation=organisation.id, name=name))
        for name in departments
    )
    return session.organisations.keep(
        OrganisationFile(organisation=organisation, departments=files)
    ).organisation


def a_talk(organisation: Organisation, **changes: object) -> Conversation:
    values = {
        "organisation": organisation.id, "held_on": TODAY, "form": Code("CTF-TEL"),
        "kind": Code("CTS-EER"), "initiator": Code("INI-MEL"), "minutes": 15, **changes,
    }  # fmt: skip
    return Conversation(**values)


@pytest.fixture(scope="module")
def session(tmp_path_factory) -> Iterator[Session]:
    """One vault for every test of which the clock stands still; each has its own organisations."""
    home = tmp_path_factory.mktemp("home")
    access = Access(home, lambda: Keychain(None), Clock(), cost=FLOOR_COST)
    session, _code = access.create(access.folders.of("praktijk"), PASSPHRASE)
    yield session
    session.require_whole()
    session.close()


@pytest.fixture
def here(session: Session) -> Organisation:
    return client_of(session, next(CODES), "Ruimte")


@pytest.fixture
def there(session: Session) -> Organisation:
    return client_of(session, next(CODES), "Zorg")


@pytest.fixture
def aging(opened: tuple[Session, str]) -> Session:
    """A vault whose clock can move."""
    return opened[0]


def refused(field: str, problem: Problem, work: Callable[[], object]) -> None:
    with pytest.raises(InvalidError) as refusal:
        work()
    assert (refusal.value.field, refusal.value.problem) == (field, problem)


def test_a_conversation_is_read_back_as_it_was_logged(session, here):
    talk = session.conversations.log_conversation(a_talk(here, held_at=time(10, 15)), A_TEXT)
    assert session.conversations.conversation(talk.conversation.id) == talk
    assert session.conversations.loose_conversations(here.id) == [talk]
    assert talk.note.body == A_TEXT


def test_a_conversation_without_words_has_no_note(session, here):
    assert session.conversations.log_conversation(a_talk(here), " \n").note is None


def test_the_draft_goes_in_the_same_transaction_as_the_conversation(session, here):
    session.drafts.keep("quick_log", "organisation 1", A_TEXT)
    key = ("quick_log", "organisation 1")
    refused(
        "body",
        Problem.OVER_A_MEGABYTE,
        lambda: session.conversations.log_conversation(a_talk(here), "x" * (MEBIBYTE + 1), key),
    )
    assert session.drafts.find(*key).text == A_TEXT
    assert session.conversations.loose_conversations(here.id) == []
    session.conversations.log_conversation(a_talk(here), A_TEXT, key)
    assert session.drafts.find(*key) is None


def test_a_note_may_hold_a_mebibyte_and_not_a_byte_more(session, here):
    talk = session.conversations.log_conversation(a_talk(here), "é" * (MEBIBYTE // 2))
    assert len(talk.note.body.encode()) == MEBIBYTE
    refused(
        "body",
        Problem.OVER_A_MEGABYTE,
        lambda: session.notes.revise_note(talk.note.id, "é" * (MEBIBYTE // 2) + "x"),
    )
    assert session.conversations.conversation(talk.conversation.id) == talk


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"held_on": TODAY + timedelta(days=1)}, "held_on", Problem.IN_THE_FUTURE),
        ({"held_on": date(1926, 11, 20)}, "held_on", Problem.TOO_LONG_AGO),
        ({"form": Code("CTS-EER")}, "form", Problem.UNKNOWN_CODE),
        ({"kind": Code("nonsense")}, "kind", Problem.UNKNOWN_CODE),
        ({"initiator": Code("")}, "initiator", Problem.UNKNOWN_CODE),
    ],
)
def test_a_conversation_that_cannot_be_is_refused_at_its_field(
    session, here, changes, field, problem
):
    refused(
        field,
        problem,
        lambda: session.conversations.log_conversation(a_talk(here, **changes), A_TEXT),
    )
    talk = session.conversations.log_conversation(a_talk(here), A_TEXT).conversation
    refused(
        field,
        problem,
        lambda: session.conversations.change_conversation(replace(talk, **changes), A_TEXT),
    )
    assert [each.conversation for each in session.conversations.loose_conversations(here.id)] == [
        talk
    ]


def test_the_first_conversation_of_a_case_is_a_first_contact_and_the_next_is_not(session, here):
    case = session.casework.open_case(NewCase(organisation=here.id))
    assert session.conversations.default_kind(None) == known_codes.FIRST_CONTACT
    assert session.conversations.default_kind(case.id) == known_codes.FIRST_CONTACT
    session.conversations.log_conversation(a_talk(here, case=case.id), A_TEXT)
    assert session.conversations.default_kind(case.id) == known_codes.NEXT_CONVERSATION


def test_a_case_of_thirty_seconds_is_complete_enough_to_count(session, here):
    case = session.casework.open_case(NewCase(organisation=here.id))
    assert (case.category, case.domain) == ("CAT-ONB", "ONB")
    assert case.title == f"Dossier van {Words(Language.NL).day(TODAY)}"
    assert case.entered_on == case.opened_on == TODAY
    assert session.casework.numbered(case.number) == case
    assert session.casework.change_case(case) == case


def test_a_case_without_a_title_is_called_after_its_subject_or_its_day(session, here):
    day = date(2026, 3, 9)
    bullying = NewCase(organisation=here.id, category=Code("OO-PES"))
    nothing = NewCase(organisation=here.id, opened_on=day)
    titles = [
        session.casework.open_case(new, language=language).title
        for new in (bullying, nothing)
        for language in Language
    ]
    assert titles == ["Pesten", "Bullying", "Dossier van 9 maart 2026", "Case of 9 March 2026"]


@pytest.mark.parametrize(
    ("category", "domain", "status"),
    [
        ("OO-PES", "OO", known_codes.REPORTED),
        ("INT-BEL", "INT", known_codes.THINKING_ALOUD),
        ("MIS-VEI", "MIS", known_codes.THINKING_ALOUD),
        ("OND-DRE", "OND", known_codes.REPORTED),
        ("CAT-ONB", "ONB", known_codes.QUESTION),
    ],
)
def test_a_new_case_stands_where_its_kind_of_matter_begins(session, here, category, domain, status):
    case = session.casework.open_case(NewCase(organisation=here.id, category=Code(category)))
    assert (case.domain, case.status) == (domain, status)


def test_a_loose_conversation_becomes_a_case_and_takes_its_note_along(session, here):
    talk = session.conversations.log_conversation(
        a_talk(here, held_on=TODAY - timedelta(days=3)), A_TEXT
    )
    case = session.casework.open_case(
        NewCase(organisation=here.id, title="Herhaalde opmerkingen", alias="Merel"),
        talk.conversation.id,
    )
    assert (case.opened_on, case.entered_on) == (TODAY - timedelta(days=3), TODAY)
    [entry] = session.casework.timeline(case.id)
    assert entry.logged.note.body == A_TEXT
    assert entry.logged.note.case == entry.logged.conversation.case == case.id
    assert session.conversations.loose_conversations(here.id) == []
    assert session.casework.case(case.id).person.alias == "Merel"


def test_a_loose_conversation_joins_a_case_and_can_be_taken_out_again(session, here):
    case = session.casework.open_case(NewCase(organisation=here.id))
    talk = session.conversations.log_conversation(a_talk(here), A_TEXT)
    session.conversations.join_case(talk.conversation.id, case.id)
    assert len(session.casework.timeline(case.id)) == 1
    session.conversations.take_out(talk.conversation.id)
    assert session.conversations.loose_conversations(here.id) == [talk]
    assert session.casework.timeline(case.id) == []


def test_a_first_contact_becomes_a_next_one_in_a_case_that_has_an_earlier_one(session, here):
    casework, conversations = session.casework, session.conversations
    first = known_codes.FIRST_CONTACT
    case = casework.open_case(NewCase(organisation=here.id))
    earlier, later = (
        conversations.log_conversation(a_talk(here, held_on=TODAY - timedelta(days=days)), A_TEXT)
        for days in (9, 2)
    )
    for talk in (earlier, later):
        conversations.join_case(talk.conversation.id, case.id)
    kinds = [entry.logged.conversation.kind for entry in casework.timeline(case.id)]
    assert kinds == [known_codes.NEXT_CONVERSATION, first]
    conversations.take_out(later.conversation.id, first)
    assert conversations.loose_conversations(here.id) == [later]


def test_a_conversation_of_a_case_joins_no_second_one(session, here):
    first, second = (session.casework.open_case(NewCase(organisation=here.id)) for _ in "12")
    talk = session.conversations.log_conversation(a_talk(here, case=first.id), A_TEXT).conversation
    refused(
        "conversation",
        Problem.ALREADY_USED,
        lambda: session.conversations.join_case(talk.id, second.id),
    )
    refused(
        "conversation",
        Problem.ALREADY_USED,
        lambda: session.casework.open_case(NewCase(organisation=here.id), talk.id),
    )


def test_nothing_of_one_organisation_can_be_tied_to_another(session, here, there):
    casework, conversations = session.casework, session.conversations
    other = Problem.OTHER_ORGANISATION
    mine = casework.open_case(NewCase(organisation=here.id, alias="Merel"))
    theirs = casework.open_case(NewCase(organisation=there.id, alias="Valk"))
    loose = conversations.log_conversation(a_talk(here), A_TEXT).conversation
    [department] = session.organisations.departments(there.id)

    def opened(**changes: object) -> Callable[[], object]:
        return lambda: casework.open_case(NewCase(organisation=here.id, **changes))

    def changed(**changes: object) -> Callable[[], object]:
        return lambda: casework.change_case(replace(mine, **changes))

    refused(
        "case", other, lambda: conversations.log_conversation(a_talk(here, case=theirs.id), A_TEXT)
    )
    refused("case", other, lambda: conversations.join_case(loose.id, theirs.id))
    refused(
        "conversation",
        other,
        lambda: casework.open_case(NewCase(organisation=there.id), loose.id),
    )
    for tie in (opened, changed):
        refused("person", other, tie(person=theirs.person))
        refused("situation", other, tie(situation=theirs.situation))
        refused("department", other, tie(department=department.id))
    refused("organisation", other, changed(organisation=there.id))
    assert casework.case(mine.id).case == mine
    assert len(casework.case_lines(here.id)) == len(casework.case_lines(there.id)) == 1


def test_what_the_advisor_may_not_change_stays_whatever_the_window_sends(aging, clock):
    here = client_of(aging)
    case = aging.casework.open_case(NewCase(organisation=here.id))
    clock.pass_by(days=40)
    changed = aging.casework.change_case(
        replace(
            case, number="VP-EIGEN", entered_on=clock.today(), domain=Code("OO"),
            category=Code("INT-FRA"), further_categories=(Code("OO-PES"),),
            vulnerable_areas=(Code("KWG-GEL"), Code("KWG-UIB")),
            vulnerability_factors=(Code("KVF-PER"),),
        )
    )  # fmt: skip
    assert (changed.number, changed.entered_on) == (case.number, case.entered_on)
    assert changed.domain == "INT"
    assert aging.casework.case(case.id).case == changed
    assert aging.casework.change_case(case) == case  # undo


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"relation": Code("ROL-ZEL")}, "relation", Problem.UNKNOWN_CODE),
        ({"status": Code("STA")}, "status", Problem.UNKNOWN_CODE),
        ({"category": Code("OO-ALLE")}, "category", Problem.UNKNOWN_CODE),
        ({"further_categories": (Code("x"),)}, "further_categories", Problem.UNKNOWN_CODE),
        ({"vulnerable_areas": (Code("KVF-PER"),)}, "vulnerable_areas", Problem.UNKNOWN_CODE),
        ({"effects": (Code("GRD-LFT"),)}, "effects", Problem.UNKNOWN_CODE),
        ({"gender": Code("x")}, "gender", Problem.UNKNOWN_CODE),
        ({"opened_on": TODAY + timedelta(days=1)}, "opened_on", Problem.IN_THE_FUTURE),
        ({"opened_on": date(202, 6, 1)}, "opened_on", Problem.TOO_LONG_AGO),
    ],
)
def test_a_case_that_cannot_be_is_refused_at_its_field(session, here, changes, field, problem):
    case = session.casework.open_case(NewCase(organisation=here.id))
    refused(field, problem, lambda: session.casework.change_case(replace(case, **changes)))
    assert session.casework.case(case.id).case == case


def test_a_case_cannot_close_before_it_opened_or_after_today(session, here):
    case = session.casework.open_case(NewCase(organisation=here.id))
    for day, problem in ((-1, Problem.BEFORE_OPENING), (1, Problem.IN_THE_FUTURE)):
        closed_on = TODAY + timedelta(days=day)
        refused(
            "closed_on",
            problem,
            lambda closed_on=closed_on: session.casework.change_case(
                replace(case, status=known_codes.CLOSED, closed_on=closed_on, closing_reason=AGREED)
            ),
        )


def test_a_case_has_a_last_day_exactly_while_it_is_closed(aging, clock):
    here = client_of(aging)
    case = aging.casework.open_case(NewCase(organisation=here.id))
    clock.pass_by(days=10)
    assert aging.casework.close_case(case.id, AGREED) == case
    closed = aging.casework.case(case.id).case
    assert (closed.status, closed.closed_on) == (known_codes.CLOSED, clock.today())
    assert closed.closing_reason == AGREED
    assert aging.casework.reopen_case(case.id) == closed
    opened = aging.casework.case(case.id).case
    assert (opened.closed_on, opened.closing_reason) == (None, None)
    closing = replace(case, status=known_codes.CLOSED, closing_reason=AGREED)
    by_status = aging.casework.change_case(closing)
    assert by_status.closed_on == clock.today()
    reported = aging.casework.change_case(replace(by_status, status=known_codes.REPORTED))
    assert (reported.closed_on, reported.closing_reason) == (None, None)


def test_closing_asks_for_a_reason_and_everything_else_does_not(session, here):
    """A case that an older version closed has none, and can still be corrected and put back."""
    case = session.casework.open_case(NewCase(organisation=here.id))
    closed = replace(case, status=known_codes.CLOSED, closed_on=TODAY)
    no_reason = ("closing_reason", Problem.NO_CLOSING_REASON)
    refused(*no_reason, lambda: session.casework.change_case(closed))
    other_list = ("closing_reason", Problem.UNKNOWN_CODE)
    refused(*other_list, lambda: session.casework.close_case(case.id, Code("STA-AFG")))
    assert session.casework.put_case_back(closed) == closed
    renamed = replace(closed, title="Andere titel")
    assert session.casework.change_case(renamed) == renamed
    assert session.casework.reopen_case(case.id) == renamed
    assert session.casework.put_case_back(renamed) == renamed


def test_grounds_of_discrimination_are_kept_only_with_a_case_about_that(session, here):
    case = session.casework.open_case(NewCase(organisation=here.id))
    grounds = replace(case, discrimination_grounds=(Code("GRD-LFT"), Code("GRD-GES")))
    assert session.casework.change_case(grounds).discrimination_grounds == ()
    for about in ({"category": Code("OO-DIS")}, {"further_categories": (Code("OO-DIS"),)}):
        kept = session.casework.change_case(replace(grounds, **about))
        assert kept.discrimination_grounds == grounds.discrimination_grounds
    assert session.casework.change_case(replace(kept, further_categories=())) == case


def test_a_case_that_closed_half_a_year_ago_stays_closed(aging, clock):
    here = client_of(aging)
    case = aging.casework.open_case(NewCase(organisation=here.id, alias="Merel"))
    aging.casework.close_case(case.id, AGREED)
    clock.pass_by(days=REOPENS_WITHIN.days)
    aging.casework.reopen_case(case.id)
    aging.casework.close_case(case.id, AGREED)
    clock.pass_by(days=REOPENS_WITHIN.days + 1)
    refused("case", Problem.CLOSED_LONG_AGO, lambda: aging.casework.reopen_case(case.id))
    again = aging.casework.open_case(NewCase(organisation=here.id, person=case.person))
    assert again.person == case.person


def test_all_who_give_no_name_are_one_person_in_each_organisation(session, here, there):
    def opened(organisation: Organisation, **values: object) -> int:
        new = NewCase(organisation=organisation.id, **values)
        return session.casework.open_case(new).person

    anonymous = opened(here)
    assert opened(here, alias="  ") == opened(here, alias="Merel", anonymous=True) == anonymous
    assert opened(there) != anonymous
    assert opened(here, alias="Merel") != anonymous
    assert [each.alias for each in session.reporters.of_organisation(here.id)] == ["Merel"]


def test_the_same_alias_is_the_same_person_within_an_organisation(session, here, there):
    merel, again, elsewhere = (
        session.casework.open_case(NewCase(organisation=each.id, alias=alias)).person
        for each, alias in ((here, "Merel"), (here, " MEREL "), (there, "Merel"))
    )
    assert merel == again != elsewhere


def test_an_anonymous_reporter_who_gives_a_name_becomes_somebody_of_their_own(session, here):
    first, second = (session.casework.open_case(NewCase(organisation=here.id)) for _ in "12")
    named = session.reporters.name_reporter(first.id, "Merel")
    assert session.casework.case(first.id).person == named
    assert session.casework.case(second.id).person.anonymous
    assert session.reporters.name_reporter(first.id, "Valk").id == named.id
    assert session.reporters.name_reporter(second.id, "valk").id == named.id


def test_a_reporter_is_never_renamed_to_nobody_or_to_somebody_else(session, here):
    merel, valk = (
        session.casework.open_case(NewCase(organisation=here.id, alias=alias))
        for alias in ("Merel", "Valk")
    )
    refused("alias", Problem.EMPTY, lambda: session.reporters.name_reporter(merel.id, " "))
    refused(
        "alias", Problem.ALREADY_USED, lambda: session.reporters.name_reporter(valk.id, "merel")
    )
    assert session.casework.case(valk.id).person.alias == "Valk"


def test_several_reporters_can_share_a_situation(session, here):
    first = session.casework.open_case(NewCase(organisation=here.id, alias="Merel"))
    second = session.casework.open_case(
        NewCase(organisation=here.id, alias="Valk", situation=first.situation)
    )
    alone = session.casework.open_case(NewCase(organisation=here.id, alias="Iep"))
    assert first.situation == second.situation != alone.situation
    joined = session.casework.change_case(replace(alone, situation=first.situation))
    assert joined.situation == first.situation


def test_who_a_reporter_really_is_stands_apart_and_is_empty_at_first(session, here):
    case = session.casework.open_case(NewCase(organisation=here.id, alias="Merel"))
    assert session.reporters.identity(case.person) == Identity(person=case.person)
    identity = Identity(person=case.person, name="M. Voorbeeld", private_contact="06 0000 0001")
    session.reporters.keep_identity(identity)
    assert session.reporters.identity(case.person) == identity
    assert "Voorbeeld" not in repr(session.casework.case(case.id)) + repr(identity)


def test_a_corrected_note_keeps_what_stood_there(session, here):
    talk = session.conversations.log_conversation(a_talk(here), "eerst")
    changed = session.conversations.change_conversation(
        replace(talk.conversation, minutes=45), "daarna"
    )
    assert (changed.note.body, changed.note.version) == ("daarna", 2)
    same = session.conversations.change_conversation(changed.conversation, "daarna")
    assert same.note == changed.note
    [earlier] = session._vault.tables.notes.earlier(talk.note.id)
    assert earlier.body == "eerst"


def test_a_conversation_that_got_no_note_can_get_one_later(session, here):
    talk = session.conversations.log_conversation(a_talk(here), "")
    changed = session.conversations.change_conversation(talk.conversation, A_TEXT)
    assert changed.note.body == A_TEXT


def test_correcting_a_conversation_never_moves_it(session, here, there):
    case = session.casework.open_case(NewCase(organisation=here.id))
    talk = session.conversations.log_conversation(a_talk(here, case=case.id), A_TEXT).conversation
    moved = replace(talk, organisation=there.id, case=None)
    assert session.conversations.change_conversation(moved, A_TEXT).conversation == talk


def test_a_removed_conversation_comes_back_with_every_version_of_its_note(session, here):
    case = session.casework.open_case(NewCase(organisation=here.id))
    talk = session.conversations.log_conversation(a_talk(here, case=case.id), "een")
    for text in ("twee", "drie"):
        talk = session.conversations.change_conversation(talk.conversation, text)
    removed = session.conversations.remove_conversation(talk.conversation.id)
    assert session.casework.timeline(case.id) == []
    assert session.search.find("drie").notes == ()
    back = session.conversations.put_back(removed)
    assert replace(back.conversation, id=talk.conversation.id) == talk.conversation
    earlier = session._vault.tables.notes.earlier(back.note.id)
    assert [back.note.body, *(each.body for each in earlier)] == ["drie", "twee", "een"]
    session.require_whole()


def test_the_draft_of_a_new_case_goes_with_its_opening_and_stays_while_it_is_refused(session, here):
    key = draft_keys.of_new_case(here.id, None)
    session.drafts.keep(*key, "een titel")
    tomorrow = NewCase(organisation=here.id, opened_on=date(2199, 1, 1))
    refused(
        "opened_on",
        Problem.IN_THE_FUTURE,
        lambda: session.casework.open_case(tomorrow, draft=key),
    )
    assert session.drafts.find(*key).text == "een titel"
    session.casework.open_case(NewCase(organisation=here.id), draft=key)
    assert session.drafts.find(*key) is None


def test_of_a_removed_conversation_no_draft_is_left(session, here):
    talk, other = (session.conversations.log_conversation(a_talk(here), "een") for _ in range(2))
    for each in (talk, other):
        number = each.conversation.id
        session.drafts.keep(*draft_keys.of_conversation(number), "een andere lezing")
        session.drafts.keep(*draft_keys.of_new_case(here.id, number), "een titel")
    session.conversations.remove_conversation(talk.conversation.id)
    left = {each.target for each in session.drafts.all()}
    assert left == {draft_keys.of_conversation(other.conversation.id).target}


def test_a_removed_conversation_without_a_note_comes_back_too(session, here):
    talk = session.conversations.log_conversation(a_talk(here), "")
    removed = session.conversations.remove_conversation(talk.conversation.id)
    assert isinstance(removed, RemovedConversation)
    assert session.conversations.put_back(removed).note is None


def test_the_timeline_tells_the_latest_first_notes_of_the_case_included(session, here):
    case = session.casework.open_case(NewCase(organisation=here.id))
    for days in (5, 1, 3):
        session.conversations.log_conversation(
            a_talk(here, case=case.id, held_on=TODAY - timedelta(days=days)), str(days)
        )
    note = session.notes.add_note(case.id, "Toets", NoteKind.PRELIMINARY_CHECK)
    entries = session.casework.timeline(case.id)
    assert [each.on for each in entries] == [TODAY - timedelta(days=days) for days in (0, 1, 3, 5)]
    assert entries[0].note == note
    assert session.notes.revise_note(note.id, "Toets, aangevuld").version == 2


def test_the_letters_of_a_case_stand_in_its_timeline_the_later_ones_on_top(session, here):
    case = session.casework.open_case(NewCase(organisation=here.id))
    session.conversations.log_conversation(a_talk(here, case=case.id, held_on=TODAY), "Gesprek")
    letter = session.correspondence.begin(case.id, "gespreksbevestiging")
    entries = session.casework.timeline(case.id)
    assert [each.letter for each in entries] == [letter, None]
    assert entries[0].on == TODAY
    session.correspondence.remove(letter.id)
    assert [each.letter for each in session.casework.timeline(case.id)] == [None]


def test_the_header_shows_the_next_appointment_that_is_not_done(session, here):
    case = session.casework.open_case(NewCase(organisation=here.id))
    for days, kind in ((9, "FUP-AFS"), (2, "FUP-AFS"), (1, "FUP-OPV"), (-3, "FUP-AFS")):
        session.agenda.plan(
            FollowUp(case=case.id, kind=Code(kind), due_on=TODAY + timedelta(days=days))
        )
    file = session.casework.case(case.id)
    assert file.next_appointment.due_on == TODAY + timedelta(days=2)
    session.agenda.finish(file.next_appointment.id)
    later = session.casework.case(case.id).next_appointment
    assert later.due_on == session.casework.case_line(case.id).next_on == TODAY + timedelta(days=9)


def test_a_case_that_is_not_there_is_a_named_problem(session):
    for ask in (session.casework.case, session.casework.case_line, session.casework.reopen_case):
        with pytest.raises(ProblemError) as refusal:
            ask(404)
        assert refusal.value.problem is Problem.NOT_FOUND
    with pytest.raises(ProblemError):
        session.casework.numbered("VP-NIET")


def test_no_word_of_a_case_stands_in_the_message_of_a_refusal(session, here):
    secret = "kanariepietje " * 30
    case = session.casework.open_case(NewCase(organisation=here.id))
    for work in (
        lambda: session.casework.change_case(replace(case, title=secret)),
        lambda: session.reporters.name_reporter(case.id, secret),
        lambda: session.conversations.log_conversation(a_talk(here), secret * 5000),
        lambda: session.reporters.keep_identity(Identity(person=case.person, name=secret)),
    ):
        with pytest.raises(ProblemError) as refusal:
            work()
        assert "kanarie" not in str(refusal.value) + repr(refusal.value)


class Model:
    """What the casebook must hold, in dictionaries."""

    def __init__(self) -> None:
        self.talks: dict[int, tuple[int, int | None, str]] = {}  # organisation, case, text
        self.cases: dict[int, int] = {}  # organisation
        self.removed: list[tuple[RemovedConversation, tuple[int, int | None, str]]] = []


VERBS = ("log", "log", "open", "open_from", "join", "take_out", "remove", "put_back", "correct")
STEPS = st.lists(
    st.tuples(st.sampled_from(VERBS), st.integers(0, 50), st.integers(0, 50)), max_size=14
)


@settings(max_examples=150, deadline=None)
@given(steps=STEPS)
def test_whatever_is_done_nothing_is_lost_and_nothing_moves_elsewhere(session, steps):
    clients = [client_of(session, next(CODES)) for _ in "12"]
    model = Model()
    for number, (verb, first, second) in enumerate(steps):
        try:
            do(session, model, clients, verb, first, second, f"tekst {number}")
        except InvalidError as error:
            if error.problem not in {Problem.OTHER_ORGANISATION, Problem.ALREADY_USED}:
                raise
    compare(session, model, clients)


def do(session, model, clients, verb, first, second, text):
    casework, conversations = session.casework, session.conversations
    client = clients[first % 2]
    talks, cases = list(model.talks), list(model.cases)
    talk = talks[first % len(talks)] if talks else None
    case = cases[second % len(cases)] if cases else None
    match verb:
        case "log":
            target = case if second % 3 else None
            logged = conversations.log_conversation(a_talk(client, case=target), text)
            model.talks[logged.conversation.id] = (client.id, target, text)
        case "open":
            model.cases[casework.open_case(NewCase(organisation=client.id)).id] = client.id
        case "open_from" if talk:
            opened = casework.open_case(NewCase(organisation=clients[second % 2].id), talk)
            model.cases[opened.id] = opened.organisation
            model.talks[talk] = (model.talks[talk][0], opened.id, model.talks[talk][2])
        case "join" if talk and case:
            conversations.join_case(talk, case)
            model.talks[talk] = (model.talks[talk][0], case, model.talks[talk][2])
        case "take_out" if talk:
            conversations.take_out(talk)
            model.talks[talk] = (model.talks[talk][0], None, model.talks[talk][2])
        case "remove" if talk:
            model.removed.append((conversations.remove_conversation(talk), model.talks.pop(talk)))
        case "put_back" if model.removed:
            removed, expected = model.removed.pop(first % len(model.removed))
            model.talks[conversations.put_back(removed).conversation.id] = expected
        case "correct" if talk:
            conversations.change_conversation(conversations.conversation(talk).conversation, text)
            model.talks[talk] = (*model.talks[talk][:2], text)


def compare(session, model, clients):
    for client in clients:
        loose = session.conversations.loose_conversations(client.id)
        assert {talk.conversation.id: talk.note.body for talk in loose} == {
            key: text
            for key, (owner, case, text) in model.talks.items()
            if owner == client.id and case is None
        }
        lines = session.casework.case_lines(client.id)
        assert {line.id for line in lines} == {
            case for case, owner in model.cases.items() if owner == client.id
        }
    for case, owner in model.cases.items():
        assert {
            (
                entry.logged.conversation.id,
                entry.logged.conversation.organisation,
                entry.logged.note.body,
            )
            for entry in session.casework.timeline(case)
        } == {
            (key, owner, text)
            for key, (_owner, inside, text) in model.talks.items()
            if inside == case
        }


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_whatever_is_typed_is_read_back_to_the_letter(session, text):
    client = client_of(session, next(CODES))
    talk = session.conversations.log_conversation(a_talk(client), text)
    body = talk.note.body if talk.note else ""
    assert body == (text if text.strip() else "")
    assert session.conversations.conversation(talk.conversation.id) == talk
