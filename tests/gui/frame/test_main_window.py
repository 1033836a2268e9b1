"""The window fits the screens of laptops at the sizes of type that people choose."""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import UNSAVED
from advisor_app.domain.language import Language
from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.look import Look
from advisor_app.gui.places import Page, Place
from advisor_app.gui.scrolling import FRAME
from advisor_app.gui.vaults.settings_page import SettingsPage
from tests.conftest import PASSPHRASE
from tests.gui.cases.test_cases_page import MAKERS, settle
from tests.gui.conftest import cut_off, tab_chain

LONG = "Herhaalde opmerkingen over uiterlijk, afkomst en leeftijd in het team van de buitendienst"


@pytest.fixture
def window_at(desk, ask, qtbot, an_organisation, tmp_path):
    """Open a window at a scale in percent, with long words everywhere."""
    organisation = an_organisation("Stichting Samenwerkende Scholen Waterland en Omstreken")
    case = ask(
        lambda: desk.session.casework.open_case(
            NewCase(
                organisation=organisation.id, title=LONG[:60], alias="Merel van den Berg-Duinhoven"
            )
        )
    )
    due = FollowUp(
        id=UNSAVED,
        organisation=organisation.id,
        case=case.id,
        kind=Code("FUP-AFS"),
        due_on=desk.today(),
        due_at=time(14),
        text=LONG,
    )
    ask(lambda: desk.session.agenda.plan(due))
    letter = ask(lambda: desk.session.correspondence.begin(case.id, "gespreksbevestiging"))
    windows = []

    def open_at(percent):
        look = Look(Theme.LIGHT, percent, Typeface.INTER)
        look.wear(QApplication.instance())
        scaled = replace(desk, look=look)
        makers = {**MAKERS, Page.SETTINGS: lambda it: SettingsPage(it, None, None)}
        window = MainWindow(scaled.look)
        window.enter(scaled, makers, Place(page=Page.TODAY), 5)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        settle(qtbot, desk)
        return window, [
            Place(page=Page.TODAY),
            Place(page=Page.CASES, organisation=organisation.id, case=case.id),
            Place(page=Page.CASES, organisation=organisation.id, log=True),
            Place(page=Page.AGENDA, organisation=organisation.id),
            Place(page=Page.LETTERS, organisation=organisation.id, letter=letter.id),
            Place(page=Page.FIGURES, organisation=organisation.id),
            Place(page=Page.HISTORY, organisation=organisation.id),
            Place(page=Page.TRENDS, organisation=organisation.id),
            Place(page=Page.ORGANISATION, organisation=organisation.id),
        ]

    yield open_at
    for window in windows:
        window.leave_quietly()
        window.close()


@pytest.mark.parametrize(
    ("percent", "width", "height"),
    [(100, 1024, 700), (150, 1280, 720), (200, 1600, 1000)],
)
def test_every_page_fits_a_laptop(window_at, qtbot, desk, percent, width, height):
    window, places = window_at(percent)
    window.resize(width, height)
    for place in places:
        window.go(place)
        settle(qtbot, desk)
        page = window.ui.pages.currentWidget()
        assert (place.page, window.width(), window.height()) == (place.page, width, height)
        assert (place.page, cut_off(window)) == (place.page, [])
        least = page.minimumSizeHint()
        assert (least.width() <= page.width(), least.height() <= page.height()) == (True, True)


@pytest.fixture
def english_window(window_at, translation, desk, ask, qtbot):
    """A window at 200 % in English, in a case that is being timed, without a backup yet."""
    translation.wear(Language.EN)

    def open_at(width):
        window, places = window_at(200)
        window.resize(width, 900)
        window.go(places[1])
        settle(qtbot, desk)
        case = window.place.case
        ask(lambda: desk.session.clocks.start(f"case {case}", desk.now()))
        settle(qtbot, desk)
        assert window.ui.clock.isVisible()
        return window

    return open_at


IMPORTANCE = ("saved", "locks_in", "here", "clock", "backup")


