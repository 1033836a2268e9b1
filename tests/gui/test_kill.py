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
from tests.systems import unix

ROOT = Path(__file__).parents[2]
PROMISED_SECONDS = 2.0


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


def typed_until_killed(home, seconds):
    """Let the child type for some seconds and kill it; return (number, moment) and the end."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.gui.typist", str(home)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        lines = [child.stdout.readline()]
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            lines.append(child.stdout.readline())
    finally:
        killed_at = time.monotonic()
        child.kill()
        lines += child.communicate(timeout=20)[0].splitlines()
    words = [line.split() for line in lines if len(line.split()) == 2]
    return [(int(number), float(moment)) for number, moment in words], killed_at


def kept_after(access, clock, client):
    clock.pass_by(days=3650)  # the child lives by the clock on the wall
    session = access.open(access.folders.of("Mijn praktijk"), PASSPHRASE)
    draft = session.drafts.find("quick_log", f"organisation {client.id}")
    session.require_whole()
    session.close()
    return draft.text if draft is not None else ""


def assert_nothing_older_is_lost(access, clock, client, seconds):
    typed, killed_at = typed_until_killed(access.folders.home, seconds)
    assert len(typed) > 10
    kept = kept_after(access, clock, client)
    everything = "".join(f"{number:05} " for number, _moment in typed)
    had_to_be_kept = "".join(
        f"{number:05} " for number, moment in typed if moment <= killed_at - PROMISED_SECONDS
    )
    assert had_to_be_kept
    assert kept.startswith(had_to_be_kept)
    assert everything.startswith(kept)


@unix
def test_kill_9_while_somebody_types_loses_two_seconds_at_most(access, clock, client):
    assert_nothing_older_is_lost(access, clock, client, 4.3)


@unix
@pytest.mark.long
@pytest.mark.parametrize("seed", range(30))
def test_kill_9_at_any_moment_loses_two_seconds_at_most(access, clock, client, seed):
    seconds = random.Random(seed).uniform(2.2, 7)
    assert_nothing_older_is_lost(access, clock, client, seconds)
