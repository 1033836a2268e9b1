"""The certificate of a destruction, as a file or on paper, as often as it is asked for."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from advisor_app.domain.days import local_day
from advisor_app.domain.destruction import Destruction
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.file_choice import choose_file, dated
from advisor_app.gui.printing.print_dialog import PrintDialog
from advisor_app.services import files


class Certificates(QObject):
    """Saves and prints certificates for a window."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent

    def save(self, made: Destruction) -> None:
        """Ask for a place and write the certificate there."""
        choose_file(
            self._window,
            self.tr("Waar komt de verklaring?"),
            dated(self.tr("vernietigingsverklaring"), local_day(made.destroyed_at), "pdf"),
            "PDF",
            partial(self.save_to, made),
        )

    def save_to(self, made: Destruction, target: Path) -> None:
        """Write the certificate of a destruction to a file."""
        desk = self._desk
        desk.tasks.run(
            lambda: files.write(target, self._draw(made)),
            then=lambda _done: desk.news.said.emit(self.tr("De verklaring is opgeslagen.")),
            otherwise=lambda error: desk.news.refused.emit(desk.sentence(error)),
            owner=self,
        )

    def print_out(self, made: Destruction) -> None:
        """Show the certificate as it comes out of the printer, and print it."""
        desk = self._desk
        PrintDialog(
            partial(self._draw, made), desk.tasks, desk.look, desk.language, self._window
        ).open()

    def _draw(self, made: Destruction) -> bytes:
        return self._desk.session.retention.certificate(made.id, self._desk.language)
