"""The advisor's own words on their way into a report: what the vault knows, what waits, what stays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from advisor_app.domain import draft_keys, guard
from advisor_app.domain.codes import Code
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.language import Language
from advisor_app.domain.narrative import (
    LONGEST,
    Answer,
    Examined,
    HitKind,
    Narrative,
    examined,
    fitting,
)
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.domain.report import FiguresReport
from advisor_app.domain.reporting import ReleaseLine, ReleaseState
from advisor_app.services.codes import Codes
from advisor_app.storage.tables import Tables

_FUNCTION_LISTS = ("CTR", "FNC")
_NO_FUNCTION = {"overig", "onbekend", "andere", "medewerker", "other", "unknown", "employee"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """The text with a release as it stands at a moment, and what it is looked through with.

    `known` is None where there is no text.
    """

    text: str = field(repr=False)
    known: guard.KnownNames | None = field(repr=False)
    answers: tuple[Answer, ...] = field(repr=False)

    def put_into(self, report: FiguresReport) -> FiguresReport:
        """Return a report with the text, where it has room for one."""
        return replace(report, narrative=self.text) if report.has_room_for_words() else report

    def examine(self, report: FiguresReport) -> Examined:
        """Look through the text of a report for what the vault knows and the report does not say."""
        if self.known is None or not report.narrative:
            return Examined(hits=(), unanswered=())
        figures = {*report.figures(), report.total.value or 0}
        hits = guard.scan(self.text, self.known, figures, report.years())
        return examined(self.text, hits, self.answers)

    def waiting(self, report: FiguresReport) -> int:
        """Return how many places wait for an answer; a text that is too long waits as well."""
        return len(self.examine(report).unanswered) + (len(report.narrative) > LONGEST)


def of_release(
    tables: Tables, organisation: OrganisationId, line: ReleaseLine, codes: Codes
) -> OwnWords:
    """Return the advisor's text: the draft of it, or what was fixed."""
    if line.state is ReleaseState.FIXED:
        kept = tables.narratives.of_release(organisation, line.id)
        return OwnWords(text="" if kept is None else kept.text, known=None, answers=())
    return of_text(tables, organisation, line.id, draft(tables, organisation, line.id), codes)


def of_text(
    tables: Tables, organisation: OrganisationId, release: str, text: str, codes: Codes
) -> OwnWords:
    """Return a text with everything that the vault knows, if there is any text."""
    return OwnWords(
        text=text,
        known=_known(tables, organisation, codes) if text.strip() else None,
        answers=tuple(tables.answers.of_release(organisation, release)),
    )


def draft(tables: Tables, organisation: OrganisationId, release: str) -> str:
    """Return what the advisor wrote so far; blanks alone are nothing."""
    found = tables.drafts.find(*draft_keys.of_narrative(organisation, release))
    return "" if found is None else found.text.strip()


def settle(
    tables: Tables,
    organisation: OrganisationId,
    release: str,
    words: OwnWords,
    report: FiguresReport,
    now: datetime,
) -> None:
    """Fix the text with its release: no place may wait, and only answers about it stay.

    Raises:
        InvalidError: UNANSWERED, naming the release.
    """
    if words.waiting(report):
        raise InvalidError(release, Problem.UNANSWERED)
    hits = words.examine(report).hits
    stay = {answer.id for answer in fitting(report.narrative, hits, words.answers)}
    for answer in words.answers:
        if answer.id not in stay:
            tables.answers.remove(answer.id)
    if report.narrative:
        tables.narratives.add(
            Narrative(
                organisation=organisation, release=release, text=report.narrative, fixed_at=now
            )
        )
        tables.drafts.drop(*draft_keys.of_narrative(organisation, release))


def _known(tables: Tables, organisation: OrganisationId, codes: Codes) -> guard.KnownNames:
    """Return every name in the vault, of this organisation and of all others."""
    own = tables.organisations.get(organisation)
    return guard.KnownNames.of(_named(tables, organisation, codes), public=[own.name, own.code])


def _named(
    tables: Tables, organisation: OrganisationId, codes: Codes
) -> Iterator[tuple[HitKind, str]]:
    for name in (*tables.identities.names(), *tables.people.aliases()):
        yield HitKind.PERSON, name
    for number in tables.cases.numbers():
        yield HitKind.CASE_NUMBER, number
    for found in tables.organisations.by_name():
        if found.id != organisation:
            yield HitKind.ORGANISATION, found.name
            yield HitKind.ORGANISATION, found.code
        for contact in tables.contacts.of_organisation(found.id):
            yield HitKind.CONTACT, contact.name
        for department in tables.departments.of_organisation(found.id):
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
