"""Destroying asks once, in plain words, and the certificate follows; a hold keeps a case from it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from advisor_app.domain.codes import Code
from advisor_app.gui.cases.cases_page import CasesPage
from advisor_app.gui.places import Page, Place
from tests.gui.conftest import button_words, cut_off, nameless, press, settle

AGREED = Code("SLU-OVL")


@pytest.fixture
def shown(desk, ask, window, an_organisation, a_case, qtbot):
    """A closed case on the screen, with a word typed about it."""
    organisation = an_organisation()
    case = a_case(organisation, title="Oud dossier")
    ask(lambda: desk.session.notes.add_note(case.id, "Een notitie"))
    ask(lambda: desk.session.casework.close_case(case.id, AGREED))
    main = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    settle(qtbot, desk)
    page = main.findChild(CasesPage)
    page.log.ui.text.setPlainText("Nog een woord")
    return main, page, case


def choose(page, words):
    """Choose from what else can be done with the case, submenus among it."""
    menu = page.pane.more.of(page.pane.file)
    actions = [
        *menu.actions(),
        *(a for m in menu.actions() if m.menu() for a in m.menu().actions()),
    ]
    found = {action.text(): action for action in actions}
    if words:
        found[words].trigger()
    return list(found)


def question(page):
    (box,) = [each for each in page.findChildren(QMessageBox) if each.isVisible()]
    return box


def test_the_question_says_what_goes_and_stays_and_enter_cancels(shown, desk, ask, qtbot):
    _main, page, case = shown
    choose(page, "Vernietigen…")
    settle(qtbot, desk)
    box = question(page)
    said = box.informativeText()
    assert case.number in box.text()
    for words in (
        "het dossier zelf, 1 notitie, met",
        "telregel",
        "geen back-up gemaakt",
        "geen ander dossier",
    ):
        assert words in said
    assert "onherroepelijk" not in box.text() + said
    assert (button_words(box.defaultButton()), cut_off(box), nameless(box)) == ("Annuleren", [], [])
    QTest.keyClick(box, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert ask(lambda: desk.session.casework.case(case.id)).case == page.pane.file.case


def test_a_destroyed_case_leaves_the_screen_and_its_certificate_is_saved(
    shown, desk, ask, qtbot, tmp_path
):
    main, page, case = shown
    choose(page, "Vernietigen…")
    settle(qtbot, desk)
    press(question(page), "Vernietigen")
    settle(qtbot, desk)
    assert (page.pane.file, page.model.rowCount()) == (None, 0)
    assert not main._floats.refusal.isVisible()
    assert "uit deze kluis verwijderd" in question(page).text()
    (made,) = ask(desk.session.retention.destructions)
    assert ask(lambda: desk.session.drafts.find("quick_log", f"case {case.id}")) is None
    press(question(page), "Verklaring opslaan…")
    asked = main.findChild(QFileDialog)
    assert asked.selectedFiles()[0].endswith("/vernietigingsverklaring 2026-11-20.pdf")
    asked.reject()
    page._destroying._certificates.save_to(made, tmp_path / "verklaring.pdf")
    settle(qtbot, desk)
    assert (tmp_path / "verklaring.pdf").read_bytes().startswith(b"%PDF")


def test_the_header_says_until_when_and_a_hold_takes_destroying_away(shown, desk, qtbot):
    _main, page, _case = shown
    assert "bewaren tot 20 november 2028" in page.pane.ui.meta.text()
    choose(page, "Rechtszaak of strafzaak")
    settle(qtbot, desk)
    assert "aangehouden: Rechtszaak of strafzaak" in page.pane.ui.meta.text()
    offered = choose(page, "Niet langer aanhouden")
    assert "Vernietigen…" not in offered
    settle(qtbot, desk)
    assert "aangehouden" not in page.pane.ui.meta.text()
    assert "Vernietigen…" in choose(page, "")
