"""The auditor is red about everything that a leaky exporter writes, and green about our own."""

from dataclasses import replace
from itertools import product
from threading import Event

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor_app.disclosure.auditor.audit import OUTSIDE, audit
from advisor_app.disclosure.auditor.grid import Grid
from advisor_app.disclosure.auditor.reader import Reader
from advisor_app.disclosure.auditor.report import Finding, Kind, Report
from advisor_app.disclosure.auditor.solver import Highs, SolverFailedError, Worker
from advisor_app.disclosure.auditor.state import State
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.headcount import Headcount
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.one_way import Table
from advisor_app.disclosure.plan import THRESHOLDS, Plan, Release
from advisor_app.disclosure.problems import RefusedError
from advisor_app.disclosure.protocol import protect
from advisor_app.disclosure.statement import Outcome, Outside
from tests.disclosure.ledgers import (
    a_box,
    a_ledger,
    a_plan_for,
    changed,
    forged,
    our_own,
    said,
    with_release,
)
from tests.disclosure.model import Space, World, one_way, spoken, vectors
from tests.disclosure.test_leaks import always, decides, of_all_leaves, one_too_many
from tests.disclosure.theorem import linked
from tests.disclosure.worlds import a_plan

GREEN = ("2026 t27", "2026 category:a p9", "2026 category:b p8", "2026 category:c -")
PAIRS = {"leaves": "ab", "departments": "X Y", "pairs": True}
STAFF = {"leaves": "ab", "departments": "X Y onbekend"}


def kinds(report):
    return {each.kind for each in report.findings}


def test_the_example_of_the_page_is_green():
    report = audit(
        a_ledger(
            "2026 t27", "2026 category:a p9", "2026 category:b p8", "2026 category:c -",
            "2026 category:d -", "2026 category:e ?", leaves="abcde",
        )
    )  # fmt: skip
    assert report == Report(counts=report.counts, questions=report.questions)
    assert report.is_green
    assert report.counts > 5


