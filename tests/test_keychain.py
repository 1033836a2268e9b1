"""The key store keeps a number and a secret, or it is as if there were none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from advisor_app.keychain import Keychain
from tests.services.conftest import Drawer

INSTANCE = "ab" * 16


class Silence:
    """A key store that never answers, because it asks somebody who is not there."""

    def __init__(self):
        self.asked = 0
        self.is_over = False
        self.end = Event()

    def get_password(self, *_):
        self.asked += 1
        self.end.wait(60)
        self.is_over = True

    set_password = delete_password = get_password


class Refusal:
    """A key store that fails at everything."""

    def get_password(self, *_):
        raise RuntimeError

    set_password = delete_password = get_password


class Forgetful(Drawer):
    """A key store that takes everything and keeps nothing."""

    def set_password(self, *_):
        pass


def test_the_floor_rises_and_never_sinks():
    keychain = Keychain(Drawer())
    assert keychain.floor(INSTANCE) is None
    keychain.raise_floor(INSTANCE, 7)
    keychain.raise_floor(INSTANCE, 3)
    assert keychain.floor(INSTANCE) == 7
    assert keychain.floor("cd" * 16) is None


@pytest.mark.parametrize("kept", ["", "x", "-1", "1.5", "9" * 5000, "٣", "7\n", " 7"])
def test_what_is_no_number_is_no_floor(kept):
    drawer = Drawer()
    drawer.kept[f"floor {INSTANCE}"] = kept
    keychain = Keychain(drawer)
    assert keychain.floor(INSTANCE) is None
    keychain.raise_floor(INSTANCE, 5)
    assert keychain.floor(INSTANCE) == 5


def test_a_secret_is_kept_and_forgotten():
    drawer = Drawer()
    keychain = Keychain(drawer)
    assert keychain.keep_secret(INSTANCE, b"\0\xff" * 16)
    assert keychain.secret(INSTANCE) == b"\0\xff" * 16
    keychain.forget_secret(INSTANCE)
    keychain.forget_secret(INSTANCE)
    assert keychain.secret(INSTANCE) is None
    assert drawer.kept == {}


@pytest.mark.parametrize("kept", ["", "%%%", "é", "AAA"])
def test_what_is_no_secret_is_none(kept):
    drawer = Drawer()
    drawer.kept[f"secret {INSTANCE}"] = kept
    assert not Keychain(drawer).secret(INSTANCE)


@pytest.mark.parametrize("store", [None, Refusal(), Forgetful()])
def test_without_a_key_store_that_works_there_is_neither(store):
    keychain = Keychain(store)
    keychain.raise_floor(INSTANCE, 3)
    assert keychain.floor(INSTANCE) is None
    assert not keychain.keep_secret(INSTANCE, b"x" * 32)
    assert keychain.secret(INSTANCE) is None
    keychain.forget_secret(INSTANCE)


def test_nobody_waits_twice_for_a_key_store_that_does_not_answer():
    silence = Silence()
    keychain = Keychain(silence, patience=0.2)
    assert keychain.floor(INSTANCE) is None
    assert not keychain.is_there
    keychain.raise_floor(INSTANCE, 3)
    assert keychain.secret(INSTANCE) is None
    assert silence.asked == 1
    assert not silence.is_over
    silence.end.set()


PROGRAM = """
import sys, threading
from advisor_app.keychain import Keychain
keychain = Keychain.of_this_device()
print("there" if keychain.is_there else "none")
keychain.raise_floor("ab" * 16, 7)
print(keychain.floor("ab" * 16))
print(keychain.keep_secret("ab" * 16, bytes(32)))
if "forget" in sys.argv:
    keychain.forget_secret("ab" * 16)
