"""Figures for an organisation: promised before the year, fixed after it, the same for ever."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from typing import TypeVar

from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.one_way import protect
from advisor_app.disclosure.periods import period, surely_meet
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.problems import BrokenChainError, RefusedError
from advisor_app.disclosure.problems import Problem as FigureProblem
from advisor_app.documents import report as paper
from advisor_app.documents import spreadsheet
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.organisation import Organisation, PeriodKind
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FiguresReport
from advisor_app.domain.reporting import (
    Advice,
    Export,
    LedgerEntry,
    Preview,
    ReleaseLine,
    ReleaseState,
    Rung,
)
from advisor_app.services import composition, plans
from advisor_app.services.case_oracle import CaseOracle
from advisor_app.services.codes import Codes
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault

Value = TypeVar("Value")

_PROBLEMS = {
    FigureProblem.NEEDS_ENGINE: Problem.NEEDS_THE_ENGINE,
    FigureProblem.PLANS_OVERLAP: Problem.ALREADY_PLANNED,
    FigureProblem.UNKNOWN_RELEASE: Problem.NOT_PLANNED,
}


class Reporting:
    """What may be said, from the ledger and the calendar; cases are asked for counts only."""

    def __init__(self, vault: Vault, codes: Codes, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._codes = codes
        self._now = now

    def overview(self, organisation: OrganisationId) -> list[ReleaseLine]:
        """Return every release, and the years that wait for a choice, the newest first."""
        tables = self._vault.tables
        client = tables.organisations.get(organisation)
        ledger = self._ledger(tables, client)
        lines = [
            self._line(ledger, plan, release) for plan in ledger.plans for release in plan.releases
        ]
        covered = [leaf for plan in ledger.plans for leaf in plan.time_leaves]
        for year in (self._year(client), self._year(client) + 1):
            leaf = plans.year_leaf(year, client.period_kind)
            if not any(surely_meet(leaf, each) for each in covered):
                lines.append(
                    ReleaseLine(
                        id=leaf,
                        rung=None,
                        first=plans.first_day(leaf),
                        last=plans.last_day(leaf),
                        state=ReleaseState.NO_PLAN,
                    )
                )
        return sorted(lines, key=lambda line: (line.last, line.id), reverse=True)

    def advice(self, organisation: OrganisationId, year: str) -> Advice:
        """Return what is advised for a year, from public facts only.

        Raises:
            ProblemError: NOT_PLANNED when it is not the name of a year of this organisation.
        """
        tables = self._vault.tables
        client = tables.organisations.get(organisation)
        known = period(year)
        if known is None or plans.year_leaf(known.first.year, client.period_kind) != year:
            raise ProblemError(Problem.NOT_PLANNED)
        heads = [
            each.staff
            for each in tables.headcounts.of_organisation(organisation)
            if each.year <= known.first.year
        ]
        staff = heads[0] if heads else None
        last_year = plans.year_leaf(known.first.year - 1, client.period_kind)
        last_total = composition.published_total(self._ledger(tables, client), last_year)
        expected = int((staff or 0) * plans.REPORTING_RATE) if last_total is None else last_total
        rung, begun = plans.advised(staff, expected), known.first <= self._today()
        return Advice(
            year=year,
            first=known.first,
            staff=staff,
            last_total=last_total,
            last_year=last_year,
            expected=expected,
            rung=rung,
            offered=(rung,) if begun else plans.offered(staff, client.period_kind),
            has_begun=begun,
        )

    def choose(self, organisation: OrganisationId, year: str, rung: Rung) -> ReleaseLine:
        """Lay down which figures a year will have; that can not be changed afterwards.

        Raises:
            ProblemError: YEAR_BEGAN, ALREADY_PLANNED, NO_HEADCOUNT, NEEDS_THE_ENGINE, UNSAFE_PLAN.
        """
        advice = self.advice(organisation, year)
        if advice.staff is None:
            raise ProblemError(Problem.NO_HEADCOUNT)
        if rung not in advice.offered or rung is Rung.NOTHING:
            raise ProblemError(Problem.YEAR_BEGAN if advice.has_begun else Problem.UNSAFE_PLAN)
        with self._vault.transaction() as tables:
            client = tables.organisations.get(organisation)
            ledger = self._ledger(tables, client)
            plan = _named(
                lambda: plans.plan_of(
                    replace(client, code=ledger.organisation),
                    advice.first.year,
                    rung,
                    advice.staff or 0,
                    plans.groups(
                        tables.departments.of_organisation(organisation),
                        tables.department_years.of_organisation(organisation, advice.first.year),
                    ),
                    self._codes,
                )
            )
            extended = _named(lambda: ledger.with_plan(plan, self._today()))
            self._append(tables, organisation, ledger, extended)
        return self._line(extended, plan, plan.releases[0])

    def preview(self, organisation: OrganisationId, release: str) -> Preview:
        """Return the very report that would leave, or that has left; nothing is written.

        Raises:
            ProblemError: NOT_PLANNED, NOT_CLOSED_YET.
        """
        tables = self._vault.tables
        client = tables.organisations.get(organisation)
        ledger = self._ledger(tables, client)
        plan, planned = _named(lambda: ledger.planned(release))
        line = self._line(ledger, plan, planned)
        if line.state is ReleaseState.RUNNING:
            raise ProblemError(Problem.NOT_CLOSED_YET)
        if line.state is ReleaseState.READY:
            ledger = self._released(tables, client, ledger, plan, planned)
        advisors = tables.advisors.select("LIMIT 1")
        report = composition.report(
            client,
            advisors[0].public_name if advisors else "",
            ledger.through(release),
            plan,
            planned,
            self._codes,
            line.fixed_on,
        )
        return Preview(line=line, report=report)

    def fix(self, organisation: OrganisationId, release: str) -> Preview:
        """Fix a release for ever (Vaststellen); earlier ones of its plan are fixed with it.

        Fixed again it stays what it was.

        Raises:
            ProblemError: NOT_PLANNED, NOT_CLOSED_YET.
        """
        with self._vault.transaction() as tables:
            client = tables.organisations.get(organisation)
            ledger = self._ledger(tables, client)
            plan, planned = _named(lambda: ledger.planned(release))
            if self._line(ledger, plan, planned).state is ReleaseState.RUNNING:
                raise ProblemError(Problem.NOT_CLOSED_YET)
            extended = self._released(tables, client, ledger, plan, planned)
            self._append(tables, organisation, ledger, extended)
        return self.preview(organisation, release)

    def files(self, organisation: OrganisationId, release: str) -> dict[str, bytes]:
        """Return the files of a fixed release by their format: always the same bytes.

        Raises:
            ProblemError: NOT_PLANNED; NOT_CLOSED_YET while it was not fixed.
        """
        preview = self.preview(organisation, release)
        if preview.line.state is not ReleaseState.FIXED:
            raise ProblemError(Problem.NOT_CLOSED_YET)
        return {
            "pdf": paper.render(preview.report),
            "ods": spreadsheet.ods(preview.report),
            "csv": spreadsheet.csv(preview.report),
        }

    def paper(self, report: FiguresReport) -> bytes:
        """Return the PDF of a report, for the preview."""
        return paper.render(report)

    def register(
        self,
        organisation: OrganisationId,
        release: str,
        given: dict[str, bytes],
        recipient: str,
        purpose: str,
    ) -> list[Export]:
        """Write down which files left, to whom and what for."""
        with self._vault.transaction() as tables:
            return [
                tables.exports.add(
                    Export(
                        organisation=organisation,
                        release=release,
                        format=form,
                        recipient=recipient.strip(),
                        purpose=purpose.strip(),
                        sha256=sha256(content).hexdigest(),
                        exported_at=self._now(),
                    )
                )
                for form, content in given.items()
            ]

    def exports(self, organisation: OrganisationId) -> list[Export]:
        """Return what left for an organisation, the latest first."""
        return self._vault.tables.exports.of_organisation(organisation)

    def ledger_bytes(self, organisation: OrganisationId) -> bytes:
        """Return the whole ledger as an open file (docs/figures.md, LEDGER.json)."""
        tables = self._vault.tables
        return self._ledger(tables, tables.organisations.get(organisation)).to_bytes()

    def _today(self) -> date:
        return self._now().astimezone().date()

    def _year(self, client: Organisation) -> int:
        """Return the year, calendar or school, that today lies in."""
        today = self._today()
        before_august = client.period_kind is PeriodKind.SCHOOL_YEAR and today.month < 8
        return today.year - 1 if before_august else today.year

    def _ledger(self, tables: Tables, client: Organisation) -> Ledger:
        """Return an organisation's ledger, its form and its chain checked.

        It keeps the name under which it began, whatever the organisation is called later.

        Raises:
            ProblemError: TAMPERED.
        """
        lines = [each.entry for each in tables.ledgers.of_organisation(client.id)]
        try:
            name = Ledger.organisation_of(lines[0]) if lines else client.code
            return Ledger.from_lines(name, lines)
        except (RefusedError, BrokenChainError) as error:
            raise ProblemError(Problem.TAMPERED) from error

    @staticmethod
    def _append(
        tables: Tables, organisation: OrganisationId, before: Ledger, after: Ledger
    ) -> None:
        """Keep what a ledger has grown by."""
        lines = after.lines()
        for position in range(len(before.entries), len(lines)):
            tables.ledgers.add(
                LedgerEntry(organisation=organisation, position=position, entry=lines[position])
            )

    def _line(self, ledger: Ledger, plan: Plan, release: Release) -> ReleaseLine:
        first, last = plans.span(plan, release)
        if ledger.said_in(release.id):
            state = ReleaseState.FIXED
        else:
            state = ReleaseState.READY if last < self._today() else ReleaseState.RUNNING
        return ReleaseLine(
            id=release.id,
            rung=plans.rung_of(plan),
            first=first,
            last=last,
            state=state,
            fixed_on=ledger.fixed_on(release.id),
        )

    def _released(
        self, tables: Tables, client: Organisation, ledger: Ledger, plan: Plan, release: Release
    ) -> Ledger:
        """Return the ledger with a release in it, and with those of its plan before it."""
        oracle = CaseOracle(tables, client.id, plan, self._codes)
        for each in plan.releases:
            if not ledger.said_in(each.id):
                said = [one for own in plan.releases for one in ledger.said_in(own.id)]
                ledger = ledger.with_statements(protect(plan, each, oracle, said), self._today())
            if each.id == release.id:
                break
        ledger.verify()
        return ledger


def _named(work: Callable[[], Value]) -> Value:
    """Give the refusals of the figures our names."""
    try:
        return work()
    except RefusedError as error:
        raise ProblemError(_PROBLEMS.get(error.problem, Problem.UNSAFE_PLAN)) from error
