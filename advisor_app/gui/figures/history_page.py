"""What left about an organisation: when, to whom, what for, in which form; nothing goes off it."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from advisor_app._assets.forms.history_page import Ui_HistoryPage
from advisor_app.domain.days import local_day
from advisor_app.domain.history import Departure, Made, Past, Said
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.reporting import Export, FixedFile, LedgerCopy, LedgerEntry
from advisor_app.gui.desk import Desk
from advisor_app.gui.figures.ledger_dialog import LedgerDialog
from advisor_app.gui.figures.period_words import period_words
from advisor_app.gui.figures.saying_dialog import SayingDialog
from advisor_app.gui.lists.line_list import LineDelegate, LineList, ListLine
from advisor_app.gui.parts.message import Message
from advisor_app.gui.places import Page, Place
from advisor_app.gui.shortcuts import Command

_ICON = "file-down"
_CHANGES_HISTORY = frozenset({LedgerEntry, LedgerCopy, Export, FixedFile, Organisation})


class HistoryPage(QWidget):
    """One line for each time that something left, the latest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ui = Ui_HistoryPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self.message = Message(desk.look, self.ui.pages)
        self._organisation: OrganisationId | None = None
        self._left: frozenset[str] = frozenset()
        self.model = LineList(self)
        self.ui.events.setModel(self.model)
        self.ui.events.setItemDelegate(LineDelegate(desk.look, self.model, self.ui.events))
        self.ui.events.selectionModel().currentChanged.connect(self._allow)
        self.ui.events.activated.connect(self.save_again)
        self.ui.again.clicked.connect(self.save_again)
        self.ui.ledger.clicked.connect(self.save_ledger)
        self.ui.back.clicked.connect(lambda: self._go(""))
        self.ui.said_something.clicked.connect(self.say_something)
        self.ui.director.clicked.connect(lambda: desk.news.commanded.emit(Command.ANSWER_DIRECTOR))
        desk.news.changed.connect(self._reload)
        self.message.say(_ICON, "", "")

    def show_place(self, place: Place) -> None:
        """Show what left about an organisation."""
        self._organisation = place.organisation
        self._load()

    def keep_drafts(self) -> None:
        """Nothing here is text of a case."""

    def say_something(self) -> None:
        """Write down what was said in another way."""
        if self._organisation is not None:
            SayingDialog(self._desk, self._organisation, self).open()

    def save_again(self) -> None:
        """Go where the files of a release are saved, each time byte for byte the same."""
        release = self._release()
        if release:
            self._go(release)

    def save_ledger(self) -> None:
        """Ask for whom a copy of the ledger is, and save it."""
        organisation, session = self._organisation, self._desk.session
        if organisation is None:
            return

        def ask(found: tuple[Organisation, tuple[str, ...]]) -> None:
            dialog = LedgerDialog(self._desk, *found, self)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._desk.tasks.run(
            lambda: (
                session.organisations.file(organisation).organisation,
                session.ledger_copies.own_words(organisation),
            ),
            then=ask,
            otherwise=self._refuse,
            owner=self,
        )

    def _go(self, release: str) -> None:
        self._desk.news.wanted.emit(
            Place(page=Page.FIGURES, organisation=self._organisation, release=release)
        )

    def _load(self) -> None:
        organisation, language = self._organisation, self._desk.language
        self.model.show([])
        self.ui.again.setEnabled(False)
        self.ui.said_something.setEnabled(organisation is not None)
        self._allow_ledger(is_empty=True)
        if organisation is None:
            self.message.ask_for_organisation(_ICON)
            return
        history = self._desk.session.history
        self._desk.tasks.run(
            lambda: history.past(organisation, language),
            then=self._show,
            otherwise=self._refuse,
            owner=self,
            latest="history",
        )

    def _reload(self, changed: frozenset[type]) -> None:
        if changed & _CHANGES_HISTORY and self.isVisible():
            self._load()

    def _show(self, past: Past) -> None:
        events = [(local_day(each.saved_at), self._copy(each)) for each in past.copies]
        events += [event for made in past.made for event in self._events(made)]
        events += [(said.said_on or date.min, self._said(said)) for said in past.said]
        lines = [line for _day, line in sorted(events, key=lambda event: event[0], reverse=True)]
        self._left = frozenset(made.release for made in past.made if made.departures)
        self.model.show(lines)
        self._allow_ledger(is_empty=not past.ledger_head)
        if not lines:
            self.message.say(
                _ICON,
                self.tr("Er is nog niets naar buiten gegaan"),
                self.tr(
                    "Hier staat straks elk overzicht dat u opslaat: wanneer, voor wie en waarvoor."
                ),
            )
            return
        self.ui.pages.setCurrentWidget(self.ui.left_page)
        self.ui.events.setCurrentIndex(self.model.index(0))
        self.ui.events.setFocus(Qt.FocusReason.OtherFocusReason)

    def _events(self, made: Made) -> list[tuple[date, ListLine]]:
        """Return each time that a release left with its day; one that never did stands once."""
        if made.departures:
            return [
                (local_day(each.left_at), self._departure(made, each)) for each in made.departures
            ]
        line = ListLine(
            value=made.release,
            title=period_words(made.release),
            facts=self.tr("vastgesteld, nog niet opgeslagen"),
            state=self._head(made),
            icon="lock",
            ink="text2",
        )
        return [(made.made_on or date.min, line)]

    def _departure(self, made: Made, departure: Departure) -> ListLine:
        title = self.tr("%1, aan %2").replace("%1", period_words(made.release))
        forms = ", ".join(each.upper() for each in departure.formats)
        facts = (self._desk.moment(departure.left_at), departure.purpose, forms)
        return ListLine(
            value=made.release,
            title=title.replace("%2", departure.recipient),
            facts=" · ".join(each for each in facts if each),
            state=self._head(made)
            if departure.same
            else self.tr("Dit bestand is een ander dan wat nu bewaard is"),
            icon="lock" if departure.same else "triangle-alert",
            ink="ok" if departure.same else "warn",
        )

    def _copy(self, copy: LedgerCopy) -> ListLine:
        facts = (self._desk.moment(copy.saved_at), copy.purpose, "JSON")
        return ListLine(
            value="",
            title=self.tr("Controlebestand, aan %1").replace("%1", copy.recipient),
            facts=" · ".join(facts),
            state=self.tr("Kenmerk %1").replace("%1", copy.head),
            icon="file-text",
            ink="text2",
        )

    def _head(self, made: Made) -> str:
        day = "" if made.made_on is None else self._desk.long_day(made.made_on)
        fixed = self.tr("Vastgesteld op %1").replace("%1", day)
        if not made.ledger_head:
            return self.tr("%1, zonder aantallen").replace("%1", fixed)
        words = self.tr("%1, kenmerk %2").replace("%1", fixed)
        return words.replace("%2", made.ledger_head)

    def _said(self, said: Said) -> ListLine:
        day = "" if said.said_on is None else self._desk.long_day(said.said_on)
        facts = self.tr("gezegd op %1").replace("%1", day)
        if said.recipient:
            facts = f"{facts} · {said.recipient}"
        if said.value is not None:
            about = f"{said.table}: {said.label}" if said.table else said.label
            facts = f"{facts} · {period_words(said.period)} · {about}: {said.value}"
        words = self.tr("Anders dan in een overzicht, kenmerk %1")
        return ListLine(
            value="",
            title=said.text,
            facts=facts,
            state=words.replace("%1", said.ledger_head),
            icon="message-square-text",
            ink="text2",
        )

    def _release(self) -> str:
        line = self.model.line(self.ui.events.currentIndex().row())
        return "" if line is None else str(line.value)

    def _allow(self, _index: QModelIndex, _before: QModelIndex) -> None:
        release = self._release()
        is_first = bool(release) and release not in self._left
        self.ui.again.setText(self.tr("Opslaan…") if is_first else self.tr("Opnieuw opslaan…"))
        reason = "" if release else self.tr("Kies een overzicht in de lijst.")
        self.ui.again.setEnabled(not reason)
        self.ui.again.setAccessibleDescription(reason)

    def _allow_ledger(self, *, is_empty: bool) -> None:
        reason = self.tr("Er is nog niets vastgelegd.") if is_empty else ""
        self.ui.ledger.setEnabled(not is_empty)
        self.ui.ledger.setAccessibleDescription(reason)

    def _refuse(self, error: ProblemError) -> None:
        self.message.refuse(self._desk.sentence(error))
