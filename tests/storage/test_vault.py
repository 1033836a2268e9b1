"""A vault opens for whoever may, and for nobody else; what it acknowledged is there."""

import os
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.vault_warnings import VaultWarning
from advisor_app.storage import key_file, lock, recovery_code
from advisor_app.storage.examination import examine
from advisor_app.storage.journal import Action
from advisor_app.storage.key_file import KeyFile
from advisor_app.storage.keys import FLOOR_COST
from advisor_app.storage.lock import FolderLock
from advisor_app.storage.secret import Secret
from advisor_app.storage.vault import Vault
from tests.conftest import PASSPHRASE
from tests.storage.conftest import ODD
from tests.systems import is_private, unix


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "vault.lock"}


def reopen(vault, clock, secret=None):
    vault.close()
    return Vault.open(vault.folder, secret or Secret.passphrase(PASSPHRASE), clock)


def test_what_was_saved_is_there_after_opening_again(vault, clock, a_case, a_talk):
    with vault.transaction() as tables:
        case = a_case(tables, title=ODD, further_categories=("OO-AGV", "OO-DIS"))
        talk, note = a_talk(tables, case, body=ODD)
    again = reopen(vault, clock)
    try:
        assert again.tables.cases.get(case.id) == case
        assert again.tables.conversations.get(talk.id) == talk
        assert again.tables.notes.get(note.id) == note
    finally:
        again.close()


def test_the_recovery_code_opens_the_same_data(created, clock, a_case):
    vault, code = created
    with vault.transaction() as tables:
        case = a_case(tables)
    again = reopen(vault, clock, Secret.recovery_code(code.lower().replace("-", " ")))
    try:
        assert again.tables.cases.get(case.id) == case
    finally:
        again.close()


def test_a_passphrase_typed_with_other_blanks_or_in_composed_letters_opens(vault_folder, clock):
    Vault.create(vault_folder, "één  ruïne\tvol kersen", clock, FLOOR_COST)[0].close()
    decomposed = " e\u0301e\u0301n rui\u0308ne vol  kersen "
    Vault.open(vault_folder, Secret.passphrase(decomposed), clock).close()


@pytest.mark.parametrize("wrong", ["", "kersen", PASSPHRASE.upper(), PASSPHRASE + "x"])
def test_a_wrong_passphrase_opens_nothing_and_changes_no_byte(vault, clock, wrong, problem_of):
    vault.close()
    before = bytes_of(vault.folder)
    refused = problem_of(lambda: Vault.open(vault.folder, Secret.passphrase(wrong), clock))
    assert refused == Problem.WRONG_PASSPHRASE
    assert bytes_of(vault.folder) == before


def test_nothing_readable_stands_in_any_file_while_open_or_closed(vault, a_case, a_talk):
    with vault.transaction() as tables:
        case = a_case(tables, title="Kanariepietje in de titel")
        a_talk(tables, case, body="Kanariepietje in de notitie")

    def found():
        return [
            name for name, content in bytes_of(vault.folder).items() if b"anariepietje" in content
        ]

    assert found() == []
    vault.close()
    assert found() == []
    assert not (vault.folder / "vault.db-wal").exists()


def test_a_vault_can_be_copied_while_somebody_works_in_it(vault, tmp_path):
    """Windows lets nobody read a byte that is locked, so none of a file is."""
    shutil.copytree(vault.folder, tmp_path / "copy.vault")
    names = {path.name for path in (tmp_path / "copy.vault").iterdir()}
    assert {"vault.db", "vault.keys", "vault.lock"} <= names


def test_a_vault_whose_lock_file_was_left_behind_is_checked_without_making_one(vault, clock):
    vault.close()
    (vault.folder / "vault.lock").unlink()
    examine(vault.folder, Secret.passphrase(PASSPHRASE), clock, lambda _: None)
    assert not (vault.folder / "vault.lock").exists()


@unix
def test_a_vault_belongs_to_its_owner_alone(vault):
    assert is_private(vault.folder)
    assert all(map(is_private, vault.folder.iterdir()))


def test_a_second_program_finds_the_vault_in_use(vault, clock, problem_of):
    refused = problem_of(lambda: Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock))
    assert refused == Problem.IN_USE


def test_asking_who_has_a_vault_takes_it_from_nobody(vault):
    assert FolderLock.is_taken(vault.folder)
    vault.close()
    assert not FolderLock.is_taken(vault.folder)


