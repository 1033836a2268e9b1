"""The open interface of the figures: files in, files out, no vault, one clear line when not."""

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from advisor_app.disclosure.auditor.report import Finding, Kind, Report
from advisor_app.disclosure.entry import Entry, entry_line
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.statement import Outcome
from advisor_app.documents.figures import draw
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FileFormat
from advisor_app.services.figures import open_figures
from advisor_app.services.figures.auditing import Auditing
from tests.figures_commands import CASES, Desk, a_plan, a_register
from tests.systems import unix

ROOT = Path(__file__).parent.parent
HALVES = ["2026-H1", "2026-H2"]


@pytest.fixture
def desk(tmp_path, capsys):
    made = Desk(tmp_path, capsys)
    made.put("PLAN.json", a_plan())
    made.put("REGISTER.csv", a_register())
    return made


def is_refused(answer, code, *parts):
    """Whether it ended so, with one line on standard error that says all of this."""
    assert answer[0] == code, answer
    assert answer[2].count("\n") == 1
    for part in parts:
        assert part in answer[2]
    return True


# What comes out


def test_what_is_due_is_written_with_its_ledger(desk):
    code, out, err = desk.protect("--on", "2027-01-19")
    assert (code, err) == (0, "")
    named = {f"2026.{form}" for form in FileFormat}
    assert {Path(line).name for line in out.splitlines()} == named
    assert {path.name for path in (desk.folder / "uit" / "2026").iterdir()} == named
    values = [each.get("value") for each in desk.entries()]
    assert values == [None, 27, 9, 8, None, None, None]
    assert {each["on"] for each in desk.entries()} == {"2027-01-19"}
    written = (desk.folder / "uit" / "2026" / "2026.csv").read_text("utf-8-sig")
    head = desk.entries()[-1]["hash"][:8]
    for line in (
        "Gemeente Voorbeeld – Jaarcijfers 2026", "In 2026 zijn 27 zaken geregistreerd.",
        "Pesten,9", "Agressie,niet apart getoond", '"Samen, niet apart getoond",10', "Totaal,27",
        "Zaken van melders, zonder adviesvragen.", "Vastgesteld op 19 januari 2027.", head,
    ):  # fmt: skip
        assert line in written


@pytest.mark.parametrize("form", FileFormat)
def test_files_that_say_more_than_the_ledger_are_never_written(desk, monkeypatch, form):
    """Drawn by somebody who puts another count of bullying in one of them, and looked through."""
    monkeypatch.setattr(
        open_figures,
        "draw",
        lambda report, each: draw(with_one_more(report) if each is form else report, each),
    )
    before = desk.files
    with pytest.raises(ProblemError) as refused:
        desk.protect("--on", "2027-01-19")
    assert refused.value.problem is Problem.CONTRADICTS_LEDGER
    assert desk.files == before


def with_one_more(report):
    (table,) = report.tables
    (first, *others) = table.lines
    more = replace(table, lines=(replace(first, value=14), *others), remainder=5)
    return replace(report, tables=(more,))


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("afdeling", Language.NL, "Let op: afdeling lijkt een afdeling."),
        ("Team", Language.EN, "Note: Team seems to be a department."),
        ("Department", Language.EN, "Note: Department seems to be a department."),
        ("subject", Language.NL, ""),
        ("diensten en teams van ooit", Language.NL, ""),
    ],
)
def test_departments_under_another_name_are_warned_about_and_change_nothing(
    desk, name, language, said
):
    text = json.dumps(a_plan()).replace('"subject"', json.dumps(name))
    desk.put("PLAN.json", text)
    desk.put("REGISTER.csv", a_register().replace("subject", name))
    code, _out, err = desk.protect(language=language)
    assert (code, err.count("\n")) == (0, 1 if said else 0)
    assert err.startswith(said)
    code, _out, err = desk("audit", desk.ledger, language=language)
    assert (code, err.count("\n")) == (0, 1 if said else 0)
    assert err.startswith(said)


