"""In a menu of names, letters lead to one."""

import pytest
from PySide6.QtCore import QPoint, Qt

from advisor_app.gui.places import Page, Place
from advisor_app.gui.widgets.name_menu import NameMenu
from advisor_app.gui.widgets.tip import plain_tip

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


def test_a_name_of_200_letters_makes_the_menu_no_wider_than_a_small_screen(
    window, an_organisation, qtbot
):
    name = "Stichting Regionaal Samenwerkingsverband " * 4 + "<b>&"
    an_organisation(name, "LANG")
    shown = window(Place(page=Page.TODAY))
    shown.switch_organisation()
    menu = shown.findChild(NameMenu)
    (action,) = [each for each in menu.actions() if each.data() == name]
    assert menu.sizeHint().width() < 640
    assert action.text().endswith("…")
    assert action.toolTip() == plain_tip(name)
    qtbot.keyClicks(menu, "stichting regionaal samenwerkingsverband stichting r")
    assert menu.activeAction() is action


def test_what_no_name_begins_with_leads_nowhere(qtbot, qapp):
    menu = NameMenu(None)
    qtbot.addWidget(menu)
    action = menu.addAction("Waterdal")
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(action)
    qtbot.keyClicks(menu, "xyz")
    assert menu.activeAction() is action
