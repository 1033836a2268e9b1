"""A full disk: a sentence that says what to do, the text on the screen, and on it goes afterwards."""

import secrets
from contextlib import suppress
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.settings import Theme
from advisor_app.gui.cases.cases_page import CasesPage, JoinCaseDialog
from advisor_app.gui.cases.conversation_dialog import ConversationDialog
from advisor_app.gui.cases.new_case import NewCaseDialog
from advisor_app.gui.drafts import pace
from advisor_app.gui.drafts.form_draft import FormDraft
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.letters.letters_page import LettersPage
from advisor_app.gui.organisations.organisation_page import OrganisationPage
from advisor_app.gui.places import Page, Place
from advisor_app.keychain import Keychain
from advisor_app.services.access import Access
from advisor_app.services.organisations import OrganisationFile
from advisor_app.storage.keys import FLOOR_COST
from tests.gui.conftest import button_words, key, press, settle

OTHERS = "van iets anders"
LONG = "Wat de melder vertelde, regel voor regel.\n" * 8_000
"""More than what the vault may still write over in its log."""
LINE = ("Regeling " * 3_600).strip()


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
def access(disk, clock):
    """What can be done before a vault is open, with a folder of vaults on the small disk."""
    return Access(disk / "home", lambda: Keychain(None), clock, secrets.choice, cost=FLOOR_COST)


@pytest.fixture
def ask_inside(program, qtbot):
    def do(work):
        answers = []
        program.tasks.run(work, then=answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return answers[0]

    return do


@pytest.fixture
def a_case(desk, ask, an_organisation):
    client = an_organisation()
    new = NewCase(organisation=client.id, title="Opmerkingen in het team", alias="Merel")
    return ask(lambda: desk.session.casework.open_case(new))


@pytest.fixture
def window(desk, qtbot, a_case):
    makers = {
        Page.CASES: CasesPage,
        Page.LETTERS: LettersPage,
        Page.ORGANISATION: OrganisationPage,
    }
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


def test_another_look_waits_until_the_text_is_kept_and_says_so(
    desk, ask, window, fill, free, qtbot, monkeypatch, a_case
):
    monkeypatch.setattr(pace, "RETRY_MS", 100)
    anew = []
    window.made_anew.connect(anew.append)
    log = window.ui.pages.currentWidget().log
    log.focus()
    fill()
    log.ui.text.setPlainText(LONG)
    desk.news.look_changed.emit()
    settle(qtbot, desk)
    qtbot.wait(300)
    assert anew == []
    assert log.ui.text.toPlainText() == LONG
    assert "schijf is vol" in window._floats.refusal.sentence
    assert "Daarna verandert ook hoe het programma eruitziet." in window._floats.refusal.sentence
    free()
    qtbot.waitUntil(lambda: bool(anew), timeout=20_000)
    assert [(place.case, place.field) for place in anew] == [(a_case.id, "text")]
    draft = ask(lambda: desk.session.drafts.find("quick_log", f"case {a_case.id}"))
    assert draft.text == LONG
    settle(qtbot, desk)
    assert len(anew) == 1


def test_another_look_of_the_computer_takes_no_dialog_with_it(desk, window, a_case, qtbot):
    anew = []
    window.made_anew.connect(anew.append)
    dialog = NewCaseDialog(desk, a_case.organisation, None, window)
    dialog.open()
    window.be_made_anew()
    settle(qtbot, desk)
    assert anew == []
    dialog.reject()
    qtbot.waitUntil(lambda: len(anew) == 1, timeout=20_000)


def test_a_text_that_was_refused_stands_in_the_window_of_another_look(
    program, inside, fill, free, qtbot, ask_inside, monkeypatch
):
    monkeypatch.setattr(pace, "RETRY_MS", 100)
    organisation = Organisation(
        code="WATER", name="Gemeente Waterdal", type=Code("ORG-GEM"),
        client_since=inside._desk.today(),
    )  # fmt: skip
    client = ask_inside(
        lambda: inside.session.organisations.keep(
            OrganisationFile(organisation=organisation, headcounts=())
        )
    ).organisation
    inside.go(Place(page=Page.CASES, organisation=client.id, log=True))
    qtbot.waitUntil(inside.ui.pages.currentWidget().log.isEnabled)
    fill()
    inside.ui.pages.currentWidget().log.ui.text.setPlainText(LONG)
    program.appearance._theme_of_system = Theme.LIGHT
    program._follow_the_system(Qt.ColorScheme.Dark)
    qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
    qtbot.wait(200)
    assert program.window is inside
    free()
    qtbot.waitUntil(lambda: program.window is not inside, timeout=20_000)
    qtbot.waitUntil(program.tasks.is_idle, timeout=20_000)
    log = program.window.ui.pages.currentWidget().log
    qtbot.waitUntil(lambda: log.ui.text.toPlainText() == LONG, timeout=20_000)


@pytest.fixture
def destroying(window, ask, desk, a_case, qtbot):
    """Close the case; return what has it destroyed, to the word of the advisor."""

    ask(lambda: desk.session.casework.close_case(a_case.id, Code("SLU-OVL")))

    def destroy():
        page = window.ui.pages.currentWidget()
        page._destroy(ask(lambda: desk.session.casework.case(a_case.id)).case)
        qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None, timeout=20_000)
        press(window.findChild(QMessageBox), "Vernietigen")
        settle(qtbot, desk)

    return destroy


