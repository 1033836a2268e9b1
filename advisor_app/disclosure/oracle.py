"""The one confidential question: how many cases, persons and clusters lie in a box."""

from dataclasses import dataclass
from typing import Protocol

from advisor_app.disclosure.box import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Cases, their distinct reporters, and the distinct situations that they belong to."""

    cases: int
    persons: int
    clusters: int

    @property
    def least(self) -> int:
        """The smallest of the three: what a threshold is tested on."""
        return min(self.cases, self.persons, self.clusters)


class Oracle(Protocol):
    """Whoever knows the cases; nothing but counts of boxes comes out."""

    def count(self, box: Box) -> Counts:
        """Count one box."""
