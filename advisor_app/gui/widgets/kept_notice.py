"""Says that a form holds what was typed before, and lets somebody begin anew."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class KeptNotice(QFrame):
    """A strip above a form; what is thrown away can be taken back while the form is open."""

    thrown_away = Signal()
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.begin_anew = QPushButton(self.tr("Opnieuw beginnen"), self)
        self.begin_anew.clicked.connect(self.throw_away)
        self.take_back = QPushButton(self.tr("Terughalen"), self)
        self.take_back.clicked.connect(self._take_back)
        for button in (self.begin_anew, self.take_back):
            button.setProperty("role", "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(10)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.begin_anew)
        layout.addWidget(self.take_back)
        self._kept = ""
        self.hide()

    def say(self, sentence: str) -> None:
        """Say what is there again; nothing, if nothing was there before."""
        self._kept = sentence
        self._show(sentence, self.begin_anew)
        self.setVisible(bool(sentence))

    def _show(self, sentence: str, offered: QPushButton) -> None:
        had_focus = self.begin_anew.hasFocus() or self.take_back.hasFocus()
        self.words.setText(sentence)
        for button in (self.begin_anew, self.take_back):
            button.setVisible(button is offered)
        self.show()
        if had_focus:
            offered.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, sentence: str) -> None:
        """Say what can be brought back in the place of what stands there."""
        self._kept = sentence
        self._show(sentence, self.take_back)

    def offer_the_other(self) -> None:
        """Offer what was typed meanwhile, now that something else was taken back over it."""
        self.offer(self.tr("U kunt terughalen wat hier net stond."))

    def throw_away(self) -> None:
        """Let the form begin anew, and offer what stood in it."""
        self._show(
            self.tr("Het staat er weer zoals het was. U kunt terughalen wat u had ingevuld."),
            self.take_back,
        )
        self.thrown_away.emit()

    def _take_back(self) -> None:
        self._show(self._kept, self.begin_anew)
        self.setVisible(bool(self._kept))
        self.taken_back.emit()
