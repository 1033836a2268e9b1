"""Choices about the program: how it looks, when it locks, where backups go."""

from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from advisor_app._assets.forms.settings_page import Ui_SettingsPage
from advisor_app.domain.backup import Backup
from advisor_app.domain.identity import UNSAVED
from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.settings import Appearance, Settings, Theme, Typeface
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.file_choice import choose_file
from advisor_app.gui.parts.form import leave_the_wheel_alone, offer, show_value, take_numbers_whole
from advisor_app.gui.parts.marks import bring_into_sight, mark, unmark
from advisor_app.gui.places import Place
from advisor_app.gui.shortcuts import Command
from advisor_app.gui.vaults.backups_dialog import BackupsDialog
from advisor_app.gui.vaults.long_work import LongWork
from advisor_app.gui.vaults.passphrase_dialog import PassphraseDialog
from advisor_app.gui.vaults.recovery_code_dialog import RecoveryCodeDialog
from advisor_app.gui.widgets.chip import Tone
from advisor_app.services.access import Access
from advisor_app.services.appearance import AppearanceFile

SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
_FIELDS = ("language", "theme", "scale", "typeface", "idle_minutes", "trusted")
_NOT_IN_PRACTICE = ("trusted", "trusted_help", "change_passphrase", "renew_code", "backups")