LEAKS = {
    "the last line follows from the total": (
        ["2026 t17", "2026 category:a p9", "2026 category:b p6", "2026 category:c -"],
        {"leaves": "abc"}, Kind.NARROW, (2, 2),
    ),
    "a zero follows": (
        ["2026 t15", "2026 category:a p9", "2026 category:b p6", "2026 category:c -"],
        {"leaves": "abc"}, Kind.NARROW, (0, 0),
    ),
    "silence about every line": (
        ["2026 t10", "2026 category:a -", "2026 category:b -", "2026 category:c -"],
        {"leaves": "abc"}, Kind.NARROW, (2, 4),
    ),
    "a line is shown after a test that might have spoken": (
        ["2026 t14", "2026 category:a -", "2026 category:b -", "2026 category:c p6"],
        {"leaves": "abc"}, Kind.TESTED_UNSAFELY, None,
    ),
    "a line is passed over that might have been tested": (
        ["2026 t14", "2026 category:a ?", "2026 category:b -", "2026 category:c ?"],
        {"leaves": "abc"}, Kind.PASSED_OVER, None,
    ),
    "a small figure is said to follow": (
        ["2026 t14", "2026 category:a d3", "2026 category:b -"], {}, Kind.DOES_NOT_FOLLOW, None,
    ),
    "a figure that follows is written down wrongly": (
        ["2026-H1 t6", "2026-H2 t7", "2026-H1+2026-H2 d12"], {}, Kind.DOES_NOT_FOLLOW, None,
    ),
    "a half-year and its year": (
        ["2026-H1+2026-H2 p30", "2026-H1+2026-H2 category:a p12", "2026-H1 p20",
         "2026-H1 category:a p10"], {}, Kind.NARROW, (2, 2),
    ),
    "two half-years told, one nearly empty": (
        ["2026-H1 t1", "2026-H2 t9", "2026-H1+2026-H2 category:a p5"], {}, Kind.NARROW, (4, 5),
    ),
    "an unplanned subtotal": (
        ["2026 t20", "2026 category:a p9", "2026 category:a+b p11"], {}, Kind.NARROW, (2, 2),
    ),
    "a group of lines beside its lines": (
        ["2026 t20", "2026 category:a+b p9", "2026 category:a p5"],
        {"nodes": {"ab": ("a", "b")}}, Kind.NARROW, (4, 4),
    ),
    "a table without its total": (
        ["2026 -", "2026 category:a p9"], {}, Kind.TOTAL_NOT_FIRST, None,
    ),
    "an odd shape: all cases but those of one pair": (
        ["2026 t12", "2026 category:a department:X p11"], PAIRS, Kind.FOLLOWS_SMALL, (1, 1),
    ),
    "an odd shape over two half-years": (
        ["2026-H1 t20", "2026-H2 t20", "2026-H1+2026-H2 category:a department:X p38"],
        PAIRS, Kind.FOLLOWS_SMALL, (2, 2),
    ),
    "a department of which too many reported": (
        ["2026 t40", "2026 department:X p16"], STAFF, Kind.HEADCOUNT, (16, 16),
    ),
    "two departments together by subtraction": (
        ["2026 t60", "2026 department:onbekend+X p12"], STAFF, Kind.HEADCOUNT, (48, 48),
    ),
    "staff that nobody can count": (
        ["2026 t20", "2026 department:onbekend p9"], STAFF, Kind.UNKNOWN_DEPARTMENT, (9, 9),
    ),
    "staff that nobody can count, by subtraction": (
        ["2026 t30", "2026 department:X p10", "2026 department:Y p11"], STAFF,
        Kind.UNKNOWN_DEPARTMENT, (9, 9),
    ),
    "figures that no cases can have": (
        ["2026 t10", "2026 category:a p20"], {}, Kind.CONTRADICTION, None,
    ),
    "a line of a period that was told to hold nothing": (
        ["2026 t0", "2026 category:a p5"], {}, Kind.CONTRADICTION, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LEAKS)
def test_a_ledger_of_a_leaky_exporter_is_red(name):
    lines, options, kind, interval = LEAKS[name]
    report = audit(a_ledger(*lines, **options))
    assert not report.is_green
    assert report.is_finished
    found = [each for each in report.findings if each.kind is kind]
    assert found
    assert {each.release for each in found} == {"r"}
    if interval is not None:
        assert interval in {(each.least, each.most) for each in found}


def test_whoever_looked_at_staff_that_nobody_can_count_and_kept_silent_is_red():
    for sides, kinds_found in (
        ("department:onbekend", {Kind.UNKNOWN_DEPARTMENT}),
        ("department:X", set()),
        ("department:X+onbekend", set()),
    ):
        assert kinds(audit(a_ledger("2026 t30", f"2026 {sides} -", **STAFF))) == kinds_found
    assert audit(a_ledger("2026 t30", "2026 department:onbekend ?", **STAFF)).is_green
    assert audit(a_ledger("2026 t0", "2026 department:onbekend -", **STAFF)).is_green


def test_a_finding_names_release_box_and_interval():
    lines, options, _, _ = LEAKS["the last line follows from the total"]
    assert Finding(
        kind=Kind.NARROW, release="r", boxes=(a_box("2026 category:c"),), least=2, most=2
    ) in audit(a_ledger(*lines, **options)).findings  # fmt: skip


def test_the_first_release_after_which_it_was_so_is_named():
    plan = a_plan("abc", 5, times=("2026-H1", "2026-H2"))
    ledger = Ledger(organisation="TEST").with_plan(plan)
    for half, total in (("2026-H1", 17), ("2026-H2", 40)):
        ledger = with_release(ledger, half, said(
            f"{half} t{total}", f"{half} category:a p9", f"{half} category:b p6",
            f"{half} category:c -",
        ))  # fmt: skip
    small = [
        each for each in audit(ledger).findings if each.boxes == (a_box("2026-H1 category:c"),)
    ]
    assert {each.release for each in small if each.kind is Kind.NARROW} == {"2026-H1"}


# what the forms of plan and ledger refuse already is judged again


def a_promise(*words, staff=1000, leaves=()):
    """Return a ledger of a plan that no honest program would lay down."""
    ledger = a_ledger("2026 t9")
    plan, statement = ledger.plans[0], ledger.statements[0]
    times = sorted({leaf for word in words for leaf in word.split("+")} | set(leaves))
    plan = changed(
        plan,
        dimensions=(Dimension(name="period", leaves=tuple(times)), *plan.attributes),
        headcount=Headcount(organisation=staff),
        releases=(changed(plan.releases[0], told=tuple(map(a_box, words))),),
    )
    return forged(ledger, [plan, *(changed(statement, box=a_box(word)) for word in words)])


@pytest.mark.parametrize(
    ("words", "staff", "leaves"),
    [
        (["2026-H1+2026-H2", "2026-H2"], 1000, []),
        (["2026-H1"], 1000, ["2026-H2"]),
        (["2026"], 60, []),
        (["2026"], 49, []),
        (["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"], 399, []),
    ],
    ids=["overlap", "half of the year", "too few person-years", "too few staff", "quarters"],
)
def test_told_totals_that_may_not_be_promised_are_red(words, staff, leaves):
    assert kinds(audit(a_promise(*words, staff=staff, leaves=leaves))) == {Kind.TOLD_WRONGLY}


def test_told_totals_that_may_be_promised_are_green():
    assert audit(a_promise("2026", staff=100)).is_green


def test_a_told_total_of_a_part_of_the_cases_is_red():
    ledger = a_ledger("2026 t9")
    plan = ledger.plans[0]
    told = (a_box("2026 category:a"),)
    plan = changed(plan, releases=(changed(plan.releases[0], told=told),))
    statement = changed(ledger.statements[0], box=told[0])
    assert Kind.TOLD_WRONGLY in kinds(audit(forged(ledger, [plan, statement])))


def test_a_told_total_that_is_missing_is_red():
    ledger = a_ledger(*GREEN)
    plan, *statements = (each.content for each in ledger.entries)
    assert kinds(audit(forged(ledger, [plan, *statements[1:]]))) >= {
        Kind.TOLD_MISSING, Kind.TOLD_NOT_FIRST, Kind.NOT_AS_PLANNED,
    }  # fmt: skip


def test_telling_last_is_red():
    plan = a_plan_for(said(*GREEN))
    release = plan.releases[0]
    plan = changed(
        plan,
        releases=(
            Release(id="tables", title="Cijfers", boxes=release.boxes),
            Release(id="total", title="Cijfers", told=release.told),
        ),
    )
    total, *tables = a_ledger(*GREEN).statements
    contents = [plan, *(changed(each, release="tables") for each in tables)]
    ledger = forged(Ledger(organisation="TEST"), [*contents, changed(total, release="total")])
    assert Kind.TOLD_NOT_FIRST in kinds(audit(ledger))


@pytest.mark.parametrize("order", [(0, 2, 1, 3), (0, 1, 2), (0, 1, 2, 3, 3), (1, 0, 2, 3)])
def test_another_order_than_planned_is_red(order):
    ledger = a_ledger(*GREEN)
    plan, *statements = (each.content for each in ledger.entries)
    contents = [plan, *(statements[row] for row in order)]
    assert Kind.NOT_AS_PLANNED in kinds(audit(forged(ledger, contents)))


def test_a_release_that_was_made_before_an_earlier_one_is_red():
    plan = a_plan("abc", 5, times=("2026-H1", "2026-H2"))
    whole = our_own(plan, [9, 9, 2, 8, 8, 1])
    assert audit(whole).is_green
    later = [each for each in whole.statements if each.release == "2026-H2"]
    report = audit(forged(whole, [plan, *later]))
    assert kinds(report) >= {Kind.NOT_AS_PLANNED, Kind.TOLD_MISSING}


def test_a_statement_outside_the_plan_is_red():
    ledger = a_ledger(*GREEN)
    stray = changed(ledger.statements[1], release="another")
    contents = [each.content for each in ledger.entries]
    assert kinds(audit(forged(ledger, [*contents, stray]))) == {Kind.NOT_AS_PLANNED}


def test_a_tested_figure_below_n_is_red():
    ledger = a_ledger(*GREEN)
    plan, *statements = (each.content for each in ledger.entries)
    statements[1] = changed(statements[1], value=4)
    assert Kind.SMALL in kinds(audit(forged(ledger, [plan, *statements])))


def test_a_value_without_a_figure_is_red():
    ledger = a_ledger(*GREEN)
    plan, *statements = (each.content for each in ledger.entries)
    statements[3] = changed(statements[3], value=4)
    found = audit(forged(ledger, [plan, *statements]))
    assert Kind.VALUE_AND_OUTCOME_DISAGREE in kinds(found)


def test_a_ledger_that_was_changed_afterwards_is_red():
    ledger = a_ledger(*GREEN)
    entries = list(ledger.entries)
    entries[2] = changed(entries[2], content=changed(entries[2].content, value=10))
    assert kinds(audit(changed(ledger, entries=tuple(entries)))) == {Kind.BROKEN_CHAIN}


# figures from elsewhere


@pytest.mark.parametrize(
    ("box", "value", "kind"),
    [
        ("2026 category:c", 3, Kind.NARROW),
        ("2026 category:a+c", 11, Kind.NARROW),
        ("2026 category:a department:X", 7, Kind.FOLLOWS_SMALL),
        ("2026 category:b+c+d", 17, Kind.CONTRADICTION),
    ],
)
def test_a_figure_from_elsewhere_counts_like_our_own(box, value, kind):
    report = audit(with_outside(box, value))
    assert kind in kinds(report)
    assert {each.release for each in report.findings if each.kind is kind} == {OUTSIDE}


def test_a_figure_from_elsewhere_that_says_nothing_new_is_green():
    assert audit(with_outside("2026 category:b+c+d", 18)).is_green


@pytest.mark.parametrize("how", [[("", 40)], [("a", 22), ("b", 18)]])
def test_a_total_counts_in_every_table_whichever_table_it_follows_from(how):
    leaves = {"subject": "ab", "category": "xyz", "relation": "uvw"}
    plan = linked(5, leaves, [{"period": ["2026"]}], pairs=[("category", "relation")])
    ledger = Ledger(organisation="TEST").with_plan(plan)
    heard = [({"subject": [leaf]} if leaf else {}, value) for leaf, value in how]
    for sides, value in [*heard, ({"category": ["x"], "relation": ["u"]}, 36)]:
        box = Box.of({"period": ["2026"], **sides})
        ledger = ledger.with_outside(Outside(text="gesprek", box=box, value=value))
    assert kinds(audit(ledger)) == {Kind.FOLLOWS_SMALL}


def with_outside(box, value):
    ledger = a_ledger(*GREEN, departments="X Y")
    outside = Outside(text="factuur", box=a_box(box), value=value)
    return forged(ledger, [*(each.content for each in ledger.entries), outside])


# readers who know a case themselves


def test_an_insider_of_a_table_that_is_full_is_red():
    lines, options, _, _ = LEAKS["silence about every line"]
    found = [
        each for each in audit(a_ledger(*lines, **options)).findings if each.kind is Kind.INSIDER
    ]
    mine = a_box("2026 category:a")
    assert (mine, 1, 3) in {(each.known_case, each.least, each.most) for each in found}


def test_a_case_that_fits_nowhere_is_red():
    report = audit(a_ledger("2026-H1 p9", "2026-H1+2026-H2 p9", "2026-H1+2026-H2 category:a p9"))
    assert a_box("2026-H2 category:b") in {
        each.known_case for each in report.findings if each.kind is Kind.INSIDER_FITS_NOWHERE
    }


# our own


def test_every_transcript_of_a_small_table_is_green_and_every_leak_in_it_is_red(monkeypatch):
    """The judge of the model checks sees worlds; the auditor sees only what was said in them."""
    plan = one_way(3, {"subject": "abc"})
    worlds = list(vectors(3, 9))
    assert _red_worlds(plan, worlds) == 0
    for rules in ({"rest": False}, {"least": lambda table: table.n - 1}):
        monkeypatch.setattr(Table, "_decide", decides(**rules))
        assert _red_worlds(plan, worlds) > 0
    for threshold in (always, of_all_leaves, one_too_many):
        monkeypatch.setattr(Table, "_decide", decides(threshold=threshold))
        assert _red_worlds(one_way(3, {"subject": "abcd"}), _some(4, 8)) > 0


def _some(length, most):
    return [cells for cells in vectors(length, most) if sum(cells) in {7, 8}]


def _red_worlds(plan, worlds):
    judged = {}
    for cells in worlds:
        try:
            ledger = our_own(plan, cells)
        except RefusedError:  # by the form of a ledger: a figure below n
            judged[cells] = False
            continue
        key = tuple(map(spoken, ledger.statements))
        if key not in judged:
            judged[key] = audit(ledger).is_green
    return sum(not green for green in judged.values())


@st.composite
def plans_and_cases(draw):
    """A plan that the closed form accepts, and a world of it."""
    times = draw(st.sampled_from([
        ["2026"], ["2026-H1", "2026-H2"], ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"],
    ]))  # fmt: skip
    told = draw(st.booleans())
    leaves = {"subject": "abcdef"[: draw(st.integers(2, 6))]}
    if draw(st.booleans()):
        leaves["route"] = "xyz"[: draw(st.integers(2, 3))]
    headcount = None
    if draw(st.booleans()):
        leaves["department"] = ["North", "South", "onbekend"]
        staff = draw(st.integers(50, 300))
        headcount = Headcount(organisation=2_000, department={"North": staff, "South": 300})
    each = [(leaf,) for leaf in times]
    tables = each if not told or draw(st.booleans()) else [tuple(times)]
    plan = one_way(
        draw(st.integers(3, 6)), leaves, told=each if told else (), tables=tables,
        headcount=headcount,
    )  # fmt: skip
    plan = replace(plan, policy=draw(st.sampled_from([1, THRESHOLDS])))
    size = len(Space(plan).cells)
    some = st.one_of(st.just(0), st.integers(0, 3), st.integers(0, 12))
    rarely = draw(st.integers(1, 6))
    cases = draw(st.lists(some, min_size=size, max_size=size))
    return plan, tuple(each if place % rarely == 0 else 0 for place, each in enumerate(cases))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans_and_cases())
