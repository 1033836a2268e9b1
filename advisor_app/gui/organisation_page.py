"""What is known of an organisation; a name and a headcount are enough to begin."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QTableView, QWidget

from advisor_app._assets.forms.organisation_page import Ui_OrganisationPage
from advisor_app.domain.draft import Draft
from advisor_app.domain.identity import UNSAVED, OrganisationId
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
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.validation import EARLIEST
from advisor_app.gui.desk import Desk
from advisor_app.gui.form import leave_the_wheel_alone, offer, read, show, show_value, value_of
from advisor_app.gui.marks import mark, unmark
from advisor_app.gui.places import Page, Place
from advisor_app.gui.rows import Column, Rows, fill_in, take_open_editor
from advisor_app.gui.widgets.date_field import DateField
from advisor_app.services.clients import ClientFile, DepartmentFile

WINDOW = "organisation_page"
NEW = "new"
DRAFT_EVERY_MS = 1_500

_FIELDS = (
    "name",
    "type",
    "client_since",
    "regulation",
    "scope",
    "advisor_role",
    "preliminary_check",
    "undesirable_under_integrity",
    "period_kind",
    "minimum",
    "retention_months",
    "language",
    "code",
    "client_until",
)
_TABLES = ("headcounts", "departments", "contacts")
_TYPED = (*_FIELDS, "staff")
_FIRST = {"name", "staff", "type", "client_since"}
"""The fields that are always in sight; the others open with `Later aanvullen`."""

_Made = TypeVar("_Made")


class OrganisationPage(QWidget):
    """Kept as one; what is typed stays until it is kept or thrown away on purpose."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ui = Ui_OrganisationPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        leave_the_wheel_alone(self)
        self._desk = desk
        self._target = ""
        self._file: ClientFile | None = None
        self._clean = ""
        self._drafted = ""
        self._code_is_suggested = True
        self._offer()
        self._make_tables()
        self._drafts = QTimer(self)
        self._drafts.setInterval(DRAFT_EVERY_MS)
        self._drafts.timeout.connect(self._keep_draft)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)
        self.ui.save.clicked.connect(self.save)
        self.ui.cancel.clicked.connect(self._throw_away)
        self.ui.name.editingFinished.connect(self._suggest_code)
        self.ui.code.textEdited.connect(self._take_code)
        self.ui.more.toggled.connect(self._show_later)
        self._show_later(shown=False)
        self.ui.kept.hide()
        self._unmark()

    def show_place(self, place: Place) -> None:
        """Show an organisation, or an empty form; text that was not kept stays."""
        new = place.new_organisation or place.organisation is None
        target = NEW if new else str(place.organisation)
        if target != self._target:
            self.keep_drafts()
            self._target, self._file = target, None
            self._load(target)
        self.ui.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_drafts(self) -> None:
        """Keep what was typed and not saved."""
        for table in _TABLES:
            take_open_editor(self._view(table))
        self._keep_draft()

    def save(self) -> None:
        """Keep the organisation with everything about it."""
        if self._file is None:
            return
        for table in _TABLES:
            take_open_editor(self._view(table))
        self._unmark()
        if self.ui.name.text().strip() and not self.ui.code.text().strip():
            self._code_is_suggested = True
            self._suggest_code(self.save)
            return
        try:
            file = self._read(self._file)
        except InvalidError as error:
            self._refuse(error)
            return
        session, target = self._desk.session, self._target
        self.ui.save.setEnabled(False)

        def keep() -> ClientFile:
            kept = session.clients.keep(file)
            session.drafts.drop(WINDOW, target)
            return kept

        self._desk.tasks.run(keep, then=self._kept, otherwise=self._refuse, owner=self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Begin to keep drafts."""
        super().showEvent(event)
        self._drafts.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """Keep the last draft."""
        self._drafts.stop()
        self.keep_drafts()
        super().hideEvent(event)

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

    def _make_tables(self) -> None:
        desk = self._desk
        year = str(desk.today().year)
        roles = desk.session.codes.offered("CTR", desk.today())
        self.headcounts = Rows(
            (
                Column(heading=self.tr("Jaar"), empty=0),
                Column(heading=self.tr("Medewerkers op 1 januari"), empty=0),
            ),
            self,
        )
        self.departments = Rows(
            (
                Column(heading=self.tr("Afdeling")),
                Column(heading=self.tr("Groep in cijfers")),
                Column(heading=self.tr("Medewerkers %1").replace("%1", year), empty=0),
            ),
            self,
        )
        self.contacts = Rows(
            (
                Column(
                    heading=self.tr("Rol"),
                    empty=desk.session.codes.unknown("CTR"),
                    choices=tuple((item.code, item.label.text(desk.language)) for item in roles),
                ),
                Column(heading=self.tr("Naam")),
                Column(heading=self.tr("Aanhef in brieven")),
                Column(heading=self.tr("Adres")),
                Column(heading=self.tr("Krijgt cijfers"), empty=False),
            ),
            self,
        )
        for table, wide in zip(_TABLES, (1, 0, 3), strict=True):
            self._wire_table(table, wide)

    def _wire_table(self, table: str, wide: int) -> None:
        view, rows = self._view(table), self._rows(table)
        remove = getattr(self.ui, f"remove_{table}")
        fill_in(view, rows, wide)

        def add() -> None:
            index = rows.index(rows.add(), 0)
            view.setFocus()
            view.setCurrentIndex(index)
            view.edit(index)

        def allow_removal() -> None:
            chosen = view.currentIndex().isValid()
            remove.setEnabled(chosen)
            why = "" if chosen else self.tr("Kies eerst een regel.")
            remove.setToolTip(why)
            remove.setAccessibleDescription(why)

        getattr(self.ui, f"add_{table}").clicked.connect(add)
        remove.clicked.connect(lambda: rows.remove(view.currentIndex().row()))
        view.selectionModel().currentChanged.connect(allow_removal)
        for change in (rows.modelReset, rows.rowsRemoved):
            change.connect(allow_removal)
        allow_removal()

    def _load(self, target: str) -> None:
        session = self._desk.session

        def find() -> tuple[ClientFile | None, Draft | None]:
            draft = session.drafts.find(WINDOW, target)
            if target == NEW:
                return None, draft
            return session.clients.file(OrganisationId(int(target))), draft

        def show_found(found: tuple[ClientFile | None, Draft | None]) -> None:
            file, draft = found
            self._show_file(self._blank() if file is None else file)
            if draft is not None and draft.text:
                self._show_draft(draft)

        self._desk.tasks.run(find, then=show_found, owner=self, latest="organisation")

    def _blank(self) -> ClientFile:
        """Return an organisation of which nothing is known; its name and code are never kept."""
        return ClientFile(
            organisation=Organisation(
                code="NIEUW",
                name="?",
                type=self._desk.session.codes.unknown("ORG"),
                client_since=self._desk.today(),
            )
        )

    def _show_file(self, file: ClientFile) -> None:
        organisation, year = file.organisation, self._desk.today().year
        new = organisation.id == UNSAVED
        self._file = file
        self._code_is_suggested = new
        self._unmark()
        self.ui.kept.hide()
        self.ui.save.setEnabled(True)
        show(self.ui, organisation, *_FIELDS)
        if new:
            self.ui.name.clear()
            self.ui.code.clear()
        self.ui.heading.setText(self.tr("Nieuwe organisatie") if new else organisation.name)
        self.ui.lead.setText(
            self.tr(
                "Dossiers, brieven en cijfers horen bij een organisatie. "
                "Een naam en het aantal medewerkers zijn genoeg om te beginnen."
            )
            if new
            else self.tr("Brieven en cijfers gebruiken wat hier staat.")
        )
        self.ui.staff_label.setText(self.tr("Medewerkers op 1 januari %1").replace("%1", str(year)))
        self.ui.more.setChecked(not new)
        now = next((each.staff for each in file.headcounts if each.year == year), 0)
        self.ui.staff.setValue(now)
        self.headcounts.show(
            [(each, [each.year, each.staff]) for each in file.headcounts if each.year != year]
        )
        self.departments.show([(each, _department_row(each, year)) for each in file.departments])
        self.contacts.show([(each, _contact_row(each)) for each in file.contacts])
        self._clean = self._drafted = self._typed()

    def _show_draft(self, draft: Draft) -> None:
        """Put back what was typed and not saved."""
        typed: dict[str, Any] = json.loads(draft.text)
        for field, value in typed["fields"].items():
            _type(getattr(self.ui, field), value)
        for table, lines in typed["tables"].items():
            rows = self._rows(table)
            records = {_number(record): record for record, _values in rows.rows()}
            rows.show([(records.get(number), values) for number, values in lines])
        self._code_is_suggested = not self.ui.code.text()
        self._drafted = self._typed()
        self.ui.more.setChecked(True)
        self.ui.kept_text.setText(
            self.tr("Dit hebt u ingevuld, maar nog niet opgeslagen. Het is bewaard op %1.").replace(
                "%1", self._desk.moment(draft.saved_at)
            )
        )
        self.ui.kept.show()

    def _typed(self) -> str:
        """Return all that stands in the form, as its draft keeps it."""
        return json.dumps(
            {
                "fields": {field: _typed_in(getattr(self.ui, field)) for field in _TYPED},
                "tables": {
                    table: [
                        [_number(record), values] for record, values in self._rows(table).rows()
                    ]
                    for table in _TABLES
                },
            }
        )

    def _keep_draft(self) -> None:
        if self._file is None:
            return
        typed = self._typed()
        if typed == self._drafted:
            return
        self._drafted = typed
        drafts, target, news = self._desk.session.drafts, self._target, self._desk.news

        def refused(error: ProblemError) -> None:
            self._drafted = ""
            news.refused.emit(self._desk.sentence(error))

        if typed == self._clean:
            self._desk.tasks.run(lambda: drafts.drop(WINDOW, target), otherwise=refused, owner=self)
            return
        self._desk.tasks.run(
            lambda: drafts.keep(WINDOW, target, typed),
            then=lambda draft: news.draft_saved.emit(draft.saved_at),
            otherwise=refused,
            owner=self,
        )

    def _read(self, file: ClientFile) -> ClientFile:
        if not self.ui.name.text().strip():
            raise InvalidError("name", Problem.EMPTY)
        year, organisation = self._desk.today().year, file.organisation
        headcounts = self._read_table("headcounts", self._headcount)
        if self.ui.staff.value():
            now = Headcount(organisation=organisation.id, year=year, staff=self.ui.staff.value())
            headcounts = (*headcounts, now)
        return ClientFile(
            organisation=replace(organisation, **self._values()),
            headcounts=headcounts,
            departments=self._read_table("departments", self._department),
            contacts=self._read_table("contacts", _contact),
        )

    def _values(self) -> dict[str, Any]:
        """Return the fields; Qt's boxes give back words where they were given members."""
        values = read(self.ui, *_FIELDS)
        return {
            **values,
            "advisor_role": AdvisorRole(values["advisor_role"]),
            "period_kind": PeriodKind(values["period_kind"]),
            "language": Language(values["language"]),
        }

    def _read_table(self, table: str, make: Callable[[Any, list[Any]], _Made]) -> tuple[_Made, ...]:
        """Return what stands in a table; what is wrong with a row is said below the table."""
        rows, made = self._rows(table), []
        for place, (record, values) in enumerate(rows.rows()):
            if rows.is_blank(place):
                continue
            try:
                made.append(make(record, values))
            except InvalidError as error:
                self._view(table).selectRow(place)
                raise InvalidError(table, error.problem) from error
        return tuple(made)

    def _headcount(self, _record: Headcount | None, values: list[Any]) -> Headcount:
        year, staff = values
        if not EARLIEST.year <= year <= self._desk.today().year + 1:
            raise InvalidError("year", Problem.NOT_A_NUMBER)
        return Headcount(organisation=OrganisationId(UNSAVED), year=year, staff=staff)

    def _department(self, record: DepartmentFile | None, values: list[Any]) -> DepartmentFile:
        year = self._desk.today().year
        name, group, staff = values[0].strip(), values[1].strip(), values[2]
        before = record or DepartmentFile(
            department=Department(organisation=OrganisationId(UNSAVED), name=name)
        )
        department = replace(before.department, name=name)
        years = tuple(each for each in before.years if each.year != year)
        if group or staff:
            now = DepartmentYear(
                department=department.id, year=year, reporting_group=group or name, staff=staff
            )
            years = (*years, now)
        return DepartmentFile(department=department, years=years)

    def _suggest_code(self, then: Callable[[], None] | None = None) -> None:
        name = self.ui.name.text().strip()
        if not name or not self._code_is_suggested:
            return
        clients = self._desk.session.clients

        def show_code(code: str) -> None:
            if self._code_is_suggested:
                self.ui.code.setText(code)
            if then is not None:
                then()

        self._desk.tasks.run(lambda: clients.suggest_code(name), then=show_code, owner=self)

    def _take_code(self, typed: str) -> None:
        place = self.ui.code.cursorPosition()
        self._code_is_suggested = not typed
        self.ui.code.setText(typed.upper())
        self.ui.code.setCursorPosition(place)

    def _show_later(self, shown: bool) -> None:  # noqa: FBT001  (Qt's signal has one flag)
        self.ui.later.setVisible(shown)
        icon = "chevron-down" if shown else "chevron-right"
        self._desk.look.put_icon(self.ui.more, icon, "accent")

    def _kept(self, file: ClientFile) -> None:
        self._forget()
        self._desk.news.saved.emit(self._desk.now())
        self._desk.news.wanted.emit(Place(page=Page.CASES, organisation=file.organisation.id))

    def _refuse(self, error: ProblemError) -> None:
        self.ui.save.setEnabled(True)
        field = error.field if isinstance(error, InvalidError) else ""
        if field and field not in _FIRST:
            self.ui.more.setChecked(True)
        mark(self.ui, field, self._desk.sentence(error), self.ui.problem)

    def _unmark(self) -> None:
        unmark(self.ui, (*_TYPED, *_TABLES), self.ui.problem)

    def _throw_away(self) -> None:
        """Leave without keeping anything; the toast brings it back."""
        for table in _TABLES:
            take_open_editor(self._view(table))
        typed, target = self._typed(), self._target
        changed = self._file is not None and typed != self._clean
        drafts, tasks, news = self._desk.session.drafts, self._desk.tasks, self._desk.news
        here = _place_of(target)
        self._forget()
        tasks.run(lambda: drafts.drop(WINDOW, target), otherwise=lambda _error: None)
        away = Page.TODAY if here.new_organisation else Page.CASES
        news.wanted.emit(Place(page=away, organisation=here.organisation))
        if changed:
            news.undo_offered.emit(
                self.tr("Wat u invulde is weggegooid."),
                lambda: tasks.run(
                    lambda: drafts.keep(WINDOW, target, typed),
                    then=lambda _draft: news.wanted.emit(here),
                ),
            )

    def _forget(self) -> None:
        """Load afresh whatever is shown next."""
        self._target, self._file = "", None
        self.ui.save.setEnabled(True)

    def _view(self, table: str) -> QTableView:
        view: QTableView = getattr(self.ui, table)
        return view

    def _rows(self, table: str) -> Rows:
        rows: Rows = getattr(self, table)
        return rows


def _contact(record: Contact | None, values: list[Any]) -> Contact:
    role, name, salutation, address, receives = values
    before = record or Contact(organisation=OrganisationId(UNSAVED), role=role, name=name)
    return replace(
        before,
        role=role,
        name=name.strip(),
        salutation=salutation.strip(),
        address=address.strip(),
        receives_report=receives,
    )


def _contact_row(each: Contact) -> list[Any]:
    return [each.role, each.name, each.salutation, each.address, each.receives_report]


def _department_row(each: DepartmentFile, year: int) -> list[Any]:
    now = next((own for own in each.years if own.year == year), None)
    if now is None:
        return [each.department.name, "", 0]
    return [each.department.name, now.reporting_group, now.staff]


def _number(record: Contact | DepartmentFile | Headcount | None) -> int:
    """Return what a draft knows a row's record by; a new row is 0."""
    match record:
        case None:
            return 0
        case DepartmentFile():
            return record.department.id
        case Headcount():
            return record.year
        case _:
            return record.id


def _place_of(target: str) -> Place:
    if target == NEW:
        return Place(page=Page.ORGANISATION, new_organisation=True)
    return Place(page=Page.ORGANISATION, organisation=OrganisationId(int(target)))


def _typed_in(widget: QWidget) -> Any:
    """Return what stands in a widget, though it may be no value yet."""
    return widget.line.text() if isinstance(widget, DateField) else value_of(widget)


def _type(widget: QWidget, typed: Any) -> None:
    if isinstance(widget, DateField):
        widget.line.setText(typed)
    else:
        show_value(widget, typed)
