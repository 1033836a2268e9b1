"""A menu of names, in which what is typed leads to one."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from advisor_app.domain.folding import fold
from advisor_app.gui.widgets.tip import plain_tip

MOST_LETTERS = 60
"""A menu is as wide as its longest name, and may not be wider than a small screen."""

_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class NameMenu(QMenu):
    """Letters go to the name that they begin, or else to one with a word that they begin.

    Qt's own menu hears of a letter only what is underlined. The same letter again goes on.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)
        self._typed = ""
        self._lull = QTimer(self, singleShot=True, interval=QApplication.keyboardInputInterval())
        self._lull.timeout.connect(self._begin_anew)

    def add_name(self, name: str) -> QAction:
        """Offer a name; a long one ends in three dots, and is whole in its tooltip."""
        most = self.fontMetrics().averageCharWidth() * MOST_LETTERS
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, most)
        action = self.addAction(shown.replace("&", "&&"))
        action.setData(name)
        if shown != name:
            action.setToolTip(plain_tip(name))
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
    return fold(action.data() or action.text()).text
