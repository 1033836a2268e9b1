"""The way in: by passphrase, by recovery code, to another vault, or from a backup."""

from collections.abc import Callable
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidgetItem

from advisor_app._assets.forms.unlock_window import Ui_UnlockWindow
from advisor_app.domain.backup import SUFFIX as BACKUP_SUFFIX
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.gui.look import Look
from advisor_app.gui.parts.file_choice import choose_existing, choose_folder
from advisor_app.gui.parts.layouts import give_way_to_current
from advisor_app.gui.parts.marks import announce, let_enter_press, mark, unmark
from advisor_app.gui.tasks import Tasks
from advisor_app.gui.vaults.long_work import LongWork
from advisor_app.services import words
from advisor_app.services.access import Access, Restored

LULL_MS = 60
"""Once the way in is painted and somebody begins to type, there is time to load the rest."""

_FIELDS = ("passphrase", "code", "choose_source", "name", "secret")
_ABOUT_THE_VAULT = {
    Problem.DAMAGED,
    Problem.DAMAGED_KEY_FILE,
    Problem.LOST_KEY_FILES,
    Problem.LOST_DATABASE,
    Problem.TAMPERED,
    Problem.ROLLED_BACK,
}
"""What a backup helps against."""

_FIELD_OF = {
    Problem.WRONG_PASSPHRASE: "secret",
    Problem.WRONG_RECOVERY_CODE: "secret",
    Problem.MISTYPED_RECOVERY_CODE: "secret",
    Problem.ALREADY_THERE: "name",
    Problem.NOT_A_BACKUP: "choose_source",
    Problem.UNREACHABLE: "choose_source",
    Problem.DAMAGED: "choose_source",
    Problem.TAMPERED: "choose_source",
    Problem.NEWER_FORMAT: "choose_source",
}
"""Which field of a restore has to change before it can work."""


