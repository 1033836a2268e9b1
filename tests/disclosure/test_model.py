"""The theorem, checked in every world of small instances; the known answers of docs/figures-proof.md."""

from itertools import product

import pytest

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.headcount import Headcount
from tests.disclosure.model import Space, World, is_narrow, judged, one_way, transcript, vectors

ABC, ABCD = {"subject": "abc"}, {"subject": "abcd"}
HALVES = (("2026-H1",), ("2026-H2",))
BOTH = (("2026-H1", "2026-H2"),)
YEARS = (("2024",), ("2025",), ("2026",))
BLOCK = (("2024", "2025", "2026"),)

KNOWN = {
    "one table": (one_way(3, ABCD), 12, 1_820, 159),
    "three leaves": (one_way(3, ABC), 14, 680, 161),
    "two attributes": (one_way(3, ABC | {"relation": "xy"}), 9, 5_005, 105),
    "halves told, their own tables": (one_way(3, ABC, told=HALVES, tables=HALVES), 9, 5_005, 137),
    "halves told, a table of both": (one_way(3, ABC, told=HALVES, tables=BOTH), 10, 8_008, 355),
    "the same, two leaves": (
        one_way(3, {"subject": "ab"}, told=HALVES, tables=BOTH), 16, 4_845, 1_013,
    ),
    "a total by protocol": (one_way(3, ABC, told=()), 14, 680, 159),
    "a total over halves that are not told": (
        one_way(3, ABC, told=(), tables=BOTH), 9, 5_005, 29,
    ),
    "years told, a block": (one_way(2, ABC, told=YEARS, tables=BLOCK), 7, 11_440, 826),
    "two attributes, halves told": (
        one_way(3, {"subject": "ab", "relation": "xy"}, told=HALVES, tables=BOTH), 7, 6_435, 99,
    ),
    "n = 5": (one_way(5, ABC), 30, 5_456, 1_309),
    "n = 5, halves told": (
        one_way(5, {"subject": "ab"}, told=HALVES, tables=BOTH), 22, 14_950, 1_737,
    ),
}  # fmt: skip
LONG = {
    "five leaves": (one_way(3, {"subject": "abcde"}), 18, 33_649, 2_645),
    "n = 4, halves told": (one_way(4, ABC, told=HALVES, tables=BOTH), 13, 27_132, 546),
    "n = 5, three years told, a block": (
        one_way(5, {"subject": "ab"}, told=YEARS, tables=BLOCK), 16, 74_613, 2_472,
    ),
    "two attributes of three, n = 3": (
        one_way(3, ABC | {"relation": "xyz"}), 8, 24_310, 89,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", KNOWN)
def test_no_world_is_narrowed(name):
    plan, most, number_of_worlds, transcripts = KNOWN[name]
    space = Space(plan)
    worlds = list(vectors(len(space.cells), most))
    assert len(worlds) == number_of_worlds
    assert judged(space, worlds) == (transcripts, 0)


@pytest.mark.long
@pytest.mark.parametrize("name", LONG)
def test_no_world_of_the_larger_instances_is_narrowed(name):
    plan, most, number_of_worlds, transcripts = LONG[name]
    space = Space(plan)
    worlds = list(vectors(len(space.cells), most))
    assert len(worlds) == number_of_worlds
    assert judged(space, worlds) == (transcripts, 0)


def test_quarters_that_are_not_told_do_not_narrow_each_other():
    """Every pair of quarters up to six cases each: a bound on their sum would cut groups off."""
    space = Space(one_way(3, ABC, told=(), tables=(("2026-Q1",), ("2026-Q2",))))
    quarter = list(vectors(3, 6))
    assert judged(space, [one + two for one, two in product(quarter, quarter)]) == (49, 0)


def test_departments_are_not_narrowed_by_the_rule_of_their_staff():
    """The rule looks at what becomes known and at public headcounts, never at what stays hidden."""
    names = ("zorg", "thuis", "kantoor", "onbekend")
    staff = Headcount(organisation=400, department={"zorg": 50, "thuis": 50, "kantoor": 50})
    space = Space(one_way(3, {"department": names}, headcount=staff))
    assert judged(space, list(vectors(4, 12)))[1] == 0
    crowded = World(space, (13, 12, 4, 3))
    shown = [value for _outcome, value in transcript(crowded)]
    assert shown == [32, None, 12, 4, None]  # 13 of 50 is more than a quarter


def test_below_n_a_reader_learns_the_told_total_and_nothing_else():
    space = Space(one_way(5, ABCD))
    for total in range(5):
        worlds = [each for each in vectors(4, total) if sum(each) == total]
        assert judged(space, worlds) == (1, 0)


@pytest.mark.parametrize("name", ["one table", "three leaves", "halves told, a table of both"])
def test_who_knows_one_case_learns_of_the_others_no_more_than_that(name):
    """The insider: told how many others there are he keeps one value less, or one case less."""
    plan, most, *_known = KNOWN[name]
    space = Space(plan)
    groups = {}
    for cells in vectors(len(space.cells), most):
        groups.setdefault(transcript(World(space, cells)), []).append(cells)
    for same in groups.values():
        for place, _cell in enumerate(space.cells):
            known = [cells for cells in same if cells[place]]
            if known:
                _require_room_for_others(space, known, place)


def _require_room_for_others(space, known, place):
    others = [tuple(cases - (each == place) for each, cases in enumerate(cells)) for cells in known]
    n = space.plan.n
    for box in space.protected():
        counts = [space.count(cells, box) for cells in others]
        wide = max(counts) - min(counts) >= min(n - 2, _room(space, others[0], box))
        assert min(counts) >= n - 1 or wide, (box, counts)


def _room(space, others, box):
    """What the told totals and the known case leave open: a set that holds a whole period has none."""
    left = 0
    for release in space.plan.releases:
        for told in release.told:
            period = space.plan.times(told)
            times = space.plan.times(box)
            if period & times and (space.plan.sides(box) or not period <= times):
                left += space.count(others, Box.of({space.plan.time: period}))
    return left


def test_the_judge_sees_a_count_that_is_known_too_well():
    space = Space(one_way(3, ABC))
    box = Box.of({"period": ["2026"], "subject": ["a"]})
    assert is_narrow(space, [(1, 4, 5), (2, 3, 5)], box)
    assert not is_narrow(space, [(1, 4, 5), (3, 2, 5)], box)
    assert not is_narrow(space, [(3, 2, 5)], box)
    assert not is_narrow(space, [(0, 0, 0)], box)  # told 0: there is no room to keep
