"""An advisor logs, finds and corrects conversations with the keyboard alone."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton

from advisor_app.domain import known_codes
from advisor_app.domain.follow_up import FollowUp
from advisor_app.gui.cases import case_list
from advisor_app.gui.cases.case_pane import CasePane
from advisor_app.gui.cases.cases_page import CasesPage
from advisor_app.gui.cases.join_case import JoinCaseDialog
from advisor_app.gui.cases.new_case import NewCaseDialog
from advisor_app.gui.cases.timeline import TimelineCard
from advisor_app.gui.letters.begin_letter import BeginLetterDialog
from advisor_app.gui.parts.marks import mark
from advisor_app.gui.places import Page, Place
from advisor_app.gui.shortcuts import Command
from advisor_app.gui.widgets.name_menu import NameMenu
from tests.gui.conftest import MAKERS, button_words, key, press, settle

CANARY = "Robin Naaldwijk"


def page_of(window) -> CasesPage:
    return window.ui.pages.currentWidget()


def talks_of(desk, ask, organisation):
    return ask(lambda: desk.session.conversations.loose_conversations(organisation.id))


def test_a_call_is_logged_by_two_keys_and_its_words(
    desk, ask, window, an_organisation, a_talk, qtbot
):
    organisation = an_organisation()
    a_talk(organisation)
    shown = window(Place(page=Page.TODAY))
    keys = [(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)]
    QTest.keyClick(shown, *keys[0])
    settle(qtbot, desk)
    log = page_of(shown).log
    assert log.ui.text.hasFocus()
    QTest.keyClicks(log.ui.text, "Medewerker vraagt wat de procedure is")
    QTest.keyClick(log.ui.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    talk, _other = talks_of(desk, ask, organisation)
    assert talk.note.body == "Medewerker vraagt wat de procedure is"
    assert page_of(shown).pane._logged.conversation.id == talk.conversation.id
    assert page_of(shown).ui.cases.hasFocus()
    toast = shown._floats.toast
    assert toast.isVisible()
    assert shown.height() // 2 < toast.geometry().bottom() < log.mapTo(shown, log.pos() * 0).y()
    assert (talk.conversation.minutes, talk.conversation.form) == (15, "CTF-TEL")
    assert log.ui.text.toPlainText() == ""


@pytest.mark.parametrize(("held_on", "is_told"), [("31-12-2023", True), ("1-1-2024", False)])
def test_a_conversation_from_before_the_first_day_is_kept_and_that_is_said(
    desk, ask, window, an_organisation, a_case, qtbot, held_on, is_told
):
    organisation = an_organisation()
    case = a_case(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    log, said = page_of(shown).log, []
    desk.news.said.connect(said.append)
    log.ui.held_on.line.setText(held_on)
    QTest.keyClicks(log.ui.text, "Iemand belt")
    log.save()
    settle(qtbot, desk)
    assert len(ask(lambda: desk.session.casework.timeline(case.id))) == 1
    assert ["1 januari 2024" in each for each in said] == [True] * is_told


def test_from_vandaag_words_never_land_in_the_case_that_was_open(
    desk, ask, window, an_organisation, a_case, qtbot
):
    organisation = an_organisation()
    case = a_case(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    assert case.number in page_of(shown).log.ui.target.text()
    shown.open_today()
    settle(qtbot, desk)
    shown.log_conversation()
    settle(qtbot, desk)
    log = page_of(shown).log
    assert log.ui.organisation.isVisible()
    QTest.keyClicks(log.ui.text, "Iemand anders belt")
    log.save()
    settle(qtbot, desk)
    assert ask(lambda: desk.session.casework.timeline(case.id)) == []
    assert len(talks_of(desk, ask, organisation)) == 1


def test_words_go_to_the_case_that_was_chosen_last_and_to_none_that_nobody_chose(
    desk, ask, window, an_organisation, a_case, qtbot
):
    organisation = an_organisation()
    first, second = a_case(organisation), a_case(organisation, "Ruzie over het rooster")
    shown = window(Place(page=Page.CASES, organisation=organisation.id))
    page = page_of(shown)
    shown.log_conversation()  # the list opened with a row that nobody chose
    settle(qtbot, desk)
    assert page.log.ui.target.text() == ""
    shown.go(Place(page=Page.CASES, organisation=organisation.id, case=first.id))
    settle(qtbot, desk)
    page.ui.cases.setCurrentIndex(page.model.index(page.model.row_of((False, second.id))))
    settle(qtbot, desk)
    shown.log_conversation()
    settle(qtbot, desk)
    assert page.log.ui.text.hasFocus()
    assert second.number in page.log.ui.target.text()
    assert shown.place.case == second.id


def test_a_click_on_the_first_row_chooses_it(desk, window, an_organisation, a_case, qtbot):
    organisation = an_organisation()
    case = a_case(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id))
    listed = page_of(shown).ui.cases
    assert (listed.currentIndex().row(), shown.place.case) == (0, None)
    where = listed.visualRect(listed.currentIndex()).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shown.place.case == case.id


def test_a_case_that_was_just_opened_is_what_the_next_words_are_about(
    desk, window, an_organisation, qtbot
):
    organisation = an_organisation()
    shown = window(Place(page=Page.CASES, organisation=organisation.id))
    shown.new_case()
    dialog = shown.findChild(NewCaseDialog)
    dialog.ui.title.setText("Ruzie over het rooster")
    dialog.create_case()
    settle(qtbot, desk)
    shown.log_conversation()
    settle(qtbot, desk)
    assert dialog.case.number in page_of(shown).log.ui.target.text()
    shown.take_back()
    settle(qtbot, desk)
    assert shown.place.case is None


def test_in_another_organisation_nothing_is_left_of_the_case_that_was_open(
    desk, ask, window, an_organisation, a_case, qtbot
):
    here, there = an_organisation(), an_organisation("Stichting De Esdoorn", "ESDOORN")
    case = a_case(here)
    shown = window(Place(page=Page.CASES, organisation=here.id, case=case.id))
    shown._switch._choose(there.id)
    log, pane = page_of(shown).log, page_of(shown).pane
    assert pane.file is None
    settle(qtbot, desk)
    assert log.ui.target.text() == ""
    assert log.ui.organisation.currentData() == there.id
    QTest.keyClicks(log.ui.text, "Iemand van de school belt")
    log.save()
    settle(qtbot, desk)
    assert ask(lambda: desk.session.casework.timeline(case.id)) == []
    assert len(talks_of(desk, ask, there)) == 1


def test_in_another_organisation_its_first_case_is_shown(
    desk, ask, window, an_organisation, a_case, qtbot
):
    here, there = an_organisation(), an_organisation("Stichting De Esdoorn", "ESDOORN")
    case, other = a_case(here), a_case(there, "Ruzie over het rooster")
    shown = window(Place(page=Page.CASES, organisation=here.id, case=case.id))
    shown._switch._choose(there.id)
    settle(qtbot, desk)
    assert page_of(shown).pane.file.case.id == other.id
    assert other.number in page_of(shown).log.ui.target.text()


def test_the_quick_log_shows_its_words_whole_at_any_width(
    desk, window, an_organisation, a_case, qtbot
):
    organisation = an_organisation("Stichting Samenwerkende Scholen Waterland")
    a_case(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, log=True))
    log = page_of(shown).log
    for width in (1280, 1000, 820):
        shown.resize(width, 800)
        for row in range(log.ui.form.count()):
            log.ui.form.setCurrentIndex(row)
            settle(qtbot, desk)
            for box in (log.ui.form, log.ui.minutes, log.ui.organisation):
                room = box.width() - 40
                assert room >= box.fontMetrics().horizontalAdvance(box.currentText())
            assert log.ui.save.mapTo(log, log.ui.save.rect().topRight()).x() <= log.width()


def test_in_a_case_the_quick_log_names_it_and_logs_there(
    desk, ask, window, an_organisation, a_case, qtbot
):
    organisation = an_organisation()
    case = a_case(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    shown.log_conversation()
    settle(qtbot, desk)
    log = page_of(shown).log
    QTest.keyClicks(log.ui.text, "Vervolg besproken")
    log.save()
    settle(qtbot, desk)
    (entry,) = ask(lambda: desk.session.casework.timeline(case.id))
    assert entry.logged.note.body == "Vervolg besproken"


def test_what_is_typed_is_a_draft_within_two_seconds_and_comes_back(
    desk, ask, window, an_organisation, soon_kept, qtbot
):
    organisation = an_organisation()
    shown = window(Place(page=Page.CASES, organisation=organisation.id, log=True))
    log = page_of(shown).log
    with soon_kept(log._drafts):
        QTest.keyClicks(log.ui.text, CANARY)
    (draft,) = [d for d in ask(desk.session.drafts.all) if d.window == "quick_log"]
    assert draft.text == CANARY
    again = CasesPage(desk)
    qtbot.addWidget(again)
    again.show_place(Place(page=Page.CASES, organisation=organisation.id, log=True))
    settle(qtbot, desk)
    assert again.log.ui.text.toPlainText() == CANARY
    QTest.keyClicks(again.log.ui.text, " En verder.")
    assert again.log.ui.text.toPlainText() == f"{CANARY} En verder."


def test_escape_goes_back_to_the_list_and_keeps_the_words(
    desk, ask, window, an_organisation, a_case, qtbot
):
    organisation = an_organisation()
    case = a_case(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id, log=True))
    page = page_of(shown)
    QTest.keyClicks(page.log.ui.text, "half af")
    QTest.keyClick(page.log.ui.text, Qt.Key.Key_Escape)
    settle(qtbot, desk)
    assert page.ui.cases.hasFocus()
    assert page.log.ui.text.toPlainText() == "half af"
    assert [d.text for d in ask(desk.session.drafts.all) if d.window == "quick_log"] == ["half af"]


def test_a_date_to_come_is_refused_below_the_form_and_nothing_is_lost(
    desk, ask, window, an_organisation, qtbot
):
    organisation = an_organisation()
    shown = window(Place(page=Page.CASES, organisation=organisation.id, log=True))
    log = page_of(shown).log
    QTest.keyClicks(log.ui.text, "tekst")
    log.ui.held_on.line.setText("21-11-2026")
    log.save()
    settle(qtbot, desk)
    assert "toekomst" in log.ui.problem.text()
    assert log.ui.text.toPlainText() == "tekst"
    assert talks_of(desk, ask, organisation) == []


def test_five_megabytes_stay_on_the_screen_with_a_sentence(
    desk, ask, window, an_organisation, qtbot
):
    organisation = an_organisation()
    shown = window(Place(page=Page.CASES, organisation=organisation.id, log=True))
    log = page_of(shown).log
    log.ui.text.setPlainText("Wat de melder vertelt.\n" * 230_000)
    log.save()
    settle(qtbot, desk)
    assert "te groot" in log.ui.problem.text()
    assert len(log.ui.text.toPlainText()) > 5_000_000
    assert talks_of(desk, ask, organisation) == []


def test_a_conversation_without_words_is_no_accident(
    desk, ask, window, an_organisation, a_case, qtbot
):
    organisation = an_organisation()
    case = a_case(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id, log=True))
    log = page_of(shown).log

    def timeline():
        return ask(lambda: desk.session.casework.timeline(case.id))

    def save_without_words():
        log.ui.text.setPlainText("  \n")
        log.save()
        settle(qtbot, desk)
        return next(box for box in log.findChildren(QMessageBox) if box.isVisible())

    question = save_without_words()
    assert button_words(question.defaultButton()) == "Annuleren"
    QTest.keyClick(question, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert timeline() == []
    question = save_without_words()
    press(question, "Zonder tekst opslaan")
    settle(qtbot, desk)
    assert len(timeline()) == 1


def test_a_loose_conversation_becomes_a_case(desk, ask, window, an_organisation, a_talk, qtbot):
    organisation = an_organisation()
    talk = a_talk(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id))
    page = page_of(shown)
    assert page.pane._logged == talk
    dialog = NewCaseDialog(desk, organisation.id, talk, page)
    qtbot.addWidget(dialog)
    settle(qtbot, desk)
    QTest.keyClicks(dialog.ui.title, "Grappen over afkomst")
    dialog.create_case()
    settle(qtbot, desk)
    assert dialog.case.title == "Grappen over afkomst"
    (entry,) = ask(lambda: desk.session.casework.timeline(dialog.case.id))
    assert (
        entry.logged.note
        == ask(lambda: desk.session.conversations.conversation(talk.conversation.id)).note
    )


@pytest.fixture
def joining(desk, an_organisation, a_case, a_talk, qtbot):
    """A case, and the dialog by which a loose conversation joins it."""
    organisation = an_organisation()
    case, talk = a_case(organisation), a_talk(organisation)
    page = CasesPage(desk)
    qtbot.addWidget(page)
    dialog = JoinCaseDialog(desk, organisation.id, talk, page)
    dialog.open()
    settle(qtbot, desk)
    return case, dialog


def test_a_loose_conversation_joins_a_case_and_comes_out_as_it_was(
    desk, ask, joining, a_talk, qtbot
):
    case, dialog = joining
    client = ask(lambda: desk.session.organisations.file(case.organisation)).organisation
    a_talk(client, case)
    undo = []
    desk.news.undo_offered.connect(lambda _words, back: undo.append(back))
    dialog.join_case()
    settle(qtbot, desk)
    timeline = ask(lambda: desk.session.casework.timeline(case.id))
    joined = {entry.logged.conversation.id: entry.logged.conversation for entry in timeline}
    before = dialog._logged.conversation
    assert joined[before.id].kind != before.kind  # it is not the first contact of this case
    undo[0]()
    settle(qtbot, desk)
    assert ask(lambda: desk.session.conversations.loose_conversations(case.organisation)) == [
        dialog._logged
    ]


def test_enter_in_the_list_joins_a_loose_conversation_once(desk, ask, joining, qtbot):
    case, dialog = joining
    refused = []
    desk.news.refused.connect(refused.append)
    QTest.keyClick(dialog.ui.cases, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert len(ask(lambda: desk.session.casework.timeline(case.id))) == 1
    assert not refused


def test_removing_a_conversation_can_be_taken_back(
    desk, ask, window, an_organisation, a_case, a_talk, qtbot
):
    organisation = an_organisation()
    case = a_case(organisation)
    talk = a_talk(organisation, case, text=CANARY)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    page_of(shown).pane._remove(talk)
    settle(qtbot, desk)
    assert ask(lambda: desk.session.casework.timeline(case.id)) == []
    shown.take_back()
    settle(qtbot, desk)
    (entry,) = ask(lambda: desk.session.casework.timeline(case.id))
    assert entry.logged.note.body == CANARY


def test_a_loose_conversation_that_is_removed_leaves_the_screen(
    window, an_organisation, a_case, a_talk, desk, qtbot
):
    organisation = an_organisation()
    case, talk = a_case(organisation), a_talk(organisation, text=CANARY)
    shown = window(Place(page=Page.CASES, organisation=organisation.id))
    page = page_of(shown)
    assert page.pane.loose == talk
    page.pane._remove(talk)
    settle(qtbot, desk)
    assert page.pane.file.case.id == case.id
    assert CANARY not in [
        card.ui.text.toPlainText() for card in page.pane.findChildren(TimelineCard)
    ]


def test_the_last_loose_conversation_that_is_removed_leaves_a_welcome(
    window, an_organisation, a_talk, desk, qtbot
):
    organisation = an_organisation()
    talk = a_talk(organisation, text=CANARY)
    shown = window(Place(page=Page.CASES, organisation=organisation.id))
    page = page_of(shown)
    page.pane._remove(talk)
    settle(qtbot, desk)
    assert page.ui.pages.currentWidget() is page.ui.empty_page
    assert page.pane.loose is None


def offered_by(card, words):
    """Return what a card offers under these words."""
    (do,) = [do for each, do in card._actions if each == words]
    return do


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_conversation_that_was_logged_at_the_wrong_organisation_goes_to_the_right_one(
    window, an_organisation, a_case, a_talk, desk, ask, qtbot
):
    here, there = an_organisation(), an_organisation("Zorggroep De Linde", "LINDE")
    case, talk = a_case(here), a_talk(here, text=CANARY)
    shown = window(Place(page=Page.CASES, organisation=here.id))
    page = page_of(shown)
    (card,) = page.pane.findChildren(TimelineCard)
    offered_by(card, "Naar andere organisatie…")()
    settle(qtbot, desk)
    menu = page.findChild(NameMenu)
    (right,) = menu.actions()
    assert right.text() == "Zorggroep De Linde"
    right.trigger()
    menu.close()
    settle(qtbot, desk)
    (moved,) = ask(lambda: desk.session.conversations.loose_conversations(there.id))
    assert moved.note.body == CANARY
    assert page.pane.file.case.id == case.id
    shown.take_back()
    settle(qtbot, desk)
    assert talks_of(desk, ask, here) == [talk]


def test_a_note_that_was_a_mistake_is_removed_and_put_back(
    window, an_organisation, a_case, desk, ask, qtbot
):
    organisation = an_organisation()
    case = a_case(organisation)
    note = ask(lambda: desk.session.notes.add_note(case.id, CANARY))
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    (card,) = page_of(shown).pane.findChildren(TimelineCard)
    offered_by(card, "Verwijderen")()
    settle(qtbot, desk)
    assert ask(lambda: desk.session.casework.timeline(case.id)) == []
    assert shown._floats.toast.ui.text.text() == "De notitie is verwijderd."
    shown.take_back()
    settle(qtbot, desk)
    (entry,) = ask(lambda: desk.session.casework.timeline(case.id))
    assert entry.note.body == note.body


@pytest.fixture
def taken_back(window, an_organisation, a_case, a_talk, desk, qtbot):
    """Say that a case of one conversation was opened by mistake, some days later."""
    organisation = an_organisation()
    case = a_case(organisation)
    a_talk(organisation, case, text=CANARY)

    def do(before=lambda _case: None):
        before(case)
        shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
        pane = page_of(shown).pane
        menu = pane.more.of(pane.file)
        (mistake,) = [each for each in menu.actions() if each.text() == "Per ongeluk geopend…"]
        mistake.trigger()
        (question,) = [each for each in pane.findChildren(QMessageBox) if each.isVisible()]
        press(question, "Dossier terugnemen")
        settle(qtbot, desk)
        return case, page_of(shown)

    return do


def test_a_case_that_was_opened_by_mistake_can_be_taken_back_on_any_day(desk, ask, taken_back):
    said = []
    desk.news.said.connect(said.append)
    case, page = taken_back()
    assert said == [f"{case.number} is teruggenomen."]
    (talk,) = ask(lambda: desk.session.conversations.loose_conversations(case.organisation))
    assert talk.note.body == CANARY
    assert page.pane.loose == talk
    assert not ask(lambda: desk.session.casework.case_lines(case.organisation))


def test_a_case_that_cannot_be_taken_back_stays_in_sight(desk, ask, taken_back):
    refused = []
    desk.news.refused.connect(refused.append)

    def write(case):
        ask(lambda: desk.session.notes.add_note(case.id, "Eigen notitie"))

    case, page = taken_back(write)
    assert refused == [
        "Bij dit dossier is al meer geschreven. Sluit het af als u het niet nodig hebt."
    ]
    assert page.pane.file.case.id == case.id
    assert page.ui.pages.currentWidget() is page.ui.case_page


def test_where_list_and_case_take_turns_nothing_is_said_to_be_on_the_left(
    window, an_organisation, a_case, desk, qtbot
):
    organisation = an_organisation()
    a_case(organisation)
    shown = window(Place(page=Page.TODAY))
    shown.resize(910, 600)
    shown.log_conversation()
    settle(qtbot, desk)
    assert page_of(shown).ui.pages.currentWidget() is page_of(shown).ui.nothing_page
    assert not page_of(shown).ui.nothing_text.isVisible()


def test_enter_on_a_loose_conversation_shows_it_and_presses_nothing(
    window, an_organisation, desk, qtbot
):
    organisation = an_organisation()
    shown = window(Place(page=Page.CASES, organisation=organisation.id, log=True))
    page, pressed = page_of(shown), []
    QTest.keyClicks(page.log.ui.text, "Vraag over nevenwerk")
    page.log.save()
    settle(qtbot, desk)
    shown.ui.banner.show()
    shown.own_vault_wanted.connect(lambda: pressed.append("open_own_vault"))
    shown.resize(910, 600)
    page._show_list()
    settle(qtbot, desk)
    assert page.ui.cases.hasFocus()
    key(Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert page.pane._logged is not None
    assert page.pane.ui.timeline_scroll.hasFocus()
    assert pressed == []


def test_where_list_and_case_take_turns_the_first_day_begins_with_a_welcome(
    window, an_organisation, desk, ask, qtbot
):
    organisation = an_organisation()
    shown = window(Place(page=Page.TODAY))
    shown.resize(910, 600)
    shown.go(Place(page=Page.CASES, organisation=organisation.id))
    settle(qtbot, desk)
    page = page_of(shown)
    assert page.ui.empty_heading.isVisible()
    assert shown.focusWidget() is page.ui.log_first
    QTest.keyClick(page.ui.log_first, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert page.log.ui.text.hasFocus()
    QTest.keyClicks(page.log.ui.text, "Iemand belde")
    QTest.keyClick(page.log.ui.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    assert page.pane._logged.note.body == "Iemand belde"
    assert page.pane.isVisible()
    page.ui.all_cases.click()
    assert page.ui.cases.isVisible()


def test_where_list_and_case_take_turns_the_arrows_walk_and_enter_opens(
    window, an_organisation, a_case, desk, qtbot
):
    organisation = an_organisation()
    for number in range(3):
        a_case(organisation, title=f"Dossier {number}")
    shown = window(Place(page=Page.TODAY))
    shown.resize(910, 600)
    shown.go(Place(page=Page.CASES, organisation=organisation.id))
    settle(qtbot, desk)
    page = page_of(shown)
    assert page.ui.cases.isVisible()
    assert shown.focusWidget() is page.ui.cases
    for _ in range(2):
        QTest.keyClick(page.ui.cases, Qt.Key.Key_Down)
    settle(qtbot, desk)
    assert page.ui.cases.isVisible()
    QTest.keyClick(page.ui.cases, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert page.pane.file.case.title == page.model.item(2).title
    assert not page.ui.cases.isVisible()
    assert shown.focusWidget() is page.pane.ui.tabs
    page._show_list()
    assert shown.focusWidget() is page.ui.cases
    shown.resize(1280, 800)
    settle(qtbot, desk)
    assert page.pane.isVisible()


def test_a_case_opened_from_elsewhere_has_the_focus_on_its_row(
    window, an_organisation, a_case, desk, qtbot
):
    organisation = an_organisation()
    case = a_case(organisation)
    shown = window(Place(page=Page.TODAY))
    shown.go(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    settle(qtbot, desk)
    assert shown.focusWidget() is page_of(shown).ui.cases
    shown.open_today()
    shown.resize(910, 600)
    settle(qtbot, desk)
    shown.go(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    settle(qtbot, desk)
    assert shown.focusWidget() is page_of(shown).pane.ui.tabs


def test_what_floats_makes_way_for_a_quick_log_that_grows(window, an_organisation, desk, qtbot):
    shown = window(Place(page=Page.CASES, organisation=an_organisation().id))
    desk.news.refused.emit("Bewaren lukt niet: de schijf is vol.")
    log = page_of(shown).log
    mark(log.ui, "text", "Deze tekst is te groot. " * 20, log.ui.problem)
    qtbot.wait(50)
    assert shown._floats.refusal.isVisible()
    assert shown._floats.refusal.geometry().bottom() < log.mapTo(shown, QPoint(0, 0)).y()


def test_today_opens_at_its_top_in_a_low_window(window, an_organisation, desk, ask, qtbot):
    organisation = an_organisation()
    for _ in range(6):
        plan = FollowUp(
            organisation=organisation.id, kind=known_codes.APPOINTMENT, due_on=desk.today()
        )
        ask(lambda plan=plan: desk.session.agenda.plan(plan))
    shown = window(Place(page=Page.CASES, organisation=organisation.id))
    shown.resize(910, 480)
    for _again in range(2):
        shown.open_today()
        settle(qtbot, desk)
        assert page_of(shown).ui.scroll.verticalScrollBar().maximum() > 0
        assert page_of(shown).ui.scroll.verticalScrollBar().value() == 0
        shown.open_cases()
        settle(qtbot, desk)


@pytest.mark.parametrize("page", [Page.CASES, Page.AGENDA, Page.LETTERS, Page.FIGURES])
def test_without_an_organisation_every_page_that_needs_one_asks_for_it(window, desk, page, qtbot):
    shown = window(Place(page=Page.TODAY))
    shown.go(Place(page=page))
    settle(qtbot, desk)
    asking = shown.ui.pages.currentWidget()
    assert shown.place == Place(page=Page.ORGANISATION, new_organisation=True)
    assert asking.ui.name.isVisible()
    assert "horen bij een organisatie" in asking.ui.lead.text()


def test_a_new_organisation_is_named_as_such_and_comes_back_after_a_lock(
    desk, window, an_organisation, qtbot
):
    an_organisation()
    shown = window(Place(page=Page.CASES))
    shown.add_organisation()
    settle(qtbot, desk)
    assert shown.ui.switch_organisation.text() == "Nieuwe organisatie"
    again = Place.read(shown.place.written())
    assert again == Place(page=Page.ORGANISATION, new_organisation=True)


def test_the_fields_of_a_case_are_there_when_their_tab_is_first_opened_and_follow_the_case(
    desk, window, an_organisation, a_case, qtbot
):
    organisation = an_organisation()
    cases = [a_case(organisation, title=f"Dossier {number}") for number in (1, 2)]
    place = Place(page=Page.CASES, organisation=organisation.id, case=cases[0].id)
    page = page_of(window(place))
    for number, case in enumerate(cases):
        page.pane.show_case(case.id)
        settle(qtbot, desk)
        page.pane.ui.tabs.setCurrentIndex(2)
        settle(qtbot, desk)
        title = page.pane.ui.details_part.findChild(QLineEdit, "title")
        assert title.text() == f"Dossier {number + 1}"


def test_the_title_bar_never_names_anybody(desk, window, an_organisation, a_case, qtbot):
    organisation = an_organisation(name=CANARY)
    case = a_case(organisation, title=CANARY)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    assert shown.windowTitle() == "Vertrouwd"


def test_the_cover_hides_every_word(desk, window, an_organisation, a_case, qtbot):
    organisation = an_organisation()
    case = a_case(organisation, title=CANARY)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    shown.hide_screen()
    assert not shown.ui.centre.isVisible()
    assert shown._cover.isVisible()
    shown.hide_screen()
    assert shown.ui.centre.isVisible()


def test_the_list_is_painted_before_the_case_beside_it_is_made(
    desk, an_organisation, a_case, qtbot
):
    organisation = an_organisation()
    case = a_case(organisation)
    page = CasesPage(desk)
    qtbot.addWidget(page)
    page.resize(1060, 740)
    page.show_place(Place(page=Page.CASES, organisation=organisation.id))
    settle(qtbot, desk)
    assert page.ui.cases.currentIndex().row() == 0
    assert page.findChild(CasePane) is None
    assert page.panes == [page.ui.list_pane]
    page.show()
    qtbot.waitUntil(lambda: page.findChild(CasePane) is not None)
    settle(qtbot, desk)
    assert page.pane.file.case.id == case.id
    assert case.number in page.log.ui.target.text()
    assert page.panes == [page.ui.list_pane, page.pane, page.log]


def test_a_long_list_is_loaded_by_pages(desk, ask, an_organisation, a_case, qtbot):
    organisation = an_organisation()
    for number in range(66):
        a_case(organisation, title=f"Zaak {number}")
    page = CasesPage(desk)
    qtbot.addWidget(page)
    page.model.load(organisation.id)
    settle(qtbot, desk)
    assert page.model.rowCount() == 64


def test_the_list_is_a_model_qt_accepts_and_fetches_by_pages(
    desk, ask, an_organisation, a_case, qtbot
):
    organisation = an_organisation()
    for number in range(70):
        a_case(organisation, title=f"Zaak {number}")
    page = CasesPage(desk)
    qtbot.addWidget(page)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    page.show_place(Place(page=Page.CASES, organisation=organisation.id))
    settle(qtbot, desk)
    for _again in range(3):
        page.model.fetchMore(page.model.index(-1))
        settle(qtbot, desk)
    titles = [page.model.data(page.model.index(row)) for row in range(page.model.rowCount())]
    assert sorted(titles) == sorted(f"Zaak {number}" for number in range(70))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert "Zaak" in page.model.data(page.model.index(0), role)


def test_the_list_fetches_more_loose_conversations_and_then_the_cases(
    desk, an_organisation, a_case, a_talk, qtbot, monkeypatch
):
    monkeypatch.setattr(case_list, "PAGE", 3)
    organisation = an_organisation()
    for number in range(5):
        a_talk(organisation, text=f"Gesprek {number}")
        a_case(organisation, title=f"Zaak {number}")
    rows = case_list.CaseList(desk, desk.news)
    rows.load(organisation.id)
    settle(qtbot, desk)
    lengths = [rows.rowCount()]
    while rows.canFetchMore(QModelIndex()):
        rows.fetchMore(QModelIndex())
        settle(qtbot, desk)
        lengths.append(rows.rowCount())
    assert lengths == [3, 6, 9, 10]
    titles = [rows.data(rows.index(row)) for row in range(rows.rowCount())]
    assert titles[:5] == [f"Gesprek {number}" for number in reversed(range(5))]
    assert sorted(titles[5:]) == [f"Zaak {number}" for number in range(5)]


def test_the_palette_opens_a_loose_conversation_that_is_not_loaded_yet(
    desk, window, an_organisation, a_talk, qtbot, monkeypatch
):
    monkeypatch.setattr(case_list, "PAGE", 3)
    organisation = an_organisation()
    wanted = a_talk(organisation, text="Iemand vroeg naar de zeilboot")
    for number in range(25):
        a_talk(organisation, text=f"Gesprek {number}")
    shown = window(Place(page=Page.CASES, organisation=organisation.id))
    assert page_of(shown).model.row_of((True, wanted.conversation.id)) < 0
    shown.find_anything()
    palette = shown._palette
    QTest.keyClicks(palette.ui.typed, "zeilb")
    settle(qtbot, desk)
    QTest.keyClick(palette.ui.typed, Qt.Key.Key_Return)
    settle(qtbot, desk)
    page = page_of(shown)
    assert page.pane.ui.title.text() == "Los gesprek"
    assert page.pane._logged == wanted
    assert page.ui.pages.currentWidget() is page.ui.case_page


def test_a_palette_that_was_closed_takes_no_key_any_more(
    desk, window, an_organisation, a_case, qtbot
):
    organisation = an_organisation()
    case = a_case(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    shown.find_anything()
    settle(qtbot, desk)
    QTest.keyClick(shown._palette.ui.typed, Qt.Key.Key_Escape)
    assert not shown._palette.isVisible()
    shown.ui.open_agenda.setFocus()
    QTest.keyClick(shown.ui.open_agenda, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert shown.place.page is Page.AGENDA


@pytest.mark.parametrize(
    ("tab", "first", "last"),
    [(0, "timeline_scroll", "text"), (1, "agenda_scroll", "Afvinken"), (2, "title", "save")],
)
def test_tab_goes_through_the_whole_case_before_the_quick_log_below_it(
    desk, ask, window, an_organisation, a_case, a_talk, qtbot, tab, first, last
):
    organisation = an_organisation()
    case = a_case(organisation)
    for number in range(2):
        a_talk(organisation, case, f"Gesprek {number}")
    due = FollowUp(
        organisation=organisation.id, case=case.id, kind=known_codes.APPOINTMENT,
        due_on=desk.today(),
    )  # fmt: skip
    ask(lambda: desk.session.agenda.plan(due))
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    page = page_of(shown)
    page.pane.ui.tabs.setCurrentIndex(tab)
    settle(qtbot, desk)
    walked, part = [], page.pane.ui.tabs
    while not walked or part is not page.log.ui.form:
        walked.append(part.objectName() or part.text())
        part = part.nextInFocusChain()
        while not (part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus):
            part = part.nextInFocusChain()
    assert (walked[1], walked[-1]) == (first, last)
    of_each = [name for name in walked if name in {"more", "text"}]
    assert of_each == (["more", "text"] * 2 if tab == 0 else [])


def test_what_a_newcomer_types_finds_the_command(
    desk, ask, window, an_organisation, a_case, a_talk, qtbot
):
    organisation = an_organisation()
    case = a_case(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    for typed, command in (
        ("wachtzin", Command.CHANGE_PASSPHRASE),
        ("brief", Command.WRITE_LETTER),
        ("notitie", Command.ADD_NOTE),
        ("afspraak", Command.PLAN),
        ("gegevens", Command.EDIT_ORGANISATION),
    ):
        shown.find_anything()
        palette = shown._palette
        QTest.keyClicks(palette.ui.typed, typed)
        settle(qtbot, desk)
        found = [palette.hits.hit(row).command for row in range(palette.hits.rowCount())]
        assert command in found
        palette.shut()
    shown.do(Command.WRITE_LETTER)
    settle(qtbot, desk)
    dialog = shown.findChild(BeginLetterDialog)
    assert dialog.isVisible()
    assert shown.place.case == case.id
    dialog.reject()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_details_of_an_organisation_are_a_command_that_asks_which_over_all_of_them(
    desk, window, an_organisation, qtbot
):
    organisation = an_organisation()
    shown = window(Place(page=Page.TODAY))
    shown.do(Command.EDIT_ORGANISATION)
    menu = shown.findChild(NameMenu)
    assert menu.isVisible()
    menu.close()
    shown.go(Place(page=Page.CASES, organisation=organisation.id))
    shown.do(Command.EDIT_ORGANISATION)
    settle(qtbot, desk)
    assert shown.place == Place(page=Page.ORGANISATION, organisation=organisation.id)


def test_what_is_typed_after_the_keys_of_commands_leads_to_a_command(
    desk, window, an_organisation, a_case, a_talk, qtbot
):
    organisation = an_organisation()
    a_talk(organisation, a_case(organisation), text="De organisatie toetst dit zelf")
    shown = window(Place(page=Page.TODAY))
    shown.find_command()
    palette = shown._palette
    QTest.keyClicks(palette.ui.typed, "organisatie toe")
    settle(qtbot, desk)
    assert palette.ui.typed.text() == ">organisatie toe"
    QTest.keyClick(palette.ui.typed, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert shown.place.new_organisation


def test_a_screen_reader_says_what_was_found_and_of_which_kind_as_the_arrows_go(
    desk, window, an_organisation, a_case, heard, qtbot
):
    organisation = an_organisation()
    case = a_case(organisation, title="Zeilboot in de gracht")
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    shown.find_anything()
    palette = shown._palette
    QTest.keyClicks(palette.ui.typed, "zeilb")
    settle(qtbot, desk)
    assert (
        heard[-1]
        == f"Dossiers, Zeilboot in de gracht, {case.number}, {desk.label(case.status)}, {desk.day(desk.today())}"
    )
    palette.ui.typed.setText(">")
    settle(qtbot, desk)
    QTest.keyClick(palette.ui.typed, Qt.Key.Key_Down)
    second = palette.hits.hit(2)
    assert heard[-1] == f"Opdrachten, {second.title}, {second.when}"
    palette.ui.typed.setText("bestaat niet")
    settle(qtbot, desk)
    assert heard[-1] == palette.ui.nothing.text() != ""


def test_the_palette_finds_a_word_of_a_note_and_goes_there(
    desk, ask, window, an_organisation, a_case, a_talk, qtbot
):
    organisation = an_organisation()
    case = a_case(organisation)
    a_talk(organisation, case, text="Afgesproken dat de melder zeilboot noemt")
    shown = window(Place(page=Page.TODAY))
    QTest.keyClick(shown, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    palette = shown._palette
    QTest.keyClicks(palette.ui.typed, "zeilb")
    settle(qtbot, desk)
    titles = [palette.hits.hit(row).title for row in range(palette.hits.rowCount())]
    assert case.title in titles
    QTest.keyClick(palette.ui.typed, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert shown.place.case == case.id
    assert page_of(shown).pane.file.case.id == case.id


def test_every_page_opens_and_everything_focusable_has_a_name(
    desk, window, an_organisation, a_case, qtbot
):
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import (
        QAbstractButton,
        QComboBox,
        QLabel,
        QLineEdit,
        QPlainTextEdit,
        QWidget,
    )

    organisation = an_organisation()
    case = a_case(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    nameless = []
    for page in MAKERS:
        shown.go(Place(page=page, organisation=organisation.id))
        settle(qtbot, desk)
        current = shown.ui.pages.currentWidget()
        named = {label.buddy() for label in current.findChildren(QLabel)}
        for widget in current.findChildren(QWidget):
            kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
            reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
            if not isinstance(widget, kinds) or not reachable:
                continue
            interface = QAccessible.queryAccessibleInterface(widget)
            name = interface.text(QAccessible.Text.Name) if interface else ""
            owners = {widget, widget.parentWidget(), widget.parentWidget().parentWidget()}
            spoken = [own.accessibleName() for own in owners if own is not None]
            if not name and not any(spoken) and not owners & named:
                nameless.append((page, widget.objectName(), type(widget).__name__))
    assert nameless == []


def test_a_draft_that_waits_is_taken_up_in_the_organisation_of_its_case(
    desk, ask, window, an_organisation, a_case, qtbot
):
    an_organisation("Aalburg", "AALBURG")  # the first of the list, and not the one
    case = a_case(an_organisation())
    ask(lambda: desk.session.drafts.keep("quick_log", f"case {case.id}", "half af"))
    shown = window(Place(page=Page.TODAY))
    buttons = shown.ui.pages.currentWidget().findChildren(QPushButton)
    next(each for each in buttons if each.text() == "Verder schrijven").click()
    settle(qtbot, desk)
    assert (shown.place.organisation, shown.place.case) == (case.organisation, case.id)
    assert page_of(shown).log.ui.text.toPlainText() == "half af"


def test_where_there_is_little_height_the_fields_have_it_and_the_log_is_one_key_away(
    desk, window, an_organisation, a_case, qtbot
):
    organisation = an_organisation()
    case = a_case(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    page = page_of(shown)
    page.pane.ui.tabs.setCurrentIndex(2)
    assert page.log.isVisible()
    tall = page.log.ui.text.height()
    shown.resize(1024, 560)
    settle(qtbot, desk)
    assert not page.log.isVisible()
    shown.log_conversation()
    settle(qtbot, desk)
    assert page.pane.ui.tabs.currentIndex() == 0
    assert page.log.ui.text.hasFocus()
    assert page.log.ui.text.height() < tall
