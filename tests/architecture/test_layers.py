"""Who may know whom is checked, and each check is proven to notice."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea

from advisor_app.domain.problems import Problem

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "advisor_app"

# A breach of each rule, and the name of the contract that must notice it.
BREACHES = {
    ("domain/case.py", "import advisor_app.storage.vault"): "Arrows point down only",
    ("gui/__init__.py", "import advisor_app.storage.vault"): "Windows talk to services",
    (
        "gui/letters/__init__.py",
        "import advisor_app.gui.cases.cases_page",
    ): "the rooms below it only",
    ("gui/desk.py", "import advisor_app.gui.frame.main_window"): "the rooms below it only",
    ("services/__init__.py", "import PySide6"): "Only windows know Qt",
    ("services/__init__.py", "import sqlcipher3"): "One door to the database",
    ("storage/vault.py", "import sqlcipher3"): "One door to the database",
    ("storage/vault.py", "import reportlab"): "One door to paper",
    ("storage/vault.py", "import keyring"): "One door to the key store",
    ("services/__init__.py", "import highspy"): "One door to the solver",
    ("storage/vault.py", "import advisor_app.documents"): "Arrows point down only",
    ("services/__init__.py", "import socket"): "No network",
    ("storage/vault.py", "import urllib.request"): "No network",
    ("disclosure/auditor/reader.py", "import advisor_app.disclosure.one_way"): "does not know the",
    ("storage/canonical.py", "import advisor_app.storage.vault"): "No cycles between siblings",
    ("exchange/__init__.py", ""): "Missing layer|not listed|exhaustive",
}


def modules():
    return [path for path in PACKAGE.rglob("*.py") if "_assets" not in path.parts]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The package and its contracts, to be broken."""
    place = tmp_path_factory.mktemp("house")
    shutil.copytree(PACKAGE, place / "advisor_app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", place)
    return place


def contracts(place):
    program = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [program, "--no-cache"], cwd=place, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(place)},
    )  # fmt: skip
    return result.returncode, result.stdout + result.stderr


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: f"{breach[0]}: {breach[1]}")
def test_a_breach_of_the_house_is_noticed(copy, breach):
    file, line = breach
    path = copy / "advisor_app" / file
    before = path.read_text("utf-8") if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{before or ''}\n{line}\n", "utf-8")
    try:
        code, said = contracts(copy)
    finally:
        if before is None:
            shutil.rmtree(path.parent)
        else:
            path.write_text(before, "utf-8")
    assert code != 0
    broken = [
        words
        for words in said.splitlines()
        if "BROKEN" in words or "issing" in words or "ot listed" in words
    ]
    assert re.search(BREACHES[breach], "\n".join([*broken, said[-2000:]]))


def test_no_network_and_no_other_sqlite_in_qt():
    banned = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["lint"][
        "flake8-tidy-imports"
    ]["banned-api"]
    assert {"PySide6.QtNetwork", "PySide6.QtSql"} <= set(banned)


def test_the_bus_of_the_system_has_one_door():
    """Import-linter knows whole packages of others only."""
    doors = [path.name for path in modules() if "QtDBus" in path.read_text("utf-8")]
    assert doors == ["logind.py"]


SQL = re.compile(r"\b(SELECT\s.+\sFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET|PRAGMA\s)")


def sql_in(source):
    tree = ast.parse(source)
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [text for text in texts if isinstance(text, str) and SQL.search(text)]


def test_no_sql_above_the_storage():
    assert sql_in("query = 'SELECT name FROM person'")
    above = [path for path in modules() if "storage" not in path.parts]
    assert {
        path: sql_in(path.read_text("utf-8")) for path in above if sql_in(path.read_text("utf-8"))
    } == {}


WORDY = {"Qt", "QStyle"}
"""Classes of Qt that nothing may name before the first window is painted."""

