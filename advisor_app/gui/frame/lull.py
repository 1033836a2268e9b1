"""What is done while nobody waits for it, in steps so short that typing never stutters."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Lull(QObject):
    """Takes one step at a time on the thread of the windows, and lets them breathe in between."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] = iter(())
        self._is_left = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def take(self, steps: Iterator[None]) -> None:
        """Begin to take these steps, and leave what is left of those before."""
        self._steps = steps
        if not self._is_left:
            self._timer.start(0)

    def leave(self) -> None:
        """Take no step any more, also of what is asked later."""
        self._is_left = True
        self._timer.stop()

    def is_over(self) -> bool:
        """Tell whether there is nothing left to do."""
        return not self._timer.isActive()

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
