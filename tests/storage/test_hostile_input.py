"""Key files, backups, codes and mount tables are written by strangers: nothing crashes, all is named."""

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage import backup, folder_kind, keys, recovery_code
from advisor_app.storage.canonical import canonical
from advisor_app.storage.folder_kind import FolderKind, kind_of
from advisor_app.storage.key_file import KeyFile
from tests.systems import linux

FROZEN = Path(__file__).parents[1] / "vaults"
GOOD = (FROZEN / "version1.vault" / "vault.keys").read_bytes()
BACKUP = (FROZEN / "version1.vaultbackup").read_bytes()
MANIFEST = BACKUP[20 : 20 + int.from_bytes(BACKUP[16:20], "big")]

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40)
plain = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


def paths(value, here=()):
    """Return the way to every part of a JSON value."""
    yield here
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()  # fmt: skip
    for name, part in parts:
        yield from paths(part, (*here, name))


def replaced(value, path, new):
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


def written(value) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def summed(value) -> bytes:
    """Write a key file with a sum that fits, as a stranger would."""
    if isinstance(value, dict) and "sum" in value:
        rest = {name: part for name, part in value.items() if name not in {"sum", "mac"}}
        with suppress(ValueError):
            value = {**value, "sum": sha256(canonical(rest)).hexdigest()}
    return written(value)


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_key_file_with_anything_in_any_place_is_refused_by_name(data):
    value = json.loads(GOOD)
    path = data.draw(st.sampled_from(list(paths(value))))
    content = summed(replaced(value, path, data.draw(plain)))
    try:
        KeyFile.parse(content)
    except ProblemError as error:
        assert error.problem in {Problem.DAMAGED_KEY_FILE, Problem.NEWER_FORMAT}  # noqa: PT017


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_manifest_with_anything_in_any_place_is_refused_by_name(data):
    value = json.loads(MANIFEST)
    path = data.draw(st.sampled_from(list(paths(value))))
    content = written(replaced(value, path, data.draw(plain)))
    try:
        backup.Manifest.parse(content)
    except ProblemError as error:
        assert error.problem in {  # noqa: PT017
            Problem.NOT_A_BACKUP, Problem.DAMAGED_KEY_FILE, Problem.NEWER_FORMAT,
        }  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_no_key_file_and_no_manifest(content):
    for parse, problem in (
        (KeyFile.parse, Problem.DAMAGED_KEY_FILE),
        (backup.Manifest.parse, Problem.NOT_A_BACKUP),
    ):
        with pytest.raises(ProblemError) as refusal:
            parse(content)
        assert refusal.value.problem is problem


@pytest.mark.parametrize(
    "content", [b"[" * 60_000, b'{"format":' * 10_000, b"9" * 60_000, b'"' + b"\\ud800" * 10 + b'"',
                b'{"format":1e999}', b'{"format":NaN}', b'{"format":true}', b'{"format":"2"}'],
)  # fmt: skip
def test_json_that_is_meant_to_hurt_is_damage(content):
    with pytest.raises(ProblemError) as refusal:
        KeyFile.parse(content)
    assert refusal.value.problem is Problem.DAMAGED_KEY_FILE


def test_two_slots_of_one_kind_are_no_key_file():
    value = json.loads(GOOD)
    value["slots"].append(value["slots"][0])
    with pytest.raises(ProblemError):
        KeyFile.parse(summed(value))


secrets = st.binary(min_size=20, max_size=20)


@given(secret=secrets)
def test_a_written_code_is_read_back_however_it_is_typed(secret):
    code = recovery_code.written(secret)
    for typed in (code, code.lower(), code.replace("-", ""), f" {code.replace('-', ' - ')}\n"):
        assert recovery_code.read(typed) == secret
    look_alikes = code.replace("1", "I").replace("0", "O")
    assert recovery_code.read(look_alikes) == secret
    assert recovery_code.read(code.replace("1", "l")) == secret


