"""The first two minutes: a passphrase, a sheet of paper, and a vault to begin in."""

import secrets
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from advisor_app._assets.forms.first_run import Ui_FirstRun
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.gui.look import Look, restyle, set_role
from advisor_app.gui.mnemonics import give_mnemonics
from advisor_app.gui.parts.confirm import confirm
from advisor_app.gui.parts.form import offer
from advisor_app.gui.parts.layouts import give_way_to_current
from advisor_app.gui.parts.marks import announce, bring_into_sight, let_enter_press, mark, unmark
from advisor_app.gui.tasks import Tasks
from advisor_app.gui.vaults.first_step import FirstStep
from advisor_app.gui.vaults.vault_place_dialog import VaultPlaceDialog
from advisor_app.services import words
from advisor_app.services.access import Access
from advisor_app.services.session import Session
from advisor_app.services.vault_folders import SUFFIX

LANGUAGES = ((Language.NL, "Nederlands"), (Language.EN, "English"))
ROOMY_FROM, STEPS_FROM = 1200, 984
"""From these widths, in pixels at the user's scale, there are wide margins, and the steps."""

_FIELDS = ("passphrase", "repeated", "first_group", "second_group")
_ABOUT_THE_PLACE = {
    Problem.READ_ONLY,
    Problem.NETWORK_FOLDER,
    Problem.NOT_A_FOLDER,
    Problem.ALREADY_THERE,
    Problem.NOT_FOUND,
}


