"""Clocks of conversations that are being held; kept like drafts, so that no lock stops them."""

from datetime import datetime

from advisor_app.domain.draft import Draft
from advisor_app.domain.identity import CaseId, OrganisationId
from advisor_app.domain.overview import RunningClock
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault

WINDOW = "clock"
"""Under which name drafts hold the moment at which a clock began."""


class Clocks:
    """One clock for each target of a quick log: `case 7`, or `organisation 3` for a loose one."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def start(self, target: str, began: datetime) -> None:
        """Let a clock run since a moment."""
        with self._vault.transaction() as tables:
            text = began.isoformat()
            tables.drafts.keep(Draft(window=WINDOW, target=target, text=text, saved_at=began))

    def stop(self, target: str) -> None:
        """Forget a clock; without one nothing happens."""
        if self._vault.tables.drafts.find(WINDOW, target) is not None:
            with self._vault.transaction() as tables:
                tables.drafts.drop(WINDOW, target)

    def began(self, target: str) -> datetime | None:
        """Return since when the clock of a target runs, if it does."""
        found = self._vault.tables.drafts.find(WINDOW, target)
        return None if found is None else datetime.fromisoformat(found.text)

    def running(self) -> list[RunningClock]:
        """Return every clock that runs, the one that was started last on top."""
        tables = self._vault.tables
        return [_clock(tables, each) for each in tables.drafts.of_window(WINDOW)]


def _clock(tables: Tables, draft: Draft) -> RunningClock:
    kind, _, number = draft.target.partition(" ")
    case = tables.cases.get(CaseId(int(number))) if kind == "case" else None
    return RunningClock(
        began=datetime.fromisoformat(draft.text),
        organisation=OrganisationId(int(number)) if case is None else case.organisation,
        case=None if case is None else case.id,
        number="" if case is None else case.number,
    )
