"""Tables on paper: a head, rows and thin rules."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

from reportlab.platypus import Flowable

from advisor_app.documents import look
from advisor_app.documents.tagged import Text, draw_rule


@dataclass(slots=True)
class Row:
    """The cells of one line of a table, and whether the rule below them is heavy.

    `laid` is for which widths its cells were laid out last, and how high it is then: at each page
    break all rows to come are asked again.
    """

    cells: tuple[Text, ...]
    strong: bool
    laid: tuple[list[float], float] | None = None


class Grid(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A table: caption, head, rows, thin rules. Over a page break the head is repeated as decoration."""

    PADDING = 3.0

    def __init__(
        self, caption: Text | None, head: Row, rows: Sequence[Row], widths: Sequence[float]
    ) -> None:
        """Take widths in points; the first column gets what the others leave."""
        super().__init__()
        self.caption, self.head, self.rows, self.widths = caption, head, list(rows), list(widths)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size of all rows together."""
        self._columns = [width - sum(self.widths), *self.widths]
        self._heights = [self._height(row, height) for row in (self.head, *self.rows)]
        self._title = self.caption.wrap(width, height)[1] + self.PADDING if self.caption else 0.0
        self.width, self.height = width, self._title + sum(self._heights)
        return width, self.height

    def split(self, width: float, height: float) -> list["Grid"]:
        """Break between two rows, with at least two rows on either side of the break."""
        self.wrap(width, height)
        room, fitting = height - self._title - self._heights[0], 0
        while fitting < len(self.rows) and self._heights[fitting + 1] <= room:
            room -= self._heights[fitting + 1]
            fitting += 1
        fitting = min(fitting, len(self.rows) - 2)
        if fitting < 2:
            return []
        again = Row(tuple(_as_artifact(cell) for cell in self.head.cells), self.head.strong)
        return [
            Grid(self.caption, self.head, self.rows[:fitting], self.widths),
            Grid(None, again, self.rows[fitting:], self.widths),
        ]

    def draw(self) -> None:
        """Draw the caption, row after row from the top, then the rules."""
        bottom = self.height - self._title
        if self.caption:
            self.caption.drawOn(self.canv, 0, bottom + self.PADDING)
        rules = []
        for row, height in zip((self.head, *self.rows), self._heights, strict=True):
            bottom -= height
            left = 0.0
            for cell, width in zip(row.cells, self._columns, strict=True):
                cell.drawOn(self.canv, left, bottom + height - self.PADDING - cell.height)
                left += width
            rules.append((bottom, row.strong))
        with self.canv.content(None):
            for y, strong in rules:
                weight, colour = (1.0, look.INK) if strong else (0.5, look.LINE)
                draw_rule(self.canv, self.width, y, weight, colour)

    def _height(self, row: Row, height: float) -> float:
        """Return the height of a row, its padding included."""
        if row.laid is None or row.laid[0] != self._columns:
            heights = (
                cell.wrap(width, height)[1]
                for cell, width in zip(row.cells, self._columns, strict=True)
            )
            row.laid = self._columns, float(max(heights) + 2 * self.PADDING)
        return row.laid[1]


def _as_artifact(text: Text) -> Text:
    """Return a copy that belongs to no element."""
    twin = copy(text)
    twin.element = None
    return twin
