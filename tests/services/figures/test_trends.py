"""Years stand side by side as they were published; nothing between them is made up."""

from datetime import UTC, date, datetime

import pytest

from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.statement import Outcome, Statement
from advisor_app.domain.codes import Code
from advisor_app.domain.language import Language
from advisor_app.domain.organisation import Organisation, PeriodKind
from advisor_app.domain.reporting import Parts, Rung
from advisor_app.domain.trend import Gap
from advisor_app.services.codes import Codes
from advisor_app.services.figures import plans
from advisor_app.services.figures.trends import trend
from tests.services.figures.practice import a_vault_from, practice
from tests.services.figures.test_history import destroy_every_case

CODES = Codes.shipped()
GROUPS = tuple(
    plans.Group(name=name, staff=staff, departments=()) for name, staff in (("Zorg", 900), ("Thuis", 300))
)  # fmt: skip


def client(**changes):
    return Organisation(
        code="WATER", name="Gemeente Water", type=Code("ORG-GEM"),
        client_since=date(2024, 1, 1), **changes,
    )  # fmt: skip


def told(ledger, year, rung, values, *, groups=GROUPS, parts=None, **changes):
    """Return the ledger with a year in it; what `values` does not name is silent."""
    plan = plans.plan_of(client(**changes), year, rung, 2_000, groups, CODES, parts)
    ledger = ledger.with_plan(plan, date(year - 1, 12, 1))
    for release in plan.releases:
        statements = [
            Statement(release=release.id, box=box, value=values[release.id], outcome=Outcome.TOLD)
            for box in release.told
        ]
        for box in release.boxes:
            name = "-".join(leaf for side in plan.sides(box).values() for leaf in side)
            value = values.get(name if plan.sides(box) else release.id)
            outcome = Outcome.SILENT if value is None else Outcome.PUBLISHED
            statements.append(Statement(release=release.id, box=box, value=value, outcome=outcome))
        ledger = ledger.with_statements(statements)
    return ledger


def rows(ledger, kind=PeriodKind.CALENDAR_YEAR):
    found = trend(ledger, kind, CODES, Language.NL)
    return found.years, {each.label: (each.values, set(each.breaks)) for each in found.series}


EMPTY = Ledger(organisation="WATER")


def test_years_stand_side_by_side_as_they_were_published():
    ledger = told(EMPTY, 2026, Rung.YEAR_TABLES, {"2026": 20, "pesten": 8})
    ledger = told(ledger, 2027, Rung.YEAR_TABLES, {"2027": 31, "pesten": 11, "discriminatie": 9})
    years, lines = rows(ledger)
    assert years == ("2026", "2027")
    assert lines == {
        "Alle zaken samen": ((20, 31), set()),
        "Pesten": ((8, 11), set()),
        "Discriminatie": ((Gap.NOT_SHOWN, 9), set()),
    }


def test_a_year_that_is_told_in_halves_stands_beside_the_others_with_its_tables():
    ledger = told(EMPTY, 2026, Rung.YEAR_TABLES, {"2026": 20, "pesten": 8})
    halves = {"2027-H1": 11, "2027-H2": 12, "2027": 23, "pesten": 9}
    years, lines = rows(told(ledger, 2027, Rung.PART_TOTALS, halves, parts=Parts.HALVES))
    assert years == ("2026", "2027")
    assert lines == {"Alle zaken samen": ((20, 23), set()), "Pesten": ((8, 9), set())}


def test_quarters_are_never_added_up_to_a_year():
    quarters = {f"2027-Q{number}": 10 + number for number in range(1, 5)}
    ledger = told(EMPTY, 2026, Rung.YEAR_TABLES, {"2026": 20, "pesten": 8})
    ledger = told(ledger, 2027, Rung.PART_TABLES, {**quarters, "pesten": 6}, parts=Parts.QUARTERS)
    years, lines = rows(ledger)
    assert years == ("2026", "2027")
    assert lines == {
        "Alle zaken samen": ((20, Gap.NOT_SHOWN), set()),
        "Pesten": ((8, 6), set()),
    }


def test_a_year_that_is_divided_is_a_year_like_any_other():
    ledger = told(EMPTY, 2026, Rung.YEAR_TABLES, {"2026": 20, "pesten": 8})
    ledger = told(ledger, 2027, Rung.YEAR_TABLES, {"2027": 24, "pesten": 9}, parts=Parts.THIRDS)
    ledger = told(ledger, 2028, Rung.YEAR_TOTAL, {"2028": 7})
    years, lines = rows(ledger)
    assert years == ("2026", "2027", "2028")
    assert lines["Alle zaken samen"][0] == (20, 24, 7)
    assert lines["Pesten"][0] == (8, 9, Gap.NOT_GIVEN)


