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
from typing import Any

from advisor_app.disclosure.linear import Cells, Row, Span, places
from advisor_app.disclosure.moves import moved
from advisor_app.disclosure.solver import Answer, Session, Solver, SolverFailedError
from advisor_app.disclosure.space import System, linked_times, room, signatures
from advisor_app.disclosure.worlds import (
    TOLERANCE,
    Sums,
    Worlds,
    holding,
    matrix,
    representatives,
    require_bound,
    require_sum,
)

DIRECTIONS = 80  # worlds that are sought at random before counts are asked for one by one
FEW = 64  # open counts, of which is asked whether they follow from the figures
IN_VAIN = 6  # such worlds that may prove nothing
ENOUGH = 20  # worlds that agree with what was just said, without moving others
MOST_OUTERS = 8  # sets of figures, the last ones, of which is remembered what they say
MOST_POINTS = 100  # of each


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
        self._outers: dict[tuple[frozenset[Row], Cells], Outer] = {}

    def is_safe(
        self, known: Known, touched: Cells, worlds: Sequence[list[int]] = ()
    ) -> list[list[int]] | None:
        """Return worlds that prove it safe, None if it is not proven.

        Only periods that are linked to `touched` are looked at: the others were safe before.
        `worlds` are tried first.
        """
        inner = Worlds(self.system.size, known.live_rows, known.live_low, self._n - 1, known.dead)
        inner.try_again([*worlds, *self._moved(known, touched, worlds)])
        sets, needs = self._to_prove(known, touched)
        outer = self.outer(known)
        proof = _Proof(sets, needs, inner, self.session(known, inside=True))
        if not inner.found and not proof.first():
            return None
        proof.at_random(outer)
        for moves in (proof.may_move, proof.moves):
            for row in proof.open():
                if not moves(row) and not outer.is_large(proof.cells(row)):
                    return None
        return inner.found

    def _moved(self, known: Known, touched: Cells, worlds: Sequence[list[int]]) -> list[list[int]]:
        """Return worlds that may agree with what was just said of some cells, near those that do not."""
        cells = touched & ~known.dead
        stated = [row.value for row in known.live_rows if row.cells == cells]
        least, most = (stated[0], stated[0]) if stated else (0, self._n - 1)
        inside = list(places(cells))
        far = [
            world for world in worlds if not least <= sum(world[each] for each in inside) <= most
        ]
        if len(worlds) - len(far) >= ENOUGH:
            return []
        rows = [row for row in known.live_rows if row.cells != cells]
        low = [each for each in known.live_low if each != cells]
        return moved(far, cells, least, most, rows, low, self._n - 1)

    def _to_prove(self, known: Known, touched: Cells) -> tuple[list[Cells], Any]:
        """Return the counts that are not obviously safe, and the room that each must keep."""
        import numpy as np  # noqa: PLC0415  # it comes with the solver, when that is needed

        system, dead, size = self.system, known.dead, self.system.size
        rows, sets = known.live_rows, [row.cells for row in known.live_rows] + known.live_low
        linked = linked_times(system, sets, system.times(touched & ~dead))
        whole = (1 << size // len(system.plan.time_leaves)) - 1
        live = sum(system.over([each], whole) for each in linked) & ~dead
        protected = sorted(system.protected(known.rows, linked)) if live else []
        asked = representatives(protected, signatures(sets, live), size)
        needs: dict[Cells, int] = {}
        for cells, its in zip(protected, asked, strict=True):
            left = room(cells, known.told)
            need = self._n - 1 if left is None else min(self._n - 1, left)
            if its and need > needs.get(its, 0):
                needs[its] = need
        asked = list(needs)
        large = holding(asked, [row.cells for row in rows if row.value >= self._n], size)
        kept = [cells for cells, its in zip(asked, large, strict=True) if not its]
        return kept, np.array([needs[cells] for cells in kept], dtype=np.int64)

    def outer(self, known: Known) -> "Outer":
        """Return what the figures alone say; it goes on from what fewer of them said."""
        key = known.rows, known.dead
        found = self._outers.pop(key, None)
        if found is None:
            before = (
                outer
                for (rows, dead), outer in reversed(self._outers.items())
                if rows < known.rows and dead == known.dead
            )
            found = Outer(self, known, next(before, None))
        self._outers[key] = found
        if len(self._outers) > MOST_OUTERS:
            del self._outers[next(iter(self._outers))]
        return found

    def limits(self, known: Known) -> list[int]:
        """Return more than any cell has to hold; nothing where a promise says nothing."""
        most = sum(row.value for row in known.rows) + 2 * self._n
        return [0 if known.dead >> place & 1 else most for place in range(self.system.size)]

    def session(self, known: Known, *, inside: bool) -> Session:
        """Lay the figures down for the solver; inside, the silent boxes too."""
        size, rows = self.system.size, known.live_rows
        return self._solver.session(
            matrix([row.cells for row in rows], size),
            [row.value for row in rows],
            matrix(known.live_low if inside else [], size),
            self._n - 1,
            self._tight_limits(known) if inside else self.limits(known),
        )

    def _tight_limits(self, known: Known) -> list[int]:
        """Return the most that the rows leave to each cell: the solver is quicker with these."""
        import numpy as np  # noqa: PLC0415

        size, limits = self.system.size, np.array(self.limits(known))
        rows = [(row.cells, row.value) for row in known.live_rows]
        rows += [(cells, self._n - 1) for cells in known.live_low]
        held = matrix([cells for cells, _ in rows], size) > 0
        for inside, (_, value) in zip(held, rows, strict=True):
            np.minimum(limits, value, out=limits, where=inside)
        found: list[int] = limits.tolist()
        return found


class Outer:
    """The large set of worlds, K_out: how much a count may hold, and which are n or more."""

    def __init__(self, safety: Safety, known: Known, before: "Outer | None") -> None:
        self._size, self._n = safety.system.size, safety.system.plan.n
        self._safety, self._known = safety, known
        self._limits = safety.limits(known)
        self.rows = known.live_rows
        self.span: Span = Span(self.rows, before.span if before else None)
        self.small: Cells = before.small if before else 0
        self.followed: dict[Cells, int] = dict(before.followed) if before else {}
        self._worlds = Worlds(self._size, self.rows, [], self._n - 1)
        self._points = self._worlds.mixed(before.points) if before else []

    @property
    def points(self) -> list[Any]:
        """Points, not always whole, that agree with all figures."""
        return self._points[-MOST_POINTS:]

    def upper(self, cells: Cells) -> Sequence[float] | None:
        """Return a point that agrees with all figures and holds as much as can be in these cells."""
        point = self._largest(matrix([cells], self._size)[0]).point
        if point is not None:
            self._points.append(point)
        return point

    def following(self, cells: Cells) -> int | None:
        """Return the count of a set of cells if it follows from the figures."""
        if cells not in self.followed:
            value = self.span.following(cells)
            if value is None:
                return None
            self.followed[cells] = value
        return self.followed[cells]

    def is_large(self, cells: Cells) -> bool:
        """Whether a count is proven to be n or more in every world that agrees with the figures."""
        return self.exactly(cells) or self._at_least(cells)

    def exactly(self, cells: Cells) -> bool:
        """Whether it follows from the figures and is n or more."""
        value = self.following(cells)
        return value is not None and value >= self._n

    def _at_least(self, cells: Cells) -> bool:
        """Whether weights of the figures, checked exactly, add up to more than n - 1."""
        answer = self._largest(-matrix([cells], self._size)[0])
        if answer.point is None:
            return False
        weights = [Fraction(-each).limit_denominator(60) for each in answer.weights]
        pairs = list(zip(weights, self.rows, strict=True))
        total = sum((weight * row.value for weight, row in pairs), Fraction())
        return total > self._n - 1 and all(
            sum(weight for weight, row in pairs if row.cells >> place & 1) <= cells >> place & 1
            for place, most in enumerate(self._limits)
            if most
        )

    def _largest(self, objective: Any) -> Answer:
        answer = self._session.largest(objective)
        self._worlds.take(answer)
        require_bound(objective, answer, self._worlds, self._limits)
        return answer

    @cached_property
    def _session(self) -> Session:
        return self._safety.session(self._known, inside=False)


class _Proof:
    """Which counts keep their room, as more worlds are found."""

    def __init__(self, sets: Sequence[Cells], needs: Any, worlds: Worlds, session: Session) -> None:
        import numpy as np  # noqa: PLC0415  # it comes with the solver, when that is needed

        self._np: Any = np
        self._sets, self._sums, self._needs = sets, Sums(sets, worlds.size), needs
        self._worlds, self._session = worlds, session
        self._seen = 0
        self._least = np.full(len(needs), 2**40, dtype=np.int64)
        self._most = np.full(len(needs), -(2**40), dtype=np.int64)
        self._left = np.ones(len(needs), dtype=bool)
        self._weighed = np.zeros(len(needs), dtype=bool)

    def first(self) -> bool:
        """Find any world."""
        objective = self._np.zeros(self._worlds.size)
        answer = self._session.largest(objective)
        if answer.point is None or self._worlds.take(answer):
            return answer.point is not None
        return self._seek_whole(objective)

    def at_random(self, outer: Outer) -> None:
        """Seek worlds that move many counts at once, as long as that helps."""
        random, in_vain = self._np.random.default_rng(0), 0
        self._look()
        for _ in range(DIRECTIONS):
            if in_vain or len(self.open()) <= FEW:
                self._let_go_of_what_follows(outer)
            rows = self.open()
            if not rows or in_vain == IN_VAIN:
                return
            factors = self._np.zeros(len(self._sets))
            factors[rows] = self._pull(rows, random)
            self._seek(self._sums.added(factors))
            self._look()
            in_vain += len(self.open()) == len(rows)

    def _pull(self, rows: list[int], random: Any) -> Any:
        """Return how strongly to draw at open counts: a few lead; what was 0 can only grow."""
        up = (self._least[rows] == 0) | (random.random(len(rows)) < 0.5)
        return self._np.where(up, 1, -1) * abs(random.standard_normal(len(rows))) ** 3

    def open(self) -> list[int]:
        """The counts that are not proven yet, by number."""
        found: list[int] = self._np.nonzero(self._left)[0].tolist()
        return found

    def cells(self, row: int) -> Cells:
        """Return the cells of a count."""
        return self._sets[row]

    def may_move(self, row: int) -> bool:
        """Make one count as large and as small as points can; whether it may keep its room."""
        objective = matrix([self._sets[row]], self._worlds.size)[0]
        apart = 0.0
        for each in (objective, -objective):
            if self._left[row]:
                apart += self._seek(each)
                self._look()
        return not self._left[row] or apart > self._needs[row] - TOLERANCE

    def moves(self, row: int) -> bool:
        """Make one count as large and as small as worlds can; whether it keeps its room."""
        objective = matrix([self._sets[row]], self._worlds.size)[0]
        if self._left[row]:
            self._seek_whole(objective, self._least[row] + self._needs[row])
        if self._left[row]:
            self._seek_whole(-objective, self._needs[row] - self._most[row])
        return not self._left[row]

    def _let_go_of_what_follows(self, outer: Outer) -> None:
        """No world moves what follows from the figures; it must be large then."""
        still = self._left & (self._least == self._most) & ~self._weighed
        for row in self._np.nonzero(still)[0]:
            self._left[row] = not outer.exactly(self.cells(row))
        self._weighed |= still

    def _look(self) -> None:
        """Take the new worlds into account, for the counts that are open."""
        fresh = self._worlds.found[self._seen :]
        if not fresh:
            return
        if self._sets:
            counted = self._sums.counted(self._np.array(fresh, dtype=self._np.int64))
            self._np.minimum(self._least, counted.min(axis=1), out=self._least)
            self._np.maximum(self._most, counted.max(axis=1), out=self._most)
            self._left &= self._most - self._least < self._needs
        self._seen = len(self._worlds.found)

    def _seek(self, objective: Any) -> float:
        """Keep the point with the largest sum, rounded if it is not whole; return that sum."""
        answer = self._session.largest(objective)
        if answer.point is not None:
            require_sum(objective, answer)
            if not self._worlds.take(answer):
                self._worlds.take(self._session.rounded(objective))
        elif self._worlds.found:
            raise SolverFailedError  # a world is known, and it says that there is none
        return answer.bound

    def _seek_whole(self, objective: Any, enough: float | None = None) -> bool:
        """Keep the world with the largest sum, or one with enough; whether there is one."""
        whole = self._session.largest(objective, whole=True, enough=enough)
        if whole.point is not None and not self._worlds.take(whole):
            raise SolverFailedError
        self._look()
        return whole.point is not None
