"""An open vault, and all that an advisor can do with it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from advisor_app.domain.days import local_day
from advisor_app.domain.identity import Choose
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.vault_warnings import VaultWarning
from advisor_app.keychain import Keychain
from advisor_app.passphrase import judge
from advisor_app.services.agenda import Agenda
from advisor_app.services.backups import Backups
from advisor_app.services.casework import Casework
from advisor_app.services.clocks import Clocks
from advisor_app.services.codes import Codes
from advisor_app.services.conversations import Conversations
from advisor_app.services.correspondence import Correspondence
from advisor_app.services.drafts import Drafts
from advisor_app.services.figures.history import History
from advisor_app.services.figures.ledger_copies import LedgerCopies
from advisor_app.services.figures.narratives import Narratives
from advisor_app.services.figures.reporting import Reporting
from advisor_app.services.figures.sayings import Sayings
from advisor_app.services.figures.trends import Trends
from advisor_app.services.notes import Notes
from advisor_app.services.organisations import Organisations
from advisor_app.services.reporters import Reporters
from advisor_app.services.retention import Retention
from advisor_app.services.search import Search
from advisor_app.services.settings import VaultSettings
from advisor_app.storage import recovery_code
from advisor_app.storage.folder_kind import FolderKind, kind_of
from advisor_app.storage.keys import STANDARD_COST, Argon2Cost
from advisor_app.storage.vault import Vault

KEYRING_LASTS = timedelta(days=30)


class Session:
    """The services of one open vault; belongs, like the vault, to the thread that opened it."""

    def __init__(
        self,
        vault: Vault,
        keychain: Keychain,
        now: Callable[[], datetime],
        choose: Choose,
        *,
        is_demo: bool = False,
        cost: Argon2Cost = STANDARD_COST,
    ) -> None:
        self._vault = vault
        self._keychain = keychain
        self._now = now
        self._cost = cost
        self.is_demo = is_demo
        """The vault is thrown away when it is closed."""
        self.codes = Codes.of_vault(vault)
        self.casework = Casework(vault, self.codes, now, choose)
        self.conversations = Conversations(vault, self.codes, now)
        self.notes = Notes(vault, now)
        self.reporters = Reporters(vault, choose)
        self.agenda = Agenda(vault, now)
        self.organisations = Organisations(vault, now)
        self.correspondence = Correspondence(vault, self.codes, now)
        self.backups = Backups(vault, now)
        self.drafts = Drafts(vault, now)
        self.clocks = Clocks(vault)
        self.search = Search(vault)
        self.reporting = Reporting(vault, self.codes, now)
        self.narratives = Narratives(vault, self.codes, now)
        self.retention = Retention(vault, self.reporting, self.codes, self.backups, now, choose)
        self.history = History(vault, self.codes)
        self.trends = Trends(vault, self.codes)
        self.sayings = Sayings(vault, self.codes, now)
        self.ledger_copies = LedgerCopies(vault, now)
        self.settings = VaultSettings(vault)
        self.is_practice = self.settings.is_practice()

    @property
    def folder(self) -> Path:
        """Return where the vault lies."""
        return self._vault.folder

    @property
    def vault_name(self) -> str:
        """Return the name that the advisor gave the vault."""
        return self._vault.folder.name.removesuffix(".vault")

    @property
    def warnings(self) -> tuple[VaultWarning, ...]:
        """Return what is to be told once about this vault, though it opened."""
        synced = kind_of(self.folder) is FolderKind.SYNCED
        return (*self._vault.warnings, *([VaultWarning.SYNCED_FOLDER] if synced else []))

    def watch(self, listener: Callable[[frozenset[type]], None]) -> None:
        """Tell somebody after every commit which kinds of records changed, on the vault's thread."""
        self._vault.watch(listener)

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """Let what is done inside become durable together or not at all.

        Raises:
            ProblemError: those of the vault's transaction.
        """
        with self._vault.transaction():
            yield

    def require_passphrase(self, passphrase: str) -> None:
        """Refuse whoever found this vault open and does not know its passphrase.

        Raises:
            ProblemError: WRONG_PASSPHRASE.
        """
        self._vault.require_passphrase(passphrase)

    def change_passphrase(self, passphrase: str) -> None:
        """Open with another passphrase from now on; backups made before keep the old one.

        Raises:
            ProblemError: WEAK_PASSPHRASE.
        """
        if not judge(passphrase, (self.vault_name,)).accepted:
            raise ProblemError(Problem.WEAK_PASSPHRASE)
        self._vault.change_passphrase(passphrase, self._cost)

    @staticmethod
    def draw_recovery_code() -> str:
        """Return a new recovery code, which opens nothing until it is taken."""
        return recovery_code.drawn()

    def take_recovery_code(self, code: str) -> None:
        """Open with another recovery code; the sheet of the one before is worth nothing now.

        Raises:
            ProblemError: MISTYPED_RECOVERY_CODE.
        """
        self._vault.take_recovery_code(code, self._cost)
        self.settings.note_recovery_code(on_paper=True)

    @property
    def trusts_this_device(self) -> bool:
        """Tell whether the key store of a device opens this vault."""
        return self._vault.opens_by_keyring

    def trust_this_device(self) -> bool:
        """Let the key store of this device open the vault for a month; tell whether it can."""
        expires_on: date = local_day(self._now()) + KEYRING_LASTS
        secret = self._vault.add_keyring_slot(expires_on)
        if self._keychain.keep_secret(self._vault.instance_id, secret):
            return True
        self._vault.remove_keyring_slot()
        return False

    def distrust_this_device(self) -> None:
        """Let only passphrase and recovery code open the vault."""
        self._vault.remove_keyring_slot()
        self._keychain.forget_secret(self._vault.instance_id)

    def accept_clock(self) -> None:
        """Go on from the clock as it stands, after the advisor said that it is right now."""
        self._vault.accept_clock()

    def require_whole(self) -> None:
        """Check every page, row and line of the log.

        Raises:
            ProblemError: DAMAGED or TAMPERED.
        """
        self._vault.require_whole()

    def close(self) -> None:
        """Let go of the vault and remember how far it has come; a second time does nothing.

        A demo vault is removed: it lies alone in a folder of its own.
        """
        if not self._vault.is_open:
            return
        with suppress(ProblemError):  # the next destruction or release tries again
            self.retention.drop_counts()
            self.backups.note_what_waits()
        sequence = self._vault.sequence
        try:
            self._vault.close()
        finally:
            if self.is_demo:
                shutil.rmtree(self.folder.parent, ignore_errors=True)
            else:
                self._keychain.raise_floor(self._vault.instance_id, sequence)
