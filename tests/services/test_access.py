"""A vault is made, opened, restored; what stands in the way is named."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advisor_app.domain import draft_keys
from advisor_app.domain.draft import Draft
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.vault_warnings import VaultWarning
from advisor_app.keychain import Keychain
from advisor_app.services.access import Access
from advisor_app.storage import key_file, schema
from advisor_app.storage.key_file import KeyFile, KeyFiles
from advisor_app.storage.keys import FLOOR_COST, SlotKind
from tests.conftest import PASSPHRASE
from tests.systems import is_private

OTHER = "schaduw dirigent kelder appelboom wolken dorsen"


def write(session, text="Wat er gezegd is"):
    session.drafts.keep(*draft_keys.ADVISOR, text)


def change(session):
    """Change something that stands in the audit log."""
    session._vault.accept_clock()


def kept_floor(folder: Path) -> int:
    return KeyFile.parse((folder / key_file.NAME).read_bytes()).floor


def test_a_made_vault_is_known_by_its_name_and_opens_by_passphrase_and_code(access, opened):
    session, code = opened
    write(session)
    session.close()
    (access.folders.home / "a file").write_text("x")
    (access.folders.home / ".half.vault.1234").mkdir()
    assert [known.name for known in access.folders.all()] == ["praktijk"]
    folder = access.folders.all()[0].folder
    ways_in = (
        lambda: access.open(folder, PASSPHRASE),
        lambda: access.open_with_recovery_code(folder, code),
    )
    for way_in in ways_in:
        again = way_in()
        assert again.vault_name == "praktijk"
        assert again.drafts.find(*draft_keys.ADVISOR).text == "Wat er gezegd is"
        assert again.warnings == ()
        again.close()


def test_without_a_folder_of_vaults_there_are_none(access):
    assert access.folders.all() == ()


@pytest.mark.parametrize(
    ("name", "problem"),
    [("", "empty"), ("  ", "empty"), ("a/b", "not_a_folder"), ("..", "not_a_folder"),
     ("a\\b", "not_a_folder"), (".hidden", "not_a_folder"), ("x" * 61, "not_a_folder"),
     ("C:", "not_a_folder"), ("a\0b", "not_a_folder"), ("a\nb", "not_a_folder"),
     ("CON", "not_a_folder"), ("lpt1.oud", "not_a_folder"), ("nul ", "not_a_folder")],
)  # fmt: skip
def test_a_name_that_cannot_be_a_folder_is_refused(access, name, problem):
    with pytest.raises(InvalidError) as refusal:
        access.folders.of(name)
    assert (refusal.value.field, refusal.value.problem.value) == ("name", problem)


def test_another_vault_is_proposed_under_a_name_that_no_vault_has(access):
    proposed = []
    for _vault in range(3):
        folder = access.folders.unused("Mijn praktijk")
        folder.mkdir(parents=True)
        proposed.append(folder.stem)
    assert proposed == ["Mijn praktijk", "Mijn praktijk 2", "Mijn praktijk 3"]


@pytest.mark.parametrize("weak", ["", "welkom01", "Welkom2026!Welkom2026!", "aaaaaaaaaaaaaaaaaaaa"])
def test_a_weak_passphrase_makes_no_vault_and_changes_none(access, session, weak, problem_of):
    folder = access.folders.of("nieuw")
    assert problem_of(lambda: access.create(folder, weak)) == Problem.WEAK_PASSPHRASE
    assert not folder.exists()
    assert problem_of(lambda: session.change_passphrase(weak)) == Problem.WEAK_PASSPHRASE
    session.close()
    access.open(session.folder, PASSPHRASE).close()


def test_the_words_that_are_suggested_are_strong_enough_and_not_the_same_twice(access):
    first, second = access.suggest(), access.suggest()
    assert first != second
    assert len(first.split()) == 6
    assert access.judge(first).accepted
    assert not access.judge("praktijk praktijk praktijk", "praktijk").accepted


def test_a_changed_passphrase_opens_and_old_backups_keep_the_old_one(
    access, session, tmp_path, problem_of
):
    session.backups.back_up(tmp_path / "a.vaultbackup")
    session.change_passphrase(OTHER)
    session.close()
    assert problem_of(lambda: access.open(session.folder, PASSPHRASE)) == Problem.WRONG_PASSPHRASE
    access.open(session.folder, OTHER).close()
    restored = access.restore(
        tmp_path / "a.vaultbackup", access.folders.of("terug"), passphrase=PASSPHRASE
    )
    restored.session.close()


def test_a_wrong_code_is_not_called_a_wrong_passphrase(access, opened, problem_of, tmp_path):
    session, code = opened
    session.backups.back_up(tmp_path / "a.vaultbackup")
    renewed = session.draw_recovery_code()
    session.take_recovery_code(renewed)
    session.close()
    folder = session.folder
    assert problem_of(lambda: access.open_with_recovery_code(folder, code)) == (
        Problem.WRONG_RECOVERY_CODE
    )
    mistyped = renewed[:-1] + ("A" if renewed[-1] != "A" else "B")
    assert problem_of(lambda: access.open_with_recovery_code(folder, mistyped)) == (
        Problem.MISTYPED_RECOVERY_CODE
    )
    assert problem_of(
        lambda: access.restore(
            tmp_path / "a.vaultbackup", access.folders.of("terug"), recovery_code=renewed
        )
    ) == (Problem.WRONG_RECOVERY_CODE)
    assert problem_of(lambda: access.examine(folder, recovery_code=code)) == (
        Problem.WRONG_RECOVERY_CODE
    )
    access.open_with_recovery_code(folder, renewed).close()


def test_the_groups_of_a_code_are_what_its_sheet_shows(access, opened):
    groups = access.groups_of(opened[1])
    assert len(groups) == 7
    assert "-".join(groups) == opened[1]
    sheet = access.recovery_sheet(groups, "praktijk", Language.NL)
    assert sheet.startswith(b"%PDF")


def test_a_second_instance_finds_the_vault_in_use(access, session, problem_of):
    assert problem_of(lambda: access.open(session.folder, PASSPHRASE)) == Problem.IN_USE
    assert problem_of(lambda: access.examine(session.folder, passphrase=PASSPHRASE)) == (
        Problem.IN_USE
    )


def test_closing_remembers_how_far_the_vault_has_come_and_a_second_time_does_nothing(
    session, drawer
):
    change(session)
    instance = session._vault.instance_id
    session.close()
    session.close()
    assert drawer.kept == {f"floor {instance}": str(kept_floor(session.folder))}


def test_a_whole_folder_put_back_is_found_by_this_computer(access, session, tmp_path, problem_of):
    session.close()
    older = {path.name: path.read_bytes() for path in session.folder.iterdir()}
    again = access.open(session.folder, PASSPHRASE)
    change(again)
    again.close()
    for name, content in older.items():
        (session.folder / name).write_bytes(content)
    assert problem_of(lambda: access.open(session.folder, PASSPHRASE)) == Problem.ROLLED_BACK
    assert problem_of(lambda: access.examine(session.folder, passphrase=PASSPHRASE)) == (
        Problem.ROLLED_BACK
    )


def test_a_foreign_first_key_file_does_not_hide_an_older_folder_from_this_computer(
    access, session, problem_of
):
    """Only the proven name of the copy is looked up: the spare file proves it here."""
    session.close()
    older = {path.name: path.read_bytes() for path in session.folder.iterdir()}
    again = access.open(session.folder, PASSPHRASE)
    change(again)
    again.close()
    for name, content in older.items():
        (session.folder / name).write_bytes(content)
    first = KeyFile.parse(older[key_file.NAME])
    foreign = replace(first, instance_id=b"\1" * 16).content()
    (session.folder / key_file.NAME).write_bytes(foreign)
    assert KeyFiles.read(session.folder).instance_id == b"\1" * 16
    assert problem_of(lambda: access.open(session.folder, PASSPHRASE)) == Problem.ROLLED_BACK


def test_a_restored_backup_says_what_is_missing_and_is_no_rollback(access, session, tmp_path):
    session.backups.back_up(tmp_path / "a.vaultbackup")
    for _ in range(3):
        change(session)
    session.close()
    restored = access.restore(
        tmp_path / "a.vaultbackup", access.folders.of("terug"), passphrase=PASSPHRASE
    )
    # three changes, and the two lines that the backup itself wrote
    assert restored.behind == 5
    assert restored.made_at.date() == date(2026, 11, 20)
    restored.session.close()
    access.open(access.folders.of("terug"), PASSPHRASE).close()


def test_on_another_computer_nobody_knows_what_is_missing(session, tmp_path, clock):
    session.backups.back_up(tmp_path / "a.vaultbackup")
    elsewhere = Access(tmp_path / "elsewhere", lambda: Keychain(None), clock, cost=FLOOR_COST)
    restored = elsewhere.restore(
        tmp_path / "a.vaultbackup", elsewhere.folders.of("terug"), passphrase=PASSPHRASE
    )
    assert restored.behind is None
    restored.session.close()


def test_this_device_opens_the_vault_until_it_is_no_longer_trusted(access, session):
    assert access.open_with_keyring(session.folder) is None
    assert session.trust_this_device()
    session.close()
    again = access.open_with_keyring(session.folder)
    again.distrust_this_device()
    again.close()
    assert access.open_with_keyring(session.folder) is None


def test_the_trust_in_a_device_ends_by_itself_and_leaves_nothing(access, session, clock, drawer):
    session.trust_this_device()
    session.close()
    clock.pass_by(days=31)
    assert access.open_with_keyring(session.folder) is None
    assert not [name for name in drawer.kept if name.startswith("secret")]
    access.open(session.folder, PASSPHRASE).close()
    content = (session.folder / key_file.NAME).read_bytes()
    assert KeyFile.parse(content).slot(SlotKind.KEYRING) is None


def test_a_device_without_a_key_store_is_not_trusted_and_all_else_works(tmp_path, clock):
    access = Access(tmp_path / "home", lambda: Keychain(None), clock, cost=FLOOR_COST)
    session, _ = access.create(access.folders.of("praktijk"), PASSPHRASE)
    assert not session.trust_this_device()
    session.close()
    assert access.open_with_keyring(session.folder) is None
    access.open(session.folder, PASSPHRASE).close()


def test_what_is_prepared_at_the_door_leaves_opening_only_the_passphrase(tmp_path, clock):
    """Finding the key store takes as long as all else but the derivation (bench/, row 1)."""
    sought = []

    def seek():
        sought.append(clock())
        return Keychain(None)

    session, _ = Access(tmp_path / "home", seek, clock, cost=FLOOR_COST).create(
        tmp_path / "praktijk.vault", PASSPHRASE
    )
    session.close()
    access = Access(tmp_path / "home", seek, clock, cost=FLOOR_COST)
    access.prepare()
    prepared = len(sought)
    access.open(session.folder, PASSPHRASE).close()
    assert len(sought) == prepared == 2


def test_a_backup_cannot_be_opened_by_the_key_store(access, session, tmp_path):
    session.trust_this_device()
    session.backups.back_up(tmp_path / "a.vaultbackup")
    assert b'"keyring"' in (session.folder / key_file.NAME).read_bytes()
    assert b'"keyring"' not in (tmp_path / "a.vaultbackup").read_bytes()


def test_checking_a_vault_changes_no_byte_and_needs_no_lock_file(access, session):
    change(session)
    session.close()
    (session.folder / "vault.lock").unlink()
    before = {path.name: path.read_bytes() for path in session.folder.iterdir()}
    for _ in range(2):
        found = access.examine(session.folder, passphrase=PASSPHRASE)
        assert found.sequence == kept_floor(session.folder)
        assert found.warnings == ()
    assert {path.name: path.read_bytes() for path in session.folder.iterdir()} == before


def test_a_damaged_first_key_file_is_told_and_mended(access, session):
    session.close()
    (session.folder / key_file.NAME).write_bytes(b"{")
    assert access.examine(session.folder, passphrase=PASSPHRASE).warnings == (
        VaultWarning.SPARE_KEY_FILE_USED,
    )
    again = access.open(session.folder, PASSPHRASE)
    assert again.warnings == (VaultWarning.SPARE_KEY_FILE_USED,)
    again.close()
    assert access.examine(session.folder, passphrase=PASSPHRASE).warnings == ()


def test_an_older_key_file_that_brings_the_old_passphrase_back_is_told(access, session):
    older = (session.folder / key_file.NAME).read_bytes()
    session.change_passphrase(OTHER)
    session.close()
    for name in (key_file.NAME, key_file.SPARE_NAME):
        (session.folder / name).write_bytes(older)
    assert access.examine(session.folder, passphrase=PASSPHRASE).warnings == (
        VaultWarning.OLDER_KEY_FILE,
    )
    again = access.open(session.folder, PASSPHRASE)
    assert again.warnings == (VaultWarning.OLDER_KEY_FILE,)
    again.change_passphrase(OTHER)
    again.close()
    third = access.open(session.folder, OTHER)
    assert third.warnings == ()
    third.close()


def test_a_vault_in_a_folder_that_is_copied_away_is_told(access, tmp_path):
    folder = tmp_path / "OneDrive - Praktijk" / "praktijk.vault"
    session, _ = access.create(folder, PASSPHRASE)
    assert session.warnings == (VaultWarning.SYNCED_FOLDER,)
    session.close()


def test_a_demo_vault_lies_in_a_private_place_and_is_gone_when_it_is_closed(access, drawer):
    session = access.open_demo()
    assert session.is_demo
    place = session.folder.parent
    assert is_private(place)
    assert access.folders.all() == ()
    session.close()
    assert not place.exists()
    assert drawer.kept == {}


def test_who_listens_hears_what_kinds_of_records_changed(session):
    heard = []
    session.watch(heard.append)
    write(session)
    with suppress(RuntimeError), session._vault.transaction() as tables:
        tables.drafts.drop(*draft_keys.ADVISOR)
        raise RuntimeError
    session.settings.keep(session.settings.read())
    session.drafts.drop(*draft_keys.ADVISOR)
    assert heard == [{Draft}, {Draft}]


def test_a_migration_is_preceded_by_a_drilled_backup(access, session, monkeypatch):
    change(session)
    session.close()
    steps = schema.migrations()
    step = schema.Migration(
        number=len(steps) + 1, name="a_place",
        sql="ALTER TABLE organisation ADD COLUMN place TEXT NOT NULL DEFAULT '';\n",
    )  # fmt: skip
    monkeypatch.setattr(schema, "migrations", lambda: (*steps, step))
    again = access.open(session.folder, PASSPHRASE)
    assert again._vault.schema_version == len(steps) + 1
    again.require_whole()
    again.close()
    (made,) = access.folders.home.glob("*.vaultbackup")
    monkeypatch.setattr(schema, "migrations", lambda: steps)
    assert (
        access.restore(made, access.folders.of("terug"), passphrase=PASSPHRASE).session.close()
        is None
    )
    with pytest.raises(ProblemError) as refusal:
        access.open(session.folder, PASSPHRASE)
    assert refusal.value.problem is Problem.NEWER_FORMAT


@pytest.mark.parametrize("kept", [b"", b"x", b"5", b"{}", b"[1, null]", b'["\\u0000.vault"]', None])
def test_a_list_of_other_places_that_makes_no_sense_is_no_list(access, tmp_path, kept):
    listed = access.folders.home / "elsewhere.json"
    if kept is not None:
        listed.parent.mkdir(parents=True)
        listed.write_bytes(kept)
    assert access.folders.all() == ()
    place = tmp_path / "stick"
    place.mkdir()
    folder = access.folders.room_for(" Zuid ", place)
    session, _ = access.create(folder, PASSPHRASE)
    session.close()
    assert [known.folder for known in access.folders.all()] == [place / "Zuid.vault"]
    assert list(place.iterdir()) == [place / "Zuid.vault"]
