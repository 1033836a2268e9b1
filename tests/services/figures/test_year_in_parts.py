"""A year in parts: quarters, thirds or halves, each with its tables or beside those of the year."""

from datetime import UTC, date, datetime
from random import Random

import pytest

from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.protocol import protect
from advisor_app.disclosure.register import Register
from advisor_app.domain.codes import Code
from advisor_app.domain.language import Language
from advisor_app.domain.organisation import Organisation, PeriodKind
from advisor_app.domain.problems import Problem
from advisor_app.domain.reporting import Parts, Rung
from advisor_app.services.codes import Codes
from advisor_app.services.figures import plans
from tests.services.figures.practice import a_vault_from, planned, practice, refused, rows


@pytest.fixture
def session(access, clock):
    """Return a vault of November 2025, before the years that are planned here."""
    yield from a_vault_from(clock, access, datetime(2025, 11, 3, 9, tzinfo=UTC))


@pytest.fixture
def client(session, clock):
    """Return what makes a client."""

    def make(staff, **changes):
        return practice(session, clock, staff, years=(2025, 2026, 2027, 2028), **changes)

    return make


def a_lively_year(made, year=2026):
    """Enter 6, 12, 2 and 8 cases in the quarters of a year."""
    for month, cases in ((2, 6), (5, 12), (8, 2), (11, 8)):
        made.goes_to(year, month, 3)
        for number in range(cases):
            made.case("OO-PES" if number % 2 else "OO-INT")
    made.goes_to(year + 1, 1, 9)


def test_a_year_shows_its_quarters_beside_it_where_they_are_large_enough(client):
    made = planned(client(4_000), Rung.YEAR_TABLES, parts=Parts.QUARTERS)
    a_lively_year(made)
    assert list(made.lines())[-1:] == ["2026"]
    report = made.fixes("2026")
    assert (report.total.value, report.total.promised) == (28, True)
    assert report.tables[0].title == "Zaken naar hoofdonderwerp"
    quarters = report.tables[-1]
    assert quarters.title == "Zaken naar kwartaal"
    assert rows(quarters) == {
        "1e kwartaal": 6, "2e kwartaal": 12, "3e kwartaal": None, "4e kwartaal": None,
    }  # fmt: skip
    assert (quarters.remainder, quarters.total) == (10, 28)


@pytest.mark.parametrize(
    ("parts", "months", "words"),
    [(Parts.THIRDS, 4, "tertaal"), (Parts.HALVES, 6, "halfjaar")],
)
def test_a_year_is_also_told_in_other_parts_and_then_as_a_whole(client, parts, months, words):
    made = planned(client(4_000), Rung.PART_TABLES, parts=parts)
    a_lively_year(made)
    leaves = parts.of("2026")
    own = [line for line in made.session.reporting.overview(made.id) if line.id[:4] == "2026"]
    assert [line.id for line in reversed(own)] == [*leaves, "2026"]
    first, last = own[-1], made.fixes(leaves[-1])
    assert (first.last.month, first.is_part) == (months, True)
    assert last.total.value == (8 if parts is Parts.THIRDS else 10)
    assert {state for state, _rung in map(made.lines().get, leaves)} == {"fixed"}
    whole = made.fixes("2026")
    assert (whole.total.value, whole.total.promised) == (28, False)
    text = made.session.reporting.files(made.id, leaves[-1])["csv"].decode("utf-8-sig")
    assert f"{len(leaves)}e {words}" in text


def test_what_does_not_go_with_a_choice_is_not_laid_down(client):
    made = client(4_000)
    for rung in (Rung.YEAR_TOTAL, Rung.THREE_YEAR_TABLES):
        assert refused(lambda rung=rung: planned(made, rung, parts=Parts.HALVES)) is (
            Problem.UNSAFE_PLAN
        )
    assert made.session.reporting.advice(made.id, "2026").parts == {
        Rung.YEAR_TOTAL: (None,), Rung.THREE_YEAR_TABLES: (None,),
        Rung.YEAR_TABLES: (None, *Parts), Rung.PART_TOTALS: (Parts.HALVES, Parts.THIRDS, Parts.QUARTERS),
        Rung.PART_TABLES: tuple(Parts),
    }  # fmt: skip
    school = client(4_000, code="SCHOOL", period_kind=PeriodKind.SCHOOL_YEAR)
    assert set(school.session.reporting.advice(school.id, "2026/27").parts.values()) == {(None,)}


