"""Another recovery code for an open vault, once somebody has proved to have it on paper."""

import secrets

from PySide6.QtWidgets import QDialog, QWidget

from advisor_app._assets.forms.recovery_code_dialog import Ui_RecoveryCodeDialog
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.printing.print_dialog import PrintDialog
from advisor_app.gui.scrolling import let_scroll
from advisor_app.gui.vaults.first_run import plain_group
from advisor_app.services.access import Access

_FIELDS = ("first_group", "second_group")
COVERED = "•"


class RecoveryCodeDialog(QDialog):
    """Until two groups were typed from the sheet, the old code goes on opening the vault."""

    def __init__(self, desk: Desk, access: Access, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_RecoveryCodeDialog()
        self.ui.setupUi(self)
        desk.look.dress(self)
        let_scroll(self)
        desk.look.size_window(self, 640, 520)
        self._desk = desk
        self._access = access
        self._code = desk.session.draw_recovery_code()
        self._groups = access.groups_of(self._code)
        self._asked = sorted(secrets.SystemRandom().sample(range(len(self._groups) - 1), 2))
        for label, place in zip(
            (self.ui.first_group_label, self.ui.second_group_label), self._asked, strict=True
        ):
            label.setText(self.tr("Groepje %1").replace("%1", str(place + 1)))
        self._cover_code()
        for field in (self.ui.first_group, self.ui.second_group):
            field.textChanged.connect(self._cover_code)
        self.ui.print_sheet.clicked.connect(self._print)
        self.ui.replace.clicked.connect(self.replace_code)
        self.ui.cancel.clicked.connect(self.reject)
        self.finished.connect(self._forget)
        self.ui.first_group.setFocus()

    def replace_code(self) -> None:
        """Put the new code in the place of the old one, if its groups are right."""
        self._unmark()
        for field, place in zip(_FIELDS, self._asked, strict=True):
            if plain_group(getattr(self.ui, field).text()) != self._groups[place]:
                sentence = self.tr("Dit groepje klopt niet. Kijk nog eens op uw blad.")
                mark(self.ui, field, sentence, self.ui.problem)
                return
        session, code = self._desk.session, self._code
        self.ui.replace.setEnabled(False)
        self._desk.tasks.run(
            lambda: session.take_recovery_code(code),
            then=lambda _done: self._replaced(),
            otherwise=self._refuse,
            owner=self,
        )

    def _cover_code(self) -> None:
        """Hide the code while it is typed: two groups read off the screen would prove nothing."""
        self._unmark()
        typed = bool(self.ui.first_group.text() or self.ui.second_group.text())
        shown = [COVERED * len(group) if typed else group for group in self._groups]
        half = (len(shown) + 1) // 2
        self.ui.code.setText("\n".join("   ".join(line) for line in (shown[:half], shown[half:])))
        self.ui.code.setAccessibleName("" if typed else ", ".join(shown))

    def _print(self) -> None:
        access, desk, groups = self._access, self._desk, self._groups
        name = desk.session.vault_name
        PrintDialog(
            lambda: access.recovery_sheet(groups, name, desk.language),
            desk.tasks,
            desk.look,
            desk.language,
            self,
        ).open()

    def _replaced(self) -> None:
        self._desk.news.said.emit(self.tr("De herstelcode is vervangen. Vernietig het oude blad."))
        self.accept()

    def _refuse(self, error: ProblemError) -> None:
        self.ui.replace.setEnabled(True)
        mark(self.ui, "", self._desk.sentence(error), self.ui.problem)

    def _unmark(self) -> None:
        unmark(self.ui, _FIELDS, self.ui.problem)

    def _forget(self) -> None:
        self._code, self._groups = "", ()
        for part in (self.ui.first_group, self.ui.second_group, self.ui.code):
            part.clear()
        self.deleteLater()
