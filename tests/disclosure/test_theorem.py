"""The theorem for the engine: every world of small instances, judged as a reader would."""

import pytest

from tests.disclosure.model import vectors
from tests.disclosure.theorem import Linked, judged, lines, linked

ABC, AB, XY = {"subject": "abc"}, {"subject": "ab"}, {"relation": "xy"}
HALVES = ("2026-H1", "2026-H2")
ONE_BY_ONE = [[leaf] for leaf in HALVES]
PAIR = [("subject", "relation")]


def cells(one, two):
    return [{"subject": [a], "relation": [b]} for a in one for b in two]


def halves(leaves):
    return [line for leaf in HALVES for line in lines(leaves, over=[leaf])]


def totals():
    return [{"period": each} for each in (*ONE_BY_ONE, HALVES)]


KNOWN = {
    "a group and then its lines": (
        linked(3, {"subject": "abcd"}, [{"subject": "ab"}, *lines({"subject": "abcd"})],
               told=[["2026"]], nodes={"subject": {"AB": ("a", "b")}}), 9),
    "two attributes and their pairs": (
        linked(3, AB | XY, [*lines(AB | XY), *cells("ab", "xy")], told=[["2026"]], pairs=PAIR), 8),
    "pairs before their margins": (
        linked(3, AB | XY, [*cells("ab", "xy"), *lines(AB | XY)], told=[["2026"]], pairs=PAIR), 8),
    "halves told, their tables and the year's": (
        linked(3, AB, [*halves(AB), *lines(AB, over=HALVES)], told=ONE_BY_ONE, times=HALVES), 8),
    "the year told, halves by protocol": (
        linked(3, AB, [*lines(AB, over=HALVES), *totals(), *halves(AB)], told=[HALVES], times=HALVES), 8),
    "halves and then their year, nothing told": (
        linked(3, AB, [{"period": ["2026-H1"]}, {"period": ["2026-H2"]}, *halves(AB),
                       {"period": HALVES}, *lines(AB, over=HALVES)], times=HALVES), 9),
    "the year and then its halves, nothing told": (
        linked(3, AB, [{"period": HALVES}, *lines(AB, over=HALVES), {"period": ["2026-H1"]},
                       {"period": ["2026-H2"]}, *halves(AB)], times=HALVES), 9),
}  # fmt: skip
LONG = {
    "a group and then its lines": (KNOWN["a group and then its lines"][0], 12, 1_820, None),
    "three by two, pairs": (
        linked(3, ABC | XY, [*lines(ABC | XY), *cells("abc", "xy")], told=[["2026"]], pairs=PAIR),
        9, 5_005, 106),
    "halves told, their tables and the year's": (
        linked(3, ABC, [*halves(ABC), *lines(ABC, over=HALVES)], told=ONE_BY_ONE, times=HALVES),
        9, 5_005, 137),
    "halves told, the year's table": (
        linked(3, ABC, lines(ABC, over=HALVES), told=ONE_BY_ONE, times=HALVES), 10, 8_008, 355),
    "the year told, halves by protocol": (
        linked(3, ABC, [*lines(ABC, over=HALVES), *totals(), *halves(ABC)], told=[HALVES],
               times=HALVES), 9, 5_005, None),
    "two halves of three lines, n = 2": (
        linked(2, ABC, [{"period": ["2026-H1"]}, {"period": ["2026-H2"]}, *halves(ABC),
                        {"period": HALVES}, *lines(ABC, over=HALVES)], times=HALVES),
        8, 3_003, None),
    "halves told, two by two, pairs": (
        linked(2, AB | XY, [*({"period": HALVES, **each} for each in (*lines(AB | XY), *cells("ab", "xy")))],
               told=ONE_BY_ONE, times=HALVES, pairs=PAIR), 8, 12_870, None),
}  # fmt: skip


@pytest.mark.parametrize("name", KNOWN)
def test_the_engine_narrows_no_world(name):
    plan, most = KNOWN[name]
    space = Linked(plan)
    assert judged(space, list(vectors(len(space.cells), most)))[1] == 0


@pytest.mark.long
@pytest.mark.parametrize("name", LONG)
def test_the_engine_narrows_no_world_of_the_larger_instances(name):
    plan, most, number_of_worlds, transcripts = LONG[name]
    space = Linked(plan)
    worlds = list(vectors(len(space.cells), most))
    assert len(worlds) == number_of_worlds
    found, narrowed = judged(space, worlds)
    assert narrowed == 0
    assert transcripts in {None, found}
