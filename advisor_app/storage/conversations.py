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

    def loose(
        self, organisation: OrganisationId, *, after: Conversation | None, limit: int
    ) -> list[Conversation]:
        """Return a page of those that belong to no case yet, the latest first, below `after`."""
        below = "" if after is None else "AND (held_on, id) < (?3, ?4)"
        return self.select(
            f'WHERE organisation = ?1 AND "case" IS NULL {below}'
            " ORDER BY held_on DESC, id DESC LIMIT ?2",
            (
                *(organisation, limit),
                *(() if after is None else (after.held_on.isoformat(), after.id)),
            ),
        )
