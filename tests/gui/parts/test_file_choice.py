"""The window that asks for a file can be read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
    QToolButton,
    QTreeView,
    QWidget,
)

from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.look import Look
from advisor_app.gui.parts.file_choice import choose_file
from tests.gui.conftest import button_words, press

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


@pytest.fixture
def parent(desk, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def saving(parent, tmp_path):
    """Save as `brief.pdf` in a folder where that is there already; return window and what was chosen."""
    (tmp_path / "brief.pdf").write_text("van eerder")
    chosen = []
    dialog = choose_file(parent, "Waar?", "brief.pdf", "PDF", chosen.append)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("brief.pdf")
    return dialog, chosen


def save(dialog):
    """Press the button; return the question that follows, if any."""
    buttons = dialog.findChild(QDialogButtonBox, "buttonBox").buttons()
    next(each for each in buttons if button_words(each) == "Opslaan").click()
    return dialog.findChild(QMessageBox)


def test_a_file_that_is_there_is_asked_about_in_verbs_and_enter_replaces_nothing(saving, qtbot):
    dialog, chosen = saving
    box = save(dialog)
    assert box.text() == "brief.pdf vervangen?"
    assert {button_words(each) for each in box.buttons()} == {"Vervangen", "Andere naam kiezen"}
    assert button_words(box.defaultButton()) == "Andere naam kiezen"
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.findChild(QMessageBox) is None)
    assert (chosen, dialog.isVisible()) == ([], True)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert dialog.focusWidget() is line
    assert line.selectedText() == "brief.pdf"
    dialog.reject()


def test_a_file_is_replaced_on_the_word_of_the_advisor_and_asked_about_once(saving, tmp_path):
    dialog, chosen = saving
    press(save(dialog), "Vervangen")
    assert chosen == [tmp_path / "brief.pdf"]
    assert not dialog.isVisible()


@pytest.mark.parametrize("typed", ["nieuw.pdf", "nieuw"])
def test_a_name_that_is_not_there_yet_is_not_asked_about(saving, typed, tmp_path):
    dialog, chosen = saving
    dialog.findChild(QLineEdit, "fileNameEdit").setText(typed)
    assert save(dialog) is None
    assert chosen == [tmp_path / "nieuw.pdf"]


def test_a_name_without_its_ending_is_asked_about_too(saving):
    dialog, chosen = saving
    dialog.findChild(QLineEdit, "fileNameEdit").setText("brief")
    assert save(dialog).text() == "brief.pdf vervangen?"
    assert chosen == []
    dialog.reject()


def test_the_name_of_a_folder_leads_into_it(saving, tmp_path):
    dialog, chosen = saving
    (tmp_path / "brieven").mkdir()
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "brieven"))
    dialog.accept()
    assert dialog.findChild(QMessageBox) is None
    assert (chosen, dialog.directory().absolutePath()) == ([], str(tmp_path / "brieven"))
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
