"""A number that may not be known yet: an empty line with a hint, never a number of words."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox


class NumberField(QSpinBox):
    """Nought is shown as an empty line, so that a click anywhere in it lets the number be typed.

    The words of Qt's `specialValueText` would be text: whoever clicked in them could type nothing.
    """

    def setPlaceholderText(self, words: str) -> None:  # noqa: N802  (as Qt calls it)
        """Say in the empty line what is missing."""
        self.lineEdit().setPlaceholderText(words)

    def textFromValue(self, value: int) -> str:  # noqa: N802  (Qt's name)
        """Write the number, or nothing."""
        return super().textFromValue(value) if value else ""

    def valueFromText(self, text: str) -> int:  # noqa: N802  (Qt's name)
        """Read the number, or nothing as nought."""
        return super().valueFromText(text) if text else 0

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Take an empty line as an answer."""
        if not text:
            return QValidator.State.Acceptable, text, place
        state, text, place = super().validate(text, place)
        return state, text, place
