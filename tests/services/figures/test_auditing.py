"""Nothing leaves before the auditor, in a process of its own, has said yes to exactly that."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from advisor_app.disclosure.auditor.process import serve
from advisor_app.disclosure.ledger import Ledger
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import Audited, Rung, Verdict
from advisor_app.services.figures.auditing import Auditing, audited_here
from tests.disclosure.ledgers import a_ledger
from tests.services.figures.practice import a_vault_from, ledger_bytes, practice
from tests.systems import unix

EXAMPLE = (
    "2026 t27", "2026 category:a p9", "2026 category:b p8", "2026 category:c -",
    "2026 category:d -", "2026 category:e ?",
)  # fmt: skip
LEAK = ("2026 t17", "2026 category:a p9", "2026 category:b p6", "2026 category:c -")


def written(*lines, leaves="abcde"):
    return a_ledger(*lines, leaves=leaves).to_bytes()


@pytest.fixture
def made(access, clock):
    """Return a client whose year of tables is over."""
    for session in a_vault_from(clock, access, datetime(2025, 11, 3, 9, tzinfo=UTC)):
        client = practice(session, clock, 4_000)
        session.reporting.choose(client.id, "2026", Rung.YEAR_TABLES)
        client.goes_to(2026, 3, 2)
        client.cases(9, "OO-PES")
        client.cases(8, "OO-INT")
        client.goes_to(2027, 1, 9)
        yield client


def refused(work):
    with pytest.raises(ProblemError) as refusal:
        work()
    return refusal.value.problem


@pytest.mark.parametrize(
    ("ledger", "verdict"),
    [(written(*EXAMPLE), Verdict.SAFE), (written(*LEAK, leaves="abc"), Verdict.UNSAFE)],
)
def test_the_auditor_says_the_same_in_its_own_process(ledger, verdict):
    heard = []
    audited = Auditing().audited(ledger, "r", lambda done, every: heard.append((done, every)))
    assert audited == audited_here(ledger, "r")
    assert audited == Audited(head=Ledger.parse(ledger).head, release="r", verdict=verdict)
    assert [done for done, _every in heard] == list(range(1, heard[-1][1] + 1))


def test_the_process_is_told_the_ledger_and_writes_its_lines_and_nothing_else():
    done = subprocess.run(
        [sys.executable, "-m", "advisor_app", "--auditor", "audit"],
        input=written(*EXAMPLE), capture_output=True, check=True,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [set(line) for line in lines[:-1]] == [{"progress"}] * (len(lines) - 1)
    assert lines[-1]["report"]["findings"] == []
    assert done.stderr == b""


def test_one_that_was_stopped_has_not_said_yes():
    auditing = Auditing()
    found = auditing.audited(written(*EXAMPLE), "r", lambda _done, _every: auditing.stop())
    assert found.verdict is Verdict.STOPPED
    early = Auditing()
    early.stop()
    assert early.audited(written(*EXAMPLE), "r").verdict is Verdict.STOPPED


@unix
def test_one_that_dies_has_not_said_yes(tmp_path, monkeypatch):
    heard, dies = [], tmp_path / "dies"
    dies.write_text(f"#!/bin/sh\n'{sys.executable}' \"$@\" | head -n 1\nkill -9 $$\n")
    dies.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(dies))
    ledger = written(*EXAMPLE)
    found = Auditing().audited(ledger, "r", lambda done, every: heard.append((done, every)))
    assert found.verdict is Verdict.UNFINISHED
    assert [done for done, _every in heard] == [1]


@unix
@pytest.mark.parametrize(
    "line",
    [
        "",
        "Alles goed",
        '{"report":{}}',
        '{"report":{"findings":[],"counts":1}}',
        '{"report":{"findings":[],"counts":1,"questions":1,"green":true}}',
        '{"report":{"findings":[],"counts":1,"questions":1}}{"report":1}',
        '{"report":null}',
        '{"progress":[1]}',
    ],
)
def test_what_is_not_in_the_exact_form_of_a_report_is_no_yes(line, tmp_path, monkeypatch):
    liar = tmp_path / "liar"
    liar.write_text(f"#!/bin/sh\ncat > /dev/null\nprintf '%s\\n' '{line}'\n")
    liar.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(liar))
    assert Auditing().audited(written(*EXAMPLE), "r").verdict is Verdict.UNFINISHED
    assert refused(lambda: Auditing().intervals(written(*EXAMPLE), "r")) is Problem.AUDIT_UNFINISHED


def test_a_program_that_is_not_there_has_not_said_yes(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "weg"))
    assert Auditing().audited(written(*EXAMPLE), "r").verdict is Verdict.UNFINISHED


def test_the_sharpest_reader_of_the_example_knows_what_the_page_says():
    found = Auditing().intervals(written(*EXAMPLE), "r")
    assert [(each.box.to_json()["category"], each.least, each.most) for each in found] == [
        (["c"], 0, 4),
        (["d"], 0, 4),
        (["e"], 2, 10),
    ]


def test_a_line_of_which_nothing_is_known_has_no_upper_limit():
    found = Auditing().intervals(written("2026 -", "2026 category:a ?", leaves="ab"), "r")
    assert [(each.least, each.most) for each in found] == [(0, 4), (0, 4), (0, 4)]
    (free,) = Auditing().intervals(written("2026 ?", leaves="ab"), "r")
    assert (free.least, free.most) == (0, None)


def test_a_line_that_is_never_offered_lies_somewhere_too_unless_it_follows():
    found = Auditing().intervals(
        written("2026 t17", "2026 category:a p9", "2026 category:b -", leaves="abc"), "r"
    )
    assert [(each.box.to_json()["category"], each.least, each.most) for each in found] == [
        (["b"], 0, 4),
        (["c"], 4, 8),
    ]
    assert Auditing().intervals(written("2026 t17", "2026 category:a p9", leaves="ab"), "r") == ()


def test_the_auditor_of_a_release_that_was_not_made_says_nothing():
    assert refused(lambda: Auditing().intervals(written(*EXAMPLE), "x")) is Problem.AUDIT_UNFINISHED


def test_the_door_of_the_process_reads_ledgers_only():
    class Source:
        def read(self):
            return b"{}"

    with pytest.raises(Exception, match="missing_field"):
        serve(("audit",), Source(), None)


def test_what_was_not_audited_cannot_be_fixed(made):
    reporting = made.session.reporting
    proposal = reporting.proposal(made.id, "2026")
    preview, before = proposal.preview(), ledger_bytes(made.session, made.id)
    green = audited_here(preview.ledger, "2026")
    for audited, problem in (
        (None, Problem.AUDIT_UNFINISHED),
        (replace(green, verdict=Verdict.STOPPED), Problem.AUDIT_UNFINISHED),
        (replace(green, verdict=Verdict.UNFINISHED), Problem.AUDIT_UNFINISHED),
        (replace(green, verdict=Verdict.UNSAFE), Problem.UNSAFE_FIGURES),
        (audited_here(before, "2026"), Problem.FIGURES_CHANGED),
        (replace(green, release="2025"), Problem.FIGURES_CHANGED),
    ):
        assert refused(lambda a=audited: reporting.fix(proposal, preview, a)) is problem
        assert ledger_bytes(made.session, made.id) == before
        assert refused(lambda: reporting.files(made.id, "2026")) is Problem.NOT_CLOSED_YET
    assert reporting.fix(proposal, preview, green).report == preview.report


def test_what_leaves_is_what_was_seen_and_audited_or_nothing(made):
    reporting = made.session.reporting
    proposal = reporting.proposal(made.id, "2026")
    preview = proposal.preview()
    green = audited_here(preview.ledger, "2026")
    (case, *_) = made.session.casework.case_lines(made.id)
    file = made.session.casework.case(case.id)
    made.session.casework.change_case(replace(file.case, category="OO-DIS"))
    assert refused(lambda: reporting.fix(proposal, preview, green)) is Problem.FIGURES_CHANGED
    made.session.casework.change_case(
        replace(made.session.casework.case(case.id).case, category=file.case.category)
    )
    assert reporting.fix(proposal, preview, green).report == preview.report


def test_a_ledger_that_does_not_build_on_ours_is_refused(made):
    reporting = made.session.reporting
    proposal = reporting.proposal(made.id, "2026")
    other = replace(proposal.preview(), ledger=written(*EXAMPLE))
    green = replace(audited_here(other.ledger, "r"), release="2026")
    assert refused(lambda: reporting.fix(proposal, other, green)) is Problem.FIGURES_CHANGED


def test_what_can_be_known_at_most_is_said_in_the_words_of_the_tables(made):
    proposal = made.session.reporting.proposal(made.id, "2026")
    known = proposal.inferable(proposal.preview(), Language.NL)
    assert {each.table for each in known} >= {"Zaken naar hoofdonderwerp"}
    # 9 of 17 are shown: what is left was too little to ask of any other subject
    assert {(each.least, each.most) for each in known if each.line == "Discriminatie"} == {(0, 8)}
