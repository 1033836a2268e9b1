"""How far long work has come; whoever is told can stop it."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[float], None]
"""Is told how much is done, from 0 to 1.

Raises:
    ProblemError: STOPPED, when somebody asked for that; the work then leaves nothing behind.
"""


def unwatched(_done: float) -> None:
    """Be told by work that nobody watches."""


def part(progress: Progress, begin: float, end: float) -> Progress:
    """Return what one part of the work tells, for which the whole goes from `begin` to `end`."""
    return lambda done: progress(begin + (end - begin) * done)
