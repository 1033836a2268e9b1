"""A menu of names, in which what is typed leads to one."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from advisor_app.domain.folding import fold

_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


WIDEST = 60
"""So many signs of a name are shown at most."""


class NameMenu(QMenu):
    """Letters go to the name that they begin, or else to one with a word that they begin.

    Qt's own menu hears of a letter only what is underlined. The same letter again goes on.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._typed = ""
        self._lull = QTimer(self, singleShot=True, interval=QApplication.keyboardInputInterval())
        self._lull.timeout.connect(self._begin_anew)

    def add_name(self, name: str) -> QAction:
        """Add a name; the end of a long one is left out, or the menu would cover the window."""
        letters = self.fontMetrics()
        room = letters.averageCharWidth() * WIDEST
        shown = letters.elidedText(name, Qt.TextElideMode.ElideRight, room)
        action = self.addAction(shown.replace("&", "&&"))
        action.setData(name)
        return action

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Take letters; a blank is one only within what is typed."""
        letter = event.text()
        is_letter = letter.isprintable() and bool(letter.strip() or (letter and self._typed))
        if is_letter and not event.modifiers() & _COMMAND:
            self._lull.start()
            self._go_to(letter)
        else:
            super().keyPressEvent(event)

    def _begin_anew(self) -> None:
        self._typed = ""

    def _go_to(self, letter: str) -> None:
        goes_on = self._typed == letter
        self._typed = letter if goes_on else self._typed + letter
        names = [each for each in self.actions() if not each.isSeparator()]
        active = self.activeAction()
        first = names.index(active) if active in names else 0
        first += len(self._typed) == 1 and active in names
        wanted = fold(self._typed).text
        for begins in (_begins_with, _has_word_with):
            for action in names[first:] + names[:first]:
                if begins(action, wanted):
                    self.setActiveAction(action)
                    return


def _begins_with(action: QAction, wanted: str) -> bool:
    return _name(action).startswith(wanted)


def _has_word_with(action: QAction, wanted: str) -> bool:
    return f" {wanted}" in _name(action)


def _name(action: QAction) -> str:
    return fold(action.data() or action.text().replace("&&", "&")).text