def test_whatever_our_closed_form_writes_is_green(drawn):
    plan, cases = drawn
    world = World(Space(plan), cases)
    report = audit(protect(plan, world, Ledger(organisation=plan.organisation)))
    assert report.findings == ()


@st.composite
def tables(draw):
    """Any statements about three lines, safe or not, that some cases could give."""
    n, cases = draw(st.integers(2, 4)), draw(st.tuples(*[st.integers(0, 7)] * 3))
    lines = [f"2026 t{sum(cases)}"]
    for leaf, count in zip("abc", cases, strict=True):
        mark = draw(st.sampled_from("-?" if count < n else "p?"))
        lines.append(f"2026 category:{leaf} {mark}{count if mark == 'p' else ''}")
    return n, sum(cases), lines


def silent_below(n, outcomes, worlds):
    """Return the worlds that hold less than n wherever something was tested and not shown."""
    return [
        world
        for world in worlds
        if all(
            how is not Outcome.SILENT or count < n
            for how, count in zip(outcomes, world, strict=True)
        )
    ]


@settings(max_examples=60, deadline=None)
@given(tables())
def test_the_intervals_are_those_of_all_worlds_one_by_one(drawn):
    n, total, lines = drawn
    outcomes = [mark for _, mark, _ in said(*lines[1:])]
    values = [value for _, _, value in said(*lines[1:])]
    large = [world for world in product(range(total + 1), repeat=3) if sum(world) == total and all(
        value in {None, count} for count, value in zip(world, values, strict=True))]  # fmt: skip
    small = silent_below(n, outcomes, large)
    report = audit(a_ledger(*lines, n=n, leaves="abc"))
    if not small:
        assert Kind.CONTRADICTION in kinds(report)
        return
    for place, leaf in enumerate("abc"):
        its = [world[place] for world in small]
        narrow = max(its) - min(its) < min(n - 1, total)
        expected = narrow and min(world[place] for world in large) < n
        found = [each for each in report.findings if each.kind is Kind.NARROW
                 and each.boxes == (a_box(f"2026 category:{leaf}"),)]  # fmt: skip
        assert [(each.least, each.most) for each in found] == [(min(its), max(its))] * expected


