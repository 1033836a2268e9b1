"""A line that was kept silent below a threshold above n: what leaves of it anywhere is nothing."""

import csv
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from zipfile import ZipFile

import pypdf
import pytest

from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.plan import LATEST_POLICY
from advisor_app.disclosure.statement import Decision, Outcome
from advisor_app.documents.self_check import require_nothing_else
from advisor_app.domain.codes import Code
from advisor_app.domain.history import Saying
from advisor_app.domain.language import Language
from advisor_app.domain.narrative import HitKind
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.report import FileFormat
from advisor_app.domain.reporting import Parts, Rung, Verdict
from advisor_app.domain.trend import Gap
from advisor_app.services.figures import ledgers, plans
from advisor_app.services.figures.auditing import Auditing, audited_here
from tests.services.figures.practice import (
    a_vault_from,
    ledger_bytes,
    planned,
    practice,
    rows,
)

SILENT = {"ARB-LEI": 3, "INT-FRA": 3, "OO-DIS": 2}
SHOWN = {"OO-PES": 9, "OO-INT": 8, "OO-AGV": 7, "OO-SIV": 6}
LAST = "Overig of onbekend"
THRESHOLD = 23
"""From which on the last line is shown: with three silent lines it must be able to hold 34 of 30."""


@pytest.fixture
def session(access, clock):
    yield from a_vault_from(clock, access, datetime(2025, 11, 3, 9, tzinfo=UTC))


@pytest.fixture
def begun(session, clock):
    """Return what makes a client with tables over 2026."""

    def make(policy=LATEST_POLICY, code="WATER", **changes):
        made = practice(session, clock, 2_000, code=code, **changes)
        if policy == LATEST_POLICY:
            return planned(made, Rung.YEAR_TABLES)
        laid_by_an_older_program(made, policy)
        return made

    return make


@pytest.fixture
def client(begun):
    """Return what makes a client of 2026 of which so many cases are of no known subject."""

    def make(last=22, policy=LATEST_POLICY):
        made = begun(policy)
        lives(made, last)
        return made

    return make


@pytest.fixture
def both(begun):
    """Return what makes a client of now and one of the second policy, alike in all else."""

    def make(last, **kinds):
        clients = begun(), begun(policy=2, code="OUDER", name="Gemeente Water")
        for made in clients:
            enters(made, last, **kinds)
        clients[0].goes_to(2027, 1, 9)
        return clients

    return make


def lives(made, last, year=2026):
    """Let a year pass."""
    enters(made, last, year)
    made.goes_to(year + 1, 1, 9)


def enters(made, last, year=2026, conflicts=3):
    made.goes_to(year, 5, 4)
    for category, number in {**SHOWN, **SILENT, "ARB-LEI": conflicts, "CAT-ONB": last}.items():
        made.cases(number, category)


def laid_by_an_older_program(made, policy):
    """Lay down the plan of a year in the vault as a program of an older policy did."""
    session = made.session
    with session.reporting._vault.transaction() as tables:
        client = tables.organisations.get(made.id)
        before = ledgers.kept(tables, client)
        plan = plans.plan_of(client, 2026, Rung.YEAR_TABLES, 2_000, (), session.codes)
        plan = replace(plan, policy=policy)
        ledgers.add(tables, client, before, before.with_plan(plan, date(2025, 11, 3)))


def ledger(made):
    return Ledger.parse(ledger_bytes(made.session, made.id))


def of_last(made):
    """Return what the ledger says of the last line of the table of subjects."""
    (said,) = (
        each
        for each in ledger(made).statements
        if each.box.side(plans.SUBJECT) == frozenset({"overig"})
    )
    return said.decision


def files_of(made):
    return made.session.reporting.files(made.id, "2026")


def words_of(files):
    """Return every sign that a reader of any file of a release can find."""
    found = [files[FileFormat.CSV].decode("utf-8-sig")]
    for form in (FileFormat.XLSX, FileFormat.ODS):
        archive = ZipFile(BytesIO(files[form]))
        found += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    found += [page.extract_text() for page in pypdf.PdfReader(BytesIO(files[FileFormat.PDF])).pages]
    return found


# what is laid down


def test_a_plan_that_is_laid_down_now_is_of_the_third_policy(session, clock):
    for number, (rung, parts) in enumerate(
        ((Rung.YEAR_TOTAL, None), (Rung.YEAR_TABLES, Parts.QUARTERS), (Rung.PART_TABLES, None))
    ):
        made = planned(practice(session, clock, 4_000, code=f"NR{number}"), rung, parts=parts)
        assert [each.policy for each in ledger(made).plans] == [3]


@pytest.mark.parametrize("policy", [1, 2])
def test_a_plan_that_an_older_program_laid_down_keeps_its_policy_and_is_fixed_by_it(client, policy):
    made = client(last=THRESHOLD, policy=policy)
    laid = ledger(made).lines()
    made.goes_to(2026, 12, 1)
    planned(made, Rung.YEAR_TABLES, year="2027")
    made.goes_to(2027, 1, 9)
    made.fixes("2026")
    assert [each.policy for each in ledger(made).plans] == [policy, 3]
    assert ledger(made).lines()[: len(laid)] == laid
    assert of_last(made) == Decision(Outcome.SKIPPED)
    assert made.session.reporting.preview(made.id, "2026").ledger == ledger_bytes(
        made.session, made.id
    )
    assert Auditing().judged(ledger_bytes(made.session, made.id)) is Verdict.SAFE
    made.session.require_whole()


# what is shown


