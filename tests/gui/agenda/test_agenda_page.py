"""What is planned is added, moved, ticked off and taken out by keys, and every step can be undone."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from advisor_app.domain import known_codes
from advisor_app.domain.case import NewCase
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.problems import Problem
from advisor_app.gui.agenda.agenda_page import AgendaPage
from advisor_app.gui.agenda.follow_up_dialog import FollowUpDialog
from advisor_app.gui.places import Page, Place
from tests.gui.conftest import nameless, settle


@pytest.fixture
def organisation(an_organisation):
    return an_organisation()


@pytest.fixture
def a_plan(desk, ask, organisation):
    def make(day, kind=known_codes.APPOINTMENT, **known):
        follow_up = FollowUp(organisation=organisation.id, kind=kind, due_on=day, **known)
        return ask(lambda: desk.session.agenda.plan(follow_up))

    return make


@pytest.fixture
def a_case(desk, ask, organisation):
    new = NewCase(organisation=organisation.id, title="Herhaalde opmerkingen in team")
    return ask(lambda: desk.session.casework.open_case(new))


@pytest.fixture
def undo(desk):
    offered = []
    desk.news.undo_offered.connect(lambda words, back: offered.append((words, back)))
    return offered


@pytest.fixture
def open_page(desk, organisation, qtbot):
    pages = []  # what nobody holds, ends

    def make():
        page = AgendaPage(desk)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1060, 770)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.show_place(Place(page=Page.AGENDA, organisation=organisation.id))
        settle(qtbot, desk)
        return page

    yield make
    pages.clear()


@pytest.fixture
def dialog(desk, organisation, open_page, qtbot):
    def make(follow_up=None):
        made = FollowUpDialog(desk, None, organisation.id, follow_up, open_page())
        made.open()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return make


def open_things(desk, ask, organisation):
    return [
        line.follow_up
        for line in ask(lambda: desk.session.agenda.ahead(organisation.id, date(2030, 1, 1)))
    ]


def texts_of(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_an_empty_agenda_says_what_belongs_here_and_offers_it(open_page):
    page = open_page()
    assert page.ui.empty.isVisible()
    assert page.ui.add_first.hasFocus()
    assert not page.ui.add.isVisible()


def test_the_earliest_stands_on_top_and_what_is_late_says_so(open_page, a_plan, a_case):
    a_plan(date(2026, 11, 20), due_at=time(16, 30), text="Later vandaag")
    a_plan(date(2026, 11, 20), due_at=time(14, 0), case=a_case.id)
    a_plan(date(2026, 11, 12), kind=known_codes.FOLLOW_UP, text="Bellen")
    a_plan(date(2027, 1, 15), text="Net binnen acht weken")
    a_plan(date(2027, 1, 16), text="Te ver weg")
    page = open_page()
    texts = texts_of(page)
    order = ["Donderdag 12 november 2026", "over tijd", "Bellen", "vandaag", a_case.title]
    order += ["Later vandaag", "Net binnen acht weken"]
    places = [texts.index(each) for each in order]
    assert places == sorted(places)
    assert "Te ver weg" not in texts
    assert page._rows[0].hasFocus()


def test_what_is_planned_after_eight_weeks_is_shown_on_request(desk, open_page, a_plan, qtbot):
    a_plan(date(2026, 11, 23), text="Morgen")
    a_plan(date(2027, 2, 1), text="Nazorg")
    page = open_page()
    assert len(page._rows) == 1
    QTest.mouseClick(page.ui.later, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)
    titles = [row.findChild(QLabel, "title").text() for row in page._rows]
    assert titles == ["Morgen", "Nazorg"]
    assert page._rows[1].hasFocus()
    assert not page.ui.later.isVisible()


def test_an_agenda_with_nothing_but_later_things_is_not_called_empty(open_page, a_plan):
    a_plan(date(2027, 2, 1), text="Nazorg")
    page = open_page()
    assert not page.ui.empty.isVisible()
    assert page.ui.later.hasFocus()


def test_what_was_just_planned_for_later_is_in_sight(desk, open_page, qtbot):
    page = open_page()
    page.plan()
    dialog = page.findChild(FollowUpDialog)
    dialog.ui.due_on.set_day(date(2027, 2, 1))
    dialog.save()
    settle(qtbot, desk)
    assert len(page._rows) == 1


def test_of_another_organisation_nothing_is_shown(desk, ask, open_page, an_organisation):
    other = an_organisation(name="De Esdoorn", code="ESDOORN")
    plan = FollowUp(organisation=other.id, kind=known_codes.TERM, due_on=date(2026, 11, 21))
    ask(lambda: desk.session.agenda.plan(plan))
    assert open_page().ui.empty.isVisible()


def test_space_ticks_off_and_the_toast_takes_it_back(
    desk, ask, open_page, a_plan, undo, organisation, qtbot
):
    first, second = (a_plan(date(2026, 11, day), text=str(day)) for day in (23, 24))
    page = open_page()
    press(Qt.Key.Key_Space)
    settle(qtbot, desk)
    assert open_things(desk, ask, organisation) == [second]
    assert page._rows[0].hasFocus()
    ((words, back),) = undo
    assert "23" not in words
    back()
    settle(qtbot, desk)
    assert open_things(desk, ask, organisation) == [first, second]


def test_delete_takes_out_and_the_toast_puts_it_back(
    desk, ask, open_page, a_plan, undo, organisation, qtbot
):
    planned = a_plan(date(2026, 11, 23), due_at=time(9, 30), text="Overleg")
    page = open_page()
    press(Qt.Key.Key_Delete)
    settle(qtbot, desk)
    assert open_things(desk, ask, organisation) == []
    assert page.ui.add_first.hasFocus()
    undo[0][1]()
    settle(qtbot, desk)
    (again,) = open_things(desk, ask, organisation)
    assert (again.due_on, again.due_at, again.text) == (
        planned.due_on,
        planned.due_at,
        planned.text,
    )


def test_arrows_go_from_row_to_row_and_stop_at_the_ends(open_page, a_plan):
    for day in (21, 22, 23):
        a_plan(date(2026, 11, day))
    page = open_page()
    for key, expected in (
        (Qt.Key.Key_Up, 0), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
    ):  # fmt: skip
        press(key)
        assert page._rows[expected].hasFocus()


def test_the_focus_stays_on_the_row_after_one_of_its_buttons(desk, open_page, a_plan, qtbot):
    for day in (21, 22, 23):
        a_plan(date(2026, 11, day))
    page = open_page()
    page._rows[1].findChild(QPushButton, "finish").setFocus()
    press(Qt.Key.Key_Space)
    settle(qtbot, desk)
    assert len(page._rows) == 2
    assert page._rows[1].hasFocus()


def test_enter_opens_the_case(desk, open_page, a_plan, a_case):
    a_plan(date(2026, 11, 23), case=a_case.id)
    places = []
    desk.news.wanted.connect(places.append)
    open_page()
    press(Qt.Key.Key_Return)
    assert [(place.page, place.case) for place in places] == [(Page.CASES, a_case.id)]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_the_menu_of_a_row_moves_it(desk, ask, open_page, a_plan, undo, organisation, qtbot):
    planned = a_plan(date(2026, 11, 23), due_at=time(14, 0), text="Overleg")
    page = open_page()
    page._rows[0].findChild(QPushButton, "more").click()
    menu = page.findChild(QMenu)
    change = next(action for action in menu.actions() if action.text().startswith("Verzetten"))
    menu.close()
    change.trigger()
    made = page.findChild(FollowUpDialog)
    assert made.ui.due_on.line.text() == "ma 23 nov 2026"
    assert (made.ui.due_at.text(), made.ui.text.text()) == ("14:00", "Overleg")
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.ui.due_on.line.selectAll()
    QTest.keyClicks(made.ui.due_on.line, "+7")
    QTest.keyClick(made.ui.due_on.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    (moved,) = open_things(desk, ask, organisation)
    assert (moved.id, moved.due_on, moved.due_at) == (planned.id, date(2026, 11, 27), time(14, 0))
    undo[0][1]()
    settle(qtbot, desk)
    assert open_things(desk, ask, organisation) == [planned]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("14:00", time(14)), ("9", time(9)), ("9u", time(9)), ("9.30", time(9, 30)),
     ("16h05", time(16, 5)), ("10 uur", time(10)), ("", None)],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(desk, ask, dialog, organisation, qtbot, typed, kept):
    made = dialog()
    QTest.keyClicks(QApplication.focusWidget(), "morgen")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(made.ui.due_at, typed)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    (planned,) = open_things(desk, ask, organisation)
    assert (planned.due_on, planned.due_at) == (date(2026, 11, 21), kept)


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [("due_on", "", Problem.EMPTY), ("due_on", "32-13", Problem.NOT_A_DATE),
     ("due_on", "1-1-2206", Problem.TOO_FAR_AHEAD), ("due_at", "25:00", Problem.NOT_A_TIME),
     ("due_at", "straks", Problem.NOT_A_TIME)],
)  # fmt: skip
def test_what_cannot_be_planned_is_said_below_its_field(
    desk, ask, dialog, organisation, qtbot, field, typed, problem
):
    from advisor_app.services import words

    made = dialog()
    made.ui.due_on.line.setText("morgen")
    widget = getattr(made.ui, field)
    getattr(widget, "line", widget).setText(typed)
    made.save()
    settle(qtbot, desk)
    below = getattr(made.ui, f"{field}_problem")
    assert below.text() == words.sentence(problem, desk.language)
    assert below.isVisible()
    assert made.isVisible()
    assert open_things(desk, ask, organisation) == []


def test_escape_loses_no_words(desk, ask, dialog, undo, organisation, qtbot):
    made = dialog()
    QTest.keyClicks(made.ui.text, "Vervolggesprek op locatie")
    press(Qt.Key.Key_Escape)
    assert not made.isVisible()
    undo[0][1]()
    assert made.isVisible()
    assert made.ui.text.text() == "Vervolggesprek op locatie"
    made.ui.due_on.line.setText("vrijdag")
    made.save()
    settle(qtbot, desk)
    (planned,) = open_things(desk, ask, organisation)
    assert (planned.text, planned.due_on) == ("Vervolggesprek op locatie", date(2026, 11, 27))


def test_escape_from_an_untouched_form_says_nothing(dialog, undo):
    dialog().reject()
    assert undo == []


def test_long_words_are_wrapped_and_nothing_is_cut_off(open_page, a_plan):
    a_plan(date(2026, 11, 23), text="overleg " * 60)
    page = open_page()
    page.resize(620, 500)
    assert page.ui.content.width() <= page.ui.scroll.viewport().width()


def test_everything_focusable_has_a_name_that_says_what_it_is_about(open_page, a_plan, dialog):
    a_plan(date(2026, 11, 23), text="Overleg")
    page = open_page()
    assert nameless(page) == []
    finish = page._rows[0].findChild(QPushButton, "finish")
    assert "Overleg" in finish.accessibleName()
    assert "maandag 23 november" in page._rows[0].accessibleName().lower()
    assert nameless(dialog()) == []


def test_what_was_just_planned_first_has_the_focus(desk, open_page, qtbot):
    page = open_page()
    page.plan()
    dialog = page.findChild(FollowUpDialog)
    dialog.ui.due_on.set_day(desk.today())
    dialog.save()
    settle(qtbot, desk)
    assert page.focusWidget() in page._rows
