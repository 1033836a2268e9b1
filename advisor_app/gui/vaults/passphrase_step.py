"""The first step of a first run: where the vault comes, and its passphrase."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from advisor_app._assets.forms.first_run import Ui_FirstRun
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem
from advisor_app.gui.look import Look, restyle, set_role
from advisor_app.gui.parts.marks import bring_into_sight, mark, unmark
from advisor_app.gui.tasks import Tasks
from advisor_app.gui.vaults.vault_place_dialog import VaultPlaceDialog
from advisor_app.services import words
from advisor_app.services.access import Access
from advisor_app.services.vault_folders import SUFFIX

FIELDS = ("passphrase", "repeated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What stands in the step; another language shows it anew and forgets nothing of it."""

    folder: Path
    words: tuple[str, ...] = field(repr=False)
    passphrase: str = field(repr=False)
    repeated: str = field(repr=False)


class PassphraseStep(QObject):
    """Proposes six words, and judges what is typed while somebody types."""

    def __init__(
        self,
        ui: Ui_FirstRun,
        access: Access,
        tasks: Tasks,
        look: Look,
        language: Language,
        folder: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._ui = ui
        self._access = access
        self._tasks = tasks
        self._look = look
        self._language = language
        self._window = window
        ui.change_place.clicked.connect(self.choose_place)
        ui.other_words.clicked.connect(self.propose)
        ui.passphrase.changed.connect(self._judge)
        ui.repeated.changed.connect(self._compare)
        ui.passphrase.accepted.connect(self._repeat)
        self._compare()
        self.take_place(folder)
        self.propose()

    @property
    def begun(self) -> Begun:
        """Return what stands in the step."""
        return Begun(
            folder=self.folder,
            words=tuple(label.text() for label in self.words()),
            passphrase=self._ui.passphrase.text(),
            repeated=self._ui.repeated.text(),
        )

    def take_up(self, begun: Begun) -> None:
        """Go on with what was begun in another window of this kind."""
        self.take_place(begun.folder)
        for label, word in zip(self.words(), begun.words, strict=True):
            label.setText(word)
        self.lay_words()
        self._ui.passphrase.setText(begun.passphrase)
        self._ui.repeated.setText(begun.repeated)
        self._ui.language.setFocus()

    def take_place(self, folder: Path) -> None:
        """Make the vault in this folder."""
        self.folder = folder
        sentence = self.tr("Uw kluis heet %1 en komt in %2")
        name = folder.name.removesuffix(SUFFIX)
        self._ui.place_text.setText(sentence.replace("%1", name).replace("%2", str(folder.parent)))

    def choose_place(self) -> None:
        """Ask for another name or folder."""
        self._unmark()
        dialog = VaultPlaceDialog(
            self._access, self._tasks, self._look, self._language, self.folder, self._window
        )
        dialog.chosen.connect(self.take_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def propose(self) -> None:
        """Show six other words."""
        for label, word in zip(self.words(), self._access.suggest().split(), strict=True):
            label.setText(word)
        self.lay_words()

    def words(self) -> list[QLabel]:
        """Return where the proposed words stand."""
        return [getattr(self._ui, f"word_{number}") for number in range(1, 7)]

    def lay_words(self) -> None:
        """Put the six words in one row, or in two where they are long or the window is narrow."""
        ui, labels = self._ui, self.words()
        side = ui.side.width() if ui.side.isVisibleTo(self._window) else 0
        edges = 2 * ui.page_frame.contentsMargins().left() + self._look.length(60)
        gaps = 5 * ui.words.horizontalSpacing()
        needed = sum(label.sizeHint().width() for label in labels) + gaps
        columns = 6 if needed <= self._window.width() - side - edges else 3
        for number, label in enumerate(labels):
            ui.words.addWidget(label, number // columns, number % columns)

    def accepted(self) -> str | None:
        """Return the passphrase, or None and say what is wrong with it."""
        self._unmark()
        passphrase = self._ui.passphrase.text()
        if not passphrase.strip():
            self._mark("passphrase", self.tr("Typ hier de zes woorden, of een eigen zin."))
        elif not self._access.judge(passphrase, self.folder.stem).accepted:
            self._mark("passphrase", words.sentence(Problem.WEAK_PASSPHRASE, self._language))
        elif not self._is_repeated():
            self._ui.different.hide()
            self._mark(
                "repeated",
                self.tr("De twee wachtzinnen zijn niet gelijk. Typ hem nog een keer over."),
            )
        else:
            return passphrase
        return None

    def forget(self) -> None:
        """Forget what was typed."""
        self._ui.passphrase.clear()
        self._ui.repeated.clear()

    def _repeat(self) -> None:
        self._ui.repeated.setFocus()
        bring_into_sight(self._ui.repeated)

    def _judge(self, typed: str) -> None:
        """Move the meter; judging takes some 10 ms, off this thread."""
        self._tasks.run(
            lambda: self._access.judge(typed, self.folder.stem),
            then=self._show_strength,
            owner=self,
            latest="judge",
        )
        self._compare()

    def _show_strength(self, strength: object) -> None:
        score, accepted = strength.score, strength.accepted  # type: ignore[attr-defined]  # a Strength
        typed = bool(self._ui.passphrase.text())
        tone = "ok" if accepted else "warn"
        for number in range(1, 5):
            bar: QFrame = getattr(self._ui, f"bar_{number}")
            bar.setProperty("tone", tone if typed and number <= score else "")
            restyle(bar)
        sentence = words.reason(strength.reason.value, self._language)  # type: ignore[attr-defined]
        self._ui.verdict.setText(sentence if typed else "")
        set_role(self._ui.verdict, tone)

    def _compare(self) -> None:
        self._unmark()
        typed = bool(self._ui.repeated.text())
        self._ui.same.setVisible(typed and self._is_repeated())
        self._ui.different.setVisible(typed and not self._is_repeated())

    def _is_repeated(self) -> bool:
        return self._ui.passphrase.text().split() == self._ui.repeated.text().split()

    def _mark(self, field: str, sentence: str) -> None:
        mark(self._ui, field, sentence, self._ui.problem)

    def _unmark(self) -> None:
        unmark(self._ui, FIELDS, self._ui.problem)
