"""A full disk: a sentence that says what to do, the text on the screen, and on it goes afterwards."""

from contextlib import suppress
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.gui.cases.cases_page import CasesPage
from advisor_app.gui.cases.conversation_dialog import ConversationDialog
from advisor_app.gui.drafts import pace
from advisor_app.gui.drafts.form_draft import FormDraft
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.letters.letters_page import LettersPage
from advisor_app.gui.places import Page, Place
from tests.gui.conftest import button_words, key, settle

OTHERS = "van iets anders"
LONG = "Wat de melder vertelde, regel voor regel.\n" * 8_000
"""More than what the vault may still write over in its log."""


@pytest.fixture
def disk(small_disk):
    return small_disk(6 * 1024)


@pytest.fixture
def vault_folder(disk):
    return disk / "praktijk.vault"


@pytest.fixture
def fill(disk):
    """Leave not a byte of room."""

    def fill():
        with (disk / OTHERS).open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(4096))

    return fill


@pytest.fixture
def free(disk):
    return (disk / OTHERS).unlink


@pytest.fixture
def a_case(desk, ask, an_organisation):
    client = an_organisation()
    new = NewCase(organisation=client.id, title="Opmerkingen in het team", alias="Merel")
    return ask(lambda: desk.session.casework.open_case(new))


@pytest.fixture
def window(desk, qtbot, a_case):
    makers = {Page.CASES: CasesPage, Page.LETTERS: LettersPage}
    place = Place(page=Page.CASES, organisation=a_case.organisation, case=a_case.id)
    window = MainWindow(desk.look)
    window.enter(desk, makers, place, 5)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle(qtbot, desk)
    yield window
    window.leave_quietly()
    window.close()


def test_a_conversation_stays_on_the_screen_and_is_kept_once_there_is_room(
    desk, ask, window, a_case, fill, free, qtbot, heard
):
    log = window.ui.pages.currentWidget().log
    log.focus()
    log.ui.text.setPlainText(LONG)
    fill()
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    assert "schijf is vol" in log.ui.problem.text()
    assert "Maak ruimte vrij" in log.ui.problem.text()
    assert log.ui.problem.isVisible()
    assert any("schijf is vol" in sentence for sentence in heard)
    assert log.ui.text.toPlainText() == LONG
    assert log.ui.text.hasFocus()
    free()
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    assert log.ui.text.toPlainText() == ""
    assert not log.ui.problem.isVisible()
    timeline = ask(lambda: desk.session.casework.timeline(a_case.id))
    assert [entry.logged.note.body for entry in timeline] == [LONG]


def test_a_draft_that_cannot_be_kept_waits_while_something_else_is_shown(
    desk, ask, window, a_case, fill, free, qtbot, monkeypatch
):
    monkeypatch.setattr(pace, "RETRY_MS", 100)
    log = window.ui.pages.currentWidget().log
    ours = ask(desk.session.organisations.all)
    fill()
    log.ui.text.setPlainText(LONG)
    log.log_loose(a_case.organisation, ours)
    settle(qtbot, desk)
    assert log.ui.text.toPlainText() == ""
    assert window._floats.refusal.isVisible()
    log.log_for_case(a_case)
    assert log.ui.text.toPlainText() == LONG
    log.log_loose(a_case.organisation, ours)
    settle(qtbot, desk)
    free()
    qtbot.waitUntil(lambda: not window._floats.refusal.isVisible(), timeout=20_000)
    kept = ask(lambda: desk.session.drafts.find("quick_log", f"case {a_case.id}"))
    assert kept.text == LONG


def test_a_refused_draft_of_another_case_is_told_again_whenever_all_is_kept(
    desk, ask, window, a_case, fill, qtbot, heard
):
    """A lock asks first if anything is refused when it keeps all: so it must be said each time."""
    log = window.ui.pages.currentWidget().log
    ours = ask(desk.session.organisations.all)
    fill()
    log.ui.text.setPlainText(LONG)
    log.log_loose(a_case.organisation, ours)
    settle(qtbot, desk)
    heard.clear()
    log.keep_drafts()
    settle(qtbot, desk)
    assert any("schijf is vol" in sentence for sentence in heard)


