"""Cases: opened, changed, closed, opened again, and what happened in them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from advisor_app.domain import draft_keys, known_codes
from advisor_app.domain.case import Case, NewCase, Situation
from advisor_app.domain.codes import Code
from advisor_app.domain.days import local_day
from advisor_app.domain.draft_keys import DraftKey
from advisor_app.domain.identity import (
    CaseId,
    Choose,
    ConversationId,
    OrganisationId,
    case_number,
)
from advisor_app.domain.language import Language
from advisor_app.domain.overview import (
    CaseFile,
    CaseLine,
    TimelineEntry,
)
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.services.case_rules import CaseRules, first_status
from advisor_app.services.codes import Codes
from advisor_app.services.conversations import logged, put_into_case, require_loose, require_same
from advisor_app.services.figures import counted_cases
from advisor_app.services.reporters import reporter_of
from advisor_app.storage.vault import Vault

REOPENS_WITHIN = timedelta(days=183)
"""A case that was closed longer ago stays closed; the same reporter gets a new one."""


class Casework:
    """One verb, one transaction."""

    def __init__(
        self, vault: Vault, codes: Codes, now: Callable[[], datetime], choose: Choose
    ) -> None:
        self._vault = vault
        self._codes = codes
        self._rules = CaseRules(codes)
        self._now = now
        self._choose = choose

    def open_case(
        self,
        new: NewCase,
        conversation: ConversationId | None = None,
        language: Language = Language.NL,
        draft: DraftKey | None = None,
    ) -> Case:
        """Open a case; a loose `conversation` becomes its first one.

        A case without a title is called after its subject or its day, in `language`. Its `draft` is
        a case now, and goes in the same transaction.

        Raises:
            InvalidError: OTHER_ORGANISATION, UNKNOWN_CODE, IN_THE_FUTURE, EMPTY and the like.
        """
        with self._vault.transaction() as tables:
            loose = None if conversation is None else tables.conversations.get(conversation)
            if loose is not None:
                require_loose(loose)
                require_same("conversation", new.organisation, loose)
            case = self._rules.new_case(
                new,
                number=case_number(self._choose, tables.cases.number_is_taken),
                person=reporter_of(tables, new, self._choose),
                situation=new.situation
                or tables.situations.add(Situation(organisation=new.organisation)).id,
                first_day=self._today() if loose is None else loose.held_on,
                today=self._today(),
                language=language,
            )
            self._rules.require_fitting(tables, case, self._today())
            case = tables.cases.add(case)
            if loose is not None:
                put_into_case(tables, loose, case.id)
            if draft is not None:
                tables.drafts.drop(*draft)
        return case

    def take_back_case(self, case: CaseId) -> None:
        """Undo the opening of a case: its conversations are loose ones again, no word is lost.

        A reporter and a situation that were made with it go with it.

        Raises:
            ProblemError: CASE_IN_USE, once a note, a letter, something planned, a draft or the name
                of a reporter hangs on it; CASE_COUNTED, once figures over its day are fixed.
        """
        with self._vault.transaction() as tables:
            opened = tables.cases.get(case)
            if counted_cases.is_fixed(tables, opened):
                raise ProblemError(Problem.CASE_COUNTED)
            new_person = len(tables.cases.of_person(opened.person)) == 1
            new_situation = len(tables.cases.of_situation(opened.situation)) == 1
            for conversation in tables.conversations.of_case(case):
                put_into_case(tables, conversation, None)
            log = draft_keys.of_case(case)
            draft = tables.drafts.find(*log)
            if (
                tables.notes.of_case(case)
                or tables.letters.of_case(case)
                or tables.follow_ups.of_case(case)
                or (draft is not None and draft.text.strip())
                or (new_person and tables.identities.find(opened.person))
            ):
                raise ProblemError(Problem.CASE_IN_USE)
            for key in (log, draft_keys.of_clock(log.target), draft_keys.of_facts(case)):
                tables.drafts.drop(*key)
            tables.cases.remove(case)
            if new_person:
                tables.people.remove(opened.person)
            if new_situation:
                tables.situations.remove(opened.situation)

    def change_case(self, case: Case) -> Case:
        """Put a corrected case in the place of the one with its id; return it as stored.

        The domain follows the subject. A case has a last day and a reason when its status is
        closed, and grounds of discrimination when it is about that.

        Raises:
            InvalidError: OTHER_ORGANISATION, UNKNOWN_CODE, IN_THE_FUTURE and the like;
                NO_CLOSING_REASON, naming `closing_reason`, for a case that was open until now.
        """
        with self._vault.transaction() as tables:
            before = tables.cases.get(case.id)
            if before.organisation != case.organisation:
                raise InvalidError("organisation", Problem.OTHER_ORGANISATION)
            closed = case.status == known_codes.CLOSED
            closes = closed and before.status != known_codes.CLOSED
            if closes and case.closing_reason is None:
                raise InvalidError("closing_reason", Problem.NO_CLOSING_REASON)
            changed = replace(
                case,
                domain=self._rules.domain(case.category),
                number=before.number,
                discrimination_grounds=case.discrimination_grounds
                if case.concerns_discrimination
                else (),
                entered_on=before.entered_on,
                closed_on=(case.closed_on or self._today()) if closed else None,
                closing_reason=case.closing_reason if closed else None,
            )
            self._rules.require_fitting(tables, changed, self._today())
            counted_cases.correct(tables, before, changed)
            return tables.cases.change(changed)

    def put_case_back(self, before: Case) -> Case:
        """Give a case back what it was before a change; return it as stored."""
        with self._vault.transaction() as tables:
            self._rules.require_fitting(tables, before, self._today())
            counted_cases.correct(tables, tables.cases.get(before.id), before)
            return tables.cases.change(before)

    def close_case(self, case: CaseId, reason: Code) -> Case:
        """Close a case today, for a reason; return it as it was before, for the way back."""
        self._codes.require("closing_reason", "SLU", reason)
        with self._vault.transaction() as tables:
            before = tables.cases.get(case)
            closed = replace(
                before,
                status=known_codes.CLOSED,
                closed_on=self._today(),
                closing_reason=reason,
            )
            tables.cases.change(closed)
        return before

    def reopen_case(self, case: CaseId) -> Case:
        """Open a closed case again; return it as it was before.

        Raises:
            InvalidError: CLOSED_LONG_AGO, after half a year: what comes then is a new case.
        """
        with self._vault.transaction() as tables:
            before = tables.cases.get(case)
            if before.closed_on is not None and self._today() - before.closed_on > REOPENS_WITHIN:
                raise InvalidError("case", Problem.CLOSED_LONG_AGO)
            status = first_status(before.domain)
            tables.cases.change(replace(before, status=status, closed_on=None, closing_reason=None))
        return before

    def case(self, case: CaseId) -> CaseFile:
        """Return a case with what its header shows."""
        tables = self._vault.tables
        found = tables.cases.get(case)
        follow_ups = tables.follow_ups.of_case(case)
        return CaseFile(
            case=found,
            person=tables.people.get(found.person),
            organisation=tables.organisations.get(found.organisation),
            department=None
            if found.department is None
            else tables.departments.get(found.department),
            follow_ups=tuple(follow_ups),
            kept_until=tables.cases.retention_end(case),
            counts_as_before=tables.counted_as.find(case) is not None,
            next_appointment=next(
                (
                    each
                    for each in follow_ups
                    if each.kind == known_codes.APPOINTMENT
                    and each.done_on is None
                    and each.due_on >= self._today()
                ),
                None,
            ),
        )

    def numbered(self, number: str) -> Case:
        """Return the case with a number.

        Raises:
            ProblemError: NOT_FOUND.
        """
        return self._vault.tables.cases.numbered(number)

    def case_lines(
        self, organisation: OrganisationId, after: CaseLine | None = None, limit: int = 64
    ) -> list[CaseLine]:
        """Return a page of the list of cases, the latest activity first, below a line."""
        return self._vault.tables.cases.lines(
            organisation,
            appointment=known_codes.APPOINTMENT,
            today=self._today(),
            after=after,
            limit=limit,
        )

    def case_line(self, case: CaseId) -> CaseLine:
        """Return the line of one case."""
        return self._vault.tables.cases.line(
            case, appointment=known_codes.APPOINTMENT, today=self._today()
        )

    def timeline(self, case: CaseId) -> list[TimelineEntry]:
        """Return what happened in a case, the latest first; a letter stands on its last day."""
        tables = self._vault.tables
        conversations = [
            TimelineEntry(on=each.held_on, logged=logged(tables, each))
            for each in tables.conversations.of_case(case)
        ]
        notes = [
            TimelineEntry(on=local_day(note.written_at), note=note)
            for note in tables.notes.of_case(case)
            if note.conversation is None
        ]
        letters = [
            TimelineEntry(on=letter.fixed_on or local_day(letter.changed_at), letter=letter)
            for letter in tables.letters.of_case(case)
        ]
        return sorted([*letters, *conversations, *notes], key=lambda entry: entry.on, reverse=True)

    def _today(self) -> date:
        return local_day(self._now())
