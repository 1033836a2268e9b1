"""The ledger is saved from the history: for whom, what for, and never with words unseen."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.statement import Outside
from advisor_app.domain.codes import Code
from advisor_app.domain.history import Saying
from advisor_app.domain.language import Language
from advisor_app.gui.figures.history_page import HistoryPage
from advisor_app.gui.figures.ledger_dialog import LedgerDialog
from advisor_app.gui.places import Page, Place
from advisor_app.services.figures import ledgers
from tests.gui.conftest import button_words, cut_off, key, keys, nameless, settle

OLD = "Tegen de directeur: drie keer Wilhelmina"


@pytest.fixture
def page(open_page):
    return open_page(HistoryPage)


@pytest.fixture
def dialog_at(page, desk, qtbot):
    def open_at(organisation):
        page.show_place(Place(page=Page.HISTORY, organisation=organisation))
        settle(qtbot, desk)
        page.ui.ledger.click()
        settle(qtbot, desk)
        return page.findChildren(LedgerDialog)[-1]

    return open_at


def test_the_ledger_is_saved_by_keys_and_stands_in_the_history(
    dialog_at, page, told, desk, qtbot, tmp_path
):
    dialog = dialog_at(told.id)
    assert not dialog.ui.own_words.isVisible()
    assert (nameless(dialog), cut_off(dialog)) == ([], [])
    keys("opvolger")
    key(Qt.Key.Key_Tab)
    keys("overdracht")
    key(Qt.Key.Key_Return)
    chosen = dialog.findChild(QFileDialog)
    assert chosen.selectedFiles()[0].endswith("WATER-LEDGER 2028-01-14.json")
    target = tmp_path / "WATER-LEDGER.json"
    chosen.selectFile(str(target))
    chosen.accept()
    settle(qtbot, desk)
    assert Ledger.parse(target.read_bytes()).organisation == "WATER"
    lines = [
        page.model.data(page.model.index(row), Qt.ItemDataRole.AccessibleTextRole)
        for row in range(page.model.rowCount())
    ]
    assert lines[0].startswith("Controlebestand, aan opvolger, vr 14 jan 2028")
    assert "overdracht, JSON" in lines[0]
    assert not page.ui.again.isEnabled()


def test_without_a_recipient_no_file_is_asked_for(dialog_at, told):
    dialog = dialog_at(told.id)
    key(Qt.Key.Key_Return)
    assert dialog.ui.recipient_problem.isVisible()
    keys("opvolger")
    key(Qt.Key.Key_Return)
    assert dialog.ui.purpose_problem.isVisible()
    assert dialog.findChild(QFileDialog) is None


def test_words_that_would_go_along_are_shown_first(dialog_at, told, desk, ask):
    def says_as_before():
        with desk.session.history._vault.transaction() as tables:
            organisation = tables.organisations.get(told.id)
            before = ledgers.kept(tables, organisation)
            after = before.with_outside(Outside(text=OLD), date(2028, 1, 3))
            ledgers.add(tables, organisation, before, after)

    ask(says_as_before)
    dialog = dialog_at(told.id)
    assert dialog.ui.own_words.isVisible()
    assert OLD in dialog.ui.words.text()
    assert button_words(dialog.ui.save) == "Toch opslaan…"
    assert cut_off(dialog) == []


def test_a_figure_that_gives_away_a_small_one_is_warned_about_before_it_leaves(
    dialog_at, told, desk, ask, qtbot
):
    def says(label, value):
        (period,) = [
            each for each in desk.session.sayings.periods(told.id, Language.NL)
            if each.name == "2027"
        ]  # fmt: skip
        line = next(each.line for each in period.lines if each.label == label)
        said = Saying(
            said_on=date(2028, 1, 13), recipient_role=Code("CTR-DIR"), text="Aan de telefoon.",
            period=period.times, line=line, value=value,
        )  # fmt: skip
        desk.session.sayings.keep(told.id, said)

    ask(lambda: says("Pesten", 6))
    dialog = dialog_at(told.id)
    settle(qtbot, desk)
    assert not dialog.ui.judged.isVisible()
    assert dialog.ui.save.isEnabled()
    dialog.reject()
    ask(lambda: says("Discriminatie", 3))
    dialog = dialog_at(told.id)
    settle(qtbot, desk)
    assert "een klein aantal uitrekenen" in dialog.ui.judgement.text()
    assert dialog.ui.judgement.isVisible()
    assert dialog.ui.save.isEnabled()
    assert dialog.ui.save.text() == "&Toch opslaan…"
    assert (nameless(dialog), cut_off(dialog)) == ([], [])


def test_a_refusal_stands_in_the_dialog_and_what_was_typed_stays(
    dialog_at, told, desk, qtbot, tmp_path
):
    dialog = dialog_at(told.id)
    dialog.ui.recipient.setText("opvolger")
    dialog.ui.purpose.setText("overdracht")
    dialog.save_to(tmp_path / "nergens" / "x.json")
    settle(qtbot, desk)
    assert dialog.isVisible()
    assert dialog.ui.problem.isVisible()
    assert dialog.ui.recipient.text() == "opvolger"


def test_before_the_first_plan_the_button_says_why_not(page, an_organisation, desk, qtbot):
    page.show_place(Place(page=Page.HISTORY, organisation=an_organisation().id))
    settle(qtbot, desk)
    assert not page.ui.ledger.isEnabled()
    assert page.ui.ledger.accessibleDescription() == "Er is nog niets vastgelegd."