def test_a_day_is_never_invented(desk):
    desk.protect()
    assert {each["on"] for each in desk.entries()} == {None}
    assert "Vastgesteld" not in (desk.folder / "uit/2026/2026.csv").read_text("utf-8-sig")


def test_running_again_changes_nothing_and_what_is_lost_comes_back(desk):
    first = desk.protect("--on", "2027-01-19")
    written = desk.files
    assert desk.protect("--on", "2028-03-03") == first
    assert desk.files == written
    (desk.folder / "uit/2026/2026.csv").unlink()
    assert desk.protect() == first
    assert desk.files == written


def test_the_order_of_rows_and_the_names_of_people_change_no_byte(desk):
    desk.protect()
    first = desk.files
    header, *rows = a_register().splitlines()
    renamed = [f"x{row}" for row in reversed(rows)]
    for each in ("LEDGER.json", *(name for name in first if "." in name and "uit" in name)):
        (desk.folder / each).unlink()
    desk.put("REGISTER.csv", "\n".join([header, *renamed]))
    desk.protect()
    second = desk.files
    assert first.pop("REGISTER.csv") != second.pop("REGISTER.csv")
    assert first == second


def test_worlds_that_nobody_can_tell_apart_give_the_same_bytes(desk):
    """The ledger, every file, every word that is said: whatever hides behind the silence."""
    first = None
    for one, other in product((0, 2, 4), repeat=2):
        twin = CASES | {
            "Agressie": one,
            "Discriminatie": other,
            "Arbeidsconflict": 10 - one - other,
        }
        desk.put("REGISTER.csv", a_register(twin))
        answer = desk.protect("--on", "2027-01-19")
        found = {name: kept for name, kept in desk.files.items() if name != "REGISTER.csv"}
        first = first or (answer, found)
        assert (answer, found) == first
        shutil.rmtree(desk.folder / "uit")
        desk.ledger.unlink()


def test_the_report_speaks_the_language_that_is_asked_for(desk):
    assert desk.protect(language=Language.EN)[0] == 0
    assert "27 cases were recorded" in (desk.folder / "uit/2026/2026.csv").read_text("utf-8-sig")
    assert is_refused(desk.protect(), 2, str(desk.folder / "uit"), "Hier staat al iets")


def test_only_what_is_over_is_released_and_the_rest_follows(desk):
    desk.put("PLAN.json", in_halves())
    cases = a_register(period=HALVES[0])
    desk.put("REGISTER.csv", cases)
    assert desk.protect("--until", HALVES[0])[0] == 0
    assert [path.name for path in (desk.folder / "uit").iterdir()] == ["eerste"]
    once = desk.files
    later = "\n".join(f"q{number},{HALVES[1]},Pesten" for number in range(6))
    desk.put("REGISTER.csv", f"{cases}{later}\n")
    assert desk.protect()[0] == 0
    kept = {name: content for name, content in once.items() if name.startswith("uit/eerste")}
    assert kept.items() <= desk.files.items()
    ledger = Ledger.parse(desk.ledger.read_bytes())
    assert ledger.entries[: len(json.loads(once["LEDGER.json"])["entries"])] == (
        Ledger.parse(once["LEDGER.json"]).entries
    )


def in_halves(**fields):
    releases = [
        {"id": name, "title": leaf, "told": [{"period": [leaf]}],
         "boxes": [{"period": [leaf], "subject": [each]} for each in CASES]}
        for name, leaf in zip(("eerste", "tweede"), HALVES, strict=True)
    ]  # fmt: skip
    dimensions = [a_plan()["dimensions"][1], {"name": "period", "leaves": HALVES}]
    return a_plan(dimensions=dimensions, releases=releases, **fields)