LATER = {
    "app.py": "advisor_app.", "next_window.py": "advisor_app.", "access.py": "advisor_app.",
    "vault_folders.py": "advisor_app.",
    "auditing.py": "advisor_app.disclosure.auditor.",
    "open_figures.py": "advisor_app.disclosure.auditor",
    "protocol.py": "advisor_app.disclosure",
}  # fmt: skip
"""What loads the rest of the house once the way in is on the screen (docs/decisions.md, 17), and
the auditor and the engine, who come with their solvers."""


def test_the_way_in_is_there_before_the_house_is_loaded():
    """Start-up takes half without: no page, no service of an open vault, no database."""
    heavy = {"advisor_app.pages", "advisor_app.gui.frame.main_window", "advisor_app.services.session",
             "advisor_app.gui.vaults.other_ways", "advisor_app.storage.vault", "sqlcipher3", "cryptography", "keyring"}  # fmt: skip
    program = "import sys, advisor_app.cli, advisor_app.app; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=ROOT
    ).stdout.split()
    assert heavy & set(loaded) == set()
    assert "advisor_app.gui.vaults.unlock_window" in loaded


FIRST_PAINT = """
import os, sys
from PySide6 import QtCore, QtGui, QtWidgets
from advisor_app import app

def painted(application):
    application.processEvents()
    assert any(window.isVisible() for window in application.topLevelWidgets())
    print(*vars(QtCore), *vars(QtGui), *vars(QtWidgets), flush=True)
    os._exit(0)

QtWidgets.QApplication.exec = painted
app.run(sys.argv[1:])
"""


def test_the_way_in_is_painted_before_python_learns_the_words_of_qt(tmp_path):
    """PySide makes every enum of a class when its name is first said; `Qt` alone has 1,200 values."""
    homes = {"XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    named = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path / "praktijk.vault")],
        check=True, capture_output=True, text=True, cwd=ROOT, env=os.environ | homes,
    ).stdout.split()  # fmt: skip
    assert {"QObject", "QIcon", "QLineEdit"} <= set(named)
    assert WORDY & set(named) == set()


def test_a_form_sets_properties_to_values_that_qt_knows():
    """Of a name that it does not know Qt says nothing."""
    said = re.compile(r'\.setProperty\("(\w+)", "([\w|]+)"\)')
    forms = (PACKAGE / "_assets" / "forms").glob("*.py")
    values = {pair for form in forms for pair in said.findall(form.read_text("utf-8"))}
    assert ("textFormat", "PlainText") in values
    for name, value in values:
        kind = QScrollArea if "Policy" in name else QLabel
        known = kind.staticMetaObject
        enumerator = known.property(known.indexOfProperty(name)).enumerator()
        assert enumerator.keysToValue(value)[1], (name, value)


