"""Text from elsewhere arrives as the plain text that it says."""

from PySide6.QtCore import QMimeData

from advisor_app.gui.widgets.private_text import PrivateTextEdit


def test_the_end_of_a_line_in_word_is_the_end_of_a_line_here(qtbot):
    editor, pasted = PrivateTextEdit(), QMimeData()
    qtbot.addWidget(editor)
    pasted.setHtml("<p>Eerste regel<br>tweede regel</p>")
    pasted.setText("Eerste regel\vtweede regel")
    editor.insertFromMimeData(pasted)
    assert editor.toPlainText() == "Eerste regel\ntweede regel"
