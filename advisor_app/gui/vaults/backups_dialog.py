"""The backups that were made: when, where, and by when each is to be thrown away."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from advisor_app._assets.forms.backups import Ui_Backups
from advisor_app.domain.backup import Backup
from advisor_app.gui.desk import Desk
from advisor_app.gui.lists.line_list import LineDelegate, LineList, ListLine
from advisor_app.gui.parts.confirm import confirm
from advisor_app.services.backups import is_there

Found = tuple[Backup, bool]
"""A backup, and whether it is where it was written."""


class BackupsDialog(QDialog):
    """Lists them, those whose term has ended on top, and hears what was thrown away."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.ui = Ui_Backups()
        self.ui.setupUi(self)
        desk.look.dress(self)
        desk.look.size_window(self, 640, 600)
        self._desk = desk
        self.model = LineList(self)
        self.ui.backups.setModel(self.model)
        self.ui.backups.setItemDelegate(LineDelegate(desk.look, self.model, self.ui.backups))
        self.ui.backups.doubleClicked.connect(self.discard)  # Enter presses the button
        self.ui.discarded.clicked.connect(self.discard)
        self.ui.shut.clicked.connect(self.reject)
        self.ui.empty.hide()
        self.ui.problem.hide()
        self.ui.discarded.setEnabled(False)
        self._load()

    def discard(self) -> None:
        """Ask whether the chosen backup was thrown away, and note it."""
        line = self.model.line(self.ui.backups.currentIndex().row())
        if line is None:
            return
        confirm(
            self,
            self.tr("Is de back-up van %1 weggegooid?").replace("%1", line.title),
            self.tr(
                "Ook kopieën die u er zelf van maakte, en ook uit de prullenbak? Vertrouwd kent deze back-up daarna niet meer."
            ),
            self.tr("Ja, weggegooid"),
            lambda: self._note(line.value),
        )

    def _note(self, backup: Backup) -> None:
        backups, desk = self._desk.session.backups, self._desk
        self.ui.problem.hide()

        def refused(words: str) -> None:
            self.ui.problem.setText(words)
            self.ui.problem.show()

        desk.tasks.run(
            lambda: backups.discard(backup),
            then=lambda _done: self._load(),
            otherwise=lambda error: refused(desk.sentence(error)),
            owner=self,
        )

    def _load(self) -> None:
        backups = self._desk.session.backups
        self._desk.tasks.run(
            lambda: [(each, is_there(each)) for each in backups.known()],
            then=self._show,
            owner=self,
        )

    def _show(self, found: Sequence[Found]) -> None:
        ended = sorted(found, key=lambda each: not self._has_ended(each[0]))
        self.model.show([self._line(*each) for each in ended])
        self.ui.backups.setVisible(bool(found))
        self.ui.empty.setHidden(bool(found))
        self.ui.discarded.setEnabled(bool(found))
        if found:
            self.ui.backups.setCurrentIndex(self.model.index(0))
            self.ui.backups.setFocus()
        else:
            self.ui.shut.setFocus()

    def _has_ended(self, backup: Backup) -> bool:
        return backup.expires_on is not None and backup.expires_on <= self._desk.today()

    def _line(self, backup: Backup, there: bool) -> ListLine:  # noqa: FBT001  (half of a Found)
        ended = self._has_ended(backup)
        words = self.tr("Weggooien: termijn voorbij sinds %1") if ended else self.tr("Tot %1")
        if not there:
            words = self.tr("%1, nu niet op zijn plaats").replace("%1", words, 1)
        path = Path(backup.target)
        day = "" if backup.expires_on is None else self._desk.long_day(backup.expires_on)
        return ListLine(
            value=backup,
            title=self._desk.moment(backup.made_at),
            facts=f"{path.name}  ·  {path.parent}",
            state=words.replace("%1", day),
            icon="hourglass" if ended else "hard-drive",
            ink="warn" if ended else "text2",
        )
