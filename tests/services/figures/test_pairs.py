"""Each department by subject: laid down with a year, decided about last, a table for each."""

import csv
import json
from datetime import UTC, date, datetime
from io import StringIO
from random import Random

import pytest

from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.protocol import protect
from advisor_app.disclosure.register import Register
from advisor_app.disclosure.statement import Decision, Outcome
from advisor_app.domain.codes import Code
from advisor_app.domain.history import Saying
from advisor_app.domain.language import Language
from advisor_app.domain.organisation import Organisation, PeriodKind
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.domain.reporting import Parts, Rung
from advisor_app.services.codes import Codes
from advisor_app.services.figures import plans
from advisor_app.services.figures.auditing import Auditing
from tests.services.figures.practice import (
    a_vault_from,
    ledger_bytes,
    planned,
    practice,
    refused,
    rows,
)
from tests.services.figures.test_attacker import attack, fix_everything

DEPARTMENTS = {"Zorg": 1_900, "Thuis": 1_600, "Kantoor": 80}
SUBJECTS = ("OO-PES", "OO-PES", "OO-INT", "ARB-LEI", "OO-DIS")
TABLE = "Zorg: zaken naar hoofdonderwerp"


@pytest.fixture
def session(access, clock):
    """Return a vault of November 2025, before the years that are planned here."""
    yield from a_vault_from(clock, access, datetime(2025, 11, 3, 9, tzinfo=UTC))


@pytest.fixture
def client(session, clock):
    """Return what makes a client with three departments."""

    def make(staff=4_000, departments=DEPARTMENTS, **changes):
        years = (2025, 2026, 2027, 2028)
        return practice(session, clock, staff, departments, years=years, **changes)

    return make


@pytest.fixture
def lived(client):
    """Return a year that is over: 60 cases in one department, 40 in another, 6 in the last."""

    def make(rung=Rung.YEAR_TABLES, parts=None):
        made = planned(client(), rung, parts=parts, has_pairs=True)
        for month in (5, 10):
            made.goes_to(2026, month, 12)
            for name, cases in (("Zorg", 30), ("Thuis", 20), ("Kantoor", 3)):
                for number in range(cases):
                    made.case(SUBJECTS[number % 5], department=name)
        made.goes_to(2027, 1, 9)
        return made

    return make


def test_each_department_has_a_table_by_subject_of_what_is_large_enough(lived):
    report = lived().fixes("2026")
    tables = {table.title: table for table in report.tables}
    assert rows(tables["Zaken naar afdeling"]) == {
        "Zorg": 60, "Thuis": 40, "Kantoor": None, "Overige of onbekend": None,
    }  # fmt: skip
    own = tables[TABLE]
    assert {label: value for label, value in rows(own).items() if value} == {
        "Pesten": 24, "Intimidatie of machtsmisbruik": 12, "Discriminatie": 12,
    }  # fmt: skip
    assert (own.column, own.remainder, own.total) == ("Hoofdonderwerp", 12, 60)
    assert list(tables)[2:] == [TABLE]  # in "Thuis" and "Kantoor" nothing is large enough


def test_a_line_of_one_department_that_a_threshold_shows_may_cost_a_line_of_another(lived):
    """The other lines hold 20 of all, so of the 24 left in Zorg four or more are discrimination.

    Silence below 5 would say that it is exactly four; below 9 it is four to eight, so 12 is shown.
    Of the 20 reports of discrimination 8 are then left, and 8 cannot be shown and leave five.
    By the second policy the 12 was passed over, and the 8 in Thuis left 12.
    """
    made = lived()
    made.fixes("2026")
    pairs = {
        (sides[DEPARTMENT], sides[plans.SUBJECT]): each
        for each in Ledger.parse(ledger_bytes(made.session, made.id)).statements
        for sides in [{name: next(iter(side)) for name, side in each.box.sides}]
        if {DEPARTMENT, plans.SUBJECT} <= set(sides)
    }
    assert pairs["Zorg", "discriminatie"].decision == Decision(Outcome.PUBLISHED, 12)
    assert pairs["Thuis", "discriminatie"].decision == Decision(Outcome.SKIPPED)


