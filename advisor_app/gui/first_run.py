"""The first two minutes: a passphrase, a sheet of paper, and a vault to begin in."""

import secrets
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QWidget

from advisor_app._assets.forms.first_run import Ui_FirstRun
from advisor_app.domain.language import Language
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.form import offer
from advisor_app.gui.look import Look, restyle, set_role
from advisor_app.gui.tasks import Tasks
from advisor_app.services import words
from advisor_app.services.access import Access
from advisor_app.services.session import Session

LANGUAGES = ((Language.NL, "Nederlands"), (Language.EN, "English"))


class FirstRun(QWidget):
    """Three steps; nobody gets past the second without having the code on paper."""

    opened = Signal(object)
    """A Session: the vault that was just made."""

    demo_wanted = Signal()
    language_chosen = Signal(object)
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
        self._language = language
        self._folder = folder
        self._session: Session | None = None
        self._groups: tuple[str, ...] = ()
        self._asked: tuple[int, int] = (0, 1)
        self._accepted = False
        offer(self.ui.language, LANGUAGES, language)
        self.ui.language.currentIndexChanged.connect(
            lambda _row: self.language_chosen.emit(self.ui.language.currentData())
        )
        self.ui.other_words.clicked.connect(self.propose)
        self.ui.passphrase.changed.connect(self._judge)
        self.ui.repeated.changed.connect(self._compare)
        self.ui.passphrase.accepted.connect(self.ui.repeated.setFocus)
        self.ui.repeated.accepted.connect(self.go_on)
        self.ui.print_sheet.clicked.connect(self._print)
        self.ui.copy_by_hand.clicked.connect(self._ask_for_groups)
        for field in (self.ui.first_group, self.ui.second_group):
            field.returnPressed.connect(self.go_on)
        self.ui.begin_empty.clicked.connect(self._begin)
        self.ui.begin_demo.clicked.connect(self._practise)
        self.ui.go_on.clicked.connect(self.go_on)
        self.ui.stop.clicked.connect(self.close)
        self.ui.working.hide()
        self.ui.problem.hide()
        self.propose()
        self._show_step(0)

    def propose(self) -> None:
        """Show six other words."""
        for number, word in enumerate(self._access.suggest().split(), 1):
            label: QLabel = getattr(self.ui, f"word_{number}")
            label.setText(word)

    def go_on(self) -> None:
        """Take the step that is shown, if it is complete."""
        step = self.ui.pages.currentIndex()
        if step == 0:
            self._take_passphrase()
        elif step == 1:
            self._take_groups()
        else:
            self._begin()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's name)
        """Leave; a vault that was made stays, and opens with its passphrase."""
        session, self._session = self._session, None
        if session is not None:
            self._tasks.run(session.close)
        self.closed.emit()
        super().closeEvent(event)

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
        self._accepted = accepted
        self.ui.strength.setValue(score if typed else 0)
        sentence = words.verdict(strength.verdict.value, self._language)  # type: ignore[attr-defined]
        self.ui.verdict.setText(sentence if typed else "")
        set_role(self.ui.verdict, "ok" if accepted else "warn")

    def _compare(self) -> None:
        one, two = self.ui.passphrase.text(), self.ui.repeated.text()
        same = one.split() == two.split()
        self.ui.same.setText(
            "" if not two else self.tr("Precies hetzelfde") if same else self.tr("Nog niet gelijk")
        )
        set_role(self.ui.same, "ok" if same else "muted")

    def _take_passphrase(self) -> None:
        passphrase = self.ui.passphrase.text()
        if not self._accepted:
            self._refuse(self.tr("Deze wachtzin is nog te makkelijk te raden."))
            self.ui.passphrase.setFocus()
            return
        if passphrase.split() != self.ui.repeated.text().split():
            self._refuse(
                self.tr("De twee wachtzinnen zijn niet gelijk. Typ hem nog een keer over.")
            )
            self.ui.repeated.setFocus()
            return
        self._work(
            lambda: self._access.create(self._folder, passphrase),
            then=self._show_code,
        )

    def _show_code(self, made: tuple[Session, str]) -> None:
        self._session, code = made
        self.ui.passphrase.clear()
        self.ui.repeated.clear()
        self._groups = self._access.groups_of(code)
        half = (len(self._groups) + 1) // 2
        self.ui.code.setText(
            "   ".join(self._groups[:half]) + "\n" + "   ".join(self._groups[half:])
        )
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

    def _ask_for_groups(self) -> None:
        self.ui.first_group.setFocus()

    def _take_groups(self) -> None:
        typed = (self.ui.first_group.text(), self.ui.second_group.text())
        fields = (self.ui.first_group, self.ui.second_group)
        for text, number, field in zip(typed, self._asked, fields, strict=True):
            if _plain(text) != self._groups[number]:
                self.ui.confirm_problem.setText(
                    self.tr("Groepje %1 klopt niet. Kijk nog eens op uw blad.").replace(
                        "%1", str(number + 1)
                    )
                )
                field.setFocus()
                return
        self.ui.confirm_problem.clear()
        self.ui.code.clear()
        self._groups = ()
        self._show_step(2)
        self.ui.begin_empty.setFocus()

    def _begin(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            self.opened.emit(session)

    def _practise(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            self._tasks.run(session.close)
        self.demo_wanted.emit()

    def _show_step(self, step: int) -> None:
        self.ui.pages.setCurrentIndex(step)
        for number, label in enumerate((self.ui.number_1, self.ui.number_2, self.ui.number_3)):
            label.setProperty("here", "true" if number == step else "false")
            restyle(label)
        self.ui.go_on.setVisible(step < 2)
        self.ui.enter_key.setVisible(step < 2)
        self.ui.go_on.setText(
            self.tr("Verder naar de herstelcode") if step == 0 else self.tr("Verder")
        )
        self.ui.language.setEnabled(step == 0)
        self.ui.problem.hide()
        if step == 0:
            self.ui.passphrase.reveal()
            self.ui.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _work(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self.ui.go_on.setEnabled(False)
        self.ui.working.show()

        def done(value: object) -> None:
            self.ui.go_on.setEnabled(True)
            self.ui.working.hide()
            then(value)

        def refused(error: ProblemError) -> None:
            self.ui.go_on.setEnabled(True)
            self.ui.working.hide()
            self._refuse(words.sentence(error.problem, self._language))

        self._tasks.run(work, then=done, otherwise=refused, owner=self)

    def _refuse(self, sentence: str) -> None:
        self.ui.problem.setText(sentence)
        self.ui.problem.show()


def _plain(typed: str) -> str:
    """Return a typed group as the code writes it."""
    return typed.strip().upper().translate(str.maketrans("ILO", "110"))
