"""Figures: what leaves, exactly as it leaves; the periods on the left, the paper on the right."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from advisor_app._assets.forms.figures_page import Ui_FiguresPage
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.report import FileFormat
from advisor_app.domain.reporting import Advice, Preview, ReleaseLine, ReleaseState, Rung
from advisor_app.gui.confirm import confirm
from advisor_app.gui.desk import Desk
from advisor_app.gui.figures_check import FiguresCheck
from advisor_app.gui.figures_words import known_words, less_words, report_words
from advisor_app.gui.file_choice import choose_folder
from advisor_app.gui.form import mark, unmark
from advisor_app.gui.line_list import LineDelegate, LineList
from advisor_app.gui.narrative_dialog import NarrativeDialog
from advisor_app.gui.paper import Paper
from advisor_app.gui.period_words import (
    period_words,
    purpose_words,
    rung_gives,
    rung_title,
)
from advisor_app.gui.places import Page, Place
from advisor_app.gui.plan_page import PlanPage
from advisor_app.gui.release_line import release_line
from advisor_app.gui.shortcuts import Command
from advisor_app.gui.widgets.chip import Tone
from advisor_app.services import files
from advisor_app.services.proposal import Proposal

NARROW_BELOW = 860
"""Below this width, in pixels at the user's scale, only what is needed stands below the paper."""

_CHANGES_FIGURES = {"LedgerEntry", "Headcount", "FixedFile", "Organisation"}
_GIVEN = ("recipient", "purpose")


