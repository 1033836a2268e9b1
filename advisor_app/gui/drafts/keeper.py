"""Who keeps a text while it is typed tells whether the vault took it."""

from datetime import datetime

from PySide6.QtCore import QObject

from advisor_app.domain.problems import ProblemError
from advisor_app.gui.desk import Desk


class Keeper(QObject):
    """Knows whether its text was refused; the window asks all of them before it says that all is kept."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.is_refused = False

    def _tell_kept(self, at: datetime) -> None:
        """The vault has what is typed."""
        self.is_refused = False
        self._desk.news.draft_saved.emit(at)

    def _tell_refused(self, error: ProblemError) -> None:
        """What is typed stands on the screen alone."""
        self.is_refused = True
        self._desk.news.refused.emit(self._desk.sentence(error))

    def _let_go(self) -> None:
        """Nothing that was refused is left: it became an entry, or was taken back."""
        if self.is_refused:
            self.is_refused = False
            self._desk.news.mended.emit()
