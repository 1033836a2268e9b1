"""No reader of a one-way table, whatever he computes, narrows a protected count too far.

Exhaustive: every world of a small instance goes through the real closed form; worlds with the same
statements are what a reader cannot tell apart, and in each such group every leaf must keep its
room. The numbers of worlds and transcripts are the known answers of docs/figures-proof.md.
"""

from collections import defaultdict
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.disclosure import protocol
from advisor_app.disclosure.auditor.audit import audit
from advisor_app.disclosure.auditor.report import Kind
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.headcount import Headcount
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.one_way import Table, protect, require_closed_form
from advisor_app.disclosure.oracle import Counts
from advisor_app.disclosure.plan import NOTHING_IN_VAIN, THRESHOLDS, Plan, Release
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.statement import Outcome
from tests.disclosure.model import one_way
from tests.disclosure.worlds import World, a_plan, worlds


def transcript(plan, world):
    said = []
    for release in plan.releases:
        said += protect(plan, release, world, said)
    return tuple(said)


def groups_of(plan, most):
    groups = defaultdict(list)
    for world in worlds(plan, most):
        groups[transcript(plan, world)].append(world)
    return groups


def narrowed(plan, most, groups=None):
    """Return how many worlds lie in a group in which some protected count is known too well."""
    bad = 0
    for same in (groups or groups_of(plan, most)).values():
        bad += len(same) if any(_is_narrow(plan, same, s) for s in _protected(plan)) else 0
    return bad


def _protected(plan):
    """Every leaf and every union of leaves but all, crossed with every set of periods."""
    times, leaves = plan.time_leaves, plan.dimension("category").leaves
    for size in range(1, len(times) + 1):
        for period in combinations(times, size):
            for many in range(1, len(leaves)):
                for union in combinations(leaves, many):
                    yield period, union


def _is_narrow(plan, same, protected):
    period, union = protected
    counts = [world.count(Box.of({"period": period, "category": union})).cases for world in same]
    if min(counts) >= plan.n:
        return False
    told = [world.count(Box.of({"period": period})).cases for world in same]
    room = min(told)  # with the period's total told, a leaf can hold no more than that
    return max(counts) - min(counts) < min(plan.n - 1, room)


@pytest.mark.parametrize(
    ("leaves", "most", "number_of_worlds", "transcripts"),
    [("abcd", 12, 1820, 159), ("abc", 14, 680, 161)],
)
def test_in_every_world_a_told_total_and_its_table_keep_their_room(
    leaves, most, number_of_worlds, transcripts
):
    plan = a_plan(leaves, 3)
    groups = groups_of(plan, most)
    assert sum(map(len, groups.values())) == number_of_worlds
    assert len(groups) == transcripts
    assert narrowed(plan, most, _whole(groups, plan, most)) == 0


def _whole(groups, plan, most):
    """Leave out groups that the limit on cases cuts off: their total is told, so none is."""
    assert all(
        len({world.count(Box.of({"period": plan.time_leaves})).cases for world in same}) == 1
        for same in groups.values()
    )
    return groups


def test_two_told_halves_and_a_table_over_both_keep_their_room():
    base = a_plan("abc", 3, times=("2026-H1", "2026-H2"))
    told = tuple(release.told[0] for release in base.releases)
    plan = Plan(
        organisation="TEST",
        n=3,
        dimensions=base.dimensions,
        time="period",
        headcount=Headcount(organisation=1000),
        counts="zaken",
        releases=(
            Release(
                id="2026",
                title="Jaar",
                told=told,
                boxes=tuple(
                    Box.of({"period": base.time_leaves, "category": [leaf]}) for leaf in "abc"
                ),
            ),
        ),
    )
    groups = groups_of(plan, 8)
    bad = 0
    for same in groups.values():
        for period, union in _protected(plan):
            counts = [
                world.count(Box.of({"period": period, "category": union})).cases for world in same
            ]
            room = min(world.count(Box.of({"period": period})).cases for world in same)
            if min(counts) < 3 and max(counts) - min(counts) < min(2, room):
                bad += 1
    assert bad == 0


def test_a_total_that_is_not_told_is_silent_below_n_and_takes_its_table_with_it():
    plan = a_plan("abc", 5, told=False)
    few = transcript(plan, World(plan.dimensions, {("2026", "a"): 4}))
    assert [each.outcome for each in few] == [Outcome.SILENT, *[Outcome.SKIPPED] * 3]
    none = transcript(plan, World(plan.dimensions, {}))
    assert few == none
    many = transcript(plan, World(plan.dimensions, {("2026", "a"): 9, ("2026", "b"): 8}))
    assert many[0].value == 17
    assert {each.value for each in many} == {17, 9, 8, None} or many[1].value == 9


