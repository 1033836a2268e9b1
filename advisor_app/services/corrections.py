"""What was written down in the wrong place is taken out of it, or put where it belongs."""

from collections.abc import Sequence
from dataclasses import replace

from advisor_app.domain import draft_keys
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.identity import ConversationId, NoteId, OrganisationId
from advisor_app.domain.note import Note
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.storage.vault import Vault


class Corrections:
    """One verb, one transaction; each has a way back."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def remove_note(self, note: NoteId) -> list[Note]:
        """Take a note out of its case; return all its versions, the earliest first.

        What was typed about it and not saved goes with it.
        """
        with self._vault.transaction() as tables:
            versions = tables.notes.versions(note)
            tables.drafts.drop_about(draft_keys.of_note(note).target)
            tables.notes.remove(note)
        return versions

    def put_back_note(self, versions: Sequence[Note]) -> Note:
        """Put a removed note back, with every version."""
        with self._vault.transaction() as tables:
            return tables.notes.put_back(versions)

    def move_conversation(
        self, conversation: ConversationId, organisation: OrganisationId
    ) -> Conversation:
        """Let a loose conversation belong to another organisation; return it as it was before.

        Raises:
            InvalidError: ALREADY_USED, naming `conversation`, if it belongs to a case.
        """
        with self._vault.transaction() as tables:
            before = tables.conversations.get(conversation)
            if before.case is not None:
                raise InvalidError("conversation", Problem.ALREADY_USED)
            tables.organisations.get(organisation)
            tables.conversations.change(replace(before, organisation=organisation))
            note = tables.notes.of_conversation(conversation)
            if note is not None:
                tables.notes.change(replace(note, organisation=organisation))
        return before
