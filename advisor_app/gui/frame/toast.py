"""What was just done, and the way back: ten seconds at the foot of the window."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from advisor_app._assets.forms.toast import Ui_Toast
from advisor_app.gui.look import Look
from advisor_app.gui.parts.marks import announce

LASTS_MS = 10_000
WAITS_MS = 2_000


class Toast(QFrame):
    """Offers to take one thing back; stays while somebody points at it or has it in focus."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_Toast()
        self.ui.setupUi(self)
        look.dress(self)
        self._undo: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._dismiss_if_ignored)
        self.ui.take_back.clicked.connect(self.take_back)
        self.ui.dismiss.clicked.connect(self.dismiss)
        self.hide()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return the size in which its words stand on one line."""
        hint, text = super().sizeHint(), self.ui.text
        words = text.fontMetrics().horizontalAdvance(text.text()) + 2 * text.margin() + 1
        return QSize(hint.width() - text.sizeHint().width() + words, hint.height())

    def offer(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done; with `undo` it can be taken back."""
        self._undo = undo
        self.ui.text.setText(text)
        announce(self, text)
        self.ui.take_back.setVisible(undo is not None)
        self.ui.key.setVisible(undo is not None)
        self.show()
        self.raise_()
        self._timer.start(LASTS_MS)

    def take_back(self) -> None:
        """Do what was offered; a second time does nothing."""
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    def dismiss(self) -> None:
        """Go away; what was done stays done."""
        self._timer.stop()
        self._undo = None
        self.hide()

    def _dismiss_if_ignored(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start(WAITS_MS)
        else:
            self.dismiss()
