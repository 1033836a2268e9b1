"""The window of the next open vault, loaded and made while a passphrase is typed."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from advisor_app.gui.frame.lull import Lull
from advisor_app.gui.look import Look
from advisor_app.gui.tasks import Tasks
from advisor_app.services.access import Access

if TYPE_CHECKING:  # it is loaded here, but not yet (docs/decisions.md, 17)
    from advisor_app.gui.frame.main_window import MainWindow

_MODULES = (
    "gui.parts.form", "gui.frame.palette", "gui.frame.main_window", "gui.cases.case_pane", "gui.cases.cases_page",
    "gui.agenda.today_page", "gui.letters.letters_page", "gui.figures.figures_page", "gui.vaults.settings_page", "pages",
    "gui.frame.just_opened", "gui.vaults.passphrase_dialog", "gui.frame.absence",
)  # fmt: skip
"""What is loaded in steps of some milliseconds; the last ones load all."""


class NextWindow(QObject):
    """Holds nothing of a vault: it is made before there is one, and entered once there is."""

    def __init__(self, access: Access, tasks: Tasks, lull: Lull, parent: QObject) -> None:
        super().__init__(parent)
        self._access = access
        self._tasks = tasks
        self._lull = lull
        self._is_wanted = False
        self._made: MainWindow | None = None
        self._made_for: Look | None = None

    def prepare(self, look: Look) -> None:
        """Load what an open vault needs and make its window, in steps that nobody notices."""
        self._is_wanted = True
        self._tasks.run(
            self._access.prepare,
            then=lambda _loaded: self._lull.take(self._steps(look)),
            owner=self,
        )

    def take(self, look: Look) -> "MainWindow":
        """Return the window that was made, or another one where that has an older look."""
        from advisor_app.gui.frame.main_window import MainWindow

        made, self._made, self._is_wanted = self._made, None, False
        return made if made is not None and self._made_for is look else MainWindow(look)

    def _steps(self, look: Look) -> Iterator[None]:
        """Load, make, and let the style sheet look at each part."""
        for module in _MODULES:
            import_module(f"advisor_app.{module}")
            yield
        QtGui.QAccessible.isActive()  # of which Python makes all names at its first use, in 25 ms
        yield
        from advisor_app.gui.frame.main_window import MainWindow

        if not self._is_wanted:
            return
        window = MainWindow(look)
        self._made, self._made_for = window, look
        yield
        for part in window.findChildren(QWidget):
            part.ensurePolished()
        yield
