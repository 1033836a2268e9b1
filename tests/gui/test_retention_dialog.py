"""Vandaag says whose retention ends; the list says since when, and leads to the case."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from advisor_app.domain.codes import Code
from advisor_app.gui.places import Page, Place
from advisor_app.gui.retention_dialog import PAGE, RetentionDialog
from tests.gui.conftest import cut_off, nameless, settle

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
    assert "1 dossier vóór 1 december 2028" in words_of(today)
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


def words_of(page):

    return " ".join(label.text() for label in page.findChildren(QLabel))
