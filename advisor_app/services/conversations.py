"""Conversations: logged, corrected, removed, and put where they belong."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from advisor_app.domain import draft_keys, known_codes
from advisor_app.domain.case import Case
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.days import local_day
from advisor_app.domain.draft_keys import DraftKey
from advisor_app.domain.identity import UNSAVED, CaseId, ConversationId, OrganisationId
from advisor_app.domain.note import Note
from advisor_app.domain.overview import LoggedConversation, RemovedConversation
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.services.codes import Codes
from advisor_app.services.notes import revised
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault


class Conversations:
    """One verb, one transaction; a conversation that belongs to no case is a loose one."""

    def __init__(self, vault: Vault, codes: Codes, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._codes = codes
        self._now = now

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
                require_same("case", tables.cases.get(conversation.case).organisation, conversation)
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
                note = revised(tables, note, text, self._now())
        return LoggedConversation(conversation=changed, note=note)

    def remove_conversation(self, conversation: ConversationId) -> RemovedConversation:
        """Take a conversation and its note out of the casebook; return all that was in it.

        What was typed about it and not saved goes with it.
        """
        with self._vault.transaction() as tables:
            removed = logged(tables, tables.conversations.get(conversation))
            versions: list[Note] = []
            if removed.note is not None:
                versions = tables.notes.versions(removed.note.id)
                tables.notes.remove(removed.note.id)
            tables.drafts.drop_about(draft_keys.of_conversation(conversation).target)
            tables.conversations.remove(conversation)
        return RemovedConversation(logged=removed, earlier_notes=tuple(versions[:-1]))

    def put_back(self, removed: RemovedConversation) -> LoggedConversation:
        """Put a removed conversation back, with every version of its note."""
        with self._vault.transaction() as tables:
            kept = tables.conversations.add(
                replace(removed.logged.conversation, id=ConversationId(UNSAVED))
            )
            if removed.logged.note is None:
                return LoggedConversation(conversation=kept, note=None)
            versions = (*removed.earlier_notes, removed.logged.note)
            note = tables.notes.put_back([replace(each, conversation=kept.id) for each in versions])
        return LoggedConversation(conversation=kept, note=note)

    def join_case(self, conversation: ConversationId, case: CaseId) -> Case:
        """Put a loose conversation into a case of the same organisation.

        A first contact becomes a next one where the case has an earlier conversation.
        """
        with self._vault.transaction() as tables:
            loose, joined = tables.conversations.get(conversation), tables.cases.get(case)
            require_loose(loose)
            require_same("case", joined.organisation, loose)
            others = tables.conversations.of_case(case)
            is_next = any(each.held_on <= loose.held_on for each in others)
            if is_next and loose.kind == known_codes.FIRST_CONTACT:
                loose = replace(loose, kind=known_codes.NEXT_CONVERSATION)
            put_into_case(tables, loose, case)
        return joined

    def take_out(self, conversation: ConversationId, kind: Code | None = None) -> None:
        """Make a conversation a loose one again; of the `kind` that it was before it joined."""
        with self._vault.transaction() as tables:
            joined = tables.conversations.get(conversation)
            put_into_case(tables, replace(joined, kind=kind or joined.kind), None)

    def move_conversation(
        self, conversation: ConversationId, organisation: OrganisationId
    ) -> Conversation:
        """Let a loose conversation belong to another organisation; return it as it was before.

        Raises:
            InvalidError: ALREADY_USED, naming `conversation`, if it belongs to a case.
        """
        with self._vault.transaction() as tables:
            before = tables.conversations.get(conversation)
            require_loose(before)
            tables.organisations.get(organisation)
            tables.conversations.change(replace(before, organisation=organisation))
            note = tables.notes.of_conversation(conversation)
            if note is not None:
                tables.notes.change(replace(note, organisation=organisation))
        return before

    def loose_conversations(
        self, organisation: OrganisationId, after: LoggedConversation | None = None, limit: int = 64
    ) -> list[LoggedConversation]:
        """Return a page of the conversations that belong to no case yet, the latest first."""
        tables = self._vault.tables
        last = None if after is None else after.conversation
        found = tables.conversations.loose(organisation, after=last, limit=limit)
        return [logged(tables, each) for each in found]

    def conversation(self, conversation: ConversationId) -> LoggedConversation:
        """Return one conversation with its note."""
        return logged(self._vault.tables, self._vault.tables.conversations.get(conversation))

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

    def _require_possible(self, conversation: Conversation) -> None:
        """Refuse a conversation that has not taken place, or bears a code of another list."""
        conversation.require_past(local_day(self._now()))
        self._codes.require("form", "CTF", conversation.form)
        self._codes.require("kind", "CTS", conversation.kind)
        self._codes.require("initiator", "INI", conversation.initiator)


def logged(tables: Tables, conversation: Conversation) -> LoggedConversation:
    """Return a conversation with its note."""
    return LoggedConversation(
        conversation=conversation, note=tables.notes.of_conversation(conversation.id)
    )


def put_into_case(tables: Tables, conversation: Conversation, case: CaseId | None) -> None:
    """Let a conversation and its note belong to another case, or to none."""
    tables.conversations.change(replace(conversation, case=case))
    note = tables.notes.of_conversation(conversation.id)
    if note is not None:
        tables.notes.change(replace(note, case=case))


def require_loose(conversation: Conversation) -> None:
    """Refuse a conversation that belongs to a case."""
    if conversation.case is not None:
        raise InvalidError("conversation", Problem.ALREADY_USED)


def require_same(field: str, organisation: OrganisationId, conversation: Conversation) -> None:
    """Refuse a conversation of another organisation."""
    if conversation.organisation != organisation:
        raise InvalidError(field, Problem.OTHER_ORGANISATION)
