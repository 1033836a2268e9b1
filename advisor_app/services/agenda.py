"""What must happen when: appointments, follow-ups, aftercare, terms."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from advisor_app.domain import known_codes
from advisor_app.domain.codes import Code
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import CaseId, FollowUpId, OrganisationId
from advisor_app.domain.overview import Day, DayLine
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault

AHEAD = {
    known_codes.APPOINTMENT: timedelta(days=7),
    known_codes.FOLLOW_UP: timedelta(days=0),
    known_codes.AFTERCARE: timedelta(days=14),
    known_codes.TERM: timedelta(days=14),
}
"""How long before its day Vandaag shows a thing."""

NOT_A_THING_TO_DO = {"main_window"}
"""Windows whose drafts are no text of the advisor."""


class Agenda:
    """One verb, one transaction."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now

    def day(self, organisation: OrganisationId | None = None) -> Day:
        """Return what Vandaag shows, of one organisation or of all."""
        tables, today = self._vault.tables, self._today()
        lines = self._lines(tables, today + max(AHEAD.values()), organisation)

        def of(kind: Code) -> tuple[DayLine, ...]:
            return tuple(
                line
                for line in lines
                if line.follow_up.kind == kind and line.follow_up.due_on <= today + AHEAD[kind]
            )

        latest = tables.backups.latest()
        return Day(
            appointments=of(known_codes.APPOINTMENT),
            follow_ups=of(known_codes.FOLLOW_UP),
            aftercare=of(known_codes.AFTERCARE),
            terms=of(known_codes.TERM),
            drafts=tuple(
                draft
                for draft in tables.drafts.all()
                if draft.window not in NOT_A_THING_TO_DO and draft.text.strip()
            ),
            backup=latest,
        )

    def ahead(self, organisation: OrganisationId | None, until: date) -> list[DayLine]:
        """Return everything that is still to be done up to a day, the earliest first."""
        return self._lines(self._vault.tables, until, organisation)

    def plan(self, follow_up: FollowUp) -> FollowUp:
        """Put something into the agenda; what belongs to a case belongs to its organisation."""
        with self._vault.transaction() as tables:
            return tables.follow_ups.add(self._checked(tables, follow_up))

    def change(self, follow_up: FollowUp) -> FollowUp:
        """Correct or move something; return it as it was before, for the way back."""
        with self._vault.transaction() as tables:
            before = tables.follow_ups.get(follow_up.id)
            tables.follow_ups.change(self._checked(tables, follow_up))
        return before

    def finish(self, follow_up: FollowUpId) -> FollowUp:
        """Tick something off; return it as it was before."""
        with self._vault.transaction() as tables:
            before = tables.follow_ups.get(follow_up)
            tables.follow_ups.change(replace(before, done_on=self._today()))
        return before

    def remove(self, follow_up: FollowUpId) -> FollowUp:
        """Take something out of the agenda; return it, so that `plan` can put it back."""
        with self._vault.transaction() as tables:
            before = tables.follow_ups.get(follow_up)
            tables.follow_ups.remove(follow_up)
        return before

    def of_case(self, case: CaseId) -> list[FollowUp]:
        """Return everything planned for a case, what is still open first."""
        return self._vault.tables.follow_ups.of_case(case)

    def _today(self) -> date:
        return self._now().astimezone().date()

    @staticmethod
    def _lines(tables: Tables, until: date, organisation: OrganisationId | None) -> list[DayLine]:
        found = tables.follow_ups.open_until(until, organisation)
        organisations = {each.id: each for each in tables.organisations.by_name()}
        return [
            DayLine(
                follow_up=each,
                case=None if each.case is None else tables.cases.get(each.case),
                organisation=None
                if each.organisation is None
                else organisations[each.organisation],
            )
            for each in found
        ]

    @staticmethod
    def _checked(tables: Tables, follow_up: FollowUp) -> FollowUp:
        """Return the follow-up with the organisation of its case."""
        if follow_up.case is None:
            return follow_up
        organisation = tables.cases.get(follow_up.case).organisation
        if follow_up.organisation not in {None, organisation}:
            raise InvalidError("case", Problem.OTHER_ORGANISATION)
        return replace(follow_up, organisation=organisation)