@st.composite
def halves(draw):
    """Any statements about two lines of each of two told half-years, that some cases could give."""
    n, lines, offered = draw(st.integers(2, 4)), [], []
    cases = draw(st.tuples(*[st.integers(0, 6)] * 4))
    for half, own in (("2026-H1", cases[:2]), ("2026-H2", cases[2:])):
        lines.append(f"{half} t{sum(own)}")
        for leaf, count in zip("ab", own, strict=True):
            mark = draw(st.sampled_from("-?" if count < n else "p?"))
            offered.append(f"{half} category:{leaf} {mark}{count if mark == 'p' else ''}")
    return n, cases, lines, offered


@settings(max_examples=60, deadline=None)
@given(halves())
def test_the_intervals_over_two_periods_are_those_of_all_worlds_one_by_one(drawn):
    n, cases, told, offered = drawn
    large = []
    for first, third in product(range(sum(cases[:2]) + 1), range(sum(cases[2:]) + 1)):
        world = (first, sum(cases[:2]) - first, third, sum(cases[2:]) - third)
        marks = [value for _, _, value in said(*offered)]
        if all(value in {None, count} for count, value in zip(world, marks, strict=True)):
            large.append(world)
    outcomes = [how for _, how, _ in said(*offered)]
    small = silent_below(n, outcomes, large)
    expected = set()
    for times, (place, leaf) in product(
        ((0,), (2,), (0, 2)), ((0, "a"), (1, "b"))
    ):  # the cells of a leaf are those of its half-years
        count = [sum(world[time + place] for time in times) for world in small]
        room = sum(sum(cases[time : time + 2]) for time in times)
        least = min(sum(world[time + place] for time in times) for world in large)
        if max(count) - min(count) < min(n - 1, room) and least < n:
            named = "+".join({0: "2026-H1", 2: "2026-H2"}[time] for time in times)
            expected.add((a_box(f"{named} category:{leaf}"), min(count), max(count)))
    report = audit(a_ledger(*told, *offered, n=n, leaves="ab"))
    found = {
        (each.boxes[0], each.least, each.most)
        for each in report.findings
        if each.kind is Kind.NARROW
    }
    assert found == expected


