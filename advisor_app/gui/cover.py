"""The solid cover of "Verberg scherm": over everything, without a word of a case."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from advisor_app._assets.forms.cover import Ui_Cover
from advisor_app.gui.look import Look


class Cover(QWidget):
    """Covers the whole window; what lies under it is hidden, so that no screen reader reads it."""

    def __init__(self, look: Look, window: QWidget, covered: QWidget) -> None:
        super().__init__(window)
        self.ui = Ui_Cover()
        self.ui.setupUi(self)
        look.dress(self)
        self._covered = covered
        self._focused: QWidget | None = None
        window.installEventFilter(self)
        self.ui.show_screen.clicked.connect(self.lift)
        self.hide()

    def lower(self) -> None:
        """Cover the window."""
        self._focused = self.window().focusWidget()
        self._covered.hide()
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.ui.show_screen.setFocus()

    def lift(self) -> None:
        """Show the window as it was left."""
        self.hide()
        self._covered.show()
        if self._focused is not None:
            self._focused.setFocus()

    def say(self, text: str) -> None:
        """Say when the vault locks."""
        self.ui.explanation.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Grow with the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)
