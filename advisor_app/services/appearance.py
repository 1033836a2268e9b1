"""How the windows look, in a small readable file beside the vaults.

Language, theme and size of type must be known before a vault is open, and say nothing about
anybody. Everything else is encrypted.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from advisor_app.domain.language import Language
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.settings import Appearance, Theme, Typeface
from advisor_app.storage import files

_LARGEST = 64 * 1024


class AppearanceFile:
    """How the windows look, in a file of one's own; a file that cannot be read is no file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Appearance:
        """Return the choices, or the defaults."""
        try:
            found: dict[str, Any] = json.loads(files.read_bounded(self._path, _LARGEST))
            return Appearance(
                language=Language(found["language"]),
                theme=Theme(found["theme"]),
                scale=int(found["scale"]),
                typeface=Typeface(found["typeface"]),
            )
        except (
            OSError,
            ProblemError,
            ArithmeticError,
            RecursionError,
            ValueError,
            LookupError,
            TypeError,
        ):
            return Appearance()

    def keep(self, appearance: Appearance) -> None:
        """Keep the choices.

        Raises:
            ProblemError: READ_ONLY, DISK_FULL.
        """
        with files.named_problems():
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        files.replace_bytes(self._path, json.dumps(asdict(appearance), indent=1).encode())
