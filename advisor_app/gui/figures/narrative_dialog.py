"""The advisor's own text with the figures: written here, and answered place by place."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QTextEdit, QWidget

from advisor_app._assets.forms.narrative_dialog import Ui_NarrativeDialog
from advisor_app.domain import draft_keys
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.narrative import (
    LONGEST,
    Examined,
    Hit,
    sentence_of,
)
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.report import FiguresReport
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.draft_keeper import DraftKeeper
from advisor_app.gui.figures.narrative_words import hit_reason, hit_title
from advisor_app.gui.lists.line_list import LineDelegate, LineList, ListLine
from advisor_app.gui.parts.marks import announce
from advisor_app.gui.parts.pasting import say_below, tell_what_is_not_pasted
from advisor_app.gui.scrolling import let_scroll
from advisor_app.gui.widgets.field_text import units

LULL_MS = 400
"""After this pause in typing the text is looked through."""


class NarrativeDialog(QDialog):
    """What is typed is a draft at once; closing loses nothing, and figures wait for the answers."""

    def __init__(
        self,
        desk: Desk,
        organisation: OrganisationId,
        release: str,
        report: FiguresReport,
        parent: QWidget,
    ) -> None:
        """Take the figures that the text goes with: their numbers are told from other ones."""
        super().__init__(parent)
        self.ui = Ui_NarrativeDialog()
        self.ui.setupUi(self)
        desk.look.dress(self)
        let_scroll(self)
        self._desk = desk
        self._organisation, self._release, self._report = organisation, release, report
        self._text = ""
        self._examined = Examined(hits=(), unanswered=())
        self.model = LineList(self)
        self.ui.hits.setModel(self.model)
        self.ui.hits.setItemDelegate(LineDelegate(desk.look, self.model, self.ui.hits))
        self._lull = QTimer(self, singleShot=True, interval=LULL_MS)
        self._lull.timeout.connect(self.examine)
        self._drafts = DraftKeeper(desk, draft_keys.NARRATIVE, self.ui.text)
        self._drafts.watch(draft_keys.of_narrative(organisation, release).target)
        self._wire()
        self._show("", self._examined)
        self.ui.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def examine(self) -> None:
        """Look through the text as it stands."""
        text, narratives = self.ui.text.toPlainText(), self._desk.session.narratives
        about = (self._organisation, self._release, self._report, text)
        self._desk.tasks.run(
            lambda: narratives.examine(*about),
            then=lambda found: self._show(text, found),
            otherwise=self._refuse,
            owner=self,
            latest="narrative",
        )

    def leave_out(self) -> None:
        """Take the words of the chosen place out; Ctrl+Z brings them back."""
        hit = self._chosen()
        if hit is not None and self._is_current():
            self._cursor(hit).removeSelectedText()
            self.examine()
            self.ui.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def call_harmless(self) -> None:
        """Keep that the chosen place is meant, and harmless."""
        hit, text = self._chosen(), self._text
        if hit is None or not self._is_current():
            return
        narratives = self._desk.session.narratives
        about = (self._organisation, self._release, self._report, text, hit)
        self._desk.tasks.run(
            lambda: narratives.answer(*about),
            then=lambda found: self._show(text, found),
            otherwise=self._refuse,
            owner=self,
        )

    def done(self, result: int) -> None:
        """Close; the text is a draft that goes with the figures."""
        self._drafts.close_dialog(self, partial(super().done, result))

    def _wire(self) -> None:
        ui = self.ui
        tell_what_is_not_pasted(ui.text, partial(say_below, ui.problem))
        ui.text.textChanged.connect(self._notice)
        ui.hits.selectionModel().currentChanged.connect(self._choose)
        ui.leave_out.clicked.connect(self.leave_out)
        ui.harmless.clicked.connect(self.call_harmless)
        ui.done.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)

    def _notice(self) -> None:
        size = len(self.ui.text.toPlainText())
        words = self.tr("%1 van %2 tekens").replace("%1", str(size))
        self.ui.size.setText(words.replace("%2", str(LONGEST)))
        self.ui.problem.setText(
            self.tr("De tekst is te lang. Maak hem korter: hooguit %1 tekens.").replace(
                "%1", str(LONGEST)
            )
            if size > LONGEST
            else ""
        )
        self.ui.problem.setVisible(size > LONGEST)
        if not self._is_current():
            self._allow()
            self._lull.start()

    def _show(self, text: str, found: Examined) -> None:
        """Show what was found, unless the text has changed since; go to the next place that waits."""
        if text != self.ui.text.toPlainText():
            return
        before = self.ui.hits.currentIndex().row()
        self._text, self._examined = text, found
        self.model.show([self._line(hit) for hit in found.hits])
        self._notice()
        self._say_count()
        waiting = [row for row, hit in enumerate(found.hits) if hit in found.unanswered]
        following = [row for row in waiting if row >= before] or waiting
        row = following[0] if following else min(max(before, 0), len(found.hits) - 1)
        self.ui.hits.setVisible(bool(found.hits))
        self.ui.question.setVisible(bool(found.hits))
        self.ui.leave_out.setVisible(bool(found.hits))
        self.ui.harmless.setVisible(bool(found.hits))
        self.ui.hits.setCurrentIndex(self.model.index(row))
        self._choose(self.ui.hits.currentIndex(), QModelIndex())

    def _say_count(self) -> None:
        """Say how many places wait, to a screen reader as well."""
        waiting = len(self._examined.unanswered)
        if waiting:
            words = self.tr("%n plek(ken) wachten op antwoord", "", waiting)
        elif self._examined.hits:
            words = self.tr("Elke plek is beantwoord.")
        elif self._text.strip():
            words = self.tr("Niets gevonden. Lees de tekst zelf nog eens.")
        else:
            words = ""
        if words != self.ui.hits_label.text():
            self.ui.hits_label.setText(words)
            announce(self.ui.hits_label, words)
        self.ui.hits_label.setVisible(bool(words))

    def _line(self, hit: Hit) -> ListLine:
        words = " ".join(self._text[hit.start : hit.end].split()) or self.tr("(onzichtbaar)")
        sentence, _place = sentence_of(self._text, hit)
        waits = hit in self._examined.unanswered
        return ListLine(
            value=hit,
            title=f"{words} – {hit_title(hit.kind)}",
            facts=" ".join(sentence.split()),
            state=self.tr("Wacht op antwoord") if waits else self.tr("Zo bedoeld, en onschadelijk"),
            icon="circle-alert" if waits else "check",
            ink="warn" if waits else "ok",
        )

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self.model.line(index.row())
        self.ui.question.setText("" if line is None else hit_reason(line.value.kind))
        self._mark(None if line is None else line.value)
        self._allow()

    def _mark(self, chosen: Hit | None) -> None:
        """Underline each place that waits, and give the chosen one a ground."""
        look = self._desk.look
        marks = []
        for hit in self._examined.hits if self._is_current() else ():
            mark = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            if hit in self._examined.unanswered:
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                form.setUnderlineColor(look.colour("warn"))
            if hit == chosen:
                form.setBackground(look.colour("select"))
                form.setForeground(look.colour("on_select"))
            mark.cursor, mark.format = self._cursor(hit), form
            marks.append(mark)
        self.ui.text.setExtraSelections(marks)

    def _allow(self) -> None:
        """Let a place be answered while it stands where it was found."""
        hit = self._chosen()
        asks = hit is not None and self._is_current()
        self.ui.leave_out.setEnabled(asks)
        self.ui.harmless.setEnabled(asks and hit in self._examined.unanswered)
        reason = (
            self.tr("Dit hebt u al beantwoord.") if asks else self.tr("De tekst wordt nagekeken.")
        )
        for button in (self.ui.leave_out, self.ui.harmless):
            button.setAccessibleDescription("" if button.isEnabled() else reason)

    def _chosen(self) -> Hit | None:
        line = self.model.line(self.ui.hits.currentIndex().row())
        return None if line is None else line.value

    def _is_current(self) -> bool:
        """Tell whether what was found is about the text as it stands."""
        return self._text == self.ui.text.toPlainText()

    def _cursor(self, hit: Hit) -> QTextCursor:
        cursor = QTextCursor(self.ui.text.document())
        cursor.setPosition(units(self._text, hit.start))
        cursor.setPosition(units(self._text, hit.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _refuse(self, error: ProblemError) -> None:
        self.ui.problem.setText(self._desk.sentence(error))
        self.ui.problem.show()
