"""The sharpest reader: which numbers are possible, shown by worlds and proven by sums of rows.

Nothing rests on the word of the solver. That a count may vary is shown by worlds which are checked
in whole numbers; that it is large enough, by a sum of rows which is checked in fractions. If a
solver errs or lies, the audit is red or unfinished.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

import numpy as np

from advisor_app.disclosure.auditor.grid import Grid
from advisor_app.disclosure.auditor.report import Finding, Kind
from advisor_app.disclosure.auditor.solver import Rows, Solver, SolverFailedError, Vector
from advisor_app.disclosure.auditor.span import Span
from advisor_app.disclosure.box import Box

MOST_SHARED = 10_000  # the largest denominator that is tried in a proof


class CancelledError(Exception):
    """Whoever asked does not want to know any more."""


@dataclass(frozen=True, eq=False)
class State:
    """What every reader knows at one moment: figures, told ones marked, and tested silences."""

    grid: Grid
    told: tuple[tuple[Box, int], ...] = ()
    shown: tuple[tuple[Box, int], ...] = ()
    low: tuple[Box, ...] = ()

    @property
    def figures(self) -> tuple[tuple[Box, int], ...]:
        """Everything that has a value."""
        return self.told + self.shown

    def without_silences(self) -> "State":
        """Return the large set of worlds: those that agree with the figures alone."""
        return replace(self, low=())

    @cached_property
    def rows(self) -> Rows:
        """The figures and silences over the cells."""
        size, links = len(self.grid.cells), self.grid.links
        vectors = [self.grid.vector(box) for box, _ in self.figures]
        values = [value for _, value in self.figures]
        return Rows(
            equal=np.vstack([np.array(vectors, dtype=np.int64).reshape(-1, size), links]),
            values=np.array(values + [0] * len(links), dtype=np.int64),
            low=np.array(
                [self.grid.vector(box) for box in self.low], dtype=np.int64
            ).reshape(-1, size),
            limit=self.grid.plan.n - 1,
            cap=sum(values) + 2 * self.grid.plan.n,
        )  # fmt: skip

    @cached_property
    def span(self) -> Span:
        """The figures, ready for adding and subtracting."""
        span = Span()
        for row, value in zip(self.rows.equal, self.rows.values, strict=True):
            span.add(sparse(row), int(value))
        return span

    @cached_property
    def dead(self) -> frozenset[str]:
        """The time leaves of periods that were told to hold nothing."""
        empty = [self.grid.plan.times(box) for box, value in self.told if value == 0]
        return frozenset[str]().union(*empty)

    def following(self, box: Box) -> Fraction | None:
        """Return the count of a box if it follows by adding and subtracting."""
        return self.span.following(sparse(self.grid.vector(box)))

    def room(self, box: Box, known_time: str | None = None) -> int | None:
        """Return how far the told totals alone leave a count open; None is without limit.

        With `known_time`, for somebody who knows one case in that time leaf.
        """
        plan, left = self.grid.plan, 0
        times, covered = plan.times(box), set[str]()
        for period, value in self.told:
            inside = plan.times(period)
            covered |= inside
            if inside & times and (plan.sides(box) or not inside <= times):
                left += value - (known_time in inside)
        return None if times - covered else left


@dataclass
class Reader:
    """Worlds found so far, and a solver that finds more."""

    grid: Grid
    boxes: tuple[Box, ...]  # whose counts are protected
    solver: Solver
    before_question: Callable[[], None]
    worlds: Vector = field(init=False, repr=False)
    questions: int = 0
    _needs: dict[tuple[State, str | None], Vector] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.worlds = np.zeros((0, len(self.grid.cells)), dtype=np.int64)

    def world(self, rows: Rows, objective: Vector, held: int | None = None) -> Vector | None:
        """Return a checked world in which a sum is as large as the solver can make it.

        Raises:
            SolverFailedError: also when the answer does not agree with what is known.
        """
        self._ask()
        answer = self.solver.world(rows, objective, held)
        if answer is None:
            return None
        if len(answer) != len(objective) or not np.isfinite(answer).all():
            raise SolverFailedError
        world: Vector = np.rint(np.asarray(answer, dtype=float)).astype(np.int64)
        if not rows.hold_in(world[None, :])[0] or (held is not None and world[held] < 1):
            raise SolverFailedError
        self.worlds = np.vstack([self.worlds, world])
        return world

    def is_at_least(self, state: State, box: Box, least: int, held: int | None = None) -> bool:
        """Whether it is proven that a count is so large in every world of the large set.

        With `held`, whether the cases other than a known one in that cell are.
        """
        rows, target = state.rows, self.grid.vector(box)
        follows = state.following(box)
        if follows is not None:
            return follows - (target[held] if held is not None else 0) >= least
        self._ask()
        found = self.solver.weights(rows, target, held)
        if len(found) != len(rows.values) or not np.isfinite(found).all():
            raise SolverFailedError
        weights = [Fraction(float(each)).limit_denominator(MOST_SHARED) for each in found]
        total, value = [Fraction(0)] * len(target), Fraction(0)
        for weight, row, its in zip(weights, rows.equal, rows.values, strict=True):
            if weight:
                value += weight * (int(its) - (int(row[held]) if held is not None else 0))
                for place in np.nonzero(row)[0]:
                    total[place] += weight * int(row[place])
        if any(each > int(most) for each, most in zip(total, target, strict=True)):
            return False
        return value > least - 1

    def narrow(self, state: State) -> Iterator[Finding]:
        """Return the counts that are known too well."""
        mine = self._possible(state)
        if mine is None:
            yield Finding(kind=Kind.CONTRADICTION)
            return
        for place, least, most in self._too_known(state, mine, self._needed(state, None), None):
            yield Finding(kind=Kind.NARROW, boxes=(self.boxes[place],), least=least, most=most)

    def insider(self, state: State, held: int) -> Iterator[Finding]:
        """Return what somebody who knows a case in one cell works out about the others."""
        leaf = self.grid.plan.time_leaves[self.grid.cells[held][1]]
        if leaf in state.dead:
            return
        case, mine = self.grid.cell_box(held), self._possible(state, held)
        if mine is None:
            yield Finding(kind=Kind.INSIDER_FITS_NOWHERE, known_case=case)
            return
        for place, least, most in self._too_known(state, mine, self._needed(state, leaf), held):
            own = int(self._matrix[place][held])
            yield Finding(
                kind=Kind.INSIDER, boxes=(self.boxes[place],), known_case=case,
                least=least - own, most=most - own,
            )  # fmt: skip

    @cached_property
    def _matrix(self) -> Vector:
        return np.array([self.grid.vector(box) for box in self.boxes], dtype=np.int64)

    def _needed(self, state: State, known_time: str | None) -> Vector:
        """Return how far apart two values of each count must lie."""
        if (state, known_time) not in self._needs:
            w = self.grid.plan.n - (1 if known_time is None else 2)
            rooms = (state.room(box, known_time) for box in self.boxes)
            self._needs[state, known_time] = np.array(
                [w if room is None else min(w, room) for room in rooms], dtype=np.int64
            )
        return self._needs[state, known_time]

    def _possible(self, state: State, held: int | None = None) -> Vector | None:
        """Return the worlds known so far that agree with a state, at least one if there is any."""
        mine = self.worlds[state.rows.hold_in(self.worlds)]
        mine = mine if held is None else mine[mine[:, held] > 0]
        if len(mine):
            return mine
        found = self.world(state.rows, np.zeros(len(self.grid.cells), dtype=np.int64), held)
        return None if found is None else found[None, :]

    def _too_known(
        self, state: State, mine: Vector, needed: Vector, held: int | None
    ) -> Iterator[tuple[int, int, int]]:
        """Return each count that is neither wide nor proven to be large, with its interval.

        An insider counts the others: one case less, so one less is enough.
        """
        large = self.grid.plan.n - (held is not None)
        counts = mine @ self._matrix.T
        least, most = counts.min(axis=0), counts.max(axis=0)
        for place in np.argsort(self._matrix.sum(axis=1), kind="stable"):
            box, target = self.boxes[place], self._matrix[place]
            if most[place] - least[place] >= needed[place] or self._is_known_large(state, box):
                continue
            for sign in (1, -1):
                world = self.world(state.rows, sign * target, held)
                if world is None:
                    raise SolverFailedError  # there is one
                least = np.minimum(least, self._matrix @ world)
                most = np.maximum(most, self._matrix @ world)
                if most[place] - least[place] >= needed[place]:
                    break
            else:
                if not self.is_at_least(state, box, large, held):
                    yield int(place), int(least[place]), int(most[place])

    def _is_known_large(self, state: State, box: Box) -> bool:
        follows = state.following(box)
        return follows is not None and follows >= self.grid.plan.n

    def _ask(self) -> None:
        self.before_question()
        self.questions += 1


def sparse(row: Iterable[int]) -> dict[int, int]:
    """Return the cells of a row that are not 0."""
    return {place: int(each) for place, each in enumerate(row) if each}
