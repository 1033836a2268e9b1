"""The window that asks for a file can be read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QLineEdit, QTreeView, QWidget

from advisor_app.gui.parts.file_choice import choose_file

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_the_names_that_fit_stand_on_paper_of_their_own(desk, qtbot, tmp_path):
    (tmp_path / "cijfers").mkdir()
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = choose_file(parent, "Waar?", "brief.pdf", "PDF", lambda _path: None)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    line.clear()
    qtbot.keyClicks(line, f"{tmp_path}/cij")
    popup = line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    drawn = QPixmap(popup.size())
    drawn.fill(Qt.GlobalColor.magenta)
    popup.render(drawn)
    corner = drawn.toImage().pixelColor(popup.width() - 8, popup.height() - 8)
    assert corner == QColor("#ffffff")
    dialog.reject()


def test_what_qt_leaves_in_english_is_not_shown(desk, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = choose_file(parent, "Waar?", "brief.pdf", "PDF", lambda _path: None)
    files = dialog.findChild(QTreeView, "treeView")
    shown = [column for column in range(4) if not files.isColumnHidden(column)]
    heads = [files.model().headerData(column, Qt.Orientation.Horizontal) for column in shown]
    assert "Type" not in heads
    assert len(heads) == 3
    dialog.reject()