def test_what_was_refused_about_a_destroyed_case_is_not_kept_later(
    desk, ask, window, a_case, fill, free, qtbot, monkeypatch
):
    monkeypatch.setattr(pace, "RETRY_MS", 100)
    log = window.ui.pages.currentWidget().log
    fill()
    log.ui.text.setPlainText(LONG)
    log.log_loose(a_case.organisation, ask(desk.session.organisations.all))
    settle(qtbot, desk)
    desk.news.destroying.emit(a_case.id)
    free()
    log.keep_drafts()
    settle(qtbot, desk)
    assert ask(lambda: desk.session.drafts.find("quick_log", f"case {a_case.id}")) is None


def test_a_draft_that_cannot_be_kept_is_told_and_kept_by_itself_later(
    desk, ask, window, a_case, fill, free, qtbot, monkeypatch
):
    monkeypatch.setattr(pace, "RETRY_MS", 100)
    log = window.ui.pages.currentWidget().log
    fill()
    log.ui.text.setPlainText(LONG)
    qtbot.waitUntil(window._floats.refusal.isVisible, timeout=20_000)
    assert "schijf is vol" in window._floats.refusal.ui.text.text()
    assert log.ui.text.toPlainText() == LONG
    assert window.ui.saved.text() == "Niet alles is opgeslagen"
    assert window.ui.saved_icon.isVisible()
    window._show_time_left(20)
    assert window._floats.lock_warning.isVisible()
    assert not window._floats.lock_warning.ui.explanation.isVisible()  # it is not kept
    free()
    qtbot.waitUntil(lambda: not window._floats.refusal.isVisible(), timeout=20_000)
    settle(qtbot, desk)
    draft = ask(lambda: desk.session.drafts.find("quick_log", f"case {a_case.id}"))
    assert draft.text == LONG
    assert "Concept bewaard" in window.ui.saved.text()


@pytest.fixture
def form(desk, window, qtbot):
    """Keep a form like that of an organisation while it is typed."""
    typed = ["zoals het was"]
    draft = FormDraft(desk, "organisation", lambda: typed[0], window)
    draft.watch("1")

    def type_(text):
        typed[0] = text
        draft.keep()
        settle(qtbot, desk)

    return type_


def test_a_form_that_could_not_be_kept_says_so_no_longer_once_it_is(desk, window, form, fill, free):
    fill()
    form(LONG)
    assert window._floats.refusal.isVisible()
    free()
    form(LONG + "en verder")
    assert not window._floats.refusal.isVisible()
    assert "Concept bewaard" in window.ui.saved.text()
    window._show_time_left(20)
    assert window._floats.lock_warning.ui.explanation.isVisible()  # all is kept


def test_a_form_that_is_as_it_was_saved_again_has_nothing_left_to_keep(window, form, fill, free):
    fill()
    form(LONG)
    free()
    form("zoals het was")
    assert not window._floats.refusal.isVisible()


def test_what_is_saved_elsewhere_does_not_make_a_text_kept(desk, window, form, fill, free):
    fill()
    form(LONG)
    free()
    said = window.ui.saved.text()
    desk.news.saved.emit(desk.now())
    desk.news.draft_saved.emit(desk.now())
    desk.news.mended.emit()
    assert window._floats.refusal.isVisible()
    assert window.ui.saved.text() == said
    window._show_time_left(20)
    assert not window._floats.lock_warning.ui.explanation.isVisible()
    form(LONG + "en verder")
    assert not window._floats.refusal.isVisible()


def test_a_note_stays_in_its_window_and_is_kept_once_there_is_room(
    desk, ask, window, a_case, fill, free, qtbot
):
    dialog = ConversationDialog(desk, window, case=a_case)
    dialog.open()
    dialog.ui.text.setPlainText(LONG)
    fill()
    dialog.save()
    settle(qtbot, desk)
    assert dialog.isVisible()
    assert "schijf is vol" in dialog.ui.problem.text()
    assert dialog.ui.text.toPlainText() == LONG
    free()
    dialog.save()
    settle(qtbot, desk)
    assert not dialog.isVisible()
    assert not window._floats.refusal.isVisible()


