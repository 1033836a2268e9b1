"""No word of a case stands readable in any file; a deleted word is gone from under the key too."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from advisor_app.domain.codes import Code
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.draft import Draft
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.known_codes import APPOINTMENT
from advisor_app.domain.note import Note
from advisor_app.domain.person import Identity
from advisor_app.storage import backup
from advisor_app.storage.key_file import KeyFiles
from advisor_app.storage.secret import Secret
from advisor_app.storage.vault import Vault
from tests.conftest import PASSPHRASE
from tests.systems import unix

ROOT = Path(__file__).parents[2]
PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16
SECRET = Secret.passphrase(PASSPHRASE)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)

CANARIES = (
    "kanarietitel", "kanarienotitie", "kanariealias", "kanarienaam", "kanariebereik",
    "kanarieconcept", "kanariebrief", "kanariebetreft", "kanarieadres", "kanarietaak",
    "kanarieklant", "kanarieversie",
)  # fmt: skip


def spread(vault, a_case, a_talk, an_organisation):
    """Put every canary into the table of its name; return the note and the case."""
    with vault.transaction() as tables:
        organisation = an_organisation(tables, name="kanarieklant")
        case = a_case(tables, organisation, title="kanarietitel")
        person = tables.people.get(case.person)
        tables.people.change(replace(person, alias="kanariealias"))
        tables.identities.add(
            Identity(person=person.id, name="kanarienaam", private_contact="kanariebereik")
        )
        _, note = a_talk(tables, case, body="kanarieversie " * 900)
        note = tables.notes.revise(replace(note, body="kanarienotitie " * 900, version=2))
        tables.drafts.keep(
            Draft(window="log", target="case 1", text="kanarieconcept", saved_at=NOON)
        )
        tables.letters.add(
            Letter(
                organisation=organisation.id, case=case.id, template="adviesbrief",
                recipient_role=Code("MEL"), addressee="kanarieadres", subject="kanariebetreft",
                body="kanariebrief", changed_at=NOON,
            )
        )  # fmt: skip
        tables.follow_ups.add(
            FollowUp(
                organisation=organisation.id, case=case.id, kind=APPOINTMENT,
                due_on=date(2026, 12, 1), text="kanarietaak",
            )
        )  # fmt: skip
    assert vault.tables.search.find("kanarienot", None, limit=5).notes
    return case, note


def readable(*folders: Path) -> set[str]:
    """Return the canaries that stand in any file below some folders, in any usual encoding."""
    found = set()
    for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes().lower()
        for word in CANARIES:
            if word.encode() in content or word.encode("utf-16-le") in content:
                found.add(word)
    return found


def decrypted(vault_folder: Path) -> bytes:
    """Return every page of file and log under the key, free pages among them."""
    _opened, vault_keys = KeyFiles.read(vault_folder).open(SECRET.kind, SECRET.secret)
    content = (vault_folder / "vault.db").read_bytes()
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    log = vault_folder / "vault.db-wal"
    frames = log.read_bytes()[32:] if log.exists() else b""
    pages += [frames[start + 24 : start + 24 + PAGE] for start in range(0, len(frames), 24 + PAGE)]
    return b"".join(
        _plain(page, vault_keys.database, first=page[:SALT] == content[:SALT]) for page in pages
    )


def _plain(page: bytes, key: bytes, *, first: bool) -> bytes:
    if len(page) < PAGE:
        return b""
    end = PAGE - RESERVED
    cipher = Cipher(AES(key), CBC(page[end : end + IV])).decryptor()
    return cipher.update(page[SALT if first else 0 : end])


def test_nothing_is_readable_while_open_after_closing_and_in_a_backup(
    vault, a_case, a_talk, an_organisation, tmp_path, clock
):
    spread(vault, a_case, a_talk, an_organisation)
    assert readable(tmp_path) == set()
    backup.write(vault, tmp_path / "a.vaultbackup", clock)
    assert readable(tmp_path) == set()
    under_the_key = decrypted(vault.folder)
    assert {word for word in CANARIES if word.encode() in under_the_key} == set(CANARIES)
    vault.close()
    assert readable(tmp_path) == set()
    restored = backup.restore(tmp_path / "a.vaultbackup", tmp_path / "terug.vault", SECRET, clock)
    assert readable(tmp_path) == set()
    restored.vault.close()


@unix
def test_nothing_is_readable_after_a_kill_in_the_middle_of_a_change(tmp_path, vault):
    vault.close()
    places = {name: tmp_path / name for name in ("home", "temporary", "runtime")}
    for place in places.values():
        place.mkdir()
    program = f"""
