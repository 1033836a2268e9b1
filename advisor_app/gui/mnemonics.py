"""Alt and a letter for every button and field of a dialog, in whichever language it is shown."""

from collections.abc import Iterator

from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QRadioButton


def give_mnemonics(dialog: QDialog) -> None:
    """Underline a letter of each part that has none, no letter twice; buttons choose first."""
    labels = [label for label in dialog.findChildren(QLabel) if label.buddy() is not None]
    parts: list[QPushButton | QCheckBox | QRadioButton | QLabel] = [
        *dialog.findChildren(QPushButton),
        *dialog.findChildren(QCheckBox),
        *dialog.findChildren(QRadioButton),
        *labels,
    ]
    taken = {part.text().partition("&")[2][:1].lower() for part in parts}
    for part in parts:
        words = part.text()
        if "&" in words:
            continue
        place = next((each for each in _places(words) if words[each].lower() not in taken), None)
        if place is not None:
            taken.add(words[place].lower())
            part.setText(f"{words[:place]}&{words[place:]}")


def _places(words: str) -> Iterator[int]:
    """Yield where the letters of a text stand, the first ones of its words before all others."""
    letters = [place for place, sign in enumerate(words) if sign.isascii() and sign.isalpha()]
    first = [place for place in letters if place == 0 or words[place - 1] == " "]
    yield from first
    yield from (place for place in letters if place not in first)
