"""The long form of the README's promise: its two commands on a Debian 12 with nothing of ours.

The bare machine is a folder made by debootstrap, with Python, git and apt. It gets this machine's
way to the package registries (pip's settings and certificates) and a clone of HEAD.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
MIRROR = "http://deb.debian.org/debian"
ENTER = """
mount -t proc proc "$0/proc"
mount -t tmpfs dev "$0/dev"
for name in null zero full random urandom tty; do
    touch "$0/dev/$name" && mount --bind "/dev/$name" "$0/dev/$name"
done
mkdir "$0/dev/pts" "$0/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$0/dev/pts"
ln -s pts/ptmx "$0/dev/ptmx"
ln -s /proc/self/fd "$0/dev/fd"
mount -t tmpfs shm "$0/dev/shm"
exec chroot "$0" "$@"
"""

Commands = Callable[..., subprocess.CompletedProcess[str]]

needs_a_bare_machine = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or shutil.which("debootstrap") is None,
    reason="needs root and debootstrap",
)


@pytest.fixture
def bare(tmp_path: Path) -> Commands:
    """Make a bare machine; return a way to run a command in it, in a process space of its own."""
    root = tmp_path / "root"
    wanted = "--include=python3,git,ca-certificates"
    subprocess.run(
        ["debootstrap", "--variant=minbase", wanted, "bookworm", root, MIRROR], check=True
    )
    for setting in (CERTIFICATES, Path("/etc/pip.conf"), Path("/etc/resolv.conf")):
        if setting.exists():
            shutil.copy(setting, root / setting.relative_to("/"))
    subprocess.run(
        ["git", "clone", "-q", "--no-local", ROOT, root / "srv" / "vertrouwd"], check=True
    )

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "HOME": "/root",
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "PIP_CERT": str(CERTIFICATES),
            "SSL_CERT_FILE": str(CERTIFICATES),
        }
        enter = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-ec", ENTER]
        return subprocess.run(
            [*enter, root, *command], check=False, env=environment, capture_output=True, text=True
        )

    return run


def _in_the_checkout(command: str) -> tuple[str, ...]:
    return ("sh", "-c", f"cd /srv/vertrouwd && python3 -m advisor_app.bootstrap {command}")


@pytest.mark.long
@needs_a_bare_machine
def test_without_root_one_line_says_what_to_install(bare):
    for command in ("demo", "test"):
        line = _in_the_checkout(command)[-1]
        said = bare("setpriv", "--reuid=1000", "--clear-groups", "sh", "-c", line)
        assert said.returncode == 2
        lines = said.stdout.splitlines()
        assert [line for line in lines if "apt-get" in line] == lines[1:]
        assert lines[1].startswith("  sudo apt-get update && sudo apt-get install -y ")
        assert "python3-venv" in lines[1]
        assert said.stderr == ""


@pytest.mark.long
@needs_a_bare_machine
def test_the_two_commands_need_nothing_else(bare):
    demo = bare(*_in_the_checkout("demo"))
    assert demo.returncode == 0, demo.stdout + demo.stderr
    assert "no display" in demo.stdout
    pictures = bare("ls", "/srv/vertrouwd/artefacts/screenshots").stdout.split()
    assert {"today.png", "cases.png", "figures.png"} <= set(pictures)
    tests = bare(*_in_the_checkout("test -q"))
    assert tests.returncode == 0, tests.stdout[-5000:] + tests.stderr[-5000:]
    assert bare("git", "-C", "/srv/vertrouwd", "status", "--short").stdout == ""
