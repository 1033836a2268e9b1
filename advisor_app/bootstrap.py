"""Bring a bare machine to a running demo or test run; standard library only.

`python3 -m advisor_app.bootstrap demo` and `python3 -m advisor_app.bootstrap test`. Looks for Qt's
system libraries, installs missing ones by apt as root (or says what to type), makes `.venv`, takes
uv from the PATH or from PyPI, and installs exactly what `uv.lock` names.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
TOOLS = ROOT / ".venv-uv"

# What a Debian 12 lacks before Qt can start: soname and package.
OFFSCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
ON_A_DISPLAY = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# Programs that only tests use: a PDF reader, a key store with its bus, a print queue.
FOR_TESTS = {
    "pdfinfo": "poppler-utils",
    "dbus-run-session": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
    "cupsd": "cups-daemon",
    "lpadmin": "cups-client",
    "/usr/lib/cups/filter/pdftopdf": "cups-filters",
    "strace": "strace",
    "git": "git",
}
# Where Debian keeps what only root is expected to type.
PROGRAMS = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))

# The tests of the windows take as long as all others together, so they run beside them.
WINDOWS = "tests/gui"
# A judge says the same of the same program twice; plain `pytest` looks for what nobody thought of.
SAME_TWICE = ("--hypothesis-profile=ci", "--randomly-seed=20261130")

CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("mypy", "--platform", "win32", "--cache-dir", ".mypy_cache/win32"),
    ("mypy", "--platform", "darwin", "--cache-dir", ".mypy_cache/darwin"),
    ("lint-imports",),
    ("vulture",),
)


def main(arguments: list[str]) -> int:
    """Run one of the two commands; return the exit code."""
    if arguments[:1] not in (["demo"], ["test"]):
        print("Use: python3 -m advisor_app.bootstrap demo | test [arguments for pytest]")
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036  (this file is what an older Python runs first)
        print("Vertrouwd needs Python 3.11 or newer; this is " + sys.version.split()[0])
        return 2
    try:
        packages = _missing_packages(for_tests=arguments[0] == "test")
        if packages and not _install(packages):
            return 2
        _make_environment()
    except subprocess.CalledProcessError as error:
        print("Setting up stopped, for the reason above, at: " + " ".join(error.cmd))
        return 2
    return _demo() if arguments[0] == "demo" else _test(arguments[1:])


def _missing_packages(*, for_tests: bool) -> list[str]:
    """Return the Debian packages that this machine still needs."""
    if sys.platform != "linux":
        return []
    libraries = OFFSCREEN if not _has_display() and not for_tests else OFFSCREEN | ON_A_DISPLAY
    missing = [package for name, package in libraries.items() if not _can_load(name)]
    if _find_uv() is None and importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")  # Debian's Python has no pip of its own to make .venv with
    if for_tests:
        missing += [
            package for name, package in FOR_TESTS.items() if not shutil.which(name, path=PROGRAMS)
        ]
    return missing


def _find_uv() -> str | None:
    """Return the uv of this machine, or the one that an earlier run put in `.venv-uv`."""
    return shutil.which("uv") or shutil.which(str(_program(TOOLS, "uv")))


def _can_load(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _install(packages: list[str]) -> bool:
    """Install packages as root, or say what to type."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    is_root = sys.platform != "win32" and os.geteuid() == 0
    if shutil.which("apt-get") is None or not is_root:
        print("These system packages are missing. Install them first, with:")
        print("  sudo apt-get update && sudo " + " ".join(command))
        return False
    print("Installing: " + " ".join(packages), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], command):
        subprocess.run(step, check=True, stdout=subprocess.DEVNULL, env=environment)
    return True


def _make_environment() -> None:
    """Make `.venv` hold exactly what `uv.lock` names, and compile the forms and resources."""
    uv = _find_uv()
    if uv is None:
        venv.create(TOOLS, with_pip=True)
        _run(_program(TOOLS, "python"), "-m", "pip", "install", "--quiet", "uv")
        uv = str(_program(TOOLS, "uv"))
    _run(uv, "sync", "--locked", "--quiet", "--python", sys.executable)
    _run(_program(ENVIRONMENT, "python"), ROOT / "resources" / "compile.py")


def _demo() -> int:
    """Open the demo in a window, or without a display prove that it works and say so."""
    program = _program(ENVIRONMENT, "advisor-app")
    if _has_display():
        return _run(program, "--demo", check=False)
    pictures = ROOT / "artefacts" / "screenshots"
    print("This machine has no display: the demo runs unseen, as a self-test.", flush=True)
    print(f"Pictures of its windows: {pictures}", flush=True)
    return _run(program, "--self-test", "--pictures", pictures, check=False)


def _test(arguments: list[str]) -> int:
    """Run every check and every test; return the first exit code that is not 0."""
    for name, *options in CHECKS:
        print("==", name, *options, flush=True)
        if code := _run(_program(ENVIRONMENT, name), *options, check=False):
            return code
    print("== pytest", flush=True)
    pytest = (str(_program(ENVIRONMENT, "python")), "-m", "pytest", *SAME_TWICE)
    if any(not argument.startswith("-") for argument in arguments):
        return _run(*pytest, *arguments, check=False)
    with tempfile.TemporaryFile() as heard:
        beside = subprocess.Popen(
            [*pytest, *arguments, WINDOWS], cwd=ROOT, stdout=heard, stderr=subprocess.STDOUT
        )
        try:
            code = _run(*pytest, *arguments, f"--ignore={WINDOWS}", check=False)
        finally:
            code_beside = beside.wait()
        print(f"== pytest {WINDOWS}", flush=True)
        heard.seek(0)
        sys.stdout.buffer.write(heard.read())
    return code or code_beside


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _program(environment: Path, name: str) -> Path:
    """Return a program of a virtual environment."""
    if os.name == "nt":
        return environment / "Scripts" / f"{name}.exe"
    return environment / "bin" / name


def _run(*command: str | Path, check: bool = True) -> int:
    return subprocess.run([str(part) for part in command], check=check, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
