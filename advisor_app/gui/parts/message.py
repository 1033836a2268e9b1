"""A page of a few words where there is nothing else to show: an empty state, a wait, a refusal."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from advisor_app._assets.forms.message import Ui_Message
from advisor_app.gui.look import Look


class Message(QWidget):
    """Stands among the pages that it speaks for, and shows at most one way on."""

    def __init__(self, look: Look, pages: QStackedWidget) -> None:
        super().__init__()
        self.ui = Ui_Message()
        self.ui.setupUi(self)
        look.dress(self)
        self._look = look
        self._pages = pages
        self._act: Callable[[], None] = lambda: None
        self.ui.act.clicked.connect(self._do_act)
        pages.addWidget(self)

    def say(
        self,
        icon: str,
        heading: str,
        text: str,
        act: str = "",
        do: Callable[[], None] = lambda: None,
    ) -> None:
        """Show these words instead of the other pages, with a button if there is a way on."""
        self._pages.setCurrentWidget(self)
        self.ui.icon.setPixmap(self._look.pixmap(icon, "accent", 40))
        self.ui.heading.setText(heading)
        self.ui.text.setText(text)
        self.ui.note.hide()
        self.ui.act.setVisible(bool(act))
        self.ui.act.setText(act)
        self._act = do

    def ask_for_organisation(self, icon: str) -> None:
        """Say that there is nothing to show without an organisation."""
        self.say(
            icon,
            self.tr("Nog geen organisatie"),
            self.tr("Voeg links bovenaan een organisatie toe."),
        )

    def refuse(self, sentence: str, act: str = "", do: Callable[[], None] = lambda: None) -> None:
        """Say why there is nothing to see, with a button if there is a way on."""
        self.say("circle-alert", self.tr("Dit lukt nu niet"), sentence, act, do)

    def note(self, heading: str, text: str) -> None:
        """Add what has been laid down, on a card below the words."""
        self.ui.note_heading.setText(heading)
        self.ui.note_text.setText(text)
        self.ui.note.show()

    def _do_act(self) -> None:
        self._act()
