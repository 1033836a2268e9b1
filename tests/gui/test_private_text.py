"""What is pasted from another program is text as one would type it."""

from time import process_time

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QImage, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from advisor_app.gui.cases.case_pane import FACTS
from advisor_app.gui.places import Page, Place
from advisor_app.gui.widgets.field_text import FieldTextEdit
from advisor_app.gui.widgets.note_text import NoteTextEdit
from advisor_app.gui.widgets.note_view import NoteView
from advisor_app.gui.widgets.private_text import LONGEST_LINE, PrivateTextEdit, pasted

WORD = (
    "Gesprek met “melder” – één\r\nHarde\u00a0spatie\vzelfde alinea\r\n\r\n•\tPunt\u00ad een\f"
    "\ufeffBladzijde\x07 twee\u2028regel\rMac 👩🏽\u200d⚕️"
)
TYPED = (
    "Gesprek met “melder” – één\nHarde\u00a0spatie\nzelfde alinea\n\n•\tPunt een\n"
    "Bladzijde twee\nregel\nMac 👩🏽\u200d⚕️"
)


@pytest.fixture(autouse=True)
def _clear(qapp):
    """Leave nothing of Python in the clipboard: Qt would destroy it after Python has ended."""
    yield
    QApplication.clipboard().clear()


@pytest.mark.parametrize("kind", [PrivateTextEdit, FieldTextEdit, NoteTextEdit])
def test_a_page_of_word_is_pasted_without_its_markup_and_its_unseen_codes(kind, qtbot):
    editor = kind()
    qtbot.addWidget(editor)
    page = QMimeData()
    page.setText(WORD)
    page.setHtml("<b>Gesprek</b><img src='file:///etc/hostname'>")
    QApplication.clipboard().setMimeData(page)
    editor.paste()
    assert editor.document().toRawText().replace("\u2029", "\n") == TYPED
    QTest.keyClicks(editor, "x")
    assert editor.toPlainText().endswith("x")


PAGE = (
    "<html><head><title>Weg</title><style>p { color: red }</style></head><body>"
    "<p class=MsoNormal>Ze zei: <b>&laquo;vet&raquo;</b> &amp; meer<o:p></o:p></p>"
    "<p>Tweede alinea<br>nieuwe regel</p><ul><li>een</li><li>twee</li></ul>"
    "<p><img src='file:///etc/hostname'>Einde</p></body></html>"
)


