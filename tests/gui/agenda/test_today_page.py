"""Vandaag: what waits, one line each, of all organisations."""

from datetime import timedelta

from PySide6.QtWidgets import QLabel

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
