"""The commands of the figures in this process, and an organisation to try them on."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from advisor_app.commands import carry_out
from advisor_app.domain.language import Language

CASES = {"Pesten": 9, "Intimidatie": 8, "Agressie": 2, "Discriminatie": 1, "Arbeidsconflict": 7}


def a_plan(**fields):
    """The example of docs/figures.md: one promised year, and its cases by subject."""
    boxes = [{"period": ["2026"], "subject": [leaf]} for leaf in CASES]
    return {
        "format": 1,
        "organisation": "Gemeente Voorbeeld",
        "n": 5,
        "dimensions": [
            {"name": "period", "leaves": ["2026"]},
            {"name": "subject", "leaves": list(CASES)},
        ],
        "time": "period",
        "headcount": {"organisation": 1_200},
        "counts": "Zaken van melders, zonder adviesvragen.",
        "releases": [
            {"id": "2026", "title": "Jaarcijfers 2026", "told": [{"period": ["2026"]}],
             "boxes": boxes}
        ],
    } | fields  # fmt: skip


def a_register(cases=None, period="2026"):
    rows = [leaf for leaf, count in (cases or CASES).items() for _case in range(count)]
    lines = [f"p{number},{period},{leaf}" for number, leaf in enumerate(rows)]
    return "\n".join(["person,period,subject", *lines]) + "\n"


@dataclass(frozen=True)
class Desk:
    """A folder with a plan, a register and perhaps a ledger, and the commands to try on them."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def put(self, name, content):
        if isinstance(content, dict):
            content = json.dumps(content)
        if isinstance(content, str):
            content = content.encode()
        (self.folder / name).write_bytes(content)

    def __call__(self, *command, language=Language.NL):
        """Return the exit code, and what stood on standard output and error."""
        self.capsys.readouterr()
        try:
            code = carry_out(["figures", *map(str, command)], language)
        except SystemExit as left:
            code = left.code
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def protect(self, *more, register="REGISTER.csv", language=Language.NL):
        return self(
            "protect", self.folder / "PLAN.json", self.folder / register,
            "--ledger", self.ledger, "--out", self.folder / "uit", *more, language=language,
        )  # fmt: skip

    @property
    def ledger(self):
        return self.folder / "LEDGER.json"

    @property
    def files(self):
        """Every file with its bytes, by its path."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes() if path.is_file() else None
            for path in sorted(self.folder.rglob("*"))
        }

    def entries(self):
        return json.loads(self.ledger.read_bytes())["entries"]
