"""When what is being typed is kept: in a pause, and within two seconds in any case."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

IDLE_MS = 1_000
LONGEST_MS = 1_800
"""Even somebody who never stops typing loses less than two seconds."""

RETRY_MS = 10_000
"""When the vault could not take a text, it is offered again after this."""


class Pace(QObject):
    """Calls `keep` at the right moments."""

    def __init__(self, keep: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._idle = one_time(self, IDLE_MS, keep)
        self._longest = one_time(self, LONGEST_MS, keep)

    def go_on(self) -> None:
        """Something was typed."""
        self._idle.start()
        if not self._longest.isActive():
            self._longest.start(LONGEST_MS)

    def try_again(self) -> None:
        """The text could not be kept this time."""
        self._longest.start(RETRY_MS)

    def stop(self) -> None:
        """It is being kept, or there is nothing to keep."""
        self._idle.stop()
        self._longest.stop()


def one_time(parent: QObject, milliseconds: int, then: Callable[[], None]) -> QTimer:
    """Return a timer that calls `then` once after each start."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
