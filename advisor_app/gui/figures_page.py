"""Figures: what leaves, exactly as it leaves; and what was chosen before the year began."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QFrame, QMessageBox, QWidget

from advisor_app._assets.forms.figures_page import Ui_FiguresPage
from advisor_app._assets.forms.rung_card import Ui_RungCard
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.reporting import Advice, Preview, ReleaseLine, ReleaseState, Rung
from advisor_app.gui.desk import Desk
from advisor_app.gui.layouts import empty
from advisor_app.gui.line_list import LineDelegate, LineList, ListLine
from advisor_app.gui.places import Page, Place
from advisor_app.gui.sheets import show_sheets
from advisor_app.gui.widgets.chip import Tone
from advisor_app.services import files, printing

PAGE_WIDTH = 700


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
        self._wanted = ""
        self._preview: Preview | None = None
        self._advice: Advice | None = None
        self._rungs = QButtonGroup(self)
        self.panes = [self.ui.list_pane, self.ui.pages]
        self.model = LineList(self)
        self.ui.releases.setModel(self.model)
        self.ui.releases.setItemDelegate(LineDelegate(desk.look, self.model, self.ui.releases))
        self.ui.releases.selectionModel().currentChanged.connect(self._choose)
        self.ui.why_less.clicked.connect(self._explain)
        self.ui.fix.clicked.connect(self._fix)
        self.ui.lay_down.clicked.connect(self._lay_down)
        self.ui.explanation.hide()
        self.ui.problem.hide()
        desk.news.changed.connect(self._reload)

    def show_place(self, place: Place) -> None:
        """Show the periods of an organisation."""
        self._organisation = place.organisation
        self._wanted = place.release
        self._load()
        self.ui.releases.setFocus()

    def keep_drafts(self) -> None:
        """Nothing here is text of a case."""

    def save_to(self, folder: Path) -> None:
        """Fix the release that is shown, and write the chosen files into a folder."""
        organisation, client, preview = self._organisation, self._client, self._preview
        if organisation is None or client is None or preview is None:
            return
        release, reporting = preview.line.id, self._desk.session.reporting
        forms = [form for form in ("pdf", "ods", "csv") if getattr(self.ui, form).isChecked()]
        recipient, purpose = self.ui.recipient.text(), self.ui.purpose.text()

        def work() -> None:
            reporting.fix(organisation, release)
            contents = reporting.files(organisation, release)
            chosen = {form: contents[form] for form in forms}
            names = {f"{client.code}-{release}.{form}": data for form, data in chosen.items()}
            files.write_new(folder, names)
            reporting.register(organisation, release, chosen, recipient, purpose)

        self._desk.tasks.run(work, then=self._saved, otherwise=self._refuse, owner=self)

    def _load(self) -> None:
        organisation, session = self._organisation, self._desk.session
        if organisation is None:
            self.model.show([])
            self._say_message("building-2", self.tr("Nog geen organisatie"), "")
            return
        self._desk.tasks.run(
            lambda: (
                session.reporting.overview(organisation),
                session.clients.file(organisation).organisation,
            ),
            then=lambda found: self._show_list(found[0], found[1]),
            otherwise=self._refuse,
            owner=self,
            latest="figures",
        )

    def _reload(self, changed: frozenset[type]) -> None:
        names = {kind.__name__ for kind in changed}
        if self.isVisible() and names & {"LedgerEntry", "Headcount"}:
            self._load()

    def _show_list(self, lines: list[ReleaseLine], client: Organisation) -> None:
        self._client = client
        self.model.show([self._line(line) for line in lines])
        ready = next((row for row, each in enumerate(lines) if each.state is ReleaseState.READY), 0)
        row = next((row for row, each in enumerate(lines) if each.id == self._wanted), ready)
        self.ui.releases.setCurrentIndex(self.model.index(row))

    def _line(self, line: ReleaseLine) -> ListLine:
        desk = self._desk
        states = {
            ReleaseState.NO_PLAN: (self._no_plan_words(line), "triangle-alert", "warn"),
            ReleaseState.RUNNING: (self.tr("Nog niet mogelijk"), "hourglass", "text2"),
            ReleaseState.READY: (self.tr("Klaar om vast te stellen"), "pencil", "accent"),
            ReleaseState.FIXED: (
                self.tr("Vastgesteld op %1").replace(
                    "%1", "" if line.fixed_on is None else desk.day(line.fixed_on)
                ),
                "lock",
                "ok",
            ),
        }
        state, icon, ink = states[line.state]
        facts = (
            self.tr("nog geen keuze vastgelegd")
            if line.rung is None
            else f"{self._rung_words(line.rung)}"
        )
        return ListLine(
            value=line, title=_period_words(line.id), facts=facts, state=state, icon=icon, ink=ink
        )

    def _no_plan_words(self, line: ReleaseLine) -> str:
        if line.first <= self._desk.today():
            return self.tr("Leg ons advies vast")
        return self.tr("Kies vóór %1").replace("%1", self._desk.long_day(line.first))

    def _rung_words(self, rung: Rung) -> str:
        return {
            Rung.NOTHING: self.tr("geen cijfers"),
            Rung.TWO_YEAR_TOTAL: self.tr("totaal over twee jaar"),
            Rung.YEAR_TOTAL: self.tr("jaartotaal"),
            Rung.YEAR_TABLES: self.tr("jaartotaal en tabellen"),
            Rung.QUARTER_TABLES: self.tr("kwartaaltabellen"),
        }[rung]

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self.model.line(index.row())
        organisation, reporting = self._organisation, self._desk.session.reporting
        if line is None or organisation is None:
            return
        release: ReleaseLine = line.value
        self._wanted = release.id
        self._preview = None
        if release.state is ReleaseState.NO_PLAN:
            self._desk.tasks.run(
                lambda: reporting.advice(organisation, release.id),
                then=self._show_advice,
                otherwise=self._refuse,
                owner=self,
                latest="release",
            )
        elif release.state is ReleaseState.RUNNING:
            self._say_message(
                "hourglass",
                self.tr("Deze periode loopt nog"),
                self.tr(
                    "Cijfers kunnen vanaf de dag na %1. Wat u tot dan vastlegt, telt mee."
                ).replace("%1", self._desk.long_day(release.last)),
            )
        else:
            width = self._desk.look.length(PAGE_WIDTH)

            def draw() -> tuple[Preview, tuple[object, ...]]:
                preview = reporting.preview(organisation, release.id)
                return preview, printing.preview(reporting.paper(preview.report), width)

            self._desk.tasks.run(
                draw,
                then=lambda drawn: self._show_preview(*drawn),
                otherwise=self._refuse,
                owner=self,
                latest="release",
            )

    def _show_preview(self, preview: Preview, images: tuple[object, ...]) -> None:
        self._preview = preview
        fixed = preview.line.state is ReleaseState.FIXED
        self.ui.pages.setCurrentWidget(self.ui.preview_page)
        self.ui.state.say(
            self.tr("Vastgesteld") if fixed else self.tr("Concept"),
            Tone.OK if fixed else Tone.PLAIN,
        )
        self.ui.page_count.setText(self.tr("%n bladzijde(n)", "", len(images)))
        show_sheets(self.ui.paper, self.ui.paper_sheets, images)
        self.ui.leaves.setText(
            self.tr(
                "Deze cijfers zijn vastgesteld. Opnieuw opslaan geeft precies dezelfde bestanden."
            )
            if fixed
            else self.tr(
                "Alleen dit voorbeeld gaat naar buiten. Na het vaststellen kunt u deze cijfers niet meer wijzigen of terugnemen."
            )
        )
        self.ui.fix.setText(
            self.tr("Opnieuw opslaan…") if fixed else self.tr("Vaststellen en opslaan…")
        )
        self.ui.why_less.setText(
            self.tr("Waarom klopt de optelsom niet?")
            if preview.report.tables
            else self.tr("Waarom staat er niet meer?")
        )
        self.ui.explanation.hide()
        self.ui.problem.hide()

    def _explain(self) -> None:
        preview = self._preview
        if preview is None:
            return
        least = str(preview.report.minimum)
        words = (
            self.tr(
                "Niet apart getoond: dit kan 0 zijn, minder dan %1, of een aantal waaruit een kleiner aantal is af te leiden. We zeggen bewust niet welke. De regel Samen, niet apart getoond maakt de optelsom compleet. Meer laten zien kan pas na een andere keuze voor een volgend jaar."
            )
            if preview.report.tables
            else self.tr(
                "Vóór het jaar is gekozen wat er komt te staan. Bij minder dan %1 zaken zou elke uitsplitsing naar iemand kunnen wijzen. Meer laten zien kan pas na een andere keuze voor een volgend jaar."
            )
        )
        self.ui.explanation.setText(words.replace("%1", least))
        self.ui.explanation.setVisible(not self.ui.explanation.isVisible())

    def _fix(self) -> None:
        preview = self._preview
        if preview is None:
            return
        if preview.line.state is not ReleaseState.FIXED and not self._is_sure(
            self.tr("Deze cijfers vaststellen? Daarna kunt u ze niet meer wijzigen of terugnemen."),
            self.tr("Vaststellen"),
        ):
            return
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("In welke map komen de bestanden?"), str(Path.home())
        )
        if chosen:
            self.save_to(Path(chosen))

    def _saved(self, _done: None) -> None:
        self._desk.news.saved.emit(self._desk.now())
        self._desk.news.said.emit(self.tr("De cijfers zijn vastgesteld en opgeslagen."))
        self._load()

    def _show_advice(self, advice: Advice) -> None:
        self._advice = advice
        if advice.staff is None:
            self._say_message(
                "users",
                self.tr("Hoeveel mensen werken er?"),
                self.tr("Het aantal medewerkers op 1 januari bepaalt welke cijfers mogen."),
                self.tr("Aantal invullen"),
            )
            return
        if advice.rung is Rung.NOTHING:
            self._say_message(
                "info",
                self.tr("Bij %1 medewerkers geven we geen aantallen").replace(
                    "%1", str(advice.staff)
                ),
                self.tr(
                    "Eén zaak is dan te dicht bij één persoon. Vertel in uw jaargesprek over bereikbaarheid, voorlichting en beleid."
                ),
            )
            return
        self.ui.pages.setCurrentWidget(self.ui.plan_page)
        year = _period_words(advice.year)
        client = "" if self._client is None else self._client.name
        self.ui.plan_lead.setText(
            self.tr(
                "Over %1, aan %2. Hoe meer u uitsplitst, hoe kleiner de aantallen en hoe minder u mag laten zien."
            )
            .replace("%1", year)
            .replace("%2", client)
        )
        self._show_rungs(advice)
        facts = [self.tr("%1 medewerkers op 1 januari").replace("%1", str(advice.staff))]
        if advice.last_total is None:
            facts.append(
                self.tr(
                    "vorig jaar is geen totaal gegeven; we rekenen met ongeveer %1 zaken"
                ).replace("%1", str(advice.expected))
            )
        else:
            facts.append(
                self.tr("%1 zaken in %2")
                .replace("%1", str(advice.last_total))
                .replace("%2", _period_words(advice.last_year))
            )
        self.ui.why_text.setText("\n".join(facts))
        self.ui.plan_note.setText(
            self.tr(
                "Dit jaar is al begonnen. Wie halverwege kiest, laat merken wat er is binnengekomen. Daarom geldt ons advies."
            )
            if advice.has_begun
            else self.tr(
                "Leg dit vast vóór %1. Daarna kunt u het dat jaar niet meer wijzigen."
            ).replace("%1", self._desk.long_day(advice.first))
        )
        self.ui.lay_down.setText(self.tr("Vastleggen voor %1").replace("%1", year))
        self.ui.doubt.setVisible(len(advice.offered) > 1)

    def _show_rungs(self, advice: Advice) -> None:
        for button in self._rungs.buttons():
            self._rungs.removeButton(button)
        empty(self.ui.choices)
        for rung in advice.offered:
            card, ui = QFrame(self.ui.plan_content), Ui_RungCard()
            ui.setupUi(card)
            self._desk.look.dress(card)
            title, gives, price = self._ladder()[rung]
            ui.radio.setText(title)
            ui.radio.setAccessibleDescription(f"{gives} {price}")
            ui.gives.setText(gives)
            ui.price.setText(price)
            if rung is advice.rung:
                ui.advice.say(self.tr("Ons advies"), Tone.OK)
            ui.radio.setProperty("rung", rung.value)
            self._rungs.addButton(ui.radio)
            card.installEventFilter(_Choose(ui.radio, card))
            ui.radio.setChecked(rung is advice.rung)
            self.ui.choices.addWidget(card)

    def _ladder(self) -> dict[Rung, tuple[str, str, str]]:
        told = self.tr(
            "Bij 0 weet de opdrachtgever dat niemand heeft gemeld. Bij 1 weet wie die melder kent, dat er geen ander was. Soort, afdeling en relatie blijven onder de 5 altijd onvermeld."
        )
        return {
            Rung.TWO_YEAR_TOTAL: (
                self.tr("Eén totaal over twee jaar"),
                self.tr("Eén getal per twee jaar. Altijd genoemd, ook als het 0, 1 of 2 is."),
                told,
            ),
            Rung.YEAR_TOTAL: (
                self.tr("Alleen het jaartotaal"),
                self.tr("Eén getal per jaar. Altijd genoemd, ook als het 0, 1 of 2 is."),
                told,
            ),
            Rung.YEAR_TABLES: (
                self.tr("Elk jaar uitgesplitst"),
                self.tr("Na het jaar het totaal, altijd genoemd, en de onderwerpen vanaf 5."),
                self.tr("Pas zinvol vanaf ongeveer 30 zaken per jaar."),
            ),
            Rung.QUARTER_TABLES: (
                self.tr("Elk kwartaal uitgesplitst"),
                self.tr("Vier keer totaal en onderwerpen. Ook het totaal pas vanaf 5."),
                self.tr("Pas zinvol vanaf ongeveer 100 zaken per jaar."),
            ),
        }

    def _lay_down(self) -> None:
        advice, organisation = self._advice, self._organisation
        button = self._rungs.checkedButton()
        if advice is None or organisation is None or button is None:
            return
        rung = Rung(button.property("rung"))
        if not self._is_sure(
            self.tr("Dit vastleggen voor %1? Het kan daarna niet meer veranderen.").replace(
                "%1", _period_words(advice.year)
            ),
            self.tr("Vastleggen"),
        ):
            return
        self.lay_down(rung)

    def lay_down(self, rung: Rung) -> None:
        """Lay down a choice for the year that is shown."""
        advice, organisation = self._advice, self._organisation
        if advice is None or organisation is None:
            return
        reporting = self._desk.session.reporting
        self._desk.tasks.run(
            lambda: reporting.choose(organisation, advice.year, rung),
            then=lambda _line: self._load(),
            otherwise=self._refuse,
            owner=self,
        )

    def _say_message(self, icon: str, heading: str, text: str, act: str = "") -> None:
        self.ui.pages.setCurrentWidget(self.ui.message_page)
        self.ui.message_icon.setPixmap(self._desk.look.pixmap(icon, "text2", 36))
        self.ui.message_heading.setText(heading)
        self.ui.message_text.setText(text)
        self.ui.act.setVisible(bool(act))
        self.ui.act.setText(act)
        if act:
            place = Place(page=Page.ORGANISATION, organisation=self._organisation)
            self.ui.act.clicked.connect(partial(self._desk.news.wanted.emit, place))

    def _is_sure(self, question: str, verb: str) -> bool:
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "Vertrouwd",
            question,
            QMessageBox.StandardButton.NoButton,
            self,
        )
        sure = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(self.tr("Annuleren"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is sure

    def _refuse(self, error: ProblemError) -> None:
        sentence = self._desk.sentence(error)
        self.ui.problem.setText(sentence)
        self.ui.problem.show()
        if self.ui.pages.currentWidget() is not self.ui.preview_page:
            self._desk.news.refused.emit(sentence)


class _Choose(QObject):
    """Lets the whole card be clicked."""

    def __init__(self, radio: QWidget, card: QWidget) -> None:
        super().__init__(card)
        self._radio = radio

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self._radio.setChecked(True)  # type: ignore[attr-defined]  # a radio button
            self._radio.setFocus()
        return super().eventFilter(watched, event)


def _period_words(release: str) -> str:
    """Return a release as people say it: `2026`, `2026/27`, `3e kwartaal 2026`."""
    year, _, part = release.partition("-")
    if part.startswith("Q"):
        return (
            QCoreApplication.translate("FiguresPage", "%1e kwartaal %2")
            .replace("%1", part[1:])
            .replace("%2", year)
        )
    if len(part) == 2:
        return f"{year}/{part}"
    return f"{year} – {part}" if part else year
