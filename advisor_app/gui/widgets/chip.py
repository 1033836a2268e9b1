"""A state in a few words and a tone, never colour alone."""

from enum import StrEnum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget


class Tone(StrEnum):
    """How a state is meant; the style sheet gives it colours."""

    PLAIN = auto()
    OK = auto()
    WARN = auto()
    DANGER = auto()


class Chip(QFrame):
    """A rounded label such as `In orde`; it is read by a screen reader as its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 3, 10, 3)
        layout.addWidget(self.words)
        self.say("")

    def say(self, words: str, tone: Tone = Tone.PLAIN) -> None:
        """Show a state; without words there is no chip."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.setProperty("tone", tone.value)
        for part in (self, self.words):
            part.style().unpolish(part)
            part.style().polish(part)
