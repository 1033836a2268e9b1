"""Figures: the periods on the left; on the right what leaves, or what is to be chosen."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from advisor_app._assets.forms.figures_page import Ui_FiguresPage
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.organisation import Headcount, Organisation
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import (
    Advice,
    FixedFile,
    LedgerEntry,
    ReleaseLine,
    ReleaseState,
    Rung,
)
from advisor_app.gui.desk import Desk
from advisor_app.gui.figures.figures_preview import FiguresPreview
from advisor_app.gui.figures.plan_page import PlanPage
from advisor_app.gui.figures.release_line import release_line
from advisor_app.gui.figures.rung_words import rung_gives, rung_title
from advisor_app.gui.lists.line_list import LineDelegate, LineList
from advisor_app.gui.parts.message import Message
from advisor_app.gui.places import Page, Place
from advisor_app.gui.shortcuts import Command
from advisor_app.services.figures.proposal import Proposal

_CHANGES_FIGURES = frozenset({LedgerEntry, Headcount, FixedFile, Organisation})


class FiguresPage(QWidget):
    """Every period of an organisation, and how far it is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ui = Ui_FiguresPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._organisation: OrganisationId | None = None
        self._shown: Organisation | None = None
        self._wanted = ""
        self._lines: list[ReleaseLine] = []
        self.preview = FiguresPreview(desk, self.ui.releases)
        self.check = self.preview.check
        self.ui.pages.addWidget(self.preview)
        self.message = Message(desk.look, self.ui.pages)
        self.plan = PlanPage(desk, self)
        self.ui.pages.addWidget(self.plan)
        self.ui.pages.setMinimumWidth(1)  # or what it holds would keep the window wide
        self.panes = [self.ui.list_pane, self.ui.pages]
        self.model = LineList(self)
        self.ui.releases.setModel(self.model)
        self.ui.releases.setItemDelegate(LineDelegate(desk.look, self.model, self.ui.releases))
        self._wire()
        self.message.say("chart-column", "", "")

    def show_place(self, place: Place) -> None:
        """Show the periods of an organisation."""
        if place.organisation != self._organisation:
            self.preview.forget_given()
        self._organisation = place.organisation
        self._wanted = place.release
        self._load()
        self.ui.releases.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_drafts(self) -> None:
        """Nothing here is text of a case."""

    def _wire(self) -> None:
        ui, news = self.ui, self._desk.news
        ui.releases.selectionModel().currentChanged.connect(self._choose)
        self.preview.shown.connect(lambda: ui.pages.setCurrentWidget(self.preview))
        self.preview.refused.connect(self._refuse)
        self.preview.outdated.connect(self._load)
        self.check.calculating.connect(self._show_calculating)
        self.check.refused.connect(self._refuse)
        ui.director.clicked.connect(lambda: news.commanded.emit(Command.ANSWER_DIRECTOR))
        ui.trends.clicked.connect(lambda: news.commanded.emit(Command.OPEN_TRENDS))
        ui.history.clicked.connect(lambda: news.commanded.emit(Command.OPEN_HISTORY))
        self.plan.laid_down.connect(self._take_plan)
        news.changed.connect(self._reload)

    def _load(self) -> None:
        organisation, session = self._organisation, self._desk.session
        if organisation is None:
            self._lines = []
            self.model.show([])
            self.message.say(
                "building-2",
                self.tr("Nog geen organisatie"),
                self.tr("Cijfers horen bij een organisatie. Voeg die links bovenaan toe."),
            )
            return

        def find() -> tuple[list[ReleaseLine], Organisation, tuple[str, ...], frozenset[str]]:
            file, reporting = session.organisations.file(organisation), session.reporting
            receivers = tuple(each.name for each in file.contacts if each.receives_report)
            lines, left = reporting.overview(organisation), reporting.left(organisation)
            return lines, file.organisation, receivers, left

        self._desk.tasks.run(
            find,
            then=lambda found: self._show_list(*found),
            otherwise=self._refuse,
            owner=self,
            latest="figures list",
        )

    def _reload(self, changed: frozenset[type]) -> None:
        if changed & _CHANGES_FIGURES:
            self._load()

    def _show_list(
        self,
        lines: list[ReleaseLine],
        shown: Organisation,
        receivers: tuple[str, ...],
        left: frozenset[str],
    ) -> None:
        self._lines, self._shown = lines, shown
        self.preview.remember_left(left)
        self.preview.suggest_receivers(receivers)
        self.model.show([release_line(line, self._desk) for line in lines])
        if not lines:
            self.message.say("chart-column", self.tr("Nog geen cijfers"), "")
            return
        first = self._waits_longest(lines)
        row = next((row for row, each in enumerate(lines) if each.id == self._wanted), first)
        self.ui.releases.setCurrentIndex(self.model.index(row))

    def _waits_longest(self, lines: list[ReleaseLine]) -> int:
        """Return the row of what is to be done first: figures to fix, then a year that has begun."""
        today = self._desk.today()
        ready = [row for row, each in enumerate(lines) if each.state is ReleaseState.READY]
        begun = [
            row
            for row, each in enumerate(lines)
            if each.state is ReleaseState.NO_PLAN and each.first <= today
        ]
        return next(iter([*ready, *begun]), 0)

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self.model.line(index.row())
        organisation, reporting = self._organisation, self._desk.session.reporting
        if line is None or organisation is None:
            return
        release: ReleaseLine = line.value
        if release.id != self._wanted:
            self.preview.forget_given()
        self._wanted = release.id
        self.check.forget()
        if release.state in {ReleaseState.NOT_BEGUN, ReleaseState.RUNNING}:
            self._show_running(release)
            return
        waits = release.state is ReleaseState.NO_PLAN
        is_new = release.state is ReleaseState.READY
        if is_new and self.ui.pages.currentWidget() is self.message:
            self.message.say("hourglass", self.tr("De cijfers worden berekend…"), "")
        self._desk.tasks.run(
            lambda: (
                reporting.advice(organisation, release.id)
                if waits
                else reporting.proposal(organisation, release.id)
            ),
            then=self._show_advice if waits else self._look_at,
            otherwise=self._refuse,
            owner=self,
            latest="release",
        )

    def _show_running(self, line: ReleaseLine) -> None:
        """Say from when there are figures, and what was laid down; nothing that a case decides."""
        words = self.tr(
            "Deze periode loopt tot en met %1. Daarna staat hier wat naar buiten gaat. Alles wat u tot dan vastlegt, telt mee."
        )
        if line.state is ReleaseState.NOT_BEGUN:
            words = self.tr(
                "Deze periode begint op %2 en loopt tot en met %1. Daarna staat hier wat naar buiten gaat."
            ).replace("%2", self._desk.long_day(line.first))
        last = self._desk.long_day(line.last)
        self.message.say("hourglass", self.tr("Nog niet mogelijk"), words.replace("%1", last))
        if line.rung not in {None, Rung.NOTHING} and self._shown is not None:
            gives = rung_gives(line.rung, line.parts, has_pairs=line.has_pairs)
            self.message.note(
                self.tr("Vastgelegd: %1").replace("%1", rung_title(line.rung, line.parts)),
                gives.replace("%1", str(self._shown.minimum)),
            )

    def _look_at(self, proposal: Proposal) -> None:
        if proposal.line.id == self._wanted:
            self.check.look_at(proposal)

    def _show_calculating(self) -> None:
        """Say that it takes long, and let it be stopped."""
        self.message.say(
            "hourglass",
            self.tr("De cijfers worden berekend…"),
            self.tr(
                "Bij veel uitsplitsingen kan dit een minuut duren. U kunt intussen doorwerken."
            ),
            self.tr("Annuleren"),
            self._stop_calculating,
        )

    def _stop_calculating(self) -> None:
        proposal = self.check.proposal
        self.check.forget()
        self.message.say(
            "timer",
            self.tr("De berekening is gestopt"),
            self.tr("Gestopt op uw verzoek. Er is niets vastgesteld en er gaat niets naar buiten."),
            self.tr("Opnieuw berekenen"),
            lambda: None if proposal is None else self._look_at(proposal),
        )

    def _show_advice(self, advice: Advice) -> None:
        if advice.year != self._wanted or self._shown is None:
            return
        if advice.staff is None:
            self.message.say(
                "users",
                self.tr("Hoeveel mensen werken er?"),
                self.tr(
                    "Het aantal medewerkers op 1 januari bepaalt welke cijfers u mag geven. Uw dossiers tellen daarbij niet mee."
                ),
                self.tr("Aantal invullen"),
                self._open_organisation,
            )
        elif advice.rung is Rung.NOTHING:
            heading = self.tr("Bij %1 medewerkers geven we geen aantallen")
            self.message.say(
                "info",
                heading.replace("%1", str(advice.staff)),
                self.tr(
                    "Eén zaak is dan te dicht bij één persoon. Het jaarverslag gaat over bereikbaarheid, voorlichting en beleid."
                ),
            )
        else:
            self.plan.show_advice(advice, self._shown)
            self.ui.pages.setCurrentWidget(self.plan)

    def _take_plan(self, line: ReleaseLine) -> None:
        self._wanted = line.id
        self._desk.news.saved.emit(self._desk.now())
        self._load()
        self.ui.releases.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_organisation(self) -> None:
        place = Place(page=Page.ORGANISATION, organisation=self._organisation)
        self._desk.news.wanted.emit(place)

    def _refuse(self, error: ProblemError) -> None:
        """Say why there is nothing to see: without a preview nothing can be fixed."""
        promise, sentence = self.check.promise, self._desk.sentence(error)
        if error.problem is Problem.CONTRADICTS_LEDGER and self.check.has_said_a_number():
            sentence = self.tr(
                "Een aantal dat u noemde, klopt niet met uw dossiers. Bij Wat naar buiten ging ziet u welke aantallen u noemde. Kijk of een dossier verkeerd is ingevuld. Was het aantal zelf verkeerd? Dat is niet te herstellen: over deze periode komt er dan geen overzicht, ook geen totaal. Zeg dat, en noem geen ander aantal."
            )
        self.check.forget()
        if promise is None:
            self.message.refuse(sentence)
            return
        words = self.tr(
            "Het totaal dat vooraf is beloofd, kunt u wel geven. De andere cijfers van deze periode komen er dan ook later niet."
        )
        self.message.refuse(
            f"{sentence}\n\n{words}",
            self.tr("Alleen het totaal geven"),
            lambda: self.check.look_at(promise),
        )
