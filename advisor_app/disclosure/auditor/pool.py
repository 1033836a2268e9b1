"""The worlds that a reader found, each once, with what every count of interest is in it."""

import numpy as np
import numpy.typing as npt

from advisor_app.disclosure.auditor.solver import Vector


class Pool:
    """Worlds that may be looked at again under whatever is known later, or by somebody else."""

    def __init__(self, counted: npt.NDArray[np.float64]) -> None:
        self._counted = counted  # a row of noughts and ones for each count
        self._worlds = np.empty((64, counted.shape[1]), dtype=np.int64)
        self._counts = np.empty((counted.shape[0], 64), dtype=np.int64)
        self._ready = 0  # the worlds that were counted
        self._known: set[bytes] = set()

    @property
    def worlds(self) -> Vector:
        """Return every world, a row each."""
        return self._worlds[: len(self._known)]

    @property
    def counts(self) -> Vector:
        """Return the counts of every world, a column each."""
        ready, found = self._ready, len(self._known)
        if ready < found:
            some = self._counted @ self._worlds[ready:found].T.astype(np.float64)
            self._counts[:, ready:found] = np.rint(some)  # far below 2**53, so it is exact
            self._ready = found
        return self._counts[:, :found]

    def add(self, world: Vector) -> None:
        """Keep a world."""
        row, key = len(self._known), world.tobytes()
        if key in self._known:
            return
        if row == len(self._worlds):
            self._worlds = np.concatenate([self._worlds, np.empty_like(self._worlds)])
            self._counts = np.concatenate([self._counts, np.empty_like(self._counts)], axis=1)
        self._worlds[row] = world
        self._known.add(key)
