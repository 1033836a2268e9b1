"""How long cases are kept: nothing is destroyed by itself, and nothing before its figures are fixed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.overview import RetentionLine
from advisor_app.domain.reporting import ReleaseLine, ReleaseState
from advisor_app.services.reporting import Reporting
from advisor_app.storage.vault import Vault


class Retention:
    """Questions about closed cases; destroying them is not among the verbs yet."""

    def __init__(self, vault: Vault, reporting: Reporting, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._reporting = reporting
        self._now = now

    def until(self) -> date:
        """Return the day before which retention is looked at: the first of next month."""
        today = self._now().astimezone().date()
        year, month = divmod(today.year * 12 + today.month, 12)
        return date(year, month + 1, 1)

    def number(self, organisation: OrganisationId | None = None) -> int:
        """Return for how many cases retention has ended or ends this month."""
        return self._vault.tables.cases.number_kept_until(self.until(), organisation)

    def lines(
        self,
        organisation: OrganisationId | None = None,
        after: RetentionLine | None = None,
        limit: int = 64,
    ) -> list[RetentionLine]:
        """Return a page of those cases, the one that ended first on top, below a line."""
        found = self._vault.tables.cases.kept_until(
            self.until(), organisation, after=after, limit=limit
        )
        fixed = {
            each: [
                line for line in self._reporting.overview(each) if line.state is ReleaseState.FIXED
            ]
            for each in {line.organisation for line in found}
        }
        return [
            replace(line, is_fixed=_covers(fixed[line.organisation], line.entered_on))
            for line in found
        ]


def _covers(fixed: list[ReleaseLine], day: date) -> bool:
    return any(line.first <= day <= line.last for line in fixed)
