"""The second step of a first run: the recovery code comes on paper, and two of its groups prove it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from advisor_app._assets.forms.first_run import Ui_FirstRun
from advisor_app.gui.parts.marks import announce, mark, unmark
from advisor_app.gui.vaults.paper_proof import PaperProof, in_two_lines

FIELDS = ("first_group", "second_group")


class RecoveryStep(QObject):
    """Shows the code until somebody begins to type it over."""

    def __init__(
        self, ui: Ui_FirstRun, print_sheet: Callable[[Sequence[str]], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._ui = ui
        self._print_sheet = print_sheet
        self.proof: PaperProof | None = None
        ui.print_sheet.clicked.connect(self._print)
        ui.copy_by_hand.clicked.connect(self._copy_by_hand)
        ui.show_code.clicked.connect(self._show_again)
        for field in (ui.first_group, ui.second_group):
            field.textChanged.connect(self._cover)
        self._cover()

    def show(self, groups: Sequence[str]) -> None:
        """Show a code, and ask for two of its groups."""
        ui, self.proof = self._ui, PaperProof(groups)
        ui.code.setText(in_two_lines(groups))
        ui.code.setAccessibleName(", ".join(groups))
        ui.confirm_text.setText(
            self.tr("Neem uw blad erbij en typ twee groepjes over. Zo weten we dat u de code hebt.")
        )
        labels = (ui.first_group_label, ui.second_group_label)
        for label, place in zip(labels, self.proof.asked, strict=True):
            label.setText(self.tr("Groepje %1").replace("%1", str(place + 1)))

    def is_proved(self) -> bool:
        """Tell whether the groups were typed that are asked for, or say which was not."""
        assert self.proof is not None
        unmark(self._ui, FIELDS, self._ui.problem)
        wrong = self.proof.wrong([getattr(self._ui, field).text() for field in FIELDS])
        if wrong is None:
            return True
        sentence = self.tr("Groepje %1 klopt niet. Kijk nog eens op uw blad.")
        place = str(self.proof.asked[wrong] + 1)
        mark(self._ui, FIELDS[wrong], sentence.replace("%1", place), self._ui.problem)
        return False

    def forget(self) -> None:
        """Forget the code and what was typed of it."""
        for each in (self._ui.first_group, self._ui.second_group, self._ui.code):
            each.clear()
        self._ui.code.setAccessibleName("")
        self.proof = None

    def _print(self) -> None:
        assert self.proof is not None
        self._print_sheet(self.proof.groups)

    def _copy_by_hand(self) -> None:
        self._ui.print_note.setText(
            self.tr(
                "Schrijf de zeven groepjes op papier. Typ er daarna hieronder twee over van uw papier."
            )
        )
        self._ui.first_group.setFocus()
        announce(self._ui.print_note, self._ui.print_note.text())

    def _show_again(self) -> None:
        for field in (self._ui.first_group, self._ui.second_group):
            field.clear()
        self._ui.first_group.setFocus()

    def _cover(self) -> None:
        """Hide the code while it is typed: two groups read off the screen would prove nothing."""
        unmark(self._ui, FIELDS, self._ui.problem)
        typed = bool(self._ui.first_group.text() or self._ui.second_group.text())
        self._ui.code.setVisible(not typed)
        self._ui.code_covered.setVisible(typed)
        self._ui.show_code.setVisible(typed)
