"""Figures for an organisation: promised before the year, fixed after it, the same for ever."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.plan import Plan
from advisor_app.documents import self_check
from advisor_app.documents.figures import draw
from advisor_app.domain.days import local_day
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FileFormat
from advisor_app.domain.reporting import (
    Advice,
    Audited,
    Export,
    FixedFile,
    Parts,
    Preview,
    ReleaseLine,
    ReleaseState,
    Rung,
    Verdict,
    WaitingFigures,
)
from advisor_app.domain.validation import allow_line
from advisor_app.services.codes import Codes
from advisor_app.services.figures import (
    counted_cases,
    department_years,
    ladder,
    ledgers,
    own_words,
    plans,
)
from advisor_app.services.figures.proposal import Proposal, named
from advisor_app.services.figures.snapshot import snapshot
from advisor_app.services.figures.standing import Standing
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault


class Reporting:
    """What may be said, from the ledger and the calendar; cases are asked for counts only."""

    def __init__(self, vault: Vault, codes: Codes, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._codes = codes
        self._now = now

    def overview(self, organisation: OrganisationId) -> list[ReleaseLine]:
        """Return every release, and the years that wait for a choice, the newest first."""
        return self._standing(self._vault.tables, organisation).lines()

    def waiting(self, organisation: OrganisationId | None = None) -> list[WaitingFigures]:
        """Return what asks something of the advisor now, of one organisation or of all by name."""
        tables = self._vault.tables
        every = [each.id for each in tables.organisations.by_name()]
        asked = every if organisation is None else [organisation]
        return [line for each in asked for line in self._standing(tables, each).waiting()]

    def advice(self, organisation: OrganisationId, year: str) -> Advice:
        """Return what is advised for a year, from public facts only.

        Raises:
            ProblemError: NOT_PLANNED when it is not the name of a year of this organisation.
        """
        tables = self._vault.tables
        return self._advice(tables, self._standing(tables, organisation), year)

    def open_department_year(self, organisation: OrganisationId) -> int:
        """Return the first year, from this one on, of which departments can be divided anew."""
        standing = self._standing(self._vault.tables, organisation)
        laid_down = department_years.laid_down(standing.ledger)
        return max([standing.today.year, *(year + 1 for year in laid_down)])

    def choose(
        self,
        organisation: OrganisationId,
        year: str,
        rung: Rung,
        parts: Parts | None = None,
        *,
        has_pairs: bool | None = None,
    ) -> ReleaseLine:
        """Lay down which figures a year will have; that can not be changed afterwards.

        Without `parts` the year is divided as the rung has it unasked; without `has_pairs` each
        department is given by subject where that is advised.

        Raises:
            ProblemError: YEAR_BEGAN, ALREADY_PLANNED, NO_HEADCOUNT, UNSAFE_PLAN;
                NOT_PLANNED for any year but this one and the next.
        """
        with self._vault.transaction() as tables:
            standing = self._standing(tables, organisation)
            advice = self._advice(tables, standing, year)
            if year not in standing.years():
                raise ProblemError(Problem.NOT_PLANNED)
            kind = standing.organisation.period_kind
            divided, paired = ladder.chosen(advice, kind, rung, parts, has_pairs=has_pairs)
            plan = self._plan(tables, standing, advice, rung, divided, has_pairs=paired)
            extended = named(lambda: standing.ledger.with_plan(plan, standing.today))
            department_years.lay_down(tables, organisation, plan)
            ledgers.add(tables, standing.organisation, standing.ledger, extended)
        return replace(standing, ledger=extended).planned_line(plan, plan.releases[0])

    def proposal(self, organisation: OrganisationId, release: str) -> Proposal:
        """Return everything that a release is made from, as it stands at this moment.

        Raises:
            ProblemError: NOT_PLANNED, NOT_BEGUN_YET, NOT_CLOSED_YET, TAMPERED.
        """
        return self._proposal(self._vault.tables, organisation, release)

    def preview(self, organisation: OrganisationId, release: str) -> Preview:
        """Return the very report that would leave, or that has left; nothing is written.

        Raises:
            ProblemError: those of proposal and its decision.
        """
        return self.proposal(organisation, release).preview()

    def pages(self, organisation: OrganisationId, preview: Preview) -> bytes:
        """Return the PDF of a release: as it would leave, or the very file that has left."""
        if preview.line.state is ReleaseState.FIXED:
            return self.files(organisation, preview.line.id)[FileFormat.PDF]
        return draw(preview.report, FileFormat.PDF)

    def fix(self, proposal: Proposal, preview: Preview, audited: Audited | None) -> Preview:
        """Fix a release for ever (Vaststellen), exactly as it was seen and audited.

        Earlier releases of its plan are fixed with it. Statements, report and files come into
        being together or not at all. Fixed again it stays what it was; a form of file that came
        later is added. A report of words needs no audit.

        Raises:
            ProblemError: FIGURES_CHANGED when cases, ledger or day are not those of the proposal
                any more; UNSAFE_FIGURES and AUDIT_UNFINISHED by the auditor; UNANSWERED while a
                place of the advisor's own text waits; TAMPERED.
        """
        organisation, release = proposal.standing.organisation.id, proposal.line.id
        before = after = proposal.standing
        if proposal.line.rung is not Rung.NOTHING:
            after = replace(before, ledger=Ledger.parse(preview.ledger))
            _require_safe(before.ledger, after.ledger, release, audited)
        with self._vault.transaction() as tables:
            if proposal.line.state is ReleaseState.FIXED:
                self._keep_files(tables, proposal)
            else:
                now = self._proposal(tables, organisation, release)
                if replace(now, is_promise_alone=proposal.is_promise_alone) != proposal:
                    raise ProblemError(Problem.FIGURES_CHANGED)
                ledgers.add(tables, before.organisation, before.ledger, after.ledger)
                for each in reversed(before.lines()):
                    made = each.id == release or after.ledger.said_in(each.id)
                    if each.state is ReleaseState.READY and made:
                        self._keep_files(tables, replace(proposal, standing=after, line=each))
                counted_cases.drop(tables, organisation, before.today)
        return self.preview(organisation, release)

    def fix_audited(
        self,
        organisation: OrganisationId,
        release: str,
        audit: Callable[[bytes, str], Audited],
        *,
        promise_alone_if_refused: bool = False,
    ) -> Preview:
        """Decide, have it audited, and fix: for whoever can wait.

        Raises:
            ProblemError: those of preview and fix.
        """
        proposal = self.proposal(organisation, release)
        try:
            preview = proposal.preview()
        except ProblemError as error:
            less = proposal.promise_alone(error.problem) if promise_alone_if_refused else None
            if less is None:
                raise
            proposal, preview = less, less.preview()
        audited = audit(preview.ledger, release) if preview.ledger else None
        if promise_alone_if_refused and audited is not None:
            less = proposal.promise_alone(audited.verdict)
            if less is not None:
                proposal, preview = less, less.preview()
                audited = audit(preview.ledger, release)
        return self.fix(proposal, preview, audited)

    def files(self, organisation: OrganisationId, release: str) -> dict[FileFormat, bytes]:
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
        given: dict[FileFormat, bytes],
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

    def left(self, organisation: OrganisationId) -> frozenset[str]:
        """Return the releases of which a file left the vault."""
        exports = self._vault.tables.exports.of_organisation(organisation)
        return frozenset(each.release for each in exports)

    def _standing(self, tables: Tables, organisation: OrganisationId) -> Standing:
        found = tables.organisations.get(organisation)
        return Standing(
            organisation=found,
            ledger=ledgers.kept(tables, found),
            headcounts=tables.headcounts.of_organisation(organisation),
            fixed=tables.fixed_files.days(organisation),
            today=local_day(self._now()),
        )

    def _advice(self, tables: Tables, standing: Standing, year: str) -> Advice:
        """Return what is advised, with what the departments of that year leave room for."""
        advice = standing.advice(year)
        groups = department_years.groups(tables, standing.organisation.id, advice.first.year)
        names = tuple(each.name for each in groups) if len(groups) > 1 else ()
        advised = replace(advice, departments=names)
        return ladder.with_pairs(advised, len(groups), self._codes)

    def _plan(
        self,
        tables: Tables,
        standing: Standing,
        advice: Advice,
        rung: Rung,
        divided: Parts | None,
        *,
        has_pairs: bool,
    ) -> Plan:
        """Return the plan of a rung, under the name that the ledger began with."""
        organisation, year, staff = standing.organisation, advice.first.year, advice.staff or 0
        groups = department_years.groups(tables, organisation.id, year)
        begun = replace(organisation, code=standing.ledger.organisation)
        return named(
            lambda: plans.plan_of(
                begun, year, rung, staff, groups, self._codes, divided, has_pairs=has_pairs
            )
        )

    def _proposal(self, tables: Tables, organisation: OrganisationId, release: str) -> Proposal:
        standing = self._standing(tables, organisation)
        line, advisor = standing.line(release), tables.advisors.only()
        if line.state is ReleaseState.NOT_BEGUN:
            raise ProblemError(Problem.NOT_BEGUN_YET)
        if line.state is ReleaseState.RUNNING:
            raise ProblemError(Problem.NOT_CLOSED_YET)
        register = None
        if line.rung is not Rung.NOTHING and line.state is ReleaseState.READY:
            plan, _release = named(lambda: standing.ledger.planned(release))
            register = snapshot(tables, organisation, plan, self._codes)
        return Proposal(
            standing=standing,
            line=line,
            register=register,
            advisor="" if advisor is None else advisor.public_name,
            words=own_words.of_release(tables, organisation, line, self._codes),
            codes=self._codes,
        )

    def _keep_files(self, tables: Tables, proposal: Proposal) -> None:
        """Keep the files of a release that are not kept yet, after a last look through them."""
        standing, line = proposal.standing, proposal.line
        organisation = standing.organisation.id
        kept = {each.format for each in tables.fixed_files.of_release(organisation, line.id)}
        missing = [form for form in FileFormat if form not in kept]
        if not missing:
            return
        words = own_words.of_release(tables, organisation, line, self._codes)
        report = words.put_into(proposal.figures())
        if line.state is ReleaseState.READY:
            own_words.settle(tables, organisation, line.id, words, report, self._now())
        drawn = {form: draw(report, form) for form in missing}
        self_check.require_nothing_else(report, drawn)
        for form, content in drawn.items():
            tables.fixed_files.add(
                FixedFile(
                    organisation=organisation,
                    release=proposal.line.id,
                    format=form,
                    fixed_on=line.fixed_on or standing.today,
                    content=content,
                )
            )


def _require_safe(before: Ledger, after: Ledger, release: str, audited: Audited | None) -> None:
    """Refuse what the auditor did not find safe or did not see, and what is not built on ours."""
    if audited is None or audited.verdict in {Verdict.UNFINISHED, Verdict.STOPPED}:
        raise ProblemError(Problem.AUDIT_UNFINISHED)
    if audited.verdict is not Verdict.SAFE:
        raise ProblemError(Problem.UNSAFE_FIGURES)
    if (audited.head, audited.release) != (after.head, release) or after.entries[
        : len(before.entries)
    ] != before.entries:
        raise ProblemError(Problem.FIGURES_CHANGED)
