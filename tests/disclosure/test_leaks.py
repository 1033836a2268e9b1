"""Closed forms that are wrong in one place each: the judge must see every one of them."""

from collections.abc import Callable

import pytest

from advisor_app.disclosure import one_way as closed_form
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.one_way import Table
from advisor_app.disclosure.statement import Decision, Outcome
from tests.disclosure.model import Space, judged, one_way, transcript, vectors

ABC, ABCD = {"subject": "abc"}, {"subject": "abcd"}
HALVES = (("2026-H1",), ("2026-H2",))
BOTH = (("2026-H1", "2026-H2"),)


def narrowed(plan, most, exporter=transcript):
    space = Space(plan)
    return judged(space, list(vectors(len(space.cells), most)), exporter)[1]


def decides(**rules) -> Callable:
    """Return a way to decide about a leaf in which some rules are left out or changed."""
    without_rest = rules.get("rest") is False
    least = rules.get("least", lambda table: table.n + table.slack)

    def decide(table, leaf, oracle, _besides=()):
        others = tuple(each for each in table.unshown if each != leaf)
        if table.rest is None and rules.get("total") is not False:
            return Decision(Outcome.SKIPPED)
        if not others:
            return Decision(Outcome.DERIVED, table.rest)
        threshold = rules.get("threshold", Table._threshold)(table, others, table.rest)
        if threshold is None:
            return Decision(Outcome.SKIPPED)
        count = table._count([leaf], oracle)
        left = table._count(others, oracle)
        large = count.least >= least(table) and (threshold == table.n or count.cases >= threshold)
        if large and (without_rest or left.least >= least(table)):
            return Decision(Outcome.PUBLISHED, count.cases)
        return Decision(Outcome.SILENT, below=threshold if threshold > table.n else None)

    return decide


def of_all_leaves(table, others, rest):
    """Count the leaves that are shown already among those that can still hold the rest."""
    untested = any(each not in table.tested for each in others)
    fits = rest <= (len(table.dimension.leaves) - 1) * (table.n - 1)
    return table.n if untested or fits else None


def one_too_many(table, others, rest):
    untested = any(each not in table.tested for each in others)
    return table.n if untested or rest <= (len(others) + 1) * (table.n - 1) else None


def always(table, _others, _rest):
    return table.n


