"""Alt and a letter press every button of a dialog and of the way in, in both languages."""

import shutil
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from advisor_app.domain.language import Language
from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.cases.new_case import NewCaseDialog
from advisor_app.gui.look import Look
from advisor_app.gui.parts.confirm import confirm
from advisor_app.gui.vaults.first_run import FirstRun
from advisor_app.gui.vaults.other_ways import OtherWays
from advisor_app.gui.vaults.passphrase_dialog import PassphraseDialog
from advisor_app.gui.vaults.unlock_window import UnlockWindow
from advisor_app.gui.widgets.date_field import DateField
from advisor_app.gui.widgets.passphrase_field import PassphraseField
from advisor_app.gui.widgets.picture_field import PictureField
from tests.gui.conftest import button_words

ROOT = Path(__file__).parents[2]
DIALOGS = [
    (form.stem, ET.parse(form).findtext("class"))
    for form in sorted((ROOT / "ui").glob("*.ui"))
    if ET.parse(form).getroot().find("widget").get("class") == "QDialog"
]


@pytest.fixture(params=list(Language))
def language(request, translation):
    translation.wear(request.param)
    return request.param


@pytest.mark.parametrize(("form", "name"), DIALOGS, ids=[form for form, _name in DIALOGS])
def test_each_button_of_a_dialog_has_a_letter_of_its_own(form, name, language, qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    made = getattr(import_module(f"advisor_app._assets.forms.{form}"), f"Ui_{name}")()
    made.setupUi(dialog)
    Look(Theme.LIGHT, 100, Typeface.INTER).dress(dialog)
    buttons = [each for each in dialog.findChildren(QPushButton) if each.text()]
    assert all("&" in each.text() for each in buttons)
    letters = [
        each.text().partition("&")[2][0].lower()
        for each in (*buttons, *(label for label in dialog.findChildren(QLabel) if label.buddy()))
        if "&" in each.text()
    ]
    assert len(letters) == len(set(letters))


def test_alt_and_a_letter_press_the_button(desk, an_organisation, qtbot):
    dialog = NewCaseDialog(desk, an_organisation().id, None, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.ui.cancel.text() == "&Annuleren"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not dialog.isVisible())  # Qt shows the button down for a while


@pytest.mark.parametrize("verb", ["Vastleggen", "Alles annuleren", "Cancel all"])
def test_alt_and_a_letter_answer_a_question(verb, language, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    answers = []
    for number in (0, 1):
        box = confirm(parent, "Zeker?", "Er is geen weg terug.", verb, lambda: answers.append(verb))
        box.activateWindow()
        qtbot.waitUntil(box.isActiveWindow)
        letters = [button.text().partition("&")[2][0].upper() for button in box.buttons()]
        assert len(set(letters)) == 2
        chosen = next(
            each for each in box.buttons() if (button_words(each) == verb) is bool(number)
        )
        letter = chosen.text().partition("&")[2][0].upper()
        qtbot.keyClick(box, getattr(Qt.Key, f"Key_{letter}"), Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda box=box: not isValid(box) or not box.isVisible())
        assert answers == [verb] * number


def test_a_button_keeps_its_letter_when_it_says_something_else(desk, access, qtbot):
    dialog = PassphraseDialog(desk, access, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    toggle = dialog.ui.current.toggle
    letter = getattr(Qt.Key, f"Key_{toggle.text().partition('&')[2][0].upper()}")
    for shown in (True, False):
        qtbot.keyClick(dialog.ui.current.line, letter, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda shown=shown: toggle.isChecked() is shown)


@pytest.mark.parametrize("kind", [DateField, PassphraseField, PictureField])
def test_the_letter_of_a_label_leads_to_a_field_of_several_parts(kind, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    rows, label, field = QVBoxLayout(window), QLabel("&Veld", window), kind(window)
    first = QLineEdit(window)
    for part in (first, label, field):
        rows.addWidget(part)
    label.setBuddy(field)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is field.focusProxy()


def letter_of(part):
    """Return the letter that is pressed with Alt; of a button that was turned it is not drawn."""
    drawn = part.text().partition("&")[2][:1].upper()
    kept = part.shortcut().toString()[-1:] if isinstance(part, QPushButton) else ""
    return drawn or kept


def letters_in_sight(window):
    """Return the letter of each part that is in sight, and of each button that has none."""
    labels = [each for each in window.findChildren(QLabel) if each.buddy() is not None]
    parts = [*window.findChildren(QPushButton), *window.findChildren(QCheckBox), *labels]
    return {
        part.objectName() or part.text(): letter_of(part)
        for part in parts
        if part.isVisibleTo(window) and part.text()
    }


def assert_each_has_its_own(window):
    found = letters_in_sight(window)
    assert len(found) > 2
    assert all(found.values()), found
    assert len(set(found.values())) == len(found), found


@pytest.fixture
def unlock_window(access, new_vault, tasks, language, qtbot):
    folder = access.folders.of("Mijn praktijk")
    shutil.copytree(new_vault[0], folder)
    look = Look(Theme.LIGHT, 100, Typeface.INTER)
    window = UnlockWindow(access, tasks, look, language, folder, OtherWays)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(tasks.is_idle)
    yield window
    qtbot.waitUntil(tasks.is_idle)


@pytest.mark.parametrize("page", ["unlock", "recovery", "vaults", "restore"])
def test_each_part_of_each_way_in_has_a_letter_of_its_own(unlock_window, tasks, page, qtbot):
    window = unlock_window
    window.ui.rescue.show()
    window.ui.open_here.show()
    if page != "unlock":
        getattr(window.ways, f"show_{page}")()
        qtbot.waitUntil(tasks.is_idle)
    assert_each_has_its_own(window)


def test_alt_and_a_letter_lead_to_the_recovery_code(unlock_window, qtbot):
    letter = letter_of(unlock_window.ui.use_recovery_code)
    line = unlock_window.ui.passphrase.line
    qtbot.keyClick(line, getattr(Qt.Key, f"Key_{letter}"), Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: unlock_window.ui.pages.currentWidget() is unlock_window.ways.recovery)
    assert unlock_window.ui.passphrase.text() == ""


def test_each_part_of_each_step_of_a_first_run_has_a_letter_of_its_own(
    access, tasks, language, qtbot
):
    look = Look(Theme.LIGHT, 100, Typeface.INTER)
    window = FirstRun(access, tasks, look, language, access.folders.of("Mijn praktijk"))
    qtbot.addWidget(window)
    window.show()
    for step in (0, 1, 2, 0):
        window._show_step(step)
        assert_each_has_its_own(window)
        for field in (window.ui.passphrase, window.ui.repeated):
            field.toggle.toggle()
        assert_each_has_its_own(window)
