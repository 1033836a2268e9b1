"""The code lists as a vault keeps them, so that old cases keep their words."""

from dataclasses import dataclass

from advisor_app.storage.driver import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredList:
    """One version of a list, as the TOML that it was read from."""

    name: str
    version: int
    content: str


class CodeLists:
    """The newest version of every list that this vault has seen."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, StoredList]:
        """Return every list by its name."""
        rows = self._database.all("SELECT list, version, content FROM code_list")
        return {
            name: StoredList(name=name, version=version, content=content)
            for name, version, content in rows
        }

    def keep(self, stored: StoredList) -> None:
        """Put a list in the place of its earlier version."""
        self._database.execute(
            "INSERT OR REPLACE INTO code_list (list, version, content) VALUES (?, ?, ?)",
            (stored.name, stored.version, stored.content),
        )