class FiguresPage(QWidget):
    """Only the paper scrolls; the decision stays in sight below it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ui = Ui_FiguresPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._organisation: OrganisationId | None = None
        self._client: Organisation | None = None
        self._receivers: tuple[str, ...] = ()
        self._wanted = ""
        self._lines: list[ReleaseLine] = []
        self._act: Callable[[], None] = lambda: None
        self.check = FiguresCheck(desk, self)
        self.ui.decision_layout.insertWidget(0, self.check)
        self.plan = PlanPage(desk, self)
        self.ui.pages.addWidget(self.plan)
        self.ui.pages.setMinimumWidth(1)  # or what it holds would keep the window wide
        self.panes = [self.ui.list_pane, self.ui.pages]
        self._paper = Paper(desk, self.ui.paper, "figures")
        self.model = LineList(self)
        self.ui.releases.setModel(self.model)
        self.ui.releases.setItemDelegate(LineDelegate(desk.look, self.model, self.ui.releases))
        self._wire()
        self._say_problem("")
        self._say_message("chart-column", "", "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Leave a label out where there is little room; the boxes say what they are."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._desk.look.length(NARROW_BELOW)
        self.ui.save_as.setHidden(narrow)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self.ui.links.setDirection(below if narrow else beside)
        self.ui.links.setSpacing(0 if narrow else self._desk.look.length(22))
        self._arrange_save_row()
        self._show_meaning()
        self.ui.explanation.most = event.size().height() // 5

    def show_place(self, place: Place) -> None:
        """Show the periods of an organisation."""
        if place.organisation != self._organisation:
            self._forget_given()
        self._organisation = place.organisation
        self._wanted = place.release
        self._load()
        self.ui.releases.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_drafts(self) -> None:
        """Nothing here is text of a case."""

    def fix(self) -> None:
        """Ask where the files go, then once if this is final."""
        try:
            self._read_given()
        except InvalidError as error:
            mark(self.ui, error.field, self._desk.sentence(error), self.ui.problem)
            self.ui.problem_line.show()
            return
        choose_folder(self, self.tr("In welke map komen de bestanden?"), self._ask_once)

    def write(self) -> None:
        """Open the advisor's own text with these figures; the example shows it afterwards."""
        organisation, preview = self._organisation, self.check.preview
        if organisation is None or preview is None:
            return
        dialog = NarrativeDialog(self._desk, organisation, preview.line.id, preview.report, self)
        dialog.finished.connect(self._load)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, folder: Path) -> None:
        """Fix the release that is shown, and write the chosen files into a folder."""
        organisation, client, proposal = self._organisation, self._client, self.check.proposal
        preview, audited = self.check.preview, self.check.audited
        if organisation is None or client is None or proposal is None or preview is None:
            return
        release, reporting = preview.line.id, self._desk.session.reporting
        forms, recipient, purpose = self._formats(), *self._read_given()

        def work() -> None:
            reporting.fix(proposal, preview, audited)
            contents = reporting.files(organisation, release)
            chosen = {form: contents[form] for form in forms}
            names = {f"{client.code}-{release}.{form}": data for form, data in chosen.items()}
            files.write_new(folder, names)
            reporting.register(organisation, release, chosen, recipient, purpose)

        def saved(_done: None) -> None:
            self._desk.news.mended.emit()
            self._desk.news.saved.emit(self._desk.now())
            self._desk.news.said.emit(
                self.tr("%n bestand(en) opgeslagen.", "", len(forms))
                if preview.line.state is ReleaseState.FIXED
                else self.tr("De cijfers zijn vastgesteld en opgeslagen.")
            )

        self._desk.tasks.run(work, then=saved, otherwise=self._not_saved, owner=self)

    def _wire(self) -> None:
        ui = self.ui
        ui.releases.selectionModel().currentChanged.connect(self._choose)
        ui.why_less.clicked.connect(self._explain)
        ui.inferable.clicked.connect(self._ask_what_is_known)
        self.check.decided.connect(self._show_preview)
        self.check.calculating.connect(self._show_calculating)
        self.check.refused.connect(self._refuse)
        self.check.judged.connect(self._allow)
        ui.fix.clicked.connect(self.fix)
        ui.own_words.clicked.connect(self.write)
        ui.act.clicked.connect(self._do_act)
        ui.director.clicked.connect(lambda: self._desk.news.commanded.emit(Command.ANSWER_DIRECTOR))
        ui.trends.clicked.connect(lambda: self._desk.news.commanded.emit(Command.OPEN_TRENDS))
        ui.history.clicked.connect(lambda: self._desk.news.commanded.emit(Command.OPEN_HISTORY))
        ui.paper.page_changed.connect(self._show_page)
        for form in FileFormat:
            getattr(ui, form).toggled.connect(self._allow)
        self.plan.laid_down.connect(self._take_plan)
        self._desk.news.changed.connect(self._reload)

    def _load(self) -> None:
        organisation, session = self._organisation, self._desk.session
        if organisation is None:
            self._lines = []
            self.model.show([])
            self._say_message(
                "building-2",
                self.tr("Nog geen organisatie"),
                self.tr("Cijfers horen bij een organisatie. Voeg die links bovenaan toe."),
            )
            return

        def find() -> tuple[list[ReleaseLine], Organisation, tuple[str, ...]]:
            file = session.clients.file(organisation)
            receivers = tuple(each.name for each in file.contacts if each.receives_report)
            return session.reporting.overview(organisation), file.organisation, receivers

        self._desk.tasks.run(
            find,
            then=lambda found: self._show_list(*found),
            otherwise=self._refuse,
            owner=self,
            latest="figures list",
        )

    def _reload(self, changed: frozenset[type]) -> None:
        if {kind.__name__ for kind in changed} & _CHANGES_FIGURES:
            self._load()

    def _show_list(
        self, lines: list[ReleaseLine], client: Organisation, receivers: tuple[str, ...]
    ) -> None:
        self._lines, self._client, self._receivers = lines, client, receivers
        self.model.show([release_line(line, self._desk) for line in lines])
        if not lines:
            self._say_message("chart-column", self.tr("Nog geen cijfers"), "")
            return
        ready = next((row for row, each in enumerate(lines) if each.state is ReleaseState.READY), 0)
        row = next((row for row, each in enumerate(lines) if each.id == self._wanted), ready)
        self.ui.releases.setCurrentIndex(self.model.index(row))

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self.model.line(index.row())
        organisation, reporting = self._organisation, self._desk.session.reporting
        if line is None or organisation is None:
            return
        release: ReleaseLine = line.value
        if release.id != self._wanted:
            self._forget_given()
        self._wanted = release.id
        self.check.forget()
        if release.state is ReleaseState.RUNNING:
            self._show_running(release)
            return
        waits = release.state is ReleaseState.NO_PLAN
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
        self._say_message(
            "hourglass",
            self.tr("Nog niet mogelijk"),
            self.tr(
                "Deze periode loopt tot en met %1. Daarna staat hier wat naar buiten gaat. Alles wat u tot dan vastlegt, telt mee."
            ).replace("%1", self._desk.long_day(line.last)),
        )
        if line.rung not in {None, Rung.NOTHING} and self._client is not None:
            self.ui.laid_down_heading.setText(
                self.tr("Vastgelegd: %1").replace("%1", rung_title(line.rung, line.parts))
            )
            self.ui.laid_down_text.setText(
                rung_gives(line.rung, line.parts, has_pairs=line.has_pairs).replace(
                    "%1", str(self._client.minimum)
                )
            )
            self.ui.laid_down.show()

    def _look_at(self, proposal: Proposal) -> None:
        if proposal.line.id == self._wanted:
            self.check.look_at(proposal)

    def _show_calculating(self) -> None:
        """Say that it takes long, and let it be stopped."""
        self._say_message(
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
        self._say_message(
            "timer",
            self.tr("De berekening is gestopt"),
            self.tr("Gestopt op uw verzoek. Er is niets vastgesteld en er gaat niets naar buiten."),
            self.tr("Opnieuw berekenen"),
            lambda: None if proposal is None else self._look_at(proposal),
        )

    def _show_preview(self, preview: Preview) -> None:
        organisation, reporting = self._organisation, self._desk.session.reporting
        if organisation is None or preview.line.id != self._wanted:
            return
        fixed = preview.line.state is ReleaseState.FIXED
        self.ui.pages.setCurrentWidget(self.ui.preview_page)
        self.ui.state.say(
            self.tr("Vastgesteld") if fixed else self.tr("Concept"),
            Tone.OK if fixed else Tone.PLAIN,
        )
        self.ui.paper.setAccessibleDescription(report_words(preview.report))
        self._paper.clear()
        self._paper.draw(lambda: reporting.pages(organisation, preview), self._refuse)
        self._show_decision(preview, fixed=fixed)
        self._suggest_given(preview)
        self._say_problem("")
        self._allow()

    def _show_decision(self, preview: Preview, *, fixed: bool) -> None:
        report = preview.report
        self.ui.leaves.setText(
            self.tr(
                "Deze cijfers zijn vastgesteld. Opnieuw opslaan geeft precies dezelfde bestanden."
            )
            if fixed
            else self.tr(
                "Alleen dit voorbeeld gaat naar buiten. Na het vaststellen kunt u deze cijfers niet meer wijzigen of terugnemen."
            )
        )
        if preview.is_promise_alone and not fixed:
            self.ui.leaves.setText(
                self.tr(
                    "Alleen het totaal dat vooraf is beloofd, gaat naar buiten. De andere cijfers van deze periode komen er ook later niet. Na het vaststellen kunt u dit niet meer wijzigen of terugnemen."
                )
            )
        if preview.unanswered:
            self.ui.leaves.setText(
                self.tr("Uw tekst wacht op antwoord. Daarna kunt u deze cijfers vaststellen.")
            )
        self.ui.fix.setText(
            self.tr("Opnieuw opslaan…") if fixed else self.tr("Vaststellen en opslaan…")
        )
        self.ui.own_words.setVisible(not fixed and report.has_room_for_words())
        self.ui.own_words.setText(
            self.tr("Uw tekst: nog %n plek(ken)…", "", preview.unanswered)
            if preview.unanswered
            else self.tr("Uw tekst…")
        )
        self.ui.hidden_meaning.setText(
            self.tr(
                "Niet apart getoond: dit kan 0 zijn, minder dan %1, of een aantal waaruit een kleiner aantal is af te leiden. We zeggen bewust niet welk van de drie."
            ).replace("%1", str(report.minimum))
        )
        self._show_meaning()
        self.ui.inferable.setVisible(bool(preview.ledger))
        self.ui.why_less.setText(
            self.tr("Waarom klopt de optelsom niet?")
            if report.hides()
            else self.tr("Waarom staat er niet meer?")
        )
        self.ui.explanation.hide()

    def _show_meaning(self) -> None:
        """Say what a hidden number means, where there is room; the explanation says it too."""
        preview, narrow = self.check.preview, self.ui.save_as.isHidden()
        hides = preview is not None and preview.report.hides()
        self.ui.hidden_meaning.setVisible(hides and not narrow)

    def _show_page(self, page: int, pages: int) -> None:
        words = self.tr("Pagina %1 van %2")
        self.ui.page_count.setText(words.replace("%1", str(page)).replace("%2", str(pages)))

    def _explain(self) -> None:
        """Explain what is missing, by the rule and never by the figure."""
        preview = self.check.preview
        if preview is not None:
            meaning = self.ui.hidden_meaning.text() if self.ui.save_as.isHidden() else ""
            self.ui.explanation.toggle(less_words(preview, meaning))

    def _ask_what_is_known(self) -> None:
        """Have the auditor work out how far the sharpest reader gets."""
        proposal, preview = self.check.proposal, self.check.preview
        if proposal is None or preview is None:
            return
        language = self._desk.language
        self._desk.calculations.run(
            lambda: proposal.inferable(preview, language),
            then=lambda known: self.ui.explanation.toggle(known_words(known)),
            otherwise=lambda error: self.ui.explanation.toggle(self._desk.sentence(error)),
            owner=self,
            latest="inferable",
        )

    def _formats(self) -> tuple[FileFormat, ...]:
        return tuple(form for form in FileFormat if getattr(self.ui, form).isChecked())

    def _allow(self) -> None:
        preview, reason = self.check.preview, self.check.reason()
        if not self._formats():
            reason = self.tr("Kies eerst een soort bestand.")
        waits = preview is not None and bool(preview.unanswered)
        if (reason or waits) and self.window().focusWidget() is self.ui.fix:
            self.ui.releases.setFocus()  # or Qt leads it out of the page
        self.ui.fix.setEnabled(not reason and not waits)
        self.ui.fix.setAccessibleDescription(reason or (self.ui.leaves.text() if waits else ""))
        self.ui.reason.setText(reason)
        self._arrange_save_row()

    def _arrange_save_row(self) -> None:
        """Put the button below the kinds of file where it does not fit beside them."""
        margins = self.ui.decision_layout.contentsMargins()
        room = self.width() - self.ui.list_pane.width() - margins.left() - margins.right()
        for row in (self.ui.deciding, self.ui.save_row):
            row.setDirection(QBoxLayout.Direction.LeftToRight)
            row.invalidate()  # or it answers as before its words changed
            if row.sizeHint().width() > room:
                row.setDirection(QBoxLayout.Direction.TopToBottom)

    def _forget_given(self) -> None:
        for field in _GIVEN:
            getattr(self.ui, field).clear()

    def _suggest_given(self, preview: Preview) -> None:
        """Offer who gets the figures and what for; what was typed stays."""
        if not self.ui.recipient.text():
            receivers = ", ".join(self._receivers)
            self.ui.recipient.setText(receivers or self.tr("directie en ondernemingsraad"))
        if not self.ui.purpose.text():
            self.ui.purpose.setText(purpose_words(preview.line))
        for field in _GIVEN:
            getattr(self.ui, field).setCursorPosition(0)

    def _read_given(self) -> tuple[str, str]:
        """Return to whom and what for.

        Raises:
            InvalidError: EMPTY, naming the field.
        """
        unmark(self.ui, _GIVEN, self.ui.problem)
        self._say_problem("")
        given = self.ui.recipient.text().strip(), self.ui.purpose.text().strip()
        for field, text in zip(_GIVEN, given, strict=True):
            if not text:
                raise InvalidError(field, Problem.EMPTY)
        return given

    def _ask_once(self, folder: Path) -> None:
        preview = self.check.preview
        if preview is None:
            return
        if preview.line.state is ReleaseState.FIXED:
            self.save_to(folder)
            return
        also = [period_words(release) for release in preview.line.brings]
        detail = self.tr("Daarna kunt u deze cijfers niet meer wijzigen of terugnemen.")
        if preview.is_promise_alone:
            never = self.tr("De andere cijfers van deze periode komen er ook later niet.")
            detail = f"{never} {detail}"
        if also:
            words = self.tr("Ook dit wordt daarmee vastgesteld, omdat het eerder komt: %1.")
            detail = f"{detail}\n\n{words.replace('%1', ', '.join(also))}"
        confirm(
            self,
            self.tr("De cijfers over %1 vaststellen?").replace("%1", period_words(preview.line.id)),
            detail,
            self.tr("Vaststellen en opslaan"),
            lambda: self.save_to(folder),
        )

    def _not_saved(self, error: ProblemError) -> None:
        """Say that no file was written; the figures may be fixed all the same."""
        self._desk.news.refused.emit(self._desk.sentence(error))
        self._load()

    def _show_advice(self, advice: Advice) -> None:
        if advice.year != self._wanted or self._client is None:
            return
        if advice.staff is None:
            self._say_message(
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
            self._say_message(
                "info",
                heading.replace("%1", str(advice.staff)),
                self.tr(
                    "Eén zaak is dan te dicht bij één persoon. Het jaarverslag gaat over bereikbaarheid, voorlichting en beleid."
                ),
            )
        else:
            self.plan.show_advice(advice, self._client)
            self.ui.pages.setCurrentWidget(self.plan)

    def _take_plan(self, line: ReleaseLine) -> None:
        self._wanted = line.id
        self._desk.news.saved.emit(self._desk.now())
        self._load()
        self.ui.releases.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do_act(self) -> None:
        self._act()

    def _open_organisation(self) -> None:
        place = Place(page=Page.ORGANISATION, organisation=self._organisation)
        self._desk.news.wanted.emit(place)

    def _say_message(
        self,
        icon: str,
        heading: str,
        text: str,
        act: str = "",
        do: Callable[[], None] = lambda: None,
    ) -> None:
        self.ui.pages.setCurrentWidget(self.ui.message_page)
        self.ui.message_icon.setPixmap(self._desk.look.pixmap(icon, "accent", 40))
        self.ui.message_heading.setText(heading)
        self.ui.message_text.setText(text)
        self.ui.laid_down.hide()
        self.ui.act.setVisible(bool(act))
        self.ui.act.setText(act)
        self._act = do

    def _say_problem(self, sentence: str) -> None:
        self.ui.problem.setText(sentence)
        self.ui.problem.setVisible(True)
        self.ui.problem_line.setVisible(bool(sentence))

    def _refuse(self, error: ProblemError) -> None:
        """Say why there is nothing to see: without a preview nothing can be fixed."""
        promise, sentence = self.check.promise, self._desk.sentence(error)
        self.check.forget()
        heading = self.tr("Dit lukt nu niet")
        if promise is None:
            self._say_message("circle-alert", heading, sentence)
            return
        words = self.tr(
            "Het totaal dat vooraf is beloofd, kunt u wel geven. De andere cijfers van deze periode komen er dan ook later niet."
        )
        self._say_message(
            "circle-alert",
            heading,
            f"{sentence}\n\n{words}",
            self.tr("Alleen het totaal geven"),
            lambda: self.check.look_at(promise),
        )
