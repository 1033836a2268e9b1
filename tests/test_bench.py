"""The benchmark measures what it says; how fast this machine is stands in no test."""

import json
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from advisor_app.storage.keys import FLOOR_COST
from advisor_app.storage.secret import Secret
from advisor_app.storage.vault import Vault
from bench import load, pairing, rows

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("bench")


@pytest.fixture
def setting(folder):
    return rows.Setting(folder=folder, notes=60, pairs=2, callgrind=False, cost=FLOOR_COST)


def require_valid(each, number, setting):
    said = json.loads(json.dumps(each.plain()))
    assert set(said) == {column.name for column in fields(pairing.Row)}
    assert said["row"] == number
    assert said["unit"] == "ratio"
    assert said["value"] > 0
    assert said["ours"] > 0
    assert said["against"] > 0
    assert said["met"] is (said["value"] <= said["target"])
    assert said["pairs"] >= setting.pairs
    assert said["spread"] == sorted(said["spread"])


@pytest.mark.parametrize(
    ("measure", "numbers"),
    [
        (rows.unlock, [1, 1, 2]),
        (rows.start, [3]),
        (rows.search, [5, 5]),
        (rows.save, [7, 7]),
        (rows.figures, [10, 10]),
    ],
)
def test_every_row_is_a_json_line_with_all_its_fields(setting, measure, numbers):
    found = list(measure(setting))
    assert [each.row for each in found] == numbers
    for each in found:
        require_valid(each, each.row, setting)


def test_the_value_is_the_median_of_the_pairs_and_not_the_ratio_of_the_medians():
    found = pairing.row(
        5, "x", [(1, 1), (9, 3), (20, 10)], target=1.5, figure="CPU ms", notes=1
    )  # fmt: skip
    assert (found.value, found.met) == (2, False)
    assert (found.ours, found.against) == (9, 3)


def test_neither_side_always_goes_first():
    order = []
    pairs = pairing.taken_in_turn(
        lambda: order.append("ours") or 2.0, lambda: order.append("theirs") or 1.0, 2
    )
    assert order == ["ours", "theirs", "theirs", "ours"]
    assert pairs == [(2.0, 1.0), (2.0, 1.0)]


def test_the_load_is_a_real_vault_that_is_whole_with_notes_of_the_promised_length(folder):
    place = load.vault_of(folder, 60, FLOOR_COST)
    vault = Vault.open(place, Secret.passphrase(load.PASSPHRASE), load.moment)
    vault.require_whole()
    written = [note.body for note in vault.tables.notes.select()]
    vault.close()
    assert len(written) == 60
    assert 1_200 < sum(map(len, written)) / len(written) < 1_800


def test_a_row_that_is_unknown_is_refused_before_anything_is_measured():
    command = [sys.executable, "-m", "bench", "--rows", "99"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 2
