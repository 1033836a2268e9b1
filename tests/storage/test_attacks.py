"""Whoever can write in the folder, but has no key, changes nothing unnoticed and breaks nothing."""

import json
import os
import shutil
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage import inspection, key_file
from advisor_app.storage.canonical import canonical
from advisor_app.storage.driver import Database, Mode
from advisor_app.storage.examination import examine
from advisor_app.storage.journal import Action
from advisor_app.storage.key_file import KeyFile, KeyFiles
from advisor_app.storage.keys import FLOOR_COST, SlotKind
from advisor_app.storage.lock import NAME as LOCK_NAME
from advisor_app.storage.secret import Secret
from advisor_app.storage.tables import Tables
from advisor_app.storage.vault import Vault
from tests.conftest import PASSPHRASE
from tests.systems import unix

PAGE = 4096
SECRET = Secret.passphrase(PASSPHRASE)
PIPE = pytest.param("pipe", marks=unix)


@pytest.fixture
def filled(vault, a_case, a_talk):
    """A folder of a closed vault in which some cases stand."""
    with vault.transaction() as tables:
        organisation = None
        for number in range(8):
            case = a_case(tables, organisation, title=f"Dossier {number}")
            organisation = tables.organisations.get(case.organisation)
            a_talk(tables, case, body=f"Verslag {number} " * 300)
    vault.close()
    return vault.folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.is_file() and not path.is_symlink() and path.name != LOCK_NAME
    }


def change(vault):
    with vault.transaction() as tables:
        tables.journal.write(Action.CHANGED, "vault")


def hot_copy(vault, folder: Path) -> Path:
    """Copy a vault's folder as a thief or a sync program would, while it is open."""
    shutil.copytree(vault.folder, folder)
    return folder


