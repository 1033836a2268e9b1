"""Organisations are kept as one, with everything that belongs to them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.identity import UNSAVED, DepartmentId, OrganisationId
from advisor_app.domain.organisation import (
    AdvisorRole,
    Contact,
    Department,
    DepartmentYear,
    Headcount,
    Organisation,
)
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.services.organisations import DepartmentFile, OrganisationFile, suggested_code

NEW = OrganisationId(UNSAVED)


def an_organisation(**changes: object) -> Organisation:
    values = {
        "code": "ELSVEEN", "name": "Gemeente Elsveen", "type": Code("ORG-GEM"),
        "client_since": date(2023, 7, 1), **changes,
    }  # fmt: skip
    return Organisation(**values)


def a_department(name: str, *years: tuple[int, int], group: str = "") -> DepartmentFile:
    return DepartmentFile(
        department=Department(organisation=NEW, name=name),
        years=tuple(
            DepartmentYear(
                department=DepartmentId(UNSAVED), year=year, reporting_group=group or name, staff=n
            )
            for year, n in years
        ),
    )


def a_file(**changes: object) -> OrganisationFile:
    values = {
        "organisation": an_organisation(),
        "contacts": (
            Contact(organisation=NEW, role=Code("CTR-SEC"), name="Secretaris", receives_report=True),
            Contact(organisation=NEW, role=Code("CTR-OR"), name="Ondernemingsraad"),
        ),
        "headcounts": tuple(
            Headcount(organisation=NEW, year=year, staff=350) for year in (2026, 2025)
        ),
        "departments": (
            a_department("Beheer", (2026, 30), (2025, 30), group="Ruimte"),
            a_department("Ruimte", (2026, 95)),
        ),
        **changes,
    }  # fmt: skip
    return OrganisationFile(**values)


@pytest.fixture
def kept(session):
    return session.organisations.keep(a_file())


def problem_of(field: str, problem: Problem, work) -> None:
    with pytest.raises(InvalidError) as refusal:
        work()
    assert (refusal.value.field, refusal.value.problem) == (field, problem)


def test_the_first_organisation_of_an_empty_vault_is_read_back_whole(session):
    assert session.organisations.all() == []
    kept = session.organisations.keep(a_file())
    assert session.organisations.file(kept.organisation.id) == kept
    assert session.organisations.coded("ELSVEEN") == kept.organisation
    assert {contact.name for contact in kept.contacts} == {"Secretaris", "Ondernemingsraad"}
    assert [each.department.name for each in kept.departments] == ["Beheer", "Ruimte"]
    assert [year.reporting_group for year in kept.departments[0].years] == ["Ruimte", "Ruimte"]
    assert [each.year for each in kept.headcounts] == [2026, 2025]


def test_keeping_what_was_read_changes_nothing_and_writes_nothing_but_the_organisation(
    session, kept
):
    told = []
    session.watch(told.append)
    assert session.organisations.keep(kept) == kept
    assert told == [frozenset({Organisation})]


def test_the_municipality_of_the_seed_can_be_expressed(session):
    policy = an_organisation(
        regulation="Regeling melden vermoeden misstanden 2023",
        scope="Medewerkers, inhuurkrachten en stagiairs; niet het college en de raad",
        advisor_role=AdvisorRole.CONDUIT,
        preliminary_check=True,
        undesirable_under_integrity=True,
    )
    roles = ("CTR-SEC", "CTR-DIR", "CTR-PO", "CTR-OR")
    contacts = tuple(Contact(organisation=NEW, role=Code(role), name=role) for role in roles)
    kept = session.organisations.keep(OrganisationFile(organisation=policy, contacts=contacts))
    assert kept.organisation == replace(policy, id=kept.organisation.id)
    assert {contact.role for contact in kept.contacts} == set(roles)


def test_what_is_left_out_goes_and_what_is_changed_stays_itself(session, kept):
    _first, second = kept.contacts
    changed = session.organisations.keep(
        replace(
            kept,
            contacts=(replace(second, name="Voorzitter OR"),),
            headcounts=(replace(kept.headcounts[0], staff=360),),
            departments=kept.departments[:1],
        )
    )
    assert changed.contacts == (replace(second, name="Voorzitter OR"),)
    assert [(each.year, each.staff) for each in changed.headcounts] == [(2026, 360)]
    assert changed.departments == kept.departments[:1]


def test_two_departments_can_trade_names(session, kept):
    one, two = kept.departments
    traded = (
        replace(one, department=replace(one.department, name="Ruimte")),
        replace(two, department=replace(two.department, name="Beheer")),
    )
    changed = session.organisations.keep(replace(kept, departments=traded))
    assert {each.department.id: each.department.name for each in changed.departments} == {
        one.department.id: "Ruimte",
        two.department.id: "Beheer",
    }


def test_a_new_department_can_take_the_name_that_an_old_one_gives_up(session, kept):
    one, two = kept.departments
    renamed = replace(one, department=replace(one.department, name="Buitendienst"))
    changed = session.organisations.keep(
        replace(kept, departments=(a_department("beheer "), renamed, two))
    )
    assert [each.department.name for each in changed.departments] == [
        "beheer", "Buitendienst", "Ruimte",
    ]  # fmt: skip


def test_a_department_with_cases_is_never_left_out(session, kept):
    department = kept.departments[0].department.id
    organisation = kept.organisation.id
    session.casework.open_case(NewCase(organisation=organisation, department=department))
    problem_of(
        "departments",
        Problem.HAS_CASES,
        lambda: session.organisations.keep(replace(kept, contacts=(), departments=())),
    )
    assert session.organisations.file(organisation) == kept


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"headcounts": (Headcount(organisation=NEW, year=2026, staff=1),) * 2}, "headcounts"),
        ({"departments": (a_department("Ruimte"), a_department(" ruimte"))}, "departments"),
        ({"departments": (a_department("Ruimte", (2026, 50), (2026, 60)),)}, "departments"),
    ],
)
def test_nothing_is_said_twice(session, changes, field):
    problem_of(field, Problem.ALREADY_USED, lambda: session.organisations.keep(a_file(**changes)))
    assert session.organisations.all() == []


def test_a_code_belongs_to_one_organisation(session, kept):
    problem_of("code", Problem.ALREADY_USED, lambda: session.organisations.keep(a_file()))
    other = session.organisations.keep(a_file(organisation=an_organisation(code="ANDERS")))
    taken = replace(other, organisation=replace(other.organisation, code="ELSVEEN"))
    problem_of("code", Problem.ALREADY_USED, lambda: session.organisations.keep(taken))
    assert [each.code for each in session.organisations.all()] == ["ELSVEEN", "ANDERS"]


def test_nothing_of_one_organisation_can_be_kept_by_another(session, kept):
    other = session.organisations.keep(a_file(organisation=an_organisation(code="ANDERS")))
    for stolen in (
        replace(other, contacts=kept.contacts),
        replace(other, departments=kept.departments),
    ):
        with pytest.raises(ProblemError) as refusal:
            session.organisations.keep(stolen)
        assert refusal.value.problem is Problem.NOT_FOUND
    assert session.organisations.file(kept.organisation.id) == kept
    assert session.organisations.file(other.organisation.id) == other


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"code": "els"}, "code", Problem.NOT_A_CODE),
        ({"code": "E"}, "code", Problem.NOT_A_CODE),
        ({"name": "  "}, "name", Problem.EMPTY),
        ({"minimum": 4}, "minimum", Problem.BELOW_FIVE),
        ({"client_until": date(2023, 6, 30)}, "client_until", Problem.ENDS_BEFORE_IT_BEGINS),
    ],
)
def test_an_organisation_that_cannot_be_is_refused_at_its_field(changes, field, problem):
    problem_of(field, problem, lambda: an_organisation(**changes))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Gemeente Elsveen", "ELSVEEN2"),
        ("Stichting De Esdoorn", "ESDOORN"),
        ("Waterschap Laagveen-Noord", "LAAGVEEN"),
        ("Gemeente 's-Gravenbrink", "SGRAVENB"),
        ("Ångström Çelik", "ANGSTROM"),
        ("De Zorg", "ZORG"),
        ("42", "ORG"),
        ("", "ORG"),
        ("X", "XO"),
    ],
)
def test_a_code_is_suggested_that_a_person_would_choose(name, code):
    assert suggested_code(name, {"ELSVEEN"}) == code


@given(name=st.text(max_size=60))
def test_every_suggested_code_is_allowed(name):
    assert an_organisation(code=suggested_code(name, set()))


def test_codes_are_suggested_until_one_is_free(session):
    codes = []
    for _number in range(12):
        codes.append(session.organisations.suggest_code("Gemeente Elsveen"))
        session.organisations.keep(OrganisationFile(organisation=an_organisation(code=codes[-1])))
    assert codes[:3] == ["ELSVEEN", "ELSVEEN2", "ELSVEEN3"]
    assert len(set(codes)) == 12


def test_an_organisation_that_is_not_there_is_a_named_problem(session):
    for ask in (
        lambda: session.organisations.file(404),
        lambda: session.organisations.coded("NIET"),
    ):
        with pytest.raises(ProblemError) as refusal:
            ask()
        assert refusal.value.problem is Problem.NOT_FOUND