def test_a_period_of_which_nothing_was_said_hides_what_lies_in_it_and_nothing_else():
    lines = ["2026-H1 p6", "2026-H1 category:a -", "2026-H1 category:b -", "2026-H2 ?"]
    report = audit(a_ledger(*lines, leaves="ab"))
    narrow = {each.boxes[0]: (each.least, each.most) for each in report.findings
              if each.kind is Kind.NARROW}  # fmt: skip
    a, b = a_box("2026-H1 category:a"), a_box("2026-H1 category:b")
    assert narrow == {a: (2, 4), b: (2, 4)}
    insiders = {each.known_case for each in report.findings if each.kind is Kind.INSIDER}
    assert a_box("2026-H2 category:a") in insiders


# solvers that nobody can rely on


class Broken:
    """A solver that does to the answers of a real one whatever it is told."""

    def __init__(self, spoil):
        self.real, self.spoil = Highs(), spoil

    def world(self, rows, objective, held, *, is_rough=False):
        answer = self.real.world(rows, objective, held, is_rough=is_rough)
        return None if answer is None else self.spoil(answer)

    def weights(self, rows, objective, held):
        return self.spoil(self.real.weights(rows, objective, held))


def fails(_answer):
    raise SolverFailedError


def one_more(answer):
    return [answer[0] + 1, *answer[1:]]


