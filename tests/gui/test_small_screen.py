"""Every dialog fits a small laptop at any size of type; what has no room scrolls."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.language import Language
from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui import scrolling
from advisor_app.gui.agenda.follow_up_dialog import FollowUpDialog
from advisor_app.gui.cases.cases_page import JoinCaseDialog
from advisor_app.gui.cases.conversation_dialog import ConversationDialog
from advisor_app.gui.cases.new_case import NewCaseDialog
from advisor_app.gui.figures.saying_dialog import SayingDialog
from advisor_app.gui.frame.crash import CrashDialog
from advisor_app.gui.letters.begin_letter import BeginLetterDialog
from advisor_app.gui.look import Look
from advisor_app.gui.parts.marks import mark
from advisor_app.gui.retention.destructions_dialog import DestructionsDialog
from advisor_app.gui.retention.retention_dialog import RetentionDialog
from advisor_app.gui.shortcuts import Shortcuts
from advisor_app.gui.vaults.backups_dialog import BackupsDialog
from advisor_app.gui.vaults.other_ways import OtherWays
from advisor_app.gui.vaults.passphrase_dialog import PassphraseDialog
from advisor_app.gui.vaults.recovery_code_dialog import RecoveryCodeDialog
from advisor_app.gui.vaults.unlock_window import UnlockWindow
from advisor_app.gui.vaults.vault_place_dialog import VaultPlaceDialog
from tests.gui.conftest import cut_off, settle

TITLE_BAR = 40
SENTENCE = "De twee wachtzinnen zijn niet gelijk. Typ hem nog een keer over."


@pytest.fixture
def a_talk(desk, ask, an_organisation):
    organisation = an_organisation()
    talk = Conversation(
        organisation=organisation.id,
        held_on=desk.today(),
        form=Code("CTF-TEL"),
        kind=Code("CTS-EER"),
        initiator=Code("INI-MEL"),
        minutes=15,
    )
    return ask(lambda: desk.session.casework.log_conversation(talk, "Het team"))


@pytest.fixture
def a_case(desk, ask, a_talk):
    new = NewCase(organisation=a_talk.conversation.organisation, title="Het team", alias="Merel")
    return ask(lambda: desk.session.casework.open_case(new))


def dialogs(desk, access, talk, case, parent):
    """Make every dialog, and the way in, one after the other."""
    look, tasks, language = desk.look, desk.tasks, desk.language
    organisation = case.organisation
    folder = access.folders.of("Mijn praktijk")
    yield PassphraseDialog(desk, access, parent)
    yield RecoveryCodeDialog(desk, access, parent)
    yield ConversationDialog(desk, parent, talk=talk)
    yield NewCaseDialog(desk, organisation, talk, parent)
    yield JoinCaseDialog(desk, organisation, talk, parent)
    yield BeginLetterDialog(desk, case.id, parent)
    yield FollowUpDialog(desk, case.id, organisation, None, parent)
    yield SayingDialog(desk, organisation, parent)
    yield RetentionDialog(desk, None, parent)
    yield DestructionsDialog(desk, parent)
    yield BackupsDialog(desk, parent)
    yield CrashDialog("ValueError\nadvisor_app.app:1 run", look, lambda: None)
    yield Shortcuts(look, parent)
    yield VaultPlaceDialog(access, tasks, look, language, folder, parent)
    yield UnlockWindow(access, tasks, look, language, folder, OtherWays)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_every_dialog_fits_a_small_laptop_with_all_that_it_may_say(
    desk, access, a_talk, a_case, qapp, translation, qtbot, monkeypatch, scale, language
):
    screen = qapp.primaryScreen().availableSize().height()
    monkeypatch.setattr(scrolling, "FRAME", screen - 720 + TITLE_BAR)  # as on one of 720 pixels
    look = Look(Theme.LIGHT, scale, Typeface.ATKINSON)
    look.wear(QApplication.instance())
    translation.wear(language)
    parent = QWidget()
    qtbot.addWidget(parent)
    there = replace(desk, look=look, language=language)
    for dialog in dialogs(there, access, a_talk, a_case, parent):
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


def test_a_dialog_is_as_wide_as_its_form_at_the_size_of_its_type(
    desk, access, a_talk, a_case, qtbot
):
    parent = QWidget()
    qtbot.addWidget(parent)
    widths = {}
    for scale in (100, 125):
        look = Look(Theme.LIGHT, scale, Typeface.INTER)
        look.wear(QApplication.instance())
        there = replace(desk, look=look)
        made = list(dialogs(there, access, a_talk, a_case, parent))
        widths[scale] = [dialog.width() for dialog in made]
        settle(qtbot, desk)
        for dialog in made:
            dialog.deleteLater()
    screen = QApplication.primaryScreen().availableSize().width()
    assert widths[125] == [min(round(width * 1.25), screen) for width in widths[100]]


@pytest.mark.parametrize("scale", [100, 150])
def test_the_cases_that_a_conversation_can_join_are_as_wide_as_their_list(
    desk, ask, a_talk, qtbot, scale
):
    organisation = a_talk.conversation.organisation
    for _ in range(9):
        new = NewCase(organisation=organisation, title="Een lange titel " * 8, alias="Merel")
        ask(lambda new=new: desk.session.casework.open_case(new))
    look = Look(Theme.LIGHT, scale, Typeface.INTER)
    look.wear(QApplication.instance())
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = JoinCaseDialog(replace(desk, look=look), organisation, a_talk, parent)
    dialog.show()
    settle(qtbot, desk)
    cases = dialog.ui.cases
    assert cases.verticalScrollBar().isVisible()
    assert not cases.horizontalScrollBar().isVisible()
    row = cases.visualRect(cases.model().index(0, 0))
    assert (row.left(), row.right()) == (0, cases.viewport().width() - 1)


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