def test_groups_pairs_and_several_totals_are_drawn_as_the_plan_names_them(desk):
    dimensions = [
        {"name": "period", "leaves": HALVES, "nodes": {"2026": HALVES}},
        {"name": "onderwerp", "leaves": ["Pesten", "Intimidatie", "Conflict 12+"],
         "nodes": {"Omgang": ["Pesten", "Intimidatie"]}},
        {"name": "department", "leaves": ["Zorg", "Thuis"]},
    ]  # fmt: skip
    pair = [{"onderwerp": [a], "department": [b]} for a in dimensions[1]["leaves"]
            for b in ("Zorg", "Thuis")]  # fmt: skip
    boxes = [{}, {"onderwerp": ["Pesten", "Intimidatie"]},
             *({"onderwerp": [leaf]} for leaf in dimensions[1]["leaves"]), *pair]  # fmt: skip
    plan = a_plan(
        dimensions=dimensions, protected_pairs=[["onderwerp", "department"]],
        headcount={"organisation": 900, "department": {"Zorg": 400, "Thuis": 500}},
        releases=[{"id": "r", "title": "Cijfers", "boxes": boxes,
                   "told": [{"period": [each]} for each in HALVES]}],
    )  # fmt: skip
    cases = {("Pesten", "Zorg"): 14, ("Pesten", "Thuis"): 12, ("Intimidatie", "Zorg"): 9,
             ("Intimidatie", "Thuis"): 9, ("Conflict 12+", "Thuis"): 16}  # fmt: skip
    rows = [f"{HALVES[n % 2]},{a},{b}" for (a, b), count in cases.items() for n in range(count)]
    lines = [f"p{number},{row}" for number, row in enumerate(rows)]
    desk.put("PLAN.json", plan)
    desk.put("REGISTER.csv", "\n".join(["person,period,onderwerp,department", *lines]))
    assert desk.protect() == (
        0, "".join(f"{desk.folder}/uit/r/r.{form}\n" for form in FileFormat), ""
    )  # fmt: skip
    written = (desk.folder / "uit/r/r.csv").read_text("utf-8-sig")
    for line in (
        "In 2026 zijn 60 zaken geregistreerd.", "Zaken per periode", "2026-H1,31", "2026,60",
        "Zaken naar onderwerp, in groepen", "Omgang,44", "Pesten,26",
        "Zaken naar onderwerp en afdeling", "Pesten · Zorg,",
    ):  # fmt: skip
        assert line in written
    assert is_green(desk("audit", desk.ledger))


@pytest.mark.parametrize(
    ("leaves", "period"),
    [
        ([f"2026-Q{number}" for number in range(1, 5)], "In 2026"),
        (["2026-H1", "2026-Q3", "2026-Q4"], "In 2026"),
        (["2026", "2027", "2028"], "In 2026 tot en met 2028"),
        (["2026-Q1", "2026-Q2"], "In de periode 2026-Q1 + 2026-Q2"),
        (["2025/26", "2026/27"], "In de periode 2025/26 + 2026/27"),
    ],
)
def test_promises_together_are_a_promise_and_whole_years_are_called_by_their_name(
    desk, leaves, period
):
    told = [{"id": f"r{n}", "title": leaf, "told": [{"period": [leaf]}], "boxes": []}
            for n, leaf in enumerate(leaves)]  # fmt: skip
    lines = [{"period": leaves, "subject": [leaf]} for leaf in CASES]
    both = [{"name": "period", "leaves": leaves}, {"name": "subject", "leaves": list(CASES)}]
    whole = {"id": "alles", "title": "Alles", "told": [], "boxes": lines}
    desk.put("PLAN.json", a_plan(dimensions=both, releases=[*told, whole]))
    rows = [f"p{number},{leaves[0]},Pesten" for number in range(4)]
    desk.put("REGISTER.csv", "\n".join(["person,period,subject", *rows]))
    assert desk.protect()[0] == 0
    written = (desk.folder / "uit/alles/alles.csv").read_text("utf-8-sig")
    assert f"{period} zijn 4 zaken geregistreerd." in written
    assert "Het plan belooft dit totaal altijd te noemen" in written
    assert "Bij minder dan 5 zaken doet de vertrouwenspersoon geen uitspraken" in written


def is_green(answer):
    return answer[0] == 0 and answer[1].startswith("Groen") and answer[2] == ""


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("command", ["protect", "audit", "outside"])
def test_help_tells_what_may_follow_and_how_it_ends(desk, command, language):
    code, out, _err = desk(command, "--help", language=language)
    assert code == 0
    for each in ("0:", "2:", "3:", "docs/figures.md"):
        assert each in out


