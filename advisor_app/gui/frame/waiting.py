"""What is seen while the first window is still being made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from advisor_app.gui.look import Look


class Waiting(QWidget):
    """Says that the demo is on its way: inventing its people takes seconds."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        words = QLabel(self.tr("De oefenkluis wordt gemaakt. Dit duurt even…"), self)
        words.setProperty("role", "heading")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(words)
        look.size_window(self, 540, 160)