@pytest.mark.parametrize("shown", [True, False])
def test_what_was_refused_about_a_case_stays_if_its_destruction_is_refused_too(
    desk, ask, window, a_case, fill, free, qtbot, destroying, monkeypatch, shown
):
    monkeypatch.setattr(pace, "RETRY_MS", 100)
    log = window.ui.pages.currentWidget().log
    log.log_for_case(a_case)
    fill()
    log.ui.text.setPlainText(LONG)
    if not shown:
        log.log_loose(a_case.organisation, ask(desk.session.organisations.all))
    settle(qtbot, desk)
    destroying()
    assert ask(lambda: desk.session.casework.case(a_case.id)).case.id == a_case.id
    assert window._floats.refusal.isVisible()
    log.log_for_case(a_case)
    assert log.ui.text.toPlainText() == LONG
    free()
    qtbot.waitUntil(lambda: not window._floats.refusal.isVisible(), timeout=20_000)
    kept = ask(lambda: desk.session.drafts.find("quick_log", f"case {a_case.id}"))
    assert kept.text == LONG


def test_what_was_let_go_of_for_a_destruction_that_failed_is_kept_though_nobody_comes_back(
    desk, ask, window, a_case, fill, free, qtbot, monkeypatch
):
    monkeypatch.setattr(pace, "RETRY_MS", 100)
    log = window.ui.pages.currentWidget().log
    fill()
    log.ui.text.setPlainText(LONG)
    desk.news.destroying.emit(a_case.id)
    settle(qtbot, desk)
    desk.news.spared.emit(a_case.id)
    qtbot.waitUntil(lambda: log._drafts.is_refused, timeout=20_000)
    free()
    qtbot.waitUntil(lambda: not log._drafts.is_refused, timeout=20_000)
    kept = ask(lambda: desk.session.drafts.find("quick_log", f"case {a_case.id}"))
    assert kept.text == LONG


def test_what_was_refused_about_a_case_stays_if_nothing_can_join_it(
    desk, ask, window, a_case, a_talk, fill, free, qtbot, monkeypatch
):
    monkeypatch.setattr(pace, "RETRY_MS", 100)
    page = window.ui.pages.currentWidget()
    (client,) = ask(desk.session.organisations.all)
    talk = a_talk(client)
    settle(qtbot, desk)
    fill()
    page.log.ui.text.setPlainText(LONG)
    page._show_conversation(talk)
    page._join(talk)
    settle(qtbot, desk)
    dialog = page.findChild(JoinCaseDialog)
    dialog.join_case()
    settle(qtbot, desk)
    assert dialog.isVisible()
    assert "schijf is vol" in window._floats.refusal.sentence
    free()
    qtbot.waitUntil(lambda: not window._floats.refusal.isVisible(), timeout=20_000)
    page.log.log_for_case(a_case)
    qtbot.waitUntil(lambda: page.log.ui.text.toPlainText() == LONG)
    dialog.reject()


def test_nothing_is_held_of_a_case_that_is_gone(desk, ask, window, a_case, fill, qtbot):
    log = window.ui.pages.currentWidget().log
    fill()
    log.ui.text.setPlainText(LONG)
    desk.news.destroying.emit(a_case.id)
    settle(qtbot, desk)
    desk.news.destroyed.emit(a_case.id)
    assert not log._drafts.is_refused
    assert "Wat de melder vertelde" not in str(vars(log._drafts))


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


@pytest.mark.parametrize("way", ["stays", "leaves"])
def test_a_form_that_cannot_be_kept_is_not_closed_by_accident(
    desk, ask, window, a_case, fill, free, qtbot, way
):
    form = NewCaseDialog(desk, a_case.organisation, None, window)
    form.open()
    settle(qtbot, desk)
    fill()
    form.ui.title.setText(LINE)
    form.reject()
    settle(qtbot, desk)
    box = form.findChild(QMessageBox)
    assert "schijf is vol" in box.informativeText()
    if way == "leaves":
        press(box, "Sluiten; niet bewaarde tekst is weg")
        settle(qtbot, desk)
        assert not form.isVisible()
        assert not window._floats.refusal.isVisible()
        free()
        qtbot.wait(2_000)
        assert ask(desk.session.drafts.all) == []
        return
    box.defaultButton().click()
    settle(qtbot, desk)
    assert form.isVisible()
    assert form.ui.title.text() == LINE
    assert window._floats.refusal.isVisible()
    free()
    form.reject()
    settle(qtbot, desk)
    assert not form.isVisible()
    assert not window._floats.refusal.isVisible()
    again = NewCaseDialog(desk, a_case.organisation, None, window)
    again.open()
    settle(qtbot, desk)
    assert again.ui.title.text() == LINE
    again.reject()


