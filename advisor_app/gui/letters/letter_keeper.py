"""Keeps a letter while it is written: encrypted, within two seconds, whatever its size."""

import json
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from advisor_app.domain import draft_keys
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.draft import Draft
from advisor_app.domain.problems import InvalidError, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.keeper import Keeper
from advisor_app.gui.drafts.pace import Pace

Texts = tuple[str, str, str]
"""Subject, addressee and body, as they stand on the screen."""


class LetterKeeper(Keeper):
    """Knows what the vault has of one letter, and what stands on the screen.

    `texts` returns what is typed; `read` the letter that this makes, or None while it makes none.
    """

    kept = Signal(object)
    """The letter as the vault has it now."""

    def __init__(
        self,
        desk: Desk,
        texts: Callable[[], Texts],
        read: Callable[[], Letter | None],
        parent: QObject,
    ) -> None:
        super().__init__(desk, parent)
        self._texts = texts
        self._read = read
        self.letter: Letter | None = None
        self._kept: Texts | None = None
        self._sent: Texts | None = None
        self._aside = ""
        self._is_still = False
        self._pace = Pace(self.keep, self)

    def watch(self, letter: Letter) -> None:
        """Begin with a letter that stands on the screen as the vault has it."""
        self.letter = letter
        self._kept = self._sent = (letter.subject, letter.addressee, letter.body)
        self._aside = ""
        self._let_go()

    def forget(self) -> None:
        """Keep nothing until another letter is shown."""
        self._pace.stop()
        self._is_still = False
        self.letter = None
        self._kept = self._sent = None
        self._let_go()

    def is_open(self) -> bool:
        """Tell whether there is a letter that can still be changed."""
        return self.letter is not None and self.letter.fixed_on is None

    def is_news(self) -> bool:
        """Tell whether what is typed is not on its way to the vault yet."""
        return self.letter is not None and self._texts() != self._sent

    def go_on(self) -> None:
        """Something was typed."""
        self._pace.go_on()

    def be_still(self, *, still: bool) -> None:
        """Offer the letter to the vault no more, while its case is being destroyed; or again."""
        self._is_still = still
        if not still:
            self.keep()

    def keep(self, then: Callable[[], None] | None = None) -> None:
        """Hand what was typed to the vault; `then` follows once the vault has it, and only then."""
        self._pace.stop()
        if self._is_still:
            return
        texts, letter = self._texts(), self._read()
        if not self.is_open() or texts == self._kept:
            self._drop_aside()
            self._let_go()
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

    def taken_up(self, draft: Draft) -> Texts | None:
        """Return what was set aside of this letter, unless somebody is typing already."""
        if self._texts() != self._kept:
            return None
        self._aside = draft.text
        subject, addressee, body = json.loads(draft.text)
        return subject, addressee, body

    def _set_aside(self, texts: Texts) -> None:
        """Keep apart what is too large for a letter, so that a lock or a crash does not lose it."""
        letter, drafts, text = self.letter, self._desk.session.drafts, json.dumps(texts)
        before = self._aside
        if letter is not None and text != before:
            self._aside = text

            def refused(error: ProblemError) -> None:
                self._aside = before
                self._not_kept(error)

            self._desk.tasks.run(
                lambda: drafts.keep(*draft_keys.of_letter(letter.id), text),
                then=lambda draft: self._tell_kept(draft.saved_at),
                otherwise=refused,
                owner=self,
            )

    def _drop_aside(self) -> None:
        """What was too large was made smaller, or taken back: it would come back by itself."""
        letter, drafts = self.letter, self._desk.session.drafts
        if letter is not None and self._aside:
            self._aside = ""
            self._desk.tasks.run(lambda: drafts.drop(*draft_keys.of_letter(letter.id)))

    def _take_kept(self, stored: Letter, texts: Texts) -> None:
        if self.letter is None or self.letter.id != stored.id:
            return
        self.letter, self._kept = stored, texts
        self._drop_aside()
        self._tell_kept(stored.changed_at)
        self.kept.emit(stored)

    def _not_kept(self, error: ProblemError) -> None:
        """Leave the text on the screen, say why, and try again by itself."""
        self._sent = None
        self._tell_refused(error)
        if not isinstance(error, InvalidError):
            self._pace.try_again()
