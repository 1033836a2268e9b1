"""Follow-ups: what must happen on a day."""

from datetime import date

from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import CaseId, OrganisationId
from advisor_app.storage.table import Table

_BY_TIME = "due_on, coalesce(due_at, ''), id"


class FollowUps(Table[FollowUp]):
    """The follow-ups of every case and organisation."""

    def open_until(self, day: date, organisation: OrganisationId | None) -> list[FollowUp]:
        """Return what is to be done up to and including a day, of one organisation or of all."""
        return self.select(
            f"WHERE done_on IS NULL AND due_on <= ?1 AND (?2 IS NULL OR organisation = ?2) ORDER BY {_BY_TIME}",
            (day.isoformat(), organisation),
        )

    def of_case(self, case: CaseId) -> list[FollowUp]:
        """Return every follow-up of a case, what is still open first."""
        return self.select(f'WHERE "case" = ? ORDER BY done_on IS NOT NULL, {_BY_TIME}', (case,))
