"""The advisor's own words on their way into a report: what the vault knows, what waits, what stays."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from advisor_app.domain import guard
from advisor_app.domain.codes import Code
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.language import Language
from advisor_app.domain.narrative import (
    LONGEST,
    WINDOW,
    Examined,
    HitKind,
    Narrative,
    draft_of,
    examined,
    fitting,
)
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FiguresReport
from advisor_app.domain.reporting import ReleaseLine, ReleaseState
from advisor_app.services.codes import Codes
from advisor_app.storage.tables import Tables

_FUNCTION_LISTS = ("CTR", "FNC")
_NO_FUNCTION = {"overig", "onbekend", "andere", "medewerker", "other", "unknown", "employee"}


def put_into(
    report: FiguresReport, tables: Tables, organisation: OrganisationId, line: ReleaseLine
) -> FiguresReport:
    """Return a report with the advisor's text: the draft of it, or what was fixed."""
    if line.state is ReleaseState.FIXED:
        kept = tables.narratives.of_release(organisation, line.id)
        text = "" if kept is None else kept.text
    else:
        text = draft(tables, organisation, line.id)
    return replace(report, narrative=text) if report.has_room_for_words() else report


def draft(tables: Tables, organisation: OrganisationId, release: str) -> str:
    """Return what the advisor wrote so far; blanks alone are nothing."""
    found = tables.drafts.find(WINDOW, draft_of(organisation, release))
    return "" if found is None else found.text.strip()


def examine(
    tables: Tables,
    organisation: OrganisationId,
    release: str,
    report: FiguresReport,
    text: str,
    codes: Codes,
) -> Examined:
    """Look through a text for what the vault knows and the report does not say."""
    if not text.strip():
        return Examined(hits=(), unanswered=())
    figures = {*report.figures(), report.total.value or 0}
    hits = guard.scan(text, _known(tables, organisation, codes), figures)
    return examined(text, hits, tables.answers.of_release(organisation, release))


def waiting(
    tables: Tables, organisation: OrganisationId, release: str, report: FiguresReport, codes: Codes
) -> int:
    """Return how many places of the draft wait for an answer; one that is too long waits as well."""
    text = report.narrative
    found = examine(tables, organisation, release, report, text, codes)
    return len(found.unanswered) + (len(text) > LONGEST)


def settle(
    tables: Tables,
    organisation: OrganisationId,
    release: str,
    report: FiguresReport,
    codes: Codes,
    now: datetime,
) -> None:
    """Fix the text with its release: no place may wait, and only answers about it stay.

    Raises:
        ProblemError: UNANSWERED.
    """
    text = report.narrative
    if waiting(tables, organisation, release, report, codes):
        raise ProblemError(Problem.UNANSWERED)
    found = examine(tables, organisation, release, report, text, codes)
    answers = tables.answers.of_release(organisation, release)
    stay = {answer.id for answer in fitting(text, found.hits, answers)}
    for answer in answers:
        if answer.id not in stay:
            tables.answers.remove(answer.id)
    if text:
        tables.narratives.add(
            Narrative(organisation=organisation, release=release, text=text, fixed_at=now)
        )
        tables.drafts.drop(WINDOW, draft_of(organisation, release))


def _known(tables: Tables, organisation: OrganisationId, codes: Codes) -> guard.Known:
    """Return every name in the vault, of this organisation and of all others."""
    own = tables.organisations.get(organisation)
    return guard.Known.of(_named(tables, organisation, codes), public=[own.name, own.code])


def _named(
    tables: Tables, organisation: OrganisationId, codes: Codes
) -> Iterator[tuple[HitKind, str]]:
    for name in (*tables.identities.names(), *tables.people.aliases()):
        yield HitKind.PERSON, name
    for number in tables.cases.numbers():
        yield HitKind.CASE_NUMBER, number
    for client in tables.organisations.by_name():
        if client.id != organisation:
            yield HitKind.ORGANISATION, client.name
            yield HitKind.ORGANISATION, client.code
        for contact in tables.contacts.of_organisation(client.id):
            yield HitKind.CONTACT, contact.name
        for department in tables.departments.of_organisation(client.id):
            yield HitKind.DEPARTMENT, department.name
            for year in tables.department_years.of_department(department.id):
                yield HitKind.DEPARTMENT, year.reporting_group
    for name in _FUNCTION_LISTS:
        for item in codes.list(name).items:
            yield from _functions(item.code, codes)


def _functions(code: Code, codes: Codes) -> Iterator[tuple[HitKind, str]]:
    """Yield each function in the words of a code: Secretaris of directeur are two."""
    for language in Language:
        for words in re.split(r" of | or ", codes.label(code, language)):
            if words.lower().split(" ")[0] not in _NO_FUNCTION:
                yield HitKind.FUNCTION, words
