"""A letter while it is written: the text with its fields, and the very page beside it."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from advisor_app._assets.forms.letter_editor import Ui_LetterEditor
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.draft import Draft
from advisor_app.domain.problems import InvalidError, ProblemError
from advisor_app.domain.template import TemplateError
from advisor_app.gui.confirm import confirm
from advisor_app.gui.desk import Desk
from advisor_app.gui.empty_fields import ask_about_empty
from advisor_app.gui.field_echo import FieldEcho
from advisor_app.gui.file_choice import choose_file
from advisor_app.gui.form import offer
from advisor_app.gui.paper import Paper
from advisor_app.gui.print_dialog import PrintDialog
from advisor_app.gui.widgets.chip import Tone
from advisor_app.gui.widgets.field_text import Ink, Inks, units
from advisor_app.services import files
from advisor_app.services.correspondence import empty_fields

DRAW_MS = 400
KEEP_MS = 1_000
LONGEST_MS = 1_800
"""Even somebody who never stops typing loses less than two seconds."""

DRAFT = "letter"
"""The window of a draft of a letter that the vault could not take as one."""

RETRY_MS = 10_000

SIDE_BY_SIDE_FROM = 800
"""Below this width, in pixels at the user's scale, text and page take turns."""

LONGEST_QUOTE = 24
"""Of what stands wrong in a text, so much is said again below it."""

