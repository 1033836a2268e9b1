"""A bare PySide6 dialog with our fonts and style sheet: what start-up is compared with (row 3)."""

import sys
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout


def run(fonts: Path, style_sheet: Path) -> None:
    """Show the dialog, paint it once and end."""
    application = QApplication(["bare", "-style", "Fusion"])
    for path in sorted(fonts.glob("[AI]*.ttf")):
        QFontDatabase.addApplicationFontFromData(QByteArray(path.read_bytes()))
    application.setStyleSheet(style_sheet.read_text("utf-8"))
    dialog = QDialog()
    layout = QVBoxLayout(dialog)
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    for part in (QLabel("Praktijk"), QLabel("Wachtzin"), field, QPushButton("Openen")):
        layout.addWidget(part)
    dialog.show()
    application.processEvents()


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))
