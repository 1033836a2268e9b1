"""Another judge with another solver: OR-tools CP-SAT, which bounds whole numbers exactly.

`python -m tests.disclosure.second_opinion` reads ledgers, one line of JSON each, and answers each
with a line: what is wrong with it. It shares nothing with engine or auditor but the formats, and
runs in a process of its own, since OR-tools and highspy do not bear each other in one.
"""

import json
import sys
from itertools import combinations, product

from ortools.sat.python import cp_model

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import is_unknown
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.statement import Outcome, Outside, Statement

ODD_CELLS = 8  # of which every set is looked at


class Judge:
    """What can be worked out from figures and silences about the cells of one plan."""

    def __init__(self, plan):
        self.plan = plan
        self.cells = list(product(*(each.leaves for each in plan.dimensions)))
        self.seen = []  # worlds that were found, whatever was known

    def inside(self, box):
        sides = [box.side(each.name) for each in self.plan.dimensions]
        return frozenset(
            place
            for place, cell in enumerate(self.cells)
            if all(side is None or leaf in side for side, leaf in zip(sides, cell, strict=True))
        )

    def extreme(self, known, low, cells, sign):
        """Return the largest (1) or smallest (-1) count of some cells; None: nothing fits."""
        model = cp_model.CpModel()
        most = sum(value for _, value in known) + 2 * self.plan.n
        x = [model.new_int_var(0, most, "") for _ in self.cells]
        for its, value in known:
            model.add(sum(x[place] for place in its) == value)
        for its, limit in low:
            model.add(sum(x[place] for place in its) <= limit)
        model.maximize(sign * sum(x[place] for place in cells))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        ended = solver.solve(model)
        if ended == cp_model.INFEASIBLE:
            return None
        assert ended == cp_model.OPTIMAL
        world = [solver.value(each) for each in x]
        self.seen.append(world)
        return sum(world[place] for place in cells)

    def fitting(self, known, low):
        for world in self.seen:
            if all(sum(world[place] for place in its) == value for its, value in known) and all(
                sum(world[place] for place in its) <= limit for its, limit in low
            ):
                yield world

    def is_narrow(self, known, low, told, cells):
        """Whether a count keeps less than its room, and may be below n."""
        room, outside = 0, set(cells)
        for its, value in told:
            outside -= its
            room += value if its & cells and its - cells else 0
        need = self.plan.n - 1 if outside else min(self.plan.n - 1, room)
        counts = [sum(world[place] for place in cells) for world in self.fitting(known, low)]
        if counts and max(counts) - min(counts) >= need:
            return False
        wide = self.extreme(known, low, cells, 1) - self.extreme(known, low, cells, -1)
        return wide < need and self.extreme(known, [], cells, -1) < self.plan.n

    def is_safe(self, known, low, told):
        if self.extreme(known, low, (), 1) is None:
            return False
        dead = frozenset().union(*(its for its, value in told if not value))
        return not any(
            self.is_narrow(known, low, told, cells - dead)
            for cells in dict.fromkeys(self.protected(known))
            if cells - dead
        )

    def protected(self, known):
        """Leaves, groups, pairs, offered boxes and what is left of lines, over each set of periods."""
        plan, stated = self.plan, {its for its, _ in known}
        groups = {
            each.name: [{leaf} for leaf in each.leaves]
            + [set(node) for node in each.nodes.values()]
            for each in plan.attributes
        }
        sides = [{}, *({name: group} for name, its in groups.items() for group in its)]
        for one, two in plan.protected_pairs:
            sides += [{one: a, two: b} for a, b in product(groups[one], groups[two])]
        sides += [plan.sides(box) for release in plan.releases for box in release.boxes]
        for some in subsets(plan.time_leaves):
            sides += self.rests(stated, groups, some)
        for some, each in product(subsets(plan.time_leaves), sides):
            yield self.inside(Box.of({plan.time: some, **each}))

    def rests(self, stated, groups, some):
        """What is not shown of a table, a group or a row of a pair, as sides."""
        plan = self.plan
        wholes = [({}, each) for each in plan.attributes]
        wholes += [({each.name: set(node)}, each) for each in plan.attributes
                   for node in each.nodes.values()]  # fmt: skip
        for one, two in plan.protected_pairs:
            wholes += [({one: group}, plan.dimension(two)) for group in groups[one]]
            wholes += [({two: group}, plan.dimension(one)) for group in groups[two]]
        for sides, along in wholes:
            every = sides.get(along.name, set(along.leaves))
            gone = {leaf for leaf in every
                    if self.inside(Box.of({plan.time: some, **sides, along.name: [leaf]})) in stated}  # fmt: skip
            if gone and every - gone:
                yield {**sides, along.name: every - gone}


