"""Pages of a document as Qt shows and prints them."""

from typing import Any

from PySide6.QtGui import QImage, QPixmap


def image_of(page: Any) -> QImage:
    """Return a page of `documents.preview`; it owns its pixels."""
    drawn = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    return drawn.copy()


def pixmap_of(page: Any) -> QPixmap:
    """Return a page of `documents.preview` for the screen."""
    return QPixmap.fromImage(image_of(page))
