"""Vandaag shows what is due, each thing once, and nothing of another organisation."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain import draft_keys, known_codes
from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.overview import Day
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.services.agenda import AHEAD
from advisor_app.services.organisations import OrganisationFile
from advisor_app.services.session import Session
from tests.conftest import Clock

TODAY = Clock().today()
SECTIONS = ("appointments", "follow_ups", "aftercare", "terms")


def client_of(session: Session, code: str) -> Organisation:
    organisation = Organisation(
        code=code, name=code.title(), type=Code("ORG-GEM"), client_since=date(2024, 1, 1)
    )
    return session.organisations.keep(OrganisationFile(organisation=organisation)).organisation


@pytest.fixture
def here(session):
    return client_of(session, "WATER")


@pytest.fixture
def case(session, here):
    return session.casework.open_case(NewCase(organisation=here.id, title="Ruzie"))


@pytest.fixture
def plan(session, case):
    def put(kind: Code, days: int, **changes: object) -> FollowUp:
        due_on = TODAY + timedelta(days=days)
        return session.agenda.plan(
            FollowUp(**{"case": case.id, "kind": kind, "due_on": due_on, **changes})
        )

    return put


def shown(day: Day) -> dict[str, list[FollowUp]]:
    return {name: [line.follow_up for line in getattr(day, name)] for name in SECTIONS}


def test_each_kind_is_shown_from_its_own_day_on(session, plan):
    for kind, ahead in AHEAD.items():
        plan(kind, ahead.days)
        plan(kind, ahead.days + 1, text="te vroeg")
    found = shown(session.agenda.day())
    assert all(len(lines) == 1 for lines in found.values())
    assert not any(each.text for lines in found.values() for each in lines)


def test_the_earliest_stands_first_and_without_a_time_before_with_one(session, plan):
    late = plan(known_codes.APPOINTMENT, 0, due_at=time(16, 30))
    early = plan(known_codes.APPOINTMENT, 0, due_at=time(9))
    tomorrow = plan(known_codes.APPOINTMENT, 1, due_at=time(8))
    some_time = plan(known_codes.APPOINTMENT, 0)
    assert shown(session.agenda.day())["appointments"] == [some_time, early, late, tomorrow]


def test_an_appointment_that_went_by_waits_for_its_follow_up(session, plan):
    missed = plan(known_codes.APPOINTMENT, -3, text="U zou bellen")
    overdue = plan(known_codes.FOLLOW_UP, -8)
    found = shown(session.agenda.day())
    assert found["follow_ups"] == [overdue, missed]
    assert found["appointments"] == []


def test_an_aftercare_or_a_term_that_went_by_stays_until_it_is_done(session, plan):
    plan(known_codes.AFTERCARE, -40)
    term = plan(known_codes.TERM, -2)
    session.agenda.finish(term.id)
    found = shown(session.agenda.day())
    assert (len(found["aftercare"]), len(found["terms"])) == (1, 0)


def test_what_is_ticked_off_can_be_taken_back(session, plan, case):
    planned = plan(known_codes.FOLLOW_UP, 0)
    assert session.agenda.finish(planned.id) == planned
    assert shown(session.agenda.day())["follow_ups"] == []
    assert session.agenda.of_case(case.id)[0].done_on == TODAY
    session.agenda.change(planned)
    assert shown(session.agenda.day())["follow_ups"] == [planned]


def test_a_moved_or_removed_thing_can_be_put_back(session, plan):
    planned = plan(known_codes.APPOINTMENT, 1)
    moved = FollowUp(
        id=planned.id, case=planned.case, kind=planned.kind, due_on=TODAY + timedelta(days=40)
    )
    before = session.agenda.change(moved)
    assert before == planned
    assert shown(session.agenda.day())["appointments"] == []
    session.agenda.change(before)
    removed = session.agenda.remove(planned.id)
    assert shown(session.agenda.day())["appointments"] == []
    back = session.agenda.plan(removed)
    assert (back.due_on, back.case) == (planned.due_on, planned.case)


def test_a_line_names_the_case_and_the_organisation(session, plan, case, here):
    plan(known_codes.FOLLOW_UP, 0)
    session.agenda.plan(FollowUp(kind=known_codes.FOLLOW_UP, due_on=TODAY, text="Intervisie"))
    of_case, own = session.agenda.day().follow_ups
    assert (of_case.case, of_case.organisation) == (case, here)
    assert (own.case, own.organisation) == (None, None)


def test_one_organisation_shows_nothing_of_another(session, plan, here):
    there = client_of(session, "ELS")
    plan(known_codes.FOLLOW_UP, 0)
    other = session.agenda.plan(
        FollowUp(organisation=there.id, kind=known_codes.FOLLOW_UP, due_on=TODAY)
    )
    assert shown(session.agenda.day(there.id))["follow_ups"] == [other]
    assert len(session.agenda.day(here.id).follow_ups) == 1
    assert len(session.agenda.day().follow_ups) == 2
    assert [line.follow_up for line in session.agenda.ahead(there.id, TODAY)] == [other]


def test_what_is_planned_for_a_case_belongs_to_its_organisation(session, plan, case, here):
    there = client_of(session, "ELS")
    assert plan(known_codes.TERM, 3).organisation == here.id
    with pytest.raises(InvalidError) as refusal:
        plan(known_codes.TERM, 3, organisation=there.id)
    assert (refusal.value.field, refusal.value.problem) == ("case", Problem.OTHER_ORGANISATION)


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"due_on": date(2062, 11, 20)}, "due_on", Problem.TOO_FAR_AHEAD),
        ({"due_on": date(202, 11, 20)}, "due_on", Problem.TOO_LONG_AGO),
        ({"kind": Code("CTS-EER")}, "kind", Problem.UNKNOWN_CODE),
        ({"text": "x" * 501}, "text", Problem.TOO_LONG),
        ({"text": "twee\nregels"}, "text", Problem.TOO_LONG),
    ],
)
def test_what_cannot_be_planned_is_refused_at_its_field(session, plan, changes, field, problem):
    with pytest.raises(InvalidError) as refusal:
        plan(**{"kind": known_codes.TERM, "days": 1, **changes})
    assert (refusal.value.field, refusal.value.problem) == (field, problem)
    assert session.agenda.day() == Day()


def test_what_belongs_to_nobody_we_know_is_refused(session, plan):
    for changes in ({"case": 404}, {"case": None, "organisation": 404}):
        with pytest.raises(ProblemError) as refusal:
            plan(known_codes.TERM, 1, **changes)
        assert refusal.value.problem is Problem.NOT_FOUND


def test_drafts_wait_until_they_are_dropped_and_empty_ones_never(session, here):
    begun, empty = (
        draft_keys.of_case(session.casework.open_case(NewCase(organisation=here.id)).id)
        for _case in range(2)
    )
    session.drafts.keep(*begun, "Melder belt morgen terug")
    session.drafts.keep(*empty, "  ")
    session.drafts.keep("main_window", "place", "cases 1")
    assert [draft.target for draft in session.agenda.day().drafts] == [begun.target]
    session.drafts.drop(*begun)
    assert session.agenda.day().drafts == ()


def test_the_last_backup_is_shown(session, tmp_path, clock):
    assert session.agenda.day().backup is None
    session.backups.back_up(tmp_path / "een.vaultbackup")
    clock.pass_by(hours=1)
    latest = session.backups.back_up(tmp_path / "twee.vaultbackup")
    assert session.agenda.day().backup == latest


@given(due=st.integers(-400, 60), kind=st.sampled_from(list(AHEAD)), passed=st.integers(0, 400))
def test_a_thing_stands_in_one_section_from_its_day_until_it_is_done(due, kind, passed):
    """Sections follow from the dates alone."""
    from advisor_app.services.agenda import _section

    follow_up = FollowUp(kind=kind, due_on=TODAY + timedelta(days=due))
    today = TODAY + timedelta(days=passed)
    section = _section(follow_up, today)
    assert section == kind or (kind == known_codes.APPOINTMENT and follow_up.due_on < today)
