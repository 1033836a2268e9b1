"""In a menu of names, letters lead to one."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from advisor_app.gui.places import Page, Place
from advisor_app.gui.widgets.name_menu import NameMenu

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_letters_lead_to_the_organisation_that_they_begin(window, an_organisation, qtbot):
    names = ("Gemeente Waterdal", "Stichting De Esdoorn", "Stichting Élan", "Zorg & Zo")
    made = {name: an_organisation(name, f"O{place}") for place, name in enumerate(names)}
    shown = window(Place(page=Page.CASES, organisation=made[names[0]].id))
    shown.switch_organisation()
    menu = shown.findChild(NameMenu)
    qtbot.keyClicks(menu, "s")
    assert menu.activeAction().text() == "Stichting De Esdoorn"
    qtbot.keyClicks(menu, "s")
    assert menu.activeAction().text() == "Stichting Élan"
    menu._lull.timeout.emit()
    qtbot.keyClicks(menu, "wat")
    assert menu.activeAction().text() == "Gemeente Waterdal"
    menu._lull.timeout.emit()
    qtbot.keyClicks(menu, "stichting e")
    assert menu.activeAction().text() == "Stichting Élan"
    menu._lull.timeout.emit()
    qtbot.keyClicks(menu, "zorg &")
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert shown.place.organisation == made["Zorg & Zo"].id


def test_a_long_name_does_not_make_the_menu_as_wide_as_the_screen(qtbot, qapp):
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = NameMenu(parent)
    menu.add_name("Zorg & Welzijn")
    width = menu.sizeHint().width()
    menu.add_name("Samenwerkingsverband Regionale Uitvoeringsdienst " * 4)
    assert [action.text()[:6] for action in menu.actions()] == ["Zorg &", "Samenw"]
    assert width < menu.sizeHint().width() < 700
    qtbot.keyClicks(menu, "uitv")
    assert menu.activeAction() is menu.actions()[1]


def test_what_no_name_begins_with_leads_nowhere(qtbot, qapp):
    menu = NameMenu(None)
    qtbot.addWidget(menu)
    action = menu.addAction("Waterdal")
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(action)
    qtbot.keyClicks(menu, "xyz")
    assert menu.activeAction() is action
