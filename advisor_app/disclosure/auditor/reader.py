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
from advisor_app.disclosure.auditor.pool import Pool
from advisor_app.disclosure.auditor.report import Finding, Kind
from advisor_app.disclosure.auditor.solver import Rows, Solver, SolverFailedError, Vector
from advisor_app.disclosure.auditor.span import Number, Span
from advisor_app.disclosure.box import Box

IN_VAIN = 3  # pairs of worlds, sought at random, that may widen nothing
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

    @cached_property
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

    def following(self, box: Box) -> Number | None:
        """Return the count of a box if it follows by adding and subtracting."""
        if box not in self._followed:
            self._followed[box] = self.span.following(sparse(self.grid.vector(box)))
        return self._followed[box]

    @cached_property
    def _followed(self) -> dict[Box, Number | None]:
        return {}

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
    questions: int = 0
    _needs: dict[tuple[State, str | None], Vector] = field(default_factory=dict, repr=False)

    @cached_property
    def pool(self) -> Pool:
        """The worlds found so far, whatever was known when they were looked for."""
        return Pool(self._matrix)

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
        self.pool.add(world)
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
        for place, least, most in self._too_known(state, mine, None):
            yield Finding(kind=Kind.NARROW, boxes=(self.boxes[place],), least=least, most=most)

    def insider(self, state: State, held: int) -> Iterator[Finding]:
        """Return what somebody who knows a case in one cell works out about the others."""
        if self._leaf(held) in state.dead:
            return
        case, mine = self.grid.cell_box(held), self._possible(state, held)
        if mine is None:
            yield Finding(kind=Kind.INSIDER_FITS_NOWHERE, known_case=case)
            return
        for place, least, most in self._too_known(state, mine, held):
            own = int(self._matrix[place][held])
            yield Finding(
                kind=Kind.INSIDER, boxes=(self.boxes[place],), known_case=case,
                least=least - own, most=most - own,
            )  # fmt: skip

    @cached_property
    def _matrix(self) -> Vector:
        vectors = [self.grid.vector(box) for box in self.boxes]
        return np.array(vectors, dtype=np.int64).reshape(-1, len(self.grid.cells))

    def _leaf(self, held: int | None) -> str | None:
        return None if held is None else self.grid.plan.time_leaves[self.grid.cells[held][1]]

    def _needed(self, state: State, held: int | None) -> Vector:
        """Return how far apart two values of each count must lie."""
        key = state, self._leaf(held)
        if key not in self._needs:
            w = self.grid.plan.n - (1 if held is None else 2)
            rooms = (state.room(box, key[1]) for box in self.boxes)
            self._needs[key] = np.array(
                [w if room is None else min(w, room) for room in rooms], dtype=np.int64
            )
        return self._needs[key]

    def _possible(self, state: State, held: int | None = None) -> Vector | None:
        """Return the protected counts of the worlds known so far that agree with a state.

        At least of one world, if there is any.
        """
        fits = state.rows.hold_in(self.pool.worlds)
        if held is not None:
            fits &= self.pool.worlds[:, held] > 0
        if fits.any():
            return self.pool.counts[fits]
        found = self.world(state.rows, np.zeros(len(self.grid.cells), dtype=np.int64), held)
        return None if found is None else self.pool.add(found)[None, :]

    def _too_known(
        self, state: State, mine: Vector, held: int | None
    ) -> Iterator[tuple[int, int, int]]:
        """Return each count that is neither wide nor proven to be large, with its interval.

        An insider counts the others: one case less, so one less is enough.
        """
        large = self.grid.plan.n - (held is not None)
        known = _Known(mine.min(axis=0), mine.max(axis=0), self._needed(state, held))
        self._move_together(state, known, held)
        for place in np.argsort(self._matrix.sum(axis=1), kind="stable"):
            if known.is_wide(place) or self._is_known_large(state, self.boxes[place]):
                continue
            for sign in (1, -1):
                self._move(state, known, sign * self._matrix[place], held)
                if known.is_wide(place):
                    break
            else:
                if not self.is_at_least(state, self.boxes[place], large, held):
                    yield int(place), int(known.least[place]), int(known.most[place])

    def _move_together(self, state: State, known: "_Known", held: int | None) -> None:
        """Make many counts at once large or small, as chance has it, while that widens some."""
        chance, in_vain = np.random.default_rng(0), 0
        while in_vain < IN_VAIN and len(narrow := known.narrow()):
            signs = chance.choice([-1, 1], len(narrow))
            objective = signs @ self._matrix[narrow]
            for sign in (1, -1):
                self._move(state, known, sign * objective, held)
            in_vain += len(known.narrow()) == len(narrow)

    def _move(self, state: State, known: "_Known", objective: Vector, held: int | None) -> None:
        world = self.world(state.rows, objective, held)
        if world is None:
            raise SolverFailedError  # there is one
        known.take(self.pool.add(world))

    def _is_known_large(self, state: State, box: Box) -> bool:
        follows = state.following(box)
        return follows is not None and follows >= self.grid.plan.n

    def _ask(self) -> None:
        self.before_question()
        self.questions += 1


@dataclass
class _Known:
    """Between which values each protected count is known to vary, and how far apart they must lie."""

    least: Vector
    most: Vector
    needed: Vector

    def take(self, counts: Vector) -> None:
        """Take in the counts of one more world."""
        self.least, self.most = np.minimum(self.least, counts), np.maximum(self.most, counts)

    def is_wide(self, place: int) -> bool:
        """Whether one count varies enough."""
        return bool(self.most[place] - self.least[place] >= self.needed[place])

    def narrow(self) -> Vector:
        """Return the places of the counts that do not vary enough yet."""
        return np.nonzero(self.most - self.least < self.needed)[0]


def sparse(row: Iterable[int]) -> dict[int, int]:
    """Return the cells of a row that are not 0."""
    return {place: int(each) for place, each in enumerate(row) if each}
