"""What was said can be said again, whatever became of the cases, and nothing else can."""

from datetime import UTC, date, datetime

import pytest

from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import Parts, Rung
from tests.services.figures.practice import a_vault_from, practice, with_tables_of_2026

OF_CASES = (
    "follow_up", "note_text", "earlier_note", "note", "conversation", "fixed_letter", "letter",
    "case", "person", "situation",
)  # fmt: skip


@pytest.fixture
def session(access, clock):
    yield from a_vault_from(clock, access, datetime(2025, 11, 3, 9, tzinfo=UTC))


@pytest.fixture
def told(session, clock):
    """Return a client with tables over 2026 that were fixed, and 2027 that was not."""
    made = with_tables_of_2026(practice(session, clock, 2_000))
    made.cases(7, "OO-PES")
    made.goes_to(2028, 1, 9)
    return made


def answered(made, language=Language.NL):
    return made.session.history.fixed_reports(made.id, language)


def totals(made):
    return [report.total.value for report in answered(made).reports]


def destroy_every_case(session):
    database = session.history._vault._database
    for table in OF_CASES:
        database.execute(f'DELETE FROM "{table}"')
    assert database.value('SELECT count(*) FROM "case"') == 0


def test_what_may_be_said_is_what_was_published(told):
    (report,) = answered(told).reports
    assert (report.period, report.total.value, report.fixed_on) == ("2026", 11, date(2027, 1, 9))
    subjects = {line.label: line.value for line in report.tables[0].lines}
    assert {label for label, value in subjects.items() if value is not None} == {"Pesten"}
    assert (subjects["Pesten"], report.tables[0].remainder) == (6, 5)
    assert report.ledger_head


def test_it_is_the_same_when_every_case_is_destroyed(told):
    before, past = answered(told), told.session.history.past(told.id, Language.NL)
    destroy_every_case(told.session)
    assert answered(told) == before
    assert told.session.history.past(told.id, Language.NL) == past


def test_no_figure_of_a_release_that_was_not_fixed_can_be_said(told):
    assert totals(told) == [11]
    told.fixes("2027")
    assert totals(told) == [7, 11]


def test_a_year_is_said_before_its_parts(told):
    halved = practice(told.session, told.clock, 350, code="HALF", years=(2028, 2029))
    told.session.reporting.choose(halved.id, "2029", Rung.PART_TOTALS, Parts.HALVES)
    halved.goes_to(2029, 3, 1)
    halved.cases(6, "OO-PES")
    halved.goes_to(2030, 1, 2)
    halved.fixes("2029")
    assert [each.period for each in answered(halved).reports] == ["2029", "2029-H2", "2029-H1"]
    past = halved.session.history.past(halved.id, Language.NL)
    assert [each.release for each in past.made] == ["2029", "2029-H2", "2029-H1"]


def test_no_figure_of_another_organisation_can_be_said(told):
    before = answered(told)
    other = practice(told.session, told.clock, 350, code="ELDERS", years=(2028, 2029))
    told.session.reporting.choose(other.id, "2029", Rung.YEAR_TOTAL)
    other.goes_to(2029, 3, 1)
    other.cases(4, "OO-PES")
    other.goes_to(2030, 1, 2)
    other.fixes("2029")
    assert totals(other) == [4]
    assert answered(told) == before


def test_the_answer_is_in_the_language_of_the_screen(told):
    (report,) = answered(told, Language.EN).reports
    assert report.tables[0].title == "Cases by main subject"


def test_nothing_can_be_said_before_a_release_was_fixed(session, clock):
    made = practice(session, clock, 350)
    assert answered(made).reports == ()
    session.reporting.choose(made.id, "2026", Rung.YEAR_TOTAL)
    made.cases(4)
    assert answered(made).reports == ()
    assert session.history.past(made.id, Language.NL).made == ()


def test_nothing_is_said_from_a_ledger_that_was_changed(told):
    told.session.history._vault._database.execute(
        "UPDATE ledger_entry SET entry = replace(entry, '\"value\":11', '\"value\":9')"
    )
    for look in (told.session.history.fixed_reports, told.session.history.past):
        with pytest.raises(ProblemError) as refusal:
            look(told.id, Language.NL)
        assert refusal.value.problem is Problem.TAMPERED


def test_the_past_says_what_left_when_to_whom_and_what_for(told):
    reporting = told.session.reporting
    files = reporting.files(told.id, "2026")
    reporting.register(told.id, "2026", files, "directie", "jaargesprek")
    told.goes_to(2028, 2, 1)
    reporting.register(told.id, "2026", {"pdf": files["pdf"]}, "OR", "overleg")
    (made,) = told.session.history.past(told.id, Language.NL).made
    assert (made.release, made.made_on) == ("2026", date(2027, 1, 9))
    assert made.ledger_head == answered(told).reports[0].ledger_head
    latest, first = made.departures
    assert (latest.recipient, latest.purpose, latest.formats) == ("OR", "overleg", ("pdf",))
    assert (first.recipient, set(first.formats)) == ("directie", set(files))
    assert latest.left_at > first.left_at
    assert latest.same
    assert first.same


def test_the_past_notices_a_file_that_left_and_is_not_ours(told):
    told.session.reporting.register(told.id, "2026", {"pdf": b"another"}, "directie", "")
    (made,) = told.session.history.past(told.id, Language.NL).made
    assert not made.departures[0].same


def test_a_report_of_words_stands_in_the_past_and_says_no_figure(session, clock):
    small = practice(session, clock, 30)
    small.goes_to(2026, 3, 1)
    small.cases(2)
    small.goes_to(2027, 1, 9)
    small.fixes("2026")
    (made,) = session.history.past(small.id, Language.NL).made
    assert (made.release, made.made_on, made.ledger_head) == ("2026", date(2027, 1, 9), "")
    assert answered(small).reports == ()
