"""The worlds that a reader found, each once, with what every protected count is in it."""

import numpy as np

from advisor_app.disclosure.auditor.solver import Vector


class Pool:
    """Worlds that may be looked at again under whatever is known later, or by somebody else."""

    def __init__(self, counted: Vector) -> None:
        self._counted = counted  # a row of noughts and ones for each protected count
        self._worlds = np.zeros((64, counted.shape[1]), dtype=np.int64)
        self._counts = np.zeros((64, counted.shape[0]), dtype=np.int64)
        self._known: set[bytes] = set()

    @property
    def worlds(self) -> Vector:
        """Return every world, a row each."""
        return self._worlds[: len(self._known)]

    @property
    def counts(self) -> Vector:
        """Return the protected counts of every world, a row each."""
        return self._counts[: len(self._known)]

    def add(self, world: Vector) -> Vector:
        """Keep a world; return its protected counts."""
        counts: Vector = self._counted @ world
        row, key = len(self._known), world.tobytes()
        if key not in self._known:
            if row == len(self._worlds):
                self._worlds = np.vstack([self._worlds, np.zeros_like(self._worlds)])
                self._counts = np.vstack([self._counts, np.zeros_like(self._counts)])
            self._worlds[row], self._counts[row] = world, counts
            self._known.add(key)
        return counts
