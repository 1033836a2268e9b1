"""Letters, and the pages of those that were fixed."""

from advisor_app.domain.correspondence import Letter
from advisor_app.domain.identity import CaseId, OrganisationId
from advisor_app.storage.table import Table


class Letters(Table[Letter]):
    """The letters of every case and organisation."""

    def of_organisation(
        self, organisation: OrganisationId, *, offset: int, limit: int
    ) -> list[Letter]:
        """Return a page of an organisation's letters, the latest first."""
        return self.select(
            "WHERE organisation = ? ORDER BY changed_at DESC, id DESC LIMIT ? OFFSET ?",
            (organisation, limit, offset),
        )

    def of_case(self, case: CaseId) -> list[Letter]:
        """Return the letters of a case, the latest first."""
        return self.select('WHERE "case" = ? ORDER BY changed_at DESC, id DESC', (case,))
