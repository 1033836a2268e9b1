"""Which letter, and who writes it: the letterhead is asked for when it is first needed."""

from PySide6.QtCore import Qt
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
        self.letterhead.load()
        self.ui.template.setFocus(Qt.FocusReason.OtherFocusReason)

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
        session, key = self._desk.session, self.letterhead.draft.key
        case, template = self._case, self.ui.template.currentData()
        self.letterhead.draft.keep()  # now, or its timer keeps it after it was dropped

        def begin() -> Letter:
            with session.as_one():
                if advisor != session.correspondence.advisor():
                    session.correspondence.keep_advisor(advisor)
                session.drafts.drop(*key)
                return session.correspondence.begin(case, template)

        self._desk.tasks.run(begin, then=self._begun, otherwise=self.letterhead.refuse, owner=self)

    def reject(self) -> None:
        """Close once the letterhead that was typed is kept as a draft."""
        self.letterhead.draft.close_dialog(self, super().reject)

    def _begun(self, letter: Letter) -> None:
        self.letterhead.draft.end()
        self.letter = letter
        self.accept()
