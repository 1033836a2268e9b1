"""Keeps what stands in a form and was not saved: encrypted, within two seconds."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from advisor_app.domain.draft import Draft
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.keeper import REFUSED, TargetKeeper

EVERY_MS = 1_500


class FormDraft(TargetKeeper):
    """Watches one form; `typed` returns all that stands in it, as one text."""

    def __init__(self, desk: Desk, window: str, typed: Callable[[], str], parent: QObject) -> None:
        super().__init__(desk, window, parent)
        self._typed = typed
        self._saved: str | None = None
        self._watched = self._given_up = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.keep)

    def start(self) -> None:
        """Keep what is typed from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Keep nothing by itself any more."""
        self._timer.stop()

    def watch(self, target: str) -> None:
        """Begin with a form that stands as it was saved; its target says what it is about."""
        self._target = target
        self._watched += 1
        self._saved = self._kept = self._typed()
        self._let_go()

    def take_as_kept(self) -> None:
        """What stands in the form is what the draft of it held."""
        self._kept = self._typed()

    def left_of(self, target: str) -> str | None:
        """Return what was typed about this target and refused, for the form to show again."""
        return self._left.pop(target, None)

    def leave(self) -> None:
        """Watch nothing until another form is shown; what the vault refuses of this one waits."""
        self._target, self._saved, self._kept = "", None, None

    def forget(self) -> None:
        """Watch nothing until another form is shown: this one was saved, or is not wanted."""
        self._given_up = self._watched
        self.leave()
        self._let_go()

    def is_changed(self) -> bool:
        """Tell whether the form stands otherwise than it was saved."""
        return self._saved is not None and self._typed() != self._saved

    def keep(self) -> None:
        """Hand the form to the vault's thread, if it changed; as it was saved it needs no draft."""
        super().keep()
        self._keep(lambda: None, lambda _error: None)

    def _keep(self, then: Callable[[], None], otherwise: Callable[[ProblemError], None]) -> None:
        if self._saved is None or (typed := self._typed()) == self._kept:
            then()
            return
        self._kept = typed
        drafts, window, target = self._desk.session.drafts, self._window, self._target
        watched = self._watched

        def refused(error: ProblemError) -> None:
            if watched == self._given_up:
                return
            if target == self._target:
                self._kept = REFUSED
            else:
                self._left[target] = typed
            self._tell_refused(error)
            self._pace.try_again()
            otherwise(error)

        def kept(draft: Draft) -> None:
            self._tell_kept(draft.saved_at)
            then()

        def dropped(_nothing: None) -> None:
            self._let_go()
            then()

        if typed == self._saved:
            self._desk.tasks.run(
                lambda: drafts.drop(window, target),
                then=dropped,
                otherwise=refused,
                owner=self,
            )
            return
        self._desk.tasks.run(
            lambda: drafts.keep(window, target, typed),
            then=kept,
            otherwise=refused,
            owner=self,
        )
