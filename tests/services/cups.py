"""A print server of our own: real CUPS on a socket, with one queue that prints into a file."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

CUPSD = shutil.which("cupsd", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
QUEUE = "kamer-2"
PATIENCE_SECONDS = 30
Happening = TypeVar("Happening")

_SETTINGS = """Listen {folder}/socket
LogLevel warn
WebInterface No
Browsing No
DirtyCleanInterval 0
DefaultAuthType None
<Location />
  Allow all
</Location>
<Location /admin>
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit All>
    Allow all
  </Limit>
</Policy>
"""
_FILES = """ServerRoot {folder}/root
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
FileDevice Yes
"""
# A printer that takes PDF: what arrives is what a filter of CUPS made of our bytes.
_PRINTER = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "PAPER.PPD"
*Manufacturer: "Vertrouwd"
*Product: "(Paper)"
*ModelName: "Paper"
*ShortNickName: "Paper"
*NickName: "Paper"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
"""


@dataclass(frozen=True)
class PrintServer:
    """The server's folder and socket, and what came out of its printer."""

    folder: Path

    @property
    def address(self) -> str:
        return str(self.folder / "socket")

    @property
    def printed(self) -> Path:
        return self.folder / "printed.pdf"

    def add(self, queue: str, target: Path) -> None:
        """Add a queue whose printer is a file."""
        self.run("lpadmin", "-p", queue, "-E", "-v", f"file:{target}", "-P", self.folder / "p.ppd")

    def run(self, *command: str | Path) -> None:
        """Run one of CUPS' own tools on this server."""
        environment = {**os.environ, "CUPS_SERVER": self.address}
        subprocess.run(command, check=True, capture_output=True, env=environment)

    def spooled(self, kind: str) -> bytes:
        """Return the spool's one file of a kind: c is about the job, d is what was sent."""
        (content,) = wait_for(lambda: self._spooled_now(kind))
        return content

    def _spooled_now(self, kind: str) -> list[bytes]:
        """CUPS keeps c00001 by way of c00001.N and c00001.O: for a moment none has its name."""
        try:
            return [
                path.read_bytes() for path in self.folder.glob(f"spool/{kind}0*") if not path.suffix
            ]
        except FileNotFoundError:
            return []


@contextmanager
def running() -> Iterator[PrintServer]:
    """Start a print server with one queue, and end it."""
    assert CUPSD is not None
    folder = Path(tempfile.mkdtemp(prefix="cups-"))  # a short path: sockets have no long names
    folder.chmod(0o711)  # filters run as another user
    for name in ("root", "cache", "state", "spool/tmp", "log"):
        (folder / name).mkdir(parents=True)
    for name, text in (("cupsd.conf", _SETTINGS), ("files.conf", _FILES), ("p.ppd", _PRINTER)):
        (folder / name).write_text(text.replace("{folder}", str(folder)))
    server = subprocess.Popen(
        [CUPSD, "-f", "-c", folder / "cupsd.conf", "-s", folder / "files.conf"]
    )
    try:
        wait_for((folder / "socket").exists)
        started = PrintServer(folder)
        started.add(QUEUE, started.printed)
        yield started
    finally:
        server.terminate()
        server.wait(PATIENCE_SECONDS)
        shutil.rmtree(folder)


def wait_for(happened: Callable[[], Happening]) -> Happening:
    """Wait until something is true, no longer than it needs, and return it."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not (it := happened()):
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)
    return it
