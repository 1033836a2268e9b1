"""The worlds that a reader found, each once, with what every count of interest is in it."""

import numpy as np

from advisor_app.disclosure.auditor.solver import Vector
from advisor_app.disclosure.auditor.tally import Tally


class Pool:
    """Worlds that may be looked at again under whatever is known later, or by somebody else."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._worlds = np.empty((64, tally.cells), dtype=np.int64)
        self._counts = np.empty((64, tally.size), dtype=np.int64)
        self._places: dict[bytes, int] = {}

    @property
    def worlds(self) -> Vector:
        """Return every world, a row each."""
        return self._worlds[: len(self._places)]

    @property
    def counts(self) -> Vector:
        """Return the counts of every world, a row each."""
        return self._counts[: len(self._places)]

    def add(self, world: Vector) -> int:
        """Keep a world, and return its place."""
        key, new = world.tobytes(), len(self._places)
        place = self._places.setdefault(key, new)
        if place == new:
            if new == len(self._worlds):
                self._worlds, self._counts = _doubled(self._worlds), _doubled(self._counts)
            self._worlds[new] = world
            self._counts[new] = self._tally.counted(world)
        return place


def _doubled(rows: Vector) -> Vector:
    grown = np.empty((2 * len(rows), rows.shape[1]), dtype=np.int64)
    grown[: len(rows)] = rows
    return grown
