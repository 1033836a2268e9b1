"""Python's garbage is collected on the thread of the windows alone.

A collection runs on whatever thread happens to ask for memory. On the vault's thread it would
destroy windows and timers of Qt from outside their own thread, which ends the process.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 20_000


class GarbageCollection(QObject):
    """From its making on, collects now and then, on its own thread.

    What start-up made stays as long as the process, and is not looked through again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(gc.collect)
        self._timer.start()
