"""The one door to keyring: the key store of this device keeps a number and, if asked, a secret.

A device without a key store is normal: everything here then answers None, and the vault opens by
passphrase. We never ask keyring which backend it would choose: with keyrings.alt installed, or by
its environment and configuration files, that can be one that writes plain text.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from enum import StrEnum, auto
from queue import Empty, SimpleQueue
from re import ASCII, fullmatch
from threading import Lock, Thread
from typing import TypeVar

from keyring.backend import KeyringBackend

Answer = TypeVar("Answer")
Outcome = tuple["KeychainState", Answer | None]