import os, signal
from datetime import datetime, UTC
from pathlib import Path
from advisor_app.domain.draft import Draft
from advisor_app.storage.secret import Secret
from advisor_app.storage.vault import Vault
now = lambda: datetime(2026, 11, 20, 10, tzinfo=UTC)
vault = Vault.open(Path({str(vault.folder)!r}), Secret.passphrase({PASSPHRASE!r}), now)
for number in range(20):
    with vault.transaction() as tables:
        tables.drafts.keep(Draft(window="log", target=str(number),
            text="kanarieconcept " * 5_000, saved_at=now()))
        vault._database.all("SELECT text FROM draft ORDER BY text || id DESC")
        if number == 19:
            os.kill(os.getpid(), signal.SIGKILL)
"""
    killed = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=False,
        env={"HOME": str(places["home"]), "TMPDIR": str(places["temporary"]),
             "SQLITE_TMPDIR": str(places["temporary"]), "XDG_RUNTIME_DIR": str(places["runtime"])},
    )  # fmt: skip
    assert killed.returncode == -9
    assert (vault.folder / "vault.db-wal").stat().st_size > 1 << 20
    assert readable(tmp_path) == set()


def test_a_deleted_note_is_gone_from_file_log_and_index_even_under_the_key(
    vault, a_case, a_talk, an_organisation
):
    _, note = spread(vault, a_case, a_talk, an_organisation)
    with vault.transaction() as tables:
        for number in range(30):  # so that pages are shared, split and freed
            organisation = tables.organisations.coded("WATER")
            a_talk(tables, a_case(tables, organisation), body=f"Iets anders {number} " * 400)
    vault.require_whole()
    assert b"kanarienotitie" in decrypted(vault.folder)
    with vault.transaction() as tables:
        tables.notes.remove(note.id)
        tables.drafts.drop("log", "case 1")
    vault.require_whole()  # which checkpoints
    left = decrypted(vault.folder)
    for word in ("kanarienotitie", "kanarieversie", "kanarieconcept"):
        assert word.encode() not in left
    assert b"kanarietitel" in left
    vault.close()
    left = decrypted(vault.folder)
    # the index keeps words without their common beginning: look for any end of them
    assert not [end for end in (b"ienotitie", b"ieversie", b"ieconcept") if end in left]


def test_a_changed_title_and_a_replaced_draft_leave_nothing(
    vault, a_case, a_talk, an_organisation, clock
):
    case, _ = spread(vault, a_case, a_talk, an_organisation)
    with vault.transaction() as tables:
        tables.cases.change(replace(case, title="Een andere titel"))
        tables.drafts.keep(Draft(window="log", target="case 1", text="Anders", saved_at=NOON))
        tables.identities.change(Identity(person=case.person, name="Anders", private_contact=""))
    vault.close()
    left = decrypted(vault.folder)
    for word in ("kanarietitel", "kanarieconcept", "kanarienaam", "kanariebereik"):
        assert word.encode() not in left
    Vault.open(vault.folder, SECRET, clock).close()


def test_records_hide_their_text_from_every_report(a_case, vault):
    note = Note(organisation=1, body="kanarienotitie", written_at=NOON)
    draft = Draft(window="w", target="t", text="kanarieconcept", saved_at=NOON)
    with vault.transaction() as tables:
        case = a_case(tables, title="kanarietitel")
    assert not [word for word in CANARIES if word in f"{note!r}{draft!r}{case!r}{SECRET!r}"]
    assert PASSPHRASE not in repr(SECRET)


@pytest.mark.parametrize("secret", ["root", "database", "header", "audit", "content", "backup"])
def test_no_key_is_ever_shown(vault, secret):
    assert secret in {"root", *vault._keys.__slots__}
    assert getattr(vault._keys, secret).hex() not in repr(vault._keys)
    assert repr(getattr(vault._keys, secret)) not in repr(vault._keys)
