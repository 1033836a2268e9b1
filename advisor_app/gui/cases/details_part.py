"""The facts of a case: what figures count and letters name."""

import json
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QWidget

from advisor_app._assets.forms.details_part import Ui_DetailsPart
from advisor_app.domain import draft_keys, known_codes
from advisor_app.domain.case import Case
from advisor_app.domain.codes import Code
from advisor_app.domain.draft import Draft
from advisor_app.domain.draft_keys import DraftKey
from advisor_app.domain.identity import CaseId, PersonId
from advisor_app.domain.organisation import Department
from advisor_app.domain.overview import CaseFile
from advisor_app.domain.person import Identity
from advisor_app.domain.problems import InvalidError, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.form_draft import FormDraft
from advisor_app.gui.parts.form import (
    leave_the_wheel_alone,
    offer,
    read,
    show,
    show_value,
    type_again,
    typed,
    value_of,
)
from advisor_app.gui.parts.marks import announce, mark, unmark
from advisor_app.gui.parts.pasting import say_below, tell_what_is_not_pasted

_BOXES = {
    "status": "STA",
    "category": "CAT",
    "relation": "REL",
    "reporter_role": "ROL",
    "employment": "DVB",
    "function_group": "FNC",
    "gender": "GEN",
    "subject_position": "POS",
    "duration": "DUR",
    "frequency": "FRQ",
    "channel": "KAN",
    "place": "PLA",
    "reported_earlier_to": "EER",
    "request": "HUL",
    "route": "VRV",
    "outcome": "UIT",
}
_LISTS = {
    "further_categories": "CAT",
    "discrimination_grounds": "GRD",
    "effects": "EFF",
    "vulnerable_areas": "KWG",
    "vulnerability_factors": "KVF",
}
_FIELDS = (
    "title",
    *_BOXES,
    "closing_reason",
    "department",
    "opened_on",
    "closed_on",
    *_LISTS,
    "acute_danger",
    "counted_elsewhere",
)
_TYPED = (*_FIELDS, "alias")
_WITH_WORK_AREAS = {known_codes.INTEGRITY, known_codes.WRONGDOING, known_codes.UNDERMINING}


