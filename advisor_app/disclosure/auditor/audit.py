"""The front door of the auditor: a ledger in, a report out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from advisor_app.disclosure.auditor.departments import DEPARTMENT, known_departments
from advisor_app.disclosure.auditor.grid import Grid, TooLargeError
from advisor_app.disclosure.auditor.promises import broken_promises, closed_leaves
from advisor_app.disclosure.auditor.reader import CancelledError, Reader
from advisor_app.disclosure.auditor.report import Finding, Kind, Report
from advisor_app.disclosure.auditor.shapes import small_shapes
from advisor_app.disclosure.auditor.solver import Highs, Solver, SolverFailedError
from advisor_app.disclosure.auditor.state import State
from advisor_app.disclosure.auditor.vain import is_in_vain, reach
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import is_unknown
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.plan import NOTHING_IN_VAIN, THRESHOLDS, Plan
from advisor_app.disclosure.statement import Outcome, Outside, Statement

MOST_COUNTED = 20_000_000  # cells times protected counts
OUTSIDE = "outside"

Progress = Callable[[int, int], None]


def audit(
    ledger: Ledger,
    release: str | None = None,
    *,
    solver: Solver | None = None,
    progress: Progress = lambda _done, _all: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """Judge everything that was ever said about an organisation.

    With `release`, what was said about the periods of its plan, and of all others the promises
    alone: plans share no day, so a figure of one says nothing about a line of another.

    `progress` hears how many steps of all are done; `is_cancelled` is asked before each question
    to the solver, and ends the audit unfinished.
    """
    findings = list(broken_promises(ledger))
    if findings:
        return Report(findings=tuple(findings))
    plans = ledger.plans if release is None else (ledger.planned(release)[0],)
    runs: list[_Run] = []
    own = Highs()
    try:
        runs += [_Run.of(plan, ledger, solver or own, is_cancelled) for plan in plans]
        every = sum(run.steps for run in runs)
        done = 0
        for run in runs:
            for _ in run.steps_of(findings):
                done += 1
                progress(done, every)
    except SolverFailedError:
        findings.append(Finding(kind=Kind.SOLVER))
    except TooLargeError:
        findings.append(Finding(kind=Kind.TOO_LARGE))
    except CancelledError:
        findings.append(Finding(kind=Kind.CANCELLED))
    finally:
        own.end()
    return Report(
        findings=tuple(_earliest(findings)),
        counts=sum(len(run.reader.boxes) for run in runs),
        questions=sum(run.reader.questions for run in runs),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing that was said, and what every reader knew just before and just after it.

    `is_closed` if figures about its periods were refused: then it may only be passed over.
    """

    release: str
    statement: Statement | None
    before: State
    after: State
    is_closed: bool


