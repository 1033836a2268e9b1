"""Where a file goes to: asked by Qt's own window, which then forgets where that was.

The windows of the operating system keep a list of recent files, and Qt keeps the last folder.
"""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QSize, QStandardPaths, QUrl
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QTreeView,
    QWidget,
)

from advisor_app.gui.mnemonics import give_mnemonics
from advisor_app.gui.parts.confirm import confirm
from advisor_app.gui.scrolling import room_for
from advisor_app.gui.widgets.arrow_ink import give_ink_to_arrows

_KIND_COLUMN = 2
_NAME = "fileNameEdit"
_REMEMBERED = ("history", "lastVisited", "shortcuts", "treeViewHeader", "sidebarWidth")


class _FileDialog(QFileDialog):
    """Asks about a file that would be replaced as this program asks: in verbs, and for another name."""

    def accept(self) -> None:
        """Close; ask first where the name is that of a file."""
        chosen = Path(self.selectedFiles()[0])
        saves = self.acceptMode() is QFileDialog.AcceptMode.AcceptSave
        asked = self.testOption(QFileDialog.Option.DontConfirmOverwrite)
        if not saves or asked or not chosen.exists() or chosen.is_dir():
            super().accept()
            return
        name = self.findChild(QLineEdit, _NAME)
        if name is not None:
            name.setFocus()  # where somebody is who chooses another one
            name.selectAll()
        confirm(
            self,
            QCoreApplication.translate("file_choice", "%1 vervangen?").replace("%1", chosen.name),
            QCoreApplication.translate(
                "file_choice",
                "In deze map staat al een bestand met deze naam. Wat daarin staat, is dan weg.",
            ),
            QCoreApplication.translate("file_choice", "Vervangen"),
            self._replace,
            away=QCoreApplication.translate("file_choice", "Andere naam kiezen"),
        )

    def _replace(self) -> None:
        self.setOption(QFileDialog.Option.DontConfirmOverwrite)
        super().accept()


def choose_file(
    parent: QWidget, title: str, name: str, kind: str, then: Callable[[Path], None]
) -> QFileDialog:
    """Ask for a place and a name to save under; an existing file is asked about."""
    dialog = _dialog(parent, title, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(f"{kind} (*{Path(name).suffix})")
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.setLabelText(
        QFileDialog.DialogLabel.Accept, QCoreApplication.translate("file_choice", "Opslaan")
    )
    dialog.selectFile(name)
    give_mnemonics(dialog)
    dialog.open()
    return dialog


def dated(words: str, day: date, suffix: str) -> str:
    """Return a name for a file that says what it is and of when, and points to nobody."""
    return f"{words} {day.isoformat()}.{suffix}"


def choose_existing(
    parent: QWidget, title: str, kind: str, suffixes: Iterable[str], then: Callable[[Path], None]
) -> QFileDialog:
    """Ask for a file that is there, with one of these ends."""
    dialog = _dialog(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(f"{kind} ({' '.join(f'*{suffix}' for suffix in suffixes)})")
    dialog.setLabelText(
        QFileDialog.DialogLabel.Accept, QCoreApplication.translate("file_choice", "Kiezen")
    )
    give_mnemonics(dialog)
    dialog.open()
    return dialog


def choose_folder(parent: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a folder."""
    dialog = _dialog(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(
        QFileDialog.DialogLabel.Accept, QCoreApplication.translate("file_choice", "Deze map")
    )
    give_mnemonics(dialog)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    dialog = _FileDialog(parent, title, str(Path.home()))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setHistory([])
    dialog.setSidebarUrls([QUrl.fromLocalFile(place) for place in _places()])
    letter, line = parent.fontMetrics().averageCharWidth(), parent.fontMetrics().lineSpacing()
    dialog.resize(QSize(letter * 100, line * 28).boundedTo(room_for(dialog)))
    dialog.setContentsMargins(line // 2, line // 2, line // 2, line // 2)
    _word(dialog)
    _give_ground_to_names(dialog)
    _give_room_to_columns(dialog)
    give_ink_to_arrows(dialog, "backButton", "forwardButton", "toParentButton")

    def finish(result: int) -> None:
        chosen = dialog.selectedFiles() if result == QDialog.DialogCode.Accepted else []
        _forget(dialog)
        if chosen:
            then(Path(chosen[0]))

    dialog.finished.connect(finish)
    return dialog


def _places() -> list[str]:
    """Return the folders that people keep files in, where they are."""
    kinds = (
        QStandardPaths.StandardLocation.HomeLocation,
        QStandardPaths.StandardLocation.DesktopLocation,
        QStandardPaths.StandardLocation.DocumentsLocation,
    )
    found = [QStandardPaths.writableLocation(kind) for kind in kinds]
    return [place for place in dict.fromkeys(found) if place and Path(place).is_dir()]


def _word(dialog: QFileDialog) -> None:
    """Say in our own words what Qt leaves in English."""
    for part, words in (
        (QFileDialog.DialogLabel.LookIn, QCoreApplication.translate("file_choice", "Map")),
        (QFileDialog.DialogLabel.FileName, QCoreApplication.translate("file_choice", "Naam")),
        (QFileDialog.DialogLabel.FileType, QCoreApplication.translate("file_choice", "Soort")),
        (QFileDialog.DialogLabel.Reject, QCoreApplication.translate("file_choice", "Annuleren")),
    ):
        dialog.setLabelText(part, words)
    files = dialog.findChild(QTreeView, "treeView")
    if files is not None:
        files.hideColumn(_KIND_COLUMN)


def _give_ground_to_names(dialog: QFileDialog) -> None:
    """Let the names that fit what is typed stand on paper: Qt leaves their list without ground."""
    line = dialog.findChild(QLineEdit, _NAME)
    completer = line.completer() if line is not None else None
    popup = completer.popup() if completer is not None else None
    if popup is not None:
        popup.setProperty("role", "completions")


def _give_room_to_columns(dialog: QFileDialog) -> None:
    """Let every day be read whole: Qt keeps the widths of the last time, whatever the letters."""
    tree = dialog.findChild(QTreeView, "treeView")
    if tree is not None:
        header = tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


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
