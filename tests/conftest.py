"""What every test may use: a fixed day, a real vault with cheap keys."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from advisor_app.storage.keys import FLOOR_COST
from advisor_app.storage.secret import Secret
from advisor_app.storage.vault import Vault

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# a screen that somebody locks meanwhile must not lock what is being tested
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=/nowhere"

# a busy machine takes long over an example, which is no defect; CI's own profile says so too
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])

PASSPHRASE = "kersen zeilboot marmer vlinder zolder fluiten"


@dataclass
class Clock:
    """A clock that moves only when a test says so."""

    at: datetime = datetime(2026, 11, 20, 9, 16, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.at

    def today(self) -> date:
        """Tell the day."""
        return self.at.date()

    def pass_by(self, **span: float) -> None:
        """Let some time pass."""
        self.at += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault_folder(tmp_path: Path) -> Path:
    return tmp_path / "praktijk.vault"


@pytest.fixture(scope="session")
def new_vault(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Make one vault for all tests to copy, since three derivations take their time."""
    folder = tmp_path_factory.mktemp("new") / "praktijk.vault"
    vault, code = Vault.create(
        folder, PASSPHRASE, Clock(datetime(2020, 1, 1, tzinfo=UTC)), FLOOR_COST
    )
    vault.close()
    return folder, code


@pytest.fixture
def created(
    new_vault: tuple[Path, str], vault_folder: Path, clock: Clock
) -> Iterator[tuple[Vault, str]]:
    """A vault that has just been made, and its recovery code."""
    folder, code = new_vault
    shutil.copytree(folder, vault_folder)
    vault = Vault.open(vault_folder, Secret.passphrase(PASSPHRASE), clock)
    yield vault, code
    vault.close()


@pytest.fixture
def vault(created: tuple[Vault, str]) -> Vault:
    return created[0]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Make a disk of some KiB: a tmpfs, which only root can mount."""
    mounted: list[Path] = []

    def make(kib: int) -> Path:
        if sys.platform != "linux":
            pytest.skip("a small disk is a tmpfs of Linux")
        place = tmp_path / f"disk{len(mounted)}"
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={kib}k,mode=0700", "tmpfs", str(place)]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("only root can make a small disk")
        mounted.append(place)
        return place

    yield make
    for place in mounted:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture
def problem_of() -> Callable[[Callable[[], object]], str]:
    """Return the code of the problem that a call ends with."""
    from advisor_app.domain.problems import ProblemError

    def ask(call: Callable[[], object]) -> str:
        with pytest.raises(ProblemError) as refusal:
            call()
        return refusal.value.problem.value

    return ask
