"""Where a file goes to: asked by Qt's own window, which then forgets where that was.

The windows of the operating system keep a list of recent files, and Qt keeps the last folder.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

_REMEMBERED = ("history", "lastVisited")


def choose_file(
    parent: QWidget, title: str, name: str, kind: str, then: Callable[[Path], None]
) -> QFileDialog:
    """Ask for a place and a name to save under; an existing file is asked about."""
    dialog = _dialog(parent, title, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(f"{kind} (*{Path(name).suffix})")
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.open()
    return dialog


def choose_folder(parent: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a folder."""
    dialog = _dialog(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setHistory([])

    def finish(result: int) -> None:
        chosen = dialog.selectedFiles() if result == QDialog.DialogCode.Accepted else []
        _forget(dialog)
        if chosen:
            then(Path(chosen[0]))

    dialog.finished.connect(finish)
    return dialog


def _forget(dialog: QFileDialog) -> None:
    """Let the window go without what it would write into Qt's settings of this user."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.beginGroup("FileDialog")
    before = {name: settings.value(name) for name in _REMEMBERED}

    def restore() -> None:
        for name, value in before.items():
            if value is None:
                settings.remove(name)
            else:
                settings.setValue(name, value)

    dialog.destroyed.connect(restore)
    dialog.deleteLater()