Texts = tuple[str, str, str]


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
        self._letter: Letter | None = None
        self._kept: Texts | None = None
        self._sent: Texts | None = None
        self._aside = ""
        self._values: dict[str, str] = {}
        self._labels: tuple[str, ...] = ()
        self._broken = False
        self._showing = False
        self._is_narrow = False
        self._echo = FieldEcho("")
        self._paper = Paper(desk, self.ui.paper, "letter")
        self._paper.drawn.connect(self._show_drawn)
        self._drawing = _timer(self, DRAW_MS, self._draw)
        self._idle = _timer(self, KEEP_MS, self.keep)
        self._longest = _timer(self, LONGEST_MS, self.keep)
        self.ui.body.set_inks(_inks(desk))
        offer(
            self.ui.fit,
            ((False, self.tr("Paginabreedte")), (True, self.tr("Hele pagina"))),
        )
        self._wire()
        self._say("")
        self._show_sides(page=False)

    @property
    def letter(self) -> Letter | None:
        """Return the letter that is shown, as the vault has it."""
        return self._letter

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
        self._letter = letter
        self._kept = self._sent = (letter.subject, letter.addressee, letter.body)
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
        self._aside = ""
        session = self._desk.session
        self._desk.tasks.run(
            lambda: (
                session.correspondence.field_values(letter),
                session.drafts.find(DRAFT, str(letter.id)),
            ),
            then=lambda found: self._take_values(*found),
            owner=self,
            latest="fields",
        )

    def close_letter(self) -> None:
        """Show no letter; whoever calls this has kept it, or it is gone."""
        for timer in (self._drawing, self._idle, self._longest):
            timer.stop()
        self._letter = None
        self._kept = self._sent = None
        self._showing = True
        for field in (self.ui.subject, self.ui.addressee, self.ui.body):
            field.clear()
        self._showing = False
        self._paper.clear()

    def keep(self, then: Callable[[], None] | None = None) -> None:
        """Hand what was typed to the vault; `then` follows once the vault has it, and only then."""
        self._idle.stop()
        self._longest.stop()
        texts, letter = self._texts(), self._read()
        if self._letter is None or self._is_fixed() or texts == self._kept:
            if then is not None:
                then()
            return
        if letter is None:
            self._set_aside(texts)
            return
        if then is None and texts == self._sent:
            return
        self._sent = texts
        correspondence = self._desk.session.correspondence

        def kept(stored: Letter) -> None:
            self._take_kept(stored, texts)
            if then is not None:
                then()

        self._desk.tasks.run(
            lambda: correspondence.keep(letter), then=kept, otherwise=self._not_kept, owner=self
        )

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
        letter, correspondence = self._letter, self._desk.session.correspondence
        if letter is not None:
            self._desk.tasks.run(
                lambda: correspondence.fix(letter.id),
                then=self._fixed,
                otherwise=self._refuse,
                owner=self,
            )

    def save_pdf_to(self, target: Path) -> None:
        """Write the pages of the letter to a file, whole or not at all."""
        letter, correspondence = self._letter, self._desk.session.correspondence
        if letter is not None:
            self._desk.tasks.run(
                lambda: files.write(target, correspondence.pdf(letter)),
                then=lambda _done: self._desk.news.said.emit(self.tr("De PDF is opgeslagen.")),
                otherwise=self._refuse,
                owner=self,
            )

    def _wire(self) -> None:
        ui = self.ui
        ui.subject.textEdited.connect(self._notice)
        ui.addressee.textChanged.connect(self._notice)
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
        for button, leave in ((ui.print_letter, self._print), (ui.save_pdf, self._choose_file)):
            button.clicked.connect(
                lambda _checked=False, leave=leave: self.keep(
                    lambda: ask_about_empty(self, self._labels, leave)
                )
            )
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
        if self._letter is None:
            return None
        subject, addressee, body = self._texts()
        try:
            return replace(self._letter, subject=subject, addressee=addressee, body=body)
        except InvalidError as error:
            self._refuse(error)
            return None

    def _take_over(self) -> None:
        """Fill a field of the subject with what is typed in the same field of the text."""
        letter, line = self._letter, self.ui.subject
        if self._showing or letter is None:
            return
        fields = [f"[{label}]" for label in empty_fields(line.text(), letter.language)]
        subject = self._echo.follow(self.ui.body.toPlainText(), line.text(), fields)
        if subject != line.text():
            line.setText(subject)
            line.setCursorPosition(0)

    def _notice(self) -> None:
        if self._showing or self._letter is None or self._texts() == self._sent:
            return
        self._idle.start()
        if not self._longest.isActive():
            self._longest.start(LONGEST_MS)
        self._drawing.start()
        self.ui.title.setText(self.ui.subject.text())
        self._count_fields()

    def _set_aside(self, texts: Texts) -> None:
        """Keep apart what is too large for a letter, so that a lock or a crash does not lose it."""
        letter, drafts, text = self._letter, self._desk.session.drafts, json.dumps(texts)
        if letter is not None and text != self._aside:
            self._aside = text
            self._desk.tasks.run(
                lambda: drafts.keep(DRAFT, str(letter.id), text),
                then=lambda draft: self._desk.news.draft_saved.emit(draft.saved_at),
                otherwise=self._not_kept,
                owner=self,
            )

    def _take_back(self, draft: Draft) -> None:
        """Show what was set aside, unless somebody is typing already."""
        if self._texts() == self._kept:
            self._aside = draft.text
            subject, addressee, body = json.loads(draft.text)
            self.ui.subject.setText(subject)
            self.ui.addressee.setPlainText(addressee)
            self.ui.body.setPlainText(body)

    def _take_kept(self, stored: Letter, texts: Texts) -> None:
        if self._letter is None or self._letter.id != stored.id:
            return
        self._letter, self._kept = stored, texts
        if self._aside:
            self._aside = ""
            drafts = self._desk.session.drafts
            self._desk.tasks.run(lambda: drafts.drop(DRAFT, str(stored.id)))
        self._desk.news.mended.emit()
        self._desk.news.draft_saved.emit(stored.changed_at)
        self.kept.emit(stored)

    def _not_kept(self, error: ProblemError) -> None:
        """Leave the text on the screen, say why, and try again by itself."""
        self._sent = None
        self._desk.news.refused.emit(self._desk.sentence(error))
        if not isinstance(error, InvalidError):
            self._longest.start(RETRY_MS)

    def _take_values(self, values: dict[str, str], draft: Draft | None) -> None:
        self._values = values
        if draft is not None and not self._is_fixed():
            self._take_back(draft)
        self.ui.body.show_fields(values.values(), values)
        self.ui.legend.setVisible(any(values.values()) and not self._is_fixed())
        self._count_fields()

    def _is_fixed(self) -> bool:
        return self._letter is not None and self._letter.fixed_on is not None

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
            self.ui.legend,
        ):
            part.setVisible(fixed is None)
        self._count_fields()

    def _count_fields(self) -> None:
        """Say what still has to be filled in, and why the letter cannot be fixed before."""
        letter = self._letter
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

    def _show_drawn(self) -> None:
        self._say("")

    def _show_page(self, page: int, pages: int) -> None:
        words = self.tr("Pagina %1 van %2")
        self.ui.page_count.setText(words.replace("%1", str(page)).replace("%2", str(pages)))

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
        self._letter = letter
        self._show_state(letter)
        self._draw()
        self._desk.news.saved.emit(self._desk.now())
        self.kept.emit(letter)

    def _choose_file(self) -> None:
        choose_file(
            self,
            self.tr("Waar komt de PDF?"),
            self.tr("brief") + ".pdf",
            "PDF",
            self.save_pdf_to,
        )

    def _print(self) -> None:
        letter, correspondence, desk = self._letter, self._desk.session.correspondence, self._desk
        if letter is not None:
            dialog = PrintDialog(
                lambda: correspondence.pdf(letter), desk.tasks, desk.look, desk.language, self
            )
            sent = self.tr("De brief is naar de printer gestuurd.")
            dialog.accepted.connect(lambda: desk.news.said.emit(sent))
            dialog.open()

    def _remove_letter(self) -> None:
        """Remove the letter as it stands on the screen; that can be taken back."""
        letter, session, tasks = self._letter, self._desk.session, self._desk.tasks
        if letter is None:
            return

        def put_back(before: Letter) -> None:
            tasks.run(
                lambda: session.correspondence.put_back(before),
                then=lambda _letter: self.gone.emit(),
                owner=self,
            )

        def removed(before: Letter) -> None:
            self._letter = None
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


def _timer(parent: QWidget, milliseconds: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
