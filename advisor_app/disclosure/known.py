"""What every reader knows of one system of micro-cells."""

from dataclasses import dataclass

from advisor_app.disclosure.linear import Cells, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What every reader knows of one system: figures, silent boxes and told totals."""

    rows: frozenset[Row] = frozenset()
    low: frozenset[Cells] = frozenset()
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

    def with_low(self, cells: Cells) -> "Known":
        """Return this with one more silent box."""
        return Known(rows=self.rows, low=self.low | {cells}, told=self.told)

    @property
    def live_rows(self) -> list[Row]:
        """The figures without dead cells, in an order of their own."""
        dead = self.dead
        return sorted(
            {Row(row.cells & ~dead, row.value) for row in self.rows if row.cells & ~dead},
            key=lambda row: (row.cells, row.value),
        )

    @property
    def live_low(self) -> list[Cells]:
        """The silent boxes without dead cells."""
        return sorted({low & ~self.dead for low in self.low} - {0})
