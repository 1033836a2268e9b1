"""Choices about the program: how it looks, when it locks, where backups go."""

from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from advisor_app._assets.forms.settings_page import Ui_SettingsPage
from advisor_app.domain.backup import Backup
from advisor_app.domain.language import Language
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.settings import Appearance, Settings, Theme, Typeface
from advisor_app.gui.desk import Desk
from advisor_app.gui.form import offer
from advisor_app.gui.passphrase_dialog import PassphraseDialog
from advisor_app.gui.places import Place
from advisor_app.gui.print_dialog import PrintDialog
from advisor_app.services.access import Access
from advisor_app.services.settings import AppearanceFile

SCALES = (80, 90, 100, 110, 125, 150, 175, 200)


class SettingsPage(QWidget):
    """Every choice takes effect at once; nothing here needs a button to be kept."""

    def __init__(self, desk: Desk, appearance_file: AppearanceFile, access: Access) -> None:
        super().__init__()
        self.ui = Ui_SettingsPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._file = appearance_file
        self._access = access
        self._settings = Settings()
        self._offer(appearance_file.read())
        for box in (self.ui.language, self.ui.theme, self.ui.scale, self.ui.typeface):
            box.activated.connect(self._keep_appearance)
        self.ui.idle_minutes.valueChanged.connect(self._keep_minutes)
        self.ui.change_passphrase.clicked.connect(self._change_passphrase)
        self.ui.renew_code.clicked.connect(self._renew_code)
        self.ui.make_backup.clicked.connect(self.back_up)
        self.ui.backup_problem.hide()
        self.ui.safety_note.setText(
            self.tr("Een andere tijd geldt vanaf de volgende keer dat u de kluis opent.")
        )
        self.ui.version.setText(
            self.tr("Versie %1, EUPL-1.2").replace("%1", version("advisor-app"))
        )
        self.ui.folder.setText(
            self.tr("Uw kluis staat in %1").replace("%1", str(desk.session.folder))
        )

    def show_place(self, _place: Place) -> None:
        """Show the choices as they are kept."""
        session = self._desk.session

        def show(found: tuple[Settings, Backup | None]) -> None:
            self._settings = found[0]
            self.ui.idle_minutes.blockSignals(True)  # noqa: FBT003  (Qt's own)
            self.ui.idle_minutes.setValue(found[0].idle_minutes)
            self.ui.idle_minutes.blockSignals(False)  # noqa: FBT003  (Qt's own)
            self._show_backup(found[1])

        self._desk.tasks.run(
            lambda: (session.settings.read(), session.backups.latest()), then=show, owner=self
        )
        self.ui.language.setFocus()

    def keep_drafts(self) -> None:
        """Nothing is typed here."""

    def back_up(self) -> None:
        """Ask where to, write a backup there and read it back."""
        session = self._desk.session
        name = session.backups.suggest_name(session.vault_name)
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Waar komt de back-up?"),
            str(Path.home() / name),
            self.tr("Back-ups (*.vaultbackup)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.back_up_to(Path(chosen))

    def back_up_to(self, target: Path) -> None:
        """Write a backup to a file and read it back."""
        session = self._desk.session
        self.ui.make_backup.setEnabled(False)
        self.ui.backup_problem.hide()
        self.ui.latest.setText(self.tr("Bezig met schrijven en teruglezen…"))

        def done(backup: Backup) -> None:
            self.ui.make_backup.setEnabled(True)
            self._show_backup(backup)
            self._desk.news.said.emit(self.tr("De back-up is gemaakt en goed teruggelezen."))

        def refused(error: ProblemError) -> None:
            self.ui.make_backup.setEnabled(True)
            self.ui.backup_problem.setText(self._desk.sentence(error))
            self.ui.backup_problem.show()
            self.show_place(Place.read("settings 0 0 0") or Place.read("today 0 0 0"))  # type: ignore[arg-type]

        self._desk.tasks.run(
            lambda: session.backups.back_up(target), then=done, otherwise=refused, owner=self
        )

    def _offer(self, appearance: Appearance) -> None:
        ui = self.ui
        offer(
            ui.language,
            [(Language.NL, "Nederlands"), (Language.EN, "English")],
            appearance.language,
        )
        offer(
            ui.theme,
            [
                (Theme.SYSTEM, self.tr("Zoals de computer")),
                (Theme.LIGHT, self.tr("Licht")),
                (Theme.DARK, self.tr("Donker")),
                (Theme.CONTRAST, self.tr("Hoog contrast")),
            ],
            appearance.theme,
        )
        offer(ui.scale, [(scale, f"{scale} %") for scale in SCALES], appearance.scale)
        offer(
            ui.typeface,
            [
                (Typeface.INTER, "Inter"),
                (Typeface.ATKINSON, self.tr("Atkinson Hyperlegible (voor slechte ogen)")),
            ],
            appearance.typeface,
        )

    def _keep_appearance(self) -> None:
        chosen = Appearance(
            language=self.ui.language.currentData(),
            theme=self.ui.theme.currentData(),
            scale=self.ui.scale.currentData(),
            typeface=self.ui.typeface.currentData(),
        )
        if chosen == self._file.read():
            return
        try:
            self._file.keep(chosen)
        except ProblemError as error:
            self._desk.news.refused.emit(self._desk.sentence(error))
            return
        self._desk.news.look_changed.emit()

    def _keep_minutes(self, minutes: int) -> None:
        self._settings = replace(self._settings, idle_minutes=minutes)
        settings, session = self._settings, self._desk.session
        self._desk.tasks.run(lambda: session.settings.keep(settings))

    def _change_passphrase(self) -> None:
        PassphraseDialog(self._desk, self._access, self).open()

    def _renew_code(self) -> None:
        """Print a new sheet; the code itself is shown nowhere else."""
        session, access, desk = self._desk.session, self._access, self._desk
        make: Callable[[], bytes] = lambda: access.recovery_sheet(  # noqa: E731
            access.groups_of(session.renew_recovery_code()), session.vault_name, desk.language
        )
        PrintDialog(make, desk.tasks, desk.look, desk.language, self).open()

    def _show_backup(self, backup: Backup | None) -> None:
        if backup is None:
            self.ui.latest.setText(self.tr("Er is nog geen back-up van deze kluis."))
        else:
            words = self.tr("Laatste back-up: %1").replace("%1", self._desk.moment(backup.made_at))
            self.ui.latest.setText(f"{words}  ·  {Path(backup.target).name}")
