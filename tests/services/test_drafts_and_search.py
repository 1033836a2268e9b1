"""Unsaved text survives; what is written is found."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from advisor_app.domain import draft_keys
from advisor_app.domain.case import NewCase
from advisor_app.domain.note import NoteKind
from advisor_app.domain.problems import InvalidError
from tests.conftest import PASSPHRASE
from tests.services.test_casework import a_talk, client_of
from tests.systems import unix

ODD = 'Łukasz <img src="file:///x"> \' ; DROP TABLE draft; \u202e 🙂 \0 é'


def test_a_draft_is_there_after_the_vault_was_closed_and_until_it_is_dropped(access, session):
    session.drafts.keep(*draft_keys.ADVISOR, "eerst")
    session.drafts.keep(*draft_keys.ADVISOR, ODD)
    session.drafts.keep(*draft_keys.PLACE, "")
    session.close()
    again = access.open(session.folder, PASSPHRASE)
    assert again.drafts.find(*draft_keys.ADVISOR).text == ODD
    assert again.drafts.find("main_window", draft_keys.ADVISOR.target) is None
    assert len(again.drafts.all()) == 2
    again.drafts.drop(*draft_keys.ADVISOR)
    assert again.drafts.find(*draft_keys.ADVISOR) is None
    again.close()


def test_a_draft_may_hold_more_than_a_note_but_not_without_end(session):
    session.drafts.keep(*draft_keys.ADVISOR, "x" * (5 << 20))
    assert len(session.drafts.find(*draft_keys.ADVISOR).text) == 5 << 20
    with pytest.raises(InvalidError) as refusal:
        session.drafts.keep(*draft_keys.ADVISOR, "x" * (9 << 20))
    assert refusal.value.field == "text"
    assert len(session.drafts.find(*draft_keys.ADVISOR).text) == 5 << 20


@pytest.mark.parametrize("typed", ["", "  ", '"', "*", "a AND", "NEAR(", "x:y", "-", "\0", ODD])
def test_nothing_that_is_typed_breaks_the_search(session, typed):
    session.search.find(typed)


@pytest.fixture
def amsterdam(monkeypatch):
    """Let the computer's clock run as in Amsterdam."""
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@unix
@pytest.mark.usefixtures("amsterdam")
def test_what_is_written_after_midnight_is_found_on_the_day_that_the_timeline_says(session, clock):
    clock.at = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
    day = date(2026, 11, 20)
    here = client_of(session)
    case = session.casework.open_case(NewCase(organisation=here.id))
    session.conversations.log_conversation(a_talk(here, case=case.id, held_on=day), "zeilboot")
    session.notes.add_note(case.id, "zeilboot", NoteKind.OWN)
    letter = session.correspondence.begin(case.id, "adviesbrief")
    session.correspondence.keep(replace(letter, subject="zeilboot"))
    found = session.search.find("zeilboot")
    assert {each.on for each in session.casework.timeline(case.id)} == {day}
    assert {each.written_on for each in found.notes} == {day}
    assert {each.changed_on for each in found.letters} == {day}