# What is refused: exit 2, one line, nothing written


LONG = "x" * 200
BAD_PLANS = {
    "no JSON": ("{", "regel 1", "JSON"),
    "no bytes": (b"", "JSON"),
    "a mark of a spreadsheet": (b"\xef\xbb\xbf{}", "JSON"),
    "another format": (a_plan(format=2), "format", "ander formaat"),
    "n of four": (a_plan(n=4), "n", "hoger dan 5"),
    "a field too many": (a_plan(extra=1), "extra", "Haal het weg"),
    "two lines in a name": (a_plan(extra="", **{"a\nb": 1}), "PLAN.json"),
    "a leaf that is not there": (
        a_plan(releases=[{"id": "a", "title": "a", "boxes": [{"subject": ["x"]}]}]),
        "releases[0].boxes[0].subject", "staat niet in het plan",
    ),
    "a department with a line end": (
        a_plan(headcount={"organisation": 100, "department": {"a\nb\x1b[2J": 3}}), "50 medewerkers",
    ),
    "a folder above": (
        a_plan(releases=[{"id": "../weg", "title": "a", "told": [{}]}]), "releases[0].id",
    ),
    "a name of two hundred signs": (a_plan(organisation=LONG), "organisation", "te lang"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_PLANS)
def test_a_wrong_plan_is_refused_with_its_place(desk, name):
    content, *parts = BAD_PLANS[name]
    desk.put("PLAN.json", content)
    before = desk.files
    assert is_refused(desk.protect(), 2, "PLAN.json", *parts)
    assert desk.files == before


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("", ("regel 1, person", "Voeg het toe")),
        ("Robin Naald,2026,Pesten\n", ("regel 1, kolom 1",)),
        ("person,period,subject\np1,2026,Pest\n", ("regel 2, subject", "staat niet in het plan")),
        ("person,period,subject\np1,2026\n", ("regel 2:",)),
        (b"\xff\xfe\x00", ("CSV",)),
        (b"x" * (16 * 1024 * 1024 + 1), ("te groot",)),
    ],
)
def test_a_wrong_register_is_refused_and_quotes_nobody(desk, content, parts):
    desk.put("REGISTER.csv", content)
    before = desk.files
    answer = desk.protect()
    assert is_refused(answer, 2, "REGISTER.csv", *parts)
    assert "Naald" not in "".join(answer[1:])
    assert desk.files == before


def test_a_register_that_contradicts_what_was_said_is_refused(desk):
    desk.protect()
    before = desk.files
    desk.put("REGISTER.csv", a_register(CASES | {"Pesten": 10}))
    answer = desk.protect()
    assert is_refused(answer, 2, "REGISTER.csv: 2026: De zaken in dit register")
    desk.put("REGISTER.csv", a_register())
    assert desk.files == before


@pytest.mark.parametrize(
    ("plan", "parts"),
    [
        (a_plan(counts="Iets anders."), ("PLAN.json: In het controlebestand ligt",)),
        (a_plan(organisation="Een ander"), ("PLAN.json: organisation", "andere organisatie")),
    ],
)
def test_a_plan_that_does_not_fit_the_ledger_is_refused(desk, plan, parts):
    desk.protect()
    desk.put("PLAN.json", plan)
    before = desk.files
    assert is_refused(desk.protect(), 2, *parts)
    assert desk.files == before


def test_files_and_options_that_do_not_fit_are_named(desk):
    before = desk.files
    assert is_refused(desk.protect("--until", "2031"), 2, "--until: Deze waarde")
    assert is_refused(desk.protect(register="nergens"), 2, "nergens: Dit is niet gevonden")
    assert is_refused(desk.protect(register="."), 2, "Dit is niet gevonden")
    assert is_refused(desk("audit", desk.folder / "nergens"), 2, "nergens: Dit is niet gevonden")
    assert is_refused(desk("audit", desk.folder / "PLAN.json"), 2, "PLAN.json: ")
    english = desk("audit", desk.folder / "nergens", language=Language.EN)
    assert is_refused(english, 2, "This was not found")
    assert desk.files == before
    (desk.folder / "uit").write_bytes(b"")
    assert is_refused(desk.protect(), 2, "uit: ")