def subsets(leaves):
    for size in range(1, len(leaves) + 1):
        yield from combinations(leaves, size)


def closed_times(plan, statements):
    """Return by release the periods about which its figures, or earlier ones, were refused.

    A refused release has told totals, and all that it offered was passed over.
    """
    closed, times = {}, set()
    for release in plan.releases:
        own = [each for each in statements if each.release == release.id]
        offered = own[len(release.told) :]
        if release.told and offered and all(x.outcome is Outcome.SKIPPED for x in offered):
            times = times.union(*(plan.times(each.box) for each in own))
        closed[release.id] = frozenset(times)
    return closed


def is_in_vain(plan, box, figures, told):
    """Whether some figure, less others, leaves too little for this line and n cases beside it.

    `told` figures, and sums of them, say so only if another one was taken away.
    """
    return bool(plan.sides(box)) and any(
        left < 2 * plan.n for left, is_told in left_around(plan, box, figures, told) if not is_told
    )


def left_around(plan, box, figures, told):
    """Yield how many cases each figure, less others, leaves to a box and to what is beside it.

    And whether `told` figures, or sums of them, say so without another one that was taken away.
    """
    every = {each.name: frozenset(each.leaves) for each in plan.dimensions}
    own = every | dict(box.sides)
    dead = {leaf for each, value in told if not value for leaf in plan.times(each)}
    stated = [(every | dict(each.sides), value, False) for each, value in figures]
    for some in subsets(told):
        times = frozenset().union(*(plan.times(each) for each, _ in some))
        stated.append((every | {plan.time: times}, sum(value for _, value in some), True))
    for name in every:
        for rest, left, is_told in rests_of_line(stated, own, name):
            if not (name == plan.time and rest <= dead):
                yield left, is_told


def rests_of_line(stated, own, name):
    """Yield what each figure along one dimension leaves beside `own`, and with it how many.

    And whether told figures alone say so.
    """
    line = {
        sides[name]: (value, is_told)
        for sides, value, is_told in stated
        if all(sides[other] == own[other] for other in own if other != name)
    }
    for whole, (value, is_told) in line.items():
        parts = [each for each in line if each < whole and not each & own[name]]
        for number in range(len(parts) + 1 if own[name] < whole else 0):
            for gone in combinations(parts, number):
                rest = whole.difference(own[name], *gone)
                apart = sum(map(len, gone)) == len(frozenset().union(*gone))
                if rest and apart:
                    yield rest, value - sum(line[each][0] for each in gone), is_told and not gone


def judged(ledger):
    """Return the names of what is wrong, each once."""
    found = set()
    for plan in ledger.plans:
        judge, known, low, told = Judge(plan), [], [], []
        figures, promises = [], []
        closed = closed_times(plan, ledger.statements)
        for said in _said(plan, ledger):
            if isinstance(said, Outside):
                known.append((judge.inside(said.box), said.value))
                figures.append((said.box, said.value))
                continue
            if plan.times(said.box) & closed[said.release]:
                reopens = said.outcome not in {Outcome.TOLD, Outcome.SKIPPED}
                found |= {"tested unsafely"} if reopens else set()
            else:
                vain = plan.policy > 1 and is_in_vain(plan, said.box, figures, promises)
                left = [cases for cases, _ in left_around(plan, said.box, figures, promises)]
                found |= set(_replayed(judge, said, known, low, told, left, vain=vain))
            if said.value is not None:
                known.append((judge.inside(said.box), said.value))
                is_told = said.outcome is Outcome.TOLD
                told += [known[-1]] if is_told else []
                (promises if is_told else figures).append((said.box, said.value))
            elif said.outcome is Outcome.SILENT:
                low.append((judge.inside(said.box), (said.below or plan.n) - 1))
        if judge.extreme(known, low, (), 1) is None:
            found.add("contradiction")
        else:
            found |= set() if judge.is_safe(known, low, told) else {"narrow"}
            found |= {"odd shape"} if _has_odd_shape(judge, known, told) else set()
    return sorted(found)


