"""A letter while it is written: the text with its fields, and the very page beside it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from advisor_app._assets.forms.letter_editor import Ui_LetterEditor
from advisor_app.domain import draft_keys
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.draft import Draft
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.problems import InvalidError, ProblemError
from advisor_app.domain.template import TemplateError
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.pace import one_time
from advisor_app.gui.letters.empty_fields import ask_about_empty
from advisor_app.gui.letters.field_echo import FieldEcho
from advisor_app.gui.letters.letter_keeper import LetterKeeper, Texts
from advisor_app.gui.letters.letter_output import choose_pdf, print_letter, write_pdf
from advisor_app.gui.parts.confirm import confirm
from advisor_app.gui.parts.form import offer
from advisor_app.gui.parts.pasting import tell_what_is_not_pasted
from advisor_app.gui.printing.paper import Paper
from advisor_app.gui.widgets.chip import Tone
from advisor_app.gui.widgets.field_text import Ink, Inks, units
from advisor_app.services.letter_fields import empty_fields

DRAW_MS = 400

SIDE_BY_SIDE_FROM = 800
"""Below this width, in pixels at the user's scale, text and page take turns."""

LONGEST_QUOTE = 24
"""Of what stands wrong in a text, so much is said again below it."""


class LetterEditor(QWidget):
    """Every change is kept within two seconds; only fixing makes a letter final."""

    left = Signal()
    """Back to the list; what was typed is on its way to the vault."""

    kept = Signal(object)
    """The letter as the vault has it now."""

    gone = Signal()
    """The letter was removed, or put back."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_LetterEditor()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._keeper = LetterKeeper(desk, self._texts, self._read, self)
        self._keeper.kept.connect(self.kept)
        self._values: dict[str, str] = {}
        self._labels: tuple[str, ...] = ()
        self._broken = False
        self._showing = False
        self._is_narrow = False
        self._echo = FieldEcho("")
        self._paper = Paper(desk, self.ui.paper, "letter")
        self._paper.drawn.connect(self._show_drawn)
        self._drawing = one_time(self, DRAW_MS, self._draw)
        self.ui.body.set_inks(_inks(desk))
        offer(
            self.ui.fit,
            ((False, self.tr("Paginabreedte")), (True, self.tr("Hele pagina"))),
        )
        self._wire()
        desk.news.changed.connect(self._follow_letterhead)
        self._say("")
        self._show_sides(page=False)

    @property
    def letter(self) -> Letter | None:
        """Return the letter that is shown, as the vault has it."""
        return self._keeper.letter

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Let text and page take turns where there is no room for both."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._desk.look.length(SIDE_BY_SIDE_FROM)
        if narrow is not self._is_narrow:
            self._is_narrow = narrow
            self._show_sides(page=False)
            self._word_buttons()

    def show_letter(self, letter: Letter, about: str) -> None:
        """Show a letter in the place of the one that was there; `about` says what it is."""
        self._keeper.watch(letter)
        self._values = {}
        self._broken = False
        self._showing = True
        self.ui.about.setText(about)
        self.ui.subject.setText(letter.subject)
        self.ui.subject.setCursorPosition(0)
        self.ui.addressee.setPlainText(letter.addressee)
        self.ui.body.setPlainText(letter.body)
        self._echo = FieldEcho(letter.body)
        self._showing = False
        self._say("")
        self._show_state(letter)
        self._paper.clear()
        self._draw()
        session = self._desk.session
        self._desk.tasks.run(
            lambda: (
                session.correspondence.field_values(letter),
                session.drafts.find(*draft_keys.of_letter(letter.id)),
            ),
            then=lambda found: self._take_values(*found),
            owner=self,
            latest="fields",
        )

    def close_letter(self) -> None:
        """Show no letter; whoever calls this has kept it, or it is gone."""
        self._drawing.stop()
        self._keeper.forget()
        self._showing = True
        for field in (self.ui.subject, self.ui.addressee, self.ui.body):
            field.clear()
        self._showing = False
        self._paper.clear()

    def keep(self, then: Callable[[], None] | None = None) -> None:
        """Hand what was typed to the vault; `then` follows once the vault has it, and only then."""
        self._keeper.keep(then)

    def be_still(self, *, still: bool) -> None:
        """Keep nothing of the letter while its case is being destroyed; go on if it stays."""
        self._keeper.be_still(still=still)

    def fix(self) -> None:
        """Ask once, then keep the very pages for good."""
        self.keep(self._ask_once)

    def _ask_once(self) -> None:
        confirm(
            self,
            self.tr("Deze brief vaststellen?"),
            self.tr("De bladzijden liggen daarna vast. De brief verandert niet meer."),
            self.tr("Vaststellen"),
            self.fix_now,
        )

    def fix_now(self) -> None:
        """Keep the very pages for good."""
        letter, correspondence = self.letter, self._desk.session.correspondence
        if letter is not None:
            self._desk.tasks.run(
                lambda: correspondence.fix(letter.id),
                then=self._fixed,
                otherwise=self._refuse,
                owner=self,
            )

    def save_pdf_to(self, target: Path) -> None:
        """Write the pages of the letter to a file, whole or not at all."""
        if self.letter is not None:
            self._say("")  # what was wrong the last time, such as a full disk
            write_pdf(self._desk, self.letter, target, self._refuse, self)

    def _wire(self) -> None:
        ui = self.ui
        for editor in (ui.addressee, ui.body):
            tell_what_is_not_pasted(editor, self._say)
        ui.subject.textEdited.connect(self._notice)
        ui.addressee.textChanged.connect(self._notice)
        ui.body.cursorPositionChanged.connect(self._keep_in_sight)
        ui.body.textChanged.connect(self._take_over)
        ui.body.textChanged.connect(self._notice)
        ui.all_letters.clicked.connect(self.left)
        ui.other_side.clicked.connect(
            lambda: self._show_sides(page=not self.ui.reading.isVisible())
        )
        ui.insert_field.clicked.connect(self._offer_fields)
        ui.next_field.clicked.connect(self._next_empty)
        ui.fit.currentIndexChanged.connect(
            lambda: ui.paper.set_whole(whole=bool(ui.fit.currentData()))
        )
        ui.paper.page_changed.connect(self._show_page)
        ui.remove_letter.clicked.connect(self._remove_letter)
        ui.print_letter.clicked.connect(lambda: self.keep(partial(self._leave, self._print)))
        ui.save_pdf.clicked.connect(lambda: self.keep(partial(self._leave, self._choose_pdf)))
        ui.fix.clicked.connect(self.fix)
        for keys, act in (
            ("F8", self._next_empty),
            ("Ctrl+Return", self.keep),
            ("Ctrl+Enter", self.keep),
            ("Escape", self.left.emit),
            ("Alt+Left", self.left.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _keep_in_sight(self) -> None:
        """Bring the whole text into sight where the fields above it take its room."""
        body, scroll = self.ui.body, self.ui.writing_scroll
        if body.hasFocus():
            bar, place = scroll.verticalScrollBar(), body.geometry()
            hidden = place.bottom() + 1 - scroll.viewport().height()
            bar.setValue(min(max(bar.value(), hidden), place.top()))
            scroll.ensureWidgetVisible(body, 0, 0)  # of a text, that is where is written

    def _show_sides(self, *, page: bool) -> None:
        self.ui.other_side.setVisible(self._is_narrow)
        self.ui.other_side.setText(self.tr("Tekst") if page else self.tr("Voorbeeld"))
        self.ui.writing.setVisible(not self._is_narrow or not page)
        self.ui.reading.setVisible(not self._is_narrow or page)

    def _word_buttons(self) -> None:
        """Say in the buttons what they do; where there is no room their tooltips do."""
        for button, words in (
            (self.ui.print_letter, self.tr("Afdrukken…")),
            (self.ui.save_pdf, self.tr("Opslaan als PDF…")),
        ):
            button.setText("" if self._is_narrow else words)
            button.setToolTip(words if self._is_narrow else "")
            button.setAccessibleName(words)
            self._desk.look.put_icon(button, button.property("icon_name"), "text")

    def _texts(self) -> Texts:
        ui = self.ui
        return ui.subject.text(), ui.addressee.toPlainText(), ui.body.toPlainText()

    def _read(self) -> Letter | None:
        """Return the letter as it is written, None while that cannot be kept; then that is said."""
        if self.letter is None:
            return None
        subject, addressee, body = self._texts()
        try:
            return replace(self.letter, subject=subject, addressee=addressee, body=body)
        except InvalidError as error:
            self._refuse(error)
            return None

    def _take_over(self) -> None:
        """Fill a field of the subject with what is typed in the same field of the text."""
        letter, line = self.letter, self.ui.subject
        if self._showing or letter is None:
            return
        fields = [f"[{label}]" for label in empty_fields(line.text(), letter.language)]
        subject = self._echo.follow(self.ui.body.toPlainText(), line.text(), fields)
        if subject != line.text():
            line.setText(subject)
            line.setCursorPosition(0)

    def _notice(self) -> None:
        if self._showing or not (self._keeper.is_news() or self._broken):
            return
        self._keeper.go_on()
        self._drawing.start()
        self.ui.title.setText(self.ui.subject.text())
        self._count_fields()

    def _take_values(self, values: dict[str, str], draft: Draft | None) -> None:
        self._values = values
        if draft is not None and not self._is_fixed():
            self._take_up(draft)
        self.ui.body.show_fields(values.values(), values)
        self.ui.legend.setVisible(any(values.values()) and not self._is_fixed())
        self._count_fields()

    def _take_up(self, draft: Draft) -> None:
        """Show what was set aside of this letter."""
        texts = self._keeper.taken_up(draft)
        if texts is not None:
            subject, addressee, body = texts
            self.ui.subject.setText(subject)
            self.ui.addressee.setPlainText(addressee)
            self.ui.body.setPlainText(body)

    def _is_fixed(self) -> bool:
        return self.letter is not None and not self._keeper.is_open()

    def _show_state(self, letter: Letter) -> None:
        fixed = letter.fixed_on
        self.ui.title.setText(letter.subject)
        self.ui.state.say(
            self.tr("Concept")
            if fixed is None
            else self.tr("Vastgesteld op %1").replace("%1", self._desk.long_day(fixed)),
            Tone.PLAIN if fixed is None else Tone.OK,
        )
        for field in (self.ui.subject, self.ui.addressee, self.ui.body):
            field.setReadOnly(fixed is not None)
        for part in (
            self.ui.fix,
            self.ui.insert_field,
            self.ui.remove_letter,
            self.ui.headings_text,
            self.ui.legend,
        ):
            part.setVisible(fixed is None)
        self._count_fields()

    def _count_fields(self) -> None:
        """Say what still has to be filled in, and why the letter cannot be fixed before."""
        letter = self.letter
        if letter is None:
            return
        texts = f"{self.ui.subject.text()}\n{self.ui.body.toPlainText()}"
        self._labels = () if self._is_fixed() else empty_fields(texts, letter.language)
        self.ui.open_fields.setVisible(bool(self._labels))
        self.ui.open_text.setText(self.tr("Nog leeg: %n veld(en)", "", len(self._labels)))
        self.ui.open_text.setToolTip("\n".join(self._labels))
        self._allow()

    def _next_empty(self) -> None:
        """Take the next field that is still empty, in the text or else in the subject."""
        if self.ui.body.next_empty():
            return
        line = self.ui.subject
        for label in self._labels:
            start = line.text().find(f"[{label}]")
            if start >= 0:
                line.setFocus()
                line.setSelection(units(line.text(), start), units(label, len(label)) + 2)
                return

    def _allow(self) -> None:
        """Let a letter leave only if it can be read; let it be fixed only if it is complete."""
        reason = ""
        if self._labels:
            reason = self.tr("Vaststellen kan als elk veld is ingevuld.")
        if self._broken:
            reason = self.tr("Dit kan als de fout onder de tekst hersteld is.")
        self.ui.fix.setEnabled(not reason)
        for button in (self.ui.print_letter, self.ui.save_pdf):
            button.setEnabled(not self._broken)
            button.setAccessibleDescription(reason if self._broken else "")
        self.ui.fix.setAccessibleDescription(reason)
        self.ui.reason.setText(reason)
        self.ui.reason.setVisible(bool(reason))

    def _draw(self) -> None:
        self._drawing.stop()
        letter, correspondence = self._read(), self._desk.session.correspondence
        if letter is not None:
            self._paper.draw(lambda: correspondence.pdf(letter), self._refuse)

    def _follow_letterhead(self, changed: frozenset[type]) -> None:
        """Draw the page anew with another letterhead; fixed ones stay as they are."""
        if Advisor in changed and self._keeper.is_open():
            self._draw()

    def _show_drawn(self) -> None:
        self._say("")

    def _show_page(self, page: int, pages: int) -> None:
        words = self.tr("Pagina %1 van %2")
        self.ui.page_count.setText(words.replace("%1", str(page)).replace("%2", str(pages)))

    def _leave(self, way: Callable[[], None]) -> None:
        ask_about_empty(self, self._labels, way)

    def _print(self) -> None:
        if self.letter is not None:
            print_letter(self._desk, self.letter, self)

    def _choose_pdf(self) -> None:
        if self.letter is not None:
            choose_pdf(self._desk, self.letter, self, self.save_pdf_to)

    def _offer_fields(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, value in self._values.items():
            words = f"{label}: {value.splitlines()[0]}" if value else label
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(
                lambda _checked=False, text=value or f"[{label}]": self._insert(text)
            )
        button = self.ui.insert_field
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _insert(self, text: str) -> None:
        self.ui.body.insertPlainText(text)
        self.ui.body.setFocus()

    def _fixed(self, letter: Letter) -> None:
        self._keeper.letter = letter
        if self.focusWidget() is self.ui.fix:  # it goes, and what comes next is paper
            self.ui.print_letter.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_state(letter)
        self._draw()
        self._desk.news.saved.emit(self._desk.now())
        self.kept.emit(letter)

    def _remove_letter(self) -> None:
        """Remove the letter as it stands on the screen; that can be taken back."""
        letter, session, tasks = self.letter, self._desk.session, self._desk.tasks
        if letter is None:
            return

        def put_back(before: Letter) -> None:
            tasks.run(
                lambda: session.correspondence.put_back(before),
                then=lambda _letter: self.gone.emit(),
                owner=self,
            )

        def removed(before: Letter) -> None:
            self._keeper.forget()
            self._desk.news.undo_offered.emit(
                self.tr("De brief is verwijderd."), lambda: put_back(before)
            )
            self.gone.emit()

        self.keep(
            lambda: tasks.run(
                lambda: session.correspondence.remove(letter.id),
                then=removed,
                otherwise=self._refuse,
                owner=self,
            )
        )

    def _refuse(self, error: ProblemError) -> None:
        sentence = self._desk.sentence(error)
        if isinstance(error, TemplateError):
            sentence = f"{self._place(error)} {sentence}"
        elif isinstance(error, InvalidError) and error.field == "subject":
            sentence = self.tr("Onderwerp: %1").replace("%1", sentence)
        self._say(sentence)
        self._broken = isinstance(error, InvalidError)
        self._allow()

    def _place(self, error: TemplateError) -> str:
        """Return where the braces stand, and underline them."""
        name = error.name[:LONGEST_QUOTE]
        in_subject = _stands_at(self.ui.subject.text(), error)
        if in_subject or not _stands_at(self.ui.body.toPlainText(), error):
            return self.tr("Onderwerp, bij %1:").replace("%1", name)
        line = self.ui.body.mark_wrong(error.start, len(name) + 2)
        words = self.tr("Regel %1, bij %2:")
        return words.replace("%1", str(line)).replace("%2", name)

    def _say(self, sentence: str) -> None:
        if not sentence:
            self._broken = False
            self.ui.body.unmark()
            self._allow()
        self.ui.problem.setText(sentence)
        self.ui.problem_line.setVisible(bool(sentence))


def _stands_at(text: str, error: TemplateError) -> bool:
    """Tell whether the braces of an error stand in this text."""
    found = text[error.start :].lstrip("{} \t")
    return text[error.start : error.start + 2] in {"{{", "}}"} and found.startswith(
        error.name.lstrip("{} \t")
    )


def _inks(desk: Desk) -> Inks:
    """Return the colours of fields in this theme."""
    colour = desk.look.colour
    return Inks(
        filled=Ink(
            ground=colour("accent_soft"), edge=colour("accent"), text=colour("on_accent_soft")
        ),
        empty=Ink(ground=colour("warn_soft"), edge=colour("warn"), text=colour("warn")),
        wrong=colour("danger"),
        quiet=colour("text2"),
    )
