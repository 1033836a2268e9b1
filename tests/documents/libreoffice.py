"""LibreOffice, which reads what we write with eyes that are not ours."""

import csv
import shutil
import subprocess
from io import StringIO
from pathlib import Path

import pytest

is_needed = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed here"
)


def convert(path: Path, form: str) -> Path:
    """Save a file in another form beside it, with a profile of its own."""
    own_profile = f"-env:UserInstallation=file://{path.parent}/profile"
    subprocess.run(
        ["soffice", own_profile, "--headless", "--convert-to", form, "--outdir", path.parent, path],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return path.with_suffix(f".{form.partition(':')[0]}")


def rows_of(path: Path) -> list[list[str]]:
    """The filled cells of a spreadsheet, row by row."""
    converted = convert(path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true")
    return [
        [cell for cell in row if cell] for row in csv.reader(StringIO(converted.read_text("utf-8")))
    ]
