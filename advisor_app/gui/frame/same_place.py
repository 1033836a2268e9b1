"""Puts a window that was made anew where the one before it stood."""

from PySide6.QtWidgets import QWidget


def take_place(window: QWidget, before: QWidget) -> None:
    """Let a window that is shown already be as large as the one before, at the same place.

    By its inside, which both know: X11 has not told yet how high the title of a new window is, and
    each `move` to the place of the frame took it up by one title, at last off the screen.
    """
    window.setGeometry(before.geometry())
    if before.isMaximized():
        window.showMaximized()
