"""What was written down in the wrong place is put right, and no word of it is lost."""

import pytest

from advisor_app.domain.case import NewCase
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from tests.conftest import Clock
from tests.services.test_casework import client_of
from tests.services.test_taking_back import A_TEXT, a_talk

TODAY = Clock().today()


@pytest.fixture
def here(session):
    return client_of(session)


@pytest.fixture
def there(session):
    with session._vault.transaction() as tables:
        return tables.organisations.add(
            Organisation(
                code="ELDERS",
                name="Waterschap Elders",
                type=session.codes.unknown("ORG"),
                client_since=TODAY,
            )
        )


@pytest.fixture
def case(session, here):
    return session.casework.open_case(NewCase(organisation=here.id, alias="Merel"))


def test_a_note_is_removed_with_what_was_typed_about_it_and_put_back_with_every_version(
    session, case
):
    note = session.notes.add_note(case.id, "Eerst dit")
    session.notes.revise_note(note.id, "Toen dat")
    session.drafts.keep("conversation_dialog", f"note {note.id}", "Half af")
    removed = session.notes.remove_note(note.id)
    assert session.casework.timeline(case.id) == []
    assert session.drafts.all() == []
    assert session.search.find("dat", case.organisation).notes == ()
    back = session.notes.put_back_note(removed)
    (entry,) = session.casework.timeline(case.id)
    assert entry.note == back
    versions = session._vault.tables.notes.versions(back.id)
    assert [each.body for each in versions] == ["Eerst dit", "Toen dat"]
    assert [each.written_at for each in versions] == [each.written_at for each in removed]
    session.require_whole()


def test_a_loose_conversation_goes_to_another_organisation_with_its_note_and_back(
    session, here, there
):
    talk = a_talk(session, here.id)
    before = session.conversations.move_conversation(talk.id, there.id)
    assert before == talk
    assert session.conversations.loose_conversations(here.id) == []
    (moved,) = session.conversations.loose_conversations(there.id)
    assert (moved.note.body, moved.note.organisation) == (A_TEXT, there.id)
    assert session.search.find("gesprek", here.id).notes == ()
    session.require_whole()
    session.conversations.move_conversation(talk.id, here.id)
    (back,) = session.conversations.loose_conversations(here.id)
    assert back.conversation == talk


def test_a_conversation_of_a_case_stays_with_the_organisation_of_its_case(
    session, case, there, here
):
    talk = a_talk(session, here.id)
    session.conversations.join_case(talk.id, case.id)
    with pytest.raises(InvalidError) as refusal:
        session.conversations.move_conversation(talk.id, there.id)
    assert refusal.value.problem is Problem.ALREADY_USED


def test_a_conversation_goes_to_no_organisation_that_is_not_there(session, here):
    talk = a_talk(session, here.id)
    with pytest.raises(ProblemError) as refusal:
        session.conversations.move_conversation(talk.id, 99)
    assert refusal.value.problem is Problem.NOT_FOUND
    assert session.conversations.conversation(talk.id).conversation == talk
