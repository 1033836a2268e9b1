"""Whether all that was typed is kept, or stands on the screen alone since the disk takes no more."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from advisor_app.domain import draft_keys
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.keeper import Keeper, TargetKeeper
from advisor_app.gui.frame.page_widget import PageWidget
from advisor_app.gui.frame.refusal import Refusal
from advisor_app.gui.frame.saved_sign import SavedSign
from advisor_app.gui.places import Place


class Safekeeping(QObject):
    """Has everything kept, and says in the status bar and the strip above it what is not."""

    has_room = Signal()
    """What was waited for is kept by now."""

    def __init__(self, desk: Desk, saved: SavedSign, refusal: Refusal, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._saved = saved
        self._refusal = refusal
        self._window = window
        self._is_refused = False
        self._waits_for_room = False
        news = desk.news
        news.saved.connect(self._show_saved)
        news.draft_saved.connect(self._show_draft_saved)
        news.refused.connect(self._refuse)
        news.mended.connect(self._take_back_refusal)
        desk.tasks.refused.connect(self._refuse_error)

    @property
    def is_all_kept(self) -> bool:
        """Tell whether nothing was refused since everything was kept last."""
        return not self._is_refused

    @property
    def reason(self) -> str:
        """Return why something was refused last."""
        return self._refusal.sentence

    def keep(
        self, pages: Iterable[PageWidget], place: Place, then: Callable[[], None] | None = None
    ) -> None:
        """Hand every unsaved text, and the place, to the vault's thread; `then` all are kept or not."""
        self._is_refused = False
        for page in pages:
            page.keep_drafts()
        for keeper in self._window.findChildren(TargetKeeper):  # also those of open dialogs
            keeper.keep()
        written, session = place.written(), self._desk.session

        def refused(error: ProblemError) -> None:
            self._refuse_error(error)
            if then is not None:
                then()

        self._desk.tasks.run(
            lambda: session.drafts.keep(*draft_keys.PLACE, written),
            then=lambda _kept: then() if then is not None else None,
            otherwise=refused,
            owner=self,
        )

    def waits_for_room(self) -> bool:
        """Tell whether a text stands on the screen alone; once it is kept, `has_room` is emitted."""
        self._waits_for_room = self._holds_refused()
        if self._waits_for_room:
            self._refuse(self.reason)
        return self._waits_for_room

    def _show_saved(self, at: datetime) -> None:
        if self._take_back_refusal():
            self._saved.say_saved(self._desk.clock(at))

    def _show_draft_saved(self, at: datetime) -> None:
        if self._take_back_refusal():
            self._saved.say_draft(self._desk.clock(at))

    def _refuse(self, sentence: str) -> None:
        self._is_refused = True
        if self._waits_for_room:
            later = self.tr("Daarna verandert ook hoe het programma eruitziet.")
            sentence = f"{sentence.removesuffix(later).rstrip()} {later}"
        if self._holds_refused():
            self._saved.warn()
        self._refusal.say(sentence)

    def _refuse_error(self, error: ProblemError) -> None:
        self._refuse(self._desk.sentence(error))

    def _take_back_refusal(self) -> bool:
        """Say no longer that something was refused, unless a text still is; tell which."""
        if self._holds_refused():
            return False
        if self._is_refused:
            self._saved.say_all()
        self._is_refused = False
        self._refusal.hide()
        if self._waits_for_room:
            self._waits_for_room = False
            self.has_room.emit()
        return True

    def _holds_refused(self) -> bool:
        """Tell whether a text stands on the screen alone."""
        return any(keeper.is_refused for keeper in self._window.findChildren(Keeper))