@pytest.mark.parametrize("kind", [PrivateTextEdit, FieldTextEdit, NoteTextEdit])
@pytest.mark.parametrize("unit", ["ze zei dat ", "x"])
def test_a_line_without_end_is_broken_so_that_the_window_lives_and_no_word_is_lost(
    kind, unit, qtbot
):
    text = "begin " + unit * (5_000_000 // len(unit)) + " slot"
    assert "\n" not in text
    editor = kind()
    qtbot.addWidget(editor)
    editor.show()
    page = QMimeData()
    page.setText(text)
    editor.insertFromMimeData(page)
    lines = editor.toPlainText().split("\n")
    assert max(map(len, lines)) <= LONGEST_LINE
    assert "".join("".join(lines).split()) == text.replace(" ", "")
    if " " in unit:
        assert " ".join(lines).split() == text.split()
    before = process_time()
    QTest.keyClicks(editor, "abc")
    QApplication.processEvents()
    assert process_time() - before < 5  # of CPU; with one line it is minutes


def test_what_somebody_types_in_one_paragraph_is_pasted_as_one():
    paragraph = "Een lange alinea. " * 1_000
    assert pasted(paragraph) == paragraph


@pytest.mark.parametrize("kind", [PrivateTextEdit, FieldTextEdit, NoteTextEdit])
def test_of_a_page_that_comes_without_its_text_the_text_is_pasted(kind, qtbot):
    editor = kind()
    qtbot.addWidget(editor)
    page = QMimeData()
    page.setHtml(PAGE)
    QApplication.clipboard().setMimeData(page)
    assert editor.canPaste()
    editor.paste()
    assert editor.toPlainText().splitlines() == [
        "Ze zei: «vet» & meer",
        "Tweede alinea",
        "nieuwe regel",
        "een",
        "twee",
        "Einde",
    ]


def a_picture():
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    return picture


def rich_text_alone():
    text = QMimeData()
    text.setData("text/rtf", rb"{\rtf1 Gesprek}")
    return text


@pytest.mark.parametrize("made", [a_picture, rich_text_alone])
def test_what_holds_no_text_is_not_pasted_and_the_editor_tells(made, qtbot):
    editor = PrivateTextEdit()
    qtbot.addWidget(editor)
    QApplication.clipboard().setMimeData(made())
    assert not editor.canPaste()
    with qtbot.waitSignal(editor.not_pasted):
        editor.paste()
    assert editor.toPlainText() == ""


def test_of_an_empty_clipboard_nothing_is_told(qtbot):
    editor = PrivateTextEdit()
    qtbot.addWidget(editor)
    with qtbot.assertNotEmitted(editor.not_pasted):
        editor.insertFromMimeData(QMimeData())


def test_every_window_says_that_only_text_is_pasted_until_somebody_types_on(
    window, dialogs, an_organisation, a_case, settle, heard
):
    organisation = an_organisation("Gemeente Zandmeer", "ZAND")
    case = a_case(organisation)
    main = window(Place(page=Page.LETTERS, organisation=organisation.id))
    main.go(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    settle()
    main.ui.pages.currentWidget().pane.ui.tabs.setCurrentIndex(FACTS)
    settle()
    seen = []
    for place in (main, *dialogs()):
        for editor in place.findChildren(PrivateTextEdit):
            heard.clear()
            editor.insertFromMimeData(a_picture())
            assert said(place) == heard == ["Alleen tekst kan worden geplakt."]
            editor.insertPlainText("x")
            assert said(place) == []
            seen.append(editor.objectName())
    assert seen.count("text") >= 3
    assert {"text", "addressee", "body", "private_contact"} == set(seen)


def said(place):
    """Return what is said of a paste, wherever in a window."""
    return [
        label.text()
        for label in place.findChildren(QLabel)
        if "geplakt" in label.text()
        and not label.isHidden()
        and not label.parentWidget().isHidden()
    ]


def test_the_line_that_is_written_stays_in_sight_when_the_editor_gets_less_room(qtbot):
    editor = PrivateTextEdit()
    qtbot.addWidget(editor)
    editor.resize(300, 400)
    editor.setPlainText("\n".join(f"regel {number}" for number in range(200)))
    with qtbot.waitExposed(editor):
        editor.show()
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.resize(300, 120)
    assert editor.viewport().rect().contains(editor.cursorRect())


@pytest.mark.parametrize("kind", [PrivateTextEdit, FieldTextEdit, NoteTextEdit, NoteView])
def test_nothing_is_dragged_out_into_another_window(kind, qtbot):
    handed_out = []

    class Editor(kind):
        def createMimeDataFromSelection(self):  # noqa: N802  (Qt's name)
            handed_out.append(self.textCursor().selectedText())
            return super().createMimeDataFromSelection()

    editor, place = Editor(), QWidget()
    qtbot.addWidget(place)
    QVBoxLayout(place).addWidget(editor)
    editor.setPlainText("Wat de melder vertelt.")
    with qtbot.waitExposed(place):
        place.show()
    editor.selectAll()
    handed_out.clear()
    mouse, left = editor.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(mouse, left, pos=QPoint(30, 10))
    for x in range(32, 130, 8):
        QTest.mouseMove(mouse, QPoint(x, 10))
        QApplication.processEvents()
    assert handed_out == []
    QTest.mouseRelease(mouse, left, pos=QPoint(130, 10))
    assert not editor.textCursor().hasSelection()
    QTest.mousePress(mouse, left, pos=QPoint(30, 10))
    QTest.mouseMove(mouse, QPoint(130, 10))
    QApplication.processEvents()
    assert editor.textCursor().hasSelection()
    QTest.mouseRelease(mouse, left, pos=QPoint(130, 10))


@pytest.mark.parametrize("kind", [PrivateTextEdit, FieldTextEdit, NoteTextEdit, NoteView])
def test_a_double_click_on_what_is_selected_selects_on_by_words(kind, qtbot):
    editor = kind()
    qtbot.addWidget(editor)
    editor.setPlainText("Wat de melder vertelt.")
    with qtbot.waitExposed(editor):
        editor.show()
    editor.selectAll()
    mouse, left, spot = editor.viewport(), Qt.MouseButton.LeftButton, QPoint(12, 9)
    QTest.mouseClick(mouse, left, pos=spot)
    editor.selectAll()  # as long as the button is down, it stays selected
    QTest.mousePress(mouse, left, pos=spot)
    twice = QMouseEvent(
        QEvent.Type.MouseButtonDblClick, spot, mouse.mapToGlobal(spot), left, left,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(mouse, twice)
    assert editor.textCursor().selectedText() == "Wat"
    QTest.mouseMove(mouse, QPoint(90, 9))
    QApplication.processEvents()
    assert editor.textCursor().selectedText().startswith("Wat de")
    QTest.mouseRelease(mouse, left, pos=QPoint(90, 9))
