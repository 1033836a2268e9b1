"""The auditor's whole numbers say what fractions would."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.disclosure.auditor.span import Span

LARGE = 10**15  # so that 64 bits are soon not enough


@st.composite
def systems(draw):
    """Rows with the values that some cells give them, and sums that may follow from them."""
    size, most = draw(st.integers(1, 6)), draw(st.sampled_from([1, 3, LARGE]))
    row = st.lists(st.integers(-most, most), min_size=size, max_size=size)
    cells = draw(st.lists(st.integers(0, 9), min_size=size, max_size=size))
    known = draw(st.lists(row, max_size=size))
    weights = draw(st.lists(st.integers(-2, 2), min_size=len(known), max_size=len(known)))
    mixed = [sum(w * each[cell] for w, each in zip(weights, known, strict=True))
             for cell in range(size)]  # fmt: skip
    return cells, known, [mixed, *draw(st.lists(row, max_size=3))]


def value(row, cells):
    return sum(its * cell for its, cell in zip(row, cells, strict=True))


def rank(rows):
    """Eliminate in fractions, as on paper."""
    left, found = [[Fraction(each) for each in row] for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        lead = next((row for row in left if row[column]), None)
        if lead is None:
            continue
        found += 1
        left = [
            [mine - row[column] / lead[column] * its for mine, its in zip(row, lead, strict=True)]
            for row in left
            if row is not lead
        ]
    return found


def spanned(known, cells):
    span = Span.over(len(cells))
    for row in known:
        span = span.with_row(np.array(row, dtype=np.int64), value(row, cells))
    return span


@settings(max_examples=60, deadline=None)
@given(systems())
def test_what_follows_has_the_value_of_every_world_and_nothing_else_follows(drawn):
    cells, known, asked = drawn
    span = spanned(known, cells)
    assert len(span.pivots) == rank(known)
    asked = [row for row in asked if all(abs(each) < 2**60 for each in row)]
    every = span.all_following(np.array(asked, dtype=np.float64).reshape(-1, len(cells)), 5)
    for row, exact, large in zip(asked, every.exact, every.large, strict=True):
        follows = span.following(np.array(row, dtype=np.int64))
        assert (follows is not None) == (rank([*known, row]) == rank(known))
        assert follows in {None, value(row, cells)}
        if max(map(abs, row)) < 2**50:  # else a float is another number
            assert (exact, large) == (follows is not None, (follows or 0) >= 5)


@settings(max_examples=40, deadline=None)
@given(systems())
def test_what_speaks_of_some_places_alone_has_nought_elsewhere(drawn):
    cells, known, _ = drawn
    span = spanned(known, cells)
    for first in range(len(cells)):
        inside = span.inside(first)
        # what is left of the rank is that of the places before
        assert len(span.pivots) - len(inside) == rank([row[:first] for row in known])
        for part, its in inside:
            assert min(part) >= first
            assert part[min(part)] == 1
            assert sum(weight * cells[cell] for cell, weight in part.items()) == its
