"""Conversations and contacts."""

from advisor_app.domain.conversation import Conversation
from advisor_app.domain.identity import CaseId, OrganisationId
from advisor_app.storage.table import Table


class Conversations(Table[Conversation]):
    """The conversations of every organisation, loose or in a case."""

    def of_case(self, case: CaseId) -> list[Conversation]:
        """Return the conversations of a case, the latest first."""
        return self.select(
            """WHERE "case" = ? ORDER BY held_on DESC, coalesce(held_at, '') DESC, id DESC""",
            (case,),
        )

    def loose(self, organisation: OrganisationId) -> list[Conversation]:
        """Return the conversations that belong to no case yet, the latest first."""
        return self.select(
            'WHERE organisation = ? AND "case" IS NULL ORDER BY held_on DESC, id DESC LIMIT 200',
            (organisation,),
        )
