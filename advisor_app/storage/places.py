"""Where a folder lies: on this computer, on a network, or where another program copies it away."""

import ctypes
import re
import sys
from enum import StrEnum, auto
from pathlib import Path

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


class Place(StrEnum):
    """What kind of place a folder is."""

    LOCAL = auto()
    SYNCED = auto()
    NETWORK = auto()


def place_of(folder: Path, mounts: Path = Path("/proc/mounts")) -> Place:
    """Return where a folder, or the nearest parent that exists, lies.

    SQLite's write-ahead log does not work over a network; a synced folder works, and is worth a
    warning, since a copy of every version then lies elsewhere, encrypted as it is.
    """
    resolved = folder.resolve()
    if _is_remote(resolved, mounts):
        return Place.NETWORK
    parts = [part.lower() for part in resolved.parts]
    if any(part.startswith(_SYNCED_FOLDERS) or "mobile documents" in part for part in parts):
        return Place.SYNCED
    return Place.LOCAL


def _is_remote(folder: Path, mounts: Path) -> bool:
    if sys.platform == "win32":
        drive = str(folder.anchor)
        return drive.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE
        )
    if not mounts.exists():
        return False
    longest, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, file_system, *_ = (*line.split(" "), "", "", "")
        point = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), point)
        if point and folder.is_relative_to(point) and len(point) >= len(longest):
            longest, kind = point, file_system
    return kind in _NETWORK_FILE_SYSTEMS
