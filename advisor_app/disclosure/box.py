"""A box: the cases that a figure is about, said in leaves and never in cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from advisor_app.disclosure.problems import Problem, RefusedError, join
from advisor_app.disclosure.strict_json import Json, require_text

MOST_SIDES = 50
MOST_LEAVES = 40
MOST_KNOWN_SIDES = 1_000  # that need not be looked at again


@dataclass(frozen=True, slots=True)
class Box:
    """For each named dimension the leaves that count; a dimension that is not named counts whole.

    Equal boxes are equal values whatever order they were written in. `Box()` is everything.
    """

    sides: tuple[tuple[str, frozenset[str]], ...] = ()  # sorted by dimension

    def __post_init__(self) -> None:
        for dimension, leaves in self.sides:
            _require_side(dimension, leaves)

    @classmethod
    def of(cls, sides: Mapping[str, Iterable[str]]) -> Self:
        """Make a box from its dimensions and their leaves."""
        return cls(tuple(sorted((name, frozenset(leaves)) for name, leaves in sides.items())))

    @classmethod
    def from_json(cls, json: Json) -> Self:
        """Read `{"period": ["2026"], "category": ["a", "b"]}`; no leaf may stand twice."""
        sides: dict[str, frozenset[str]] = {}
        for dimension, listed in json.members(MOST_SIDES).items():
            require_text(dimension, json.place)
            leaves = [leaf.text() for leaf in listed.items(MOST_LEAVES)]
            sides[dimension] = frozenset(leaves)
            if not leaves:
                raise RefusedError(Problem.NO_LEAVES, listed.place)
            if len(sides[dimension]) < len(leaves):
                raise RefusedError(Problem.DUPLICATE_LEAF, join(json.place, dimension))
        return cls.of(sides)

    def to_json(self) -> dict[str, list[str]]:
        """Write the box with its dimensions and leaves sorted."""
        return {dimension: sorted(leaves) for dimension, leaves in self.sides}

    def side(self, dimension: str) -> frozenset[str] | None:
        """Return the leaves of one dimension, or None where it counts whole."""
        for name, leaves in self.sides:
            if name == dimension:
                return leaves
        return None

    def holding(self, dimension: str, leaves: Iterable[str]) -> "Box":
        """Return this box with other leaves in one dimension."""
        return Box.of({**dict(self.sides), dimension: leaves})


@lru_cache(maxsize=MOST_KNOWN_SIDES)
def _require_side(dimension: str, leaves: frozenset[str]) -> None:
    """Refuse names that are none; the sides of a plan come back in thousands of boxes."""
    require_text(dimension, "")
    if not leaves:
        raise RefusedError(Problem.NO_LEAVES, dimension)
    for leaf in leaves:
        require_text(leaf, dimension)
