"""Unsaved text survives; what is written is found."""

import pytest

from advisor_app.domain.problems import InvalidError
from tests.conftest import PASSPHRASE

ODD = 'Łukasz <img src="file:///x"> \' ; DROP TABLE draft; \u202e 🙂 \0 é'


def test_a_draft_is_there_after_the_vault_was_closed_and_until_it_is_dropped(access, session):
    session.drafts.keep("quick_log", "case 1", "eerst")
    session.drafts.keep("quick_log", "case 1", ODD)
    session.drafts.keep("quick_log", "case 2", "")
    session.close()
    again = access.open(session.folder, PASSPHRASE)
    assert again.drafts.find("quick_log", "case 1").text == ODD
    assert again.drafts.find("letter", "case 1") is None
    assert len(again.drafts.all()) == 2
    again.drafts.drop("quick_log", "case 1")
    assert again.drafts.find("quick_log", "case 1") is None
    again.close()


def test_a_draft_may_hold_more_than_a_note_but_not_without_end(session):
    session.drafts.keep("quick_log", "case 1", "x" * (5 << 20))
    assert len(session.drafts.find("quick_log", "case 1").text) == 5 << 20
    with pytest.raises(InvalidError) as refusal:
        session.drafts.keep("quick_log", "case 1", "x" * (9 << 20))
    assert refusal.value.field == "text"
    assert len(session.drafts.find("quick_log", "case 1").text) == 5 << 20


@pytest.mark.parametrize("typed", ["", "  ", '"', "*", "a AND", "NEAR(", "x:y", "-", "\0", ODD])
def test_nothing_that_is_typed_breaks_the_search(session, typed):
    session.search.find(typed)
