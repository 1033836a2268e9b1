"""Another passphrase or recovery code: errors at their field, and Enter does what it says."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.look import Look
from advisor_app.gui.vaults.passphrase_dialog import PassphraseDialog
from advisor_app.gui.vaults.recovery_code_dialog import RecoveryCodeDialog
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


def test_enter_goes_to_the_second_field_and_then_changes_the_passphrase(desk, opened, qtbot):
    dialog = opened(PassphraseDialog)
    accepted = []
    dialog.accepted.connect(lambda: accepted.append(1))
    keys(OTHER)
    key(Qt.Key.Key_Return)
    assert dialog.ui.repeated.line.hasFocus()
    assert not dialog.ui.problem.isVisible()
    keys(OTHER)
    key(Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert accepted == [1]


@pytest.mark.parametrize(
    ("one", "two", "field", "said"),
    [("welkom2026", "welkom2026", "passphrase", "te makkelijk"),
     (OTHER, OTHER + "x", "repeated", "niet gelijk")],
)  # fmt: skip
def test_an_error_stands_at_its_field_is_announced_and_the_text_stays(
    desk, opened, qtbot, heard, one, two, field, said
):
    dialog = opened(PassphraseDialog)
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
    groups = dialog._groups
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
    start = chain.index("other_words")
    assert chain[start:] + chain[:start] == [
        "other_words", "passphrase", "passphrase", "repeated", "repeated", "cancel", "change",
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
        dialog.ui.passphrase.setText(OTHER)
        dialog.ui.change.click()
    else:
        dialog.ui.first_group.setText("x")
        dialog.ui.replace.click()
    settle(qtbot, desk)
    qtbot.wait(20)
    assert cut_off(dialog) == []
    dialog.reject()
