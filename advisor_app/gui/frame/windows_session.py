"""Windows: what it tells of sleep, of the screen's lock, and of another user."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_POWER, _SESSION = 0x0218, 0x02B1  # WM_POWERBROADCAST, WM_WTSSESSION_CHANGE
_SUSPEND = 0x0004  # PBT_APMSUSPEND
_CONSOLE_DISCONNECT, _REMOTE_DISCONNECT, _LOGOFF, _LOCK = 0x2, 0x4, 0x6, 0x7  # WTS_SESSION_...
_SIGNS = {
    (_POWER, _SUSPEND),
    *((_SESSION, what) for what in (_CONSOLE_DISCONNECT, _REMOTE_DISCONNECT, _LOGOFF, _LOCK)),
}


class WindowsSession(QObject):
    """Listens with a window of its own, which is never shown.

    Windows waits with sleep until its message is answered, so what `away` leads to is done by then.
    """

    away = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.filter = _Filter(self.away.emit)
        application = QGuiApplication.instance()
        assert application is not None
        application.installNativeEventFilter(self.filter)
        self._ear = QWidget()
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(
                wintypes.HWND(self._ear.winId()), wintypes.DWORD(0)
            )


class _Filter(QAbstractNativeEventFilter):
    """Reads messages of Windows before Qt does."""

    def __init__(self, tell: Callable[[], None]) -> None:
        super().__init__()
        self._tell = tell

    def nativeEventFilter(  # noqa: N802  (Qt's name)
        self, _kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Tell that somebody goes away; let Qt have the message in any case."""
        found = wintypes.MSG.from_address(int(message))
        if (found.message, found.wParam) in _SIGNS:
            self._tell()
        return False, 0
