"""What is changed in the facts of a case and not saved is lost by nothing, and kept of nothing gone."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from advisor_app.domain import draft_keys
from advisor_app.domain.codes import Code
from advisor_app.gui.cases.details_part import DetailsPart
from advisor_app.gui.places import Page, Place
from tests.gui.conftest import settle

FACTS = 2


@pytest.fixture
def cases(an_organisation, a_case):
    client = an_organisation()
    return a_case(client), a_case(client, title="Een ander dossier")


@pytest.fixture
def shown(window, cases, desk, qtbot):
    case = cases[0]
    shown = window(Place(page=Page.CASES, organisation=case.organisation, case=case.id))
    shown.ui.pages.currentWidget().pane.ui.tabs.setCurrentIndex(FACTS)
    settle(qtbot, desk)
    return shown


@pytest.fixture
def details(shown):
    return shown.ui.pages.currentWidget().findChild(DetailsPart)


@pytest.fixture
def go(shown, desk, qtbot):
    def go(case):
        shown.go(Place(page=Page.CASES, organisation=case.organisation, case=case.id))
        settle(qtbot, desk)

    return go


@pytest.fixture
def kept(desk, ask, cases):
    """Return what the vault keeps of the first case that was not saved."""
    key = draft_keys.of_facts(cases[0].id)

    def kept():
        draft = ask(lambda: desk.session.drafts.find(*key))
        return None if draft is None else draft.text

    return kept


def test_a_change_is_in_the_vault_within_two_seconds_and_nothing_else_is(details, kept, soon_kept):
    with soon_kept(details._draft):
        details.ui.title.setText("Ruzie over het rooster")
    assert kept() == '{"title": "Ruzie over het rooster"}'


def test_a_change_waits_while_another_case_is_shown_and_is_said_to_be_there(
    details, cases, go, heard
):
    ui = details.ui
    ui.alias.setText("Uil")
    ui.effects.item(0).setCheckState(ui.acute_danger.checkState().Checked)
    ui.opened_on.line.setText("gist")
    go(cases[1])
    assert (ui.title.text(), ui.alias.text()) == ("Een ander dossier", "Merel")
    assert not ui.kept.isVisible()
    go(cases[0])
    assert (ui.alias.text(), ui.opened_on.line.text()) == ("Uil", "gist")
    assert ui.effects.item(0).checkState() == ui.acute_danger.checkState().Checked
    assert ui.kept.isVisible()
    assert ui.kept.words.text().startswith("Dit hebt u gewijzigd, maar niet opgeslagen.")
    assert ui.kept.words.text() in heard


def test_a_change_comes_back_over_the_case_as_it_is_by_then(details, cases, go, desk, ask, qtbot):
    details.ui.title.setText("Ruzie over het rooster")
    go(cases[1])
    case = cases[0]
    now = replace(case, gender=Code("GEN-VRO"), title="Van elders")
    ask(lambda: desk.session.casework.change_case(now))
    go(case)
    assert details.ui.title.text() == "Ruzie over het rooster"
    assert details.ui.gender.currentData() == "GEN-VRO"


def test_a_change_stays_where_the_case_is_changed_elsewhere_meanwhile(
    details, cases, desk, ask, qtbot
):
    details.ui.title.setText("Ruzie over het rooster")
    now = replace(cases[0], gender=Code("GEN-VRO"))
    ask(lambda: desk.session.casework.change_case(now))
    settle(qtbot, desk)
    assert details.ui.title.text() == "Ruzie over het rooster"
    assert details.ui.gender.currentData() == "GEN-VRO"


@pytest.mark.parametrize("way", ["save", "revert"])
def test_what_was_saved_or_put_back_leaves_no_draft(details, desk, kept, qtbot, way):
    details.ui.title.setText("Ruzie over het rooster")
    details._draft.keep()
    settle(qtbot, desk)
    assert kept() is not None
    getattr(details.ui, way).click()
    settle(qtbot, desk)
    qtbot.wait(1_700)
    settle(qtbot, desk)
    assert kept() is None
    assert details.ui.kept.isVisible() is (way == "revert")


def test_changes_that_were_removed_can_be_taken_back(details, cases, desk, kept, qtbot):
    notice = details.ui.kept
    details.ui.title.setText("Ruzie over het rooster")
    details.ui.revert.click()
    assert details.ui.title.text() == cases[0].title
    assert notice.take_back.isVisible()
    notice.take_back.click()
    settle(qtbot, desk)
    assert details.ui.title.text() == "Ruzie over het rooster"
    assert kept() == '{"title": "Ruzie over het rooster"}'
    assert not notice.isVisible()
    details.ui.revert.click()
    details.ui.revert.click()  # nothing is changed: what can be taken back stays
    notice.take_back.click()
    assert details.ui.title.text() == "Ruzie over het rooster"


def test_a_change_of_which_a_part_is_refused_is_kept_whole_as_a_draft_and_changes_nothing(
    details, cases, desk, ask, kept, qtbot
):
    before = ask(lambda: desk.session.casework.case(cases[0].id))
    details.ui.alias.setText("Winterkoning")
    details.ui.opened_on.set_day(desk.today() + timedelta(days=1))
    details.save()
    settle(qtbot, desk)
    assert details.ui.problem.isVisible()
    assert ask(lambda: desk.session.casework.case(cases[0].id)) == before
    assert json.loads(kept()).keys() == {"alias", "opened_on"}


def test_what_was_changed_before_a_change_was_taken_back_can_be_had_again(
    details, cases, desk, kept, qtbot
):
    notice, alias = details.ui.kept, details.ui.alias.text()
    details.ui.title.setText("Ruzie over het rooster")
    details.ui.revert.click()
    details.ui.alias.setText("Winterkoning")
    notice.take_back.click()
    assert (details.ui.title.text(), details.ui.alias.text()) == ("Ruzie over het rooster", alias)
    notice.take_back.click()
    assert (details.ui.title.text(), details.ui.alias.text()) == (cases[0].title, "Winterkoning")
    settle(qtbot, desk)
    assert kept() == '{"alias": "Winterkoning"}'
    notice.take_back.click()
    assert details.ui.title.text() == "Ruzie over het rooster"


def test_nothing_is_saved_in_a_case_whose_fields_are_not_shown_yet(
    details, cases, desk, ask, qtbot
):
    other = ask(lambda: desk.session.casework.case(cases[1].id))
    details.ui.title.setText("Ruzie over het rooster")
    details.show_file(other)
    details.save()
    settle(qtbot, desk)
    assert ask(lambda: desk.session.casework.case(cases[1].id)).case == other.case
    assert details.ui.title.text() == other.case.title


def test_what_is_kept_while_the_case_is_being_saved_does_not_come_back(details, desk, kept, qtbot):
    details.ui.title.setText("Ruzie over het rooster")
    details.save()
    details._draft.keep()  # its timer does not wait for the vault
    settle(qtbot, desk)
    assert details.ui.title.text() == "Ruzie over het rooster"
    assert kept() is None
    assert not details.ui.kept.isVisible()


def test_who_begins_anew_sees_the_case_as_it_is_kept_and_can_take_that_back(
    details, cases, go, desk, kept, qtbot
):
    details.ui.title.setText("Ruzie over het rooster")
    go(cases[1])
    go(cases[0])
    details.ui.kept.begin_anew.click()
    settle(qtbot, desk)
    assert details.ui.title.text() == cases[0].title
    assert kept() is None
    details.ui.kept.take_back.click()
    settle(qtbot, desk)
    assert details.ui.title.text() == "Ruzie over het rooster"
    assert kept() is not None


def test_a_lock_keeps_a_change_of_a_moment_ago(shown, details, desk, kept, qtbot):
    details.ui.title.setText("Ruzie over het rooster")
    shown.keep_drafts()
    settle(qtbot, desk)
    assert kept() == '{"title": "Ruzie over het rooster"}'


def test_the_name_of_a_reporter_is_in_no_draft(details, desk, ask, qtbot):
    details.ui.show_identity.click()
    settle(qtbot, desk)
    details.ui.name.setText("Robin Naaldwijk")
    details.ui.title.setText("Ruzie over het rooster")
    details._draft.keep()
    settle(qtbot, desk)
    assert all("Naaldwijk" not in each.text for each in ask(desk.session.drafts.all))


def test_nothing_is_kept_of_a_case_that_is_destroyed(details, cases, desk, ask, kept, qtbot):
    details.ui.title.setText("Ruzie over het rooster")
    details._draft.keep()
    settle(qtbot, desk)
    desk.news.destroying.emit(cases[0].id)
    ask(lambda: desk.session.drafts.drop(*draft_keys.of_facts(cases[0].id)))
    details.show()
    details.ui.title.setText("Ruzie over het rooster en de pauzes")
    details._draft.keep()
    qtbot.wait(1_700)
    settle(qtbot, desk)
    assert kept() is None


def test_a_case_that_is_spared_shows_the_change_again(details, cases, go, desk, qtbot):
    details.ui.title.setText("Ruzie over het rooster")
    details._draft.keep()
    settle(qtbot, desk)
    desk.news.destroying.emit(cases[0].id)
    desk.news.spared.emit(cases[0].id)
    go(cases[0])
    assert details.ui.title.text() == "Ruzie over het rooster"


def test_a_case_whose_opening_is_taken_back_leaves_no_draft(details, cases, desk, ask, kept, qtbot):
    details.ui.title.setText("Ruzie over het rooster")
    details._draft.keep()
    settle(qtbot, desk)
    ask(lambda: desk.session.casework.take_back_case(cases[0].id))
    settle(qtbot, desk)
    assert kept() is None
    assert QApplication.activeModalWidget() is None