class SettingsPage(QWidget):
    """Every choice takes effect at once; nothing here needs a button to be kept."""

    def __init__(self, desk: Desk, appearance_file: AppearanceFile, access: Access) -> None:
        super().__init__()
        self.ui = Ui_SettingsPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        leave_the_wheel_alone(self)
        take_numbers_whole(self)
        self._desk = desk
        self._file = appearance_file
        self._access = access
        self._settings = Settings()
        self._latest: Backup | None = None
        self.panes = [self.ui.content]
        unmark(self.ui, _FIELDS, self.ui.backup_problem)
        self._writing = LongWork(self.ui.progress, self.ui.stop_backup)
        # Whoever types 150 has chosen 110 at the first figure: another look makes the window anew.
        self._typed = QTimer(self, singleShot=True, interval=QApplication.keyboardInputInterval())
        self._offer(appearance_file.read())
        self._wire()
        self.ui.version.setText(
            self.tr("Versie %1, licentie EUPL-1.2").replace("%1", version("advisor-app"))
        )
        self.ui.folder.setText(
            self.tr("Uw kluis staat in %1").replace("%1", str(desk.session.folder))
        )
        for name in _NOT_IN_PRACTICE if desk.session.is_demo else ():
            getattr(self.ui, name).hide()

    def show_place(self, place: Place) -> None:
        """Show the choices as they are kept, the focus on the one that was made last."""
        self._load()
        getattr(self.ui, place.field or "language", self.ui.language).setFocus()

    def keep_drafts(self) -> None:
        """Nothing is typed here."""

    def back_up(self) -> QFileDialog | None:
        """Ask where to, write a backup there and read it back; return what asks."""
        session = self._desk.session
        if session.is_demo:
            self._desk.news.said.emit(
                self.tr("De oefenkluis is weg zodra u sluit. Een back-up heeft hier geen zin.")
            )
            return None
        dialog = choose_file(
            self,
            self.tr("Waar komt de back-up?"),
            session.backups.suggest_name(session.vault_name),
            self.tr("Back-ups"),
            self.back_up_to,
        )
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a backup never overwrites
        return dialog

    def change_passphrase(self) -> None:
        """Ask for another passphrase."""
        forgotten = self._desk.session.is_demo
        PassphraseDialog(self._desk, self._access, self, forgotten=forgotten).open()

    def back_up_to(self, target: Path) -> None:
        """Write a backup to a file and read it back."""
        session = self._desk.session
        self._show_busy(busy=True)
        self.ui.backup_problem.hide()

        def done(backup: Backup) -> None:
            self._show_busy(busy=False)
            self._show_backup(backup)
            self._desk.news.said.emit(
                self.tr("De back-up is gemaakt en helemaal teruggelezen. Alles klopt.")
            )
            if backup.id == UNSAVED:
                self._say_problem(
                    self.tr(
                        "De back-up is goed, maar deze kluis kon hem niet noteren: de schijf is vol, of de map van de kluis is weg. Maak ruimte vrij of zet de map terug; dan gebeurt dat bij het vergrendelen vanzelf."
                    )
                )

        def refused(error: ProblemError) -> None:
            self._show_busy(busy=False)
            self._show_backup(self._latest)
            self.ui.make_backup.setFocus()
            if error.problem is Problem.STOPPED:
                self._desk.news.said.emit(self._desk.sentence(error))
                return
            self._say_problem(self._desk.sentence(error))
            self.ui.make_backup.setAccessibleDescription(self._desk.sentence(error))

        self._desk.tasks.run(
            lambda: session.backups.back_up(target, self._writing.progress),
            then=done,
            otherwise=refused,
            owner=self,
        )

    def _wire(self) -> None:
        for box in (self.ui.language, self.ui.theme, self.ui.scale, self.ui.typeface):
            box.activated.connect(lambda _row: self._typed.start())
        self._typed.timeout.connect(self._keep_appearance)
        self.ui.idle_minutes.valueChanged.connect(self._keep_minutes)
        self.ui.trusted.toggled.connect(self._trust)
        self.ui.change_passphrase.clicked.connect(self.change_passphrase)
        self.ui.renew_code.clicked.connect(
            lambda: RecoveryCodeDialog(self._desk, self._access, self).open()
        )
        self.ui.make_backup.clicked.connect(self.back_up)
        self.ui.backup_weeks.valueChanged.connect(self._keep_weeks)
        self.ui.all_backups.clicked.connect(self._show_backups)
        self.ui.edit_letterhead.clicked.connect(
            lambda: self._desk.news.commanded.emit(Command.EDIT_LETTERHEAD)
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
        scales = sorted({*SCALES, appearance.scale})
        offer(ui.scale, [(scale, f"{scale} %") for scale in scales], appearance.scale)
        offer(
            ui.typeface,
            [(Typeface.INTER, "Inter"), (Typeface.ATKINSON, "Atkinson Hyperlegible")],
            appearance.typeface,
        )

    def _load(self) -> None:
        session = self._desk.session

        def show(found: tuple[Settings, Backup | None, bool]) -> None:
            self._settings, backup, trusted = found
            self._put("idle_minutes", self._settings.idle_minutes)
            self._put("backup_weeks", self._settings.backup_weeks)
            self._put("trusted", trusted)
            self._show_backup(backup)

        self._desk.tasks.run(
            lambda: (
                session.settings.read(),
                session.backups.latest(),
                session.trusts_this_device,
            ),
            then=show,
            owner=self,
        )

    def _show_backups(self) -> None:
        """List them; what was thrown away there is the latest here no more."""
        dialog = BackupsDialog(self._desk, self)
        dialog.finished.connect(self._load)
        dialog.open()

    def _put(self, field: str, value: object) -> None:
        """Show a value without taking it for a choice."""
        widget: QWidget = getattr(self.ui, field)
        with QSignalBlocker(widget):
            show_value(widget, value)

    def _keep_appearance(self) -> None:
        ui = self.ui
        chosen = Appearance(
            language=Language(ui.language.currentData()),
            theme=Theme(ui.theme.currentData()),
            scale=ui.scale.currentData(),
            typeface=Typeface(ui.typeface.currentData()),
        )
        if chosen == self._file.read():
            return
        try:
            self._file.keep(chosen)
        except ProblemError as error:
            self._refuse(error)
            return
        self._desk.news.look_changed.emit()

    def _keep_minutes(self, minutes: int) -> None:
        session, news = self._desk.session, self._desk.news

        def keep() -> Settings:
            settings = replace(session.settings.read(), idle_minutes=minutes)
            session.settings.keep(settings)
            return settings

        self._desk.tasks.run(
            keep,
            then=lambda kept: news.idle_minutes_chosen.emit(kept.idle_minutes),
            otherwise=self._refuse,
            owner=self,
        )

    def _keep_weeks(self, weeks: int) -> None:
        backups = self._desk.session.backups
        self._desk.tasks.run(lambda: backups.keep_for(weeks), otherwise=self._refuse, owner=self)

    def _trust(self, trusted: bool) -> None:  # noqa: FBT001  (Qt's signal has one flag)
        session = self._desk.session
        unmark(self.ui, ("trusted",), self.ui.backup_problem)

        def work() -> bool:
            if trusted:
                return session.trust_this_device()
            session.distrust_this_device()
            return True

        def done(possible: bool) -> None:  # noqa: FBT001  (the answer of work)
            self._put("trusted", trusted and possible)
            if not possible:
                self.ui.trusted_problem.setText(
                    self.tr(
                        "Deze computer heeft geen sleutelkast die werkt. "
                        "U opent de kluis met uw wachtzin."
                    )
                )
                self.ui.trusted_problem.show()

        self._desk.tasks.run(work, then=done, otherwise=self._refuse, owner=self)

    def _show_busy(self, *, busy: bool) -> None:
        self.ui.make_backup.setEnabled(not busy)
        if not busy:
            was_here = self.window().focusWidget() is self.ui.stop_backup
            self._writing.end()
            if was_here:
                self.ui.make_backup.setFocus()
        else:
            self._writing.begin()
            self.ui.stop_backup.setFocus()
            bring_into_sight(self.ui.stop_backup)
            self.ui.state.say("")
            self.ui.latest.setText(self.tr("Bezig met schrijven en teruglezen…"))

    def _say_problem(self, sentence: str) -> None:
        mark(self.ui, "", sentence, self.ui.backup_problem)

    def _show_backup(self, backup: Backup | None) -> None:
        self._latest = backup
        self.ui.make_backup.setAccessibleDescription("")
        if backup is None:
            self.ui.state.say(self.tr("Nog geen"), Tone.WARN)
            self.ui.latest.setText(
                self.tr("Gaat deze computer stuk, dan is alles weg. Een USB-stick is genoeg.")
            )
        else:
            self.ui.state.say(self.tr("Teruggelezen"), Tone.OK)
            moment = self._desk.moment(backup.made_at)
            self.ui.latest.setText(f"{moment}  ·  {Path(backup.target).name}")

    def _refuse(self, error: ProblemError) -> None:
        """Say what could not be kept, and show what is."""
        self._desk.news.refused.emit(self._desk.sentence(error))
        self._load()
