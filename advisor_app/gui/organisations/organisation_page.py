"""What is known of an organisation; a name is enough to begin."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from advisor_app._assets.forms.organisation_page import Ui_OrganisationPage
from advisor_app.domain.draft import Draft
from advisor_app.domain.draft_keys import ORGANISATION_PAGE
from advisor_app.domain.identity import UNSAVED, OrganisationId
from advisor_app.domain.language import Language
from advisor_app.domain.organisation import (
    EARLIEST_CLIENT,
    AdvisorRole,
    Headcount,
    Organisation,
    PeriodKind,
)
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.form_draft import FormDraft
from advisor_app.gui.lists.record_table import RecordTable
from advisor_app.gui.organisations.organisation_tables import (
    ContactTable,
    DepartmentTable,
    HeadcountTable,
)
from advisor_app.gui.organisations.removing import ask_to_remove
from advisor_app.gui.parts.form import (
    leave_the_wheel_alone,
    offer,
    read,
    show,
    take_numbers_whole,
    type_in,
    typed,
)
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.places import Page, Place
from advisor_app.services.organisations import OrganisationFile

NEW = "new"

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
_TYPED = (*_FIELDS, "staff")
_FIRST = {"name", "staff", "type", "client_since"}
"""The fields that are always in sight; the others open with `Later aanvullen`."""


class OrganisationPage(QWidget):
    """Kept as one; what is typed stays until it is kept or thrown away on purpose."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ui = Ui_OrganisationPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        leave_the_wheel_alone(self)
        take_numbers_whole(self)
        self._desk = desk
        self._target = ""
        self._file: OrganisationFile | None = None
        self._code_is_suggested = True
        self._offer()
        self.headcounts = HeadcountTable(self.ui, desk.today)
        self.departments = DepartmentTable(self.ui, desk.today)
        self.contacts = ContactTable(self.ui, desk)
        self._tables: dict[str, RecordTable[Any]] = {
            "headcounts": self.headcounts,
            "departments": self.departments,
            "contacts": self.contacts,
        }
        self._draft = FormDraft(desk, ORGANISATION_PAGE, self._typed, self)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)
        self.ui.save.clicked.connect(self.save)
        self.ui.cancel.clicked.connect(self._throw_away)
        self.ui.remove.clicked.connect(self._remove)
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
            self._draft.leave()
            self._file = None
            self._target = target
            self._load(target)
        self.ui.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_drafts(self) -> None:
        """Keep what was typed and not saved."""
        self._take_open_editors()
        self._draft.keep()

    def save(self) -> None:
        """Keep the organisation with everything about it."""
        if self._file is None:
            return
        self._take_open_editors()
        self._unmark()
        if self.ui.name.text().strip() and not self.ui.code.text().strip():
            self._code_is_suggested = True
            self._suggest_code(self.save)
            return
        if wrong := self._wrong(self._file.organisation):
            for error in reversed(wrong):  # the first one is gone to last
                self._refuse(error)
            return
        try:
            file = self._read(self._file)
        except InvalidError as error:
            self._refuse(error)
            return
        session, target = self._desk.session, self._target
        self.ui.save.setEnabled(False)
        self._draft.keep()  # now, or its timer keeps it after it was dropped

        def keep() -> OrganisationFile:
            with session.as_one():
                session.drafts.drop(ORGANISATION_PAGE, target)
                return session.organisations.keep(file)

        self._desk.tasks.run(keep, then=self._kept, otherwise=self._refuse, owner=self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Begin to keep drafts."""
        super().showEvent(event)
        self._draft.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """Keep the last draft."""
        self._draft.stop()
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

    def _load(self, target: str) -> None:
        session = self._desk.session

        def find() -> tuple[OrganisationFile | None, int, Draft | None]:
            draft = session.drafts.find(ORGANISATION_PAGE, target)
            if target == NEW:
                return None, self._desk.today().year, draft
            organisation = OrganisationId(int(target))
            year = session.reporting.open_department_year(organisation)
            return session.organisations.file(organisation), year, draft

        def show_found(found: tuple[OrganisationFile | None, int, Draft | None]) -> None:
            file, year, draft = found
            self._show_file(self._blank() if file is None else file, year)
            left = self._draft.left_of(target)
            if left is not None:
                self._show_typed(left)
            elif draft is not None and draft.text:
                self._show_draft(draft)

        self._desk.tasks.run(find, then=show_found, owner=self, latest="organisation")

    def _blank(self) -> OrganisationFile:
        """Return an organisation of which nothing is known; its name and code are never kept."""
        return OrganisationFile(
            organisation=Organisation(
                code="NIEUW",
                name="?",
                type=self._desk.session.codes.unknown("ORG"),
                client_since=self._desk.today(),
            )
        )

    def _show_file(self, file: OrganisationFile, department_year: int) -> None:
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
                "Een naam is genoeg om te beginnen; voor cijfers is ook het aantal medewerkers nodig."
            )
            if new
            else self.tr("Brieven en cijfers gebruiken wat hier staat.")
        )
        self.ui.staff_label.setText(self.tr("Medewerkers op 1 januari %1").replace("%1", str(year)))
        self.ui.more.setChecked(not new)
        self.ui.remove.setHidden(new)
        now = next((each.staff for each in file.headcounts if each.year == year), 0)
        self.ui.staff.setValue(now)
        self.headcounts.show(each for each in file.headcounts if each.year != year)
        self.departments.show_year(department_year, file.departments)
        self._say_laid_down(department_year)
        self.contacts.show(file.contacts)
        self._draft.watch(self._target)

    def _say_laid_down(self, year: int) -> None:
        """Say from when another division into departments counts."""
        laid_down = year > self._desk.today().year
        words = self.tr(
            "De indeling van %1 ligt vast in de cijfers. Wat u hier wijzigt, geldt vanaf %2. Een nieuwe afdeling kunt u nu al bij dossiers kiezen."
        )
        self.ui.departments_laid_down.setText(
            words.replace("%1", str(year - 1)).replace("%2", str(year))
        )
        self.ui.departments_laid_down.setVisible(laid_down)

    def _show_draft(self, draft: Draft) -> None:
        """Put back what was typed and not saved."""
        self._show_typed(draft.text)
        self._draft.take_as_kept()
        self.ui.kept_text.setText(
            self.tr("Dit hebt u ingevuld, maar nog niet opgeslagen. Het is bewaard op %1.").replace(
                "%1", self._desk.moment(draft.saved_at)
            )
        )
        self.ui.kept.show()

    def _show_typed(self, text: str) -> None:
        found: dict[str, Any] = json.loads(text)
        for field, value in found["fields"].items():
            type_in(getattr(self.ui, field), value)
        for name, lines in found["tables"].items():
            self._tables[name].show_typed(lines)
        self._code_is_suggested = not self.ui.code.text()
        self.ui.more.setChecked(True)

    def _typed(self) -> str:
        """Return all that stands in the form, as its draft keeps it."""
        return json.dumps(
            {
                "fields": typed(self.ui, *_TYPED),
                "tables": {name: table.typed() for name, table in self._tables.items()},
            }
        )

    def _wrong(self, before: Organisation) -> list[InvalidError]:
        """Return what is wrong with each field by itself, in the order of the form.

        A code follows from the name, so without a name only that is asked for.
        """
        any_days = {"client_since": EARLIEST_CLIENT, "client_until": None}

        def look_at(field: str) -> None:
            values = any_days | read(self.ui, field)
            replace(before, **values).require_near(self._desk.today())

        has_name = bool(self.ui.name.text().strip())
        fields = (each for each in _FIELDS if has_name or each != "code")
        looks: list[Callable[[], object]] = [partial(look_at, each) for each in fields]
        looks += [table.read for table in self._tables.values()]
        found = []
        for look in looks:
            try:
                look()
            except InvalidError as error:
                found.append(error)
        return found

    def _read(self, file: OrganisationFile) -> OrganisationFile:
        year, organisation = self._desk.today().year, file.organisation
        headcounts = self.headcounts.read()
        if self.ui.staff.value():
            now = Headcount(organisation=organisation.id, year=year, staff=self.ui.staff.value())
            headcounts = (*headcounts, now)
        return OrganisationFile(
            organisation=replace(organisation, **self._values()),
            headcounts=headcounts,
            departments=self.departments.read(),
            contacts=self.contacts.read(),
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

    def _suggest_code(self, then: Callable[[], None] | None = None) -> None:
        name = self.ui.name.text().strip()
        if not name or not self._code_is_suggested:
            return
        organisations = self._desk.session.organisations

        def show_code(code: str) -> None:
            if self._code_is_suggested:
                self.ui.code.setText(code)
            if then is not None:
                then()

        self._desk.tasks.run(lambda: organisations.suggest_code(name), then=show_code, owner=self)

    def _take_code(self, typed: str) -> None:
        place = self.ui.code.cursorPosition()
        self._code_is_suggested = not typed
        self.ui.code.setText(typed.upper())
        self.ui.code.setCursorPosition(place)

    def _show_later(self, shown: bool) -> None:  # noqa: FBT001  (Qt's signal has one flag)
        self.ui.later.setVisible(shown)
        icon = "chevron-down" if shown else "chevron-right"
        self._desk.look.put_icon(self.ui.more, icon, "accent")

    def _kept(self, file: OrganisationFile) -> None:
        self._forget()
        self._desk.news.saved.emit(self._desk.now())
        self._desk.news.wanted.emit(Place(page=Page.CASES, organisation=file.organisation.id))

    def _refuse(self, error: ProblemError) -> None:
        self.ui.save.setEnabled(True)
        field = error.field if isinstance(error, InvalidError) else ""
        if error.problem is Problem.HAS_CASES and self._file is not None:
            self.departments.put_back(self._file.departments)
        if field and field not in _FIRST:
            self.ui.more.setChecked(True)
        mark(self.ui, field, self._desk.sentence(error), self.ui.problem)

    def _unmark(self) -> None:
        unmark(self.ui, (*_TYPED, *self._tables), self.ui.problem)

    def _throw_away(self) -> None:
        """Leave without keeping anything; the toast brings it back."""
        self._take_open_editors()
        left, target = self._typed(), self._target
        changed = self._draft.is_changed()
        drafts, tasks, news = self._desk.session.drafts, self._desk.tasks, self._desk.news
        here = _place_of(target)
        self._forget()
        tasks.run(lambda: drafts.drop(ORGANISATION_PAGE, target), otherwise=lambda _error: None)
        away = Page.TODAY if here.new_organisation else Page.CASES
        news.wanted.emit(Place(page=away, organisation=here.organisation))
        if changed:
            news.undo_offered.emit(
                self.tr("Wat u invulde is weggegooid."),
                lambda: tasks.run(
                    lambda: drafts.keep(ORGANISATION_PAGE, target, left),
                    then=lambda _draft: news.wanted.emit(here),
                ),
            )

    def _remove(self) -> None:
        """Ask; the page is left once the organisation is gone."""
        if self._file is not None:
            self._draft.keep()  # now, or its timer keeps it after it was dropped
            ask_to_remove(self._desk, self._file.organisation, self, self._removed)

    def _removed(self) -> None:
        self._forget()
        self._desk.news.wanted.emit(Place(page=Page.TODAY))

    def _forget(self) -> None:
        """Load afresh whatever is shown next."""
        self._target, self._file = "", None
        self._draft.forget()
        self.ui.save.setEnabled(True)

    def _take_open_editors(self) -> None:
        for table in self._tables.values():
            table.take_open_editor()


def _place_of(target: str) -> Place:
    if target == NEW:
        return Place(page=Page.ORGANISATION, new_organisation=True)
    return Place(page=Page.ORGANISATION, organisation=OrganisationId(int(target)))
