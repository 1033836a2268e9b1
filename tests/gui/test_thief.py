"""Whoever takes the laptop: no file holds a word of a case, and after a lock no memory does."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.person import Identity
from advisor_app.services.organisations import OrganisationFile
from tests.conftest import PASSPHRASE
from tests.systems import linux

ROOT = Path(__file__).parents[2]
HOMES = {
    "HOME": "home", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache",
    "TMPDIR": "temporary", "XDG_RUNTIME_DIR": "runtime",
}  # fmt: skip
WORDS = ("kanarieklant", "kanarietitel", "kanariealias", "kanarienaam", "kanarienotitie",
         "kanariebrief", "kanarieconcept", "kersen zeilboot")  # fmt: skip
AT_WORK = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from advisor_app.app import Program
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.look import load_fonts
from advisor_app.gui.places import Page, Place
from advisor_app.services import process
from advisor_app.services.device import access, appearance_file, moment

process.harden()
application = QApplication([])
load_fonts()
program = Program(application, access(), appearance_file(), moment, process.replace_process)

def rest():
    for _again in range(3):
        while not program.tasks.is_idle():
            QTest.qWait(5)
        QTest.qWait(20)

program.begin()
program.window.ui.passphrase.setText(sys.stdin.readline().strip())
program.window.open()
while not isinstance(program.window, MainWindow):
    QTest.qWait(5)
rest()
window, (organisation, case) = program.window, map(int, sys.argv[1:])
for page in (Page.LETTERS, Page.FIGURES, Page.AGENDA, Page.ORGANISATION, Page.TODAY):
    window.go(Place(page=page, organisation=organisation))
    rest()
window.go(Place(page=Page.CASES, organisation=organisation, case=case))
rest()
window.ui.pages.currentWidget().log.focus()
QTest.keyClicks(QApplication.focusWidget(), "kanarieconcept")
QTest.keySequence(QApplication.focusWidget(), "Ctrl+A,Ctrl+C")
rest()
print("typed", flush=True)
sys.stdin.readline()
program.lock()
"""


@pytest.fixture
def homes(tmp_path):
    """Folders of one's own for all that a program of this user may write."""
    for name in HOMES.values():
        (tmp_path / name).mkdir(mode=0o700)
    return {variable: str(tmp_path / name) for variable, name in HOMES.items()}


@pytest.fixture
def case(access, new_vault, homes, clock):
    """A case with a word in everything that is written about it, where the program looks for it."""
    folder = access.folders.of("praktijk")
    shutil.copytree(new_vault[0], folder)
    session = access.open(folder, PASSPHRASE)
    client = Organisation(
        code="WATER", name="kanarieklant", type=Code("ORG-GEM"), client_since=clock.today()
    )
    organisation = session.organisations.keep(
        OrganisationFile(organisation=client, headcounts=())
    ).organisation
    case = session.casework.open_case(
        NewCase(organisation=organisation.id, title="kanarietitel", alias="kanariealias")
    )
    session.conversations.log_conversation(
        Conversation(
            organisation=organisation.id, case=case.id, held_on=clock.today(), form=Code("CTF-TEL"),
            kind=Code("CTS-EER"), initiator=Code("INI-MEL"), minutes=15,
        ),
        "kanarienotitie " * 200,
    )  # fmt: skip
    session.reporters.keep_identity(
        Identity(person=case.person, name="kanarienaam", private_contact="")
    )
    letter = session.correspondence.begin(case.id, "adviesbrief")
    session.correspondence.keep(replace(letter, body="kanariebrief"))
    session.close()
    shutil.copytree(folder, Path(homes["XDG_DATA_HOME"]) / "Vertrouwd" / "praktijk.vault")
    return case


def said_in(content):
    content = content.lower()
    return {
        word for word in WORDS if word.encode() in content or word.encode("utf-16-le") in content
    }


def in_files(folder):
    return {
        word for path in folder.rglob("*") if path.is_file() for word in said_in(path.read_bytes())
    }


@contextmanager
def standing_still(pid):
    """Keep a process from mapping memory anew and opening or removing files under our hands."""
    os.kill(pid, signal.SIGSTOP)
    try:
        while Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "T":
            time.sleep(0.01)
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def in_memory(pid):
    """Return the words in the memory of a process, and in how it was started."""
    found = said_in(
        b"".join(Path(f"/proc/{pid}/{name}").read_bytes() for name in ("environ", "cmdline"))
    )
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            place, rights = line.split()[:2]
            first, last = (int(end, 16) for end in place.split("-"))
            if rights.startswith("r") and "[v" not in line:
                memory.seek(first)
                found |= said_in(memory.read(last - first))
    return found


def written_elsewhere(pid, folder):
    """Return the files of others that a process has open for writing."""
    found = []
    for each in Path(f"/proc/{pid}/fd").iterdir():
        target = str(each.readlink())
        flags = Path(f"/proc/{pid}/fdinfo/{each.name}").read_text().split("flags:")[1].split()[0]
        if (
            target.startswith("/")
            and int(flags, 8) & 3
            and not target.startswith(("/dev/", f"{folder}/"))
        ):
            found.append(target)
    return found


@linux
def test_a_thief_finds_no_word_in_a_file_and_after_a_lock_none_in_memory(case, homes, tmp_path):
    if os.geteuid():
        pytest.skip("only root can read the memory of a hardened process")
    working = subprocess.Popen(
        [sys.executable, "-c", AT_WORK, str(case.organisation), str(case.id)],
        cwd=ROOT, env={**os.environ, **homes}, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        working.stdin.write(f"{PASSPHRASE}\n")
        working.stdin.flush()
        assert working.stdout.readline() == "typed\n"
        with standing_still(working.pid):
            assert in_memory(working.pid) == set(WORDS)
            assert in_files(tmp_path) == set()
            assert written_elsewhere(working.pid, tmp_path) == []
        working.stdin.write("lock\n")
        working.stdin.flush()
        started = Path(f"/proc/{working.pid}/cmdline")
        end = time.monotonic() + 60
        while b"advisor_app\0" not in started.read_bytes():
            assert time.monotonic() < end
            time.sleep(0.05)
        with standing_still(working.pid):
            assert in_memory(working.pid) == set()
            assert in_files(tmp_path) == set()
    finally:
        working.kill()
        working.communicate()
