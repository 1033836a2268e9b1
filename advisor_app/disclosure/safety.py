"""Whether what is known is safe: each protected count keeps its room, or is at least n.

K_in are the whole worlds that agree with every figure and hold less than n wherever something was
tested and not shown; K_out those that agree with every figure. Room is proven by worlds of K_in
that differ, found by the solver and checked here; "at least n" by weights that add figures up to a
lower limit over K_out, checked exactly. What cannot be proven counts as unsafe, which every reader
can work out for himself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from operator import mul
from typing import Any

from advisor_app.disclosure.linear import Cells, Row, Span
from advisor_app.disclosure.solver import Session, Solver, SolverFailedError
from advisor_app.disclosure.space import (
    System,
    linked_times,
    representative,
    room,
    signatures,
    vector,
)
from advisor_app.disclosure.worlds import Worlds, require_bound, require_sum

DIRECTIONS = 40  # worlds that are sought at random before one count is asked for by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What every reader knows of one system: figures, silent boxes and told totals."""

    rows: frozenset[Row] = frozenset()
    low: frozenset[Cells] = frozenset()
    told: frozenset[Row] = frozenset()

    @property
    def dead(self) -> Cells:
        """The cells of periods that were told to hold nothing."""
        found = 0
        for row in self.told:
            found |= 0 if row.value else row.cells
        return found

    def with_row(self, row: Row) -> "Known":
        """Return this with one more figure."""
        return Known(rows=self.rows | {row}, low=self.low, told=self.told)

    def with_told(self, row: Row) -> "Known":
        """Return this with one more told total."""
        return Known(rows=self.rows | {row}, low=self.low, told=self.told | {row})

    def with_low(self, cells: Cells) -> "Known":
        """Return this with one more silent box."""
        return Known(rows=self.rows, low=self.low | {cells}, told=self.told)

    @property
    def live_rows(self) -> list[Row]:
        """The figures without dead cells, in an order of their own."""
        dead = self.dead
        return sorted(
            {Row(row.cells & ~dead, row.value) for row in self.rows if row.cells & ~dead},
            key=lambda row: (row.cells, row.value),
        )

    @property
    def live_low(self) -> list[Cells]:
        """The silent boxes without dead cells."""
        return sorted({low & ~self.dead for low in self.low} - {0})


