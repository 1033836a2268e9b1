"""Full, slow, read-only, killed: nothing acknowledged is lost, and the reason is named."""

import re
import shutil
import subprocess
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage import backup, folder_kind, key_file
from advisor_app.storage.examination import examine
from advisor_app.storage.journal import Action
from advisor_app.storage.key_file import KeyFile
from advisor_app.storage.keys import FLOOR_COST
from advisor_app.storage.secret import Secret
from advisor_app.storage.vault import Vault
from tests.conftest import PASSPHRASE
from tests.systems import linux, unix

ROOT = Path(__file__).parents[2]
SECRET = Secret.passphrase(PASSPHRASE)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def put(vault, number: int, size: int = 20_000):
    with vault.transaction() as tables:
        tables.settings.put(f"n{number}", "x" * size)
        tables.journal.write(Action.CHANGED, f"n {number}")


def fill(vault) -> int:
    """Save until the disk is full; return how many were acknowledged."""
    for number in range(10_000):
        try:
            put(vault, number)
        except ProblemError as error:
            assert error.problem is Problem.DISK_FULL  # noqa: PT017
            return number
    raise AssertionError("the disk has no end")


def test_a_full_disk_loses_nothing_that_was_acknowledged(small_disk, clock):
    disk = small_disk(1500)
    vault, _ = Vault.create(disk / "a.vault", PASSPHRASE, clock, FLOOR_COST)
    kept = fill(vault)
    assert kept > 5
    assert len(vault.tables.settings.all()) == kept
    vault.close()
    examine(disk / "a.vault", SECRET, clock, lambda _: None)
    again = Vault.open(disk / "a.vault", SECRET, clock)
    assert set(again.tables.settings.all()) == {f"n{number}" for number in range(kept)}
    again.close()


def test_after_some_room_was_made_the_same_vault_goes_on(small_disk, clock):
    disk = small_disk(1500)
    (disk / "ballast").write_bytes(bytes(400_000))
    vault, _ = Vault.create(disk / "a.vault", PASSPHRASE, clock, FLOOR_COST)
    kept = fill(vault)
    (disk / "ballast").unlink()
    put(vault, kept)
    vault.close()
    again = Vault.open(disk / "a.vault", SECRET, clock)
    assert len(again.tables.settings.all()) == kept + 1
    again.close()


def fill_up(disk):
    """Leave not a byte, as a program beside ours may."""
    with suppress(OSError), (disk / "ballast").open("wb", buffering=0) as ballast:
        while ballast.write(bytes(4096)):
            pass


@pytest.mark.parametrize("was_killed", [False, True])
def test_on_a_disk_that_others_filled_a_vault_is_read_and_backed_up(
    small_disk, clock, problem_of, tmp_path, was_killed
):
    disk = small_disk(3000)
    vault, _ = Vault.create(tmp_path / "a.vault", PASSPHRASE, clock, FLOOR_COST)
    put(vault, 1)
    if not was_killed:
        vault.close()
    shutil.copytree(tmp_path / "a.vault", disk / "a.vault")
    assert ((disk / "a.vault" / "vault.db-wal").exists()) == was_killed
    fill_up(disk)
    examine(disk / "a.vault", SECRET, clock, lambda _: None)
    again = Vault.open(disk / "a.vault", SECRET, clock)
    assert "n1" in again.tables.settings.all()
    assert problem_of(lambda: put(again, 2)) == Problem.DISK_FULL
    backup.write(again, tmp_path / "gered.vaultbackup", clock)
    again.close()
    restored = backup.restore(
        tmp_path / "gered.vaultbackup", tmp_path / "weer.vault", SECRET, clock
    )
    assert "n1" in restored.vault.tables.settings.all()
    restored.vault.close()


@unix  # elsewhere an open file cannot be moved away or removed
@pytest.mark.parametrize(
    "away", [lambda folder: folder.rename(folder.with_name("elders")), shutil.rmtree]
)
def test_nothing_is_acknowledged_that_goes_into_a_vault_whose_folder_is_gone(
    vault, clock, problem_of, tmp_path, away
):
    put(vault, 1)
    folder, target = vault.folder, tmp_path / "gered.vaultbackup"
    away(folder)
    assert problem_of(lambda: put(vault, 2)) == Problem.MOVED_AWAY
    assert "n2" not in vault.tables.settings.all()
    folder.mkdir()
    shutil.copy(__file__, folder / "vault.db")  # another file in its place is not the vault
    assert problem_of(lambda: put(vault, 2)) == Problem.MOVED_AWAY
    backup.write(vault, target, clock)
    vault.close()
    restored = backup.restore(target, tmp_path / "weer.vault", SECRET, clock).vault
    assert "n1" in restored.tables.settings.all()
    restored.close()


@unix
def test_a_vault_whose_folder_comes_back_goes_on(vault, clock, problem_of):
    elsewhere = vault.folder.with_name("elders")
    vault.folder.rename(elsewhere)
    assert problem_of(lambda: put(vault, 1)) == Problem.MOVED_AWAY
    elsewhere.rename(vault.folder)
    put(vault, 1)
    vault.close()
    again = Vault.open(vault.folder, SECRET, clock)
    assert "n1" in again.tables.settings.all()
    again.close()


