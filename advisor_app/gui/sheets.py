"""The very pages of a document on screen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from advisor_app.gui.layouts import empty
from advisor_app.gui.print_dialog import pixmap_of


def show_sheets(desk: QWidget, layout: QVBoxLayout, images: Sequence[Any]) -> None:
    """Put pages below each other, in the place of those that were there."""
    empty(layout, keep=1)
    for number, image in enumerate(images, 1):
        label = QLabel(desk)
        label.setPixmap(pixmap_of(image))
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setAccessibleName(
            QCoreApplication.translate("Sheets", "Bladzijde %1").replace("%1", str(number))
        )
        layout.insertWidget(layout.count() - 1, label)
