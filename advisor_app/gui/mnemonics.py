"""Alt and a letter for every button and field of a window, in whichever language it is shown."""

from collections.abc import Iterator

from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton, QWidget


def give_mnemonics(window: QWidget) -> None:
    """Underline a letter of each part that has none, no letter twice.

    A dialog gets them with its look; any other window asks for them, again where a part says
    something else. Buttons choose first, those of the last row before all others, so that they have
    the same letters in every dialog; the primary one chooses last of them, as Enter presses it
    anyway. Of a field, its label has the letter: it leads there if the field itself can be clicked.
    """
    labels = [label for label in window.findChildren(QLabel) if label.buddy() is not None]
    last_first = window.findChildren(QPushButton)[::-1]
    buttons = sorted(last_first, key=_is_primary)
    parts: list[QPushButton | QCheckBox | QRadioButton | QLabel] = [
        *buttons,
        *window.findChildren(QCheckBox),
        *window.findChildren(QRadioButton),
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


def _is_primary(button: QPushButton) -> bool:
    return bool(button.property("role") == "primary")


def _places(words: str) -> Iterator[int]:
    """Yield where the letters of a text stand, the first ones of its words before all others."""
    letters = [place for place, sign in enumerate(words) if sign.isascii() and sign.isalpha()]
    first = [place for place in letters if place == 0 or words[place - 1] == " "]
    yield from first
    yield from (place for place in letters if place not in first)
