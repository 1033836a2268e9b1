"""The last seconds before the vault locks by itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from advisor_app._assets.forms.lock_warning import Ui_LockWarning
from advisor_app.gui.look import Look
from advisor_app.gui.parts.marks import announce


class LockWarning(QFrame):
    """Counts down, and offers to go on or to lock now."""

    gone_on = Signal()
    lock_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_LockWarning()
        self.ui.setupUi(self)
        look.dress(self)
        self.ui.go_on.clicked.connect(self.gone_on)
        self.ui.go_on.clicked.connect(self.hide)
        self.ui.lock_now.clicked.connect(self.lock_wanted)
        self.hide()

    def count(self, seconds: int, *, is_all_kept: bool) -> None:
        """Show how many seconds are left; the first time aloud too."""
        words = self.tr("Vergrendelt over %1 seconden").replace("%1", str(seconds))
        self.ui.heading.setText(words)
        self.ui.explanation.setVisible(is_all_kept)
        if not self.isVisible():
            self.show()
            announce(self, words)
        self.raise_()
