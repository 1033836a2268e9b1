"""The long form of freezing: the program in one folder needs nothing around it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LARGEST_MIB = 285  # 273 on Debian 12: Qt 85, numpy with its algebra 41, sqlcipher 20, highspy 8


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the program from `build.spec`, away from the checkout."""
    pytest.importorskip("PyInstaller", reason="needs `uv sync --group freeze`")
    folder = tmp_path_factory.mktemp("frozen")
    places = ("--distpath", folder / "dist", "--workpath", folder / "build")
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--log-level", "ERROR", *places, "build.spec"],
        check=True,
        cwd=ROOT,
    )
    return folder / "dist" / "advisor-app"


@pytest.mark.long
def test_the_frozen_program_passes_its_self_test_with_an_empty_environment(frozen, tmp_path):
    needed = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if os.name == "nt" else {}
    program = frozen / ("advisor-app.exe" if os.name == "nt" else "advisor-app")
    said = subprocess.run(
        [program, "--self-test"],
        check=False,
        cwd=tmp_path,
        env=needed,
        capture_output=True,
        text=True,
    )
    assert (said.returncode, said.stdout) == (0, "OK\n"), said.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.long
def test_the_frozen_program_is_its_own_auditor(frozen):
    """It starts itself again to look at figures, so what the auditor needs must be in it."""
    program = frozen / ("advisor-app.exe" if os.name == "nt" else "advisor-app")
    ledger = (ROOT / "docs" / "example" / "LEDGER.json").read_bytes()
    done = subprocess.run(
        [program, "--auditor", "audit"], input=ledger, capture_output=True, check=True
    )
    report = json.loads(done.stdout.splitlines()[-1])["report"]
    assert report["findings"] == []
    assert report["questions"] > 0


@pytest.mark.long
def test_the_frozen_program_carries_its_licences_and_no_network_or_foreign_dialogs(frozen):
    names = {path.name for path in frozen.rglob("*")}
    assert {"LICENSE", "Inter-OFL.txt", "Qt-LGPL-3.0.txt", "qtbase_nl.qm"} <= names
    licences = frozen / "_internal" / "licences"
    own_texts = {path.name for path in licences.iterdir() if path.is_dir()}
    assert {
        "Python",
        "cryptography",
        "reportlab",
        "pikepdf",
        "pypdfium2",
        "sqlcipher3",
    } <= own_texts
    for unwanted in ("Qt6Network", "libgtk", "libsqlite3", "qtbase_fr"):
        assert not [name for name in names if unwanted in name]
    assert all(path.exists() for path in frozen.rglob("*")), "a link leads nowhere"
    assert sum(path.lstat().st_size for path in frozen.rglob("*")) < LARGEST_MIB * 2**20
