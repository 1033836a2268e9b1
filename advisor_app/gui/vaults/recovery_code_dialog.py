"""Another recovery code for an open vault, once somebody has proved to have it on paper."""

from PySide6.QtWidgets import QDialog, QWidget

from advisor_app._assets.forms.recovery_code_dialog import Ui_RecoveryCodeDialog
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.printing.print_dialog import PrintDialog
from advisor_app.gui.scrolling import let_scroll
from advisor_app.gui.vaults.paper_proof import PaperProof, in_two_lines
from advisor_app.services.access import Access

_GROUPS = ("first_group", "second_group")
_FIELDS = (*_GROUPS, "current")
COVERED = "•"


class RecoveryCodeDialog(QDialog):
    """Until two groups were typed from the sheet, the old code goes on opening the vault.

    Whoever finds the vault open must not take away with them what opens it later: the passphrase
    of now is asked for, but in the demo, where nobody knows it. `is_owed` where the first code was
    shown and never confirmed: there is no old sheet.
    """

    def __init__(
        self, desk: Desk, access: Access, parent: QWidget, *, is_owed: bool = False
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_RecoveryCodeDialog()
        self.ui.setupUi(self)
        self._is_owed = is_owed
        if is_owed:
            self._say_that_it_is_owed()
        self._desk = desk
        self._access = access
        self._code = desk.session.draw_recovery_code()
        self._proof = PaperProof(access.groups_of(self._code))
        labels = (self.ui.first_group_label, self.ui.second_group_label)
        for label, place in zip(labels, self._proof.asked, strict=True):
            label.setText(self.tr("Groepje %1").replace("%1", str(place + 1)))
        desk.look.dress(self)
        let_scroll(self)
        desk.look.size_window(self, 640, 520 if desk.session.is_demo else 600)
        self._cover_code()
        for field in (self.ui.first_group, self.ui.second_group):
            field.textChanged.connect(self._cover_code)
        for part in (self.ui.current_label, self.ui.current):
            part.setHidden(desk.session.is_demo)
        self.ui.current.changed.connect(self._unmark)
        self.ui.current.accepted.connect(self.replace_code)
        self.ui.print_sheet.clicked.connect(self._print)
        self.ui.replace.clicked.connect(self.replace_code)
        self.ui.cancel.clicked.connect(self.reject)
        self.finished.connect(self._forget)
        self.ui.first_group.setFocus()

    def replace_code(self) -> None:
        """Put the new code in the place of the old one, if its groups are right."""
        self._unmark()
        wrong = self._proof.wrong([getattr(self.ui, field).text() for field in _GROUPS])
        if wrong is not None:
            sentence = self.tr("Dit groepje klopt niet. Kijk nog eens op uw blad.")
            mark(self.ui, _GROUPS[wrong], sentence, self.ui.problem)
            return
        session, code, current = self._desk.session, self._code, self.ui.current.text()
        if not session.is_demo and not current.strip():
            mark(self.ui, "current", self.tr("Typ eerst de wachtzin van nu."), self.ui.problem)
            return
        self.ui.replace.setEnabled(False)

        def take() -> None:
            if not session.is_demo:
                session.require_passphrase(current)
            session.take_recovery_code(code)

        self._desk.tasks.run(
            take,
            then=lambda _done: self._replaced(),
            otherwise=self._refuse,
            owner=self,
        )

    def _say_that_it_is_owed(self) -> None:
        self.ui.heading.setText(self.tr("Uw herstelcode staat nog niet op papier"))
        self.ui.lead.setText(
            self.tr(
                "Toen u deze kluis maakte, is de herstelcode niet bevestigd. Vergeet u de wachtzin, dan is alles weg. Hier is een nieuwe code: die opent uw kluis zodra u hem hieronder bevestigt."
            )
        )
        self.ui.cancel.setText(self.tr("Later"))
        self.ui.replace.setText(self.tr("Herstelcode bevestigen"))

    def _cover_code(self) -> None:
        """Hide the code while it is typed: two groups read off the screen would prove nothing."""
        self._unmark()
        typed = bool(self.ui.first_group.text() or self.ui.second_group.text())
        shown = [COVERED * len(group) if typed else group for group in self._proof.groups]
        self.ui.code.setText(in_two_lines(shown))
        self.ui.code.setAccessibleName("" if typed else ", ".join(shown))

    def _print(self) -> None:
        access, desk, groups = self._access, self._desk, self._proof.groups
        name = desk.session.vault_name
        PrintDialog(
            lambda: access.recovery_sheet(groups, name, desk.language),
            desk.tasks,
            desk.look,
            desk.language,
            self,
            self.tr("Of ga terug en schrijf de code over."),
        ).open()

    def _replaced(self) -> None:
        self._desk.news.said.emit(
            self.tr("De herstelcode is bevestigd. Bewaar het blad op een veilige plek.")
            if self._is_owed
            else self.tr(
                "De herstelcode is vervangen. Maak een nieuwe back-up, en vernietig dan het oude blad."
            )
        )
        self.accept()

    def _refuse(self, error: ProblemError) -> None:
        self.ui.replace.setEnabled(True)
        if error.problem is Problem.WRONG_PASSPHRASE:
            mark(self.ui, "current", self._desk.sentence(error), self.ui.problem)
            self.ui.current.let_be_replaced()
            return
        mark(self.ui, "", self._desk.sentence(error), self.ui.problem)

    def _unmark(self) -> None:
        unmark(self.ui, _FIELDS, self.ui.problem)

    def _forget(self) -> None:
        self._code = ""
        self._proof.forget()
        for part in (self.ui.first_group, self.ui.second_group, self.ui.current, self.ui.code):
            part.clear()
        self.deleteLater()
