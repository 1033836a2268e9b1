"""A conversation is timed by its own clock, wherever the advisor goes meanwhile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor_app.gui.cases.quick_log import MEASURED, STOPPED
from advisor_app.gui.places import Page, Place
from tests.gui.conftest import settle


def log_of(window):
    return window.ui.pages.currentWidget().log


def start(log):
    log.ui.minutes.setFocus()
    QTest.keyClick(log.ui.minutes, Qt.Key.Key_End)


def stop(log):
    start(log)  # the last choice of a clock that runs is to stop it


@pytest.fixture
def organisation(an_organisation):
    return an_organisation()


@pytest.fixture
def cases(organisation, a_case):
    return [a_case(organisation, title=title) for title in ("Een", "Twee")]


@pytest.fixture
def at(window, organisation, desk, qtbot):
    shown = []

    def go(case=None):
        place = Place(
            page=Page.CASES, organisation=organisation.id, case=case and case.id, log=True
        )
        if shown:
            shown[0].go(place)
        else:
            shown.append(window(place))
        settle(qtbot, desk)
        return shown[0]

    return go


def test_a_clock_that_runs_gives_the_minutes(desk, ask, at, cases, clock, qtbot):
    case = cases[0]
    log = log_of(at(case))
    box = log.ui.minutes
    start(log)
    assert box.currentText() == "1 min, klok loopt"
    clock.pass_by(minutes=11, seconds=20)
    log._show_measured()
    assert box.currentText() == "12 min, klok loopt"
    clock.pass_by(minutes=10)
    QTest.keyClicks(log.ui.text, "Lang gesprek")
    log.save()
    settle(qtbot, desk)
    (entry,) = ask(lambda: desk.session.casework.timeline(case.id))
    assert entry.logged.conversation.minutes == 22
    assert box.currentText() == "15 min"
    box.setCurrentIndex(box.count() - 1)
    assert box.currentText() == "Klok starten"


def test_a_clock_goes_on_while_another_case_is_shown_and_is_in_sight_everywhere(
    desk, at, cases, clock, qtbot
):
    shown = at(cases[0])
    assert not shown.ui.clock.isVisible()
    start(log_of(shown))
    clock.pass_by(minutes=4, seconds=5)
    at(cases[1])
    log = log_of(shown)
    assert log.ui.minutes.currentText() == "15 min"
    assert log.ui.minutes.findData(STOPPED) == -1
    shown.open_today()
    settle(qtbot, desk)
    assert shown.ui.clock.isVisible()
    assert shown.ui.clock.text() == f"Klok loopt: {cases[0].number}, 5 min"
    shown.ui.clock.click()
    settle(qtbot, desk)
    assert shown.place.case == cases[0].id
    assert log.ui.minutes.currentText() == "5 min, klok loopt"


def test_two_conversations_have_two_clocks(desk, ask, at, cases, clock, qtbot):
    shown = at(cases[0])
    start(log_of(shown))
    clock.pass_by(minutes=10)
    start(log_of(at(cases[1])))
    settle(qtbot, desk)
    assert shown.ui.clock.text() == "2 klokken lopen"
    running = ask(desk.session.clocks.running)
    assert [each.number for each in running] == [cases[1].number, cases[0].number]
    QTest.keyClicks(log_of(shown).ui.text, "Kort")
    log_of(shown).save()
    settle(qtbot, desk)
    assert shown.ui.clock.text() == f"Klok loopt: {cases[0].number}, 10 min"


def test_stopping_fills_in_the_minutes_and_is_taken_back(desk, ask, at, cases, clock, qtbot):
    shown = at(cases[0])
    log = log_of(shown)
    start(log)
    clock.pass_by(minutes=11, seconds=20)
    stop(log)
    settle(qtbot, desk)
    assert (log.ui.minutes.currentText(), log.ui.minutes.currentData()) == ("12 min", 12)
    assert ask(desk.session.clocks.running) == []
    assert not shown.ui.clock.isVisible()
    clock.pass_by(minutes=3)
    shown.take_back()
    settle(qtbot, desk)
    assert log.ui.minutes.currentData() == MEASURED
    assert shown.ui.clock.text() == f"Klok loopt: {cases[0].number}, 15 min"


def test_a_clock_outlives_the_window_that_started_it(desk, window, at, cases, clock, qtbot):
    """As after a lock or a crash: another window of the same vault finds it."""
    start(log_of(at(cases[0])))
    settle(qtbot, desk)
    clock.pass_by(minutes=30)
    again = window(Place(page=Page.TODAY))
    assert again.ui.clock.text() == f"Klok loopt: {cases[0].number}, 30 min"
    again.ui.clock.click()
    settle(qtbot, desk)
    assert log_of(again).ui.minutes.currentText() == "30 min, klok loopt"


def test_a_loose_conversation_is_timed_too(desk, ask, at, clock, qtbot):
    shown = at()
    start(log_of(shown))
    settle(qtbot, desk)
    assert shown.ui.clock.text() == "Klok loopt: los gesprek, 1 min"
    assert ask(desk.session.agenda.day).drafts == ()
