"""What is known of an organisation; a name and a headcount are enough to begin."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTableView, QWidget

from advisor_app._assets.forms.organisation_page import Ui_OrganisationPage
from advisor_app.domain.identity import UNSAVED, DepartmentId, OrganisationId
from advisor_app.domain.language import Language
from advisor_app.domain.organisation import (
    AdvisorRole,
    Contact,
    Department,
    DepartmentYear,
    Headcount,
    Organisation,
    PeriodKind,
)
from advisor_app.domain.problems import InvalidError, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.form import mark, offer, read, show, unmark
from advisor_app.gui.places import Page, Place
from advisor_app.gui.rows import Column, Rows, fill_in
from advisor_app.services.clients import ClientFile, DepartmentFile

_FIELDS = (
    "name",
    "code",
    "type",
    "regulation",
    "scope",
    "advisor_role",
    "preliminary_check",
    "undesirable_under_integrity",
    "period_kind",
    "minimum",
    "language",
    "client_since",
    "client_until",
)


class OrganisationPage(QWidget):
    """Kept as one; what is typed stays until it is kept or thrown away on purpose."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ui = Ui_OrganisationPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._file: ClientFile | None = None
        self._shown: tuple[bool, OrganisationId | None] | None = None
        self._code_is_suggested = True
        self._offer()
        self.headcounts = Rows(
            (
                Column(heading=self.tr("Jaar"), empty=0),
                Column(heading=self.tr("Medewerkers"), empty=0),
            ),
            self,
        )
        year = str(desk.today().year)
        self.departments = Rows(
            (
                Column(heading=self.tr("Afdeling")),
                Column(heading=self.tr("Groep in cijfers")),
                Column(heading=self.tr("Medewerkers %1").replace("%1", year), empty=0),
            ),
            self,
        )
        roles = desk.session.codes.offered("CTR", desk.today())
        role_choices = tuple((item.code, item.label.text(desk.language)) for item in roles)
        self.contacts = Rows(
            (
                Column(
                    heading=self.tr("Rol"),
                    empty=desk.session.codes.unknown("CTR"),
                    choices=role_choices,
                ),
                Column(heading=self.tr("Naam")),
                Column(heading=self.tr("Aanhef in brieven")),
                Column(heading=self.tr("Adres")),
                Column(heading=self.tr("Krijgt cijfers"), empty=False),
            ),
            self,
        )
        for name, wide in (("headcounts", 1), ("departments", 0), ("contacts", 3)):
            self._wire_table(name, wide)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)
        self.ui.save.clicked.connect(self.save)
        self.ui.cancel.clicked.connect(self._leave)
        self.ui.name.editingFinished.connect(self._suggest_code)
        self.ui.code.textEdited.connect(self._take_code)
        self.ui.problem.hide()

    def show_place(self, place: Place) -> None:
        """Show an organisation, or an empty form; text that was not kept stays."""
        wanted = (place.new_organisation, place.organisation)
        if wanted == self._shown:
            self.ui.name.setFocus()
            return
        self._shown = wanted
        if place.new_organisation or place.organisation is None:
            self._show_new()
        else:
            clients, organisation = self._desk.session.clients, place.organisation
            self._desk.tasks.run(
                lambda: clients.file(organisation), then=self._show_file, owner=self
            )

    def keep_drafts(self) -> None:
        """Names of organisations are kept by the button; nothing here is text of a case."""

    def save(self) -> None:
        """Keep the organisation with everything about it."""
        unmark(self.ui, (*_FIELDS, "staff"), self.ui.problem)
        try:
            file = self._read()
        except InvalidError as error:
            self._refuse(error)
            return
        clients = self._desk.session.clients
        self._desk.tasks.run(
            lambda: clients.keep(file), then=self._kept, otherwise=self._refuse, owner=self
        )

    def _offer(self) -> None:
        desk, ui = self._desk, self.ui
        types = desk.session.codes.offered("ORG", desk.today())
        offer(ui.type, [(item.code, item.label.text(desk.language)) for item in types])
        offer(
            ui.advisor_role,
            [
                (AdvisorRole.ADVISER, self.tr("Adviseur van de melder")),
                (AdvisorRole.CONDUIT, self.tr("Doorgeefluik naar de organisatie")),
                (AdvisorRole.REPORTING_OFFICER, self.tr("Meldfunctionaris")),
            ],
        )
        offer(
            ui.period_kind,
            [
                (PeriodKind.CALENDAR_YEAR, self.tr("1 januari tot en met 31 december")),
                (PeriodKind.SCHOOL_YEAR, self.tr("1 augustus tot en met 31 juli")),
            ],
        )
        offer(ui.language, [(Language.NL, "Nederlands"), (Language.EN, "English")])
        for field in (ui.client_since, ui.client_until):
            field.set_clock(desk.today)

    def _wire_table(self, name: str, wide: int) -> None:
        view: QTableView = getattr(self.ui, name)
        rows: Rows = getattr(self, name)
        fill_in(view, rows, wide)

        def add() -> None:
            index = rows.index(rows.add(), 0)
            view.setCurrentIndex(index)
            view.edit(index)

        getattr(self.ui, f"add_{name}").clicked.connect(add)
        getattr(self.ui, f"remove_{name}").clicked.connect(
            lambda: rows.remove(view.currentIndex().row())
        )

    def _show_new(self) -> None:
        empty = Organisation(
            code="NIEUW",
            name="?",
            type=self._desk.session.codes.unknown("ORG"),
            client_since=self._desk.today(),
        )
        self._show_file(ClientFile(organisation=empty))
        self._code_is_suggested = True
        self.ui.heading.setText(self.tr("Nieuwe organisatie"))
        self.ui.name.clear()
        self.ui.code.clear()

    def _show_file(self, file: ClientFile) -> None:
        self._file = file
        self._code_is_suggested = False
        unmark(self.ui, (*_FIELDS, "staff"), self.ui.problem)
        show(self.ui, file.organisation, *_FIELDS)
        year = self._desk.today().year
        self.ui.heading.setText(file.organisation.name)
        self.ui.staff.setValue(
            next((each.staff for each in file.headcounts if each.year == year), 0)
        )
        self.headcounts.show(
            [(each, [each.year, each.staff]) for each in file.headcounts if each.year != year]
        )
        self.departments.show([self._department_row(each, year) for each in file.departments])
        self.contacts.show(
            [
                (
                    each,
                    [each.role, each.name, each.salutation, each.address, each.receives_report],
                )
                for each in file.contacts
            ]
        )
        self.ui.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _department_row(each: DepartmentFile, year: int) -> tuple[DepartmentFile, list[Any]]:
        now = next((own for own in each.years if own.year == year), None)
        return each, [
            each.department.name,
            "" if now is None else now.reporting_group,
            0 if now is None else now.staff,
        ]

    def _read(self) -> ClientFile:
        assert self._file is not None
        year, organisation = self._desk.today().year, self._file.organisation
        headcounts = {
            int(values[0]): Headcount(
                organisation=organisation.id, year=int(values[0]), staff=int(values[1])
            )
            for _record, values in self.headcounts.rows()
            if values[0] and values[1]
        }
        if self.ui.staff.value():
            headcounts[year] = Headcount(
                organisation=organisation.id, year=year, staff=self.ui.staff.value()
            )
        return ClientFile(
            organisation=replace(organisation, **read(self.ui, *_FIELDS)),
            headcounts=tuple(headcounts.values()),
            departments=tuple(
                self._department(record, values, year)
                for record, values in self.departments.rows()
                if str(values[0]).strip()
            ),
            contacts=tuple(
                self._contact(record, values)
                for record, values in self.contacts.rows()
                if str(values[1]).strip()
            ),
        )

    def _department(
        self, record: DepartmentFile | None, values: list[Any], year: int
    ) -> DepartmentFile:
        name, group, staff = str(values[0]).strip(), str(values[1]).strip(), int(values[2])
        before = record or DepartmentFile(
            department=Department(organisation=OrganisationId(UNSAVED), name=name)
        )
        years = tuple(each for each in before.years if each.year != year)
        if staff:
            years += (
                DepartmentYear(
                    department=DepartmentId(before.department.id),
                    year=year,
                    reporting_group=group or name,
                    staff=staff,
                ),
            )
        return DepartmentFile(department=replace(before.department, name=name), years=years)

    @staticmethod
    def _contact(record: Contact | None, values: list[Any]) -> Contact:
        role, name, salutation, address, receives = values
        before = record or Contact(organisation=OrganisationId(UNSAVED), role=role, name=name)
        return replace(
            before,
            role=role,
            name=str(name).strip(),
            salutation=str(salutation).strip(),
            address=str(address).strip(),
            receives_report=bool(receives),
        )

    def _suggest_code(self) -> None:
        name = self.ui.name.text().strip()
        if not name or not self._code_is_suggested:
            return
        clients = self._desk.session.clients
        self._desk.tasks.run(
            lambda: clients.suggest_code(name), then=self._show_code, owner=self, latest="code"
        )

    def _show_code(self, code: str) -> None:
        if self._code_is_suggested:
            self.ui.code.setText(code)

    def _take_code(self, typed: str) -> None:
        self._code_is_suggested = not typed
        self.ui.code.setText(typed.upper())

    def _kept(self, file: ClientFile) -> None:
        self._shown = (False, file.organisation.id)
        self._show_file(file)
        self._desk.news.saved.emit(self._desk.now())
        self._desk.news.wanted.emit(Place(page=Page.CASES, organisation=file.organisation.id))

    def _refuse(self, error: ProblemError) -> None:
        field = error.field if isinstance(error, InvalidError) else ""
        mark(self.ui, field, self._desk.sentence(error), self.ui.problem)

    def _leave(self) -> None:
        self._shown = None
        self._desk.news.wanted.emit(Place(page=Page.TODAY))
