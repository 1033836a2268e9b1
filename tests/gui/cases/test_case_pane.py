"""What is known of a case is written down, corrected and taken back with the keyboard alone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from advisor_app.domain import known_codes
from advisor_app.domain.case import CountedAs
from advisor_app.domain.codes import Code
from advisor_app.domain.follow_up import FollowUp
from advisor_app.gui.agenda.follow_up_dialog import FollowUpDialog
from advisor_app.gui.cases import case_pane
from advisor_app.gui.cases.details_part import DetailsPart
from advisor_app.gui.cases.new_case import NewCaseDialog
from advisor_app.gui.cases.timeline import TimelineCard
from advisor_app.gui.parts.form import show_value, value_of
from advisor_app.gui.places import Page, Place
from advisor_app.gui.widgets.name_menu import NameMenu
from tests.gui.conftest import key, nameless, settle, tab_chain, turn_the_wheel

AGREED = Code("SLU-OVL")


@pytest.fixture
def shown(window, an_organisation, a_case):
    organisation = an_organisation()
    case = a_case(organisation)
    return window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))


def pane_of(window):
    return window.ui.pages.currentWidget().pane


@pytest.fixture
def details(shown, qtbot, desk):
    pane_of(shown).ui.tabs.setCurrentIndex(2)
    settle(qtbot, desk)
    return pane_of(shown).ui.details_part.findChild(DetailsPart)


@pytest.fixture
def stored(shown, desk, ask):
    number = pane_of(shown).file.case.number
    return lambda: ask(lambda: desk.session.casework.numbered(number))


@pytest.fixture
def settle_all(qtbot, desk):
    def wait():
        settle(qtbot, desk)
        settle(qtbot, desk)

    return wait


def visible(details, *fields):
    return [field for field in fields if getattr(details.ui, field).isVisibleTo(details)]


def test_facts_of_the_reporter_are_kept(details, stored, qtbot, desk):
    ui = details.ui
    show_value(ui.gender, Code("GEN-VRO"))
    ui.effects.setFocus()
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Space)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Space)
    ui.save.click()
    settle(qtbot, desk)
    case = stored()
    assert (case.gender, case.effects) == ("GEN-VRO", ("EFF-SPA", "EFF-ZIE"))


def test_a_case_that_figures_count_otherwise_than_it_says_tells_so(
    details, shown, desk, ask, settle_all
):
    assert details.ui.counts_as_before.text() == ""
    case = pane_of(shown).file.case

    def correct():
        with desk.session._vault.transaction() as tables:
            tables.counted_as.put(
                CountedAs(
                    case=case.id, department=None, category=Code("OO-DIS"), relation=case.relation,
                    reporter_role=case.reporter_role, counted_elsewhere=False,
                )
            )  # fmt: skip
            tables.cases.change(replace(case, title="Anders"))

    ask(correct)
    settle_all()
    assert "zoals het was" in details.ui.counts_as_before.text()


def test_grounds_are_asked_for_where_discrimination_is_chosen_and_only_there(
    details, stored, qtbot, desk
):
    ui, grounds = details.ui, "discrimination_grounds"
    assert not visible(details, grounds, f"{grounds}_label")
    show_value(ui.further_categories, (known_codes.DISCRIMINATION,))
    assert visible(details, grounds, f"{grounds}_label")
    show_value(ui.further_categories, ())
    show_value(ui.category, known_codes.DISCRIMINATION)
    show_value(ui.discrimination_grounds, (Code("GRD-LFT"),))
    ui.save.click()
    settle(qtbot, desk)
    assert stored().discrimination_grounds == ("GRD-LFT",)
    show_value(ui.category, Code("OO-PES"))
    assert not visible(details, grounds)
    ui.save.click()
    settle(qtbot, desk)
    assert stored().discrimination_grounds == ()


def test_a_case_is_closed_in_its_fields_with_a_reason(details, stored, qtbot, desk):
    ui = details.ui
    assert not visible(details, "closing_reason", "closed_on")
    show_value(ui.status, known_codes.CLOSED)
    assert visible(details, "closing_reason", "closed_on") == ["closing_reason", "closed_on"]
    ui.save.click()
    settle(qtbot, desk)
    assert ui.closing_reason.hasFocus()
    assert ui.problem.text() == "Kies waarom u dit dossier sluit."
    show_value(ui.closing_reason, AGREED)
    ui.save.click()
    settle(qtbot, desk)
    assert (stored().status, stored().closing_reason) == (known_codes.CLOSED, AGREED)


def test_a_code_that_is_no_longer_offered_stays_with_its_case(details, stored, qtbot, desk, ask):
    """Saving another field must not drop what the list of today does not show."""
    old = Code("KWG-GEL")
    box = details.ui.vulnerable_areas
    [row] = [row for row in range(box.count()) if box.item(row).data(256) == old]
    box.takeItem(row)
    case = stored()
    of_integrity = replace(case, category=Code("INT-FRA"), vulnerable_areas=(old,))
    kept = ask(lambda: desk.session.casework.change_case(of_integrity))
    settle(qtbot, desk)
    assert value_of(box) == kept.vulnerable_areas == (old,)


def test_every_field_is_reached_by_tab_in_reading_order_and_has_a_name(details, qtbot):
    show_value(details.ui.status, known_codes.CLOSED)
    show_value(details.ui.category, known_codes.DISCRIMINATION)
    chain = tab_chain(details)
    for before, after in (
        ("status", "closing_reason"), ("closing_reason", "category"),
        ("function_group", "gender"), ("frequency", "effects"),
        ("further_categories", "discrimination_grounds"),
    ):  # fmt: skip
        assert chain.index(after) == chain.index(before) + 1
    assert nameless(details) == []


def test_the_wheel_scrolls_and_changes_no_code_of_a_case(details):
    for field in ("category", "relation", "department"):
        box = getattr(details.ui, field)
        box.setCurrentIndex(0)
        box.setFocus()
        turn_the_wheel(box)
        assert box.currentIndex() == 0


def test_closing_asks_for_the_reason_and_is_taken_back(shown, stored, qtbot, desk):
    pane, before = pane_of(shown), stored()
    menus = [each.menu() for each in pane.more.of(pane.file).actions() if each.menu()]
    (reasons,) = [each for each in menus if each.title() == "Afsluiten, met als reden"]
    [agreed] = [each for each in reasons.actions() if each.text() == "In overleg"]
    agreed.trigger()
    settle(qtbot, desk)
    assert (stored().status, stored().closing_reason) == (known_codes.CLOSED, AGREED)
    assert shown._floats.toast.ui.text.text() == f"{before.number} is afgesloten."
    shown.take_back()
    settle(qtbot, desk)
    assert stored() == before


def fill_in(dialog, title):
    dialog.ui.title.setText(title)
    dialog.ui.create.click()


def test_the_opening_of_a_case_is_taken_back_and_its_conversation_waits_again(
    window, an_organisation, a_talk, desk, ask, qtbot
):
    organisation = an_organisation()
    talk = a_talk(organisation)
    place = Place(page=Page.CASES, organisation=organisation.id, conversation=talk.conversation.id)
    shown = window(place)
    pane_of(shown).ui.open_case.click()
    settle(qtbot, desk)
    fill_in(shown.findChild(NewCaseDialog), "Te vroeg")
    settle(qtbot, desk)
    case = pane_of(shown).file.case
    assert shown._floats.toast.ui.text.text() == f"{case.number} is geopend."
    shown.take_back()
    settle(qtbot, desk)
    assert pane_of(shown).file is None
    assert pane_of(shown)._logged.conversation == talk.conversation
    assert ask(lambda: desk.session.casework.case_lines(organisation.id)) == []
    assert not shown._floats.refusal.isVisible()


def test_a_case_about_which_somebody_types_already_is_not_taken_back(
    shown, desk, ask, stored, qtbot
):
    page = shown.ui.pages.currentWidget()
    page.new_case()
    settle(qtbot, desk)
    fill_in(page.findChild(NewCaseDialog), "Nieuw dossier")
    settle(qtbot, desk)
    opened = page.pane.file.case
    QTest.keyClicks(page.log.ui.text, "Nog niet bewaard")
    shown.take_back()
    settle(qtbot, desk)
    assert shown._floats.refusal.ui.text.text().startswith("Bij dit dossier is al meer geschreven.")
    page.show_place(Place(page=Page.CASES, organisation=opened.organisation, case=opened.id))
    settle(qtbot, desk)
    assert page.log.ui.text.toPlainText() == "Nog niet bewaard"


@pytest.mark.parametrize("words", ["Afspraak of opvolging toevoegen…", "Afvinken"])
def test_the_focus_stays_with_the_appointments_after_one_of_their_buttons(
    shown, desk, ask, qtbot, words
):
    pane = pane_of(shown)
    case = pane.file.case
    plan = FollowUp(
        organisation=case.organisation,
        case=case.id,
        kind=known_codes.APPOINTMENT,
        due_on=desk.today(),
    )
    ask(lambda: desk.session.agenda.plan(plan))
    settle(qtbot, desk)
    pane.ui.tabs.setCurrentIndex(1)
    (button,) = [
        each for each in pane.ui.agenda_part.findChildren(QPushButton) if each.text() == words
    ]
    button.setFocus()
    ask(lambda: desk.session.agenda.plan(plan))
    settle(qtbot, desk)
    assert shown.focusWidget().text() == "Afspraak of opvolging toevoegen…"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_reporter_who_turns_out_to_be_another_is_joined_with_them_and_parted(
    window, an_organisation, a_case, desk, ask, qtbot
):
    organisation = an_organisation()
    vink, uil = (a_case(organisation, alias=alias) for alias in ("Vink", "Uil"))
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=vink.id))
    pane = pane_of(shown)
    offered = {each.text(): each for each in pane.more.of(pane.file).actions()}
    offered["Zelfde melder als…"].trigger()
    settle(qtbot, desk)
    menu = pane.findChild(NameMenu)
    (choice,) = menu.actions()
    assert choice.text() == "Uil"
    choice.trigger()
    menu.close()
    settle(qtbot, desk)
    assert ask(lambda: desk.session.casework.case(vink.id)).person.id == uil.person
    assert "Uil" in pane.ui.meta.text()
    shown.take_back()
    settle(qtbot, desk)
    assert ask(lambda: desk.session.casework.case(vink.id)).person.alias == "Vink"


def test_an_anonymous_reporter_is_joined_with_nobody(window, an_organisation, a_case):
    organisation = an_organisation()
    case = a_case(organisation, alias="")
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    pane = pane_of(shown)
    words = [each.text() for each in pane.more.of(pane.file).actions()]
    assert "Zelfde melder als…" not in words


@pytest.fixture
def follow_up(shown, desk, ask, qtbot):
    """Plan something for the case that is shown, and look at its appointments."""
    pane = pane_of(shown)
    case = pane.file.case
    planned = ask(
        lambda: desk.session.agenda.plan(
            FollowUp(
                organisation=case.organisation,
                case=case.id,
                kind=known_codes.AFTERCARE,
                due_on=desk.today() + timedelta(days=90),
                text="Bellen",
            )
        )
    )
    settle(qtbot, desk)
    pane.ui.tabs.setCurrentIndex(1)
    return planned


@pytest.fixture
def press_in_agenda(shown, desk, qtbot):
    def do(words):
        buttons = pane_of(shown).ui.agenda_part.findChildren(QPushButton)
        (button,) = [each for each in buttons if each.text() == words]
        button.click()
        settle(qtbot, desk)

    return do


def test_an_appointment_that_was_a_mistake_is_removed_in_its_case_and_put_back(
    shown, follow_up, press_in_agenda, desk, ask, qtbot
):
    press_in_agenda("Wijzigen…")
    dialog = shown.findChild(FollowUpDialog)
    assert dialog.ui.remove.isVisible()
    dialog.ui.remove.click()
    settle(qtbot, desk)
    assert ask(lambda: desk.session.agenda.of_case(follow_up.case)) == []
    assert shown._floats.toast.ui.text.text() == "Nazorg is verwijderd."
    shown.take_back()
    settle(qtbot, desk)
    (back,) = ask(lambda: desk.session.agenda.of_case(follow_up.case))
    assert replace(back, id=follow_up.id) == follow_up


def test_what_is_not_in_the_agenda_yet_cannot_be_removed_from_it(shown, press_in_agenda):
    pane_of(shown).ui.tabs.setCurrentIndex(1)
    press_in_agenda("Afspraak of opvolging toevoegen…")
    assert not shown.findChild(FollowUpDialog).ui.remove.isVisible()


def test_what_was_ticked_off_by_mistake_is_open_again_on_any_day(
    shown, follow_up, press_in_agenda, desk, ask, qtbot
):
    ask(lambda: desk.session.agenda.finish(follow_up.id))
    done = replace(follow_up, done_on=desk.today())
    settle(qtbot, desk)
    press_in_agenda("Toch niet gedaan")
    assert ask(lambda: desk.session.agenda.of_case(follow_up.case)) == [follow_up]
    shown.take_back()
    settle(qtbot, desk)
    assert ask(lambda: desk.session.agenda.of_case(follow_up.case)) == [done]


def test_the_focus_stays_in_the_timeline_after_a_conversation_was_removed(
    shown, a_talk, an_organisation, desk, qtbot
):
    pane = pane_of(shown)
    talk = a_talk(pane.file.organisation, pane.file.case)
    settle(qtbot, desk)
    (button,) = pane.ui.timeline.findChildren(QPushButton)
    button.setFocus()
    pane._remove(talk)
    settle(qtbot, desk)
    assert shown.focusWidget() is pane.ui.timeline_scroll


def test_older_conversations_are_shown_on_request(shown, a_talk, desk, qtbot, monkeypatch):
    monkeypatch.setattr(case_pane, "MOST_CARDS", 2)
    pane = pane_of(shown)
    for number in range(5):
        a_talk(pane.file.organisation, pane.file.case, text=f"Gesprek {number}")
    settle(qtbot, desk)
    seen = []
    while True:
        qtbot.wait(5)
        cards = [card for card in pane.ui.timeline.findChildren(TimelineCard) if card.isVisible()]
        seen.append(len(cards))
        buttons = pane.ui.timeline.findChildren(QPushButton)
        more = [button for button in buttons if button.text() == "Ouder tonen"]
        if not more:
            break
        more[0].click()
        QTest.qWait(20)
        assert shown.focusWidget() is pane.ui.timeline_scroll
    assert seen == [2, 4, 5]


def test_a_letter_is_found_back_in_its_case_and_opened_from_there(shown, desk, ask, settle_all):
    case = pane_of(shown).file.case
    shown.go(Place(page=Page.LETTERS))
    settle_all()
    letter = ask(lambda: desk.session.correspondence.begin(case.id, "gespreksbevestiging"))
    shown.go(Place(page=Page.CASES))
    settle_all()
    (card,) = pane_of(shown).ui.timeline.findChildren(TimelineCard)
    assert card.ui.heading.text() == "Brief  ·  Gespreksbevestiging"
    assert "Concept" in card.ui.meta.text()
    assert card.ui.text.toPlainText() == letter.subject
    ((words, do),) = card._actions
    assert words == "Brief openen"
    do()
    settle_all()
    assert shown.place.page is Page.LETTERS
    assert shown.ui.pages.currentWidget().editor.letter.id == letter.id
