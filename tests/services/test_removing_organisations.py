"""An organisation that was added by mistake goes without a trace; one that is in use stays."""

from dataclasses import replace

import pytest

from advisor_app.domain import draft_keys, known_codes
from advisor_app.domain.case import NewCase
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.organisation import Contact, Department, Headcount
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import Rung
from advisor_app.services.organisations import DepartmentFile
from tests.conftest import Clock
from tests.services.test_casework import client_of
from tests.services.test_taking_back import A_TEXT, a_talk

TODAY = Clock().today()


@pytest.fixture
def here(session):
    """Return an organisation of which everything is filled in."""
    organisation = client_of(session)
    file = session.organisations.file(organisation.id)
    role = session.codes.unknown("CTR")
    session.organisations.keep(
        replace(
            file,
            headcounts=(Headcount(organisation=organisation.id, year=TODAY.year, staff=350),),
            departments=(
                DepartmentFile(department=Department(organisation=organisation.id, name="Ruimte")),
            ),
            contacts=(Contact(organisation=organisation.id, role=role, name="de secretaris"),),
        )
    )
    return organisation


def in_use(session, organisation):
    with pytest.raises(ProblemError) as refusal:
        session.organisations.remove(organisation.id)
    return refusal.value.problem is Problem.ORGANISATION_IN_USE


def test_an_organisation_that_was_added_by_mistake_goes_with_all_that_was_filled_in(session, here):
    session.drafts.keep(draft_keys.ORGANISATION_PAGE, str(here.id), "{}")
    session.organisations.remove(here.id)
    tables = session._vault.tables
    for table in (
        tables.organisations, tables.contacts, tables.headcounts, tables.departments,
        tables.department_years,
    ):  # fmt: skip
        assert table.select() == []
    assert session.drafts.all() == []
    session.require_whole()


def talk(session, here):
    a_talk(session, here.id)


def case(session, here):
    session.casework.open_case(NewCase(organisation=here.id, alias="Merel"))


def plan(session, here):
    session.agenda.plan(FollowUp(organisation=here.id, kind=known_codes.APPOINTMENT, due_on=TODAY))


def draft(session, here):
    session.drafts.keep(*draft_keys.of_loose(here.id), A_TEXT)


def promise(session, here):
    session.reporting.choose(here.id, str(TODAY.year + 1), Rung.YEAR_TOTAL)


@pytest.mark.parametrize("write", [talk, case, plan, draft, promise])
def test_an_organisation_about_which_anything_was_written_stays_whole(session, here, write):
    write(session, here)
    before = session.organisations.file(here.id)
    assert in_use(session, here)
    assert session.organisations.file(here.id) == before
    session.require_whole()
