"""What the casebook remembers of its backups."""

from advisor_app.domain.backup import Backup
from advisor_app.storage.table import Table


class Backups(Table[Backup]):
    """The backups that were made from this vault."""

    def latest(self) -> Backup | None:
        """Return the last backup that counts, if there is one."""
        found = self.select("WHERE drilled = 1 AND discarded_on IS NULL ORDER BY id DESC LIMIT 1")
        return found[0] if found else None

    def kept(self) -> list[Backup]:
        """Return the backups that were not thrown away, the latest first."""
        return self.select("WHERE discarded_on IS NULL ORDER BY made_at DESC, id DESC")
