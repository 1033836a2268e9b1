"""How long nobody has touched the program: the vault locks itself."""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputEvent, QWindow

TICK_MS = 1_000
WARNING_SECONDS = 30

_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
_MOVEMENT = QEvent.Type.MouseMove


class IdleClock(QObject):
    """Counts the seconds since the last key or click, those of a laptop asleep among them."""

    ticked = Signal(int)
    """The seconds that are left, once a second."""

    expired = Signal()

    def __init__(
        self,
        minutes: int,
        parent: QObject | None = None,
        seconds: Callable[[], float] | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit = minutes * 60
        self._seconds = seconds or _seconds_with_sleep
        self._touched_at = self._seconds()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    @property
    def minutes(self) -> int:
        """Return after how many minutes the vault locks."""
        return self._limit // 60

    def set_minutes(self, minutes: int) -> None:
        """Lock sooner or later from now on."""
        self._limit = minutes * 60
        self.touch()

    def touch(self) -> None:
        """Begin to count anew."""
        self._touched_at = self._seconds()

    def left(self) -> int:
        """Return the seconds until the vault locks."""
        return max(0, round(self._limit - (self._seconds() - self._touched_at)))

    def tick(self) -> None:
        """Say how much is left, or that nothing is."""
        for window in QGuiApplication.topLevelWindows():  # a menu gets no focus on every system
            self._watch(window)
        left = self.left()
        if left == 0:
            self._timer.stop()
            self.expired.emit()
        else:
            self.ticked.emit(left)

    def stop(self) -> None:
        """Count no longer."""
        self._timer.stop()

    def _watch(self, window: QWindow | None) -> None:
        """Listen where the system hands in keys and clicks, before they reach a widget.

        A filter on the whole application would see every event of every widget, and a fifth of the
        time it takes to make a window would be spent on looking at them (bench/, row 1).
        """
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Notice every key and every click, wherever it goes."""
        if isinstance(event, QInputEvent):
            kind = event.type()
            if kind in _SIGNS_OF_LIFE or (kind == _MOVEMENT and event.spontaneous()):
                self.touch()
        return False


def _seconds_with_sleep() -> float:
    """Return seconds that go on while the computer sleeps, whatever is done to the wall clock.

    Where the monotonic clock stands still in sleep, the wall clock shows the jump.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return max(time.monotonic(), time.time() - _STARTED_AT)


_STARTED_AT = time.time() - time.monotonic()
