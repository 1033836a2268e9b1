"""What public figures leave around a box: which questions can only end in silence."""

from collections.abc import Iterator, Mapping
from functools import cache

from advisor_app.disclosure.auditor.grid import subsets
from advisor_app.disclosure.auditor.state import State
from advisor_app.disclosure.box import Box

Leaves = frozenset[str]


def is_in_vain(state: State, box: Box) -> bool:
    """Whether no count of a line leaves n cases both in it and beside it, in some stated box.

    Told totals from which nothing was taken away do not count: what they leave was promised. Of a
    total it is not asked.
    """
    plan = state.grid.plan
    return bool(plan.sides(box)) and any(
        cases < 2 * plan.n for cases, is_promise in _left_around(state, box) if not is_promise
    )


def reach(state: State, box: Box) -> int:
    """Return the most that a box may be shown with: n cases must be left beside it everywhere."""
    plan = state.grid.plan
    left = [cases for cases, _ in _left_around(state, box)]
    if plan.sides(box):
        total = state.following(Box.of({plan.time: plan.times(box)}))
        left += [] if total is None else [int(total)]
    return min(left, default=0) - plan.n


def _left_around(state: State, box: Box) -> Iterator[tuple[int, bool]]:
    """Return what each whole leaves of a line to a box and to what is beside it, both together.

    With each goes whether told totals alone say so, from which nothing was taken away.
    """
    plan = state.grid.plan
    whole = {each.name: frozenset(each.leaves) for each in plan.dimensions}
    own = whole | dict(box.sides)
    stated = {state.grid.named(each): value for each, value in state.shown}
    sums = {}
    for some in subsets(state.told):
        times = frozenset[str]().union(*(plan.times(each) for each, _ in some))
        sums[Box.of(whole | {plan.time: times})] = sum(value for _, value in some)
    for along in whole:
        line = {
            frozenset(each.side(along) or ()): (value, each in sums)
            for each, value in (stated | sums).items()
            if all(each.side(name) == own[name] for name in whole if name != along)
        }
        for outer, (value, is_promise) in line.items():
            if not own[along] < outer:
                continue
            parts = {each: its for each, (its, _) in line.items() if each < outer - own[along]}
            gone, taken = _most_taken(outer - own[along], parts)
            rest = outer - own[along] - gone
            is_dead = along == plan.time and rest <= state.dead
            if rest and not is_dead:
                yield value - taken, is_promise and not gone


def _most_taken(free: Leaves, parts: Mapping[Leaves, int]) -> tuple[Leaves, int]:
    """Return which leaves the parts can fill that hold the most cases and do not overlap."""
    order = sorted(
        free, key=lambda leaf: (sorted((-len(p), sorted(p)) for p in parts if leaf in p), leaf)
    )

    @cache
    def most(left: Leaves) -> tuple[int, int, Leaves]:
        first = next((leaf for leaf in order if leaf in left), None)
        if first is None:
            return 0, 0, left
        found = [most(left - {first})]
        for part, cases in parts.items():
            if first in part and part <= left:
                taken, number, gone = most(left - part)
                found.append((taken + cases, number + len(part), gone | part))
        return max(found, key=lambda each: each[:2])

    taken, _number, gone = most(free)
    return gone, taken
