"""Lists page, notes keep their versions, search finds, and deleted words are gone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.codes import Code
from advisor_app.domain.draft import Draft
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.known_codes import APPOINTMENT
from advisor_app.domain.problems import ProblemError
from advisor_app.storage.search import match_expression

TODAY = date(2026, 11, 20)


def pages(tables, organisation, size):
    after, lines = None, []
    while page := tables.cases.lines(
        organisation, appointment=APPOINTMENT, today=TODAY, after=after, limit=size
    ):
        lines += page
        after = page[-1]
    return lines


def test_pages_of_any_size_give_every_case_once_the_latest_first(vault, a_case, a_talk):
    with vault.transaction() as tables:
        organisation = tables.organisations.get(a_case(tables).organisation)
        for number in range(11):
            case = a_case(tables, organisation, opened_on=date(2026, 1 + number % 3, 5))
            if number % 2:
                a_talk(tables, case, held_on=date(2026, 10, 1 + number % 4))
    whole = pages(vault.tables, organisation.id, 100)
    assert len(whole) == 12
    assert whole == sorted(whole, key=lambda line: (line.last_on, line.id), reverse=True)
    for size in (1, 2, 5):
        assert pages(vault.tables, organisation.id, size) == whole


def test_a_case_moves_up_with_a_talk_and_down_when_the_talk_goes(vault, a_case, a_talk):
    with vault.transaction() as tables:
        case = a_case(tables, opened_on=date(2026, 3, 1))
        talk, _note = a_talk(tables, case, held_on=date(2026, 11, 17))
    last = lambda: pages(vault.tables, case.organisation, 10)[0].last_on  # noqa: E731
    assert last() == date(2026, 11, 17)
    with vault.transaction() as tables:
        tables.conversations.change(replace(talk, held_on=date(2026, 5, 5)))
    assert last() == date(2026, 5, 5)
    with vault.transaction() as tables:
        tables.conversations.change(replace(talk, case=None))
    assert last() == date(2026, 3, 1)


def test_a_line_shows_the_next_appointment_that_is_not_done(vault, a_case):
    with vault.transaction() as tables:
        case = a_case(tables)
        for day, done in ((10, None), (25, TODAY), (27, None), (26, None)):
            tables.follow_ups.add(
                FollowUp(
                    organisation=case.organisation, case=case.id, kind=APPOINTMENT,
                    due_on=date(2026, 11, day), due_at=time(14), done_on=done,
                )
            )  # fmt: skip
    line = vault.tables.cases.line(case.id, appointment=APPOINTMENT, today=TODAY)
    assert (line.next_on, line.next_at) == (date(2026, 11, 26), time(14))


def test_a_revised_note_keeps_what_stood_there(vault, a_case, a_talk):
    with vault.transaction() as tables:
        _, note = a_talk(tables, a_case(tables), body="eerst")
    for version, body in ((2, "daarna"), (3, "ten slotte")):
        with vault.transaction() as tables:
            note = tables.notes.revise(replace(note, body=body, version=version))
    assert vault.tables.notes.get(note.id).body == "ten slotte"
    assert [earlier.body for earlier in vault.tables.notes.earlier(note.id)] == ["daarna", "eerst"]
    vault.require_whole()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("nazorg", 1), ("NAZ", 1), ("nazorg pla", 1), ("reunie", 1), ("réünie", 1), ("niets", 0),
     ('"', 0), ("naz*", 1), ("NOT nazorg OR (", 0), ("nazorg AND", 0), ("", 0), ("-", 0)],
)  # fmt: skip
def test_search_finds_words_begun_and_accented_and_takes_no_orders(
    vault, a_case, a_talk, typed, found
):
    with vault.transaction() as tables:
        a_talk(tables, a_case(tables), body="Nazorg gepland na de reünie, zie plan.")
    findings = vault.tables.search.find(typed, None, limit=50)
    assert len(findings.notes) == found


@given(st.text(max_size=300))
def test_nothing_typed_is_an_operator(typed):
    words = match_expression(typed).removesuffix(" *").split()
    assert all(
        word.startswith('"') and word.endswith('"') and word[1:-1].isalnum() for word in words
    )


def test_search_stays_within_the_organisation(vault, a_case, a_talk, an_organisation):
    with vault.transaction() as tables:
        here = a_case(tables)
        there = a_case(tables, an_organisation(tables, "ELS"))
        for case in (here, there):
            a_talk(tables, case, body="nazorg")
    find = vault.tables.search.find
    assert len(find("nazorg", None, limit=9).notes) == 2
    hits = find("nazorg", here.organisation, limit=9).notes
    assert [hit.case for hit in hits] == [here.id]


def test_a_case_is_found_by_its_number_and_its_title_with_its_last_day(vault, a_case, a_talk):
    with vault.transaction() as tables:
        case = a_case(tables, title="Kantine op dinsdag")
        a_talk(tables, case, held_on=date(2026, 11, 17))
    for typed in (case.number, "kant", "dinsdag kantine"):
        (hit,) = vault.tables.search.find(typed, None, limit=5).cases
        assert (hit.id, hit.number, hit.title) == (case.id, case.number, "Kantine op dinsdag")
        assert (hit.status, hit.last_on) == (case.status, date(2026, 11, 17))


def test_a_statement_is_not_prepared_anew_for_each_letter_that_is_typed(vault, a_case, a_talk):
    with vault.transaction() as tables:
        a_talk(tables, a_case(tables), body="nazorg")
    steps = []  # that the authorizer is asked about, which happens when a statement is prepared
    vault._database._connection.set_authorizer(lambda *step: steps.append(step) or 0)
    for typed in ("naz", "nazo", "nazor"):
        asked = len(steps)
        assert vault.tables.search.find(typed, None, limit=8).notes
    assert asked
    assert len(steps) == asked


def test_words_that_were_deleted_are_nowhere_in_the_file(vault, a_case, a_talk):
    with vault.transaction() as tables:
        _, note = a_talk(tables, a_case(tables), body="kanariepietje " * 50)
    with vault.transaction() as tables:
        tables.notes.change(replace(note, body="leeg"))
    vault._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    dump = vault._database.all("SELECT block FROM note_search_data")
    assert not any(b"anariepietje" in row[0] for row in dump)


def test_the_last_draft_of_a_window_is_kept_and_can_be_dropped(vault):
    at = datetime(2026, 11, 20, 10, 16, tzinfo=UTC)
    with vault.transaction() as tables:
        for text in ("half", "heel"):
            tables.drafts.keep(Draft(window="quick_log", target="case 3", text=text, saved_at=at))
    assert vault.tables.drafts.find("quick_log", "case 3").text == "heel"
    assert len(vault.tables.drafts.all()) == 1
    with vault.transaction() as tables:
        tables.drafts.drop("quick_log", "case 3")
    assert vault.tables.drafts.all() == []


def test_a_row_number_is_never_used_twice(vault, a_case, a_talk):
    with vault.transaction() as tables:
        case = a_case(tables)
        first = tables.follow_ups.add(
            FollowUp(case=case.id, kind=Code("x"), due_on=TODAY, text="een")
        )
        tables.follow_ups.remove(first.id)
        second = tables.follow_ups.add(
            FollowUp(case=case.id, kind=Code("x"), due_on=TODAY, text="twee")
        )
    assert second.id > first.id
    vault.require_whole()


def test_a_missing_record_is_a_named_problem(vault):
    with pytest.raises(ProblemError):
        vault.tables.cases.get(404)
