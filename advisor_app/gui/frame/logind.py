"""Linux: what logind tells of sleep, of the screen's lock, and of somebody else at this computer."""

import os
from functools import partial

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

SYSTEM_BUS = "unix:path=/var/run/dbus/system_bus_socket"
PATIENCE_MS = 5_000

_SERVICE = "org.freedesktop.login1"
_PATH = "/org/freedesktop/login1"
_MANAGER = f"{_SERVICE}.Manager"
_SESSION = f"{_SERVICE}.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class Logind(QObject):
    """Listens on the bus of this system; where there is none, nothing is ever said.

    Until somebody has locked, sleep is put off, for as long as logind allows (five seconds as it
    comes). Whoever replaces the process gives that up: the descriptor is closed by exec.
    """

    away = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._delay: QDBusUnixFileDescriptor | None = None
        self._session = ""
        address = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS", SYSTEM_BUS)
        if not is_local(address):
            return
        name = f"logind {id(self)}"
        self._bus = QDBusConnection.connectToBus(address, name)
        self.destroyed.connect(partial(QDBusConnection.disconnectFromBus, name))
        if self._bus.isConnected():
            self._listen(_PATH, _MANAGER, "PrepareForSleep", SLOT("prepare_for_sleep(bool)"))
            self._ask(_PATH, _MANAGER, "GetSession", ["auto"], SLOT("know_session(QDBusMessage)"))
            self._put_sleep_off()

    @Slot(bool)
    def prepare_for_sleep(self, begins: bool) -> None:  # noqa: FBT001  (the signal has one flag)
        """Let the vault be locked, then let the computer sleep; put its next sleep off, too."""
        if begins:
            self.away.emit()
            self._delay = None
        else:
            self._put_sleep_off()

    @Slot(QDBusMessage)
    def know_session(self, reply: QDBusMessage) -> None:
        """Listen to what is said about the session of this user at this computer."""
        self._session = reply.arguments()[0].path()
        self._listen(self._session, _SESSION, "Lock", SLOT("lock()"))
        self._listen(self._session, _PROPERTIES, "PropertiesChanged", SLOT("look_again()"))

    @Slot()
    def lock(self) -> None:
        """Hear that the screen is to be locked."""
        self.away.emit()

    @Slot()
    def look_again(self) -> None:
        """Ask what changed: desktops lock their own screen and only hint at it."""
        for name, slot in (
            ("LockedHint", SLOT("learn_locked(QDBusMessage)")),
            ("Active", SLOT("learn_active(QDBusMessage)")),
        ):
            self._ask(self._session, _PROPERTIES, "Get", [_SESSION, name], slot)

    @Slot(QDBusMessage)
    def learn_locked(self, reply: QDBusMessage) -> None:
        """Hear whether the screen is locked."""
        if reply.arguments()[0].variant():
            self.away.emit()

    @Slot(QDBusMessage)
    def learn_active(self, reply: QDBusMessage) -> None:
        """Hear whether this user is the one in front of the screen."""
        if not reply.arguments()[0].variant():
            self.away.emit()

    @Slot(QDBusMessage)
    def keep_delay(self, reply: QDBusMessage) -> None:
        """Hold what puts sleep off for as long as it is held."""
        self._delay = reply.arguments()[0]

    def _put_sleep_off(self) -> None:
        asked = ["sleep", "Vertrouwd", self.tr("Vergrendelt eerst de kluis"), "delay"]
        self._ask(_PATH, _MANAGER, "Inhibit", asked, SLOT("keep_delay(QDBusMessage)"))

    def _listen(self, path: str, interface: str, name: str, slot: str) -> None:
        self._bus.connect(_SERVICE, path, interface, name, self, slot)  # type: ignore[call-overload]  # its stub wants bytes, the call text

    def _ask(self, path: str, interface: str, name: str, asked: list[str], slot: str) -> None:
        """Ask without waiting; an error is no answer."""
        message = QDBusMessage.createMethodCall(_SERVICE, path, interface, name)
        message.setArguments(asked)
        self._bus.callWithCallback(message, self, slot, PATIENCE_MS)  # type: ignore[call-overload]  # see above


def is_local(address: str) -> bool:
    """Tell whether an address leads to sockets of this computer alone: D-Bus knows TCP, too."""
    return all(part.startswith("unix:") for part in address.split(";"))