def test_a_line_is_shown_from_the_threshold_on_and_by_the_second_policy_never(both):
    made, older = both(THRESHOLD, conflicts=2)
    (table, *_) = made.fixes("2026").tables
    assert (rows(table)[LAST], table.remainder) == (THRESHOLD, 7)
    assert of_last(made) == Decision(Outcome.PUBLISHED, THRESHOLD)
    (table, *_) = older.fixes("2026").tables
    assert (rows(table)[LAST], table.remainder) == (None, 30)


def test_a_line_below_the_threshold_is_written_like_every_line_that_is_not_shown(client):
    made = client()
    (table, *_) = made.fixes("2026").tables
    assert of_last(made) == Decision(Outcome.SILENT, None, THRESHOLD)
    assert rows(table)[LAST] is None
    assert table.remainder == 30
    lines = list(csv.reader(StringIO(files_of(made)[FileFormat.CSV].decode("utf-8-sig"))))
    hidden = [line[1] for line in lines if line and line[0] in {LAST, "Discriminatie"}]
    assert hidden == ["niet apart getoond"] * 2


def test_no_file_can_be_told_from_one_of_a_program_that_passes_that_line_over(both):
    """Neither the threshold nor that there was one: the ledger's head is all that differs."""
    made, older = both(22)
    assert made.fixes("2026").tables == older.fixes("2026").tables
    new, old = files_of(made), files_of(older)
    heads = [
        report.ledger_head for each in (made, older) for report in [each.previews("2026")]
    ]  # fmt: skip
    assert heads[0] != heads[1]
    assert words_of(new) == [each.replace(heads[1], heads[0]) for each in words_of(old)]
    assert not any(re.search(rf"\b{THRESHOLD}\b|\bbelow\b", each) for each in words_of(new)[:1])


def test_the_last_look_refuses_a_file_that_names_the_threshold(client):
    made = client()
    report = made.fixes("2026")
    files = dict(files_of(made))
    require_nothing_else(report, files)
    told = files[FileFormat.CSV].replace(
        f"{LAST},niet apart getoond".encode(), f"{LAST},minder dan {THRESHOLD}".encode()
    )
    assert told != files[FileFormat.CSV]
    with pytest.raises(ProblemError):
        require_nothing_else(report, {FileFormat.CSV: told})


# what is read back


def test_the_director_is_told_of_no_threshold_and_no_year_is_compared_with_one(client):
    made = client()
    made.goes_to(2026, 12, 1)
    planned(made, Rung.YEAR_TABLES, year="2027")
    made.goes_to(2027, 1, 9)
    made.fixes("2026")
    for language in Language:
        (report,) = made.session.history.fixed_reports(made.id, language).reports
        assert sum(line.value is None for line in report.tables[0].lines) == 4
    assert LAST not in {each.label for each in made.session.trends.of(made.id, Language.NL).series}
    enters(made, THRESHOLD, 2027, conflicts=2)
    made.goes_to(2028, 1, 9)
    made.fixes("2027")
    trend = made.session.trends.of(made.id, Language.NL)
    (own,) = (each for each in trend.series if each.label == LAST)
    assert (trend.years, own.values) == (("2026", "2027"), (Gap.NOT_SHOWN, THRESHOLD))


def test_how_far_the_sharpest_reader_gets_follows_the_threshold(client):
    made = client()
    proposal = made.session.reporting.proposal(made.id, "2026")
    known = {
        each.line: (each.least, each.most)
        for each in proposal.inferable(proposal.preview(), Language.NL)
        if each.table == "Zaken naar hoofdonderwerp"
    }
    assert known == {
        "Discriminatie": (0, 4), "Integriteit en misstand": (0, 4), "Arbeidsconflict": (0, 4),
        LAST: (18, 22),
    }  # fmt: skip


def test_a_figure_that_is_said_of_such_a_line_is_weighed_by_its_threshold(client):
    """What the line holds tells of no other one; no more than the threshold fits what was said."""
    made = client()
    made.fixes("2026")
    (period,) = (
        each for each in made.session.sayings.periods(made.id, Language.NL) if each.name == "2026"
    )
    (line,) = (each.line for each in period.lines if each.label == LAST)

    def exposes(value):
        saying = Saying(
            said_on=date(2027, 1, 8), recipient_role=Code("CTR-DIR"), text="Aan de telefoon.",
            period=period.times, line=line, value=value,
        )  # fmt: skip
        return made.session.sayings.weigh(made.id, saying).cost(Auditing()).exposes

    assert [exposes(value) for value in (22, THRESHOLD, 28)] == [False, True, True]


def test_a_text_of_the_advisor_that_names_the_threshold_or_the_count_has_to_be_answered(client):
    made = client()
    report = made.previews("2026")
    text = f"Overig: minder dan {THRESHOLD}, om precies te zijn 22. Pesten: 9."
    hits = made.session.narratives.examine(made.id, "2026", report, text).unanswered
    found = {text[hit.start : hit.end] for hit in hits if hit.kind is HitKind.OTHER_NUMBER}
    assert {str(THRESHOLD), "22"} <= found


def test_what_an_audit_of_that_ledger_refuses_is_another_threshold(client):
    made = client()
    made.fixes("2026")
    content = ledger_bytes(made.session, made.id)
    assert audited_here(content, "2026").verdict is Verdict.SAFE
    honest = ledger(made)
    for below in (None, THRESHOLD - 1, THRESHOLD + 1):
        said = [
            replace(each, below=below) if each.below else each for each in honest.statements
        ]  # fmt: skip
        laid = Ledger(organisation=honest.organisation).with_plan(honest.plans[0])
        forged = laid.with_statements(said)
        assert audited_here(forged.to_bytes(), "2026").verdict is Verdict.UNSAFE
