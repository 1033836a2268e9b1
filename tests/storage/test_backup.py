"""A backup counts only when it was read back, and opens with what opened the vault that day."""

from pathlib import Path

import pytest

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage import backup, files
from advisor_app.storage.keys import FLOOR_COST
from advisor_app.storage.secret import Secret
from tests.conftest import PASSPHRASE
from tests.systems import is_private


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "praktijk.vaultbackup"


@pytest.fixture
def restored_folder(tmp_path: Path) -> Path:
    return tmp_path / "terug.vault"


def test_a_restored_backup_holds_everything_and_goes_on(
    vault, target, restored_folder, clock, a_case, a_talk
):
    with vault.transaction() as tables:
        case = a_case(tables)
        _, note = a_talk(tables, case)
    backup.write(vault, target, clock)
    restored = backup.restore(target, restored_folder, Secret.passphrase(PASSPHRASE), clock)
    try:
        assert restored.vault.tables.cases.get(case.id) == case
        assert restored.vault.tables.notes.get(note.id) == note
        assert restored.sequence == vault.sequence
        assert restored.vault.vault_id == vault.vault_id
        assert restored.vault.instance_id != vault.instance_id
        with restored.vault.transaction() as tables:
            a_case(tables, tables.organisations.get(case.organisation))
    finally:
        restored.vault.close()


def test_the_recovery_code_opens_every_backup(created, target, restored_folder, clock):
    vault, code = created
    backup.write(vault, target, clock)
    backup.restore(target, restored_folder, Secret.recovery_code(code), clock).vault.close()


def test_a_backup_keeps_the_passphrase_of_its_day(
    vault, target, restored_folder, clock, problem_of
):
    backup.write(vault, target, clock)
    vault.change_passphrase("zes heel andere woorden", FLOOR_COST)
    new = Secret.passphrase("zes heel andere woorden")
    assert problem_of(lambda: backup.restore(target, restored_folder, new, clock)) == (
        Problem.WRONG_PASSPHRASE
    )
    backup.restore(target, restored_folder, Secret.passphrase(PASSPHRASE), clock).vault.close()


def test_an_existing_file_is_refused_and_keeps_its_bytes(vault, target, clock, problem_of):
    target.write_bytes(b"an older backup")
    assert problem_of(lambda: backup.write(vault, target, clock)) == Problem.ALREADY_THERE
    assert target.read_bytes() == b"an older backup"


