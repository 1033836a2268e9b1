"""Vandaag says which figures wait, and by which day a choice must be made."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from advisor_app.domain.reporting import Rung
from advisor_app.gui.places import Page, Place
from tests.gui.conftest import cut_off, nameless, settle


def words_of(page):
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def test_a_choice_that_is_near_is_one_key_away_and_gone_once_made(
    desk, ask, window, an_organisation, qtbot
):
    organisation = an_organisation()
    shown = window(Place(page=Page.TODAY))
    today = shown.ui.pages.currentWidget()
    words = words_of(today)
    assert "Cijfers kiezen" in words
    assert "Vóór 1 januari 2027" in words
    assert (cut_off(shown), nameless(shown)) == ([], [])
    QTest.keyClick(today, Qt.Key.Key_2)  # 1 is the backup
    settle(qtbot, desk)
    assert shown.place == Place(page=Page.FIGURES, organisation=organisation.id, release="2026")
    for year in ("2026", "2027"):
        ask(lambda year=year: desk.session.reporting.choose(organisation.id, year, Rung.YEAR_TOTAL))
    shown.open_today()
    settle(qtbot, desk)
    assert "Cijfers kiezen" not in words_of(today)


def test_figures_that_are_ready_are_told_of_all_organisations_the_first_by_name(
    desk, ask, window, clock, an_organisation, qtbot
):
    names = ["Aa", "Berkel", "Dommel", "Eem", "Geul"]
    made = [an_organisation(f"Gemeente {name}", name.upper()) for name in names]
    for each in made:
        ask(lambda each=each: desk.session.reporting.choose(each.id, "2027", Rung.YEAR_TOTAL))
    clock.at = datetime(2028, 1, 4, 9, tzinfo=UTC)
    shown = window(Place(page=Page.TODAY))
    today = shown.ui.pages.currentWidget()
    words = words_of(today)
    assert "5 perioden zijn voorbij" in words
    told = "Gemeente Aa, Gemeente Berkel, Gemeente Dommel en nog 2\n"
    assert [each for each in words if each.startswith(told)]
    QTest.keyClick(today, Qt.Key.Key_2)  # 1 is the backup
    settle(qtbot, desk)
    assert shown.place == Place(page=Page.FIGURES, organisation=made[0].id, release="2027")
    shown.go(Place(page=Page.TODAY, organisation=made[1].id))
    settle(qtbot, desk)
    assert "1 periode is voorbij" in words_of(today)


def test_of_many_texts_that_wait_the_latest_two_are_there_and_the_rest_is_told(
    desk, ask, window, an_organisation, a_case, qtbot
):
    organisation = an_organisation()
    cases = [a_case(organisation, f"Zaak {number}") for number in range(4)]
    for case in cases[:2]:
        ask(lambda case=case: desk.session.drafts.keep("quick_log", f"case {case.id}", "Begin"))
    shown = window(Place(page=Page.TODAY))
    words = words_of(shown.ui.pages.currentWidget())
    assert words.count("Concept wacht op u") == 2
    assert not [each for each in words if each.startswith("En nog")]
    for case in cases[2:]:
        ask(lambda case=case: desk.session.drafts.keep("quick_log", f"case {case.id}", "Begin"))
    shown.open_today()
    settle(qtbot, desk)
    words = words_of(shown.ui.pages.currentWidget())
    assert words.count("Concept wacht op u") == 2
    assert "En nog 2 concepten, elk waar u het schreef." in words
    assert (cut_off(shown), nameless(shown)) == ([], [])
