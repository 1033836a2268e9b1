"""What will come out of the printer, to be seen before it does."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
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
        without: str = "",
    ) -> None:
        """Take what makes the PDF; it is called on the vault's thread.

        `without` is a sentence about what can be done where there is no printer.
        """
        super().__init__(parent)
        self.ui = Ui_PrintDialog()
        self.ui.setupUi(self)
        look.dress(self)
        self._tasks = tasks
        self._language = language
        self._width = min(look.length(PAGE_WIDTH), self.width() - look.length(BESIDE_PAGE))
        self._without = without
        self._pdf = b""
        self.ui.problem.hide()
        self.ui.print_now.setEnabled(False)
        self.ui.print_now.clicked.connect(self.print_now)
        self.ui.search_again.hide()
        self.ui.search_again.clicked.connect(self.search_again)
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

    def search_again(self) -> None:
        """Look for printers once more: one may have been connected meanwhile."""
        self.ui.problem.hide()
        self._tasks.run(
            printers.queues, then=self._offer, otherwise=self._refuse, owner=self, latest="printers"
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Look again when somebody comes back who had no printer."""
        super().changeEvent(event)
        came = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if came and self._pdf and not self.ui.printer.count():
            self.search_again()

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
        self._offer(queues)

    def _offer(self, queues: tuple[str, ...]) -> None:
        """Let one of these printers be chosen, or say how to go on without any."""
        offer(self.ui.printer, [(queue, queue) for queue in queues])
        for part in (self.ui.printer, self.ui.print_now):
            part.setEnabled(bool(queues))
        self.ui.search_again.setVisible(not queues)
        self.ui.print_now.setAccessibleDescription("")
        self.ui.problem.hide()
        if not queues:
            sentence = self.tr(
                "Er is geen printer gevonden. Sluit een printer aan en kies Opnieuw zoeken."
            )
            self._say(f"{sentence} {self._without}".strip())

    def _refuse(self, error: ProblemError) -> None:
        self._say(words.sentence(error.problem, self._language))
        self.ui.print_now.setEnabled(bool(self._pdf))

    def _say(self, sentence: str) -> None:
        self.ui.problem.setText(sentence)
        self.ui.problem.show()
        self.ui.print_now.setAccessibleDescription(sentence)