def test_another_division_of_the_next_year_meets_nothing_of_this_one(client):
    made = planned(client(4_000), Rung.PART_TABLES, parts=Parts.QUARTERS)
    made.goes_to(2026, 1, 2)
    planned(made, Rung.PART_TABLES, "2027", parts=Parts.THIRDS)
    a_lively_year(made)
    made.fixes("2026")
    a_lively_year(made, 2027)
    assert made.fixes("2027").total.value == 28
    assert made.session.reporting.advice(made.id, "2028").last_total is None  # it had begun by then


# From one kind of year to the other


@pytest.mark.parametrize("seed", range(6))
def test_the_parts_of_a_year_cost_no_line_of_it(seed):
    """They come last in the order; and the engine, which they need, shows what pencil and paper do."""
    random, codes = Random(seed), Codes.shipped()
    client = Organisation(
        code="WATER", name="Water", type=Code("ORG-GEM"), client_since=date(2025, 1, 1)
    )
    said = {}
    for parts in (None, random.choice(tuple(Parts))):
        plan = plans.plan_of(client, 2026, Rung.YEAR_TABLES, 4_000, (), codes, parts)
        boxes = plan.releases[0].boxes
        assert [bool(plan.sides(box)) for box in boxes] == sorted(
            (bool(plan.sides(box)) for box in boxes), reverse=True
        )
        drawn = Random(seed)
        cases = tuple(
            (
                (
                    plan.time_leaves[drawn.randrange(12) * len(plan.time_leaves) // 12],
                    *(
                        each.leaves[int(len(each.leaves) * drawn.random() ** 2)]
                        for each in plan.attributes
                    ),
                ),
                [str(number)],
                [str(number)],
            )
            for number in range(drawn.choice((8, 15, 30, 45)))
        )
        ledger = protect(plan, Register.of(plan, cases), Ledger(organisation="WATER"))
        said[parts] = [
            (plan.sides(each.box), each.outcome, each.value)
            for each in ledger.said_in("2026")
            if len(plan.times(each.box)) == len(plan.time_leaves)
        ]
    assert len({str(each) for each in map(sorted_sides, said.values())}) == 1


def sorted_sides(said):
    return [
        (sorted((name, *leaves) for name, leaves in sides.items()), *rest) for sides, *rest in said
    ]


def test_within_a_year_only_the_advised_division_can_be_laid_down(client, session, clock):
    made = client(4_000)
    made.goes_to(2026, 3, 2)
    advice = session.reporting.advice(made.id, "2026")
    assert (advice.rung, advice.parts) == (Rung.YEAR_TABLES, {Rung.YEAR_TABLES: (Parts.QUARTERS,)})
    for other in (Parts.HALVES, Parts.THIRDS):
        assert refused(lambda other=other: planned(made, Rung.YEAR_TABLES, parts=other)) is (
            Problem.YEAR_BEGAN
        )
    planned(made, Rung.YEAR_TABLES)
    assert session.reporting.overview(made.id)[-1].parts is Parts.QUARTERS


@pytest.mark.parametrize(
    ("rung", "parts", "release"),
    [
        (Rung.YEAR_TABLES, Parts.THIRDS, "2026"),
        (Rung.PART_TOTALS, Parts.HALVES, "2026-H2"),
        (Rung.PART_TOTALS, Parts.QUARTERS, "2026"),
        (Rung.PART_TABLES, Parts.HALVES, "2026-H1"),
        (Rung.PART_TABLES, Parts.THIRDS, "2026"),
    ],
)
def test_what_can_be_inferred_at_most_is_said_in_words_for_every_division(
    client, rung, parts, release
):
    made = planned(client(4_000), rung, parts=parts)
    a_lively_year(made)
    proposal = made.session.reporting.proposal(made.id, release)
    for each in proposal.inferable(proposal.preview(), Language.NL):
        assert each.line
        assert "2026-" not in each.line
        assert each.most is None or each.most - each.least >= 4
