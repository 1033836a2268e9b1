"""This device: where Vertrouwd keeps its things on it, and its clock."""

from datetime import UTC, datetime

from platformdirs import user_config_path, user_data_path

from advisor_app.keychain import Keychain
from advisor_app.services.access import Access
from advisor_app.services.appearance import AppearanceFile

NAME = "Vertrouwd"


def access() -> Access:
    """Return the way to the vaults of this user."""
    return Access(user_data_path(NAME, appauthor=False), Keychain.of_this_device, moment)


def appearance_file() -> AppearanceFile:
    """Return where the look of the windows is kept."""
    return AppearanceFile(user_config_path(NAME, appauthor=False) / "appearance.json")


def moment() -> datetime:
    """Tell the time."""
    return datetime.now(UTC)
