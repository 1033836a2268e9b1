"""Where characters stand in a line of text that Qt laid out."""

from PySide6.QtGui import QTextLine


def x_of(line: QTextLine, place: int) -> float:
    """Return how far a place in the text of a paragraph is from its left edge, in pixels."""
    found = line.cursorToX(place)  # with the place, where Qt takes it by reference
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
