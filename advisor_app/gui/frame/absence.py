"""That somebody leaves the computer, as the operating system tells it: then the vault locks."""

import sys

from PySide6.QtCore import QObject, Signal

from advisor_app.gui.frame.logind import Logind
from advisor_app.gui.frame.windows_session import WindowsSession


class Absence(QObject):
    """Says when the computer is about to sleep, its screen is locked, or another user comes.

    macOS tells us nothing yet: there the clock of `idle` locks when the computer wakes up.
    """

    began = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if sys.platform == "win32":
            WindowsSession(self).away.connect(self.began)
        elif sys.platform == "linux":
            Logind(self).away.connect(self.began)
