"""Whether there is a backup, in sight from every page."""

from PySide6.QtCore import QObject

from advisor_app._assets.forms.main_window import Ui_MainWindow
from advisor_app.domain.backup import Backup
from advisor_app.gui.desk import Desk


class BackupSign(QObject):
    """Says in the status bar that there is none yet; the demo needs none."""

    def __init__(self, desk: Desk, ui: Ui_MainWindow) -> None:
        super().__init__(ui.status)
        self._desk = desk
        self._ui = ui
        desk.news.changed.connect(self._reload)
        self._show(None)
        self._load()

    def _load(self) -> None:
        self._desk.tasks.run(self._desk.session.backups.latest, then=self._show, owner=self)

    def _reload(self, changed: frozenset[type]) -> None:
        if Backup in changed:
            self._load()

    def _show(self, backup: Backup | None) -> None:
        missing = backup is None and not self._desk.session.is_demo
        self._ui.backup.setText(self.tr("Nog geen back-up") if missing else "")
        self._ui.backup_icon.setVisible(missing)