class Safety:
    """The question SAFE of the protocol, for one system."""

    def __init__(self, system: System, solver: Solver) -> None:
        self.system = system
        self._solver = solver
        self._n = system.plan.n

    def is_safe(
        self, known: Known, touched: Cells, worlds: Sequence[list[int]] = ()
    ) -> list[list[int]] | None:
        """Return worlds that prove it safe, None if it is not proven.

        Only periods that are linked to `touched` are looked at: the others were safe before.
        `worlds` are tried first.
        """
        counts = self._to_prove(known, touched)
        inner = Worlds(
            self.system.size, known.live_rows, known.live_low, self._n - 1,
        )  # fmt: skip
        dead = vector(known.dead, self.system.size)
        inner.try_again(
            [each for each in worlds if not any(map(mul, each, dead))] if known.dead else worlds
        )
        proof = _Proof(counts, inner, self.session(known, inside=True), self.system.size)
        if not inner.found and not proof.first():
            return None
        proof.at_random()
        large = _Large(self, known, self._n)
        for cells in proof.open():
            if (
                not large.exactly(cells)
                and not proof.by_itself(cells)
                and not large.at_least(cells)
            ):
                return None
        return inner.found

    def upper(self, known: Known, cells: Cells) -> Sequence[float] | None:
        """Return a point that agrees with all figures and holds as much as can be in these cells."""
        outer = Worlds(self.system.size, known.live_rows, [], self._n - 1)
        session = self.session(known, inside=False)
        objective = vector(cells, self.system.size)
        answer = session.largest(objective)
        outer.take(answer)
        require_bound(objective, answer, outer, self.limits(known))
        return answer.point

    def _to_prove(self, known: Known, touched: Cells) -> dict[Cells, int]:
        """Return the counts that are not obviously safe, each with the room that it must keep."""
        system, dead = self.system, known.dead
        rows, low = known.live_rows, known.live_low
        sets = [row.cells for row in rows] + low
        linked = linked_times(system, sets, system.times(touched & ~dead))
        live = (
            sum(
                system.over([each], (1 << system.size // len(system.plan.time_leaves)) - 1)
                for each in linked
            )
            & ~dead
        )
        classes = signatures(sets, live)
        large = [row.cells for row in rows if row.value >= self._n]
        counts: dict[Cells, int] = {}
        for cells in system.protected(known.rows, linked):
            left = room(cells, known.told)
            need = self._n - 1 if left is None else min(self._n - 1, left)
            asked = representative(cells & ~dead, classes)
            if need and asked and not any(row & ~asked == 0 for row in large):
                counts[asked] = max(need, counts.get(asked, 0))
        return counts

    def limits(self, known: Known) -> list[int]:
        """Return more than any cell has to hold; nothing where a promise says nothing."""
        most = sum(row.value for row in known.rows) + 2 * self._n
        return [0 if known.dead >> place & 1 else most for place in range(self.system.size)]

    def session(self, known: Known, *, inside: bool) -> Session:
        """Lay the figures down for the solver; inside, the silent boxes too."""
        size = self.system.size
        rows = known.live_rows
        return self._solver.session(
            [vector(row.cells, size) for row in rows],
            [row.value for row in rows],
            [vector(low, size) for low in known.live_low] if inside else [],
            self._n - 1,
            self.limits(known),
        )


class _Large:
    """Which counts are proven to be n or more in every world that agrees with the figures."""

    def __init__(self, safety: Safety, known: Known, n: int) -> None:
        self._safety, self._known, self._n = safety, known, n
        self._rows = known.live_rows
        self._span = Span(self._rows)

    def exactly(self, cells: Cells) -> bool:
        """Whether it follows from the figures and is n or more."""
        value = self._span.following(cells)
        return value is not None and value >= self._n

    def at_least(self, cells: Cells) -> bool:
        """Whether weights of the figures, checked exactly, add up to more than n - 1."""
        size, upper = self._safety.system.size, self._safety.limits(self._known)
        outer = Worlds(size, self._rows, [], self._n - 1)
        objective = [-each for each in vector(cells, size)]
        answer = self._session.largest(objective)
        if answer.point is None:
            return False
        outer.take(answer)
        require_bound(objective, answer, outer, upper)
        weights = [Fraction(-each).limit_denominator(60) for each in answer.weights]
        pairs = list(zip(weights, self._rows, strict=True))
        total = sum((weight * row.value for weight, row in pairs), Fraction())
        return total > self._n - 1 and all(
            sum(weight for weight, row in pairs if row.cells >> place & 1) <= cells >> place & 1
            for place, most in enumerate(upper)
            if most
        )

    @cached_property
    def _session(self) -> Session:
        return self._safety.session(self._known, inside=False)


class _Proof:
    """Which counts keep their room, as more worlds are found."""

    def __init__(
        self, counts: dict[Cells, int], worlds: Worlds, session: Session, size: int
    ) -> None:
        import numpy as np  # noqa: PLC0415  # it comes with the solver, when that is needed

        self._np: Any = np
        self._cells = sorted(counts)
        self._need = np.array([counts[each] for each in self._cells], dtype=np.int64)
        self._sums = np.array([vector(each, size) for each in self._cells], dtype=np.int64).reshape(
            -1, size
        )
        self._worlds, self._session = worlds, session
        self._seen = 0
        self._least = np.full(len(self._cells), 2**40, dtype=np.int64)
        self._most = np.full(len(self._cells), -(2**40), dtype=np.int64)

    def first(self) -> bool:
        """Find any world."""
        return self._seek([0] * self._worlds.size)

    def at_random(self) -> None:
        """Seek worlds that move many counts at once, as long as that helps."""
        random, tries = self._np.random.default_rng(0), 0
        while tries < DIRECTIONS and self.open():
            signs = random.integers(0, 2, len(self._cells)) * 2 - 1
            objective = (signs * self._open()) @ self._sums
            before = self._open().sum()
            self._seek(objective.tolist(), relaxed_only=True)
            self._seek((-objective).tolist(), relaxed_only=True)
            tries += 1 if self._open().sum() < before else 4

    def open(self) -> list[Cells]:
        """The counts that are not proven yet, a snapshot."""
        return [each for each, wide in zip(self._cells, self._open(), strict=True) if wide]

    def by_itself(self, cells: Cells) -> bool:
        """Make one count as large and as small as it can be; whether it keeps its room."""
        row = self._cells.index(cells)
        if not self._open()[row]:
            return True
        objective = vector(cells, self._worlds.size)
        self._seek(objective)
        if self._open()[row]:
            self._seek([-each for each in objective])
        return not self._open()[row]

    def _open(self) -> Any:
        fresh = self._worlds.found[self._seen :]
        if fresh:
            counted = self._sums @ self._np.array(fresh, dtype=self._np.int64).T
            self._least = self._np.minimum(self._least, counted.min(axis=1))
            self._most = self._np.maximum(self._most, counted.max(axis=1))
            self._seen = len(self._worlds.found)
        return self._most - self._least < self._need

    def _seek(self, objective: Sequence[float], *, relaxed_only: bool = False) -> bool:
        answer = self._session.largest(objective)
        taken = self._worlds.take(answer)
        if answer.point is not None:
            require_sum(objective, answer)
        elif self._worlds.found:
            raise SolverFailedError  # a world is known, and it says that there is none
        if taken or answer.point is None or relaxed_only:
            return taken
        whole = self._session.largest(objective, whole=True)
        if whole.point is not None and not self._worlds.take(whole):
            raise SolverFailedError
        return whole.point is not None
