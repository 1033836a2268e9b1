"""The process keeps its memory to itself, and a lock puts a fresh one in its place."""

import subprocess
import sys
from pathlib import Path

from advisor_app.services import process
from tests.systems import linux

ROOT = Path(__file__).parents[2]


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


def test_an_exception_that_nobody_can_catch_is_said_by_its_kind_alone():
    program = """
from threading import Thread
from advisor_app.services import process

class Case:
    def __del__(self):
        raise LookupError("Merel")

def work():
    raise ValueError("Merel")

process.harden()
del (case := [Case()])[0]
thread = Thread(target=work)
thread.start()
thread.join()
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr.splitlines() == ["LookupError", "ValueError"]


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


@linux
def test_a_process_without_a_terminal_is_replaced_as_well(tmp_path):
    """So it goes on Windows from the second lock on: what is started again has no terminal."""
    program = (
        "import sys\n"
        "from advisor_app.services import process\n"
        "assert sys.stdout is sys.stderr is None\n"
        "process.command_again = lambda arguments: [sys.executable, '-c',"
        " 'import pathlib, sys; pathlib.Path(sys.argv[1]).touch()', *arguments]\n"
        "process.replace_process([sys.argv[1]])\n"
    )
    closed = ("sh", "-c", 'exec "$@" >&- 2>&-', "sh")
    sign = tmp_path / "started again"
    subprocess.run([*closed, sys.executable, "-c", program, sign], cwd=ROOT, check=True)
    assert sign.exists()


def test_a_program_from_a_package_starts_again_by_its_module():
    assert process.command_again(["x"]) == [sys.executable, "-m", "advisor_app", "x"]


def test_a_frozen_program_starts_itself_again(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/Vertrouwd/advisor-app")
    assert process.command_again(["x"]) == ["/opt/Vertrouwd/advisor-app", "x"]
