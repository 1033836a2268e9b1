"""Notes have air between their lines where they are written and read, and are plain text all the same."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontInfo,
    QImage,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.settings import Theme, Typeface
from advisor_app.gui.cases import timeline
from advisor_app.gui.cases.timeline import TimelineCard
from advisor_app.gui.look import Look
from advisor_app.gui.places import Page, Place
from advisor_app.gui.widgets.note_text import LINE_HEIGHT, NoteTextEdit
from advisor_app.gui.widgets.note_view import NoteView
from advisor_app.gui.widgets.private_text import HISTORY_HINTS

KINDS = [NoteTextEdit, NoteView]
MARKUP = '<b>Robin</b> &amp; <a href="https://x.nl">x</a>\n\n  twee  spaties\ttab 👩🏽\u200d⚕️\nhttps://x.nl'


@pytest.fixture(autouse=True)
def _clear(qapp):
    """Leave nothing of Python in the clipboard: Qt would destroy it after Python has ended."""
    yield
    QApplication.clipboard().clear()


@pytest.fixture
def show(qtbot, look):
    """Show a note between two fields on a page that scrolls."""
    pages = []

    def make(kind, text, scale=100, typeface=Typeface.INTER):
        Look(Theme.LIGHT, scale, typeface).wear(QApplication.instance())
        page, content = QScrollArea(), QWidget()
        rows = QVBoxLayout(content)
        note = kind(content)
        note.setPlainText(text)
        for part in (QLineEdit(content), note, QLineEdit(content)):
            rows.addWidget(part)
        rows.addStretch()
        page.setWidgetResizable(True)
        page.setWidget(content)
        page.resize(420, 300)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        qtbot.wait(10)
        pages.append(page)
        return note

    return make


def lines_of(note):
    """Return what Qt laid out: of each line the top, baseline and bottom, and where it begins."""
    block, lines = note.document().firstBlock(), []
    while block.isValid():
        top = note.blockBoundingGeometry(block).translated(note.contentOffset()).top()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            y = top + line.y()
            lines.append(
                (y, y + line.ascent(), y + line.height(), block.position() + line.textStart())
            )
        block = block.next()
    return lines


def painted(note):
    """Return the text as it is painted, on white."""
    picture = QImage(note.viewport().size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    note.viewport().render(picture)
    return picture


def baselines(note):
    """Return the rows of pixels on which painted letters without tails stand."""
    picture = painted(note)
    ground = picture.pixelColor(picture.width() - 1, 0)
    inked = [
        any(
            picture.pixelColor(x, y).lightness() < ground.lightness() - 100 for x in range(20, 60)
        )  # beside the caret
        for y in range(picture.height())
    ]
    return [y for y, (here, below) in enumerate(pairwise([*inked, False])) if here and not below]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("typeface", list(Typeface))
@pytest.mark.parametrize("scale", [80, 100, 150, 200])
def test_from_baseline_to_baseline_are_145_percent_of_the_size_of_the_type(
    show, kind, typeface, scale
):
    note = show(kind, "HHH HHH " * 24 + "\nHHH", scale, typeface)
    note.setFixedHeight(1_000)
    QTest.qWait(10)
    steps = {below - above for above, below in pairwise(baselines(note))}
    assert len(lines_of(note)) > 3
    assert len(steps) == 1
    points = note.font().pointSizeF()
    assert points == pytest.approx(10.5 * scale / 100)
    assert abs(steps.pop() - 1.45 * points * note.logicalDpiY() / 72) < 1


def test_the_line_height_is_the_same_with_another_type_chosen_later(show):
    note = show(NoteTextEdit, "HHH\nHHH\nHHH")
    Look(Theme.DARK, 150, Typeface.ATKINSON).wear(QApplication.instance())
    QTest.qWait(10)
    size = QFontInfo(note.font()).pixelSize()
    assert size == 21
    gaps = {below[0] - above[0] for above, below in pairwise(lines_of(note))}
    assert gaps == {round(LINE_HEIGHT * size)}


def test_lines_of_another_script_do_not_touch(show):
    note = show(NoteView, "Ze schreef: กี่ปี ﷽ 漢字 नमस्ते 🙂 " * 8 + "\nHH 漢字\nHH")
    assert all(above[2] <= below[0] for above, below in pairwise(lines_of(note)))


@pytest.mark.parametrize("scale", [80, 100, 150, 200])
@pytest.mark.parametrize(
    "text", ["Een regel", MARKUP, "Wat de melder vertelt. " * 60, "a\n\n\nb\n"]
)
def test_a_note_is_read_whole_whatever_the_width(show, scale, text):
    note = show(NoteView, text, scale)
    for width in (420, 300, 640):
        note.window().resize(width, 300)
        QTest.qWait(20)
        lines = lines_of(note)
        assert note.verticalScrollBar().maximum() == 0
        assert -1 < lines[0][0] <= 0
        below = note.viewport().height() - lines[-1][2]
        assert 0 <= below < 0.5 * note.fontMetrics().height()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_copied_of_a_note_is_what_was_typed_and_nothing_else(show, kind):
    note = show(kind, MARKUP)
    note.setFocus()
    QTest.keySequence(note, "Ctrl+A")
    QTest.keySequence(note, "Ctrl+C")
    copied = QApplication.clipboard().mimeData()
    assert copied.text() == MARKUP == note.toPlainText()
    assert not copied.hasHtml()
    assert HISTORY_HINTS.keys() <= set(copied.formats())


def test_a_part_of_a_note_is_selected_by_keys_and_by_mouse(show):
    note = show(NoteView, "Een twee drie\nvier vijf")
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(note, Qt.Key.Key_Right, both)
    assert note.textCursor().selectedText() == "twee "
    QTest.mouseDClick(note.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 28))
    assert note.textCursor().selectedText() == "vier"


def test_nothing_is_written_in_a_note_that_is_read(show):
    note = show(NoteView, MARKUP)
    note.setFocus()
    QTest.keyClicks(note, "x")
    QTest.keySequence(note, "Ctrl+A")
    QTest.keyClick(note, Qt.Key.Key_Delete)
    QApplication.clipboard().setText("geplakt")
    note.paste()
    assert note.toPlainText() == MARKUP


def test_undo_takes_back_what_was_typed_and_pasted_and_no_line_height_is_in_the_text(show):
    note = show(NoteTextEdit, "Begin")
    note.moveCursor(QTextCursor.MoveOperation.End)
    assert not note.document().isUndoAvailable()
    QTest.keyClicks(note, " abc")
    page = QMimeData()
    page.setHtml("<p style='line-height: 300%'>een</p><p>twee</p>")
    note.insertFromMimeData(page)
    assert note.toPlainText() == "Begin abceen\ntwee"
    block = note.document().firstBlock()
    while block.isValid():
        assert block.blockFormat() == QTextBlockFormat()
        block = block.next()
    note.undo()
    assert note.toPlainText() == "Begin abc"
    note.undo()
    assert note.toPlainText() == "Begin"
    assert not note.document().isUndoAvailable()
    note.redo()
    assert note.toPlainText() == "Begin abc"


@pytest.mark.parametrize("kind", KINDS)
def test_a_click_between_two_lines_meets_the_upper_one(show, kind):
    note = show(kind, "Wat de melder vertelt. " * 8 + "\nvierde")
    lines = lines_of(note)
    for y in range(int(lines[0][0]), int(lines[2][0])):
        QTest.mouseClick(note.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, y))
        met = max(line for line in lines if line[0] <= y + 0.5)
        following = lines[lines.index(met) + 1]
        assert met[3] < note.textCursor().position() < following[3], y


@pytest.mark.parametrize("kind", KINDS)
def test_a_selection_of_several_lines_has_no_stripes(show, kind):
    note = show(kind, "\n".join(["|" + " " * 40 + "|"] * 4))
    note.setFocus()
    note.selectAll()
    lines = lines_of(note)
    picture = painted(note)
    column = {
        picture.pixelColor(60, y).name() for y in range(int(lines[0][0]) + 1, int(lines[-1][2]) - 1)
    }
    assert column == {note.palette().highlight().color().name()}


def test_one_note_is_marked_at_a_time_and_stays_so_while_its_menu_is_open(show):
    note = show(NoteView, "Een twee")
    beside = note.window().findChildren(QLineEdit)[0]
    note.setFocus()
    note.selectAll()
    QApplication.sendEvent(note, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert note.textCursor().selectedText() == "Een twee"
    beside.setFocus()
    assert not note.textCursor().hasSelection()


def test_the_page_follows_the_caret_and_has_the_arrow_that_moves_nothing_in_the_note(show):
    note = show(NoteView, "\n".join(f"regel {number}" for number in range(60)))
    bar = note.window().verticalScrollBar()
    note.setFocus()
    note.moveCursor(QTextCursor.MoveOperation.End)
    assert bar.value() > 0
    caret = note.viewport().mapTo(note.window().viewport(), note.cursorRect().center())
    assert note.window().viewport().rect().contains(caret)
    followed = bar.value()
    QTest.keyClick(note, Qt.Key.Key_Down)
    assert bar.value() > followed


@pytest.mark.parametrize("lines", [6, 60])
def test_a_note_to_which_tab_leads_is_in_sight_from_its_beginning(show, lines):
    note = show(NoteView, "\n".join(f"regel {number}" for number in range(lines)))
    page = note.window()
    before, after = page.findChildren(QLineEdit)
    before.setFixedHeight(240)  # so that the note begins near the edge
    after.setFixedHeight(600)
    QTest.qWait(20)
    before.setFocus()
    page.verticalScrollBar().setValue(0)
    QTest.keyClick(before, Qt.Key.Key_Backtab)
    assert note.hasFocus()
    QTest.qWait(10)
    top = note.mapTo(page.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < page.viewport().height()
    assert lines == 60 or top + note.height() <= page.viewport().height()


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier]
)
def test_the_wheel_is_the_pages_and_enlarges_no_note(show, held):
    note = show(NoteView, "\n".join(f"regel {number}" for number in range(60)))
    before = note.font().pointSizeF()
    where = QPointF(9, 9)
    turned = QWheelEvent(
        where, note.viewport().mapToGlobal(where), QPoint(0, 0), QPoint(0, 120),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003  (Qt's own)
    )  # fmt: skip
    QApplication.sendEvent(note.viewport(), turned)
    assert not turned.isAccepted()
    assert note.font().pointSizeF() == before


def test_a_note_of_a_case_is_read_and_copied_as_it_was_typed(
    window, an_organisation, a_case, a_talk, settle
):
    organisation = an_organisation()
    case = a_case(organisation)
    a_talk(organisation, case, MARKUP)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    settle()
    (card,) = shown.findChildren(TimelineCard)
    note = card.ui.text
    assert note.toPlainText() == card.accessibleDescription() == MARKUP
    spoken = QAccessible.queryAccessibleInterface(note)
    assert spoken.text(QAccessible.Text.Name) == card.accessibleName()
    assert spoken.text(QAccessible.Text.Value) == MARKUP
    assert spoken.state().readOnly
    left = {part.mapTo(card, part.contentsRect().topLeft()).x() for part in (card.ui.heading, note)}
    assert len(left) == 1


def test_of_a_long_note_its_card_shows_the_beginning_with_three_dots(
    window, an_organisation, a_case, a_talk
):
    organisation = an_organisation()
    case = a_case(organisation)
    a_talk(organisation, case, "Wat de melder vertelt.\n" * 40_000)
    shown = window(Place(page=Page.CASES, organisation=organisation.id, case=case.id))
    (card,) = shown.findChildren(TimelineCard)
    assert len(card.ui.text.toPlainText()) == timeline.LONGEST + 1
    assert card.ui.text.toPlainText().endswith("…")
    assert card.ui.text.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("scale", [80, 100, 150, 200])
@pytest.mark.parametrize("lines", [1, 2, 3])
def test_an_editor_is_as_tall_as_whole_lines(show, scale, lines):
    note = show(NoteTextEdit, "\n".join(["regel"] * lines), scale)
    note.setFixedHeight(note.height_of(lines))
    QTest.qWait(10)
    assert note.verticalScrollBar().maximum() == 0
    note.setFixedHeight(note.height_of(lines) - 2)
    QTest.qWait(10)
    assert note.verticalScrollBar().maximum() == 1
