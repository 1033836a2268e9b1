"""Keys of drafts: vaults hold them, so what is stored never changes."""

import pytest

from advisor_app.domain import draft_keys
from advisor_app.domain.note import NoteKind


@pytest.mark.parametrize(
    ("key", "window", "target"),
    [
        (draft_keys.of_case(7), "quick_log", "case 7"),
        (draft_keys.of_loose(3), "quick_log", "organisation 3"),
        (draft_keys.of_clock(draft_keys.of_case(7).target), "clock", "case 7"),
        (draft_keys.of_clock(draft_keys.of_loose(3).target), "clock", "organisation 3"),
        (draft_keys.of_conversation(5), "conversation_dialog", "conversation 5"),
        (draft_keys.of_note(4), "conversation_dialog", "note 4"),
        (draft_keys.of_new_note(7, NoteKind.OWN), "conversation_dialog", "case 7 own"),
        (draft_keys.of_letter(9), "letter", "9"),
        (draft_keys.of_narrative(3, "2026 1"), "narrative", "3 2026 1"),
        (draft_keys.PLACE, "main_window", "place"),
    ],
)
def test_a_draft_is_found_under_the_name_that_older_vaults_hold(key, window, target):
    assert key == (window, target)


def test_the_target_of_a_quick_log_says_what_it_is_about():
    case, loose = draft_keys.of_case(7).target, draft_keys.of_loose(3).target
    assert (draft_keys.case_in(case), draft_keys.organisation_in(case)) == (7, None)
    assert (draft_keys.case_in(loose), draft_keys.organisation_in(loose)) == (None, 3)


def test_a_note_that_a_case_does_not_have_yet_is_no_quick_log_of_it():
    target = draft_keys.of_new_note(7, NoteKind.OWN).target
    assert draft_keys.case_in(target) is draft_keys.organisation_in(target) is None