# What is red: exit 3, nothing written


def chained(ledger, change):
    """Return a ledger in which something was changed by somebody who knows how to make hashes."""
    entries, head = [], ""
    for row, entry in enumerate(ledger.entries):
        made = Entry.after(head, change(row, entry.content), entry.on)
        entries.append(entry_line(made))
        head = made.hash
    start = f'{{"format":1,"organisation":"{ledger.organisation}","entries":['
    return f"{start}{','.join(entries)}]}}"


def with_value(value, outcome="published", at=3):
    from dataclasses import replace

    from advisor_app.disclosure.statement import Outcome

    def change(row, content):
        return replace(content, value=value, outcome=Outcome(outcome)) if row == at else content

    return change


def test_a_ledger_that_was_changed_is_found_out(desk):
    desk.protect()
    text = desk.ledger.read_text("utf-8")
    desk.put("LEDGER.json", text.replace('"value":9', '"value":7'))
    before = desk.files
    answer = desk("audit", desk.ledger)
    assert is_refused(answer, 3, "LEDGER.json: entries[2]: De ketting klopt hier niet")
    assert is_refused(desk.protect(), 3, "entries[2]")
    assert is_refused(desk("outside", desk.ledger, "--text", "Factuur"), 3, "entries[2]")
    assert desk.files == before


def test_a_wrong_form_is_seen_before_a_wrong_chain(desk):
    desk.protect()
    text = desk.ledger.read_text("utf-8").replace('"value":9', '"value":7')
    desk.put("LEDGER.json", text.replace('"silent"', '"stil"', 1))
    assert is_refused(desk("audit", desk.ledger), 2, "entries[4].outcome")
    desk.put("LEDGER.json", text)
    desk.put("REGISTER.csv", "x")
    assert is_refused(desk.protect(), 2, "REGISTER.csv")


def test_a_ledger_that_lets_a_reader_work_somebody_out_is_red_in_sentences(desk):
    desk.protect()
    leaky = chained(Ledger.parse(desk.ledger.read_bytes()), with_value(15))
    desk.put("LEDGER.json", leaky)
    before = desk.files
    code, out, err = desk("audit", desk.ledger)
    assert (code, err.count("\n")) == (3, 1)
    assert err.startswith("Rood")
    assert "2026: period 2026, subject" in out
    assert "Een lezer kan dit aantal te precies uitrekenen. (" in out
    assert "Red" in desk("audit", desk.ledger, language=Language.EN)[2]
    cases = CASES | {"Intimidatie": 15, "Arbeidsconflict": 0}
    desk.put("REGISTER.csv", a_register(cases))
    assert is_refused(desk.protect(), 3, "Rood")
    desk.put("REGISTER.csv", a_register())
    assert is_refused(desk("outside", desk.ledger, "--text", "Factuur"), 3, "Rood")
    assert desk.files == before


def other_program(monkeypatch, folder, script):
    """Let a script of ours be started as the auditor, in a process of its own."""
    program = folder / "auditor"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(program))