@given(secret=secrets, data=st.data())
def test_one_wrong_character_is_always_noticed(secret, data):
    plain_code = recovery_code.written(secret).replace("-", "")
    place = data.draw(st.integers(0, len(plain_code) - 1))
    wrong = data.draw(
        st.sampled_from(recovery_code.ALPHABET).filter(lambda c: c != plain_code[place])
    )
    with pytest.raises(ProblemError) as refusal:
        recovery_code.read(plain_code[:place] + wrong + plain_code[place + 1 :])
    assert refusal.value.problem is Problem.MISTYPED_RECOVERY_CODE


@given(typed=st.text(max_size=60))
def test_any_other_text_is_a_typing_error(typed):
    with pytest.raises(ProblemError) as refusal:
        recovery_code.read(typed)
    assert refusal.value.problem is Problem.MISTYPED_RECOVERY_CODE


@given(typed=st.text())
def test_a_passphrase_has_one_form_however_its_blanks_are_typed(typed):
    once = keys.normalised(typed)
    assert keys.normalised(once.decode(errors="surrogatepass")) == once
    assert keys.normalised(f"  {typed}\t") == once
    assert keys.normalised(typed.replace(" ", " \n")) == once


def test_half_a_character_in_a_passphrase_neither_crashes_nor_is_quoted():
    assert keys.normalised("a\ud800b") == b"a\xed\xa0\x80b"


MACOS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
/dev/disk4s1 on /Volumes/USB (1) on tour (exfat, local, nodev, nosuid, noowners)
//me@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by me)
server:/home on /Volumes/share/local (nfs, nodev)
"""


@pytest.mark.parametrize(
    ("folder", "is_remote"),
    [
        ("/Users/me/Documents", False), ("/Volumes/USB (1) on tour/a.vault", False),
        ("/Volumes/share/a.vault", True), ("/Volumes/share/local/a.vault", True),
        ("/Volumes/sharewords/a.vault", False),
    ],
)  # fmt: skip
def test_a_network_drive_of_macos_is_one_that_it_does_not_call_local(folder, is_remote):
    mounted = folder_kind.mounted_on_macos(MACOS)
    assert folder_kind.lies_on_remote(PurePosixPath(folder), mounted) is is_remote


@linux
@pytest.mark.parametrize(
    ("mounts", "kind"),
    [
        ("server:/x {0} nfs4 rw 0 0", FolderKind.NETWORK),
        ("//server/x {0} cifs rw 0 0", FolderKind.NETWORK),
        ("me@server: {0} fuse.sshfs rw 0 0", FolderKind.NETWORK),
        ("/dev/sda1 {0} ext4 rw 0 0", FolderKind.LOCAL),
        ("server:/x /elsewhere nfs rw 0 0", FolderKind.LOCAL),
        ("server:/x / nfs rw 0 0\n/dev/sda1 {0} ext4 rw 0 0", FolderKind.LOCAL),
        ("/dev/sda1 / ext4 rw 0 0\nserver:/x {0} nfs rw 0 0", FolderKind.NETWORK),
        ("", FolderKind.LOCAL),
        ("nonsense", FolderKind.LOCAL),
    ],
)
def test_a_network_drive_is_known_by_its_mount(tmp_path, mounts, kind):
    (tmp_path / "met blank").mkdir()
    where = tmp_path / "met blank"
    (tmp_path / "mounts").write_text(mounts.format(str(where).replace(" ", "\\040")))
    assert kind_of(where / "not yet" / "a.vault", tmp_path / "mounts") is kind


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("OneDrive", FolderKind.SYNCED), ("OneDrive - Praktijk", FolderKind.SYNCED), ("Dropbox", FolderKind.SYNCED),
        ("Google Drive", FolderKind.SYNCED), ("iCloud Drive", FolderKind.SYNCED), ("Nextcloud", FolderKind.SYNCED),
        ("STACK", FolderKind.SYNCED), ("Mobile Documents", FolderKind.SYNCED), ("Documenten", FolderKind.LOCAL),
    ],
)  # fmt: skip
def test_a_folder_that_is_copied_away_is_known_by_its_name(tmp_path, folder, kind):
    assert kind_of(tmp_path / folder / "a.vault", tmp_path / "no mounts") is kind