class DetailsPart(QWidget):
    """Every coded field of a case; a change can be taken back.

    Of what is typed and not saved only the changes are kept, so that they come back over the case
    as it is by then. The name of a reporter is none of them.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_DetailsPart()
        self.ui.setupUi(self)
        desk.look.dress(self)
        leave_the_wheel_alone(self)
        self._desk = desk
        self._wanted: CaseFile | None = None
        self._file: CaseFile | None = None
        self._shown: dict[str, Any] = {}
        self._thrown_away = ""
        self._draft = FormDraft(desk, draft_keys.CASE_FACTS, self._changes, self)
        for field, name in _BOXES.items():
            items = desk.session.codes.offered(name, desk.today())
            offer(
                getattr(self.ui, field),
                [(item.code, item.label.text(desk.language)) for item in items],
            )
        for field, name in _LISTS.items():
            for item in desk.session.codes.offered(name, desk.today()):
                if item.code != desk.session.codes.list(name).unknown:  # nothing ticked says that
                    _add_choice(getattr(self.ui, field), item.code, item.label.text(desk.language))
        reasons = desk.session.codes.offered("SLU", desk.today())
        offer(
            self.ui.closing_reason,
            [
                (None, self.tr("Nog niet gekozen")),
                *((item.code, item.label.text(desk.language)) for item in reasons),
            ],
        )
        for field in ("opened_on", "closed_on"):
            getattr(self.ui, field).set_clock(desk.today)
        self.ui.problem.hide()
        self.ui.identity.hide()
        self.ui.status.currentIndexChanged.connect(self._show_what_applies)
        self.ui.category.currentIndexChanged.connect(self._show_what_applies)
        self.ui.further_categories.itemChanged.connect(self._show_what_applies)
        tell_what_is_not_pasted(self.ui.private_contact, partial(say_below, self.ui.problem))
        self.ui.save.clicked.connect(self.save)
        self.ui.revert.clicked.connect(self.revert)
        self.ui.kept.begin_anew.setText(self.ui.revert.text())  # which does the same
        self.ui.kept.thrown_away.connect(self._throw_away)
        self.ui.kept.taken_back.connect(self._take_back)
        self.ui.show_identity.clicked.connect(self._toggle_identity)
        self.ui.keep_identity.clicked.connect(self._keep_identity)

    def show_file(self, file: CaseFile) -> None:
        """Show a case; who the reporter really is stays shut."""
        if self._file is not None and self._file.case == file.case and self._draft.is_changed():
            return
        self._draft.keep()
        self._draft.leave()
        self._file = None  # meanwhile the fields are those of another case
        self._wanted = file
        self._hide_identity()
        session, key = self._desk.session, draft_keys.of_facts(file.case.id)

        def fill(found: tuple[list[Department], Draft | None]) -> None:
            departments, draft = found
            if self._wanted is not file:
                return
            self._file = file
            choices: list[tuple[object, str]] = [(None, self.tr("Niet bekend"))]
            choices += [(each.id, each.name) for each in departments]
            offer(self.ui.department, choices)
            self._show_kept()
            self.ui.kept.say("")
            self._draft.watch(key.target)
            self._take_up(key, draft)

        self._desk.tasks.run(
            lambda: (
                session.organisations.departments(file.case.organisation),
                session.drafts.find(*key),
            ),
            then=fill,
            owner=self,
        )

    def let_go_of(self, case: CaseId) -> None:
        """Keep nothing about a case that is being destroyed, neither here nor what was refused."""
        self._draft.left_of(draft_keys.of_facts(case).target)
        if self._wanted is not None and self._wanted.case.id == case:
            self._draft.forget()
            self._wanted = self._file = None

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Begin to keep drafts."""
        super().showEvent(event)
        self._draft.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """Keep the last draft."""
        self._draft.stop()
        self._draft.keep()
        super().hideEvent(event)

    def revert(self) -> None:
        """Show the case as it is kept; what was changed can be taken back while it is shown."""
        if self._draft.is_changed():
            self.ui.kept.throw_away()
        else:
            self._show_kept()

    def _show_kept(self) -> None:
        if self._file is None:
            return
        unmark(self.ui, (*_FIELDS, "alias"), self.ui.problem)
        for field in (*_BOXES, "closing_reason"):
            self._offer_old(getattr(self.ui, field), getattr(self._file.case, field))
        for field in _LISTS:
            self._offer_old_ones(getattr(self.ui, field), getattr(self._file.case, field))
        show(self.ui, self._file.case, *_FIELDS)
        self.ui.alias.setText(self._file.person.alias)
        counts = self.tr("In de cijfers telt dit dossier zoals het was toen die werden gegeven.")
        self.ui.counts_as_before.setText(counts if self._file.counts_as_before else "")
        self._show_what_applies()
        self._shown = typed(self.ui, *_TYPED)

    def _changes(self) -> str:
        """Return what stands here otherwise than it was shown, as its draft keeps it."""
        found = typed(self.ui, *_TYPED).items()
        return json.dumps({field: value for field, value in found if value != self._shown[field]})

    def _show_changes(self, text: str) -> None:
        type_again(self.ui, json.loads(text))
        self._draft.keep()

    def _take_up(self, key: DraftKey, draft: Draft | None) -> None:
        """Put back what was typed about this case and not saved."""
        left = self._draft.left_of(key.target)
        if left is not None:
            self._show_changes(left)
        elif draft is not None and draft.text:
            type_again(self.ui, json.loads(draft.text))
            self._draft.take_as_kept()
            words = self.tr("Dit hebt u gewijzigd, maar niet opgeslagen. Bewaard op %1.")
            sentence = words.replace("%1", self._desk.moment(draft.saved_at))
            self.ui.kept.say(sentence)
            announce(self.ui.kept, sentence)

    def _throw_away(self) -> None:
        self._thrown_away = self._changes()
        self._show_kept()
        self._draft.keep()

    def _take_back(self) -> None:
        """Put back what was thrown away; what was changed meanwhile can be had again in its turn."""
        is_changed, meanwhile = self._draft.is_changed(), self._changes()
        self._show_kept()
        self._show_changes(self._thrown_away)
        if is_changed:
            self._thrown_away = meanwhile
            self.ui.kept.offer_the_other()

    def save(self) -> None:
        """Keep what was changed."""
        file = self._file
        if file is None:
            return
        unmark(self.ui, (*_FIELDS, "alias"), self.ui.problem)
        try:
            changed = replace(file.case, **read(self.ui, *_FIELDS))
        except InvalidError as error:
            self._refuse(error)
            return
        alias, session = self.ui.alias.text(), self._desk.session
        self._draft.keep()  # now, or its timer keeps it after it was dropped

        def keep() -> None:
            case = changed
            with session.as_one():
                if alias.strip() != file.person.alias:
                    named = session.reporters.name_reporter(file.case.id, alias)
                    case = replace(changed, person=named.id)
                session.casework.change_case(case)
                session.drafts.drop(*draft_keys.of_facts(case.id))

        self._desk.tasks.run(
            keep, then=lambda _stored: self._kept(file.case), otherwise=self._refuse, owner=self
        )

    def _kept(self, before: Case) -> None:
        casework, tasks = self._desk.session.casework, self._desk.tasks
        self._file = None
        self._draft.forget()
        self._desk.news.saved.emit(self._desk.now())
        self._desk.news.undo_offered.emit(
            self.tr("%1 is gewijzigd.").replace("%1", before.number),
            lambda: tasks.run(lambda: casework.put_case_back(before)),
        )
        self.changed.emit()

    def _refuse(self, error: ProblemError) -> None:
        field = error.field if isinstance(error, InvalidError) else ""
        mark(self.ui, field, self._desk.sentence(error), self.ui.problem)

    def _offer_old(self, box: QComboBox, code: Code | None) -> None:
        """Add a code that is no longer offered, so that an old case keeps its words."""
        if code is not None and all(box.itemData(row) != code for row in range(box.count())):
            box.addItem(self._desk.label(code), code)

    def _offer_old_ones(self, choices: QListWidget, codes: tuple[Code, ...]) -> None:
        """Add what is no longer offered, so that saving another field does not drop it."""
        offered = {each.data(Qt.ItemDataRole.UserRole) for each in _items(choices)}
        for code in codes:
            if code not in offered:
                _add_choice(choices, code, self._desk.label(code))

    def _show_what_applies(self) -> None:
        """Show the fields that belong to the status and the subjects chosen here."""
        if self._file is None:
            return
        category = value_of(self.ui.category)
        subjects = {category, *value_of(self.ui.further_categories)}
        domain = self._desk.session.codes.item(category).domain
        closed = value_of(self.ui.status) == known_codes.CLOSED
        applies = {
            "closing_reason": closed,
            "closed_on": closed,
            "discrimination_grounds": known_codes.DISCRIMINATION in subjects,
            "vulnerable_areas": domain in _WITH_WORK_AREAS,
            "vulnerability_factors": domain in _WITH_WORK_AREAS,
        }
        for name, shown in applies.items():
            getattr(self.ui, name).setVisible(shown)
            getattr(self.ui, f"{name}_label").setVisible(shown)

    def _toggle_identity(self) -> None:
        if self.ui.identity.isVisible():
            self._hide_identity()
            return
        if self._file is None:
            return
        reporters, person = self._desk.session.reporters, self._file.case.person

        def show_identity(identity: Identity) -> None:
            self.ui.name.setText(identity.name)
            self.ui.private_contact.setPlainText(identity.private_contact)
            self.ui.identity.show()
            self.ui.show_identity.setText(self.tr("Verbergen"))
            self.ui.name.setFocus()

        self._desk.tasks.run(lambda: reporters.identity(person), then=show_identity, owner=self)

    def _hide_identity(self) -> None:
        self.ui.name.clear()
        self.ui.private_contact.clear()
        self.ui.identity.hide()
        self.ui.show_identity.setText(self.tr("Tonen"))

    def _keep_identity(self) -> None:
        if self._file is None:
            return
        identity = Identity(
            person=PersonId(self._file.case.person),
            name=self.ui.name.text().strip(),
            private_contact=self.ui.private_contact.toPlainText().strip(),
        )
        reporters = self._desk.session.reporters

        def kept(_stored: Identity) -> None:
            self._hide_identity()
            self._desk.news.saved.emit(self._desk.now())

        self._desk.tasks.run(
            lambda: reporters.keep_identity(identity),
            then=kept,
            otherwise=self._refuse,
            owner=self,
        )


def _add_choice(choices: QListWidget, code: Code, words: str) -> None:
    item = QListWidgetItem(words, choices)
    item.setData(Qt.ItemDataRole.UserRole, code)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)


def _items(choices: QListWidget) -> list[QListWidgetItem]:
    return [choices.item(row) for row in range(choices.count())]


@value_of.register
def _(widget: QListWidget) -> tuple[object, ...]:
    return tuple(
        item.data(Qt.ItemDataRole.UserRole)
        for item in _items(widget)
        if item.checkState() == Qt.CheckState.Checked
    )


@show_value.register
def _(widget: QListWidget, value: tuple[object, ...]) -> None:
    for item in _items(widget):
        chosen = item.data(Qt.ItemDataRole.UserRole) in value
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