def test_a_changed_bit_in_any_page_is_found_and_never_opens_as_something_else(filled, clock):
    opened, vault_keys = KeyFiles.read(filled).open(SECRET.kind, SECRET.secret)

    def check():
        with inspection.reading(filled, vault_keys.database) as database:
            tables = Tables(database, vault_keys, opened.vault_id, clock)
            inspection.require_whole(database, tables)

    path = filled / "vault.db"
    good = path.read_bytes()
    assert len(good) % PAGE == 0
    for page in range(len(good) // PAGE):
        place = page * PAGE + (page * 1237) % PAGE
        path.write_bytes(good[:place] + bytes([good[place] ^ 8]) + good[place + 1 :])
        with pytest.raises(ProblemError) as refusal:
            check()
        assert refusal.value.problem is Problem.DAMAGED, (page, refusal.value)
    path.write_bytes(good)
    check()


@pytest.mark.parametrize("part", ["first", "middle", "last"])
def test_a_page_taken_from_elsewhere_in_the_file_is_damage(filled, clock, part):
    path = filled / "vault.db"
    good = path.read_bytes()
    pages = [good[start : start + PAGE] for start in range(0, len(good), PAGE)]
    place = {"first": 1, "middle": len(pages) // 2, "last": len(pages) - 2}[part]
    pages[place], pages[place + 1] = pages[place + 1], pages[place]
    path.write_bytes(b"".join(pages))
    with pytest.raises(ProblemError) as refusal:
        examine(filled, SECRET, clock, lambda _: None)
    assert refusal.value.problem is Problem.DAMAGED


def test_an_older_page_of_the_same_vault_is_found_by_the_check(filled, clock):
    """SQLCipher alone does not notice: each page is genuine, only its moment is not."""
    old = (filled / "vault.db").read_bytes()
    vault = Vault.open(filled, SECRET, clock)
    with vault.transaction() as tables:
        for talk in tables.conversations.select():
            tables.conversations.change(replace(talk, minutes=talk.minutes + 45))
        for person in tables.people.select():
            tables.people.change(replace(person, alias="Anders"))
    vault.close()
    new = (filled / "vault.db").read_bytes()
    whole, found = rows(filled), set()
    for start in range(PAGE, min(len(old), len(new)), PAGE):
        before, after = old[start : start + PAGE], new[start : start + PAGE]
        (filled / "vault.db").write_bytes(new[:start] + before + new[start + PAGE :])
        if before == after or rows(filled) == whole:
            continue  # the page was written anew with the same content
        with pytest.raises(ProblemError) as refusal:
            examine(filled, SECRET, clock, lambda _: None)
        found.add(refusal.value.problem)
    assert found == {Problem.TAMPERED, Problem.ROLLED_BACK}


def rows(folder: Path) -> dict[str, list]:
    """Return every row, read past all checks of ours."""
    _opened, vault_keys = KeyFiles.read(folder).open(SECRET.kind, SECRET.secret)
    database = Database.open(folder / "vault.db", vault_keys.database, Mode.FROZEN)
    try:
        names = [
            name for (name,) in database.all("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {name: database.all(f'SELECT * FROM "{name}"') for name in names}
    finally:
        database.close()


@pytest.mark.parametrize("cut", [1, PAGE - 1, PAGE, PAGE + 100, -PAGE, -1])
def test_a_cut_database_is_damage(filled, clock, cut):
    path = filled / "vault.db"
    path.write_bytes(path.read_bytes()[:cut])
    before = contents(filled)
    with pytest.raises(ProblemError) as refusal:
        examine(filled, SECRET, clock, lambda _: None)
    assert refusal.value.problem is Problem.DAMAGED
    assert contents(filled) == before


def test_a_journal_that_a_stranger_left_is_not_played_back(filled, clock, problem_of):
    """SQLite would put its pages into the file before anything is read."""
    content = (filled / "vault.db").read_bytes()
    header = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + (1).to_bytes(4, "big") + bytes(4)
    header += (len(content) // PAGE).to_bytes(4, "big") + (512).to_bytes(4, "big")
    header += PAGE.to_bytes(4, "big")
    page = bytes(PAGE)
    record = (3).to_bytes(4, "big") + page + bytes(4)
    (filled / "vault.db-journal").write_bytes(header.ljust(512, b"\0") + record)
    before = contents(filled)
    assert problem_of(lambda: Vault.open(filled, SECRET, clock)) == Problem.TAMPERED
    assert contents(filled) == before
    (filled / "vault.db-journal").unlink()
    Vault.open(filled, SECRET, clock).close()


@pytest.mark.parametrize("name", ["vault.db", "vault.db-wal", "vault.db-shm"])
@pytest.mark.parametrize("kind", ["link", PIPE, "folder", "endless"])
def test_what_is_no_ordinary_file_is_refused_and_does_not_hang(filled, clock, name, kind, tmp_path):
    path = filled / name
    victim = tmp_path / "victim"
    if path.exists():
        path.rename(victim)
    else:
        victim.write_bytes(b"precious" * 1000)
    before = victim.read_bytes()
    {
        "link": lambda: path.symlink_to(victim),
        "pipe": lambda: os.mkfifo(path),
        "folder": path.mkdir,
        "endless": lambda: path.symlink_to("/dev/zero"),
    }[kind]()
    with pytest.raises(ProblemError) as refusal:
        Vault.open(filled, SECRET, clock)
    assert refusal.value.problem in {Problem.TAMPERED, Problem.DAMAGED}
    assert victim.read_bytes() == before


@pytest.mark.parametrize("kind", ["link", PIPE, "folder", "endless", "large"])
def test_key_files_that_are_no_ordinary_files_are_damage(filled, clock, kind, problem_of, tmp_path):
    for name in (key_file.NAME, key_file.SPARE_NAME):
        path = filled / name
        path.rename(tmp_path / name)
        {
            "link": lambda path=path, name=name: path.symlink_to(tmp_path / name),
            "pipe": lambda path=path: os.mkfifo(path),
            "folder": path.mkdir,
            "endless": lambda path=path: path.symlink_to("/dev/zero"),
            "large": lambda path=path: path.write_bytes(b"{" * (65 * 1024)),
        }[kind]()
    assert problem_of(lambda: Vault.open(filled, SECRET, clock)) == Problem.DAMAGED_KEY_FILE


@pytest.mark.parametrize("kind", ["link", PIPE])
def test_a_lock_that_is_no_ordinary_file_makes_nothing_elsewhere(filled, clock, kind, tmp_path):
    (filled / LOCK_NAME).unlink()
    elsewhere = tmp_path / "elsewhere"
    if kind == "link":
        (filled / LOCK_NAME).symlink_to(elsewhere)
    else:
        os.mkfifo(filled / LOCK_NAME)
    with suppress(ProblemError):
        Vault.open(filled, SECRET, clock).close()
    assert not elsewhere.exists()


def test_a_link_in_the_way_of_a_new_key_file_is_not_followed(filled, clock, tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (filled / "vault.keys.new").symlink_to(victim)
    vault = Vault.open(filled, SECRET, clock)
    change(vault)
    vault.raise_floor()
    vault.close()
    assert victim.read_text() == "precious"
    assert not (filled / key_file.NAME).is_symlink()
    found = KeyFile.parse((filled / key_file.NAME).read_bytes())
    assert found.floor == examine(filled, SECRET, clock, lambda _: None).sequence


def test_a_link_to_a_vault_is_no_vault(filled, clock, tmp_path, problem_of):
    (tmp_path / "link.vault").symlink_to(filled)
    assert problem_of(lambda: Vault.open(tmp_path / "link.vault", SECRET, clock)) == (
        Problem.NOT_A_FOLDER
    )


def test_key_files_of_another_vault_open_nothing(filled, clock, tmp_path, problem_of):
    other, _ = Vault.create(tmp_path / "other.vault", PASSPHRASE, clock, FLOOR_COST)
    other.close()
    for name in (key_file.NAME, key_file.SPARE_NAME):
        shutil.copy(other.folder / name, filled / name)
    before = contents(filled)
    assert problem_of(lambda: Vault.open(filled, SECRET, clock)) == Problem.DAMAGED
    assert contents(filled) == before


def test_a_slot_of_another_kind_or_vault_does_not_open(filled, clock):
    """The kind of a slot and its vault are bound into the wrapping."""
    opened, _keys = KeyFiles.read(filled).open(SECRET.kind, SECRET.secret)
    slot = opened.slot(SECRET.kind)
    with pytest.raises(ProblemError):
        replace(slot, kind=SlotKind.RECOVERY).root(SECRET.secret, opened.vault_id)
    with pytest.raises(ProblemError):
        slot.root(SECRET.secret, bytes(16))


def test_a_key_file_that_was_extended_is_tampering_whoever_computed_its_sum(
    filled, clock, problem_of
):
    for name in (key_file.NAME, key_file.SPARE_NAME):
        found = KeyFile.parse((filled / name).read_bytes())
        (filled / name).write_bytes(replace(found, floor=0).content())
    assert problem_of(lambda: Vault.open(filled, SECRET, clock)) == Problem.TAMPERED


@pytest.mark.parametrize("cost", [
    {"memory_kib": 1 << 40}, {"memory_kib": 1}, {"passes": 1}, {"passes": 11}, {"passes": 0},
    {"lanes": 0}, {"lanes": 5}, {"lanes": -1}, {"memory_kib": True}, {"memory_kib": 65536.0},
    {"memory_kib": 1024 * 1024, "passes": 4},
])  # fmt: skip
def test_costs_out_of_range_are_refused_before_anything_is_derived(filled, cost):
    plain = json.loads((filled / key_file.NAME).read_bytes())
    plain["slots"][0]["argon2id"].update(cost)
    rest = {name: value for name, value in plain.items() if name not in {"sum", "mac"}}
    plain["sum"] = sha256(canonical(rest)).hexdigest()
    with pytest.raises(ProblemError) as refusal:
        KeyFile.parse(canonical(plain))
    assert refusal.value.problem is Problem.DAMAGED_KEY_FILE


def test_a_log_cut_off_after_a_crash_is_found_by_the_check_or_the_floor(filled, clock, tmp_path):
    """What was acknowledged more than a minute ago cannot be cut off unnoticed."""
    vault = Vault.open(filled, SECRET, clock)
    change(vault)
    clock.pass_by(seconds=61)
    change(vault)
    copy = hot_copy(vault, tmp_path / "copy.vault")
    vault.close()
    log = (copy / "vault.db-wal").read_bytes()
    frames = (len(log) - 32) // (24 + PAGE)
    assert frames >= 2
    for keep in range(frames):
        trial = tmp_path / f"trial{keep}.vault"
        shutil.copytree(copy, trial)
        (trial / "vault.db-shm").unlink(missing_ok=True)
        (trial / "vault.db-wal").write_bytes(log[: 32 + keep * (24 + PAGE) + 7])
        before = contents(trial)
        with pytest.raises(ProblemError) as refusal:
            Vault.open(trial, SECRET, clock)
        assert refusal.value.problem in {Problem.ROLLED_BACK, Problem.DAMAGED}
        assert contents(trial) == before


def test_an_older_log_of_the_same_vault_is_a_rollback(filled, clock, tmp_path, problem_of):
    vault = Vault.open(filled, SECRET, clock)
    change(vault)
    early = hot_copy(vault, tmp_path / "early.vault")
    for _ in range(3):
        change(vault)
    vault.close()
    shutil.copy(early / "vault.db-wal", filled / "vault.db-wal")
    before = contents(filled)
    refused = problem_of(lambda: Vault.open(filled, SECRET, clock))
    assert refused == Problem.ROLLED_BACK
    assert contents(filled) == before


@unix
def test_a_deleted_folder_in_the_middle_of_work_is_a_named_problem(vault):
    change(vault)
    shutil.rmtree(vault.folder)
    with pytest.raises(ProblemError):
        vault.raise_floor()


def test_after_a_damaged_page_was_met_everything_is_called_damage(filled, clock, problem_of):
    """SQLCipher itself calls the next change read-only, and the advisor would look for a lock."""
    _opened, vault_keys = KeyFiles.read(filled).open(SECRET.kind, SECRET.secret)
    path = filled / "vault.db"
    good = path.read_bytes()
    met = 0
    for place in range(5 * PAGE + 99, len(good), PAGE):
        path.write_bytes(good[:place] + bytes([good[place] ^ 8]) + good[place + 1 :])
        try:
            database = Database.open(path, vault_keys.database, Mode.WRITE)
        except ProblemError:
            continue
        with suppress(ProblemError):
            database.all("SELECT body FROM note_text")
            database.close()
            continue
        met += 1
        write = lambda database=database: database.execute("DELETE FROM setting")  # noqa: E731
        assert problem_of(write) == Problem.DAMAGED
        database.close()
    assert met