def test_a_told_total_is_stated_whatever_it_is():
    plan = a_plan("abc", 5)
    for cases in (0, 1, 4, 40):
        said = transcript(plan, World(plan.dimensions, {("2026", "b"): cases}))
        assert (said[0].outcome, said[0].value) == (Outcome.TOLD, cases)


def test_below_n_a_table_says_nothing_that_depends_on_the_cases():
    plan = a_plan("abc", 5)
    for total in range(5):
        said = {
            tuple((each.outcome, each.value) for each in transcript(plan, world)[1:])
            for world in worlds(plan, total)
            if world.count(Box.of({})).cases == total
        }
        assert len(said) == 1
        assert all(value is None for _outcome, value in next(iter(said)))


class Crowd(World):
    """A world in which some cases are of one and the same person, or one situation."""

    def __init__(self, dimensions, cells, persons):
        super().__init__(dimensions, cells)
        self.persons = persons

    def count(self, box):
        cases = super().count(box).cases
        return Counts(cases=cases, persons=min(cases, self.persons), clusters=cases)


def test_many_cases_of_few_persons_are_not_shown():
    plan = a_plan("abc", 5)
    cells = {("2026", "a"): 12, ("2026", "b"): 11}
    assert transcript(plan, World(plan.dimensions, cells))[1].value == 12
    assert transcript(plan, Crowd(plan.dimensions, cells, persons=4))[1].value is None


def test_a_department_is_known_only_up_to_a_quarter_of_its_staff():
    leaves = ("Sociaal domein", "Ruimte", "Bedrijfsvoering", "onbekend")
    base = a_plan(leaves, 5)
    plan = Plan(
        organisation="TEST",
        n=5,
        dimensions=(base.dimensions[0], Dimension(name="department", leaves=leaves)),
        time="period",
        headcount=Headcount(
            organisation=300,
            department={"Sociaal domein": 52, "Ruimte": 100, "Bedrijfsvoering": 100},
        ),
        counts="zaken",
        releases=(
            Release(
                id="2026",
                title="Jaar",
                told=base.releases[0].told,
                boxes=tuple(
                    Box.of({"period": ["2026"], "department": [leaf]}) for leaf in leaves[:3]
                ),
            ),
        ),
    )
    cells = {("2026", "Sociaal domein"): 14, ("2026", "Ruimte"): 12, ("2026", "onbekend"): 9}
    said = transcript(plan, World(plan.dimensions, cells))
    assert [each.value for each in said[1:]] == [None, 12, None]


HALVES = (("2026-H1",), ("2026-H2",))


def halves_of_departments(policy):
    """Nine and nine of a department of sixty: the year would be known to be eighteen."""
    staff = Headcount(organisation=400, department={"zorg": 60, "thuis": 200})
    cases = {"zorg": 9, "thuis": 20, "onbekend": 8}
    plan = one_way(5, {"department": tuple(cases)}, told=HALVES, tables=HALVES, headcount=staff)
    cells = {(half, leaf): count for (half,) in HALVES for leaf, count in cases.items()}
    return replace(plan, policy=policy), World(plan.dimensions, cells)


@pytest.mark.parametrize(
    ("policy", "second"), [(NOTHING_IN_VAIN, [9, None]), (THRESHOLDS, [None, 20])]
)
def test_by_the_third_policy_halves_together_stay_below_a_quarter_of_the_staff(policy, second):
    plan, world = halves_of_departments(policy)
    tables = [each.value for each in transcript(plan, world) if plan.sides(each.box)]
    assert tables == [9, None, None, *second, None]


def test_the_auditor_adds_up_what_is_known_of_a_department(monkeypatch):
    plan, world = halves_of_departments(THRESHOLDS)
    nothing = Ledger(organisation=plan.organisation)
    assert audit(protocol.protect(plan, world, nothing)).is_green
    monkeypatch.setattr(Table, "known", lambda *_: 0)
    (finding,) = audit(protocol.protect(plan, world, nothing)).findings
    assert (finding.kind, finding.least) == (Kind.HEADCOUNT, 18)


def _refusal(change):
    with pytest.raises(RefusedError) as refusal:
        change()
    return refusal.value.problem


