"""Vandaag says whose retention ends; the list says since when, and leads to the case."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox

from advisor_app.domain.codes import Code
from advisor_app.gui.cases.cases_page import CasesPage
from advisor_app.gui.places import Page, Place
from advisor_app.gui.retention.destructions_dialog import DestructionsDialog
from advisor_app.gui.retention.retention_dialog import PAGE, RetentionDialog
from tests.gui.conftest import button_words, cut_off, nameless, press, settle

AGREED = Code("SLU-OVL")


def close_and_wait_two_years(desk, ask, clock, organisation, a_case, titles):
    for title in titles:
        case = a_case(organisation, title=title)
        ask(lambda case=case: desk.session.casework.close_case(case.id, AGREED))
    clock.at = clock.at.replace(year=2028)
    return case


def test_vandaag_leads_to_the_cases_whose_retention_ends(
    desk, ask, window, clock, an_organisation, a_case, qtbot
):
    organisation = an_organisation()
    case = close_and_wait_two_years(desk, ask, clock, organisation, a_case, ["Oud dossier"])
    a_case(organisation, title="Loopt nog")
    shown = window(Place(page=Page.TODAY))
    today = shown.ui.pages.currentWidget()
    assert "Nog vóór 1 december 2028" in words_of(today)
    assert "1 dossier" not in words_of(today)
    QTest.keyClick(today, Qt.Key.Key_1)
    settle(qtbot, desk)
    dialog = today.findChild(RetentionDialog)
    line = dialog.model.line(0)
    assert (dialog.model.rowCount(), line.title) == (1, "Oud dossier")
    assert line.state == (
        "Bewaartermijn voorbij sinds 20 november 2028, nog niet in vastgestelde cijfers"
    )
    assert (cut_off(dialog), nameless(dialog)) == ([], [])
    QTest.keyClick(dialog.ui.cases, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert shown.place.case == case.id
    assert not dialog.isVisible()


def test_without_such_cases_vandaag_says_nothing_about_it(
    desk, window, an_organisation, a_case, qtbot
):
    a_case(an_organisation())
    shown = window(Place(page=Page.TODAY))
    assert "Bewaartermijn" not in words_of(shown.ui.pages.currentWidget())


def test_a_long_list_is_fetched_by_pages(desk, ask, clock, an_organisation, a_case, qtbot):
    titles = [f"Dossier {number}" for number in range(PAGE + 2)]
    close_and_wait_two_years(desk, ask, clock, an_organisation(), a_case, titles)
    dialog = RetentionDialog(desk, None, None)
    qtbot.addWidget(dialog)
    settle(qtbot, desk)
    assert dialog.model.rowCount() == PAGE
    dialog.model.fetchMore(dialog.model.index(-1))
    settle(qtbot, desk)
    rows = range(dialog.model.rowCount())
    assert [dialog.model.line(row).title for row in rows] == titles
    assert dialog.model.line(0).value.ends_on == date(2028, 11, 20)


@pytest.fixture
def listed(desk, ask, clock, an_organisation, a_case, window, qtbot):
    """Three cases whose retention has ended, in the list, above the page of one of them."""
    organisation = an_organisation()
    last = close_and_wait_two_years(desk, ask, clock, organisation, a_case, ["Een", "Twee", "Drie"])
    main = window(Place(page=Page.CASES, organisation=organisation.id, case=last.id))
    settle(qtbot, desk)
    page = main.findChild(CasesPage)
    page.log.ui.text.setPlainText("Nog een woord")
    dialog = RetentionDialog(desk, None, main)
    dialog.open()
    settle(qtbot, desk)
    return dialog, page


def questions(dialog):
    return [each for each in dialog.findChildren(QMessageBox) if each.isVisible()]


def test_all_that_is_chosen_is_destroyed_after_one_question_one_by_one(
    listed, desk, ask, qtbot, clock
):
    dialog, page = listed
    lines = [dialog.model.line(row).value for row in range(3)]
    QTest.keyClick(dialog.ui.cases, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert (dialog.ui.destroy.isEnabled(), dialog.ui.open_case.isEnabled()) == (True, False)
    dialog.ui.destroy.click()
    settle(qtbot, desk)
    (box,) = questions(dialog)
    assert box.text() == "3 dossiers vernietigen?"
    assert "elk krijgt een eigen verklaring" in box.informativeText()
    assert ", ".join(line.number for line in lines) in box.informativeText()
    assert button_words(box.defaultButton()) == "Annuleren"
    press(box, "Vernietigen")
    settle(qtbot, desk)
    assert len(ask(desk.session.retention.destructions)) == 3
    assert (dialog.model.rowCount(), page.pane.file) == (0, None)
    drafts = [ask(lambda at=f"case {line.id}": desk.session.drafts.find("quick_log", at))
              for line in lines]  # fmt: skip
    assert drafts == [None, None, None]
    (told,) = questions(dialog)
    assert told.text() == "3 dossiers uit deze kluis verwijderd."
    assert told.informativeText() == "Van elk staat er een verklaring in het register."
    assert button_words(told.defaultButton()) == "Sluiten"  # there is nothing left to cancel
    press(told, "Register openen…")
    settle(qtbot, desk)
    assert dialog.findChild(DestructionsDialog).model.rowCount() == 3
    assert not dialog.ui.destroy.isEnabled()
    ask(desk.session.require_whole)


def test_one_of_the_list_is_asked_about_by_its_number_and_offers_its_certificate(
    listed, desk, qtbot
):
    dialog, _page = listed
    line = dialog.model.line(0).value
    dialog.ui.destroy.click()
    settle(qtbot, desk)
    (box,) = questions(dialog)
    assert box.text() == f"Dossier {line.number} vernietigen?"
    assert "elk" not in box.informativeText()
    press(box, "Vernietigen")
    settle(qtbot, desk)
    (told,) = questions(dialog)
    assert [button_words(each) for each in told.buttons()] == ["Verklaring opslaan…", "Sluiten"]


def test_one_that_cannot_be_destroyed_is_told_and_stays_with_those_behind_it(
    listed, desk, ask, qtbot
):
    dialog, _page = listed
    second = dialog.model.line(1).value
    dialog.ui.cases.selectAll()
    dialog.ui.destroy.click()
    settle(qtbot, desk)
    ask(lambda: desk.session.retention.hold(second.id, Code("HLD-RZK")))  # meanwhile
    press(questions(dialog)[0], "Vernietigen")
    settle(qtbot, desk)
    assert dialog.ui.problem.text().startswith("Dit dossier wordt aangehouden.")
    assert len(ask(desk.session.retention.destructions)) == 1
    assert dialog.model.line(0).value.id == second.id
    assert dialog.model.rowCount() == 2


def test_what_is_chosen_is_kept_longer_on_a_ground_and_then_not_destroyed(listed, desk, qtbot):
    dialog, _page = listed
    dialog.ui.cases.selectAll()
    grounds = {action.text(): action for action in dialog.ui.hold.menu().actions()}
    grounds["Rechtszaak of strafzaak"].trigger()
    settle(qtbot, desk)
    states = [dialog.model.line(row).state for row in range(3)]
    assert all("aangehouden: Rechtszaak of strafzaak" in state for state in states)
    assert (dialog.ui.hold.isEnabled(), dialog.ui.destroy.isEnabled()) == (True, False)
    assert dialog.ui.reason.text().startswith("Aangehouden.")
    assert dialog.ui.destroy.accessibleDescription() == dialog.ui.reason.text()
    grounds["Niet langer aanhouden"].trigger()
    settle(qtbot, desk)
    assert "aangehouden" not in dialog.model.line(0).state
    assert (dialog.ui.destroy.isEnabled(), cut_off(dialog)) == (True, [])
    assert dialog.ui.reason.text() == ""


def words_of(page):

    return " ".join(label.text() for label in page.findChildren(QLabel))
