"""Keys: from a passphrase or a recovery code to the keys of one vault (docs/format.md, Keys)."""

import secrets
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from advisor_app.domain.problems import Problem, ProblemError

ROOT_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16
MEBIBYTE = 1024
"""In KiB, the unit of Argon2id."""


class SlotKind(StrEnum):
    """What opens a key slot."""

    PASSPHRASE = auto()
    RECOVERY = auto()
    KEYRING = auto()


class WrongSecretError(ProblemError):
    """A secret does not open the slot; whether it is wrong or the slot is damaged shows elsewhere."""

    def __init__(self) -> None:
        super().__init__(Problem.WRONG_PASSPHRASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Argon2Cost:
    """What one guess costs; stands in the key file, so it is hostile input until it is checked.

    `memory_kib` in KiB. Ranges and the bound on their product: docs/format.md.
    """

    memory_kib: int = 256 * MEBIBYTE
    passes: int = 3
    lanes: int = 2

    def __post_init__(self) -> None:
        if not (
            64 * MEBIBYTE <= self.memory_kib <= 1024 * MEBIBYTE
            and 2 <= self.passes <= 10
            and 1 <= self.lanes <= 4
            and self.memory_kib * self.passes <= 3 * 1024 * MEBIBYTE
        ):
            raise ProblemError(Problem.DAMAGED_KEY_FILE)


STANDARD_COST = Argon2Cost()
FLOOR_COST = Argon2Cost(memory_kib=64 * MEBIBYTE, passes=2, lanes=1)
"""The cheapest that is accepted: for tests, which prove the same code at a fraction of the wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultKeys:
    """The keys of one vault; only the root is ever wrapped, the others follow from it."""

    root: bytes = field(repr=False)
    database: bytes = field(repr=False)
    header: bytes = field(repr=False)
    audit: bytes = field(repr=False)
    content: bytes = field(repr=False)
    backup: bytes = field(repr=False)

    @classmethod
    def of_root(cls, root: bytes, vault_id: bytes) -> Self:
        """Derive every key from the root; the vault's id is the salt."""
        return cls(
            root=root,
            database=_expand(root, vault_id, "database"),
            header=_expand(root, vault_id, "header"),
            audit=_expand(root, vault_id, "audit"),
            content=_expand(root, vault_id, "content"),
            backup=_expand(root, vault_id, "backup"),
        )


def normalised(passphrase: str) -> bytes:
    """Return what is derived from: NFKC, runs of white space one blank, ends trimmed, case kept."""
    text = " ".join(unicodedata.normalize("NFKC", passphrase).split())
    return text.encode(errors="surrogatepass")  # half a character must not crash, nor be quoted


def stretched(secret: bytes, salt: bytes, cost: Argon2Cost) -> bytes:
    """Return the key-encryption key of a passphrase or recovery code by Argon2id (RFC 9106).

    Raises:
        ProblemError: OUT_OF_MEMORY, which must never read as a wrong passphrase.
    """
    try:
        return Argon2id(
            salt=salt,
            length=ROOT_BYTES,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
        ).derive(secret)
    except MemoryError as error:
        raise ProblemError(Problem.OUT_OF_MEMORY) from error


def keyring_key(secret: bytes, salt: bytes) -> bytes:
    """Return the key-encryption key of a random secret from the keyring: nothing to stretch."""
    return _expand(secret, salt, "keyring-slot")


def wrapped(root: bytes, key: bytes, nonce: bytes, kind: SlotKind, vault_id: bytes) -> bytes:
    """Return the root under AES-256-GCM, bound to its vault and to the kind of its slot."""
    return AESGCM(key).encrypt(nonce, root, _slot_binding(kind, vault_id))


def unwrapped(sealed: bytes, key: bytes, nonce: bytes, kind: SlotKind, vault_id: bytes) -> bytes:
    """Return the root.

    Raises:
        WrongSecretError: when the key does not open it.
    """
    try:
        return AESGCM(key).decrypt(nonce, sealed, _slot_binding(kind, vault_id))
    except InvalidTag as error:
        raise WrongSecretError from error


def new_root() -> bytes:
    """Return 256 random bits."""
    return secrets.token_bytes(ROOT_BYTES)


def _slot_binding(kind: SlotKind, vault_id: bytes) -> bytes:
    """Return the associated data of a slot."""
    return b"advisor-app/1/slot/" + kind.value.encode() + b"/" + vault_id


def _expand(secret: bytes, salt: bytes, purpose: str) -> bytes:
    """Return 32 bytes for one purpose by HKDF-SHA256 (RFC 5869)."""
    info = b"advisor-app/1/" + purpose.encode()
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(secret)