def test_what_needs_the_engine_is_refused_from_the_plan_alone():
    base = a_plan("abc", 5, times=("2026-Q1", "2026-Q2"), told=False)
    both = Release(id="2026", title="Beide", boxes=(Box.of({"period": base.time_leaves}),))

    def plan(releases, **changes):
        return Plan(
            organisation="TEST", n=5, dimensions=base.dimensions, time="period",
            headcount=Headcount(organisation=1000), counts="zaken", releases=releases, **changes,
        )  # fmt: skip

    quarters_and_both = plan((*base.releases, both))
    assert _refusal(lambda: require_closed_form(quarters_and_both)) is Problem.NEEDS_ENGINE
    first = base.releases[0]
    with_group = Release(
        id=first.id,
        title="Groep",
        boxes=(*first.boxes, Box.of({"period": ["2026-Q1"], "category": ["a", "b"]})),
    )
    assert _refusal(lambda: require_closed_form(plan((with_group,)))) is Problem.NEEDS_ENGINE
    require_closed_form(base)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=5, max_size=5), st.integers(2, 8), st.booleans())
def test_what_is_shown_and_what_is_left_is_never_below_n(cases, n, told):
    plan = a_plan("abcde", n, told=told)
    world = World(
        plan.dimensions, {("2026", leaf): c for leaf, c in zip("abcde", cases, strict=True)}
    )
    said = transcript(plan, world)
    leaves = [each for each in said if plan.sides(each.box)]
    shown = [each.value for each in leaves if each.outcome is Outcome.PUBLISHED]
    assert all(value >= n for value in shown)
    if shown:
        rest = sum(cases) - sum(each.value for each in leaves if each.value is not None)
        assert rest == 0 or rest >= n


# Exporters that leak on purpose: the check above must find every one of them.


def _less_than_n(plan, world):
    """Mask below n and nothing else."""
    total = world.count(Box.of({})).cases
    counts = [world.count(Box.of({"category": [leaf]})).cases for leaf in "abc"]
    return (total, *(count if count >= plan.n else None for count in counts))


def _zeros_shown(plan, world):
    total = world.count(Box.of({})).cases
    counts = [world.count(Box.of({"category": [leaf]})).cases for leaf in "abc"]
    return (total, *(count if count >= plan.n or not count else None for count in counts))


def _sorted_rows(plan, world):
    counts = sorted(("abc"), key=lambda leaf: world.count(Box.of({"category": [leaf]})).cases)
    return (world.count(Box.of({})).cases, *counts)


def _percentages(plan, world):
    total = world.count(Box.of({})).cases or 1
    return (
        total,
        *(round(100 * world.count(Box.of({"category": [x]})).cases / total) for x in "abc"),
    )


def _two_marks(plan, world):
    counts = [world.count(Box.of({"category": [leaf]})).cases for leaf in "abc"]
    marks = ["klein" if 0 < count < plan.n else "-" if not count else "x" for count in counts]
    return (sum(counts), *marks)


def _no_rest_rule(plan, world):
    """Show what is large enough without looking at what is left over."""
    counts = [world.count(Box.of({"category": [leaf]})).cases for leaf in "abc"]
    shown = [count if count >= plan.n else None for count in counts]
    return (sum(counts), *shown, "rest", sum(counts) - sum(x or 0 for x in shown))


def _empty_rows_dropped(plan, world):
    counts = {leaf: world.count(Box.of({"category": [leaf]})).cases for leaf in "abc"}
    return (sum(counts.values()), *(leaf for leaf, count in counts.items() if count))


def _chosen_by_size(plan, world):
    """Hide the smallest two, which says which they are."""
    counts = {leaf: world.count(Box.of({"category": [leaf]})).cases for leaf in "abc"}
    hidden = sorted(counts, key=counts.get)[:2]
    return (sum(counts.values()), *(None if leaf in hidden else counts[leaf] for leaf in "abc"))


LEAKS = [
    _less_than_n, _zeros_shown, _sorted_rows, _percentages, _two_marks, _no_rest_rule,
    _empty_rows_dropped, _chosen_by_size,
]  # fmt: skip


@pytest.mark.parametrize("leaky", LEAKS, ids=lambda leaky: leaky.__name__.strip("_"))
def test_a_leaky_exporter_is_caught(leaky):
    plan = a_plan("abc", 3)
    groups = defaultdict(list)
    for world in worlds(plan, 9):
        groups[leaky(plan, world)].append(world)
    assert narrowed(plan, 9, groups) > 0