def test_damage_of_a_backup_is_never_called_a_wrong_passphrase(
    vault, target, restored_folder, clock
):
    """The head by its sum, before a derivation; the snapshot by its hash."""
    backup.write(vault, target, clock)
    good = target.read_bytes()
    mac = 16 + 4 + int.from_bytes(good[16:20], "big") + 32
    snapshot = mac + 32
    places = [*range(snapshot, len(good), len(good) // 8), len(good) - 1]
    for place in [*range(mac), *range(mac, snapshot, 11), *places]:
        target.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        with pytest.raises(ProblemError) as refusal:
            backup.restore(target, restored_folder, Secret.passphrase(PASSPHRASE), clock)
        assert refusal.value.problem in (
            {Problem.NOT_A_BACKUP, Problem.DAMAGED_BACKUP} if place < mac
            else {Problem.TAMPERED} if place < snapshot
            else {Problem.DAMAGED_BACKUP}
        )  # fmt: skip
        assert not restored_folder.exists()


@pytest.mark.parametrize("cut", [0, 10, 19, 300, -1])
def test_a_cut_backup_is_refused(vault, target, restored_folder, clock, cut):
    backup.write(vault, target, clock)
    target.write_bytes(target.read_bytes()[:cut])
    with pytest.raises(ProblemError):
        backup.restore(target, restored_folder, Secret.passphrase(PASSPHRASE), clock)
    assert not restored_folder.exists()


def test_a_backup_is_not_restored_over_anything(vault, target, clock, problem_of, tmp_path):
    backup.write(vault, target, clock)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x").write_text("x")
    restore = lambda: backup.restore(  # noqa: E731
        target, tmp_path / "mine", Secret.passphrase(PASSPHRASE), clock
    )
    assert problem_of(restore) == Problem.ALREADY_THERE
    assert (tmp_path / "mine" / "x").read_text() == "x"


def test_a_failed_drill_leaves_no_file(vault, target, clock, problem_of, a_case):
    with vault.transaction() as tables:
        a_case(tables)
    vault._database.execute("UPDATE \"case\" SET title = 'Veranderd buiten het programma om'")
    assert problem_of(lambda: backup.write(vault, target, clock)) == Problem.DRILL_FAILED
    assert [path.name for path in target.parent.iterdir()] == [vault.folder.name]


def test_a_backup_shows_no_word_of_a_case(vault, target, clock, a_case, a_talk):
    with vault.transaction() as tables:
        a_talk(tables, a_case(tables, title="Kanariepietje"), body="Kanariepietje")
    backup.write(vault, target, clock)
    assert b"anariepietje" not in target.read_bytes()
    assert is_private(target)


def test_a_file_that_is_no_backup_is_called_that(tmp_path, restored_folder, clock, problem_of):
    for name, content in (("a", b""), ("b", b"hallo"), ("c", b"VERTROUWD-BACKUP\xff\xff\xff\xff")):
        (tmp_path / name).write_bytes(content)
        restore = lambda name=name: backup.restore(  # noqa: E731
            tmp_path / name, restored_folder, Secret.passphrase("x"), clock
        )
        assert problem_of(restore) == Problem.NOT_A_BACKUP


def test_a_stick_that_changes_bytes_after_the_drill_is_found_out(
    vault, target, clock, problem_of, monkeypatch
):
    """The file is read back once more under its own name."""

    def lose_a_byte(folder: Path) -> None:
        content = target.read_bytes()
        target.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))

    monkeypatch.setattr(files, "sync_folder", lose_a_byte)
    vault.raise_floor = lambda: None
    assert problem_of(lambda: backup.write(vault, target, clock)) == Problem.DRILL_FAILED
    assert not target.exists()


class Impatience:
    """Watch long work, and stop it the n-th time that it says how far it is."""

    def __init__(self, stop_at):
        self.stop_at = stop_at
        self.told = []

    def __call__(self, done):
        self.told.append(done)
        if len(self.told) == self.stop_at:
            raise ProblemError(Problem.STOPPED)


def test_work_that_is_stopped_leaves_nothing_whenever_that_is(
    vault, target, restored_folder, clock, problem_of, tmp_path
):
    secret = Secret.passphrase(PASSPHRASE)
    kept = tmp_path / "eerder.vaultbackup"
    whole = Impatience(0)
    backup.write(vault, kept, clock, whole)
    assert whole.told == sorted(whole.told)
    assert whole.told[-1] == 1
    before = sorted(tmp_path.iterdir())
    for stop_at in range(1, len(whole.told) + 1):
        stop = Impatience(stop_at)
        assert (
            problem_of(lambda stop=stop: backup.write(vault, target, clock, stop))
            == Problem.STOPPED
        )
        assert sorted(tmp_path.iterdir()) == before
    whole = Impatience(0)
    backup.restore(kept, tmp_path / "eerder.vault", secret, clock, whole).vault.close()
    assert whole.told == sorted(whole.told)
    assert whole.told[-1] == 1
    before = sorted(tmp_path.iterdir())
    for stop_at in range(1, len(whole.told) + 1):
        stop = Impatience(stop_at)
        refused = problem_of(
            lambda stop=stop: backup.restore(kept, restored_folder, secret, clock, stop)
        )
        assert refused == Problem.STOPPED
        assert sorted(tmp_path.iterdir()) == before
    vault.require_whole()
