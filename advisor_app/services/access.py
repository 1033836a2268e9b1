"""Before a vault is open: find it, make it, open it, restore it."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import SystemRandom
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from advisor_app.domain.backup import SUFFIX as BACKUP_SUFFIX
from advisor_app.domain.days import local_day
from advisor_app.domain.identity import Choose
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.progress import Progress, unwatched
from advisor_app.keychain import Keychain
from advisor_app.services.vault_folders import SUFFIX, VaultFolders

if TYPE_CHECKING:  # what opens a vault is loaded when one is opened (docs/decisions.md, 17)
    from advisor_app.passphrase import Strength
    from advisor_app.services.session import Session
    from advisor_app.storage import backup
    from advisor_app.storage.examination import ExaminedVault
    from advisor_app.storage.keys import Argon2Cost
    from advisor_app.storage.secret import Secret
    from advisor_app.storage.vault import Vault

_RANDOM = SystemRandom()  # what `secrets` draws from, without the hashes that it loads


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A restored vault: when its backup was made, and how many changes it knows to be missing.

    `behind` is None when nobody can know: neither this computer's key store nor a vault beside it
    remembers a later state.
    """

    session: "Session"
    made_at: datetime
    behind: int | None


class Access:
    """What can be done without an open vault; opened vaults belong to the calling thread."""

    def __init__(
        self,
        home: Path,
        keychain: Callable[[], Keychain],
        now: Callable[[], datetime],
        choose: Choose = _RANDOM.choice,
        *,
        cost: "Argon2Cost | None" = None,
    ) -> None:
        """Take the folder of vaults; the key store is looked for when it is first needed."""
        self.folders = VaultFolders(home)
        self._find_keychain = keychain
        self._known_keychain: Keychain | None = None
        self._now = now
        self._choose = choose
        self._given_cost = cost

    def suggest(self) -> str:
        """Return six Dutch words, drawn at random."""
        from advisor_app.passphrase import generate

        return generate(_RANDOM.choice)

    def judge(self, typed: str, *known: str) -> "Strength":
        """Say how well a passphrase stands against guessing by whoever knows these texts."""
        from advisor_app.passphrase import judge

        return judge(typed, known)

    def recovery_sheet(self, groups: Sequence[str], name: str, language: Language) -> bytes:
        """Return the PDF of the sheet with a recovery code, to be printed and never kept."""
        from advisor_app.documents import recovery_sheet

        return recovery_sheet.render(groups, name, local_day(self._now()), language)

    def create(
        self, folder: Path, passphrase: str, *, owes_code: bool = False
    ) -> "tuple[Session, str]":
        """Make a vault; return it, open, with its recovery code.

        If it `owes_code`, it remembers so until `note_recovery_code`, whatever happens meanwhile.

        Raises:
            ProblemError: WEAK_PASSPHRASE, ALREADY_THERE, NOT_A_FOLDER, NETWORK_FOLDER, READ_ONLY,
                DISK_FULL.
        """
        from advisor_app.passphrase import judge
        from advisor_app.storage.vault import Vault

        if not judge(passphrase, (folder.stem,)).accepted:
            raise ProblemError(Problem.WEAK_PASSPHRASE)
        vault, code = Vault.create(folder, passphrase, self._now, self._cost)
        session = self._session(vault)
        if owes_code:
            session.settings.note_recovery_code(on_paper=False)
        self.folders.remember(folder)
        return session, code

    def throw_away(self, session: "Session") -> None:
        """Close and remove a vault that was only just made: its recovery code is on no paper."""
        session.close()
        shutil.rmtree(session.folder, ignore_errors=True)

    def require_vault(self, folder: Path) -> None:
        """Refuse what is no vault, before anybody is asked for its passphrase.

        Raises:
            ProblemError: NOT_A_VAULT, LOST_KEY_FILES, NOT_A_FOLDER or NETWORK_FOLDER.
        """
        from advisor_app.storage.vault_folder import require_vault_folder

        require_vault_folder(folder)

    def open(self, folder: Path, passphrase: str) -> "Session":
        """Open a vault.

        Raises:
            ProblemError: WRONG_PASSPHRASE, IN_USE, DAMAGED and the others of Vault.open.
        """
        from advisor_app.storage.secret import Secret

        return self._open(folder, Secret.passphrase(passphrase))

    def open_with_recovery_code(self, folder: Path, code: str) -> "Session":
        """Open a vault by the code of its sheet.

        Raises:
            ProblemError: MISTYPED_RECOVERY_CODE, WRONG_RECOVERY_CODE, and those of Vault.open.
        """
        from advisor_app.storage.secret import Secret

        return self._open(folder, Secret.recovery_code(code))

    def prepare(self) -> None:
        """Load what opening a vault takes, and find the key store, while its passphrase is typed."""
        from advisor_app.services.codes import Codes
        from advisor_app.services.session import Session  # noqa: F401

        Codes.shipped()
        self._keychain()

    def is_in_use(self, folder: Path) -> bool:
        """Tell whether another program has a vault open at this moment."""
        from advisor_app.storage.lock import FolderLock

        return FolderLock.is_taken(folder)

    def is_trusted_here(self, folder: Path) -> bool:
        """Tell whether the key store of this device keeps something that opens a vault.

        The key store is asked only where the vault has a slot for it: loading it takes its time.
        """
        from advisor_app.storage.key_file import KeyFiles
        from advisor_app.storage.keys import SlotKind

        try:
            copies = KeyFiles.read(folder)
        except (OSError, ProblemError):
            return False
        if not copies.claims(SlotKind.KEYRING):
            return False
        return self._keychain().secret(copies.instance_id.hex()) is not None

    def open_with_keyring(self, folder: Path) -> "Session | None":
        """Open a vault by what the key store of this device keeps.

        None if it keeps nothing, or nothing that opens the vault any longer; that is forgotten.

        Raises:
            ProblemError: those of Vault.open, but for WRONG_PASSPHRASE.
        """
        from advisor_app.storage.key_file import KeyFiles
        from advisor_app.storage.secret import Secret

        instance_id = KeyFiles.read(folder).instance_id.hex()
        secret = self._keychain().secret(instance_id)
        if secret is None:
            return None
        try:
            return self._open(folder, Secret.keyring(secret))
        except ProblemError as error:
            if error.problem is not Problem.WRONG_PASSPHRASE:
                raise
            self._keychain().forget_secret(instance_id)
            return None

    def open_demo(self) -> "Session":
        """Make a throw-away vault of invented people in a private folder, gone when it is closed."""
        from advisor_app.services.demo import vault as demo_vault

        folder = Path(mkdtemp(prefix="vertrouwd-demo-")) / f"Demo{SUFFIX}"
        today = local_day(self._now())
        return demo_vault.make(
            folder, today, self._now, self._choose, demo_vault.COST, throw_away=True
        )

    def make_demo(self, folder: Path, seed: int, today: date | None = None) -> "Session":
        """Make a vault of invented people that stays; it opens with demo_vault.PASSPHRASE.

        Raises:
            ProblemError: those of Vault.create.
        """
        from advisor_app.services.demo import vault as demo_vault

        day = today or local_day(self._now())
        return demo_vault.make(folder, day, self._now, self._choose, demo_vault.COST, seed=seed)

    def examine(
        self, folder: Path, *, passphrase: str = "", recovery_code: str = ""
    ) -> "ExaminedVault":
        """Check a vault that is not open, writing nothing at all.

        Raises:
            ProblemError: those of storage.examination.examine.
        """
        from advisor_app.storage.examination import examine

        secret = _secret(passphrase, recovery_code)
        with _named(secret):
            return examine(folder, secret, self._now, self._keychain().floor)

    def restore(
        self,
        source: Path,
        folder: Path,
        *,
        passphrase: str = "",
        recovery_code: str = "",
        progress: Progress = unwatched,
    ) -> Restored:
        """Make a vault from a backup in a new folder, and open it.

        Raises:
            ProblemError: those of storage.backup.restore, MISTYPED_RECOVERY_CODE and
                WRONG_RECOVERY_CODE; no folder is left behind then.
        """
        from advisor_app.storage import backup

        secret = _secret(passphrase, recovery_code)
        with _named(secret):
            restored = backup.restore(source, folder, secret, self._now, progress)
        known = self._latest_known_of(restored)
        return Restored(
            session=self._session(restored.vault),
            made_at=restored.made_at,
            behind=None if known is None else max(0, known - restored.sequence),
        )

    def groups_of(self, code: str) -> tuple[str, ...]:
        """Return the groups of a recovery code, as the sheet prints and step 2 asks them."""
        from advisor_app.storage.recovery_code import groups

        return groups(code)

    def _open(self, folder: Path, secret: "Secret") -> "Session":
        from advisor_app.storage.vault import Vault

        with _named(secret):
            vault = Vault.open(
                folder,
                secret,
                self._now,
                known_floor=self._keychain().floor,
                before_migration=self._back_up_before_migration,
            )
        return self._session(vault)

    def _session(self, vault: "Vault") -> "Session":
        from advisor_app.services.session import Session

        return Session(vault, self._keychain(), self._now, self._choose, cost=self._cost)

    def _back_up_before_migration(self, vault: "Vault") -> None:
        """Write a backup beside a vault before its schema takes a step."""
        from advisor_app.storage import backup

        stamp = self._now().astimezone().strftime("%Y-%m-%d %H%M%S")
        name = f"{vault.folder.stem} {stamp}{BACKUP_SUFFIX}"
        backup.write(vault, vault.folder.with_name(name), self._now)

    def _latest_known_of(self, restored: "backup.Restored") -> int | None:
        """Return how far the vault of a backup is known to have come, on this computer."""
        from advisor_app.storage.key_file import KeyFiles

        floors = [self._keychain().floor(restored.instance_id)]
        for known in self.folders.all():
            try:
                copies = KeyFiles.read(known.folder)
            except ProblemError:
                continue
            if copies.vault_id.hex() == restored.vault.vault_id and (
                copies.instance_id.hex() != restored.vault.instance_id
            ):
                floors.append(copies.floor)
        return max((floor for floor in floors if floor is not None), default=None)

    @property
    def _cost(self) -> "Argon2Cost":
        from advisor_app.storage.keys import STANDARD_COST

        return self._given_cost or STANDARD_COST

    def _keychain(self) -> Keychain:
        if self._known_keychain is None:
            self._known_keychain = self._find_keychain()
        return self._known_keychain


def _secret(passphrase: str, recovery_code: str) -> "Secret":
    """Return what was typed: the code, where there is one."""
    from advisor_app.storage.secret import Secret

    if recovery_code:
        return Secret.recovery_code(recovery_code)
    return Secret.passphrase(passphrase)


@contextmanager
def _named(secret: "Secret") -> Iterator[None]:
    """Call a wrong recovery code by its name."""
    from advisor_app.storage.keys import SlotKind

    try:
        yield
    except ProblemError as error:
        if error.problem is Problem.WRONG_PASSPHRASE and secret.kind is SlotKind.RECOVERY:
            raise ProblemError(Problem.WRONG_RECOVERY_CODE) from error
        raise