def test_a_form_imports_no_class_that_it_does_not_use():
    for form in (PACKAGE / "_assets" / "forms").glob("*.py"):
        code = ast.parse(form.read_text("utf-8"))
        used = {node.id for node in ast.walk(code) if isinstance(node, ast.Name)}
        imported = {
            alias.name
            for node in code.body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        assert imported <= used, form.name


def test_what_is_loaded_by_its_name_is_frozen_too():
    """PyInstaller follows imports, and cannot follow a name in a string."""
    named = re.compile(r'import_module\("([\w.]+)"\)')
    loaded = {name for path in modules() for name in named.findall(path.read_text("utf-8"))}
    assert len(loaded) >= 3
    listed = re.search(
        r"hiddenimports=\[(.*?)\]", (ROOT / "build.spec").read_text("utf-8"), re.DOTALL
    )
    assert loaded <= set(re.findall(r'"([\w.]+)"', listed[1]))


def test_the_doors_to_heavy_libraries_are_the_only_imports_inside_functions():
    doors = {"reportlab", "keyring", "zxcvbn", "pikepdf", "pypdfium2", "odfdo"}
    found = []
    for path in modules():
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                for node in ast.walk(function):
                    names = (
                        [node.module or ""] if isinstance(node, ast.ImportFrom)
                        else [alias.name for alias in node.names] if isinstance(node, ast.Import)
                        else []
                    )  # fmt: skip
                    found += [
                        (path.name, name) for name in names
                        if name.split(".")[0] not in doors and not name.startswith(
                            LATER.get(path.name, "advisor_app.documents")
                        )
                    ]  # fmt: skip
    assert found == []


def test_no_problem_is_named_that_nobody_finds():
    code = "\n".join(path.read_text("utf-8") for path in modules())
    found = set(re.findall(r"\bProblem\.([A-Z_]+)\b", code))
    assert {problem.name for problem in Problem} - found == set()


AUDITOR_KNOWS = {
    "box", "dimension", "entry", "ledger", "periods", "plan", "plan_format", "problems",
    "statement", "strict_json",
}  # fmt: skip


def known_to_the_auditor():
    """The modules beside the auditor that it imports."""
    found = set()
    for path in (PACKAGE / "disclosure" / "auditor").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = (
                [node.module or ""] if isinstance(node, ast.ImportFrom)
                else [alias.name for alias in node.names] if isinstance(node, ast.Import)
                else []
            )  # fmt: skip
            found |= {name for name in names if name.startswith("advisor_app")}
    own = "advisor_app.disclosure."
    return {name.removeprefix(own) for name in found if not name.startswith(f"{own}auditor")}


def test_the_auditor_reads_formats_and_asks_nobody_that_decides():
    """So no engine of a later day can slip in either."""
    assert known_to_the_auditor() <= AUDITOR_KNOWS


def test_pyside_stays_below_the_version_that_aborts():
    """PySide6 6.12.0 drops a reference to None on every void call and dies on Python 3.11."""
    import PySide6

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "PySide6-Essentials>=6.8,<6.12" in project["project"]["dependencies"]
    assert tuple(map(int, PySide6.__version__.split(".")[:2])) < (6, 12)
    assert f"PySide6-Essentials=={PySide6.__version__}" in project["build-system"]["requires"]


def test_a_void_call_of_qt_keeps_its_hands_off_none():
    program = (
        "import sys; from PySide6.QtCore import QObject; o = QObject();"
        "before = sys.getrefcount(None); [o.setObjectName('x') for _ in range(3000)];"
        "sys.exit(before - sys.getrefcount(None) > 1000)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_solver_is_loaded_only_when_figures_are_made():
    program = (
        "import sys; import advisor_app.disclosure.protocol, advisor_app.pages, advisor_app.commands;"
        "sys.exit(bool({'highspy', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def is_text_without_encoding(call):
    """Tell whether a call reads or writes text in whatever encoding the computer prefers."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    if name in {"read_text", "write_text"}:
        return not ("encoding" in named or len(call.args) > (name == "write_text"))
    if name in {"run", "Popen", "check_output"}:
        return bool({"text", "universal_newlines"} & named.keys()) and "encoding" not in named
    if name not in {"open", "fdopen"}:
        return False
    modes = [
        each.value for each in (*call.args, named.get("mode")) if isinstance(each, ast.Constant)
    ]
    is_mode = [each for each in modes if re.fullmatch(r"[rwaxbt+]+", str(each))]
    return any("b" not in each for each in is_mode) and "encoding" not in named


def test_all_text_names_its_encoding():
    """On Windows it would be another one in every country."""
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                assert not is_text_without_encoding(node), (path, node.lineno)


@pytest.mark.parametrize(
    ("call", "is_without"),
    [
        ("path.read_text()", True), ("path.read_text('utf-8')", False),
        ("path.write_text('x')", True), ("path.write_text('x', 'utf-8')", False),
        ("open('x', 'w')", True), ("path.open('r')", True), ("path.open('rb')", False),
        ("subprocess.run(['x'], text=True)", True), ("open('x', 'w', encoding='utf-8')", False),
    ],
)  # fmt: skip
def test_text_without_an_encoding_is_noticed(call, is_without):
    assert is_text_without_encoding(ast.parse(call).body[0].value) is is_without
