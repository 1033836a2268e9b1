"""Whoever leaves the computer leaves a locked vault: before sleep, and at the screen's lock."""

import ctypes
import os
import shutil
import socket
import subprocess
import sys
import threading
from ctypes import wintypes
from pathlib import Path
from queue import Empty, Queue

import pytest
from PySide6.QtDBus import QDBusMessage
from PySide6.QtWidgets import QFileDialog

from advisor_app.gui.frame.logind import Logind
from advisor_app.gui.frame.windows_session import WindowsSession
from tests.conftest import PASSPHRASE
from tests.gui.conftest import PATIENCE_MS, fill, hold_once_begun

ROOT = Path(__file__).parents[3]
needs_a_bus = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs dbus-daemon"
)


class FakeLogind:
    """The other process; what it says is waited for."""

    def __init__(self, address):
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.gui.frame.logind", address],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._said = Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.hear("ready")

    def _read(self):
        for line in self._process.stdout:
            self._said.put(line.strip())

    def say(self, command):
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()

    def hear(self, wanted):
        while (said := self._said.get(timeout=PATIENCE_MS / 1000)) != wanted:
            pass
        return said

    def is_silent(self):
        try:
            self._said.get(timeout=0.3)
        except Empty:
            return True
        return False

    def end(self):
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()


@pytest.fixture
def bus(tmp_path, monkeypatch):
    """A bus of our own in the place of the system's."""
    address = f"unix:path={tmp_path}/bus"
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address={address}"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert daemon.stdout.readline()
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
    yield address
    daemon.terminate()
    daemon.wait(timeout=60)
    daemon.stdout.close()


@pytest.fixture
def logind(bus):
    fake = FakeLogind(bus)
    yield fake
    fake.end()


ASKED = ("GetSession auto", "Inhibit sleep Vertrouwd Vergrendelt eerst de kluis delay")


def asked(logind, qtbot):
    """Wait until a program has asked all it asks when a vault is open."""
    qtbot.waitUntil(lambda: set(ASKED) <= set(logind._said.queue))
    for each in ASKED:
        logind.hear(each)


def listening(logind, program, qtbot):
    """Wait until this program has been answered, and the bus knows what it listens to."""
    asked(logind, qtbot)
    listener = program._absence.findChild(Logind)
    qtbot.waitUntil(lambda: bool(listener._session) and listener._delay is not None)
    bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetId")
    listener._bus.call(QDBusMessage.createMethodCall(*bus))  # it answers in turn


@needs_a_bus
@pytest.mark.parametrize("way", ["sleep", "lock", "hint", "another_user"])
def test_a_vault_locks_when_somebody_leaves(logind, program, inside, replaced, qtbot, way):
    listening(logind, program, qtbot)
    logind.say(way)
    folder = inside.session.folder
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    assert replaced == [[str(folder)]]


@needs_a_bus
def test_the_computer_does_not_wait_for_a_long_backup(
    logind, program, inside, replaced, tmp_path, qtbot
):
    listening(logind, program, qtbot)
    program.tasks.run(lambda: fill(inside.session))
    inside.back_up()
    page = inside.ui.pages.currentWidget()
    page.findChild(QFileDialog).reject()
    hold_once_begun(page._writing)
    page.back_up_to(tmp_path / "a.vaultbackup")
    qtbot.waitUntil(lambda: 0 < page.ui.progress.value() < 100, timeout=20_000)
    logind.say("sleep")
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    assert list(tmp_path.glob("*vaultbackup*")) == []


@needs_a_bus
def test_what_concerns_nobody_here_locks_nothing(logind, program, inside, replaced, qtbot):
    listening(logind, program, qtbot)
    for command in ("lock_of_another_session", "unlocked", "wake"):
        logind.say(command)
    qtbot.wait(300)
    assert replaced == []


@needs_a_bus
def test_sleep_waits_until_what_it_is_told_to_is_done_and_each_time_again(logind, qtbot, qapp):
    listener = Logind()
    done = []
    listener.away.connect(lambda: done.append(logind.is_silent()))

    def hear(wanted):
        qtbot.waitUntil(lambda: wanted in list(logind._said.queue), timeout=20_000)
        logind.hear(wanted)

    for _time in range(2):
        hear("Inhibit sleep Vertrouwd Vergrendelt eerst de kluis delay")
        qtbot.waitUntil(lambda: listener._delay is not None)
        logind._said.queue.clear()
        logind.say("sleep")
        hear("released")
        logind.say("wake")
    assert done == [True, True]


A_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from PySide6.QtTest import QTest
from advisor_app.app import Program
from advisor_app.gui.look import load_fonts
from advisor_app.gui.frame.main_window import MainWindow
from advisor_app.services import process
from advisor_app.services.device import access, appearance_file, moment
application = QApplication([])
load_fonts()
program = Program(application, access(), appearance_file(), moment, process.replace_process)
program.begin(Path(sys.argv[1]))
program.window.ui.passphrase.setText(sys.argv[2])
program.window.open()
while not isinstance(program.window, MainWindow):
    QTest.qWait(10)
sys.exit(application.exec())
"""


@needs_a_bus
def test_the_computer_sleeps_only_after_the_memory_is_gone(logind, new_vault, tmp_path, qtbot):
    """A real process: exec itself lets go of what puts the sleep off."""
    folder = tmp_path / "praktijk.vault"
    shutil.copytree(new_vault[0], folder)
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    running = subprocess.Popen(
        [sys.executable, "-c", A_PROGRAM, str(folder), PASSPHRASE],
        cwd=ROOT, env={**os.environ, **home}, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    command = Path(f"/proc/{running.pid}/cmdline")
    try:
        asked(logind, qtbot)
        logind.say("sleep")
        logind.hear("released")
        assert running.poll() is None
        assert PASSPHRASE not in command.read_text()
        logind.say("sleep")
        assert logind.is_silent()  # nothing is open: nothing waits
    finally:
        running.kill()
        running.communicate()


def test_without_a_bus_nothing_is_ever_said(monkeypatch, qapp, qtbot, capfd):
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    listener = Logind()
    qtbot.wait(20)
    assert listener._delay is None
    assert capfd.readouterr() == ("", "")


@needs_a_bus
def test_a_bus_without_logind_is_as_good_as_none(bus, qapp, qtbot, capfd):
    listener = Logind()
    qtbot.wait(200)
    assert listener._delay is None
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("before", ["", "unix:path=/nowhere;"])
def test_a_bus_over_a_network_is_never_called(monkeypatch, qapp, qtbot, before):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        address = f"{before}tcp:host=127.0.0.1,port={port}"
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        Logind()
        server.settimeout(0.3)
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize(
    ("message", "what", "leaves"),
    [
        (0x0218, 0x4, True),  # the computer is suspended
        (0x0218, 0x12, False),  # it came back
        (0x02B1, 0x7, True),  # the screen is locked
        (0x02B1, 0x8, False),  # and unlocked
        (0x02B1, 0x2, True),  # another user comes
        (0x0100, 0x4, False),  # a key
    ],
)
def test_what_windows_says_of_sleep_and_lock_is_understood(qapp, message, what, leaves):
    session = WindowsSession()
    gone = []
    session.away.connect(lambda: gone.append(True))
    said = wintypes.MSG(message=message, wParam=what)
    answer = session.filter.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(said))
    assert answer == (False, 0)
    assert bool(gone) is leaves