@unix
def test_who_asks_at_the_very_moment_keeps_nobody_out(vault, monkeypatch):
    import fcntl

    vault.close()
    with (vault.folder / lock.NAME).open() as asking:
        fcntl.flock(asking, fcntl.LOCK_SH)
        monkeypatch.setattr(lock, "sleep", lambda _: fcntl.flock(asking, fcntl.LOCK_UN))
        FolderLock.take(vault.folder).release()


def test_asking_makes_no_lock_file(tmp_path):
    assert not FolderLock.is_taken(tmp_path)
    assert list(tmp_path.iterdir()) == []


@unix
def test_a_killed_program_leaves_no_lock_and_loses_nothing_acknowledged(vault_folder, clock):
    Vault.create(vault_folder, PASSPHRASE, clock, FLOOR_COST)[0].close()
    program = f"""
import os
from datetime import datetime, UTC
from pathlib import Path
from advisor_app.storage.secret import Secret
from advisor_app.storage.vault import Vault
vault = Vault.open(Path({str(vault_folder)!r}), Secret.passphrase({PASSPHRASE!r}),
    lambda: datetime(2026, 11, 20, 10, tzinfo=UTC))
with vault.transaction() as tables:
    tables.settings.put("kept", "yes")
os.kill(os.getpid(), 9)
"""
    killed = subprocess.run([sys.executable, "-c", program], check=False, cwd=Path.cwd())
    assert killed.returncode in {-9, 9}
    assert (vault_folder / "vault.db-wal").stat().st_size > 0
    vault = Vault.open(vault_folder, Secret.passphrase(PASSPHRASE), clock)
    assert vault.tables.settings.all()["kept"] == "yes"
    vault.close()


def test_a_changed_passphrase_opens_and_the_old_one_does_not(vault, clock, problem_of):
    vault.change_passphrase("zes heel andere woorden", FLOOR_COST)
    vault.close()
    Vault.open(vault.folder, Secret.passphrase("zes heel andere woorden"), clock).close()
    refused = problem_of(lambda: Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock))
    assert refused == Problem.WRONG_PASSPHRASE


def test_an_old_spare_key_file_does_not_bring_the_old_passphrase_back(vault, clock, problem_of):
    old = (vault.folder / key_file.SPARE_NAME).read_bytes()
    vault.change_passphrase("zes heel andere woorden", FLOOR_COST)
    vault.close()
    (vault.folder / key_file.SPARE_NAME).write_bytes(old)
    refused = problem_of(lambda: Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock))
    assert refused == Problem.WRONG_PASSPHRASE


def test_a_new_recovery_code_replaces_the_old_one(created, clock, problem_of):
    vault, old = created
    new = recovery_code.drawn()
    vault.take_recovery_code(new, FLOOR_COST)
    vault.close()
    Vault.open(vault.folder, Secret.recovery_code(new), clock).close()
    refused = problem_of(lambda: Vault.open(vault.folder, Secret.recovery_code(old), clock))
    assert refused == Problem.WRONG_PASSPHRASE


def test_a_keyring_secret_opens_until_it_is_taken_away(vault, clock, problem_of):
    secret = vault.add_keyring_slot(date(2026, 12, 20))
    again = reopen(vault, clock, Secret.keyring(secret))
    again.remove_keyring_slot()
    again.close()
    refused = problem_of(lambda: Vault.open(vault.folder, Secret.keyring(secret), clock))
    assert refused == Problem.WRONG_PASSPHRASE


def test_a_lost_key_file_is_mended_from_its_spare_and_named(vault, clock):
    vault.close()
    (vault.folder / key_file.NAME).unlink()
    again = Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock)
    assert again.warnings == (VaultWarning.SPARE_KEY_FILE_USED,)
    again.close()
    assert KeyFile.parse((vault.folder / key_file.NAME).read_bytes())
    third = Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock)
    assert not third.warnings
    third.close()


def spoil(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 0x15]) + content[place + 1 :]


def test_any_changed_byte_of_the_key_file_is_found_or_mended(vault, clock):
    vault.close()
    good = (vault.folder / key_file.NAME).read_bytes()
    for place in range(0, len(good), 97):
        (vault.folder / key_file.NAME).write_bytes(spoil(good, place))
        again = Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock)
        assert again.warnings == (VaultWarning.SPARE_KEY_FILE_USED,)
        again.close()


