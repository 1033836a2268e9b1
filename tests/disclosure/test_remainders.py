"""What is left of a whole when figures inside it are taken away, is asked where it is least."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.remainders import normal, remainders
from tests.disclosure.theorem import lines, linked

LEAVES = "abcdef"
PLAN = linked(5, {"subject": LEAVES}, lines({"subject": LEAVES}), told=[["2026"]])


def box(leaves, plan=PLAN):
    return normal(plan, Box.of({"subject": leaves}))


def families(parts):
    """Every set of parts that do not overlap and to which none can be added."""
    for size in range(1, len(parts) + 1):
        for some in combinations(parts, size):
            taken = frozenset().union(*some)
            if sum(map(len, some)) == len(taken) and all(each & taken for each in parts):
                yield some, taken


groups = st.frozensets(st.sampled_from(LEAVES), min_size=1, max_size=5)


@settings(max_examples=200, deadline=None)
@given(stated=st.sets(groups, max_size=7), new=groups, cases=st.tuples(*[st.integers(0, 9)] * 6))
def test_whatever_can_be_left_holds_something_that_is_asked_for(stated, new, cases):
    held = dict(zip(LEAVES, cases, strict=True))
    whole, values = frozenset(LEAVES), {}
    for each in stated | {new, whole}:
        values[box(each)] = sum(held[leaf] for leaf in each)
    asked = list(remainders(PLAN, values, [box(whole)], box(new)))
    assert all(count == sum(held[leaf] for leaf in each.side("subject")) for each, count in asked)
    least = [each.side("subject") for each, _ in asked]
    wholes = {new: None} | {each: new for each in stated | {whole} if new < each}
    for all_of_it, part in wholes.items():
        parts = [each for each in stated | {new} if each < all_of_it]
        for some, taken in families(parts):
            if (part is None or part in some) and all_of_it - taken:
                assert any(each <= all_of_it - taken for each in least)


def test_twenty_groups_in_a_table_of_forty_lines_leave_few_things_to_ask():
    names = [f"line {number}" for number in range(40)]
    plan = linked(5, {"subject": names}, lines({"subject": names}), told=[["2026"]])
    values = {box(names, plan): 400}
    for first, second in zip(names[::2], names[1::2], strict=True):
        values |= {box([first, second], plan): 20, box([first], plan): 9}
    new = box([names[1]], plan)
    asked = remainders(plan, {**values, new: 11}, [box(names, plan)], new)
    assert len(list(asked)) < 100
