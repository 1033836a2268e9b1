"""Keeps what stands in the form of a dialog: it is there again when the dialog is opened again."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from advisor_app.domain.draft import Draft
from advisor_app.domain.draft_keys import DraftKey
from advisor_app.gui.desk import Desk
from advisor_app.gui.drafts.form_draft import FormDraft
from advisor_app.gui.parts.marks import announce
from advisor_app.gui.widgets.kept_notice import KeptNotice


class DialogDraft(FormDraft):
    """Watches the form of one dialog; `show` puts back what `typed` once returned."""

    def __init__(
        self,
        desk: Desk,
        key: DraftKey,
        typed: Callable[[], str],
        show: Callable[[str], None],
        notice: KeptNotice,
        dialog: QDialog,
    ) -> None:
        super().__init__(desk, key.window, typed, dialog)
        self.key = key
        self._show = show
        self._notice = notice
        self._thrown_away = ""
        notice.thrown_away.connect(self._throw_away)
        notice.taken_back.connect(self._take_back)

    def begin(self) -> None:
        """Watch the form, which stands as it is kept, and show in it what was left there before."""
        self.watch(self.key.target)
        before, drafts = self._typed(), self._desk.session.drafts

        def show(draft: Draft | None) -> None:
            if draft is None or not draft.text:
                return
            if self._typed() == before:
                self._show(draft.text)
                self.take_as_kept()
                self._tell(draft, self._notice.say)
            else:  # somebody typed before the vault answered, and that is kept now
                self._thrown_away = draft.text
                self._tell(draft, self._notice.offer)

        self._desk.tasks.run(lambda: drafts.find(*self.key), then=show, owner=self)
        self.start()

    def close_dialog(self, dialog: QDialog, close: Callable[[], None]) -> None:
        """Close the dialog once the vault has what was typed; ask first if the disk takes no more."""

        def leave() -> None:
            self.stop()
            self.leave()
            close()

        super().close_dialog(dialog, leave)

    def end(self) -> None:
        """What was typed was saved, and its draft is gone."""
        self.stop()
        self.forget()

    def _tell(self, draft: Draft, say: Callable[[str], None]) -> None:
        words = self.tr("Dit hebt u eerder ingevuld, maar niet opgeslagen. Bewaard op %1.")
        sentence = words.replace("%1", self._desk.moment(draft.saved_at))
        say(sentence)
        announce(self._notice, sentence)

    def _throw_away(self) -> None:
        self._thrown_away = self._typed()
        self._put(self._saved or "")

    def _take_back(self) -> None:
        """Put back what was thrown away; what was typed meanwhile can be had again in its turn."""
        meanwhile = self._typed()
        self._put(self._thrown_away)
        if meanwhile != self._saved:
            self._thrown_away = meanwhile
            self._notice.offer_the_other()

    def _put(self, typed: str) -> None:
        self._show(typed)
        self.keep()
