"""The figures of a release as a file, in each form in which they leave."""

from advisor_app.documents import spreadsheet, workbook
from advisor_app.domain.report import FiguresReport, FileFormat


def draw(report: FiguresReport, form: FileFormat) -> bytes:
    """Return the file of a report: the same report gives the same bytes."""
    match form:
        case FileFormat.PDF:
            from advisor_app.documents import report as paper  # noqa: PLC0415  # a heavy door

            return paper.render(report)
        case FileFormat.ODS:
            return spreadsheet.ods(report)
        case FileFormat.XLSX:
            return workbook.xlsx(report)
        case FileFormat.CSV:
            return spreadsheet.csv(report)
