"""The window and every dialog fit a small laptop at any size of type; what has no room scrolls."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from advisor_app.domain.case import NewCase
from advisor_app.domain.language import Language
from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui import scrolling
from advisor_app.gui.cases.join_case import JoinCaseDialog
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.look import Look
from advisor_app.gui.parts.marks import mark
from advisor_app.gui.places import Page, Place
from advisor_app.gui.vaults.other_ways import OtherWays
from advisor_app.gui.vaults.passphrase_dialog import PassphraseDialog
from advisor_app.gui.vaults.settings_page import SettingsPage
from advisor_app.gui.vaults.unlock_window import UnlockWindow
from advisor_app.services.appearance import AppearanceFile
from tests.gui.conftest import MAKERS, cut_off, settle

TITLE_BAR = 40
SENTENCE = "De twee wachtzinnen zijn niet gelijk. Typ hem nog een keer over."


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_every_dialog_fits_a_small_laptop_with_all_that_it_may_say(
    desk, access, dialogs, qapp, translation, qtbot, monkeypatch, scale, language
):
    screen = qapp.primaryScreen().availableSize().height()
    monkeypatch.setattr(scrolling, "FRAME", screen - 720 + TITLE_BAR)  # as on one of 720 pixels
    look = Look(Theme.LIGHT, scale, Typeface.ATKINSON)
    look.wear(QApplication.instance())
    translation.wear(language)
    folder = access.folders.of("Mijn praktijk")
    for dialog in (
        *dialogs(look=look, language=language),
        UnlockWindow(access, desk.tasks, look, language, folder, OtherWays),
    ):
        dialog.show()
        settle(qtbot, desk)
        for label in dialog.findChildren(QLabel):
            if label.objectName().endswith("problem") and label.parentWidget().isVisible():
                label.setText(SENTENCE)
                label.show()
        qtbot.wait(20)
        name = type(dialog).__name__
        least = dialog.minimumSizeHint()
        assert (least.width() <= 1280, least.height() <= 720 - TITLE_BAR) == (True, True), name
        dialog.resize(max(least.width(), dialog.width()), 720 - TITLE_BAR)
        qtbot.wait(20)
        assert dialog.height() <= 720 - TITLE_BAR, name
        assert (name, cut_off(dialog)) == (name, [])
        assert (name, out_of_reach(dialog)) == (name, [])
        dialog.hide()
        dialog.deleteLater()


def test_a_dialog_is_as_wide_as_its_form_at_the_size_of_its_type(desk, dialogs, qtbot):
    widths = {}
    for scale in (100, 125):
        look = Look(Theme.LIGHT, scale, Typeface.INTER)
        look.wear(QApplication.instance())
        made = list(dialogs(look=look))
        widths[scale] = [dialog.width() for dialog in made]
        settle(qtbot, desk)
        for dialog in made:
            dialog.deleteLater()
    screen = QApplication.primaryScreen().availableSize().width()
    assert widths[125] == [min(round(width * 1.25), screen) for width in widths[100]]


@pytest.mark.parametrize("scale", [100, 150])
def test_the_cases_that_a_conversation_can_join_are_as_wide_as_their_list(
    desk, ask, an_organisation, a_talk, qtbot, scale
):
    client = an_organisation()
    organisation, talk = client.id, a_talk(client)
    for _ in range(9):
        new = NewCase(organisation=organisation, title="Een lange titel " * 8, alias="Merel")
        ask(lambda new=new: desk.session.casework.open_case(new))
    look = Look(Theme.LIGHT, scale, Typeface.INTER)
    look.wear(QApplication.instance())
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = JoinCaseDialog(replace(desk, look=look), organisation, talk, parent)
    dialog.show()
    settle(qtbot, desk)
    cases = dialog.ui.cases
    assert cases.verticalScrollBar().isVisible()
    assert not cases.horizontalScrollBar().isVisible()
    row = cases.visualRect(cases.model().index(0, 0))
    assert (row.left(), row.right()) == (0, cases.viewport().width() - 1)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_window_fits_a_small_screen_before_anybody_sizes_it_and_with_every_page_in_it(
    desk, access, an_organisation, a_case, translation, qtbot, tmp_path, scale, language
):
    translation.wear(language)
    organisation = an_organisation()
    a_case(organisation)
    look = Look(Theme.LIGHT, scale, Typeface.ATKINSON)
    look.wear(QApplication.instance())
    window = MainWindow(look)
    qtbot.addWidget(window)
    pages = MAKERS | {
        Page.SETTINGS: lambda desk: SettingsPage(
            desk, AppearanceFile(tmp_path / "appearance.json"), access
        )
    }
    there, room = replace(desk, look=look, language=language), QSize(1280, 900 - TITLE_BAR)
    window.enter(there, pages, Place(page=Page.TODAY), 5)
    least = window.minimumSizeHint()
    assert (least.width() <= room.width(), least.height() <= room.height()) == (True, True), least
    window.resize(room)
    window.show()
    for page in pages:
        window.go(Place(page=page, organisation=organisation.id))
        settle(qtbot, desk)
        assert (page, window.size()) == (page, room)
        assert (page, out_of_sight(window.ui.navigation)) == (page, [])
    window.leave_quietly()
    window.close()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_palette_is_as_wide_as_it_should_be_or_else_as_the_window(
    desk, an_organisation, translation, qtbot, scale, language
):
    translation.wear(language)
    organisation = an_organisation("Stichting Gezamenlijke Zorg- en Welzijnsorganisaties Elsveen")
    look = Look(Theme.LIGHT, scale, Typeface.INTER)
    look.wear(QApplication.instance())
    window = MainWindow(look)
    qtbot.addWidget(window)
    place = Place(page=Page.TODAY, organisation=organisation.id)
    window.enter(replace(desk, look=look, language=language), MAKERS, place, 5)
    window.resize(1280, 800)
    window.show()
    window.find_anything()
    settle(qtbot, desk)
    box, typed = window._palette.ui.box, window._palette.ui.typed
    assert box.width() == min(look.length(760), 1280 - 2 * look.length(4))
    assert window.rect().contains(box.geometry())
    assert cut_off(box) == []
    assert typed.fontMetrics().horizontalAdvance(typed.placeholderText()) <= typed.width() - 8
    window.leave_quietly()
    window.close()


def out_of_sight(area):
    """Return the buttons that are cut off at the right, or that no scrolling brings into sight."""
    hidden = []
    for button in area.findChildren(QPushButton):
        area.ensureWidgetVisible(button)
        if button.isVisible() and button.visibleRegion().boundingRect() != button.rect():
            hidden.append(button.objectName())
    return hidden


def out_of_reach(dialog):
    """Return the fields and buttons that no scrolling brings into sight, whole where they can be."""
    hidden = []
    for part in dialog.findChildren(QWidget):
        if not part.isVisible() or not part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if isinstance(part, QScrollArea) or part.focusProxy() is not None:
            continue
        above = part.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            end = part.mapTo(above.widget(), QPoint(0, part.height())).y()
            above.verticalScrollBar().setValue(end - above.viewport().height())
        room = dialog.height() if above is None else above.viewport().height()
        if part.visibleRegion().boundingRect().height() < min(part.height(), room):
            hidden.append(part.objectName())
    return hidden


def test_a_tall_dialog_scrolls_with_the_focus_and_keeps_its_buttons_in_sight(desk, access, qtbot):
    look = Look(Theme.LIGHT, 200, Typeface.INTER)
    look.wear(QApplication.instance())
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PassphraseDialog(replace(desk, look=look), access, parent)
    dialog.open()
    dialog.resize(1200, 500)
    qtbot.wait(20)
    area = dialog.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert not area.isAncestorOf(dialog.ui.change)
    dialog.ui.repeated.setFocus()
    QTest.keyClick(dialog.ui.repeated.line, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    mark(dialog.ui, "repeated", SENTENCE, dialog.ui.problem)
    qtbot.wait(30)
    assert not dialog.ui.problem.visibleRegion().isEmpty()
    assert dialog.ui.change.visibleRegion().boundingRect().height() == dialog.ui.change.height()
    dialog.reject()