def test_a_passphrase_that_was_changed_on_a_full_disk_is_the_old_one_or_the_new_one(
    small_disk, clock
):
    disk = small_disk(1500)
    vault, _ = Vault.create(disk / "a.vault", PASSPHRASE, clock, FLOOR_COST)
    fill(vault)
    (disk / "rest").write_bytes(b"")
    with (disk / "rest").open("wb", buffering=0) as rest:
        try:
            while rest.write(bytes(4096)):
                pass
        except OSError:
            pass
    new = "zes heel andere woorden"
    try:
        vault.change_passphrase(new, FLOOR_COST)
        valid, void = new, PASSPHRASE
    except ProblemError as error:
        assert error.problem is Problem.DISK_FULL  # noqa: PT017
        valid, void = PASSPHRASE, new
    vault.close()
    assert not list((disk / "a.vault").glob("*.new"))
    Vault.open(disk / "a.vault", Secret.passphrase(valid), clock).close()
    with pytest.raises(ProblemError) as refusal:
        Vault.open(disk / "a.vault", Secret.passphrase(void), clock)
    assert refusal.value.problem is Problem.WRONG_PASSPHRASE


def test_a_spare_key_file_that_cannot_be_written_does_not_undo_a_new_passphrase(
    vault, clock, problem_of
):
    (vault.folder / key_file.SPARE_NAME).unlink()
    (vault.folder / key_file.SPARE_NAME / "in the way").mkdir(parents=True)
    vault.change_passphrase("zes heel andere woorden", FLOOR_COST)
    vault.close()
    Vault.open(vault.folder, Secret.passphrase("zes heel andere woorden"), clock).close()
    assert problem_of(lambda: Vault.open(vault.folder, SECRET, clock)) == Problem.WRONG_PASSPHRASE


@pytest.fixture
def frozen_disk(small_disk):
    """Put a folder on a disk that cannot be written."""

    def make(folder: Path) -> Path:
        disk = small_disk(4000)
        shutil.copytree(folder, disk / folder.name)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        return disk / folder.name

    return make


def test_a_vault_in_a_read_only_folder_is_checked_but_not_opened(
    vault, clock, frozen_disk, problem_of
):
    vault.close()
    frozen = frozen_disk(vault.folder)
    before = contents(frozen)
    assert problem_of(lambda: Vault.open(frozen, SECRET, clock)) == Problem.READ_ONLY
    assert examine(frozen, SECRET, clock, lambda _: None).warnings == ()
    assert contents(frozen) == before


def test_a_read_only_copy_with_a_hot_log_is_checked_too(vault, clock, frozen_disk, tmp_path):
    put(vault, 1)
    shutil.copytree(vault.folder, tmp_path / "copy.vault")
    (tmp_path / "copy.vault" / "vault.db-shm").unlink(missing_ok=True)
    frozen = frozen_disk(tmp_path / "copy.vault")
    assert examine(frozen, SECRET, clock, lambda _: None).sequence == vault.sequence


def test_making_or_restoring_where_nothing_may_be_written_is_refused(
    vault, clock, frozen_disk, tmp_path, problem_of
):
    backup.write(vault, tmp_path / "a.vaultbackup", clock)
    vault.close()
    place = frozen_disk(vault.folder).parent
    for attempt in (
        lambda: Vault.create(place / "new.vault", PASSPHRASE, clock, FLOOR_COST),
        lambda: backup.restore(tmp_path / "a.vaultbackup", place / "new.vault", SECRET, clock),
    ):
        assert problem_of(attempt) == Problem.READ_ONLY


def test_a_vault_does_not_work_on_a_network_drive_but_a_backup_goes_there(
    vault, clock, small_disk, tmp_path, problem_of, monkeypatch
):
    """A mounted memory disk stands in for the drive: SQLite's log would not work over a network."""
    drive = small_disk(4000)
    monkeypatch.setattr(folder_kind, "_NETWORK_FILE_SYSTEMS", {"tmpfs"})
    backup.write(vault, drive / "a.vaultbackup", clock)
    vault.close()
    shutil.copytree(vault.folder, drive / "a.vault")
    for attempt in (
        lambda: Vault.create(drive / "new.vault", PASSPHRASE, clock, FLOOR_COST),
        lambda: Vault.open(drive / "a.vault", SECRET, clock),
        lambda: backup.restore(drive / "a.vaultbackup", drive / "new.vault", SECRET, clock),
    ):
        assert problem_of(attempt) == Problem.NETWORK_FOLDER
    backup.restore(drive / "a.vaultbackup", tmp_path / "new.vault", SECRET, clock).vault.close()


