"""Which questions can only end in silence: public figures leave too little around the box."""

from collections.abc import Iterator, Mapping

from advisor_app.disclosure.auditor.grid import subsets
from advisor_app.disclosure.auditor.state import State
from advisor_app.disclosure.box import Box

Leaves = frozenset[str]


def is_in_vain(state: State, box: Box) -> bool:
    """Whether no count of a box leaves n cases both in it and beside it, in some stated box.

    What told totals alone leave says nothing here: it was promised.
    """
    plan = state.grid.plan
    whole = {each.name: frozenset(each.leaves) for each in plan.dimensions}
    own = whole | dict(box.sides)
    told = {
        frozenset[str]().union(*(plan.times(each) for each, _ in some)): sum(v for _, v in some)
        for some in subsets(state.told)
    }
    promised = [(whole | {plan.time: times}, value) for times, value in told.items()]
    others = [(whole | dict(each.sides), value) for each, value in state.shown]
    for along in whole:
        line: dict[Leaves, tuple[int, bool]] = {}
        for figures, is_promise in ((others, False), (promised, True)):
            for sides, value in figures:
                if all(sides[name] == own[name] for name in whole if name != along):
                    line[sides[along]] = value, is_promise
        for rest, left in _rests(line, own[along]):
            beside = Box.of(own | {along: rest})
            is_dead = bool(plan.sides(beside)) and plan.times(beside) <= state.dead
            if left < 2 * plan.n and not is_dead:
                return True
    return False


def _rests(line: Mapping[Leaves, tuple[int, bool]], own: Leaves) -> Iterator[tuple[Leaves, int]]:
    """Yield what figures of one line leave beside `own`, and the cases of both together."""
    for outer, (value, is_promise) in line.items():
        if not own < outer:
            continue
        parts = [each for each in line if each < outer and not each & own]
        for some in _fullest(parts):
            rest = outer.difference(own, *some)
            if rest and not (is_promise and all(line[each][1] for each in some)):
                yield rest, value - sum(line[each][0] for each in some)


def _fullest(parts: list[Leaves], taken: Leaves = frozenset()) -> Iterator[tuple[Leaves, ...]]:
    """Yield the choices of parts that do not overlap and leave room for no other one."""
    free = [each for each in parts if not each & taken]
    if not free:
        yield ()
        return
    for each in free:  # one of those that meet the first, or itself, is in every full choice
        if each & free[0]:
            for some in _fullest(free, taken | each):
                yield (each, *some)
