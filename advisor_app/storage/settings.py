"""Settings: small things by name."""

from advisor_app.storage.driver import Database


class Settings:
    """The advisor's choices, as text by name; `domain.settings` gives them types."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, str]:
        """Return every choice that was made."""
        return dict(self._database.all("SELECT name, value FROM setting"))

    def put(self, name: str, value: str) -> None:
        """Keep one choice."""
        self._database.execute(
            "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name, value)
        )
