"""Worlds that a reader cannot exclude, and the checks that each answer of the solver must pass."""

from collections.abc import Sequence
from typing import Any

from advisor_app.disclosure.linear import Cells, Row, places
from advisor_app.disclosure.solver import Answer, SolverFailedError

TOLERANCE = 1e-6
MOST = 1e9


class Worlds:
    """Worlds that readers cannot exclude, each checked; never the true one."""

    def __init__(self, size: int, rows: Sequence[Row], low: Sequence[Cells], most: int) -> None:
        import numpy as np  # noqa: PLC0415  # it comes with the solver, when that is needed

        self.size = size
        self.rows = rows
        self.found: list[list[int]] = []
        self._np: Any = np
        self._equal = np.zeros((len(rows), size), dtype=np.int64)
        for row, each in enumerate(rows):
            self._equal[row, list(places(each.cells))] = 1
        self._values = np.array([row.value for row in rows], dtype=np.int64)
        self._below = np.zeros((len(low), size), dtype=np.int64)
        for row, cells in enumerate(low):
            self._below[row, list(places(cells))] = 1
        self._most = most

    def take(self, answer: Answer) -> bool:
        """Keep the point of an answer if it is whole; raise if it is no point at all."""
        point = answer.point
        if point is None:
            return False
        if len(point) != self.size or not self._agrees(point, TOLERANCE):
            raise SolverFailedError
        rounded = [round(each) for each in point]
        if any(abs(each - near) > TOLERANCE for each, near in zip(point, rounded, strict=True)):
            return False
        if not self.hold(rounded):
            raise SolverFailedError
        self.found.append(rounded)
        return True

    def hold(self, world: Sequence[int]) -> bool:
        """Whether a whole world agrees with everything."""
        return self._agrees(world, 0)

    def try_again(self, worlds: Sequence[list[int]]) -> None:
        """Keep those of other worlds that agree with everything too."""
        if not worlds:
            return
        tried = self._np.array(worlds, dtype=self._np.int64).T
        fits = (self._equal @ tried == self._values[:, None]).all(axis=0)
        fits &= (self._below @ tried <= self._most).all(axis=0)
        self.found += [world for world, fit in zip(worlds, fits, strict=True) if fit]

    def _agrees(self, point: Sequence[float], tolerance: float) -> bool:
        tried = self._np.array(point)
        if not ((tried >= -tolerance) & (tried < MOST)).all():
            return False
        off = self._np.abs(self._equal @ tried - self._values)
        return bool(
            (off <= tolerance * (1 + self._values)).all()
            and (self._below @ tried <= self._most + tolerance).all()
        )


def require_sum(objective: Sequence[float], answer: Answer) -> None:
    """Raise unless the point gives the sum that is claimed for it."""
    point = answer.point or ()
    total = sum(each * weight for each, weight in zip(point, objective, strict=True))
    if abs(total - answer.bound) > TOLERANCE * (1 + abs(answer.bound)):
        raise SolverFailedError


def require_bound(
    objective: Sequence[float], answer: Answer, worlds: Worlds, upper: Sequence[int]
) -> None:
    """Raise unless the weights prove that no point gives more than is claimed."""
    if answer.point is None:
        return
    require_sum(objective, answer)
    if len(answer.weights) != len(worlds.rows):
        raise SolverFailedError
    left = list(map(float, objective))
    proven = 0.0
    for weight, row in zip(answer.weights, worlds.rows, strict=True):
        proven += weight * row.value
        for place in places(row.cells):
            left[place] -= weight
    proven += sum(max(each, 0.0) * most for each, most in zip(left, upper, strict=True))
    if proven > answer.bound + 1e-4 * (1 + abs(answer.bound)):
        raise SolverFailedError
