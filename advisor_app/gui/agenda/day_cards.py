"""The cards beside the day: what ends, what is due, and texts that wait."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from advisor_app._assets.forms.side_card import Ui_SideCard
from advisor_app.domain import draft_keys
from advisor_app.domain.draft import Draft
from advisor_app.domain.identity import CaseId, OrganisationId
from advisor_app.domain.overview import CaseFile, Day
from advisor_app.domain.reporting import ReleaseState, WaitingFigures
from advisor_app.gui.desk import Desk
from advisor_app.gui.places import Page, Place
from advisor_app.gui.retention.retention_dialog import RetentionDialog
from advisor_app.gui.shortcuts import Command
from advisor_app.gui.vaults.backups_dialog import BackupsDialog
from advisor_app.gui.widgets.chip import Tone

_BACKUP_GOES_OLD = timedelta(days=7)
_MOST_NAMES = 3
_MOST_DRAFTS = 2

Number = Callable[[QLabel, Callable[[], None]], None]
"""Gives a thing to do its digit."""


class DayCards(QObject):
    """What Vandaag shows beside what is planned; what holds nothing is not there."""

    def __init__(self, desk: Desk, page: QWidget, cards: QVBoxLayout, number: Number) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._cards = cards
        self._number = number

    def show(
        self, day: Day, organisation: OrganisationId | None, retention: int, expired: int
    ) -> None:
        """Lay the cards out below each other."""
        self._add_retention(retention, organisation)
        self._add_backup(day)
        self._add_expired(expired)
        self._add_drafts(day.drafts)

    def show_figures(self, waiting: Sequence[WaitingFigures]) -> None:
        """Add below them what figures ask of the advisor."""
        self._add_figures([each for each in waiting if each.line.state is ReleaseState.READY])
        self._add_choices([each for each in waiting if each.line.state is ReleaseState.NO_PLAN])

    def _add_retention(self, number: int, organisation: OrganisationId | None) -> None:
        if not number:
            return
        card, ui = self._card("shield-check")
        ui.heading.setText(self.tr("Bewaartermijn verloopt"))
        before = self._desk.long_day(self._desk.session.retention.until())
        ui.strong.setText(self.tr("Nog vóór %1").replace("%1", before))
        ui.text.setText(self.tr("Kijk wat u nog nodig hebt. Er gebeurt niets zonder uw besluit."))
        ui.do_it.setText(self.tr("Dossiers beoordelen"))

        def review() -> None:
            RetentionDialog(self._desk, organisation, self._page).open()

        ui.do_it.clicked.connect(review)
        self._number(ui.digit, review)
        self._cards.addWidget(card)

    def _add_backup(self, day: Day) -> None:
        if self._desk.session.is_demo:
            return
        card, ui = self._card("hard-drive")
        ui.heading.setText(self.tr("Back-up"))
        if day.backup is None:
            ui.state.say(self.tr("Nog geen"), Tone.WARN)
            ui.strong.setText(self.tr("Er is nog geen back-up van deze kluis."))
            ui.text.setText(
                self.tr("Gaat deze computer stuk, dan is alles weg. Een USB-stick is genoeg.")
            )
        else:
            age = self._desk.now() - day.backup.made_at
            fine = age < _BACKUP_GOES_OLD
            ui.state.say(
                self.tr("In orde") if fine else self.tr("Wordt oud"), Tone.OK if fine else Tone.WARN
            )
            ui.strong.setText(self._desk.moment(day.backup.made_at))
            ui.text.setText(self.tr("Teruggelezen en gecontroleerd."))
        ui.do_it.setText(self.tr("Back-up maken…"))

        def back_up() -> None:
            self._desk.news.commanded.emit(Command.BACK_UP)

        ui.do_it.clicked.connect(back_up)
        self._number(ui.digit, back_up)
        self._cards.addWidget(card)

    def _add_expired(self, number: int) -> None:
        if not number or self._desk.session.is_demo:
            return
        card, ui = self._card("hourglass")
        ui.heading.setText(self.tr("Back-up weggooien"))
        ui.strong.setText(self.tr("Van %n back-up(s) is de termijn voorbij", "", number))
        ui.text.setText(
            self.tr("Er kan een dossier in staan dat u vernietigde. Gooi het bestand weg.")
        )
        ui.do_it.setText(self.tr("Back-ups bekijken…"))

        def show() -> None:
            BackupsDialog(self._desk, self._page).open()

        ui.do_it.clicked.connect(show)
        self._number(ui.digit, show)
        self._cards.addWidget(card)

    def _add_drafts(self, drafts: Sequence[Draft]) -> None:
        """Add the latest texts that wait, and say how many more there are."""
        waiting = [(draft, place) for draft in drafts if (place := _place_of(draft)) is not None]
        for draft, place in waiting[:_MOST_DRAFTS]:
            self._add_draft(draft, place)
        rest = len(waiting) - _MOST_DRAFTS
        if rest > 0:
            more = QLabel(self.tr("En nog %n concept(en), elk waar u het schreef.", "", rest))
            more.setWordWrap(True)
            more.setProperty("role", "muted")
            self._cards.addWidget(more)

    def _add_draft(self, draft: Draft, place: Place) -> None:
        card, ui = self._card("file-pen-line")
        ui.heading.setText(self.tr("Concept wacht op u"))
        ui.strong.setText(
            self.tr("Een gesprek dat u aan het vastleggen was")
            if draft.window == draft_keys.QUICK_LOG
            else self.tr("Een tekst die u aan het schrijven was")
        )
        ui.text.setText(self.tr("Bewaard %1").replace("%1", self._desk.moment(draft.saved_at)))
        ui.do_it.setText(self.tr("Verder schrijven"))

        def go_on() -> None:
            if place.case is None:
                self._desk.news.wanted.emit(place)
            else:
                self._go_on_with(place.case)

        ui.do_it.clicked.connect(go_on)
        self._number(ui.digit, go_on)
        self._cards.addWidget(card)

    def _go_on_with(self, case: CaseId) -> None:
        """Go to the draft of a case, in the case's own organisation."""
        casework, news = self._desk.session.casework, self._desk.news

        def go(file: CaseFile) -> None:
            organisation = file.case.organisation
            news.wanted.emit(Place(page=Page.CASES, organisation=organisation, case=case, log=True))

        self._desk.tasks.run(lambda: casework.case(case), then=go, owner=self)

    def _add_figures(self, waiting: Sequence[WaitingFigures]) -> None:
        if not waiting:
            return
        card, ui = self._card("chart-column")
        ui.heading.setText(self.tr("Cijfers maken"))
        ui.strong.setText(self.tr("%n periode(s) voorbij", "", len(waiting)))
        words = self.tr("U ziet eerst precies wat er naar buiten gaat.")
        ui.text.setText(f"{self._names(waiting)}\n{words}")
        self._lead_to(waiting[0], self.tr("Cijfers bekijken"), ui)
        self._cards.addWidget(card)

    def _add_choices(self, waiting: Sequence[WaitingFigures]) -> None:
        if not waiting:
            return
        card, ui = self._card("chart-column")
        first = min(each.choose_before for each in waiting if each.choose_before is not None)
        ui.heading.setText(self.tr("Cijfers kiezen"))
        ui.strong.setText(self.tr("Vóór %1").replace("%1", self._desk.long_day(first)))
        words = self.tr("Wat u over een jaar geeft, kiest u voordat dat jaar begint.")
        ui.text.setText(f"{self._names(waiting)}\n{words}")
        self._lead_to(waiting[0], self.tr("Cijfers kiezen"), ui)
        self._cards.addWidget(card)

    def _names(self, waiting: Sequence[WaitingFigures]) -> str:
        """Return the organisations that wait, the first few by name."""
        names = list(dict.fromkeys(each.organisation.name for each in waiting))
        shown, rest = ", ".join(names[:_MOST_NAMES]), len(names) - _MOST_NAMES
        more = self.tr("%1 en nog %2")
        return more.replace("%2", str(rest)).replace("%1", shown) if rest > 0 else shown

    def _lead_to(self, waiting: WaitingFigures, words: str, ui: Ui_SideCard) -> None:
        place = Place(
            page=Page.FIGURES, organisation=waiting.organisation.id, release=waiting.line.id
        )

        def go() -> None:
            self._desk.news.wanted.emit(place)

        ui.do_it.setText(words)
        ui.do_it.clicked.connect(go)
        self._number(ui.digit, go)

    def _card(self, icon: str) -> tuple[QFrame, Ui_SideCard]:
        card, ui = QFrame(self._page), Ui_SideCard()
        ui.setupUi(card)
        ui.icon.setProperty("icon_name", icon)
        self._desk.look.dress(card)
        return card, ui


def _place_of(draft: Draft) -> Place | None:
    """Return where a draft of the quick log goes on; others are found in their own windows."""
    if draft.window != draft_keys.QUICK_LOG:
        return None
    return Place(
        page=Page.CASES,
        organisation=draft_keys.organisation_in(draft.target),
        case=draft_keys.case_in(draft.target),
        log=True,
    )
