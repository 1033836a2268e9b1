"""Where vaults lie on this computer: in their usual folder, or where they were made."""

from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.services.elsewhere import Elsewhere
from advisor_app.storage.files import require_writable

SUFFIX = ".vault"
_FORBIDDEN_IN_NAMES = set('/\\:*?"<>|')
_DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)
}
"""What Windows takes for a device, whatever follows after a dot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownVault:
    """A vault on this computer, as the unlock window names it."""

    name: str
    folder: Path


class VaultFolders:
    """The folders of vaults; `home` is the usual one."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._elsewhere = Elsewhere(home / "elsewhere.json")

    def all(self) -> tuple[KnownVault, ...]:
        """Return the vaults in their usual folder, and after them those that were made elsewhere."""
        here = sorted(self.home.iterdir()) if self.home.is_dir() else []
        return tuple(
            KnownVault(name=path.name.removesuffix(SUFFIX), folder=path)
            for path in (*here, *self._elsewhere.folders())
            if path.name.endswith(SUFFIX) and path.is_dir() and not path.name.startswith(".")
        )

    def of(self, name: str) -> Path:
        """Return where a vault of that name lies.

        Raises:
            InvalidError: EMPTY or NOT_A_FOLDER, naming `name`.
        """
        trimmed = name.strip()
        if not trimmed:
            raise InvalidError("name", Problem.EMPTY)
        fits = trimmed.isprintable() and not trimmed.startswith(".") and len(trimmed) <= 60
        is_device = trimmed.partition(".")[0].rstrip().lower() in _DEVICES
        if not fits or is_device or set(trimmed) & _FORBIDDEN_IN_NAMES:
            raise InvalidError("name", Problem.NOT_A_FOLDER)
        return self.home / f"{trimmed}{SUFFIX}"

    def unused(self, name: str) -> Path:
        """Return where a vault of that name lies, or with the first number that is free behind it."""
        taken = {known.name for known in self.all()}
        names = chain([name], (f"{name} {number}" for number in count(2)))
        return self.of(next(each for each in names if each not in taken))

    def room_for(self, name: str, place: Path) -> Path:
        """Return the folder of a new vault of that name in a place, where one can be made.

        Raises:
            InvalidError: EMPTY, NOT_A_FOLDER or ALREADY_THERE, naming `name`; NOT_FOUND,
                NOT_A_FOLDER, NETWORK_FOLDER, READ_ONLY, DISK_FULL or UNREACHABLE, naming `place`.
        """
        from advisor_app.storage.vault_folder import require_free

        folder = place / self.of(name).name
        try:
            if not place.is_absolute() or any(part.endswith(SUFFIX) for part in place.parts):
                raise ProblemError(Problem.NOT_A_FOLDER)
            if place != self.home:  # which is made with the first vault
                require_writable(place)
            require_free(folder)
        except ProblemError as error:
            field = "name" if error.problem is Problem.ALREADY_THERE else "place"
            raise InvalidError(field, error.problem) from error
        return folder

    def remember(self, folder: Path) -> None:
        """Find a vault again that was made outside the usual folder."""
        if folder.parent != self.home:
            self._elsewhere.add(folder)
