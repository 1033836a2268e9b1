"""The closed cases whose retention ends: what they are, since when, and whether they are counted."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from advisor_app._assets.forms.retention import Ui_Retention
from advisor_app.domain.codes import Code
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.overview import RetentionLine
from advisor_app.gui.desk import Desk
from advisor_app.gui.lists.line_list import LineDelegate, LineList, ListLine
from advisor_app.gui.lists.row_list import Index
from advisor_app.gui.places import Page, Place
from advisor_app.gui.retention.destroying import Destroying
from advisor_app.gui.retention.destructions_dialog import DestructionsDialog
from advisor_app.gui.scrolling import let_scroll

PAGE = 64


class RetentionList(LineList):
    """The one whose retention ended first on top; more is fetched on scrolling."""

    def __init__(self, desk: Desk, organisation: OrganisationId | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._organisation = organisation
        self._more = True

    def reload(self) -> None:
        """Show what is left, from the top."""
        self.show([])
        self.fetchMore(QModelIndex())

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
            lambda: retention.lines(organisation, after, PAGE),
            then=append,
            owner=self,
            latest="retention",
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
    """Shows them; one is looked at in its own place, and several are held or destroyed at once."""

    def __init__(self, desk: Desk, organisation: OrganisationId | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_Retention()
        self.ui.setupUi(self)
        desk.look.dress(self)
        let_scroll(self)
        desk.look.size_window(self, 640, 600)
        self._desk = desk
        self.model = RetentionList(desk, organisation, self)
        self.ui.cases.setModel(self.model)
        self.ui.cases.setItemDelegate(LineDelegate(desk.look, self.model, self.ui.cases))
        self.model.rowsInserted.connect(self._choose_first)
        self._destroying = Destroying(desk, self)
        self.ui.cases.selectionModel().selectionChanged.connect(self._allow)
        self.model.modelReset.connect(self._allow)
        self.ui.cases.activated.connect(self.open_case)
        self.ui.destroy.clicked.connect(self._destroy)
        self._offer_grounds()
        self._allow()
        self.ui.problem.hide()
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

    def _offer_grounds(self) -> None:
        """Offer to keep what is chosen longer, on a ground, or no longer."""
        menu = QMenu(self)
        for item in self._desk.session.codes.offered("HLD", self._desk.today()):
            menu.addAction(item.label.text(self._desk.language)).triggered.connect(
                lambda _checked=False, ground=item.code: self._hold(ground)
            )
        menu.addSeparator()
        menu.addAction(self.tr("Niet langer aanhouden")).triggered.connect(lambda: self._hold(None))
        self.ui.hold.setMenu(menu)

    def _hold(self, ground: Code | None) -> None:
        """Keep every chosen case on a ground, or no longer on one."""
        retention, chosen = self._desk.session.retention, self._chosen()
        self._desk.tasks.run(
            lambda: [retention.hold(each.id, ground) for each in chosen],
            then=lambda _before: self._reload(""),
            otherwise=lambda error: self._reload(self._desk.sentence(error)),
            owner=self,
        )

    def _destroy(self) -> None:
        self._destroying.ask_all(self._chosen(), self._reload)

    def _reload(self, problem: str) -> None:
        """Show what is left, and what could not be done."""
        self.ui.problem.setText(problem)
        self.ui.problem.setVisible(bool(problem))
        self.model.reload()

    def _chosen(self) -> list[RetentionLine]:
        rows = sorted(index.row() for index in self.ui.cases.selectedIndexes())
        return [line.value for line in map(self.model.line, rows) if line is not None]

    def _allow(self) -> None:
        """Offer what fits all that is chosen: to destroy only what is over and not held."""
        chosen, reason = self._chosen(), self._why_not()
        self.ui.open_case.setEnabled(len(chosen) == 1)
        self.ui.hold.setEnabled(bool(chosen))
        self.ui.destroy.setEnabled(bool(chosen) and not reason)
        if len(chosen) > 1 and not reason:
            reason = self.tr("Openen kan met één dossier tegelijk.")
        self.ui.reason.setText(reason)
        for button in (self.ui.open_case, self.ui.destroy):
            button.setAccessibleDescription("" if button.isEnabled() else reason)

    def _why_not(self) -> str:
        """Return why what is chosen cannot be destroyed now, if so."""
        chosen, today = self._chosen(), self._desk.today()
        if any(each.hold is not None for each in chosen):
            return self.tr("Aangehouden. Wilt u vernietigen, kies dan eerst Niet langer aanhouden.")
        if any(each.ends_on > today for each in chosen):
            return self.tr(
                "De bewaartermijn loopt nog. Eerder vernietigen kan in het dossier zelf."
            )
        return ""

    def _choose_first(self) -> None:
        if not self.ui.cases.currentIndex().isValid():
            self.ui.cases.setCurrentIndex(self.model.index(0))
            self.ui.cases.setFocus()
