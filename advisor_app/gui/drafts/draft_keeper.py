"""Keeps what is being typed: encrypted, within two seconds, and gives it back."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from advisor_app.domain.draft import Draft
from advisor_app.domain.draft_keys import DraftKey
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.keeper import REFUSED, TargetKeeper


class DraftKeeper(TargetKeeper):
    """Watches one editor; its target says what the text is about."""

    def __init__(self, desk: Desk, window: str, editor: QPlainTextEdit) -> None:
        super().__init__(desk, window, editor)
        self._editor = editor
        self._opened = 0
        self._destroying: dict[str, str] = {}  # what was refused about what may be gone soon
        editor.textChanged.connect(self._notice)

    @property
    def key(self) -> DraftKey:
        """Return the key of the draft."""
        return DraftKey(self._window, self._target)

    def open(self, target: str) -> None:
        """Keep what is there, then show what was kept about another target."""
        if target == self._target:
            return
        self.keep()
        self._target = target
        self._opened += 1
        self._replace("")
        if target in self._left:
            self._show_again(self._left.pop(target))
            return
        drafts, window = self._desk.session.drafts, self._window

        def show(draft: Draft | None) -> None:
            if draft is not None and target == self._target and not self._editor.toPlainText():
                self._replace(draft.text)

        if target:
            self._desk.tasks.run(lambda: drafts.find(window, target), then=show, owner=self)

    def watch(self, target: str) -> None:
        """Begin with the text that stands in the editor; a later draft of it comes first."""
        self._target = target
        self._kept = self._editor.toPlainText()
        before, drafts, window = self._kept, self._desk.session.drafts, self._window

        def show(draft: Draft | None) -> None:
            if draft is not None and draft.text and self._editor.toPlainText() == before:
                self._replace(draft.text)

        self._desk.tasks.run(lambda: drafts.find(window, target), then=show, owner=self)

    def keep(self) -> None:
        """Hand the text to the vault's thread, if it changed, and what it refused before."""
        self._keep(lambda: None, lambda _error: None)
        super().keep()

    def let_go_of(self, target: str) -> None:
        """Offer a text to the vault no more, while what it is about is being destroyed."""
        self._destroying[target] = self._left.pop(target, "")

    def forget_about(self, target: str) -> None:
        """What the text is about is gone, and the text with it."""
        self._destroying.pop(target, None)
        self._let_go()

    def take_up(self, target: str) -> None:
        """What the text is about stays: offer what was refused of it again."""
        text = self._destroying.pop(target, "")
        if text:
            self._set_aside(target, text)
            self.keep()

    def _keep(self, then: Callable[[], None], otherwise: Callable[[ProblemError], None]) -> None:
        self._pace.stop()
        text = self._editor.toPlainText()
        if not self._target or text == self._kept:
            then()
            return
        self._kept = text
        drafts, window, target = self._desk.session.drafts, self._window, self._target
        opened = self._opened

        def kept(draft: Draft) -> None:
            if text:
                self._tell_kept(draft.saved_at)
            else:
                self._let_go()
            then()

        def refused(error: ProblemError) -> None:
            if target in self._destroying:
                self._destroying[target] = text
                return
            if opened == self._opened:
                self._kept = REFUSED
            else:
                self._set_aside(target, text)
            self._tell_refused(error)
            self._pace.try_again()
            otherwise(error)

        def work() -> Draft:
            return drafts.keep(window, target, text)

        self._desk.tasks.run(work, then=kept, otherwise=refused, owner=self)

    def _set_aside(self, target: str, text: str) -> None:
        """Hold on to a text that the editor does not show any more."""
        if target != self._target:
            self._left[target] = text
        else:  # somebody came back, and may be typing already
            self._show_again("\n".join(filter(None, (text, self._editor.toPlainText()))))

    def _show_again(self, text: str) -> None:
        """Put a text back of which the vault has an older one, or none."""
        self._editor.setPlainText(text)
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._kept = REFUSED
        self._pace.go_on()

    def forget(self) -> None:
        """The text became an entry: empty the editor without keeping that."""
        self._pace.stop()
        self._replace("")
        self._let_go()

    def _replace(self, text: str) -> None:
        self._kept = text
        self._editor.setPlainText(text)
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._pace.stop()

    def _notice(self) -> None:
        if self._editor.toPlainText() == self._kept:
            return
        self._pace.go_on()
