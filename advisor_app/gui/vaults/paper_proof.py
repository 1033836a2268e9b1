"""Whether somebody has a recovery code on paper: two of its groups are asked for."""

import secrets
from collections.abc import Sequence

_ASKED = 2


class PaperProof:
    """The groups of a code, and which of them are asked for; never the last one, which is shorter."""

    def __init__(self, groups: Sequence[str]) -> None:
        self.groups = tuple(groups)
        self.asked = sorted(secrets.SystemRandom().sample(range(len(groups) - 1), _ASKED))

    def wrong(self, typed: Sequence[str]) -> int | None:
        """Return which of the typed groups, counted from 0, is the first that was not asked for."""
        pairs = enumerate(zip(typed, self.asked, strict=True))
        return next((n for n, (group, place) in pairs if _plain(group) != self.groups[place]), None)

    def forget(self) -> None:
        """Forget the code."""
        self.groups = ()


def in_two_lines(groups: Sequence[str]) -> str:
    """Return the groups of a code as the screen shows them."""
    half = (len(groups) + 1) // 2
    return "\n".join("   ".join(line) for line in (groups[:half], groups[half:]))


def _plain(typed: str) -> str:
    """Return a typed group as the sheet writes it."""
    together = "".join(typed.replace("-", " ").split())
    return together.upper().translate(str.maketrans("ILO", "110"))
