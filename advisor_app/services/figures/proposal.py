"""What would leave for one release: decided from a copy, on whatever thread has the time."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.oracle import Counts, Oracle
from advisor_app.disclosure.problems import Problem as FigureProblem
from advisor_app.disclosure.problems import RefusedError
from advisor_app.disclosure.protocol import closed_times, with_promises, with_release
from advisor_app.disclosure.register import Register
from advisor_app.domain.language import Language
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FiguresReport
from advisor_app.domain.reporting import (
    KnownInterval,
    Preview,
    ReleaseLine,
    ReleaseState,
    Rung,
    Verdict,
)
from advisor_app.services.codes import Codes
from advisor_app.services.figures import composition, figure_words
from advisor_app.services.figures.auditing import Auditing
from advisor_app.services.figures.own_words import OwnWords
from advisor_app.services.figures.standing import Standing

Value = TypeVar("Value")

_PROBLEMS = {
    FigureProblem.PLANS_OVERLAP: Problem.ALREADY_PLANNED,
    FigureProblem.UNKNOWN_RELEASE: Problem.NOT_PLANNED,
    FigureProblem.REGISTER_CONTRADICTS: Problem.CONTRADICTS_LEDGER,
    FigureProblem.OUTSIDE_CONTRADICTS: Problem.CONTRADICTS_LEDGER,
    FigureProblem.SOLVER_FAILED: Problem.SOLVER_FAILED,
    FigureProblem.DEPARTMENT_EXCEEDS_ORGANISATION: Problem.DEPARTMENTS_EXCEED_STAFF,
}

REFUSALS = {Verdict.UNSAFE, Verdict.UNFINISHED, Problem.SOLVER_FAILED}
"""What refuses the figures of a release, but not the totals that were promised of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """All that one release is made from: where the figures stand, and what counts.

    `register` is None where no case is asked: for a report of words, and for what is fixed.
    `is_promise_alone` if its other figures were refused: it says the told totals and nothing else.
    """

    standing: Standing
    line: ReleaseLine
    register: Register | None = field(repr=False)
    advisor: str = field(repr=False)
    words: OwnWords = field(repr=False)
    codes: Codes = field(repr=False, compare=False)
    is_promise_alone: bool = False

    def promise_alone(self, refused: Verdict | Problem) -> "Proposal | None":
        """Return this with the told totals alone, None where that is no answer.

        It is one to figures that were refused: by the auditor, or because he or the engine failed.
        What the advisor stopped was not refused, or he could choose after he has seen the figures.
        """
        if self.is_promise_alone or self.register is None or refused not in REFUSALS:
            return None
        _plan, release = self.standing.ledger.planned(self.line.id)
        if not release.told or not release.boxes:
            return None
        return replace(self, is_promise_alone=True)

    def preview(self, is_unwanted: Callable[[], bool] = lambda: False) -> Preview:
        """Decide, and return the very report that would leave; nothing is written.

        Before each question to the cases `is_unwanted` is asked whether to stop instead.

        Raises:
            ProblemError: CONTRADICTS_LEDGER, SOLVER_FAILED, STOPPED.
        """
        decided = self._decided(is_unwanted)
        report = self.words.put_into(decided.figures())
        ready = self.line.state is ReleaseState.READY
        has_figures = self.line.rung is not Rung.NOTHING
        return Preview(
            line=self.line,
            report=report,
            ledger=decided.standing.ledger.to_bytes() if has_figures else b"",
            unanswered=self.words.waiting(report) if ready else 0,
            is_promise_alone=has_figures and decided.says_promise_alone(),
        )

    def inferable(self, preview: Preview, language: Language) -> tuple[KnownInterval, ...]:
        """Return what the sharpest reader would know at most of each line that is not shown.

        For this screen alone: it never leaves.

        Raises:
            ProblemError: AUDIT_UNFINISHED.
        """
        plan, release = self.standing.ledger.planned(self.line.id)
        found = []
        for each in Auditing().intervals(preview.ledger, self.line.id):
            table, line = figure_words.in_release(plan, release, each.box, self.codes, language)
            found.append(KnownInterval(table=table, line=line, least=each.least, most=each.most))
        return tuple(found)

    def figures(self) -> FiguresReport:
        """Compose what the ledger says, and the days of the advisor's work if it had less of them.

        What is not fixed yet is dated today. Work that began after the period or ended before it is
        told too: nobody could come then, and a total of 0 would say something else.
        """
        organisation, line = self.standing.organisation, self.line
        began, ended = organisation.client_since, organisation.client_until
        drawn_on = line.fixed_on or self.standing.today
        return replace(
            self._composed(organisation),
            since=began if line.first < began <= drawn_on else None,
            until=ended if ended is not None and ended < line.last else None,
        )

    def _composed(self, organisation: Organisation) -> FiguresReport:
        line, standing = self.line, self.standing
        fixed_on = line.fixed_on or standing.today
        if line.rung is Rung.NOTHING:
            year, staff = standing.period_of(line), standing.staff_of(line)
            return composition.of_words(organisation, self.advisor, year, staff, fixed_on)
        plan, release = standing.ledger.planned(line.id)
        said = standing.ledger.through(line.id)
        return composition.report(
            organisation, self.advisor, said, plan, release, self.codes, fixed_on
        )

    def says_promise_alone(self) -> bool:
        """Whether the ledger holds this release without any figure but its told totals."""
        ledger = self.standing.ledger
        plan, _release = ledger.planned(self.line.id)
        return bool(closed_times(plan, ledger.said_in(self.line.id)))

    def _decided(self, is_unwanted: Callable[[], bool]) -> "Proposal":
        """Return this with the release in the ledger, and those of its plan before it."""
        register, ledger = self.register, self.standing.ledger
        if register is None:
            return self
        plan, release = named(lambda: ledger.planned(self.line.id))
        cases = _UntilUnwanted(register, is_unwanted)
        made = with_promises if self.is_promise_alone else with_release
        grown = named(lambda: made(plan, release, cases, ledger, self.standing.today))
        grown.verify()
        return replace(self, standing=replace(self.standing, ledger=grown))


@dataclass(frozen=True, slots=True)
class _UntilUnwanted:
    """The cases, for as long as somebody waits for what comes of them."""

    cases: Oracle = field(repr=False)
    is_unwanted: Callable[[], bool]

    def count(self, box: Box) -> Counts:
        """Count one box.

        Raises:
            ProblemError: STOPPED.
        """
        if self.is_unwanted():
            raise ProblemError(Problem.STOPPED)
        return self.cases.count(box)


def named(work: Callable[[], Value]) -> Value:
    """Give the refusals of the figures our names."""
    try:
        return work()
    except RefusedError as error:
        long_table = (error.problem, error.place) == (FigureProblem.TOO_LARGE, "leaves")
        known = Problem.TOO_MUCH_DETAIL if long_table else _PROBLEMS.get(error.problem)
        raise ProblemError(known or Problem.UNSAFE_PLAN) from error
