"""What a window says when there is nothing to paste but a picture."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from advisor_app.gui.parts.marks import announce, bring_into_sight
from advisor_app.gui.widgets.private_text import PrivateTextEdit


def tell_what_is_not_pasted(editor: PrivateTextEdit, say: Callable[[str], None]) -> None:
    """Say that a picture is no text, with the window's own words for it, until somebody types on."""
    sentence = QCoreApplication.translate("form", "Alleen tekst kan worden geplakt.")
    told = False

    def tell() -> None:
        nonlocal told
        told = True
        say(sentence)
        announce(editor, sentence)

    def take_back() -> None:
        nonlocal told
        if told:
            told = False
            say("")

    editor.not_pasted.connect(tell)
    editor.textChanged.connect(take_back)


def say_below(problem: QLabel, sentence: str) -> None:
    """Say below the fields of a form what was not done, or nothing any more."""
    problem.setText(sentence)
    problem.setVisible(bool(sentence))
    bring_into_sight(problem)
