"""Worlds that a reader cannot exclude, and the checks that each answer of the solver must pass."""

from collections.abc import Sequence
from typing import Any

from advisor_app.disclosure.linear import Cells, Row, places
from advisor_app.disclosure.solver import Answer, SolverFailedError

TOLERANCE = 1e-6
MOST = 1e9


def matrix(sets: Sequence[Cells], size: int) -> Any:
    """Return sets of cells as rows of noughts and ones; whole ones, which no other thread adds up."""
    import numpy as np  # noqa: PLC0415  # it comes with the solver, when that is needed

    return _bits(sets, size).astype(np.int64)


def _bits(sets: Sequence[Cells], size: int) -> Any:
    import numpy as np  # noqa: PLC0415

    packed = _words(sets, size).view(np.uint8)
    return np.unpackbits(packed, axis=1, bitorder="little", count=size)


def _words(sets: Sequence[Cells], size: int) -> Any:
    import numpy as np  # noqa: PLC0415

    width = (size + 63) // 64
    packed = b"".join(each.to_bytes(8 * width, "little") for each in sets)
    return np.frombuffer(packed, dtype="<u8").reshape(len(sets), width)


def cells_of(rows: Any) -> list[Cells]:
    """Return rows of noughts and ones as sets of cells."""
    import numpy as np  # noqa: PLC0415

    packed = np.packbits(rows > 0, axis=1, bitorder="little")
    return [int.from_bytes(each.tobytes(), "little") for each in packed]


def representatives(sets: Sequence[Cells], classes: Sequence[Cells], size: int) -> list[Cells]:
    """Return for each set an equal question: of a class of cells that it cuts one cell will do."""
    import numpy as np  # noqa: PLC0415

    if not sets:
        return []
    several = [each for each in classes if each.bit_count() > 1]
    alone = sum(each for each in classes if each.bit_count() == 1)
    if not several:
        return [each & alone for each in sets]
    order = np.array([place for each in several for place in places(each)])
    starts = np.cumsum([0, *(each.bit_count() for each in several)])
    held = _bits(sets, size)[:, order]
    asked = np.zeros((len(sets), size), dtype=np.uint8)
    all_of_it = np.bitwise_and.reduceat(held, starts[:-1], axis=1)
    asked[:, order] = np.repeat(all_of_it, np.diff(starts), axis=1)
    asked[:, order[starts[:-1]]] |= np.bitwise_or.reduceat(held, starts[:-1], axis=1)
    return [cut | each & alone for cut, each in zip(cells_of(asked), sets, strict=True)]


class Sums:
    """Sets of cells to be counted in many worlds, by the places of their cells."""

    def __init__(self, sets: Sequence[Cells], size: int) -> None:
        import numpy as np  # noqa: PLC0415

        self._np: Any = np
        self._size = size
        rows, self._places = np.nonzero(_bits(sets, size))
        self._lengths = np.bincount(rows, minlength=len(sets))
        self._starts = np.cumsum(self._lengths) - self._lengths

    def counted(self, worlds: Any) -> Any:
        """Return for each set (a row) its count in each world (a row of `worlds`)."""
        return self._np.add.reduceat(worlds.T[self._places], self._starts, axis=0)

    def added(self, factors: Any) -> Any:
        """Return the sum of the sets, each so many times, over the cells."""
        weights = self._np.repeat(factors, self._lengths)
        return self._np.bincount(self._places, weights=weights, minlength=self._size)


def holding(sets: Sequence[Cells], parts: Sequence[Cells], size: int) -> Any:
    """Return whether each set holds all of any of the parts."""
    import numpy as np  # noqa: PLC0415

    wholes, found = _words(sets, size), np.zeros(len(sets), dtype=bool)
    for part in _words(parts, size):
        found |= (wholes & part == part).all(axis=1)
    return found


class Worlds:
    """Worlds that readers cannot exclude, each checked; never the true one."""

    def __init__(
        self, size: int, rows: Sequence[Row], low: Sequence[Cells], most: int, dead: Cells = 0
    ) -> None:
        import numpy as np  # noqa: PLC0415

        self.size = size
        self.found: list[list[int]] = []
        self._np: Any = np
        self.equal = matrix([row.cells for row in rows], size)
        self.values = np.array([row.value for row in rows], dtype=np.int64)
        self._below = matrix(low, size)
        self._dead = matrix([dead], size)
        self._most = most

    def take(self, answer: Answer) -> bool:
        """Keep the point of an answer if it is whole; raise if it is no point at all."""
        if answer.point is None:
            return False
        point = self._np.asarray(answer.point, dtype=float)
        if point.shape != (self.size,) or not self._agrees(point, TOLERANCE):
            raise SolverFailedError
        rounded = self._np.rint(point)
        if (self._np.abs(point - rounded) > TOLERANCE).any():
            return False
        if not self._agrees(rounded, 0):
            raise SolverFailedError
        self.found.append(rounded.astype(int).tolist())
        return True

    def try_again(self, worlds: Sequence[list[int]]) -> None:
        """Keep those of other worlds that agree with everything too."""
        if not worlds:
            return
        tried = self._np.array(worlds, dtype=self._np.int64).T
        fits = (self.equal @ tried == self.values[:, None]).all(axis=0)
        fits &= (self._below @ tried <= self._most).all(axis=0)
        fits &= (self._dead @ tried == 0).all(axis=0)
        self.found += [world for world, fit in zip(worlds, fits, strict=True) if fit]

    def _agrees(self, tried: Any, tolerance: float) -> bool:
        if not ((tried >= -tolerance) & (tried < MOST)).all():
            return False
        off = self._np.abs(self.equal @ tried - self.values)
        return bool(
            (off <= tolerance * (1 + self.values)).all()
            and (self._below @ tried <= self._most + tolerance).all()
        )


def require_sum(objective: Any, answer: Answer) -> None:
    """Raise unless the point gives the sum that is claimed for it."""
    total = float(objective @ answer.point)
    if not abs(total - answer.bound) <= TOLERANCE * (1 + abs(answer.bound)):
        raise SolverFailedError


def require_bound(objective: Any, answer: Answer, worlds: Worlds, upper: Sequence[int]) -> None:
    """Raise unless the weights prove that no point gives more than is claimed."""
    import numpy as np  # noqa: PLC0415

    if answer.point is None:
        return
    require_sum(objective, answer)
    weights = np.asarray(answer.weights, dtype=float)
    if weights.shape != worlds.values.shape:
        raise SolverFailedError
    left = objective - weights @ worlds.equal
    proven = weights @ worlds.values + np.maximum(left, 0.0) @ np.asarray(upper, dtype=float)
    if not proven <= answer.bound + 1e-4 * (1 + abs(answer.bound)):
        raise SolverFailedError
