"""The window that asks for a file can be read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QTreeView, QWidget

from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.look import Look
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


def test_its_columns_show_every_day_whole(desk, qtbot, tmp_path):
    folder = tmp_path / "brieven"
    (folder / "cijfers").mkdir(parents=True)
    (folder / "brief.pdf").write_text("x")
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = choose_file(parent, "Waar?", "b.pdf", "PDF", lambda _path: None)
    dialog.setDirectory(str(folder))
    tree = dialog.findChild(QTreeView, "treeView")
    model = tree.model()
    qtbot.waitUntil(lambda: model.rowCount(tree.rootIndex()) == 2)
    day = model.index(0, 3, tree.rootIndex())
    qtbot.waitUntil(
        lambda: tree.columnWidth(3) > tree.fontMetrics().horizontalAdvance(str(day.data()))
    )
    dialog.reject()


def test_its_arrows_are_seen_in_a_dark_window_too(desk, qtbot):
    Look(Theme.DARK, 100, Typeface.INTER).wear(QApplication.instance())
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = choose_file(parent, "Waar?", "b.pdf", "PDF", lambda _path: None)
    button = dialog.findChild(QToolButton, "toParentButton")
    drawn = button.icon().pixmap(button.iconSize()).toImage()
    middle = drawn.pixelColor(drawn.width() // 2, drawn.height() // 2)
    assert middle == dialog.palette().windowText().color()
    dialog.reject()
