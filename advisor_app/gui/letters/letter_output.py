"""Where the pages of a letter go: to a printer or into a file of the advisor's choice."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from advisor_app.domain.correspondence import Letter
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.parts.file_choice import choose_file, dated
from advisor_app.gui.printing.print_dialog import PrintDialog
from advisor_app.services import files, letter_templates


def print_letter(desk: Desk, letter: Letter, window: QWidget) -> None:
    """Ask for a printer, and send the pages to it."""
    correspondence = desk.session.correspondence
    dialog = PrintDialog(
        lambda: correspondence.pdf(letter), desk.tasks, desk.look, desk.language, window
    )
    sent = QCoreApplication.translate("LetterOutput", "De brief is naar de printer gestuurd.")
    dialog.accepted.connect(lambda: desk.news.said.emit(sent))
    dialog.open()


def choose_pdf(
    desk: Desk, letter: Letter, window: QWidget, then: Callable[[Path], None]
) -> QFileDialog:
    """Ask where the file comes; its name says which kind of letter it is, and of which day."""
    known = {each.code: each.title.lower() for each in letter_templates.templates(desk.language)}
    kind = known.get(letter.template, QCoreApplication.translate("LetterOutput", "brief"))
    return choose_file(
        window,
        QCoreApplication.translate("LetterOutput", "Waar komt de PDF?"),
        dated(kind, letter.fixed_on or desk.today(), "pdf"),
        "PDF",
        then,
    )


def write_pdf(
    desk: Desk,
    letter: Letter,
    target: Path,
    refused: Callable[[ProblemError], None],
    window: QWidget,
) -> None:
    """Write the pages to a file, whole or not at all."""
    correspondence = desk.session.correspondence
    saved = QCoreApplication.translate("LetterOutput", "De PDF is opgeslagen.")
    desk.tasks.run(
        lambda: files.write(target, correspondence.pdf(letter)),
        then=lambda _done: desk.news.said.emit(saved),
        otherwise=refused,
        owner=window,
    )
