"""Clocks of conversations that are being held; kept like drafts, so that no lock stops them."""

from datetime import datetime

from advisor_app.domain import draft_keys
from advisor_app.domain.draft import Draft
from advisor_app.domain.overview import RunningClock
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault


class Clocks:
    """One clock for each target of a quick log: a case, or a loose conversation."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def start(self, target: str, began: datetime) -> None:
        """Let a clock run since a moment."""
        with self._vault.transaction() as tables:
            text = began.isoformat()
            tables.drafts.keep(
                Draft(window=draft_keys.CLOCK, target=target, text=text, saved_at=began)
            )

    def stop(self, target: str) -> None:
        """Forget a clock; without one nothing happens."""
        if self._vault.tables.drafts.find(*draft_keys.of_clock(target)) is not None:
            with self._vault.transaction() as tables:
                tables.drafts.drop(*draft_keys.of_clock(target))

    def began(self, target: str) -> datetime | None:
        """Return since when the clock of a target runs, if it does."""
        found = self._vault.tables.drafts.find(*draft_keys.of_clock(target))
        return None if found is None else datetime.fromisoformat(found.text)

    def running(self) -> list[RunningClock]:
        """Return every clock that runs, the one that was started last on top."""
        tables = self._vault.tables
        return [_clock(tables, each) for each in tables.drafts.of_window(draft_keys.CLOCK)]


def _clock(tables: Tables, draft: Draft) -> RunningClock:
    began, case = datetime.fromisoformat(draft.text), draft_keys.case_in(draft.target)
    if case is not None:
        found = tables.cases.get(case)
        return RunningClock(
            began=began, organisation=found.organisation, case=case, number=found.number
        )
    organisation = draft_keys.organisation_in(draft.target)
    assert organisation is not None
    return RunningClock(began=began, organisation=organisation, case=None, number="")
