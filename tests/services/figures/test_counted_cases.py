"""A correction after figures are fixed: the file is right, and the figures go on as they were."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from advisor_app.domain.codes import Code
from advisor_app.domain.problems import Problem
from advisor_app.domain.reporting import Parts, Rung
from advisor_app.services import destruction
from advisor_app.storage.examination import examine
from advisor_app.storage.secret import Secret
from tests.conftest import PASSPHRASE
from tests.services.figures.practice import a_vault_from, planned, practice, refused, rows

CORRECTIONS = {
    "category": {"category": Code("OO-DIS")},
    "relation": {"relation": Code("REL-DIR")},
    "department": {"department": None},
    "a manager who asked for advice": {"reporter_role": Code("ROL-LEI")},
    "counted elsewhere": {"counted_elsewhere": True},
    "all": {
        "category": Code("ARB-LEI"),
        "relation": Code("REL-EXT"),
        "department": None,
        "reporter_role": Code("ROL-LEI"),
        "counted_elsewhere": True,
    },
}


@pytest.fixture
def made(access, clock):
    for session in a_vault_from(clock, access, datetime(2025, 11, 3, 9, tzinfo=UTC)):
        yield practice(session, clock, 4_000, {"Zorg": 1900, "Thuis": 1700})


def a_year(made, rung, fixed=1):
    """Promise figures over 2026, enter cases in each quarter, and fix the first quarters."""
    planned(made, rung, parts=Parts.QUARTERS)
    first = []
    for quarter, month in enumerate((2, 5, 8, 11), 1):
        made.goes_to(2026, month, 2)
        first += made.cases(9, "OO-PES", "REL-COL", "Zorg")
        made.cases(8, "OO-INT", "REL-DIR", "Thuis")
        if quarter <= fixed:
            made.goes_to(2026, month + 2, 2)
            made.fixes(f"2026-Q{quarter}")
    made.goes_to(2027, 1, 5)
    return first[0]


def ledger_of(made, release):
    return made.session.reporting.preview(made.id, release).ledger


@pytest.mark.parametrize("changes", CORRECTIONS.values(), ids=CORRECTIONS)
@pytest.mark.parametrize("is_destroyed", [False, True])
def test_a_correction_after_figures_are_fixed_changes_none_that_follow(made, changes, is_destroyed):
    case = a_year(made, Rung.PART_TABLES)
    before = ledger_of(made, "2026-Q2")
    stored = made.session.casework.change_case(replace(case, **changes))
    assert stored == made.session.casework.case(case.id).case
    assert {name: getattr(stored, name) for name in changes} == changes
    if is_destroyed:
        with made.session._vault.transaction() as tables:
            destruction.remove(tables, stored, min, made.clock.at.date())
    assert ledger_of(made, "2026-Q2") == before
    made.fixes("2026-Q2")
    folder = made.session.folder
    made.session.close()
    examine(folder, Secret.passphrase(PASSPHRASE), made.clock, lambda _: None)


def test_a_correction_before_figures_are_fixed_counts(made):
    case = a_year(made, Rung.PART_TABLES, fixed=0)
    made.session.casework.change_case(replace(case, category=Code("OO-INT")))
    assert rows(made.previews("2026-Q1").tables[0])["Pesten"] == 8
    assert made.session._vault.tables.counted_as.find(case.id) is None


def test_where_only_a_total_was_fixed_codes_still_count_as_they_are_corrected(made):
    case = a_year(made, Rung.PART_TOTALS)
    made.session.casework.change_case(
        replace(case, category=Code("OO-INT"), reporter_role=Code("ROL-LEI"))
    )
    report = made.previews("2026")
    assert (report.total.value, rows(report.tables[0])["Pesten"]) == (68, 35)


def test_a_correction_that_is_undone_leaves_nothing(made):
    case = a_year(made, Rung.PART_TABLES)
    counted = made.session._vault.tables.counted_as
    made.session.casework.change_case(replace(case, category=Code("OO-DIS")))
    assert counted.find(case.id).category == Code("OO-PES")
    made.session.casework.put_case_back(case)
    assert counted.find(case.id) is None


def test_a_case_that_counts_in_fixed_figures_is_not_taken_back(made):
    case = a_year(made, Rung.PART_TABLES)
    assert refused(lambda: made.session.casework.take_back_case(case.id)) == Problem.CASE_COUNTED
    today = made.case()
    made.session.casework.take_back_case(today.id)


def test_reporters_of_whom_one_counts_in_fixed_figures_stay_two(made):
    counted, today = a_year(made, Rung.PART_TABLES), made.case()
    reporters = made.session.reporters
    for one, other in ((counted, today), (today, counted)):
        said = refused(lambda one=one, other=other: reporters.join(one.person, other.person))
        assert said == Problem.REPORTER_COUNTED
    also_today = made.case()
    joined = reporters.join(also_today.person, today.person)
    assert made.session.casework.case(also_today.id).person.id == today.person
    fixed = replace(joined, other=counted.person)
    assert refused(lambda: reporters.part(fixed)) == Problem.REPORTER_COUNTED
