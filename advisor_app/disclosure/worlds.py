"""Worlds that a reader cannot exclude, and the checks that each answer of the solver must pass."""

from collections.abc import Sequence

from advisor_app.disclosure.linear import Cells, Row, places
from advisor_app.disclosure.solver import Answer, SolverFailedError

TOLERANCE = 1e-6
MOST = 1e9


class Worlds:
    """Worlds that readers cannot exclude, each checked; never the true one."""

    def __init__(self, size: int, rows: Sequence[Row], low: Sequence[Cells], most: int) -> None:
        self.size = size
        self.rows = rows
        self.found: list[list[int]] = []
        self._equal = [(list(places(row.cells)), row.value) for row in rows]
        self._below = [list(places(cells)) for cells in low]
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

    def _agrees(self, point: Sequence[float], tolerance: float) -> bool:
        return (
            all(-tolerance <= each < MOST for each in point)
            and all(abs(sum(point[at] for at in row) - value) <= tolerance * (1 + value)
                    for row, value in self._equal)
            and all(sum(point[at] for at in low) <= self._most + tolerance for low in self._below)
        )  # fmt: skip


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
