"""The advisor's own text with the figures: typed, asked about, answered, and on paper afterwards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from advisor_app.domain import draft_keys
from advisor_app.domain.case import NewCase
from advisor_app.domain.narrative import LONGEST, HitKind
from advisor_app.domain.reporting import ReleaseState, Rung
from advisor_app.gui.figures.figures_page import FiguresPage
from advisor_app.gui.figures.narrative_dialog import NarrativeDialog
from advisor_app.gui.figures.narrative_words import hit_reason, hit_title
from advisor_app.gui.places import Page, Place
from advisor_app.services.figures.auditing import audited_here
from tests.documents.reading import text_of

TEXT = "Er waren twee adviezen. Melder 3 was tevreden."


@pytest.fixture
def figures(desk, qtbot, ask, clock, an_organisation, settle):
    """Show the figures of 2027 of an organisation with so many cases, from the year after."""

    def show(cases):
        client = an_organisation(staff=350)
        session = desk.session

        def live():
            session.reporting.choose(client.id, "2027", Rung.YEAR_TOTAL)
            clock.at = clock.at.replace(year=2027, month=3)
            for number in range(cases):
                session.casework.open_case(
                    NewCase(organisation=client.id, title="Iets", alias=f"Melder {number}")
                )
            clock.at = clock.at.replace(year=2028, month=1)

        ask(live)
        page = FiguresPage(desk)
        qtbot.addWidget(page)
        page.resize(1060, 740)
        page.show()
        qtbot.waitExposed(page)
        page.show_place(Place(page=Page.FIGURES, organisation=client.id, release="2027"))
        settle()
        return page

    return show


@pytest.fixture
def opened(settle, qtbot):
    """Open the text with the figures that are shown; wait until it was looked through."""

    def go(page):
        page.preview.ui.own_words.click()
        settle()
        dialog = next(each for each in page.findChildren(NarrativeDialog) if each.isVisible())
        qtbot.waitUntil(dialog._is_current)
        return dialog

    return go


@pytest.fixture
def writing(figures, opened):
    """Open the text of an organisation with nine cases."""
    return lambda: (page := figures(9), opened(page))


@pytest.fixture
def types(qtbot, settle):
    def write(dialog, text):
        qtbot.keyClicks(dialog.ui.text, text)
        qtbot.waitUntil(dialog._is_current)
        settle()

    return write


def rows(dialog):
    lines = [dialog.model.line(row) for row in range(dialog.model.rowCount())]
    return [(line.title, line.state) for line in lines]


def test_each_place_is_shown_and_answered_and_then_the_figures_can_be_fixed(
    writing, opened, types, settle, ask, desk
):
    shown, dialog = writing()
    types(dialog, TEXT)
    assert rows(dialog) == [
        ("twee – aantal dat niet in de cijfers staat", "Wacht op antwoord"),
        ("Melder 3 – naam uit uw dossiers", "Wacht op antwoord"),
    ]
    assert dialog.ui.hits_label.text() == "2 plekken wachten op antwoord"
    assert dialog.ui.question.text() == hit_reason(HitKind.OTHER_NUMBER)
    dialog.ui.harmless.click()
    settle()
    assert rows(dialog)[0][1] == "Zo bedoeld, en onschadelijk"
    assert dialog._chosen().kind is HitKind.PERSON
    dialog.reject()
    settle()
    assert not shown.preview.ui.fix.isEnabled()
    assert shown.preview.ui.leaves.text().startswith("Uw tekst wacht op antwoord.")
    assert shown.preview.ui.fix.accessibleDescription() == shown.preview.ui.leaves.text()
    assert shown.preview.ui.own_words.text() == "Uw tekst: nog 1 plek…"
    again = opened(shown)
    assert again.ui.text.toPlainText() == TEXT
    assert again._chosen().kind is HitKind.PERSON
    again.ui.leave_out.click()
    settle()
    assert again.ui.text.toPlainText() == "Er waren twee adviezen.  was tevreden."
    assert again.ui.hits_label.text() == "Elke plek is beantwoord."
    again.accept()
    settle()
    assert shown.preview.ui.fix.isEnabled()
    assert "Er waren twee adviezen. was tevreden." in text_of(shown.preview._paper._pdf)
    client = shown._organisation
    ask(lambda: desk.session.reporting.fix_audited(client, "2027", audited_here))
    settle()
    assert shown.check.preview.line.state is ReleaseState.FIXED
    assert shown.preview.ui.own_words.isHidden()
    assert "Signalen en advies" in text_of(shown.preview._paper._pdf)


def test_what_is_left_out_can_be_brought_back(writing, types, settle):
    _shown, dialog = writing()
    types(dialog, TEXT)
    dialog.ui.leave_out.click()
    settle()
    assert "twee" not in dialog.ui.text.toPlainText()
    dialog.ui.text.undo()
    assert dialog.ui.text.toPlainText() == TEXT


def test_below_the_minimum_nothing_can_be_written(figures):
    shown = figures(4)
    assert shown.preview.ui.own_words.isHidden()
    assert shown.preview.ui.fix.isEnabled()
    assert "doet de vertrouwenspersoon geen uitspraken" in text_of(shown.preview._paper._pdf)


def test_what_is_typed_is_a_draft_within_two_seconds(writing, soon_kept, qtbot, ask, desk):
    shown, dialog = writing()
    with soon_kept(dialog._drafts):
        qtbot.keyClicks(dialog.ui.text, TEXT)
    key = draft_keys.of_narrative(shown._organisation, "2027")
    assert ask(lambda: desk.session.drafts.find(*key)).text == TEXT


def test_a_place_can_only_be_answered_where_it_was_found(writing, types, qtbot):
    _shown, dialog = writing()
    types(dialog, TEXT)
    qtbot.keyClicks(dialog.ui.text, " Meer")
    assert not dialog.ui.leave_out.isEnabled()
    assert not dialog.ui.harmless.isEnabled()
    assert dialog.ui.harmless.accessibleDescription() == "De tekst wordt nagekeken."
    assert not dialog.ui.text.extraSelections() or not dialog._is_current()
    qtbot.waitUntil(dialog.ui.harmless.isEnabled)


def test_places_behind_wide_signs_are_marked_where_they_stand(writing, types, settle):
    _shown, dialog = writing()
    dialog.ui.text.setPlainText("Mooi 🙂🙂 en twee adviezen.")
    types(dialog, " ")
    marked = [each.cursor.selectedText() for each in dialog.ui.text.extraSelections()]
    assert "twee" in marked


def test_a_text_that_is_too_long_says_so_and_stays(writing, types):
    shown, dialog = writing()
    dialog.ui.text.setPlainText("a " * (LONGEST // 2 + 1))
    types(dialog, "b")
    assert "te lang" in dialog.ui.problem.text()
    assert dialog.ui.problem.isVisible()
    dialog.reject()
    assert len(dialog.ui.text.toPlainText()) > LONGEST
    assert shown is not None


def test_a_text_without_a_place_says_that_it_is_to_be_read_once_more(writing, types, heard):
    _shown, dialog = writing()
    types(dialog, "Leidinggevenden vragen vaker om raad.")
    assert "Niets gevonden" in dialog.ui.hits_label.text()
    assert dialog.ui.hits.isHidden()
    types(dialog, " Twee.")
    assert "1 plek wacht op antwoord" in heard


def test_everything_can_be_done_with_the_keys(writing, types, qtbot, settle):
    _shown, dialog = writing()
    types(dialog, TEXT)
    seen = []
    while (focused := dialog.focusWidget()).objectName() not in seen:
        seen.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == ["text", "hits", "leave_out", "harmless", "done"]
    dialog.ui.hits.setFocus()
    qtbot.keyClick(dialog.ui.hits, Qt.Key.Key_Down)
    assert dialog.ui.question.text() == hit_reason(HitKind.PERSON)
    dialog.ui.harmless.setFocus()
    qtbot.keyClick(dialog.ui.harmless, Qt.Key.Key_Space)
    settle()
    assert rows(dialog)[1][1] == "Zo bedoeld, en onschadelijk"
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog.ui.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_screen_reader_can_name_everything(writing, types):
    _shown, dialog = writing()
    types(dialog, TEXT)
    for widget in dialog.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert name, widget.objectName()
    assert all(
        label.textFormat() != Qt.TextFormat.RichText for label in dialog.findChildren(QLabel)
    )


def test_every_kind_of_place_has_its_words(look):
    assert len({hit_title(kind) for kind in HitKind}) == len(HitKind)
    assert len({hit_reason(kind) for kind in HitKind}) == len(HitKind)