@pytest.fixture
def editor(desk, ask, window, a_case, qtbot):
    """Show a letter that is being written."""

    def begin():
        desk.session.conversations.log_conversation(
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


def test_a_letter_that_was_refused_stays_if_the_destruction_of_its_case_is_refused_too(
    desk, ask, window, editor, fill, free, qtbot, monkeypatch, a_case
):
    monkeypatch.setattr(pace, "RETRY_MS", 100)
    text = editor.ui.body.toPlainText() + "\n\n" + LONG[:200_000]
    fill()
    editor.ui.body.setPlainText(text)
    desk.news.destroying.emit(a_case.id)
    editor.keep()
    settle(qtbot, desk)
    assert not editor.isVisible()
    desk.news.spared.emit(a_case.id)
    settle(qtbot, desk)
    assert editor.isVisible()
    assert editor.ui.body.toPlainText() == text
    assert window._floats.refusal.isVisible()
    free()
    qtbot.waitUntil(lambda: not window._floats.refusal.isVisible(), timeout=20_000)
    assert ask(lambda: desk.session.correspondence.letter(editor.letter.id)).body == text.strip()


def test_a_letter_of_a_case_that_is_gone_is_kept_no_more(
    desk, ask, window, editor, fill, free, qtbot, monkeypatch, a_case
):
    monkeypatch.setattr(pace, "RETRY_MS", 100)
    letter = editor.letter
    fill()
    editor.ui.body.setPlainText(LONG[:200_000])
    editor.keep()
    settle(qtbot, desk)
    desk.news.destroying.emit(a_case.id)
    desk.news.destroyed.emit(a_case.id)
    assert not window._floats.refusal.isVisible()
    assert editor.ui.body.toPlainText() == ""
    free()
    qtbot.wait(300)
    settle(qtbot, desk)
    assert LONG[:80] not in ask(lambda: desk.session.correspondence.letter(letter.id)).body


def test_what_was_typed_about_one_organisation_waits_while_another_is_shown(
    desk, ask, window, a_case, an_organisation, fill, free, qtbot, monkeypatch
):
    monkeypatch.setattr(pace, "RETRY_MS", 100)
    other = an_organisation("Gemeente Zandmeer", "ZAND")
    window.go(Place(page=Page.ORGANISATION, organisation=a_case.organisation))
    settle(qtbot, desk)
    page = window.ui.pages.currentWidget()
    page.ui.regulation.setMaxLength(len(LINE))
    page.ui.more.setChecked(True)
    fill()
    page.ui.regulation.setText(LINE)
    window.go(Place(page=Page.ORGANISATION, organisation=other.id))
    settle(qtbot, desk)
    assert page.ui.name.text() == "Gemeente Zandmeer"
    assert page.ui.regulation.text() == ""
    assert window._floats.refusal.isVisible()
    window.go(Place(page=Page.ORGANISATION, organisation=a_case.organisation))
    settle(qtbot, desk)
    assert page.ui.regulation.text() == LINE
    window.go(Place(page=Page.ORGANISATION, organisation=other.id))
    settle(qtbot, desk)
    page.ui.scope.setText("Ook inhuur")
    free()
    qtbot.waitUntil(lambda: not window._floats.refusal.isVisible(), timeout=20_000)
    settle(qtbot, desk)
    kept = ask(lambda: desk.session.drafts.find("organisation_page", str(a_case.organisation)))
    assert LINE in kept.text


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
    log.ui.text.setFocus()
    getattr(window, way)()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None, timeout=20_000)
    box = window.findChild(QMessageBox)
    assert "schijf is vol" in box.informativeText()
    assert "verliest u de tekst" in box.informativeText()
    assert button_words(box.defaultButton()) == "Annuleren"
    box.defaultButton().click()
    settle(qtbot, desk)
    assert gone == []
    assert log.ui.text.toPlainText() == LONG
    assert log.ui.text.isVisible()
    assert window.focusWidget() is log.ui.text
    free()
    getattr(window, way)()
    qtbot.waitUntil(lambda: gone == [way], timeout=20_000)


def test_a_hidden_screen_stays_hidden_when_a_lock_from_it_is_called_off(
    desk, window, fill, free, qtbot
):
    fill()
    window.ui.pages.currentWidget().log.ui.text.setPlainText(LONG)
    window.hide_screen()
    window.lock()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None, timeout=20_000)
    window.findChild(QMessageBox).defaultButton().click()
    settle(qtbot, desk)
    assert window._cover.isVisible()
    free()


def test_an_unattended_vault_locks_though_the_disk_is_full(desk, window, fill, qtbot):
    fill()
    window.ui.pages.currentWidget().log.ui.text.setPlainText(LONG)
    with qtbot.waitSignal(window.locked):
        window.idle.expired.emit()
