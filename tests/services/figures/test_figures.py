"""Figures of a client: chosen before, fixed after, the same for ever, from the real vault."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from advisor_app.disclosure.box import MOST_LEAVES
from advisor_app.disclosure.ledger import Ledger
from advisor_app.documents import spreadsheet, workbook
from advisor_app.domain.codes import Code
from advisor_app.domain.language import Language
from advisor_app.domain.organisation import Advisor, Headcount, PeriodKind
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.domain.report import FileFormat, Section
from advisor_app.domain.reporting import Parts, ReleaseState, Rung, Verdict
from advisor_app.services.figures import reporting
from advisor_app.services.words import sentence
from tests.conftest import PASSPHRASE
from tests.documents.reading import lines_of
from tests.services.figures.practice import (
    a_vault_from,
    ledger_bytes,
    planned,
    practice,
    refused,
    rows,
)

BEFORE = datetime(2025, 11, 3, 9, tzinfo=UTC)


@pytest.fixture
def session(access, clock):
    """Return a vault of November 2025, before the years that are planned here."""
    yield from a_vault_from(clock, access, BEFORE)


@pytest.fixture
def client(session, clock):
    """Return what makes a client."""

    def make(staff, departments=None, **changes):
        return practice(session, clock, staff, departments, **changes)

    return make


# The normal client


def test_three_reporters_at_a_client_of_350_make_a_finished_report(client):
    made = planned(client(350), Rung.YEAR_TOTAL)
    made.goes_to(2026, 5, 6)
    made.cases(3)
    made.goes_to(2027, 1, 8)
    report = made.fixes("2026")
    assert (report.total.value, report.total.promised, report.total.headcount) == (3, True, 350)
    assert report.tables == ()
    assert Section.BREAKDOWN in report.sections
    assert report.fixed_on == date(2027, 1, 8)
    files = made.session.reporting.files(made.id, "2026")
    assert set(files) == set(FileFormat)
    assert "In 2026 zijn 3 zaken geregistreerd." in files["csv"].decode("utf-8-sig")


@pytest.mark.parametrize("cases", [0, 1, 4])
def test_below_n_only_the_number_itself_depends_on_the_cases(client, cases):
    made = planned(client(350), Rung.YEAR_TABLES)
    made.goes_to(2026, 5, 6)
    made.cases(cases)
    made.goes_to(2027, 1, 8)
    report = made.fixes("2026")
    assert report.total.value == cases
    assert (report.tables, report.trend) == ((), ())
    assert report.sections == (
        Section.PROTECTION, Section.REACHABILITY, Section.DEFINITIONS, Section.CONFIDENTIALITY,
    )  # fmt: skip


@pytest.mark.parametrize(("began", "ended", "staff", "said"), [
    ((2026, 3, 1), None, 350, "werkt sinds 1 maart 2026 voor deze organisatie."),
    ((2024, 3, 1), (2026, 9, 30), 30, "werkte tot en met 30 september 2026 voor deze organisatie."),
    ((2026, 3, 1), (2026, 9, 30), 350, "werkte van 1 maart 2026 tot en met 30 september 2026"),
    ((2026, 1, 1), (2026, 12, 31), 350, ""),
])  # fmt: skip
def test_a_report_says_since_when_the_advisor_worked_there(client, began, ended, staff, said):
    until = date(*ended) if ended else None
    made = client(staff, client_since=date(*began), client_until=until)
    if staff > 50:
        planned(made, Rung.YEAR_TOTAL)
    made.goes_to(2027, 1, 8)
    made.fixes("2026")
    files = made.session.reporting.files(made.id, "2026")
    for text in (files["csv"].decode("utf-8-sig"), " ".join(lines_of(files["pdf"]).split())):
        assert said in text
        assert bool(said) == ("voor deze organisatie" in text)


@pytest.mark.parametrize(("quarter", "began", "ended", "said"), [
    ("2026-Q1", (2026, 5, 15), None, "werkt sinds 15 mei 2026 voor deze organisatie."),
    ("2026-Q3", (2024, 3, 1), (2026, 6, 30), "werkte tot en met 30 juni 2026 voor deze organisatie."),
])  # fmt: skip
def test_a_quarter_in_which_nobody_could_come_says_why(client, quarter, began, ended, said):
    until = date(*ended) if ended else None
    made = client(600, client_since=date(*began), client_until=until)
    planned(made, Rung.PART_TOTALS, parts=Parts.QUARTERS)
    made.goes_to(2026, 10, 8)
    made.fixes(quarter)
    assert said in made.session.reporting.files(made.id, quarter)["csv"].decode("utf-8-sig")


def test_a_report_says_nothing_of_work_that_is_still_to_begin(client):
    made = planned(
        client(600, client_since=date(2026, 5, 15)), Rung.PART_TOTALS, parts=Parts.QUARTERS
    )
    made.goes_to(2026, 4, 8)
    assert made.fixes("2026-Q1").since is None


def test_the_years_before_stand_beside_the_number(client):
    made = planned(client(350), Rung.YEAR_TOTAL)
    made.goes_to(2026, 2, 1)
    made.cases(4)
    planned(made, Rung.YEAR_TOTAL, "2027")
    made.goes_to(2027, 2, 1)
    made.cases(2)
    made.fixes("2026")
    made.goes_to(2028, 1, 3)
    report = made.fixes("2027")
    assert bars_of(report) == [("2026", 4), ("2027", 2)]


def bars_of(report):
    return [(bar.label, bar.value) for bar in report.trend]


def test_beside_a_quarter_stand_the_quarters_before_it_and_no_year(client):
    made = planned(client(600), Rung.PART_TOTALS, parts=Parts.QUARTERS)
    made.goes_to(2026, 8, 3)
    made.cases(6)
    planned(made, Rung.PART_TOTALS, "2027", Parts.QUARTERS)
    made.goes_to(2027, 7, 2)
    made.fixes("2026")
    assert bars_of(made.fixes("2027-Q2")) == [
        ("2026-Q2", 0), ("2026-Q3", 6), ("2026-Q4", 0), ("2027-Q1", 0), ("2027-Q2", 0),
    ]  # fmt: skip


def test_a_small_client_has_a_total_over_two_years_and_a_report_of_words_between(client):
    made = client(60)
    assert made.session.reporting.advice(made.id, "2026").offered == (Rung.TWO_YEAR_TOTAL,)
    planned(made, Rung.TWO_YEAR_TOTAL)
    made.goes_to(2027, 1, 4)
    assert made.lines()["2026"] == ("ready", "nothing")
    assert made.lines()["2026-2027"] == ("running", "two_year_total")
    words = made.fixes("2026")
    assert (words.total.value, words.ledger_head, words.tables) == (None, "", ())
    assert refused(lambda: made.fixes("2026-2027")) is Problem.NOT_CLOSED_YET
    made.case()
    made.goes_to(2028, 1, 4)
    assert made.fixes("2026-2027").total.value == 1


def test_below_fifty_staff_the_report_has_words_and_nothing_can_be_chosen(client):
    made = client(30)
    made.goes_to(2026, 2, 2)
    made.cases(2)
    assert made.lines()["2026"] == ("running", "nothing")
    assert refused(lambda: planned(made, Rung.NOTHING)) is Problem.UNSAFE_PLAN
    assert refused(lambda: planned(made, Rung.YEAR_TOTAL)) is Problem.UNSAFE_PLAN
    made.goes_to(2027, 1, 2)
    assert made.fixes("2026").total.value is None
    assert made.lines()["2026"] == ("fixed", "nothing")
    text = made.session.reporting.files(made.id, "2026")["csv"].decode("utf-8-sig")
    assert "Bij 30 medewerkers noemen we geen jaartotaal" in text


# Departments that a plan can not hold


@pytest.mark.parametrize("language", Language)
def test_a_table_of_too_many_departments_says_what_to_do_about_it(client, language):
    made = client(4_000, {f"Team {number:02}": 60 for number in range(MOST_LEAVES)})
    assert refused(lambda: planned(made, Rung.YEAR_TABLES)) is Problem.TOO_MUCH_DETAIL
    assert str(MOST_LEAVES - 1) in sentence(Problem.TOO_MUCH_DETAIL, language)
    fits = client(4_000, {f"Ploeg {n:02}": 60 for n in range(MOST_LEAVES - 1)}, code="PAST")
    planned(fits, Rung.YEAR_TABLES)


def test_a_department_larger_than_its_organisation_is_told_as_such(client):
    made = client(200, {"Zorg": 150, "Beheer": 250})
    assert refused(lambda: planned(made, Rung.YEAR_TABLES)) is Problem.DEPARTMENTS_EXCEED_STAFF


def test_any_name_that_a_department_can_have_can_stand_in_a_table(client):
    long = [f"{'Team jeugd en gezin ' * 9}nummer {number}" for number in range(2)]
    accents = "Cafe\u0301  Zuid"
    made = planned(client(2_000, {**dict.fromkeys(long, 600), accents: 600}), Rung.YEAR_TABLES)
    made.goes_to(2026, 3, 2)
    for department in (*long, accents):
        made.cases(20, "OO-PES", "REL-COL", department)
    made.goes_to(2027, 1, 2)
    table = made.previews("2026").tables[-1]
    short = [f"{name[:60].strip()}…{name[-59:].strip()}" for name in long]
    assert {*short, "Café Zuid"} < {line.label for line in table.lines}
    assert {line.value for line in table.lines} == {20, None}


# Tables


def test_a_year_of_tables_shows_what_stands_on_five_reporters(client):
    made = planned(client(4_000, {"Zorg": 900, "Thuis": 700, "Kantoor": 90}), Rung.YEAR_TABLES)
    made.goes_to(2026, 3, 2)
    made.cases(9, "OO-PES", "REL-DIR", "Zorg")
    made.cases(8, "OO-INT", "REL-COL", "Thuis")
    made.cases(3, "OO-DIS", "REL-COL", "Kantoor")
    made.cases(7, "ARB-LEI", "REL-EXT")
    made.goes_to(2027, 1, 9)
    subject, relation, department = made.fixes("2026").tables
    assert rows(subject) == {
        "Pesten": 9, "Intimidatie of machtsmisbruik": 8, "Agressie en geweld": None,
        "Seksuele intimidatie": None, "Discriminatie": None, "Integriteit en misstand": None,
        "Arbeidsconflict": None, "Overig of onbekend": None,
    }  # fmt: skip
    assert (subject.remainder, subject.total) == (10, 27)
    assert rows(relation)["Direct leidinggevende"] == 9
    assert (rows(department)["Zorg"], rows(department)["Kantoor"]) == (9, None)


def test_many_cases_of_few_reporters_are_not_shown(client):
    made = planned(client(4_000), Rung.YEAR_TABLES)
    made.goes_to(2026, 3, 2)
    first = made.case("OO-PES")
    made.cases(8, "OO-PES", person=first.person)
    made.cases(8, "OO-INT", anonymous=True)
    made.cases(9, "OO-DIS")
    made.cases(9, "ARB-LEI")
    made.goes_to(2027, 1, 9)
    subject = made.fixes("2026").tables[0]
    assert {label for label, value in rows(subject).items() if value} == {"Discriminatie"}


def test_a_situation_with_many_reporters_is_one_cluster(client):
    made = planned(client(4_000), Rung.YEAR_TABLES)
    made.goes_to(2026, 3, 2)
    first = made.case("OO-PES")
    made.cases(8, "OO-PES", situation=first.situation)
    made.cases(9, "OO-DIS")
    made.cases(9, "ARB-LEI")
    made.goes_to(2027, 1, 9)
    subject = made.fixes("2026").tables[0]
    assert rows(subject)["Pesten"] is None


def test_a_quarter_below_five_reporters_says_nothing_at_all(client):
    made = planned(client(4_000), Rung.PART_TABLES)
    made.goes_to(2026, 2, 2)
    made.cases(4)
    made.goes_to(2026, 5, 2)
    first = made.case()
    made.cases(8, person=first.person)
    made.goes_to(2026, 8, 3)
    made.cases(12, "OO-PES")
    made.cases(6, "OO-INT")
    made.goes_to(2027, 1, 2)
    silent = [made.fixes(f"2026-Q{number}") for number in (1, 2, 4)]
    assert {(report.total.value, report.tables) for report in silent} == {(None, ())}
    assert made.previews("2026-Q3").total.value == 18


def test_three_years_together_show_what_one_year_cannot(client):
    made = planned(client(1_500), Rung.THREE_YEAR_TABLES)
    made.goes_to(2026, 3, 2)
    assert refused(lambda: planned(made, Rung.YEAR_TABLES, "2027")) is Problem.ALREADY_PLANNED
    for year, cases in ((2026, 6), (2027, 1), (2028, 7)):
        made.goes_to(year, 3, 2)
        made.cases(cases, "OO-PES")
        made.cases(2, "OO-INT" if year > 2026 else "OO-DIS")
        made.cases(1, "ARB-LEI")
    assert set(made.lines()) >= {"2026", "2027", "2028", "2026-2028"}
    made.goes_to(2029, 1, 9)
    assert made.fixes("2027").total.value == 4
    waiting = made.session.reporting.overview(made.id)
    assert {line.id: line.brings for line in waiting if line.state is ReleaseState.READY} == {
        "2028": (), "2026-2028": ("2028",),
    }  # fmt: skip
    report = made.fixes("2026-2028")
    assert (report.total.value, report.total.promised) == (23, True)
    subject = report.tables[0]
    assert rows(subject)["Pesten"] == 14
    assert (subject.remainder, rows(subject)["Arbeidsconflict"]) == (9, None)
    assert made.lines()["2028"] == ("fixed", "three_year_tables")
    text = made.session.reporting.files(made.id, "2026-2028")["csv"].decode("utf-8-sig")
    assert "In 2026 tot en met 2028 zijn 23 zaken geregistreerd." in text


def test_a_line_that_would_betray_a_year_needs_a_margin_over_three(client):
    """Of 1, 1 and 9 told, a line of 5 would leave the third year only 3 to 5 of it."""
    made = planned(client(1_500), Rung.THREE_YEAR_TABLES)
    for year, kinds in (
        (2026, ["OO-PES"]),
        (2027, ["OO-DIS"]),
        (2028, ["OO-PES"] * 4 + ["OO-DIS"] * 5),
    ):
        made.goes_to(year, 3, 2)
        for kind in kinds:
            made.case(kind)
    made.goes_to(2029, 1, 9)
    assert made.fixes("2026-2028").tables == ()


def test_a_line_of_few_reporters_lies_beyond_what_can_be_derived_of_it(client):
    """Silence says "less than five" to a reader who takes it at its word; the screen says so."""
    made = planned(client(4_000), Rung.YEAR_TABLES)
    made.goes_to(2026, 5, 4)
    once = made.case("OO-DIS")
    made.cases(6, "OO-DIS", person=once.person)
    for subject in ("OO-PES", "OO-INT"):
        made.cases(9, subject)
    made.goes_to(2027, 1, 9)
    proposal = made.session.reporting.proposal(made.id, "2026")
    known = proposal.inferable(proposal.preview(), Language.NL)
    (few,) = (each for each in known if each.line == "Discriminatie")
    assert (few.least, few.most) == (0, 4)


def test_quarters_stand_beside_the_tables_of_their_year(client):
    made = planned(client(4_000), Rung.YEAR_TABLES, parts=Parts.QUARTERS)
    for month, cases in ((2, 9), (5, 8), (8, 2), (11, 14)):
        made.goes_to(2026, month, 2)
        made.cases(cases, "OO-PES" if month < 6 else "OO-INT", "REL-DIR")
    assert made.lines()["2026"] == ("running", "year_tables")
    assert not {"2026-Q1", "2026-Q4"} & set(made.lines())
    made.goes_to(2027, 1, 9)
    proposal = made.session.reporting.proposal(made.id, "2026")
    known = proposal.inferable(proposal.preview(), Language.NL)
    assert ("Zaken naar kwartaal", "3e kwartaal") in {(each.table, each.line) for each in known}
    assert all(each.most is None or each.most - each.least >= 4 for each in known)
    report = made.fixes("2026")
    assert (report.total.value, report.total.promised) == (33, True)
    assert rows(report.tables[0])["Pesten"] == 17
    quarters = report.tables[-1]
    assert quarters.title == "Zaken naar kwartaal"
    assert rows(quarters)["1e kwartaal"] == 9
    assert rows(quarters)["3e kwartaal"] is None
    assert (quarters.total, quarters.remainder) == (33, 33 - shown_in(quarters))
    assert quarters.remainder >= 5
    advice = made.session.reporting.advice(made.id, "2028")
    assert (advice.last_year, advice.last_total) == ("2026", 33)


def shown_in(table):
    return sum(line.value for line in table.lines if line.value is not None)


@pytest.mark.parametrize(
    ("divided", "parts"),
    [
        (Parts.HALVES, {"2026-H1": 9, "2026-H2": 13}),
        (Parts.THIRDS, {"2026-T1": 9, "2026-T2": 0, "2026-T3": 13}),
    ],
)
def test_parts_of_a_year_are_told_each_and_the_tables_are_about_the_year(client, divided, parts):
    made = planned(client(1_500), Rung.PART_TOTALS, parts=divided)
    made.goes_to(2026, 3, 2)
    made.cases(9, "OO-PES")
    made.goes_to(2026, 11, 3)
    made.cases(8, "OO-INT")
    made.cases(5, "ARB-LEI")
    made.goes_to(2027, 1, 9)
    past = []
    for part, total in parts.items():
        report = made.fixes(part)
        past.append((part, total))
        assert (report.period, report.total.value, report.total.promised) == (part, total, True)
        assert (report.tables, report.sections[0]) == ((), Section.BREAKDOWN_LATER)
        assert bars_of(report) == (past if len(past) > 1 else [])
    report = made.fixes("2026")
    assert (report.total.value, report.total.promised) == (22, True)
    assert bars_of(report) == past
    shown = {label: value for label, value in rows(report.tables[0]).items() if value}
    assert shown == {"Pesten": 9, "Intimidatie of machtsmisbruik": 8}
    assert {made.lines()[each] for each in (*parts, "2026")} == {("fixed", "part_totals")}
    advice = made.session.reporting.advice(made.id, "2028")
    assert (advice.last_year, advice.last_total) == ("2026", 22)


def test_one_named_department_alone_makes_no_table(client):
    made = planned(client(4_000, {"Zorg": 900, "Kantoor": 12}), Rung.YEAR_TABLES)
    made.goes_to(2026, 2, 2)
    made.cases(12, "OO-PES", "REL-DIR", "Zorg")
    made.cases(12, "OO-INT", "REL-COL", "Kantoor")
    made.goes_to(2027, 1, 2)
    assert len(made.fixes("2026").tables) == 2


def test_small_departments_count_as_other(client):
    made = planned(client(4_000, {"Zorg": 900, "Thuis": 400, "Kantoor": 12}), Rung.YEAR_TABLES)
    made.goes_to(2026, 2, 2)
    made.cases(12, "OO-PES", "REL-DIR", "Zorg")
    made.cases(9, "OO-INT", "REL-COL", "Kantoor")
    made.goes_to(2027, 1, 2)
    department = made.fixes("2026").tables[2]
    assert rows(department) == {"Zorg": 12, "Thuis": None, "Overige of onbekend": None}


# What counts


def test_what_does_not_count_is_not_counted(client):
    made, other = planned(client(350), Rung.YEAR_TOTAL), client(350, code="LINDE")
    made.goes_to(2026, 2, 2)
    for role in ("ROL-SIG", "ROL-LEI", "ROL-BUI"):
        made.case(reporter_role=Code(role))
    made.case(counted_elsewhere=True)
    other.cases(3)
    made.case(reporter_role=Code("ROL-GET"))
    made.case(opened_on=date(2025, 6, 1))
    made.goes_to(2027, 1, 2)
    assert made.fixes("2026").total.value == 2


def test_a_case_counts_in_the_period_that_is_open_when_it_is_entered(client):
    made = planned(client(350), Rung.YEAR_TOTAL)
    made.goes_to(2026, 12, 31)
    made.case()
    planned(made, Rung.YEAR_TOTAL, "2027")
    made.goes_to(2027, 1, 1)
    made.case(opened_on=date(2026, 11, 1))
    assert made.previews("2026").total.value == 1
    made.goes_to(2028, 1, 1)
    assert made.previews("2027").total.value == 1


# The calendar


def test_a_report_can_be_made_the_day_after_its_last_day_and_not_before(client):
    made = planned(client(350), Rung.YEAR_TOTAL)
    made.goes_to(2026, 12, 31)
    assert made.lines()["2026"][0] == "running"
    for work in (made.previews, made.fixes):
        assert refused(lambda work=work: work("2026")) is Problem.NOT_CLOSED_YET
    made.goes_to(2027, 1, 1)
    assert made.lines()["2026"][0] == "ready"
    assert made.fixes("2026").total.value == 0


def test_the_list_of_a_client_without_a_case_is_that_of_any_other(client):
    busy, quiet = client(350), client(350, code="STIL")
    for made in (busy, quiet):
        planned(made, Rung.YEAR_TOTAL)
    busy.goes_to(2026, 2, 2)
    busy.cases(6)
    busy.goes_to(2027, 1, 2)
    assert busy.lines() == quiet.lines()
    assert busy.lines() == {
        "2028": ("no_plan", None), "2027": ("no_plan", None), "2026": ("ready", "year_total"),
    }  # fmt: skip


def test_what_is_not_planned_does_not_exist(client):
    made = planned(client(350), Rung.YEAR_TOTAL)
    made.goes_to(2027, 1, 2)
    for release in ("2025", "2026-Q1", "2027", "", "../2026"):
        assert refused(lambda release=release: made.previews(release)) is Problem.NOT_PLANNED
        assert refused(lambda release=release: made.fixes(release)) is Problem.NOT_PLANNED


# The choice


def test_before_the_year_everything_safe_is_offered_and_the_advice_follows_public_facts(client):
    made = client(350)
    made.cases(40)  # what is in the files never matters
    advice = made.session.reporting.advice(made.id, "2026")
    assert (advice.staff, advice.last_total, advice.expected) == (350, None, 3)
    assert (advice.rung, advice.has_begun) == (Rung.YEAR_TOTAL, False)
    assert advice.offered == (
        Rung.YEAR_TOTAL, Rung.THREE_YEAR_TABLES, Rung.YEAR_TABLES, Rung.PART_TOTALS,
        Rung.PART_TABLES,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("staff", "told"),
    [
        (199, ()), (200, (Parts.HALVES,)), (299, (Parts.HALVES,)),
        (300, (Parts.HALVES, Parts.THIRDS)), (399, (Parts.HALVES, Parts.THIRDS)),
        (400, (Parts.HALVES, Parts.THIRDS, Parts.QUARTERS)),
    ],
)  # fmt: skip
def test_a_part_of_a_year_is_told_only_with_a_hundred_person_years_behind_it(client, staff, told):
    made = client(staff)
    assert made.session.reporting.advice(made.id, "2026").parts.get(Rung.PART_TOTALS, ()) == told
    for parts in set(Parts) - set(told):
        assert refused(lambda parts=parts: planned(made, Rung.PART_TOTALS, parts=parts)) is (
            Problem.UNSAFE_PLAN
        )


@pytest.mark.parametrize(
    ("staff", "rung"),
    [
        (49, Rung.NOTHING), (50, Rung.TWO_YEAR_TOTAL), (99, Rung.TWO_YEAR_TOTAL),
        (100, Rung.YEAR_TOTAL), (799, Rung.YEAR_TOTAL), (800, Rung.THREE_YEAR_TABLES),
        (2_999, Rung.THREE_YEAR_TABLES), (3_000, Rung.YEAR_TABLES),
        (10_000, Rung.YEAR_TABLES), (10_100, Rung.PART_TABLES),
    ],
)  # fmt: skip
def test_the_ladder_goes_by_staff_where_nothing_was_published(client, staff, rung):
    made = client(staff)
    assert made.session.reporting.advice(made.id, "2026").rung is rung


def test_the_ladder_goes_by_the_last_published_total(client):
    made = planned(client(350), Rung.YEAR_TOTAL)
    made.goes_to(2026, 2, 2)
    made.cases(31)
    made.goes_to(2026, 12, 1)
    assert made.session.reporting.advice(made.id, "2027").last_total is None
    made.goes_to(2027, 1, 5)
    made.fixes("2026")
    advice = made.session.reporting.advice(made.id, "2028")
    assert (advice.last_year, advice.last_total) == ("2026", 31)
    assert advice.rung is Rung.YEAR_TABLES


@pytest.mark.parametrize(
    ("rung", "kind", "years", "releases"),
    [
        (Rung.YEAR_TOTAL, PeriodKind.CALENDAR_YEAR, ("2026", "2027", "2028"), ("2026",)),
        (Rung.YEAR_TOTAL, PeriodKind.SCHOOL_YEAR, ("2026/27", "2027/28", "2028/29"), ("2026-27",)),
        (
            Rung.PART_TOTALS, PeriodKind.CALENDAR_YEAR, ("2026", "2027", "2028"),
            ("2026-H1", "2026-H2"),
        ),
    ],
)  # fmt: skip
def test_what_is_fixed_within_a_year_changes_nothing_of_its_advice(
    client, rung, kind, years, releases
):
    made = planned(client(350, period_kind=kind), rung, years[0])
    made.goes_to(2026, 9, 2)
    made.cases(33)
    advice = made.session.reporting.advice
    made.goes_to(2027, 7, 31) if kind is PeriodKind.SCHOOL_YEAR else made.goes_to(2026, 12, 31)
    before = advice(made.id, years[1])
    made.goes_to(2028, 6, 1) if kind is PeriodKind.SCHOOL_YEAR else made.goes_to(2027, 6, 1)
    within = advice(made.id, years[1])
    assert (within.rung, within.offered) == (before.rung, (before.rung,))
    for release in releases:
        made.fixes(release)
        assert advice(made.id, years[1]) == within
    assert advice(made.id, years[2]).last_total == 33
    assert advice(made.id, years[2]).rung is Rung.YEAR_TABLES


def test_what_was_fixed_before_a_year_began_is_advised_from_within_it(client):
    made = planned(client(3_500), Rung.YEAR_TOTAL)
    made.goes_to(2027, 1, 2)
    made.fixes("2026")
    advice = made.session.reporting.advice
    assert (advice(made.id, "2027").last_total, advice(made.id, "2027").rung) == (
        None, Rung.YEAR_TABLES,
    )  # fmt: skip
    for day in ((2027, 12, 31), (2028, 1, 1), (2028, 6, 1)):
        made.goes_to(*day)
        assert (advice(made.id, "2028").last_total, advice(made.id, "2028").rung) == (
            0, Rung.YEAR_TOTAL,
        )  # fmt: skip


def test_a_school_is_advised_what_it_can_have(client):
    made = client(20_000, period_kind=PeriodKind.SCHOOL_YEAR)
    advice = made.session.reporting.advice(made.id, "2026/27")
    assert advice.rung is Rung.YEAR_TABLES
    assert advice.rung in advice.offered


def test_a_year_that_has_begun_opens_no_three_years(client):
    made = client(1_500)
    made.goes_to(2026, 1, 1)
    advice = made.session.reporting.advice(made.id, "2026")
    assert (advice.expected, advice.offered) == (15, (Rung.YEAR_TOTAL,))
    assert made.session.reporting.advice(made.id, "2027").rung is Rung.THREE_YEAR_TABLES


def test_within_a_year_only_the_advice_can_be_laid_down(client):
    made = client(350)
    made.goes_to(2026, 1, 1)
    assert made.session.reporting.advice(made.id, "2026").offered == (Rung.YEAR_TOTAL,)
    assert refused(lambda: planned(made, Rung.YEAR_TABLES)) is Problem.YEAR_BEGAN
    planned(made, Rung.YEAR_TOTAL)
    assert made.lines()["2026"] == ("running", "year_total")
    made.goes_to(2027, 1, 2)
    assert made.fixes("2026").total.within
    paper = " ".join(lines_of(made.session.reporting.files(made.id, "2026")["pdf"]).split())
    assert "Die keuze hangt niet af van wat er is gemeld." in paper
    assert "óór het jaar" not in paper
    text = made.session.reporting.files(made.id, "2026")["csv"].decode("utf-8-sig")
    assert "In de loop van deze periode is afgesproken" in text
    assert "Vóór deze periode" not in text


def test_a_choice_is_made_once_and_never_backwards(client):
    made = planned(client(350), Rung.YEAR_TOTAL)
    assert refused(lambda: planned(made, Rung.YEAR_TABLES)) is Problem.ALREADY_PLANNED
    for year in ("2024", "2027", "2026-Q1", "volgend jaar"):
        work = lambda year=year: planned(made, Rung.YEAR_TOTAL, year)  # noqa: E731
        assert refused(work) is Problem.NOT_PLANNED
    assert refused(lambda: planned(client(350, years=(), code="LEEG"), Rung.YEAR_TOTAL)) is (
        Problem.NO_HEADCOUNT
    )


def test_a_school_plans_by_its_own_year(client):
    made = client(600, period_kind=PeriodKind.SCHOOL_YEAR)
    assert refused(lambda: planned(made, Rung.YEAR_TOTAL, "2026")) is Problem.NOT_PLANNED
    planned(made, Rung.YEAR_TOTAL, "2026/27")
    made.goes_to(2027, 7, 31)
    made.cases(2)
    assert made.lines()["2026-27"][0] == "running"
    made.goes_to(2027, 8, 1)
    report = made.fixes("2026-27")
    assert (report.period, report.total.value) == ("2026/27", 2)


def takes_another_year(made, kind):
    file = made.session.organisations.file(made.id)
    organisation = replace(file.organisation, period_kind=kind)
    made.session.organisations.keep(replace(file, organisation=organisation))


def test_after_a_change_to_school_years_no_day_is_counted_twice(client):
    made = planned(client(600), Rung.PART_TOTALS)
    made.goes_to(2026, 9, 1)
    made.cases(3)
    takes_another_year(made, PeriodKind.SCHOOL_YEAR)
    assert "2026-27" not in made.lines()
    assert refused(lambda: planned(made, Rung.YEAR_TOTAL, "2026/27")) is Problem.ALREADY_PLANNED
    advice = made.session.reporting.advice(made.id, "2027/28")
    assert advice.left_out == (date(2027, 1, 1), date(2027, 7, 31))
    assert Rung.PART_TOTALS not in advice.offered
    made.goes_to(2027, 7, 31)
    made.case()
    made.fixes("2026-H1")
    assert made.fixes("2026-H2").total.value == 3
    advice = made.session.reporting.advice(made.id, "2027/28")
    assert (advice.last_year, advice.last_total) == ("2026", 3)
    planned(made, Rung.YEAR_TOTAL, "2027/28")
    made.goes_to(2027, 8, 1)
    made.cases(2)
    made.goes_to(2028, 8, 1)
    assert made.fixes("2027-28").total.value == 2


def test_after_a_change_to_calendar_years_no_day_is_counted_twice(client):
    made = planned(client(600, period_kind=PeriodKind.SCHOOL_YEAR), Rung.YEAR_TOTAL, "2026/27")
    made.goes_to(2026, 11, 2)
    takes_another_year(made, PeriodKind.CALENDAR_YEAR)
    for year in ("2026", "2027"):
        assert refused(lambda year=year: planned(made, Rung.YEAR_TOTAL, year)) is (
            Problem.ALREADY_PLANNED
        )
    made.goes_to(2027, 11, 2)
    advice = made.session.reporting.advice(made.id, "2028")
    assert advice.left_out == (date(2027, 8, 1), date(2027, 12, 31))
    planned(made, Rung.PART_TOTALS, "2028", Parts.THIRDS)
    assert made.session.reporting.advice(made.id, "2029").left_out is None


def test_a_report_of_words_stays_in_the_list_after_a_change_of_year(client):
    made = planned(client(60), Rung.TWO_YEAR_TOTAL)
    made.goes_to(2027, 1, 4)
    made.fixes("2026")
    takes_another_year(made, PeriodKind.SCHOOL_YEAR)
    assert made.lines()["2026"] == ("fixed", "nothing")
    assert made.previews("2026").period == "2026"


def test_the_minimum_of_a_client_can_be_higher(client):
    made = planned(client(4_000, minimum=10), Rung.YEAR_TABLES)
    made.goes_to(2026, 2, 2)
    made.cases(9, "OO-PES")
    made.cases(11, "OO-INT")
    made.cases(12, "OO-DIS")
    made.goes_to(2027, 1, 2)
    report = made.fixes("2026")
    assert report.minimum == 10
    assert rows(report.tables[0])["Pesten"] is None


# Fixed for ever


def test_a_fixed_report_is_handed_out_byte_for_byte_whatever_happens_afterwards(client):
    made = planned(client(4_000, {"Zorg": 900, "Thuis": 800}), Rung.YEAR_TABLES)
    session = made.session
    made.goes_to(2026, 3, 2)
    bullied = made.cases(9, "OO-PES", "REL-DIR", "Zorg")
    made.cases(9, "OO-INT", "REL-COL", "Thuis")
    made.cases(9, "OO-DIS", "REL-COL")
    made.goes_to(2027, 1, 9)
    before = made.fixes("2026")
    files, ledger = (
        session.reporting.files(made.id, "2026"),
        ledger_bytes(session, made.id),
    )
    for case in bullied:
        session.casework.change_case(replace(case, category=Code("OO-DIS")))
    made.cases(5, "OO-PES")
    file = session.organisations.file(made.id)
    session.organisations.keep(
        replace(
            file,
            organisation=replace(file.organisation, name="Fusiegemeente", code="FUSIE"),
            headcounts=(Headcount(organisation=made.id, year=2026, staff=51),),
        )
    )
    session.correspondence.keep_advisor(Advisor(public_name="M. Verhoeven"))
    made.goes_to(2027, 6, 1)
    again = made.fixes("2026")
    assert session.reporting.files(made.id, "2026") == files
    assert made.pages("2026") == files["pdf"]
    assert ledger_bytes(session, made.id) == ledger
    assert again.tables == before.tables
    assert (again.fixed_on, again.ledger_head) == (before.fixed_on, before.ledger_head)


def test_codes_may_be_corrected_until_a_report_is_fixed(client):
    made = planned(client(4_000), Rung.YEAR_TABLES)
    made.goes_to(2026, 3, 2)
    wrong = made.cases(9, "CAT-ONB")
    made.cases(9, "OO-INT")
    made.cases(9, "OO-DIS")
    made.goes_to(2027, 1, 9)
    assert rows(made.previews("2026").tables[0])["Pesten"] is None
    for case in wrong:
        made.session.casework.change_case(replace(case, category=Code("OO-PES")))
    assert rows(made.fixes("2026").tables[0])["Pesten"] == 9


def test_a_preview_is_what_leaves_on_that_day_and_writes_nothing(client):
    made = planned(client(4_000), Rung.YEAR_TABLES)
    made.goes_to(2026, 3, 2)
    made.cases(9, "OO-INT")
    made.cases(9, "OO-DIS")
    made.goes_to(2027, 1, 9)
    ledger = ledger_bytes(made.session, made.id)
    seen, pages = made.previews("2026"), made.pages("2026")
    assert ledger_bytes(made.session, made.id) == ledger
    assert refused(lambda: made.session.reporting.files(made.id, "2026")) is Problem.NOT_CLOSED_YET
    assert made.fixes("2026") == seen
    assert made.session.reporting.files(made.id, "2026")["pdf"] == pages


def test_fixing_a_quarter_fixes_those_before_it(client):
    made = planned(client(4_000), Rung.PART_TABLES)
    made.goes_to(2026, 10, 2)
    made.fixes("2026-Q2")
    assert [made.lines()[f"2026-Q{number}"][0] for number in range(1, 5)] == [
        "fixed", "fixed", "ready", "running",
    ]  # fmt: skip
    for quarter in ("2026-Q1", "2026-Q2"):
        assert made.session.reporting.files(made.id, quarter)["csv"]


def test_a_file_that_says_too_much_is_never_written(client, monkeypatch):
    """The last look at the finished bytes stops what went wrong before it; nothing is kept."""
    made = planned(client(350), Rung.YEAR_TOTAL)
    made.goes_to(2026, 3, 2)
    made.cases(3)
    made.goes_to(2027, 1, 9)
    ledger = ledger_bytes(made.session, made.id)
    honest = spreadsheet.csv
    monkeypatch.setattr(spreadsheet, "csv", lambda report: honest(report) + b"Pesten,2\r\n")
    assert refused(lambda: made.fixes("2026")) is Problem.CONTRADICTS_LEDGER
    assert ledger_bytes(made.session, made.id) == ledger
    assert made.lines()["2026"][0] == "ready"
    monkeypatch.undo()
    assert made.fixes("2026").total.value == 3


def test_a_form_of_file_that_came_later_is_added_and_the_others_stay(client, monkeypatch):
    made = planned(client(350), Rung.YEAR_TOTAL)
    made.goes_to(2026, 3, 2)
    made.cases(3)
    made.goes_to(2027, 1, 9)
    older = [form for form in FileFormat if form is not FileFormat.XLSX]
    monkeypatch.setattr(reporting, "FileFormat", older)
    made.fixes("2026")
    before = made.session.reporting.files(made.id, "2026")
    assert set(before) == set(older)
    monkeypatch.undo()
    made.goes_to(2027, 3, 1)
    report = made.fixes("2026")
    files = made.session.reporting.files(made.id, "2026")
    assert {form: files[form] for form in older} == before
    assert files[FileFormat.XLSX] == workbook.xlsx(report)
    made.fixes("2026")
    assert made.session.reporting.files(made.id, "2026") == files


# The ledger


def test_the_ledger_of_a_client_is_read_by_the_open_format(client):
    made = planned(client(350), Rung.YEAR_TOTAL)
    made.goes_to(2027, 1, 9)
    report = made.fixes("2026")
    ledger = Ledger.parse(ledger_bytes(made.session, made.id))
    assert ledger.organisation == "WATER"
    assert ledger.head.startswith(report.ledger_head)
    assert [each.value for each in ledger.statements] == [0]
    assert ledger.fixed_on("2026") == date(2027, 1, 9)


@pytest.mark.parametrize("statement", ["UPDATE", "DELETE"])
def test_a_ledger_that_was_changed_in_the_file_is_refused(client, statement):
    made = planned(client(350), Rung.YEAR_TOTAL)
    made.goes_to(2027, 1, 9)
    made.fixes("2026")
    database = made.session.reporting._vault._database
    database.execute(
        "UPDATE ledger_entry SET entry = replace(entry, '\"value\":0', '\"value\":9')"
        if statement == "UPDATE"
        else "DELETE FROM ledger_entry WHERE position = 0"
    )
    assert refused(made.lines) is Problem.TAMPERED


def test_a_file_that_was_kept_and_changed_is_refused(client):
    made = planned(client(350), Rung.YEAR_TOTAL)
    made.goes_to(2027, 1, 9)
    made.fixes("2026")
    made.session.reporting._vault._database.execute("UPDATE fixed_file SET content = x'00'")
    assert refused(lambda: made.session.reporting.files(made.id, "2026")) is Problem.TAMPERED


def test_the_register_says_what_left_to_whom_and_what_for(client):
    made = planned(client(350), Rung.YEAR_TOTAL)
    made.goes_to(2027, 1, 9)
    made.fixes("2026")
    reporting = made.session.reporting
    files = reporting.files(made.id, "2026")
    reporting.register(made.id, "2026", {"pdf": files["pdf"]}, " Directie en OR ", "Jaargesprek")
    (entry,) = made.session._vault.tables.exports.of_organisation(made.id)
    assert (entry.release, entry.format) == ("2026", "pdf")
    assert (entry.recipient, entry.purpose) == ("Directie en OR", "Jaargesprek")
    assert entry.sha256 == sha256(files["pdf"]).hexdigest()
    with pytest.raises(InvalidError) as refusal:
        reporting.register(made.id, "2026", files, "x" * 201, "")
    assert refusal.value.field == "recipient"


# What a reader could hold beside each other


def _filed(access, clock, name, cases):
    """A vault of its own with these cases; return the files of its year."""
    clock.at = BEFORE
    session, _code = access.create(access.folders.of(name), PASSPHRASE)
    made = practice(session, clock, 4_000, {"Zorg": 900, "Thuis": 700})
    planned(made, Rung.YEAR_TABLES)
    for day, place in cases:
        made.goes_to(2026, 3, day)
        made.case(*place)
    made.goes_to(2027, 1, 9)
    made.fixes("2026")
    files = session.reporting.files(made.id, "2026")
    session.close()
    return files


def test_twins_and_the_order_of_entry_give_identical_bytes(access, clock):
    """Another world that the reader cannot exclude, and the same one entered backwards."""
    shown = [("OO-PES", "REL-DIR", "Zorg")] * 9 + [("OO-INT", "REL-COL", "Thuis")] * 8
    hidden = [("OO-DIS", "REL-COL", "Thuis")] * 4 + [("ARB-LEI", "REL-EXT", None)] * 3
    twin = [("OO-AGV", "REL-EXT", None)] * 3 + [("ARB-COM", "REL-COL", "Thuis")] * 4
    days = range(1, 29)
    first = _filed(access, clock, "een", zip(days, shown + hidden, strict=False))
    second = _filed(access, clock, "twee", zip(days, (shown + hidden)[::-1], strict=False))
    third = _filed(access, clock, "drie", zip(days, shown + twin, strict=False))
    assert first == second == third


def test_no_word_of_a_case_is_in_any_file_or_ledger(client):
    made = planned(client(4_000, {"Zorg": 900, "Thuis": 700}), Rung.YEAR_TABLES)
    made.goes_to(2026, 3, 2)
    cases = made.cases(9, "OO-PES", "REL-DIR", "Zorg") + made.cases(9, "OO-INT")
    made.goes_to(2027, 1, 9)
    made.fixes("2026")
    contents = [*made.session.reporting.files(made.id, "2026").values()]
    contents.append(ledger_bytes(made.session, made.id))
    for content in contents:
        for canary in (b"Wilhelmina", b"Vogel", *(case.number.encode() for case in cases)):
            assert canary not in content


def test_the_state_of_a_report_is_a_fixed_set(client):
    states = {"no_plan", "not_begun", "running", "ready", "fixed"}
    assert {each.value for each in ReleaseState} == states
    assert client(350).lines()["2026"] == ("no_plan", None)


def test_where_nothing_was_promised_or_nothing_else_offered_a_refusal_leaves_no_total(client):
    for rung, release in ((Rung.PART_TABLES, "2026-Q1"), (Rung.YEAR_TOTAL, "2026")):
        made = planned(client(4_000, code=rung.value[:4].upper()), rung)
        made.goes_to(2027, 1, 9)
        proposal = made.session.reporting.proposal(made.id, release)
        assert proposal.promise_alone(Verdict.UNSAFE) is None
        made.goes_to(2025, 11, 3)
