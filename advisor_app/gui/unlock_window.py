"""The way in: by passphrase, by recovery code, to another vault, or from a backup."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidgetItem, QPushButton, QWidget

from advisor_app._assets.forms.unlock_window import Ui_UnlockWindow
from advisor_app.domain.language import Language
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.look import Look
from advisor_app.gui.tasks import Tasks
from advisor_app.services import words
from advisor_app.services.access import Access, Restored


class UnlockWindow(QWidget):
    """Opens one vault; what was typed stays on an error, and is forgotten on success."""

    opened = Signal(object)
    """A Session."""

    restored = Signal(object)
    """A Restored: the session of a vault that was made from a backup."""

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
        self._wire()
        self.ui.working.setVisible(False)
        self._show_vaults()
        if folder is None:
            self.show_vaults()
        else:
            self._choose(folder)

    def open(self) -> None:
        """Open the vault with the passphrase that was typed."""
        folder, passphrase = self._folder, self.ui.passphrase.text()
        if folder is not None and passphrase:
            self._work(
                lambda: self._access.open(folder, passphrase),
                self.opened.emit,
                self.ui.passphrase_problem,
                self.ui.open,
                self.ui.passphrase,
            )

    def open_with_code(self) -> None:
        """Open the vault with the recovery code that was typed."""
        folder, code = self._folder, self.ui.code.text()
        if folder is not None and code:
            self._work(
                lambda: self._access.open_with_recovery_code(folder, code),
                self.opened.emit,
                self.ui.code_problem,
                self.ui.open_with_code,
                self.ui.code,
            )

    def open_here(self) -> None:
        """Open the vault by what the key store of this device keeps."""
        folder = self._folder
        if folder is None:
            return

        def then(session: object) -> None:
            if session is None:
                self.ui.open_here.hide()
                self._say(
                    self.ui.passphrase_problem,
                    self.tr("Op deze computer kan dat niet meer. Typ uw wachtzin."),
                )
            else:
                self.opened.emit(session)

        self._work(
            lambda: self._access.open_with_keyring(folder),
            then,
            self.ui.passphrase_problem,
            self.ui.open_here,
            self.ui.passphrase,
        )

    def show_vaults(self) -> None:
        """List the vaults of this computer, and the other ways on."""
        self._show_vaults()
        self.ui.back_from_vaults.setVisible(self._folder is not None)
        self.ui.pages.setCurrentWidget(self.ui.vaults_page)
        self.ui.vaults.setFocus()

    def show_restore(self) -> None:
        """Ask for a backup and for the name of a new vault."""
        self.ui.pages.setCurrentWidget(self.ui.restore_page)
        self.ui.choose_source.setFocus()

    def restore_now(self) -> None:
        """Make a new vault from the chosen backup."""
        source, typed = self._source, self.ui.secret.text()
        if source is None:
            self._say(self.ui.restore_problem, self.tr("Kies eerst een back-up."))
            self.ui.choose_source.setFocus()
            return

        def restore() -> Restored:
            folder = self._access.folder_of(self.ui.name.text())
            if _looks_like_code(typed):
                return self._access.restore(source, folder, recovery_code=typed)
            return self._access.restore(source, folder, passphrase=typed)

        self._work(
            restore,
            self.restored.emit,
            self.ui.restore_problem,
            self.ui.restore_now,
            self.ui.secret,
        )

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's name)
        """Forget what was typed."""
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
        ui.restore.clicked.connect(self.show_restore)
        ui.choose_source.clicked.connect(self._choose_source)
        ui.restore_now.clicked.connect(self.restore_now)
        ui.secret.accepted.connect(self.restore_now)
        ui.practise.clicked.connect(self.demo_wanted)
        ui.new_vault.clicked.connect(self.new_vault_wanted)

    def _show_vaults(self) -> None:
        self.ui.vaults.clear()
        for known in self._access.vaults():
            item = QListWidgetItem(known.name)
            item.setData(Qt.ItemDataRole.UserRole, str(known.folder))
            self.ui.vaults.addItem(item)
        self.ui.vaults.setCurrentRow(0)
        nothing = self.ui.vaults.count() == 0
        self.ui.choose.setEnabled(not nothing)
        self._say(
            self.ui.vaults_problem,
            self.tr("Op deze computer staat nog geen kluis in de gewone map.") if nothing else "",
        )

    def _choose_listed(self) -> None:
        item = self.ui.vaults.currentItem()
        if self.ui.vaults.count():
            self._choose(Path(str(item.data(Qt.ItemDataRole.UserRole))))

    def _choose(self, folder: Path) -> None:
        self._folder = folder
        self.ui.vault_name.setText(folder.name.removesuffix(".vault"))
        self.ui.open_here.hide()
        self._tasks.run(
            lambda: self._access.is_trusted_here(folder),
            then=self.ui.open_here.setVisible,
            owner=self,
            latest="trusted",
        )
        self._show_unlock()

    def _show_unlock(self) -> None:
        self._say(self.ui.passphrase_problem, "")
        self.ui.passphrase.set_wrong(wrong=False)
        self.ui.pages.setCurrentWidget(self.ui.unlock_page)
        self.ui.passphrase.setFocus()

    def _show_recovery(self) -> None:
        self._say(self.ui.code_problem, "")
        self.ui.pages.setCurrentWidget(self.ui.recovery_page)
        self.ui.code.setFocus()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Map van de kluis kiezen"))
        if chosen:
            self._choose(Path(chosen))

    def _choose_source(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Back-up kiezen"), "", self.tr("Back-ups (*.vaultbackup)")
        )
        if chosen:
            self.take_source(Path(chosen))

    def take_source(self, source: Path) -> None:
        """Take the backup file to restore from."""
        self._source = source
        self.ui.source.setText(source.name)
        if not self.ui.name.text():
            self.ui.name.setText(source.stem)
        self.ui.secret.setFocus()

    def _work(
        self,
        work: Callable[[], object],
        then: Callable[[object], None],
        problem: QLabel,
        button: QPushButton,
        field: QWidget,
    ) -> None:
        """Do something that takes a second; on an error the text stays and the field is marked."""
        button.setEnabled(False)
        self.ui.working.setVisible(True)
        self._say(problem, "")

        def done(value: object) -> None:
            button.setEnabled(True)
            self.ui.working.setVisible(False)
            self._forget()
            then(value)

        def refused(error: ProblemError) -> None:
            button.setEnabled(True)
            self.ui.working.setVisible(False)
            self._say(problem, words.sentence(error.problem, self._language))
            if field is self.ui.passphrase:
                self.ui.passphrase.set_wrong(wrong=True)
            field.setFocus()

        self._tasks.run(work, then=done, otherwise=refused, owner=self)

    def _say(self, problem: QLabel, sentence: str) -> None:
        problem.setText(sentence)
        problem.setVisible(bool(sentence))

    def _forget(self) -> None:
        self.ui.passphrase.clear()
        self.ui.secret.clear()
        self.ui.code.clear()


def _looks_like_code(typed: str) -> bool:
    """Tell a recovery code from a passphrase: it is long, and has no small letters between words."""
    plain = "".join(typed.split()).replace("-", "")
    return len(plain) == 34 and plain.isalnum() and len(typed.split()) != 6