def test_a_byte_changed_in_both_key_files_is_refused(vault, clock):
    vault.close()
    good = (vault.folder / key_file.NAME).read_bytes()
    for place in range(0, len(good), 61):
        for name in (key_file.NAME, key_file.SPARE_NAME):
            (vault.folder / name).write_bytes(spoil(good, place))
        with pytest.raises(ProblemError) as refusal:
            Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock)
        assert refusal.value.problem in {
            Problem.DAMAGED_KEY_FILE, Problem.TAMPERED, Problem.WRONG_PASSPHRASE, Problem.NEWER_FORMAT,
        }  # fmt: skip


@pytest.mark.parametrize("spoiled", [b"", b"x" * 8192, None])
def test_a_missing_empty_or_foreign_database_is_damage_and_never_a_new_vault(
    vault, clock, spoiled, problem_of
):
    vault.close()
    path = vault.folder / "vault.db"
    path.unlink() if spoiled is None else path.write_bytes(spoiled)
    before = bytes_of(vault.folder)
    refused = problem_of(lambda: Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock))
    assert refused == (Problem.DAMAGED if spoiled else Problem.LOST_DATABASE)
    assert bytes_of(vault.folder) == before


def test_a_newer_vault_is_refused_without_a_byte_being_changed(vault, clock, problem_of):
    vault._database._connection.execute("PRAGMA user_version = 99")
    vault.close()
    before = bytes_of(vault.folder)
    refused = problem_of(lambda: Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock))
    assert refused == Problem.NEWER_FORMAT
    assert bytes_of(vault.folder) == before


def test_a_newer_key_file_is_refused_untouched_even_beside_a_known_one(vault, clock, problem_of):
    vault.close()
    path = vault.folder / key_file.SPARE_NAME
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":2'))
    before = bytes_of(vault.folder)
    refused = problem_of(lambda: Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock))
    assert refused == Problem.NEWER_FORMAT
    assert bytes_of(vault.folder) == before


def test_an_older_copy_of_the_database_is_a_rollback(vault, clock, problem_of):
    vault.close()
    old = (vault.folder / "vault.db").read_bytes()
    again = Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock)
    with again.transaction() as tables:
        tables.journal.write(Action.CHANGED, "vault")
    again.close()
    (vault.folder / "vault.db").write_bytes(old)
    refused = problem_of(lambda: Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock))
    assert refused == Problem.ROLLED_BACK


def test_a_folder_put_back_whole_is_found_by_the_floor_of_the_keyring(vault, clock, problem_of):
    sequence = vault.sequence
    vault.close()
    refused = problem_of(
        lambda: Vault.open(
            vault.folder,
            Secret.passphrase(PASSPHRASE),
            clock,
            known_floor=lambda _instance: sequence + 1,
        )
    )
    assert refused == Problem.ROLLED_BACK


def test_a_cut_log_is_found_from_the_folder_alone_after_a_minute(vault, clock, problem_of, a_case):
    with vault.transaction() as tables:
        organisation = a_case(tables).organisation
    clock.pass_by(seconds=61)
    with vault.transaction() as tables:
        a_case(tables, tables.organisations.get(organisation))
    copy = vault.folder.with_name("copy.vault")
    shutil.copytree(vault.folder, copy)
    (copy / "vault.db-wal").write_bytes(b"")
    refused = problem_of(lambda: Vault.open(copy, Secret.passphrase(PASSPHRASE), clock))
    assert refused in {Problem.ROLLED_BACK, Problem.DAMAGED}


def test_a_log_of_another_vault_is_refused_and_the_vault_stays_whole(
    vault, tmp_path, clock, problem_of
):
    other, _ = Vault.create(tmp_path / "other.vault", PASSPHRASE, clock, FLOOR_COST)
    with other.transaction() as tables:
        tables.settings.put("x", "y" * 10_000)
    foreign = (other.folder / "vault.db-wal").read_bytes()
    other.close()
    vault.close()
    whole = (vault.folder / "vault.db").read_bytes()
    (vault.folder / "vault.db-wal").write_bytes(foreign)
    refused = problem_of(lambda: Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock))
    assert refused == Problem.DAMAGED
    assert (vault.folder / "vault.db").read_bytes() == whole
    (vault.folder / "vault.db-wal").unlink()
    Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock).close()


def test_a_refused_change_leaves_no_trace(vault, a_case):
    with vault.transaction() as tables:
        case = a_case(tables)
    sequence = vault.sequence

    def fail():
        with vault.transaction() as tables:
            tables.settings.put("half", "done")
            tables.cases.remove(case.id)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert "half" not in vault.tables.settings.all()
    assert vault.sequence == sequence


