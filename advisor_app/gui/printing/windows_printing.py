"""To paper on Windows, whose printers take no PDF: the very pages, drawn by Qt."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.gui.printing.page_images import image_of
from advisor_app.services import printing

_DOTS_WIDE = 2_480
"""A4 at 300 dots an inch."""


def queues() -> tuple[str, ...]:
    """Return the printers of this computer, the default one first."""
    default = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != default))


def send(pdf: bytes, queue: str) -> None:
    """Hand a document to a printer.

    Raises:
        ProblemError: NO_PRINTER, PRINTING_FAILED.
    """
    if queue not in queues():
        raise ProblemError(Problem.NO_PRINTER)
    paint(pdf, QPrinter(QPrinterInfo.printerInfo(queue), QPrinter.PrinterMode.HighResolution))


def paint(pdf: bytes, printer: QPrinter) -> None:
    """Draw each page over a whole sheet; the job is called what every job is.

    Raises:
        ProblemError: PRINTING_FAILED.
    """
    printer.setDocName(printing.TITLE)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise ProblemError(Problem.PRINTING_FAILED)
    try:
        sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
        for number, page in enumerate(printing.large_pages(pdf, _DOTS_WIDE)):
            if number and not printer.newPage():
                raise ProblemError(Problem.PRINTING_FAILED)
            image = image_of(page)
            painter.drawImage(sheet, image, QRectF(image.rect()))
    finally:
        painter.end()
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise ProblemError(Problem.PRINTING_FAILED)