def test_the_table_stands_in_every_file_and_is_told_to_the_director(lived):
    made = lived()
    made.fixes("2026")
    files = made.session.reporting.files(made.id, "2026")
    lines = list(csv.reader(StringIO(files["csv"].decode("utf-8-sig"))))
    place = next(row for row, line in enumerate(lines) if line and line[0].endswith(TABLE))
    assert ["Pesten", "24"] in lines[place:]
    (report,) = made.session.history.fixed_reports(made.id, Language.EN).reports
    assert report.tables[-1].title == "Zorg: cases by main subject"


def test_a_department_that_is_not_named_has_no_table_and_adds_to_none(lived):
    made = lived()
    ledger = Ledger.parse(ledger_bytes(made.session, made.id))
    (plan,) = ledger.plans
    named = {
        leaf for box in plan.releases[-1].boxes for leaf in plan.sides(box).get(DEPARTMENT, ())
    }
    assert named == {"Zorg", "Thuis", "Kantoor"}
    assert plan.protected_pairs == ((plans.SUBJECT, DEPARTMENT),)


def test_what_can_be_inferred_at_most_names_the_table_of_the_department(lived):
    made = lived()
    proposal = made.session.reporting.proposal(made.id, "2026")
    known = proposal.inferable(proposal.preview(), Language.NL)
    hidden = {each.line for each in known if each.table == TABLE}
    assert {"Arbeidsconflict", "Integriteit en misstand"} <= hidden
    assert not {"Pesten", "Discriminatie"} & hidden
    assert "Overige of onbekend" in {
        each.line for each in known if each.table == "Zaken naar afdeling"
    }
    assert all(each.most is None or each.most - each.least >= 4 for each in known)


def test_a_figure_of_a_department_that_was_said_is_weighed_and_stands_in_the_history(lived):
    made = lived()
    made.fixes("2026")
    sayings = made.session.sayings
    (period,) = (each for each in sayings.periods(made.id, Language.NL) if len(each.times) == 1)
    lines = {(each.table, each.label): each.line for each in period.lines}

    def said(label, value):
        return Saying(
            said_on=date(2027, 1, 8), recipient_role=Code("CTR-DIR"), text="Aan de telefoon.",
            period=period.times, line=lines[TABLE, label], value=value,
        )  # fmt: skip

    with pytest.raises(InvalidError):
        sayings.weigh(made.id, said("Pesten", 23))
    assert sayings.weigh(made.id, said("Arbeidsconflict", 3)).cost(Auditing()).exposes
    assert not sayings.weigh(made.id, said("Pesten", 24)).cost(Auditing()).exposes
    sayings.keep(made.id, said("Pesten", 24))
    (kept,) = made.session.history.past(made.id, Language.NL).said
    assert (kept.table, kept.label, kept.value) == (TABLE, "Pesten", 24)


def test_quarters_with_their_tables_leave_room_for_departments_at_the_end_of_the_year(lived):
    made = lived(Rung.PART_TABLES, Parts.HALVES)
    first = made.fixes("2026-H1")
    assert not any(table.title == TABLE for table in first.tables)
    year = {table.title: rows(table) for table in made.fixes("2026").tables}
    assert year[TABLE]["Pesten"] == 24
    fix_everything(made)
    assert attack(json.loads(ledger_bytes(made.session, made.id)))


def test_it_is_advised_where_more_than_a_hundred_cases_are_expected(client):
    advice = client().session.reporting.advice
    few, many = client(code="WEINIG"), client(staff=12_000, code="VEEL")
    school = client(staff=12_000, code="SCHOOL", period_kind=PeriodKind.SCHOOL_YEAR)
    alone = client(staff=12_000, code="EEN", departments={"Zorg": 900})
    assert not advice(few.id, "2026").paired
    assert advice(few.id, "2026").pairs == {
        Rung.YEAR_TABLES: (None, *Parts), Rung.PART_TABLES: tuple(Parts),
    }  # fmt: skip
    assert advice(many.id, "2026").paired
    assert advice(school.id, "2026/27").paired
    assert advice(alone.id, "2026").pairs == {}
    assert not planned(few, Rung.YEAR_TABLES).session.reporting.overview(few.id)[-1].has_pairs
    planned(many, Rung.PART_TABLES)
    divided = [line for line in many.session.reporting.overview(many.id) if line.parts]
    assert divided
    assert all(line.has_pairs for line in divided)


