"""Twins: whatever the true world, other worlds say exactly the same, and enough of them.

Here reporters have several cases and situations several reporters; the reader's worlds are those of
the theorem, each case of another person.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.headcount import Headcount
from advisor_app.disclosure.one_way import protect
from advisor_app.disclosure.oracle import Counts
from advisor_app.disclosure.statement import Outcome
from tests.disclosure.model import Space, World, is_narrow, one_way, transcript, vectors

HALVES = (("2026-H1",), ("2026-H2",))
STAFF = Headcount(organisation=300, department={"zorg": 50, "thuis": 50})
SPACES = {
    "told": Space(one_way(3, {"subject": "abc"})),
    "not told": Space(one_way(3, {"subject": "abc"}, told=())),
    "halves": Space(
        one_way(3, {"subject": "ab"}, told=HALVES, tables=(("2026-H1", "2026-H2"),))
    ),
    "departments": Space(
        one_way(3, {"department": ("zorg", "thuis", "onbekend")}, headcount=STAFF)
    ),
}  # fmt: skip
MOST = 10


@dataclass(frozen=True)
class Crowd:
    """An oracle over cases that are listed one by one: cell, reporter, situation."""

    space: Space
    cases: tuple[tuple[int, int, int], ...]

    def count(self, box: Box) -> Counts:
        found = self._of(box)
        return Counts(
            cases=len(found),
            persons=len({person for _cell, person, _cluster in found}),
            clusters=len({cluster for _cell, _person, cluster in found}),
        )

    def stands_on(self, box: Box) -> int:
        """Return how many reporters or situations its cases have, whichever are fewer.

        It is counted here, for a judge: what a count calls its least is what he judges.
        """
        found = self._of(box)
        persons = {person for _cell, person, _cluster in found}
        return min(len(persons), len({cluster for _cell, _person, cluster in found}))

    def _of(self, box: Box) -> list[tuple[int, int, int]]:
        inside = self.space.inside(box)
        return [each for each in self.cases if each[0] in inside]


@cache
def groups(name):
    """Every world of the theorem up to MOST cases, by what it says."""
    found = defaultdict(list)
    for cells in vectors(len(SPACES[name].cells), MOST):
        found[transcript(World(SPACES[name], cells))].append(cells)
    return found


@st.composite
def crowds(draw):
    name = draw(st.sampled_from(sorted(SPACES)))
    cell = st.integers(0, len(SPACES[name].cells) - 1)
    persons, clusters = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    case = st.tuples(cell, st.integers(1, persons), st.integers(1, clusters))
    return name, Crowd(SPACES[name], tuple(draw(st.lists(case, max_size=MOST))))


@settings(max_examples=400, deadline=None)
@given(crowds())
def test_a_reader_keeps_his_doubt_whoever_brought_the_cases(drawn):
    name, crowd = drawn
    space, twins = crowd.space, groups(name)[transcript(crowd)]
    assert twins
    assert not any(is_narrow(space, twins, box) for box in space.protected())


@settings(max_examples=200, deadline=None)
@given(crowds(), st.randoms(use_true_random=False))
def test_the_order_in_which_cases_were_entered_says_nothing(drawn, random):
    _name, crowd = drawn
    cases = list(crowd.cases)
    random.shuffle(cases)
    assert transcript(Crowd(crowd.space, tuple(cases))) == transcript(crowd)


@settings(max_examples=400, deadline=None)
@given(crowds())
def test_every_figure_and_every_sum_of_hidden_ones_stands_on_n_reporters(drawn):
    _name, crowd = drawn
    plan = crowd.space.plan
    said = protect(plan, plan.releases[0], crowd)
    for attribute in plan.attributes:
        own = [each for each in said if attribute.name in plan.sides(each.box)]
        shown = [each for each in own if each.value is not None]
        for size in range(1, len(shown) + 1):
            for some in combinations(shown, size):
                leaves = {leaf for each in some for leaf in plan.sides(each.box)[attribute.name]}
                box = Box.of({"period": plan.times(some[0].box), attribute.name: leaves})
                assert crowd.stands_on(box) >= plan.n
        hidden = [each for each in own if each.value is None]
        if shown and hidden:
            leaves = {leaf for each in hidden for leaf in plan.sides(each.box)[attribute.name]}
            box = Box.of({"period": plan.times(own[0].box), attribute.name: leaves})
            assert crowd.stands_on(box) >= plan.n


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_a_department_is_never_known_above_a_quarter_of_its_staff(zorg, thuis, unknown):
    world = World(SPACES["departments"], (zorg, thuis, unknown))
    said = transcript(world)
    for (_outcome, value), staff in zip(said[1:3], (50, 50), strict=True):
        assert value is None or 4 * value <= staff
    assert said[3] == (Outcome.SKIPPED, None)
    shown = [value for _outcome, value in said[1:3] if value is not None]
    if len(shown) == 2:  # then the unknown ones would be known by subtraction
        raise AssertionError(said)


@settings(max_examples=100, deadline=None)
@given(crowds())
def test_a_zero_in_every_silent_box_gives_the_same_report(drawn):
    """Replay: what was not said could as well have been nothing, wherever that adds up."""
    name, crowd = drawn
    said = transcript(crowd)
    twins = groups(name)[said]
    for place, (outcome, _value) in enumerate(said):
        if outcome is Outcome.SILENT:
            box = [*_boxes(crowd.space.plan)][place]
            assert min(crowd.space.count(cells, box) for cells in twins) == 0


def _boxes(plan):
    for release in plan.releases:
        yield from release.told
        yield from release.boxes
