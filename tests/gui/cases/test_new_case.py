"""The form of a new case."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from advisor_app.gui.cases.new_case import NewCaseDialog
from tests.gui.conftest import key, keys, settle

RETURN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def form(desk, an_organisation, parent, qtbot):
    dialog = NewCaseDialog(desk, an_organisation().id, None, parent)
    dialog.show()
    dialog.activateWindow()
    settle(qtbot, desk)
    dialog.ui.category.setFocus(Qt.FocusReason.TabFocusReason)
    return dialog


@pytest.mark.parametrize("leave", [RETURN, TAB])
def test_a_part_of_a_subject_is_enough_to_choose_it(form, leave):
    keys("pest")
    QTest.keyClick(QApplication.activePopupWidget(), leave)
    assert form.ui.category.currentData() == "OO-PES"
    assert form.ui.category.currentText() == "Pesten"
    assert form.isVisible()
    assert form.focusWidget() is (form.ui.category if leave == RETURN else form.ui.person)


def test_words_that_fit_no_subject_leave_it_as_it_was(form):
    before = form.ui.category.currentData()
    keys("geen onderwerp")
    key(TAB)
    assert form.ui.category.currentData() == before
    assert form.ui.category.currentText() == "Onbekend"


def test_the_subjects_that_fit_stand_on_paper_of_their_own(form, qtbot):
    keys("pest")
    popup = form.ui.category.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    drawn = QPixmap(popup.size())
    drawn.fill(Qt.GlobalColor.magenta)
    popup.render(drawn)
    corner = drawn.toImage().pixelColor(popup.width() - 8, popup.height() - 8)
    assert corner == QColor("#ffffff")


def test_control_and_enter_open_the_case_from_any_field(form, desk, qtbot):
    form.ui.title.setText("Ruzie over het rooster")
    form.ui.person.setFocus()
    key(RETURN, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    assert not form.isVisible()
    assert form.case.title == "Ruzie over het rooster"
