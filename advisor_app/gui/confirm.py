"""The one question before something becomes final: what, and the default is Annuleren."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def confirm(
    parent: QWidget, question: str, detail: str, verb: str, then: Callable[[], None]
) -> QMessageBox:
    """Ask once; only a deliberate click or key on the verb goes on."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("Vertrouwd")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(detail)
    sure = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(
        QCoreApplication.translate("confirm", "Annuleren"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def finish() -> None:
        if box.clickedButton() is sure:
            then()

    box.finished.connect(finish)
    box.open()
    return box
