"""What stands in for the clock and for chance while a demo is made, and then lets the real ones in."""

from collections.abc import Callable
from datetime import datetime
from random import Random

from advisor_app.domain.identity import Choose


class DemoClock:
    """Tells the time that it is set to, and the real one once it is let go."""

    def __init__(self, at: datetime, real: Callable[[], datetime]) -> None:
        self.at: datetime | None = at
        self._real = real

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.at or self._real()


class DemoChoice:
    """Picks characters from a seed, and really at random once it is let go."""

    def __init__(self, seed: int, real: Choose) -> None:
        self.seeded: Random | None = Random(seed)  # noqa: S311  # numbers of invented cases
        self._real = real

    def __call__(self, characters: str) -> str:
        """Pick one character."""
        return self.seeded.choice(characters) if self.seeded else self._real(characters)
