"""What the figures alone say, without what was silent: K_out, the large set of worlds.

A figure more only takes worlds away, so what fewer figures said goes on to hold.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

from advisor_app.disclosure.known import Known
from advisor_app.disclosure.linear import Cells, Span
from advisor_app.disclosure.solver import Answer, Session, Solver
from advisor_app.disclosure.space import System
from advisor_app.disclosure.worlds import Worlds, matrix, require_bound

MOST_POINTS = 100  # that are remembered


def limits(system: System, known: Known) -> list[int]:
    """Return more than any cell has to hold; nothing where a promise says nothing."""
    most = sum(row.value for row in known.rows) + 2 * system.plan.n
    return [0 if known.dead >> place & 1 else most for place in range(system.size)]


class Outer:
    """The large set of worlds, K_out: how much a count may hold, and which are n or more."""

    def __init__(
        self, system: System, solver: Solver, known: Known, before: "Outer | None"
    ) -> None:
        self._size, self._n, self._solver = system.size, system.plan.n, solver
        self._limits = limits(system, known)
        self.rows = known.live_rows
        held = frozenset(before.rows if before else ())
        new = (row for row in self.rows if row not in held)
        self.span: Span = Span(new, before.span if before else None)
        self.small: Cells = before.small if before else 0
        self.followed: dict[Cells, int] = dict(before.followed) if before else {}
        self._worlds = Worlds(self._size, self.rows, [])
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
        values = [row.value for row in self.rows]
        cells = matrix([row.cells for row in self.rows], self._size)
        return self._solver.session(cells, values, cells[:0], [], self._limits)
