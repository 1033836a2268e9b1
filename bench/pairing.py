"""What a row says: the median of pairwise ratios, and how far they lie apart."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median, quantiles
from typing import TypeVar

Figure = TypeVar("Figure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the scorecard."""

    row: int
    measure: str
    notes: int
    ours: float
    against: float
    figure: str
    """What `ours` and `against` are, such as CPU ms; medians, for the reader, never compared."""

    value: float
    unit: str
    target: float
    met: bool
    pairs: int
    spread: tuple[float, float]
    """The quartiles of the pairwise ratios."""

    def plain(self) -> dict[str, object]:
        """Return the row for JSON."""
        return asdict(self)


def taken_in_turn(
    ours: Callable[[], Figure], against: Callable[[], Figure], pairs: int
) -> list[tuple[Figure, Figure]]:
    """Measure A B, then B A, and so on, so that a drift of the machine hits both alike."""
    found = []
    for number in range(pairs):
        if number % 2:
            theirs = against()
            found.append((ours(), theirs))
        else:
            mine = ours()
            found.append((mine, against()))
    return found


def row(
    number: int,
    measure: str,
    pairs: Sequence[tuple[float, float]],
    *,
    target: float,
    figure: str,
    notes: int,
) -> Row:
    """Return the row of pairs of figures, ours first."""
    ratios = [ours / against for ours, against in pairs]
    value = median(ratios)
    quarters = quantiles(ratios, n=4) if len(ratios) > 1 else [value, value, value]
    return Row(
        row=number,
        measure=measure,
        notes=notes,
        ours=round(median(ours for ours, _ in pairs), 3),
        against=round(median(against for _, against in pairs), 3),
        figure=figure,
        value=round(value, 3),
        unit="ratio",
        target=target,
        met=value <= target,
        pairs=len(pairs),
        spread=(round(quarters[0], 3), round(quarters[-1], 3)),
    )
