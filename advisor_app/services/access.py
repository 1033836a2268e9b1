"""Before a vault is open: find it, make it, open it, restore it."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from advisor_app import passphrase as passphrases
from advisor_app.domain.identity import Choose
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.keychain import Keychain
from advisor_app.passphrase import Strength
from advisor_app.services.session import Session
from advisor_app.storage import backup
from advisor_app.storage.key_file import KeyFiles
from advisor_app.storage.keys import STANDARD_COST, Argon2Cost
from advisor_app.storage.places import Place, place_of
from advisor_app.storage.recovery_code import groups
from advisor_app.storage.vault import Secret, Vault

SUFFIX = ".vault"
_FORBIDDEN_IN_NAMES = set('/\\:*?"<>|')


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownVault:
    """A vault on this computer, as the unlock window names it."""

    name: str
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A restored vault: when its backup was made, and how many changes it knows to be missing.

    `behind` is None when nobody can know: neither this computer's key store nor a vault beside it
    remembers a later state.
    """

    session: Session
    made_at: datetime
    behind: int | None


class Access:
    """What can be done without an open vault; opened vaults belong to the calling thread."""

    def __init__(
        self,
        home: Path,
        keychain: Callable[[], Keychain],
        now: Callable[[], datetime],
        choose: Choose = secrets.choice,
        *,
        cost: Argon2Cost = STANDARD_COST,
    ) -> None:
        """Take the folder of vaults; the key store is looked for when it is first needed."""
        self.home = home
        self._find_keychain = keychain
        self._known_keychain: Keychain | None = None
        self._now = now
        self._choose = choose
        self._cost = cost

    def vaults(self) -> tuple[KnownVault, ...]:
        """Return the vaults in their usual folder, in the order of their names."""
        if not self.home.is_dir():
            return ()
        found = (path for path in self.home.iterdir() if path.name.endswith(SUFFIX))
        return tuple(
            KnownVault(name=path.name.removesuffix(SUFFIX), folder=path)
            for path in sorted(found)
            if path.is_dir() and not path.name.startswith(".")
        )

    def folder_of(self, name: str) -> Path:
        """Return where a vault of that name lies.

        Raises:
            InvalidError: EMPTY or NOT_A_FOLDER, naming `name`.
        """
        trimmed = name.strip()
        if not trimmed:
            raise InvalidError("name", Problem.EMPTY)
        if set(trimmed) & _FORBIDDEN_IN_NAMES or trimmed.startswith(".") or len(trimmed) > 60:
            raise InvalidError("name", Problem.NOT_A_FOLDER)
        return self.home / f"{trimmed}{SUFFIX}"

    def is_synced(self, folder: Path) -> bool:
        """Tell whether another program copies this folder to somewhere else."""
        return place_of(folder) is Place.SYNCED

    def suggest(self) -> str:
        """Return six Dutch words, drawn at random."""
        return passphrases.generate(secrets.choice)

    def judge(self, typed: str, *known: str) -> Strength:
        """Say how well a passphrase stands against guessing by whoever knows these texts."""
        return passphrases.judge(typed, known)

    def create(self, folder: Path, passphrase: str) -> tuple[Session, str]:
        """Make a vault; return it, open, with its recovery code.

        Raises:
            ProblemError: WEAK_PASSPHRASE, ALREADY_THERE, NOT_A_FOLDER, NETWORK_FOLDER, READ_ONLY,
                DISK_FULL.
        """
        if not passphrases.judge(passphrase, (folder.stem,)).accepted:
            raise ProblemError(Problem.WEAK_PASSPHRASE)
        vault, code = Vault.create(folder, passphrase, self._now, self._cost)
        return self._session(vault), code

    def open(self, folder: Path, passphrase: str) -> Session:
        """Open a vault.

        Raises:
            ProblemError: WRONG_PASSPHRASE, IN_USE, DAMAGED and the others of Vault.open.
        """
        return self._open(folder, Secret.passphrase(passphrase))

    def open_with_recovery_code(self, folder: Path, code: str) -> Session:
        """Open a vault by the code of its sheet.

        Raises:
            ProblemError: MISTYPED_RECOVERY_CODE, WRONG_RECOVERY_CODE, and those of Vault.open.
        """
        with_code = Secret.recovery_code(code)
        try:
            return self._open(folder, with_code)
        except ProblemError as error:
            if error.problem is Problem.WRONG_PASSPHRASE:
                raise ProblemError(Problem.WRONG_RECOVERY_CODE) from error
            raise

    def open_with_keyring(self, folder: Path) -> Session | None:
        """Open a vault by what the key store of this device keeps; None if it keeps nothing."""
        files = KeyFiles.read(folder)
        secret = self._keychain().secret(files.instance_id.hex())
        return None if secret is None else self._open(folder, Secret.keyring(secret))

    def restore(
        self, source: Path, folder: Path, *, passphrase: str = "", recovery_code: str = ""
    ) -> Restored:
        """Make a vault from a backup in a new folder, and open it.

        Raises:
            ProblemError: those of storage.backup.restore; no folder is left behind then.
        """
        secret = (
            Secret.recovery_code(recovery_code) if recovery_code else Secret.passphrase(passphrase)
        )
        known = self._latest_known_of(source, secret)
        restored = backup.restore(source, folder, secret, self._now)
        return Restored(
            session=self._session(restored.vault),
            made_at=restored.made_at,
            behind=None if known is None else max(0, known - restored.sequence),
        )

    def groups_of(self, code: str) -> tuple[str, ...]:
        """Return the groups of a recovery code, as the sheet prints and step 2 asks them."""
        return groups(code)

    def _open(self, folder: Path, secret: Secret) -> Session:
        least = 0
        try:
            instance_id = KeyFiles.read(folder).instance_id.hex()
            least = self._keychain().floor(instance_id) or 0
        except (OSError, ProblemError):
            pass  # Vault.open says what is wrong, in its own order
        return self._session(Vault.open(folder, secret, self._now, least_sequence=least))

    def _session(self, vault: Vault) -> Session:
        return Session(vault, self._keychain(), self._now, self._choose, cost=self._cost)

    def _latest_known_of(self, source: Path, secret: Secret) -> int | None:
        """Return how far the vault of a backup is known to have come, on this computer."""
        with backup.opened(source, secret) as (manifest, _keys, _file):
            vault_id = manifest.keys.vault_id
            floors = [self._keychain().floor(manifest.keys.instance_id.hex())]
        for known in self.vaults():
            try:
                copies = KeyFiles.read(known.folder)
            except (OSError, ProblemError):
                continue
            if copies.vault_id == vault_id:
                floors.append(copies.floor)
        return max((floor for floor in floors if floor is not None), default=None)

    def _keychain(self) -> Keychain:
        if self._known_keychain is None:
            self._known_keychain = self._find_keychain()
        return self._known_keychain