print(keychain.secret("ab" * 16) == bytes(32))
"""


PATIENT = PROGRAM.replace(
    "keychain = Keychain.of_this_device()",
    "import advisor_app.keychain\n"
    "advisor_app.keychain.PATIENCE_SECONDS = 40\n"  # a busy machine is not what is tried here
    "keychain = Keychain.of_this_device()\n"
    "keychain._patience = 40",
)


def answers(home: Path, *, command=(), program=PROGRAM, **environment):
    """Run a program with nothing of our own environment but the path."""
    done = subprocess.run(
        [*command, sys.executable, "-c", program],
        env={"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(home), **environment},
        cwd=Path(__file__).parents[1],
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.split(), done.stderr


def test_with_no_bus_at_all_there_is_no_key_store_and_no_noise(tmp_path):
    said, complained = answers(tmp_path, DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere")
    assert said == ["none", "None", "False", "False"]
    assert complained == ""


@pytest.mark.parametrize("choice", ["keyring.backends.null.Keyring", "plain.Keyring"])
def test_what_keyring_itself_would_choose_is_never_asked(tmp_path, choice):
    """Such as keyrings.alt, which writes plain text, or whatever the environment names."""
    (tmp_path / "plain.py").write_text(
        f"from keyring.backend import KeyringBackend\n"
        f"class Keyring(KeyringBackend):\n"
        f"    priority = 99\n"
        f"    def get_password(self, *_): open({str(tmp_path / 'asked')!r}, 'w')\n"
        f"    set_password = delete_password = get_password\n"
    )
    config = tmp_path / ".config" / "python_keyring"
    config.mkdir(parents=True)
    (config / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring={choice}\n")
    said, _ = answers(
        tmp_path,
        PYTHON_KEYRING_BACKEND=choice,
        PYTHONPATH=str(tmp_path),
        DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere",
    )
    assert said == ["none", "None", "False", "False"]
    assert not (tmp_path / "asked").exists()


needs_a_secret_service = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="needs gnome-keyring and dbus",
)
ON_A_BUS = ("dbus-run-session", "--", "sh", "-c")


def on_a_bus(daemon: str) -> tuple[str, ...]:
    """Return a command under which a program has a session bus of its own, and a daemon on it."""
    return (
        *ON_A_BUS,
        f'{daemon}\n"$@"\nstatus=$?\nkill $(cat "$HOME/pid") 2>/dev/null\nexit $status',
        "sh",
    )


# To ask for a key store that is not there makes the bus start another, locked one in its place:
# so wait for its name first, which asks nobody.
UNLOCKED = """
printf secret | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
echo $! > "$HOME/pid"
for _ in $(seq 400); do
    dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \\
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets \\
        | grep -q "boolean true" && break
    sleep 0.05
done
for _ in $(seq 400); do
    dbus-send --session --print-reply --dest=org.freedesktop.secrets \\
        /org/freedesktop/secrets/aliases/default org.freedesktop.DBus.Properties.Get \\
        string:org.freedesktop.Secret.Collection string:Locked 2>/dev/null \\
        | grep -q "boolean false" && break
    sleep 0.05
done
"""


@needs_a_secret_service
def test_a_real_secret_service_keeps_both_encrypted(tmp_path):
    said, _ = answers(tmp_path, command=on_a_bus(UNLOCKED), program=PATIENT)
    assert said == ["there", "7", "True", "True"]
    again = PATIENT.replace("7)", "3)")
    said, _ = answers(tmp_path, command=on_a_bus(UNLOCKED), program=again)
    assert said[:2] == ["there", "7"]
    kept = list(tmp_path.rglob("*.keyring"))
    assert kept
    assert not any(b"AAAAAAAAAAAA" in path.read_bytes() for path in kept)


@needs_a_secret_service
def test_a_locked_secret_service_that_nobody_unlocks_is_left_alone(tmp_path):
    answers(tmp_path, command=on_a_bus(UNLOCKED), program=PATIENT)
    locked = UNLOCKED.replace("printf secret | ", "").replace("--unlock ", "")
    locked = locked.replace("boolean false", "boolean")
    program = PROGRAM + "print([each.name for each in threading.enumerate()].count('keychain'))"
    said, _ = answers(tmp_path, command=on_a_bus(locked), program=program)
    assert said[1:4] == ["None", "False", "False"]
    assert said[4] in {"0", "1"}  # nobody asked again while the first question waited