class UnlockWindow(QFrame):
    """Opens one vault; what was typed stays on an error, and is forgotten on success."""

    opened = Signal(object)
    """A Session."""

    recovered = Signal(object)
    """A Session that the recovery code opened: its passphrase is forgotten."""

    restored = Signal(object)
    """A Restored: the session of a vault that was made from a backup."""

    at_rest = Signal()
    """Painted for the first time, a moment ago: what could wait may be done now."""

    demo_wanted = Signal()
    new_vault_wanted = Signal()
    closed = Signal()

    def __init__(
        self, access: Access, tasks: Tasks, look: Look, language: Language, folder: Path | None
    ) -> None:
        super().__init__()
        self.ui = Ui_UnlockWindow()
        self.ui.setupUi(self)
        look.dress(self)
        self._access = access
        self._tasks = tasks
        self._language = language
        self._folder = folder
        self._source: Path | None = None
        self._is_busy = False
        self._is_painted = False
        self._restoring = LongWork(self.ui.progress, self.ui.stop_restore)
        keeps_its_place = self.ui.stop_restore.sizePolicy()
        keeps_its_place.setRetainSizeWhenHidden(True)
        self.ui.stop_restore.setSizePolicy(keeps_its_place)
        self.ui.working.hide()
        self._wire()
        give_way_to_current(self.ui.pages)
        let_enter_press(self)
        self._unmark()
        look.size_window(self, 540, 520)
        if folder is None:
            self.show_vaults()
        else:
            self._choose(folder)

    def open(self) -> None:
        """Open the vault with the passphrase that was typed."""
        folder, passphrase = self._folder, self.ui.passphrase.text()
        if not passphrase.strip():
            self._unmark()
            self._mark("passphrase", self.tr("Typ eerst uw wachtzin."))
        elif folder is not None:
            self._work(
                lambda: self._access.open(folder, passphrase),
                self.opened.emit,
                self._refuse_passphrase,
                self.tr("Bezig met openen…"),
            )

    def open_with_code(self) -> None:
        """Open the vault with the recovery code that was typed."""
        folder, code = self._folder, self.ui.code.text()
        if not code.strip():
            self._unmark()
            self._mark("code", self.tr("Typ eerst de code van uw blad."))
        elif folder is not None:
            self._work(
                lambda: self._access.open_with_recovery_code(folder, code),
                self.recovered.emit,
                lambda error: self._mark("code", self._sentence(error)),
                self.tr("Bezig met openen…"),
            )

    def open_here(self) -> None:
        """Open the vault by what the key store of this device keeps."""
        folder = self._folder
        if folder is None:
            return

        def then(session: object) -> None:
            if session is None:
                self.ui.open_here.hide()
                self.ui.passphrase.setFocus()
                self._say(
                    self.ui.passphrase_problem,
                    self.tr("Op deze computer kan dat niet meer. Typ uw wachtzin."),
                )
            else:
                self.opened.emit(session)

        self._work(
            lambda: self._access.open_with_keyring(folder),
            then,
            self._refuse_passphrase,
            self.tr("Bezig met openen…"),
        )

    def show_vaults(self) -> None:
        """List the vaults of this computer, and the other ways on."""
        self._unmark()
        self._list_vaults()
        self.ui.back_from_vaults.setVisible(self._folder is not None)
        self.ui.pages.setCurrentWidget(self.ui.vaults_page)
        (self.ui.vaults if self.ui.vaults.count() else self.ui.restore).setFocus()

    def show_restore(self) -> None:
        """Ask for a backup and for the name of a new vault."""
        self._unmark()
        self.ui.pages.setCurrentWidget(self.ui.restore_page)
        self.ui.choose_source.setFocus()

    def restore_now(self) -> None:
        """Make a new vault from the chosen backup."""
        source, name, typed = self._source, self.ui.name.text(), self.ui.secret.text()
        self._unmark()
        if source is None:
            self._mark("choose_source", self.tr("Kies eerst een back-up."))
        elif not name.strip():
            self._mark("name", self.tr("Geef de nieuwe kluis een naam."))
        elif not typed.strip():
            self._mark("secret", self.tr("Typ de wachtzin of de herstelcode van deze back-up."))
        else:
            self._restoring.begin()
            self._work(
                lambda: self._restored(source, name, typed),
                self.restored.emit,
                self._refuse_restore,
                self.tr("Bezig met terugzetten en controleren…"),
            )

    def take_source(self, source: Path) -> None:
        """Take the backup file to restore from."""
        self._unmark()
        suggested = "" if self._source is None else self._source.stem
        self._source = source
        self.ui.source.setText(source.name)
        if self.ui.name.text() in {"", suggested}:
            self.ui.name.setText(source.stem)
        self.ui.secret.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say what did not work, where no field is to blame."""
        self._show_busy("")
        self._say(self.ui.vaults_problem, sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Go back by Escape."""
        page, ui = self.ui.pages.currentWidget(), self.ui
        ways_back = (
            (ui.recovery_page, ui.back_from_recovery),
            (ui.vaults_page, ui.back_from_vaults),
            (ui.restore_page, ui.back_from_restore),
        )
        back = next((button for each, button in ways_back if each is page), None)
        if self._is_busy:
            back = ui.stop_restore
        if event.key() == QtCore.Qt.Key.Key_Escape and back is not None and back.isVisible():
            back.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Leave for later what nobody needs to see the window."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(LULL_MS, self, self._rest)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's name)
        """Forget what was typed, and stop what is being restored."""
        self._restoring.stop()
        self._forget()
        self.closed.emit()
        super().closeEvent(event)

    def _wire(self) -> None:
        ui = self.ui
        ui.open.clicked.connect(self.open)
        ui.passphrase.accepted.connect(self.open)
        ui.open_here.clicked.connect(self.open_here)
        ui.use_recovery_code.clicked.connect(self._show_recovery)
        ui.open_with_code.clicked.connect(self.open_with_code)
        ui.code.returnPressed.connect(self.open_with_code)
        ui.other_vault.clicked.connect(self.show_vaults)
        for back in (ui.back_from_recovery, ui.back_from_vaults):
            back.clicked.connect(self._show_unlock)
        ui.back_from_restore.clicked.connect(self.show_vaults)
        ui.vaults.itemActivated.connect(lambda _item: self._choose_listed())
        ui.choose.clicked.connect(self._choose_listed)
        ui.browse.clicked.connect(self._browse)
        for restore in (ui.restore, ui.rescue):
            restore.clicked.connect(self.show_restore)
        ui.name.returnPressed.connect(ui.secret.setFocus)
        ui.choose_source.clicked.connect(self._choose_source)
        ui.restore_now.clicked.connect(self.restore_now)
        ui.secret.accepted.connect(self.restore_now)
        ui.practise.clicked.connect(self._practise)
        ui.new_vault.clicked.connect(self.new_vault_wanted)

    def _list_vaults(self) -> None:
        self.ui.vaults.clear()
        for known in self._access.folders.all():
            beside = known.folder.parent != self._access.folders.home
            item = QListWidgetItem(
                f"{known.name}  ·  {known.folder.parent}" if beside else known.name
            )
            item.setData(QtCore.Qt.ItemDataRole.UserRole, str(known.folder))
            self.ui.vaults.addItem(item)
            if known.folder == self._folder:
                self.ui.vaults.setCurrentItem(item)
        if self.ui.vaults.currentRow() < 0:
            self.ui.vaults.setCurrentRow(0)
        some = self.ui.vaults.count() > 0
        self.ui.vaults.setVisible(some)
        self.ui.choose.setVisible(some)
        self.ui.no_vaults.setHidden(some)

    def _choose_listed(self) -> None:
        item = self.ui.vaults.currentItem()
        if self.ui.vaults.count():
            self._choose(Path(str(item.data(QtCore.Qt.ItemDataRole.UserRole))))

    def _choose(self, folder: Path) -> None:
        self._folder = folder
        self.ui.vault_name.setText(folder.name.removesuffix(".vault"))
        self.ui.open_here.hide()
        if self._is_painted:
            self._ask_key_store()
        self._show_unlock()

    def _rest(self) -> None:
        self._ask_key_store()
        self.at_rest.emit()

    def _ask_key_store(self) -> None:
        """Offer to open without a passphrase where this device keeps what opens the vault."""
        folder = self._folder
        if folder is not None:
            self._tasks.run(
                lambda: self._access.is_trusted_here(folder),
                then=self.ui.open_here.setVisible,
                owner=self,
                latest="trusted",
            )

    def _show_unlock(self) -> None:
        self._unmark()
        self.ui.pages.setCurrentWidget(self.ui.unlock_page)
        self.ui.passphrase.setFocus()

    def _show_recovery(self) -> None:
        self._unmark()
        self.ui.pages.setCurrentWidget(self.ui.recovery_page)
        self.ui.code.setFocus()

    def _browse(self) -> None:
        choose_folder(self, self.tr("Map van de kluis kiezen"), self._choose)

    def _choose_source(self) -> None:
        kind = self.tr("Back-ups")
        choose_existing(self, self.tr("Back-up kiezen"), kind, BACKUP_SUFFIX, self.take_source)

    def _restored(self, source: Path, name: str, typed: str) -> Restored:
        """Restore by what was typed: a recovery code proves itself to be one."""
        folder, progress = self._access.folders.of(name), self._restoring.progress
        try:
            return self._access.restore(source, folder, recovery_code=typed, progress=progress)
        except ProblemError as mistyped:
            if mistyped.problem is not Problem.MISTYPED_RECOVERY_CODE:
                raise
            try:
                return self._access.restore(source, folder, passphrase=typed, progress=progress)
            except ProblemError as error:
                wrong = error.problem is Problem.WRONG_PASSPHRASE
                raise (mistyped if wrong and _looks_like_code(typed) else error) from None

    def _work(
        self,
        work: Callable[[], object],
        then: Callable[[object], None],
        otherwise: Callable[[ProblemError], None],
        words_meanwhile: str,
    ) -> None:
        """Do something that takes a second; on an error the text stays where it was typed."""
        if self._is_busy:
            return

        def done(value: object) -> None:
            self._show_busy("")
            self._forget()
            then(value)

        def refused(error: ProblemError) -> None:
            self._show_busy("")
            otherwise(error)

        self._tasks.run(work, then=done, otherwise=refused, owner=self)
        self._show_busy(words_meanwhile)

    def _show_busy(self, words_meanwhile: str) -> None:
        self._is_busy = bool(words_meanwhile)
        if not self._is_busy:
            self._restoring.end()
        self.ui.pages.setEnabled(not self._is_busy)
        self.ui.working.setVisible(self._is_busy)
        if self._is_busy:
            self._unmark()
            self.ui.working.setText(words_meanwhile)
            announce(self.ui.working, words_meanwhile)

    def _practise(self) -> None:
        self._show_busy(self.tr("De oefenkluis wordt gemaakt. Dit duurt even…"))
        self.demo_wanted.emit()

    def _refuse_passphrase(self, error: ProblemError) -> None:
        if error.problem is Problem.WRONG_PASSPHRASE:
            self._mark("passphrase", self._sentence(error))
            self.ui.passphrase.let_be_replaced()
            return
        self._say(self.ui.passphrase_problem, self._sentence(error))
        self.ui.rescue.setVisible(error.problem in _ABOUT_THE_VAULT)
        (self.ui.rescue if self.ui.rescue.isVisible() else self.ui.passphrase).setFocus()

    def _refuse_restore(self, error: ProblemError) -> None:
        sentence = self._sentence(error)
        if error.problem is Problem.WRONG_PASSPHRASE:
            sentence = self.tr(
                "Deze wachtzin past niet bij deze back-up. "
                "Een oudere back-up opent met de wachtzin van toen."
            )
        elif error.problem is Problem.DAMAGED:
            sentence = self.tr("Deze back-up is beschadigd. Kies een andere back-up.")
        elif error.problem is Problem.NEWER_FORMAT:
            sentence = self.tr(
                "Deze back-up is gemaakt met een nieuwere versie van Vertrouwd. "
                "Installeer eerst de nieuwste versie."
            )
        elif isinstance(error, InvalidError):
            sentence = self.tr("Deze naam kan niet. Gebruik alleen letters, cijfers en spaties.")
        field = error.field if isinstance(error, InvalidError) else _FIELD_OF.get(error.problem, "")
        mark(self.ui, field, sentence, self.ui.restore_problem)
        if error.problem is Problem.WRONG_PASSPHRASE:
            self.ui.secret.let_be_replaced()
        if not field:
            self.ui.restore_now.setFocus()

    def _sentence(self, error: ProblemError) -> str:
        return words.sentence(error.problem, self._language)

    def _mark(self, field: str, sentence: str) -> None:
        mark(self.ui, field, sentence, self.ui.restore_problem)

    def _unmark(self) -> None:
        unmark(self.ui, _FIELDS, self.ui.restore_problem)
        self.ui.vaults_problem.hide()
        self.ui.rescue.hide()

    def _say(self, problem: QLabel, sentence: str) -> None:
        mark(self.ui, "", sentence, problem)

    def _forget(self) -> None:
        self.ui.passphrase.clear()
        self.ui.secret.clear()
        self.ui.code.clear()


def _looks_like_code(typed: str) -> bool:
    """Tell a mistyped recovery code from a passphrase: it has digits, and about its length."""
    plain = "".join(typed.replace("-", " ").split())
    return plain.isalnum() and 30 <= len(plain) <= 38 and any(map(str.isdigit, plain))
