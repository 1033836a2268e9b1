"""A field for a passphrase with a worded button that shows or hides it."""

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from advisor_app.gui.widgets.named_by_label import name_by_label


class PassphraseField(QFrame):
    """A line of dots; pasting is allowed, nothing is ever completed or remembered."""

    changed = Signal(str)
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        self.line = QLineEdit(self)
        self.line.textChanged.connect(self.changed)
        self.line.installEventFilter(self)
        self.toggle = QPushButton(self)
        self.toggle.setCheckable(True)
        self.toggle.setProperty("icon_name", "eye")
        self.toggle.setProperty("icon_checked", "eye-off")
        self.toggle.setProperty("icon_ink", "text2")
        self.toggle.setAutoDefault(False)
        self.toggle.toggled.connect(self._turn)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.toggle)
        self.setProperty("focusPolicy", "ClickFocus")  # for its label's letter
        self.setFocusProxy(self.line)
        self._show(False)  # noqa: FBT003  (Qt's signal has one flag)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def setText(self, text: str) -> None:  # noqa: N802  (as every field of Qt's)
        """Put a passphrase in."""
        self.line.setText(text)

    def clear(self) -> None:
        """Forget what was typed."""
        self.line.clear()

    def let_be_replaced(self) -> None:
        """Let the next letter begin anew: nobody sees behind which dots it would come."""
        self.line.selectAll()

    def reveal(self) -> None:
        """Show what is typed, as for words that are copied from the screen."""
        self.toggle.setChecked(True)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Let a screen reader call the line by the label of the whole field."""
        name_by_label(self, self.line)
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Draw the ring around the whole field; keep Enter from a dialog's default button."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter}:  # type: ignore[attr-defined]
            self.accepted.emit()
            return True
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Word the button in the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _turn(self, shown: bool) -> None:  # noqa: FBT001  (Qt's signal has one flag)
        letter = self.toggle.shortcut()
        self._show(shown)
        self.toggle.setShortcut(letter)  # Qt forgets it with the words

    def _show(self, shown: bool) -> None:  # noqa: FBT001  (Qt's signal has one flag)
        echo = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(echo)
        if shown:  # what is no dots any more Qt takes for text that an input method may learn
            self.line.setInputMethodHints(
                QtCore.Qt.InputMethodHint.ImhSensitiveData
                | QtCore.Qt.InputMethodHint.ImhNoPredictiveText
                | QtCore.Qt.InputMethodHint.ImhNoAutoUppercase
            )
        self._word()

    def _word(self) -> None:
        shown = self.toggle.isChecked()
        self.toggle.setText(
            QCoreApplication.translate("PassphraseField", "Verbergen")
            if shown
            else QCoreApplication.translate("PassphraseField", "Tonen")
        )
        self.toggle.setAccessibleName(
            QCoreApplication.translate("PassphraseField", "Wachtzin verbergen")
            if shown
            else QCoreApplication.translate("PassphraseField", "Wachtzin tonen")
        )
