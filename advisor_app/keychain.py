"""The one door to keyring: the key store of this device keeps a number and, if asked, a secret.

A device without a key store is normal: everything here then answers None, and the vault opens by
passphrase. We never ask keyring which backend it would choose: with keyrings.alt installed, or by
its environment and configuration files, that can be one that writes plain text.
"""

import base64
import sys
from collections.abc import Callable
from queue import Empty, SimpleQueue
from re import ASCII, fullmatch
from threading import Thread
from typing import Any, Protocol, TypeVar

PATIENCE_SECONDS = 4.0
"""A locked key store may ask the user something, or nobody may be there to answer."""

_SERVICE = "Vertrouwd"
_ANSWER = TypeVar("_ANSWER")


class Store(Protocol):
    """What we use of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept under a name."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep something under a name."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget what is kept under a name."""


class Keychain:
    """The key store of this device, or nothing that behaves like one.

    Once it has not answered in time it is left alone: nobody waits twice for the same silence.
    """

    def __init__(self, store: Store | None, patience: float = PATIENCE_SECONDS) -> None:
        self._store = store
        self._patience = patience

    @classmethod
    def of_this_device(cls) -> "Keychain":
        """Return the first key store of our list that works here."""
        try:
            return cls(_within(_first_store, PATIENCE_SECONDS))
        except TimeoutError:
            return cls(None)

    @property
    def is_there(self) -> bool:
        """Tell whether this device has a key store that answers."""
        return self._store is not None

    def floor(self, instance_id: str) -> int | None:
        """Return the highest sequence that this device has seen of a copy of a vault."""
        kept = self._get(f"floor {instance_id}")
        return int(kept) if kept is not None and fullmatch(r"\d{1,18}", kept, ASCII) else None

    def raise_floor(self, instance_id: str, sequence: int) -> None:
        """Remember how far a copy has come; it never sinks."""
        if sequence > (self.floor(instance_id) or 0):
            self._set(f"floor {instance_id}", str(sequence))

    def secret(self, instance_id: str) -> bytes | None:
        """Return the secret that opens a copy of a vault on this device."""
        kept = self._get(f"secret {instance_id}")
        try:
            return None if kept is None else base64.b64decode(kept, validate=True)
        except ValueError:
            return None

    def keep_secret(self, instance_id: str, secret: bytes) -> bool:
        """Keep a secret; tell whether it can be read back."""
        self._set(f"secret {instance_id}", base64.b64encode(secret).decode())
        return self.secret(instance_id) == secret

    def forget_secret(self, instance_id: str) -> None:
        """Forget a secret; without one nothing happens."""
        if self.secret(instance_id) is not None:
            self._ask(lambda store: store.delete_password(_SERVICE, f"secret {instance_id}"))

    def _get(self, name: str) -> str | None:
        return self._ask(lambda store: store.get_password(_SERVICE, name))

    def _set(self, name: str, value: str) -> None:
        self._ask(lambda store: store.set_password(_SERVICE, name, value))

    def _ask(self, question: Callable[[Store], _ANSWER]) -> _ANSWER | None:
        store = self._store
        if store is None:
            return None
        try:
            return _within(lambda: question(store), self._patience)
        except TimeoutError:
            self._store = None
            return None


def _within(work: Callable[[], _ANSWER], seconds: float) -> _ANSWER | None:
    """Return the answer of somebody else's code, or None if it fails.

    Raises:
        TimeoutError: when it does not answer in time.
    """
    answers: SimpleQueue[_ANSWER | None] = SimpleQueue()

    def run() -> None:
        try:
            answers.put(work())
        except Exception:  # noqa: BLE001  # a key store may fail in any way; the vault does not
            answers.put(None)

    Thread(target=run, name="keychain", daemon=True).start()
    try:
        return answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None


def _first_store() -> Store | None:
    """Return a working key store that encrypts what it keeps, or None."""
    for backend in _backends():
        if backend.viable:
            store: Store = backend()
            return store
    return None


def _backends() -> list[Any]:
    """Return the classes that we trust on this system, the best first."""
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring  # noqa: PLC0415  # a heavy door

        class Locker(WinVaultKeyring):
            """Windows' own, never to roam to another computer."""

            def __init__(self) -> None:
                super().__init__()  # type: ignore[no-untyped-call]  # it has no types
                self.persist = "local machine"

        return [Locker]
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as MacKeychain  # noqa: PLC0415  # a heavy door

        return [MacKeychain]
    from keyring.backends.kwallet import DBusKeyring  # noqa: PLC0415  # a heavy door
    from keyring.backends.SecretService import (  # noqa: PLC0415  # a heavy door
        Keyring as SecretService,
    )

    return [SecretService, DBusKeyring]