def test_a_year_without_a_report_is_a_gap_and_not_left_out():
    ledger = told(EMPTY, 2025, Rung.YEAR_TOTAL, {"2025": 0})
    ledger = told(ledger, 2028, Rung.YEAR_TOTAL, {"2028": 1})
    years, lines = rows(ledger)
    assert years == ("2025", "2026", "2027", "2028")
    assert lines["Alle zaken samen"][0] == (0, Gap.NOT_GIVEN, Gap.NOT_GIVEN, 1)


def test_a_year_of_which_quarters_are_still_to_come_is_no_year_yet():
    ledger = told(EMPTY, 2026, Rung.YEAR_TOTAL, {"2026": 20})
    plan = plans.plan_of(client(), 2027, Rung.PART_TOTALS, 2_000, GROUPS, CODES, Parts.QUARTERS)
    ledger = ledger.with_plan(plan, date(2026, 12, 1))
    for number, release in enumerate(plan.releases[:4], start=1):
        assert rows(ledger)[0] == ("2026",)
        (box,) = release.told
        statement = Statement(release=release.id, box=box, value=number, outcome=Outcome.TOLD)
        ledger = ledger.with_statements([statement])
    assert rows(ledger)[0] == ("2026", "2027")


def test_two_years_together_are_no_figure_of_either():
    ledger = told(EMPTY, 2026, Rung.TWO_YEAR_TOTAL, {"2026-2027": 7})
    assert rows(ledger) == (("2026", "2027"), {})


def test_a_series_breaks_where_its_lines_were_laid_down_otherwise():
    third = plans.Group(name="Balie", staff=200, departments=())
    ledger = told(EMPTY, 2026, Rung.YEAR_TABLES, {"2026": 40, "Zorg": 9, "pesten": 8})
    ledger = told(ledger, 2027, Rung.YEAR_TOTAL, {"2027": 30})
    ledger = told(
        ledger, 2028, Rung.YEAR_TABLES, {"2028": 50, "Zorg": 7, "Balie": 6, "pesten": 9},
        groups=(*GROUPS, third),
    )  # fmt: skip
    _years, lines = rows(ledger)
    assert lines["Zorg"] == ((9, Gap.NOT_GIVEN, 7), {2})
    assert lines["Pesten"] == ((8, Gap.NOT_GIVEN, 9), set())
    assert lines["Balie"] == ((Gap.NOT_GIVEN, Gap.NOT_GIVEN, 6), set())


def test_a_series_breaks_where_something_else_is_counted(monkeypatch):
    ledger = told(EMPTY, 2026, Rung.YEAR_TABLES, {"2026": 20, "pesten": 8})
    monkeypatch.setattr(plans, "COUNTS", "Meldingen: wat een melder vertelt.")
    ledger = told(ledger, 2027, Rung.YEAR_TABLES, {"2027": 31, "pesten": 11})
    _years, lines = rows(ledger)
    assert lines == {"Alle zaken samen": ((20, 31), {1}), "Pesten": ((8, 11), {1})}


def test_a_school_year_is_not_compared_with_a_calendar_year():
    ledger = told(EMPTY, 2026, Rung.YEAR_TOTAL, {"2026": 20})
    ledger = told(
        ledger, 2027, Rung.YEAR_TOTAL, {"2027-28": 31}, period_kind=PeriodKind.SCHOOL_YEAR
    )
    years, lines = rows(ledger, PeriodKind.SCHOOL_YEAR)
    assert years == ("2026", "2027/28")
    assert lines["Alle zaken samen"] == ((20, 31), {1})


def test_nothing_was_published_yet():
    assert rows(EMPTY) == ((), {})


@pytest.fixture
def session(access, clock):
    yield from a_vault_from(clock, access, datetime(2025, 11, 3, 9, tzinfo=UTC))


def test_what_is_not_fixed_is_not_in_it_and_destroyed_cases_change_nothing(session, clock):
    made = practice(session, clock, 350)
    for year, cases in ((2026, 3), (2027, 6)):
        session.reporting.choose(made.id, str(year), Rung.YEAR_TOTAL)
        made.goes_to(year, 5, 4)
        made.cases(cases)
        made.goes_to(year, 12, 1)
    made.goes_to(2028, 1, 9)
    made.fixes("2026")
    before = session.trends.of(made.id, Language.NL)
    assert [each.values for each in before.series] == [(3,)]
    destroy_every_case(session)
    assert session.trends.of(made.id, Language.NL) == before