@pytest.mark.parametrize("width", [1280, 1600, 1800, 2400])
def test_the_status_bar_shortens_what_matters_least_first(english_window, desk, qtbot, width):
    window = english_window(width)
    ui, status = window.ui, window.ui.status
    assert window.width() == width
    for part in status.findChildren(QWidget):
        if part.isVisible():
            assert part.geometry().right() <= status.width(), part.objectName()
    assert cut_off(status) == []
    shown = [each for each in (getattr(ui, name) for name in IMPORTANCE) if each.isVisible()]
    whole = [each.width() >= each.sizeHint().width() for each in shown]
    assert whole == sorted(whole, reverse=True)
    assert all(each.width() > each.fontMetrics().averageCharWidth() * 5 for each in shown)
    assert whole[0]
    is_whole = ui.clock.shown_text() == ui.clock.text()
    assert is_whole is (ui.clock.width() >= ui.clock.sizeHint().width())
    assert ui.clock.shown_text().endswith(" min")
    hinted = [ui.find_hint.isVisible(), ui.shortcuts_hint.isVisible()]
    assert hinted in ([False, False], [all(whole)] * 2)
    window.close()


def test_words_that_come_into_the_status_bar_make_others_shorter_and_leave_again(
    english_window, desk, qtbot
):
    window = english_window(1800)
    clock, saved, widths = window.ui.clock, window.ui.saved, []
    window.ui.backup.clear()
    for words in ("Saved", "Not everything that you typed is saved", "Saved"):
        saved.setText(words)
        settle(qtbot, desk)
        window.grab()
        assert saved.width() >= saved.sizeHint().width()
        assert clock.toolTip() == ("" if clock.shown_text() == clock.text() else clock.text())
        widths.append(clock.width())
    assert widths[0] == widths[2] > widths[1]


def test_a_vault_of_invented_people_says_so_whenever_it_is_opened(
    program, access, new_vault, qtbot
):
    folder = access.folders.of("Oefenen")
    shutil.copytree(new_vault[0], folder)
    with closing(access.open(folder, PASSPHRASE)) as session:
        session.settings.note_practice()
    program.begin()
    program.window.ui.passphrase.setText(PASSPHRASE)
    program.window.open()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)
    qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
    ui = program.window.ui
    assert "Oefenkluis" in ui.banner_text.text()
    assert ui.banner.isVisible()
    assert not ui.open_own_vault.isVisible()


def test_an_act_that_is_refused_leaves_what_is_typed_saved(desk, window, an_organisation, qtbot):
    shown = window(Place(page=Page.CASES, organisation=an_organisation().id))
    desk.news.refused.emit("Dit dossier kan niet meer worden teruggenomen.")
    settle(qtbot, desk)
    assert shown._floats.refusal.isVisible()
    assert shown.ui.saved.text() == "Alles is opgeslagen"


def test_a_vault_of_the_advisor_is_not_called_practice(inside):
    assert not inside.ui.banner.isVisible()


def test_large_type_leaves_room_for_the_text_of_a_letter(window_at, qtbot, desk):
    window, places = window_at(150)
    window.resize(1366, 768 - FRAME)
    window.ui.banner.show()
    window.go(next(place for place in places if place.letter is not None))
    settle(qtbot, desk)
    assert window.height() == 768 - FRAME
    ui = window.ui.pages.currentWidget().editor.ui
    ui.body.setFocus()
    ui.body.moveCursor(QTextCursor.MoveOperation.End)
    settle(qtbot, desk)
    seen = ui.body.visibleRegion().boundingRect()
    assert seen.height() >= 9 * ui.body.fontMetrics().lineSpacing()
    assert seen.contains(ui.body.cursorRect())
    QTest.keyClicks(ui.body, "{{")
    qtbot.waitUntil(ui.problem_line.isVisible)
    qtbot.waitUntil(lambda: ui.problem_line.y() > ui.open_fields.geometry().bottom())
    assert ui.problem_line.geometry().bottom() < ui.writing.height()
    assert cut_off(window) == []


def test_tab_reaches_everything_of_every_page_and_comes_back(window_at, qtbot, desk):
    window, places = window_at(100)
    window.resize(1280, 800)
    for place in places:
        window.go(place)
        settle(qtbot, desk)
        wanted = {
            part.objectName()
            for part in window.findChildren(QWidget)
            if part.isVisibleTo(window)
            and part.isEnabledTo(window)
            and part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and part.focusProxy() is None
        }
        assert wanted <= {*tab_chain(window), ""}, place.page