class FirstRun(QWidget):
    """Three steps; nobody gets past the second without having the code on paper.

    Whoever ends the program there is asked for it again when the vault is opened.
    """

    opened = Signal(object)
    """A Session: the vault that was just made."""

    demo_wanted = Signal()
    other_wanted = Signal()
    """There is a vault or a backup already."""

    language_chosen = Signal(object, object)
    """A Language, and the FirstStep as it stands."""

    sheet_wanted = Signal(object, str)
    """The groups of the code and the vault's name: to be printed through a preview."""

    closed = Signal()

    def __init__(
        self, access: Access, tasks: Tasks, look: Look, language: Language, folder: Path
    ) -> None:
        super().__init__()
        self.ui = Ui_FirstRun()
        self.ui.setupUi(self)
        look.dress(self)
        self._access = access
        self._tasks = tasks
        self._look = look
        self._language = language
        self._folder = folder
        self._session: Session | None = None
        self._groups: tuple[str, ...] = ()
        self._asked: tuple[int, int] = (0, 1)
        self._is_busy = False
        offer(self.ui.language, LANGUAGES, language)
        self._wire()
        give_way_to_current(self.ui.pages)
        let_enter_press(self)
        self.ui.working.hide()
        self._compare()
        self._cover_code()
        self._take_place(folder)
        self.propose()
        self._show_step(0)
        look.size_window(self, 1280, 800)

    @property
    def first_step(self) -> FirstStep:
        """Return what stands in the first step."""
        return FirstStep(
            folder=self._folder,
            words=tuple(label.text() for label in self._words()),
            passphrase=self.ui.passphrase.text(),
            repeated=self.ui.repeated.text(),
        )

    def take_up(self, step: FirstStep) -> None:
        """Go on with a first step that another window of this kind began."""
        self._take_place(step.folder)
        for label, word in zip(self._words(), step.words, strict=True):
            label.setText(word)
        self._lay_words()
        self.ui.passphrase.setText(step.passphrase)
        self.ui.repeated.setText(step.repeated)
        self.ui.language.setFocus()

    def propose(self) -> None:
        """Show six other words."""
        for label, word in zip(self._words(), self._access.suggest().split(), strict=True):
            label.setText(word)
        self._lay_words()

    def choose_place(self) -> None:
        """Ask for another name or folder."""
        self._unmark()
        dialog = VaultPlaceDialog(
            self._access, self._tasks, self._look, self._language, self._folder, self
        )
        dialog.chosen.connect(self._take_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def go_on(self) -> None:
        """Take the step that is shown, if it is complete."""
        step = self.ui.pages.currentIndex()
        if self._is_busy:
            return
        if step == 0:
            self._take_passphrase()
        elif step == 1:
            self._take_groups()
        else:
            self._begin()

    def refuse(self, sentence: str) -> None:
        """Say what did not work, where no field is to blame."""
        self._show_busy(busy=False)
        mark(self.ui, "", sentence, self.ui.problem)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Make do with the width there is."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's name)
        """Leave; a vault whose code is on no paper goes, any other stays."""
        if self._is_busy:
            event.ignore()
            return
        if self._session is not None and self.ui.pages.currentWidget() is self.ui.recovery_page:
            event.ignore()
            self._ask_to_throw_away()
            return
        session, self._session = self._session, None
        if session is not None:
            self._tasks.run(session.close)
        self._forget()
        self.closed.emit()
        super().closeEvent(event)

    def _wire(self) -> None:
        ui = self.ui
        ui.language.currentIndexChanged.connect(
            lambda _row: self.language_chosen.emit(
                Language(ui.language.currentData()), self.first_step
            )
        )
        ui.change_place.clicked.connect(self.choose_place)
        ui.other_words.clicked.connect(self.propose)
        ui.passphrase.changed.connect(self._judge)
        ui.repeated.changed.connect(self._compare)
        ui.passphrase.accepted.connect(self._repeat)
        ui.repeated.accepted.connect(self.go_on)
        ui.print_sheet.clicked.connect(self._print)
        ui.copy_by_hand.clicked.connect(self._copy_by_hand)
        ui.show_code.clicked.connect(self._show_code_again)
        for field in (ui.first_group, ui.second_group):
            field.returnPressed.connect(self.go_on)
            field.textChanged.connect(self._cover_code)
        ui.begin_empty.clicked.connect(self._begin)
        ui.begin_demo.clicked.connect(self._practise)
        ui.go_on.clicked.connect(self.go_on)
        ui.stop.clicked.connect(self.close)
        ui.have_vault.clicked.connect(self.other_wanted)

    def _take_place(self, folder: Path) -> None:
        self._folder = folder
        sentence = self.tr("Uw kluis heet %1 en komt in %2")
        name = folder.name.removesuffix(SUFFIX)
        self.ui.place_text.setText(sentence.replace("%1", name).replace("%2", str(folder.parent)))

    def _repeat(self) -> None:
        self.ui.repeated.setFocus()
        bring_into_sight(self.ui.repeated)

    def _judge(self, typed: str) -> None:
        """Move the meter; judging takes some 10 ms, off this thread."""
        self._tasks.run(
            lambda: self._access.judge(typed, self._folder.stem),
            then=self._show_strength,
            owner=self,
            latest="judge",
        )
        self._compare()

    def _show_strength(self, strength: object) -> None:
        score, accepted = strength.score, strength.accepted  # type: ignore[attr-defined]  # a Strength
        typed = bool(self.ui.passphrase.text())
        tone = "ok" if accepted else "warn"
        for number in range(1, 5):
            bar: QFrame = getattr(self.ui, f"bar_{number}")
            bar.setProperty("tone", tone if typed and number <= score else "")
            restyle(bar)
        sentence = words.reason(strength.reason.value, self._language)  # type: ignore[attr-defined]
        self.ui.verdict.setText(sentence if typed else "")
        set_role(self.ui.verdict, tone)

    def _compare(self) -> None:
        self._unmark()
        typed = bool(self.ui.repeated.text())
        self.ui.same.setVisible(typed and self._is_repeated())
        self.ui.different.setVisible(typed and not self._is_repeated())

    def _is_repeated(self) -> bool:
        return self.ui.passphrase.text().split() == self.ui.repeated.text().split()

    def _take_passphrase(self) -> None:
        self._unmark()
        passphrase = self.ui.passphrase.text()
        if not passphrase.strip():
            self._mark("passphrase", self.tr("Typ hier de zes woorden, of een eigen zin."))
        elif not self._access.judge(passphrase, self._folder.stem).accepted:
            self._mark("passphrase", words.sentence(Problem.WEAK_PASSPHRASE, self._language))
        elif not self._is_repeated():
            self.ui.different.hide()
            self._mark(
                "repeated",
                self.tr("De twee wachtzinnen zijn niet gelijk. Typ hem nog een keer over."),
            )
        else:
            self._work(
                lambda: self._access.create(self._folder, passphrase, owes_code=True),
                then=self._show_code,
            )

    def _show_code(self, made: tuple[Session, str]) -> None:
        self._session, code = made
        self._forget()
        self._groups = self._access.groups_of(code)
        half = (len(self._groups) + 1) // 2
        lines = (self._groups[:half], self._groups[half:])
        self.ui.code.setText("\n".join("   ".join(line) for line in lines))
        self.ui.code.setAccessibleName(", ".join(self._groups))
        one, two = sorted(secrets.SystemRandom().sample(range(len(self._groups) - 1), 2))
        self._asked = (one, two)
        self.ui.confirm_text.setText(
            self.tr("Neem uw blad erbij en typ twee groepjes over. Zo weten we dat u de code hebt.")
        )
        for label, number in (
            (self.ui.first_group_label, one),
            (self.ui.second_group_label, two),
        ):
            label.setText(self.tr("Groepje %1").replace("%1", str(number + 1)))
        self._show_step(1)
        self.ui.print_sheet.setFocus()

    def _print(self) -> None:
        self.sheet_wanted.emit(self._groups, self._folder.stem)
        self.ui.first_group.setFocus()

    def _copy_by_hand(self) -> None:
        self.ui.print_note.setText(
            self.tr(
                "Schrijf de zeven groepjes op papier. Typ er daarna hieronder twee over van uw papier."
            )
        )
        self.ui.first_group.setFocus()
        announce(self.ui.print_note, self.ui.print_note.text())

    def _show_code_again(self) -> None:
        for field in (self.ui.first_group, self.ui.second_group):
            field.clear()
        self.ui.first_group.setFocus()

    def _cover_code(self) -> None:
        """Hide the code while it is typed: two groups read off the screen would prove nothing."""
        self._unmark()
        typed = bool(self.ui.first_group.text() or self.ui.second_group.text())
        self.ui.code.setVisible(not typed)
        self.ui.code_covered.setVisible(typed)
        self.ui.show_code.setVisible(typed)

    def _take_groups(self) -> None:
        self._unmark()
        for field, number in zip(("first_group", "second_group"), self._asked, strict=True):
            if plain_group(getattr(self.ui, field).text()) != self._groups[number]:
                sentence = self.tr("Groepje %1 klopt niet. Kijk nog eens op uw blad.")
                self._mark(field, sentence.replace("%1", str(number + 1)))
                return
        for each in (self.ui.first_group, self.ui.second_group, self.ui.code):
            each.clear()
        self.ui.code.setAccessibleName("")
        self._groups = ()
        assert self._session is not None
        settings = self._session.settings
        self._tasks.run(
            lambda: settings.note_recovery_code(on_paper=True),
            otherwise=lambda _full_disk: None,  # it is asked for once more then
            owner=self,
        )
        self._show_step(2)
        self.ui.begin_empty.setFocus()

    def _begin(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            self.opened.emit(session)
        else:  # it was closed for a demo that could not be made
            self.other_wanted.emit()

    def _practise(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            self._tasks.run(session.close)
        self.ui.working.setText(self.tr("De oefenkluis wordt gemaakt. Dit duurt even…"))
        self._show_busy(busy=True)
        self.demo_wanted.emit()

    def _ask_to_throw_away(self) -> None:
        confirm(
            self,
            self.tr("Stoppen zonder herstelcode?"),
            self.tr(
                "Uw kluis is nog leeg en wordt weggegooid. De code op uw papier werkt dan niet meer. "
                "U kunt later opnieuw beginnen."
            ),
            self.tr("Stoppen en weggooien"),
            self._throw_away,
        )

    def _throw_away(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            self._tasks.run(lambda: self._access.throw_away(session))
        self.close()

    def _show_step(self, step: int) -> None:
        ui = self.ui
        ui.pages.setCurrentIndex(step)
        for number, labels in enumerate(
            ((ui.number_1, ui.step_1), (ui.number_2, ui.step_2), (ui.number_3, ui.step_3))
        ):
            for label in labels:
                label.setProperty("here", "true" if number == step else "false")
                restyle(label)
        ui.go_on.setVisible(step < 2)
        ui.enter_key.setVisible(step < 2)
        ui.go_on.setText(self.tr("Verder naar de herstelcode") if step == 0 else self.tr("Verder"))
        ui.have_vault.setVisible(step == 0)
        for part in (ui.language_label, ui.language):
            part.setVisible(step == 0)
        if step == 0:
            ui.passphrase.reveal()
        give_mnemonics(self)
        ui.scroll.ensureVisible(0, 0)
        self._unmark()
        if step == 0:
            ui.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _work(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self._show_busy(busy=True)

        def done(value: object) -> None:
            self._show_busy(busy=False)
            then(value)

        def refused(error: ProblemError) -> None:
            self._show_busy(busy=False)
            sentence = words.sentence(error.problem, self._language)
            if error.problem in _ABOUT_THE_PLACE:
                place = self.tr("Het gaat om de map %1.").replace("%1", str(self._folder.parent))
                sentence = f"{sentence} {place}"
            self.refuse(sentence)
            about = error.problem in _ABOUT_THE_PLACE
            (self.ui.change_place if about else self.ui.repeated).setFocus()

        self._tasks.run(work, then=done, otherwise=refused, owner=self)

    def _show_busy(self, *, busy: bool) -> None:
        self._is_busy = busy
        for part in (self.ui.pages, self.ui.go_on, self.ui.stop, self.ui.have_vault):
            part.setEnabled(not busy)
        self.ui.language.setEnabled(not busy)
        self.ui.have_vault.setVisible(not busy and self.ui.pages.currentIndex() == 0)
        self.ui.working.setVisible(busy)
        if busy:
            self._unmark()
            announce(self.ui.working, self.ui.working.text())

    def _arrange(self, width: int) -> None:
        ui, look = self.ui, self._look
        has_steps = width >= look.length(STEPS_FROM)
        ui.side.setVisible(has_steps)
        edge = look.length(128 if width >= look.length(ROOMY_FROM) else 32)
        for layout in (ui.page_frame, ui.foot):
            margins = layout.contentsMargins()
            layout.setContentsMargins(edge, margins.top(), edge, margins.bottom())
        row = ui.side_language if has_steps else ui.top_language
        for place, part in enumerate((ui.language_label, ui.language)):
            row.insertWidget(place, part)
        self._lay_words()

    def _lay_words(self) -> None:
        """Put the six words in one row, or in two where they are long or the window is narrow."""
        ui, labels = self.ui, self._words()
        side = ui.side.width() if ui.side.isVisibleTo(self) else 0
        edges = 2 * ui.page_frame.contentsMargins().left() + self._look.length(60)
        gaps = 5 * ui.words.horizontalSpacing()
        needed = sum(label.sizeHint().width() for label in labels) + gaps
        columns = 6 if needed <= self.width() - side - edges else 3
        for number, label in enumerate(labels):
            ui.words.addWidget(label, number // columns, number % columns)

    def _words(self) -> list[QLabel]:
        return [getattr(self.ui, f"word_{number}") for number in range(1, 7)]

    def _mark(self, field: str, sentence: str) -> None:
        mark(self.ui, field, sentence, self.ui.problem)

    def _unmark(self) -> None:
        unmark(self.ui, _FIELDS, self.ui.problem)

    def _forget(self) -> None:
        self.ui.passphrase.clear()
        self.ui.repeated.clear()


def words_without_printer() -> str:
    """Return how the recovery code comes on paper where there is no printer."""
    return QCoreApplication.translate("FirstRun", "Of ga terug en kies Ik schrijf hem over.")


def plain_group(typed: str) -> str:
    """Return a typed group of a recovery code as the sheet writes it."""
    together = "".join(typed.replace("-", " ").split())
    return together.upper().translate(str.maketrans("ILO", "110"))