SPOILT = {
    "fails": fails,
    "adds a case": one_more,
    "says that nothing fits": lambda _answer: None,
    "says something else": lambda answer: [0.0] * len(answer),
    "forgets a cell": lambda answer: answer[1:],
    "says no number": lambda answer: [float("nan")] * len(answer),
    "is always below nothing": lambda answer: [-each for each in answer],
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_solver_that_fails_or_lies_never_makes_it_green(name):
    for lines, options in ((GREEN, {}), *((each[0], each[1]) for each in LEAKS.values())):
        report = audit(a_ledger(*lines, **options), solver=Broken(SPOILT[name]))
        assert not report.is_green


def test_a_solver_that_does_not_end_is_left_alone():
    late, worker = Event(), Worker(patience=0.05)
    with pytest.raises(SolverFailedError):
        worker.result(lambda: late.wait(60))
    late.set()
    assert Worker(patience=60.0).result(lambda: 7) == 7
    report = audit(a_ledger(*GREEN), solver=Highs(patience=0.0))
    assert kinds(report) == {Kind.SOLVER}
    assert not report.is_finished


def test_somebody_who_does_not_want_to_wait_gets_an_unfinished_report():
    asked = []
    report = audit(a_ledger(*GREEN), is_cancelled=lambda: bool(asked.append(1)) or len(asked) > 3)
    assert kinds(report) == {Kind.CANCELLED}
    assert not report.is_finished
    assert len(asked) == 4


def test_progress_goes_from_the_first_step_to_the_last():
    heard = []
    audit(a_ledger(*GREEN), progress=lambda done, every: heard.append((done, every)))
    assert heard == [(step, heard[-1][1]) for step in range(1, heard[-1][1] + 1)]


def test_what_is_too_large_to_look_at_is_not_green():
    leaves = tuple(f"leaf {each}" for each in range(40))
    dimensions = [Dimension(name=f"d{each}", leaves=leaves) for each in range(30)]
    times = ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
    plan = Plan(
        organisation="TEST", n=5, dimensions=(Dimension(name="period", leaves=times), *dimensions),
        time="period", headcount=Headcount(organisation=1000), counts="zaken",
        releases=(Release(id="r", title="r", boxes=(Box.of({"period": times}),)),),
    )  # fmt: skip
    assert kinds(audit(Ledger(organisation="TEST").with_plan(plan))) == {Kind.TOO_LARGE}


def test_a_ledger_in_which_nothing_was_said_is_green():
    assert audit(Ledger(organisation="TEST").with_plan(a_plan("abc", 5))).is_green
    assert audit(Ledger(organisation="TEST")).is_green


class Asserts:
    """A solver that claims to prove a limit by whatever weights it is given."""

    def __init__(self, weight):
        self.weight = weight

    def weights(self, rows, _objective, _held):
        return [self.weight] * len(rows.values)


@pytest.mark.parametrize("weight", [1.0, 0.5])
def test_a_sum_of_rows_proves_nothing_of_a_part_of_it(weight):
    """A total of 20 over three lines says nothing of one of them, whatever a solver claims."""
    plan = a_plan(("a", "b", "c"), 5)
    total, line = a_box("2026"), a_box("2026 category:a")
    grid = Grid.of(plan, [total, line])
    state = State.at_first(grid).with_figure(total, 20, is_told=True)
    reader = Reader(grid, (line,), Asserts(weight), lambda: None)
    assert not reader.is_at_least(state, line, 5)
    assert Reader(grid, (total,), Asserts(weight), lambda: None).is_at_least(state, total, 5)
