"""The closed cases whose retention ends: what they are, since when, and whether they are counted."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QDialog, QWidget

from advisor_app._assets.forms.retention import Ui_Retention
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.overview import RetentionLine
from advisor_app.gui.desk import Desk
from advisor_app.gui.destructions_dialog import DestructionsDialog
from advisor_app.gui.line_list import Index, LineDelegate, LineList, ListLine
from advisor_app.gui.places import Page, Place

PAGE = 64


class RetentionList(LineList):
    """The one whose retention ended first on top; more is fetched on scrolling."""

    def __init__(self, desk: Desk, organisation: OrganisationId | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._organisation = organisation
        self._more = True

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802  (Qt's name)
        """Tell whether more cases are left."""
        return self._more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:  # noqa: N802  (Qt's name)
        """Ask for the next page."""
        self._more = False
        last = self.line(self.rowCount() - 1)
        after, organisation = None if last is None else last.value, self._organisation
        retention = self._desk.session.retention

        def append(found: Sequence[RetentionLine]) -> None:
            self._more = len(found) == PAGE
            self.append([self._line(each) for each in found])

        self._desk.tasks.run(
            lambda: retention.lines(organisation, after, PAGE), then=append, owner=self
        )

    def _line(self, case: RetentionLine) -> ListLine:
        ended = case.ends_on <= self._desk.today()
        when = self.tr("Bewaartermijn voorbij sinds %1") if ended else self.tr("Bewaren tot %1")
        when = when.replace("%1", self._desk.long_day(case.ends_on))
        if case.hold is not None:
            when = self.tr("%1, aangehouden: %2").replace("%1", when)
            when = when.replace("%2", self._desk.label(case.hold))
        return ListLine(
            value=case,
            title=case.title,
            facts=f"{case.number}  ·  {case.organisation_name}",
            state=when
            if case.is_fixed
            else self.tr("%1, nog niet in vastgestelde cijfers").replace("%1", when),
            icon="hourglass",
            ink="warn" if ended else "text2",
        )


class RetentionDialog(QDialog):
    """Shows them; a case is looked at in its own place."""

    def __init__(self, desk: Desk, organisation: OrganisationId | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_Retention()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self.model = RetentionList(desk, organisation, self)
        self.ui.cases.setModel(self.model)
        self.ui.cases.setItemDelegate(LineDelegate(desk.look, self.model, self.ui.cases))
        self.model.rowsInserted.connect(self._choose_first)
        self.ui.cases.activated.connect(self.open_case)
        self.ui.open_case.clicked.connect(lambda: self.open_case(self.ui.cases.currentIndex()))
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.destroyed.clicked.connect(lambda: DestructionsDialog(desk, self).open())
        self.model.fetchMore(QModelIndex())

    def open_case(self, index: QModelIndex) -> None:
        """Go to a case, where it can be read and opened again."""
        line = self.model.line(index.row())
        if line is None:
            return
        case: RetentionLine = line.value
        self.accept()
        self._desk.news.wanted.emit(
            Place(page=Page.CASES, organisation=case.organisation, case=case.id)
        )

    def _choose_first(self) -> None:
        if not self.ui.cases.currentIndex().isValid():
            self.ui.cases.setCurrentIndex(self.model.index(0))
            self.ui.cases.setFocus()
