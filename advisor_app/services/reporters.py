"""Reporters: who came, under which alias, and who they really are."""

from dataclasses import replace

from advisor_app.domain.case import NewCase
from advisor_app.domain.identity import (
    UNSAVED,
    CaseId,
    Choose,
    OrganisationId,
    PersonId,
    random_token,
)
from advisor_app.domain.overview import JoinedReporter
from advisor_app.domain.person import Identity, Person
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.validation import require_line
from advisor_app.services.figures import counted_cases
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault


class Reporters:
    """The reporters of an open vault."""

    def __init__(self, vault: Vault, choose: Choose) -> None:
        self._vault = vault
        self._choose = choose

    def of_organisation(self, organisation: OrganisationId) -> list[Person]:
        """Return the reporters of an organisation that have an alias."""
        return self._vault.tables.people.of_organisation(organisation)

    def name_reporter(self, case: CaseId, alias: str) -> Person:
        """Give the reporter of a case an alias: an anonymous one becomes somebody of their own.

        Raises:
            InvalidError: EMPTY, or ALREADY_USED by another reporter of the organisation.
        """
        require_line("alias", alias)
        with self._vault.transaction() as tables:
            found = tables.cases.get(case)
            reporter = tables.people.get(found.person)
            if reporter.anonymous:
                new = NewCase(organisation=found.organisation, alias=alias)
                person = reporter_of(tables, new, self._choose)
                return tables.people.get(tables.cases.change(replace(found, person=person)).person)
            namesake = _called(tables, found.organisation, alias)
            if namesake is not None and namesake.id != reporter.id:
                raise InvalidError("alias", Problem.ALREADY_USED)
            return tables.people.change(replace(reporter, alias=alias.strip()))

    def join(self, person: PersonId, other: PersonId) -> JoinedReporter:
        """Let all cases of a reporter be those of another one, who turned out to be the same.

        Raises:
            ProblemError: REPORTER_COUNTED, once figures are fixed over a case of either;
                TWO_IDENTITIES, if it is written down of both who they are.
        """
        with self._vault.transaction() as tables:
            before, into = tables.people.get(person), tables.people.get(other)
            if before.organisation != into.organisation:
                raise InvalidError("person", Problem.OTHER_ORGANISATION)
            if person == other or before.anonymous or into.anonymous:
                raise InvalidError("person", Problem.ALREADY_USED)
            cases, identity = tables.cases.of_person(person), tables.identities.find(person)
            both = (*cases, *tables.cases.of_person(other))
            if any(counted_cases.is_fixed(tables, each) for each in both):
                raise ProblemError(Problem.REPORTER_COUNTED)
            if identity is not None:
                if not _is_blank(identity) and not _is_blank(tables.identities.find(other)):
                    raise ProblemError(Problem.TWO_IDENTITIES)
                tables.identities.remove(person)
                if not _is_blank(identity):
                    tables.identities.put(replace(identity, person=other))
            for each in cases:
                tables.cases.change(replace(each, person=other))
            tables.people.remove(person)
        ids = tuple(each.id for each in cases)
        return JoinedReporter(person=before, cases=ids, identity=identity, other=other)

    def part(self, joined: JoinedReporter) -> None:
        """Let a reporter who was joined with another one be somebody of their own again.

        Raises:
            ProblemError: REPORTER_COUNTED, once figures are fixed that count the two as one.
        """
        with self._vault.transaction() as tables:
            if any(
                counted_cases.is_fixed(tables, each)
                for each in tables.cases.of_person(joined.other)
            ):
                raise ProblemError(Problem.REPORTER_COUNTED)
            person = tables.people.add(replace(joined.person, id=PersonId(UNSAVED))).id
            for case in joined.cases:
                tables.cases.change(replace(tables.cases.get(case), person=person))
            if joined.identity is not None:
                tables.identities.put(replace(joined.identity, person=person))
                if not _is_blank(joined.identity):
                    tables.identities.remove(joined.other)

    def identity(self, person: PersonId) -> Identity:
        """Return who a reporter really is; empty while nothing was written down."""
        try:
            return self._vault.tables.identities.get(person)
        except ProblemError as error:
            if error.problem is not Problem.NOT_FOUND:
                raise
            return Identity(person=person)

    def keep_identity(self, identity: Identity) -> Identity:
        """Write down who a reporter really is and how to reach them privately; blank is nothing."""
        with self._vault.transaction() as tables:
            if _is_blank(identity):
                tables.identities.remove(identity.person)
                return identity
            return tables.identities.put(identity)


def reporter_of(tables: Tables, new: NewCase, choose: Choose) -> PersonId:
    """Return the reporter of a new case: a known one, the anonymous one, or a new one.

    Reporters who cannot be told apart, because they have no alias or the same one, are one person:
    figures must never count somebody twice (docs/figures.md).
    """
    if new.person is not None:
        return new.person
    anonymous = new.anonymous or not new.alias.strip()
    if anonymous:
        known_anonymous = tables.people.anonymous(new.organisation)
        if known_anonymous is not None:
            return known_anonymous.id
    elif namesake := _called(tables, new.organisation, new.alias):
        return namesake.id
    person = Person(
        organisation=new.organisation,
        token=random_token(choose),
        alias="" if anonymous else new.alias.strip(),
        anonymous=anonymous,
    )
    return tables.people.add(person).id


def _is_blank(identity: Identity | None) -> bool:
    return identity is None or not (identity.name.strip() or identity.private_contact.strip())


def _called(tables: Tables, organisation: OrganisationId, alias: str) -> Person | None:
    """Return the reporter of an organisation with an alias, however it is capitalised."""
    wanted = alias.strip().casefold()
    reporters = tables.people.of_organisation(organisation)
    return next((each for each in reporters if each.alias.casefold() == wanted), None)
