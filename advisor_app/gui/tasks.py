"""Work goes down to a thread of its own, such as the vault's; an answer comes up to the window."""

from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Lock, Thread
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from advisor_app.domain.problems import ProblemError

PATIENCE_MS = 1_000
"""After this long somebody who waits wants to see that something happens."""


@dataclass(frozen=True, slots=True, repr=False)
class _Task:
    work: Callable[[], Any]
    then: Callable[[Any], None] | None
    otherwise: Callable[[ProblemError], None] | None
    owner: QObject | None
    kind: str
    number: int


@dataclass(frozen=True, slots=True, repr=False)
class _Answer:
    task: _Task
    value: Any = None
    error: BaseException | None = None


class Tasks(QObject):
    """A serial thread behind the windows; nothing above it ever waits for a disk or a sum."""

    failed = Signal(type, object)
    """A defect of ours: the kind of exception and its traceback, never its message."""

    refused = Signal(object)
    """A ProblemError of work for which nobody waited, such as keeping where somebody was."""

    met = Signal(object)
    """Every ProblemError, also one that somebody waited for: some need an answer wherever they rise."""

    slow = Signal(bool)
    """Something has been running for a second; later: it is done."""

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[_Task | None] = SimpleQueue()
        self._latest: dict[str, int] = {}
        self._lock = Lock()
        self._counter = 0
        self._waiting = 0
        self._held: list[_Task] = []
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._grow_impatient)
        self._answered.connect(self._deliver)
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None] | None = None,
        otherwise: Callable[[ProblemError], None] | None = None,
        *,
        owner: QObject | None = None,
        latest: str = "",
    ) -> None:
        """Do `work` on this thread of work, in turn; `then` gets its result on this thread.

        `otherwise` gets a problem that the user can mend. Nothing is answered to an `owner` that
        is gone. Of tasks of one kind in `latest`, only the one asked for last is done and answered.
        """
        self._counter += 1
        task = _Task(work, then, otherwise, owner, latest, self._counter)
        if latest:
            with self._lock:
                self._latest[latest] = task.number
        self._held.append(task)
        self._waiting += 1
        if not self._patience.isActive():
            self._patience.start()
        self._queue.put(task)

    def is_idle(self) -> bool:
        """Tell whether every task has been answered."""
        return self._waiting == 0

    def stop(self) -> None:
        """Finish what was asked for and end the thread."""
        self.leave()
        self._thread.join()

    def leave(self) -> None:
        """Let the thread end when it has done what was asked for; nobody waits for that."""
        self._queue.put(None)

    def _serve(self) -> None:
        while (task := self._queue.get()) is not None:
            answer = self._done(task)
            if isValid(self):  # or it was left, and nobody waits
                self._answered.emit(answer)
            del task, answer  # else they would be held until the next one comes

    def _done(self, task: _Task) -> _Answer:
        if self._is_outdated(task):
            return _Answer(task)
        try:
            return _Answer(task, value=task.work())
        except Exception as error:  # noqa: BLE001  # every kind is told apart in _deliver
            return _Answer(task, error=error)

    def _is_outdated(self, task: _Task) -> bool:
        with self._lock:
            return bool(task.kind) and self._latest[task.kind] != task.number

    def _deliver(self, answer: _Answer) -> None:
        self._let_go_before(answer.task)
        self._waiting -= 1
        if not self._waiting:
            self._patience.stop()
            self.slow.emit(False)  # noqa: FBT003  (a signal's value)
        task, error = answer.task, answer.error
        if self._is_outdated(task) or (task.owner is not None and not isValid(task.owner)):
            return
        if error is None:
            if task.then is not None:
                task.then(answer.value)
        elif isinstance(error, ProblemError):
            (task.otherwise or self.refused.emit)(error)
            self.met.emit(error)
        else:
            self.failed.emit(type(error), _traceback_of(error))

    def _let_go_before(self, task: _Task) -> None:
        """Let go of earlier tasks, of which the vault's thread holds nothing any more.

        A task may be the last to hold a window or a timer, and those must end on this thread.
        """
        self._held = [each for each in self._held if each.number >= task.number]

    def _grow_impatient(self) -> None:
        self.slow.emit(True)  # noqa: FBT003  (a signal's value)


def _traceback_of(error: BaseException) -> TracebackType | None:
    return error.__traceback__
