"""Somebody types, and the program is gone from one moment to the next."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from advisor_app.domain.codes import Code
from advisor_app.domain.organisation import Organisation
from advisor_app.services.organisations import OrganisationFile
from tests.conftest import PASSPHRASE
from tests.gui.typist import AT_REST, EVERY_MS
from tests.systems import unix

ROOT = Path(__file__).parents[2]
PROMISED_WORDS = 2_000 // EVERY_MS
"""What is typed in two seconds; the timer of somebody who types skips what a busy machine is late for."""


@pytest.fixture
def client(access, new_vault, clock):
    """A vault with one organisation, in the usual folder; return the organisation."""
    folder = access.folders.of("Mijn praktijk")
    shutil.copytree(new_vault[0], folder)
    session = access.open(folder, PASSPHRASE)
    organisation = Organisation(
        code="WATER", name="Gemeente Waterdal", type=Code("ORG-GEM"), client_since=clock.today()
    )
    kept = session.organisations.keep(OrganisationFile(organisation=organisation, headcounts=()))
    session.close()
    return kept.organisation


def typed_until_killed(home, words, pause):
    """Let the child type so many words while the vault is at rest, and kill it; return all lines."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.gui.typist", str(home)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        lines = []
        while words and (line := child.stdout.readline()):
            lines.append(line)
            words -= line.endswith(f"{AT_REST}\n")
        time.sleep(pause)
    finally:
        child.kill()
        lines += child.communicate(timeout=60)[0].splitlines()
    return [line.split() for line in lines if len(line.split()) == 2]


def kept_after(access, clock, client):
    clock.pass_by(days=3650)  # the child lives by the clock on the wall
    session = access.open(access.folders.of("Mijn praktijk"), PASSPHRASE)
    draft = session.drafts.find("quick_log", f"organisation {client.id}")
    session.require_whole()
    session.close()
    return draft.text if draft is not None else ""


def assert_nothing_older_is_lost(access, clock, client, words, pause=0.0):
    typed = typed_until_killed(access.folders.home, words, pause)
    assert len(typed) >= words
    kept = kept_after(access, clock, client)
    everything = "".join(f"{int(number):05} " for number, _vault in typed)
    assert everything.startswith(kept)
    lost = typed[len(kept.split()) :]
    # how long the vault writes is the disk's affair: it says nothing of the two seconds
    assert [vault for _number, vault in lost].count(AT_REST) <= PROMISED_WORDS


@unix
def test_kill_9_while_somebody_types_loses_two_seconds_at_most(access, clock, client):
    assert_nothing_older_is_lost(access, clock, client, PROMISED_WORDS + 1)


@unix
@pytest.mark.long
@pytest.mark.parametrize("seed", range(30))
def test_kill_9_at_any_moment_loses_two_seconds_at_most(access, clock, client, seed):
    chance = random.Random(seed)
    words, pause = chance.randint(PROMISED_WORDS + 1, 175), chance.uniform(0, EVERY_MS / 1000)
    assert_nothing_older_is_lost(access, clock, client, words, pause)
