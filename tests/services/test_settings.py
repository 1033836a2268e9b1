"""Choices are kept; what cannot be read is the default, never a crash."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError
from advisor_app.domain.settings import Appearance, Settings, Theme, Typeface
from advisor_app.services.appearance import AppearanceFile
from tests.systems import is_private

CHOSEN = Appearance(language=Language.EN, theme=Theme.DARK, scale=150, typeface=Typeface.ATKINSON)


def test_how_windows_look_is_kept_beside_the_vault_for_its_owner_alone(tmp_path):
    file = AppearanceFile(tmp_path / "config" / "appearance.json")
    assert file.read() == Appearance()
    file.keep(CHOSEN)
    assert file.read() == CHOSEN
    assert is_private(tmp_path / "config" / "appearance.json")
    assert sorted(json.loads((tmp_path / "config" / "appearance.json").read_bytes())) == [
        "language", "scale", "theme", "typeface",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b"9" * 5000, b'{"language": "nl"}', b"[" * 10_000,
     b'{"language":"nl","theme":"dark","typeface":"inter","scale":1e999}',
     b'{"language":"nl","theme":"dark","typeface":"inter","scale":500}',
     b'{"language":"xx","theme":"dark","typeface":"inter","scale":100}', b"x" * 100_000],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_no_file(tmp_path, content):
    (tmp_path / "appearance.json").write_bytes(content)
    assert AppearanceFile(tmp_path / "appearance.json").read() == Appearance()


@given(content=st.binary(max_size=200))
def test_no_bytes_in_its_place_stop_the_program(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("look") / "appearance.json"
    path.write_bytes(content)
    assert isinstance(AppearanceFile(path).read(), Appearance)


def test_a_folder_or_link_in_its_place_is_no_file_either(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("/dev/zero")
    for name in ("folder", "link"):
        assert AppearanceFile(tmp_path / name).read() == Appearance()


@pytest.mark.parametrize("scale", [79, 201, 0, -1])
def test_a_size_that_nobody_can_read_is_refused(scale):
    with pytest.raises(InvalidError) as refusal:
        Appearance(scale=scale)
    assert refusal.value.field == "scale"


@pytest.mark.parametrize("minutes", [0, 31, -5])
def test_the_idle_lock_cannot_be_switched_off(minutes):
    with pytest.raises(InvalidError) as refusal:
        Settings(idle_minutes=minutes)
    assert refusal.value.field == "idle_minutes"


def test_a_vault_keeps_its_own_choices(access, session):
    assert session.settings.read() == Settings()
    session.settings.keep(Settings(idle_minutes=12))
    session.settings.remember_organisation(OrganisationId(3))
    assert session.settings.read() == Settings(idle_minutes=12, last_organisation=3)


@pytest.mark.parametrize("kept", ["0", "x", "", "31", "1" * 5000, "²"])
def test_a_choice_that_can_no_longer_be_has_its_default(session, kept):
    with session._vault.transaction() as tables:
        tables.settings.put("idle_minutes", kept)
        tables.settings.put("of_a_later_version", "x")
    assert session.settings.read() == Settings()
