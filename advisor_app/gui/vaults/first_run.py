"""The first two minutes: a passphrase, a sheet of paper, and a vault to begin in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from advisor_app._assets.forms.first_run import Ui_FirstRun
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.gui.look import Look, restyle
from advisor_app.gui.mnemonics import give_mnemonics
from advisor_app.gui.parts.confirm import confirm
from advisor_app.gui.parts.form import offer
from advisor_app.gui.parts.layouts import give_way_to_current
from advisor_app.gui.parts.marks import announce, let_enter_press, mark, unmark
from advisor_app.gui.printing.print_dialog import PrintDialog
from advisor_app.gui.tasks import Tasks
from advisor_app.gui.vaults import passphrase_step, recovery_step
from advisor_app.gui.vaults.passphrase_step import Begun, PassphraseStep
from advisor_app.gui.vaults.recovery_step import RecoveryStep
from advisor_app.services import words
from advisor_app.services.access import Access
from advisor_app.services.session import Session

LANGUAGES = ((Language.NL, "Nederlands"), (Language.EN, "English"))
ROOMY_FROM, STEPS_FROM = 1200, 984
"""From these widths, in pixels at the user's scale, there are wide margins, and the steps."""

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
    """A Language, and what was Begun in this one."""

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
        self._session: Session | None = None
        self._is_busy = False
        offer(self.ui.language, LANGUAGES, language)
        self.passphrase_step = PassphraseStep(self.ui, access, tasks, look, language, folder, self)
        self.recovery_step = RecoveryStep(self.ui, self._print_sheet, self)
        self._wire()
        give_way_to_current(self.ui.pages)
        let_enter_press(self)
        self.ui.working.hide()
        self._show_step(0)
        look.size_window(self, 1280, 800)

    def take_up(self, begun: Begun) -> None:
        """Go on with a first step that another window of this kind began."""
        self.passphrase_step.take_up(begun)

    def go_on(self) -> None:
        """Take the step that is shown, if it is complete."""
        step = self.ui.pages.currentIndex()
        if self._is_busy:
            return
        if step == 0:
            self._make_vault()
        elif step == 1:
            self._note_on_paper()
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
        self.passphrase_step.forget()
        self.closed.emit()
        super().closeEvent(event)

    def _wire(self) -> None:
        ui = self.ui
        ui.language.currentIndexChanged.connect(
            lambda _row: self.language_chosen.emit(
                Language(ui.language.currentData()), self.passphrase_step.begun
            )
        )
        ui.repeated.accepted.connect(self.go_on)
        for field in (ui.first_group, ui.second_group):
            field.returnPressed.connect(self.go_on)
        ui.begin_empty.clicked.connect(self._begin)
        ui.begin_demo.clicked.connect(self._practise)
        ui.go_on.clicked.connect(self.go_on)
        ui.stop.clicked.connect(self.close)
        ui.have_vault.clicked.connect(self.other_wanted)

    def _make_vault(self) -> None:
        passphrase, folder = self.passphrase_step.accepted(), self.passphrase_step.folder
        if passphrase is not None:
            self._work(
                lambda: self._access.create(folder, passphrase, owes_code=True),
                then=self._show_code,
            )

    def _show_code(self, made: tuple[Session, str]) -> None:
        self._session, code = made
        self.passphrase_step.forget()
        self.recovery_step.show(self._access.groups_of(code))
        self._show_step(1)
        self.ui.print_sheet.setFocus()

    def _print_sheet(self, groups: Sequence[str]) -> None:
        access, language, name = self._access, self._language, self.passphrase_step.folder.stem
        dialog = PrintDialog(
            lambda: access.recovery_sheet(groups, name, language),
            self._tasks,
            self._look,
            language,
            self,
            self.tr("Of ga terug en kies Ik schrijf hem over."),
        )
        dialog.finished.connect(lambda _result: self.ui.first_group.setFocus())
        dialog.open()

    def _note_on_paper(self) -> None:
        if not self.recovery_step.is_proved():
            return
        self.recovery_step.forget()
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
                place = self.tr("Het gaat om de map %1.").replace(
                    "%1", str(self.passphrase_step.folder.parent)
                )
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
        self.passphrase_step.lay_words()

    def _unmark(self) -> None:
        unmark(self.ui, (*passphrase_step.FIELDS, *recovery_step.FIELDS), self.ui.problem)
