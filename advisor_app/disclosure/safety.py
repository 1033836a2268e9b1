"""Whether what is known is safe: each protected count keeps its room, or is at least n.

K_in are the whole worlds that agree with every figure and hold no more than silence allows wherever
something was tested and not shown; K_out those that agree with every figure. Room is proven by
worlds of K_in that differ, found by the solver and checked here; "at least n" by weights that add
figures up to a lower limit over K_out, checked exactly. What cannot be proven counts as unsafe,
which every reader can work out for himself.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from advisor_app.disclosure.known import Known
from advisor_app.disclosure.linear import Cells, Row, places
from advisor_app.disclosure.moves import moved
from advisor_app.disclosure.outer import Outer, limits
from advisor_app.disclosure.solver import Session, Solver, SolverFailedError
from advisor_app.disclosure.space import System, linked_times, room, signatures
from advisor_app.disclosure.worlds import (
    TOLERANCE,
    Sums,
    Worlds,
    holding,
    matrix,
    representatives,
    require_sum,
)

DIRECTIONS = 80  # worlds that are sought at random before counts are asked for one by one
FEW = 64  # open counts, of which is asked whether they follow from the figures
IN_VAIN = 6  # such worlds that may prove nothing
FEW_CELLS = 100  # linked: the solver finds other worlds sooner than moves do
MOST_OUTERS = 8  # sets of figures, the last ones, of which is remembered what they say


class Safety:
    """The question SAFE of the protocol, for one system."""

    def __init__(self, system: System, solver: Solver) -> None:
        self.system = system
        self._solver = solver
        self._n = system.plan.n
        self._outers: dict[tuple[frozenset[Row], Cells], Outer] = {}
        self._asked: tuple[object, _Counts] | None = None

    def is_safe(
        self, known: Known, touched: Cells, worlds: Sequence[list[int]] = ()
    ) -> list[list[int]] | None:
        """Return worlds that prove it safe, None if it is not proven.

        Only periods that are linked to `touched` are looked at: the others were safe before.
        `worlds` are tried first.
        """
        inner = Worlds(self.system.size, known.live_rows, known.live_low, known.dead)
        linked = self._linked(known, touched)
        counts, outer = self._counts(known, linked), self.outer(known)
        proof = _Proof(counts, inner, self._session(known))
        if not all(proof.may_move(row) or proof.is_large(row, outer) for row in counts.obstacle):
            return None
        inner.try_again(worlds)
        if len(linked) * self.system.block > FEW_CELLS:
            inner.try_again(self._moved(known, touched, worlds))
        if not inner.found and not proof.first():
            counts.obstacle = tuple(range(len(counts.sets)))[:1]  # without a world none moves
            return None
        proof.at_random(outer)
        for moves in (proof.may_move, proof.moves):
            for row in proof.open():
                if not moves(row) and not proof.is_large(row, outer):
                    counts.obstacle = (row,)
                    return None
        return inner.found

    def _moved(self, known: Known, touched: Cells, worlds: Sequence[list[int]]) -> list[list[int]]:
        """Return worlds that may agree with what was just said of some cells, near those that do not."""
        cells = touched & ~known.dead
        stated = [row.value for row in known.live_rows if row.cells == cells]
        silent = [row.value for row in known.live_low if row.cells == cells]
        least, most = (stated[0], stated[0]) if stated else (0, min(silent, default=0))
        inside = list(places(cells))
        far = [
            world for world in worlds if not least <= sum(world[each] for each in inside) <= most
        ]
        if 2 * len(far) < len(worlds):  # enough are left as they are
            return []
        rows = [row for row in known.live_rows if row.cells != cells]
        low = [row for row in known.live_low if row.cells != cells]
        return moved(far, cells, least, most, rows, low)

    def _linked(self, known: Known, touched: Cells) -> frozenset[int]:
        """Return the periods of which something else is known once more is known of some cells."""
        system, sets = self.system, _sets(known)
        return linked_times(system, sets, system.times(touched & ~known.dead))

    def _counts(self, known: Known, linked: frozenset[int]) -> "_Counts":
        """Return the counts to prove; with another threshold for the same box they are the same."""
        asked = known.rows, known.told, frozenset(row.cells for row in known.low), linked
        if self._asked is None or self._asked[0] != asked:
            self._asked = asked, self._to_prove(known, linked)
        return self._asked[1]

    def _to_prove(self, known: Known, linked: frozenset[int]) -> "_Counts":
        """Return the counts that are not obviously safe, and the room that each must keep."""
        system, dead, size = self.system, known.dead, self.system.size
        rows, sets = known.live_rows, _sets(known)
        live = system.over(linked, (1 << system.block) - 1) & ~dead
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
        return _Counts(kept, [needs[cells] for cells in kept], size)

    def outer(self, known: Known) -> Outer:
        """Return what the figures alone say; it goes on from what fewer of them said."""
        key = known.rows, known.dead
        found = self._outers.pop(key, None)
        if found is None:
            before = (
                outer
                for (rows, dead), outer in reversed(self._outers.items())
                if rows < known.rows and dead == known.dead
            )
            found = Outer(self.system, self._solver, known, next(before, None))
        self._outers[key] = found
        if len(self._outers) > MOST_OUTERS:
            del self._outers[next(iter(self._outers))]
        return found

    def _session(self, known: Known) -> Session:
        """Lay everything that is known down for the solver, which is quicker with tight limits."""
        rows, low = known.live_rows, known.live_low
        held, most = matrix(_sets(known), self.system.size), np.array(limits(self.system, known))
        for inside, row in zip(held > 0, (*rows, *low), strict=True):
            np.minimum(most, row.value, out=most, where=inside)
        return self._solver.session(
            held[: len(rows)], [row.value for row in rows],
            held[len(rows) :], [row.value for row in low], most.tolist(),
        )  # fmt: skip


def _sets(known: Known) -> list[Cells]:
    """Return the cells of the figures, and then those of the silent boxes."""
    return [row.cells for row in (*known.live_rows, *known.live_low)]


class _Counts:
    """The counts that must keep their room, and which of them stopped the last question."""

    def __init__(self, sets: Sequence[Cells], needs: Sequence[int], size: int) -> None:
        self.sets, self.sums = sets, Sums(sets, size)
        self.needs = np.array(needs, dtype=np.int64)
        self.obstacle: tuple[int, ...] = ()  # asked first: it soon tells which thresholds do not do


class _Proof:
    """Which counts keep their room, as more worlds are found."""

    def __init__(self, counts: _Counts, worlds: Worlds, session: Session) -> None:
        self._sets, self._sums, self._needs = counts.sets, counts.sums, counts.needs
        self._worlds, self._session = worlds, session
        self._seen = 0
        self._least = np.full(len(self._needs), 2**40, dtype=np.int64)
        self._most = np.full(len(self._needs), -(2**40), dtype=np.int64)
        self._left = np.ones(len(self._needs), dtype=bool)
        self._weighed = np.zeros(len(self._needs), dtype=bool)

    def first(self) -> bool:
        """Find any world."""
        objective: Any = np.zeros(self._worlds.size)
        answer = self._session.largest(objective)
        if answer.point is None or self._worlds.take(answer):
            return answer.point is not None
        return self._seek_whole(objective)

    def at_random(self, outer: Outer) -> None:
        """Seek worlds that move many counts at once, as long as that helps."""
        random, in_vain = np.random.default_rng(0), 0
        self._look()
        for _ in range(DIRECTIONS):
            if in_vain or len(self.open()) <= FEW:
                self._let_go_of_what_follows(outer)
            rows = self.open()
            if not rows or in_vain == IN_VAIN:
                return
            factors = np.zeros(len(self._sets))
            factors[rows] = self._pull(rows, random)
            self._seek(self._sums.added(factors))
            self._look()
            in_vain += len(self.open()) == len(rows)

    def _pull(self, rows: list[int], random: Any) -> Any:
        """Return how strongly to draw at open counts: a few lead; what was 0 can only grow."""
        up = (self._least[rows] == 0) | (random.random(len(rows)) < 0.5)
        return np.where(up, 1, -1) * abs(random.standard_normal(len(rows))) ** 3

    def open(self) -> list[int]:
        """The counts that are not proven yet, by number."""
        found: list[int] = np.nonzero(self._left)[0].tolist()
        return found

    def is_large(self, row: int, outer: Outer) -> bool:
        """Whether a count is proven to be n or more."""
        return outer.is_large(self._sets[row])

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
        for row in np.nonzero(still)[0].tolist():
            self._left[row] = not outer.exactly(self._sets[row])
        self._weighed |= still

    def _look(self) -> None:
        """Take the new worlds into account, for the counts that are open."""
        fresh = self._worlds.found[self._seen :]
        if not fresh:
            return
        if self._sets:
            counted = self._sums.counted(np.array(fresh, dtype=np.int64))
            np.minimum(self._least, counted.min(axis=1), out=self._least)
            np.maximum(self._most, counted.max(axis=1), out=self._most)
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
