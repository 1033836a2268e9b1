"""What is left to chance in the demo: drawn from a seed, so that it comes again."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

Value = TypeVar("Value")


class Chance:
    """One stream of draws; what is drawn from another leaves it as it was."""

    def __init__(self, seed: int | str) -> None:
        self._random = Random(seed)  # noqa: S311  # content, not secrets
        self._decks: dict[str, list[str]] = {}

    def luck(self) -> float:
        """Return a share from 0 to 1."""
        return self._random.random()

    def between(self, least: float, most: float) -> float:
        """Return a number between two."""
        return self._random.uniform(least, most)

    def number(self, least: int, most: int) -> int:
        """Return a whole number from one to another."""
        return self._random.randint(least, most)

    def one_of(self, values: Sequence[Value]) -> Value:
        """Return one of some values, each as likely."""
        return self._random.choice(values)

    def weighed(self, weights: Mapping[Value, float]) -> Value:
        """Return one of some values, each as likely as it weighs."""
        return self._random.choices(list(weights), list(weights.values()))[0]

    def shuffled(self, values: Sequence[Value]) -> list[Value]:
        """Return values in another order."""
        return self._random.sample(values, len(values))

    def dealt(self, texts: Sequence[str]) -> str:
        """Return one of some texts; each of them once before any comes again."""
        deck = self._decks.setdefault("|".join(texts), [])
        if not deck:
            deck.extend(self.shuffled(texts))
        return deck.pop()
