"""What was said is asked about once when it costs something, and then it stands."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from advisor_app.domain.codes import Code
from advisor_app.domain.history import Cost, Saying
from advisor_app.domain.language import Language
from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.figures.history_page import HistoryPage
from advisor_app.gui.figures.saying_dialog import SayingDialog
from advisor_app.gui.figures.saying_words import cost_words
from advisor_app.gui.look import Look
from advisor_app.gui.parts.confirm import confirm
from advisor_app.gui.places import Page, Place
from tests.gui.conftest import button_words, cut_off, key, keys, nameless, press
from tests.gui.conftest import settle as settle_vault
from tests.services.figures.practice import practice


def settle(qtbot, desk):
    """Wait for the vault, for what is weighed beside it, and for the vault again."""
    settle_vault(qtbot, desk)
    settle_vault(qtbot, desk)


@pytest.fixture
def dialog_for(desk, qtbot):
    made = []

    def make(organisation):
        dialog = SayingDialog(desk, organisation, None)
        made.append(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        settle(qtbot, desk)
        return dialog

    yield make
    for dialog in made:  # one that kept what was said is gone by itself
        if isValid(dialog):
            dialog.deleteLater()


@pytest.fixture
def said(desk, ask, told):
    """Return what the ledger has of what was said."""
    return lambda: [
        (each.text, each.period, each.label, each.value)
        for each in ask(lambda: desk.session.history.past(told.id, desk.language)).said
    ]


def figure(dialog, value, line="Alle zaken samen", period="2028"):
    dialog.ui.has_figure.setChecked(True)
    dialog.ui.period.setCurrentIndex(dialog.ui.period.findText(period))
    dialog.ui.line.setCurrentIndex(dialog.ui.line.findText(line))
    dialog.ui.value.setText(value)


def question(dialog):
    return next((box for box in dialog.findChildren(QMessageBox) if box.isVisible()), None)


def test_words_are_kept_by_keys_alone(dialog_for, told, said, qtbot, desk):
    dialog_for(told.id)
    keys("Factuur van januari")
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    assert said() == [("Factuur van januari", "", "", None)]


def test_a_figure_that_costs_something_is_asked_about_first(
    dialog_for,
    told,
    said,
    qtbot,
    desk,
):
    dialog = dialog_for(told.id)
    keys("Tegen de directeur")
    figure(dialog, "9")
    dialog.save()
    settle(qtbot, desk)
    box = question(dialog)
    assert "Er komt nog een overzicht over 2028." in box.informativeText()
    assert "uitrekenen" not in box.informativeText()
    assert "beloofd" not in box.informativeText()
    assert button_words(box.defaultButton()) == "Annuleren"
    box.defaultButton().click()
    settle(qtbot, desk)
    assert said() == []
    dialog.save()
    settle(qtbot, desk)
    press(question(dialog), "Al gezegd: vastleggen")
    settle(qtbot, desk)
    assert said() == [("Tegen de directeur", "2028", "Alle zaken samen", 9)]


def test_a_small_figure_is_warned_about_in_plain_words(dialog_for, told, said, qtbot, desk):
    dialog = dialog_for(told.id)
    keys("Tegen de directeur")
    figure(dialog, "3", "Zaken naar hoofdonderwerp: Discriminatie", "2027")
    dialog.save()
    settle(qtbot, desk)
    words = question(dialog).informativeText()
    assert "iemand een klein aantal uitrekenen" in words
    assert "Nog niet gezegd? Zeg het dan niet" in words
    assert "Al gezegd? Leg het dan vast" in words
    question(dialog).defaultButton().click()
    assert said() == []


@pytest.mark.parametrize(
    ("value", "cost"),
    [
        (
            "9",
            "Het totaal over 2028 is beloofd en nog niet gegeven. Als u dit vastlegt, kan dat misschien niet meer.",
        ),
        ("3", "Ook het beloofde totaal over 2028 kan dan niet meer gegeven worden."),
    ],
)
def test_what_it_costs_of_a_promise_is_said_before_it_is_kept(
    dialog_for, told, said, qtbot, desk, value, cost
):
    dialog = dialog_for(told.id)
    keys("Tegen de directeur")
    figure(dialog, value, "Zaken naar hoofdonderwerp: Discriminatie")
    dialog.save()
    settle(qtbot, desk)
    assert cost in question(dialog).informativeText()
    question(dialog).defaultButton().click()
    assert said() == []


def test_the_words_of_what_it_costs_name_every_period():
    lost = cost_words(Cost(exposes=True, loses=("2028-Q1", "2028"), totals=("2028-Q1",)))
    assert "kunt u over het 1e kwartaal 2028 en 2028 geen overzicht meer vaststellen" in lost
    assert "Ook het beloofde totaal over het 1e kwartaal 2028" in lost
    past = cost_words(Cost(exposes=True))
    assert "keurt de controle het controlebestand van deze organisatie niet meer goed" in past
    assert "overzicht" not in past


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "cost",
    [
        Cost(silences=("2028-Q4", "2028"), totals=("2028-Q4",)),
        Cost(
            exposes=True,
            loses=tuple(f"2028-Q{number}" for number in range(1, 5)),
            totals=tuple(f"2028-Q{number}" for number in range(1, 5)),
        ),
    ],
    ids=["at risk", "lost"],
)
def test_the_question_fits_a_small_laptop_in_the_largest_type(
    qapp, translation, qtbot, language, cost
):
    Look(Theme.LIGHT, 200, Typeface.ATKINSON).wear(qapp)
    translation.wear(language)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    box = confirm(
        parent,
        "Dit vastleggen? Het kan daarna niet meer weg.",
        cost_words(cost),
        "Al gezegd: vastleggen",
        lambda: None,
    )
    qtbot.wait(20)
    assert box.height() <= 680  # of 720 pixels, below a title bar
    box.close()


def test_nobody_is_led_to_try_out_what_can_be_said(dialog_for, told):
    assert "Probeer hier niet uit wat u kunt zeggen" in dialog_for(told.id).ui.lead.text()


def test_a_figure_that_contradicts_is_refused_below_its_field(
    dialog_for,
    told,
    said,
    qtbot,
    desk,
):
    dialog = dialog_for(told.id)
    keys("Tegen de directeur")
    figure(dialog, "12", period="2027")
    dialog.save()
    settle(qtbot, desk)
    assert "klopt niet met wat eerder is gegeven" in dialog.ui.value_problem.text()
    assert "Leg dan alleen uw woorden vast" in dialog.ui.value_problem.text()
    assert dialog.ui.value.hasFocus()
    assert question(dialog) is None
    assert said() == []


@pytest.mark.parametrize("typed", ["", "drie", "-1", "1.5", "٣"])
def test_a_value_that_is_no_number_is_refused(dialog_for, told, typed, qtbot, desk):
    dialog = dialog_for(told.id)
    keys("Tegen de directeur")
    figure(dialog, typed)
    dialog.save()
    assert dialog.ui.value_problem.isVisible()
    dialog.ui.text.clear()
    figure(dialog, "9")
    dialog.save()
    assert dialog.ui.text_problem.isVisible()


def test_before_the_first_plan_the_reason_stands_beside_the_button(dialog_for, desk, ask, clock):
    made = ask(lambda: practice(desk.session, clock, 350, code="KAAL"))
    dialog = dialog_for(made.id)
    assert not dialog.ui.save.isEnabled()
    assert "Kies eerst op Cijfers" in dialog.ui.reason.text()
    assert dialog.ui.save.accessibleDescription() == dialog.ui.reason.text()


def test_what_was_typed_comes_back_after_escape(dialog_for, told, desk, qtbot):
    offered = []
    desk.news.undo_offered.connect(lambda _words, back: offered.append(back))
    dialog = dialog_for(told.id)
    keys("Half")
    key(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    offered[0]()
    assert dialog.ui.text.text() == "Half"
    dialog.ui.text.clear()


def test_a_weighing_is_stopped_by_closing_and_nothing_is_asked_or_kept(
    dialog_for, told, said, qtbot, desk
):
    dialog = dialog_for(told.id)
    keys("Tegen de directeur")
    figure(dialog, "9")
    dialog.save()
    qtbot.waitUntil(lambda: dialog.auditing is not None, timeout=20_000)
    assert not dialog.ui.save.isEnabled()
    auditing = dialog.auditing
    dialog.reject()
    assert auditing._is_stopped
    settle(qtbot, desk)
    assert question(dialog) is None
    assert dialog.ui.save.isEnabled()
    assert said() == []


def test_one_that_is_closed_before_the_vault_answered_asks_nothing_afterwards(
    dialog_for, told, said, qtbot, desk
):
    dialog = dialog_for(told.id)
    keys("Tegen de directeur")
    figure(dialog, "9")
    dialog.save()
    dialog.reject()
    settle(qtbot, desk)
    assert dialog.auditing is None
    assert question(dialog) is None
    assert said() == []


def test_the_form_fits_and_has_names(dialog_for, told):
    dialog = dialog_for(told.id)
    figure(dialog, "9")
    assert nameless(dialog) == []
    assert cut_off(dialog) == []


@pytest.fixture
def page(open_page):
    return open_page(HistoryPage)


def lines(page):
    return [
        page.model.data(page.model.index(row), Qt.ItemDataRole.AccessibleTextRole)
        for row in range(page.model.rowCount())
    ]


def test_the_history_says_when_to_whom_what_for_and_in_which_form(
    page,
    told,
    desk,
    ask,
    qtbot,
):
    reporting = desk.session.reporting

    def leave():
        files = reporting.files(told.id, "2027")
        reporting.register(told.id, "2027", files, "directie", "jaaroverzicht")
        told.goes_to(2028, 2, 3)
        reporting.register(told.id, "2027", {"pdf": b"another"}, "OR", "")
        desk.session.sayings.keep(
            told.id,
            Saying(said_on=date(2028, 1, 20), recipient_role=Code("CTR-OR"), text="Factuur"),
        )
        return desk.session.history.fixed_reports(told.id, desk.language).reports[0].ledger_head

    head = ask(leave)
    page.show_place(Place(page=Page.HISTORY, organisation=told.id))
    settle(qtbot, desk)
    strange, said, first = lines(page)
    assert strange.startswith("2027, aan OR, do 3 feb 2028")
    assert "Dit bestand is een ander" in strange
    assert said.startswith(
        "Factuur, gezegd op 20 januari 2028, Ondernemingsraad, Anders dan in een overzicht"
    )
    assert first.startswith("2027, aan directie, vr 14 jan 2028")
    assert "jaaroverzicht, CSV, ODS, PDF" in first
    assert f"Vastgesteld op 14 januari 2028, kenmerk {head}" in first
    assert page.ui.again.text() == "Opnieuw opslaan…"
    assert page.ui.events.hasFocus()
    assert nameless(page) == []
    assert cut_off(page) == []


def test_from_the_history_a_release_is_saved_where_it_was_fixed(
    page,
    told,
    desk,
    qtbot,
):
    wanted = []
    desk.news.wanted.connect(wanted.append)
    page.show_place(Place(page=Page.HISTORY, organisation=told.id))
    settle(qtbot, desk)
    (only,) = lines(page)
    assert "vastgesteld, nog niet opgeslagen" in only
    assert page.ui.again.text() == "Opslaan…"
    key(Qt.Key.Key_Return)
    assert wanted == [Place(page=Page.FIGURES, organisation=told.id, release="2027")]


def test_the_history_follows_what_is_said(page, told, desk, qtbot):
    page.show_place(Place(page=Page.HISTORY, organisation=told.id))
    settle(qtbot, desk)
    page.say_something()
    settle(qtbot, desk)
    dialog = page.findChild(SayingDialog)
    dialog.ui.text.setText("Factuur")
    dialog.save()
    settle(qtbot, desk)
    assert any(line.startswith("Factuur") for line in lines(page))


def test_an_empty_history_says_what_belongs_here(page, an_organisation, desk, qtbot):
    page.show_place(Place(page=Page.HISTORY, organisation=an_organisation().id))
    settle(qtbot, desk)
    assert page.message.ui.heading.text() == "Er is nog niets naar buiten gegaan"
    assert not page.ui.again.isEnabled()
    page.show_place(Place(page=Page.HISTORY))
    settle(qtbot, desk)
    assert page.message.ui.heading.text() == "Nog geen organisatie"
