"""From the bytes of a document to its pages on screen, off the window's thread."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainter, QPixmap

from advisor_app.domain.problems import ProblemError
from advisor_app.gui.desk import Desk
from advisor_app.gui.printing.page_images import pixmap_of
from advisor_app.gui.widgets.paper_view import PaperView
from advisor_app.services import printing

Pages = Sequence[Any]


class Paper(QObject):
    """Fills a view; of documents that are asked for in haste only the last one is drawn."""

    drawn = Signal()
    """The pages of the document that was asked for last are in sight."""

    def __init__(self, desk: Desk, view: PaperView, kind: str) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._kind = kind
        self._pdf = b""
        self._wide = 0
        view.width_changed.connect(self._draw_again)

    def draw(self, make: Callable[[], bytes], otherwise: Callable[[ProblemError], None]) -> None:
        """Show the document that `make` returns; it is called on the vault's thread."""
        width = self._pixels()

        def work() -> tuple[bytes, int, Pages]:
            pdf = make()
            return pdf, width, printing.preview(pdf, width)

        self._desk.tasks.run(
            work, then=self._show, otherwise=otherwise, owner=self, latest=self._kind
        )

    def clear(self) -> None:
        """Show nothing."""
        self._pdf = b""
        self._view.show_pages((), ())

    def _draw_again(self) -> None:
        pdf, width = self._pdf, self._pixels()
        if pdf and width != self._wide:
            self._desk.tasks.run(
                lambda: (pdf, width, printing.preview(pdf, width)),
                then=self._show,
                owner=self,
                latest=f"{self._kind} again",
            )

    def _pixels(self) -> int:
        return round(self._view.page_width() * self._view.devicePixelRatioF())

    def _show(self, found: tuple[bytes, int, Pages]) -> None:
        self._pdf, self._wide, images = found
        names = [
            self.tr("Pagina %1 van %2").replace("%1", str(number)).replace("%2", str(len(images)))
            for number in range(1, len(images) + 1)
        ]
        self._view.show_pages([self._sheet(image) for image in images], names)
        self.drawn.emit()
        self._draw_again()

    def _sheet(self, image: Any) -> QPixmap:
        """Return a page on the paper of the theme: dimmed in the dark, never inverted."""
        sheet = pixmap_of(image)
        painter = QPainter(sheet)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(sheet.rect(), self._desk.look.colour("paper"))
        painter.end()
        sheet.setDevicePixelRatio(self._view.devicePixelRatioF())
        return sheet
