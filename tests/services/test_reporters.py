"""Two reporters who turn out to be one are one, and no name is lost."""

import pytest

from advisor_app.domain.case import NewCase
from advisor_app.domain.person import Identity
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from tests.services.test_casework import client_of


@pytest.fixture
def here(session):
    return client_of(session)


@pytest.fixture
def a_case(session, here):
    def open_one(alias):
        return session.casework.open_case(NewCase(organisation=here.id, alias=alias))

    return open_one


def reporter_of(session, case):
    return session.casework.case(case.id).person


def everything(session):
    tables = session._vault.tables
    return [
        sorted((each.alias, each.token) for each in tables.people.select()),
        [(each.number, tables.people.get(each.person).alias) for each in tables.cases.select()],
        sorted((each.name, each.private_contact) for each in tables.identities.select()),
    ]


def test_all_cases_of_a_reporter_go_to_the_one_who_it_was_and_come_back(session, a_case, here):
    vink, again, uil = a_case("Vink"), a_case("Vink"), a_case("Uil")
    session.reporters.keep_identity(Identity(person=vink.person, name="Robin"))
    before = everything(session)
    joined = session.reporters.join(vink.person, uil.person)
    assert [reporter_of(session, each).alias for each in (vink, again, uil)] == ["Uil"] * 3
    assert [each.alias for each in session.reporters.of_organisation(here.id)] == ["Uil"]
    assert session.reporters.identity(uil.person).name == "Robin"
    session.require_whole()
    session.reporters.part(joined)
    assert everything(session) == before
    session.require_whole()


def test_a_name_that_was_cleared_stands_in_the_way_of_nothing(session, a_case):
    vink, uil = a_case("Vink"), a_case("Uil")
    for person, name in ((vink.person, "Robin"), (vink.person, ""), (uil.person, "Kim")):
        session.reporters.keep_identity(Identity(person=person, name=name))
    assert session.reporters.identity(vink.person) == Identity(person=vink.person)
    session.casework.take_back_case(vink.id)
    assert everything(session)[2] == [("Kim", "")]


def test_no_name_is_written_over_by_another(session, a_case):
    vink, uil = a_case("Vink"), a_case("Uil")
    for case, name in ((vink, "Robin"), (uil, "Kim")):
        session.reporters.keep_identity(Identity(person=case.person, name=name))
    before = everything(session)
    with pytest.raises(ProblemError) as refusal:
        session.reporters.join(vink.person, uil.person)
    assert refusal.value.problem is Problem.TWO_IDENTITIES
    assert everything(session) == before


def test_nobody_is_joined_with_all_who_have_no_alias(session, a_case):
    vink, anonymous = a_case("Vink"), a_case("")
    with pytest.raises(InvalidError):
        session.reporters.join(vink.person, anonymous.person)
    with pytest.raises(InvalidError):
        session.reporters.join(anonymous.person, vink.person)
