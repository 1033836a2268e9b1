"""The key file of a vault: its slots, its floor, and the MAC that seals both.

Canonical JSON of about 1.5 KB, in two copies (docs/format.md, Key file). Whatever stands in it is
hostile input until the MAC has been checked with the keys that a slot opened.
"""

import hmac
import json
import secrets
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage import files, keys
from advisor_app.storage.canonical import canonical
from advisor_app.storage.keys import Argon2Cost, SlotKind, VaultKeys, WrongSecretError

FORMAT = 1
NAME = "vault.keys"
SPARE_NAME = "vault.keys.bak"
LARGEST = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way to the root: the root wrapped under a key that a secret gives."""

    kind: SlotKind
    cost: Argon2Cost | None
    salt: bytes
    nonce: bytes
    wrapped: bytes
    expires_on: date | None = None

    @classmethod
    def seal(
        cls, kind: SlotKind, secret: bytes, root: bytes, vault_id: bytes, cost: Argon2Cost
    ) -> Self:
        """Wrap the root under a passphrase or a recovery code."""
        salt, nonce = secrets.token_bytes(keys.SALT_BYTES), secrets.token_bytes(keys.NONCE_BYTES)
        key = keys.stretched(secret, salt, cost)
        return cls(
            kind=kind,
            cost=cost,
            salt=salt,
            nonce=nonce,
            wrapped=keys.wrapped(root, key, nonce, kind, vault_id),
        )

    @classmethod
    def seal_for_keyring(
        cls, secret: bytes, root: bytes, vault_id: bytes, expires_on: date
    ) -> Self:
        """Wrap the root under a random secret that the keyring of this device keeps."""
        salt, nonce = secrets.token_bytes(keys.SALT_BYTES), secrets.token_bytes(keys.NONCE_BYTES)
        key = keys.keyring_key(secret, salt)
        return cls(
            kind=SlotKind.KEYRING,
            cost=None,
            salt=salt,
            nonce=nonce,
            wrapped=keys.wrapped(root, key, nonce, SlotKind.KEYRING, vault_id),
            expires_on=expires_on,
        )

    def root(self, secret: bytes, vault_id: bytes) -> bytes:
        """Open the slot.

        Raises:
            WrongSecretError: when the secret does not.
        """
        if self.cost is None:
            key = keys.keyring_key(secret, self.salt)
        else:
            key = keys.stretched(secret, self.salt, self.cost)
        return keys.unwrapped(self.wrapped, key, self.nonce, self.kind, vault_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """What stands in the key file; `floor` is the highest sequence known to have been written."""

    vault_id: bytes
    instance_id: bytes
    floor: int
    slots: tuple[Slot, ...]
    mac: bytes = field(default=b"", repr=False)

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """Read the bytes of a key file.

        Raises:
            ProblemError: NEWER_FORMAT, or DAMAGED_KEY_FILE for anything that is not one.
        """
        try:
            found = json.loads(content)
            if not isinstance(found, dict):
                raise TypeError
            if whole(found["format"]) > FORMAT:
                raise ProblemError(Problem.NEWER_FORMAT)
            key_file = cls(
                vault_id=_octets(found["vault"], 16),
                instance_id=_octets(found["instance"], 16),
                floor=whole(found["floor"]),
                slots=tuple(_slot_from(slot) for slot in found["slots"]),
                mac=_octets(found["mac"], 32),
            )
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise ProblemError(Problem.DAMAGED_KEY_FILE) from error
        kinds = [slot.kind for slot in key_file.slots]
        one_of_each = kinds and len(set(kinds)) == len(kinds)
        if not one_of_each or key_file.content() != content:
            raise ProblemError(Problem.DAMAGED_KEY_FILE)
        return key_file

    def sealed(self, vault_keys: VaultKeys) -> Self:
        """Return the same file with its MAC made anew."""
        return replace(self, mac=self._mac(vault_keys))

    def require_seal(self, vault_keys: VaultKeys) -> None:
        """Refuse a file of which anything was added, removed or changed.

        Raises:
            ProblemError: TAMPERED.
        """
        if not hmac.compare_digest(self.mac, self._mac(vault_keys)):
            raise ProblemError(Problem.TAMPERED)

    def content(self) -> bytes:
        """Return the canonical bytes, sum and MAC among them."""
        return canonical({**self._plain(), "sum": self._sum(), "mac": self.mac.hex()})

    def _sum(self) -> str:
        """Return what tells a damaged file from a wrong passphrase; anybody can compute it."""
        return sha256(canonical(self._plain())).hexdigest()

    def _mac(self, vault_keys: VaultKeys) -> bytes:
        return hmac.digest(vault_keys.header, canonical(self._plain()), sha256)

    def _plain(self) -> dict[str, Any]:
        """Return everything but the sum and the MAC."""
        return {
            "format": FORMAT,
            "vault": self.vault_id.hex(),
            "instance": self.instance_id.hex(),
            "floor": self.floor,
            "slots": [_slot_plain(slot) for slot in self.slots],
        }

    def slot(self, kind: SlotKind) -> Slot | None:
        """Return the slot of a kind, if there is one."""
        return next((slot for slot in self.slots if slot.kind is kind), None)

    def has_expired(self, kind: SlotKind, today: date) -> bool:
        """Tell whether there is a slot of a kind that no longer counts."""
        slot = self.slot(kind)
        return slot is not None and slot.expires_on is not None and slot.expires_on < today

    def with_slot(self, new: Slot) -> Self:
        """Return the file with this slot in place of the one of its kind."""
        others = tuple(slot for slot in self.slots if slot.kind is not new.kind)
        return replace(self, slots=(*others, new))

    def without_slot(self, kind: SlotKind) -> Self:
        """Return the file without the slot of a kind."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.kind is not kind))

    def open(self, kind: SlotKind, secret: bytes) -> VaultKeys:
        """Open a slot and check the file with the keys that it gives.

        Raises:
            WrongSecretError: when the secret does not open the slot, or there is no such slot.
            ProblemError: TAMPERED, when the MAC does not fit.
        """
        slot = self.slot(kind)
        if slot is None:
            raise WrongSecretError
        vault_keys = VaultKeys.of_root(slot.root(secret, self.vault_id), self.vault_id)
        self.require_seal(vault_keys)
        return vault_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFiles:
    """The two copies in a vault's folder, as they were read."""

    folder: Path
    first: KeyFile | None
    spare: KeyFile | None

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read both copies; a copy that is missing or cannot be parsed is None.

        Raises:
            ProblemError: NEWER_FORMAT when either is newer, NOT_A_VAULT when both are missing,
                DAMAGED_KEY_FILE when neither can be parsed.
        """
        found = [_read_copy(folder / name) for name in (NAME, SPARE_NAME)]
        if found == [None, None]:
            present = any((folder / name).exists() for name in (NAME, SPARE_NAME))
            raise ProblemError(Problem.DAMAGED_KEY_FILE if present else Problem.NOT_A_VAULT)
        return cls(folder=folder, first=found[0], spare=found[1])

    @property
    def instance_id(self) -> bytes:
        """Return the instance that the folder claims to be, before anything is proven."""
        return self._copies()[0].instance_id

    @property
    def vault_id(self) -> bytes:
        """Return the vault that the folder claims to be, before anything is proven."""
        return self._copies()[0].vault_id

    @property
    def floor(self) -> int:
        """Return how far the folder claims to have come, before anything is proven."""
        return self._copies()[0].floor

    def claims(self, kind: SlotKind) -> bool:
        """Tell whether a copy names such a slot, before anything is proven."""
        return any(copy.slot(kind) is not None for copy in self._copies())

    def open(self, kind: SlotKind, secret: bytes) -> tuple[KeyFile, VaultKeys]:
        """Open the first copy, or the spare one where the first is damaged.

        Raises:
            WrongSecretError: when the secret opens neither.
            ProblemError: TAMPERED, when a slot opens but no copy fits its MAC.
        """
        refusal: ProblemError = WrongSecretError()
        for copy in self._copies():
            try:
                vault_keys = copy.open(kind, secret)
            except ProblemError as error:
                if error.problem is not Problem.WRONG_PASSPHRASE or copy is self.first:
                    refusal = error
                continue
            if copy is self.spare and self._first_is_sound(vault_keys):
                raise WrongSecretError  # the spare copy is only older: its passphrase was changed
            return copy, vault_keys
        raise refusal

    def spare_was_needed(self, opened: KeyFile) -> bool:
        """Tell whether the first copy was no use, so that it must be written again and named."""
        return opened is not self.first

    def _copies(self) -> list[KeyFile]:
        """Return the readable copies, the first one first, equal ones once."""
        copies = [copy for copy in (self.first, self.spare) if copy is not None]
        return copies[:1] if len(copies) == 2 and copies[0] == copies[1] else copies

    def _first_is_sound(self, vault_keys: VaultKeys) -> bool:
        """Tell whether the first copy fits its MAC under keys that the spare copy gave."""
        if self.first is None:
            return False
        try:
            self.first.require_seal(vault_keys)
        except ProblemError:
            return False
        return True


def write_both(folder: Path, key_file: KeyFile) -> None:
    """Write the two copies; the spare one only after the first is durable."""
    for name in (NAME, SPARE_NAME):
        files.replace_bytes(folder / name, key_file.content())


def _read_copy(path: Path) -> KeyFile | None:
    """Return one copy, or None where it is missing or damaged."""
    try:
        return KeyFile.parse(files.read_bounded(path, LARGEST))
    except FileNotFoundError:
        return None
    except ProblemError as error:
        if error.problem in {Problem.DAMAGED_KEY_FILE, Problem.NOT_FOUND, Problem.TOO_LARGE}:
            return None
        raise


def _slot_plain(slot: Slot) -> dict[str, Any]:
    """Return a slot as JSON."""
    plain: dict[str, Any] = {
        "kind": slot.kind.value,
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }
    if slot.cost is not None:
        plain["argon2id"] = {
            "memory_kib": slot.cost.memory_kib,
            "passes": slot.cost.passes,
            "lanes": slot.cost.lanes,
        }
    if slot.expires_on is not None:
        plain["expires_on"] = slot.expires_on.isoformat()
    return plain


def _slot_from(found: dict[str, Any]) -> Slot:
    """Return a slot from JSON; ranges are checked before anything is derived."""
    kind = SlotKind(found["kind"])
    costs = found.get("argon2id")
    if (costs is None) != (kind is SlotKind.KEYRING):
        raise ProblemError(Problem.DAMAGED_KEY_FILE)
    expiry = found.get("expires_on")
    return Slot(
        kind=kind,
        cost=None
        if costs is None
        else Argon2Cost(
            memory_kib=whole(costs["memory_kib"]),
            passes=whole(costs["passes"]),
            lanes=whole(costs["lanes"]),
        ),
        salt=_octets(found["salt"], keys.SALT_BYTES),
        nonce=_octets(found["nonce"], keys.NONCE_BYTES),
        wrapped=_octets(found["wrapped"], keys.ROOT_BYTES + 16),
        expires_on=None if expiry is None else date.fromisoformat(expiry),
    )


def _octets(found: Any, length: int) -> bytes:
    """Return bytes of a length from hexadecimal text."""
    octets = bytes.fromhex(found)
    if len(octets) != length:
        raise ValueError
    return octets


def whole(found: Any) -> int:
    """Return a whole number; JSON's true is not one."""
    if type(found) is not int or not 0 <= found < 1 << 63:
        raise ValueError
    return found
