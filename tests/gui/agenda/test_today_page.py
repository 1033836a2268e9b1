"""Vandaag: what waits, one line each, of all organisations."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from advisor_app.domain import known_codes
from advisor_app.domain.follow_up import FollowUp
from advisor_app.gui.agenda.today_page import TodayPage
from advisor_app.gui.places import Page, Place
from tests.gui.conftest import settle

WORDS = "Inzageverzoek: antwoord binnen een maand"


def shown_of(page, name):
    return [label.text() for label in page.findChildren(QLabel, name) if label.isVisible()]


def test_a_line_without_a_case_is_called_by_its_words_and_then_by_its_kind(
    desk, ask, an_organisation, open_page, qtbot
):
    organisation = an_organisation()
    for days, text in ((3, WORDS), (4, "")):
        due = FollowUp(
            organisation=organisation.id,
            kind=known_codes.TERM,
            due_on=desk.today() + timedelta(days),
            text=text,
        )
        ask(lambda due=due: desk.session.agenda.plan(due))
    page = open_page(TodayPage)
    page.show_place(Place(page=Page.TODAY))
    settle(qtbot, desk)
    assert shown_of(page, "title") == [WORDS, "Termijn"]
    assert shown_of(page, "facts") == ["Termijn  ·  Gemeente Waterdal", "Gemeente Waterdal"]
    days = [desk.short_day(desk.today() + timedelta(days)) for days in (3, 4)]
    assert shown_of(page, "time") == days


@pytest.mark.parametrize("row", [0, 1])
def test_the_line_that_has_the_focus_keeps_it_when_something_is_planned(
    desk, ask, window, an_organisation, a_case, qtbot, row
):
    case = a_case(an_organisation())

    def plan(days):
        due = FollowUp(
            case=case.id, kind=known_codes.AFTERCARE, due_on=desk.today() + timedelta(days)
        )
        ask(lambda: desk.session.agenda.plan(due))

    plan(0)
    plan(1)
    shown = window(Place(page=Page.TODAY))
    page = shown.ui.pages.currentWidget()
    page._rows[row].setFocus()
    plan(2)
    settle(qtbot, desk)
    assert len(page._rows) == 3
    assert shown.focusWidget() is page._rows[row]


def test_the_first_line_gets_the_focus_though_the_day_changed_before_it_was_read(
    desk, ask, window, an_organisation, a_case, qtbot
):
    case = a_case(an_organisation())
    due = FollowUp(case=case.id, kind=known_codes.AFTERCARE, due_on=desk.today())
    ask(lambda: desk.session.agenda.plan(due))
    shown = window(Place(page=Page.TODAY))
    page = shown.ui.pages.currentWidget()
    shown.ui.switch_organisation.setFocus()
    page.show_place(Place(page=Page.TODAY))
    page._reload(frozenset({FollowUp}))
    settle(qtbot, desk)
    assert shown.focusWidget() is page._rows[0]


@pytest.mark.parametrize("page", [Page.TODAY, Page.AGENDA])
def test_a_line_is_seen_when_it_gets_the_focus_or_the_window_gives_it_away(
    desk, ask, window, an_organisation, a_case, qtbot, page
):
    case = a_case(an_organisation())
    due = FollowUp(case=case.id, kind=known_codes.AFTERCARE, due_on=desk.today())
    ask(lambda: desk.session.agenda.plan(due))
    shown = window(Place(page=page, organisation=case.organisation))
    got = []

    def note(_old, new):
        if new is not None and new.objectName() in {"DayRow", "AgendaRow"}:
            got.append(new.isVisible())

    QApplication.instance().focusChanged.connect(note)
    shown.ui.switch_organisation.setFocus()
    shown.ui.pages.currentWidget().show_place(Place(page=page, organisation=case.organisation))
    settle(qtbot, desk)
    QApplication.instance().focusChanged.disconnect(note)
    assert got == [True]


def log_contact(window):
    buttons = window.findChildren(QPushButton)
    next(each for each in buttons if each.text() == "Contact vastleggen").click()


def test_a_contact_is_ticked_off_once_it_is_logged_and_not_before(
    desk, ask, window, an_organisation, a_case, qtbot
):
    case = a_case(an_organisation())
    due = FollowUp(case=case.id, kind=known_codes.AFTERCARE, due_on=desk.today())
    planned = ask(lambda: desk.session.agenda.plan(due))
    shown = window(Place(page=Page.TODAY))

    def done_on():
        (only,) = ask(lambda: desk.session.agenda.of_case(case.id))
        return only.done_on

    log_contact(shown)
    settle(qtbot, desk)
    log = shown.ui.pages.currentWidget().log
    assert log.ui.text.hasFocus()
    assert done_on() is None
    log.ui.text.setPlainText("Het gaat beter.")
    log.save()
    settle(qtbot, desk)
    assert done_on() == desk.today()
    assert shown._floats.toast.ui.text.text() == "Nazorg is afgevinkt."
    shown.take_back()
    settle(qtbot, desk)
    assert ask(lambda: desk.session.agenda.of_case(case.id)) == [planned]


def test_a_contact_in_another_case_ticks_nothing_off(
    desk, ask, window, an_organisation, a_case, qtbot
):
    client = an_organisation()
    case, other = a_case(client), a_case(client, title="Een ander dossier")
    due = FollowUp(case=case.id, kind=known_codes.AFTERCARE, due_on=desk.today())
    planned = ask(lambda: desk.session.agenda.plan(due))
    shown = window(Place(page=Page.TODAY))
    log_contact(shown)
    settle(qtbot, desk)
    page = shown.ui.pages.currentWidget()
    page._show_case(other.id)
    settle(qtbot, desk)
    page.log.log_for_case(other)
    page.log.ui.text.setPlainText("Een ander gesprek.")
    page.log.save()
    settle(qtbot, desk)
    assert ask(lambda: desk.session.agenda.of_case(case.id)) == [planned]
