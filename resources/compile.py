"""Compile `ui/` and `resources/` into the git-ignored `advisor_app/_assets`.

Hatchling's hook, build.spec, the bootstrap and a developer after editing a form all call this:
`python resources/compile.py`.
"""

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import PySide6

# What a style sheet can only name as a file: icon, and the token of its ink.
STYLE_ICONS = (
    ("chevron-down", "text2"),
    ("chevron-up", "text2"),
    ("chevrons-up-down", "text2"),
    ("check", "on_accent"),
    ("calendar", "text2"),
)
# Those that stand before a line of text, in each of the sizes of `line_icons`.
LINE_ICONS = (("circle-alert", "danger"), ("circle-check", "ok"))
PLAIN_DATA = ("codes", "fonts", "icons", "letters", "wordlists", "demo", "colour")
# What is written as TOML and read as JSON: before the first window is painted there is no time.
FOR_THE_WINDOWS = ("words", "style")


PACKAGE = '''"""Generated from ui/ and resources/; see compile.py."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where all this lies: start-up does without `importlib.resources`."""
'''


def compile_assets(root: Path) -> Path:
    """Write the assets of the checkout at `root` afresh; return their folder."""
    assets = root / "advisor_app" / "_assets"
    fresh = assets.with_name("_assets.new")
    shutil.rmtree(fresh, ignore_errors=True)
    (fresh / "forms").mkdir(parents=True)
    (fresh / "translations").mkdir()
    (fresh / "__init__.py").write_text(PACKAGE, "utf-8")
    (fresh / "forms" / "__init__.py").write_text('"""Generated from ui/*.ui."""\n')
    for form in sorted((root / "ui").glob("*.ui")):
        made = fresh / "forms" / f"{form.stem}.py"
        _qt_tool("uic", "-g", "python", form, "-o", made)
        code = _without_enums_of_qt(made.read_text("utf-8"))
        made.write_text(_without_unused_imports(code), "utf-8")
    for words in sorted((root / "resources" / "translations").glob("*.ts")):
        target = fresh / "translations" / f"{words.stem}.qm"
        _qt_tool("lrelease", "-silent", words, "-qm", target)
    for name in PLAIN_DATA:
        source = root / "resources" / name
        if source.is_dir():
            shutil.copytree(source, fresh / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FOR_THE_WINDOWS:
        (fresh / name).mkdir()
        for source in sorted((root / "resources" / name).glob("*.toml")):
            table = tomllib.loads(source.read_text("utf-8"))
            made = json.dumps(table, ensure_ascii=False, indent=1)
            (fresh / name / f"{source.stem}.json").write_text(made, "utf-8")
    _write_style(root, fresh / "style")
    shutil.rmtree(assets, ignore_errors=True)
    fresh.rename(assets)
    return assets


def _without_enums_of_qt(code: str) -> str:
    """Set properties by the names of their values: to name `Qt` once takes a tenth of start-up."""

    def by_name(found: re.Match[str]) -> str:
        first, rest, values = found.groups()
        names = "|".join(value.rpartition(".")[2] for value in values.split("|"))
        return f'.setProperty("{first.lower()}{rest}", "{names}")'

    return re.sub(r"\.set([A-Z])(\w+)\((Qt\.\w+\.\w+(?:\|Qt\.\w+\.\w+)*)\)", by_name, code)


def _without_unused_imports(code: str) -> str:
    """Drop what uic imports into every form alike: each class of Qt makes its enums when named."""
    module = ast.parse(code)
    used = {node.id for node in ast.walk(module) if isinstance(node, ast.Name)}
    lines = code.splitlines()
    for imported in reversed([node for node in module.body if isinstance(node, ast.ImportFrom)]):
        names = ", ".join(alias.name for alias in imported.names if alias.name in used)
        lines[imported.lineno - 1 : imported.end_lineno] = (
            [f"from {imported.module} import {names}"] if names else []
        )
    return "\n".join(lines) + "\n"


def _write_style(root: Path, style: Path) -> None:
    """Add the style sheet, and for each theme the few icons in it in that theme's ink."""
    shutil.copy(root / "ui" / "window.qss", style)
    themes = json.loads((style / "tokens.json").read_text("utf-8"))
    del themes["type"]
    sizes = themes.pop("line_icons")["sizes"]
    for theme, tokens in themes.items():
        (style / theme).mkdir()
        for name, ink in STYLE_ICONS:
            drawing = _inked(root, name, tokens[ink])
            (style / theme / f"{name}.svg").write_text(drawing, "utf-8")
        for name, ink in LINE_ICONS:
            drawing = _inked(root, name, tokens[ink])
            for size in sizes:
                sized = drawing.replace('"24"', f'"{size}"', 2)
                (style / theme / f"{name}-{size}.svg").write_text(sized, "utf-8")


def _inked(root: Path, name: str, colour: str) -> str:
    drawing = (root / "resources" / "icons" / f"{name}.svg").read_text("utf-8")
    return drawing.replace("currentColor", colour)


def update_translations(root: Path) -> None:
    """Bring the translation files up to date with the words in forms and code."""
    sources = [
        *sorted((root / "ui").glob("*.ui")),
        *sorted((root / "advisor_app").glob("gui/**/*.py")),
    ]
    folder = root / "resources" / "translations"
    _qt_tool(
        "lupdate",
        "-silent",
        "-locations",
        "none",
        "-no-obsolete",
        "-source-language",
        "nl",
        "-target-language",
        "en",
        *sources,
        "-ts",
        folder / "advisor_app_en.ts",
    )
    _qt_tool(
        "lupdate",
        "-silent",
        "-locations",
        "none",
        "-no-obsolete",
        "-source-language",
        "nl",
        "-target-language",
        "nl",
        "-pluralonly",
        *sources,
        "-ts",
        folder / "advisor_app_nl.ts",
    )


def _qt_tool(name: str, *arguments: str | Path) -> None:
    """Run one of Qt's own compilers, which the wheel of PySide6 carries."""
    home = Path(PySide6.__file__).parent
    places = (home / name, home / f"{name}.exe", home / "Qt" / "libexec" / name)
    tool = next(place for place in places if place.exists())
    subprocess.run([tool, *arguments], check=True)


if __name__ == "__main__":
    if "--translations" in sys.argv:
        sys.argv.remove("--translations")
        update_translations(Path(__file__).parent.parent)
    compile_assets(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent)
