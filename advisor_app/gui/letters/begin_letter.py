"""Which letter, and who writes it: the letterhead is asked for when it is first needed."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from advisor_app._assets.forms.begin_letter import Ui_BeginLetter
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.identity import CaseId
from advisor_app.domain.problems import InvalidError
from advisor_app.gui.desk import Desk
from advisor_app.gui.letters.letterhead_part import LetterheadPart
from advisor_app.gui.parts.form import leave_the_wheel_alone, offer
from advisor_app.gui.parts.tab_order import lead_through
from advisor_app.gui.scrolling import let_scroll
from advisor_app.services import letter_templates


class BeginLetterDialog(QDialog):
    """Begins a letter about a case."""

    def __init__(self, desk: Desk, case: CaseId, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_BeginLetter()
        self.ui.setupUi(self)
        self.letterhead = LetterheadPart(desk, self)
        self.ui.letterhead_layout.addWidget(self.letterhead)
        lead_through(self.ui.template, self.letterhead)
        desk.look.dress(self)
        leave_the_wheel_alone(self)
        let_scroll(self)
        self._desk = desk
        self._case = case
        self.letter: Letter | None = None
        templates = letter_templates.templates(desk.language)
        offer(self.ui.template, [(each.code, each.title) for each in templates])
        self.ui.begin.clicked.connect(self.begin)
        self.ui.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.ui.begin.click)
        desk.tasks.run(
            desk.session.correspondence.advisor, then=self.letterhead.show_advisor, owner=self
        )

    def begin(self) -> None:
        """Keep the letterhead and begin the letter."""
        self.letterhead.unmark()
        self.letterhead.when_read(self._begin)

    def _begin(self) -> None:
        try:
            advisor = self.letterhead.advisor()
        except InvalidError as error:
            self.letterhead.refuse(error)
            return
        correspondence, case = self._desk.session.correspondence, self._case
        template = self.ui.template.currentData()

        def begin() -> Letter:
            if advisor != correspondence.advisor():
                correspondence.keep_advisor(advisor)
            return correspondence.begin(case, template)

        self._desk.tasks.run(begin, then=self._begun, otherwise=self.letterhead.refuse, owner=self)

    def _begun(self, letter: Letter) -> None:
        self.letter = letter
        self.accept()
