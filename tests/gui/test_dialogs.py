"""Every dialog is worked without a mouse, and says to a screen reader what it asks."""

from importlib import import_module
from itertools import pairwise
from pkgutil import walk_packages

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from shiboken6 import isValid

from advisor_app import gui
from advisor_app.domain.language import Language
from tests.gui.conftest import nameless, settle

FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QListView)
WITH_LETTERS = (QPushButton, QCheckBox, QRadioButton, QLabel)


@pytest.fixture(params=list(Language))
def opened(request, dialogs, desk, translation, qtbot):
    """Open every dialog in turn, in one language."""
    translation.wear(request.param)

    def each():
        for dialog in dialogs(language=request.param):
            dialog.show()
            dialog.activateWindow()
            qtbot.waitUntil(dialog.isActiveWindow)
            settle(qtbot, desk)
            yield type(dialog).__name__, dialog
            if isValid(dialog):
                dialog.hide()
                dialog.deleteLater()

    return each


def test_no_dialog_is_left_out(dialogs):
    for module in walk_packages(gui.__path__, f"{gui.__name__}."):
        if "windows_" not in module.name:
            import_module(module.name)
    made = list(dialogs())
    known = {type(dialog) for dialog in made}
    ours = {each for each in QDialog.__subclasses__() if each.__module__.startswith(gui.__name__)}
    assert ours - known == set()
    for dialog in made:
        dialog.deleteLater()


def test_each_field_has_a_name_and_each_part_a_letter_of_its_own(opened):
    for name, dialog in opened():
        assert (name, nameless(dialog)) == (name, [])
        parts = [part for part in seen(dialog, WITH_LETTERS) if can_have_letter(part)]
        assert (name, [part.text() for part in parts if "&" not in part.text()]) == (name, [])
        letters = [part.text().partition("&")[2][0].lower() for part in parts]
        assert (name, sorted(letters)) == (name, sorted(set(letters)))


def test_the_buttons_at_the_foot_have_the_same_letters_everywhere(opened):
    letters = {}
    for _name, dialog in opened():
        for button in seen(dialog, QPushButton):
            words = button.text().replace("&", "")
            if words in {"Annuleren", "Cancel", "Sluiten", "Close"}:
                letters.setdefault(words, set()).add(button.text())
    assert letters
    assert all(len(each) == 1 for each in letters.values()), letters


def test_tab_goes_as_one_reads(opened):
    for name, dialog in opened():
        chain = reached_by_tab(dialog)
        for before, after in pairwise(chain):
            assert not is_ahead(dialog, after, before), (
                name,
                before.objectName(),
                after.objectName(),
            )


def test_the_focus_begins_in_a_field_with_nothing_left_open_before_it(opened):
    for name, dialog in opened():
        chain = reached_by_tab(dialog)
        fields = [part for part in chain if isinstance(part, FIELDS) and not is_read_only(part)]
        if not fields:
            assert dialog.focusWidget() in chain, name
            continue
        assert dialog.focusWidget() in fields, name
        before = fields[: fields.index(dialog.focusWidget())]
        assert (
            name,
            [part for part in before if isinstance(part, QLineEdit) and not part.text()],
        ) == (name, [])


def test_enter_presses_no_button_but_the_one_that_looks_like_it(opened):
    for name, dialog in opened():
        buttons = seen(dialog, QPushButton)
        if dialog.focusWidget() in buttons:
            continue
        primary = [each.text() for each in buttons if each.property("role") == "primary"]
        default = [each.text() for each in buttons if each.isDefault()]
        assert not (primary and default) or (name, default) == (name, primary)


def test_escape_closes(opened, desk, qtbot):
    for name, dialog in opened():
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
        settle(qtbot, desk)
        assert not isValid(dialog) or not dialog.isVisible(), name


def seen(dialog, kind):
    parts = dialog.findChildren(QWidget)
    return [part for part in parts if isinstance(part, kind) and part.isVisibleTo(dialog)]


def can_have_letter(part):
    return bool(part.text()) and (not isinstance(part, QLabel) or part.buddy() is not None)


def is_read_only(part):
    return isinstance(part, QPlainTextEdit) and part.isReadOnly()


def reached_by_tab(dialog):
    """Return what Tab reaches, from the top on."""
    chain, part = [], dialog
    while (part := part.nextInFocusChain()) is not dialog and part not in chain:
        policy = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        able = part.isVisibleTo(dialog) and part.isEnabledTo(dialog)
        if policy and able and part.focusProxy() is None:
            chain.append(part)
    return chain


def is_ahead(dialog, part, other):
    """Tell whether a part stands above another one, or left of it on the same line."""
    one, two = (each.rect().translated(each.mapTo(dialog, QPoint(0, 0))) for each in (part, other))
    if one.bottom() < two.top():
        return True
    return one.top() <= two.bottom() and two.top() <= one.bottom() and one.right() < two.left()
