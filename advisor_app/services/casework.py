"""Cases and conversations: what the advisor writes down all day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from advisor_app.domain import draft_keys, known_codes
from advisor_app.domain.case import Case, NewCase, Situation
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.days import local_day
from advisor_app.domain.draft_keys import DraftKey
from advisor_app.domain.identity import (
    UNSAVED,
    CaseId,
    Choose,
    ConversationId,
    NoteId,
    OrganisationId,
    case_number,
)
from advisor_app.domain.language import Language
from advisor_app.domain.note import Note, NoteKind
from advisor_app.domain.overview import (
    CaseFile,
    CaseLine,
    LoggedConversation,
    RemovedConversation,
    TimelineEntry,
)
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.services.case_rules import CaseRules, first_status
from advisor_app.services.codes import Codes
from advisor_app.services.figures import counted_cases
from advisor_app.services.reporters import reporter_of
from advisor_app.storage.tables import Tables
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

    def log_conversation(
        self, conversation: Conversation, text: str, draft: DraftKey | None = None
    ) -> LoggedConversation:
        """Keep a conversation that took place, with its note; return it as stored.

        Its `draft` is an entry now, and goes in the same transaction.

        Raises:
            InvalidError: IN_THE_FUTURE, UNKNOWN_CODE, OTHER_ORGANISATION, OVER_A_MEGABYTE (naming
                `body`).
        """
        self._require_possible(conversation)
        with self._vault.transaction() as tables:
            if conversation.case is not None:
                _require_same(
                    "case", tables.cases.get(conversation.case).organisation, conversation
                )
            kept = tables.conversations.add(conversation)
            note = self._note_of(tables, kept, text)
            if draft is not None:
                tables.drafts.drop(*draft)
        return LoggedConversation(conversation=kept, note=note)

    def default_kind(self, case: CaseId | None) -> Code:
        """Return what a quick log calls a conversation: the first of its case, or a next one."""
        if case is not None and self._vault.tables.conversations.of_case(case):
            return known_codes.NEXT_CONVERSATION
        return known_codes.FIRST_CONTACT

    def change_conversation(self, conversation: Conversation, text: str) -> LoggedConversation:
        """Correct a conversation and its note; the note's earlier text is kept as a version."""
        self._require_possible(conversation)
        with self._vault.transaction() as tables:
            before = tables.conversations.get(conversation.id)
            changed = tables.conversations.change(
                replace(conversation, organisation=before.organisation, case=before.case)
            )
            note = tables.notes.of_conversation(changed.id)
            if note is None:
                note = self._note_of(tables, changed, text)
            elif note.body != text:
                note = self._revised(tables, note, text)
        return LoggedConversation(conversation=changed, note=note)

    def remove_conversation(self, conversation: ConversationId) -> RemovedConversation:
        """Take a conversation and its note out of the casebook; return all that was in it.

        What was typed about it and not saved goes with it.
        """
        with self._vault.transaction() as tables:
            logged = _logged(tables, tables.conversations.get(conversation))
            earlier: list[Note] = []
            if logged.note is not None:
                earlier = [
                    replace(
                        logged.note,
                        body=each.body,
                        version=each.version,
                        written_at=each.written_at,
                    )
                    for each in reversed(tables.notes.earlier(logged.note.id))
                ]
                tables.notes.remove(logged.note.id)
            tables.drafts.drop_about(draft_keys.of_conversation(conversation).target)
            tables.conversations.remove(conversation)
        return RemovedConversation(logged=logged, earlier_notes=tuple(earlier))

    def put_back(self, removed: RemovedConversation) -> LoggedConversation:
        """Put a removed conversation back, with every version of its note."""
        with self._vault.transaction() as tables:
            kept = tables.conversations.add(
                replace(removed.logged.conversation, id=ConversationId(UNSAVED))
            )
            if removed.logged.note is None:
                return LoggedConversation(conversation=kept, note=None)
            versions = [*removed.earlier_notes, removed.logged.note]
            first = replace(versions[0], id=NoteId(UNSAVED), conversation=kept.id)
            note = tables.notes.add(first)
            for version in versions[1:]:
                note = tables.notes.revise(replace(version, id=note.id, conversation=kept.id))
        return LoggedConversation(conversation=kept, note=note)

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
                _require_loose(loose)
                _require_same("conversation", new.organisation, loose)
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
                _move(tables, loose, case.id)
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
                _move(tables, conversation, None)
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

    def join_case(self, conversation: ConversationId, case: CaseId) -> Case:
        """Put a loose conversation into a case of the same organisation.

        A first contact becomes a next one where the case has an earlier conversation.
        """
        with self._vault.transaction() as tables:
            loose, joined = tables.conversations.get(conversation), tables.cases.get(case)
            _require_loose(loose)
            _require_same("case", joined.organisation, loose)
            others = tables.conversations.of_case(case)
            is_next = any(each.held_on <= loose.held_on for each in others)
            if is_next and loose.kind == known_codes.FIRST_CONTACT:
                loose = replace(loose, kind=known_codes.NEXT_CONVERSATION)
            _move(tables, loose, case)
        return joined

    def take_out(self, conversation: ConversationId, kind: Code | None = None) -> None:
        """Make a conversation a loose one again; of the `kind` that it was before it joined."""
        with self._vault.transaction() as tables:
            joined = tables.conversations.get(conversation)
            _move(tables, replace(joined, kind=kind or joined.kind), None)

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

    def add_note(self, case: CaseId, body: str, kind: NoteKind = NoteKind.OWN) -> Note:
        """Keep a note about a case that belongs to no conversation."""
        with self._vault.transaction() as tables:
            note = Note(
                organisation=tables.cases.get(case).organisation,
                case=case,
                kind=kind,
                body=body,
                written_at=self._now(),
            )
            return tables.notes.add(note)

    def revise_note(self, note: NoteId, body: str) -> Note:
        """Save a next version of a note."""
        with self._vault.transaction() as tables:
            return self._revised(tables, tables.notes.get(note), body)

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

    def loose_conversations(
        self, organisation: OrganisationId, after: LoggedConversation | None = None, limit: int = 64
    ) -> list[LoggedConversation]:
        """Return a page of the conversations that belong to no case yet, the latest first."""
        tables = self._vault.tables
        last = None if after is None else after.conversation
        found = tables.conversations.loose(organisation, after=last, limit=limit)
        return [_logged(tables, each) for each in found]

    def conversation(self, conversation: ConversationId) -> LoggedConversation:
        """Return one conversation with its note."""
        return _logged(self._vault.tables, self._vault.tables.conversations.get(conversation))

    def timeline(self, case: CaseId) -> list[TimelineEntry]:
        """Return what happened in a case, the latest first; a letter stands on its last day."""
        tables = self._vault.tables
        conversations = [
            TimelineEntry(on=each.held_on, logged=_logged(tables, each))
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

    def _note_of(self, tables: Tables, conversation: Conversation, text: str) -> Note | None:
        if not text.strip():
            return None
        return tables.notes.add(
            Note(
                organisation=conversation.organisation,
                case=conversation.case,
                conversation=conversation.id,
                body=text,
                written_at=self._now(),
            )
        )

    def _revised(self, tables: Tables, note: Note, body: str) -> Note:
        return tables.notes.revise(
            replace(note, body=body, version=note.version + 1, written_at=self._now())
        )

    def _require_possible(self, conversation: Conversation) -> None:
        """Refuse a conversation that has not taken place, or bears a code of another list."""
        conversation.require_past(self._today())
        self._codes.require("form", "CTF", conversation.form)
        self._codes.require("kind", "CTS", conversation.kind)
        self._codes.require("initiator", "INI", conversation.initiator)


def _logged(tables: Tables, conversation: Conversation) -> LoggedConversation:
    return LoggedConversation(
        conversation=conversation, note=tables.notes.of_conversation(conversation.id)
    )


def _move(tables: Tables, conversation: Conversation, case: CaseId | None) -> None:
    """Let a conversation and its note belong to another case, or to none."""
    tables.conversations.change(replace(conversation, case=case))
    note = tables.notes.of_conversation(conversation.id)
    if note is not None:
        tables.notes.change(replace(note, case=case))


def _require_loose(conversation: Conversation) -> None:
    if conversation.case is not None:
        raise InvalidError("conversation", Problem.ALREADY_USED)


def _require_same(field: str, organisation: OrganisationId, conversation: Conversation) -> None:
    if conversation.organisation != organisation:
        raise InvalidError(field, Problem.OTHER_ORGANISATION)
