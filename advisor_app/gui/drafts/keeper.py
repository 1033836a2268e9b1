"""Who keeps a text while it is typed tells whether the vault took it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from advisor_app.domain.draft import Draft
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.pace import Pace
from advisor_app.gui.parts.confirm import confirm

REFUSED = "\0"
"""What stands for what the vault has of a text that it did not take."""


class Keeper(QObject):
    """Knows whether its text was refused; the window asks all of them before it says that all is kept."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.is_refused = False

    def _tell_kept(self, at: datetime) -> None:
        """The vault has what is typed."""
        self.is_refused = False
        self._desk.news.draft_saved.emit(at)

    def _tell_refused(self, error: ProblemError) -> None:
        """What is typed stands on the screen alone."""
        self.is_refused = True
        self._desk.news.refused.emit(self._desk.sentence(error))

    def _let_go(self) -> None:
        """Nothing that was refused is left: it became an entry, or was taken back."""
        if self.is_refused:
            self.is_refused = False
            self._desk.news.mended.emit()


class TargetKeeper(Keeper):
    """Keeps what is typed about one target at a time; what was refused about others waits here."""

    def __init__(self, desk: Desk, window: str, parent: QObject) -> None:
        super().__init__(desk, parent)
        self._window = window
        self._target = ""
        self._kept: str | None = ""
        self._left: dict[str, str] = {}  # refused, of other targets; until the vault takes it
        self._pace = Pace(self.keep, self)

    def keep(self) -> None:
        """Hand what was refused before to the vault's thread once more."""
        for target in self._left:
            self._keep_left(target)

    def forget(self) -> None:
        """What is typed was saved, or is not wanted."""
        raise NotImplementedError

    def close_dialog(self, dialog: QDialog, close: Callable[[], None]) -> None:
        """Close a dialog once what is typed is kept; ask first if the disk takes no more."""

        def give_up() -> None:
            self.forget()
            close()

        def ask(error: ProblemError) -> None:
            confirm(
                dialog,
                self.tr("Toch sluiten?"),
                self._desk.sentence(error),
                self.tr("Sluiten; niet bewaarde tekst is weg"),
                give_up,
            )

        self._keep(close, ask)

    def _keep(self, then: Callable[[], None], otherwise: Callable[[ProblemError], None]) -> None:
        """Hand what is typed to the vault's thread, if it changed; `then` the vault has it."""
        raise NotImplementedError

    def _keep_left(self, target: str) -> None:
        drafts, window, text = self._desk.session.drafts, self._window, self._left[target]

        def kept(draft: Draft) -> None:
            if self._left.get(target) == text:
                del self._left[target]
            self._tell_kept(draft.saved_at)

        def refused(error: ProblemError) -> None:
            if target in self._left:
                self._tell_refused(error)
                self._pace.try_again()

        self._desk.tasks.run(
            lambda: drafts.keep(window, target, text), then=kept, otherwise=refused, owner=self
        )

    def _tell_kept(self, at: datetime) -> None:
        if not self._owes():
            super()._tell_kept(at)

    def _let_go(self) -> None:
        if not self._owes():
            super()._let_go()

    def _owes(self) -> bool:
        """Tell whether any text waits to be taken, here or of another target."""
        return bool(self._left) or self._kept == REFUSED
