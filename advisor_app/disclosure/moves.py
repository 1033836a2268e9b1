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

MOST_MOVES = 2_000
PARTNERS = 100  # cells, drawn at random, of which the opposite is sought
TRIES = 100  # moves, drawn at random for each world at each step
WEIGHED = 12  # of them, of which is asked whether silent boxes allow it
STEPS = 30


def moved(
    worlds: Sequence[list[int]], cells: Cells, least: int, most: int,
    rows: Sequence[Row], low: Sequence[Cells], limit: int,
) -> list[list[int]]:  # fmt: skip
    """Return worlds near these that count between `least` and `most` in some cells.

    The sums of `rows` stay what they were; no set in `low` grows beyond `limit`.
    """
    if not worlds or not cells:
        return []
    random, size = np.random.default_rng(0), len(worlds[0])
    inside = matrix([cells], size)[0] > 0
    moves = _moves(matrix([row.cells for row in rows], size), inside, random)
    if not moves.shape[1]:
        return []
    below = matrix(low, size).T.astype(np.int8)
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
        has = (held[far[:, None], less] > (less[0] == less[1])).all(axis=0)
        best = (np.arange(len(far))[:, None], (~has).argsort(axis=1, kind="stable")[:, :WEIGHED])
        has, more, less = has[best], more[:, *best], less[:, *best]
        # no silent box grows beyond the limit
        grows = below[more[0]] + below[more[1]] - below[less[0]] - below[less[1]]
        fits = has & ((grows <= 0) | (sums[far, None] + grows <= limit)).all(axis=2)
        (able,) = np.nonzero(fits.any(axis=1))
        chosen, who = (able, fits[able].argmax(axis=1)), far[able]
        for cell in (0, 1):
            held[who, more[cell][chosen]] += 1
            held[who, less[cell][chosen]] -= 1
        sums[who] += grows[chosen]
    found: list[list[int]] = held[held[:, inside].sum(axis=1) == goals].tolist()
    return found


def _moves(rows: Any, inside: Any, random: Any) -> Any:
    """Return moves, each a column: two cells with a case more, the first inside, then two with less."""
    marks = random.integers(-(2**62), 2**62, len(rows)) @ rows  # alike where no row tells apart
    (own,), (others,) = np.nonzero(inside), np.nonzero(~inside)
    apart = (marks[own][:, None] - marks[others]).ravel()
    order = apart.argsort()
    partners = random.permutation(others)[:PARTNERS]
    opposite = (marks[partners][:, None] - marks[others]).ravel()
    first = np.searchsorted(apart, opposite, sorter=order)
    (found,) = np.nonzero(apart[order[first % len(order)]] == opposite)
    found = random.permutation(found)[:MOST_MOVES]
    last = np.searchsorted(apart, opposite[found], "right", sorter=order)
    pair = order[random.integers(first[found], last)]
    one, other = found // len(others), found % len(others)
    return np.array([
        own[pair // len(others)], others[other], others[pair % len(others)], partners[one],
    ])  # fmt: skip
