"""The sharpest reader: which numbers are possible, shown by worlds and proven by sums of rows.

Nothing rests on the word of the solver. That a count may vary is shown by worlds which are checked
in whole numbers; that it is large enough, by a sum of rows which is checked in fractions. If a
solver errs or lies, the audit is red or unfinished.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

import numpy as np

from advisor_app.disclosure.auditor.grid import Grid
from advisor_app.disclosure.auditor.pool import Pool
from advisor_app.disclosure.auditor.report import Finding, Kind
from advisor_app.disclosure.auditor.solver import (
    Flags,
    Numbers,
    Rows,
    Solver,
    SolverFailedError,
    Vector,
)
from advisor_app.disclosure.auditor.span import Following, Span
from advisor_app.disclosure.auditor.state import State
from advisor_app.disclosure.auditor.tally import Tally
from advisor_app.disclosure.box import Box

IN_VAIN = 3  # pairs of worlds, sought at random, that may widen nothing
MOST_SHARED = 10_000  # the largest denominator that is tried in a proof


class CancelledError(Exception):
    """Whoever asked does not want to know any more."""


@dataclass
class Reader:
    """Worlds found so far, and a solver that finds more."""

    grid: Grid
    boxes: tuple[Box, ...]  # whose counts are protected
    solver: Solver
    before_question: Callable[[], None]
    said: tuple[Box, ...] = ()  # all that a state may speak of
    questions: int = 0
    _needs: dict[tuple[object, str | None], Vector] = field(default_factory=dict, repr=False)
    _parted: dict[tuple[frozenset[str], ...], Vector] = field(default_factory=dict, repr=False)
    _followings: dict[Span, Following] = field(default_factory=dict, repr=False)
    _agreeing: "_Agreeing | None" = field(default=None, repr=False)

    @cached_property
    def pool(self) -> Pool:
        """The worlds found so far, whatever was known when they were looked for."""
        return Pool(self._tally)

    def world(
        self, rows: Rows, objective: Vector, held: int | None = None, *, is_rough: bool = False
    ) -> Vector | None:
        """Return a checked world in which a sum is as large as the solver can make it.

        Or, if `is_rough`, nearly so.

        Raises:
            SolverFailedError: also when the answer does not agree with what is known.
        """
        place = self._found(rows, objective, held, is_rough=is_rough)
        return None if place is None else self.pool.worlds[place]

    def _found(
        self, rows: Rows, objective: Vector, held: int | None, *, is_rough: bool
    ) -> int | None:
        """Return the place in the pool of such a world."""
        self._ask()
        answer = self.solver.world(rows, objective, held, is_rough=is_rough)
        if answer is None:
            return None
        if len(answer) != len(objective) or not np.isfinite(answer).all():
            raise SolverFailedError
        world: Vector = np.rint(np.asarray(answer, dtype=float)).astype(np.int64)
        if not rows.hold_in(world[None, :])[0] or (held is not None and world[held] < 1):
            raise SolverFailedError
        return self.pool.add(world)

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
        mine = self._known(state, None)
        if mine is None:
            yield Finding(kind=Kind.CONTRADICTION)
            return
        for place, least, most in self._too_known(state, mine, None):
            yield Finding(kind=Kind.NARROW, boxes=(self.boxes[place],), least=least, most=most)

    def insider(self, state: State, held: int) -> Iterator[Finding]:
        """Return what somebody who knows a case in one cell works out about the others."""
        if self._leaf(held) in state.dead:
            return
        case, mine = self.grid.cell_box(held), self._known(state, held)
        if mine is None:
            yield Finding(kind=Kind.INSIDER_FITS_NOWHERE, known_case=case)
            return
        for place, least, most in self._too_known(state, mine, held):
            own = int(self._rows[place, held])
            yield Finding(
                kind=Kind.INSIDER, boxes=(self.boxes[place],), known_case=case,
                least=least - own, most=most - own,
            )  # fmt: skip

    def fitting(self, state: State, held: int | None = None) -> Vector:
        """Return the places in the pool of the worlds that agree with a state.

        With `held`, those in which that cell holds a case, or could: nothing was said of its time.
        """
        if self._agreeing is None or self._agreeing.state is not state:
            self._agreeing = _Agreeing(state, self._places)
        fits = self._agreeing.among(self.pool.counts)
        if held is not None and self._leaf(held) not in state.unspoken:
            fits = fits[self.pool.worlds[fits, held] > 0]
        return fits

    @cached_property
    def _places(self) -> dict[Box, int]:
        return {box: place for place, box in enumerate(dict.fromkeys([*self.boxes, *self.said]))}

    @cached_property
    def _tally(self) -> Tally:
        return Tally(self.grid, list(self._places))

    @cached_property
    def _rows(self) -> Numbers:
        """The protected counts as noughts and ones over the cells."""
        return self._tally.rows[: len(self.boxes)]

    @cached_property
    def _small_first(self) -> Vector:
        return np.argsort(self._rows.sum(axis=1), kind="stable")

    def _over(self, leaves: frozenset[str]) -> Flags:
        """Return which protected counts reach over some of these time leaves."""
        own = [leaf in leaves for leaf in self.grid.plan.time_leaves]
        return np.asarray(self._times[:, own].any(axis=1))

    @cached_property
    def _times(self) -> Flags:
        plan = self.grid.plan
        over = [[leaf in plan.times(box) for leaf in plan.time_leaves] for box in self.boxes]
        return np.array(over, dtype=np.bool_).reshape(-1, len(plan.time_leaves))

    def _parts(self, state: State) -> Vector:
        """Return the place of the part of each count in each system; beyond the last: none."""
        if state.systems not in self._parted:
            parts = [
                [
                    self._part_places.get((times & system, rest), len(self.boxes))
                    for system in state.systems
                ]
                for times, rest in self._part_places
            ]
            self._parted[state.systems] = np.array(parts, dtype=np.int64).reshape(
                len(self.boxes), -1
            )
        return self._parted[state.systems]

    @cached_property
    def _part_places(self) -> dict[tuple[frozenset[str], object], int]:
        """The place of each count, by its periods and what else it says."""
        plan = self.grid.plan
        return {
            (plan.times(box), tuple(each for each in box.sides if each[0] != plan.time)): place
            for place, box in enumerate(self.boxes)
        }

    def _leaf(self, held: int | None) -> str | None:
        return None if held is None else self.grid.plan.time_leaves[self.grid.cells[held][1]]

    def _needed(self, state: State, held: int | None) -> Vector:
        """Return how far apart two values of each count must lie."""
        key = state.told, self._leaf(held)
        if key not in self._needs:
            w = self.grid.plan.n - (1 if held is None else 2)
            rooms = (state.room(box, key[1]) for box in self.boxes)
            self._needs[key] = np.array(
                [w if room is None else min(w, room) for room in rooms], dtype=np.int64
            )
        return self._needs[key]

    def _following(self, state: State) -> Following:
        """Return which protected counts follow."""
        if state.span not in self._followings:
            found = state.span.all_following(self._rows, self.grid.plan.n)
            self._followings[state.span] = found
        return self._followings[state.span]

    def _known(self, state: State, held: int | None) -> "_Known | None":
        """Return how the protected counts vary in the worlds found so far that agree with a state.

        At least in one world, if there is any. A count that reaches over a time of which nothing
        was said is not open: to any world n cases can be added there, in every block.
        """
        fits = self.fitting(state, held)
        if not len(fits):
            nothing = np.zeros(len(self.grid.cells), dtype=np.int64)
            if self.world(state.rows, nothing, held) is None:
                return None
            fits = self.fitting(state, held)
        counts = self.pool.counts[:, : len(self.boxes)]
        asked = ~self._following(state).exact & ~self._over(state.unspoken)
        several = (self._parts(state) < len(self.boxes)).sum(axis=1) > 1
        known = _Known(
            counts[fits[0]].copy(), counts[fits[0]].copy(), self._needed(state, held),
            np.flatnonzero(asked & ~several), np.flatnonzero(asked & several),
        )  # fmt: skip
        first = 1
        while first < len(fits) and len(known.open):  # a few widen most
            known.take(counts[np.ix_(fits[first : 4 * first], known.open)])
            first *= 4
        return known

    def _too_known(
        self, state: State, known: "_Known", held: int | None
    ) -> Iterator[tuple[int, int, int]]:
        """Return each count that is neither wide nor proven to be large, with its interval.

        An insider counts the others: one case less, so one less is enough.
        """
        large, following = self.grid.plan.n - (held is not None), self._following(state)
        self._move_together(state, known, held)
        known.add_up(self._parts(state))
        self._move_together(state, known, held)
        waiting = following.exact & ~following.large
        waiting[known.open] = True
        for place in self._small_first[waiting[self._small_first]]:
            signs = () if following.exact[place] else (1, -1)
            for sign in signs:
                if not known.is_wide(place):
                    self._move(state, known, sign * self._rows[place], held)
            if not known.is_wide(place) and not self.is_at_least(
                state, self.boxes[place], large, held
            ):
                yield int(place), int(known.least[place]), int(known.most[place])

    def _move_together(self, state: State, known: "_Known", held: int | None) -> None:
        """Make many counts at once large or small, as chance has it, while that widens some."""
        if not len(known.open):
            return  # chance is dear to begin with
        chance, in_vain = np.random.default_rng(0), 0
        while in_vain < IN_VAIN and (left := len(known.open)):
            signs = (2 * chance.integers(0, 2, left) - 1).astype(np.float64)
            objective = self._tally.added(known.open, signs)
            for sign in (1, -1):
                self._move(state, known, sign * objective, held, is_rough=True)
            in_vain += len(known.open) == left

    def _move(
        self,
        state: State,
        known: "_Known",
        objective: Numbers,
        held: int | None,
        *,
        is_rough: bool = False,
    ) -> None:
        whole = np.rint(objective).astype(np.int64)
        place = self._found(state.rows, whole, held, is_rough=is_rough)
        if place is None:
            raise SolverFailedError  # there is one
        known.take(self.pool.counts[place : place + 1, known.open])

    def _ask(self) -> None:
        self.before_question()
        self.questions += 1


class _Agreeing:
    """Which worlds of a pool agree with a state, as the pool grows."""

    def __init__(self, state: State, places: Mapping[Box, int]) -> None:
        self.state = state
        self._shown = [places[box] for box, _ in state.figures]
        self._values = np.array([value for _, value in state.figures], dtype=np.int64)
        self._silent = [places[box] for box, _ in state.low]
        self._limits = np.array([most for _, most in state.low], dtype=np.int64)
        self._seen = 0
        self._found: Vector = np.zeros(0, dtype=np.int64)

    def among(self, counts: Vector) -> Vector:
        """Return the places of those that agree, given the counts of every world, a row each."""
        fresh = counts[self._seen :]
        fits = (fresh[:, self._shown] == self._values).all(axis=1)
        fits &= (fresh[:, self._silent] <= self._limits).all(axis=1)
        self._found = np.concatenate([self._found, self._seen + np.flatnonzero(fits)])
        self._seen = len(counts)
        return self._found


@dataclass
class _Known:
    """Between which values each protected count is known to vary, and how far apart they must lie."""

    least: Vector
    most: Vector
    needed: Vector
    open: Vector  # the places of the counts that do not vary enough yet, and may
    sums: Vector  # the places of those that are sums over several systems

    def take(self, counts: Vector) -> None:
        """Take in more worlds, a row each: the counts that are open."""
        least = np.minimum(self.least[self.open], counts.min(axis=0))
        most = np.maximum(self.most[self.open], counts.max(axis=0))
        self.least[self.open], self.most[self.open] = least, most
        self.open = self.open[most - least < self.needed[self.open]]

    def add_up(self, parts: Vector) -> None:
        """Let each sum vary as much as all its parts; what is not enough is open then."""
        apart = np.append(self.most - self.least, 0)[parts[self.sums]].sum(axis=1)
        left = self.sums[apart < self.needed[self.sums]]
        self.open, self.sums = np.concatenate([self.open, left]), left[:0]

    def is_wide(self, place: int) -> bool:
        """Whether one count varies enough."""
        return bool(self.most[place] - self.least[place] >= self.needed[place])