def broken_auditor(place, how):
    """Return the script that starts this program as it is, but for one name."""
    module, _, name = place.rpartition(".")
    code = (
        f"import sys, advisor_app.disclosure.{module} as place; place.{name} = {how};"
        " from advisor_app.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    return f"shift 2; exec '{sys.executable}' -c '{code}' \"$@\""


@pytest.fixture
def heeds_interrupts():
    """What a shell starts in the background ignores Ctrl+C, and so would the tests."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@unix
@pytest.mark.usefixtures("heeds_interrupts")
def test_an_audit_that_ends_early_is_not_green(desk, monkeypatch, tmp_path, tmp_path_factory):
    """As when somebody presses Ctrl+C while the auditor works; nothing goes on behind him."""
    number = tmp_path_factory.mktemp("auditor") / "number"
    other_program(
        monkeypatch,
        tmp_path,
        f"cat > /dev/null; echo $$ > '{number}'; kill -INT $PPID; exec sleep 60",
    )
    before = desk.files
    code, out, err = desk.protect()
    assert (code, desk.files) == (3, before)
    assert "gestopt" in out
    assert err.startswith("Niet groen")
    with pytest.raises(ProcessLookupError):
        os.kill(int(number.read_text("utf-8")), 0)


def grouped(desk):
    """Plan a group of lines beside its lines, for which the engine is needed."""
    boxes = [{"subject": ["Pesten", "Intimidatie"]}, *a_plan()["releases"][0]["boxes"]]
    release = {"id": "2026", "title": "a", "told": [{}], "boxes": boxes}
    desk.put("PLAN.json", a_plan(releases=[release]))


UNFINISHED = {
    "its solver fails": ("auditor.solver.Highs", "None", "een berekening"),
    "it finds it too large": ("auditor.audit.MOST_COUNTED", "1", "te groot om na te rekenen"),
}


@unix
@pytest.mark.parametrize("name", UNFINISHED)
def test_what_the_auditor_could_not_prove_is_not_green(desk, monkeypatch, tmp_path, name):
    place, how, words = UNFINISHED[name]
    grouped(desk)
    with monkeypatch.context() as patched:
        other_program(patched, tmp_path, broken_auditor(place, how))
        before = desk.files
        code, out, err = desk.protect()
    assert (code, desk.files) == (3, before)
    assert words in out
    assert err.startswith("Niet groen")
    assert desk.protect()[0] == 0


def test_what_the_engine_could_not_compute_is_not_made(desk, monkeypatch):
    def fails(*_given, **_more):
        raise RuntimeError

    grouped(desk)
    before = desk.files
    with monkeypatch.context() as patched:
        patched.setattr("advisor_app.disclosure.solver._HighsSession.largest", fails)
        code, out, err = desk.protect()
    assert (code, desk.files) == (3, before)
    assert "een berekening" in out
    assert err.startswith("Niet groen")
    assert desk.protect()[0] == 0


# Figures that are refused


def test_what_was_promised_is_told_where_the_figures_are_refused_and_it_is_asked_for(
    desk, monkeypatch
):
    def fails(*_given, **_more):
        raise RuntimeError

    grouped(desk)
    with monkeypatch.context() as patched:
        patched.setattr("advisor_app.disclosure.solver._HighsSession.largest", fails)
        assert desk.protect("--total-if-refused")[0] == 0
    once = desk.files
    assert [(each["outcome"], each["value"]) for each in desk.entries()[1:]] == [
        ("told", 27), *[("skipped", None)] * (len(desk.entries()) - 2),
    ]  # fmt: skip
    assert "27 zaken" in (desk.folder / "uit/2026/2026.csv").read_text("utf-8-sig")
    assert desk.protect()[0] == 0
    assert desk.files == once
    assert is_green(desk("audit", desk.ledger))


def test_only_the_release_that_is_refused_says_its_total_alone(desk, monkeypatch):
    """The auditor of this test is red about the first half, whatever it says but its total."""
    real = Auditing.report

    def report(self, ledger, *given):
        said = Ledger.parse(ledger).said_in("eerste")
        if any(each.outcome not in {Outcome.TOLD, Outcome.SKIPPED} for each in said):
            return Report(findings=(Finding(kind=Kind.NARROW, release="eerste"),))
        return real(self, ledger, *given)

    desk.put("PLAN.json", in_halves())
    rows = a_register(period=HALVES[0]) + a_register(period=HALVES[1]).partition("\n")[2]
    desk.put("REGISTER.csv", rows)
    before = desk.files
    monkeypatch.setattr(Auditing, "report", report)
    assert desk.protect()[0] == 3
    assert desk.files == before
    assert desk.protect("--total-if-refused")[0] == 0
    ledger = Ledger.parse(desk.ledger.read_bytes())
    outcomes = {
        name: {each.outcome for each in ledger.said_in(name)} for name in ("eerste", "tweede")
    }
    assert outcomes["eerste"] == {Outcome.TOLD, Outcome.SKIPPED}
    assert Outcome.PUBLISHED in outcomes["tweede"]
    monkeypatch.undo()
    assert is_green(desk("audit", desk.ledger))


@pytest.mark.parametrize(("kind", "times"), [(Kind.CANCELLED, 1), (Kind.NARROW, 2)])
def test_what_was_stopped_or_had_no_promise_says_nothing(desk, monkeypatch, kind, times):
    if kind is Kind.NARROW:
        release = a_plan()["releases"][0]
        desk.put("PLAN.json", a_plan(releases=[release | {"told": [], "boxes": [{}]}]))
    red = [Report(findings=(Finding(kind=kind, release="2026"),))] * times
    monkeypatch.setattr(Auditing, "report", lambda *_given: red.pop() if red else Report())
    before = desk.files
    assert desk.protect("--total-if-refused")[0] == 3
    assert desk.files == before


# A figure that was given elsewhere


def outside(desk, box=None, value=None, *more, text="Factuur 12"):
    asked = ["--text", text, *more]
    if box is not None:
        asked += ["--box", json.dumps(box) if isinstance(box, dict) else box]
    if value is not None:
        asked += ["--value", value]
    return desk("outside", desk.ledger, *asked)


def test_a_figure_given_elsewhere_is_kept_and_counts(desk):
    desk.put("PLAN.json", in_halves())
    desk.put("REGISTER.csv", a_register(period=HALVES[0]))
    desk.protect("--until", HALVES[0])
    box = {"period": [HALVES[1]]}
    code, out, err = outside(desk, box, 12, "--on", "2027-01-02")
    assert (code, err) == (0, "")
    entry = desk.entries()[-1]
    assert out == f"Vastgelegd. Kenmerk: {entry['hash'][:8]}\n"
    assert entry | {"hash": ""} == {
        "kind": "outside", "on": "2027-01-02", "text": "Factuur 12", "box": box, "value": 12,
        "hash": "",
    }  # fmt: skip
    assert is_refused(desk.protect(), 2, "REGISTER.csv: outside")
    later = "\n".join(f"q{number},{HALVES[1]},Pesten" for number in range(12))
    desk.put("REGISTER.csv", f"{a_register(period=HALVES[0])}{later}\n")
    assert desk.protect()[0] == 0
    assert is_green(desk("audit", desk.ledger))


@pytest.mark.parametrize(
    "box",
    [{"period": [HALVES[1]], "subject": ["Pesten"]}, {"period": HALVES, "subject": ["Pesten"]}],
)
def test_a_part_of_a_promised_total_is_not_given_before_it(desk, box):
    """Seventeen of a line, and then a total of eighteen: the promise could not be kept."""
    desk.put("PLAN.json", in_halves())
    desk.put("REGISTER.csv", a_register(period=HALVES[0]))
    desk.protect("--until", HALVES[0])
    before = desk.files
    assert is_refused(outside(desk, box, 17), 2, "--box", "totaal beloofd")
    assert is_refused(outside(desk, box | {"kleur": ["x"]}, 17), 2, "--box", "staat niet in")
    assert desk.files == before


WRONG_OUTSIDE = {
    "no JSON": ("{", 1, ("--box", "JSON")),
    "no box": ("[]", 1, ("--box",)),
    "half a sign": ("\udcff", 1, ("--box",)),
    "a box without a period": ({"subject": ["Pesten"]}, 9, ("--box", "Noem de perioden")),
    "an unknown leaf": ({"period": ["2026"], "subject": ["x"]}, 9, ("--box", "staat niet in")),
    "an unknown dimension": ({"period": ["2026"], "kleur": ["x"]}, 9, ("--box", "staat niet in")),
    "a box alone": ({"period": ["2026"]}, None, ("--value",)),
    "a value alone": (None, 9, ("--box",)),
    "too much": ({"period": ["2026"]}, 99_999_999, ("--value",)),
    "less than nothing": ({"period": ["2026"]}, -1, ("--value",)),
    "more than the whole": ({"period": ["2026"], "subject": ["Agressie"]}, 28, ("kan niet waar",)),
    "not what was said": ({"period": ["2026"], "subject": ["Pesten"]}, 8, ("kan niet waar zijn",)),
    "more than what is left": (
        {"period": ["2026"], "subject": ["Agressie", "Discriminatie"]}, 11, ("kan niet waar zijn",),
    ),
    "a small number": (
        {"period": ["2026"], "subject": ["Agressie"]}, 2, ("--value", "te klein aantal"),
    ),
    "one that leaves a small number": (
        {"period": ["2026"], "subject": ["Agressie", "Arbeidsconflict"]}, 9, ("te klein aantal",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG_OUTSIDE)
def test_a_figure_that_contradicts_or_betrays_is_refused_beforehand(desk, name):
    desk.protect()
    before = desk.files
    box, value, parts = WRONG_OUTSIDE[name]
    assert is_refused(outside(desk, box, value), 2, *parts)
    assert desk.files == before


def test_what_it_was_is_said_on_one_line(desk):
    desk.protect()
    before = desk.files
    for text in ("", " x", "a\nb", "x" * 1_001):
        assert is_refused(outside(desk, text=text), 2, "--text")
    assert desk.files == before
    assert is_refused(desk("outside", desk.ledger), 2, "--text")


# As a program


def program(*command, cwd):
    return subprocess.run(
        [sys.executable, "-m", "advisor_app", "--language", "nl", "figures", *command],
        cwd=cwd, capture_output=True, check=False, timeout=600,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(cwd)},
    )  # fmt: skip


def test_the_program_writes_its_own_lines_and_nothing_else(desk):
    done = program("protect", "PLAN.json", "REGISTER.csv", "--ledger", "L.json", "--out", "uit",
                   cwd=desk.folder)  # fmt: skip
    made = (Path("uit", "2026", f"2026.{form}") for form in FileFormat)
    listed = "".join(f"{path}{os.linesep}" for path in made)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, listed, b"")
    audit = program("audit", "L.json", cwd=desk.folder)
    assert (audit.returncode, audit.stdout.count(b"\n"), audit.stderr) == (0, 1, b"")
    wrong = program("audit", "REGISTER.csv", cwd=desk.folder)
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    assert wrong.stderr.startswith(b"REGISTER.csv: ")
    assert wrong.stderr.count(b"\n") == 1


KILLED = """
import os, signal
from pathlib import Path
steps, rename = iter(range(9)), Path.replace
def killed(*given):
    if next(steps) == {step}:
        os.kill(os.getpid(), signal.SIGKILL)
    return rename(*given)
Path.replace = Path.rename = killed
from advisor_app.cli import run
run(["figures", "protect", "PLAN.json", "REGISTER.csv", "--ledger", "L.json", "--out", "uit"])
"""


@unix
@pytest.mark.parametrize("step", [0, len(FileFormat), len(FileFormat) + 2])
def test_a_program_that_is_killed_leaves_no_figure_without_its_ledger(desk, step):
    done = subprocess.run(
        [sys.executable, "-c", KILLED.format(step=step)], cwd=desk.folder, check=False,
        env={"PYTHONPATH": str(ROOT), "HOME": str(desk.folder), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.returncode == -9
    if (desk.folder / "uit" / "2026").exists():
        assert (desk.folder / "L.json").exists()
    command = ("protect", desk.folder / "PLAN.json", desk.folder / "REGISTER.csv", "--out")
    assert desk(*command, desk.folder / "uit", "--ledger", desk.folder / "L.json")[0] == 0
    assert desk(*command, desk.folder / "nog", "--ledger", desk.ledger)[0] == 0
    assert (desk.folder / "L.json").read_bytes() == desk.ledger.read_bytes()
    for each in (desk.folder / "nog" / "2026").iterdir():
        assert (desk.folder / "uit" / "2026" / each.name).read_bytes() == each.read_bytes()
