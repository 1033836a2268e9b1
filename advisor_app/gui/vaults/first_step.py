"""What stands in the first step of a first run."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStep:
    """Another language shows the step anew and forgets nothing of it."""

    folder: Path
    words: tuple[str, ...] = field(repr=False)
    passphrase: str = field(repr=False)
    repeated: str = field(repr=False)
