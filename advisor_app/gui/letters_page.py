"""Letters: the list, the text, and beside it the very page that will leave."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QTextEdit, QWidget

from advisor_app._assets.forms.letters_page import Ui_LettersPage
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.identity import CaseId, LetterId, OrganisationId
from advisor_app.domain.problems import InvalidError, ProblemError
from advisor_app.domain.template import TemplateError
from advisor_app.gui.begin_letter import BeginLetterDialog
from advisor_app.gui.desk import Desk
from advisor_app.gui.line_list import LineDelegate, LineList, ListLine
from advisor_app.gui.places import Place
from advisor_app.gui.print_dialog import PrintDialog
from advisor_app.gui.sheets import show_sheets
from advisor_app.gui.widgets.chip import Tone
from advisor_app.services import files
from advisor_app.services.correspondence import empty_fields

KEEP_MS = 900
PAGE_WIDTH = 360


class LettersPage(QWidget):
    """Every change is kept within a second; only fixing makes a letter final."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ui = Ui_LettersPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._organisation: OrganisationId | None = None
        self._letter: Letter | None = None
        self._wanted: LetterId | None = None
        self._showing = False
        self.panes = [self.ui.list_pane, self.ui.right_pane]
        self.model = LineList(self)
        self.ui.letters.setModel(self.model)
        self.ui.letters.setItemDelegate(LineDelegate(desk.look, self.model, self.ui.letters))
        self.ui.letters.selectionModel().currentChanged.connect(self._choose)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_MS)
        self._keeping.timeout.connect(self.keep_drafts)
        self.ui.subject.textEdited.connect(self._notice)
        self.ui.body.textChanged.connect(self._notice)
        self.ui.addressee.textChanged.connect(self._notice)
        self.ui.insert_field.clicked.connect(self._offer_fields)
        self.ui.fix.clicked.connect(self.fix)
        self.ui.save_pdf.clicked.connect(self._save_pdf)
        self.ui.print_letter.clicked.connect(self._print)
        self.ui.throw_away.clicked.connect(self._throw_away)
        self.ui.problem.hide()
        self._show_letter(None)

    def show_place(self, place: Place) -> None:
        """Show the letters of an organisation; with a case and no letter, begin one for it."""
        self.keep_drafts()
        self._organisation = place.organisation
        self._wanted = place.letter
        self._load()
        if place.case is not None and place.letter is None:
            self._begin(place.case)

    def keep_drafts(self) -> None:
        """Keep the letter as it stands."""
        self._keeping.stop()
        letter = self._letter
        if letter is None or letter.fixed_on is not None:
            return
        try:
            changed = replace(
                letter,
                subject=self.ui.subject.text(),
                addressee=self.ui.addressee.toPlainText(),
                body=self.ui.body.toPlainText(),
            )
        except InvalidError as error:
            self._refuse(error)
            return
        if changed == letter:
            return
        self._letter = changed
        correspondence = self._desk.session.correspondence
        self._desk.tasks.run(
            lambda: correspondence.keep(changed),
            then=lambda kept: self._desk.news.draft_saved.emit(kept.changed_at),
            otherwise=self._refuse,
            owner=self,
        )
        self._draw(changed)

    def fix(self) -> None:
        """Ask once, then keep the very pages for good."""
        self.keep_drafts()
        letter = self._letter
        if letter is None or not self._is_sure():
            return
        correspondence = self._desk.session.correspondence
        self._desk.tasks.run(
            lambda: correspondence.fix(letter.id),
            then=self._fixed,
            otherwise=self._refuse,
            owner=self,
        )

    def _load(self) -> None:
        correspondence, organisation = self._desk.session.correspondence, self._organisation
        if organisation is None:
            self._show_list([])
            return
        self._desk.tasks.run(
            lambda: correspondence.letters(organisation, limit=200),
            then=self._show_list,
            owner=self,
            latest="letters",
        )

    def _show_list(self, letters: list[Letter]) -> None:
        self.model.show([self._line(letter) for letter in letters])
        self.ui.empty.setVisible(not letters)
        wanted = self._wanted or (self._letter.id if self._letter is not None else None)
        row = next((r for r, each in enumerate(letters) if each.id == wanted), 0)
        if letters:
            self.ui.letters.setCurrentIndex(self.model.index(row))
        else:
            self._show_letter(None)

    def _line(self, letter: Letter) -> ListLine:
        fixed = letter.fixed_on
        return ListLine(
            value=letter,
            title=letter.subject,
            facts=self._desk.short_day(letter.changed_at.astimezone().date()),
            state=self.tr("Concept")
            if fixed is None
            else self.tr("Vastgesteld op %1").replace("%1", self._desk.day(fixed)),
            icon="pencil" if fixed is None else "lock",
            ink="accent" if fixed is None else "ok",
        )

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is None or (self._letter is not None and line.value.id == self._letter.id):
            return
        self.keep_drafts()
        self._show_letter(line.value)

    def _show_letter(self, letter: Letter | None) -> None:
        self._letter = letter
        self._wanted = None
        self.ui.right_pane.setVisible(letter is not None)
        if letter is None:
            return
        self._showing = True
        fixed = letter.fixed_on is not None
        self.ui.title.setText(letter.subject)
        self.ui.state.say(
            self.tr("Vastgesteld") if fixed else self.tr("Concept"),
            Tone.OK if fixed else Tone.PLAIN,
        )
        self.ui.about.setText(self._desk.label(letter.recipient_role))
        self.ui.subject.setText(letter.subject)
        self.ui.addressee.setPlainText(letter.addressee)
        self.ui.body.setPlainText(letter.body)
        for field in (self.ui.subject, self.ui.addressee, self.ui.body):
            field.setReadOnly(fixed)
        for button in (self.ui.fix, self.ui.insert_field, self.ui.throw_away):
            button.setVisible(not fixed)
        self.ui.problem.hide()
        self._showing = False
        self._mark_fields()
        self._draw(letter)

    def _notice(self) -> None:
        if not self._showing and self._letter is not None:
            self._keeping.start()
            self._mark_fields()

    def _mark_fields(self) -> None:
        """Show in warn colours what still has to be filled in, and say how much it is."""
        letter = self._letter
        if letter is None:
            return
        text = self.ui.body.toPlainText()
        form = QTextCharFormat()
        form.setBackground(self._desk.look.colour("warn_soft"))
        form.setForeground(self._desk.look.colour("warn"))
        marks = []
        labels = empty_fields(text, letter.language)
        for label in labels:
            start = text.find(f"[{label}]")
            while start >= 0:
                cursor = QTextCursor(self.ui.body.document())
                cursor.setPosition(start)
                cursor.setPosition(start + len(label) + 2, QTextCursor.MoveMode.KeepAnchor)
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, form
                marks.append(mark)
                start = text.find(f"[{label}]", start + 1)
        self.ui.body.setExtraSelections(marks)
        words = self.tr("Nog in te vullen: %1").replace("%1", "; ".join(labels))
        self.ui.open_fields.setText(words if labels else "")
        self.ui.open_fields.setVisible(bool(labels))
        self.ui.fix.setEnabled(not labels)
        self.ui.fix.setAccessibleDescription(words if labels else "")

    def _draw(self, letter: Letter) -> None:
        correspondence, width = (
            self._desk.session.correspondence,
            self._desk.look.length(PAGE_WIDTH),
        )
        self._desk.tasks.run(
            lambda: correspondence.pages(letter, width),
            then=self._show_pages,
            otherwise=self._refuse,
            owner=self,
            latest="letter",
        )

    def _show_pages(self, images: tuple[object, ...]) -> None:
        self.ui.problem.hide()
        self.ui.page_count.setText(self.tr("%n bladzijde(n)", "", len(images)))
        show_sheets(self.ui.preview, self.ui.preview_sheets, images)

    def _begin(self, case: CaseId) -> None:
        dialog = BeginLetterDialog(self._desk, case, self)

        def begun() -> None:
            if dialog.letter is not None:
                self._wanted = dialog.letter.id
                self._load()

        dialog.accepted.connect(begun)
        dialog.open()

    def _offer_fields(self) -> None:
        letter, correspondence = self._letter, self._desk.session.correspondence
        if letter is None:
            return

        def show(values: dict[str, str]) -> None:
            menu = QMenu(self)
            for label, value in values.items():
                words = f"{label}: {value.splitlines()[0]}" if value else label
                menu.addAction(words.replace("&", "&&")).triggered.connect(
                    lambda _checked=False, text=value or f"[{label}]": self.ui.body.insertPlainText(
                        text
                    )
                )
            button = self.ui.insert_field
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

        self._desk.tasks.run(lambda: correspondence.field_values(letter), then=show, owner=self)

    def _is_sure(self) -> bool:
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "Vertrouwd",
            self.tr("Deze brief vaststellen? Daarna verandert hij niet meer."),
            QMessageBox.StandardButton.NoButton,
            self,
        )
        sure = box.addButton(self.tr("Vaststellen"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(self.tr("Annuleren"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.exec()
        return box.clickedButton() is sure

    def _fixed(self, letter: Letter) -> None:
        self._letter = None
        self._wanted = letter.id
        self._desk.news.saved.emit(self._desk.now())
        self._load()

    def _save_pdf(self) -> None:
        self.keep_drafts()
        letter = self._letter
        if letter is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Waar komt de PDF?"),
            str(Path.home() / "brief.pdf"),
            self.tr("PDF (*.pdf)"),
        )
        if chosen:
            self.save_pdf_to(Path(chosen))

    def save_pdf_to(self, target: Path) -> None:
        """Write the pages of the letter to a file."""
        letter, correspondence = self._letter, self._desk.session.correspondence
        if letter is not None:
            self._desk.tasks.run(
                lambda: files.write(target, correspondence.pdf(letter)),
                then=lambda _done: self._desk.news.said.emit(self.tr("De PDF is opgeslagen.")),
                otherwise=self._refuse,
                owner=self,
            )

    def _print(self) -> None:
        self.keep_drafts()
        letter, correspondence, desk = self._letter, self._desk.session.correspondence, self._desk
        if letter is not None:
            PrintDialog(
                lambda: correspondence.pdf(letter), desk.tasks, desk.look, desk.language, self
            ).open()

    def _throw_away(self) -> None:
        letter, correspondence, tasks = (
            self._letter,
            self._desk.session.correspondence,
            self._desk.tasks,
        )
        if letter is None:
            return
        self._keeping.stop()
        self._letter = None

        def thrown(before: Letter) -> None:
            self._load()
            self._desk.news.undo_offered.emit(
                self.tr("De brief is weggegooid."),
                lambda: tasks.run(
                    lambda: correspondence.put_back(before),
                    then=lambda _kept: self._load(),
                    owner=self,
                ),
            )

        tasks.run(
            lambda: correspondence.remove(letter.id),
            then=thrown,
            otherwise=self._refuse,
            owner=self,
        )

    def _refuse(self, error: ProblemError) -> None:
        sentence = self._desk.sentence(error)
        if isinstance(error, TemplateError) and error.name:
            sentence = f"{sentence} ({error.name[:60]})"
        self.ui.problem.setText(sentence)
        self.ui.problem.show()
