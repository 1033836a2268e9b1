"""What was done by mistake is undone as if it had never been, and never at the cost of a word."""

import pytest

from advisor_app.domain import known_codes
from advisor_app.domain.case import Case, NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.person import Identity
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.services.session import Session
from tests.conftest import Clock
from tests.services.test_casework import client_of

TODAY = Clock().today()
A_TEXT = "De melder wil eerst zelf het gesprek aangaan."


@pytest.fixture
def here(session):
    return client_of(session)


def a_talk(session: Session, organisation: int) -> Conversation:
    talk = Conversation(
        organisation=organisation, held_on=TODAY, form=Code("CTF-TEL"), kind=Code("CTS-EER"),
        initiator=Code("INI-MEL"), minutes=15,
    )  # fmt: skip
    return session.conversations.log_conversation(talk, A_TEXT).conversation


def everything(session: Session) -> list[list[object]]:
    tables = session._vault.tables
    return [
        each.select()
        for each in (
            tables.cases, tables.people, tables.situations, tables.conversations, tables.notes,
        )
    ]  # fmt: skip


def test_the_opening_of_a_case_is_taken_back_without_a_trace(session, here):
    talk = a_talk(session, here.id)
    before = everything(session)
    case = session.casework.open_case(NewCase(organisation=here.id, alias="Merel"), talk.id)
    assert everything(session) != before
    session.casework.take_back_case(case.id)
    assert everything(session) == before
    assert session.search.find(case.number, here.id).cases == ()
    session.require_whole()


def test_taking_back_a_case_leaves_who_and_what_was_there_before(session, here):
    first = session.casework.open_case(NewCase(organisation=here.id, alias="Merel"))
    before = everything(session)
    known = NewCase(organisation=here.id, person=first.person, situation=first.situation)
    session.casework.take_back_case(session.casework.open_case(known).id)
    assert everything(session) == before


def test_a_case_that_holds_more_than_conversations_is_not_taken_back(session, here):
    """What would be lost is named; conversations are not lost, they are loose again."""

    def note(case: Case) -> None:
        session.notes.add_note(case.id, A_TEXT)

    def plan(case: Case) -> None:
        session.agenda.plan(FollowUp(case=case.id, kind=known_codes.APPOINTMENT, due_on=TODAY))

    def draft(case: Case) -> None:
        session.drafts.keep("quick_log", f"case {case.id}", A_TEXT)

    def name(case: Case) -> None:
        session.reporters.keep_identity(Identity(person=case.person, name="Robin"))

    def letter(case: Case) -> None:
        session.correspondence.keep_advisor(Advisor(public_name="M. Verhoeven"))
        session.correspondence.begin(case.id, "adviesbrief")

    for write in (note, plan, draft, name, letter):
        case = session.casework.open_case(NewCase(organisation=here.id, alias=write.__name__))
        write(case)
        before = everything(session)
        with pytest.raises(ProblemError) as refusal:
            session.casework.take_back_case(case.id)
        assert refusal.value.problem is Problem.CASE_IN_USE
        assert everything(session) == before
