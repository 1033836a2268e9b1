"""The format is what docs/format.md says, and what was written once opens for ever."""

import hmac
import json
import re
import shutil
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import pbkdf2_hmac, sha256
from pathlib import Path

import pytest

from advisor_app.domain import known_codes
from advisor_app.domain.codes import Code
from advisor_app.storage import backup, journal, keys, recovery_code, schema
from advisor_app.storage.canonical import canonical
from advisor_app.storage.examination import examine
from advisor_app.storage.key_file import KeyFile
from advisor_app.storage.keys import Argon2Cost, SlotKind, VaultKeys
from advisor_app.storage.secret import Secret
from advisor_app.storage.table import content_mac
from advisor_app.storage.vault import Vault
from tests.vaults import make

ROOT = Path(__file__).parents[2]
FROZEN = ROOT / "tests" / "vaults"
PAGE = (ROOT / "docs" / "format.md").read_text("utf-8")
SAID = tomllib.loads("\n".join(re.findall(r"^```toml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)))
of = bytes.fromhex


def now():
    return datetime(2026, 11, 21, 9, tzinfo=UTC)


def test_every_example_of_the_page_is_computed_here():
    assert set(SAID) == {
        "keys", "passphrase", "recovery_code", "keyring", "slot", "key_file", "content_mac",
        "audit", "backup",
    }  # fmt: skip


def test_keys_follow_from_the_root():
    said = SAID["keys"]
    vault_keys = VaultKeys.of_root(of(said["root"]), of(said["vault_id"]))
    for name in ("root", "database", "header", "audit", "content", "backup"):
        assert getattr(vault_keys, name).hex() == said[name]


def test_a_passphrase_is_put_into_one_form_and_stretched():
    said = SAID["passphrase"]
    assert keys.normalised(said["typed"]).hex() == said["derived_from"]
    cost = Argon2Cost(memory_kib=said["memory_kib"], passes=said["passes"], lanes=said["lanes"])
    assert keys.stretched(of(said["derived_from"]), of(said["salt"]), cost).hex() == said["key"]


def test_a_recovery_code_is_its_number():
    said = SAID["recovery_code"]
    assert recovery_code.written(of(said["secret"])) == said["written"]
    assert recovery_code.read(said["typed"]) == of(said["secret"])


def test_a_secret_of_a_key_store_is_not_stretched():
    said = SAID["keyring"]
    assert keys.keyring_key(of(said["secret"]), of(said["salt"])).hex() == said["key"]


@pytest.mark.parametrize("said", SAID["slot"], ids=lambda said: said["kind"])
def test_a_slot_wraps_the_root_for_its_kind_and_vault(said):
    root, vault_id = of(SAID["keys"]["root"]), of(SAID["keys"]["vault_id"])
    kind, nonce, key = SlotKind(said["kind"]), of(said["nonce"]), of(said["key"])
    assert keys.wrapped(root, key, nonce, kind, vault_id).hex() == said["wrapped"]
    assert keys.unwrapped(of(said["wrapped"]), key, nonce, kind, vault_id) == root


def test_a_key_file_is_canonical_and_opens():
    said = SAID["key_file"]
    key_file = KeyFile.parse(said["content"].encode())
    assert key_file.content() == said["content"].encode()
    opened = key_file.open(SlotKind.PASSPHRASE, keys.normalised(said["passphrase"]))
    assert opened.root.hex() == said["root"]
    assert key_file.floor == 42
    assert key_file.slot(SlotKind.KEYRING).expires_on == date(2026, 12, 20)
    assert key_file.sealed(opened) == key_file


def test_a_row_is_sealed_without_its_empty_columns():
    said = SAID["content_mac"]
    filled = {name: value for name, value in said["row"].items() if value} | said["bytes_in_row"]
    assert canonical({"table": said["table"], "row": filled}).decode() == said["canonical"]
    row = said["row"] | {name: of(value) for name, value in said["bytes_in_row"].items()}
    for empty in ({}, {"case": None}, {"later": ""}, {"later": 0}, {"later": b""}):
        assert content_mac(of(said["key"]), said["table"], row | empty).hex() == said["mac"]
    assert content_mac(of(said["key"]), said["table"], row | {"later": 1}).hex() != said["mac"]


def test_the_log_is_chained_from_its_genesis():
    said = SAID["audit"]
    key, previous = of(said["key"]), of(said["genesis"])
    assert journal.genesis(key, of(said["vault_id"])) == previous
    for line in said["line"]:
        found = json.loads(line["canonical"])
        assert canonical(found).decode() == line["canonical"]
        previous = journal.chained(
            key, previous, found["sequence"], found["at"], found["action"], found["thing"],
            None if found["content"] is None else of(found["content"]),
        )  # fmt: skip
        assert previous.hex() == line["chain_mac"]


def test_the_page_names_every_action_of_the_log():
    (sentence,) = re.findall(r"^`content` is the content MAC.*$", PAGE, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", sentence)) - {"content"} == set(journal.Action)


def test_a_backup_begins_as_the_page_says():
    said, vault_keys = SAID["backup"], VaultKeys.of_root(*map(of, (
        SAID["keys"]["root"], SAID["keys"]["vault_id"],
    )))  # fmt: skip
    manifest = backup.Manifest.parse(said["manifest"].encode())
    head = backup.MAGIC + of(said["length"]) + said["manifest"].encode()
    assert backup._head(manifest) == head
    assert sha256(head).hexdigest() == said["sum"]
    assert backup._mac(head, vault_keys).hex() == said["mac"]
    assert sha256(of(said["snapshot"])).hexdigest() == manifest.sha256
    manifest.keys.require_seal(vault_keys)


def test_the_page_names_every_table_with_a_content_mac(vault):
    (sentence,) = re.findall(r"^Every table of records has.*$", PAGE, re.MULTILINE)
    named = set(re.findall(r"`(\w+)`", sentence.split("(")[0])) - {"content_mac"}
    sealed = {
        table
        for (table,) in vault._database.all(
            "SELECT m.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c"
            " WHERE m.type = 'table' AND c.name = 'content_mac' AND m.name <> 'audit'"
        )
    }
    assert named == sealed
    assert {table.name for table in vault.tables.sealed()} | {"draft"} == sealed


def test_a_new_vault_has_the_golden_schema(vault):
    assert make.schema_of(vault) == make.GOLDEN.read_text("utf-8")
    assert vault.schema_version == len(schema.migrations())


_WORDS = {"narrative", "narrative_answer"}
_DESTRUCTION = {"counted_case", "destruction"}
_SAID = {"spoken_words", "ledger_copy"}
_CORRECTED = {"counted_as"}
CAME_LATER = {
    "version1": {"fixed_file", *_WORDS, *_DESTRUCTION, *_SAID, *_CORRECTED},
    "schema2": {*_WORDS, *_DESTRUCTION, *_SAID, *_CORRECTED},
    "schema5": {*_DESTRUCTION, *_SAID, *_CORRECTED},
    "schema10": _CORRECTED,
    "schema11": set(),
}
"""The frozen vaults, and the tables that the program of their time did not have yet."""


@pytest.fixture
def frozen(tmp_path) -> Path:
    """A copy of the files that were made when their schema was new."""
    for name in CAME_LATER:
        shutil.copytree(FROZEN / f"{name}.vault", tmp_path / f"{name}.vault")
        shutil.copy(FROZEN / f"{name}.vaultbackup", tmp_path)
    return tmp_path


def code_of(name):
    return (FROZEN / f"{name}.code").read_text().strip()


@pytest.mark.parametrize("name", CAME_LATER)
@pytest.mark.parametrize("by_code", [False, True], ids=["passphrase", "code"])
def test_a_frozen_vault_opens_and_is_whole(frozen, name, by_code):
    secret = Secret.recovery_code(code_of(name)) if by_code else Secret.passphrase(make.PASSPHRASE)
    examine(frozen / f"{name}.vault", secret, now, lambda _: None)
    vault = Vault.open(frozen / f"{name}.vault", secret, now)
    require_content(vault, CAME_LATER[name])
    vault.close()


@pytest.mark.parametrize("name", CAME_LATER)
def test_a_frozen_backup_is_restored(frozen, name):
    source, folder = frozen / f"{name}.vaultbackup", frozen / "terug.vault"
    restored = backup.restore(source, folder, Secret.recovery_code(code_of(name)), now)
    require_content(restored.vault, CAME_LATER[name])
    restored.vault.close()


def test_a_case_older_than_a_column_says_that_nothing_is_known_and_takes_it(frozen):
    folder, secret = frozen / "schema2.vault", Secret.passphrase(make.PASSPHRASE)
    vault = Vault.open(folder, secret, now)
    case = vault.tables.cases.numbered("VP-K7M4")
    assert (case.gender, case.closing_reason) == (known_codes.GENDER_NOT_REGISTERED, None)
    assert (case.discrimination_grounds, case.effects) == ((), ())
    known = replace(case, gender=Code("GEN-VRO"), effects=(Code("EFF-ZIE"),))
    with vault.transaction() as tables:
        tables.cases.change(known)
    vault.close()
    again = Vault.open(folder, secret, now)
    again.require_whole()
    assert again.tables.cases.numbered("VP-K7M4") == known
    again.close()


def require_content(vault, came_later):
    vault.require_whole()
    tables = vault.tables
    empty = {table.name for table in tables.sealed() if not list(table.seals())}
    assert empty == came_later
    case = tables.cases.numbered("VP-K7M4")
    (note,) = tables.notes.of_case(case.id)
    assert (note.body, note.version) == (make.ODD, 2)
    assert tables.notes.earlier(note.id)[0].body == "Eerst"
    assert tables.identities.get(case.person).name == make.ODD
    assert tables.drafts.find("quick_log", "case 1").text == make.ODD
    assert tables.fixed_letters.get(1).pdf == b"%PDF-1.7 \x00\xff"
    assert tables.settings.all()["idle_minutes"] == "7"
    assert tables.search.find("merel", None, limit=5).cases == ()
    assert tables.search.find("łukasz", None, limit=5).notes


def test_a_page_can_be_checked_with_nothing_but_the_page_of_the_format(frozen):
    """The parameters of SQLCipher, recomputed in plain Python."""
    key_file = KeyFile.parse((frozen / "version1.vault" / "vault.keys").read_bytes())
    key = key_file.open(SlotKind.PASSPHRASE, keys.normalised(make.PASSPHRASE)).database
    content = (frozen / "version1.vault" / "vault.db").read_bytes()
    salt = bytes(byte ^ 0x3A for byte in content[:16])
    mac_key = pbkdf2_hmac("sha512", key, salt, 2, 32)
    for number in range(1, len(content) // 4096 + 1):
        page = content[(number - 1) * 4096 : number * 4096]
        covered = page[16 if number == 1 else 0 : 4096 - 64] + number.to_bytes(4, "little")
        assert hmac.digest(mac_key, covered, "sha512") == page[-64:]
