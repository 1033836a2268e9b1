"""Where the clock went back, the advisor says whether it is right; no word is lost meanwhile."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from advisor_app.gui.places import Page, Place
from tests.gui.conftest import button_words, press, settle

TEXT = "Melder belde terug"


@pytest.fixture
def log(window, an_organisation, a_case, clock, desk, qtbot):
    organisation = an_organisation()
    case = a_case(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id, log=True))
    clock.pass_by(hours=-3)
    log = shown.ui.pages.currentWidget().log
    log.ui.held_on.set_day(clock.today())
    QTest.keyClicks(log.ui.text, TEXT)
    log.save()
    settle(qtbot, desk)
    return log


def questions(log):
    return [box for box in log.window().findChildren(QMessageBox) if box.isVisible()]


def test_the_question_names_the_time_and_what_was_typed_stays(log, qtbot, desk):
    [box] = questions(log)
    assert box.text() == "Klopt de klok van deze computer?"
    assert desk.moment(desk.now()) in box.informativeText()
    assert button_words(box.defaultButton()) == "Annuleren"
    press(box, "Annuleren")
    assert log.ui.text.toPlainText() == TEXT
    log.save()
    settle(qtbot, desk)
    assert len(questions(log)) == 1


def test_once_the_time_is_said_to_be_right_work_goes_on(log, qtbot, desk, ask):
    [box] = questions(log)
    press(box, "De tijd klopt, ga verder")
    settle(qtbot, desk)
    assert log.window()._floats.toast.ui.text.text().startswith("U kunt verder.")
    log.save()
    settle(qtbot, desk)
    assert questions(log) == []
    assert log.ui.text.toPlainText() == ""
    case = log.window().place.case
    [entry] = ask(lambda: desk.session.casework.timeline(case))
    assert entry.logged.note.body == TEXT
    ask(desk.session.require_whole)
