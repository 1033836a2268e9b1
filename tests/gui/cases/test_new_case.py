"""The form of a new case, and what was typed in it and not saved."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from advisor_app.domain import draft_keys
from advisor_app.domain.language import Language
from advisor_app.domain.overview import LoggedConversation
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


@pytest.fixture
def reopen(desk, parent, qtbot):
    """Open the form for an organisation, or a loose conversation at it."""

    def reopen(organisation, logged=None, **other):
        dialog = NewCaseDialog(replace(desk, **other), organisation.id, logged, parent)
        dialog.open()
        dialog.activateWindow()
        settle(qtbot, desk)
        return dialog

    return reopen


def drafts_of(desk, ask):
    return ask(desk.session.drafts.all)


def fill_in(form):
    form.ui.title.setText("Ruzie over het rooster")
    form.ui.alias.setText("Merel")
    form.ui.category.setCurrentIndex(form.ui.category.findData("OO-PES"))
    form.ui.opened_on.line.setText("gist")
    form.ui.acute_danger.setChecked(True)


def stands_in(form):
    ui = form.ui
    return (
        ui.title.text(), ui.alias.text(), ui.category.currentData(), ui.opened_on.line.text(),
        ui.acute_danger.isChecked(),
    )  # fmt: skip


TYPED = ("Ruzie over het rooster", "Merel", "OO-PES", "gist", True)


def test_what_is_typed_is_in_the_vault_within_two_seconds(
    desk, ask, an_organisation, reopen, soon_kept
):
    client = an_organisation()
    form = reopen(client)
    with soon_kept(form._draft):
        fill_in(form)
    (draft,) = drafts_of(desk, ask)
    assert draft_keys.of_new_case(client.id, None) == (draft.window, draft.target)
    assert "Ruzie over het rooster" in draft.text


@pytest.mark.parametrize("language", list(Language))
def test_what_was_typed_is_there_again_and_is_said_to_be(
    an_organisation, reopen, translation, heard, language, desk, qtbot
):
    translation.wear(language)
    client = an_organisation()
    form = reopen(client, language=language)
    before = stands_in(form)
    fill_in(form)
    form.reject()
    settle(qtbot, desk)
    assert not form.isVisible()
    again = reopen(client, language=language)
    assert stands_in(again) == TYPED
    assert again.ui.kept.isVisible()
    kept = {
        Language.NL: "Dit hebt u eerder ingevuld, maar niet opgeslagen.",
        Language.EN: "You filled this in before, but did not save it.",
    }
    assert again.ui.kept.words.text().startswith(kept[language])
    assert again.ui.kept.words.text() in heard
    assert before != TYPED


def test_who_types_nothing_leaves_no_draft(desk, ask, an_organisation, reopen, qtbot):
    form = reopen(an_organisation())
    form.reject()
    settle(qtbot, desk)
    assert drafts_of(desk, ask) == []


def test_a_reporter_and_a_department_that_were_chosen_are_chosen_again(
    desk, an_organisation, a_case, reopen, qtbot
):
    client = an_organisation()
    case = a_case(client)
    form = reopen(client)
    form.ui.person.setCurrentIndex(form.ui.person.findData(case.person))
    form.reject()
    settle(qtbot, desk)
    again = reopen(client)
    assert again.ui.person.currentData() == case.person
    assert not again.ui.alias.isEnabled()


def test_each_organisation_and_each_loose_conversation_has_a_form_of_its_own(
    desk, an_organisation, a_talk, reopen, qtbot
):
    here, there = an_organisation(), an_organisation("Zorggroep De Linde", "LINDE")
    loose: LoggedConversation = a_talk(here)
    form = reopen(here)
    fill_in(form)
    form.reject()
    settle(qtbot, desk)
    for other in (reopen(there), reopen(here, loose)):
        assert other.ui.title.text() == ""
        assert not other.ui.kept.isVisible()
        other.reject()
    settle(qtbot, desk)
    assert stands_in(reopen(here)) == TYPED


def test_a_case_that_was_opened_leaves_no_draft(desk, ask, an_organisation, reopen, qtbot):
    client = an_organisation()
    form = reopen(client)
    fill_in(form)
    form.reject()
    settle(qtbot, desk)
    again = reopen(client)
    again.create_case()
    settle(qtbot, desk)
    assert again.isVisible()  # "gist" is no day
    again.ui.opened_on.line.setText("gisteren")
    again.create_case()
    settle(qtbot, desk)
    assert again.case.title == "Ruzie over het rooster"
    qtbot.wait(1_700)  # the clock of drafts goes on in a form that is open
    settle(qtbot, desk)
    assert drafts_of(desk, ask) == []
    assert stands_in(reopen(client))[:2] == ("", "")


def test_who_types_before_the_vault_answers_can_still_bring_back_what_was_there(
    desk, ask, an_organisation, reopen, parent, qtbot
):
    client = an_organisation()
    form = reopen(client)
    fill_in(form)
    form.reject()
    settle(qtbot, desk)
    again = NewCaseDialog(desk, client.id, None, parent)
    again.open()
    again.ui.title.setText("Iets anders")
    again._draft.keep()
    settle(qtbot, desk)
    assert again.ui.title.text() == "Iets anders"
    assert again.ui.kept.take_back.isVisible()
    again.ui.kept.take_back.click()
    settle(qtbot, desk)
    assert stands_in(again) == TYPED
    again.ui.kept.take_back.click()
    assert again.ui.title.text() == "Iets anders"
    again.ui.kept.take_back.click()
    assert stands_in(again) == TYPED


def test_a_day_that_nobody_typed_is_proposed_anew(desk, an_organisation, a_talk, reopen, qtbot):
    client = an_organisation()
    loose: LoggedConversation = a_talk(client)
    form = reopen(client, loose)
    form.ui.title.setText("Ruzie over het rooster")
    form.reject()
    settle(qtbot, desk)
    day = loose.conversation.held_on - timedelta(days=3)
    corrected = replace(loose, conversation=replace(loose.conversation, held_on=day))
    again = reopen(client, corrected)
    assert again.ui.title.text() == "Ruzie over het rooster"
    assert again.ui.opened_on.day("opened_on") == day


def test_what_is_kept_while_the_case_is_being_opened_does_not_come_back(
    desk, ask, an_organisation, reopen, qtbot
):
    form = reopen(an_organisation())
    fill_in(form)
    form.ui.opened_on.set_day(desk.today())
    form.create_case()
    form._draft.keep()  # its timer does not wait for the vault
    settle(qtbot, desk)
    assert not form.isVisible()
    assert drafts_of(desk, ask) == []


def test_who_begins_anew_throws_the_draft_away_and_can_take_it_back(
    desk, ask, an_organisation, reopen, qtbot
):
    client = an_organisation()
    form = reopen(client)
    empty = stands_in(form)
    fill_in(form)
    form.reject()
    settle(qtbot, desk)
    again = reopen(client)
    notice = again.ui.kept
    notice.begin_anew.setFocus()
    key(Qt.Key.Key_Space)
    settle(qtbot, desk)
    assert stands_in(again) == empty
    assert drafts_of(desk, ask) == []
    assert QApplication.focusWidget() is notice.take_back
    key(Qt.Key.Key_Space)
    settle(qtbot, desk)
    assert stands_in(again) == TYPED
    assert len(drafts_of(desk, ask)) == 1
    notice.begin_anew.click()
    again.reject()
    settle(qtbot, desk)
    last = reopen(client)
    assert stands_in(last) == empty
    assert not last.ui.kept.isVisible()


def test_a_draft_of_a_case_is_no_text_that_waits_on_vandaag(
    desk, ask, an_organisation, reopen, qtbot
):
    form = reopen(an_organisation())
    fill_in(form)
    form.reject()
    settle(qtbot, desk)
    assert len(drafts_of(desk, ask)) == 1
    assert ask(desk.session.agenda.day).drafts == ()
