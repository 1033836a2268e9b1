"""Where a folder lies: on this computer, on a network, or where another program copies it away."""

import ctypes
import re
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum, auto
from pathlib import Path

if sys.platform == "darwin":
    import subprocess

_NETWORK_FILE_SYSTEMS = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs", "fuse.davfs",
    "fuse.rclone", "davfs", "ceph", "fuse.gvfsd-fuse",
}  # fmt: skip
_SYNCED_FOLDERS = (
    "onedrive",
    "dropbox",
    "icloud",
    "google drive",
    "googledrive",
    "nextcloud",
    "stack",
)
_REMOTE_DRIVE = 4  # Windows: DRIVE_REMOTE


class FolderKind(StrEnum):
    """What kind of place a folder is."""

    LOCAL = auto()
    SYNCED = auto()
    NETWORK = auto()


def kind_of(folder: Path, mounts: Path = Path("/proc/mounts")) -> FolderKind:
    """Return where a folder, or the nearest parent that exists, lies.

    SQLite's write-ahead log does not work over a network; a synced folder works, and is worth a
    warning, since a copy of every version then lies elsewhere, encrypted as it is.
    """
    resolved = folder.resolve()
    if _is_remote(resolved, mounts):
        return FolderKind.NETWORK
    parts = [part.lower() for part in resolved.parts]
    if any(part.startswith(_SYNCED_FOLDERS) or "mobile documents" in part for part in parts):
        return FolderKind.SYNCED
    return FolderKind.LOCAL


def _is_remote(folder: Path, mounts: Path) -> bool:
    if sys.platform == "win32":
        drive = str(folder.anchor)
        return drive.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE
        )
    if sys.platform == "darwin":
        listed = subprocess.run(["/sbin/mount"], check=False, capture_output=True)
        return lies_on_remote(folder, mounted_on_macos(listed.stdout.decode(errors="replace")))
    if not mounts.exists():
        return False
    listed_here = mounts.read_text(encoding="utf-8", errors="replace")
    return lies_on_remote(folder, _mounted_on_linux(listed_here))


def lies_on_remote(folder: Path, mounted: Iterable[tuple[str, bool]]) -> bool:
    """Tell whether the last and nearest of these mount points is one of a network."""
    longest, is_remote = "", False
    for point, remote in mounted:
        if point and folder.is_relative_to(point) and len(point) >= len(longest):
            longest, is_remote = point, remote
    return is_remote


def _mounted_on_linux(mounts: str) -> Iterator[tuple[str, bool]]:
    """Yield the mount points of /proc/mounts, and whether each is one of a network."""
    for line in mounts.splitlines():
        _, point, file_system, *_ = (*line.split(" "), "", "", "")
        point = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), point)
        yield point, file_system in _NETWORK_FILE_SYSTEMS


def mounted_on_macos(listed: str) -> Iterator[tuple[str, bool]]:
    """Yield what `mount` lists, and whether it is of a network: macOS calls every other one local."""
    for line in listed.splitlines():
        if found := re.fullmatch(r".+? on (/.*) \((.+)\)", line):
            yield found[1], "local" not in found[2].split(", ")
