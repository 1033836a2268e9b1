"""What only some operating systems have, for tests that need it."""

import os
import stat
import sys
from pathlib import Path

import pytest

linux = pytest.mark.skipif(sys.platform != "linux", reason="these are Linux's own means")
unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals, pipes or scripts")


def is_private(path: Path) -> bool:
    """Tell whether nobody but its owner may do anything here; Windows rules that by the folder."""
    return os.name == "nt" or stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
