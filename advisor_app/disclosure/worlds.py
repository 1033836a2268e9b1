"""Worlds that a reader cannot exclude, and the checks that each answer of the solver must pass."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from advisor_app.disclosure.linear import Cells, Row, places
from advisor_app.disclosure.solver import Answer, SolverFailedError

TOLERANCE = 1e-6
MOST = 1e9


def matrix(sets: Sequence[Cells], size: int) -> Any:
    """Return sets of cells as rows of noughts and ones; whole ones, which no other thread adds up."""
    return _bits(sets, size).astype(np.int64)


def _bits(sets: Sequence[Cells], size: int) -> Any:
    packed = _words(sets, size).view(np.uint8)
    return np.unpackbits(packed, axis=1, bitorder="little", count=size)


def _words(sets: Sequence[Cells], size: int) -> Any:
    width = (size + 63) // 64
    packed = b"".join(each.to_bytes(8 * width, "little") for each in sets)
    return np.frombuffer(packed, dtype="<u8").reshape(len(sets), width)


def cells_of(rows: Any) -> list[Cells]:
    """Return rows of noughts and ones as sets of cells."""
    packed = np.packbits(rows > 0, axis=1, bitorder="little")
    return [int.from_bytes(each.tobytes(), "little") for each in packed]


def representatives(sets: Sequence[Cells], classes: Sequence[Cells], size: int) -> list[Cells]:
    """Return for each set an equal question: of a class of cells that it cuts one cell will do."""
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
        self._size = size
        rows, self._places = np.nonzero(_bits(sets, size))
        self._lengths = np.bincount(rows, minlength=len(sets))
        self._starts = np.cumsum(self._lengths) - self._lengths

    def counted(self, worlds: Any) -> Any:
        """Return for each set (a row) its count in each world (a row of `worlds`)."""
        if not len(self._starts):
            return np.zeros((0, len(worlds)), dtype=worlds.dtype)
        return np.add.reduceat(worlds.T[self._places], self._starts, axis=0)

    def of(self, row: int, worlds: Any) -> Any:
        """Return what one set counts in each world."""
        start = self._starts[row]
        return worlds[:, self._places[start : start + self._lengths[row]]].sum(axis=1)

    def added(self, factors: Any) -> Any:
        """Return the sum of the sets, each so many times, over the cells."""
        weights = np.repeat(factors, self._lengths)
        return np.bincount(self._places, weights=weights, minlength=self._size)


def holding(sets: Sequence[Cells], parts: Sequence[Cells], size: int) -> Any:
    """Return whether each set holds all of any of the parts."""
    missing, found = ~_words(sets, size).T.copy(), np.zeros(len(sets), dtype=bool)
    for part in _words(parts, size):
        found |= ~(missing & part[:, None]).any(axis=0)
    return found


def constant(sets: Sequence[Cells], worlds: Sequence[Sequence[int]]) -> list[bool]:
    """Return which sets count the same in all of these worlds; no other one follows from anything."""
    if not sets:
        return []
    held = np.array(worlds, dtype=np.int64)
    counted = Sums(sets, held.shape[1]).counted(held)
    found: list[bool] = (counted.min(axis=1) == counted.max(axis=1)).tolist()
    return found


class Worlds:
    """Worlds that readers cannot exclude, each checked; never the true one."""

    def __init__(self, size: int, rows: Sequence[Row], low: Sequence[Row], dead: Cells = 0) -> None:
        self.size = size
        self.found: list[list[int]] = []
        self.values = np.array([row.value for row in rows], dtype=np.int64)
        self._equal = Sums([row.cells for row in rows], size)
        self._below = Sums([row.cells for row in low], size)
        self._dead = list(places(dead))
        self._most = np.array([row.value for row in low], dtype=np.int64)[:, None]

    def take(self, answer: Answer) -> bool:
        """Keep the point of an answer if it is whole; raise if it is no point at all."""
        if answer.point is None:
            return False
        point = np.asarray(answer.point, dtype=float)
        if point.shape != (self.size,) or not ((point > -0.5) & (point < MOST)).all():
            raise SolverFailedError
        rounded = np.rint(point).astype(np.int64)
        is_whole = bool((np.abs(point - rounded) <= TOLERANCE).all())
        if not (self._agree(rounded[None])[0] if is_whole else self._nearly_agrees(point)):
            raise SolverFailedError
        if is_whole:
            self.found.append(rounded.tolist())
        return is_whole

    def try_again(self, worlds: Sequence[list[int]]) -> None:
        """Keep those of other worlds that agree with everything too."""
        if not worlds:
            return
        fits = self._agree(np.array(worlds, dtype=np.int64))
        self.found += [world for world, fit in zip(worlds, fits, strict=True) if fit]

    def mixed(self, points: Sequence[Any]) -> list[Any]:
        """Return points between some that agree with fewer rows: they agree with all of these."""
        if not points:
            return []
        mixed = np.array(points, dtype=float)
        for row in np.nonzero(~self._fits(mixed).all(axis=1))[0].tolist():
            mixed = _between(mixed, self._equal.of(row, mixed), self.values[row])
            if not len(mixed):
                return []
        return list(mixed[self._fits(mixed).all(axis=0)])

    def weighed(self, weights: Any) -> Any:
        """Return the figures, each so many times, over the cells."""
        return self._equal.added(weights)

    def _agree(self, worlds: Any) -> Any:
        """Return which whole worlds agree with everything, exactly."""
        return (
            (worlds >= 0).all(axis=1)
            & (self._equal.counted(worlds) == self.values[:, None]).all(axis=0)
            & (self._below.counted(worlds) <= self._most).all(axis=0)
            & ~worlds[:, self._dead].any(axis=1)
        )

    def _nearly_agrees(self, point: Any) -> bool:
        return bool(
            (point >= -TOLERANCE).all()
            and self._fits(point[None]).all()
            and (self._below.counted(point[None]) <= self._most + TOLERANCE).all()
        )

    def _fits(self, points: Any) -> Any:
        """Return for each row whether each point gives its value, as near as the solver comes."""
        off = np.abs(self._equal.counted(points) - self.values[:, None])
        return off <= TOLERANCE * (1 + self.values[:, None])


def _between(points: Any, sums: Any, value: int) -> Any:
    """Draw each point to the one that is furthest on the other side, until its sum has a value."""
    off = sums - value
    high, low = off.argmax(), off.argmin()
    if off[high] < -TOLERANCE or off[low] > TOLERANCE:
        return points[:0]
    other = np.where(off > 0, low, high)
    apart = off - off[other]
    share = np.divide(off, apart, out=np.zeros(len(points)), where=np.abs(apart) > TOLERANCE)
    return points + share[:, None] * (points[other] - points)


def require_sum(objective: Any, answer: Answer) -> None:
    """Raise unless the point gives the sum that is claimed for it."""
    total = float(objective @ answer.point)
    if not abs(total - answer.bound) <= TOLERANCE * (1 + abs(answer.bound)):
        raise SolverFailedError


def require_bound(objective: Any, answer: Answer, worlds: Worlds, upper: Sequence[int]) -> None:
    """Raise unless the weights prove that no point gives more than is claimed."""
    if answer.point is None:
        return
    require_sum(objective, answer)
    weights = np.asarray(answer.weights, dtype=float)
    if weights.shape != worlds.values.shape:
        raise SolverFailedError
    left = objective - worlds.weighed(weights)
    proven = weights @ worlds.values + np.maximum(left, 0.0) @ np.asarray(upper, dtype=float)
    if not proven <= answer.bound + 1e-4 * (1 + abs(answer.bound)):
        raise SolverFailedError