def test_what_is_too_much_to_decide_about_at_once_is_not_offered(client):
    departments = {f"Afdeling {letter}": 300 for letter in "ABCDEFGHIJKL"}
    made = client(12_000, departments)
    advice = made.session.reporting.advice(made.id, "2026")
    assert (advice.rung, advice.paired) == (Rung.PART_TABLES, False)
    assert advice.pairs == {
        Rung.YEAR_TABLES: (None, Parts.THIRDS, Parts.HALVES),
        Rung.PART_TABLES: (Parts.THIRDS, Parts.HALVES),
    }  # fmt: skip
    for rung, parts in ((Rung.PART_TABLES, None), (Rung.YEAR_TOTAL, None)):
        assert refused(
            lambda rung=rung, parts=parts: planned(made, rung, parts=parts, has_pairs=True)
        ) is Problem.UNSAFE_PLAN  # fmt: skip
    planned(made, Rung.PART_TABLES, parts=Parts.THIRDS, has_pairs=True)


def test_within_a_year_it_is_laid_down_where_it_is_advised_and_nowhere_else(client):
    few, many = client(code="WEINIG"), client(staff=12_000, code="VEEL")
    many.goes_to(2026, 3, 2)
    assert refused(lambda: planned(few, Rung.YEAR_TABLES, has_pairs=True)) is Problem.YEAR_BEGAN
    assert refused(lambda: planned(many, Rung.PART_TABLES, has_pairs=False)) is Problem.YEAR_BEGAN
    planned(few, Rung.YEAR_TABLES)
    planned(many, Rung.PART_TABLES)
    assert not few.session.reporting.overview(few.id)[-1].has_pairs
    assert many.session.reporting.overview(many.id)[-1].has_pairs


@pytest.mark.parametrize("seed", range(4))
def test_departments_by_subject_cost_no_other_figure(seed):
    random, codes = Random(seed), Codes.shipped()
    client = Organisation(
        code="WATER", name="Water", type=Code("ORG-GEM"), client_since=date(2025, 1, 1)
    )
    groups = tuple(plans.Group(name=name, staff=2_000, departments=()) for name in "ABC")
    rung, parts = random.choice(((Rung.YEAR_TABLES, None), (Rung.PART_TABLES, Parts.HALVES)))
    cells = [
        (
            random.random(),
            *(int(size * random.random() ** 2) for size in (8, 6, 4)),
        )
        for _each in range(random.choice((30, 60, 120)))
    ]
    said = []
    for has_pairs in (False, True):
        plan = plans.plan_of(client, 2026, rung, 9_000, groups, codes, parts, has_pairs=has_pairs)
        cases = (
            (
                (
                    plan.time_leaves[int(len(plan.time_leaves) * when)],
                    *(
                        each.leaves[leaf]
                        for each, leaf in zip(plan.attributes, leaves, strict=True)
                    ),
                ),
                [str(number)],
                [str(number)],
            )
            for number, (when, *leaves) in enumerate(cells)
        )
        ledger = protect(plan, Register.of(plan, cases), Ledger(organisation="WATER"))
        said.append([each for each in ledger.statements if len(plan.sides(each.box)) < 2])
    assert said[0] == said[1]


def test_the_attacker_would_see_a_department_that_leaves_too_little(lived):
    made = lived()
    made.fixes("2026")
    ledger = json.loads(ledger_bytes(made.session, made.id))
    assert attack(ledger)
    pair = next(
        each for each in ledger["entries"] if len(each.get("box", ())) == 3 and each["value"] == 24
    )
    pair["value"] = 60 - 12 - 2  # of the 60 in that department, beside the 12
    with pytest.raises(AssertionError):
        attack(ledger)
