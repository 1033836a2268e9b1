"""What opening or checking a vault can find that the advisor should know, though it opens."""

from enum import StrEnum, auto


class VaultWarning(StrEnum):
    """Something to tell once; its words stand in `resources/words/vault_warnings.toml`."""

    SPARE_KEY_FILE_USED = auto()
    OLDER_KEY_FILE = auto()
    SYNCED_FOLDER = auto()
