"""The worked example in docs is true: its commands are run, its bytes are compared."""

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest

from advisor_app.domain.language import Language
from advisor_app.domain.report import FileFormat
from tests.figures_commands import Desk

EXAMPLE = Path(__file__).parent.parent / "docs" / "example"
PAGE = (EXAMPLE / "README.md").read_text("utf-8")
MADE = ("LEDGER.json", *(f"out/2026/2026.{form}" for form in FileFormat))


@pytest.fixture
def desk(tmp_path, capsys, monkeypatch):
    for name in ("PLAN.json", "REGISTER.csv"):
        shutil.copy(EXAMPLE / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys)


def commands():
    """Each command of the page with the lines that must follow."""
    found = []
    for line in re.findall(r"^    (.*)$", PAGE, re.MULTILINE):
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif not line.startswith((">>> ", "True")):
            found[-1][1].append(line)
    return found


def said_by(desk, command):
    program, *words = shlex.split(command)
    if program == "sed":
        ((before, after),) = re.findall(r"s/(.*)/(.*)/", words[1])
        changed = Path(words[2]).read_text("utf-8").replace(before, after)
        Path(words[2]).write_text(changed, "utf-8")
        return []
    assert words[:3] == ["--language", "en", "figures"]
    code, out, err = desk(*words[3:], language=Language.EN)
    return [*(out + err).splitlines(), *([f"(exit {code})"] if code else [])]


def test_every_command_of_the_example_says_what_the_page_says(desk):
    assert len(commands()) == 7
    for command, wanted in commands():
        expected = [
            line.replace("FORM", form)
            for line in wanted
            for form in (FileFormat if "FORM" in line else [""])
        ]
        assert said_by(desk, command) == expected


def test_the_files_of_the_example_are_the_very_bytes(desk):
    first, *_rest = commands()
    said_by(desk, first[0])
    kept = [name for name in MADE if (EXAMPLE / name).exists()]
    assert {Path(name).suffix for name in kept} >= {".json", ".csv"}
    for name in MADE:
        assert Path(name).exists()
    for name in kept:
        assert Path(name).read_bytes() == (EXAMPLE / name).read_bytes()


def test_the_hash_is_worked_out_as_the_page_says(desk):
    said_by(desk, commands()[0][0])
    parser = doctest.DocTestParser()
    test = parser.get_doctest(PAGE, {}, "example", None, 0)
    assert len(test.examples) == 4
    assert doctest.DocTestRunner().run(test).failed == 0


def test_the_counts_of_the_page_are_those_of_the_register():
    header, *rows = (
        line.split(",") for line in (EXAMPLE / "REGISTER.csv").read_text("utf-8").splitlines()
    )
    assert len(rows) == 27
    for name in ("subject", "department"):
        place = header.index(name)
        for leaf in {row[place] for row in rows}:
            mine = [row for row in rows if row[place] == leaf]
            assert f"| {leaf} | {len(mine)} | {len({row[0] for row in mine})} |" in PAGE


def test_the_steps_by_hand_are_those_of_the_ledger(desk):
    said_by(desk, commands()[0][0])
    statements = [each for each in desk.entries() if each["kind"] == "statement"][1:]
    table = PAGE.split("| line | m | R |")[1]
    steps = re.findall(
        r"^\| ([\w ]+) \| \d+ \| \d+ \| (yes|no|never).* \| (\d+|-) \|$", table, re.MULTILINE
    )
    assert len(steps) == len(statements) == 8
    for (leaf, tested, shown), statement in zip(steps, statements, strict=True):
        assert [leaf] in statement["box"].values()
        assert (tested == "yes") == (statement["outcome"] in {"published", "silent"})
        assert shown == ("-" if statement["value"] is None else str(statement["value"]))
