"""A field made of several parts: a screen reader calls its line by the label of the whole."""

from PySide6.QtWidgets import QLabel, QWidget


def name_by_label(field: QWidget, line: QWidget) -> None:
    """Give the line within a field the words of the label that stands beside the field."""
    beside = field.parentWidget()
    for label in () if beside is None else beside.findChildren(QLabel):
        if label.buddy() is field:
            line.setAccessibleName(label.text().replace("&", ""))
