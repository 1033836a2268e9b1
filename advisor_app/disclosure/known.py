"""What every reader knows of one system of micro-cells."""

from dataclasses import dataclass
from functools import cached_property

from advisor_app.disclosure.linear import Cells, Row


@dataclass(frozen=True, kw_only=True)
class Known:
    """What every reader knows of one system: figures, silent boxes and told totals."""

    rows: frozenset[Row] = frozenset()
    low: frozenset[Row] = frozenset()  # each with the most that its silence allows
    told: frozenset[Row] = frozenset()

    @cached_property
    def dead(self) -> Cells:
        """The cells of periods that were told to hold nothing."""
        found = 0
        for row in self.told:
            found |= 0 if row.value else row.cells
        return found

    def with_row(self, row: Row) -> "Known":
        """Return this with one more figure."""
        return Known(rows=self.rows | {row}, low=self.low, told=self.told)

    def with_told(self, row: Row) -> "Known":
        """Return this with one more told total."""
        return Known(rows=self.rows | {row}, low=self.low, told=self.told | {row})

    def with_low(self, row: Row) -> "Known":
        """Return this with one more silent box, which holds no more than the value of the row."""
        return Known(rows=self.rows, low=self.low | {row}, told=self.told)

    @cached_property
    def live_rows(self) -> tuple[Row, ...]:
        """The figures without dead cells, in an order of their own."""
        return self._live(self.rows)

    @cached_property
    def live_low(self) -> tuple[Row, ...]:
        """The silent boxes without dead cells, each with the most that its silence allows."""
        return self._live(self.low)

    def _live(self, rows: frozenset[Row]) -> tuple[Row, ...]:
        live = ~self.dead
        left = {Row(row.cells & live, row.value) for row in rows if row.cells & live}
        return tuple(sorted(left, key=lambda row: (row.cells, row.value)))
