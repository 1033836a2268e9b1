"""A dialog that is taller than the screen scrolls; its buttons stay in sight."""

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

FRAME = 48
"""Pixels that the title bar of the operating system takes, and a little air."""


def room_for(window: QWidget) -> QSize:
    """Return how large a window may be on the screen that it comes on.

    A window is not asked for its screen: PySide takes that for a part of the window, and destroys
    it with the window when Python collects both.
    """
    beside = window.parentWidget() or window
    screen = QApplication.screenAt(beside.window().geometry().center())
    return (screen or QApplication.primaryScreen()).availableSize() - QSize(0, FRAME)


def let_scroll(dialog: QDialog) -> None:
    """Let all but the last row of a dialog scroll where there is no room for it.

    Call it right after the form was dressed. Where there is room nothing looks different: the
    dialog is as tall as its form wants, and grows with what is shown in it.
    """
    rows = dialog.layout()
    assert isinstance(rows, QVBoxLayout)
    margins = rows.contentsMargins()
    rows.setContentsMargins(0, 0, 0, 0)
    content = QWidget()
    content.setLayout(rows)  # Qt moves it with all that is in it
    form, foot = QVBoxLayout(dialog), QHBoxLayout()
    form.setContentsMargins(margins)
    form.setSpacing(rows.spacing())
    form.addWidget(_Room(content, dialog), 1)
    form.addLayout(foot)
    last = rows.itemAt(rows.count() - 1)
    buttons = last.layout() if last is not None else None
    assert buttons is not None
    foot.setSpacing(buttons.spacing())
    # taken out, not looked at: Qt deletes the item of a widget that moves, and PySide would hand
    # out what it still holds of it for whatever comes to lie at that address
    while (item := buttons.takeAt(0)) is not None:
        part = item.widget()
        if part is None:
            foot.addStretch(1)
        else:
            foot.addWidget(part)


class _Room(QScrollArea):
    """Asks its dialog for the height of what lies in it, as far as the screen goes."""

    def __init__(self, content: QWidget, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.setWidgetResizable(True)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        self.verticalScrollBar().rangeChanged.connect(self._grow)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Want all of it in sight."""
        return self._content().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Make do with a few lines, as wide as they must be."""
        bar = self.verticalScrollBar().sizeHint().width()
        lines = 6 * self.fontMetrics().lineSpacing()
        return QSize(self._content().minimumSizeHint().width() + bar, lines)

    def _content(self) -> QWidget:
        content = self.widget()
        assert content is not None
        return content

    def _grow(self, _least: int, lacking: int) -> None:
        """Let the dialog grow by what is out of sight."""
        dialog = self.window()
        height = min(dialog.height() + lacking, room_for(dialog).height())
        if height > dialog.height():
            dialog.resize(dialog.width(), height)