def test_a_note_that_cannot_be_kept_is_not_closed_by_accident(
    desk, ask, window, a_case, fill, free, qtbot
):
    dialog = ConversationDialog(desk, window, case=a_case)
    dialog.open()
    fill()
    dialog.ui.text.setPlainText(LONG)
    dialog.reject()
    settle(qtbot, desk)
    box = dialog.findChild(QMessageBox)
    assert "schijf is vol" in box.informativeText()
    box.defaultButton().click()
    settle(qtbot, desk)
    assert dialog.isVisible()
    assert dialog.ui.text.toPlainText() == LONG
    free()
    dialog.reject()
    settle(qtbot, desk)
    assert not dialog.isVisible()
    again = ConversationDialog(desk, window, case=a_case)
    again.open()
    settle(qtbot, desk)
    assert again.ui.text.toPlainText() == LONG
    again.reject()


@pytest.fixture
def editor(desk, ask, window, a_case, qtbot):
    """Show a letter that is being written."""

    def begin():
        desk.session.casework.log_conversation(
            Conversation(
                organisation=a_case.organisation, case=a_case.id, held_on=date(2026, 11, 12),
                form=Code("CTF-TEL"), kind=Code("CTS-EER"), initiator=Code("INI-MEL"), minutes=15,
            ),
            "Ze vertelde wat er speelt.",
        )  # fmt: skip
        return desk.session.correspondence.begin(a_case.id, "adviesbrief")

    letter = ask(begin)
    window.go(
        Place(page=Page.LETTERS, organisation=a_case.organisation, case=a_case.id, letter=letter.id)
    )
    settle(qtbot, desk)
    settle(qtbot, desk)
    return window.ui.pages.currentWidget().editor


def test_a_letter_stays_on_the_screen_and_is_kept_by_itself_later(
    desk, ask, window, editor, fill, free, qtbot, monkeypatch
):
    monkeypatch.setattr(pace, "RETRY_MS", 100)
    text = editor.ui.body.toPlainText() + "\n\n" + LONG[:200_000]
    fill()
    editor.ui.body.setPlainText(text)
    editor.keep()
    settle(qtbot, desk)
    assert window._floats.refusal.isVisible()
    assert "schijf is vol" in window._floats.refusal.ui.text.text()
    assert editor.ui.body.toPlainText() == text
    free()
    qtbot.waitUntil(lambda: not window._floats.refusal.isVisible(), timeout=20_000)
    kept = ask(lambda: desk.session.correspondence.letter(editor.letter.id))
    assert kept.body.strip() == text.strip()


def test_a_letter_that_is_too_large_is_set_aside_once_there_is_room(
    desk, ask, window, editor, fill, free, qtbot, monkeypatch
):
    monkeypatch.setattr(pace, "RETRY_MS", 100)
    fill()
    editor.ui.body.setPlainText("\n".join("een lange regel " * 50 for _ in range(1_400)))
    editor.keep()
    settle(qtbot, desk)
    assert window._floats.refusal.isVisible()
    free()
    qtbot.waitUntil(lambda: not window._floats.refusal.isVisible(), timeout=20_000)
    draft = ask(lambda: desk.session.drafts.find("letter", str(editor.letter.id)))
    assert "een lange regel" in draft.text


@pytest.mark.parametrize("way", ["lock", "close"])
def test_leaving_asks_first_while_a_text_is_not_kept(desk, window, fill, free, qtbot, way):
    gone = []
    window.locked.connect(lambda: gone.append("lock"))
    window.closed.connect(lambda: gone.append("close"))
    log = window.ui.pages.currentWidget().log
    fill()
    log.ui.text.setPlainText(LONG)
    getattr(window, way)()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None, timeout=20_000)
    box = window.findChild(QMessageBox)
    assert "schijf is vol" in box.informativeText()
    assert button_words(box.defaultButton()) == "Annuleren"
    box.defaultButton().click()
    settle(qtbot, desk)
    assert gone == []
    assert log.ui.text.toPlainText() == LONG
    free()
    getattr(window, way)()
    qtbot.waitUntil(lambda: gone == [way], timeout=20_000)


def test_an_unattended_vault_locks_though_the_disk_is_full(desk, window, fill, qtbot):
    fill()
    window.ui.pages.currentWidget().log.ui.text.setPlainText(LONG)
    with qtbot.waitSignal(window.locked):
        window.idle.expired.emit()
