"""The long form of packing: what lands on a machine is the program and nothing beside it."""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source package, and from that the wheel, out of a copy of what git tracks."""
    folder = tmp_path_factory.mktemp("packages")
    tracked = subprocess.run(
        ["git", "ls-files"], check=True, cwd=ROOT, capture_output=True, text=True
    )
    for name in tracked.stdout.splitlines():
        target = folder / "source" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    command = [sys.executable, "-m", "build", "--outdir", folder / "dist", folder / "source"]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "dist"


@pytest.mark.long
def test_a_wheel_puts_only_the_package_into_site_packages(packed):
    (wheel,) = packed.glob("*.whl")
    names = ZipFile(wheel).namelist()
    top = {name.split("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {"advisor_app"}
    for needed in ("forms/main_window.py", "translations/advisor_app_en.qm", "words/problems.json"):
        assert f"advisor_app/_assets/{needed}" in names
    assert not [name for name in names if "__pycache__" in name or name.endswith((".ui", ".ts"))]
    assert [name for name in names if name.endswith("licenses/LICENSE")]


@pytest.mark.long
def test_a_source_package_holds_the_source_and_no_more(packed):
    (source,) = packed.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        top = {name.split("/")[1] for name in archive.getnames() if "/" in name}
    assert top == {
        ".gitignore", "CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "advisor_app", "build.spec",
        "docs", "pyproject.toml", "resources", "tests", "ui", "uv.lock",
    } | ({"bench"} if (ROOT / "bench").exists() else set())  # fmt: skip
