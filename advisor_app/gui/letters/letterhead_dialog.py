"""The letterhead by itself: for who wants another logo without beginning a letter."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from advisor_app._assets.forms.letterhead import Ui_Letterhead
from advisor_app.domain.problems import InvalidError, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.letters.letterhead_part import LetterheadPart
from advisor_app.gui.parts.tab_order import lead_through
from advisor_app.gui.scrolling import let_scroll


class LetterheadDialog(QDialog):
    """Stays open until the vault has what was typed and chosen."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_Letterhead()
        self.ui.setupUi(self)
        self.letterhead = LetterheadPart(desk, self)
        self.ui.letterhead_layout.addWidget(self.letterhead)
        lead_through(self, self.letterhead)
        desk.look.dress(self)
        let_scroll(self)
        self._desk = desk
        self.ui.save.clicked.connect(self.save)
        self.ui.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.ui.save.click)
        self.letterhead.load()
        self.letterhead.ui.public_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep the letterhead, and close once the vault has it."""
        self.letterhead.unmark()
        self.letterhead.when_read(self._save)

    def _save(self) -> None:
        try:
            advisor = self.letterhead.advisor()
        except InvalidError as error:
            self._refuse(error)
            return
        session, key = self._desk.session, self.letterhead.draft.key
        self.ui.save.setEnabled(False)
        self.letterhead.draft.keep()  # now, or its timer keeps it after it was dropped

        def keep() -> None:
            with session.as_one():
                session.correspondence.keep_advisor(advisor)
                session.drafts.drop(*key)

        self._desk.tasks.run(keep, then=self._kept, otherwise=self._refuse, owner=self)

    def reject(self) -> None:
        """Close once what was typed is kept as a draft; ask first if the disk takes no more."""
        self.letterhead.draft.close_dialog(self, super().reject)

    def _kept(self, _nothing: None) -> None:
        self.letterhead.draft.end()
        self._desk.news.saved.emit(self._desk.now())
        self.accept()

    def _refuse(self, error: ProblemError) -> None:
        self.ui.save.setEnabled(True)
        self.letterhead.refuse(error)
