"""The least boxes that follow from figures, along however many dimensions these divide each other.

`remainders` divides a stated box along one dimension. What is left can be divided again: a total
less a line of each of two attributes, plus their crossing, is a crossing too. Here no box is missed.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Any

import numpy as np

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.space import System

MOST_CLASSES = 22  # of one set of dimensions: every sum of them is looked at
MOST_WORLDS = 24  # that say at a glance what does not follow

Leaves = frozenset[str]


def least_following(
    system: System,
    stated: Iterable[Box],
    live: Sequence[str],
    worlds: Sequence[Sequence[int]],
    follows: Callable[[Box], bool],
    is_few: Callable[[Box], bool],
) -> list[Box] | None:
    """Return the boxes over some `live` periods that follow and hold no other one that does.

    `stated` boxes name every dimension. `worlds` agree with all that is known: what two of them
    count differently does not follow; of the rest `follows` decides. No box is missed of which
    every part `is_few`. None if there are too many.
    """
    figures = [box for box in stated if system.covers(box)]
    found: list[Box] = []
    for names in _most_narrowed(system, figures):
        narrowed = [each for each in system.attributes if each.name in names]
        axes = [_classes(system.plan.time, live, figures)]
        axes += [_classes(each.name, each.leaves, figures) for each in narrowed]
        sides = [system.plan.time, *(each.name for each in narrowed)]
        axes = _with_few(sides, axes, is_few)
        if not all(axes):
            continue
        search = _Search(sides, axes, follows)
        least = search.least(_held(system, narrowed, axes, worlds[-MOST_WORLDS:]))
        if least is None:
            return None
        found += least
    return found


class _Search:
    """Boxes whose sides are sums of classes; leaves that no figure tells apart are one class."""

    def __init__(
        self, names: Sequence[str], axes: Sequence[list[Leaves]], follows: Callable[[Box], bool]
    ) -> None:
        self._names, self._axes, self._follows = names, axes, follows

    def least(self, held: Any) -> list[Box] | None:
        """Return the least boxes that follow; `held` is what the classes hold in each world."""
        alone = (held == held[0]).all(axis=0)
        found = []
        for place in np.argwhere(alone):
            box = self._box([[row] for row in place])
            alone[tuple(place)] = self._follows(box)
            if alone[tuple(place)]:
                found.append(box)
        open_ = _open(alone)
        if sum(map(len, open_)) > MOST_CLASSES:
            return None
        if all(map(len, open_)):
            found += self._together(held, alone, open_)
        return found

    def _together(self, held: Any, alone: Any, open_: list[list[int]]) -> list[Box]:
        """Return those of more than one class. Place `i` of the cube is the classes of its bits."""
        sums = (_sums(each[np.ix_(*open_)]) for each in held)
        first = next(sums)
        cube = np.ones(first.shape, dtype=bool)
        for each in sums:
            cube &= each == first
        for axis in range(cube.ndim):
            cube[(slice(None),) * axis + (0,)] = False  # no class at all
        ones = np.ix_(*([1 << place for place in range(len(each))] for each in open_))
        cube[ones] = alone[np.ix_(*open_)]
        flat, found = cube.reshape(-1), []
        seen = set(np.ravel_multi_index(ones, cube.shape).ravel().tolist())
        while new := set(np.nonzero(flat & ~_holds_less(flat))[0].tolist()) - seen:
            seen |= new
            for index in sorted(new):
                masks = np.unravel_index(index, cube.shape)
                box = self._box(
                    [row for place, row in enumerate(rows) if int(mask) >> place & 1]
                    for rows, mask in zip(open_, masks, strict=True)
                )
                flat[index] = self._follows(box)
                if flat[index]:
                    found.append(box)
        return found

    def _box(self, rows: Iterable[Iterable[int]]) -> Box:
        sides = zip(self._names, self._axes, rows, strict=True)
        return Box.of({name: frozenset[str]().union(*(axis[row] for row in some))
                       for name, axis, some in sides})  # fmt: skip


def _most_narrowed(system: System, figures: Iterable[Box]) -> list[Leaves]:
    """Return the attributes that figures narrow together; what follows narrows no more at once."""
    every = {frozenset(system.plan.sides(box)) for box in figures}
    return sorted((each for each in every if not any(each < other for other in every)), key=sorted)


def _classes(name: str, leaves: Sequence[str], figures: Iterable[Box]) -> list[Leaves]:
    """Return the leaves of a dimension, together where every figure holds all of them or none."""
    sides = {box.side(name) or frozenset() for box in figures}
    found: dict[tuple[bool, ...], set[str]] = {}
    for leaf in leaves:
        found.setdefault(tuple(leaf in side for side in sides), set()).add(leaf)
    return list(map(frozenset, found.values()))


def _with_few(
    names: Sequence[str], axes: Sequence[list[Leaves]], is_few: Callable[[Box], bool]
) -> list[list[Leaves]]:
    """Return the classes of each axis that hold few together with some class of each other one."""
    found: list[set[Leaves]] = [set() for _ in axes]
    for sides in product(*axes):
        if is_few(Box.of(dict(zip(names, sides, strict=True)))):
            for classes, side in zip(found, sides, strict=True):
                classes.add(side)
    return [[each for each in axis if each in few] for axis, few in zip(axes, found, strict=True)]


def _held(
    system: System,
    narrowed: Sequence[Dimension],
    axes: Sequence[list[Leaves]],
    worlds: Sequence[Sequence[int]],
) -> Any:
    """Return what each class holds in each world: an axis for the worlds, then one a dimension."""
    periods = system.plan.time_leaves
    lengths = [len(each.leaves) for each in system.attributes]
    held = np.array(worlds, dtype=float).reshape(len(worlds), len(periods), *lengths)
    others = (row for row, each in enumerate(system.attributes, 2) if each not in narrowed)
    held = held.sum(axis=tuple(others))
    names = [periods, *(each.leaves for each in narrowed)]
    for row, (leaves, classes) in enumerate(zip(names, axes, strict=True), 1):
        inside = np.array([[leaf in each for leaf in leaves] for each in classes], dtype=float)
        held = _along(inside, held, row)
    return held


def _open(alone: Any) -> list[list[int]]:
    """Return the classes of each axis of which not all follows, alone with each of the others.

    What holds one of which all follows, and more, holds less that follows.
    """
    axes = range(alone.ndim)
    return [
        np.nonzero(~alone.all(axis=tuple(each for each in axes if each != axis)))[0].tolist()
        for axis in axes
    ]


def _sums(held: Any) -> Any:
    """Return the sum of every set of classes of each axis."""
    for axis, length in enumerate(held.shape):
        inside = np.arange(1 << length)[:, None] >> np.arange(length) & 1
        held = _along(inside.astype(float), held, axis)
    return held


def _along(factors: Any, held: Any, axis: int) -> Any:
    return np.moveaxis(np.tensordot(factors, held, (1, axis)), 0, axis)


def _holds_less(flat: Any) -> Any:
    """Return which sets hold another one that is marked, not only themselves."""
    within, less = flat.copy(), np.zeros_like(flat)
    bits = [1 << place for place in range(len(flat).bit_length() - 1)]
    for bit in bits:
        pairs = within.reshape(-1, 2, bit)
        pairs[:, 1] |= pairs[:, 0]
    for bit in bits:
        less.reshape(-1, 2, bit)[:, 1] |= within.reshape(-1, 2, bit)[:, 0]
    return less
