"""Which letter, and who writes it: the letterhead is asked for when it is first needed."""

from dataclasses import replace

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from advisor_app._assets.forms.begin_letter import Ui_BeginLetter
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.identity import CaseId
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.form import leave_the_wheel_alone, offer, read, show
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.scrolling import let_scroll
from advisor_app.services import letter_templates

_FIELDS = ("public_name", "function_line", "letterhead_lines")


class BeginLetterDialog(QDialog):
    """Begins a letter about a case."""

    def __init__(self, desk: Desk, case: CaseId, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_BeginLetter()
        self.ui.setupUi(self)
        desk.look.dress(self)
        leave_the_wheel_alone(self)
        let_scroll(self)
        self._desk = desk
        self._case = case
        self._advisor = Advisor()
        self.letter: Letter | None = None
        unmark(self.ui, _FIELDS, self.ui.problem)
        templates = letter_templates.templates(desk.language)
        offer(self.ui.template, [(each.code, each.title) for each in templates])
        self.ui.begin.clicked.connect(self.begin)
        self.ui.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.ui.begin.click)
        desk.tasks.run(desk.session.correspondence.advisor, then=self._show, owner=self)

    def begin(self) -> None:
        """Keep the letterhead and begin the letter."""
        unmark(self.ui, _FIELDS, self.ui.problem)
        try:
            advisor = replace(self._advisor, **read(self.ui, *_FIELDS))
            if not advisor.public_name:
                raise InvalidError("public_name", Problem.EMPTY)
        except InvalidError as error:
            self._refuse(error)
            return
        correspondence, case = self._desk.session.correspondence, self._case
        template, before = self.ui.template.currentData(), self._advisor

        def begin() -> Letter:
            if advisor != before:
                correspondence.keep_advisor(advisor)
            return correspondence.begin(case, template)

        self._desk.tasks.run(begin, then=self._begun, otherwise=self._refuse, owner=self)

    def _show(self, advisor: Advisor) -> None:
        self._advisor = advisor
        show(self.ui, advisor, *_FIELDS)
        if not advisor.function_line:
            self.ui.function_line.setText(self.tr("extern vertrouwenspersoon"))

    def _begun(self, letter: Letter) -> None:
        self.letter = letter
        self.accept()

    def _refuse(self, error: ProblemError) -> None:
        field = error.field if isinstance(error, InvalidError) else ""
        mark(self.ui, field, self._desk.sentence(error), self.ui.problem)
