"""Work that takes long: how far it is, and the button that stops it."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QProgressBar

from advisor_app.domain.problems import Problem, ProblemError

Work = Callable[
    [Callable[[], object], Callable[[object], None], Callable[[ProblemError], None], str], None
]
"""Does something that takes a second: what, what then, what on a problem, and the words meanwhile."""


class LongWork(QObject):
    """One thing at a time; `progress` is told on the vault's thread, all else on the windows'."""

    _moved = Signal(int)  # crosses from the vault's thread to this one

    def __init__(self, bar: QProgressBar, button: QAbstractButton) -> None:
        super().__init__(bar)
        self._bar = bar
        self._button = button
        self._is_unwanted = Event()
        self._moved.connect(bar.setValue)
        button.clicked.connect(self.stop)
        self.end()

    def begin(self) -> None:
        """Show that it has begun, and how to stop it."""
        self._is_unwanted.clear()
        self._bar.setValue(0)
        self._button.setEnabled(True)
        for part in (self._bar, self._button):
            part.show()

    def stop(self) -> None:
        """Let it end as soon as it can; what it made so far goes."""
        self._is_unwanted.set()
        self._button.setEnabled(False)

    def end(self) -> None:
        """Show that it is over, one way or the other."""
        for part in (self._bar, self._button):
            part.hide()

    def progress(self, done: float) -> None:
        """Hear how far it is, from 0 to 1.

        Raises:
            ProblemError: STOPPED.
        """
        if self._is_unwanted.is_set():
            raise ProblemError(Problem.STOPPED)
        self._moved.emit(round(100 * done))
