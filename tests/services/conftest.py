"""The services over a real vault, with a key store in memory."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor_app.keychain import Keychain
from advisor_app.services.access import Access
from advisor_app.services.session import Session
from advisor_app.storage.keys import FLOOR_COST
from tests.conftest import PASSPHRASE, Clock


class Drawer:
    """A key store that works."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        assert service == "Vertrouwd"
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        assert service == "Vertrouwd"
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        assert service == "Vertrouwd"
        del self.kept[username]


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def access(tmp_path: Path, drawer: Drawer, clock: Clock) -> Access:
    return Access(tmp_path / "home", lambda: Keychain(drawer), clock, cost=FLOOR_COST)


@pytest.fixture
def opened(access: Access, new_vault: tuple[Path, str]) -> Iterator[tuple[Session, str]]:
    """A session on a vault that was just made, and its recovery code."""
    folder, code = new_vault
    shutil.copytree(folder, access.folders.of("praktijk"))
    session = access.open(access.folders.of("praktijk"), PASSPHRASE)
    yield session, code
    session.close()


@pytest.fixture
def session(opened: tuple[Session, str]) -> Session:
    return opened[0]
