"""What was said before counts: earlier releases, figures from elsewhere, cases that changed."""

from itertools import product

import pytest

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.headcount import Headcount
from advisor_app.disclosure.one_way import protect
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.statement import Outside
from tests.disclosure.model import Space, World, one_way, transcript, vectors


def split(plan):
    """The same plan with every leaf in a release of its own, after the total."""
    release = plan.releases[0]
    total = release.told or release.boxes[:1]
    leaves = release.boxes[len(release.boxes) - len(plan.attributes[0].leaves) :]
    first = Release(
        id="0", title="Totaal", told=release.told, boxes=total if not release.told else ()
    )
    others = (
        Release(id=str(row), title="Regel", boxes=(box,)) for row, box in enumerate(leaves, start=1)
    )
    return Plan(
        organisation=plan.organisation, n=plan.n, dimensions=plan.dimensions, time=plan.time,
        headcount=plan.headcount, counts=plan.counts, releases=(first, *others),
    )  # fmt: skip


@pytest.mark.parametrize("told", [(("2026",),), ()])
def test_a_table_over_several_releases_says_what_it_says_in_one(told):
    plan = one_way(3, {"subject": "abcd"}, told=told)
    whole, parts = Space(plan), Space(split(plan))
    for cells in vectors(4, 10):
        assert transcript(World(parts, cells)) == transcript(World(whole, cells))


def test_a_quarter_says_the_same_whatever_the_other_quarters_hold():
    quarters = (("2026-Q1",), ("2026-Q2",))
    both = one_way(3, {"subject": "abc"}, told=(), tables=quarters)
    space, alone = Space(both), Space(one_way(3, {"subject": "abc"}, told=(), tables=quarters[:1]))
    some = [(0, 0, 0), (2, 0, 0), (3, 3, 1), (6, 4, 5)]
    for one, two in product(some, some):
        said = transcript(World(space, one + two))
        assert said[:4] == transcript(World(alone, one))


def _refusal(work):
    with pytest.raises(RefusedError) as refusal:
        work()
    return refusal.value.problem


def test_a_figure_from_elsewhere_over_the_same_time_leaves_only_the_promise():
    plan = one_way(5, {"subject": "abc"})
    world = World(Space(plan), (9, 8, 7))
    known = Outside(text="Factuur", box=Box.of({"period": ["2026"], "subject": ["a"]}), value=9)
    release = plan.releases[0]
    assert _refusal(lambda: protect(plan, release, world, outside=[known])) is Problem.NEEDS_ENGINE
    spoken = Outside(text="Het was een druk jaar.")
    assert protect(plan, release, world, outside=[spoken]) == protect(plan, release, world)
    told_only = Plan(
        organisation="TEST", n=5, dimensions=plan.dimensions, time="period",
        headcount=plan.headcount, counts="zaken",
        releases=(Release(id="all", title="Totaal", told=release.told),),
    )  # fmt: skip
    assert [
        each.value for each in protect(told_only, told_only.releases[0], world, (), [known])
    ] == [24]


def test_cases_that_no_longer_add_up_to_what_was_said_are_refused():
    plan = split(one_way(5, {"subject": "abc"}))
    space = Space(plan)
    said = protect(plan, plan.releases[0], World(space, (9, 8, 7)))
    changed = World(space, (9, 8, 6))
    assert (
        _refusal(lambda: protect(plan, plan.releases[1], changed, said))
        is Problem.REGISTER_CONTRADICTS
    )
    assert protect(plan, plan.releases[1], World(space, (9, 7, 8)), said)[0].value == 9
    said += protect(plan, plan.releases[1], World(space, (9, 8, 7)), said)
    fewer = World(space, (8, 8, 7))  # what is left still adds up, what was shown does not
    assert (
        _refusal(lambda: protect(plan, plan.releases[2], fewer, said))
        is Problem.REGISTER_CONTRADICTS
    )


def test_an_oracle_whose_leaves_do_not_add_up_to_the_total_is_refused():
    plan = one_way(5, {"subject": "abc"})
    space = Space(plan)

    class Lost(World):
        """Forgets the cases of one leaf unless it is asked for everything."""

        def count(self, box):
            return super().count(box) if box.side("subject") is None else World(
                space, (self.cells[0], self.cells[1], 0)
            ).count(box)  # fmt: skip

    assert (
        _refusal(lambda: protect(plan, plan.releases[0], Lost(space, (9, 8, 7))))
        is Problem.REGISTER_CONTRADICTS
    )


def test_the_same_cases_are_never_divided_at_two_levels():
    """Quarters and their year, or two overlapping spans: refused from the plan alone."""
    quarters = (("2026-Q1",), ("2026-Q2",))
    for tables in ((*quarters, ("2026-Q1", "2026-Q2")), (("2026-Q1", "2026-Q2"), quarters[1])):
        plan = one_way(5, {"subject": "abc"}, told=(), tables=tables)
        world = World(Space(plan), (9, 8, 7, 9, 8, 7))
        assert (
            _refusal(lambda plan=plan, world=world: protect(plan, plan.releases[0], world))
            is Problem.NEEDS_ENGINE
        )


def test_a_table_that_a_told_period_cuts_needs_the_engine():
    """A year told and a quarter of it by protocol are one linked system."""
    times = ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
    quarter = Box.of({"period": times[:1]})
    plan = Plan(
        organisation="TEST", n=5,
        dimensions=(Dimension(name="period", leaves=times), Dimension(name="subject", leaves=("a", "b"))),
        time="period", headcount=Headcount(organisation=1_000), counts="zaken",
        releases=(Release(id="2026", title="Jaar", told=(Box.of({"period": times}),), boxes=(quarter,)),),
    )  # fmt: skip
    assert (
        _refusal(lambda: protect(plan, plan.releases[0], World(Space(plan), (9,) * 8)))
        is Problem.NEEDS_ENGINE
    )
