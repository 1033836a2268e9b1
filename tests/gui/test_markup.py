"""What people type is shown as it stands, never as markup that opens what it names."""

from datetime import time

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.follow_up import FollowUp
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.gui.places import Page, Place
from advisor_app.gui.widgets.tip import plain_tip
from tests.gui.cases.test_cases_page import MAKERS, settle

MARKUP = '<img src="file:///etc/hostname"> <b>Robin</b> en nog veel meer woorden dan er passen'


def test_a_tooltip_with_tags_is_shown_as_it_stands():
    assert plain_tip("Gemeente Waterdal & co") == "Gemeente Waterdal & co"
    assert plain_tip("<b>x</b>") == "<qt>&lt;b&gt;x&lt;/b&gt;</qt>"


@pytest.fixture
def window(desk, ask, an_organisation, qtbot):
    organisation = an_organisation(MARKUP)
    case = ask(
        lambda: desk.session.casework.open_case(
            NewCase(organisation=organisation.id, title=MARKUP, alias=MARKUP)
        )
    )
    due = FollowUp(
        organisation=organisation.id, case=case.id, kind=Code("FUP-AFS"),
        due_on=desk.today(), due_at=time(14), text=MARKUP,
    )  # fmt: skip
    ask(lambda: desk.session.agenda.plan(due))
    letter = ask(lambda: desk.session.correspondence.begin(case.id, "gespreksbevestiging"))
    shown = MainWindow(desk.look)
    shown.enter(desk, MAKERS, Place(page=Page.TODAY), 5)
    qtbot.addWidget(shown)
    shown.resize(1000, 760)
    shown.show()
    settle(qtbot, desk)
    here = organisation.id
    places = [
        Place(page=Page.TODAY),
        Place(page=Page.CASES, organisation=here, case=case.id),
        Place(page=Page.CASES, organisation=here, log=True),
        Place(page=Page.AGENDA, organisation=here),
        Place(page=Page.LETTERS, organisation=here, letter=letter.id),
        Place(page=Page.LETTERS, organisation=here),
        Place(page=Page.FIGURES, organisation=here),
        Place(page=Page.ORGANISATION, organisation=here),
    ]
    yield shown, places
    shown.leave_quietly()
    shown.close()


def tips_of(widget):
    yield widget.toolTip()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for row in range(model.rowCount(QModelIndex())):
            columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
            for column in range(columns):
                yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")


def test_no_label_and_no_tooltip_of_any_page_reads_markup(window, desk, qtbot):
    shown, places = window
    seen = escaped = 0
    for place in places:
        shown.go(place)
        settle(qtbot, desk)
        shown.grab()  # what elides its words decides on its tooltip while it paints
        for part in shown.findChildren(QWidget):
            if isinstance(part, QLabel) and "<b>" in part.text():
                seen += 1
                assert part.textFormat() == Qt.TextFormat.PlainText, (place.page, part.objectName())
            tips = list(tips_of(part))
            escaped += sum("&lt;b&gt;" in tip for tip in tips)
            assert not any("<b>" in tip for tip in tips), (place.page, part.objectName())
    assert escaped > 4
    assert seen > 8
