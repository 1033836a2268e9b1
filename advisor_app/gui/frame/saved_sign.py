"""Whether what was typed is kept, in sight from every page."""

from PySide6.QtCore import QCoreApplication

from advisor_app._assets.forms.main_window import Ui_MainWindow
from advisor_app.gui.look import Look

_ICON_SIZE = 15


class SavedSign:
    """Says in the status bar when something was kept last, or that not everything is."""

    def __init__(self, look: Look, ui: Ui_MainWindow) -> None:
        self._look = look
        self._ui = ui
        self.say_all()

    def say_all(self) -> None:
        """Say that nothing waits to be kept."""
        self._say(QCoreApplication.translate("SavedSign", "Alles is opgeslagen"))

    def say_saved(self, clock: str) -> None:
        """Say when something was kept for good."""
        words = QCoreApplication.translate("SavedSign", "Opgeslagen om %1")
        self._say(words.replace("%1", clock))

    def say_draft(self, clock: str) -> None:
        """Say when what is being typed was kept."""
        words = QCoreApplication.translate("SavedSign", "Concept bewaard om %1")
        self._say(words.replace("%1", clock))

    def warn(self) -> None:
        """Say that something could not be kept; why, says the strip above."""
        words = QCoreApplication.translate("SavedSign", "Niet alles is opgeslagen")
        self._say(words, "triangle-alert", "warn")

    def _say(self, words: str, icon: str = "circle-check", ink: str = "ok") -> None:
        self._ui.saved.setText(words)
        self._ui.saved_icon.setPixmap(self._look.pixmap(icon, ink, _ICON_SIZE))