def _said(plan, ledger):
    """Yield what was released of a plan, and the figures from elsewhere about its periods."""
    for content in (each.content for each in ledger.entries):
        if isinstance(content, Statement):
            if content.release in {each.id for each in plan.releases}:
                yield content
        elif isinstance(content, Outside) and content.box is not None:
            times = content.box.side(plan.time)
            if times is not None and times <= set(plan.time_leaves):
                yield content


def _replayed(judge, said, known, low, told, left, *, vain):
    """Yield what is wrong with one outcome, from what was known before it.

    `left` is what public figures leave around the box.
    """
    plan, cells = judge.plan, judge.inside(said.box)
    total = judge.inside(Box.of({plan.time: plan.times(said.box)}))
    if said.outcome is Outcome.DERIVED:
        ends = [judge.extreme(known, [], cells, sign) for sign in (1, -1)]
        if ends != [said.value, said.value]:
            yield "does not follow"
    elif said.outcome is not Outcome.TOLD:
        stated = not plan.sides(said.box) or judge.extreme(known, [], total, 1) == judge.extreme(
            known, [], total, -1
        )
        if plan.sides(said.box) and stated:
            left = [*left, judge.extreme(known, [], total, 1)]
        reach = max(plan.n, min(left, default=0) - plan.n if plan.policy > 2 else 0)

        def safe(threshold):
            return judge.is_safe(known, [*low, (cells, threshold - 1)], told)

        if said.outcome is not Outcome.SKIPPED:
            yield from [] if stated else ["total not first"]
            yield from _tested(plan, said, safe, reach, vain=vain)
        elif stated and not vain and not _is_never_shown(plan, said.box) and safe(reach):
            yield "passed over"


def _is_never_shown(plan, box):
    """Whether a box is about departments that nobody knows."""
    departments = plan.sides(box).get("department", ())
    return bool(departments) and all(map(is_unknown, departments))


def _tested(plan, said, safe, reach, *, vain):
    """Yield what is wrong with the threshold by which a box was shown or kept silent."""
    threshold = said.below or plan.n
    if vain or threshold > reach:
        yield "tested in vain"
    shown = said.outcome is Outcome.PUBLISHED and plan.policy > 2
    if not safe(said.value if shown else threshold):
        yield "tested unsafely"
    if said.below and safe(said.below - 1):
        yield "threshold too high"


def _has_odd_shape(judge, known, told):
    """Whether some cells together are known exactly, below n, and not by the told totals alone."""
    dead = frozenset().union(*(its for its, value in told if not value))
    live = [place for place in range(len(judge.cells)) if place not in dead]
    if len(live) > ODD_CELLS:
        return False
    worlds = list(judge.fitting(known, []))
    for some in subsets(live):
        cells = set(some)
        counts = {sum(world[place] for place in cells) for world in worlds}
        cut = any(its & cells and its - cells for its, value in told if value)
        outside = cells - set().union(*(its for its, _ in told))
        if len(counts) == 1 and min(counts) < judge.plan.n and (cut or outside):
            ends = [judge.extreme(known, [], cells, sign) for sign in (1, -1)]
            if ends[0] == ends[1]:
                return True
    return False


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(judged(Ledger.parse(line.encode()))) + "\n")
        sys.stdout.flush()
