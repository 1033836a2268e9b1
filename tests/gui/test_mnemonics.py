"""Alt and a letter press every button of a dialog, in both languages."""

from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from advisor_app.domain.language import Language
from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.cases.new_case import NewCaseDialog
from advisor_app.gui.look import Look

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
