"""Reporters: who came, under which alias, and who they really are."""

from dataclasses import replace

from advisor_app.domain.case import NewCase
from advisor_app.domain.identity import CaseId, Choose, OrganisationId, PersonId, random_token
from advisor_app.domain.person import Identity, Person
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.validation import require_line
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

    def identity(self, person: PersonId) -> Identity:
        """Return who a reporter really is; empty while nothing was written down."""
        try:
            return self._vault.tables.identities.get(person)
        except ProblemError as error:
            if error.problem is not Problem.NOT_FOUND:
                raise
            return Identity(person=person)

    def keep_identity(self, identity: Identity) -> Identity:
        """Write down who a reporter really is and how to reach them privately."""
        with self._vault.transaction() as tables:
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


def _called(tables: Tables, organisation: OrganisationId, alias: str) -> Person | None:
    """Return the reporter of an organisation with an alias, however it is capitalised."""
    wanted = alias.strip().casefold()
    reporters = tables.people.of_organisation(organisation)
    return next((each for each in reporters if each.alias.casefold() == wanted), None)
