"""Which figures a year will have is chosen before it begins, from public facts, once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QMessageBox, QWidget

from advisor_app.domain import ladder
from advisor_app.domain.case import NewCase
from advisor_app.domain.organisation import PeriodKind
from advisor_app.domain.problems import Problem
from advisor_app.domain.reporting import Parts, ReleaseState, Rung
from advisor_app.gui.figures.figures_page import FiguresPage
from advisor_app.gui.figures.period_words import years_words
from advisor_app.gui.places import Page, Place
from tests.gui.conftest import button_words, press, turn_the_wheel
from tests.services.figures.practice import practice


@pytest.fixture
def page(open_page):
    return open_page(FiguresPage)


@pytest.fixture
def plan_for(page, settle, an_organisation):
    """Show the choices of a year for an organisation of that many people."""

    def show(year, staff=350, client=None):
        client = client or an_organisation(staff=staff)
        page.show_place(Place(page=Page.FIGURES, organisation=client.id, release=year))
        settle()
        assert page.ui.pages.currentWidget() is page.plan
        return page.plan

    return show


def cards(plan):
    """The buttons of the choices that are offered."""
    return plan._rungs.buttons()


def question(plan):
    return next(box for box in plan.findChildren(QMessageBox) if box.isVisible())


def words_of(plan):
    return [label.text() for label in plan.findChildren(QLabel) if label.isVisible()]


def test_the_advice_is_marked_and_says_which_two_numbers_it_follows_from(plan_for):
    plan = plan_for("2027")
    assert plan.chosen() is Rung.YEAR_TOTAL
    assert words_of(plan).count("Ons advies") == 1
    assert plan.ui.staff.text() == "350"
    assert plan.ui.total.text() == "± 3"
    assert "nog geen jaartotaal" in plan.ui.total_words.text()
    assert "vóór 1 januari 2027" in plan.ui.note.text()
    assert "Jaartotaal, 2027" in plan.ui.what.text()


def test_no_letter_is_promised_to_two_fields(plan_for):
    plan = plan_for("2027", staff=12_000)
    parts = (*plan.findChildren(QLabel), *plan.findChildren(QCheckBox))
    letters = [
        each.text().partition("&")[2][:1]
        for each in parts
        if each.isVisible() and "&" in each.text()
    ]
    assert sum(each.text() == "Verdeling" for each in parts if each.isVisible()) > 1
    assert len(letters) == len(set(letters))


def test_the_price_is_said_before_the_choice(plan_for):
    plan = plan_for("2027")
    told = cards(plan)[0].accessibleDescription()
    assert "ook als het 0, 1 of 2 is" in told
    assert "Bij 0 weet de opdrachtgever dat niemand heeft gemeld." in told
    assert all("zinvol vanaf" in card.accessibleDescription() for card in cards(plan)[1:])
    assert not any("%" in card.accessibleDescription() for card in cards(plan))


def test_the_limits_on_the_screen_are_those_of_the_ladder(plan_for, monkeypatch):
    monkeypatch.setitem(ladder.STAFF_FROM, Rung.YEAR_TABLES, 123)
    monkeypatch.setitem(ladder.CASES_FROM, Rung.THREE_YEAR_TABLES, 9)
    plan = plan_for("2027", staff=4_000)
    assert "vanaf 123 kan" in plan.ui.staff_words.text()
    assert "met 1 op de 100 medewerkers" in plan.ui.total_words.text()
    three_years = next(each for each in cards(plan) if "drie jaar" in each.accessibleName())
    assert "vanaf ongeveer 9 zaken per jaar" in three_years.accessibleDescription()


def test_the_departments_that_tables_will_name_are_said_before_the_choice(plan_for, desk, ask):
    made = ask(lambda: practice(desk.session, None, 1_500, {"Zorg": 900, "Wonen": 40, "Hulp": 80}))
    plan = plan_for("2027", client=made.client)
    assert plan.ui.departments.text() == "Zorg, Hulp"
    cards(plan)[0].setChecked(True)
    assert plan.chosen() is Rung.YEAR_TOTAL
    assert not plan.ui.departments.isVisible()


def test_without_two_large_departments_there_is_no_table_of_them(plan_for):
    plan = plan_for("2027", staff=1_500)
    assert plan.ui.departments.text().startswith("geen: ")


def test_the_wheel_scrolls_and_divides_no_year(plan_for):
    plan = plan_for("2027", staff=12_000)
    before = plan.parts()
    (box,) = (each for each in plan.findChildren(QComboBox) if each.isEnabled())
    box.setFocus()
    turn_the_wheel(box)
    assert plan.parts() is before


def test_a_choice_for_more_years_names_them_all(plan_for):
    plan = plan_for("2027", staff=60)
    assert plan.ui.what.text() == "Totaal over twee jaar, 2027 t/m 2028"
    assert plan.ui.lay_down.text() == "Vastleggen voor 2027 t/m 2028…"
    assert plan.ui.total.text() == "± 1"
    plan.ask()
    assert question(plan).text() == "Voor 2027 t/m 2028 vastleggen: Eén totaal over twee jaar?"


def test_school_years_are_counted_on():
    assert years_words("2027/28", 3) == "2027/28 t/m 2029/30"


def test_a_year_that_has_begun_offers_the_advice_and_nothing_else(plan_for):
    plan = plan_for("2026")
    assert [card.accessibleName() for card in cards(plan)] == ["Alleen het jaartotaal"]
    assert "al begonnen" in plan.ui.note.text()
    assert not plan.ui.doubt.isVisible()


def test_three_years_together_can_be_chosen_and_say_what_they_bind(plan_for):
    plan = plan_for("2027", staff=1_500)
    assert plan.chosen() is Rung.THREE_YEAR_TABLES
    assert "Jaartotaal, en een uitsplitsing over drie jaar samen" in [
        card.accessibleName() for card in cards(plan)
    ]
    assert plan.ui.reports.text() == "na elk jaar; de tabellen na drie jaar"
    assert any("Het ligt drie jaar vast." in words for words in words_of(plan))


def test_totals_of_parts_say_what_they_give_and_what_they_cost(plan_for):
    plan = plan_for("2027")
    card = cards(plan)[3]
    card.setChecked(True)
    assert "altijd genoemd" in card.accessibleDescription()
    assert "soms 0 of 1" in card.accessibleDescription()
    assert (plan.chosen(), plan.parts()) == (Rung.PART_TOTALS, Parts.HALVES)
    assert plan.ui.reports.text() == "na elk halfjaar; de tabellen na het jaar"


def test_time_between_two_kinds_of_year_is_said_to_count_nowhere(
    plan_for, an_organisation, ask, desk
):
    client = an_organisation()
    ask(lambda: desk.session.reporting.choose(client.id, "2026", Rung.YEAR_TOTAL))
    ask(
        lambda: desk.session.organisations.keep(
            replace(
                desk.session.organisations.file(client.id),
                organisation=replace(client, period_kind=PeriodKind.SCHOOL_YEAR),
            )
        )
    )
    note = plan_for("2027/28", client=client).ui.note.text()
    assert "van 1 januari 2027 tot en met 31 juli 2027 valt tussen twee jaren" in note


def test_sixty_people_get_one_total_over_two_years(plan_for):
    plan = plan_for("2027", staff=60)
    assert [card.accessibleName() for card in cards(plan)] == ["Eén totaal over twee jaar"]
    assert "vanaf 50" in plan.ui.staff_words.text()


def test_the_choices_are_one_group_and_one_tab_stop(plan_for, qtbot):
    plan = plan_for("2027")
    cards(plan)[0].setFocus()
    qtbot.keyClick(cards(plan)[0], Qt.Key.Key_Down)
    assert plan.chosen() is Rung.THREE_YEAR_TABLES
    assert cards(plan)[1].hasFocus()
    assert sum(card.isChecked() for card in cards(plan)) == 1
    qtbot.keyClick(cards(plan)[1], Qt.Key.Key_Tab)
    assert plan.ui.lay_down.hasFocus()
    qtbot.keyClick(plan.ui.lay_down, Qt.Key.Key_Backtab)
    assert cards(plan)[1].hasFocus()


def test_tab_comes_to_the_choice_that_is_marked_and_every_choice_comes_into_sight(
    plan_for, page, qtbot
):
    plan = plan_for("2027", staff=4_000)
    assert plan.chosen() is Rung.YEAR_TABLES
    page.ui.trends.setFocus()
    qtbot.keyClick(page.ui.trends, Qt.Key.Key_Tab)
    assert cards(plan)[2].hasFocus()
    page.resize(1060, 420)
    for _each in range(2):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert plan.chosen() is Rung.PART_TABLES
    qtbot.waitUntil(lambda: not cards(plan)[-1].visibleRegion().isEmpty())
    for _each in range(3):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Up)
    assert plan.chosen() is Rung.THREE_YEAR_TABLES
    page.ui.trends.setFocus()
    qtbot.keyClick(page.ui.trends, Qt.Key.Key_Tab)
    assert cards(plan)[1].hasFocus()


def test_with_the_largest_type_every_sentence_ends_within_the_page(plan_for, page, settle):
    plan = plan_for("2027", staff=2_400)
    page.resize(654, 338)  # as at 200 % on 1440 x 900
    settle()
    assert plan.ui.scroll.horizontalScrollBar().maximum() == 0


def test_the_whole_card_can_be_clicked(plan_for, qtbot):
    plan = plan_for("2027")
    card = next(
        frame
        for frame in plan.findChildren(QFrame)
        if frame.property("role") == "choice" and frame.isAncestorOf(cards(plan)[-1])
    )
    qtbot.mouseClick(card.findChild(QLabel, "price"), Qt.MouseButton.LeftButton)
    assert plan.chosen() is Rung.PART_TABLES
    assert card.property("chosen") == card.property("focused") == "true"
    assert "kwartaal" in plan.ui.reports.text()


def test_a_year_is_divided_where_its_choice_has_room_for_it(plan_for, qtbot, desk, settle, page):
    plan = plan_for("2027", staff=2_400)
    years, parts = (
        next(
            frame.findChild(QComboBox, "parts")
            for frame in plan.findChildren(QFrame)
            if frame.property("role") == "choice" and frame.isAncestorOf(card)
        )
        for card in (cards(plan)[2], cards(plan)[-1])
    )
    offers = [box.itemText(row) for box in (years, parts) for row in range(box.count())]
    assert offers[:4] == [
        "alleen het hele jaar", "kwartalen", "tertalen (vier maanden)", "halve jaren",
    ]  # fmt: skip
    assert offers[4:] == offers[1:4]
    assert [box.isVisible() for box in plan.findChildren(QComboBox)].count(True) == 3
    cards(plan)[2].click()
    assert (years.isEnabled(), parts.isEnabled()) == (True, False)
    cards(plan)[2].setFocus()
    qtbot.keyClick(cards(plan)[2], Qt.Key.Key_Tab)
    assert years.hasFocus()
    qtbot.keyClick(years, Qt.Key.Key_Down)
    assert plan.parts() is Parts.QUARTERS
    assert "Het totaal van elk kwartaal ook vanaf 5." in " ".join(words_of(plan))
    assert plan.ui.what.text() == "Jaartabellen en kwartalen, 2027"
    qtbot.keyClick(years, Qt.Key.Key_Tab)
    assert plan.ui.lay_down.hasFocus()
    cards(plan)[-1].click()
    qtbot.keyClick(cards(plan)[-1], Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert parts.hasFocus()
    qtbot.keyClick(parts, Qt.Key.Key_Down)
    assert plan.ui.reports.text() == "na elk tertaal, en na het jaar"
    plan.lay_down(Rung.PART_TABLES)
    settle()
    shown = [page.model.line(row).title for row in range(page.model.rowCount())]
    assert [title for title in shown if "2027" in title] == [
        "2027", "3e tertaal 2027", "2e tertaal 2027", "1e tertaal 2027",
    ]  # fmt: skip


def test_it_is_asked_once_and_the_default_is_to_cancel(plan_for, desk, ask, settle, page):
    plan = plan_for("2027")
    plan.ui.lay_down.click()
    box = question(plan)
    assert "Alleen het jaartotaal" in box.text()
    assert button_words(box.defaultButton()) == button_words(box.escapeButton()) == "Annuleren"
    box.reject()
    settle()
    assert page.model.line(0).value.state is ReleaseState.NO_PLAN


@pytest.mark.parametrize(
    ("staff", "bound"),
    [(350, "voor een volgend jaar"), (1_500, "na deze drie jaar"), (60, "na deze twee jaar")],
)
def test_who_is_asked_reads_for_how_long_a_choice_is_made(plan_for, staff, bound):
    plan = plan_for("2027", staff=staff)
    plan.ui.lay_down.click()
    assert f"Een andere keuze kan pas {bound}." in question(plan).informativeText()
    question(plan).reject()


def test_what_was_laid_down_cannot_be_chosen_again(plan_for, desk, ask, settle, page):
    plan = plan_for("2027")
    plan.ui.lay_down.click()
    press(question(plan), "Vastleggen")
    settle()
    line = page.model.line(0).value
    assert (line.id, line.state, line.rung) == ("2027", ReleaseState.NOT_BEGUN, Rung.YEAR_TOTAL)
    assert page.ui.pages.currentWidget() is page.message
    client, problems = page._organisation, []
    desk.tasks.run(
        lambda: desk.session.reporting.choose(client, "2027", Rung.YEAR_TABLES),
        otherwise=problems.append,
    )
    settle()
    assert [error.problem for error in problems] == [Problem.ALREADY_PLANNED]


def test_a_refusal_is_said_where_the_button_is(plan_for, settle):
    plan = plan_for("2026")
    plan.lay_down(Rung.PART_TABLES)
    settle()
    assert plan.ui.problem_line.isVisible()
    assert plan.ui.problem.text()


def test_the_screen_is_the_same_whatever_the_cases_are(plan_for, desk, ask, an_organisation, page):
    client = an_organisation()
    before = words_of(plan_for("2027", client=client))

    def live():
        for number in range(40):
            desk.session.casework.open_case(
                NewCase(organisation=client.id, title="Iets", alias=f"Melder {number}")
            )

    ask(live)
    page.show_place(Place(page=Page.FIGURES))
    assert words_of(plan_for("2027", client=client)) == before


def test_a_choice_that_was_not_laid_down_is_forgotten_over_another_year(plan_for, an_organisation):
    client = an_organisation()
    plan = plan_for("2027", client=client)
    cards(plan)[1].setChecked(True)
    assert plan_for("2026", client=client).chosen() is Rung.YEAR_TOTAL
    assert plan_for("2027", client=client).chosen() is Rung.YEAR_TOTAL


def test_everything_that_can_be_reached_has_a_name(plan_for):
    plan = plan_for("2027")
    for widget in plan.findChildren(QWidget):
        reachable = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reachable and not widget.focusProxy():
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget.objectName()


def test_departments_by_subject_go_with_a_choice_where_there_is_room_for_them(
    plan_for, qtbot, ask, desk, clock, settle, page
):
    departments = {f"Afdeling {letter}": 900 for letter in "ABCDEFGHIJK"}
    made = ask(lambda: practice(desk.session, clock, 12_000, departments))
    plan = plan_for("2027", client=made.client)
    years, parts = (box for box in plan.findChildren(QCheckBox) if box.isVisible())
    assert plan.chosen() is Rung.PART_TABLES
    assert not plan.has_pairs()  # quarters of eleven departments are too much at once
    assert (years.isEnabled(), parts.isEnabled()) == (False, False)
    cards(plan)[2].click()
    cards(plan)[2].setFocus()
    for _each in range(2):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert years.hasFocus()
    qtbot.keyClick(years, Qt.Key.Key_Space)
    assert plan.has_pairs()
    described = cards(plan)[2].accessibleDescription()
    assert "de onderwerpen van elke afdeling, vanaf 5" in described
    assert "kosten geen ander getal" in described
    assert plan.ui.what.text() == "Jaartotaal en tabellen, ook per afdeling, 2027"
    division = years.parentWidget().findChild(QComboBox, "parts")
    division.setCurrentIndex(1)
    assert (years.isEnabled(), plan.has_pairs()) == (False, False)
    division.setCurrentIndex(3)
    years.click()
    plan.lay_down(Rung.YEAR_TABLES)
    settle()
    assert page.model.line(0).value.has_pairs
    assert "onderwerpen van elke afdeling" in page.message.ui.note_text.text()
