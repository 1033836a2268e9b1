"""Pages of a document below each other, as they will leave."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

MARGIN = 16
LEAST = 120
TALL = 2**0.5
"""The height of a sheet of A4 for a width of one."""

_RESIZED_MS = 150


class PaperView(QScrollArea):
    """Only the paper scrolls; it is as wide as the view, or as the view is tall."""

    width_changed = Signal()
    """The pages should be drawn again, `page_width` wide."""

    page_changed = Signal(int, int)
    """Which page is in sight, from 1, of how many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._desk = QWidget(self)
        self._desk.setProperty("role", "desk")
        self._desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sheets = QVBoxLayout(self._desk)
        self._sheets.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._sheets.setSpacing(MARGIN)
        self._sheets.addStretch()
        self.setWidget(self._desk)
        self._whole = False
        self._pages: list[QLabel] = []
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_RESIZED_MS)
        self._resized.timeout.connect(self.width_changed)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def page_width(self) -> int:
        """Return how wide a page has to be now."""
        room = self.viewport().width() - 2 * MARGIN
        if self._whole:
            room = min(room, round((self.viewport().height() - 2 * MARGIN) / TALL))
        return max(LEAST, room)

    def set_whole(self, *, whole: bool) -> None:
        """Fit a whole page into the view, or its width."""
        if whole is not self._whole:
            self._whole = whole
            self.width_changed.emit()

    def show_pages(self, pages: Sequence[QPixmap], names: Sequence[str]) -> None:
        """Put pages in the place of those that were there; the view stays where it was."""
        place = self.verticalScrollBar().value()
        while len(self._pages) > len(pages):
            self._pages.pop().deleteLater()
        while len(self._pages) < len(pages):
            sheet = QLabel(self._desk)
            sheet.setProperty("role", "sheet")
            sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._sheets.insertWidget(len(self._pages), sheet, 0, Qt.AlignmentFlag.AlignHCenter)
            self._pages.append(sheet)
        for sheet, pixmap, name in zip(self._pages, pages, names, strict=True):
            sheet.setPixmap(pixmap)
            sheet.setFixedSize(pixmap.deviceIndependentSize().toSize() + QSize(2, 2))
            sheet.setAccessibleName(name)
        self._sheets.activate()
        self._desk.adjustSize()
        self.verticalScrollBar().setValue(place)
        self._tell_page()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Have the pages drawn again once the size has settled."""
        super().resizeEvent(event)
        self._resized.start()

    def _tell_page(self) -> None:
        """Say it by the heights: sheets that are new have no place yet."""
        looked_at = self.verticalScrollBar().value() + self.viewport().height() / 3
        tops = accumulate((sheet.height() + MARGIN for sheet in self._pages), initial=MARGIN)
        above = sum(top <= looked_at for top in tops)
        if self._pages:
            self.page_changed.emit(min(max(above, 1), len(self._pages)), len(self._pages))
