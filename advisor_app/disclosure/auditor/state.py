"""What every reader knows at one moment, as rows over the cells, and which of them hang together."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np

from advisor_app.disclosure.auditor.grid import Grid
from advisor_app.disclosure.auditor.solver import Rows
from advisor_app.disclosure.auditor.span import Number, Span, Whole
from advisor_app.disclosure.box import Box


@dataclass(frozen=True, eq=False)
class State:
    """What every reader knows at one moment: figures, told ones marked, and tested silences."""

    grid: Grid
    span: Span  # the figures, ready for adding and subtracting
    told: tuple[tuple[Box, int], ...] = ()
    shown: tuple[tuple[Box, int], ...] = ()
    low: tuple[tuple[Box, int], ...] = ()  # each with the most that its silence allows

    @classmethod
    def at_first(cls, grid: Grid) -> Self:
        """Return what is known before anything was said."""
        span = Span.over(len(grid.cells))
        for link in grid.links:
            span = span.with_row(link, 0)
        return cls(grid, span)

    def with_figure(self, box: Box, value: int, *, is_told: bool = False) -> Self:
        """Return what is known once a figure was given: of a period told to be empty, every cell."""
        span = self.span.with_row(self.grid.vector(box), value)
        if not is_told:
            return replace(self, span=span, shown=(*self.shown, (box, value)))
        if value == 0:
            for cell in self.grid.places(self.grid.plan.times(box)):
                alone = np.zeros(len(self.grid.cells), dtype=np.int64)
                alone[cell] = 1
                span = span.with_row(alone, 0)
        return replace(self, span=span, told=(*self.told, (box, value)))

    def with_silence(self, box: Box, most: int) -> Self:
        """Return what is known once a box was tested and nothing was said: it holds so many at most."""
        return replace(self, low=(*self.low, (box, most)))

    @property
    def figures(self) -> tuple[tuple[Box, int], ...]:
        """Everything that has a value."""
        return self.told + self.shown

    @cached_property
    def without_silences(self) -> "State":
        """Return the large set of worlds: those that agree with the figures alone."""
        return replace(self, low=())

    @cached_property
    def rows(self) -> Rows:
        """The figures and silences over the cells."""
        size, links = len(self.grid.cells), self.grid.links
        vectors = [self.grid.vector(box) for box, _ in self.figures]
        values = [value for _, value in self.figures]
        return Rows(
            equal=np.vstack([np.array(vectors, dtype=np.int64).reshape(-1, size), links]),
            values=np.array(values + [0] * len(links), dtype=np.int64),
            low=np.array(
                [self.grid.vector(box) for box, _ in self.low], dtype=np.int64
            ).reshape(-1, size),
            limits=np.array([most for _, most in self.low], dtype=np.int64),
            cap=sum(values) + 2 * self.grid.plan.n,
        )  # fmt: skip

    @cached_property
    def totals(self) -> list[tuple[Whole, int]]:
        """What follows about all cases of the periods: how often each counts, and the sum.

        It holds in every block, whichever block it follows from.
        """
        plan, size = self.grid.plan, len(self.grid.cells)
        span = self.span.beside(len(plan.time_leaves))
        for place, leaf in enumerate(plan.time_leaves):
            cells = self.grid.vector(Box.of({plan.time: [leaf]}), 0)
            total = np.zeros(len(plan.time_leaves), dtype=np.int64)
            total[place] = -1
            span = span.with_row(np.concatenate([cells, total]), 0)
        return span.beyond(size)

    @cached_property
    def dead(self) -> frozenset[str]:
        """The time leaves of periods that were told to hold nothing."""
        empty = [self.grid.plan.times(box) for box, value in self.told if value == 0]
        return frozenset[str]().union(*empty)

    @cached_property
    def systems(self) -> tuple[frozenset[str], ...]:
        """The time leaves of which something was said, those of one row together.

        Worlds of one system go with any worlds of the others.
        """
        systems: list[frozenset[str]] = []
        for box, _ in (*self.figures, *self.low):
            times = self.grid.plan.times(box)
            joined = times.union(*(each for each in systems if each & times))
            systems = [*(each for each in systems if not each & times), joined]
        return tuple(systems)

    @cached_property
    def unspoken(self) -> frozenset[str]:
        """The time leaves of which nothing was said: they may hold any number of any cases."""
        return frozenset(self.grid.plan.time_leaves).difference(*self.systems)

    def following(self, box: Box) -> Number | None:
        """Return the count of a box if it follows by adding and subtracting."""
        return self.span.following(self.grid.vector(box))

    def room(self, box: Box, known_time: str | None = None) -> int | None:
        """Return how far the told totals alone leave a count open; None is without limit.

        With `known_time`, for somebody who knows one case in that time leaf.
        """
        plan, left = self.grid.plan, 0
        times, covered = plan.times(box), set[str]()
        for period, value in self.told:
            inside = plan.times(period)
            covered |= inside
            if inside & times and (plan.sides(box) or not inside <= times):
                left += value - (known_time in inside)
        return None if times - covered else left
