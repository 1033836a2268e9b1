"""The protocol in its general form: steps 1 to 3 of docs/figures.md, with a solver for SAFE.

It does what the closed form does by pencil and paper, and besides groups of lines, quarters beside
their year, blocks over years and pairs of attributes. Each decision is made from what every reader
knows and, after the test, from the one count that may be said.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import is_unknown
from advisor_app.disclosure.following import least_following
from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.known import Known
from advisor_app.disclosure.linear import Cells, Row
from advisor_app.disclosure.oracle import Counts, Oracle
from advisor_app.disclosure.plan import NOTHING_IN_VAIN, THRESHOLDS, Plan, Release
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.remainders import department_groups, left_around, normal, remainders
from advisor_app.disclosure.safety import Safety
from advisor_app.disclosure.shapes import has_small_shape
from advisor_app.disclosure.solver import Highs, Solver, SolverFailedError
from advisor_app.disclosure.space import System, require_engine, systems
from advisor_app.disclosure.statement import Decision, Outcome, Outside, Statement
from advisor_app.disclosure.worlds import constant

MOST_WORLDS = 200  # that are tried again for the next box


class Engine:
    """Decides about the releases of one plan; it remembers what is safe, and nothing of the cases."""

    def __init__(self, plan: Plan, solver: Solver | None = None) -> None:
        require_engine(plan)
        self._plan = plan
        self._solver = solver or Highs()
        self._safe: dict[tuple[tuple[str, ...], Known, Cells], list[list[int]] | None] = {}
        self._small: dict[tuple[tuple[str, ...], Known], bool] = {}
        self._safeties: dict[tuple[str, ...], Safety] = {}

    def protect(
        self,
        release: Release,
        oracle: Oracle,
        said: Iterable[Statement] = (),
        outside: Iterable[Outside] = (),
    ) -> tuple[Statement, ...]:
        """Return what a release says: told totals, then each offered box in its planned order.

        `said` are the statements of this plan that were made before, `outside` the figures that
        were given in other ways about its periods.

        Raises:
            RefusedError: REGISTER_CONTRADICTS when the cases do not add up to what was said;
                SOLVER_FAILED when the solver broke down, erred or did not answer;
                TOO_LARGE when figures from elsewhere link more than can be held.
        """
        known = tuple(each for each in outside if _is_about(self._plan, each))
        try:
            run = _Run(self, self._plan, systems(self._plan, known), oracle)
            run.recall(said, known, release)
            return run.release(release)
        except SolverFailedError as error:
            raise RefusedError(Problem.SOLVER_FAILED, release.id) from error

    def proof(
        self, system: System, known: Known, touched: Cells, worlds: Sequence[list[int]]
    ) -> list[list[int]] | None:
        """Return worlds that prove something safe, None if it is not; asked once only."""
        key = (system.names, known, touched)
        if key not in self._safe:
            self._safe[key] = self._safety(system).is_safe(known, touched, worlds)
        return self._safe[key]

    def has_small_shape(
        self, system: System, known: Known, worlds: Sequence[Sequence[int]]
    ) -> bool:
        """Whether some odd shape follows and is too small."""
        key = (system.names, known)
        if key not in self._small:
            live = (1 << system.size) - 1 & ~known.dead
            self._small[key] = has_small_shape(
                self._safety(system).outer(known), known.told, live, self._plan.n, worlds
            )
        return self._small[key]

    def following(self, system: System, known: Known, cells: Cells) -> int | None:
        """Return the count of a set of cells if it follows from what is known."""
        return self._safety(system).outer(known).following(cells & ~known.dead)

    def _safety(self, system: System) -> Safety:
        if system.names not in self._safeties:
            self._safeties[system.names] = Safety(system, self._solver)
        return self._safeties[system.names]


def protect(
    plan: Plan,
    release: Release,
    oracle: Oracle,
    said: Iterable[Statement] = (),
    outside: Iterable[Outside] = (),
) -> tuple[Statement, ...]:
    """Return what a release of any plan says; see `Engine.protect`."""
    return Engine(plan).protect(release, oracle, said, outside)


@dataclass
class _Run:
    """One release in the making: what every reader knows, per system."""

    engine: Engine
    plan: Plan
    systems: tuple[System, ...]
    oracle: Oracle

    def __post_init__(self) -> None:
        self._known = dict.fromkeys(self.systems, Known())
        self._worlds: dict[System, list[list[int]]] = {each: [] for each in self.systems}
        self._proven: dict[System, list[list[int]]] = {}
        self._stated: dict[Box, int] = {}
        self._told: list[Box] = []
        self._repeats: dict[frozenset[str], bool] = {}
        self._counts: dict[Box, Counts] = {}
        self._lefts: dict[Box, Sequence[tuple[Box, int]]] = {}

    def recall(
        self, said: Iterable[Statement], outside: Iterable[Outside], release: Release
    ) -> None:
        """Take in what was said before; refuse cases that changed after it."""
        own = {each.id for each in self.plan.releases}
        for each in said:
            if each.release in own:
                if each.value is not None and release.boxes:
                    self._require_agreement(each.box, each.value, each.release)
                self._remember(each.box, each.decision)
        for known in outside:
            if known.box is not None and known.value is not None:
                if release.boxes:
                    self._require_agreement(known.box, known.value, "outside")
                self._remember(known.box, Decision(Outcome.PUBLISHED, known.value))

    def release(self, release: Release) -> tuple[Statement, ...]:
        """Decide about every box of a release."""
        made = []
        for box in release.told:
            told = Decision(Outcome.TOLD, self._count(box).cases)
            self._remember(box, told)
            made.append(Statement.of(release.id, box, told))
        for box in release.boxes:
            decision = self._decide(box)
            self._remember(box, decision)
            made.append(Statement.of(release.id, box, decision))
        return tuple(made)

    def _decide(self, box: Box) -> Decision:
        if self._is_never_shown(box):
            return Decision(Outcome.SKIPPED)
        if self._is_empty_by_promise(box):
            return Decision(Outcome.SILENT)
        value = self._following(box)
        if value is not None:
            self._require_agreement(box, value, "")
            return Decision(Outcome.DERIVED, value)
        threshold = None if self._is_in_vain(box) else self._threshold(box)
        if threshold is None:
            return Decision(Outcome.SKIPPED)
        counts = self._count(box)
        is_shown = counts.cases >= threshold and self._may_be_shown(box, counts)
        for system, worlds in self._proven.items():
            self._worlds[system] = worlds[-MOST_WORLDS:]
        if is_shown:
            return Decision(Outcome.PUBLISHED, counts.cases)
        return Decision(Outcome.SILENT, below=threshold if threshold > self.plan.n else None)

    def _is_never_shown(self, box: Box) -> bool:
        """Whether it is about departments that are not known: staff that nobody can count."""
        departments = self.plan.sides(box).get(DEPARTMENT, frozenset())
        return bool(departments) and all(map(is_unknown, departments))

    def _is_empty_by_promise(self, box: Box) -> bool:
        """Whether it lies in periods told to hold nothing: only the told total says so."""
        system = self._own(box)[0]
        return bool(self.plan.sides(box)) and not system.cells(box) & ~self._known[system].dead

    def _is_in_vain(self, box: Box) -> bool:
        """Whether public figures leave too little around a line to show it, whatever it holds."""
        if self.plan.policy < NOTHING_IN_VAIN or not self.plan.sides(box):
            return False
        around = self._left_around(box)
        return any(cases < 2 * self.plan.n for cases, is_promise in around if not is_promise)

    def _threshold(self, box: Box) -> int | None:
        """Step 2: the least count, n or more, below which silence is harmless, whatever the cases are.

        None if there is none that may be shown. The higher it is, the more worlds are left.
        """
        if self.plan.sides(box) and self._following(self._total_of(box)) is None:
            return None
        low, step = self.plan.n, 1
        if self._is_harmless(box, low):
            return low
        high = self._reach(box) if self.plan.policy >= THRESHOLDS else low
        if high <= low or not self._is_harmless(box, high):
            return None
        while high - low > 1:
            middle = min(low + step, (low + high) // 2)
            if self._is_harmless(box, middle):
                high = middle
            else:
                low, step = middle, 2 * step
        return high

    def _reach(self, box: Box) -> int:
        """Return the most that a box may be shown with: public figures must leave n beside it."""
        left = [cases for cases, _ in self._left_around(box)]
        total = self._following(self._total_of(box)) if self.plan.sides(box) else None
        return min([*left, *([] if total is None else [total])], default=0) - self.plan.n

    def _left_around(self, box: Box) -> Iterator[tuple[int, bool]]:
        return left_around(self.plan, self._left(box), self._told, normal(self.plan, box))

    def _left(self, box: Box) -> Sequence[tuple[Box, int]]:
        """Return what would be left of each whole, with its cases while the box holds none."""
        if box not in self._lefts:
            new = normal(self.plan, box)
            stated = {**self._stated, new: 0}
            self._lefts[box] = list(remainders(self.plan, stated, self._told, new))
        return self._lefts[box]

    def _is_harmless(self, box: Box, threshold: int) -> bool:
        """Whether all would be safe if nothing were said of less than a threshold."""
        proven = {}
        for system in self._own(box):
            cells = system.cells(box)
            after = self._known[system].with_low(Row(cells, threshold - 1))
            proof = self.engine.proof(system, after, cells, self._worlds[system])
            if proof is None:
                return False
            proven[system] = proof
        self._proven = proven
        return True

    def _may_be_shown(self, box: Box, counts: Counts) -> bool:
        """Step 3: whether the figure, and all that would follow, is large enough and safe."""
        if counts.least < self.plan.n or not self._stands_on_persons(box, counts):
            return False
        proven = {}
        for system in self._own(box):
            row = Row(system.cells(box), counts.cases)
            after = self._known[system].with_row(row)
            proof = self.engine.proof(system, after, row.cells, self._worlds[system])
            if proof is None or self.engine.has_small_shape(system, after, proof):
                return False
            if not self._staff_allows(system, after, row.cells, proof):
                return False
            if not self._all_stands_on_persons(system, box, after, proof):
                return False
            proven[system] = proof
        self._proven = proven
        return True

    def _stands_on_persons(self, box: Box, counts: Counts) -> bool:
        """Whether every box that follows by subtraction stands on n persons and situations."""
        new = normal(self.plan, box)
        for rest, cases in self._left(box):
            is_inside = all(
                mine <= its for (_, mine), (_, its) in zip(rest.sides, new.sides, strict=True)
            )
            left = self._count(rest)
            if left.cases != cases + (counts.cases if is_inside else -counts.cases):
                raise RefusedError(Problem.REGISTER_CONTRADICTS, "")
            if left.least < self.plan.n:
                return False
        return True

    def _all_stands_on_persons(
        self, system: System, box: Box, after: Known, worlds: Sequence[list[int]]
    ) -> bool:
        """Whether every box that would follow now, and did not, stands on n persons and situations.

        Nothing has to be looked at while no two cases are of one person or of one situation.
        """
        figures = [*self._stated, normal(self.plan, box)]
        if not self._has_repeats(frozenset[str]().union(*map(self.plan.times, figures))):
            return True
        before = self._known[system]

        def is_asked(which: Box) -> bool:
            cells = system.cells(which)
            if self.engine.following(system, after, cells) is None:
                return False
            followed = self.engine.following(system, before, cells) is not None
            return not (followed and self._is_few(which))

        live = [leaf for leaf in self.plan.time_leaves
                if system.cells(Box.of({self.plan.time: {leaf}})) & ~after.dead]  # fmt: skip
        least = least_following(system, figures, live, worlds, is_asked, self._is_few)
        return least is not None and not any(map(self._is_few, least))

    def _has_repeats(self, times: frozenset[str]) -> bool:
        """Whether two cases of some periods are of one person or of one situation."""
        if times not in self._repeats:
            every = self._count(Box.of({self.plan.time: times}))
            self._repeats[times] = every.least < every.cases
        return self._repeats[times]

    def _is_few(self, box: Box) -> bool:
        return self._count(box).least < self.plan.n

    def _count(self, box: Box) -> Counts:
        """Ask the oracle, once only."""
        if box not in self._counts:
            self._counts[box] = self.oracle.count(box)
        return self._counts[box]

    def _staff_allows(
        self, system: System, after: Known, touched: Cells, worlds: Sequence[list[int]]
    ) -> bool:
        """Whether every figure of departments that would follow may be known."""
        groups = list(department_groups(system, touched, after.live_rows))
        alike = constant([cells for _, cells in groups], worlds)
        for departments, cells in compress(groups, alike):
            value = self.engine.following(system, after, cells)
            lives = cells & ~after.dead
            if value is not None and lives and not self.plan.headcount.allows(departments, value):
                return False
        return True

    def _remember(self, box: Box, decision: Decision) -> None:
        outcome, value, below = decision
        self._lefts.clear()
        for system in self._own(box):
            cells = system.cells(box)
            known = self._known[system]
            if outcome is Outcome.TOLD and value is not None:
                known = known.with_told(Row(cells, value))
            elif value is not None:
                known = known.with_row(Row(cells, value))
            elif outcome is Outcome.SILENT:
                known = known.with_low(Row(cells, (below or self.plan.n) - 1))
            self._known[system] = known
        if value is not None:
            self._stated[normal(self.plan, box)] = value
            if outcome is Outcome.TOLD:
                self._told.append(normal(self.plan, box))

    def _following(self, box: Box) -> int | None:
        system = self._own(box)[0]
        return self.engine.following(system, self._known[system], system.cells(box))

    def _own(self, box: Box) -> list[System]:
        return [each for each in self.systems if each.covers(box)]

    def _total_of(self, box: Box) -> Box:
        return Box.of({self.plan.time: self.plan.times(box)})

    def _require_agreement(self, box: Box, value: int, place: str) -> None:
        if self.oracle.count(box).cases != value:
            raise RefusedError(Problem.REGISTER_CONTRADICTS, place)


def _is_about(plan: Plan, outside: Outside) -> bool:
    """Whether it speaks of the periods of a plan; another one may know other attributes."""
    times = outside.box.side(plan.time) if outside.box is not None else None
    return bool((times or frozenset()) & set(plan.time_leaves))
