"""What a new vault is called, and in which folder it will lie."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from advisor_app._assets.forms.vault_place_dialog import Ui_VaultPlaceDialog
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.gui.look import Look
from advisor_app.gui.parts.file_choice import choose_folder
from advisor_app.gui.parts.marks import mark, unmark
from advisor_app.gui.scrolling import let_scroll
from advisor_app.gui.tasks import Tasks
from advisor_app.services import words
from advisor_app.services.access import Access
from advisor_app.services.vault_folders import SUFFIX

_FIELDS = ("name", "place")


class VaultPlaceDialog(QDialog):
    """Tries the place at once, before anybody thinks of a passphrase for it."""

    chosen = Signal(object)
    """The Path of a vault that can be made."""

    def __init__(
        self,
        access: Access,
        tasks: Tasks,
        look: Look,
        language: Language,
        folder: Path,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_VaultPlaceDialog()
        self.ui.setupUi(self)
        look.dress(self)
        let_scroll(self)
        look.size_window(self, 560, 330)
        self._access = access
        self._tasks = tasks
        self._language = language
        self.ui.name.setText(folder.name.removesuffix(SUFFIX))
        self.ui.place.setText(str(folder.parent))
        self.ui.browse.clicked.connect(self._browse)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.take.clicked.connect(self.take)
        self._unmark()
        self.ui.name.selectAll()
        self.ui.name.setFocus()

    def take(self) -> None:
        """Choose this name and folder, if a vault can be made there."""
        name, place = self.ui.name.text(), Path(self.ui.place.text().strip())
        self._unmark()
        self.ui.take.setEnabled(False)
        self._tasks.run(
            lambda: self._access.folders.room_for(name, place),
            then=self._taken,
            otherwise=self._refuse,
            owner=self,
        )

    def _taken(self, folder: Path) -> None:
        self.chosen.emit(folder)
        self.accept()

    def _refuse(self, error: ProblemError) -> None:
        self.ui.take.setEnabled(True)
        field = error.field if isinstance(error, InvalidError) else "place"
        sentence = words.sentence(error.problem, self._language)
        if field == "name" and error.problem is Problem.EMPTY:
            sentence = self.tr("Geef de kluis een naam.")
        elif field == "name" and error.problem is Problem.NOT_A_FOLDER:
            sentence = self.tr("Deze naam kan niet. Gebruik alleen letters, cijfers en spaties.")
        elif error.problem is Problem.NOT_FOUND:
            sentence = self.tr("Deze map bestaat niet. Kies een map die er al is.")
        mark(self.ui, field, sentence, self.ui.place_problem)

    def _browse(self) -> None:
        choose_folder(
            self,
            self.tr("Map voor de kluis kiezen"),
            lambda folder: self.ui.place.setText(str(folder)),
        )

    def _unmark(self) -> None:
        unmark(self.ui, _FIELDS, self.ui.place_problem)
