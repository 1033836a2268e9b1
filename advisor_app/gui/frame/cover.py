"""The solid cover of "Verberg scherm": over everything, without a word of a case."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from advisor_app._assets.forms.cover import Ui_Cover
from advisor_app.gui.look import Look

_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
HIDE, LOCK = (QKeyCombination(_BOTH, key) for key in (Qt.Key.Key_H, Qt.Key.Key_L))
HELP = QKeyCombination(Qt.Key.Key_F1)


class Cover(QWidget):
    """Covers the whole window; what lies under it is hidden, so that no screen reader reads it."""

    help_wanted = Signal()
    """F1 was pressed in a dialog."""

    def __init__(self, look: Look, window: QWidget, covered: QWidget) -> None:
        super().__init__(window)
        self.ui = Ui_Cover()
        self.ui.setupUi(self)
        look.dress(self)
        self._covered = covered
        self._focused: QWidget | None = None
        self._dialogs: list[QDialog] = []
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._watch)
        self.ui.show_screen.clicked.connect(self.lift)
        self.hide()

    def lower(self) -> None:
        """Cover the window, and put away what floats before it."""
        if self.isVisible():
            return
        while (popup := QApplication.activePopupWidget()) is not None and popup.isVisible():
            popup.hide()
        self._focused = self.window().focusWidget()
        self._dialogs = [
            dialog for dialog in self.window().findChildren(QDialog) if dialog.isVisible()
        ]
        for dialog in self._dialogs:
            dialog.hide()
        self._covered.hide()
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.ui.show_screen.setFocus()

    def lift(self) -> None:
        """Show the window as it was left."""
        self.hide()
        self._covered.show()
        if self._focused is not None and isValid(self._focused):
            self._focused.setFocus()
        for dialog in self._dialogs:
            if isValid(dialog):
                dialog.show()
                dialog.activateWindow()
        self._dialogs = []

    def say(self, text: str) -> None:
        """Say when the vault locks."""
        self.ui.explanation.setText(text)

    def _watch(self, focused: QWindow | None) -> None:
        """Listen where the system hands in keys; not in every widget (bench/, row 1)."""
        if focused is not None:
            focused.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Grow with the window; what is open before it would keep these keys to itself."""
        if watched is self.window():
            if event.type() == QEvent.Type.Resize:
                self.setGeometry(self.window().rect())
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            acts = {HIDE: self.lower, LOCK: self.ui.lock.click, HELP: self.help_wanted.emit}
            act = acts.get(event.keyCombination())
            if act is not None and _is_something_before_it():
                act()
                return True
        return False


def _is_something_before_it() -> bool:
    """Whether a dialog, a menu or a list of choices is open, where no shortcut of the window acts."""
    dialog = isinstance(QApplication.activeWindow(), QDialog)
    return dialog or QApplication.activePopupWidget() is not None
