"""Which vaults lie outside their usual folder: a small readable list of paths beside the others."""

import json
from contextlib import suppress
from pathlib import Path

from advisor_app.domain.problems import ProblemError
from advisor_app.storage import files

_LARGEST = 64 * 1024


class Elsewhere:
    """The list, in a file of its own; a file that cannot be read is no file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def folders(self) -> list[Path]:
        """Return the folders, whether there is something in them or not."""
        try:
            found = json.loads(files.read_bounded(self._path, _LARGEST))
            return [Path(str(folder)) for folder in found]
        except (OSError, ProblemError, RecursionError, ValueError, TypeError):
            return []

    def add(self, folder: Path) -> None:
        """Remember a folder; where that cannot be written, its user has to look for it again."""
        known = [each for each in self.folders() if each.is_dir() and each != folder]
        written = json.dumps([str(each) for each in (*known, folder)], indent=1)
        with suppress(ProblemError), files.named_problems():
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            files.replace_bytes(self._path, written.encode())
