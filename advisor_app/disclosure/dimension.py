"""A dimension: one way to divide the cases, into leaves in a public order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from advisor_app.disclosure.box import MOST_LEAVES
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.strict_json import require_text

UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """A name, its leaves (every case lies in exactly one) and named groups of leaves.

    `nodes` maps the name of a group to its leaves, such as `2026-H1` to two quarters.
    """

    name: str
    leaves: tuple[str, ...]
    nodes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require_text(self.name, "name")
        if len(self.leaves) > MOST_LEAVES:
            raise RefusedError(Problem.TOO_LARGE, "leaves")
        _require_names(self.leaves, "leaves")
        if len(self.nodes) > MOST_LEAVES:
            raise RefusedError(Problem.TOO_LARGE, "nodes")
        for node, members in self.nodes.items():
            require_text(node, "nodes")
            _require_names(members, f"nodes.{node}")
            for row, leaf in enumerate(members):
                if leaf not in self.leaves:
                    raise RefusedError(Problem.UNKNOWN_LEAF, f"nodes.{node}[{row}]")
            if node in self.leaves:
                raise RefusedError(Problem.DUPLICATE_LEAF, f"nodes.{node}")

    @property
    def known_leaves(self) -> tuple[str, ...]:
        """The leaves other than the one for cases of which the value is not known."""
        return tuple(leaf for leaf in self.leaves if not is_unknown(leaf))


def is_unknown(leaf: str) -> bool:
    """Whether a leaf is the one for cases of which the value is not known ("onbekend")."""
    return leaf.casefold() == UNKNOWN


def _require_names(names: Iterable[str], place: str) -> None:
    seen: set[str] = set()
    for row, name in enumerate(names):
        require_text(name, f"{place}[{row}]")
        if name in seen:
            raise RefusedError(Problem.DUPLICATE_LEAF, f"{place}[{row}]")
        seen.add(name)
    if not seen:
        raise RefusedError(Problem.NO_LEAVES, place)
