"""The process keeps its memory to itself, and a lock puts a fresh one in its place."""

import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from advisor_app.services import process

ROOT = Path(__file__).parents[2]
linux = pytest.mark.skipif(sys.platform != "linux", reason="these are Linux's own means")


def said_by(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@linux
def test_a_hardened_process_leaves_no_core_and_cannot_be_read_by_its_user():
    said = said_by(
        "import ctypes, os, resource\n"
        "from advisor_app.services import process\n"
        "process.harden()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0),"
        " oct(os.umask(0)), os.stat('/proc/self/mem').st_uid)\n"
    )
    assert said.split(")")[0] == "(0, 0"
    assert said.split(")")[1].split()[:2] == ["0", "0o77"]


@linux
def test_a_replaced_process_has_the_same_number_and_none_of_its_memory():
    said = said_by(
        "import os, sys\n"
        "from advisor_app.services import process\n"
        "process.command_again = lambda arguments: [sys.executable, '-c',"
        " 'import os, sys; print(os.getpid(), sys.argv[1:])', *arguments]\n"
        "print(os.getpid())\n"
        "process.replace_process(['a folder', '--x'])\n"
    ).splitlines()
    assert said == [said[0], f"{said[0]} ['a folder', '--x']"]


def test_a_process_that_has_no_streams_is_replaced_as_well(tmp_path):
    """On Windows the process that a lock put in place has none, and is locked in its turn."""
    heard = tmp_path / "heard"
    said_by(
        "import sys\n"
        "from advisor_app.services import process\n"
        "process.command_again = lambda arguments: [sys.executable, '-c',"
        " 'import sys; open(sys.argv[1], \"x\").close()', *arguments]\n"
        "sys.stdout = sys.stderr = None\n"
        "process.replace_process(sys.argv[1:])\n",
        str(heard),
    )
    for _ in range(100):
        if heard.exists():
            return
        sleep(0.1)
    raise AssertionError


def test_a_program_from_a_package_starts_again_by_its_module():
    assert process.command_again(["x"]) == [sys.executable, "-m", "advisor_app", "x"]


def test_a_frozen_program_starts_itself_again(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/Vertrouwd/advisor-app")
    assert process.command_again(["x"]) == ["/opt/Vertrouwd/advisor-app", "x"]
