"""What must happen when: appointments, follow-ups, aftercare, terms."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from advisor_app.domain import draft_keys, known_codes
from advisor_app.domain.codes import Code
from advisor_app.domain.days import local_day
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import CaseId, FollowUpId, OrganisationId
from advisor_app.domain.overview import Day, DayLine
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.domain.validation import require_near
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault

AHEAD = {
    known_codes.APPOINTMENT: timedelta(days=7),
    known_codes.FOLLOW_UP: timedelta(days=0),
    known_codes.AFTERCARE: timedelta(days=14),
    known_codes.TERM: timedelta(days=14),
}
"""How long before its day Vandaag shows a thing."""

NOT_A_THING_TO_DO = {
    draft_keys.MAIN_WINDOW,
    draft_keys.ORGANISATION_PAGE,
    draft_keys.CLOCK,
    draft_keys.NARRATIVE,
    draft_keys.NEW_CASE,
    draft_keys.CASE_FACTS,
    draft_keys.LETTERHEAD,
}
"""Windows whose drafts are no text that waits to be saved."""


class Agenda:
    """One verb, one transaction."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now

    def day(self, organisation: OrganisationId | None = None) -> Day:
        """Return what Vandaag shows, of one organisation or of all.

        An appointment that went by without being ticked off waits for its follow-up.
        """
        tables, today = self._vault.tables, self._today()
        found: dict[Code, list[DayLine]] = {kind: [] for kind in AHEAD}
        for line in self._lines(tables, today + max(AHEAD.values()), organisation):
            kind = _section(line.follow_up, today)
            if line.follow_up.due_on <= today + AHEAD[kind]:
                found[kind].append(line)
        latest = tables.backups.latest()
        return Day(
            appointments=tuple(found[known_codes.APPOINTMENT]),
            follow_ups=tuple(found[known_codes.FOLLOW_UP]),
            aftercare=tuple(found[known_codes.AFTERCARE]),
            terms=tuple(found[known_codes.TERM]),
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
        """Put something into the agenda; what belongs to a case belongs to its organisation.

        Raises:
            InvalidError: TOO_FAR_AHEAD, TOO_LONG_AGO, UNKNOWN_CODE, OTHER_ORGANISATION.
        """
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
        return local_day(self._now())

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

    def _checked(self, tables: Tables, follow_up: FollowUp) -> FollowUp:
        """Return the follow-up with the organisation of its case."""
        if follow_up.kind not in AHEAD:
            raise InvalidError("kind", Problem.UNKNOWN_CODE)
        require_near("due_on", follow_up.due_on, self._today())
        if follow_up.case is None:
            if follow_up.organisation is not None:
                tables.organisations.get(follow_up.organisation)
            return follow_up
        organisation = tables.cases.get(follow_up.case).organisation
        if follow_up.organisation not in {None, organisation}:
            raise InvalidError("case", Problem.OTHER_ORGANISATION)
        return replace(follow_up, organisation=organisation)


def _section(follow_up: FollowUp, today: date) -> Code:
    """Return under which kind Vandaag shows something."""
    if follow_up.kind == known_codes.APPOINTMENT and follow_up.due_on < today:
        return known_codes.FOLLOW_UP
    return follow_up.kind
