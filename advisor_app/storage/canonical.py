"""One value, one sequence of bytes: what every MAC and hash is computed over."""

import json
from typing import Any


def canonical(value: Any) -> bytes:
    """Return JSON with sorted keys, no blanks and UTF-8 without escapes."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()
