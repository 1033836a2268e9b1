"""The register of destructions: when, on what ground, and the certificate once more."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from advisor_app._assets.forms.destructions import Ui_Destructions
from advisor_app.domain.destruction import Destruction, Ground
from advisor_app.gui.desk import Desk
from advisor_app.gui.lists.line_list import LineDelegate, LineList, ListLine
from advisor_app.gui.retention.certificates import Certificates


class DestructionsDialog(QDialog):
    """One line for each destruction, the latest first; none says which case it was."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.ui = Ui_Destructions()
        self.ui.setupUi(self)
        desk.look.dress(self)
        desk.look.size_window(self, 640, 600)
        self._desk = desk
        self._certificates = Certificates(desk, self)
        self.model = LineList(self)
        self.ui.destructions.setModel(self.model)
        self.ui.destructions.setItemDelegate(
            LineDelegate(desk.look, self.model, self.ui.destructions)
        )
        self.ui.destructions.doubleClicked.connect(  # Enter presses the button
            lambda: self._with_chosen(self._certificates.print_out)
        )
        self.ui.print_again.clicked.connect(lambda: self._with_chosen(self._certificates.print_out))
        self.ui.save.clicked.connect(lambda: self._with_chosen(self._certificates.save))
        self.ui.shut.clicked.connect(self.reject)
        self.ui.empty.hide()
        self._allow(possible=False)
        desk.tasks.run(desk.session.retention.destructions, then=self._show, owner=self)

    def _show(self, found: Sequence[Destruction]) -> None:
        self.model.show([self._line(each) for each in found])
        self.ui.destructions.setVisible(bool(found))
        self.ui.empty.setHidden(bool(found))
        self._allow(possible=bool(found))
        if found:
            self.ui.destructions.setCurrentIndex(self.model.index(0))
            self.ui.destructions.setFocus()
        else:
            self.ui.shut.setFocus()

    def _allow(self, *, possible: bool) -> None:
        self.ui.print_again.setEnabled(possible)
        self.ui.save.setEnabled(possible)

    def _with_chosen(self, act: Callable[[Destruction], None]) -> None:
        line = self.model.line(self.ui.destructions.currentIndex().row())
        if line is not None:
            act(line.value)

    def _line(self, made: Destruction) -> ListLine:
        pending = made.last_backup_at is not None
        return ListLine(
            value=made,
            title=self._desk.moment(made.destroyed_at),
            facts=self._ground(made.ground),
            state=self._copies(made),
            icon="hard-drive" if pending else "check",
            ink="text2" if pending else "ok",
        )

    def _ground(self, ground: Ground | None) -> str:
        match ground:
            case Ground.RETENTION_ENDED:
                return self.tr("De bewaartermijn was voorbij")
            case Ground.DECIDED_EARLIER:
                return self.tr("Eerder dan de bewaartermijn, op uw besluit")
            case None:
                return self.tr("Grond niet vastgelegd")

    def _copies(self, made: Destruction) -> str:
        if made.last_backup_at is None:
            return self.tr("Er was geen back-up waarin het dossier kon staan")
        number = made.backups + made.unreachable
        words = self.tr("Kon toen nog in %n back-up(s) staan", "", number)
        if made.last_expires_on is None:
            return words
        until = self.tr("%1; de laatste vervalt op %2").replace("%1", words)
        return until.replace("%2", self._desk.long_day(made.last_expires_on))
