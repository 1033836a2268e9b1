"""What the vault did not take, and why: it stays until it is mended or sent away."""

from PySide6.QtWidgets import QFrame, QWidget

from advisor_app._assets.forms.strip import Ui_Strip
from advisor_app.gui.look import Look
from advisor_app.gui.parts.marks import announce


class Refusal(QFrame):
    """A strip with one sentence that says what to do."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_Strip()
        self.ui.setupUi(self)
        look.dress(self)
        self.ui.dismiss.clicked.connect(self.hide)
        self.hide()

    @property
    def sentence(self) -> str:
        """Return what it says, or said last."""
        return self.ui.text.text()

    def say(self, sentence: str) -> None:
        """Show a sentence, aloud too."""
        announce(self, sentence)
        self.ui.text.setText(sentence)
        self.show()
        self.raise_()
