"""What is pasted from another program is text as one would type it."""

import pytest
from PySide6.QtCore import QMimeData
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
