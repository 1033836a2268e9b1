"""One release as it leaves: the paper above, what is said about it and the decision below."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from advisor_app._assets.forms.figures_preview import Ui_FiguresPreview
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.report import FileFormat
from advisor_app.domain.reporting import Preview, ReleaseState
from advisor_app.gui.desk import Desk
from advisor_app.gui.figures.figures_check import FiguresCheck
from advisor_app.gui.figures.figures_words import known_words, less_words, report_words
from advisor_app.gui.figures.narrative_dialog import NarrativeDialog
from advisor_app.gui.figures.period_words import in_sentence, period_words, purpose_words
from advisor_app.gui.parts.confirm import confirm
from advisor_app.gui.parts.file_choice import choose_folder
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.printing.paper import Paper
from advisor_app.gui.widgets.chip import Tone
from advisor_app.services import files

NARROW_BELOW = 606
"""Below this width, in pixels at the user's scale, only what is needed stands below the paper."""

LEAST_PAPER = 110
"""The height of the paper, at the user's scale, below which all of it scrolls."""

SHORT_BELOW = 560
"""Below this height the paper can take the place of the decision."""

_GIVEN = ("recipient", "purpose")


class FiguresPreview(QWidget):
    """The paper scrolls and the decision stays in sight, unless there is no room for some lines of both."""

    shown = Signal()
    """There is a release to look at."""

    refused = Signal(object)
    """A ProblemError: its pages can not be drawn."""

    outdated = Signal()
    """What is shown may have changed and has to be looked up again."""

    def __init__(self, desk: Desk, releases: QWidget) -> None:
        """Take the list of releases, to which the focus goes from a button that is barred."""
        super().__init__()
        self.ui = Ui_FiguresPreview()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._releases = releases
        self._receivers: tuple[str, ...] = ()
        self._left: frozenset[str] = frozenset()
        self._page = (0, 0)
        self.ui.paper.setMinimumHeight(desk.look.length(LEAST_PAPER))
        self.check = FiguresCheck(desk, self)
        self.ui.decision_layout.insertWidget(0, self.check)
        self._paper = Paper(desk, self.ui.paper, "figures")
        self._wire()
        self._say_problem("")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Leave out words where there is little room: what they are about says it."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._desk.look.length(NARROW_BELOW)
        self.ui.save_as.setHidden(narrow)
        self.ui.preview_heading.setHidden(narrow)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self.ui.links.setDirection(below if narrow else beside)
        self.ui.links.setSpacing(0 if narrow else self._desk.look.length(22))
        self.ui.given.setDirection(below if narrow else beside)
        self.ui.given.setSpacing(self._desk.look.length(4 if narrow else 10))
        self._show_page(*self._page)
        self._arrange_save_row()
        self._show_meaning()
        self.ui.explanation.most = event.size().height() // 5
        short = event.size().height() < self._desk.look.length(SHORT_BELOW)
        self.ui.paper_alone.setVisible(short)
        if not short:
            self.ui.paper_alone.setChecked(False)

    def suggest_receivers(self, receivers: tuple[str, ...]) -> None:
        """Take who usually gets the figures of this organisation."""
        self._receivers = receivers

    def remember_left(self, releases: frozenset[str]) -> None:
        """Take which releases were saved before."""
        self._left = releases

    def forget_given(self) -> None:
        """Forget to whom and what for: they belong to another release."""
        for field in _GIVEN:
            getattr(self.ui, field).clear()

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
        proposal, preview = self.check.proposal, self.check.preview
        if proposal is None or preview is None:
            return
        organisation, release = proposal.standing.organisation.id, preview.line.id
        dialog = NarrativeDialog(self._desk, organisation, release, preview.report, self)
        dialog.finished.connect(self.outdated)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, folder: Path) -> None:
        """Fix the release that is shown, and write the chosen files into a folder."""
        proposal, preview, audited = self.check.proposal, self.check.preview, self.check.audited
        if proposal is None or preview is None:
            return
        organisation, release = proposal.standing.organisation, preview.line.id
        reporting = self._desk.session.reporting
        forms, recipient, purpose = self._formats(), *self._read_given()

        def work() -> None:
            reporting.fix(proposal, preview, audited)
            contents = reporting.files(organisation.id, release)
            chosen = {form: contents[form] for form in forms}
            names = {f"{organisation.code}-{release}.{form}": data for form, data in chosen.items()}
            files.write_new(folder, names)
            reporting.register(organisation.id, release, chosen, recipient, purpose)

        def saved(_done: None) -> None:
            self._left |= {release}
            if self.check.preview is preview:
                self._show_decision(preview)
            self._desk.news.saved.emit(self._desk.now())
            self._desk.news.said.emit(
                self.tr("%n bestand(en) opgeslagen.", "", len(forms))
                if preview.line.state is ReleaseState.FIXED
                else self.tr("De cijfers zijn vastgesteld en opgeslagen.")
            )

        self._desk.tasks.run(work, then=saved, otherwise=self._not_saved, owner=self)

    def _wire(self) -> None:
        ui = self.ui
        ui.why_less.clicked.connect(self._explain)
        ui.inferable.clicked.connect(self._ask_what_is_known)
        self.check.decided.connect(self._show_preview)
        self.check.judged.connect(self._allow)
        ui.fix.clicked.connect(self.fix)
        ui.own_words.clicked.connect(self.write)
        ui.paper_alone.toggled.connect(self._show_alone)
        ui.paper.page_changed.connect(self._show_page)
        for form in FileFormat:
            getattr(ui, form).toggled.connect(self._allow)

    def _show_preview(self, preview: Preview) -> None:
        proposal, reporting = self.check.proposal, self._desk.session.reporting
        if proposal is None:
            return
        self.ui.paper_alone.setChecked(False)
        organisation = proposal.standing.organisation.id
        fixed = preview.line.state is ReleaseState.FIXED
        self.ui.state.say(
            self.tr("Vastgesteld") if fixed else self.tr("Concept"),
            Tone.OK if fixed else Tone.PLAIN,
        )
        self.ui.paper.setAccessibleDescription(report_words(preview.report))
        self._paper.clear()
        self._paper.draw(lambda: reporting.pages(organisation, preview), self.refused.emit)
        self._show_decision(preview)
        self._suggest_given(preview)
        self._say_problem("")
        self._allow()
        self.shown.emit()

    def _show_decision(self, preview: Preview) -> None:
        report, fixed = preview.report, preview.line.state is ReleaseState.FIXED
        self.ui.leaves.setText(self._what_leaves(preview))
        self.ui.fix.setText(self._verb(preview))
        self.ui.own_words.setVisible(not fixed and report.has_room_for_words())
        self.ui.own_words.setText(
            self.tr("Uw tekst: nog %n plek(ken)…", "", preview.unanswered)
            if preview.unanswered
            else self.tr("Uw tekst…")
        )
        self.ui.hidden_meaning.setText(
            self.tr(
                "Niet apart getoond: dit kan 0 zijn, minder dan %1, of een aantal waaruit een kleiner aantal af te leiden kan zijn. We zeggen bewust niet welk van de drie."
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

    def _verb(self, preview: Preview) -> str:
        """Say what the button does: fixed figures may never have been saved."""
        if preview.line.state is not ReleaseState.FIXED:
            return self.tr("Vaststellen en opslaan…")
        if preview.line.id in self._left:
            return self.tr("Opnieuw opslaan…")
        return self.tr("Opslaan…")

    def _what_leaves(self, preview: Preview) -> str:
        """Say what goes out of the door, or what has to be done first."""
        if preview.unanswered:
            return self.tr("Uw tekst wacht op antwoord. Daarna kunt u deze cijfers vaststellen.")
        if preview.line.state is ReleaseState.FIXED and preview.line.id not in self._left:
            return self.tr(
                "Deze cijfers zijn vastgesteld en nog niet opgeslagen. Ze veranderen niet meer."
            )
        if preview.line.state is ReleaseState.FIXED:
            return self.tr(
                "Deze cijfers zijn vastgesteld. Opnieuw opslaan geeft precies dezelfde bestanden."
            )
        if preview.is_promise_alone:
            return self.tr(
                "Alleen het totaal dat vooraf is beloofd, gaat naar buiten. De andere cijfers van deze periode komen er ook later niet. Na het vaststellen kunt u dit niet meer wijzigen of terugnemen."
            )
        if also := self._brought(preview):
            words = self.tr(
                "Alleen dit voorbeeld gaat nu naar buiten. Daarmee wordt ook vastgesteld wat eerder komt: %1. Na het vaststellen kunt u al deze cijfers niet meer wijzigen of terugnemen."
            )
            return words.replace("%1", also)
        return self.tr(
            "Alleen dit voorbeeld gaat naar buiten. Na het vaststellen kunt u deze cijfers niet meer wijzigen of terugnemen."
        )

    def _show_meaning(self) -> None:
        """Say what a hidden number means, where there is room; the explanation says it too."""
        preview, narrow = self.check.preview, self.ui.save_as.isHidden()
        hides = preview is not None and preview.report.hides()
        self.ui.hidden_meaning.setVisible(hides and not narrow)

    def _show_alone(self, alone: bool) -> None:  # noqa: FBT001  (a signal of Qt's)
        """Give the paper the room of the decision, or give it back."""
        self.ui.decision.setHidden(alone)
        self.ui.paper_alone.setText(self.tr("Kleiner") if alone else self.tr("Groter"))

    def _show_page(self, page: int, pages: int) -> None:
        self._page = page, pages
        words = "%1 / %2" if self.ui.save_as.isHidden() else self.tr("Pagina %1 van %2")
        said = words.replace("%1", str(page)).replace("%2", str(pages))
        self.ui.page_count.setText(said if pages else "")

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
            self._releases.setFocus()  # or Qt leads it out of the page
        self.ui.fix.setEnabled(not reason and not waits)
        self.ui.fix.setAccessibleDescription(reason or (self.ui.leaves.text() if waits else ""))
        self.ui.reason.setText(reason)
        self._arrange_save_row()

    def _arrange_save_row(self) -> None:
        """Put the button below the kinds of file where it does not fit beside them."""
        margins = self.ui.decision_layout.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for row in (self.ui.deciding, self.ui.save_row):
            row.setDirection(QBoxLayout.Direction.LeftToRight)
            row.invalidate()  # or it answers as before its words changed
            if row.sizeHint().width() > room:
                row.setDirection(QBoxLayout.Direction.TopToBottom)

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
        also = self._brought(preview)
        detail = self.tr("Daarna kunt u deze cijfers niet meer wijzigen of terugnemen.")
        if preview.is_promise_alone:
            never = self.tr("De andere cijfers van deze periode komen er ook later niet.")
            detail = f"{never} {detail}"
        if also:
            words = self.tr("Ook dit wordt daarmee vastgesteld, omdat het eerder komt: %1.")
            detail = f"{detail}\n\n{words.replace('%1', also)}"
        confirm(
            self,
            self.tr("De cijfers over %1 vaststellen?").replace("%1", in_sentence(preview.line.id)),
            detail,
            self.tr("Vaststellen en opslaan"),
            lambda: self.save_to(folder),
        )

    def _not_saved(self, error: ProblemError) -> None:
        """Say that no file was written; the figures may be fixed all the same."""
        self._desk.news.refused.emit(self._why_not(error))
        self.outdated.emit()

    def _why_not(self, error: ProblemError) -> str:
        """Return why nothing was fixed; of a text that waits, with which period it stands."""
        if error.problem is not Problem.UNANSWERED or not isinstance(error, InvalidError):
            return self._desk.sentence(error)
        words = self.tr(
            "In uw tekst over %1 wacht nog een plek op antwoord. Kies die periode, open Uw tekst en beantwoord elke plek."
        )
        return words.replace("%1", in_sentence(error.field))

    def _brought(self, preview: Preview) -> str:
        """Return what comes earlier and is fixed along, in words; empty if nothing is."""
        return ", ".join(map(period_words, preview.line.brings))

    def _say_problem(self, sentence: str) -> None:
        self.ui.problem.setText(sentence)
        self.ui.problem.setVisible(True)
        self.ui.problem_line.setVisible(bool(sentence))
