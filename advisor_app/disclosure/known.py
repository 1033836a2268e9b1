"""What every reader knows of one system of micro-cells."""

from dataclasses import dataclass

from advisor_app.disclosure.linear import Cells, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What every reader knows of one system: figures, silent boxes and told totals."""

    rows: frozenset[Row] = frozenset()
    low: frozenset[Row] = frozenset()  # each with the most that its silence allows
    told: frozenset[Row] = frozenset()

    @property
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

    @property
    def live_rows(self) -> list[Row]:
        """The figures without dead cells, in an order of their own."""
        return self._live(self.rows)

    @property
    def live_low(self) -> list[Row]:
        """The silent boxes without dead cells, each with the most that its silence allows."""
        return self._live(self.low)

    def _live(self, rows: frozenset[Row]) -> list[Row]:
        dead = self.dead
        return sorted(
            {Row(row.cells & ~dead, row.value) for row in rows if row.cells & ~dead},
            key=lambda row: (row.cells, row.value),
        )
