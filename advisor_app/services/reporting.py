"""Figures for an organisation: promised before the year, fixed after it, the same for ever."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import TypeVar

from advisor_app.disclosure.one_way import protect
from advisor_app.disclosure.plan import Plan
from advisor_app.disclosure.problems import Problem as FigureProblem
from advisor_app.disclosure.problems import RefusedError
from advisor_app.documents import self_check, spreadsheet
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FiguresReport
from advisor_app.domain.reporting import (
    Advice,
    Export,
    FixedFile,
    Preview,
    ReleaseLine,
    ReleaseState,
    Rung,
)
from advisor_app.domain.validation import allow_line
from advisor_app.services import composition, ledgers, plans
from advisor_app.services.case_oracle import CaseOracle
from advisor_app.services.codes import Codes
from advisor_app.services.standing import Standing
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault

Value = TypeVar("Value")

_PROBLEMS = {
    FigureProblem.NEEDS_ENGINE: Problem.NEEDS_THE_ENGINE,
    FigureProblem.PLANS_OVERLAP: Problem.ALREADY_PLANNED,
    FigureProblem.UNKNOWN_RELEASE: Problem.NOT_PLANNED,
    FigureProblem.REGISTER_CONTRADICTS: Problem.CONTRADICTS_LEDGER,
}


class Reporting:
    """What may be said, from the ledger and the calendar; cases are asked for counts only."""

    def __init__(self, vault: Vault, codes: Codes, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._codes = codes
        self._now = now

    def overview(self, organisation: OrganisationId) -> list[ReleaseLine]:
        """Return every release, and the years that wait for a choice, the newest first."""
        return self._standing(self._vault.tables, organisation).lines()

    def advice(self, organisation: OrganisationId, year: str) -> Advice:
        """Return what is advised for a year, from public facts only.

        Raises:
            ProblemError: NOT_PLANNED when it is not the name of a year of this organisation.
        """
        return self._standing(self._vault.tables, organisation).advice(year)

    def choose(self, organisation: OrganisationId, year: str, rung: Rung) -> ReleaseLine:
        """Lay down which figures a year will have; that can not be changed afterwards.

        Raises:
            ProblemError: YEAR_BEGAN, ALREADY_PLANNED, NO_HEADCOUNT, NEEDS_THE_ENGINE, UNSAFE_PLAN;
                NOT_PLANNED for any year but this one and the next.
        """
        with self._vault.transaction() as tables:
            standing = self._standing(tables, organisation)
            advice = standing.advice(year)
            if year not in standing.years():
                raise ProblemError(Problem.NOT_PLANNED)
            if advice.staff is None:
                raise ProblemError(Problem.NO_HEADCOUNT)
            safe = plans.offered(advice.staff, standing.client.period_kind)
            if rung not in safe or rung is Rung.NOTHING:
                raise ProblemError(Problem.UNSAFE_PLAN)
            if rung not in advice.offered:
                raise ProblemError(Problem.YEAR_BEGAN)
            plan = self._plan(tables, standing, advice.first.year, rung, advice.staff)
            extended = _named(lambda: standing.ledger.with_plan(plan, standing.today))
            ledgers.add(tables, standing.client, standing.ledger, extended)
        return replace(standing, ledger=extended).planned_line(plan, plan.releases[0])

    def preview(self, organisation: OrganisationId, release: str) -> Preview:
        """Return the very report that would leave, or that has left; nothing is written.

        Raises:
            ProblemError: NOT_PLANNED, NOT_CLOSED_YET, CONTRADICTS_LEDGER, TAMPERED.
        """
        tables = self._vault.tables
        standing = self._standing(tables, organisation)
        line = _closed(standing.line(release))
        if line.rung is not Rung.NOTHING:
            standing = self._released(tables, standing, release)
        return Preview(line=line, report=self._report(tables, standing, line))

    def pages(self, organisation: OrganisationId, release: str) -> bytes:
        """Return the PDF of a release: as it would leave, or the very file that has left.

        Raises:
            ProblemError: those of preview.
        """
        preview = self.preview(organisation, release)
        if preview.line.state is ReleaseState.FIXED:
            return self.files(organisation, release)["pdf"]
        return _drawn(preview.report)

    def fix(self, organisation: OrganisationId, release: str) -> Preview:
        """Fix a release for ever (Vaststellen); earlier ones of its plan are fixed with it.

        Fixed again it stays what it was. Statements, report and files come into being together or
        not at all.

        Raises:
            ProblemError: NOT_PLANNED, NOT_CLOSED_YET, CONTRADICTS_LEDGER, TAMPERED.
        """
        with self._vault.transaction() as tables:
            before = self._standing(tables, organisation)
            line, after = _closed(before.line(release)), before
            if line.rung is not Rung.NOTHING:
                after = self._released(tables, before, release)
                ledgers.add(tables, before.client, before.ledger, after.ledger)
            for each in reversed(before.lines()):
                made = each.id == release or after.ledger.said_in(each.id)
                if each.state is ReleaseState.READY and made:
                    self._keep_files(tables, after, each)
        return self.preview(organisation, release)

    def files(self, organisation: OrganisationId, release: str) -> dict[str, bytes]:
        """Return the files of a fixed release by their format: always the same bytes.

        Raises:
            ProblemError: NOT_PLANNED; NOT_CLOSED_YET while it was not fixed.
        """
        tables = self._vault.tables
        self._standing(tables, organisation).line(release)
        kept = tables.fixed_files.of_release(organisation, release)
        if not kept:
            raise ProblemError(Problem.NOT_CLOSED_YET)
        return {each.format: each.content for each in kept}

    def register(
        self,
        organisation: OrganisationId,
        release: str,
        given: dict[str, bytes],
        recipient: str,
        purpose: str,
    ) -> list[Export]:
        """Write down which files left, to whom and what for.

        Raises:
            InvalidError: TOO_LONG naming `recipient` or `purpose`.
        """
        allow_line("recipient", recipient.strip())
        allow_line("purpose", purpose.strip())
        at = self._now()
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
                        exported_at=at,
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
        return ledgers.kept(tables, tables.organisations.get(organisation)).to_bytes()

    def _standing(self, tables: Tables, organisation: OrganisationId) -> Standing:
        client = tables.organisations.get(organisation)
        return Standing(
            client=client,
            ledger=ledgers.kept(tables, client),
            headcounts=tables.headcounts.of_organisation(organisation),
            fixed=tables.fixed_files.days(organisation),
            today=self._now().astimezone().date(),
        )

    def _plan(self, tables: Tables, standing: Standing, year: int, rung: Rung, staff: int) -> Plan:
        """Return the plan of a rung, under the name that the ledger began with."""
        client = standing.client
        groups = plans.groups(
            tables.departments.of_organisation(client.id),
            tables.department_years.of_organisation(client.id, year),
        )
        named = replace(client, code=standing.ledger.organisation)
        return _named(lambda: plans.plan_of(named, year, rung, staff, groups, self._codes))

    def _released(self, tables: Tables, standing: Standing, release: str) -> Standing:
        """Return the standing with a release in the ledger, and those of its plan before it."""
        ledger = standing.ledger
        plan, _planned = _named(lambda: ledger.planned(release))
        oracle = CaseOracle(tables, standing.client.id, plan, self._codes)
        for each in plan.releases:
            if not ledger.said_in(each.id):
                said = [one for own in plan.releases for one in ledger.said_in(own.id)]
                statements = _named(
                    partial(protect, plan, each, oracle, said, outside=ledger.outside)
                )
                ledger = ledger.with_statements(statements, standing.today)
            if each.id == release:
                break
        ledger.verify()
        return replace(standing, ledger=ledger)

    def _report(self, tables: Tables, standing: Standing, line: ReleaseLine) -> FiguresReport:
        """Compose the report of a line; one that is not fixed yet is dated today."""
        advisor = tables.advisors.only()
        name = "" if advisor is None else advisor.public_name
        client, fixed_on = standing.client, line.fixed_on or standing.today
        if line.rung is Rung.NOTHING:
            year, staff = standing.period_of(line), standing.staff_of(line)
            return composition.of_words(client, name, year, staff, fixed_on)
        plan, release = standing.ledger.planned(line.id)
        said = standing.ledger.through(line.id)
        return composition.report(client, name, said, plan, release, self._codes, fixed_on)

    def _keep_files(self, tables: Tables, standing: Standing, line: ReleaseLine) -> None:
        """Draw the files of a release, look through them once more, and keep them."""
        report = self._report(tables, standing, line)
        drawn = {
            "pdf": _drawn(report),
            "ods": spreadsheet.ods(report),
            "csv": spreadsheet.csv(report),
        }
        self_check.require_nothing_else(report, drawn)
        for form, content in drawn.items():
            tables.fixed_files.add(
                FixedFile(
                    organisation=standing.client.id,
                    release=line.id,
                    format=form,
                    fixed_on=standing.today,
                    content=content,
                )
            )


def _closed(line: ReleaseLine) -> ReleaseLine:
    """Refuse a release whose last day has not passed."""
    if line.state is ReleaseState.RUNNING:
        raise ProblemError(Problem.NOT_CLOSED_YET)
    return line


def _named(work: Callable[[], Value]) -> Value:
    """Give the refusals of the figures our names."""
    try:
        return work()
    except RefusedError as error:
        raise ProblemError(_PROBLEMS.get(error.problem, Problem.UNSAFE_PLAN)) from error


def _drawn(report: FiguresReport) -> bytes:
    """Return the PDF of a report."""
    from advisor_app.documents import report as paper  # noqa: PLC0415  # a heavy door

    return paper.render(report)
