"""The one question before something becomes final, and the one thing to be read before going on."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from advisor_app.gui.mnemonics import give_mnemonics


def confirm(
    parent: QWidget,
    question: str,
    detail: str,
    verb: str,
    then: Callable[[], None],
    *,
    away: str = "",
) -> QMessageBox:
    """Ask once; only a deliberate click or key on the verb goes on.

    `away` is the word on the other button where nothing is left to cancel.
    """
    box = _box(parent, question, detail)
    sure = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(
        away or QCoreApplication.translate("confirm", "Annuleren"),
        QMessageBox.ButtonRole.RejectRole,
    )
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    give_mnemonics(box)

    def finish() -> None:
        if box.clickedButton() is sure:
            then()

    box.finished.connect(finish)
    box.open()
    return box


def tell(parent: QWidget, heading: str, detail: str) -> QMessageBox:
    """Say something that has to be read once; nothing depends on the answer."""
    box = _box(parent, heading, detail)
    go_on = box.addButton(
        QCoreApplication.translate("confirm", "Verder"), QMessageBox.ButtonRole.AcceptRole
    )
    box.setEscapeButton(go_on)
    give_mnemonics(box)
    box.open()
    return box


def _box(parent: QWidget, text: str, detail: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("Vertrouwd")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(detail)
    air = box.fontMetrics().lineSpacing()
    box.setContentsMargins(air // 4, air // 2, air // 2, air // 2)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
