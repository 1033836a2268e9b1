"""Another passphrase or recovery code: errors at their field, and Enter does what it says."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.look import Look
from advisor_app.gui.vaults.passphrase_dialog import PassphraseDialog
from advisor_app.gui.vaults.recovery_code_dialog import RecoveryCodeDialog
from tests.conftest import PASSPHRASE
from tests.gui.conftest import cut_off, key, keys, nameless, settle, tab_chain

OTHER = "rivier kapstok lantaarn zadel bakker mosgroen"


@pytest.fixture
def parent(qtbot, desk):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


@pytest.fixture
def opened(desk, access, parent, qtbot):
    def make(kind):
        dialog = kind(desk, access, parent)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return make


def test_enter_goes_to_the_next_field_and_then_changes_the_passphrase(desk, opened, qtbot):
    dialog = opened(PassphraseDialog)
    accepted = []
    dialog.accepted.connect(lambda: accepted.append(1))
    keys(PASSPHRASE)
    key(Qt.Key.Key_Return)
    keys(OTHER)
    key(Qt.Key.Key_Return)
    assert dialog.ui.repeated.line.hasFocus()
    assert not dialog.ui.problem.isVisible()
    keys(OTHER)
    key(Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert accepted == [1]


def test_whoever_does_not_know_the_passphrase_of_now_changes_nothing(
    desk, ask, opened, access, heard, qtbot
):
    dialog = opened(PassphraseDialog)
    for field, typed in (
        ("current", OTHER),
        ("passphrase", OTHER + "x"),
        ("repeated", OTHER + "x"),
    ):
        getattr(dialog.ui, field).setText(typed)
    dialog.ui.change.click()
    settle(qtbot, desk)
    assert dialog.isVisible()
    assert "niet de wachtzin van nu" in dialog.ui.current_problem.text()
    assert "herstelcode" in heard[-1]
    assert dialog.ui.current.line.hasFocus()
    assert dialog.ui.repeated.text() == OTHER + "x"
    keys(PASSPHRASE)  # what was wrong gives way
    dialog.ui.change.click()
    settle(qtbot, desk)
    folder = desk.session.folder
    ask(desk.session.close)
    ask(lambda: access.open(folder, OTHER + "x").close())


def test_who_came_in_by_the_recovery_code_is_not_asked_for_what_was_forgotten(
    desk, ask, access, parent, qtbot
):
    dialog = PassphraseDialog(desk, access, parent, forgotten=True)
    dialog.open()
    assert not dialog.ui.current.isVisible()
    dialog.ui.passphrase.setText(OTHER)
    dialog.ui.repeated.setText(OTHER)
    dialog.ui.change.click()
    settle(qtbot, desk)
    folder = desk.session.folder
    ask(desk.session.close)
    ask(lambda: access.open(folder, OTHER).close())


@pytest.mark.parametrize(
    ("one", "two", "field", "said"),
    [("welkom2026", "welkom2026", "passphrase", "te makkelijk"),
     (PASSPHRASE, PASSPHRASE, "passphrase", "al uw wachtzin"),
     (OTHER, OTHER + "x", "repeated", "niet gelijk")],
)  # fmt: skip
def test_an_error_stands_at_its_field_is_announced_and_the_text_stays(
    desk, opened, qtbot, heard, one, two, field, said
):
    dialog = opened(PassphraseDialog)
    dialog.ui.current.setText(PASSPHRASE)
    dialog.ui.passphrase.setText(one)
    dialog.ui.repeated.setText(two)
    dialog.ui.change.click()
    settle(qtbot, desk)
    part = getattr(dialog.ui, field)
    assert part.line.hasFocus()
    assert part.property("wrong") == "true"
    assert said in part.line.accessibleDescription()
    assert said in heard[-1]
    assert (dialog.ui.passphrase.text(), dialog.ui.repeated.text()) == (one, two)
    keys("y")
    assert part.property("wrong") == "false"
    dialog.reject()


def test_a_new_code_is_not_on_the_screen_while_it_is_typed_over(opened):
    dialog = opened(RecoveryCodeDialog)
    groups = dialog._proof.groups
    assert all(group in dialog.ui.code.text() for group in groups)
    keys("A")
    assert not any(group in dialog.ui.code.text() for group in groups)
    key(Qt.Key.Key_Backspace)
    assert all(group in dialog.ui.code.text() for group in groups)
    dialog.reject()
    assert dialog.ui.code.text() == ""


def test_tab_goes_as_one_reads_and_every_stop_has_a_name(opened):
    dialog = opened(PassphraseDialog)
    chain = tab_chain(dialog)
    start = chain.index("current")
    assert chain[start:] + chain[:start] == [
        "current", "current", "other_words", "passphrase", "passphrase", "repeated", "repeated", "cancel", "change",
    ]  # fmt: skip
    assert nameless(dialog) == []
    assert dialog.ui.passphrase.line.accessibleName() == "Nieuwe wachtzin"
    assert dialog.windowTitle() == "Vertrouwd"
    dialog.reject()


@pytest.mark.parametrize("scale", [80, 100, 150, 200])
@pytest.mark.parametrize("kind", [PassphraseDialog, RecoveryCodeDialog])
def test_nothing_is_cut_off_at_any_size(desk, access, parent, qtbot, kind, scale):
    look = Look(Theme.LIGHT, scale, Typeface.ATKINSON)
    look.wear(QApplication.instance())
    dialog = kind(replace(desk, look=look), access, parent)
    dialog.open()
    settle(qtbot, desk)
    if kind is PassphraseDialog:
        dialog.ui.current.setText(PASSPHRASE)
        dialog.ui.passphrase.setText(OTHER)
        dialog.ui.change.click()
    else:
        dialog.ui.first_group.setText("x")
        dialog.ui.replace.click()
    settle(qtbot, desk)
    qtbot.wait(20)
    assert cut_off(dialog) == []
    dialog.reject()
