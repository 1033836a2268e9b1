"""A new case in half a minute; what is not known yet is filled in later."""

import json

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QCompleter, QDialog, QLineEdit, QWidget

from advisor_app._assets.forms.new_case import Ui_NewCase
from advisor_app.domain import draft_keys
from advisor_app.domain.case import Case, NewCase
from advisor_app.domain.identity import ConversationId, OrganisationId
from advisor_app.domain.organisation import Department
from advisor_app.domain.overview import LoggedConversation
from advisor_app.domain.person import Person
from advisor_app.domain.problems import InvalidError, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.dialog_draft import DialogDraft
from advisor_app.gui.parts.form import leave_the_wheel_alone, offer, read, type_again, typed
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.scrolling import let_scroll

_FIELDS = (
    "title",
    "category",
    "person",
    "alias",
    "reporter_role",
    "relation",
    "department",
    "opened_on",
    "acute_danger",
    "counted_elsewhere",
)


class NewCaseDialog(QDialog):
    """Opens a case of one organisation, from a loose conversation or from nothing."""

    def __init__(
        self,
        desk: Desk,
        organisation: OrganisationId,
        logged: LoggedConversation | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_NewCase()
        self.ui.setupUi(self)
        desk.look.dress(self)
        leave_the_wheel_alone(self)
        let_scroll(self)
        self._desk = desk
        self._organisation = organisation
        self._logged = logged
        self.case: Case | None = None
        self.ui.problem.hide()
        codes, day = desk.session.codes, desk.today()
        for name, field in (("CAT", "category"), ("ROL", "reporter_role"), ("REL", "relation")):
            box: QComboBox = getattr(self.ui, field)
            items = codes.offered(name, day)
            offer(
                box,
                [(item.code, item.label.text(desk.language)) for item in items],
                codes.unknown(name),
            )
            make_searchable(box)
        self.ui.opened_on.set_clock(desk.today)
        self.ui.opened_on.set_day(day if logged is None else logged.conversation.held_on)
        self.ui.lead.setText(
            self.tr("Alleen een titel is al genoeg.")
            if logged is None
            else self.tr("Het losse gesprek wordt het eerste gesprek van dit dossier.")
        )
        offer(self.ui.person, [(None, self.tr("Nieuwe melder"))])
        offer(self.ui.department, [(None, self.tr("Niet bekend"))])
        self.ui.person.currentIndexChanged.connect(self._choose_person)
        self.ui.create.clicked.connect(self.create_case)
        self.ui.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.ui.create.click)
        self._proposed = typed(self.ui, *_FIELDS)
        desk.tasks.run(self._known, then=self._show_known, owner=self)
        self._draft = DialogDraft(
            desk,
            draft_keys.of_new_case(organisation, self._loose),
            self._typed,
            self._show_typed,
            self.ui.kept,
            self,
        )
        self._draft.begin()
        self.ui.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def create_case(self) -> None:
        """Open the case; the dialog stays until the vault has it."""
        unmark(self.ui, _FIELDS, self.ui.problem)
        try:
            new = NewCase(organisation=self._organisation, **read(self.ui, *_FIELDS))
        except InvalidError as error:
            self._refuse(error)
            return
        session, language = self._desk.session, self._desk.language
        loose, key = self._loose, self._draft.key
        self.ui.create.setEnabled(False)
        self._draft.keep()  # now, or its timer keeps it after it was dropped

        self._desk.tasks.run(
            lambda: session.casework.open_case(new, loose, language, key),
            then=self._opened,
            otherwise=self._refuse,
            owner=self,
        )

    def reject(self) -> None:
        """Close once what was typed is kept as a draft; ask first if the disk takes no more."""
        self._draft.close_dialog(self, super().reject)

    @property
    def _loose(self) -> ConversationId | None:
        return None if self._logged is None else self._logged.conversation.id

    def _typed(self) -> str:
        """Return what stands in the form otherwise than it was proposed, as its draft keeps it."""
        found = typed(self.ui, *_FIELDS).items()
        return json.dumps(
            {field: value for field, value in found if value != self._proposed[field]}
        )

    def _show_typed(self, text: str) -> None:
        type_again(self.ui, self._proposed | json.loads(text))

    def _known(self) -> tuple[list[Person], list[Department]]:
        session = self._desk.session
        return (
            session.reporters.of_organisation(self._organisation),
            session.organisations.departments(self._organisation),
        )

    def _show_known(self, known: tuple[list[Person], list[Department]]) -> None:
        people, departments = known
        for person in people:
            self.ui.person.addItem(person.alias, person.id)
        for department in departments:
            self.ui.department.addItem(department.name, department.id)

    def _choose_person(self) -> None:
        new = self.ui.person.currentData() is None
        self.ui.alias.setEnabled(new)
        if not new:
            self.ui.alias.clear()

    def _opened(self, case: Case) -> None:
        self.case = case
        self._draft.end()
        self._desk.news.saved.emit(self._desk.now())
        self.accept()

    def _refuse(self, error: ProblemError) -> None:
        self.ui.create.setEnabled(True)
        field = error.field if isinstance(error, InvalidError) else ""
        mark(self.ui, field, self._desk.sentence(error), self.ui.problem)


def make_searchable(box: QComboBox) -> None:
    """Let somebody type any part of a choice; leaving the field takes the first that fits."""
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer, line = box.completer(), box.lineEdit()
    assert completer is not None
    assert line is not None
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    popup = completer.popup()
    assert popup is not None
    popup.setProperty("role", "completions")
    popup.installEventFilter(_TabLeaves(line, completer))

    def take() -> None:
        typed = line.text().strip()
        whole, part = Qt.MatchFlag.MatchFixedString, Qt.MatchFlag.MatchContains
        found = box.findText(typed, whole)
        if found < 0 and typed:
            found = box.findText(typed, part)
        if found >= 0:
            box.setCurrentIndex(found)
        line.setText(box.itemText(box.currentIndex()))

    line.editingFinished.connect(take)


class _TabLeaves(QObject):
    """Lets Tab leave a field whose choices are shown; Qt lets it close them only."""

    def __init__(self, line: QLineEdit, completer: QCompleter) -> None:
        super().__init__(completer)
        self._line = line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Notice Tab."""
        if (
            isinstance(watched, QWidget)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        ):
            watched.hide()
            QApplication.sendEvent(self._line, event)
            return True
        return super().eventFilter(watched, event)
