"""Write the golden words anew after a change that was meant: `python -m tests.documents.write_golden`."""

from pathlib import Path

from tests.documents import reading
from tests.documents.samples import EVERY_KIND, LONG_KINDS


def write() -> None:
    """Write the words of every short kind of document."""
    folder = Path(__file__).parent / "golden"
    for kind, make in EVERY_KIND.items():
        if kind not in LONG_KINDS:
            (folder / f"{kind}.txt").write_text(reading.lines_of(make()), "utf-8")


if __name__ == "__main__":
    write()
