"""What is pasted from another program is text as one would type it."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor_app.gui.widgets.field_text import FieldTextEdit
from advisor_app.gui.widgets.private_text import PrivateTextEdit

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


@pytest.mark.parametrize("kind", [PrivateTextEdit, FieldTextEdit])
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


@pytest.mark.parametrize("kind", [PrivateTextEdit, FieldTextEdit])
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


def test_a_picture_is_not_pasted(qtbot):
    editor = PrivateTextEdit()
    qtbot.addWidget(editor)
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QApplication.clipboard().setMimeData(picture)
    assert not editor.canPaste()
    editor.paste()
    assert editor.toPlainText() == ""


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
