"""What the casebook remembers of its backups."""

from datetime import date

from advisor_app.domain.backup import Backup
from advisor_app.storage.table import Table


class Backups(Table[Backup]):
    """The backups that were made from this vault."""

    def latest(self) -> Backup | None:
        """Return the last backup that counts, if there is one."""
        found = self.select("WHERE drilled = 1 ORDER BY id DESC LIMIT 1")
        return found[0] if found else None

    def since(self, day: date) -> list[Backup]:
        """Return the backups that were made on a day or later."""
        return self.select("WHERE made_at >= ? ORDER BY id", (day.isoformat(),))