def test_making_or_restoring_on_a_full_disk_leaves_nothing(
    vault, clock, small_disk, tmp_path, problem_of
):
    for number in range(20):
        put(vault, number)
    backup.write(vault, tmp_path / "a.vaultbackup", clock)
    for attempt, room in (
        (lambda disk: Vault.create(disk / "new.vault", PASSPHRASE, clock, FLOOR_COST), 100),
        (lambda disk: backup.restore(tmp_path / "a.vaultbackup", disk / "n.vault", SECRET, clock), 600),
    ):  # fmt: skip
        disk = small_disk(room)
        assert problem_of(lambda disk=disk, attempt=attempt: attempt(disk)) == Problem.DISK_FULL
        assert list(disk.iterdir()) == []


@linux
def test_too_little_memory_is_not_called_a_wrong_passphrase(vault):
    vault.close()
    program = f"""
import resource
from datetime import datetime, UTC
from pathlib import Path
from advisor_app.domain.problems import ProblemError
from advisor_app.storage.secret import Secret
from advisor_app.storage.vault import Vault
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (40 << 20), resource.RLIM_INFINITY))
try:
    Vault.open(Path({str(vault.folder)!r}), Secret.passphrase({PASSPHRASE!r}),
        lambda: datetime(2026, 11, 20, 10, tzinfo=UTC))
except ProblemError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "out_of_memory", done.stderr


WRITER = f"""
import sys
from datetime import datetime, UTC
from pathlib import Path
from advisor_app.storage.secret import Secret
from advisor_app.storage.vault import Vault
from advisor_app.storage.journal import Action
vault = Vault.open(Path(sys.argv[1]), Secret.passphrase({PASSPHRASE!r}),
    lambda: datetime.now(UTC))
begin = len(vault.tables.settings.all())
print("begin", begin, flush=True)
for number in range(begin, begin + 100_000):
    with vault.transaction() as tables:
        tables.settings.put(f"n{{number}}", "x" * (number * 911 % 60_000))
        tables.journal.write(Action.CHANGED, f"n {{number}}")
    print(number, flush=True)
    if number % 7 == 0:
        vault.raise_floor()
"""


def killed_writer(folder: Path, after: int) -> int:
    """Let a program write and kill it; return how many changes it acknowledged in all."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    said = [writer.stdout.readline() for _ in range(after + 1)]
    writer.kill()
    said += writer.stdout.readlines()
    writer.wait()
    writer.stdout.close()
    whole = [line for line in said if line.endswith("\n")]
    return int(whole[-1].split()[-1]) + (whole[-1][0] != "b")


def require_all(folder: Path, acknowledged: int, clock) -> None:
    clock.pass_by(days=20_000)  # the writer's clock is a real one
    vault = Vault.open(folder, SECRET, clock)
    clock.pass_by(days=-20_000)
    found = vault.tables.settings.all()
    vault.require_whole()
    vault.close()
    assert acknowledged <= len(found) <= acknowledged + 1
    assert set(found) == {f"n{number}" for number in range(len(found))}


@pytest.mark.parametrize("rounds", [4, pytest.param(150, marks=pytest.mark.long)])
def test_kill_after_kill_loses_nothing_acknowledged(vault, clock, rounds):
    vault.close()
    for attempt in range(rounds):
        acknowledged = killed_writer(vault.folder, after=3 + attempt * 13 % 40)
        require_all(vault.folder, acknowledged, clock)
    assert not (vault.folder / "vault.keys.new").exists()
    assert KeyFile.parse((vault.folder / key_file.NAME).read_bytes()).floor > rounds


@pytest.mark.parametrize("part", ["key file", "schema"])
def test_what_a_newer_program_wrote_is_refused_and_untouched(vault, clock, part, problem_of):
    if part == "schema":
        vault._database._connection.execute("PRAGMA user_version = 99")
    vault.close()
    if part == "key file":
        for name in (key_file.NAME, key_file.SPARE_NAME):
            (vault.folder / name).write_bytes(b'{"format":2,"whatever":[]}')
    before = contents(vault.folder)
    assert problem_of(lambda: Vault.open(vault.folder, SECRET, clock)) == Problem.NEWER_FORMAT
    assert contents(vault.folder) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (rb'^{"format":1,', b'{"format":2,'),
        (rb'"keys":{"floor":(\d+),"format":1', rb'"keys":{"floor":\1,"format":2'),
        (rb'"schema":\d+', b'"schema":99'),
    ],
)
def test_a_backup_of_a_newer_program_is_refused(vault, clock, tmp_path, old, new, problem_of):
    target = tmp_path / "a.vaultbackup"
    backup.write(vault, target, clock)
    good = target.read_bytes()
    length = int.from_bytes(good[16:20], "big")
    manifest = re.sub(old, new, good[20 : 20 + length])
    assert manifest != good[20 : 20 + length]
    head = good[:16] + len(manifest).to_bytes(4, "big") + manifest
    target.write_bytes(head + sha256(head).digest() + good[52 + length :])
    restore = lambda: backup.restore(target, tmp_path / "n.vault", SECRET, clock)  # noqa: E731
    assert problem_of(restore) == Problem.NEWER_FORMAT
    assert not (tmp_path / "n.vault").exists()