@dataclass
class _Run:
    """The audit of one plan."""

    reader: Reader
    moments: list[Moment]

    @classmethod
    def of(
        cls, plan: Plan, ledger: Ledger, solver: Solver, is_cancelled: Callable[[], bool]
    ) -> "_Run":
        said = list(_said(plan, ledger))
        grid = _grid(plan, said)
        moments, state = [], State.at_first(grid)
        closed = dict(closed_leaves(plan, said))
        for each in said:
            after = _after(state, each)
            release = each.release if isinstance(each, Statement) else OUTSIDE
            statement = each if isinstance(each, Statement) else None
            is_closed = each.box is not None and bool(
                plan.times(each.box) & closed.get(release, frozenset())
            )
            moments.append(
                Moment(
                    release=release, statement=statement, before=state, after=after,
                    is_closed=is_closed,
                )
            )  # fmt: skip
            state = after
        boxes = grid.protected([box for box, _ in state.shown])
        if len(boxes) * len(grid.cells) > MOST_COUNTED:
            raise TooLargeError

        def before_question() -> None:
            if is_cancelled():
                raise CancelledError

        spoken = tuple(each.box for each in said if each.box is not None)
        return cls(Reader(grid, boxes, solver, before_question, spoken), moments)

    @property
    def steps(self) -> int:
        """How many steps there are: one for everything said, one for each case to be known."""
        return len(self.moments) + len(self.reader.grid.cells) if self.moments else 0

    def steps_of(self, findings: list[Finding]) -> Iterator[None]:
        """Go back from the last thing said: a world of later is a world of earlier too."""
        if not self.moments:
            return
        last = self.moments[-1].after
        for row in reversed(range(len(self.moments))):
            moment = self.moments[row]
            ends = row + 1 == len(self.moments) or self.moments[row + 1].release != moment.release
            found: list[Finding] = []
            if ends:
                found += self._known(moment.after)
            elif moment.statement and moment.statement.outcome is Outcome.SILENT:
                found += self.reader.narrow(moment.after)
            found += _reopened(moment) if moment.is_closed else self._replayed(moment)
            findings += [replace(each, release=moment.release) for each in found]
            yield
        release = self.moments[-1].release
        for held in range(len(self.reader.grid.cells)):
            found = list(self.reader.insider(last, held))
            findings += [replace(each, release=release) for each in found]
            yield

    def _known(self, state: State) -> Iterator[Finding]:
        """Return what the reader works out at the end of a release."""
        yield from self.reader.narrow(state)
        yield from small_shapes(self.reader, state)
        yield from known_departments(state)

    def _replayed(self, moment: Moment) -> Iterator[Finding]:
        """Return what is wrong with one outcome, from what was known before it."""
        said, plan = moment.statement, self.reader.grid.plan
        if said is None or said.outcome is Outcome.TOLD:
            return
        sides = plan.sides(said.box)
        group = sides.get(DEPARTMENT, frozenset())
        uncounted = bool(group) and all(map(is_unknown, group))
        total = Box.of({plan.time: plan.times(said.box)})
        stated = not sides or moment.before.following(total) is not None
        in_vain = plan.policy >= NOTHING_IN_VAIN and is_in_vain(moment.before, said.box)
        if said.outcome is Outcome.DERIVED:
            if moment.before.following(said.box) != said.value:
                yield Finding(kind=Kind.DOES_NOT_FOLLOW, boxes=(said.box,))
        elif said.outcome is not Outcome.SKIPPED:
            is_empty = bool(sides) and plan.times(said.box) <= moment.before.dead
            if said.outcome is Outcome.SILENT and uncounted and not is_empty:
                yield Finding(kind=Kind.UNKNOWN_DEPARTMENT, boxes=(said.box,))
            if in_vain and not is_empty:
                yield Finding(kind=Kind.TESTED_IN_VAIN, boxes=(said.box,))
            if not stated:
                yield Finding(kind=Kind.TOTAL_NOT_FIRST, boxes=(said.box,))
            yield from self._thresholds(moment.before, said)
        elif stated and not (uncounted or in_vain):
            highest = reach(moment.before, said.box) if plan.policy >= THRESHOLDS else 0
            if not self._is_unsafe(moment.before, said.box, max(highest, plan.n)):
                yield Finding(kind=Kind.PASSED_OVER, boxes=(said.box,))

    def _thresholds(self, before: State, said: Statement) -> Iterator[Finding]:
        """Return whether a box was shown or kept silent by another threshold than the least safe one.

        That silence was safe, what is known afterwards says.
        """
        plan = self.reader.grid.plan
        if said.outcome is Outcome.PUBLISHED:
            shown = said.value if said.value and plan.policy >= THRESHOLDS else plan.n
            if self._is_unsafe(before, said.box, shown):
                yield Finding(kind=Kind.TESTED_UNSAFELY, boxes=(said.box,))
        elif said.below is not None:
            if said.below > reach(before, said.box):
                yield Finding(kind=Kind.TESTED_IN_VAIN, boxes=(said.box,))
            if not self._is_unsafe(before, said.box, said.below - 1):
                yield Finding(kind=Kind.THRESHOLD_TOO_HIGH, boxes=(said.box,))

    def _is_unsafe(self, before: State, box: Box, threshold: int) -> bool:
        """Whether silence about less than a threshold in a box would let somebody know too much."""
        silent = before.with_silence(box, threshold - 1)
        return next(self.reader.narrow(silent), None) is not None


def _reopened(moment: Moment) -> Iterator[Finding]:
    """Return what was looked at although figures about its periods were refused."""
    said = moment.statement
    if said is not None and said.outcome not in {Outcome.TOLD, Outcome.SKIPPED}:
        yield Finding(kind=Kind.TESTED_UNSAFELY, boxes=(said.box,))


def state_after(ledger: Ledger, release_id: str) -> State:
    """Return what every reader of a ledger knows about the periods of the plan of a release.

    Raises:
        TooLargeError: when there are too many cells.
    """
    plan, _ = ledger.planned(release_id)
    said = list(_said(plan, ledger))
    state = State.at_first(_grid(plan, said))
    for each in said:
        state = _after(state, each)
    return state


def _grid(plan: Plan, said: Iterable[Statement | Outside]) -> Grid:
    stated = [each.box for each in said if each.box is not None]
    offered = [box for release in plan.releases for box in release.boxes]
    return Grid.of(plan, [*stated, *offered])


def _said(plan: Plan, ledger: Ledger) -> Iterator[Statement | Outside]:
    """Return everything that was said about the periods of a plan, in order."""
    own, leaves = {each.id for each in plan.releases}, set(plan.time_leaves)
    for entry in ledger.entries:
        content = entry.content
        if isinstance(content, Statement) and content.release in own:
            yield content
        if isinstance(content, Outside) and content.box is not None:
            times = content.box.side(plan.time)
            if times is not None and times <= leaves:
                yield content


def _after(state: State, said: Statement | Outside) -> State:
    if said.box is None:
        return state
    if said.value is not None:
        is_told = isinstance(said, Statement) and said.outcome is Outcome.TOLD
        return state.with_figure(said.box, said.value, is_told=is_told)
    if isinstance(said, Statement) and said.outcome is Outcome.SILENT:
        return state.with_silence(said.box, (said.below or state.grid.plan.n) - 1)
    return state


def _earliest(findings: list[Finding]) -> Iterator[Finding]:
    """Return each thing once, with the first release after which it was so."""
    found: dict[tuple[object, ...], Finding] = {}
    for each in findings:
        found[each.kind, each.boxes, each.known_case] = each
    yield from found.values()
