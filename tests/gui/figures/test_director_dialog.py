"""The director calls: what was published can be read aloud, and nothing else is in sight."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from advisor_app.domain.language import Language
from advisor_app.gui.figures import spoken
from advisor_app.gui.figures.director_dialog import DirectorDialog
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.places import Page, Place
from tests.documents.samples import LARGE
from tests.gui.cases.test_cases_page import MAKERS
from tests.gui.conftest import cut_off, key, nameless, settle, tab_chain
from tests.services.figures.test_history import destroy_every_case


@pytest.fixture
def called(desk, qtbot):
    """Open the dialog as it opens when the director calls."""

    def open_for(organisation):
        dialog = DirectorDialog(desk, organisation, None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        settle(qtbot, desk)
        return dialog

    return open_for


def text_of(dialog):
    return "\n".join(
        label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)
    )


def test_it_says_what_was_published_in_words_that_can_be_read_aloud(called, told):
    dialog = called(told.id)
    said = text_of(dialog)
    assert dialog.ui.organisation.text() == "Gemeente Water"
    assert "Over 2027" in said
    assert "Vastgesteld op 14 januari 2028" in said
    assert "In 2027 zijn 11 zaken geregistreerd. Er is afgesproken dit totaal altijd" in said
    assert "Zaken naar hoofdonderwerp:\nPesten: 6\nAl het andere samen: 5" in said
    assert "Daarover doe ik geen uitspraken." in said
    assert "Pesten: 6" in dialog.ui.scroll.accessibleDescription()


def test_what_is_not_shown_is_not_there(called, told):
    """Neither a line that was kept silent nor the year that was not fixed."""
    said = text_of(called(told.id))
    for absent in ("Discriminatie", "Integriteit", "niet apart getoond", "2028:", "9"):
        assert absent not in said, absent


def test_it_says_the_same_when_every_case_is_destroyed(called, told, ask):
    before = text_of(called(told.id))
    ask(lambda: destroy_every_case(told.session))
    assert text_of(called(told.id)) == before


def test_it_asks_whom_it_is_about_when_none_is_chosen(called, told, an_organisation, qtbot, desk):
    an_organisation("Woonstichting De Linde", "LINDE")
    dialog = called(None)
    assert "11" not in text_of(dialog)
    listed = dialog.ui.organisations
    names = [listed.item(row).text() for row in range(listed.count())]
    assert sorted(names) == ["Gemeente Water", "Woonstichting De Linde"]
    assert listed.hasFocus()
    listed.setCurrentRow(names.index("Woonstichting De Linde"))
    key(Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert dialog.ui.organisation.text() == "Woonstichting De Linde"
    assert "Noem geen aantallen" in text_of(dialog)
    assert "11" not in text_of(dialog)
    dialog.ui.other.click()
    settle(qtbot, desk)
    listed.setCurrentRow(names.index("Gemeente Water"))
    key(Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert "In 2027 zijn 11 zaken" in text_of(dialog)


def test_a_quarter_is_said_as_people_say_it(qapp):
    report = replace(LARGE, period="2026-Q3")
    assert spoken.heading(report) == "Over het 3e kwartaal 2026"
    assert spoken.sentences(report).startswith("In het 3e kwartaal 2026 zijn 41 zaken")
    assert spoken.heading(replace(report, period="2026-2028")) == "Over 2026 t/m 2028"


def test_a_change_of_organisation_shows_nothing_of_the_one_before(called, told):
    dialog = called(told.id)
    dialog.ask()
    assert "11" not in text_of(dialog)
    assert dialog.ui.organisation.text() == ""


def test_nothing_is_said_from_a_ledger_that_was_changed(called, told, ask):
    database = told.session.history._vault._database
    ask(
        lambda: database.execute(
            "UPDATE ledger_entry SET entry = replace(entry, '\"value\":11', '\"value\":12')"
        )
    )
    said = text_of(called(told.id))
    assert "Noem nu geen aantallen" in said
    assert "buiten Vertrouwd om veranderd" in said
    assert "11" not in said
    assert "12" not in said


def test_arrows_scroll_and_escape_closes(called, told):
    dialog = called(told.id)
    dialog.resize(420, 430)
    QApplication.processEvents()
    bar = dialog.ui.scroll.verticalScrollBar()
    assert dialog.ui.scroll.hasFocus()
    assert bar.maximum() > 0
    key(Qt.Key.Key_Down)
    assert bar.value() > 0
    key(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_nothing_of_it_can_be_copied(called, told):
    """A figure that leaves in writing belongs in the register."""
    QApplication.clipboard().setText("ervoor")
    dialog = called(told.id)
    QTest.keyClick(dialog.ui.scroll, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.ui.scroll, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "ervoor"
    for label in dialog.findChildren(QLabel):
        flags = label.textInteractionFlags()
        assert not flags & Qt.TextInteractionFlag.TextSelectableByMouse


def test_it_fits_and_everything_has_a_name(called, told):
    for dialog in (called(told.id), called(None)):
        assert nameless(dialog) == []
        assert cut_off(dialog) == []
    assert tab_chain(called(told.id)) == ["other", "scroll", "said_something", "shut"]


def test_it_speaks_english_to_those_who_chose_so(desk, called, told, translation):
    translation.wear(Language.EN)
    object.__setattr__(desk, "language", Language.EN)
    said = text_of(called(told.id))
    assert "11 cases were registered in 2027." in said
    assert "Cases by main subject:\nBullying: 6\nEverything else together: 5" in said


def test_one_key_opens_it_from_every_page(desk, told, qtbot):
    window = MainWindow(desk.look)
    window.enter(desk, MAKERS, Place(page=Page.TODAY), 5)
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle(qtbot, desk)
    for page in (
        Page.TODAY,
        Page.CASES,
        Page.FIGURES,
        Page.HISTORY,
        Page.TRENDS,
        Page.ORGANISATION,
    ):
        window.go(Place(page=page, organisation=told.id))
        settle(qtbot, desk)
        key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, desk)
        (dialog,) = window.findChildren(DirectorDialog)
        assert "In 2027 zijn 11 zaken" in text_of(dialog), page
        dialog.reject()
        qtbot.waitUntil(lambda: not window.findChildren(DirectorDialog))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
    assert not window.findChildren(QMessageBox)
    window.leave_quietly()
    window.close()
