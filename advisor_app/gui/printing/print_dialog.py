"""What will come out of the printer, to be seen before it does."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from advisor_app._assets.forms.print_dialog import Ui_PrintDialog
from advisor_app.domain.language import Language
from advisor_app.domain.problems import ProblemError
from advisor_app.gui.look import Look
from advisor_app.gui.parts.form import offer
from advisor_app.gui.printing.page_images import pixmap_of
from advisor_app.gui.tasks import Tasks
from advisor_app.services import printing, words

if sys.platform == "win32":
    from advisor_app.gui.printing import windows_printing as printers
else:
    from advisor_app.services import printing as printers

PAGE_WIDTH = 600
BESIDE_PAGE = 120
"""What margins and scroll bar take of the width of the dialog."""


class PrintDialog(QDialog):
    """Shows the pages of a document and sends them to a chosen printer."""

    def __init__(
        self,
        make: Callable[[], bytes],
        tasks: Tasks,
        look: Look,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        """Take what makes the PDF; it is called on the vault's thread."""
        super().__init__(parent)
        self.ui = Ui_PrintDialog()
        self.ui.setupUi(self)
        look.dress(self)
        self._tasks = tasks
        self._language = language
        self._width = min(look.length(PAGE_WIDTH), self.width() - look.length(BESIDE_PAGE))
        self._pdf = b""
        self.ui.problem.hide()
        self.ui.print_now.setEnabled(False)
        self.ui.print_now.clicked.connect(self.print_now)
        self.ui.cancel.clicked.connect(self.reject)
        tasks.run(lambda: self._prepare(make), then=self._show, otherwise=self._refuse, owner=self)

    def print_now(self) -> None:
        """Send the document; the dialog stays open if that fails."""
        pdf, queue = self._pdf, self.ui.printer.currentData()
        self.ui.print_now.setEnabled(False)
        self._tasks.run(
            lambda: printers.send(pdf, queue),
            then=lambda _sent: self.accept(),
            otherwise=self._refuse,
            owner=self,
        )

    def _prepare(self, make: Callable[[], bytes]) -> tuple[bytes, Sequence[Any], tuple[str, ...]]:
        pdf = make()
        return pdf, printing.preview(pdf, self._width), printers.queues()

    def _show(self, prepared: tuple[bytes, Sequence[Any], tuple[str, ...]]) -> None:
        self._pdf, images, queues = prepared
        for image in images:
            sheet = QLabel(self.ui.paper)
            sheet.setPixmap(pixmap_of(image))
            sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.ui.sheets.insertWidget(self.ui.sheets.count() - 1, sheet)
        self.ui.pages_count.setText(self.tr("%n bladzijde(n)", "", len(images)))
        offer(self.ui.printer, [(queue, queue) for queue in queues])
        self.ui.printer.setEnabled(bool(queues))
        self.ui.print_now.setEnabled(bool(queues))
        if not queues:
            self._say(
                self.tr(
                    "Er is geen printer gevonden. Sluit een printer aan en probeer het opnieuw."
                )
            )

    def _refuse(self, error: ProblemError) -> None:
        self._say(words.sentence(error.problem, self._language))
        self.ui.print_now.setEnabled(bool(self._pdf))

    def _say(self, sentence: str) -> None:
        self.ui.problem.setText(sentence)
        self.ui.problem.show()
        self.ui.print_now.setAccessibleDescription(sentence)
