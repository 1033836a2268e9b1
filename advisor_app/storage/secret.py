"""The ways to open a vault, each with what has to be offered."""

from dataclasses import dataclass, field
from typing import Self

from advisor_app.storage import keys, recovery_code
from advisor_app.storage.keys import SlotKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """What somebody offers to open a vault."""

    kind: SlotKind
    secret: bytes = field(repr=False)

    @classmethod
    def passphrase(cls, typed: str) -> Self:
        """Return a passphrase as it is derived from."""
        return cls(kind=SlotKind.PASSPHRASE, secret=keys.normalised(typed))

    @classmethod
    def recovery_code(cls, typed: str) -> Self:
        """Return a recovery code.

        Raises:
            ProblemError: MISTYPED_RECOVERY_CODE.
        """
        return cls(kind=SlotKind.RECOVERY, secret=recovery_code.read(typed))

    @classmethod
    def keyring(cls, secret: bytes) -> Self:
        """Return what the keyring of this device kept."""
        return cls(kind=SlotKind.KEYRING, secret=secret)
