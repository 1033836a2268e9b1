"""Put a loose conversation into a case that is there already."""

from PySide6.QtWidgets import QDialog, QWidget

from advisor_app._assets.forms.join_case import Ui_JoinCase
from advisor_app.domain.case import Case
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.overview import CaseLine, LoggedConversation
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.cases.case_list import CaseDelegate, CaseList
from advisor_app.gui.desk import Desk


class JoinCaseDialog(QDialog):
    """Which case a loose conversation belongs to."""

    def __init__(
        self, desk: Desk, organisation: OrganisationId, logged: LoggedConversation, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_JoinCase()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._logged = logged
        self.case: Case | None = None
        self._model = CaseList(desk, self, loose=False)
        self.ui.cases.setModel(self._model)
        self.ui.cases.setItemDelegate(CaseDelegate(desk, self._model, self.ui.cases))
        self._model.modelReset.connect(self._choose_first)
        self._model.load(organisation)
        self.ui.join.clicked.connect(self.join_case)
        self.ui.cases.doubleClicked.connect(self.join_case)  # Enter presses the button
        self.ui.cancel.clicked.connect(self.reject)

    def join_case(self) -> None:
        """Put the conversation into the chosen case."""
        chosen = self._model.item(self.ui.cases.currentIndex().row())
        if not isinstance(chosen, CaseLine):
            return
        conversations, conversation = self._desk.session.conversations, self._logged.conversation.id
        self._desk.tasks.run(
            lambda: conversations.join_case(conversation, chosen.id),
            then=self._joined,
            otherwise=self._refuse,
            owner=self,
        )

    def _joined(self, case: Case) -> None:
        conversations, tasks = self._desk.session.conversations, self._desk.tasks
        conversation = self._logged.conversation
        self.case = case
        self._desk.news.undo_offered.emit(
            self.tr("Het gesprek staat nu bij %1.").replace("%1", case.number),
            lambda: tasks.run(lambda: conversations.take_out(conversation.id, conversation.kind)),
        )
        self.accept()

    def _refuse(self, error: ProblemError) -> None:
        self._desk.news.refused.emit(self._desk.sentence(error))

    def _choose_first(self) -> None:
        self.ui.cases.setCurrentIndex(self._model.index(0))
