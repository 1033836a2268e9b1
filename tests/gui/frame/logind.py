"""A small logind on a bus of its own: the real interface and signals, said on command.

`python -m tests.gui.frame.logind ADDRESS` reads commands from standard input, one a line, and tells on
standard output what is asked of it, and when sleep is put off no longer.
"""

import os
import select
import sys
from contextlib import suppress

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

SERVICE = "org.freedesktop.login1"
SESSION = "/org/freedesktop/login1/session/_35"
PROPERTIES = "org.freedesktop.DBus.Properties"
MANAGER = DBusAddress("/org/freedesktop/login1", interface=f"{SERVICE}.Manager")


def tell(*said):
    sys.stdout.write(" ".join(said) + "\n")
    sys.stdout.flush()


class Logind:
    def __init__(self, address):
        self.connection = open_dbus_connection(address, enable_fds=True)
        Proxy(message_bus, self.connection).RequestName(SERVICE)
        self.properties = {"LockedHint": False, "Active": True}
        self.delays = []
        tell("ready")

    def serve(self):
        while True:
            with suppress(TimeoutError):
                self.answer(self.connection.receive(timeout=0.02))
            if select.select([sys.stdin], [], [], 0)[0]:
                command = sys.stdin.readline().strip()
                if not command:
                    return
                COMMANDS[command](self)
            for delay in select.select(self.delays, [], [], 0)[0]:
                self.delays.remove(delay)
                tell("released")

    def answer(self, message):
        if message.header.message_type is not MessageType.method_call:
            return
        name = message.header.fields[HeaderFields.member]
        asked = " ".join(map(str, message.body))
        if name == "GetSession" and message.body == ("auto",):
            reply = new_method_return(message, "o", (SESSION,))
        elif name == "Get":
            reply = new_method_return(message, "v", (("b", self.properties[message.body[1]]),))
        elif name == "Inhibit":
            kept, given = os.pipe()
            self.delays.append(kept)
            self.connection.send(new_method_return(message, "h", (given,)))
            os.close(given)
            tell(name, asked)
            return
        else:
            reply = new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
        self.connection.send(reply)
        tell(name, asked)

    def sleep(self):
        self.connection.send(new_signal(MANAGER, "PrepareForSleep", "b", (True,)))

    def wake(self):
        self.connection.send(new_signal(MANAGER, "PrepareForSleep", "b", (False,)))

    def lock(self):
        session = DBusAddress(SESSION, interface=f"{SERVICE}.Session")
        self.connection.send(new_signal(session, "Lock"))

    def lock_of_another_session(self):
        session = DBusAddress(f"{SESSION}6", interface=f"{SERVICE}.Session")
        self.connection.send(new_signal(session, "Lock"))

    def hint(self):
        self._change("LockedHint", value=True)

    def unlocked(self):
        self._change("LockedHint", value=False)

    def another_user(self):
        self._change("Active", value=False)

    def _change(self, name, *, value):
        self.properties[name] = value
        session = DBusAddress(SESSION, interface=PROPERTIES)
        body = (f"{SERVICE}.Session", {name: ("b", value)}, [])
        self.connection.send(new_signal(session, "PropertiesChanged", "sa{sv}as", body))


COMMANDS = {
    "sleep": Logind.sleep,
    "wake": Logind.wake,
    "lock": Logind.lock,
    "lock_of_another_session": Logind.lock_of_another_session,
    "hint": Logind.hint,
    "unlocked": Logind.unlocked,
    "another_user": Logind.another_user,
}

if __name__ == "__main__":
    Logind(sys.argv[1]).serve()
