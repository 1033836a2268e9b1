"""Columns next to each other on paper."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from advisor_app.documents import look


class Column(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Flowables below each other in one piece, on a ground of its own if `padding` asks for it."""

    def __init__(self, flowables: Sequence[Flowable], padding: float = 0) -> None:
        super().__init__()
        self.flowables, self.padding = list(flowables), padding

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the height of all of them and the spaces between."""
        self._tops: list[float] = []
        top, after = 0.0, 0.0
        for flowable in self.flowables:
            if self._tops:
                top += max(after, flowable.getSpaceBefore())
            self._tops.append(top)
            top += flowable.wrap(width - 2 * self.padding, height)[1]
            after = flowable.getSpaceAfter()
        self.width, self.height = width, top + 2 * self.padding
        return width, self.height

    def stretch(self, height: float) -> None:
        """Let the ground reach as far down as the neighbour."""
        self._tops = [top + (height - self.height) / 2 for top in self._tops]
        self.height = height

    def draw(self) -> None:
        """Draw the ground, then everything on it."""
        if self.padding:
            with self.canv.content(None):
                self.canv.setFillColor(look.GROUND)
                self.canv.roundRect(0, 0, self.width, self.height, 3, stroke=0, fill=1)
        for flowable, top in zip(self.flowables, self._tops, strict=True):
            height = flowable.wrap(self.width - 2 * self.padding, self.height)[1]
            flowable.drawOn(self.canv, self.padding, self.height - self.padding - top - height)


class Beside(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Columns next to each other; on a page that is too short they go below each other."""

    def __init__(self, columns: Sequence[Column], shares: Sequence[float], gap: float) -> None:
        """Take the share of the width of each column (together 1) and the gap in points."""
        super().__init__()
        self.columns, self.shares, self.gap = list(columns), list(shares), gap

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the full width and the height of the tallest column."""
        room = width - self.gap * (len(self.columns) - 1)
        self._widths = [room * share for share in self.shares]
        self.width = width
        self.height = max(
            column.wrap(own, height)[1]
            for column, own in zip(self.columns, self._widths, strict=True)
        )
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Wait for the next page, unless no page is tall enough."""
        if self.wrap(width, height)[1] <= look.PAGE_ROOM:
            return []
        return [flowable for column in self.columns for flowable in column.flowables]

    def draw(self) -> None:
        """Draw the columns from left to right, level at the top."""
        left = 0.0
        for column, width in zip(self.columns, self._widths, strict=True):
            if column.padding:
                column.stretch(self.height)
            column.drawOn(self.canv, left, self.height - column.height)
            left += width + self.gap