WRONG = {
    "what is left is not looked at": (decides(rest=False), one_way(3, ABC), 12, None),
    "one less than n is enough": (
        decides(least=lambda table: table.n - 1), one_way(3, ABC), 12, None,
    ),
    "silence is always taken as harmless": (decides(threshold=always), one_way(3, ABCD), 12, 97),
    "room is counted over all leaves of the table": (
        decides(threshold=of_all_leaves), one_way(3, ABCD), 12, 24,
    ),
    "room is counted with the leaf itself": (
        decides(threshold=one_too_many), one_way(3, ABC), 12, None,
    ),
    "told periods are not crossed": (
        decides(least=lambda table: table.n), one_way(3, {"subject": "ab"}, told=HALVES, tables=BOTH),
        16, 84,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_closed_form_that_is_wrong_in_one_place_is_caught(name, monkeypatch):
    decide, plan, most, known = WRONG[name]
    assert narrowed(plan, most) == 0
    monkeypatch.setattr(Table, "_decide", decide)
    found = narrowed(plan, most)
    assert found > 0
    assert known in {None, found}


def test_the_copy_of_the_rules_that_is_spoiled_here_is_the_real_one_while_unspoiled(monkeypatch):
    space = Space(one_way(3, ABCD))
    worlds = list(vectors(4, 12))
    monkeypatch.setattr(Table, "_decide", decides())
    assert judged(space, worlds) == (159, 0)


def test_halves_and_their_year_together_would_leak(monkeypatch):
    """Why the closed form refuses both levels: 860 of 5,005 worlds."""
    monkeypatch.setattr(closed_form, "require_closed_form", lambda _plan: None)
    plan = one_way(3, ABC, told=HALVES, tables=HALVES + BOTH)
    assert narrowed(plan, 9) == 860


def test_a_group_beside_its_leaves_would_leak():
    """Why the closed form refuses nodes: the same test on a + b, then on each leaf."""

    def with_node(world):
        said, node = transcript(world), Box.of({"subject": "ab"})
        inside = world.count(node).cases
        rest = world.count(Box.of({})).cases - inside
        return said, inside if min(inside, rest) >= 3 else None

    assert narrowed(one_way(3, ABCD), 12, with_node) > 0


def count(world, *leaves):
    return world.count(Box.of({"subject": leaves} if leaves else {})).cases


def told_last(world):
    """Tables during the year by protocol, and the year's total told in December."""
    shown = [count(world, leaf) if count(world, leaf) >= 3 else None for leaf in "abc"]
    return tuple(shown), count(world)


def silent_for_a_reason(world):
    """The same words for every hidden count but one: "te weinig melders" or nothing at all."""
    return tuple((outcome, value, value is None and count(world, leaf) > 0) for (outcome, value), leaf
                 in zip(transcript(world)[1:], "abc", strict=True))  # fmt: skip


def with_rank(world):
    """The hidden rows sorted by size."""
    hidden = [
        leaf for (_, value), leaf in zip(transcript(world)[1:], "abc", strict=True) if value is None
    ]
    return transcript(world), tuple(sorted(hidden, key=lambda leaf: -count(world, leaf)))


def with_half_year(world):
    """An unplanned subtotal: "tot nu toe"."""
    return transcript(world), count(world, "a", "b")


def with_bands(world):
    """A band in the place of what is hidden."""
    return transcript(world), tuple(min(count(world, leaf), 5) // 2 for leaf in "abc")


def with_chart(world):
    """Bars for all, without their numbers."""
    most = max(count(world, leaf) for leaf in "abc") or 1
    return transcript(world), tuple(10 * count(world, leaf) // most for leaf in "abc")


def reissued(world):
    """The table again after one late case of a known kind."""
    late = type(world)(world.space, (world.cells[0] + 1, *world.cells[1:]))
    return transcript(world), transcript(late)


def without_empty_rows(world):
    """A row is dropped where nothing was reported."""
    return transcript(world), tuple(leaf for leaf in "abc" if count(world, leaf))


def with_zeros(world):
    """ "Geen" for zero, nothing for one and two."""
    return transcript(world), tuple(count(world, leaf) == 0 for leaf in "abc")


def in_order_of_size(world):
    """Every row, the largest first, whatever is shown of it."""
    return transcript(world), tuple(sorted("abc", key=lambda leaf: -count(world, leaf)))


def with_two_marks(world):
    """ "< 3" for what is small, "x" for what is hidden because of it."""
    return transcript(world), tuple(count(world, leaf) < 3 for leaf in "abc")


def hides_one_more(world):
    """By hand: what is small is hidden, and the smallest other one where only one would be."""
    small = [leaf for leaf in "abc" if count(world, leaf) < 3]
    if len(small) == 1:
        small.append(min(set("abc") - set(small), key=lambda leaf: (count(world, leaf), leaf)))
    return count(world), tuple(None if leaf in small else count(world, leaf) for leaf in "abc")


def with_percentages(world):
    """Whole percents of every row."""
    total = count(world) or 1
    return transcript(world), tuple(100 * count(world, leaf) // total for leaf in "abc")


def with_an_average(world):
    """The mean of the kinds that occurred."""
    kinds = sum(count(world, leaf) > 0 for leaf in "abc")
    return transcript(world), count(world) / kinds if kinds else 0


def rounded_to_five(world):
    """Every row, rounded."""
    return transcript(world), tuple((count(world, leaf) + 2) // 5 for leaf in "abc")


def with_most_frequent(world):
    """The sentence "vooral ..."."""
    return transcript(world), max("abc", key=lambda leaf: count(world, leaf))


def longer_for_more(world):
    """The same text, in a file that is longer by a character per two cases of a hidden row."""
    hidden = [leaf for (_, value), leaf in zip(transcript(world)[1:], "abc", strict=True)
              if value is None]  # fmt: skip
    return transcript(world), sum((count(world, leaf) + 1) // 2 for leaf in hidden)


def in_order_of_entry(world):
    """The rows as they first came in: one that never came stands last."""
    return transcript(world), tuple(sorted("abc", key=lambda leaf: count(world, leaf) == 0))


def only_when_there_is_something(world):
    """No report about a year in which some kind did not occur."""
    return transcript(world) if all(count(world, leaf) for leaf in "abc") else None


EXPORTERS = [
    told_last, silent_for_a_reason, with_rank, with_half_year, with_bands, with_chart, reissued,
    without_empty_rows, with_zeros, in_order_of_size, with_two_marks, hides_one_more,
    with_percentages, with_an_average, rounded_to_five, with_most_frequent, longer_for_more,
    in_order_of_entry, only_when_there_is_something,
]  # fmt: skip


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.__name__)
def test_an_exporter_that_says_a_little_more_is_caught(exporter):
    assert narrowed(one_way(3, ABC), 12, exporter) > 0


def told_unless_it_is_nothing(world):
    """A total that is told when there is something to tell, and was never promised."""
    return count(world) or None


def told_unless_it_is_one(world):
    """A total that is told, but not where it would be one person."""
    return None if count(world) == 1 else count(world)


@pytest.mark.parametrize(
    "exporter", [told_unless_it_is_nothing, told_unless_it_is_one], ids=lambda each: each.__name__
)
def test_a_total_that_is_told_on_a_condition_is_caught(exporter):
    """Not promised, so that whether it is told speaks too."""
    assert narrowed(one_way(3, ABC, told=()), 12) == 0
    assert narrowed(one_way(3, ABC, told=()), 12, exporter) > 0
