"""A register is read strictly, and gives counts of boxes and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.oracle import Counts
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.register import MOST_ROWS, Register
from tests.disclosure.worlds import a_plan

PLAN = a_plan(("a", "b"), 5, times=("2026-Q1", "2026-Q2"), staff=2000)
HEADER = "person,cluster,period,category\n"


def read(text):
    return Register.parse(text.encode() if isinstance(text, str) else text, PLAN)


def refusal(text):
    with pytest.raises(RefusedError) as refused:
        read(text)
    return refused.value.problem, refused.value.place


def test_cases_reporters_and_situations_of_a_box_are_counted():
    register = read(
        f"{HEADER}p1,s1,2026-Q1,a\np1,,2026-Q1,a\np2,s1,2026-Q1,b\np3,s1,2026-Q2,a\np4,,2026-Q2,a\n"
    )
    first = Box.of({"period": ["2026-Q1"]})
    assert register.count(first) == Counts(cases=3, persons=2, clusters=2)
    assert register.count(Box.of({"category": ["a"]})) == Counts(cases=4, persons=3, clusters=3)
    assert register.count(Box()) == Counts(cases=5, persons=4, clusters=3)
    assert register.count(Box.of({"period": ["2026-Q2"], "category": ["b"]})).cases == 0


@given(
    st.lists(
        st.tuples(
            st.sampled_from("pqrs"), st.sampled_from(["", "s", "t", "u"]),
            st.sampled_from(PLAN.time_leaves), st.sampled_from("ab"),
        ),
        max_size=12,
    ),
    st.sets(st.sampled_from(PLAN.time_leaves), min_size=1),
    st.sets(st.sampled_from("ab"), min_size=1),
)  # fmt: skip
def test_whoever_and_whatever_stands_in_many_cells_counts_once(cases, times, categories):
    inside = [each for each in cases if each[2] in times and each[3] in categories]
    register = read(HEADER + "".join(",".join(each) + "\n" for each in cases))
    assert register.count(Box.of({"period": times, "category": categories})) == Counts(
        cases=len(inside),
        persons=len({person for person, *_ in inside}),
        clusters=len({situation for _, situation, *_ in inside} - {""})
        + sum(situation == "" for _, situation, *_ in inside),
    )


def test_a_box_is_as_small_as_its_reporters_or_its_situations_whichever_are_fewer():
    few_reporters = read(f"{HEADER}p1,,2026-Q1,a\np1,,2026-Q1,b\np2,,2026-Q2,a\n")
    assert few_reporters.count(Box()).least == 2
    few_situations = read(f"{HEADER}p1,s1,2026-Q1,a\np2,s1,2026-Q1,b\np3,s2,2026-Q2,a\n")
    assert few_situations.count(Box()).least == 2
    assert read(f"{HEADER}p1,,2026-Q1,a\np2,,2026-Q1,b\np3,,2026-Q2,a\n").count(Box()).least == 3


def test_without_situations_every_case_is_one_of_its_own():
    register = read("person,category,period\np1,a,2026-Q1\np1,a,2026-Q1\n")
    assert register.count(Box()) == Counts(cases=2, persons=1, clusters=2)


def test_a_spreadsheets_byte_order_mark_and_line_ends_are_read():
    register = read(
        b"\xef\xbb\xbf" + f'{HEADER}"p1","",2026-Q1,a\n\n'.replace("\n", "\r\n").encode()
    )
    assert register.count(Box()).cases == 1


def test_nobody_is_named_in_what_is_printed():
    register = read(f"{HEADER}Robin Naald,kerstborrel,2026-Q1,a\n")
    printed = repr(register) + repr(register.cells)
    assert "Robin" not in printed
    assert "kerstborrel" not in printed


def test_the_order_of_the_rows_makes_no_other_register():
    first, second = "p1,s1,2026-Q1,a\n", "p2,,2026-Q2,b\n"
    assert read(HEADER + first + second) == read(HEADER + second + first)
    assert read(HEADER + first) != read(HEADER + second)


@pytest.mark.parametrize(
    ("text", "problem", "place"),
    [
        ("", Problem.MISSING_FIELD, "line 1.person"),
        ("person,period\n", Problem.MISSING_FIELD, "line 1.category"),
        ("period,category\n", Problem.MISSING_FIELD, "line 1.person"),
        ("period,person,category\n", Problem.WRONG_FORMAT, "line 1.person"),
        ("person,period,category,cluster\n", Problem.WRONG_FORMAT, "line 1.cluster"),
        ("person;period;category\np1;2026-Q1;a\n", Problem.NOT_CSV, "line 1"),
        ("person,period,category,name\n", Problem.UNKNOWN_DIMENSION, "line 1.4"),
        ("Robin Naald,,2026-Q1,a\n", Problem.UNKNOWN_DIMENSION, "line 1.1"),
        ("person,period,category,period\n", Problem.DUPLICATE_DIMENSION, "line 1.period"),
        (f"{HEADER}p1,,2026-Q1\n", Problem.WRONG_FORMAT, "line 2"),
        (f"{HEADER}p1,,2026-Q1,a,b\n", Problem.WRONG_FORMAT, "line 2"),
        (f"{HEADER}p1,,2026-Q1,a\n,,2026-Q1,a\n", Problem.BAD_TEXT, "line 3.person"),
        (f"{HEADER}p1, s,2026-Q1,a\n", Problem.BAD_TEXT, "line 2.cluster"),
        (f"{HEADER}p1,,2026-Q3,a\n", Problem.UNKNOWN_LEAF, "line 2.period"),
        (f"{HEADER}p1,,2026-Q1,A\n", Problem.UNKNOWN_LEAF, "line 2.category"),
        (f"{HEADER}\np1,,2026-Q1,a\n", Problem.WRONG_FORMAT, "line 2"),
        (f'{HEADER}"p1,,2026-Q1,a\n', Problem.NOT_CSV, "line 2"),
        (b"\xff\xfe", Problem.NOT_CSV, ""),
        (b"x" * (16 * 1024 * 1024 + 1), Problem.TOO_LARGE, ""),
        (HEADER + "p,,2026-Q1,a\n" * (MOST_ROWS + 1), Problem.TOO_LARGE, ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_with_its_place(text, problem, place):
    assert refusal(text) == (problem, place)


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: (HEADER + text).encode()))
def test_whatever_is_handed_in_is_read_or_refused(data):
    try:
        register = Register.parse(data, PLAN)
    except RefusedError:
        return
    assert register.count(Box()).cases == sum(held.cases for held in register.cells.values())
