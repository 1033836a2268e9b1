"""Many boxes counted at once: each is one part of the attributes over one set of periods.

The parts are few, and so are the sets: each part is counted in each period, and then added up.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from advisor_app.disclosure.auditor.grid import Grid
from advisor_app.disclosure.auditor.solver import Numbers, Vector
from advisor_app.disclosure.box import Box

Part = tuple[tuple[str, frozenset[str]], ...]


class Tally:
    """Some boxes of a grid, in their order."""

    def __init__(self, grid: Grid, boxes: Sequence[Box]) -> None:
        leaves, time = grid.plan.time_leaves, grid.plan.time
        self.size, self.cells = len(boxes), len(grid.cells)
        self._of_period = np.array([grid.places([leaf]) for leaf in leaves], dtype=np.int64)
        parts: dict[Part, Vector] = {}
        spans: dict[frozenset[str], list[bool]] = {}
        for box in boxes:
            times, part = grid.plan.times(box), _part(box, time)
            marks = [leaf in times for leaf in leaves]
            spans[times] = marks
            if part not in parts:
                parts[part] = grid.vector(box)[self._of_period[marks.index(True)]]
        self._parts = np.array(list(parts.values()), dtype=np.float64).reshape(
            len(parts), self._of_period.shape[1]
        )
        self._spans = np.array(list(spans.values()), dtype=np.float64).reshape(-1, len(leaves))
        part_places = {part: place for place, part in enumerate(parts)}
        span_places = {times: place for place, times in enumerate(spans)}
        self._places = np.array(
            [
                span_places[grid.plan.times(box)] * len(parts) + part_places[_part(box, time)]
                for box in boxes
            ],
            dtype=np.int64,
        )

    def counted(self, world: Vector) -> Vector:
        """Return the count of each box in a world."""
        of_periods = world[self._of_period].astype(np.float64) @ self._parts.T
        of_spans = (self._spans @ of_periods).ravel()
        whole: Vector = np.rint(of_spans[self._places]).astype(np.int64)  # far below 2**53: exact
        return whole

    def added(self, places: Vector, factors: Numbers) -> Numbers:
        """Return the sum of the boxes in these places, each so many times, over the cells."""
        weights = np.bincount(
            self._places[places], weights=factors, minlength=len(self._spans) * len(self._parts)
        ).reshape(len(self._spans), len(self._parts))
        found = np.zeros(self.cells)
        found[self._of_period] = self._spans.T @ weights @ self._parts
        return found

    @cached_property
    def rows(self) -> Numbers:
        """Every box as noughts and ones over the cells."""
        spans, parts = np.divmod(self._places, max(1, len(self._parts)))
        found = np.zeros((self.size, self.cells))
        found[:, self._of_period.ravel()] = (
            self._spans[spans][:, :, None] * self._parts[parts][:, None, :]
        ).reshape(self.size, self.cells)
        return found


def _part(box: Box, time: str) -> Part:
    return tuple(each for each in box.sides if each[0] != time)