def test_a_full_disk_is_named_and_the_vault_goes_on_when_there_is_room(vault, a_case):
    connection = vault._database._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(ProblemError) as refusal, vault.transaction() as tables:
        tables.settings.put("big", "x" * 100_000)
    assert refusal.value.problem is Problem.DISK_FULL
    connection.execute("PRAGMA max_page_count = 1000000")
    with vault.transaction() as tables:
        tables.settings.put("big", "x" * 100_000)
    assert len(vault.tables.settings.all()["big"]) == 100_000


def test_a_clock_that_runs_far_behind_is_refused_until_it_is_accepted(
    vault, clock, problem_of, a_case
):
    vault.accept_clock()
    clock.pass_by(days=-2)

    def enter():
        with vault.transaction() as tables:
            a_case(tables)

    assert problem_of(enter) == Problem.CLOCK_BEHIND
    vault.accept_clock()
    enter()


def test_creating_in_a_full_folder_or_over_a_file_is_refused(tmp_path, clock, problem_of):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("x")
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name, problem in (
        ("full", "already_there"),
        ("file", "not_a_folder"),
        ("link", "not_a_folder"),
    ):
        make = lambda name=name: Vault.create(tmp_path / name, PASSPHRASE, clock, FLOOR_COST)  # noqa: E731
        assert problem_of(make) == problem
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "full", "link"]


def test_a_creation_that_fails_leaves_nothing_behind(tmp_path, clock, monkeypatch):
    def fail(*_):
        raise ProblemError(Problem.DISK_FULL)

    monkeypatch.setattr(key_file, "write_both", fail)
    with pytest.raises(ProblemError):
        Vault.create(tmp_path / "a.vault", PASSPHRASE, clock, FLOOR_COST)
    assert list(tmp_path.iterdir()) == []


@unix
def test_a_key_file_that_is_a_pipe_does_not_hang(vault, clock):
    vault.close()
    for name in (key_file.NAME, key_file.SPARE_NAME):
        (vault.folder / name).unlink()
        os.mkfifo(vault.folder / name)
    with pytest.raises(ProblemError) as refusal:
        Vault.open(vault.folder, Secret.passphrase(PASSPHRASE), clock)
    assert refusal.value.problem is Problem.DAMAGED_KEY_FILE


def test_the_pragmas_that_keep_the_promises_hold_on_an_open_vault(vault):
    value = vault._database.value
    assert value("PRAGMA synchronous") == 2
    assert value("PRAGMA fullfsync") == value("PRAGMA checkpoint_fullfsync") == 1
    assert value("PRAGMA secure_delete") == 1
    assert value("PRAGMA foreign_keys") == 1
    assert value("PRAGMA journal_mode") == "wal"


@pytest.mark.parametrize(
    "escape",
    ["ATTACH ':memory:' AS x", "SELECT load_extension('x')", "PRAGMA rekey = 'x'",
     "PRAGMA synchronous = OFF", "PRAGMA fullfsync = OFF", "PRAGMA cipher_use_hmac = OFF"],
)  # fmt: skip
def test_no_statement_of_ours_can_open_a_way_out(vault, escape):
    with pytest.raises(Exception, match=r"not authorized|prohibited"):
        vault._database.execute(escape)


def test_two_swapped_characters_of_a_recovery_code_are_noticed(created):
    code = created[1]
    plain = code.replace("-", "")
    for place in range(len(plain) - 1):
        if plain[place] != plain[place + 1]:
            swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
            with pytest.raises(ProblemError):
                recovery_code.read(swapped)
    assert recovery_code.written(recovery_code.read(code)) == code


def test_the_floor_rises_once_a_minute_at_most(vault, clock, a_case):
    floor = lambda: KeyFile.parse((vault.folder / key_file.NAME).read_bytes()).floor  # noqa: E731
    with vault.transaction() as tables:
        a_case(tables)
    assert floor() == 1
    clock.at += timedelta(minutes=2)
    with vault.transaction() as tables:
        tables.settings.put("a", "b")
    assert floor() == vault.sequence


def test_the_floor_does_not_rise_above_what_may_still_be_undone(vault, clock, a_case):
    def fail():
        with vault.transaction() as tables:
            a_case(tables)
            clock.pass_by(minutes=5)
            with vault.transaction() as inner:
                inner.journal.write(Action.CHANGED, "vault")
            vault.raise_floor()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    reopen(vault, clock).close()
