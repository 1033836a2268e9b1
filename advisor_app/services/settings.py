"""The advisor's choices: those of a vault in the vault, how windows look beside it.

Language, theme and size of type must be known before a vault is open, and say nothing about
anybody: they stand in a small readable file. Everything else is encrypted.
"""

import json
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.language import Language
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.settings import Appearance, Settings, Theme, Typeface
from advisor_app.storage import files
from advisor_app.storage.vault import Vault

_LARGEST = 64 * 1024


class VaultSettings:
    """What an open vault remembers of the advisor's choices."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def read(self) -> Settings:
        """Return the choices; what was never chosen, or can no longer be, has its default."""
        kept = self._vault.tables.settings.all()
        settings = Settings()
        for name in asdict(settings):
            with suppress(KeyError, ValueError, ProblemError):
                settings = replace(settings, **{name: int(kept[name])})
        return settings

    def keep(self, settings: Settings) -> None:
        """Keep the choices."""
        with self._vault.transaction() as tables:
            for name, value in asdict(settings).items():
                tables.settings.put(name, str(value))

    def remember_organisation(self, organisation: OrganisationId) -> None:
        """Remember where the advisor was last."""
        self.keep(replace(self.read(), last_organisation=organisation))


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
