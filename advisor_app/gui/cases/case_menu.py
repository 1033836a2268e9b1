"""What can be done with a case besides writing down what was said."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from advisor_app.domain import known_codes
from advisor_app.domain.case import Case
from advisor_app.domain.note import NoteKind
from advisor_app.domain.overview import CaseFile
from advisor_app.domain.person import Person
from advisor_app.gui.agenda.follow_up_dialog import FollowUpDialog
from advisor_app.gui.cases.conversation_dialog import ConversationDialog
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.confirm import confirm
from advisor_app.gui.widgets.name_menu import NameMenu


class CaseMenu(QObject):
    """Offers what the state of a case allows; what it does by itself can be taken back."""

    destroy_wanted = Signal(object)
    """A closed case (Case) is to be destroyed."""

    take_back_wanted = Signal(object)
    """The opening of a case (Case) was a mistake."""

    def __init__(self, desk: Desk, pane: QWidget, button: QWidget) -> None:
        """Take what the menu is about and the button that it hangs on."""
        super().__init__(pane)
        self._desk = desk
        self._pane = pane
        self._button = button

    def add_note(self, case: Case, kind: NoteKind = NoteKind.OWN) -> None:
        """Write a note about a case that belongs to no conversation."""
        ConversationDialog(self._desk, self._pane, case=case, kind=kind).open()

    def of(self, file: CaseFile) -> QMenu:
        """Return the menu of a case."""
        menu, case = QMenu(self._pane), file.case
        actions: list[tuple[str, Callable[[], None]]] = [
            (self.tr("Notitie toevoegen…"), lambda: self.add_note(case)),
            (self.tr("Afspraak toevoegen…"), lambda: self._plan(case)),
        ]
        if file.organisation.preliminary_check:
            check = partial(self.add_note, case, NoteKind.PRELIMINARY_CHECK)
            actions.insert(1, (self.tr("Vooronderzoek vastleggen…"), check))
        if not file.person.anonymous:
            actions.append((self.tr("Zelfde melder als…"), lambda: self._offer_reporters(file)))
        for words, do in actions:
            menu.addAction(words).triggered.connect(lambda _checked=False, do=do: do())
        if case.status == known_codes.CLOSED:
            menu.addAction(self.tr("Heropenen")).triggered.connect(lambda: self._reopen(case))
            self._offer_end(menu, case)
        else:
            self._offer_reasons(menu, case)
            menu.addSeparator()
            menu.addAction(self.tr("Per ongeluk geopend…")).triggered.connect(
                lambda: self._ask_back(case)
            )
        return menu

    def _plan(self, case: Case) -> None:
        FollowUpDialog(self._desk, case.id, case.organisation, None, self._pane).open()

    def _offer_reporters(self, file: CaseFile) -> None:
        """Ask who the reporter turned out to be; they were counted as two until now."""
        reporters, organisation = self._desk.session.reporters, file.case.organisation

        def offer(people: list[Person]) -> None:
            menu = NameMenu(self._pane)
            for each in people:
                if each.id != file.person.id:
                    join = partial(self._join_reporters, file, each)
                    menu.add_name(each.alias).triggered.connect(lambda _on=False, do=join: do())
            if menu.isEmpty():
                menu.addAction(self.tr("Er is geen andere melder.")).setEnabled(False)
            menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

        self._desk.tasks.run(
            lambda: reporters.of_organisation(organisation), then=offer, owner=self._pane
        )

    def _join_reporters(self, file: CaseFile, other: Person) -> None:
        reporters, tasks, news = self._desk.session.reporters, self._desk.tasks, self._desk.news
        words = self.tr("De melder van %1 is samengevoegd.").replace("%1", file.case.number)
        tasks.run(
            lambda: reporters.join(file.person.id, other.id),
            then=lambda joined: news.undo_offered.emit(
                words, lambda: tasks.run(lambda: reporters.part(joined))
            ),
            otherwise=lambda error: news.refused.emit(self._desk.sentence(error)),
            owner=self._pane,
        )

    def _offer_reasons(self, menu: QMenu, case: Case) -> None:
        """Ask for the reason in the act of closing itself."""
        casework = self._desk.session.casework
        reasons = menu.addMenu(self.tr("Afsluiten, met als reden"))
        for item in self._desk.session.codes.offered("SLU", self._desk.today()):
            close = partial(casework.close_case, case.id, item.code)
            reasons.addAction(item.label.text(self._desk.language)).triggered.connect(
                lambda _checked=False, close=close: self._change(
                    close, self.tr("%1 is afgesloten.")
                )
            )

    def _offer_end(self, menu: QMenu, case: Case) -> None:
        """Offer to keep a closed case longer, on a ground, or to destroy it."""
        retention = self._desk.session.retention
        if case.hold is not None:
            release = partial(retention.hold, case.id, None)
            menu.addAction(self.tr("Niet langer aanhouden")).triggered.connect(
                lambda: self._change(release, self.tr("%1 wordt niet langer aangehouden."))
            )
            return
        grounds = menu.addMenu(self.tr("Aanhouden, met als reden"))
        for item in self._desk.session.codes.offered("HLD", self._desk.today()):
            hold = partial(retention.hold, case.id, item.code)
            grounds.addAction(item.label.text(self._desk.language)).triggered.connect(
                lambda _checked=False, hold=hold: self._change(
                    hold, self.tr("%1 wordt aangehouden.")
                )
            )
        menu.addSeparator()
        menu.addAction(self.tr("Vernietigen…")).triggered.connect(
            lambda: self.destroy_wanted.emit(case)
        )

    def _ask_back(self, case: Case) -> None:
        """Ask once: what was filled in about the case goes, its conversations stay."""
        confirm(
            self._pane,
            self.tr("%1 terugnemen?").replace("%1", case.number),
            self.tr(
                "Doe dit als u het dossier per ongeluk opende. Het telt dan niet mee in de cijfers. "
                "De gesprekken blijven: zij worden losse gesprekken. "
                "Wat u bij Gegevens invulde, verdwijnt voorgoed."
            ),
            self.tr("Dossier terugnemen"),
            lambda: self.take_back_wanted.emit(case),
        )

    def _reopen(self, case: Case) -> None:
        casework = self._desk.session.casework
        self._change(lambda: casework.reopen_case(case.id), self.tr("%1 is heropend."))

    def _change(self, work: Callable[[], Case], words: str) -> None:
        """Do what answers with the case as it was before; the toast takes it back."""
        casework, tasks = self._desk.session.casework, self._desk.tasks

        def changed(before: Case) -> None:
            self._desk.news.undo_offered.emit(
                words.replace("%1", before.number),
                lambda: tasks.run(lambda: casework.put_case_back(before)),
            )

        tasks.run(work, then=changed, owner=self._pane)
