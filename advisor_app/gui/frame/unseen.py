"""Windows that nobody sees: without a display Qt draws them in memory."""

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

_NOISE = "This plugin does not support propagateSizeHints()"
"""What Qt's unseen screen says of every window that has a size."""


def hush() -> None:
    """Leave that one line out of what Qt says; all else is said as it was."""

    def say(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message != _NOISE and sys.stderr is not None:
            sys.stderr.write(qFormatLogMessage(kind, context, message) + "\n")

    qInstallMessageHandler(say)
