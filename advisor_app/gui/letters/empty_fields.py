"""What a letter does not say yet is named once more before it leaves."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from advisor_app.gui.parts.confirm import confirm


def ask_about_empty(parent: QWidget, labels: Sequence[str], leave: Callable[[], None]) -> None:
    """Let a letter leave; ask first if fields of it, named by their labels, are empty."""
    if not labels:
        leave()
        return
    words = QCoreApplication.translate(
        "empty_fields",
        "Op papier staat daar wat er nog moet komen, tussen haken: %1. De ontvanger ziet dat ook.",
    )
    confirm(
        parent,
        QCoreApplication.translate("empty_fields", "De brief is nog niet af. Toch doorgaan?"),
        words.replace("%1", ", ".join(f"[{label}]" for label in labels)),
        QCoreApplication.translate("empty_fields", "Toch doorgaan"),
        leave,
    )
