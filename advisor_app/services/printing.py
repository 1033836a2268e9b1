"""To paper: on Linux and macOS the very bytes of a PDF go to a print queue, through no file of ours.

Qt's own way to CUPS writes the whole document, title included, to /tmp first (measured). On Windows
there is no other: `gui.printing.windows_printing`.
"""

import os
import subprocess
from collections.abc import Iterator

from advisor_app.documents.preview import PageImage, page_by_page, pages
from advisor_app.domain.problems import Problem, ProblemError

TITLE = "document"
"""What a print queue shows: the same for every job."""

_HANDED_ON = ("PATH", "HOME", "USER", "CUPS_SERVER")
"""What CUPS needs of our environment; a frozen program's own library path would break its tools."""

_PATIENCE_SECONDS = 20
_LARGEST_QUEUE_LIST = 200


def queues() -> tuple[str, ...]:
    """Return the print queues of this computer, the default one first."""
    try:
        listed = _run(["lpstat", "-e"])
        default = _run(["lpstat", "-d"]).rpartition(":")[2].strip()
    except ProblemError:
        return ()
    names = [line.strip() for line in listed.splitlines() if line.strip()][:_LARGEST_QUEUE_LIST]
    return tuple(sorted(names, key=lambda name: name != default))


def send(pdf: bytes, queue: str) -> None:
    """Hand a document to a print queue.

    Raises:
        ProblemError: NO_PRINTER, PRINTER_STOPPED, PRINTING_FAILED.
    """
    if queue not in queues():
        raise ProblemError(Problem.NO_PRINTER)
    if _is_stopped(queue):  # CUPS would take the document, and print it who knows when
        raise ProblemError(Problem.PRINTER_STOPPED)
    _run(["lp", "-d", queue, "-t", TITLE, "-"], pdf)


def preview(pdf: bytes, width: int) -> tuple[PageImage, ...]:
    """Draw the very pages that will be printed, so many pixels wide."""
    return pages(pdf, width)


def large_pages(pdf: bytes, width: int) -> Iterator[PageImage]:
    """Draw the same pages one after the other, fine enough for paper."""
    return page_by_page(pdf, width)


def _is_stopped(queue: str) -> bool:
    """Tell whether a queue waits for somebody; what CUPS does not tell of is left to `lp`."""
    try:
        told = _run(["lpstat", "-p", queue])
    except ProblemError:
        return False
    return told.startswith(f"printer {queue} disabled")


def _run(command: list[str], given: bytes = b"") -> str:
    environment = {name: os.environ[name] for name in _HANDED_ON if name in os.environ}
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            check=True,
            timeout=_PATIENCE_SECONDS,
            env=environment | {"LC_ALL": "C.UTF-8"},
        )
    except FileNotFoundError as error:
        raise ProblemError(Problem.NO_PRINTER) from error
    except (OSError, subprocess.SubprocessError) as error:
        raise ProblemError(Problem.PRINTING_FAILED) from error
    return done.stdout.decode(errors="replace")