def test_the_navigation_says_where_a_page_belongs_also_what_left_and_the_years(window_at):
    window, _places = window_at(100)
    entries = {
        Page.TODAY: "open_today",
        Page.FIGURES: "open_figures",
        Page.HISTORY: "open_figures",
        Page.TRENDS: "open_figures",
        Page.LETTERS: "open_letters",
        Page.ORGANISATION: "",
    }
    for page, entry in entries.items():
        window.go(Place(page=page))
        marked = [
            name for name in set(entries.values()) - {""} if getattr(window.ui, name).isChecked()
        ]
        assert (page, marked) == (page, [entry] if entry else [])


def test_enter_presses_the_button_with_the_focus(window_at, qtbot, desk):
    window, _places = window_at(100)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        window.go(Place(page=Page.TODAY))
        settle(qtbot, desk)
        window.ui.open_figures.setFocus()
        qtbot.keyClick(window.ui.open_figures, key)
        settle(qtbot, desk)
        assert window.place.page is Page.FIGURES
    page = window.ui.pages.currentWidget()
    page.ui.trends.setFocus()
    qtbot.keyClick(page.ui.trends, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.place.page is Page.FIGURES
    qtbot.keyClick(page.ui.trends, Qt.Key.Key_Return)
    assert window.place.page is Page.TRENDS


def test_no_page_makes_the_window_wider_than_its_screen(window_at, qtbot, desk):
    window, places = window_at(175)
    window.resize(1280, 720)
    for place in places:
        window.go(place)
        settle(qtbot, desk)
        assert (place.page, window.width()) == (place.page, 1280)


def test_what_is_going_on_makes_a_full_status_bar_no_wider_than_the_screen(window_at, qtbot, desk):
    window, places = window_at(200)
    window.resize(1280, 720)
    window.go(next(place for place in places if place.letter is not None))
    desk.news.draft_saved.emit(desk.now())
    window.ui.working.show()
    settle(qtbot, desk)
    assert window.ui.backup.text()
    assert window.width() == 1280


def test_from_today_it_goes_on_with_the_organisation_of_a_moment_ago(
    window, an_organisation, ask, desk
):
    first, second, third = (an_organisation(f"Gemeente {each}", f"GEM{each}") for each in "ABC")
    ask(lambda: desk.session.settings.remember_organisation(third.id))
    shown = window(Place(page=Page.TODAY))
    shown.open_cases()
    assert shown.place.organisation == third.id  # of the last time
    shown.go(Place(page=Page.CASES, organisation=second.id))
    for leave in (shown.open_cases, shown.log_conversation):
        shown.open_today()
        assert shown.place.organisation is None
        leave()
        assert shown.place.organisation == second.id != first.id


def test_f6_goes_round_the_parts_of_the_window(window, an_organisation, a_case):
    organisation = an_organisation()
    case = a_case(organisation)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    page = shown.ui.pages.currentWidget()
    parts = [shown.ui.navigation, *page.panes]
    page.ui.cases.setFocus()
    visited = []
    for _ in parts:
        QTest.keyClick(shown, Qt.Key.Key_F6)
        visited += [part for part in parts if part.isAncestorOf(shown.focusWidget())]
    here = parts.index(page.ui.list_pane) + 1
    assert len(parts) >= 3
    assert visited == parts[here:] + parts[:here]


def test_what_is_typed_where_it_says_search_stands_in_the_palette(
    window, an_organisation, desk, qtbot
):
    shown = window(Place(page=Page.CASES, organisation=an_organisation().id))
    find = shown.ui.pages.currentWidget().ui.find
    find.setFocus()
    qtbot.waitUntil(find.hasFocus)
    for letter in "a>B":
        QTest.keyClicks(shown.focusWidget(), letter)
    settle(qtbot, desk)
    assert shown._palette.isVisible()
    assert shown._palette.ui.typed.text() == "a>B"
    QTest.keyClick(shown._palette.ui.typed, Qt.Key.Key_Escape)
    assert shown.focusWidget() is find
    QTest.keyClick(find, Qt.Key.Key_Space)
    assert shown._palette.isVisible()
    assert shown._palette.ui.typed.text() == ""


def test_who_makes_no_backup_after_all_is_back_at_the_same_text(inside, program, qtbot):
    inside.open_today()
    qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
    before, focus = inside.place, inside.focusWidget()
    QTest.keyClick(inside, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert inside.place.page is Page.SETTINGS
    next(each for each in inside.findChildren(QFileDialog) if each.isVisible()).reject()
    qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
    qtbot.wait(20)
    assert inside.place == before
    assert inside.focusWidget() is focus
