"""Worlds made from others by moves, without the solver: after one more figure most are near at hand.

A move puts a case into one cell, takes one out of another, and does the opposite with two cells
that the rows tell apart in the same way: no row but the new one changes. (In the literature on
tables: basic moves of a Markov basis.) Nothing rests on this: each world is checked like any other.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from advisor_app.disclosure.linear import Cells, Row
from advisor_app.disclosure.worlds import matrix

TRIES = 200  # moves, drawn at random for each world at each step
WEIGHED = 6  # of them, those that can be made most often, of which is asked what silent boxes allow
STEPS = 30
LAST_BITS = 2**20 - 1  # by which it is first seen which cells may fit a move
ANY_NUMBER = 2**40  # of times


def moved(
    worlds: Sequence[list[int]], cells: Cells, least: int, most: int,
    rows: Sequence[Row], low: Sequence[Row],
) -> list[list[int]]:  # fmt: skip
    """Return worlds near these that count between `least` and `most` in some cells.

    The sums of `rows` stay what they were; no set in `low` grows beyond its value.
    """
    if not worlds or not cells:
        return []
    random, size = np.random.default_rng(0), len(worlds[0])
    inside = matrix([cells], size)[0] > 0
    moves = _moves(matrix([row.cells for row in rows], size), inside, random)
    if not moves.shape[1]:
        return []
    below = matrix([row.cells for row in low], size).T.astype(np.int8)
    limits = np.array([row.value for row in low], dtype=np.int64)
    held = np.array(worlds, dtype=np.int64)
    sums = held @ below
    goals = random.integers(least, most, len(held), endpoint=True)
    for _ in range(STEPS):
        off = goals - held[:, inside].sum(axis=1)
        (far,) = np.nonzero(off)
        if not len(far):
            break
        drawn = moves[:, random.integers(0, moves.shape[1], (len(far), TRIES))]
        up = off[far, None] > 0
        more, less = np.where(up, drawn[:2], drawn[2:]), np.where(up, drawn[2:], drawn[:2])
        # nothing is taken from an empty cell
        often = held[far[:, None], less].min(axis=0) >> (less[0] == less[1])
        best = (np.arange(len(far))[:, None], (-often).argsort(axis=1, kind="stable")[:, :WEIGHED])
        often = np.minimum(often[best], abs(off[far, None]))
        more, less = more[:, *best], less[:, *best]
        # no silent box grows beyond its limit
        grows = below[more[0]] + below[more[1]] - below[less[0]] - below[less[1]]
        left = (limits - sums[far, None]) // np.maximum(grows, 1)
        often = np.minimum(often, left.min(axis=2, where=grows > 0, initial=ANY_NUMBER))
        chosen = np.arange(len(far)), often.argmax(axis=1)
        times = np.maximum(often[chosen], 0)
        for cell in (0, 1):
            held[far, more[cell][chosen]] += times
            held[far, less[cell][chosen]] -= times
        sums[far] += grows[chosen] * times[:, None]
    found: list[list[int]] = held[held[:, inside].sum(axis=1) == goals].tolist()
    return found


def _moves(rows: Any, inside: Any, random: Any) -> Any:
    """Return moves, each a column: two cells with a case more, the first inside, then two with less.

    Every pair of cells outside has its move if any pair of an inner and an outer cell fits it.
    """
    marks = random.integers(-(2**62), 2**62, len(rows)) @ rows  # alike where no row tells apart
    (own,), (others,) = np.nonzero(inside), np.nonzero(~inside)
    apart = (marks[own][:, None] - marks[others]).ravel()
    opposite = (marks[others][:, None] - marks[others]).ravel()
    found = _likely(opposite, apart)
    order = apart.argsort()
    first = np.searchsorted(apart, opposite[found], sorter=order)
    fits = apart[order[first % len(order)]] == opposite[found]
    found, first = found[fits], first[fits]
    last = np.searchsorted(apart, opposite[found], "right", sorter=order)
    pair = order[random.integers(first, last)]
    one, other = found // len(others), found % len(others)
    return np.array([
        own[pair // len(others)], others[other], others[pair % len(others)], others[one],
    ])  # fmt: skip


def _likely(marks: Any, wanted: Any) -> Any:
    """Return where marks are wanted, judged by their last bits: few others, and much sooner."""
    seen = np.zeros(LAST_BITS + 1, dtype=bool)
    seen[wanted & LAST_BITS] = True
    return np.nonzero(seen[marks & LAST_BITS])[0]
