"""On Windows Qt draws the pages on the printer; here it draws them into a file."""

from io import BytesIO

import pytest
from pikepdf import Pdf
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from advisor_app.documents import letter
from advisor_app.domain.problems import Problem
from advisor_app.gui.printing import windows_printing
from advisor_app.gui.printing.page_images import image_of
from advisor_app.services import printing
from tests.documents.samples import long_letter

WIDE = 300


@pytest.fixture
def paper(tmp_path, qapp):
    """A printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    return printer


def greys(page):
    image = image_of(page).convertToFormat(QImage.Format.Format_Grayscale8)
    return [
        image.pixelColor(x, y).value() for y in range(0, page.height, 2) for x in range(0, WIDE, 2)
    ]


def test_every_page_stands_on_a_sheet_of_its_own_as_it_was_seen(paper, tmp_path):
    pdf = letter.render(long_letter())
    windows_printing.paint(pdf, paper)
    printed = (tmp_path / "paper.pdf").read_bytes()
    seen, sheets = printing.preview(pdf, WIDE), printing.preview(printed, WIDE)
    assert len(seen) == len(sheets) > 1
    for page, sheet in zip(seen, sheets, strict=True):
        off = [abs(one - two) for one, two in zip(greys(page), greys(sheet), strict=True)]
        assert sum(off) / len(off) < 8
    assert sum(value < 160 for value in greys(sheets[0])) > 200  # there is something on it


def test_a_job_is_called_what_every_job_is_and_bears_no_word_of_the_letter(paper, tmp_path):
    windows_printing.paint(letter.render(long_letter()), paper)
    with Pdf.open(BytesIO((tmp_path / "paper.pdf").read_bytes())) as printed:
        assert str(printed.docinfo["/Title"]) == printing.TITLE


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_is_gone_and_one_that_cannot_print_are_said(paper, tmp_path, problem_of):
    pdf = letter.render(long_letter())
    assert problem_of(lambda: windows_printing.send(pdf, "gone")) == Problem.NO_PRINTER
    paper.setOutputFileName(str(tmp_path / "nowhere" / "paper.pdf"))
    assert problem_of(lambda: windows_printing.paint(pdf, paper)) == Problem.PRINTING_FAILED
